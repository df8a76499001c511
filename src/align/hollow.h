#ifndef TABULARIUM_ALIGN_HOLLOW_H_
#define TABULARIUM_ALIGN_HOLLOW_H_

#include "align/elements.h"

namespace tabularium {

// Marks the cells of columns that hold no text in any row of several texts, although cells stand to their right. Where the
// labels behind such a column all stand one cell farther to the right than they are drawn, the form has no such column and
// its cells are left out: a row whose only text could be of two slots is then read where it is drawn.
//
//     (empty) | goals   | whole: | yearly:       drawn    goals | whole:  | yearly:
//     (empty) | (empty) | to mend the road                ^     | {whole} | {yearly}
void LeaveOutHollowColumns(Rows* rows);

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_HOLLOW_H_
