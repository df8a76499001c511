#ifndef TABULARIUM_ALIGN_ELEMENTS_H_
#define TABULARIUM_ALIGN_ELEMENTS_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/alignment.h"
#include "model/letter_mask.h"

namespace tabularium {

// A cell of a row under alignment: mostly a whole cell of the grid; in joined, split and cut rows a part of one, or
// several pieces one after another.
struct Element {
  Piece piece;
  uint32_t more = 0, more_end = 0;  // range of Rows::more
  WordId word = kNoWord;
  WordId prefix = kNoWord;
  uint32_t prefix_end = 0;  // bytes of the cell's text
  uint16_t shapes = 0;
  LetterMask letters = kAnyLetters;  // of its text
  bool hollow = false;      // its column is empty in every row of the declaration
  bool torn() const { return more != more_end; }
  bool blank() const { return (shapes & kLooksBlank) != 0; }
};

// One row under alignment.
struct TextRow {
  uint32_t first = 0, count = 0;  // elements; empty ones at the end are left out of `count`
  uint32_t cells = 0;             // elements as they stand, with those at the end
  uint32_t row = 0, rows = 1;     // of the grid
  uint32_t texts = 0;             // elements with text
  bool exchanged = false;         // its columns stood in another order (align/exchanged.h)
  int32_t repeats = -1;           // an earlier text row with the same cells, or -1
  enum Kind : uint8_t { kCells, kTitle } kind = kCells;
};

// The rows of a declaration, without blank ones.
struct Rows {
  const Form* form = nullptr;
  const Grid* grid = nullptr;
  std::vector<Element> elements;
  std::vector<Piece> more;
  std::vector<TextRow> rows;

  std::span<const Element> of(const TextRow& r) const { return std::span(elements).subspan(r.first, r.count); }
};

// Takes the declaration's rows apart. A title that goes on after its own letters leaves the rest as a row of its own.
Rows TakeRows(const Declaration& declaration, const Form& form);

// A row of the grid that is blank, and so none of Rows::rows. Of a blank line the end of the row above is its only cell.
// REQUIRES: the row above has cells.
TextRow TakeBlankRow(Rows* rows, uint32_t grid_row);

// Rows [first, first + n) as one. With `glue` the last cell of each and the first of the next are one cell, torn by the
// line break; else they stand side by side. The result is valid until the next call that adds elements.
enum class Seam { kWithinCell, kBetweenCells };
TextRow Join(Rows* rows, size_t first, size_t n, Seam seam);

// Elements [begin, end) of a row as a row of its own; counts them anew.
TextRow Slice(const Rows& rows, const TextRow& row, uint32_t begin, uint32_t end);

// The pieces of an element that line breaks tore, without white space at their ends; and their letters one after another.
std::vector<Piece> PiecesOf(const Rows& rows, const Element& element);
std::string TextOf(std::span<const Piece> pieces);

// Several cells that say who signed the form and when, which the form doesn't print: 填报人：周某 | 联系电话：…
bool IsSigned(const Rows& rows, const TextRow& row);

// 2023年部门预算公开材料 beside a page number: what stands at the edge of the page, and is no piece of a text. Null: there is
// no row above or below, or it is of the form.
bool IsRunningHead(const Rows& rows, const TextRow& row, const TextRow* above, const TextRow* below);

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_ELEMENTS_H_
