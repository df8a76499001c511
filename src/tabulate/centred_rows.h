#ifndef TABULARIUM_TABULATE_CENTRED_ROWS_H_
#define TABULARIUM_TABULATE_CENTRED_ROWS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "tabulate/runs.h"

namespace tabularium::sheet {

// Lines that are rows about middles of their own.
struct CentredPart {
  uint32_t begin = 0, end = 0;  // half open; empty: there are none
  std::vector<uint32_t> rows;   // of each of them, from 0
};

// Where all rows set their cells about their middles, as browsers do, and some of them therefore begin above their first
// cell: these rows. A few lines before (a head) and behind (what the table's end cut off) may be none. Cost: O(words).
CentredPart CentredRows(std::span<const RunLine> lines, size_t columns);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_CENTRED_ROWS_H_
