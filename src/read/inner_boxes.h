#ifndef TABULARIUM_READ_INNER_BOXES_H_
#define TABULARIUM_READ_INNER_BOXES_H_

#include <vector>

#include "model/page.h"

namespace tabularium {

// Drops the pieces of boxes that stand within one cell, as those that web pages have values typed in: nothing is drawn in them, and
// on every side what is drawn next is longer than the box, as the walls of a cell around it are. Cells that are boxes of their own
// have walls as long as their neighbours', and stay. Cost: O(n log n) where few pieces are at one height; where many are, nothing is
// dropped beyond a fixed number of comparisons.
void DropInnerBoxes(std::vector<Ruling>* pieces);

}  // namespace tabularium

#endif  // TABULARIUM_READ_INNER_BOXES_H_
