#ifndef TABULARIUM_READ_PAGE_LINES_H_
#define TABULARIUM_READ_PAGE_LINES_H_

#include <vector>

#include "model/page.h"
#include "read/ink.h"

namespace tabularium {

// Rulings from the pieces that were drawn: collinear pieces that touch are one, parallel ones closer than letters could
// stand between (double rules) are one as thick as both, dashes and dots at regular distances are one broken ruling.
// Horizontal ones first, from top to bottom, then vertical ones from left to right. Cost: O(n log n).
std::vector<Ruling> JoinLines(const std::vector<Ruling>& pieces, const std::vector<Box>& dots);

}  // namespace tabularium

#endif  // TABULARIUM_READ_PAGE_LINES_H_
