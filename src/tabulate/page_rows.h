#ifndef TABULARIUM_TABULATE_PAGE_ROWS_H_
#define TABULARIUM_TABULATE_PAGE_ROWS_H_

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "tabulate/runs.h"

namespace tabularium::sheet {

// Where the words of each column begin and end.
using ColumnReach = std::vector<std::pair<float, float>>;

// For every line the row it belongs to, from 0: a cell of several lines stays whole. Runs know
// their columns.
std::vector<uint32_t> RowsOf(const Sheet& sheet, std::span<const RunLine> lines,
                             const ColumnReach& columns);

// True if a line below another again has a first cell and a number below a number, and not all of them
// look like one number cut by its cell.
bool NumbersBelowNumbers(const Sheet& sheet, std::span<const RunLine> lines);

// True if several rows stand in a place that rules draw as one: numbers below numbers, or a white
// strip above a line with a first cell and others.
bool HoldsSeveralRows(const Sheet& sheet, std::span<const RunLine> lines);

// True if every column's lines follow one another from the first line on and they end at different ones: cells of one
// row, wrapped.
bool EndsRagged(std::span<const RunLine> lines, uint32_t columns);

// How many of the first lines are headings, where no rule says so.
uint32_t HeadLines(const Sheet& sheet, std::span<const RunLine> lines, uint32_t columns);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_PAGE_ROWS_H_
