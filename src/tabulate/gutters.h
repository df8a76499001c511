#ifndef TABULARIUM_TABULATE_GUTTERS_H_
#define TABULARIUM_TABULATE_GUTTERS_H_

#include <span>
#include <vector>

#include "tabulate/runs.h"

namespace tabularium::sheet {

// A white strip between two columns.
struct Gutter {
  float lo = 0, hi = 0;
  float evidence = 0;  // lines that speak for it, less those against it
  float at() const { return (lo + hi) / 2; }
};

// How much evidence a gutter needs.
struct GutterCare {
  float least_lines = 0;   // lines with words on both sides
  float least_part = 0;    // of the lines with text
  float most_covered = 0;  // lines that words cover, as a part of those with a gap
};

// Between `x0` and `x1`, from the left. Only the runs within count; a line with one run there says
// little, being a heading or a cell's next line. Cost: O(n log n) of tokens.
std::vector<Gutter> GuttersOf(const Sheet& sheet, std::span<const RunLine> lines, float x0,
                              float x1, const GutterCare& care);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_GUTTERS_H_
