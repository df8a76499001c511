#ifndef TABULARIUM_MODEL_GRID_H_
#define TABULARIUM_MODEL_GRID_H_

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/vocabulary.h"

namespace tabularium {

// What a cell's letters look like, from cheap tests in text/shape.h. Bits; a cell may look like several things.
enum Shape : uint16_t {
  kLooksBlank = 1 << 0,          // no letters
  kLooksNotApplicable = 1 << 1,  // "/", "—", "无", …
  kLooksNumber = 1 << 2,         // 12, 1,234.50, 3.5%
  kLooksAmount = 1 << 3,         // a number, perhaps with currency or 万元; Chinese capital numerals
  kLooksYear = 1 << 4,           // 2023, 2023年, (2023年度)
  kLooksDate = 1 << 5,           // 2023-01-01, 2023年1月, 长期
  kLooksTarget = 1 << 6,         // ≥90%, 16次, 每月一次: begins with a relation, or a number with a unit
  kLooksMarked = 1 << 7,         // holds tick marks or boxes
  kLooksProse = 1 << 8,          // long, or with a full stop or markup
  kLooksCode = 1 << 9,           // ASCII letters and digits with - _ . /
};

// Where one line of a cell stands that a layout wrapped, with other cells beside it.
struct CellLine {
  uint32_t begin = 0;  // in Cell::text
  Range range;         // in Document::text
  uint32_t line = 0;   // in the file, from 1
};

// In a text laid out from pages: stands before the line feed of a cell's line that had no room for another letter, so that its last word
// may go on below. It is no letter of the paper.
inline constexpr std::string_view kMayGoOn = "\u200B";

// The text without these marks, as people see it.
inline std::string AsPrinted(std::string_view text) {
  std::string out(text);
  for (size_t at = 0; (at = out.find(kMayGoOn, at)) != out.npos;)
    if (out.substr(at + kMayGoOn.size(), 1) == "\n") out.erase(at, kMayGoOn.size());
    else at += kMayGoOn.size();
  return out;
}

// A rectangle of a grid. Its place in the document is `range`; `text` is what stands there with white space at the ends
// dropped and quoting undone, and views into the document unless quoting was undone or lines were joined (`verbatim`
// false; `range` is then the cell with its quotes, or its first line).
struct Cell {
  std::string_view text;
  Range range;          // of `text` in Document::text; with its quotes where quoting was undone
  uint32_t line = 0;    // in the file, from 1
  uint32_t row = 0;     // in the grid, from 0
  uint16_t column = 0;  // from 0
  uint16_t rows = 1, columns = 1;  // spans
  uint16_t shapes = 0;             // Shape bits
  bool verbatim = true;            // text is Document::text[range]
  const std::vector<CellLine>* lines = nullptr;  // of a wrapped cell: its text is those lines with '\n' between them
  WordId word = kNoWord;           // the known wording that the whole cell is
  WordId prefix = kNoWord;         // the longest known label that the cell begins with, if it goes on after it
  uint32_t prefix_end = 0;         // bytes of `text` that `prefix` covers
};

// How the cells of a grid were told apart.
enum class Separation : uint8_t { kTabs, kAlignment, kSeparator, kLabels, kLines };

// Cells in rows, row-major. A merged cell appears once, at its first row and column. Every line of the source is a row
// here, blank ones too (they have no cells). Views into its document and into `owned`.
struct Grid {
  std::vector<Cell> cells;
  std::vector<uint32_t> row_begins;  // index of each row's first cell; one entry more than there are rows
  std::deque<std::string> owned;     // texts of cells whose quoting was undone, or that were wrapped
  std::deque<std::vector<CellLine>> wrapped;
  Separation separation = Separation::kTabs;
  std::vector<Trouble> troubles;
  uint64_t cells_before = 0;  // of the same file, let go already: they count against the limit

  uint32_t rows() const { return row_begins.empty() ? 0 : static_cast<uint32_t>(row_begins.size() - 1); }
  std::span<const Cell> row(uint32_t r) const {
    return std::span<const Cell>(cells).subspan(row_begins[r], row_begins[r + 1] - row_begins[r]);
  }
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_GRID_H_
