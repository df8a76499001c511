#ifndef TABULARIUM_SEGMENT_SEGMENT_H_
#define TABULARIUM_SEGMENT_SEGMENT_H_

#include <vector>

#include "model/declaration.h"

namespace tabularium {

// Proposes where each filled-in form begins and ends in a grid, and which forms it may be, cheapest first. The ranges
// are ascending and disjoint; rows between them belong to no form. Cost: O(cells).
std::vector<Declaration> Segment(const Grid& grid, const Grammar& grammar);

// The forms that rows [begin, end) may be of by themselves, cheapest first; none: they show too few labels. `title`: what stands above
// them, or kNoWord. Cost: O(cells).
std::vector<Candidate> CandidatesOf(const Grid& grid, uint32_t begin, uint32_t end, WordId title, const Grammar& grammar);

}  // namespace tabularium

#endif  // TABULARIUM_SEGMENT_SEGMENT_H_
