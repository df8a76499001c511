#ifndef TABULARIUM_ALIGN_ROW_H_
#define TABULARIUM_ALIGN_ROW_H_

#include <string>
#include <vector>

#include "align/match.h"

namespace tabularium {

// Where a square of a picture's row finds its cell.
struct Seat {
  int32_t element = -1;       // index in the row; -1: no cell
  uint32_t begin = 0, end = 0;  // bytes of the element's text that are the square's (label and value in one cell)
  bool part = false;          // begin and end are set
  bool cut = false;           // no cell because the row ends before it
  Fit fit;
};

// One way to read a row of cells as a row of the picture.
struct Reading {
  int32_t cost = 0;
  std::vector<Seat> seats;        // by square
  std::vector<uint32_t> lost;     // elements with text that fit no square
  int moved = 0;                  // columns by which the first text moves to the right; negative: to the left
  bool realigned = false;         // some cell stands in another column than the picture says
  bool tie = false;               // as it stands the row costs nearly the same, and so it was left
  int32_t as_it_stands = 0;       // cost of reading the row without moving a cell
};

// What it costs to read the row so without moving a cell; kNever where a text has no square. Cost: O(cells + squares).
int32_t CostAsItStands(const Rows& rows, const TextRow& row, int form_row);

// The least cost of reading the row so, given the cost as it stands. Cost: O(squares) where every cell stands in its column, else O(cells × squares).
int32_t CostOf(const Rows& rows, const TextRow& row, int form_row, int32_t as_it_stands);

// The same where it is less than `limit`; else no less than that.
int32_t CostUpTo(int32_t limit, const Rows& rows, const TextRow& row, int form_row);

// The same with its reading. A move that is hardly cheaper than the row as it stands is not made (`tie`).
Reading ReadRow(const Rows& rows, const TextRow& row, int form_row);

// The same for a row that costs nothing as it stands. Cost: O(squares).
void ReadRowAsDrawn(const Rows& rows, const TextRow& row, int form_row, Reading* reading);

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_ROW_H_
