// What is drawn well but cannot work: ^ and < that continue nothing, and rows that cannot be told
// apart. Tested by tests/grammar/.

#include <fmt/format.h>

#include "compile/build.h"

namespace tabularium {
namespace {

bool Repeats(const Row& row) { return row.repeat == Row::kAny || row.repeat == Row::kMany; }

void LintMerges(Build* build, const DraftPicture& picture) {
  for (size_t r = 0; r < picture.rows.size(); ++r) {
    const DraftRow& row = picture.rows[r];
    bool something = false;
    for (size_t c = 0; c < row.squares.size(); ++c) {
      const DraftSquare& square = row.squares[c];
      something = something || (square.kind != Square::kBlank && square.kind != Square::kUp &&
                                square.kind != Square::kLeft);
      if (square.kind == Square::kUp && r == 0)
        build->Complain(Code::kNothingAbove, square.place,
                        "^ continues the square above, but this is the first row of its picture");
      if (square.kind == Square::kUp && r > 0 && c >= picture.rows[r - 1].squares.size())
        build->Complain(
            Code::kNothingAbove, square.place,
            fmt::format("^ continues the square above, but the row above has only {} squares",
                        picture.rows[r - 1].squares.size()),
            "write < in the row above where its last square is wider");
      if (square.kind == Square::kLeft && c == 0)
        build->Complain(Code::kNothingLeft, square.place,
                        "< continues the square to the left, but this is the first of its row");
    }
    if (!something && !row.squares.empty())
      build->Complain(Code::kEmptyRow, row.place, "nothing is printed or written in this row",
                      "take it away: empty rows are skipped anyway");
  }
}

// What a cell must look like to be this square's: 0 printed, else a class of types that look alike.
int LookOf(const Build& build, const Square& square) {
  if (square.kind != Square::kSlot || square.slot < 0) return 0;
  const Slot& slot = build.form.slots[static_cast<size_t>(square.slot)];
  switch (slot.type) {
    case Type::kText:
    case Type::kRichText:
      return 1;
    case Type::kNumber:
    case Type::kMoney:
    case Type::kPercent:
      return 2;
    case Type::kYear:
      return 3;
    case Type::kDate:
      return 4;
    case Type::kCode:
      return 5;
    case Type::kUnit:
      return 6;
    case Type::kTarget:
      return 7;
    case Type::kChoice:
      return slot.open ? 1 : 8;
  }
  return 1;
}

bool Filled(const Square& square) {
  return square.kind == Square::kPrinted || square.kind == Square::kMixed;
}

// True if no square tells the two rows apart.
bool LookAlike(const Build& build, const Row& a, const Row& b) {
  if (a.squares.size() != b.squares.size()) return false;
  for (size_t i = 0; i < a.squares.size(); ++i) {
    const Square &x = a.squares[i], &y = b.squares[i];
    if (Filled(x) || Filled(y)) {
      if (x.kind != y.kind || x.parts.size() != y.parts.size()) return false;
      for (size_t k = 0; k < x.parts.size(); ++k)
        if (x.parts[k].keys != y.parts[k].keys) return false;
      continue;
    }
    const int left = LookOf(build, x), right = LookOf(build, y);
    if (left != right) return false;
    if (left != 8) continue;
    const auto &one = build.form.slots[static_cast<size_t>(x.slot)].choices,
               &two = build.form.slots[static_cast<size_t>(y.slot)].choices;
    if (!one.empty() && !two.empty() && one[0].word != two[0].word) return false;
  }
  return true;
}

void LintNeighbours(Build* build) {
  std::vector<DraftPlace> places;
  for (const DraftPicture& picture : build->draft->pictures)
    for (const DraftRow& row : picture.rows) places.push_back(row.place);
  const std::vector<Row>& rows = build->form.rows;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (!Repeats(rows[i])) continue;
    for (size_t k = i + 1; k < rows.size(); ++k) {
      if (LookAlike(*build, rows[i], rows[k])) {
        if (Repeats(rows[k])) {
          build->Complain(
              Code::kRowsLookAlike, places[k],
              fmt::format("this repeating row cannot be told from line {}", rows[i].line),
              "print a label in one of them, give a slot a stricter type, or merge the rows");
        } else {
          build->Complain(
              Code::kUnreachableRow, places[k],
              fmt::format("the repeating row in line {} takes every row like this", rows[i].line),
              "print a label in it, or give a slot a stricter type");
        }
      }
      if (rows[k].repeat == Row::kOnce || rows[k].repeat == Row::kMany || k - i > 50) break;
    }
  }
}

}  // namespace

void LintRows(Build* build) {
  for (const DraftPicture& picture : build->draft->pictures) LintMerges(build, picture);
  LintNeighbours(build);
}

}  // namespace tabularium
