#ifndef TABULARIUM_WRITE_EXPLAIN_TEXT_H_
#define TABULARIUM_WRITE_EXPLAIN_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "model/extraction.h"

namespace tabularium {

// One section of ExplainStage each.
void ExplainDocument(const Document& document, std::string* out);
void ExplainGrid(const Grid& grid, std::string* out);
void ExplainAlignment(const Extraction& extraction, std::string* out);
void ExplainFinding(const Finding& finding, std::string* out);

// "row-shifted", "label-differs", …
std::string_view Name(Oddity::Kind kind);

// "number amount", "target", …: the Shape bits of a cell.
std::string ShapeNames(uint16_t shapes);

// "tabs", "separator", …
std::string_view Name(Separation separation);

// A square as drawn in the grammar, with the values of `record` of its table (-1: of none) where it
// has slots: "项目总目标({2023}年-{2023}年)".
std::string FilledSquare(const Alignment& alignment, const Square& square, int record);

// The record that the row of the picture stands for: of the first filling of the row's slots that
// stands in these rows of the grid. -1: none, or a row that fills no table.
struct RowFillings {
  explicit RowFillings(const Alignment& alignment);
  int RecordOf(const RowMatch& match) const;

 private:
  struct Entry {
    uint32_t row;
    int32_t slot, record;
  };
  const Alignment& alignment_;
  std::vector<Entry> entries_;  // ascending by row
};

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_EXPLAIN_TEXT_H_
