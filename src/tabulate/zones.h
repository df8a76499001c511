#ifndef TABULARIUM_TABULATE_ZONES_H_
#define TABULARIUM_TABULATE_ZONES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "tabulate/sheet.h"

namespace tabularium::sheet {

// The tokens apart by the columns of prose that the page is set in: first what runs over all of the
// page, then each column from the left. One zone where the page is not set in columns. Where a table
// drawn by `rules`, or one of the frames, stands beside another, or beside prose, both are zones too.
std::vector<std::vector<uint32_t>> ZonesOf(const Sheet& sheet, std::span<const uint32_t> tokens, std::span<const Rule> rules,
                                           std::span<const Rect> frames);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_ZONES_H_
