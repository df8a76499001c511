// Every cell below a break is compared with the one above it; what they show together decides. Tested by layout_test.cc.
#include "tabulate/torn_rows.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string_view>
#include <vector>

#include "model/grid.h"
#include "tabulate/going_on.h"
#include "tabulate/seams.h"
#include "text/sentence.h"

namespace tabularium {
namespace {

// A cell that ends at the break and the one below it, which begins and ends in the same columns.
struct Pair {
  TableCell *above, *below;
  Going going;
  bool ruled;                    // lines run to the break on both pages, so that sides without a rule are open
  bool open_above, open_below;
  bool open() const { return open_above && open_below; }
};

// Of how many cells of the row below it is true that …
struct Signs {
  size_t cells = 0;
  size_t texts = 0;        // they are not blank
  size_t open = 0;         // no rule parts them from what is above
  size_t half_closed = 0;  // a rule closes the cell above, and none closes them
  size_t apart = 0;        // they begin anew, or no cell above is like them
  size_t anew = 0;         // they have a text where the cell above is blank, and a rule parts them
  size_t left = 0;         // they are blank where a text stands above,
  size_t lost = 0;         // … or a figure
  size_t labels = 0;       // their label stands above
  size_t figures = 0;      // they are a figure, as is the cell above,
  size_t tight = 0;        // … which had no room for it
  size_t wordings = 0;     // they are a wording,
  size_t full = 0;         // … below a full line
  size_t surely_on = 0;    // their text goes on with the one above, as both tell,
  size_t may_be_on = 0;    // … or as other columns let expect,
  size_t on = 0;           // … or as its full line tells,
  size_t ended = 0;        // … with a sentence's end,
  size_t broken_off = 0;   // … which does not end there, or all but they begin an item of a list
  size_t items = 0;        // they begin with a number of their own
  size_t numbered = 0;     // … which left the number of their item above
  size_t paragraphs = 0;   // … and they are as much text as above
};

// The cell that begins in this column and reaches down to the row, or null.
TableCell* CellDownTo(Table* table, uint32_t row, uint32_t column) {
  for (TableCell& cell : table->cells)
    if (cell.column == column && cell.row <= row && row < cell.row + cell.rows) return &cell;
  return nullptr;
}

std::vector<Pair> PairsAt(const PageBreak& at, const Vocabulary& vocabulary, Table* table) {
  std::vector<Pair> pairs;
  for (TableCell& cell : table->cells) {
    if (cell.row != at.row) continue;
    TableCell* above = CellDownTo(table, at.row - 1, cell.column);
    if (above == nullptr || above->columns != cell.columns) continue;
    pairs.push_back({above, &cell, HowItGoes(*table, *above, cell, vocabulary), at.foot.ruled && at.top.ruled, IsOpen(at.foot, above->box), IsOpen(at.top, cell.box)});
  }
  return pairs;
}

void Count(const Pair& pair, const Table& table, const Vocabulary& vocabulary, Signs* signs) {
  const TableCell &above = *pair.above, &below = *pair.below;
  const bool on = pair.going == Going::kOn, wording = pair.going == Going::kWordingBelow;
  signs->open += pair.open();
  signs->half_closed += pair.ruled && !pair.open_above && pair.open_below;
  signs->apart += pair.going == Going::kApart;
  signs->anew += above.text.empty() && !below.text.empty() && !pair.open();
  signs->left += !above.text.empty() && below.text.empty();
  signs->lost += IsFigure(above) && below.text.empty();
  signs->labels += IsLabelOf(above, below, vocabulary);
  signs->figures += pair.going == Going::kTwoFigures;
  signs->tight += pair.going == Going::kTwoFigures && IsFull(table, above, below);
  signs->wordings += wording;
  signs->full += wording && IsFull(table, above, below);
  signs->surely_on += pair.going == Going::kSurelyOn || pair.going == Going::kOneWording;
  signs->may_be_on += pair.going == Going::kMayBeOn;
  signs->on += on;
  signs->ended += on && EndsSentence(above.text);
  signs->broken_off += on && (BreaksOff(above) || GoesOnInList(table, above, below));
  signs->items += BeginsNumbered(below);
  signs->numbered += on && LeavesNumber(above, below);
  signs->paragraphs += on && MayBeOneParagraph(above, below);
}

Signs SignsOf(const PageBreak& at, const std::vector<Pair>& pairs, const Table& table, const Vocabulary& vocabulary) {
  Signs signs;
  for (const TableCell& cell : table.cells) signs.cells += cell.row == at.row, signs.texts += cell.row == at.row && !cell.text.empty();
  signs.apart = signs.cells - pairs.size();
  for (const Pair& pair : pairs) Count(pair, table, vocabulary, &signs);
  return signs;
}

// A wording or a figure below begins anew unless a text beside it goes on.
bool MayAllGoOn(const Signs& s) {
  const bool carried = s.surely_on > 0 || (s.figures == 0 && (s.wordings == 0 || s.on > 1));
  return s.apart == 0 && (s.anew == 0 || s.surely_on > 1) && carried;
}

// Programs close both parts of a torn row, or none.
bool MayAllGoOnClosed(const Signs& s) { return MayAllGoOn(s) && s.half_closed == 0; }

bool IsAlone(const Signs& s) { return s.texts == 1 && s.apart == 0 && s.half_closed == 0; }

// A row is torn where any of these holds.
using Reason = bool (*)(const Signs&);
constexpr Reason kTorn[] = {
    // A value left its label above, and no other label stands in its row.
    [](const Signs& s) { return s.labels > 0 && s.texts == 1; },
    // A wording below a full line has no value beside it.
    [](const Signs& s) { return s.full > 0 && s.texts == 1 && s.apart == 0 && s.open == s.cells; },
    // No rule parts the row from the one above, and if it has texts, one goes on.
    [](const Signs& s) { return MayAllGoOn(s) && s.open == s.cells && (s.on > 0 || s.texts == 0); },
    // A text goes on, whatever rules say.
    [](const Signs& s) { return MayAllGoOn(s) && s.surely_on > 0; },
    [](const Signs& s) { return MayAllGoOnClosed(s) && s.broken_off > 0; },
    // Paragraphs stand alone in their row, which would have other cells if it began anew,
    [](const Signs& s) { return MayAllGoOn(s) && s.paragraphs > 0 && s.paragraphs == s.texts && s.texts < s.cells; },
    // … as items would have numbers,
    [](const Signs& s) { return MayAllGoOnClosed(s) && s.texts > 1 && s.numbered == s.texts; },
    // … and figures where the row above has them.
    [](const Signs& s) { return MayAllGoOnClosed(s) && s.texts > 1 && s.on == s.texts && s.lost > 0; },
    // … and several, of which a text goes on and no more begin anew.
    [](const Signs& s) { return s.on > 0 && s.on >= s.figures + s.wordings && s.items == 0 && s.lost > 1 && s.apart == 0 && s.anew == 0 && s.half_closed == 0; },
    // … and all for which the lines above had no room, in a row that lacks more texts than it has.
    [](const Signs& s) { return s.texts > 1 && s.on > 0 && s.on + s.full + s.tight == s.texts && s.left > s.texts && s.ended == 0 && s.items == 0 && s.apart == 0 && s.half_closed == 0; },
    // A text alone for which the line above had no room, beside a figure (then it may be a wording: 建设 | 数量) or several texts.
    [](const Signs& s) { return IsAlone(s) && s.lost > 0 && s.on + s.may_be_on + s.full + s.tight > 0; },
    [](const Signs& s) { return IsAlone(s) && s.left > 2 && s.on + s.tight > 0 && s.ended == 0; },
};

bool IsTorn(const Signs& signs) {
  return std::any_of(std::begin(kTorn), std::end(kTorn), [&](Reason holds) { return holds(signs); });
}

// Where rules part some of the row's cells from those above, cells left open are one with them.
bool IsMerged(const Pair& pair, bool others_are_closed) {
  const bool spans = others_are_closed || pair.above->rows > 1 || pair.below->rows > 1;
  return (pair.open() && spans && pair.going < Going::kWordingBelow) || pair.going == Going::kOneWording;
}

// "Transportati" above "on": the last line is one word, and had no room for another letter of it.
bool MayGoOnWithinWord(const TableCell& above, const TableCell& below) {
  auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  const std::string_view last = std::string_view(above.text).substr(above.text.rfind('\n') + 1);
  if (!above.room || last.empty() || !std::all_of(last.begin(), last.end(), is_letter)) return false;
  const auto letters = std::find_if_not(below.text.begin(), below.text.end(), is_letter) - below.text.begin();
  if (letters == 0 || !std::islower(static_cast<unsigned char>(below.text[0]))) return false;
  return *above.room < below.beginning / static_cast<float>(letters);
}

// The text below goes behind the one above.
void Merge(const TableCell& below, TableCell* above) {
  if (MayGoOnWithinWord(*above, below)) above->text += kMayGoOn;
  if (!below.text.empty()) above->text += (above->text.empty() ? "" : "\n") + below.text;
  above->ends_cut = below.ends_cut, above->room = below.room;
  above->rows = static_cast<uint16_t>(above->rows + below.rows);
}

}  // namespace

void MendRow(const PageBreak& at, const Vocabulary& vocabulary, Table* table) {
  const std::vector<Pair> pairs = PairsAt(at, vocabulary, table);
  const bool torn = IsTorn(SignsOf(at, pairs, *table, vocabulary));
  const bool some_are_closed = std::any_of(pairs.begin(), pairs.end(), [](const Pair& pair) { return pair.ruled && !pair.open_above && !pair.open_below; });
  std::vector<uint32_t> used;  // columns of cells that went into the one above
  for (const Pair& pair : pairs) {
    if (!torn && !IsMerged(pair, some_are_closed)) continue;
    Merge(*pair.below, pair.above);
    if (torn) --pair.above->rows;  // it has no further row
    used.push_back(pair.below->column);
  }
  std::erase_if(table->cells, [&](const TableCell& cell) {
    return cell.row == at.row && std::find(used.begin(), used.end(), cell.column) != used.end();
  });
  if (!torn) return;
  for (TableCell& cell : table->cells)
    if (cell.row > at.row) --cell.row;
  --table->rows;
}

}  // namespace tabularium
