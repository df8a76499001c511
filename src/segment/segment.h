#ifndef TABULARIUM_SEGMENT_SEGMENT_H_
#define TABULARIUM_SEGMENT_SEGMENT_H_

#include <vector>

#include "model/declaration.h"

namespace tabularium {

// Proposes where each filled-in form begins and ends in a grid, and which forms it may be, cheapest first. The ranges
// are ascending and disjoint; rows between them belong to no form. Cost: O(cells).
std::vector<Declaration> Segment(const Grid& grid, const Grammar& grammar);

// Whether rows [begin, end) by themselves show too few labels for any form. Titles are not asked (segment/titles.h). Cost: O(cells).
bool FitsNothing(const Grid& grid, uint32_t begin, uint32_t end, const Grammar& grammar);

}  // namespace tabularium

#endif  // TABULARIUM_SEGMENT_SEGMENT_H_
