#ifndef TABULARIUM_MODEL_TABLE_H_
#define TABULARIUM_MODEL_TABLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"

namespace tabularium {

// A rectangle of a table on a page.
struct TableCell {
  uint32_t row = 0, column = 0;       // from 0, its first
  uint16_t rows = 1, columns = 1;     // spans
  Box box;                            // of the cell where rulings tell, else of its words
  std::string text;                   // its lines joined by line feeds; words by blanks where the page has them
  bool header = false;
  bool cut = false;                   // its upper edge cuts through its first line, or the paper ends in another: more may be gone
  bool ends_cut = false;              // the page may have ended in the middle of its text
  std::optional<float> room;          // of a form, points: what its last line left white
  float beginning = 0;                // … and what its first line begins with that no line break parts
};

// How the cells of a table were told apart.
enum class TableWay : uint8_t { kRulings, kBlanks, kMixed };

// A table found on a page. Cells are row-major and do not overlap; a place of the grid without a cell is blank.
struct Table {
  Box box;                   // of the page it begins on
  uint32_t rows = 0, columns = 0;
  std::vector<TableCell> cells;
  TableWay way = TableWay::kRulings;
  float is_table = 1;        // 0..1: how sure that this is a table and not prose, a list or a chart
  float is_right = 1;        // 0..1: how sure that rows, columns and spans are right
  std::vector<Box> parts;    // where it runs over several pages: its box on each, in order; else empty
  std::vector<uint32_t> seams;  // the row that each part but the first begins with; 0 where its first row went into others
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_TABLE_H_
