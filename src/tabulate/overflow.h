#ifndef TABULARIUM_TABULATE_OVERFLOW_H_
#define TABULARIUM_TABULATE_OVERFLOW_H_

#include <span>

#include "tabulate/frames.h"
#include "tabulate/sheet.h"

namespace tabularium::sheet {

// A page that ends in the middle of a cell may leave it too low for its text, which then goes on below the frame: lines
// as far apart as the cell's own, below its last one, within its walls, with nothing beside or shortly below them. They
// are given to the cell's face. REQUIRES: tokens within a frame know it and their face. Cost: O(n log n) of the tokens.
void PlaceOverflow(std::span<const Frame> frames, Sheet* sheet);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_OVERFLOW_H_
