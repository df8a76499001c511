#ifndef TABULARIUM_TABULATE_SCORE_H_
#define TABULARIUM_TABULATE_SCORE_H_

#include "tabulate/draft.h"

namespace tabularium::sheet {

// Sets is_table and is_right of a draft: logistic sums of what speaks for and against it
// (prices.h).
void Score(const Sheet& sheet, Draft* draft);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_SCORE_H_
