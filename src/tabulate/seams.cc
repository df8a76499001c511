// What stands between the parts of a table, and whether its frame is open there, tells what a page break did. Tested by
// layout_test.cc.
#include "tabulate/seams.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "model/grid.h"
#include "tabulate/tables.h"
#include "tabulate/torn_text.h"
#include "tabulate/wordings.h"
#include "text/key.h"
#include "text/sentence.h"
#include "text/shape.h"
#include "text/utf8.h"
#include "text/width.h"

namespace tabularium {
namespace {

constexpr float kNear = 3;         // points between a rule and the side that it draws
constexpr float kClosed = 0.2f;    // of a cell's side that is drawn where it is closed
constexpr float kMargin = 0.045f;  // of the page's height where only furniture stands
constexpr int kSlack = 3;          // display columns that a full line may leave
constexpr int kTelling = 10;       // … that is at least so wide, or not the cell's first, tells even where rules close the seam
constexpr long kParagraph = 5;     // lines of a text on both pages
constexpr uint16_t kFigure = kLooksNumber | kLooksAmount | kLooksDate | kLooksTarget;
constexpr size_t kLongestNumber = 3; // letters of an item's number ("17.", "(iv)")
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

// The cell that begins in this column and reaches down to the row, or null.
TableCell* CellDownTo(Table* table, uint32_t row, uint32_t column) {
  for (TableCell& cell : table->cells)
    if (cell.column == column && cell.row <= row && row < cell.row + cell.rows) return &cell;
  return nullptr;
}

// The widest line of the cells in these columns, display columns; 0 where none of them is wrapped.
int WidestLine(const Table& table, const TableCell& like) {
  int widest = 0;
  for (const TableCell& cell : table.cells) {
    if (cell.column != like.column || cell.columns != like.columns || cell.text.find('\n') == std::string::npos) continue;
    for (std::string_view rest = cell.text; !rest.empty();) {
      size_t end = std::min(rest.find('\n'), rest.size());
      widest = std::max(widest, DisplayWidth(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return widest;
}

// The same where none is, as cells of other columns tell: so many display columns a point, at most.
int LikelyWidest(const Table& table, const TableCell& like) {
  float most = 0;
  for (const TableCell& cell : table.cells) {
    const float width = cell.box.x1 - cell.box.x0;
    if (width > 0) most = std::max(most, static_cast<float>(WidestLine(table, cell)) / width);
  }
  return static_cast<int>(most * (like.box.x1 - like.box.x0));
}

std::string_view LastLine(std::string_view text) { return text.substr(text.rfind('\n') + 1); }

// Display columns of the quarters of a letter that programs set between ideographs and figures or Latin words.
int BlanksSet(std::string_view text) {
  int quarters = 0;
  bool latin = false, han = false;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextLetter(text, i);
    const bool is_latin = c < 0x80 && std::isalnum(static_cast<int>(c)), is_han = IsHan(c);
    quarters += (is_latin && han) || (is_han && latin);
    latin = is_latin, han = is_han;
  }
  return (quarters + 1) / 2;
}

// "17.", "(b)", "三、": what the items of a list begin with. Its bytes, or 0.
size_t NumberOf(std::string_view text) {
  size_t at = text.find_first_not_of("(（");
  size_t letters = 0;
  while (at < text.size()) {
    const char32_t c = NextLetter(text, at);
    if (c == '.' || c == ')' || c == 0x3001 || c == 0xFF09 || c == 0xFF0E)  // and no "12.50"
      return letters > 0 && (at == text.size() || !std::isdigit(static_cast<unsigned char>(text[at]))) ? at : 0;
    const bool counts = c < 0x80 ? std::isalnum(static_cast<int>(c)) != 0 : IsHan(c);
    if (!counts || ++letters > kLongestNumber) return 0;
  }
  return 0;
}
bool BeginsNumbered(std::string_view text) { return NumberOf(text) > 0; }

// "(1) Rural" above "Health": every item of the row has its number above.
bool LeavesNumber(const TableCell& above, const TableCell& below) { return BeginsNumbered(above.text) && !BeginsNumbered(below.text); }

// True if the cells of the column are numbered one by one but for the one below the seam, which therefore begins no item.
bool GoesOnInList(const Table& table, const TableCell& above, const TableCell& below) {
  if (!LeavesNumber(above, below)) return false;
  const uint32_t next = below.row + below.rows;
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const TableCell& cell) {
    return cell.row == next && cell.column == below.column && cell.columns == below.columns && BeginsNumbered(cell.text);
  });
}

// Whether the text below goes on with the one above. A page break leaves no rule, so an open side says nothing by
// itself: a text goes on where both together are a known wording, or where neither is one and the last line above is full.
// By itself a wording below, or a figure below a figure, begins anew; where other cells of the row go on, so may they.
enum class Going { kUnknown, kOn, kMayBeOn, kSurelyOn, kOneWording, kWordingBelow, kTwoFigures, kApart };

// As the room tells that the last line above left.
Going WhetherFull(const Table& table, const TableCell& above, const TableCell& below) {
  if (above.room && *above.room < below.beginning) return Going::kOn;
  const int reach = DisplayWidth(LastLine(above.text)) + BlanksSet(LastLine(above.text)) + std::max(kSlack, LeastBeginning(below.text) + GoesOnInList(table, above, below));  // with the blank before it
  if (const int widest = WidestLine(table, above); widest > 0) return reach >= widest ? Going::kOn : Going::kApart;
  const int likely = LikelyWidest(table, above);
  return likely > 0 && reach >= likely ? Going::kMayBeOn : Going::kApart;
}

Going HowItGoes(const Table& table, const TableCell& above, const TableCell& below, const Vocabulary& vocabulary) {
  if (above.text.empty() || below.text.empty()) return Going::kUnknown;
  const Wordings wordings(vocabulary);
  const Wording over = wordings.Find(Key(above.text)), under = wordings.Find(Key(below.text));
  const std::string both = Key(above.text + below.text);
  const bool figures = both.find_first_not_of("0123456789") == both.npos;  // 1 above 1 is no row 11
  if (!figures && wordings.Find(both).exact != kNoWord)
    return over.exact == kNoWord && under.exact == kNoWord ? Going::kOneWording : Going::kSurelyOn;
  if (BeginsWithinText(below.text) || EndsWithinText(above.text)) return Going::kSurelyOn;
  if (over.exact != kNoWord) return Going::kApart;
  if (under.exact != kNoWord && !EndsSentence(below.text)) return Going::kWordingBelow;
  const bool figure_below = ShapesOf(below.text) & kFigure;
  if (!figure_below && LeavesNumber(above, below)) {
    if (NumberOf(above.text) == above.text.size()) return Going::kSurelyOn;
    return WhetherFull(table, above, below) == Going::kOn ? Going::kOn : Going::kMayBeOn;
  }
  if (over.prefix != kNoWord && !(ShapesOf(above.text) & kLooksProse)) return Going::kApart;  // a label with its value
  if (figure_below && IsSign(above.text) && !(ShapesOf(above.text) & kLooksNotApplicable)) return BeginsWithSign(below.text) ? Going::kTwoFigures : Going::kSurelyOn;
  if (figure_below && IsTornFigure(above.text, below.text)) return Going::kSurelyOn;
  if ((ShapesOf(above.text) & kFigure) && (figure_below || IsSign(below.text))) return Going::kTwoFigures;
  return WhetherFull(table, above, below);
}

// Programs that close a torn row on both pages leave nothing but its text to tell: one that is long, and breaks off.
bool BreaksOff(const TableCell& cell) {
  const bool telling = cell.text.find('\n') != std::string::npos || DisplayWidth(cell.text) >= kTelling;
  return telling && !EndsSentence(cell.text);
}

// A paragraph that fills its line where the page ends, and as much below: most likely one text, though a sentence ends there.
bool MayBeOneParagraph(const TableCell& above, const TableCell& below) {
  const auto lines = [](const TableCell& cell) { return std::count(cell.text.begin(), cell.text.end(), '\n') + 1; };
  const bool prose = (ShapesOf(above.text) & kLooksProse) && (ShapesOf(below.text) & kLooksProse);
  return prose && lines(above) > 1 && lines(below) > 1 && lines(above) + lines(below) >= kParagraph;
}

// "计划完成日期：" above "2022-03-01": a label and its value in one cell, where no other label stands.
bool IsLabelOf(const TableCell& above, const TableCell& below, const Vocabulary& vocabulary) {
  const bool colon = above.text.ends_with(':') || above.text.ends_with("：");
  return colon && (ShapesOf(below.text) & kFigure) && Wordings(vocabulary).Find(Key(above.text)).exact != kNoWord;
}

// The cells at both sides of a seam.
struct Seam {
  struct Pair {
    TableCell *above, *below;
    Going going;
    bool open;  // no rule parts them
  };
  std::vector<Pair> pairs;
  bool ruled = false;  // rules part some of them: those left open are one cell
  bool torn = false;  // every cell below is one of them, a text goes on, and none begins anew
};
Seam LookAt(uint32_t row, const OpenSide& foot, const OpenSide& top, const Vocabulary& vocabulary, Table* table) {
  Seam seam;
  bool apart = false, labelled = false, half_closed = false, lost = false, on_breaks = false, all_open = true, breaks_off = false, filled = false;
  size_t texts = 0, on = 0, surely = 0, numbered = 0, paragraphs = 0, wordings = 0, figures = 0, new_texts = 0;  // the last: below blank cells
  for (TableCell& cell : table->cells) {
    if (cell.row != row) continue;
    TableCell* above = CellDownTo(table, row - 1, cell.column);
    const bool pair = above && above->columns == cell.columns;
    const bool open_above = pair && IsOpen(foot, above->box), open_below = pair && IsOpen(top, cell.box);
    const bool open = open_above && open_below;
    half_closed |= pair && foot.ruled && top.ruled && !open_above && open_below;  // programs close both parts of a torn row, or none
    lost |= pair && cell.text.empty() && (ShapesOf(above->text) & kFigure);
    seam.ruled |= pair && foot.ruled && top.ruled && !open_above && !open_below;
    const Going going = pair ? HowItGoes(*table, *above, cell, vocabulary) : Going::kApart;
    texts += !cell.text.empty();
    const bool surely_on = going == Going::kSurelyOn || going == Going::kOneWording;
    apart |= going == Going::kApart;
    new_texts += going == Going::kUnknown && !open && !cell.text.empty();
    on += going == Going::kOn, surely += surely_on;
    numbered += going == Going::kOn && LeavesNumber(*above, cell);
    paragraphs += going == Going::kOn && MayBeOneParagraph(*above, cell);
    labelled |= pair && IsLabelOf(*above, cell, vocabulary);
    filled |= going == Going::kWordingBelow && WhetherFull(*table, *above, cell) == Going::kOn;
    wordings += going == Going::kWordingBelow, figures += going == Going::kTwoFigures;
    all_open &= open;
    breaks_off |= surely_on;
    on_breaks |= going == Going::kOn && (BreaksOff(*above) || GoesOnInList(*table, *above, cell));
    if (pair) seam.pairs.push_back({above, &cell, going, open});
  }
  on_breaks |= texts > 1 && numbered == texts;
  on_breaks |= texts > 1 && on == texts && lost;  // a row that begins anew has figures where the one above has
  breaks_off |= paragraphs > 0 && paragraphs == texts && texts < seam.pairs.size();  // a row that begins anew has other cells
  breaks_off |= on_breaks && !half_closed;
  const bool carried = surely > 0 || (figures == 0 && (wordings == 0 || on > 1));
  seam.torn = labelled && texts == 1;
  seam.torn |= !apart && filled && texts == 1 && all_open;  // a wording that begins anew has a value beside it
  seam.torn |= !apart && (new_texts == 0 || surely > 1) && carried && (breaks_off || (all_open && (on > 0 || texts == 0)));
  return seam;
}

void MendRow(uint32_t row, const OpenSide& foot, const OpenSide& top, const Vocabulary& vocabulary, Table* table) {
  Seam seam = LookAt(row, foot, top, vocabulary, table);
  std::vector<uint32_t> used;  // columns of cells that went into the one above
  for (auto [above, below, going, open] : seam.pairs) {
    const bool spans = seam.ruled || above->rows > 1 || below->rows > 1;
    const bool merged = (open && spans && going < Going::kWordingBelow) || going == Going::kOneWording;
    if (!seam.torn && !merged) continue;
    if (!below->text.empty()) above->text += (above->text.empty() ? "" : "\n") + below->text;
    above->ends_cut = below->ends_cut, above->room = below->room;
    above->rows = static_cast<uint16_t>(above->rows + below->rows - (seam.torn ? 1 : 0));
    used.push_back(below->column);
  }
  std::erase_if(table->cells, [&](const TableCell& cell) {
    return cell.row == row && std::find(used.begin(), used.end(), cell.column) != used.end();
  });
  if (!seam.torn) return;
  for (TableCell& cell : table->cells)
    if (cell.row > row) --cell.row;
  --table->rows;
}

// Only seams at which every row is still there.
void Mend(const Parts& known, const Vocabulary& vocabulary, Table* table) {
  for (size_t i = table->parts.size(); i-- > 1;) {
    const auto above = known.find(NameOf(table->parts[i - 1])), below = known.find(NameOf(table->parts[i]));
    const uint32_t row = table->seams[i - 1];
    if (row > 0 && above != known.end() && below != known.end()) MendRow(row, above->second.foot, below->second.top, vocabulary, table);
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
