#ifndef TABULARIUM_READ_SCAN_STRAIGHTEN_H_
#define TABULARIUM_READ_SCAN_STRAIGHTEN_H_

#include "read/scan/raster.h"

namespace tabularium {

// Quarter turns clockwise, 0 or 1, after which lines of letters run along the rows: letters stand nearer to each other than
// lines do. Which of the two ways is up is not said.
int TurnsToUpright(const Raster& sheet, float dots);

// Makes rules run along rows and columns: turns by up to 10 degrees, and undoes perspective where the sheet's rules show any;
// without rules lines of letters say what is straight. `way` takes points of the new sheet to those of the old.
Raster Straightened(const Raster& sheet, float dots, Homography* way);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_STRAIGHTEN_H_
