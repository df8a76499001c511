#ifndef TABULARIUM_READ_SCAN_SHEET_H_
#define TABULARIUM_READ_SCAN_SHEET_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "model/document.h"
#include "model/page.h"

struct Pix;  // Leptonica's

namespace tabularium {

struct PixDeleter {
  void operator()(Pix* pix) const;
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

// Pixels of a sheet, origin top left.
struct PixelBox {
  int x = 0, y = 0, width = 0, height = 0;
};

// A stamp of coloured ink.
struct Seal {
  PixelBox box;
  std::vector<PixelBox> ink;  // where its strokes are, in small boxes: the paper between them is none of its
};

// Where letters may stand: inside a cell of the rulings (without its rules), or a line outside cells.
struct SheetSpot {
  PixelBox box;
  bool cell = false;    // else a line outside cells, tight around its ink
  PixelBox ink;         // tight around what stands in it
  PixelBox beyond;      // of a cell: its line's end behind the right rule; no width: there is none
  bool cut = false;     // its line goes on behind the right rule, where something else stands
  bool sealed = false;  // a seal's stroke stood on a letter of it
  bool empty = false;   // no ink but specks
  int line_height = 0;  // pixels: median height of what looks like letters; 0: unknown
  int lines = 1;        // as far as the rows of ink tell
  bool upright = true;  // false: one column of letters (a vertical label)
};

// A scanned page made ready to be read: upright, straight, evenly lit, without dark borders, seals and rules.
struct ScanSheet {
  PixPtr grey;  // 8 bits a pixel, paper 255, seals and rules taken out: what recognisers see
  PixPtr ink;   // 1 bit a pixel, the same: what is dark
  float dots = 0;      // pixels an inch: as the file says where that is plausible, else by the letters' height
  uint8_t turns = 0;   // quarter turns clockwise that were undone
  std::vector<Ruling> rulings;  // points of the sheet: they close exactly around the cells of `spots`
  std::vector<SheetSpot> spots;  // in reading order
  std::vector<Seal> seals;
  std::vector<Trouble> troubles;
};

// True where a picture's shorter side, in pixels at so many an inch, is that of paper.
bool IsPlausible(int short_side, float dots);

// One decoded picture of a page (any depth), as a sheet. `dots` as its file says; 0: not said. `turns`: quarter turns clockwise that
// make it upright; none: letters decide, 0 or 1. Never fails: a page without
// anything to read has no spots. Memory: a few times the picture at 300 dots an inch. Source of the order of steps:
// src/read/README.md.
ScanSheet MakeSheet(Pix* picture, float dots, std::optional<uint8_t> turns = std::nullopt);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_SHEET_H_
