// Tested by page_ranges_test.cc.
#include "cli/page_ranges.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace tabularium {
namespace {

constexpr int kLast = std::numeric_limits<int>::max();

// The whole of `text` as a number.
template <class Number>
std::optional<Number> Whole(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  Number number{};
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Calls use(part) for what stands between commas, until it says no.
template <class Use>
bool EachPart(std::string_view list, Use use) {
  for (;;) {
    size_t comma = list.find(',');
    if (!use(list.substr(0, comma))) return false;
    if (comma == std::string_view::npos) return true;
    list.remove_prefix(comma + 1);
  }
}

}  // namespace

std::optional<PageRanges> ReadPageRanges(std::string_view list) {
  PageRanges ranges;
  bool good = EachPart(list, [&](std::string_view part) {
    size_t dash = part.find('-');
    std::optional<int> first = Whole<int>(part.substr(0, dash)), last = first;
    if (dash != std::string_view::npos)
      last = dash + 1 == part.size() ? kLast : Whole<int>(part.substr(dash + 1));
    if (!first || !last || *first < 1 || *last < *first) return false;
    ranges.emplace_back(*first, *last);
    return true;
  });
  if (!good) return std::nullopt;
  return ranges;
}

std::vector<int> PagesIn(const PageRanges& ranges, int pages) {
  std::vector<int> numbers;
  for (int number = 1; number <= pages; ++number)
    if (ranges.empty() || std::any_of(ranges.begin(), ranges.end(), [&](const auto& range) {
          return range.first <= number && number <= range.second;
        }))
      numbers.push_back(number);
  return numbers;
}

std::optional<Box> ReadArea(std::string_view corners) {
  std::vector<float> sides;
  bool good = EachPart(corners, [&](std::string_view part) {
    std::optional<float> side = Whole<float>(part);
    if (side) sides.push_back(*side);
    return side.has_value();
  });
  if (!good || sides.size() != 4 || sides[0] >= sides[2] || sides[1] >= sides[3])
    return std::nullopt;
  return Box{0, sides[0], sides[1], sides[2], sides[3]};
}

}  // namespace tabularium
