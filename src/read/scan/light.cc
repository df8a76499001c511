// Paper is found tile by tile, and between the tiles' middles it changes evenly. Tested by light_test.cc.
#include "read/scan/light.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "read/scan/measures.h"

namespace tabularium {
namespace {

constexpr int kTile = 32;           // pixels a side
constexpr float kPaperShare = 0.7f;  // of a tile's pixels are no brighter than its paper: letters are the darker ones
constexpr int kDarkest = 70;        // no paper is darker: such tiles take their neighbours'

struct Tiles {
  int columns = 0, rows = 0;
  std::vector<int> paper;
  int& At(int row, int column) { return paper[static_cast<size_t>(row * columns + column)]; }
};

int PaperOf(const Raster& sheet, int x0, int y0) {
  int counts[256] = {}, all = 0;
  for (int y = y0; y < std::min(y0 + kTile, sheet.height); y += 2)
    for (int x = x0; x < std::min(x0 + kTile, sheet.width); x += 2) ++counts[sheet.Row(y)[x]], ++all;
  int value = 0;
  for (int passed = counts[0]; value < 255 && static_cast<float>(passed) < kPaperShare * static_cast<float>(all);) passed += counts[++value];
  return value;
}

// Tiles without paper (0) take the mean of neighbours that have some, in rounds.
void FillDark(Tiles* tiles) {
  for (bool again = true; again;) {
    again = false;
    Tiles next = *tiles;
    for (int r = 0; r < tiles->rows; ++r)
      for (int c = 0; c < tiles->columns; ++c) {
        if (tiles->At(r, c) > 0) continue;
        int sum = 0, count = 0;
        for (int i = std::max(r - 1, 0); i <= std::min(r + 1, tiles->rows - 1); ++i)
          for (int j = std::max(c - 1, 0); j <= std::min(c + 1, tiles->columns - 1); ++j)
            if (int p = tiles->At(i, j); p > 0) sum += p, ++count;
        if (count > 0) next.At(r, c) = sum / count, again = true;
      }
    *tiles = std::move(next);
  }
}

Tiles PaperOf(const Raster& sheet) {
  Tiles tiles{(sheet.width + kTile - 1) / kTile, (sheet.height + kTile - 1) / kTile, {}};
  tiles.paper.resize(static_cast<size_t>(tiles.columns * tiles.rows));
  for (int r = 0; r < tiles.rows; ++r)
    for (int c = 0; c < tiles.columns; ++c) {
      const int paper = PaperOf(sheet, c * kTile, r * kTile);
      tiles.At(r, c) = paper < kDarkest ? 0 : paper;
    }
  FillDark(&tiles);
  Tiles smooth = tiles;
  for (int r = 1; r + 1 < tiles.rows; ++r)
    for (int c = 1; c + 1 < tiles.columns; ++c) {
      int sum = 0;
      for (int i = -1; i <= 1; ++i)
        for (int j = -1; j <= 1; ++j) sum += tiles.At(r + i, c + j);
      smooth.At(r, c) = std::max(sum / 9, 1);
    }
  return smooth;
}

// The paper of every pixel of a row, between the middles of tiles.
void PaperOfRow(Tiles& tiles, int y, std::vector<float>* factors) {
  const float place = (static_cast<float>(y) + 0.5f) / kTile - 0.5f;
  const int above = std::clamp(static_cast<int>(std::floor(place)), 0, tiles.rows - 1), below = std::min(above + 1, tiles.rows - 1);
  const float share = std::clamp(place - static_cast<float>(above), 0.0f, 1.0f);
  auto at = [&](int c) {
    const float paper = static_cast<float>(tiles.At(above, c)) * (1 - share) + static_cast<float>(tiles.At(below, c)) * share;
    return 255.0f / std::max(paper, 1.0f);
  };
  const int width = static_cast<int>(factors->size());
  for (int c = -1; c < tiles.columns; ++c) {
    const float from = at(std::max(c, 0)), to = at(std::min(c + 1, tiles.columns - 1));
    const int x0 = c * kTile + kTile / 2;
    for (int x = std::max(x0, 0); x < std::min(x0 + kTile, width); ++x)
      (*factors)[static_cast<size_t>(x)] = from + (to - from) * static_cast<float>(x - x0) / kTile;
  }
}

void CutThick(float dots, Raster* sheet) {
  constexpr int kDark = 110;
  int shrink = 1;  // until a tenth of an inch has few pixels
  Raster small = *sheet;
  for (float left = dots; left > 100; left /= 2, shrink *= 2) small = Halved(small);
  const int side = std::max(3, static_cast<int>(dots / static_cast<float>(shrink) * kThick));
  PixPtr dark = DarkerThan(small, kDark);
  PixPtr framed(pixAddBorder(dark.get(), side, 1));  // dark along the picture's edge is thick, however little of it is seen
  framed.reset(pixOpenBrick(nullptr, framed.get(), side, side));
  PixPtr thick(pixRemoveBorder(framed.get(), side));
  int none = 0;
  pixZero(thick.get(), &none);
  if (none) return;
  PixPtr grown(pixDilateBrick(nullptr, thick.get(), side, side));  // their edges, which are rounder than bricks
  pixAnd(grown.get(), grown.get(), dark.get());
  pixOr(grown.get(), grown.get(), thick.get());
  PixPtr edged(pixDilateBrick(nullptr, grown.get(), 5, 5));
  PixPtr mask(pixExpandReplicate(edged.get(), shrink));
  Whiten(mask.get(), sheet);
}

void CutEdges(int strip, Raster* sheet) {
  for (int y = 0; y < sheet->height; ++y) {
    uint8_t* row = sheet->Row(y);
    const bool all = y < strip || y >= sheet->height - strip || 2 * strip >= sheet->width;
    std::fill(row, row + (all ? sheet->width : strip), kPaper);
    if (!all) std::fill(row + sheet->width - strip, row + sheet->width, kPaper);
  }
}

}  // namespace

void EvenLight(Raster* sheet) {
  Tiles tiles = PaperOf(*sheet);
  std::vector<float> factors(static_cast<size_t>(sheet->width), 1);
  for (int y = 0; y < sheet->height; ++y) {
    PaperOfRow(tiles, y, &factors);
    uint8_t* row = sheet->Row(y);
    for (int x = 0; x < sheet->width; ++x)
      row[x] = static_cast<uint8_t>(std::min(255.0f, static_cast<float>(row[x]) * factors[static_cast<size_t>(x)]));
  }
}

void CutDarkAreas(float dots, Raster* sheet) {
  constexpr float kStrip = 0.02f;  // inches along the picture's edge, where nothing is written: halving loses what is dark there
  CutThick(dots, sheet);
  CutEdges(std::max(1, static_cast<int>(kStrip * dots)), sheet);
}

}  // namespace tabularium
