#ifndef TABULARIUM_READ_SCAN_SEALS_H_
#define TABULARIUM_READ_SCAN_SEALS_H_

#include <vector>

#include "read/scan/raster.h"
#include "read/scan/sheet.h"

namespace tabularium {

// The picture in grey as recognisers want it: within the boxes of seals each pixel is as bright as the seal's own colour, so
// that black letters under a seal stay and its ink turns to paper. What is a seal: ink of one strong colour, about as high
// as wide, as large as seals are. Coloured letters and lines elsewhere stay dark.
Raster GreyWithoutSeals(Pix* picture, float dots, std::vector<Seal>* seals);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_SEALS_H_
