// A table's rows become lines with tabs, and all else keeps its lines, so that the rest of the walk reads pages as it
// reads texts. Tested by layout_test.cc.
#include "tabulate/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "tabulate/broken_words.h"
#include "tabulate/cut.h"
#include "tabulate/cut_off.h"
#include "tabulate/parting.h"
#include "tabulate/seams.h"
#include "tabulate/torn_text.h"
#include "tabulate/wordings.h"
#include "text/furniture.h"
#include "text/key.h"
#include "text/utf8.h"
#include "text/width.h"

namespace tabularium {
namespace {

constexpr float kColumn = 0.5f;   // of a letter's size: a display column
constexpr float kWideGap = 1.2f;  // of a letter's size: a gap that parts cells
constexpr size_t kMostBlanks = 200;
constexpr float kCutLegibility = 0;  // of a cell whose edge cuts its text: nobody can read the letters that are gone
constexpr float kReach = 1;       // points that a cell reaches out of its table

float MiddleX(const Box& box) { return (box.x0 + box.x1) / 2; }
float MiddleY(const Box& box) { return (box.y0 + box.y1) / 2; }

// The page's box as it stands when the page is turned back by so many quarters.
Box TurnBack(const Box& box, uint8_t turns, const Page& page) {
  const float w = page.width, h = page.height;
  switch (turns) {
    case 1: return {box.page, box.y0, w - box.x1, box.y1, w - box.x0};
    case 2: return {box.page, w - box.x1, h - box.y1, w - box.x0, h - box.y0};
    case 3: return {box.page, h - box.y1, box.x0, h - box.y0, box.x1};
    default: return box;
  }
}

// How most letters of the page are turned.
uint8_t TurnsOf(const Page& page) {
  uint64_t letters[4] = {};
  for (const Word& word : page.words) letters[word.turns % 4] += word.end - word.begin;
  return static_cast<uint8_t>(std::max_element(std::begin(letters), std::end(letters)) - std::begin(letters));
}

bool Holds(const Box& outer, const Box& inner) {
  float x = MiddleX(inner), y = MiddleY(inner);
  return x >= outer.x0 && x <= outer.x1 && y >= outer.y0 && y <= outer.y1;
}

bool Overlap(const Box& a, const Box& b) { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1; }

// Where the page parts into a left and a right half with ruled tables in both, beside each other; 0: nowhere.
float Fold(const std::vector<PageTable>& tables) {
  auto ruled = [](const PageTable& t) { return t.table.way != TableWay::kBlanks; };
  for (const PageTable& left : tables)
    for (const PageTable& right : tables) {
      bool beside = left.seen.x1 < right.seen.x0 && left.seen.y0 < right.seen.y1 && right.seen.y0 < left.seen.y1;
      if (!beside || !ruled(left) || !ruled(right)) continue;
      float at = (left.seen.x1 + right.seen.x0) / 2;
      bool clear = std::none_of(tables.begin(), tables.end(),
                                [&](const PageTable& t) { return ruled(t) && t.seen.x0 < at && t.seen.x1 > at; });
      if (clear) return at;
    }
  return 0;
}

// Adds a word at its display column, at least one blank behind the one before, and two behind a wide gap.
void AddWord(const Page& page, const Word& word, const Box& seen, PageLine* line) {
  float end = line->seen.x1;
  if (!line->words.empty()) {
    float gap = seen.x0 - end, em = std::max(word.size, 1.0f);
    size_t blanks = 1;
    if (gap > kWideGap * em) {
      float column = (seen.x0 - line->seen.x0) / (kColumn * em), have = static_cast<float>(DisplayWidth(line->text));
      blanks = std::clamp<size_t>(static_cast<size_t>(std::max(2.0f, column - have)), 2, kMostBlanks);
    }
    line->text.append(blanks, ' ');
  }
  auto begin = static_cast<uint32_t>(line->text.size());
  line->text += page.Text(word);
  line->words.push_back({{begin, static_cast<uint32_t>(line->text.size())}, word.box});
  Box& all = line->seen;
  all = begin == 0 ? seen : Box{seen.page, std::min(all.x0, seen.x0), std::min(all.y0, seen.y0), std::max(all.x1, seen.x1), std::max(all.y1, seen.y1)};
}

bool ReachesOut(const Box& cell, const Box& table) {
  return cell.y1 > table.y1 + kReach || cell.y0 < table.y0 - kReach || cell.x1 > table.x1 + kReach || cell.x0 < table.x0 - kReach;
}

// True if the word stands in the table, or in a cell of it that reaches out of its frame.
bool IsWithin(const Box& word, const PageTable& t) {
  return Holds(t.table.box, word) || std::any_of(t.reaching.begin(), t.reaching.end(), [&](const Box& cell) { return Holds(cell, word); });
}

// The first and the last line of a page, where furniture stands: what the printing program puts into its margins.
void MarkMargins(PageContent* page) {
  float top = page->height, foot = 0;  // of all tables and lines
  for (const PageTable& t : page->tables) top = std::min(top, t.seen.y0), foot = std::max(foot, t.seen.y1);
  for (const PageLine& line : page->lines) top = std::min(top, line.seen.y0), foot = std::max(foot, line.seen.y1);
  for (PageLine& line : page->lines)
    line.in_margin = (line.seen.y0 <= top || line.seen.y1 >= foot) && LooksLikeFurniture(line.text);
}

}  // namespace

PageContent TakePage(const Page& page, std::vector<Table> tables) {
  PageContent out;
  out.number = page.number;
  out.turns = TurnsOf(page);
  out.height = out.turns % 2 == 0 ? page.height : page.width;
  for (Table& table : tables) {
    PageTable& kept = out.tables.emplace_back();
    kept.seen = TurnBack(table.box, out.turns, page);
    kept.table = std::move(table);
    for (const TableCell& cell : kept.table.cells)
      if (ReachesOut(cell.box, kept.table.box)) kept.reaching.push_back(cell.box);
    if (out.turns == 0) FindOpenSides(page, &kept), MarkCutOff(page, &kept);
  }
  if (page.dots > 0) {
    out.seen_only = true;
    out.readings = page.readings;
    out.seals = page.seals;
    for (const Word& word : page.words) out.legibility.push_back({{}, word.box, word.legibility});
  }
  float fold = Fold(out.tables);  // what seems a table across it are two texts beside each other
  if (fold > 0) std::erase_if(out.tables, [&](const PageTable& t) { return t.seen.x0 < fold && t.seen.x1 > fold; });
  auto side = [&](const Box& seen) { return fold > 0 && MiddleX(seen) > fold ? 1 : 0; };
  for (PageTable& t : out.tables) t.side = side(t.seen);
  int open[] = {-1, -1};  // the line of each side that goes on
  for (const Word& word : page.words) {
    if (word.range.begin > 0 && page.text[word.range.begin - 1] == '\n') open[0] = open[1] = -1;
    if (std::any_of(out.tables.begin(), out.tables.end(), [&](const PageTable& t) { return IsWithin(word.box, t); })) continue;
    Box seen = TurnBack(word.box, out.turns, page);
    int s = side(seen);
    if (open[s] < 0) {
      open[s] = static_cast<int>(out.lines.size());
      out.lines.emplace_back();
      out.lines.back().side = s;
    }
    AddWord(page, word, seen, &out.lines[static_cast<size_t>(open[s])]);
  }
  MarkMargins(&out);
  return out;
}

namespace {

// A table or a line, where it stands among others.
struct Item {
  int page, side;
  float y, x;
  const Table* table = nullptr;
  const PageLine* line = nullptr;
};

class Writer {
 public:
  Writer(std::vector<PageContent>* pages, const std::vector<Table>& tables, LaidText* out) : out_(*out) {
    any_rules_ = std::any_of(tables.begin(), tables.end(), [](const Table& table) { return table.way != TableWay::kBlanks; });
    for (PageContent& page : *pages)
      if (!page.legibility.empty()) seen_.emplace(page.number, &page);
  }

  void Add(const PageLine& line) {
    auto from = static_cast<uint32_t>(out_.text.size());
    out_.text += line.text;
    for (const TextBox& word : line.words) {
      AddBox({from + word.range.begin, from + word.range.end}, word.box);
      out_.boxes.back().unruled = !any_rules_;
    }
    EndRow(from, static_cast<uint32_t>(out_.cells.size()));
    out_.rows.back().whole = line.in_margin;
  }

  void Add(const Table& table) {
    way_ = table.way;
    std::vector<const TableCell*> holds(table.columns);  // the cell that covers a column in this row
    std::vector<uint32_t> until(table.columns);          // the row behind its last
    auto cell = table.cells.begin();
    for (uint32_t r = 0; r < table.rows; ++r) {
      auto from = static_cast<uint32_t>(out_.text.size()), first = static_cast<uint32_t>(out_.cells.size());
      for (uint32_t c = 0; c < table.columns;) {
        while (cell != table.cells.end() && (cell->row < r || (cell->row == r && cell->column < c))) ++cell;
        bool begins = cell != table.cells.end() && cell->row == r && cell->column == c;
        if (begins) {
          uint32_t end = std::min(c + std::max<uint32_t>(cell->columns, 1), table.columns);
          for (uint32_t k = c; k < end; ++k) holds[k] = &*cell, until[k] = r + std::max<uint32_t>(cell->rows, 1);
          AddCell(cell->text, cell->box, first);
          if ((cell->cut || cell->ends_cut) && !out_.boxes.empty())
            out_.boxes.back().legibility = std::min(out_.boxes.back().legibility, kCutLegibility);
          c = end;
        } else if (holds[c] && until[c] > r) {
          const TableCell* above = holds[c];
          AddCell({}, above->box, first);
          while (c < table.columns && holds[c] == above) ++c;
        } else {
          AddCell({}, Box{}, first);
          ++c;
        }
      }
      EndRow(from, first);
    }
  }

 private:
  void AddCell(std::string_view text, const Box& box, uint32_t first) {
    if (out_.cells.size() > first) out_.text += '\t';
    auto begin = static_cast<uint32_t>(out_.text.size());
    for (char c : text) out_.text += c == '\t' ? ' ' : c;
    Range range{begin, static_cast<uint32_t>(out_.text.size())};
    out_.cells.push_back(range);
    if (box.page == 0) return;
    AddBox(range, box);
    out_.boxes.back().unruled = way_ == TableWay::kBlanks;
  }

  // With what a scan says of the letters that stand there.
  void AddBox(Range range, const Box& box) {
    TextBox& added = out_.boxes.emplace_back(TextBox{range, box});
    auto seen = seen_.find(box.page);
    if (seen == seen_.end()) return;
    const PageContent& page = *seen->second;
    std::vector<const Box*> words;
    for (const TextBox& word : page.legibility) {
      if (!Holds(box, word.box)) continue;
      added.legibility = std::min(added.legibility, word.legibility);
      words.push_back(&word.box);
    }
    // Another reading of one word of several says nothing of the whole.
    auto is_of_all = [&](const Recognition& reading) {
      return std::all_of(words.begin(), words.end(), [&](const Box* word) { return Holds(reading.box, *word); });
    };
    added.sealed = std::any_of(page.seals.begin(), page.seals.end(), [&](const Box& seal) { return Overlap(box, seal); });
    added.first_reading = static_cast<uint32_t>(out_.readings.size());
    for (const Recognition& reading : page.readings)
      if ((Holds(box, reading.box) && is_of_all(reading)) || Holds(reading.box, box)) out_.readings.push_back(reading);
    added.readings = static_cast<uint32_t>(out_.readings.size()) - added.first_reading;
  }

  void EndRow(uint32_t from, uint32_t first) {
    LaidText::Row row;
    row.range = {from, static_cast<uint32_t>(out_.text.size())};
    row.begin = first;
    row.end = static_cast<uint32_t>(out_.cells.size());
    out_.rows.push_back(row);
    out_.text += '\n';
  }

  bool any_rules_ = false;
  TableWay way_ = TableWay::kRulings;  // of the table at hand
  LaidText& out_;
  std::map<int, const PageContent*> seen_;  // pages of which it is known how well they were read, by number
};

bool BeginsKnown(const Vocabulary& vocabulary, std::string_view text) {
  const std::string key = Key(text);
  return std::any_of(vocabulary.words.begin(), vocabulary.words.end(), [&](const KnownWord& word) { return word.key.starts_with(key); });
}

// A label set upright in a row that has no room for two letters below one another stands beside itself, from right to left. At the page's
// foot it may go on below.
void TurnUprightLabels(const Vocabulary& vocabulary, PageContent* page) {
  if (page->turns != 0 || page->seen_only) return;
  const Wordings wordings(vocabulary);
  for (PageTable& t : page->tables)
    for (TableCell& cell : t.table.cells) {
      std::string turned = FromRightToLeft(cell.text);
      if (turned.empty() || wordings.Find(Key(cell.text)).exact != kNoWord) continue;
      const bool last = cell.row + cell.rows == t.table.rows;
      if (wordings.Find(Key(turned)).exact == kNoWord && !(last && BeginsKnown(vocabulary, turned) && !BeginsKnown(vocabulary, cell.text))) continue;
      cell.text = std::move(turned);
    }
}

// What seems to run out below a cell that is a known wording without it, and none with it, is a line of its own: a title. With what
// the next page goes on with it may be one (年度总体 | 目标).
void PartTitlesBelow(const Vocabulary& vocabulary, PageContent* page) {
  const bool reaches = std::any_of(page->tables.begin(), page->tables.end(), [](const PageTable& t) { return !t.reaching.empty(); });
  if (page->turns != 0 || !reaches) return;
  const Wordings wordings(vocabulary);
  auto is_known = [&](std::string_view text) { return wordings.Find(Key(text)).exact != kNoWord; };
  for (PageTable& t : page->tables)
    for (TableCell& cell : t.table.cells) {
      if (t.reaching.empty() || cell.box.y1 <= t.table.box.y1 + kReach || BeginsKnown(vocabulary, cell.text)) continue;
      size_t end = cell.text.rfind('\n');
      while (end != std::string::npos && !is_known(std::string_view(cell.text).substr(0, end))) end = end > 0 ? cell.text.rfind('\n', end - 1) : std::string::npos;
      if (end == std::string::npos) continue;
      PageLine& line = page->lines.emplace_back();
      line.text = cell.text.substr(end + 1);
      std::replace(line.text.begin(), line.text.end(), '\n', ' ');
      line.seen = {cell.box.page, cell.box.x0, t.table.box.y1, cell.box.x1, cell.box.y1};
      line.side = t.side;
      line.words.push_back({{0, static_cast<uint32_t>(line.text.size())}, line.seen});
      cell.text.resize(end);
      cell.box.y1 = t.table.box.y1;
    }
}

}  // namespace

LaidText LayOut(std::vector<PageContent> pages, const Vocabulary& vocabulary) {
  JoinBrokenWords(&pages);
  for (PageContent& page : pages) PartTitlesBelow(vocabulary, &page), TurnUprightLabels(vocabulary, &page);
  struct Spot {
    int side;
    float y, x;
  };
  std::map<std::tuple<int, float, float>, Spot> spots;  // of tables, by where they begin
  for (const PageContent& page : pages)
    for (const PageTable& t : page.tables)
      spots[{page.number, t.table.box.x0, t.table.box.y0}] = {t.side, t.seen.y0, t.seen.x0};
  std::vector<Table> tables = JoinPages(&pages, vocabulary);
  std::vector<Item> items;
  LaidText out;
  for (const Table& table : tables) {
    Spot spot = spots[{table.box.page, table.box.x0, table.box.y0}];
    items.push_back({table.box.page, spot.side, spot.y, spot.x, &table, nullptr});
  }
  for (const PageContent& page : pages)
    for (const PageLine& line : page.lines)
      items.push_back({page.number, line.side, MiddleY(line.seen), line.seen.x0, nullptr, &line});
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    return std::tie(a.page, a.side, a.y, a.x) < std::tie(b.page, b.side, b.y, b.x);
  });
  Writer writer(&pages, tables, &out);
  for (const Item& item : items) {
    const int last = item.table && item.table->parts.size() > 1 ? item.table->parts.back().page : item.page;
    out.items.push_back({static_cast<uint32_t>(out.rows.size()), item.page, last, item.side, item.y, item.x, item.table != nullptr});
    if (item.table)
      writer.Add(*item.table);
    else
      writer.Add(*item.line);
  }
  return out;
}

std::vector<Trouble> JoinedTables(const LaidText& laid, uint32_t end) {
  std::vector<Trouble> out;
  for (const LaidText::Item& item : laid.items)
    if (item.last_page > item.page && item.row < end)
      out.push_back({FlagCode::kTableJoined,
                     Severity::kNote,
                     fmt::format("a table runs from page {} to page {}; its parts were joined", item.page, item.last_page),
                     {}});
  return out;
}

Grid Tabulate(const Document& document, const LaidText& laid, const Vocabulary& vocabulary, const Limits& limits,
              const LaidBefore& before) {
  Grid grid;
  grid.cells_before = before.cells;
  Wordings wordings(vocabulary);
  RowWriter rows(document, limits, &wordings, &grid);
  std::vector<Line> lines;
  auto flush = [&] {
    if (!lines.empty()) CutSpaced(document.text, lines, &wordings, &rows);
    lines.clear();
  };
  for (size_t r = 0; r < laid.rows.size() && !rows.full(); ++r) {
    const LaidText::Row& row = laid.rows[r];
    auto number = static_cast<uint32_t>(before.rows + r + 1);
    if (row.whole) {
      flush();
      rows.Add(row.range.begin, row.range.end, number);
      rows.EndRow(number);
      continue;
    }
    if (row.begin == row.end) {
      // A title and what follows it share no columns with what is above.
      if (IsTitleLine(document.text.substr(row.range.begin, row.range.end - row.range.begin), &wordings)) flush();
      lines.push_back({row.range.begin, row.range.end, number});
      continue;
    }
    flush();
    for (uint32_t c = row.begin; c < row.end; ++c) rows.Add(laid.cells[c].begin, laid.cells[c].end, number);
    rows.EndRow(number);
  }
  flush();
  grid.separation = Separation::kTabs;
  return grid;
}

}  // namespace tabularium
