// Rules of one length that begin and end where no other does set a table apart from what stands beside it: another table, or
// prose. Tested by tables_test.cc.
#include "tabulate/neighbours.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

// What rules of one length, or a frame, draw.
struct Drawn {
  Rect box;
  std::vector<float> rules;  // by rising y; none of a frame
};

// True if its rules, and the foot of a filled strip, may all be a head's.
bool IsHead(const Drawn& drawn) { return !drawn.rules.empty() && drawn.rules.back() - drawn.rules.front() < kHeadLine / 2; }

std::vector<Drawn> DrawnOf(std::span<const Rule> rules, std::span<const Rect> frames) {
  std::vector<Drawn> drawn;
  for (const Rule& rule : rules) {
    const auto same = std::find_if(drawn.begin(), drawn.end(), [&](const Drawn& d) {
      return std::abs(d.box.x0 - rule.lo) < kTouch && std::abs(d.box.x1 - rule.hi) < kTouch;
    });
    if (same != drawn.end())
      same->box.y1 = rule.at, same->rules.push_back(rule.at);
    else if (drawn.size() < kMostDrawn)
      drawn.push_back({{rule.lo, rule.at, rule.hi, rule.at}, {rule.at}});
  }
  // A head's rule alone tells where its table begins if another table, on the same height but for lines of its head, does so beside it.
  const std::vector<Drawn> all = drawn;
  std::erase_if(drawn, [&](const Drawn& d) {
    return IsHead(d) && 1 != std::count_if(all.begin(), all.end(), [&](const Drawn& other) {
             return std::abs(d.box.y0 - other.box.y0) < kHeadLine && (d.box.x1 < other.box.x0 || other.box.x1 < d.box.x0);
           });
  });
  for (Drawn& d : drawn)
    if (IsHead(d)) d.box.y1 = kFarthest;
  for (const Rect& frame : frames)
    if (drawn.size() < kMostDrawn) drawn.push_back({frame, {}});
  return drawn;
}

// True if most rules of one have none of the other beside them.
bool StandOnOwnHeights(const Drawn& a, const Drawn& b) {
  auto alone = [](const Drawn& of, const Drawn& beside) {
    const auto n = std::count_if(of.rules.begin(), of.rules.end(), [&](float y) {
      return std::none_of(beside.rules.begin(), beside.rules.end(), [&](float other) { return std::abs(y - other) < kSameRule; });
    });
    return 2 * static_cast<size_t>(n) > of.rules.size();
  };
  return alone(a, b) || alone(b, a);
}

class PartingFinder {
 public:
  PartingFinder(std::span<const RunLine> lines, std::span<const Rule> rules, std::span<const Rect> frames)
      : lines_(lines), rules_(rules), drawn_(DrawnOf(rules, frames)) {}
  std::vector<Parting> Find();

 private:
  enum class Side : uint8_t { kLeft, kRight };
  bool Crosses(size_t line, float x) const;
  bool RuleCrosses(float y0, float y1, float x) const;
  bool IsTable(const Drawn& drawn, const Parting& parting, Side side, bool own_heights) const;
  bool HasRows(const Drawn* drawn, float y0, float y1, const Parting& parting, Side side, bool own_heights) const;
  bool IsProse(const Drawn& table, const Parting& parting, Side side) const;
  void Add(const Drawn& table, const Drawn* other, Side other_side, float x);

  std::span<const RunLine> lines_;
  std::span<const Rule> rules_;
  std::vector<Drawn> drawn_;
  std::vector<Parting> found_;
};

bool PartingFinder::Crosses(size_t line, float x) const {
  return std::any_of(lines_[line].runs.begin(), lines_[line].runs.end(),
                     [&](const Run& run) { return run.box.x0 < x && run.box.x1 > x; });
}

bool PartingFinder::RuleCrosses(float y0, float y1, float x) const {
  const auto first = std::lower_bound(rules_.begin(), rules_.end(), y0, [](const Rule& r, float y) { return r.at < y; });
  for (auto rule = first; rule != rules_.end() && rule->at < y1; ++rule)
    if (rule->lo < x && rule->hi > x) return true;
  return false;
}

// True if several lines there, of those between y0 and y1, have more than one cell and begin with texts: or with what it may be, if rules
// stand on heights of their own, or left of the other table begin where its lines do.
bool PartingFinder::HasRows(const Drawn* drawn, float y0, float y1, const Parting& parting, Side side, bool own_heights) const {
  size_t rows = 0, texts = 0, before = 0;
  for (size_t i = parting.first; i < parting.last; ++i) {
    if (lines_[i].box.mid_y() < y0 || lines_[i].box.mid_y() > y1) continue;
    const Run* first = nullptr;
    size_t cells = 0;
    for (const Run& run : lines_[i].runs) {
      if ((run.box.mid_x() < parting.x) != (side == Side::kLeft)) continue;
      if (first == nullptr) first = &run;
      ++cells;
    }
    before += drawn == nullptr || (first != nullptr && first->box.x0 < drawn->box.x0 - kTouch);
    rows += cells > 1, texts += cells > 1 && first->look == Look::kText;
  }
  if (drawn != nullptr && IsHead(*drawn) && before > 0) return false;  // it underlines no first column
  return rows >= kRowsBeside && (own_heights || 2 * texts >= rows || (side == Side::kLeft && before == 0));
}

// True if rules stand above and below several such rows.
bool PartingFinder::IsTable(const Drawn& drawn, const Parting& parting, Side side, bool own_heights) const {
  const float y0 = lines_[parting.first].box.y0 - kTouch, y1 = lines_[parting.last - 1].box.y1 + kTouch;
  if (drawn.rules.empty()) return drawn.box.y0 < y1 && drawn.box.y1 > y0;
  const bool lone = IsHead(drawn);
  const auto within = std::count_if(drawn.rules.begin(), drawn.rules.end(),
                                    [&](float y) { return y > y0 && y < y1 + kUnderEm * lines_[parting.last - 1].size; });
  if (within < (lone ? 1 : 2)) return false;
  return HasRows(&drawn, drawn.box.y0, drawn.box.y1, parting, side, own_heights);
}

// True if most lines beside the table, on that side, are one run of text and as wide as the others.
bool PartingFinder::IsProse(const Drawn& table, const Parting& parting, Side side) const {
  float lo = 1e9f, hi = -1e9f, lines = 0, full = 0;
  for (int pass = 0; pass < 2; ++pass)
    for (size_t i = parting.first; i < parting.last; ++i) {
      if (lines_[i].box.y1 < table.box.y0 || lines_[i].box.y0 > table.box.y1) continue;
      bool any = false;
      for (const Run& run : lines_[i].runs) {
        if ((run.box.mid_x() < parting.x) != (side == Side::kLeft)) continue;
        if (pass == 0) lo = std::min(lo, run.box.x0), hi = std::max(hi, run.box.x1);
        if (pass == 1) full += run.tokens.size() >= kProseTokens && IsFull(run, lo, hi);
        any = true;
      }
      lines += pass == 0 && any;
    }
  return lines >= kProseLines && full >= kProseFull * lines;
}

// Parts what stands beside the table at x, as far as no line or rule crosses it.
void PartingFinder::Add(const Drawn& table, const Drawn* other, Side other_side, float x) {
  const float y0 = other != nullptr ? std::max(table.box.y0, other->box.y0) : table.box.y0;
  const float y1 = other != nullptr ? std::min(table.box.y1, other->box.y1) : table.box.y1;
  for (size_t i = 0; i < lines_.size(); ++i) {
    const float y = lines_[i].box.mid_y();
    if (y < y0 || y > y1 || Crosses(i, x)) continue;
    Parting parting{x, i, i + 1};
    auto free = [&](size_t at, size_t next) {
      return !Crosses(at, x) && !RuleCrosses(std::min(lines_[at].base, lines_[next].base), std::max(lines_[at].base, lines_[next].base), x);
    };
    const size_t top = i > kMostCaptionLines ? i - kMostCaptionLines : 0;
    while (parting.first > top && free(parting.first - 1, parting.first)) --parting.first;
    while (parting.last < lines_.size() && lines_[parting.last].box.mid_y() < y1 && free(parting.last, parting.last - 1)) ++parting.last;
    for (size_t below = 0; below < kMostCaptionLines && parting.last < lines_.size() && free(parting.last, parting.last - 1); ++below) ++parting.last;
    const Side table_side = other_side == Side::kLeft ? Side::kRight : Side::kLeft;
    const bool own_heights = other != nullptr && StandOnOwnHeights(table, *other);
    const bool apart = IsTable(table, parting, table_side, own_heights) &&
                       (other != nullptr ? IsTable(*other, parting, other_side, own_heights)
                                         : IsProse(table, parting, other_side) || HasRows(nullptr, table.box.y0, table.box.y1, parting, other_side, false));
    if (apart && found_.size() < kMostPartings) found_.push_back(parting);
    i = parting.last - 1;
  }
}

std::vector<Parting> PartingFinder::Find() {
  size_t tried = 0;
  for (const Drawn& left : drawn_)
    for (const Drawn& right : drawn_)
      if (left.box.x1 < right.box.x0 && left.box.y0 < right.box.y1 && right.box.y0 < left.box.y1 &&
          found_.size() < kMostPartings && ++tried < kMostTried)
        Add(left, &right, Side::kRight, (left.box.x1 + right.box.x0) / 2);
  for (const Drawn& table : drawn_) {
    if (table.rules.empty() || IsHead(table) || found_.size() >= kMostPartings) continue;
    Add(table, nullptr, Side::kRight, table.box.x1 + kTouch);
    Add(table, nullptr, Side::kLeft, table.box.x0 - kTouch);
  }
  return std::move(found_);
}

}  // namespace

bool IsFull(const Run& run, float lo, float hi) {
  return run.look == Look::kText && run.box.width() > kFullLine * (hi - lo);
}

void AddFeetOfStrips(std::vector<Rect> fills, std::vector<Rule>* rules) {
  auto key = [](const Rect& r) { return std::pair(std::lround(r.y0), std::lround(r.y1)); };
  std::sort(fills.begin(), fills.end(), [&](const Rect& a, const Rect& b) { return key(a) != key(b) ? key(a) < key(b) : a.x0 < b.x0; });
  for (size_t i = 0; i < fills.size();) {
    Rect strip = fills[i];
    size_t end = i + 1;
    for (; end < fills.size() && key(fills[end]) == key(strip) && fills[end].x0 < strip.x1 + kTouch; ++end) strip.x1 = std::max(strip.x1, fills[end].x1);
    if (end - i > 1 && strip.height() > kShortestRule) rules->push_back({strip.y1, strip.x0, strip.x1, 0});
    i = end;
  }
  std::sort(rules->begin(), rules->end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
}

std::vector<Parting> PartingsOf(std::span<const RunLine> lines, std::span<const Rule> rules, std::span<const Rect> frames) {
  return PartingFinder(lines, rules, frames).Find();
}

}  // namespace tabularium::sheet
