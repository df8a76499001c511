#ifndef TABULARIUM_TABULATE_DRAFT_H_
#define TABULARIUM_TABULATE_DRAFT_H_

#include <cstdint>
#include <span>
#include <vector>

#include "tabulate/frames.h"
#include "tabulate/runs.h"
#include "tabulate/sheet.h"

namespace tabularium::sheet {

// Part of a page that may be a table.
struct Region {
  Rect box;
  const Frame* frame =
      nullptr;  // null: nothing but white space and horizontal rules tell its cells apart
  std::vector<uint32_t> tokens;
  bool whole_cells = false;  // a drawn cell is one cell, however its lines stand
  std::vector<Rule> rules;  // horizontal rules in it, by rising y; those of the frame are left out
};

struct DraftCell {
  uint32_t row0 = 0, row1 = 1, column0 = 0, column1 = 1;  // half open
  std::vector<uint32_t> tokens;
  Rect box;
  Look look = Look::kText;
  bool header = false;
};

// A region read as a table, whether it is one or not.
struct Draft {
  Rect box;
  uint32_t rows = 0, columns = 0, head_rows = 0;
  std::vector<DraftCell> cells;              // row-major; none without tokens but those of a frame
  bool by_rules = false, by_blanks = false;  // what told columns or rows apart
  float drawn = 0;                           // of the frame's inner sides
  float rule_support = 0;  // 0..1: horizontal rules at its top, below its head and at its foot
  uint32_t lines = 0;
  float ink = 0;   // of its lines' width that words and ordinary blanks take
  float torn = 0;  // share of its lines whose words cross its gutters
  float is_table = 0, is_right = 0;
};

// Reads a region as a table: its columns from walls and gutters, its rows from walls, rules and
// spacing. Cost: O(n log n) of its tokens.
Draft DraftOf(const Sheet& sheet, const Region& region);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_DRAFT_H_
