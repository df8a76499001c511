// A page is set in columns where a gutter goes through most of its lines and most lines beside it
// are full, as prose is. Tested by tables_test.cc.
#include "tabulate/zones.h"

#include <algorithm>

#include "tabulate/gutters.h"
#include "tabulate/prices.h"
#include "tabulate/runs.h"

namespace tabularium::sheet {
namespace {

// One side of a gutter: how many lines stand there, and how many of them fill it with one run of
// text.
struct Side {
  float lines = 0, full = 0;
};

bool IsFull(const Run& run, float lo, float hi) {
  return run.look == Look::kText && run.box.width() > kFullLine * (hi - lo);
}

// True if most lines on both sides of the gutter, up to the next, are full.
bool SetsProseApart(std::span<const RunLine> lines, float lo, const Gutter& gutter, float hi) {
  Side left, right;
  for (const RunLine& line : lines) {
    bool any_left = false, any_right = false, full_left = false, full_right = false;
    for (const Run& run : line.runs) {
      const float x = run.box.mid_x();
      if (x < lo || x > hi || (run.box.x0 < gutter.at() && run.box.x1 > gutter.at())) continue;
      (x < gutter.at() ? any_left : any_right) = true;
      if (x < gutter.at())
        full_left |= IsFull(run, lo, gutter.lo);
      else
        full_right |= IsFull(run, gutter.hi, hi);
    }
    left.lines += any_left, left.full += full_left;
    right.lines += any_right, right.full += full_right;
  }
  return left.full >= kProsePart * left.lines && right.full >= kProsePart * right.lines &&
         left.full >= kProseLines && right.full >= kProseLines;
}

std::vector<float> PageGutters(const Sheet& sheet, std::span<const RunLine> lines) {
  Rect all = lines.front().box;
  for (const RunLine& line : lines) Widen(line.box, &all);
  const GutterCare care{kProseLines, kProsePart / 2, kMostCoveredPage};
  std::vector<float> found;
  const std::vector<Gutter> gutters = GuttersOf(sheet, lines, all.x0, all.x1, care);
  float lo = all.x0;
  for (size_t i = 0; i < gutters.size(); ++i) {
    const float hi = i + 1 < gutters.size() ? gutters[i + 1].lo : all.x1;
    if (!SetsProseApart(lines, lo, gutters[i], hi) &&
        !SetsProseApart(lines, lo, gutters[i], all.x1))
      continue;
    found.push_back(gutters[i].at());
    lo = gutters[i].hi;
  }
  return found;
}

bool Crosses(const RunLine& line, std::span<const float> gutters) {
  for (const Run& run : line.runs)
    for (const float x : gutters)
      if (run.box.x0 < x && run.box.x1 > x) return true;
  return false;
}

}  // namespace

std::vector<std::vector<uint32_t>> ZonesOf(const Sheet& sheet, std::span<const uint32_t> tokens) {
  const std::vector<RunLine> lines = RunLinesOf(sheet, tokens);
  std::vector<float> gutters;
  if (!lines.empty()) gutters = PageGutters(sheet, lines);
  if (gutters.empty()) return {{tokens.begin(), tokens.end()}};
  std::vector<uint8_t> crosses(lines.size(), 0);
  for (size_t i = 0; i < lines.size(); ++i) crosses[i] = Crosses(lines[i], gutters);
  std::vector<std::vector<uint32_t>> zones(gutters.size() + 2);
  for (size_t i = 0; i < lines.size(); ++i) {
    // A line between two that run over the page belongs to them.
    const bool wide =
        crosses[i] || (i > 0 && i + 1 < lines.size() && crosses[i - 1] && crosses[i + 1]);
    for (const Run& run : lines[i].runs) {
      const auto column =
          std::upper_bound(gutters.begin(), gutters.end(), run.box.mid_x()) - gutters.begin();
      auto& zone = zones[wide ? 0 : static_cast<size_t>(column) + 1];
      zone.insert(zone.end(), run.tokens.begin(), run.tokens.end());
    }
  }
  return zones;
}

}  // namespace tabularium::sheet
