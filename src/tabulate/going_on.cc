// Tested by layout_test.cc.
#include "tabulate/going_on.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "tabulate/torn_text.h"
#include "tabulate/wordings.h"
#include "text/key.h"
#include "text/sentence.h"
#include "text/shape.h"
#include "text/utf8.h"
#include "text/width.h"

namespace tabularium {
namespace {

constexpr int kSlack = 3;            // display columns that a full line may leave
constexpr int kTelling = 10;         // … of a text that tells where rules close the break, if it has no other line
constexpr long kParagraph = 5;       // lines of a text on both pages
constexpr size_t kLongestNumber = 3; // letters of an item's number ("17.", "(iv)")

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
// What the room tells that the last line above left.
Going AsRoomTells(const Table& table, const TableCell& above, const TableCell& below) {
  if (above.room && *above.room < below.beginning) return Going::kOn;
  const std::string_view last = LastLine(above.text);
  const int beginning = LeastBeginning(below.text) + GoesOnInList(table, above, below);  // with the blank before it
  const int reach = DisplayWidth(last) + BlanksSet(last) + std::max(kSlack, beginning);
  if (const int widest = WidestLine(table, above); widest > 0) return reach >= widest ? Going::kOn : Going::kApart;
  const int likely = LikelyWidest(table, above);
  return likely > 0 && reach >= likely ? Going::kMayBeOn : Going::kApart;
}

// As far as it takes figures and signs to tell.
Going AsFiguresTell(const TableCell& above, const TableCell& below) {
  const bool figure_below = IsFigure(below), blank_above = ShapesOf(above.text) & kLooksNotApplicable;
  if (figure_below && IsSign(above.text) && !blank_above) return BeginsWithSign(below.text) ? Going::kTwoFigures : Going::kSurelyOn;
  if (figure_below && IsTornFigure(above.text, below.text)) return Going::kSurelyOn;
  const bool begins_anew = figure_below && BeginsWithSign(below.text) && !(ShapesOf(above.text) & kLooksProse);  // soon | ≥40
  return begins_anew || (IsFigure(above) && (figure_below || IsSign(below.text))) ? Going::kTwoFigures : Going::kUnknown;
}

}  // namespace

Going HowItGoes(const Table& table, const TableCell& above, const TableCell& below, const Vocabulary& vocabulary) {
  if (above.text.empty() || below.text.empty()) return Going::kUnknown;
  const Wordings wordings(vocabulary);
  const Wording over = wordings.Find(Key(above.text)), under = wordings.Find(Key(below.text));
  const bool known_above = over.exact != kNoWord, known_below = under.exact != kNoWord;
  const std::string both = Key(above.text + below.text);
  const bool digits = both.find_first_not_of("0123456789") == both.npos;  // 1 above 1 is no row 11
  if (!digits && wordings.Find(both).exact != kNoWord) return known_above || known_below ? Going::kSurelyOn : Going::kOneWording;
  if (BeginsWithinText(below.text) || EndsWithinText(above.text)) return Going::kSurelyOn;
  if (known_above) return IsInBrackets(below.text) && !(ShapesOf(below.text) & kLooksNotApplicable) ? Going::kSurelyOn : Going::kApart;
  if (known_below && !EndsSentence(below.text)) return Going::kWordingBelow;
  if (!IsFigure(below) && LeavesNumber(above, below)) {
    if (NumberOf(above.text) == above.text.size()) return Going::kSurelyOn;
    return IsFull(table, above, below) ? Going::kOn : Going::kMayBeOn;
  }
  if (over.prefix != kNoWord && !(ShapesOf(above.text) & kLooksProse)) return Going::kApart;  // a label with its value
  if (MayBeZeros(above.text, below.text) && IsFull(table, above, below)) return Going::kSurelyOn;
  if (const Going told = AsFiguresTell(above, below); told != Going::kUnknown) return told;
  return AsRoomTells(table, above, below);
}

bool IsFull(const Table& table, const TableCell& above, const TableCell& below) { return AsRoomTells(table, above, below) == Going::kOn; }

bool BeginsNumbered(const TableCell& cell) { return NumberOf(cell.text) > 0; }

bool LeavesNumber(const TableCell& above, const TableCell& below) { return BeginsNumbered(above) && !BeginsNumbered(below); }

bool GoesOnInList(const Table& table, const TableCell& above, const TableCell& below) {
  if (!LeavesNumber(above, below)) return false;
  const uint32_t next = below.row + below.rows;
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const TableCell& cell) {
    return cell.row == next && cell.column == below.column && cell.columns == below.columns && BeginsNumbered(cell);
  });
}

bool BreaksOff(const TableCell& above) {
  const bool telling = above.text.find('\n') != std::string::npos || DisplayWidth(above.text) >= kTelling;
  return telling && !EndsSentence(above.text);
}

bool MayBeOneParagraph(const TableCell& above, const TableCell& below) {
  const auto lines = [](const TableCell& cell) { return std::count(cell.text.begin(), cell.text.end(), '\n') + 1; };
  const bool prose = (ShapesOf(above.text) & kLooksProse) && (ShapesOf(below.text) & kLooksProse);
  return prose && lines(above) > 1 && lines(below) > 1 && lines(above) + lines(below) >= kParagraph;
}

bool IsLabelOf(const TableCell& above, const TableCell& below, const Vocabulary& vocabulary) {
  const bool colon = above.text.ends_with(':') || above.text.ends_with("：");
  return colon && IsFigure(below) && Wordings(vocabulary).Find(Key(above.text)).exact != kNoWord;
}

bool IsFigure(const TableCell& cell) { return ShapesOf(cell.text) & (kLooksNumber | kLooksAmount | kLooksDate | kLooksTarget); }

}  // namespace tabularium
