#ifndef TABULARIUM_TESTS_READ_SCAN_DRAWN_H_
#define TABULARIUM_TESTS_READ_SCAN_DRAWN_H_

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>

#include "read/scan/lattice.h"
#include "read/scan/raster.h"

namespace tabularium {

inline void Fill(Raster* page, int x0, int y0, int x1, int y1, int value = 0) {
  for (int y = std::max(y0, 0); y < std::min(y1, page->height); ++y)
    for (int x = std::max(x0, 0); x < std::min(x1, page->width); ++x) page->Row(y)[x] = static_cast<uint8_t>(value);
}

// A sign of strokes that do not touch its edges all along, as high as wide: like 田 without being one.
inline void DrawLetter(Raster* page, int x, int y, int size) {
  const int stroke = std::max(2, size / 12), step = size / 5;
  for (int i = 0; i < 5; ++i) Fill(page, x + i, y + i * step, x + size - i, y + i * step + stroke);
  for (int i = 1; i < 4; ++i) Fill(page, x + i * step, y, x + i * step + stroke, y + size);
  Fill(page, x + step, y + size - stroke, x + size - step, y + size);
}

inline void DrawLine(Raster* page, int x, int y, int letters, int size) {
  for (int i = 0; i < letters; ++i) DrawLetter(page, x + i * size * 5 / 4, y, size);
}

// A table of equal cells with its top left corner at (x, y): rules of `ink`, `thick` pixels, and a line of letters in each cell.
struct DrawnTable {
  int x = 0, y = 0, columns = 1, rows = 1, width = 300, height = 90, thick = 4, ink = 0, letters = 4, size = 40;
};
inline void Draw(Raster* page, const DrawnTable& t) {
  const int right = t.x + t.columns * t.width, bottom = t.y + t.rows * t.height;
  for (int r = 0; r <= t.rows; ++r) Fill(page, t.x, t.y + r * t.height, right + t.thick, t.y + r * t.height + t.thick, t.ink);
  for (int c = 0; c <= t.columns; ++c) Fill(page, t.x + c * t.width, t.y, t.x + c * t.width + t.thick, bottom + t.thick, t.ink);
  for (int r = 0; r < t.rows; ++r)
    for (int c = 0; c < t.columns; ++c) DrawLine(page, t.x + c * t.width + 25, t.y + r * t.height + 25, t.letters, t.size);
}

inline void AddGrain(Raster* page, double strength, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<double> grain(0, strength);
  for (uint8_t& p : page->pixels) p = static_cast<uint8_t>(std::clamp(p + grain(random), 0.0, 255.0));
}

inline Raster Rotated(const Raster& page, double degrees) {
  const double a = degrees * 3.14159265358979 / 180, c = std::cos(a), s = std::sin(a), x = page.width / 2.0, y = page.height / 2.0;
  return Warped(page, {c, s, x - c * x - s * y, -s, c, y + s * x - c * y, 0, 0}, page.width, page.height);
}

// "2 3/1 4": how many cells stand beside each other, row by row of equal tops, left to right; tables of equal tops share a row.
inline std::string Dump(const Lattice& lattice) {
  std::string out;
  float top = -1;
  int count = 0;
  for (const LatticeCell& cell : lattice.cells) {
    if (cell.y0 != top && count > 0) out += fmt::format("{}/", count), count = 0;
    top = cell.y0, ++count;
  }
  return out + fmt::format("{}", count);
}

}  // namespace tabularium

#endif  // TABULARIUM_TESTS_READ_SCAN_DRAWN_H_
