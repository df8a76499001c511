// What speaks for a table: walls drawn, numbers, columns whose cells begin or end at one place,
// rules at its edges. Against it: cells as long as prose, words across gutters, few places filled.
// Tested by tables_test.cc.
#include "tabulate/score.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

// What is counted of a draft.
struct Counts {
  float cells = 0, filled = 0, numbers = 0, texts = 0, words = 0;
  float filled_places = 0;
  float columns_filled = 0;  // with two cells at least
  float real_rows = 0;       // with two cells at least
};

Counts CountsOf(const Sheet& sheet, const Draft& draft) {
  Counts counts;
  std::vector<int> in_column(draft.columns, 0), in_row(draft.rows, 0);
  for (const DraftCell& cell : draft.cells) {
    counts.cells += 1;
    if (cell.tokens.empty()) continue;
    counts.filled += 1;
    counts.filled_places +=
        static_cast<float>((cell.row1 - cell.row0) * (cell.column1 - cell.column0));
    ++in_column[cell.column0];
    ++in_row[cell.row0];
    if (cell.look == Look::kText) {
      counts.texts += 1;
      counts.words += WordsOf(sheet, cell.tokens);
    } else {
      counts.numbers += 1;
    }
  }
  for (const int n : in_column) counts.columns_filled += n >= 2;
  for (const int n : in_row) counts.real_rows += n >= 2;
  return counts;
}

// Share of the cells of columns that begin, end or have their middle where most of their column do.
float AlignedPart(const Draft& draft) {
  std::vector<std::vector<const DraftCell*>> columns(draft.columns);
  for (const DraftCell& cell : draft.cells)
    if (!cell.tokens.empty() && !cell.header && cell.column1 - cell.column0 == 1)
      columns[cell.column0].push_back(&cell);
  float aligned = 0, all = 0;
  for (const auto& column : columns) {
    if (column.size() < 2) continue;
    size_t best = 0;
    for (int edge = 0; edge < 3; ++edge) {
      std::vector<float> at;
      at.reserve(column.size());
      for (const DraftCell* cell : column)
        at.push_back(edge == 0 ? cell->box.x0 : edge == 1 ? cell->box.x1 : cell->box.mid_x());
      std::sort(at.begin(), at.end());
      for (size_t i = 0, k = 0; i < at.size(); ++i) {
        while (at[i] - at[k] > kAlignedWithin) ++k;
        best = std::max(best, i - k + 1);
      }
    }
    aligned += static_cast<float>(best), all += static_cast<float>(column.size());
  }
  return all > 0 ? aligned / all : 0;
}

// True if the only numbers are evenly spaced ones below one another: the scale of a chart.
bool IsScale(const Sheet& sheet, const Draft& draft) {
  std::vector<std::vector<double>> columns(draft.columns);
  for (const DraftCell& cell : draft.cells) {
    if (cell.look != Look::kNumber || cell.tokens.size() != 1) continue;
    std::string digits;
    for (const char c : sheet.Text(sheet.tokens[cell.tokens[0]]))
      if (c != ',') digits += c;
    columns[cell.column0].push_back(std::strtod(digits.c_str(), nullptr));
  }
  size_t scales = 0;
  for (const auto& column : columns) {
    if (column.size() < kScaleMarks) continue;
    bool even = true;
    const double step = column[1] - column[0];
    size_t uneven = 0;
    for (size_t i = 1; i < column.size(); ++i)
      uneven += std::abs(column[i] - column[i - 1] - step) > 1e-3 * std::abs(step);
    even = step != 0 && uneven * kScaleMarks <= column.size();
    if (!even) return false;
    ++scales;
  }
  return scales > 0;
}

float Logistic(float x) { return 1 / (1 + std::exp(-x)); }

bool IsPageNumber(std::string_view text) {
  return text.size() <= kContentsDigits && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Contents of a book: texts, and behind them numbers of pages that never fall, with leaders or at least without a head.
bool IsContents(const Sheet& sheet, const Draft& draft) {
  float leaders = 0, rising = 0, numbers = 0, others = 0, pages = 0;
  double first = 0, last = 0;
  for (const DraftCell& cell : draft.cells) {
    if (cell.tokens.empty()) continue;
    for (const uint32_t t : cell.tokens) leaders += sheet.tokens[t].leads;
    if (cell.column1 == draft.columns && cell.look == Look::kNumber) {
      std::string text(sheet.Text(sheet.tokens[cell.tokens[0]]));
      text.erase(0, text.find_first_not_of('.'));  // the end of its leader
      const double number = std::strtod(text.c_str(), nullptr);
      if (numbers == 0) first = number;
      numbers += 1, rising += number >= last, pages += cell.tokens.size() == 1 && IsPageNumber(text);
      last = number;
    } else if (cell.look == Look::kNumber && cell.column0 > 1) {
      others += 1;
    }
  }
  const float rows = static_cast<float>(draft.rows);
  if (others >= kFewNumbers * 2 * rows || numbers < 2 || rising < kContentsRising * numbers) return false;
  if (leaders >= kContentsPart * rows) return true;
  return rows >= kContentsRows && draft.head_rows == 0 && draft.columns <= 3 && pages == numbers && last > first &&
         numbers >= kContentsRising * rows;
}

// The index of a book: most cells are a text, a comma and numbers of pages.
bool IsIndex(const Sheet& sheet, const Draft& draft) {
  size_t entries = 0, filled = 0;
  for (const DraftCell& cell : draft.cells) {
    if (cell.tokens.empty()) continue;
    ++filled;
    size_t text = cell.tokens.size();  // behind the last word that is no number
    while (text > 0 && sheet.tokens[cell.tokens[text - 1]].look == Look::kNumber) --text;
    entries += text > 0 && text < cell.tokens.size() && sheet.Text(sheet.tokens[cell.tokens[text - 1]]).back() == ',';
  }
  return 2 * entries > filled;
}

// Share of the words whose size is not that of most: formulas have many.
float OddSizes(const Sheet& sheet, const Draft& draft) {
  std::vector<float> sizes;
  for (const DraftCell& cell : draft.cells)
    for (const uint32_t t : cell.tokens) sizes.push_back(sheet.tokens[t].size);
  if (sizes.empty()) return 0;
  const auto middle = sizes.begin() + static_cast<long>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  const float usual = *middle;
  const auto odd = std::count_if(sizes.begin(), sizes.end(),
                                 [&](float s) { return std::abs(s - usual) > kSameSize * usual; });
  return static_cast<float>(odd) / static_cast<float>(sizes.size());
}

float SumOfBlanks(const Sheet& sheet, const Draft& draft, const Counts& counts, float numeric) {
  const float words = counts.texts > 0 ? counts.words / counts.texts : 0;
  const float lines_a_row = static_cast<float>(draft.lines) / static_cast<float>(draft.rows);
  float sum = kScoreBlanks + kScoreRules * draft.rule_support + kScoreAligned * AlignedPart(draft);
  sum += kScoreWords * std::max(words - kScoreWordsFree, 0.0f);
  sum += kScoreTorn * draft.torn;
  sum += kScoreInk * (1 - numeric) * std::max(draft.ink - kScoreInkFree, 0.0f);
  sum += kScoreLines * std::max(lines_a_row - 1.5f, 0.0f);
  sum += kScoreOddSizes * std::max(OddSizes(sheet, draft) - kScoreOddFree, 0.0f);
  if (draft.rows < 3) sum += kScoreTwoRows;
  const bool like_addresses = draft.columns < 3 || (draft.rows <= kAddressRows && draft.head_rows == 0);
  if (like_addresses && numeric < kFewNumbers && draft.rule_support < kFewRules) sum += kScoreTwoTexts;
  if (IsScale(sheet, draft)) sum += kScoreScale;
  if (IsContents(sheet, draft) || IsIndex(sheet, draft)) sum += kScoreContents;
  return sum;
}

float SumOfFrame(const Draft& draft, const Counts& counts) {
  float sum = kScoreFrame + kScoreDrawn * draft.drawn;
  if (counts.cells > kManyCells && counts.filled < kFilledPart * counts.cells) sum += kScoreEmpty;
  return sum;
}

}  // namespace

void Score(const Sheet& sheet, Draft* draft) {
  const Counts counts = CountsOf(sheet, *draft);
  if (counts.filled < 2 || draft->columns == 0 || draft->rows == 0) return;
  const float rows = static_cast<float>(draft->rows);
  const float numeric = counts.numbers / counts.filled;
  const float fill = counts.filled_places / (rows * static_cast<float>(draft->columns));
  float sum =
      draft->by_rules ? SumOfFrame(*draft, counts) : SumOfBlanks(sheet, *draft, counts, numeric);
  sum += kScoreNumeric * numeric;
  sum += kScoreFill * (std::min(fill, 1.0f) - kScoreFillFree);
  sum += kScoreRealRows * (counts.real_rows / rows - kScoreRealFree);
  sum += kScoreRows * std::min(rows - 2, 6.0f);
  sum += kScoreColumns * std::min(counts.columns_filled - 2, 4.0f);
  if (counts.columns_filled < 2) sum += kScoreOneColumn;
  if (draft->rows < 2) sum += kScoreOneRow;
  draft->is_table = Logistic(sum);
  float right = kRightBase;
  right += draft->by_rules ? kRightDrawn * draft->drawn : kRightAligned * AlignedPart(*draft);
  if (draft->by_rules && draft->by_blanks) right += kRightMixed;
  right += kRightTorn * draft->torn;
  draft->is_right = Logistic(right);
}

}  // namespace tabularium::sheet
