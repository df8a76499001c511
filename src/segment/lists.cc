// The list's head tells the column; the column's texts tell the declarations apart. Tested by segment_test.cc.
#include "segment/lists.h"

#include <algorithm>
#include <string>

#include "text/key.h"

namespace tabularium {
namespace {

// Where the picture draws the slot, and the wordings printed above it.
struct Drawn {
  size_t column = 0;
  const std::vector<WordId>* label = nullptr;
};

Drawn FindSlot(const Form& form) {
  Drawn drawn;
  for (const Row& row : form.rows) {
    for (size_t c = 0; c < row.squares.size(); ++c) {
      if (row.squares[c].kind != Square::kSlot || row.squares[c].slot != form.begins_slot) continue;
      drawn.column = c;
      const Picture& picture = form.pictures[static_cast<size_t>(row.picture)];
      for (int r = picture.first_row; r < picture.first_row + picture.rows; ++r) {
        const Row& above = form.rows[static_cast<size_t>(r)];
        if (&above == &row) return drawn;
        if (c < above.squares.size() && above.squares[c].kind == Square::kPrinted) drawn.label = &above.squares[c].words;
      }
    }
  }
  return drawn;
}

bool IsLabel(const Drawn& drawn, const Cell& cell) {
  return drawn.label && cell.word != kNoWord && std::find(drawn.label->begin(), drawn.label->end(), cell.word) != drawn.label->end();
}

size_t Texts(std::span<const Cell> row) {
  return static_cast<size_t>(std::count_if(row.begin(), row.end(), [](const Cell& c) { return !(c.shapes & kLooksBlank); }));
}

}  // namespace

FlatList CutWhereSlotChanges(const Grid& grid, const Form& form, const Section& section) {
  FlatList list;
  const Drawn drawn = FindSlot(form);
  size_t column = drawn.column, width = 0;
  list.head_end = section.begin;
  for (uint32_t r = section.begin; r < section.end && width == 0; ++r) {
    auto row = grid.row(r);
    auto label = std::find_if(row.begin(), row.end(), [&](const Cell& cell) { return IsLabel(drawn, cell); });
    if (label == row.end() || Texts(row) < 2) continue;
    column = label->column;
    width = row.size();
    list.head_end = r + 1;
  }
  std::string last, here;
  for (uint32_t r = list.head_end; r < section.end; ++r) {
    auto row = grid.row(r);
    if (row.size() < width || Texts(row) < 2) continue;
    auto cell = std::find_if(row.begin(), row.end(), [&](const Cell& c) { return c.column == column; });
    if (cell == row.end() || IsLabel(drawn, *cell)) continue;
    Key(cell->text, &here);
    if (here.empty() || here == last) continue;
    if (!last.empty()) list.cuts.push_back(r);
    last.swap(here);
  }
  return list;
}

}  // namespace tabularium
