#ifndef TABULARIUM_TESTS_READ_SCAN_LETTERS_SHEET_H_
#define TABULARIUM_TESTS_READ_SCAN_LETTERS_SHEET_H_

#include <leptonica/allheaders.h>

#include <string>

#include "read/scan/sheet.h"

namespace tabularium {

// pictures/cells.png as a sheet at 300 dots an inch, without spots. It shows 年度资金总额, 1,499.05, 修补村道的长度, 20台, and 绩效指标 from top to bottom.
inline ScanSheet LettersSheet() {
  const std::string file = TABULARIUM_SOURCE_DIR "/tests/read/scan/pictures/cells.png";
  ScanSheet sheet;
  PixPtr picture(pixRead(file.c_str()));
  sheet.grey.reset(pixConvertTo8(picture.get(), 0));
  sheet.ink.reset(pixThresholdToBinary(sheet.grey.get(), 128));
  sheet.dots = 300;
  return sheet;
}

inline SheetSpot SpotAt(int x, int y, int width, int height) {
  SheetSpot spot;
  spot.box = {x, y, width, height};
  spot.cell = true;
  spot.line_height = 42;
  return spot;
}

}  // namespace tabularium

#endif  // TABULARIUM_TESTS_READ_SCAN_LETTERS_SHEET_H_
