// Tested by align_test.cc.
#include "align/blank_rows.h"

#include <algorithm>

namespace tabularium {
namespace {

bool MayBeBlank(const Form& form, const Row& row) {
  return row.repeat == Row::kOnce && row.squares.size() > 1 &&
         std::all_of(row.squares.begin(), row.squares.end(), [&](const Square& square) {
           if (square.kind == Square::kSlot) return !form.slots[static_cast<size_t>(square.slot)].required;
           return square.kind != Square::kPrinted && square.kind != Square::kMixed;
         });
}

bool IsBlankRow(std::span<const Cell> row) {
  return row.size() > 1 && std::all_of(row.begin(), row.end(), [](const Cell& cell) { return (cell.shapes & kLooksBlank) != 0; });
}

// The first row of the grid from `row` on that has cells; `end` where there is none before it.
uint32_t NextWithCells(const Grid& grid, uint32_t row, uint32_t end) {
  while (row < end && grid.row(row).empty()) ++row;
  return row;
}

// The only blank line there: of a row that is lined up by spaces nothing is left where all its cells are empty.
bool IsBlankLine(const Grid& grid, const Step& above, uint32_t end) {
  const uint32_t row = above.row.row + above.row.rows;
  return grid.separation == Separation::kAlignment && row + 1 == end && grid.row(row).empty() && above.row.row > 0 &&
         !grid.row(above.row.row - 1).empty();
}

}  // namespace

void PlaceBlankRows(Rows* rows, std::vector<Step>* steps) {
  const Form& form = *rows->form;
  for (size_t k = 1; k < form.rows.size(); ++k) {
    if (!MayBeBlank(form, form.rows[k])) continue;
    auto above = std::find_if(steps->begin(), steps->end(), [&](const Step& s) { return s.form_row == static_cast<int32_t>(k) - 1; });
    const bool found = std::any_of(steps->begin(), steps->end(), [&](const Step& s) { return s.form_row == static_cast<int32_t>(k); });
    if (found || above == steps->end() || above + 1 == steps->end()) continue;
    const uint32_t end = (above + 1)->row.row;
    uint32_t row = NextWithCells(*rows->grid, above->row.row + above->row.rows, end);
    if (IsBlankLine(*rows->grid, *above, end)) row = end - 1;
    else if (row >= end || !IsBlankRow(rows->grid->row(row))) continue;
    Step step = *above;
    step.row = TakeBlankRow(rows, row);
    step.form_row = static_cast<int32_t>(k);
    step.cost = 0;
    step.kind = Step::kPlain;
    step.as_drawn = true;
    step.doubtful = false;
    steps->insert(above + 1, step);
  }
}

}  // namespace tabularium
