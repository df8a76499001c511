#ifndef TABULARIUM_TABULATE_RUNS_H_
#define TABULARIUM_TABULATE_RUNS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "tabulate/frames.h"
#include "tabulate/sheet.h"

namespace tabularium::sheet {

// Words of one line without a wide gap or a wall between them: a cell's line, or part of a heading
// over several columns.
struct Run {
  std::vector<uint32_t> tokens;
  Rect box;
  float base = 0, size = 0;
  Look look = Look::kText;
  bool bold = false, lower = false;
  uint32_t face = UINT32_MAX;             // of the frame, where there is one
  uint32_t column0 = 0, column1 = 1;      // half open; set when the columns are known
  uint32_t least = 0, most = UINT32_MAX;  // the columns of its face
};

struct RunLine {
  std::vector<Run> runs;
  Rect box;
  float base = 0, size = 0;
};

// The lines of these tokens, cut into runs; no run joins tokens of different faces.
std::vector<RunLine> RunLinesOf(const Sheet& sheet, std::span<const uint32_t> tokens);

// How many words of prose they are; Han letters, written without blanks, are half a word each.
float WordsOf(const Sheet& sheet, std::span<const uint32_t> tokens);

// Two numbers side by side are two cells, but for thousands set apart ("1 649 692").
bool AreTwoNumbers(const Sheet& sheet, const Token& a, const Token& b);

// The run of these tokens of one line. REQUIRES: not empty.
Run MakeRun(const Sheet& sheet, std::span<const uint32_t> tokens);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_RUNS_H_
