// Tables over page breaks: the last table of a page and the first of the next are compared column by column; what repeats
// is dropped, what the break tore is joined. Tested by join_test.cc.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "tabulate/tables.h"
#include "text/key.h"
#include "text/sentence.h"

namespace tabularium {
namespace {

constexpr float kRuledFoot = 0.6f;    // of the page's height: a ruled table that goes on ends below, or the next row had no room
constexpr float kRuledHead = 0.4f;    // … and its next part begins above
constexpr float kBlankFoot = 0.75f;   // the same for tables without rules
constexpr float kBlankHead = 0.25f;
constexpr float kSameBorder = 4;      // points between borders that are one
constexpr size_t kTellingBorders = 4;  // in the same places: a table goes on, though its first columns are not there
constexpr float kMirrored = 40;       // points by which margins of facing pages differ
constexpr float kOverlap = 0.5f;      // of the narrower column of tables without rules

using Borders = std::vector<float>;  // x of the columns' left borders, and of the last one's right

std::optional<Borders> BordersOf(const Table& table) {
  std::vector<Borders> seen(table.columns + 1);
  for (const TableCell& cell : table.cells) {
    if (cell.box.page == 0 || cell.column + cell.columns > table.columns) return std::nullopt;
    seen[cell.column].push_back(cell.box.x0);
    seen[cell.column + cell.columns].push_back(cell.box.x1);
  }
  Borders out;
  for (Borders& all : seen) {
    if (all.empty()) return std::nullopt;
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
    out.push_back(all[all.size() / 2]);
  }
  return out;
}

// A side that no rule closes is only as far as letters show: it is the other's outer border if the one beside it is the other's.
void Widen(const Borders& like, Borders* borders) {
  const size_t n = like.size(), m = borders->size();
  if (m < kTellingBorders || n < kTellingBorders) return;
  Borders& own = *borders;
  if (std::abs(own[1] - like[1]) <= kSameBorder && own[0] > like[0]) own[0] = like[0];
  if (std::abs(own[m - 2] - like[n - 2]) <= kSameBorder && own[m - 1] < like[n - 1]) own[m - 1] = like[n - 1];
}

// For every border of `few` the border of `many` that it is; empty: they differ.
std::vector<uint32_t> Places(const Borders& few, const Borders& many) {
  const float shift = many.front() - few.front();
  if (std::abs(shift) > kMirrored || std::abs(few.back() + shift - many.back()) > kSameBorder) return {};
  std::vector<uint32_t> out;
  size_t at = 0;
  for (float border : few) {
    while (at < many.size() && many[at] < border + shift - kSameBorder) ++at;
    if (at == many.size() || many[at] > border + shift + kSameBorder) return {};
    out.push_back(static_cast<uint32_t>(at++));
  }
  return out;
}

// The same where the first columns of `many` are not there: neither a rule nor a word showed them on this page.
std::vector<uint32_t> PlacesWithoutFirst(const Borders& few, const Borders& many) {
  if (few.size() < kTellingBorders || few.size() >= many.size()) return {};
  for (size_t k = 1; many.size() - k >= few.size(); ++k) {
    if (std::abs(many[k] - few.front()) > kSameBorder) continue;
    std::vector<uint32_t> out = Places(few, Borders(many.begin() + static_cast<std::ptrdiff_t>(k), many.end()));
    for (uint32_t& place : out) place += static_cast<uint32_t>(k);
    return out;
  }
  return {};
}

void MoveColumns(const std::vector<uint32_t>& places, uint32_t columns, Table* table) {
  for (TableCell& cell : table->cells) {
    const uint32_t end = places[cell.column + cell.columns];
    cell.column = places[cell.column];
    cell.columns = static_cast<uint16_t>(end - cell.column);
  }
  table->columns = columns;
}

// A blank cell over the first columns of all rows, as nothing parts them. REQUIRES: no cell stands there.
void AddFirst(uint32_t columns, float left, Table* table) {
  TableCell cell;
  cell.rows = static_cast<uint16_t>(std::min<uint32_t>(table->rows, UINT16_MAX));
  cell.columns = static_cast<uint16_t>(columns);
  cell.box = table->box;
  cell.box.x1 = std::exchange(cell.box.x0, left);
  table->cells.insert(table->cells.begin(), std::move(cell));
}

// The left borders of the cells that cover a row, and the right border of the last.
Borders BordersOfRow(const Table& table, uint32_t row) {
  Borders out;
  float right = 0;
  for (const TableCell& cell : table.cells) {
    if (row < cell.row || row >= cell.row + cell.rows) continue;
    out.push_back(cell.box.x0);
    right = std::max(right, cell.box.x1);
  }
  out.push_back(right);
  std::sort(out.begin(), out.end());
  return out;
}

bool SameBorders(const Borders& a, const Borders& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](float x, float y) { return std::abs(x - y) <= kSameBorder; });
}

// The borders of either.
Borders Together(const Borders& a, const Borders& b) {
  Borders all = a, out;
  all.insert(all.end(), b.begin(), b.end());
  std::sort(all.begin(), all.end());
  for (const float border : all)
    if (out.empty() || border - out.back() > kSameBorder) out.push_back(border);
  return out;
}

// Rows of a form have columns of their own, so that each page may lack some: the rows at the break tell whether they agree.
bool AgreeAtBreak(const Borders& a, const Borders& b, Table* first, Table* second) {
  Borders above = BordersOfRow(*first, first->rows - 1), below = BordersOfRow(*second, 0);
  Widen(above, &below), Widen(below, &above);
  if (above.size() <= 2 || !SameBorders(above, below) || !SameBorders({a.front(), a.back()}, {b.front(), b.back()})) return false;
  const Borders all = Together(a, b);
  const std::vector<uint32_t> here = Places(a, all), there = Places(b, all);
  if (here.empty() || there.empty()) return false;
  MoveColumns(here, static_cast<uint32_t>(all.size() - 1), first);
  MoveColumns(there, static_cast<uint32_t>(all.size() - 1), second);
  return true;
}

// Gives two ruled tables the same columns, mostly those of the one that has more. False: their borders differ.
bool AgreeByRulings(Table* first, Table* second) {
  std::optional<Borders> a = BordersOf(*first), b = BordersOf(*second);
  if (!a || !b) return false;
  Widen(*a, &*b), Widen(*b, &*a);
  if (a->size() >= b->size()) {
    std::vector<uint32_t> places = Places(*b, *a);
    if (places.empty()) places = PlacesWithoutFirst(*b, *a);
    if (places.empty()) return AgreeAtBreak(*a, *b, first, second);
    MoveColumns(places, first->columns, second);
    if (places.front() > 0) AddFirst(places.front(), a->front(), second);
  } else {
    std::vector<uint32_t> places = Places(*a, *b);
    if (places.empty()) return AgreeAtBreak(*a, *b, first, second);
    MoveColumns(places, second->columns, first);
  }
  return true;
}

struct Extent {
  float x0 = 0, x1 = 0;
  bool known = false;
};

std::vector<Extent> ExtentsOf(const Table& table) {
  std::vector<Extent> out(table.columns);
  for (const TableCell& cell : table.cells) {
    if (cell.columns != 1 || cell.text.empty() || cell.column >= table.columns) continue;
    Extent& e = out[cell.column];
    e = e.known ? Extent{std::min(e.x0, cell.box.x0), std::max(e.x1, cell.box.x1), true}
                : Extent{cell.box.x0, cell.box.x1, true};
  }
  return out;
}

bool AgreeByBlanks(const Table& first, const Table& second) {
  if (first.columns != second.columns) return false;
  const std::vector<Extent> a = ExtentsOf(first), b = ExtentsOf(second);
  for (size_t c = 0; c < a.size(); ++c) {
    if (!a[c].known || !b[c].known) continue;
    const float shared = std::min(a[c].x1, b[c].x1) - std::max(a[c].x0, b[c].x0);
    if (shared < kOverlap * std::min(a[c].x1 - a[c].x0, b[c].x1 - b[c].x0)) return false;
  }
  return true;
}

using CellsOfRow = std::vector<const TableCell*>;

CellsOfRow RowOf(const Table& table, uint32_t row) {
  CellsOfRow out;
  for (const TableCell& cell : table.cells)
    if (cell.row == row) out.push_back(&cell);
  return out;
}

bool SameRow(const CellsOfRow& a, const CellsOfRow& b) {
  bool text = false;
  auto same = [&](const TableCell* x, const TableCell* y) {
    text |= !x->text.empty();
    return x->column == y->column && x->columns == y->columns && Key(x->text) == Key(y->text);
  };
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), same) && text;
}

// Rows at the head of `second` that repeat those at the head of `first`.
uint32_t RepeatedHead(const Table& first, const Table& second) {
  uint32_t end = 0, whole = 0;  // rows that merged cells reach into; rows none of which is cut
  for (uint32_t row = 0; row + 1 < second.rows && row < first.rows; ++row) {
    CellsOfRow here = RowOf(second, row);
    if (!SameRow(RowOf(first, row), here)) break;
    for (const TableCell* cell : here) end = std::max(end, row + cell->rows);
    if (end <= row + 1) whole = row + 1;
  }
  return whole;
}

void DropRows(uint32_t rows, Table* table) {
  std::erase_if(table->cells, [&](const TableCell& cell) { return cell.row < rows; });
  for (TableCell& cell : table->cells) cell.row -= rows;
  table->rows -= rows;
}

// The cell that covers a place, or null.
TableCell* At(Table* table, uint32_t row, uint32_t column) {
  for (TableCell& cell : table->cells)
    if (cell.row <= row && row < cell.row + cell.rows && cell.column <= column && column < cell.column + cell.columns) return &cell;
  return nullptr;
}

// Whether the row `next` is the rest of the table's last one: no more than half of its texts, each under one that ends
// within a sentence, and nothing where the row began.
bool IsTorn(Table* table, const CellsOfRow& next) {
  size_t texts = 0, before = 0;
  for (const TableCell* cell : next) {
    if (cell->rows > 1) continue;  // a merged cell that goes on says nothing
    const TableCell* over = At(table, table->rows - 1, cell->column);
    before += over && !over->text.empty();
    if (cell->text.empty()) continue;
    ++texts;
    if (cell->column == 0 || !over || over->columns != cell->columns || over->text.empty() || EndsSentence(over->text)) return false;
  }
  return texts > 0 && 2 * texts <= before;
}

// What the break tore: the rest of a row, or a merged cell that goes on without text. Returns rows of `second` used up.
uint32_t Mend(bool rows_whole, Table* first, Table* second) {
  CellsOfRow head = RowOf(*second, 0);
  const bool torn = !rows_whole && second->rows > 1 && IsTorn(first, head);
  const uint32_t last = first->rows - 1;
  std::vector<std::pair<uint32_t, uint32_t>> used;  // row and column of cells that went into one of `first`
  for (const TableCell* cell : head) {
    TableCell* above = At(first, last, cell->column);
    if (!above || above->column != cell->column || above->columns != cell->columns) continue;
    if (torn && !cell->text.empty()) above->text += '\n' + cell->text;
    const bool goes_on = cell->text.empty() && cell->rows > 1 && !above->text.empty();
    if (goes_on) above->rows = static_cast<uint16_t>(above->rows + cell->rows - (torn ? 1 : 0));
    if (goes_on || torn) used.emplace_back(cell->row, cell->column);
  }
  std::erase_if(second->cells, [&](const TableCell& cell) {
    return std::find(used.begin(), used.end(), std::pair(cell.row, cell.column)) != used.end();
  });
  return torn ? 1 : 0;
}

void Append(Table second, bool rows_whole, Table* first) {
  if (first->parts.empty()) first->parts.push_back(first->box);
  first->parts.push_back(second.box);
  const uint32_t repeated = RepeatedHead(*first, second);
  DropRows(repeated, &second);
  const uint32_t torn = Mend(rows_whole, first, &second);
  if (torn > 0) DropRows(torn, &second);
  first->seams.push_back(repeated + torn > 0 ? 0 : first->rows);
  for (TableCell& cell : second.cells) {
    cell.row += first->rows;
    cell.header = false;
    first->cells.push_back(std::move(cell));
  }
  first->rows += second.rows;
  first->is_table = std::max(first->is_table, second.is_table);
  first->is_right = std::min(first->is_right, second.is_right);
  if (first->way != second.way) first->way = TableWay::kMixed;
}

// True if the table's first row had no room below a table that ends at `foot`, on a page whose margins are alike.
bool HadNoRoom(const Table& table, float foot, float height) {
  float row = table.box.y1;
  for (const TableCell& cell : table.cells)
    if (cell.row == 0 && cell.box.page > 0) row = std::min(row, cell.box.y1);
  return foot + row > height;
}

// Whether `second`, at the head of a page, goes on with `first`, at the foot of the one before. Gives them the same columns.
bool GoesOn(Table* first, float height, Table* second, float next_height) {
  const bool ruled = first->way == TableWay::kRulings && second->way == TableWay::kRulings;
  const Box& box = first->parts.empty() ? first->box : first->parts.back();
  if (box.y1 < (ruled ? kRuledFoot : kBlankFoot) * height && !(ruled && HadNoRoom(*second, box.y1, height))) return false;
  if (second->box.y0 > (ruled ? kRuledHead : kBlankHead) * next_height) return false;
  if (first->rows == 0 || second->rows == 0) return false;
  return ruled ? AgreeByRulings(first, second) : AgreeByBlanks(*first, *second);
}

size_t Lowest(const std::vector<Table>& tables) {
  size_t lowest = 0;
  for (size_t i = 1; i < tables.size(); ++i)
    if (tables[i].box.y1 > tables[lowest].box.y1) lowest = i;
  return lowest;
}

size_t Highest(const std::vector<Table>& tables) {
  size_t highest = 0;
  for (size_t i = 1; i < tables.size(); ++i)
    if (tables[i].box.y0 < tables[highest].box.y0) highest = i;
  return highest;
}

}  // namespace

std::vector<Table> JoinTables(std::vector<PageTables> pages) {
  std::vector<Table> out;
  std::optional<size_t> open;  // in `out`: the lowest table of the page before
  float height = 0;
  for (PageTables& page : pages) {
    std::optional<size_t> joined;  // in page.tables
    if (open && !page.tables.empty()) {
      size_t first = Highest(page.tables);
      if (GoesOn(&out[*open], height, &page.tables[first], page.height)) joined = first;
    }
    const size_t low = page.tables.empty() ? 0 : Lowest(page.tables);
    std::optional<size_t> next;
    for (size_t i = 0; i < page.tables.size(); ++i) {
      if (joined == i) {
        Append(std::move(page.tables[i]), page.rows_whole, &out[*open]);
        if (i == low) next = *open;
        continue;
      }
      if (i == low) next = out.size();
      out.push_back(std::move(page.tables[i]));
    }
    open = next;
    height = page.height;
  }
  return out;
}

}  // namespace tabularium
