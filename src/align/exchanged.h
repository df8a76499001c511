#ifndef TABULARIUM_ALIGN_EXCHANGED_H_
#define TABULARIUM_ALIGN_EXCHANGED_H_

#include "align/elements.h"

namespace tabularium {

// Puts columns and pairs that stand in another order than the form prints them back in its order, as their labels tell:
//   项目类别 | 一次性项目 | 项目名称 | 村道养护    →    项目名称 | 村道养护 | 项目类别 | 一次性项目
// Below a row of labels only, all rows go with it until the next label. Only an exchange of the very places is undone: labels
// that stand elsewhere are left to the walk. The rows are marked `exchanged`. Cost: O(rows + cells of rows with labels).
void UndoExchanges(Rows* rows);

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_EXCHANGED_H_
