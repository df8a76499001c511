#ifndef TABULARIUM_READ_SCAN_STRAIGHTEN_H_
#define TABULARIUM_READ_SCAN_STRAIGHTEN_H_

#include "read/scan/raster.h"

namespace tabularium {

// Quarter turns clockwise, 0 or 1, after which lines of letters run along the rows: letters stand nearer to each other than
// lines do. Which of the two ways is up is not said.
int TurnsToUpright(const Raster& sheet, float dots);

struct StraightSheet {
  Raster sheet;
  Homography way;    // takes its points to those of the sheet as it was
  int contrast = 0;  // of its rules, for FindTraces
};

// Makes rules run along rows and columns: turns by up to 10 degrees, and undoes perspective where the sheet's rules show any;
// without rules lines of letters say what is straight.
StraightSheet Straightened(Raster sheet, float dots);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_STRAIGHTEN_H_
