// A page is set in columns where a gutter goes through most of its lines and most lines beside it
// are full, as prose is. Tested by tables_test.cc.
#include "tabulate/zones.h"

#include <algorithm>
#include <map>
#include <utility>

#include "tabulate/gutters.h"
#include "tabulate/neighbours.h"
#include "tabulate/prices.h"
#include "tabulate/runs.h"

namespace tabularium::sheet {
namespace {

// One side of a gutter: how many lines stand there, and how many of them fill it with one run of
// text.
struct Side {
  float lines = 0, full = 0;
};

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

std::vector<std::vector<uint32_t>> PageZones(const Sheet& sheet, std::span<const uint32_t> tokens, std::span<const RunLine> lines) {
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

}  // namespace

std::vector<std::vector<uint32_t>> ZonesOf(const Sheet& sheet, std::span<const uint32_t> tokens, std::span<const Rule> rules,
                                           std::span<const Rect> frames) {
  const std::vector<RunLine> lines = RunLinesOf(sheet, tokens);
  std::vector<Rule> drawn(rules.begin(), rules.end());
  AddFeetOfStrips(sheet.fills, &drawn);
  const std::vector<Parting> partings = PartingsOf(lines, drawn, frames);
  if (partings.empty()) return PageZones(sheet, tokens, lines);
  std::map<uint64_t, std::vector<uint32_t>> apart;  // by the sides of all partings that a run stands at: two bits each
  for (size_t i = 0; i < lines.size(); ++i)
    for (const Run& run : lines[i].runs) {
      uint64_t sides = 0;
      for (size_t p = 0; p < partings.size(); ++p)
        if (i >= partings[p].first && i < partings[p].last)
          sides |= (run.box.mid_x() < partings[p].x ? uint64_t{1} : uint64_t{2}) << 2 * p;
      auto& zone = apart[sides];
      zone.insert(zone.end(), run.tokens.begin(), run.tokens.end());
    }
  std::vector<std::vector<uint32_t>> zones;
  for (auto& [sides, zone] : apart) {
    if (sides != 0) {
      zones.push_back(std::move(zone));
      continue;
    }
    for (auto& part : PageZones(sheet, zone, RunLinesOf(sheet, zone))) zones.push_back(std::move(part));
  }
  return zones;
}

}  // namespace tabularium::sheet
