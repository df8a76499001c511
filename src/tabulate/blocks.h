#ifndef TABULARIUM_TABULATE_BLOCKS_H_
#define TABULARIUM_TABULATE_BLOCKS_H_

#include <span>
#include <vector>

#include "tabulate/draft.h"

namespace tabularium::sheet {

// Regions that may be tables by their white space and horizontal rules alone, from the top down,
// without overlaps. Cost: O(n log n) of tokens.
std::vector<Region> BlocksOf(const Sheet& sheet, std::span<const uint32_t> tokens,
                             std::span<const Rule> rules);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_BLOCKS_H_
