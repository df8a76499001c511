// Without a form there are still rows, and cells that look like a label beside a value. Tested by
// loose_test.cc.
#include "judge/loose.h"

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

// Where leftovers stand: in a document before which so many bytes of the text were let go.
struct Stretch {
  const Document& document;
  uint32_t let_go = 0;
};

// Bytes [begin, end) of a leftover, as one of its own. REQUIRES: its raw is the text of its range.
Leftover Cut(const Stretch& stretch, const Leftover& whole, size_t begin, size_t end) {
  Leftover cut = whole;
  std::string_view text = std::string_view(whole.raw).substr(begin, end - begin),
                   trimmed = Trim(text);
  begin += static_cast<size_t>(trimmed.data() - text.data());
  cut.raw = trimmed;
  Range& range = cut.place.range;
  range.begin = whole.place.range.begin - stretch.let_go + static_cast<uint32_t>(begin);
  range.end = range.begin + static_cast<uint32_t>(trimmed.size());
  Locate(stretch.document, &cut.place);
  range.begin += stretch.let_go;
  range.end += stretch.let_go;
  return cut;
}

void PairAtColon(const Stretch& stretch, const Leftover& cell, std::vector<LoosePair>* pairs) {
  size_t ascii = cell.raw.find(':'), full = cell.raw.find("："), colon = std::min(ascii, full);
  if (colon == std::string::npos || !LooksLikeLabel(std::string_view(cell.raw).substr(0, colon)))
    return;
  const Range range = {cell.place.range.begin - stretch.let_go, cell.place.range.end - stretch.let_go};
  if (range.end > stretch.document.text.size() ||
      stretch.document.text.substr(range.begin, range.end - range.begin) != cell.raw)
    return;
  size_t after = colon + (colon == full ? std::string_view("：").size() : 1);
  pairs->push_back({Cut(stretch, cell, 0, colon), Cut(stretch, cell, after, cell.raw.size())});
}

void PairsOf(const Stretch& stretch, Cells row, std::vector<LoosePair>* pairs) {
  if (row.size() == 1) return PairAtColon(stretch, row[0], pairs);
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

std::vector<LoosePair> FindPairs(const Document& document, uint32_t let_go, Cells leftovers) {
  std::vector<LoosePair> pairs;
  for (Cells row : RowsOf(leftovers)) PairsOf({document, let_go}, row, &pairs);
  return pairs;
}

std::vector<LooseTable> FindLooseTables(Cells leftovers) {
  std::vector<LooseTable> tables;
  LooseTable table;
  uint32_t last = 0;
  auto close = [&] {
    if (table.rows.size() > 1) tables.push_back(std::move(table));
    table = {};
  };
  for (Cells row : RowsOf(leftovers)) {
    if (row[0].place.line > last + 1 || row.size() < 2) close();
    if (row.size() > 1) table.rows.emplace_back(row.begin(), row.end());
    last = row[0].place.line;
  }
  close();
  return tables;
}

}  // namespace tabularium
