#ifndef TABULARIUM_READ_SCAN_SPOTS_H_
#define TABULARIUM_READ_SCAN_SPOTS_H_

#include <vector>

#include "read/scan/blobs.h"
#include "read/scan/lattice.h"

namespace tabularium {

// Where letters may stand on a sheet: inside its cells, and in lines outside them (parted where a gap is as wide as two
// letters and more). `blobs` are of the sheet's ink, without rules and dirt. Sets what each says of its letters. Pieces of
// photographs give none.
std::vector<SheetSpot> FindSpots(const std::vector<Blob>& blobs, const Lattice& lattice, const std::vector<Seal>& seals, float dots);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_SPOTS_H_
