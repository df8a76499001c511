// What stands between the parts of a table, and whether its frame is open there, tells what a page break did. Tested by
// layout_test.cc.
#include "tabulate/seams.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

#include "tabulate/tables.h"
#include "tabulate/torn_rows.h"
#include "tabulate/wordings.h"
#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr float kNear = 3;         // points between a rule and the side that it draws
constexpr float kClosed = 0.2f;    // of a cell's side that is drawn where it is closed
constexpr float kMargin = 0.045f;  // of the page's height where only furniture stands
constexpr size_t kPageNumber = 16; // letters of the longest page number ("- 2 -", "第 2 页 共 3 页")

std::vector<std::pair<float, float>> Drawn(const Page& page, const Box& box, float y) {
  std::vector<std::pair<float, float>> drawn;
  for (const Ruling& r : page.rulings) {
    bool level = r.box.x1 - r.box.x0 > r.box.y1 - r.box.y0;
    bool there = r.box.y0 < y + kNear && r.box.y1 > y - kNear && r.box.x0 < box.x1 && r.box.x1 > box.x0;
    if (level && there) drawn.emplace_back(r.box.x0, r.box.x1);
  }
  return drawn;
}

// True if no line down draws this side of the table.
bool IsWallless(const Page& page, const Box& box, float x) {
  return std::none_of(page.rulings.begin(), page.rulings.end(), [&](const Ruling& r) {
    const bool plumb = r.box.y1 - r.box.y0 > r.box.x1 - r.box.x0;
    return plumb && std::abs((r.box.x0 + r.box.x1) / 2 - x) < kNear && r.box.y0 < box.y1 && r.box.y1 > box.y0;
  });
}

size_t LinesEndingAt(const Page& page, const Box& box, float y) {
  return static_cast<size_t>(std::count_if(page.rulings.begin(), page.rulings.end(), [&](const Ruling& r) {
    bool plumb = r.box.y1 - r.box.y0 > r.box.x1 - r.box.x0;
    bool ends = std::min(std::abs(r.box.y0 - y), std::abs(r.box.y1 - y)) < kNear;
    return plumb && ends && r.box.x1 > box.x0 - kNear && r.box.x0 < box.x1 + kNear;
  }));
}

bool IsPageNumber(const PageLine& line) {
  size_t letters = 0, digits = 0;
  for (size_t i = 0; i < line.text.size();) {
    char32_t c = NextLetter(line.text, i);
    digits += c >= '0' && c <= '9';
    letters += !IsSpace(c);
  }
  return letters <= kPageNumber && 3 * digits >= letters;
}

// True if text stands below the page's last table, or above its first.
bool HasTextBelow(const PageContent& page, float y) {
  return std::any_of(page.lines.begin(), page.lines.end(), [&](const PageLine& line) {
    return line.seen.y0 > y && line.seen.y1 < page.height * (1 - kMargin) && !line.in_margin && !IsPageNumber(line);
  });
}
bool HasTextAbove(const PageContent& page, float y) {
  return std::any_of(page.lines.begin(), page.lines.end(), [&](const PageLine& line) {
    return line.seen.y1 < y && line.seen.y0 > page.height * kMargin && !line.in_margin && !IsPageNumber(line);
  });
}

bool MayRunOn(const PageContent& page, const PageContent& next) {
  if (page.tables.empty() || next.tables.empty()) return false;
  float foot = 0, head = next.height;
  for (const PageTable& t : page.tables) foot = std::max(foot, t.seen.y1);
  for (const PageTable& t : next.tables) head = std::min(head, t.seen.y0);
  return !HasTextBelow(page, foot) && !HasTextAbove(next, head);
}

// What JoinTables forgets of a part.
struct Part {
  OpenSide top, foot;
};
using Parts = std::map<std::tuple<int, float, float>, Part>;
std::tuple<int, float, float> NameOf(const Box& box) { return {box.page, box.x0, box.y0}; }

// Only seams at which every row is still there.
void Mend(const Parts& known, const Vocabulary& vocabulary, Table* table) {
  for (size_t i = table->parts.size(); i-- > 1;) {
    const auto above = known.find(NameOf(table->parts[i - 1])), below = known.find(NameOf(table->parts[i]));
    const uint32_t row = table->seams[i - 1];
    if (row > 0 && above != known.end() && below != known.end()) MendRow({row, above->second.foot, below->second.top}, vocabulary, table);
  }
}

// The highest table of a page, which has one.
const Table& TopOf(const PageContent& page) {
  auto higher = [](const PageTable& a, const PageTable& b) { return a.seen.y0 < b.seen.y0; };
  return std::min_element(page.tables.begin(), page.tables.end(), higher)->table;
}

std::string TextOfRow(const Table& table, uint32_t row) {
  std::string text;
  for (const TableCell& cell : table.cells)
    if (cell.row == row) text += cell.text + '\t';
  return text;
}

// The wording that a row begins with, and ends its first cell.
WordId LabelOf(const Table& table, uint32_t row, const Wordings& wordings) {
  for (const TableCell& cell : table.cells)
    if (cell.row == row && cell.column == 0) return wordings.Find(Key(cell.text)).exact;
  return kNoWord;
}

// Whether a page begins as `first` did, with the same two labels and something else beside them: no head that is printed again, but
// another form of the kind.
bool BeginsAnew(const PageContent& first, const PageContent& page, const Wordings& wordings) {
  const Table &there = TopOf(first), &here = TopOf(page);
  const WordId words[] = {LabelOf(here, 0, wordings), LabelOf(here, 1, wordings)};
  if (words[0] == kNoWord || words[1] == kNoWord || words[0] == words[1]) return false;
  if (LabelOf(there, 0, wordings) != words[0] || LabelOf(there, 1, wordings) != words[1]) return false;
  return TextOfRow(there, 0) != TextOfRow(here, 0) || TextOfRow(there, 1) != TextOfRow(here, 1);
}

bool IsFirst(const PageTable& table, const PageContent& page) {
  return std::all_of(page.tables.begin(), page.tables.end(),
                     [&](const PageTable& t) { return t.seen.y0 >= table.seen.y0; });
}

}  // namespace

bool IsOpen(const OpenSide& side, const Box& cell) {
  if (!side.ruled) return false;
  float drawn = 0;
  for (auto [x0, x1] : side.drawn) drawn += std::max(0.0f, std::min(x1, cell.x1) - std::max(x0, cell.x0));
  return drawn < kClosed * (cell.x1 - cell.x0);
}

void FindOpenSides(const Page& page, PageTable* table) {
  if (table->table.way == TableWay::kBlanks) return;
  const Box& box = table->table.box;
  constexpr size_t kLines = 3, kLinesBare = 2;  // that run to an open side: two borders of the table, or none, and those between columns
  const size_t least = IsWallless(page, box, box.x0) && IsWallless(page, box, box.x1) ? kLinesBare : kLines;
  table->top = {LinesEndingAt(page, box, box.y0) >= least, Drawn(page, box, box.y0)};
  table->foot = {LinesEndingAt(page, box, box.y1) >= least, Drawn(page, box, box.y1)};
}

std::vector<Table> JoinPages(std::vector<PageContent>* pages, const Vocabulary& vocabulary) {
  std::vector<Table> out;
  Parts known;
  std::vector<PageTables> run;
  auto close = [&] {
    for (Table& table : JoinTables(std::exchange(run, {}))) {
      if (table.parts.size() > 1) Mend(known, vocabulary, &table);
      out.push_back(std::move(table));
    }
    known.clear();
  };
  std::vector<uint8_t> runs_on(pages->size(), 0);
  const Wordings wordings(vocabulary);
  size_t first = 0;  // page of the run
  for (size_t i = 0; i + 1 < pages->size(); ++i) {
    runs_on[i] = MayRunOn((*pages)[i], (*pages)[i + 1]) && !BeginsAnew((*pages)[first], (*pages)[i + 1], wordings);
    if (!runs_on[i]) first = i + 1;
  }
  for (size_t i = 0; i < pages->size(); ++i) {
    PageContent& page = (*pages)[i];
    PageTables tables;
    tables.height = page.height;
    for (const PageTable& t : page.tables)
      tables.rows_whole = tables.rows_whole || (t.top.ruled && IsFirst(t, page));
    for (PageTable& t : page.tables) {
      known[NameOf(t.table.box)] = {t.top, t.foot};
      tables.tables.push_back(std::move(t.table));
    }
    run.push_back(std::move(tables));
    if (!runs_on[i]) close();
  }
  close();
  return out;
}

}  // namespace tabularium
