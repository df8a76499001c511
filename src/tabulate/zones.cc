// A page is set in columns where a gutter goes through most of its lines and most lines beside it
// are full, as prose is. Tested by tables_test.cc.
#include "tabulate/zones.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "tabulate/gutters.h"
#include "tabulate/neighbours.h"
#include "tabulate/prices.h"
#include "tabulate/runs.h"

namespace tabularium::sheet {
namespace {

// One side of a gutter: how many lines stand there, and how many of them fill it with one run of
// text, in all and one after the other.
struct Side {
  float lines = 0, full = 0, row = 0, longest = 0;

  void Take(bool is_full) {
    lines += 1, full += is_full;
    row = is_full ? row + 1 : 0;
    longest = std::max(longest, row);
  }
  bool IsProse() const { return full >= kProseLines && (full >= kProsePart * lines || longest >= kProseLines); }
};

// True if on both sides of the gutter, up to the next, most lines are full, or several one after the other.
bool SetsProseApart(const Sheet& sheet, std::span<const RunLine> lines, float lo, const Gutter& gutter, float hi) {
  Side left, right;
  for (const RunLine& line : lines) {
    bool any_left = false, any_right = false, full_left = false, full_right = false;
    for (const Run& run : line.runs) {
      const float x = run.box.mid_x();
      if (x < lo || x > hi || (run.box.x0 < gutter.at() && run.box.x1 > gutter.at())) continue;
      (x < gutter.at() ? any_left : any_right) = true;
      if (WordsOf(sheet, run.tokens) < static_cast<float>(kProseTokens)) continue;
      if (x < gutter.at())
        full_left |= IsFull(run, lo, gutter.lo);
      else
        full_right |= IsFull(run, gutter.hi, hi);
    }
    if (any_left) left.Take(full_left);
    if (any_right) right.Take(full_right);
  }
  return left.IsProse() && right.IsProse();
}

std::vector<Gutter> PageGutters(const Sheet& sheet, std::span<const RunLine> lines) {
  Rect all = lines.front().box;
  for (const RunLine& line : lines) Widen(line.box, &all);
  const GutterCare care{kProseLines, kProsePart / 2, kMostCoveredPage};
  std::vector<Gutter> found;
  const std::vector<Gutter> gutters = GuttersOf(sheet, lines, all.x0, all.x1, care);
  float lo = all.x0;
  for (size_t i = 0; i < gutters.size(); ++i) {
    const float hi = i + 1 < gutters.size() ? gutters[i + 1].lo : all.x1;
    if (gutters[i].hi - gutters[i].lo < kSpaceEm * lines.front().size) continue;
    if (!SetsProseApart(sheet, lines, lo, gutters[i], hi) &&
        !SetsProseApart(sheet, lines, lo, gutters[i], all.x1))
      continue;
    found.push_back(gutters[i]);
    lo = gutters[i].hi;
  }
  return found;
}

// Columns of prose whose lines stand on different heights: each line with the nearest of those beside it.
std::vector<RunLine> WithLinesBeside(std::vector<RunLine> lines) {
  std::vector<RunLine> joined;
  for (RunLine& line : lines) {
    const bool beside = !joined.empty() && line.base - joined.back().base < kBesideEm * line.size &&
                        (line.box.x0 > joined.back().box.x1 || line.box.x1 < joined.back().box.x0);
    if (!beside) {
      joined.push_back(std::move(line));
      continue;
    }
    RunLine& other = joined.back();
    const auto at = line.box.x0 > other.box.x1 ? other.runs.end() : other.runs.begin();
    other.runs.insert(at, line.runs.begin(), line.runs.end());
    Widen(line.box, &other.box);
  }
  return joined;
}

// A part of the page: its lines, half open, and the gutters between the columns of prose that it is set in.
struct Columns {
  size_t first = 0, last = 0;
  std::vector<Gutter> gutters;
};

// The whole page, or parts of it between lines of prose over its whole width.
std::vector<Columns> ColumnsOf(const Sheet& sheet, std::span<const RunLine> lines) {
  if (lines.empty()) return {};
  if (auto gutters = PageGutters(sheet, lines); !gutters.empty()) return {{0, lines.size(), std::move(gutters)}};
  Rect all = lines.front().box;
  for (const RunLine& line : lines) Widen(line.box, &all);
  std::vector<Columns> parts;
  for (size_t first = 0, i = 0; i <= lines.size(); ++i) {
    if (i < lines.size() && !IsFull(lines[i].runs[0], all.x0, all.x1)) continue;
    if (static_cast<float>(i - first) >= kProseLines && i - first < lines.size())
      if (auto gutters = PageGutters(sheet, lines.subspan(first, i - first)); !gutters.empty()) parts.push_back({first, i, std::move(gutters)});
    first = i + 1;
  }
  return parts;
}

// Which lines of a part stand over several of its columns: those that reach over a gutter, and among lines of no prose those
// beside them, or between rules that reach over it.
class WideLines {
 public:
  // Tells of each line of the part whether it is wide.
  WideLines(std::span<const RunLine> lines, std::span<const Rule> rules, const Columns& part, std::vector<uint8_t>* wide)
      : lines_(lines), rules_(rules), part_(part), wide_(*wide) {
    for (size_t i = part.first; i < part.last; ++i) left_ = std::min(left_, lines[i].box.x0);
  }
  void Find();

 private:
  bool Reaches(const RunLine& line, bool over) const;
  bool HasProse(const RunLine& line) const;
  bool GoesOnBeside(const RunLine& line) const;
  void AddBetweenRules();
  void Widen(size_t first, size_t last);
  void AddTables();

  std::span<const RunLine> lines_;
  std::span<const Rule> rules_;
  const Columns& part_;
  std::vector<uint8_t>& wide_;
  float left_ = kFarthest;  // of the first column
};

// Over the middle of a gutter, or into it.
bool WideLines::Reaches(const RunLine& line, bool over) const {
  for (const Run& run : line.runs)
    for (const Gutter& gutter : part_.gutters) {
      const float inset = over ? 0 : kInsetEm * line.size;
      if (run.box.x0 < (over ? gutter.at() : gutter.hi - inset) && run.box.x1 > (over ? gutter.at() : gutter.lo + inset)) return true;
    }
  return false;
}

bool WideLines::HasProse(const RunLine& line) const {
  const auto& gutters = part_.gutters;
  return std::any_of(line.runs.begin(), line.runs.end(), [&](const Run& run) {
    const auto right = std::find_if(gutters.begin(), gutters.end(), [&](const Gutter& g) { return run.box.mid_x() < g.at(); });
    const float lo = right == gutters.begin() ? left_ : (right - 1)->hi;
    const float hi = right == gutters.end() ? (right - 1)->hi + (gutters[0].lo - left_) : right->lo;
    return IsFull(run, lo, hi);
  });
}

// True if figures stand right of a gutter on one line with what is left of it: they begin no row.
bool WideLines::GoesOnBeside(const RunLine& line) const {
  for (size_t i = 1; i < line.runs.size(); ++i) {
    const Run &left = line.runs[i - 1], &right = line.runs[i];
    const bool apart = std::any_of(part_.gutters.begin(), part_.gutters.end(), [&](const Gutter& g) { return left.box.mid_x() < g.at() && right.box.mid_x() > g.at(); });
    if (apart && right.look != Look::kText && std::abs(left.base - right.base) < kSameBaseEm * line.size) return true;
  }
  return false;
}

void WideLines::AddBetweenRules() {
  const auto top = std::lower_bound(rules_.begin(), rules_.end(), lines_[part_.first].box.y0 - kRuleReachEm * lines_[part_.first].size,
                                    [](const Rule& r, float y) { return r.at < y; });
  size_t tried = 0;
  for (auto rule = top; rule != rules_.end() && rule->at < lines_[part_.last - 1].box.y1; ++rule) {
    const bool over = std::any_of(part_.gutters.begin(), part_.gutters.end(), [&](const Gutter& g) { return rule->lo < g.lo && rule->hi > g.hi; });
    if (!over || ++tried > kMostTried) continue;
    const auto next = std::find_if(rule + 1, rules_.end(), [&](const Rule& r) {
      return r.at > rule->at + kSameRule && std::abs(r.lo - rule->lo) < kTouch && std::abs(r.hi - rule->hi) < kTouch;
    });
    if (next == rules_.end()) continue;
    size_t first = part_.first;
    while (first < part_.last && lines_[first].box.mid_y() < rule->at) ++first;
    size_t last = first;
    while (last < part_.last && lines_[last].box.mid_y() < next->at && !HasProse(lines_[last])) ++last;
    if (last == part_.last || lines_[last].box.mid_y() >= next->at) Widen(first, last);
  }
}

void WideLines::Widen(size_t first, size_t last) {
  std::fill(wide_.begin() + static_cast<long>(first), wide_.begin() + static_cast<long>(last), uint8_t{1});
}

void WideLines::AddTables() {
  for (size_t i = part_.first; i < part_.last;) {
    size_t end = i, wide = 0;
    for (; end < part_.last && !HasProse(lines_[end]); ++end) wide += wide_[end] || Reaches(lines_[end], false) || GoesOnBeside(lines_[end]);
    if (static_cast<float>(wide) >= kWidePart * static_cast<float>(end - i)) Widen(i, end);
    i = end + 1;
  }
}

void WideLines::Find() {
  for (size_t i = part_.first; i < part_.last; ++i) wide_[i] = Reaches(lines_[i], true);
  for (size_t i = part_.first + 1; i + 1 < part_.last; ++i) wide_[i] |= wide_[i - 1] && Reaches(lines_[i + 1], true);
  AddBetweenRules();
  AddTables();
}

std::vector<std::vector<uint32_t>> PageZones(const Sheet& sheet, std::span<const uint32_t> tokens, std::span<const Rule> rules) {
  const std::vector<RunLine> lines = WithLinesBeside(RunLinesOf(sheet, tokens));
  const std::vector<Columns> parts = ColumnsOf(sheet, lines);
  if (parts.empty()) return {{tokens.begin(), tokens.end()}};
  std::vector<std::vector<uint32_t>> zones(1);
  auto add = [&](size_t zone, const Run& run) { zones[zone].insert(zones[zone].end(), run.tokens.begin(), run.tokens.end()); };
  std::vector<uint8_t> wide(lines.size(), 0);
  size_t at = 0;
  for (const Columns& part : parts) {
    for (; at < part.first; ++at)
      for (const Run& run : lines[at].runs) add(0, run);
    WideLines(lines, rules, part, &wide).Find();
    const size_t before = zones.size();
    zones.resize(before + part.gutters.size() + 1);
    for (; at < part.last; ++at)
      for (const Run& run : lines[at].runs) {
        const auto column = std::find_if(part.gutters.begin(), part.gutters.end(), [&](const Gutter& g) { return run.box.mid_x() < g.at(); }) - part.gutters.begin();
        add(wide[at] ? 0 : before + static_cast<size_t>(column), run);
      }
  }
  for (; at < lines.size(); ++at)
    for (const Run& run : lines[at].runs) add(0, run);
  return zones;
}

}  // namespace

std::vector<std::vector<uint32_t>> ZonesOf(const Sheet& sheet, std::span<const uint32_t> tokens, std::span<const Rule> rules,
                                           std::span<const Rect> frames) {
  const std::vector<RunLine> lines = RunLinesOf(sheet, tokens);
  std::vector<Rule> drawn(rules.begin(), rules.end());
  AddFeetOfStrips(sheet.fills, &drawn);
  const std::vector<Parting> partings = PartingsOf(lines, drawn, frames);
  if (partings.empty()) return PageZones(sheet, tokens, rules);
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
    for (auto& part : PageZones(sheet, zone, rules)) zones.push_back(std::move(part));
  }
  return zones;
}

}  // namespace tabularium::sheet
