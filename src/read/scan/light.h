#ifndef TABULARIUM_READ_SCAN_LIGHT_H_
#define TABULARIUM_READ_SCAN_LIGHT_H_

#include "read/scan/raster.h"

namespace tabularium {

// Makes paper 255 all over the sheet, however it was lit: each tile's paper is what most of its pixels are brighter than.
void EvenLight(Raster* sheet);

// Paints with paper what is too thick for letters and rules: dark borders, punch holes, photographs.
// REQUIRES: evenly lit.
void CutDarkAreas(float dots, Raster* sheet);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_LIGHT_H_
