// Every gap between words votes for a gutter as loudly as it is wide; every word standing there
// votes against it. A gutter is a strip where the votes for it prevail; words that stand alone
// inside a wide strip are a sparse column. Tested by gutters_test.cc.
#include "tabulate/gutters.h"

#include <algorithm>

#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

struct Vote {
  float x = 0, open = 0, covered = 0;
};

// The sum of votes between this x and the next.
struct Step {
  float x = 0, open = 0, covered = 0;
};

class Strips {
 public:
  Strips(const Sheet& sheet, std::span<const RunLine> lines, float x0, float x1)
      : sheet_(sheet), lines_(lines), x0_(x0), x1_(x1) {}
  std::vector<Gutter> Find(const GutterCare& care);

 private:
  float VoteOf(const Token& a, const Token& b, float size) const;
  void AddLine(const RunLine& line);
  void AddBeside(const RunLine& above, const RunLine& below);
  void Add(float lo, float hi, float open, float covered);
  std::vector<Step> Sum();
  bool Inside(const Rect& box) const { return box.mid_x() > x0_ && box.mid_x() < x1_; }
  Gutter Best(const std::vector<Step>& steps, float lo, float hi) const;
  void CutAtSparseColumns(const std::vector<Step>& steps, Gutter strip,
                          std::vector<Gutter>* out) const;

  const Sheet& sheet_;
  std::span<const RunLine> lines_;
  float x0_, x1_;
  float lines_with_text_ = 0;
  std::vector<Vote> votes_;
};

void Strips::Add(float lo, float hi, float open, float covered) {
  if (!(hi > lo)) return;
  votes_.push_back({lo, open, covered});
  votes_.push_back({hi, -open, -covered});
}

// How loudly the gap between two words of a line speaks for a gutter.
float Strips::VoteOf(const Token& a, const Token& b, float size) const {
  const float gap = (b.box.x0 - a.box.x1) / size;
  if (AreTwoNumbers(sheet_, a, b)) return std::clamp(gap, kNumbersVote, kGapMost);
  if (gap < sheet_.space) return kTightVote;
  return std::min((gap - sheet_.space) / (kGapFullEm - kSpaceEm), kGapMost);
}

void Strips::AddLine(const RunLine& line) {
  int runs = 0;
  for (const Run& run : line.runs) runs += Inside(run.box);
  if (runs == 0) return;
  lines_with_text_ += 1;
  const float covered = runs > 1 ? kCovered : kCoveredAlone;
  const Token* before = nullptr;
  for (const Run& run : line.runs) {
    if (!Inside(run.box)) continue;
    for (const uint32_t t : run.tokens) {
      const Token& token = sheet_.tokens[t];
      Add(token.box.x0, token.box.x1, 0, covered);
      if (before != nullptr) {
        const float vote = VoteOf(*before, token, line.size);
        Add(before->box.x1, token.box.x0, runs > 1 ? vote : std::min(vote, 0.0f), 0);
      }
      if (before == nullptr || token.box.x1 > before->box.x1) before = &token;
    }
  }
}

// Cells about one middle: the lines of a text, and figures beside it that stand between two of them.
void Strips::AddBeside(const RunLine& above, const RunLine& below) {
  if (below.base - above.base > kOverlapEm * below.size) return;
  const RunLine& text = above.runs.size() == 1 ? above : below;
  const RunLine& cells = &text == &above ? below : above;
  if (text.runs.size() > 1 || cells.runs.size() < 2 || text.runs[0].look != Look::kText) return;
  const Rect &left = text.runs[0].box, &right = cells.runs[0].box;
  const float gap = (right.x0 - left.x1) / cells.size;
  if (!Inside(left) || !Inside(right) || gap < sheet_.space) return;
  Add(left.x1, right.x0, std::min((gap - sheet_.space) / (kGapFullEm - kSpaceEm), kGapMost), 0);
}

std::vector<Step> Strips::Sum() {
  std::sort(votes_.begin(), votes_.end(), [](const Vote& a, const Vote& b) { return a.x < b.x; });
  std::vector<Step> steps;
  Step sum;
  for (const Vote& vote : votes_) {
    sum.open += vote.open, sum.covered += vote.covered;
    sum.x = vote.x;
    if (!steps.empty() && steps.back().x == vote.x)
      steps.back() = sum;
    else
      steps.push_back(sum);
  }
  return steps;
}

// The widest stretch of `lo`..`hi` among those with the most evidence.
Gutter Strips::Best(const std::vector<Step>& steps, float lo, float hi) const {
  Gutter best{lo, hi, -1};
  auto it = std::lower_bound(steps.begin(), steps.end(), lo,
                             [](const Step& s, float x) { return s.x < x; });
  for (; it != steps.end() && it + 1 != steps.end() && it->x < hi; ++it) {
    const float evidence = it->open - it->covered, end = std::min((it + 1)->x, hi);
    if (evidence > best.evidence + 0.01f ||
        (evidence > best.evidence - 0.01f && it->x > best.hi + 0.01f &&
         end - it->x > best.hi - best.lo)) {
      best = {it->x, end, evidence};
    } else if (evidence > best.evidence - 0.01f && it->x <= best.hi + 0.01f) {
      best.hi = end;
    }
  }
  return best;
}

// Runs that stand wholly inside a strip are columns with few entries.
void Strips::CutAtSparseColumns(const std::vector<Step>& steps, Gutter strip,
                                std::vector<Gutter>* out) const {
  struct Island {
    float lo, hi;
    int runs;
  };
  std::vector<Island> runs, islands;
  for (const RunLine& line : lines_)
    for (const Run& run : line.runs)
      if (run.box.x0 >= strip.lo - 0.1f && run.box.x1 <= strip.hi + 0.1f)
        runs.push_back({run.box.x0, run.box.x1, 1});
  std::sort(runs.begin(), runs.end(), [](const Island& a, const Island& b) { return a.lo < b.lo; });
  for (const Island& run : runs) {
    if (!islands.empty() && run.lo < islands.back().hi) {
      islands.back().hi = std::max(islands.back().hi, run.hi);
      islands.back().runs += 1;
    } else {
      islands.push_back(run);
    }
  }
  std::erase_if(islands,
                [&](const Island& i) { return i.runs < 2 && lines_with_text_ > kFewLines; });
  float lo = strip.lo;
  for (const Island& island : islands) {
    if (island.lo > lo) out->push_back(Best(steps, lo, island.lo));
    lo = island.hi;
  }
  if (strip.hi > lo) out->push_back(Best(steps, lo, strip.hi));
}

std::vector<Gutter> Strips::Find(const GutterCare& care) {
  for (const RunLine& line : lines_) AddLine(line);
  for (size_t i = 1; i < lines_.size(); ++i) AddBeside(lines_[i - 1], lines_[i]);
  const std::vector<Step> steps = Sum();
  const float least = std::max(care.least_lines, care.least_part * lines_with_text_);
  std::vector<Gutter> found;
  for (size_t i = 0; i + 1 < steps.size() && found.size() < kMostColumns;) {
    auto open = [&](const Step& s) {
      return s.open >= least && s.covered <= care.most_covered * s.open;
    };
    if (!open(steps[i])) {
      ++i;
      continue;
    }
    size_t end = i + 1;
    while (end + 1 < steps.size() && open(steps[end])) ++end;
    CutAtSparseColumns(steps, {steps[i].x, steps[end].x, 0}, &found);
    i = end;
  }
  return found;
}

// How many lines have words in a column that stand apart from their neighbours, and how many have
// some that do not.
struct Standing {
  float own = 0, joined = 0;
};

// For every column between the gutters; the first and the last included.
std::vector<Standing> StandingsOf(const Sheet& sheet, std::span<const RunLine> lines, float x0,
                                  float x1, const std::vector<Gutter>& gutters) {
  std::vector<Standing> standings(gutters.size() + 1);
  auto column_at = [&](float x) {
    const auto it = std::upper_bound(gutters.begin(), gutters.end(), x,
                                     [](float v, const Gutter& g) { return v < g.at(); });
    return static_cast<size_t>(it - gutters.begin());
  };
  for (const RunLine& line : lines) {
    const Token* before = nullptr;
    size_t column = 0;
    bool joined = false;
    auto close = [&] {
      if (before != nullptr) (joined ? standings[column].joined : standings[column].own) += 1;
    };
    for (const Run& run : line.runs) {
      if (run.box.mid_x() < x0 || run.box.mid_x() > x1) continue;
      for (const uint32_t t : run.tokens) {
        const Token& token = sheet.tokens[t];
        const size_t at = column_at(token.box.mid_x());
        const float gap = before != nullptr ? token.box.x0 - before->box.x1 : kFarthest;
        const bool tight = gap < kJoinedEm * line.size ||  // a raised figure behind a number
                           (gap < sheet.space * line.size && before->look == Look::kText && token.look != Look::kNumber);
        if (before == nullptr || at != column) {
          joined |= tight;
          close();
          joined = tight;
          column = at;
        }
        joined |= column_at(token.box.x1 - kInsetEm * line.size) !=
                  column_at(token.box.x0 + kInsetEm * line.size);
        before = &token;
      }
    }
    close();
  }
  return standings;
}

// Gutters that set no column apart are dropped, the weaker one of such a column first.
std::vector<Gutter> WithColumnsBetween(const Sheet& sheet, std::span<const RunLine> lines, float x0,
                                       float x1, std::vector<Gutter> gutters) {
  for (int pass = 0; pass < kMostPasses && !gutters.empty(); ++pass) {
    const std::vector<Standing> standings = StandingsOf(sheet, lines, x0, x1, gutters);
    std::vector<uint8_t> dropped(gutters.size(), 0);
    bool any = false;
    for (size_t c = 0; c < standings.size(); ++c) {
      if (standings[c].own > 0 && standings[c].own >= standings[c].joined) continue;
      const bool left =
          c > 0 && (c == gutters.size() || gutters[c - 1].evidence < gutters[c].evidence);
      if (left && dropped[c - 1]) continue;
      dropped[left ? c - 1 : c] = 1;
      any = true;
    }
    if (!any) break;
    std::vector<Gutter> kept;
    for (size_t i = 0; i < gutters.size(); ++i)
      if (!dropped[i]) kept.push_back(gutters[i]);
    gutters = std::move(kept);
  }
  return gutters;
}

}  // namespace

std::vector<Gutter> GuttersOf(const Sheet& sheet, std::span<const RunLine> lines, float x0,
                              float x1, const GutterCare& care) {
  return WithColumnsBetween(sheet, lines, x0, x1, Strips(sheet, lines, x0, x1).Find(care));
}

}  // namespace tabularium::sheet
