// Tested by sheet_test.cc.
#include "tabulate/rules.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "tabulate/prices.h"

namespace tabularium::sheet {

void AddLinesBetweenFills(std::vector<Rect> fills, std::vector<Rule>* rules) {
  auto key = [](const Rect& r) {
    return std::pair(std::round(r.x0 / kSameFill), std::round(r.x1 / kSameFill));
  };
  std::sort(fills.begin(), fills.end(), [&](const Rect& a, const Rect& b) {
    return key(a) != key(b) ? key(a) < key(b) : a.y0 < b.y0;
  });
  for (size_t i = 0; i < fills.size();) {
    float foot = fills[i].y1;  // of the lowest area so far; those inside others count for nothing
    size_t k = i + 1;
    for (; k < fills.size() && key(fills[k]) == key(fills[i]); ++k) {
      const float gap = fills[k].y0 - foot;
      if (gap > kLeastFillGap && gap <= kMostFillGap)
        rules->push_back({foot + gap / 2, fills[k].x0, fills[k].x1, gap});
      foot = std::max(foot, fills[k].y1);
    }
    i = k;
  }
}

void JoinCollinear(std::vector<Rule>* rules) {
  std::sort(rules->begin(), rules->end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
  std::vector<Rule> joined;
  for (size_t i = 0; i < rules->size();) {
    size_t end = i;
    while (end < rules->size() && (*rules)[end].at - (*rules)[i].at <= kSameRule) ++end;
    std::sort(rules->begin() + static_cast<long>(i), rules->begin() + static_cast<long>(end),
              [](const Rule& a, const Rule& b) { return a.lo < b.lo; });
    const size_t first = joined.size();
    for (; i < end; ++i) {
      const Rule& rule = (*rules)[i];
      if (joined.size() > first && rule.lo <= joined.back().hi + kRuleGap) {
        Rule& last = joined.back();
        last.hi = std::max(last.hi, rule.hi);
        last.thick = std::max(last.thick, rule.thick);
      } else {
        joined.push_back(rule);
      }
    }
  }
  std::stable_sort(joined.begin(), joined.end(),
                   [](const Rule& a, const Rule& b) { return a.at < b.at; });
  *rules = std::move(joined);
}

}  // namespace tabularium::sheet
