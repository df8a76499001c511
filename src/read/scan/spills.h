#ifndef TABULARIUM_READ_SCAN_SPILLS_H_
#define TABULARIUM_READ_SCAN_SPILLS_H_

#include <vector>

#include "read/scan/blobs.h"
#include "read/scan/lattice.h"
#include "read/scan/raster.h"
#include "read/scan/seen.h"
#include "read/scan/sheet.h"

namespace tabularium {

// What is too wide for its cell (an amount, mostly) goes on over the cell's right rule, which was erased with the middle of a letter.
// Where nothing but the rest stands behind the rule, that letter gets its ink back and the rest goes to the spot (`beyond`); where
// something else does, nobody can part them, and the spot is `cut`. What goes on below a table's foot in the same way, since the page ends
// there, is more lines of the spot, whose box and ink grow. `ruled`: the sheet before its rules were erased; `blobs`: after.
void JoinSpills(const Raster& ruled, const Lattice& lattice, const std::vector<Blob>& blobs, float dots, std::vector<SheetSpot>* spots,
                Raster* sheet, Pix* ink);

// Letters behind a cell's right rule, moved with all of their line into the cell.
void PutIntoCell(const SheetSpot& spot, SeenText* seen);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_SPILLS_H_
