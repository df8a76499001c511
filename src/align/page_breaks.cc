// Only prose goes on: a row that ends in a long text without a wording of the form, and a row that begins with one; with a
// short one where the sentence before it is not at its end.
// Tested by align_test.cc.
#include "align/page_breaks.h"

#include <algorithm>

#include "text/furniture.h"
#include "text/sentence.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kLongText = 36;  // bytes; twelve Han letters: a shorter text is not torn over a page
constexpr uint16_t kValues = kLooksAmount | kLooksNumber | kLooksDate | kLooksYear | kLooksTarget | kLooksMarked | kLooksCode;

bool IsBreak(const Rows& rows, const TextRow& row) {
  if (row.kind == TextRow::kTitle) return true;
  return row.texts == 1 && LooksLikeFurniture(rows.of(row).back().piece.text());
}

bool IsProse(const Element& e, size_t bytes) {
  return e.word == kNoWord && (e.shapes & kValues) == 0 && e.piece.text().size() >= bytes;
}

bool EndsInProse(const Rows& rows, const TextRow& row) {
  return row.kind == TextRow::kCells && row.repeats < 0 && row.texts > 0 && IsProse(rows.of(row).back(), kLongText);
}

// A paragraph's markup and a straight quotation mark end a text too.
bool IsAtItsEnd(std::string_view text) { return EndsSentence(text) || text.ends_with('>') || text.ends_with('"'); }

bool GoesOn(const Rows& rows, const TextRow& before, const TextRow& row) {
  if (row.kind != TextRow::kCells || row.repeats >= 0 || row.texts == 0) return false;
  const Element& first = rows.of(row).front();
  const size_t least = IsAtItsEnd(rows.of(before).back().piece.text()) ? kLongText : 1;
  if (first.blank() || first.prefix != kNoWord || !IsProse(first, least)) return false;
  return !LooksLikeNote(first.piece.text());
}

}  // namespace

void MovePageBreaks(Rows* rows) {
  std::vector<TextRow>& all = rows->rows;
  for (size_t i = 1; i + 1 < all.size(); ++i) {
    if (!IsBreak(*rows, all[i]) || !EndsInProse(*rows, all[i - 1])) continue;
    size_t next = i;
    while (next < all.size() && IsBreak(*rows, all[next])) ++next;
    if (next == all.size() || !GoesOn(*rows, all[i - 1], all[next])) continue;
    auto at = [&](size_t k) { return all.begin() + static_cast<std::ptrdiff_t>(k); };
    std::rotate(at(i), at(next), at(next + 1));
    for (TextRow& row : all)
      if (row.repeats == static_cast<int32_t>(next)) row.repeats = static_cast<int32_t>(i);
    i = next;
  }
}

}  // namespace tabularium
