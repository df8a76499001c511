// Rows of bytes, since Leptonica keeps four pixels in a word and loops over words are slow to write well. Tested by raster_test.cc.
#include "read/scan/raster.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

namespace tabularium {
namespace {

// Leptonica stores pixels from the highest byte of a word down.
uint32_t FirstByteHighest(uint32_t word) { return std::endian::native == std::endian::little ? __builtin_bswap32(word) : word; }

}  // namespace

Raster FromPix(Pix* grey) {
  Raster out(pixGetWidth(grey), pixGetHeight(grey));
  const size_t words = static_cast<size_t>(pixGetWpl(grey)), width = static_cast<size_t>(out.width);
  std::vector<uint32_t> line(words);
  for (int y = 0; y < out.height; ++y) {
    const l_uint32* from = pixGetData(grey) + static_cast<size_t>(y) * words;
    for (size_t i = 0; i < words; ++i) line[i] = FirstByteHighest(from[i]);
    std::memcpy(out.Row(y), line.data(), width);
  }
  return out;
}

PixPtr ToPix(const Raster& raster) {
  PixPtr pix(pixCreateNoInit(raster.width, raster.height, 8));
  const size_t words = static_cast<size_t>(pixGetWpl(pix.get()));
  std::vector<uint32_t> line(words);
  for (int y = 0; y < raster.height; ++y) {
    l_uint32* to = pixGetData(pix.get()) + static_cast<size_t>(y) * words;
    std::memcpy(line.data(), raster.Row(y), static_cast<size_t>(raster.width));
    for (size_t i = 0; i < words; ++i) to[i] = FirstByteHighest(line[i]);
  }
  return pix;
}

PixPtr DarkerThan(const Raster& raster, int brightness) {
  PixPtr pix(pixCreate(raster.width, raster.height, 1));
  const int words = pixGetWpl(pix.get());
  std::vector<uint8_t> row(static_cast<size_t>(words) * 32, kPaper);
  for (int y = 0; y < raster.height; ++y) {
    std::memcpy(row.data(), raster.Row(y), static_cast<size_t>(raster.width));
    l_uint32* line = pixGetData(pix.get()) + static_cast<ptrdiff_t>(y) * words;
    const uint8_t* from = row.data();
    for (int i = 0; i < words; ++i, from += 32) {
      uint32_t word = 0;
      for (int bit = 0; bit < 32; ++bit) word = word << 1 | static_cast<uint32_t>(from[bit] < brightness);
      line[i] = word;
    }
  }
  return pix;
}

Raster Halved(const Raster& raster) {
  Raster out(raster.width / 2, raster.height / 2);
  for (int y = 0; y < out.height; ++y) {
    const uint8_t *above = raster.Row(2 * y), *below = raster.Row(2 * y + 1);
    uint8_t* to = out.Row(y);
    for (int x = 0; x < out.width; ++x)
      to[x] = static_cast<uint8_t>((above[2 * x] + above[2 * x + 1] + below[2 * x] + below[2 * x + 1] + 2) / 4);
  }
  return out;
}

Raster Transposed(const Raster& raster) {
  constexpr int kBlock = 32;  // fits the processor's nearest cache
  Raster out(raster.height, raster.width);
  for (int y0 = 0; y0 < raster.height; y0 += kBlock)
    for (int x0 = 0; x0 < raster.width; x0 += kBlock)
      for (int x = x0; x < std::min(x0 + kBlock, raster.width); ++x) {
        uint8_t* to = out.Row(x);
        for (int y = y0; y < std::min(y0 + kBlock, raster.height); ++y) to[y] = raster.Row(y)[x];
      }
  return out;
}

Raster QuarterTurned(const Raster& raster, int turns) {
  Raster out = turns % 2 ? Transposed(raster) : raster;
  const bool mirror = turns == 1 || turns == 2, flip = turns == 2 || turns == 3;
  for (int y = 0; mirror && y < out.height; ++y) std::reverse(out.Row(y), out.Row(y) + out.width);
  for (int y = 0; flip && y < out.height / 2; ++y) std::swap_ranges(out.Row(y), out.Row(y) + out.width, out.Row(out.height - 1 - y));
  return out;
}

PlanePoint Apply(const Homography& m, PlanePoint p) {
  double w = m[6] * p.x + m[7] * p.y + 1;
  return {(m[0] * p.x + m[1] * p.y + m[2]) / w, (m[3] * p.x + m[4] * p.y + m[5]) / w};
}

bool Solve(const std::array<PlanePoint, 4>& from, const std::array<PlanePoint, 4>& to, Homography* plan) {
  double m[8][9];
  for (size_t i = 0; i < 4; ++i) {
    const PlanePoint p = from[i], q = to[i];
    const double rows[2][9] = {{p.x, p.y, 1, 0, 0, 0, -q.x * p.x, -q.x * p.y, q.x}, {0, 0, 0, p.x, p.y, 1, -q.y * p.x, -q.y * p.y, q.y}};
    std::memcpy(m[2 * i], rows, sizeof rows);
  }
  for (int c = 0; c < 8; ++c) {  // Gauss and Jordan, with pivots
    int best = c;
    for (int r = c + 1; r < 8; ++r)
      if (std::abs(m[r][c]) > std::abs(m[best][c])) best = r;
    if (std::abs(m[best][c]) < 1e-9) return false;
    std::swap(m[c], m[best]);
    for (int r = 0; r < 8; ++r) {
      if (r == c) continue;
      const double share = m[r][c] / m[c][c];
      for (int k = c; k < 9; ++k) m[r][k] -= share * m[c][k];
    }
  }
  for (size_t i = 0; i < 8; ++i) (*plan)[i] = m[i][8] / m[i][i];
  return true;
}

Raster Warped(const Raster& raster, const Homography& plan, int width, int height) {
  constexpr int kStretch = 32;  // pixels between which a homography is as good as straight
  Raster out(width, height);
  const int last_x = raster.width - 1, last_y = raster.height - 1;
  for (int y = 0; y < height; ++y) {
    uint8_t* to = out.Row(y);
    PlanePoint here = Apply(plan, {0, static_cast<double>(y)});
    for (int x0 = 0; x0 < width; x0 += kStretch) {
      const PlanePoint next = Apply(plan, {static_cast<double>(x0 + kStretch), static_cast<double>(y)});
      int u = static_cast<int>(std::lround(here.x * 65536)), v = static_cast<int>(std::lround(here.y * 65536));
      const int du = static_cast<int>(std::lround((next.x - here.x) * 65536 / kStretch));
      const int dv = static_cast<int>(std::lround((next.y - here.y) * 65536 / kStretch));
      for (int x = x0; x < std::min(x0 + kStretch, width); ++x, u += du, v += dv) {
        const int column = u >> 16, row = v >> 16;
        if (column < 0 || row < 0 || column >= last_x || row >= last_y) continue;
        const uint8_t* p = raster.Row(row) + column;
        const uint8_t* q = p + raster.width;
        const int a = u >> 8 & 255, b = v >> 8 & 255;
        to[x] = static_cast<uint8_t>(((p[0] * (256 - a) + p[1] * a) * (256 - b) + (q[0] * (256 - a) + q[1] * a) * b + 32768) >> 16);
      }
      here = next;
    }
  }
  return out;
}

void Whiten(Pix* mask, Raster* raster) {
  const int words = pixGetWpl(mask), width = std::min(raster->width, pixGetWidth(mask));
  for (int y = 0; y < std::min(raster->height, pixGetHeight(mask)); ++y) {
    const l_uint32* line = pixGetData(mask) + static_cast<ptrdiff_t>(y) * words;
    uint8_t* row = raster->Row(y);
    for (int i = 0; i * 32 < width; ++i)
      for (uint32_t word = line[i]; word != 0; word &= word - 1)
        if (int x = i * 32 + 31 - std::countr_zero(word); x < width) row[x] = kPaper;
  }
}

}  // namespace tabularium
