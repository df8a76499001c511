// What happens to rows and to the file as a whole. Tested by forge_test.
#include <algorithm>

#include "defects.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

using Rows = std::vector<PaperRow>;

// Places of untouched rows of the form for which `fits` holds.
template <class Fits>
std::vector<size_t> Find(const Paper& paper, Fits fits) {
  std::vector<size_t> found;
  for (size_t i = 0; i < paper.rows.size(); ++i)
    if (!paper.rows[i].touched && paper.rows[i].kind == PaperRow::kOfForm && fits(paper.rows[i]))
      found.push_back(i);
  return found;
}

auto At(Rows& rows, size_t i) { return rows.begin() + static_cast<std::ptrdiff_t>(i); }

PaperRow Alone(int declaration, std::string text) {
  PaperRow row;
  row.kind = PaperRow::kOther;
  row.declaration = declaration;
  row.cells.push_back({std::move(text), "", "", {}, nullptr});
  row.touched = true;
  return row;
}

bool HasDelimiters(const Paper& paper) { return paper.layout != PaperLayout::kAligned; }

// A leading empty cell lost, as after a page break.
bool RowShifted(Paper* paper, Dice* dice) {
  if (!HasDelimiters(*paper)) return false;
  auto rows = Find(*paper, [](const PaperRow& row) {
    return row.cells.size() > 3 && row.cells[0].text().empty() && row.cells[0].slots.empty() &&
           !row.cells[1].text().empty();
  });
  if (rows.empty()) return false;
  PaperRow& row = paper->rows[dice->Pick(rows)];
  row.cells.erase(row.cells.begin());
  row.cells.push_back({});
  row.touched = true;
  return true;
}

bool EmptyColumn(Paper* paper, Dice* dice) {
  if (!HasDelimiters(*paper)) return false;
  bool front = dice->Chance(0.3);
  for (PaperRow& row : paper->rows)
    if (row.kind == PaperRow::kOfForm && row.cells.size() > 1)
      row.cells.insert(front ? row.cells.begin() : row.cells.end(), PaperCell{});
  return true;
}

bool BlankLines(Paper* paper, Dice* dice) {
  for (size_t i = paper->rows.size(); i-- > 1;)
    if (dice->Chance(0.15))
      paper->rows.insert(At(paper->rows, i), Alone(paper->rows[i].declaration, ""));
  return true;
}

bool PageNumber(Paper* paper, Dice* dice) {
  auto rows = Find(*paper, [](const PaperRow& row) { return row.form_row > 0; });
  if (rows.empty()) return false;
  size_t at = dice->Pick(rows);
  paper->rows.insert(
      At(paper->rows, at),
      Alone(paper->rows[at].declaration, "— " + std::to_string(dice->Between(1, 30)) + " —"));
  return true;
}

bool RowRepeated(Paper* paper, Dice* dice) {
  auto rows = Find(*paper, [](const PaperRow& row) {
    return row.record < 0 && row.cells.size() > 2 &&
           std::any_of(row.cells.begin(), row.cells.end(),
                       [](const PaperCell& c) { return c.is_label(); });
  });
  if (rows.empty()) return false;
  size_t at = dice->Pick(rows);
  paper->rows[at].touched = true;
  paper->rows.insert(At(paper->rows, at), paper->rows[at]);
  return true;
}

// Two neighbours of one picture, both with labels of their own, in the other order.
bool RowsExchanged(Paper* paper, Dice* dice) {
  auto own = [](const PaperRow& row) {
    return row.record < 0 && row.cells.size() > 2 && row.cells[0].is_label() &&
           !row.cells[0].square->continued;
  };
  auto rows = Find(*paper, own);
  std::erase_if(rows, [&](size_t i) {
    return i + 1 >= paper->rows.size() || paper->rows[i + 1].touched ||
           paper->rows[i + 1].form_row != paper->rows[i].form_row + 1 || !own(paper->rows[i + 1]);
  });
  if (rows.empty()) return false;
  size_t at = dice->Pick(rows);
  std::swap(paper->rows[at], paper->rows[at + 1]);
  paper->rows[at].touched = paper->rows[at + 1].touched = true;
  return true;
}

// A row goes on in the next line, at a cell's border.
bool RowTorn(Paper* paper, Dice* dice) {
  if (!HasDelimiters(*paper) || paper->layout == PaperLayout::kBars) return false;
  auto rows =
      Find(*paper, [](const PaperRow& row) { return row.record < 0 && row.cells.size() >= 4; });
  if (rows.empty()) return false;
  size_t at = dice->Pick(rows);
  PaperRow rest = paper->rows[at];
  paper->rows[at].touched = rest.touched = true;
  paper->rows[at].cells.resize(2);
  rest.cells.erase(rest.cells.begin(), rest.cells.begin() + 2);
  paper->rows.insert(At(paper->rows, at + 1), std::move(rest));
  return true;
}

// ── What a person must see ──

void Forget(Paper* paper, const PaperRow& row, Answer::Known known) {
  for (const PaperCell& cell : row.cells)
    for (int slot : cell.slots) {
      Answer& answer = paper->filled[static_cast<size_t>(row.declaration)].at(slot, row.record);
      answer = {};
      answer.known = known;
    }
}

void ForgetRecords(Filled* filled) {
  for (auto& table : filled->tables)
    for (auto& record : table)
      for (Answer& answer : record) answer.known = Answer::kNobodyKnows;
}

bool RowGone(Paper* paper, Dice* dice) {
  auto rows = Find(*paper, [&](const PaperRow& row) {
    return row.record < 0 &&
           std::any_of(row.cells.begin(), row.cells.end(), [&](const PaperCell& c) {
             return c.is_value() && paper->form->slots[static_cast<size_t>(c.slots[0])].required;
           });
  });
  if (rows.empty()) return false;
  size_t at = dice->Pick(rows);
  Forget(paper, paper->rows[at], Answer::kKnown);
  paper->rows.erase(At(paper->rows, at));
  return true;
}

bool RowForeign(Paper* paper, Dice* dice) {
  const Form& form = *paper->form;
  auto repeats = [&](int picture) {  // there it would be one more record
    return std::any_of(form.rows.begin(), form.rows.end(),
                       [&](const Row& row) { return row.picture == picture && row.table >= 0; });
  };
  auto rows = Find(*paper, [&](const PaperRow& row) {
    return row.form_row > 2 && row.cells.size() > 2 &&
           !repeats(form.rows[static_cast<size_t>(row.form_row)].picture);
  });
  if (rows.empty()) return false;
  size_t at = dice->Pick(rows);
  PaperRow row = paper->rows[at];
  static constexpr std::string_view kLetters[] = {"Xq", "审批意见", "同意申报", "B-17"};
  for (PaperCell& cell : row.cells) cell = {std::string(dice->Pick(kLetters)), "", "", {}, nullptr};
  row.kind = PaperRow::kOther;
  row.touched = true;
  paper->rows.insert(At(paper->rows, at), std::move(row));
  return true;
}

// The rest of the paper is lost, from within some row on.
bool Truncated(Paper* paper, Dice* dice) {
  int last = static_cast<int>(paper->filled.size()) - 1;
  auto rows = Find(*paper, [&](const PaperRow& row) {
    return row.declaration == last && row.form_row > 3 && row.cells.size() > 3 &&
           !row.cells[1].text().empty();
  });
  if (rows.size() < 4) return false;
  size_t at = rows[rows.size() / 2 + dice->Below(rows.size() / 4)];
  for (size_t i = at; i < paper->rows.size(); ++i)
    if (paper->rows[i].record < 0) Forget(paper, paper->rows[i], Answer::kNobodyKnows);
  ForgetRecords(&paper->filled.back());
  paper->rows.resize(at + 1);
  PaperRow& row = paper->rows.back();
  row.cells.resize(2);
  row.touched = true;
  paper->cut = 2 + dice->Below(3);  // the line end, and a letter or a piece of one
  return true;
}

template <Encoding encoding, bool mark>
bool Stored(Paper* paper, Dice*) {
  if (paper->encoding != Encoding::kUtf8) return false;
  paper->encoding = encoding;
  paper->mark = mark;
  return true;
}

bool LineEnds(Paper* paper, Dice*) { return paper->crlf = true; }

bool BytesSpoilt(Paper* paper, Dice* dice) {
  if (paper->encoding != Encoding::kUtf8) return false;
  paper->spoilt = static_cast<size_t>(dice->Between(1, 3));
  for (Filled& filled : paper->filled) {
    for (Answer& answer : filled.fields) answer.known = Answer::kNobodyKnows;
    ForgetRecords(&filled);
  }
  return true;
}

constexpr Defect kRowDefects[] = {
    {Defect::kTruth, "row-shifted", "a leading empty cell is lost", RowShifted, Defect::kTextFile},
    {Defect::kTruth, "row-repeated", "a row stands twice", RowRepeated},
    {Defect::kTruth, "rows-exchanged", "two rows in the other order", RowsExchanged},
    {Defect::kTruth, "row-torn", "a row goes on in the next line", RowTorn, Defect::kTextFile},
    {Defect::kTruth, "empty-column", "an empty column before or behind the table", EmptyColumn, Defect::kTextFile},
    {Defect::kTruth, "blank-lines", "blank lines between rows", BlankLines, Defect::kTextFile},
    {Defect::kTruth, "page-number", "a page number between rows", PageNumber, Defect::kTextFile},
    {Defect::kQuestion, "row-gone", "a row with a required value is not there", RowGone},
    {Defect::kQuestion, "row-foreign", "a row of several cells that the form does not have",
     RowForeign},
    {Defect::kQuestion, "truncated", "the end is lost", Truncated},
};

constexpr Defect kFileDefects[] = {
    {Defect::kTruth, "gb18030", "stored as GB18030", Stored<Encoding::kGb18030, false>, Defect::kTextFile},
    {Defect::kTruth, "utf16le", "stored as UTF-16LE with its mark",
     Stored<Encoding::kUtf16Le, true>, Defect::kTextFile},
    {Defect::kTruth, "utf16be", "stored as UTF-16BE with its mark",
     Stored<Encoding::kUtf16Be, true>, Defect::kTextFile},
    {Defect::kTruth, "utf8-mark", "UTF-8 with a byte order mark", Stored<Encoding::kUtf8, true>, Defect::kTextFile},
    {Defect::kTruth, "crlf", "CRLF line ends", LineEnds, Defect::kTextFile},
    {Defect::kQuestion, "bytes-spoilt", "bytes that no encoding explains", BytesSpoilt, Defect::kTextFile},
};

}  // namespace

std::span<const Defect> RowDefects() { return kRowDefects; }
std::span<const Defect> FileDefects() { return kFileDefects; }

}  // namespace tabularium
