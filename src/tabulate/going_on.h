#ifndef TABULARIUM_TABULATE_GOING_ON_H_
#define TABULARIUM_TABULATE_GOING_ON_H_

#include <string_view>

#include "model/table.h"
#include "model/vocabulary.h"

// What the texts of two cells, the last above a page break and the first below it, tell of whether they are one.

namespace tabularium {

// A page break leaves no rule, so an open side says nothing by itself: a text goes on where both together are a known wording, or where
// neither is one and the last line above is full. By itself a wording below, or a figure below a figure, begins anew; where other cells of
// the row go on, so may they.
enum class Going {
  kUnknown,      // one of them is blank
  kOn,           // the last line above is full
  kMayBeOn,      // … as other columns let expect
  kSurelyOn,     // either is no whole text, or both are a known wording
  kOneWording,   // … and none of them is one by itself
  kWordingBelow,
  kTwoFigures,
  kApart,
};
Going HowItGoes(const Table& table, const TableCell& above, const TableCell& below, const Vocabulary& vocabulary);

// True if the last line above had no room for what the text below begins with.
bool IsFull(const Table& table, const TableCell& above, const TableCell& below);

// "17. Rural", "(b)", "三、": an item's number.
bool BeginsNumbered(const TableCell& cell);

// "(1) Rural" above "Health": an item's number is above.
bool LeavesNumber(const TableCell& above, const TableCell& below);

// True if the cells of the column are numbered one by one but for the one below, which therefore begins no item.
bool GoesOnInList(const Table& table, const TableCell& above, const TableCell& below);

// Programs that close a torn row on both pages leave nothing but its text to tell: one that is long, and breaks off.
bool BreaksOff(const TableCell& above);

// A paragraph that fills its line where the page ends, and as much below: most likely one text, though a sentence ends there.
bool MayBeOneParagraph(const TableCell& above, const TableCell& below);

// "计划完成日期：" above "2022-03-01".
bool IsLabelOf(const TableCell& above, const TableCell& below, const Vocabulary& vocabulary);

// True of a number, an amount, a date or a target.
bool IsFigure(const TableCell& cell);

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_GOING_ON_H_
