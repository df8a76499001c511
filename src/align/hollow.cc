// Tested by align_test.cc.
#include "align/hollow.h"

#include <algorithm>
#include <array>

namespace tabularium {
namespace {

constexpr uint32_t kWidest = 120;  // columns looked at for being empty throughout

using Columns = std::array<uint8_t, kWidest>;

// By column: whether some row of several texts has a text there.
Columns Filled(const Rows& rows) {
  Columns filled{};
  for (const TextRow& row : rows.rows) {
    if (row.texts <= 1) continue;
    for (uint32_t i = 0; i < std::min(row.count, kWidest); ++i) filled[i] |= !rows.elements[row.first + i].blank();
  }
  return filled;
}

// The end of the last such column; 0: there is none.
uint32_t Mark(const Columns& filled, Rows* rows) {
  uint32_t end = 0;
  for (const TextRow& row : rows->rows)
    for (uint32_t i = 0; i < std::min(row.count, kWidest); ++i) {
      Element& e = rows->elements[row.first + i];
      if (filled[i] || !e.blank()) continue;
      e.hollow = true;
      end = std::max(end, i + 1);
    }
  return end;
}

// Whether a row of the form prints the word in that column, cells of merged squares counted or not.
bool IsDrawnAt(const Form& form, WordId word, uint32_t column) {
  for (uint16_t k : form.rows_of_word[static_cast<size_t>(word)]) {
    uint32_t drawn = 0, packed = 0;
    for (const Square& square : form.rows[k].squares) {
      const bool here = std::find(square.words.begin(), square.words.end(), word) != square.words.end();
      if (here && (drawn == column || packed == column)) return true;
      ++drawn;
      packed += square.kind != Square::kLeft;
    }
  }
  return false;
}

// Of the labels behind the column, far more stand one farther to the right than drawn than where they are drawn.
bool IsExtra(const Rows& rows, uint32_t column) {
  constexpr size_t kOutvoted = 4;  // a row may be shifted besides
  size_t farther = 0, as_drawn = 0;
  for (const TextRow& row : rows.rows) {
    for (uint32_t i = column + 1; row.texts > 1 && i < row.count; ++i) {
      const WordId word = rows.elements[row.first + i].word;
      if (word == kNoWord || rows.form->prints[static_cast<size_t>(word)] == 0) continue;
      const bool here = IsDrawnAt(*rows.form, word, i), before = IsDrawnAt(*rows.form, word, i - 1);
      farther += before && !here;
      as_drawn += here && !before;
    }
  }
  return farther > kOutvoted * as_drawn;
}

void LeaveOut(uint32_t column, Rows* rows) {
  for (TextRow& row : rows->rows) {
    if (row.count <= column || !rows->elements[row.first + column].blank()) continue;
    const auto begin = rows->elements.begin() + row.first;
    std::move(begin + column + 1, begin + row.cells, begin + column);
    --row.cells;
    --row.count;
  }
}

}  // namespace

void LeaveOutHollowColumns(Rows* rows) {
  const Columns filled = Filled(*rows);
  for (uint32_t column = Mark(filled, rows); column-- > 0;)
    if (!filled[column] && IsExtra(*rows, column)) LeaveOut(column, rows);
}

}  // namespace tabularium
