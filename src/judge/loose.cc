// Without a form there are still rows, and cells that look like a label beside a value. Tested by
// loose_test.cc.
#include "judge/loose.h"

#include <span>

#include "model/places.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kLabelLetters =
    20;  // the longest label of the forms in grammar/ has 24, of printed ones mostly < 12

using Cells = std::span<const Leftover>;

// Short, without digits, with at least one letter that is no mark.
bool LooksLikeLabel(std::string_view text) {
  size_t letters = 0;
  bool wordy = false;
  for (size_t i = 0; i < text.size(); ++letters) {
    char32_t c = NextLetter(text, i);
    if (c >= '0' && c <= '9') return false;
    wordy |= IsHan(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
  return wordy && letters <= kLabelLetters;
}

// Bytes [begin, end) of a leftover, as one of its own. REQUIRES: its raw is the text of its range.
Leftover Cut(const Document& document, const Leftover& whole, size_t begin, size_t end) {
  Leftover cut = whole;
  std::string_view text = std::string_view(whole.raw).substr(begin, end - begin),
                   trimmed = Trim(text);
  begin += static_cast<size_t>(trimmed.data() - text.data());
  cut.raw = trimmed;
  cut.place.range.begin = whole.place.range.begin + static_cast<uint32_t>(begin);
  cut.place.range.end = cut.place.range.begin + static_cast<uint32_t>(trimmed.size());
  Locate(document, &cut.place);
  return cut;
}

void PairAtColon(const Document& document, const Leftover& cell, std::vector<LoosePair>* pairs) {
  size_t ascii = cell.raw.find(':'), full = cell.raw.find("："), colon = std::min(ascii, full);
  if (colon == std::string::npos || !LooksLikeLabel(std::string_view(cell.raw).substr(0, colon)))
    return;
  const Range& range = cell.place.range;
  if (range.end > document.text.size() ||
      document.text.substr(range.begin, range.end - range.begin) != cell.raw)
    return;
  size_t after = colon + (colon == full ? std::string_view("：").size() : 1);
  pairs->push_back({Cut(document, cell, 0, colon), Cut(document, cell, after, cell.raw.size())});
}

void PairsOf(const Document& document, Cells row, std::vector<LoosePair>* pairs) {
  if (row.size() == 1) return PairAtColon(document, row[0], pairs);
  if (row.size() % 2 != 0) return;
  for (size_t i = 0; i < row.size(); i += 2)
    if (!LooksLikeLabel(row[i].raw)) return;
  for (size_t i = 0; i < row.size(); i += 2) pairs->push_back({row[i], row[i + 1]});
}

std::vector<Cells> RowsOf(Cells leftovers) {
  std::vector<Cells> rows;
  for (size_t i = 0, end = 0; i < leftovers.size(); i = end) {
    for (end = i; end < leftovers.size() && leftovers[end].place.line == leftovers[i].place.line;)
      ++end;
    rows.push_back(leftovers.subspan(i, end - i));
  }
  return rows;
}

}  // namespace

void FindLoose(const Document& document, Finding* finding) {
  LooseTable table;
  uint32_t last = 0;
  auto close = [&] {
    if (table.rows.size() > 1) finding->tables.push_back(std::move(table));
    table = {};
  };
  for (Cells row : RowsOf(finding->leftovers)) {
    PairsOf(document, row, &finding->pairs);
    if (row[0].place.line > last + 1 || row.size() < 2) close();
    if (row.size() > 1) table.rows.emplace_back(row.begin(), row.end());
    last = row[0].place.line;
  }
  close();
}

}  // namespace tabularium
