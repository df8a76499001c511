#ifndef TABULARIUM_TABULATE_CENTRED_ROWS_H_
#define TABULARIUM_TABULATE_CENTRED_ROWS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "tabulate/runs.h"

namespace tabularium::sheet {

// For every line the row it belongs to, from 0, where all rows set their cells about their middles, as browsers do, and
// some of them therefore begin above their first cell; empty: they don't. Cost: O(words).
std::vector<uint32_t> CentredRows(std::span<const RunLine> lines, size_t columns);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_CENTRED_ROWS_H_
