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

// Whether the rows of `part` are those of the whole from `first` on, whose text there begins at `from`.
bool IsPartOf(const LaidText& part, size_t first, uint32_t from, const LaidText& laid, std::string_view text) {
  if (first + part.rows.size() > laid.rows.size() || text.substr(from, part.text.size()) != part.text) return false;
  for (size_t i = 0; i < part.rows.size(); ++i) {
    const LaidText::Row &row = part.rows[i], &whole = laid.rows[first + i];
    if (row.range.begin + from != whole.range.begin || row.end - row.begin != whole.end - whole.begin || row.whole != whole.whole) return false;
    for (uint32_t c = 0; c < row.end - row.begin; ++c)
      if (part.cells[row.begin + c].begin + from != laid.cells[whole.begin + c].begin) return false;
  }
  return true;
}

bool AreSame(std::span<const TextBox> part, std::span<const TextBox> whole, uint32_t from) {
  return std::equal(part.begin(), part.end(), whole.begin(), whole.end(), [&](const TextBox& a, const TextBox& b) {
    return a.range.begin + from == b.range.begin && a.range.end + from == b.range.end && a.box.page == b.box.page && a.box.x0 == b.box.x0 &&
           a.box.y0 == b.box.y0 && a.box.x1 == b.box.x1 && a.box.y1 == b.box.y1 && a.legibility == b.legibility;
  });
}

}  // namespace

std::optional<uint32_t> RowOfPage(const std::vector<PageContent>& pages, size_t page, const LaidText& laid, std::string_view text,
                                  std::span<const TextBox> boxes, const Vocabulary& vocabulary) {
  const auto middle = pages.begin() + static_cast<ptrdiff_t>(page);
  const LaidText before = LayOut({pages.begin(), middle}, vocabulary), behind = LayOut({middle, pages.end()}, vocabulary);
  const auto from = static_cast<uint32_t>(before.text.size());
  const bool same = before.rows.size() + behind.rows.size() == laid.rows.size() && before.boxes.size() + behind.boxes.size() == boxes.size() &&
                    IsPartOf(before, 0, 0, laid, text) && IsPartOf(behind, before.rows.size(), from, laid, text) &&
                    AreSame(before.boxes, boxes.first(before.boxes.size()), 0) && AreSame(behind.boxes, boxes.subspan(before.boxes.size()), from);
  return same ? std::optional(static_cast<uint32_t>(before.rows.size())) : std::nullopt;
}

int PageOfTableRow(const LaidText& laid, std::span<const TextBox> boxes, uint32_t row) {
  while (row < laid.rows.size() && laid.rows[row].begin == laid.rows[row].end) ++row;
  if (row == laid.rows.size()) return 0;
  const auto found = std::lower_bound(boxes.begin(), boxes.end(), laid.rows[row].range.begin,
                                      [](const TextBox& box, uint32_t at) { return box.range.begin < at; });
  return found == boxes.end() ? 0 : found->box.page;
}

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
