#ifndef TABULARIUM_READ_SCAN_PAGE_TEXT_H_
#define TABULARIUM_READ_SCAN_PAGE_TEXT_H_

#include "model/page.h"
#include "read/scan/seen.h"
#include "read/scan/sheet.h"

namespace tabularium {

// Appends the letters of a spot to the page: its text, glyphs and words, as a PDF's page has them. `scale`: points a pixel.
void AppendSpot(const SheetSpot& spot, const SeenText& seen, float scale, Page* page);

// A box of the sheet in points.
Box PointsOf(const PixelBox& box, float scale, int number);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_PAGE_TEXT_H_
