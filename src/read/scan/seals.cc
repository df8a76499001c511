// Seals are told by colour and size on a coarse map of the picture. Tested by seals_test.cc.
#include "read/scan/seals.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <utility>

namespace tabularium {
namespace {

constexpr int kCell = 8;            // pixels of the picture a side of one of the map
constexpr int kStroke = 2;          // cells of the map a side of a box of strokes
constexpr int kColourful = 45;      // between the strongest and the weakest colour of a pixel
constexpr float kLeastSide = 0.5f;  // inches; a personal seal has 0.6, the largest official ones 2.4 (60 mm)
constexpr float kMostSide = 2.6f;
constexpr float kMostAspect = 2.2f;  // oval seals
constexpr float kLeastInk = 0.08f;   // share of the box

enum Channel { kRed, kGreen, kBlue };
constexpr Channel kSealInks[] = {kRed, kBlue};

struct Colour {
  int parts[3];
  int strength() const { return std::max({parts[0], parts[1], parts[2]}) - std::min({parts[0], parts[1], parts[2]}); }
};

Colour At(const l_uint32* line, int x) {
  const l_uint32 pixel = line[x];
  return {{static_cast<int>(pixel >> 24), static_cast<int>(pixel >> 16 & 255), static_cast<int>(pixel >> 8 & 255)}};
}

const l_uint32* Line(Pix* pix, int y) { return pixGetData(pix) + static_cast<ptrdiff_t>(y) * pixGetWpl(pix); }

// Set where some of a cell's pixels are strongly of the colour.
PixPtr InkMap(Pix* picture, Channel ink) {
  const int width = pixGetWidth(picture) / kCell, height = pixGetHeight(picture) / kCell;
  PixPtr map(pixCreate(std::max(width, 1), std::max(height, 1), 1));
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      int found = 0;
      for (int dy = 1; dy < kCell; dy += 2)
        for (int dx = 1; dx < kCell; dx += 2) {
          const Colour c = At(Line(picture, y * kCell + dy), x * kCell + dx);
          found += c.strength() > kColourful && c.parts[ink] == std::max({c.parts[0], c.parts[1], c.parts[2]});
        }
      if (found >= 3) pixSetPixel(map.get(), x, y, 1);
    }
  return map;
}

// Where the map has ink within a box of it, in pixels of the picture.
std::vector<PixelBox> StrokesIn(Pix* map, int left, int top, int width, int height) {
  std::vector<PixelBox> strokes;
  for (int y = top; y < top + height; y += kStroke)
    for (int x = left; x < left + width; x += kStroke) {
      int ink = 0;
      BOX* box = boxCreate(x, y, kStroke, kStroke);
      pixCountPixelsInRect(map, box, &ink, nullptr);
      boxDestroy(&box);
      if (ink > 0) strokes.push_back({x * kCell, y * kCell, kStroke * kCell, kStroke * kCell});
    }
  return strokes;
}

// The map's pieces that look like seals, in pixels of the picture.
std::vector<Seal> SealsIn(Pix* map, float dots) {
  const int reach = std::max(2, static_cast<int>(dots * 0.12f) / kCell);  // gaps between a seal's letters
  PixPtr closed(pixCloseSafeBrick(nullptr, map, reach, reach));
  Boxa* boxes = pixConnCompBB(closed.get(), 8);
  std::vector<Seal> out;
  for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
    int x = 0, y = 0, w = 0, h = 0, ink = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    const float wide = static_cast<float>(w * kCell) / dots, high = static_cast<float>(h * kCell) / dots;
    if (std::min(wide, high) < kLeastSide || std::max(wide, high) > kMostSide) continue;
    if (std::max(wide, high) > kMostAspect * std::min(wide, high)) continue;
    BOX* box = boxCreate(x, y, w, h);
    pixCountPixelsInRect(map, box, &ink, nullptr);
    boxDestroy(&box);
    if (static_cast<float>(ink) < kLeastInk * static_cast<float>(w * h)) continue;
    out.push_back({{(x - 1) * kCell, (y - 1) * kCell, (w + 2) * kCell, (h + 2) * kCell}, StrokesIn(map, x, y, w, h)});
  }
  boxaDestroy(&boxes);
  return out;
}

PixelBox Within(PixelBox box, int width, int height) {
  const int x1 = std::min(box.x + box.width, width), y1 = std::min(box.y + box.height, height);
  box.x = std::max(box.x, 0), box.y = std::max(box.y, 0);
  return {box.x, box.y, x1 - box.x, y1 - box.y};
}

}  // namespace

Raster GreyWithoutSeals(Pix* picture, float dots, std::vector<Seal>* seals) {
  if (pixGetDepth(picture) != 32) return FromPix(picture);
  Raster out(pixGetWidth(picture), pixGetHeight(picture));
  for (int y = 0; y < out.height; ++y) {
    const l_uint32* line = Line(picture, y);
    uint8_t* to = out.Row(y);
    for (int x = 0; x < out.width; ++x)  // luma in 256ths (ITU-R BT.601)
      to[x] = static_cast<uint8_t>(((line[x] >> 24) * 77 + (line[x] >> 16 & 255) * 150 + (line[x] >> 8 & 255) * 29) >> 8);
  }
  for (Channel ink : kSealInks) {
    const PixPtr map = InkMap(picture, ink);
    for (Seal& seal : SealsIn(map.get(), dots)) {
      const PixelBox box = seal.box = Within(seal.box, out.width, out.height);
      seals->push_back(std::move(seal));
      const int shift = 24 - 8 * ink;
      for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x) out.Row(y)[x] = static_cast<uint8_t>(Line(picture, y)[x] >> shift & 255);
    }
  }
  return out;
}

}  // namespace tabularium
