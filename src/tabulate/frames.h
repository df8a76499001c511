#ifndef TABULARIUM_TABULATE_FRAMES_H_
#define TABULARIUM_TABULATE_FRAMES_H_

#include <cstdint>
#include <vector>

#include "tabulate/sheet.h"

namespace tabularium::sheet {

// A rectangle of a frame without a wall inside; half open.
struct Face {
  uint32_t row0 = 0, row1 = 1, column0 = 0, column1 = 1;
};

// Rulings that meet one another, as a grid. Faces are row-major by their first row and column and
// fill the grid.
struct Frame {
  std::vector<float> xs, ys;  // borders: one more than columns and rows
  std::vector<Face> faces;
  std::vector<uint32_t> face_of;               // rows times columns: into `faces`
  float drawn = 1;                             // part of the faces' inner sides that is drawn
  bool open_left = false, open_right = false;  // no line closes that side

  uint32_t rows() const { return static_cast<uint32_t>(ys.size()) - 1; }
  uint32_t columns() const { return static_cast<uint32_t>(xs.size()) - 1; }
  Rect box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
  Rect BoxOf(const Face& f) const { return {xs[f.column0], ys[f.row0], xs[f.column1], ys[f.row1]}; }
};

struct Frames {
  std::vector<Frame> frames;  // of two faces at least, from the top down
  std::vector<Rule> loose;    // horizontal rules that no vertical one meets, by rising y
};

// Which rulings belong together, and the grids they draw. Double lines are one border; sides that
// lines run past without a closing line (a page break, a table open at the left and right) are
// closed. Cost: O(n log n) of rulings and the crossings among them, of which kMostCrossings are
// looked at.
Frames FramesOf(const Sheet& sheet);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_FRAMES_H_
