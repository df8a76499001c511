#ifndef TABULARIUM_TABULATE_PITCH_ROWS_H_
#define TABULARIUM_TABULATE_PITCH_ROWS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "tabulate/runs.h"

namespace tabularium::sheet {

// The row of every line of a table of figures, where distances alone tell: within a column lines of one cell stand nearer than all others, and in
// every row of several lines no cell has two figures, some have fewer lines, and all stand at its head, about its middle or
// at its foot. Empty: they don't tell, or are more than a
// page has. Cost: O(words), times the few distances that are tried.
std::vector<uint32_t> RowsByPitch(std::span<const RunLine> lines, size_t columns);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_PITCH_ROWS_H_
