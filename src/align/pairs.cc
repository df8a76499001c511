// Tested by align_test.cc.
#include "align/pairs.h"

#include <algorithm>
#include <string_view>

#include "text/utf8.h"

namespace tabularium {
namespace {

bool Prints(const Square& square, WordId label) {
  return (square.kind == Square::kPrinted || square.kind == Square::kMixed) &&
         std::find(square.words.begin(), square.words.end(), label) != square.words.end();
}

// The slot of a square that is in no table; -1: none.
int FieldOf(const Form& form, const Row& row, size_t column) {
  if (column >= row.squares.size() || row.squares[column].kind != Square::kSlot) return -1;
  const int slot = row.squares[column].slot;
  return form.slots[static_cast<size_t>(slot)].table < 0 ? slot : -1;
}

bool EndsWithColon(std::string_view label) { return label.ends_with(':') || label.ends_with("："); }

}  // namespace

std::optional<Pair> PairOf(const Rows& rows, const TextRow& row) {
  if (row.kind != TextRow::kCells || row.texts == 0 || row.texts > 2) return std::nullopt;
  auto prints = [&](WordId word) { return word != kNoWord && rows.form->prints[static_cast<size_t>(word)] != 0; };
  Pair pair;
  for (const Element& e : rows.of(row)) {
    if (e.blank()) continue;
    if (e.torn()) return std::nullopt;
    if (pair.label != kNoWord) {
      if (prints(e.word)) return std::nullopt;
      pair.value = e.piece;
      return pair;
    }
    const bool within = row.texts == 1 && e.piece.begin == 0 && e.prefix_end < e.piece.end &&
                        EndsWithColon(Trim(e.piece.text().substr(0, e.prefix_end)));
    if (!prints(within ? e.prefix : e.word)) return std::nullopt;
    pair.label = within ? e.prefix : e.word;
    pair.in_cell = within;
    if (!within) continue;
    pair.value = {e.piece.cell, e.prefix_end, e.piece.end};
    return pair;
  }
  return std::nullopt;
}

std::vector<LabelledSlot> SlotsOf(const Form& form, WordId label) {
  std::vector<LabelledSlot> out;
  for (uint16_t k : form.rows_of_word[static_cast<size_t>(label)]) {
    const Row& row = form.rows[k];
    for (size_t c = 0; c < row.squares.size(); ++c) {
      if (!Prints(row.squares[c], label)) continue;
      size_t beside = c + 1;
      while (beside < row.squares.size() && row.squares[beside].kind == Square::kLeft) ++beside;
      const Row* below = k + 1u < form.rows.size() && form.rows[k + 1u].picture == row.picture ? &form.rows[k + 1u] : nullptr;
      if (const int slot = FieldOf(form, row, beside); slot >= 0) {
        out.push_back({slot, k, k, c});
      } else if (const int under = below ? FieldOf(form, *below, c) : -1; under >= 0) {
        out.push_back({under, k + 1, k, c});
      }
    }
  }
  return out;
}

}  // namespace tabularium
