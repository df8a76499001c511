#ifndef TABULARIUM_SEGMENT_TITLES_H_
#define TABULARIUM_SEGMENT_TITLES_H_

#include <vector>

#include "model/declaration.h"

namespace tabularium {

// A range of rows that begins with a title, or with the grid.
struct Section {
  uint32_t begin = 0, end = 0;
  WordId title = kNoWord;
  std::vector<uint32_t> hits;  // by form: how many of its labels stand here, each counted once
};

// Cuts at every row that is a title: alone in its row, perhaps misspelt by a letter or two, with letters before or
// after it. The rows before the first title are a section without one. Ascending, disjoint, covering the grid.
std::vector<Section> CutAtTitles(const Grid& grid, const Grammar& grammar);

}  // namespace tabularium

#endif  // TABULARIUM_SEGMENT_TITLES_H_
