// Tested by separator_test.cc.
#include "tabulate/ruled_row.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"
#include "text/width.h"

namespace tabularium {
namespace {

constexpr int kPads = 2;  // columns: a blank on either side of a cell

bool IsWordLetter(char32_t c) { return c > ' ' && c < 0x2E80; }

// The columns that the next line's first word takes, with the blank before it. Han letters are words by themselves; a mark
// behind one goes with it.
int FirstWord(std::string_view line) {
  int width = 0;
  bool word = false;
  for (size_t i = 0; i < line.size();) {
    const char32_t c = NextLetter(line, i);
    const bool mark = c == U'，' || c == U'。' || c == U'、' || c == U'；' || c == U'：' || c == U'）';
    if (width > 0 && !mark && !(word && IsWordLetter(c))) break;
    word = IsWordLetter(c);
    width += DisplayWidth(c);
  }
  return width + (word ? 1 : 0);
}

}  // namespace

bool RuledRow::Add(const Line& line, const std::vector<Line>& pieces) {
  if (lines_.size() >= kMostLines || (!lines_.empty() && pieces.size() != columns_.size())) return false;
  columns_.resize(pieces.size());
  for (size_t i = 0; i < pieces.size(); ++i) columns_[i].push_back(pieces[i]);
  lines_.push_back(line);
  return true;
}

void RuledRow::Clear() {
  lines_.clear();
  columns_.clear();
}

bool RuledRow::IsWrapped(const std::vector<Line>& column, std::vector<Line>* cell) const {
  int room = 0;
  for (const Line& piece : column) {
    const std::string_view whole = TextOf(piece), text = Trim(whole);
    room = std::max(room, DisplayWidth(whole) - kPads);
    if (text.empty()) continue;
    if (!cell->empty() && cell->back().number + 1 != piece.number) return false;
    const size_t begin = static_cast<size_t>(text.data() - text_.data());
    cell->push_back({begin, begin + text.size(), piece.number});
  }
  for (size_t i = 0; i + 1 < cell->size(); ++i)
    if (DisplayWidth(TextOf((*cell)[i])) + FirstWord(TextOf((*cell)[i + 1])) <= room) return false;
  return cell->size() < 2 || !HoldsWordings(*cell);
}

// Some of the lines are known wordings by themselves, and all of them together are none.
bool RuledRow::HoldsWordings(const std::vector<Line>& cell) const {
  std::string all;
  bool some = false;
  for (const Line& line : cell) {
    some = some || wordings_.Whole(TextOf(line)) != kNoWord;
    all += TextOf(line);
  }
  return some && wordings_.Whole(all) == kNoWord;
}

std::optional<std::vector<std::vector<Line>>> RuledRow::Cells() const {
  if (lines_.size() < 2) return std::nullopt;
  std::vector<std::vector<Line>> cells(columns_.size());
  for (size_t i = 0; i < columns_.size(); ++i)
    if (!IsWrapped(columns_[i], &cells[i])) return std::nullopt;
  const bool goes_on = std::any_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.size() > 1; });
  return goes_on ? std::optional(std::move(cells)) : std::nullopt;
}

}  // namespace tabularium
