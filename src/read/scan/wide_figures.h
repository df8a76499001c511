#ifndef TABULARIUM_READ_SCAN_WIDE_FIGURES_H_
#define TABULARIUM_READ_SCAN_WIDE_FIGURES_H_

#include <span>

#include "read/scan/crops.h"

namespace tabularium {

// Full-width figures stand so far apart (２０２５．０６．０４) that recognisers take each for a word, lose points and find others. Where all
// letters of a cell's lines that are as narrow as figures stand apart so, they are drawn together: a crop has many parts then. One gap
// tells nothing, since a blank may part two figures, and what is farther apart than such figures stays so.
// REQUIRES: each crop is a line, and of one part. Cost: O(their pixels).
void NarrowWideFigures(std::span<Crop> lines);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_WIDE_FIGURES_H_
