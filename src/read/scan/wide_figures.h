#ifndef TABULARIUM_READ_SCAN_WIDE_FIGURES_H_
#define TABULARIUM_READ_SCAN_WIDE_FIGURES_H_

#include "read/scan/crops.h"

namespace tabularium {

// Full-width figures stand so far apart (２０２５．０６．０４) that recognisers take each for a word, lose points and find others. Where all
// letters of a line that are as narrow as figures stand apart so, they are drawn together: the crop has many parts then. One gap tells
// nothing, since a blank may part two figures, and what is farther apart than such figures stays so.
// REQUIRES: the crop is a line, and of one part. Cost: O(its pixels).
void NarrowWideFigures(Crop* line);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_WIDE_FIGURES_H_
