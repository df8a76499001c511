#ifndef TABULARIUM_READ_SCAN_SPOTS_H_
#define TABULARIUM_READ_SCAN_SPOTS_H_

#include <vector>

#include "read/scan/lattice.h"

namespace tabularium {

// Where letters may stand on a sheet: inside its cells, and in lines outside them (parted where a gap is as wide as two
// letters and more). `ink` is without rules. Sets what each says of its letters. Photographs and speckle give none.
std::vector<SheetSpot> FindSpots(Pix* ink, const Lattice& lattice, const std::vector<PixelBox>& seals, float dots);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_SPOTS_H_
