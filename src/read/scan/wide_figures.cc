// Tested by wide_figures_test.cc.
#include "read/scan/wide_figures.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <utility>

namespace tabularium {
namespace {

constexpr int kDark = 128;
constexpr float kNarrow = 0.8f;   // of the ink's height: no figure is wider
constexpr float kNear = 0.22f;    // figures that stand no farther apart than so
constexpr float kWide = 0.45f;    // are no full-width ones, which mostly stand so far apart
constexpr float kApart = 2.2f;    // but never so far
constexpr float kKept = 0.25f;    // what is left of a gap
constexpr size_t kFewest = 2;     // gaps: a blank may part two figures, but not all

struct Stretch {
  int begin = 0, end = 0;
  int width() const { return end - begin; }
};

// Columns with ink, as stretches; how high all of it is goes to `height`.
std::vector<Stretch> InkOf(Pix* line, int* height) {
  std::vector<Stretch> out;
  const PixPtr ink(pixThresholdToBinary(line, kDark));
  if (!ink) return out;
  l_int32 top = 0, bottom = 0, all = 0;
  if (pixCountPixels(ink.get(), &all, nullptr) != 0 || all == 0) return out;
  ::Box* box = nullptr;
  if (pixClipToForeground(ink.get(), nullptr, &box) != 0 || !box) return out;
  boxGetGeometry(box, nullptr, &top, nullptr, &bottom);
  boxDestroy(&box);
  *height = bottom;
  Numa* counts = pixCountPixelsByColumn(ink.get());
  for (int x = 0, n = numaGetCount(counts); x < n; ++x) {
    l_int32 count = 0;
    numaGetIValue(counts, x, &count);
    if (count == 0) continue;
    if (out.empty() || out.back().end < x) out.push_back({x, x});
    out.back().end = x + 1;
  }
  numaDestroy(&counts);
  return out;
}

float Median(std::vector<int> values) {
  const auto middle = values.begin() + static_cast<ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return static_cast<float>(*middle);
}

// The gaps between figures, each as the stretches beside it; none where the figures are no full-width ones.
std::vector<std::pair<Stretch, Stretch>> WideGaps(const std::vector<Stretch>& ink, float height) {
  std::vector<std::pair<Stretch, Stretch>> gaps;
  std::vector<int> widths;
  auto is_figure = [&](const Stretch& s) { return static_cast<float>(s.width()) <= kNarrow * height; };
  for (size_t i = 1; i < ink.size(); ++i) {
    const int width = ink[i].begin - ink[i - 1].end;
    if (!is_figure(ink[i - 1]) || !is_figure(ink[i]) || static_cast<float>(width) > kApart * height) continue;
    if (static_cast<float>(width) < kNear * height) return {};
    gaps.emplace_back(ink[i - 1], ink[i]);
    widths.push_back(width);
  }
  if (gaps.size() < kFewest || Median(std::move(widths)) < kWide * height) gaps.clear();
  return gaps;
}

}  // namespace

void NarrowWideFigures(Crop* line) {
  Pix* picture = line->picture.get();
  int rows = 0;
  const std::vector<Stretch> ink = InkOf(picture, &rows);
  const auto height = static_cast<float>(rows);
  const auto gaps = WideGaps(ink, height);
  if (gaps.empty()) return;
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

}  // namespace tabularium
