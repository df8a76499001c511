// Ranges of values, sorted, so that each cell finds its own by bisection. Tested by
// explain_test.cc.
#include "write/value_places.h"

#include <algorithm>
#include <tuple>

namespace tabularium {
namespace {

void AppendNumber(int value, std::string* values) {
  if (!values->empty()) values->push_back(' ');
  values->append(std::to_string(value));
}

}  // namespace

ValuePlaces::ValuePlaces(const Finding& finding) {
  int value = 0;
  auto add = [&](const std::vector<Field>& fields) {
    for (const Field& field : fields) {
      Add(field.place, value);
      for (const Place& place : field.more) Add(place, value);
      ++value;
    }
  };
  for (const DeclarationFinding& declaration : finding.declarations) {
    add(declaration.record.fields);
    for (const auto& table : declaration.record.tables) add(table);
  }
  std::sort(filled_.begin(), filled_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.range.begin, a.range.end, a.value) <
           std::tie(b.range.begin, b.range.end, b.value);
  });
  std::sort(empty_.begin(), empty_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.row, a.column, a.value) < std::tie(b.row, b.column, b.value);
  });
}

void ValuePlaces::Add(const Place& place, int value) {
  if (place.line == 0) return;
  bool filled = place.range.end > place.range.begin;
  (filled ? filled_ : empty_).push_back({place.range, place.row, place.column, value});
  if (filled) longest_ = std::max(longest_, place.range.end - place.range.begin);
}

std::vector<ValuePlaces::Stretch> ValuePlaces::Stretches(const Cell& cell) const {
  uint32_t begin = cell.range.begin, end = cell.range.end;
  uint32_t earliest = begin > longest_ ? begin - longest_ : 0;
  auto first = std::lower_bound(filled_.begin(), filled_.end(), earliest,
                                [](const Entry& e, uint32_t at) { return e.range.begin < at; });
  std::vector<const Entry*> here;
  std::vector<uint32_t> cuts{begin, end};
  for (; first != filled_.end() && first->range.begin < end; ++first) {
    if (first->range.end <= begin) continue;
    here.push_back(&*first);
    cuts.push_back(std::clamp(first->range.begin, begin, end));
    cuts.push_back(std::clamp(first->range.end, begin, end));
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::vector<Stretch> stretches;
  for (size_t i = 0; i + 1 < cuts.size(); ++i) {
    Stretch stretch{{cuts[i], cuts[i + 1]}, ""};
    for (const Entry* entry : here)
      if (entry->range.begin <= cuts[i] && entry->range.end >= cuts[i + 1])
        AppendNumber(entry->value, &stretch.values);
    stretches.push_back(std::move(stretch));
  }
  return stretches;
}

std::string ValuePlaces::InEmpty(const Cell& cell) const {
  auto first =
      std::lower_bound(empty_.begin(), empty_.end(), cell, [](const Entry& e, const Cell& c) {
        return std::tie(e.row, e.column) < std::tie(c.row, c.column);
      });
  std::string values;
  for (; first != empty_.end() && first->row == cell.row && first->column == cell.column; ++first)
    AppendNumber(first->value, &values);
  return values;
}

}  // namespace tabularium
