#ifndef TABULARIUM_TABULATE_SPILLED_H_
#define TABULARIUM_TABULATE_SPILLED_H_

#include <span>

#include "tabulate/frames.h"
#include "tabulate/sheet.h"

namespace tabularium::sheet {

// Programs that fix the height of rows print a text that is too high for its cell over the cells above and below. A line there that goes
// on with the cell's own, as far apart as these, and stands where no line of that other cell can, across the rule between both or over
// other letters, is given to the cell's face; so are letters printed over one another. Pages of letters only: what is seen on scans stands too loosely. REQUIRES: tokens within a
// frame know it and their face. Cost: O(n log n) of the tokens.
void PlaceSpilled(std::span<const Frame> frames, Sheet* sheet);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_SPILLED_H_
