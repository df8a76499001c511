// The items of a laid-out text have their order from their pages, so that a row of it is a place on a page. Tested by
// layout_test.cc.
#include "tabulate/parting.h"

#include <algorithm>
#include <tuple>

#include "text/utf8.h"

namespace tabularium {
namespace {

using Item = LaidText::Item;

auto Place(const Item& item) { return std::tie(item.y, item.x); }
std::tuple<float, float> Place(const PageTable& table) { return {table.seen.y0, table.seen.x0}; }
std::tuple<float, float> Place(const PageLine& line) { return {(line.seen.y0 + line.seen.y1) / 2, line.seen.x0}; }

// Whether all that stands before the item is done with: on its own page nothing goes on, and no table reaches it from above.
bool IsClosedBefore(const LaidText& laid, size_t item, const PageContent& page) {
  const Item& at = laid.items[item];
  for (size_t i = 0; i < laid.items.size(); ++i) {
    const Item& other = laid.items[i];
    if (other.page == at.page && other.side != 0) return false;
    if (i < item && (other.last_page > at.page || (other.last_page == at.page && other.page < at.page))) return false;
  }
  // Only the lowest table of a page may run on, whichever way it is turned.
  auto lower = [](const PageTable& a, const PageTable& b) { return a.table.box.y1 < b.table.box.y1; };
  auto seen_lower = [](const PageTable& a, const PageTable& b) { return a.seen.y1 < b.seen.y1; };
  const std::tuple<float, float> place = Place(at);
  return page.tables.empty() || (Place(*std::max_element(page.tables.begin(), page.tables.end(), lower)) >= place &&
                                 Place(*std::max_element(page.tables.begin(), page.tables.end(), seen_lower)) >= place);
}

}  // namespace

bool IsTitleLine(std::string_view line, Wordings* wordings) {
  const WordId word = wordings->Whole(Trim(line));
  return word != kNoWord && (wordings->word(word).roles & kIsTitle);
}

std::optional<std::vector<PageContent>> PagesFrom(const std::vector<PageContent>& pages, const LaidText& laid, std::string_view text,
                                                  uint32_t row, const Vocabulary& vocabulary) {
  const auto found = std::lower_bound(laid.items.begin(), laid.items.end(), row, [](const Item& item, uint32_t r) { return item.row < r; });
  if (found == laid.items.begin() || found == laid.items.end() || found->row != row) return std::nullopt;
  const Item& item = *found;
  const Item& above = *(found - 1);
  const Range& line = laid.rows[row].range;
  Wordings wordings(vocabulary);
  const bool begins = item.is_table || above.is_table || IsTitleLine(text.substr(line.begin, line.end - line.begin), &wordings);
  if (!begins || (above.page == item.page && Place(above) == Place(item))) return std::nullopt;
  const auto page = std::find_if(pages.begin(), pages.end(), [&](const PageContent& p) { return p.number == item.page; });
  if (page == pages.end() || !IsClosedBefore(laid, static_cast<size_t>(found - laid.items.begin()), *page)) return std::nullopt;
  std::vector<PageContent> rest(page, pages.end());
  const std::tuple<float, float> place = Place(item);
  std::erase_if(rest.front().tables, [&](const PageTable& table) { return Place(table) < place; });
  std::erase_if(rest.front().lines, [&](const PageLine& l) { return Place(l) < place; });
  return rest;
}

}  // namespace tabularium
