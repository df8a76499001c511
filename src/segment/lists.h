#ifndef TABULARIUM_SEGMENT_LISTS_H_
#define TABULARIUM_SEGMENT_LISTS_H_

#include <vector>

#include "segment/titles.h"

namespace tabularium {

// A flat list of several declarations under one head: rows [begin, head_end) are printed once and belong to all of them.
struct FlatList {
  uint32_t head_end = 0;
  std::vector<uint32_t> cuts;  // rows at which the second and every further declaration begins, ascending
};

// Cuts a section of a form that `begins where … changes`: wherever that column holds another text than above. An empty
// cell means as above; lines of one cell, a head printed again and rows shorter than the head cut nothing.
// REQUIRES: form.begins is kWhereSlotChanges and its slot is in a table. Cost: O(cells).
FlatList CutWhereSlotChanges(const Grid& grid, const Form& form, const Section& section);

}  // namespace tabularium

#endif  // TABULARIUM_SEGMENT_LISTS_H_
