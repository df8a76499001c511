#ifndef TABULARIUM_READ_SCAN_HAN_LINES_H_
#define TABULARIUM_READ_SCAN_HAN_LINES_H_

#include "read/scan/han.h"
#include "read/scan/seen.h"

namespace tabularium {

// Checks the Han letters of lines by the shapes of their ink. What a recogniser saw says which lines there are and which other signs
// stand among the letters; where letters begin and end the ink tells, cut so that its parts are as like letters as can be.
//  - A letter whose ink clearly is another gives way to it; one that its ink resembles most is surer than the recogniser said.
//  - A letter for which there is no ink goes; where ink shows a letter that was not seen, its neighbour is doubtful.
//  - All else stands.
// True if the ink alone would be read the same: each letter is a Han letter that its ink resembles most, or a bracket or a figure, and no
// ink is left.
// Boxes are of the picture, 8 bits a pixel. Cost: 0.3 ms a Han letter.
//   "配林坡镇", of which the first letter's ink is a 柘 → "柘林坡镇", false
bool CheckShapes(const HanReader& reader, Pix* picture, SeenText* seen);

// Settles where two recognisers saw other Han letters of the same ink, and all else alike: of each two that one stands in `seen` whose
// shape the ink is clearly nearer to, however blurred both are. True if letters differed and all are settled; else `seen` is of no use.
//   "履盖率" and "覆盖率", of which the ink is nearer to 覆 → "覆盖率", true
bool SettleByShapes(const HanReader& reader, Pix* picture, const SeenText& other, SeenText* seen);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_HAN_LINES_H_
