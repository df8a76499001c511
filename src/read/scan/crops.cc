// Tight crops of spots: recognisers misread what stands in much white, or touches an edge. Tested by crops_test.cc.
#include "read/scan/crops.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <memory>

namespace tabularium {
namespace {

constexpr float kMargin = 0.2f;   // of a line's height; loose crops read four times worse than tight ones
constexpr float kLeastHeight = 0.8f;  // of a line's height: a dash alone keeps its line, or it might be anything
constexpr int kLeastMargin = 5;   // pixels
constexpr int kWhite = 255;
constexpr size_t kLeastColumn = 3;  // letters; one digit is as tall and narrow as two Han letters

struct BoxFree {
  void operator()(::Box* box) const { boxDestroy(&box); }
};
using BoxPtr = std::unique_ptr<::Box, BoxFree>;

PixPtr Clip(Pix* pix, const PixelBox& box) {
  BoxPtr region(boxCreate(box.x, box.y, box.width, box.height));
  return PixPtr(region ? pixClipRectangle(pix, region.get(), nullptr) : nullptr);
}

// The smallest box around what is dark in `box` but for specks of a pixel; empty (no width): nothing is.
PixelBox InkIn(Pix* ink, const PixelBox& box) {
  PixPtr part = Clip(ink, box);
  PixPtr half(part ? pixReduceRankBinary2(part.get(), 2, nullptr) : nullptr);
  if (!half) return {};
  ::Box* found = nullptr;
  pixClipToForeground(half.get(), nullptr, &found);
  if (!found) return {};
  BoxPtr tight(found);
  l_int32 x = 0, y = 0, w = 0, h = 0;
  boxGetGeometry(tight.get(), &x, &y, &w, &h);
  const int left = std::max(0, 2 * x - 1), top = std::max(0, 2 * y - 1);
  const int right = std::min(box.width, 2 * (x + w) + 1), bottom = std::min(box.height, 2 * (y + h) + 1);
  return {box.x + left, box.y + top, right - left, bottom - top};
}

// Rows of ink, each from the first dark row to the last; rows nearer than `join` are one.
std::vector<PixelBox> RowsOf(Pix* ink, const PixelBox& box, int join) {
  PixPtr part = Clip(ink, box);
  std::vector<PixelBox> rows;
  if (!part) return rows;
  for (int y = 0; y < pixGetHeight(part.get()); ++y) {
    l_int32 dark = 0;
    pixCountPixelsInRow(part.get(), y, &dark, nullptr);
    if (dark == 0) continue;
    if (rows.empty() || y - (rows.back().y - box.y + rows.back().height) > join) rows.push_back({box.x, box.y + y, box.width, 0});
    rows.back().height = y + 1 - (rows.back().y - box.y);
  }
  return rows;
}

// The letters of a column: strokes of one letter stand apart too, so rows join while they stay about as high as wide; letters that
// touch are cut where they should end.
std::vector<PixelBox> LettersOfColumn(Pix* ink, const PixelBox& box) {
  std::vector<PixelBox> letters;
  for (const PixelBox& row : RowsOf(ink, box, 0)) {
    if (!letters.empty() && row.y + row.height - letters.back().y <= box.width * 11 / 10) {
      letters.back().height = row.y + row.height - letters.back().y;
    } else {
      const int count = std::max(1, (row.height + box.width / 3) / box.width), part = row.height / count;
      for (int i = 0; i < count; ++i) letters.push_back({row.x, row.y + i * part, row.width, i + 1 < count ? part : row.height - i * part});
    }
  }
  return letters;
}

// A line with its end behind the cell's rule.
PixelBox LineOf(const SheetSpot& spot) {
  const int top = std::min(spot.ink.y, spot.beyond.y), bottom = std::max(spot.ink.y + spot.ink.height, spot.beyond.y + spot.beyond.height);
  return {spot.ink.x, top, spot.beyond.x + spot.beyond.width - spot.ink.x, bottom - top};
}

Crop LayOut(const ScanSheet& sheet, const std::vector<PixelBox>& boxes, int margin, int gap) {
  Crop crop;
  int width = 2 * margin, height = 0;
  for (const PixelBox& box : boxes) width += box.width, height = std::max(height, box.height);
  width += gap * (static_cast<int>(boxes.size()) - 1), height += 2 * margin;
  crop.picture.reset(pixCreate(width, height, 8));
  if (!crop.picture) return crop;
  pixSetAllArbitrary(crop.picture.get(), kWhite);
  int x = margin;
  for (const PixelBox& box : boxes) {
    const int y = (height - box.height) / 2;
    pixRasterop(crop.picture.get(), x, y, box.width, box.height, PIX_SRC, sheet.grey.get(), box.x, box.y);
    crop.parts.push_back({box, x, y});
    x += box.width + gap;
  }
  return crop;
}

}  // namespace

Crop CropBox(const ScanSheet& sheet, const PixelBox& box, int margin, int least_height) {
  const PixelBox ink = InkIn(sheet.ink.get(), box);
  if (ink.width == 0) return {};
  PixelBox body = ink;
  if (const int lack = least_height - ink.height; lack > 0) {
    body.y = std::max(box.y, ink.y - lack / 2);
    body.height = std::min(box.y + box.height, body.y + least_height) - body.y;
  }
  Crop crop = LayOut(sheet, {body}, margin, 0);
  crop.ink = ink;
  return crop;
}

bool IsColumn(const ScanSheet& sheet, const SheetSpot& spot) {
  if (!spot.upright) return true;
  if (spot.lines > 1 || spot.box.height < spot.box.width) return false;
  const PixelBox ink = InkIn(sheet.ink.get(), spot.box);
  return ink.width > 0 && 2 * ink.height >= 5 * ink.width && LettersOfColumn(sheet.ink.get(), ink).size() >= kLeastColumn;
}

Crop CropSpot(const ScanSheet& sheet, const SheetSpot& spot) {
  const int height = spot.line_height > 0 ? spot.line_height : spot.box.height;
  const int margin = std::max(kLeastMargin, static_cast<int>(kMargin * static_cast<float>(height)));
  if (spot.upright) return CropBox(sheet, spot.beyond.width > 0 ? LineOf(spot) : spot.box, std::min(margin, 40), static_cast<int>(kLeastHeight * static_cast<float>(spot.line_height)));
  const PixelBox ink = InkIn(sheet.ink.get(), spot.box);
  if (ink.width == 0) return {};
  Crop crop = LayOut(sheet, LettersOfColumn(sheet.ink.get(), ink), kLeastMargin + ink.width / 5, ink.width / 8);
  crop.ink = ink;
  return crop;
}

void MoveToSheet(const Crop& crop, SeenText* seen) {
  if (crop.parts.empty()) return;
  SeenLetter* before = nullptr;
  const Crop::Part* part_before = nullptr;
  for (SeenLetter& letter : seen->letters) {
    const int middle = letter.box.x + letter.box.width / 2;
    const Crop::Part* part = &crop.parts.front();
    for (const Crop::Part& other : crop.parts)
      if (other.x <= middle) part = &other;
    letter.box.x += part->from.x - part->x;
    letter.box.y += part->from.y - part->y;
    if (before && before->line == letter.line && part_before < part && part_before->from.y == part->from.y) {  // it was drawn to the one before
      letter.blank_before = letter.parted = false;
      before->box.width = std::max(before->box.width, letter.box.x - before->box.x);
    }
    before = &letter, part_before = part;
  }
}

}  // namespace tabularium
