#ifndef TABULARIUM_ALIGN_WALK_H_
#define TABULARIUM_ALIGN_WALK_H_

#include <cstdint>
#include <span>
#include <vector>

#include "align/elements.h"

namespace tabularium {

// Some text rows read as one row of the form. form_row -1: read as none.
struct Step {
  TextRow row;           // joined or sliced where need be
  uint32_t first = 0;    // index into Rows::rows of the first row it is made of
  uint32_t rows = 1;     // how many of them
  int32_t form_row = -1;
  int32_t cost = 0;
  enum Kind : uint8_t { kPlain, kJoined, kSplit, kDisplaced } kind = kPlain;
  bool as_drawn = false;  // every cell costs nothing where it stands
  bool doubtful = false;  // it may be no such row
  int32_t paired_row = -1;  // of a step without form row: the one whose slot it gives the value of (align/pairs.h); -1: none
};

// Whether the cost of moving cells is found out for every form row that a text row is weighed against, or only where it may
// decide something. The steps are the same; the former is for tests.
enum class Weighing : uint8_t { kWhereNeeded, kAll };

// Reads the rows `which` (indices into Rows::rows, ascending) in order as the form rows `form_rows` (ascending), each row
// once unless it repeats, at the least total cost (Viterbi over text rows × form rows; rows are weighed only against those form rows
// that share a wording with them, that need none, or whose own wording is nowhere in the text). `open`: form rows that
// no text row claims by its wording. Returns one step for every text row, in order (a split row gives two).
// Cost: O(text rows × form rows) comparisons of integers; cells are compared for a few form rows a text row.
std::vector<Step> Walk(Rows* rows, std::span<const uint32_t> which, std::span<const uint8_t> form_rows,
                       Weighing weighing = Weighing::kWhereNeeded);

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_WALK_H_
