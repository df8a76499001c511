// Tested by lattice_test.cc.
#include "read/scan/closings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "read/scan/measures.h"

namespace tabularium {
namespace {

constexpr float kOverhang = 0.11f;  // inches: rules that run so far beyond the last one that crosses them leave cells open
constexpr float kSameEnd = 0.06f;   // inches: ends of rules in line
constexpr float kLastStroke = 0.35f;  // inches: what is longer behind a gap is a rule's own

constexpr float kHardlyAGap = 0.97f;   // of long rules is dark
constexpr float kLeastWall = 0.2f;     // inches: walls of a strip are longer than strokes of letters but for titles',
constexpr float kLeastWalls = 0.3f;    // whose strokes in line stand nearer,
constexpr float kAsHigh = 0.7f;        // and among strokes nearly as high,
constexpr float kWholeWall = 0.9f;     // and have no gaps

using Rules = std::vector<const RuleTrace*>;

// A side of a table to which rules run without one that closes it: where it is, and from which of them to which.
struct OpenSide {
  float at = 0, first = 0, last = 0;
};

// Where a rule may end: where it does, or before a gap behind which only strokes are left.
struct End {
  float at = 0;
  const RuleTrace* rule = nullptr;
};

// How many of a rule's outermost stretches may be strokes of letters.
size_t Strokes(const RuleTrace& t, bool first, float dots) {
  const size_t n = t.dark.size();
  size_t count = 0;
  auto length = [&](size_t i) { const auto& [from, to] = t.dark[first ? i : n - 1 - i]; return to - from; };
  while (count + 1 < n && length(count) < kLastStroke * dots) ++count;
  return count;
}

// Where a rule ends without so many of its outermost stretches.
float EndWithout(const RuleTrace& t, bool first, size_t strokes) {
  if (strokes == 0) return first ? t.begin : t.end;
  return first ? t.dark[strokes].first : t.dark[t.dark.size() - 1 - strokes].second;
}

void AddEnds(const RuleTrace* t, bool first, float dots, std::vector<End>* ends) {
  for (size_t i = 0, n = Strokes(*t, first, dots); i <= n; ++i) ends->push_back({EndWithout(*t, first, i), t});
}

// Of ends by rising `at`, those in line that most rules have, one of each; of several such lines the outermost.
std::vector<End> InLine(const std::vector<End>& ends, bool first, float reach) {
  std::vector<End> best;
  for (size_t i = 0, j = 0; i < ends.size(); ++i) {
    while (j < ends.size() && ends[j].at - ends[i].at <= reach) ++j;
    std::vector<End> line(ends.begin() + static_cast<ptrdiff_t>(i), ends.begin() + static_cast<ptrdiff_t>(j));
    std::stable_sort(line.begin(), line.end(), [](const End& a, const End& b) { return a.rule->at < b.rule->at; });
    line.erase(std::unique(line.begin(), line.end(), [](const End& a, const End& b) { return a.rule == b.rule; }), line.end());
    if (first ? line.size() > best.size() : line.size() >= best.size()) best = std::move(line);
  }
  return best;
}

// Of rules that run towards a side and those that cross them: at least `least` of them, apart. `first`: the side where rules begin.
std::optional<OpenSide> OpenSideOf(const Rules& rules, const Rules& crossing, bool first, float dots, size_t least = 2) {
  const float edge = first ? crossing.front()->at : crossing.back()->at;
  std::vector<End> ends;
  for (const RuleTrace* t : rules) AddEnds(t, first, dots, &ends);
  std::erase_if(ends, [&](const End& e) { return (first ? edge - e.at : e.at - edge) < kOverhang * dots; });
  std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.at < b.at; });
  ends = InLine(ends, first, kSameEnd * dots);
  if (ends.size() < least) return std::nullopt;
  OpenSide side{0, ends.front().rule->at, ends.back().rule->at};
  const auto middle = ends.begin() + static_cast<ptrdiff_t>(ends.size() / 2);
  std::nth_element(ends.begin(), middle, ends.end(), [](const End& a, const End& b) { return a.at < b.at; });
  side.at = middle->at;
  if (least > 1 && side.last - side.first < kLeastCell * dots) return std::nullopt;
  return side;
}

// The rule that closes a side, drawn to the corners where its neighbours are open too.
RuleTrace Closing(const OpenSide& side, const std::optional<OpenSide>& before, const std::optional<OpenSide>& behind) {
  RuleTrace closing{.at = side.at, .begin = before ? before->at : side.first, .end = behind ? behind->at : side.last, .contrast = kPaper, .cover = 1};
  closing.dark = {{closing.begin, closing.end}};
  return closing;
}

// Both sides to which rules run.
struct Sides {
  std::optional<OpenSide> first, last;
  bool both() const { return first && last; }
};

// Adds what one rule tells of sides, where `ends`, those of the other direction, say that it may.
void AddByOne(const Rules& rules, const Rules& crossing, float dots, const Sides& ends, Sides* sides) {
  if (!ends.first && !ends.last) return;
  Sides by_one{OpenSideOf(rules, crossing, true, dots, 1), OpenSideOf(rules, crossing, false, dots, 1)};
  if (!ends.both() && !by_one.both()) return;
  if (!sides->first) sides->first = by_one.first;
  if (!sides->last) sides->last = by_one.last;
}

// The trace without the strokes behind a gap at `at`; whether there is such a gap.
bool Cut(float at, bool first, float dots, RuleTrace* trace) {
  for (size_t i = 1, n = Strokes(*trace, first, dots); i <= n; ++i) {
    if (std::abs(EndWithout(*trace, first, i) - at) > kSameEnd * dots / 2) continue;
    (first ? trace->begin : trace->end) = EndWithout(*trace, first, i);
    const auto strokes = static_cast<ptrdiff_t>(i);
    if (first) trace->dark.erase(trace->dark.begin(), trace->dark.begin() + strokes);
    else trace->dark.erase(trace->dark.end() - strokes, trace->dark.end());
    return true;
  }
  return false;
}

// Where several rules of a direction end or begin that meet none of the other, and both kinds are there: two tables that leave their
// facing sides open stand against each other.
std::vector<OpenSide> FacingSides(const Rules& rules, const Rules& crossing, float dots) {
  constexpr size_t kLeast = 3;
  struct LooseEnd {
    float at = 0;
    bool begins = false;
  };
  std::vector<LooseEnd> loose;
  auto add = [&](const RuleTrace& t, float at, bool begins) {
    const bool outer = at < crossing.front()->at || at > crossing.back()->at;
    const bool meets = std::any_of(crossing.begin(), crossing.end(), [&](const RuleTrace* c) {
      return std::abs(c->at - at) < kOverhang * dots && c->begin - kMeet * dots <= t.at && t.at <= c->end + kMeet * dots;
    });
    if (!outer && !meets) loose.push_back({at, begins});
  };
  for (const RuleTrace* t : rules) add(*t, t->begin, true), add(*t, t->end, false);
  std::sort(loose.begin(), loose.end(), [](const LooseEnd& a, const LooseEnd& b) { return a.at < b.at; });
  std::vector<OpenSide> sides;
  for (size_t i = 0, j = 0; i < loose.size(); i = j) {
    size_t begins = 0;
    float last_end = 0, first_begin = 1e9f;
    for (j = i; j < loose.size() && loose[j].at - loose[i].at <= kGap * dots; ++j) {
      begins += loose[j].begins;
      if (loose[j].begins) first_begin = std::min(first_begin, loose[j].at);
      else last_end = std::max(last_end, loose[j].at);
    }
    if (j - i < kLeast || begins == 0 || begins == j - i || last_end > first_begin + kSameEnd * dots) continue;
    sides.push_back({(last_end + first_begin) / 2, rules.front()->at, rules.back()->at});
  }
  return sides;
}

// True where long rules have hardly a gap: elsewhere gaps tell nothing.
bool AreWhole(const RuleTraces& traces, float dots) {
  float length = 0, dark = 0;
  for (const auto* rules : {&traces.across, &traces.down})
    for (const RuleTrace& t : *rules)
      if (t.length() >= kLongRule * dots) length += t.length(), dark += t.length() * t.cover;
  return dark >= kHardlyAGap * length;
}

}  // namespace

RuleTraces ClosingsOf(const TableRules& table, float dots) {
  const auto& [across, down] = table;
  RuleTraces closings;
  if (across.empty() || down.empty()) return closings;
  Sides sides{OpenSideOf(across, down, true, dots), OpenSideOf(across, down, false, dots)};
  Sides ends{OpenSideOf(down, across, true, dots), OpenSideOf(down, across, false, dots)};
  AddByOne(across, down, dots, ends, &sides);
  AddByOne(down, across, dots, sides, &ends);
  if (sides.first) closings.down.push_back(Closing(*sides.first, ends.first, ends.last));
  if (sides.last) closings.down.push_back(Closing(*sides.last, ends.first, ends.last));
  if (ends.first) closings.across.push_back(Closing(*ends.first, sides.first, sides.last));
  if (ends.last) closings.across.push_back(Closing(*ends.last, sides.first, sides.last));
  for (const OpenSide& side : FacingSides(down, across, dots)) closings.across.push_back(Closing(side, sides.first, sides.last));
  for (const OpenSide& side : FacingSides(across, down, dots)) closings.down.push_back(Closing(side, ends.first, ends.last));
  return closings;
}

RuleTraces ClosingsOfStrips(const RuleTraces& traces, float dots) {
  RuleTraces closings;
  const float reach = kMeet * dots;
  float left = 1e9f, right = 0;  // of the rules across
  for (const RuleTrace& t : traces.across)
    if (t.length() >= kLongRule * dots) left = std::min(left, t.begin), right = std::max(right, t.end);
  auto is_crossed = [&](const RuleTrace& t, float from, float to) {
    return std::any_of(traces.across.begin(), traces.across.end(), [&](const RuleTrace& c) {
      return c.length() >= kLeastWalls * dots && c.begin - reach <= t.at && t.at <= c.end + reach && from <= c.at && c.at <= to;
    });
  };
  auto is_met = [&](const RuleTrace& t, float at) { return is_crossed(t, at - reach, at + reach); };
  Rules walls;
  for (const RuleTrace& t : traces.down)
    if (t.length() >= kLeastWall * dots && t.length() <= kLongRule * dots && t.cover >= kWholeWall && !is_crossed(t, t.begin + reach, t.end - reach) &&
        !(is_met(t, t.begin) && is_met(t, t.end)))
      walls.push_back(&t);
  std::sort(walls.begin(), walls.end(), [](const RuleTrace* a, const RuleTrace* b) { return a->at < b->at; });
  while (!walls.empty()) {
    Rules strip;
    const RuleTrace first = *walls.front();
    std::erase_if(walls, [&](const RuleTrace* t) {
      const bool same = std::abs(t->begin - first.begin) <= reach && std::abs(t->end - first.end) <= reach;
      if (same) strip.push_back(t);
      return same;
    });
    const bool apart = std::adjacent_find(strip.begin(), strip.end(), [&](const RuleTrace* a, const RuleTrace* b) { return b->at - a->at < kLeastWalls * dots; }) == strip.end();
    const bool among_others = std::any_of(traces.down.begin(), traces.down.end(), [&](const RuleTrace& t) {  // strokes as high, or walls of a table
      const bool within = t.begin >= first.begin - reach && t.end <= first.end + reach;
      const bool through = t.begin < first.begin - reach && t.end > first.end + reach;
      return std::find(strip.begin(), strip.end(), &t) == strip.end() && (through || (within && t.length() >= kAsHigh * first.length()));
    });
    if (strip.size() < 3 || !apart || among_others) continue;
    const float x0 = std::min(left, strip.front()->at), x1 = std::max(right, strip.back()->at);
    for (const float at : {first.begin, first.end})
      if (!is_met(first, at)) closings.across.push_back(Closing({at, x0, x1}, {}, {}));
    for (const float at : {x0, x1}) closings.down.push_back(Closing({at, first.begin, first.end}, {}, {}));
  }
  return closings;
}

void CutBehind(const RuleTraces& closings, float dots, RuleTraces* traces) {
  auto cut = [&](const std::vector<RuleTrace>& by, std::vector<RuleTrace>* rules) {
    for (const RuleTrace& closing : by)
      for (RuleTrace& t : *rules) {
        const float reach = kSameEnd * dots;
        if (t.at < closing.begin - reach || closing.end + reach < t.at) continue;
        if (!Cut(closing.at, true, dots, &t)) Cut(closing.at, false, dots, &t);
      }
  };
  cut(closings.across, &traces->down);
  cut(closings.down, &traces->across);
}

void CutStrokes(float dots, RuleTraces* traces) {
  if (!AreWhole(*traces, dots)) return;
  auto cut = [&](const std::vector<RuleTrace>& crossing, std::vector<RuleTrace>* rules) {
    Rules long_ones;
    for (const RuleTrace& c : crossing)
      if (c.length() >= kLongRule * dots) long_ones.push_back(&c);
    auto meets = [&](const RuleTrace& t, float at) {
      const float reach = kMeet * dots;
      return std::any_of(long_ones.begin(), long_ones.end(), [&](const RuleTrace* c) {
        return std::abs(c->at - at) <= reach && c->begin - reach <= t.at && t.at <= c->end + reach;
      });
    };
    for (RuleTrace& t : *rules)
      for (const bool first : {true, false}) {
        if (Strokes(t, first, dots) == 0 || meets(t, first ? t.begin : t.end)) continue;
        for (size_t i = Strokes(t, first, dots); i > 0; --i)
          if (const float at = EndWithout(t, first, i); meets(t, at) && Cut(at, first, dots, &t)) break;
      }
  };
  const RuleTraces found = *traces;
  cut(found.across, &traces->down);
  cut(found.down, &traces->across);
}

}  // namespace tabularium
