#ifndef TABULARIUM_TABULATE_NEIGHBOURS_H_
#define TABULARIUM_TABULATE_NEIGHBOURS_H_

#include <cstddef>
#include <span>
#include <vector>

#include "tabulate/runs.h"
#include "tabulate/sheet.h"

namespace tabularium::sheet {

// A place where a table stands beside another, or beside prose: what is left of x there is apart from what is right of it.
struct Parting {
  float x = 0;
  size_t first = 0, last = 0;  // lines, half open
};

// True of a run of text that takes nearly all of the width from `lo` to `hi`, as a line of prose does.
bool IsFull(const Run& run, float lo, float hi);

// Adds the lower edges of strips of filled cells side by side: where rows are filled, or a head is, they tell a table's width as rules do.
void AddFeetOfStrips(std::vector<Rect> fills, std::vector<Rule>* rules);

// All such places. A table is told by rules of one length that begin and end where no other does, or by a frame. Cost:
// O(tables² lines), of at most kMostDrawn tables.
std::vector<Parting> PartingsOf(std::span<const RunLine> lines, std::span<const Rule> rules, std::span<const Rect> frames);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_NEIGHBOURS_H_
