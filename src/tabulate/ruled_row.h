#ifndef TABULARIUM_TABULATE_RULED_ROW_H_
#define TABULARIUM_TABULATE_RULED_ROW_H_

#include <optional>
#include <string_view>
#include <vector>

#include "tabulate/lines.h"
#include "tabulate/wordings.h"

namespace tabularium {

// The lines between two rulers of a table drawn with bars. They are one row, whose cells a program wrapped, where each cell
// that goes on in the line below had no room left for what stands there:
//
//   ├──────────┼──────┤
//   │ 建立图书 │ 党群 │
//   │ 馆体系   │      │   → 建立图书⏎馆体系 | 党群
//   ├──────────┼──────┤
//
// Else each line is a row, as where a line of such a cell is a known wording by itself. A cell with one line may stand
// anywhere in its height.
class RuledRow {
 public:
  RuledRow(std::string_view text, Wordings* wordings) : text_(text), wordings_(*wordings) {}

  // A line, and its pieces between bars. False, and nothing is taken, where it can't be of the same row.
  bool Add(const Line& line, const std::vector<Line>& pieces);
  const std::vector<Line>& lines() const { return lines_; }
  void Clear();

  // By column the lines of its cell, from top to bottom, without blanks at their ends; a blank cell has none. Empty: the
  // lines are no wrapped row. Cost: O(letters).
  std::optional<std::vector<std::vector<Line>>> Cells() const;

 private:
  static constexpr size_t kMostLines = 256;  // bounds memory

  bool IsWrapped(const std::vector<Line>& column, std::vector<Line>* cell) const;
  bool HoldsWordings(const std::vector<Line>& cell) const;
  std::string_view TextOf(const Line& line) const { return text_.substr(line.begin, line.end - line.begin); }

  std::string_view text_;
  Wordings& wordings_;
  std::vector<Line> lines_;
  std::vector<std::vector<Line>> columns_;  // their pieces
};

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_RULED_ROW_H_
