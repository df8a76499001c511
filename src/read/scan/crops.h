#ifndef TABULARIUM_READ_SCAN_CROPS_H_
#define TABULARIUM_READ_SCAN_CROPS_H_

#include <vector>

#include "read/scan/seen.h"
#include "read/scan/sheet.h"

namespace tabularium {

// A small picture for a recogniser, and where its parts stand on the sheet.
struct Crop {
  struct Part {
    PixelBox from;     // of the sheet
    int x = 0, y = 0;  // where its corner stands in `picture`
  };
  PixPtr picture;           // 8 bits a pixel, with a white margin; null: nothing but specks was there
  std::vector<Part> parts;  // from left to right, without overlaps
  PixelBox ink;             // of the sheet: tight around what is dark
};

// True if a spot's letters stand below each other, one a line: it says so, or its ink does (letters that nearly touch look like
// one tall line). Cost: where the spot is higher than wide, O(its pixels).
bool IsColumn(const ScanSheet& sheet, const SheetSpot& spot);

// The letters of a spot, tight, with a margin of white. A column of letters (a vertical label) is cut between its letters
// and laid out as a row. Cost: O(pixels of the spot).
Crop CropSpot(const ScanSheet& sheet, const SheetSpot& spot);

// What is dark in `box` of the sheet, upright, and white around it until it is `least_height` high.
Crop CropBox(const ScanSheet& sheet, const PixelBox& box, int margin, int least_height);

// Moves the letters' boxes from the crop to the sheet. No blank parts those that stand in a row there and whose parts were drawn together.
void MoveToSheet(const Crop& crop, SeenText* seen);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_CROPS_H_
