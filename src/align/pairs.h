#ifndef TABULARIUM_ALIGN_PAIRS_H_
#define TABULARIUM_ALIGN_PAIRS_H_

#include <optional>
#include <vector>

#include "align/elements.h"
#include "align/walk.h"

namespace tabularium {

// A label of the form with its value and nothing else. A paper that is typed as a list gives each of them a line, where the
// form draws several beside each other, or a value below its label:
//
//     drawn    name | {name} | kind | {kind}     text    name：Reading rooms
//                                                        kind：yearly
struct Pair {
  WordId label = kNoWord;
  Piece value;
  bool in_cell = false;  // both stand in one cell
};
std::optional<Pair> PairOf(const Rows& rows, const TextRow& row);

// A slot of no table that stands beside a label, or below it where none does, and the row of the form that draws it.
struct LabelledSlot {
  int slot = -1;
  int form_row = -1;
  int label_row = -1;  // of the form; its label stands there, in that column
  size_t label_column = 0;
};
// All of them, in the order of the form. Cost: O(squares of the rows that print the label, and of those below them).
std::vector<LabelledSlot> SlotsOf(const Form& form, WordId label);

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_PAIRS_H_
