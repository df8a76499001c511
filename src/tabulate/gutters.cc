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
  void AddLine(const RunLine& line);
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
        const float gap = (token.box.x0 - before->box.x1) / line.size;
        const float vote =
            std::clamp((gap - kSpaceEm) / (kGapFullEm - kSpaceEm), kTightVote, kGapMost);
        Add(before->box.x1, token.box.x0, runs > 1 ? vote : std::min(vote, 0.0f), 0);
      }
      if (before == nullptr || token.box.x1 > before->box.x1) before = &token;
    }
  }
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
  const std::vector<Step> steps = Sum();
  const float least = std::max(care.least_lines, care.least_part * lines_with_text_);
  std::vector<Gutter> found;
  for (size_t i = 0; i + 1 < steps.size();) {
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

// Two gutters without a word between them are one.
std::vector<Gutter> WithColumnsBetween(const Sheet& sheet, std::span<const RunLine> lines,
                                       std::vector<Gutter> gutters) {
  std::vector<float> middles;
  for (const RunLine& line : lines)
    for (const Run& run : line.runs)
      for (const uint32_t t : run.tokens) middles.push_back(sheet.tokens[t].box.mid_x());
  std::sort(middles.begin(), middles.end());
  std::vector<Gutter> kept;
  float from = -1e9f;
  for (const Gutter& gutter : gutters) {
    const auto word = std::lower_bound(middles.begin(), middles.end(), from);
    if (word != middles.end() && *word < gutter.at()) {
      kept.push_back(gutter);
    } else if (!kept.empty() && gutter.evidence > kept.back().evidence) {
      kept.back() = gutter;
    }
    from = gutter.at();
  }
  if (!kept.empty() && (middles.empty() || middles.back() < kept.back().at())) kept.pop_back();
  return kept;
}

}  // namespace

std::vector<Gutter> GuttersOf(const Sheet& sheet, std::span<const RunLine> lines, float x0,
                              float x1, const GutterCare& care) {
  return WithColumnsBetween(sheet, lines, Strips(sheet, lines, x0, x1).Find(care));
}

}  // namespace tabularium::sheet
