#ifndef TABULARIUM_MODEL_DECLARATION_H_
#define TABULARIUM_MODEL_DECLARATION_H_

#include <cstdint>
#include <vector>

#include "model/form.h"
#include "model/grid.h"

namespace tabularium {

// A form that a range of rows may be, and how dear that reading is before any alignment (0: every label fits).
struct Candidate {
  const Form* form = nullptr;
  float cost = 0;
};

// One filled-in form within a grid: a range of rows and the forms it may be, cheapest first. No candidate: rows that
// belong to no known form.
struct Declaration {
  const Grid* grid = nullptr;
  uint32_t begin = 0, end = 0;  // rows, half open
  uint32_t head_begin = 0, head_end = 0;  // rows above it that it shares with others: the head of a flat list
  std::vector<Candidate> candidates;
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_DECLARATION_H_
