#ifndef TABULARIUM_TABULATE_HEADS_H_
#define TABULARIUM_TABULATE_HEADS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "tabulate/page_rows.h"
#include "tabulate/runs.h"

namespace tabularium::sheet {

struct HeadCell {
  uint32_t row0 = 0, row1 = 1, column0 = 0, column1 = 1;
  std::vector<uint32_t> tokens;
};

// Headings above the columns: one that a rule underlines, or that is centred over several columns,
// spans these; what stands below it in each column is one heading, however many lines it has; a
// heading without one above reaches from the top to the foot. The number of rows is returned.
// REQUIRES: runs know their columns. `columns`: where the cells below the heads stand.
uint32_t ReadHead(std::span<const RunLine> lines, std::span<const Rule> rules,
                  const ColumnReach& columns, std::vector<HeadCell>* cells);

// Of a line with a heading for every column, or for all but the first: each stands between the figures before its own and the
// end of these, at the left of a column that has figures at the right, say. Other lines are left alone.
void MoveToOwnColumns(const ColumnReach& columns, RunLine* line);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_HEADS_H_
