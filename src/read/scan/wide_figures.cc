// Tested by wide_figures_test.cc.
#include "read/scan/wide_figures.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <utility>

namespace tabularium {
namespace {

constexpr int kDark = 128;
constexpr float kNarrow = 0.8f;   // of a figure's height: none is wider,
constexpr float kTall = 0.7f;     // nor lower than this; a point or a comma is
constexpr float kPoint = 0.5f;    // no larger than so;
constexpr float kNear = 0.22f;    // figures that stand no farther apart than so
constexpr float kWide = 0.45f;    // are no full-width ones, which mostly stand so far apart
constexpr float kApart = 2.2f;    // but never so far
constexpr float kKept = 0.25f;    // what is left of a gap
constexpr size_t kFewest = 2;     // gaps: a blank may part two figures, but not all

struct Stretch {
  int begin = 0, end = 0;  // columns
  int height = 0;          // of its ink
  int width() const { return end - begin; }
};

int InkHeight(Pix* ink, int begin, int end) {
  ::Box *columns = boxCreate(begin, 0, end - begin, pixGetHeight(ink)), *box = nullptr;
  const PixPtr part(pixClipRectangle(ink, columns, nullptr));
  boxDestroy(&columns);
  if (!part || pixClipToForeground(part.get(), nullptr, &box) != 0 || !box) return 0;
  l_int32 height = 0;
  boxGetGeometry(box, nullptr, nullptr, nullptr, &height);
  boxDestroy(&box);
  return height;
}

// Columns with ink, as stretches.
std::vector<Stretch> InkOf(Pix* line) {
  std::vector<Stretch> out;
  const PixPtr ink(pixThresholdToBinary(line, kDark));
  Numa* counts = ink ? pixCountPixelsByColumn(ink.get()) : nullptr;
  for (int x = 0, n = counts ? numaGetCount(counts) : 0; x < n; ++x) {
    l_int32 count = 0;
    numaGetIValue(counts, x, &count);
    if (count == 0) continue;
    if (out.empty() || out.back().end < x) out.push_back({x, x, 0});
    out.back().end = x + 1;
  }
  numaDestroy(&counts);
  for (Stretch& stretch : out) stretch.height = InkHeight(ink.get(), stretch.begin, stretch.end);
  return out;
}

float Median(std::vector<float> values) {
  const auto middle = values.begin() + static_cast<ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// A line's gaps between figures, or beside their points, each as the stretches beside it.
struct LineGaps {
  float height = 0;  // of the line's tallest ink
  std::vector<std::pair<Stretch, Stretch>> gaps;
};

// Adds the widths of the gaps, in parts of the height. False: two figures stand too near to be full-width ones.
bool FindGaps(const std::vector<Stretch>& ink, LineGaps* line, std::vector<float>* widths) {
  for (const Stretch& stretch : ink) line->height = std::max(line->height, static_cast<float>(stretch.height));
  const float height = line->height;
  auto is_figure = [&](const Stretch& s) {
    return static_cast<float>(s.width()) <= kNarrow * height && static_cast<float>(s.height) >= kTall * height;
  };
  auto is_point = [&](const Stretch& s) { return static_cast<float>(std::max(s.width(), s.height)) <= kPoint * height; };
  for (size_t i = 1; i < ink.size(); ++i) {
    const Stretch &before = ink[i - 1], &after = ink[i];
    const float width = static_cast<float>(after.begin - before.end) / height;
    const bool of_number = is_figure(before) ? is_figure(after) || is_point(after) : is_point(before) && is_figure(after);
    if (!of_number || width > kApart) continue;
    if (width < kNear) return false;
    line->gaps.emplace_back(before, after);
    widths->push_back(width);
  }
  return true;
}

void DrawTogether(const LineGaps& found, Crop* line) {
  const auto& [height, gaps] = found;
  if (gaps.empty()) return;
  Pix* picture = line->picture.get();
  const int kept = std::max(2, static_cast<int>(kKept * height)), width = pixGetWidth(picture), high = pixGetHeight(picture);
  const Crop::Part whole = line->parts.front();
  std::vector<Crop::Part> parts;
  int to = 0;
  auto keep = [&](int begin, int end) {
    PixelBox from = whole.from;
    from.x += begin - whole.x, from.width = end - begin;
    parts.push_back({from, to, whole.y});
    to += end - begin;
  };
  int begin = 0;
  for (const auto& [before, after] : gaps) {
    keep(begin, before.end + kept / 2);
    begin = after.begin - (kept - kept / 2);
  }
  keep(begin, width);
  PixPtr narrow(pixCreate(to, high, pixGetDepth(picture)));
  if (!narrow) return;
  for (const Crop::Part& part : parts)
    pixRasterop(narrow.get(), part.x, 0, part.from.width, high, PIX_SRC, picture, part.from.x - whole.from.x + whole.x, 0);
  line->picture = std::move(narrow);
  line->parts = std::move(parts);
}

}  // namespace

void NarrowWideFigures(std::span<Crop> lines) {
  std::vector<LineGaps> found(lines.size());
  std::vector<float> widths;
  for (size_t i = 0; i < lines.size(); ++i)
    if (!FindGaps(InkOf(lines[i].picture.get()), &found[i], &widths)) return;
  if (widths.size() < kFewest || Median(std::move(widths)) < kWide) return;
  for (size_t i = 0; i < lines.size(); ++i) DrawTogether(found[i], &lines[i]);
}

}  // namespace tabularium
