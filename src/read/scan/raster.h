#ifndef TABULARIUM_READ_SCAN_RASTER_H_
#define TABULARIUM_READ_SCAN_RASTER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "read/scan/sheet.h"

namespace tabularium {

inline constexpr uint8_t kPaper = 255;

// Grey pixels, rows from the top, 0 black to 255 paper.
struct Raster {
  int width = 0, height = 0;
  std::vector<uint8_t> pixels;

  Raster() = default;
  Raster(int w, int h, uint8_t value = kPaper)
      : width(w), height(h), pixels(static_cast<size_t>(w) * static_cast<size_t>(h), value) {}
  uint8_t* Row(int y) { return pixels.data() + static_cast<size_t>(y) * static_cast<size_t>(width); }
  const uint8_t* Row(int y) const { return pixels.data() + static_cast<size_t>(y) * static_cast<size_t>(width); }
};

// A plane seen askew: the point (x, y) comes from ((m0 x + m1 y + m2) / w, (m3 x + m4 y + m5) / w), w = m6 x + m7 y + 1.
using Homography = std::array<double, 8>;
struct PlanePoint {
  double x = 0, y = 0;
};
PlanePoint Apply(const Homography& plan, PlanePoint p);
// The one that takes four points to four others; false where three of them are in a line.
bool Solve(const std::array<PlanePoint, 4>& from, const std::array<PlanePoint, 4>& to, Homography* plan);

Raster FromPix(Pix* grey);  // REQUIRES: 8 bits a pixel
PixPtr ToPix(const Raster& raster);
PixPtr DarkerThan(const Raster& raster, int brightness);  // 1 bit a pixel

Raster Halved(const Raster& raster);      // each pixel the mean of four
Raster Transposed(const Raster& raster);  // rows become columns
Raster QuarterTurned(const Raster& raster, int turns);  // clockwise
// A raster of the given size whose pixels come from where `plan` says; paper where that is outside.
Raster Warped(const Raster& raster, const Homography& plan, int width, int height);
// Where `mask` (1 bit a pixel, of the same size) is set, the raster is painted with paper.
void Whiten(Pix* mask, Raster* raster);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_RASTER_H_
