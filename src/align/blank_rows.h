#ifndef TABULARIUM_ALIGN_BLANK_ROWS_H_
#define TABULARIUM_ALIGN_BLANK_ROWS_H_

#include <vector>

#include "align/walk.h"

namespace tabularium {

// A row of the form that prints nothing may be blank on paper, and then nothing but its place tells it: below the row that is
// drawn above it stands a row of empty cells, or where spaces tell the cells apart a blank line. Adds a step for each such row,
// so that its values are blank and not missing.
//
//     drawn    goals | whole:  | yearly:      text    goals   | whole:  | yearly:
//              ^     | {whole} | {yearly}             (empty) | (empty) | (empty)
void PlaceBlankRows(Rows* rows, std::vector<Step>* steps);

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_BLANK_ROWS_H_
