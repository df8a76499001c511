#ifndef TABULARIUM_TABULATE_ROWS_H_
#define TABULARIUM_TABULATE_ROWS_H_

#include <cstdint>
#include <span>
#include <string>

#include "model/document.h"
#include "model/grid.h"
#include "model/limits.h"
#include "tabulate/lines.h"
#include "tabulate/wordings.h"

namespace tabularium {

// Writes a grid row by row: trims and describes every cell, and stops at the limits with a trouble
// in the grid.
class RowWriter {
 public:
  RowWriter(const Document& document, const Limits& limits, Wordings* wordings, Grid* grid);

  // Adds a cell of the document's bytes [begin, end), white space at its ends dropped. Nothing once
  // the grid is full.
  void Add(size_t begin, size_t end, uint32_t line);
  // Adds a cell whose quoting was undone: `text` is what the bytes [begin, end) mean.
  void AddUnquoted(size_t begin, size_t end, uint32_t line, std::string text);
  // Adds a cell that a layout wrapped over several lines; `lines` are its pieces, from top to bottom.
  void AddWrapped(std::span<const Line> lines);
  // Closes the row, with or without cells. False once the grid is full: then nothing more is taken.
  bool EndRow(uint32_t line);
  // Cells in the row so far.
  size_t cells() const { return grid_->cells.size() - grid_->row_begins.back(); }
  bool full() const { return full_; }

 private:
  void CollapseRepeats();
  bool TakeRoom(size_t begin, uint32_t line);
  void Stop(size_t begin, const char* name, uint64_t limit, uint32_t line);
  void Finish(Cell* cell, uint32_t line);

  std::string_view text_;  // of the document
  uint64_t most_cells_, most_columns_;
  Wordings* wordings_;
  Grid* grid_;
  bool full_ = false;
};

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_ROWS_H_
