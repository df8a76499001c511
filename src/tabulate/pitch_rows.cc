// Two runs of a column at a small distance hold the lines between them together. Which distances are small is tried, since
// programs that round them to dots print some lines of one cell farther apart than others. Tested by tables_test.cc.
#include "tabulate/pitch_rows.h"

#include <algorithm>
#include <cmath>

#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

// Where all cells of rows of several lines stand.
struct Alignment {
  bool top = true, middle = true, bottom = true;
};

class PitchRows {
 public:
  PitchRows(std::span<const RunLine> lines, size_t columns);
  std::vector<uint32_t> Find() const;

 private:
  // A run of a column, and the distance to the one above it there, in letters.
  struct Place {
    size_t line = 0, above = 0;
    float gap = 0;
  };
  // The rows where runs no farther apart than `most` are of one; false if they can't be.
  bool Try(float most, std::vector<uint32_t>* rows, size_t* labels) const;
  bool MayBeRow(size_t first, size_t end, Alignment* aligned) const;

  std::span<const RunLine> lines_;
  size_t columns_;
  std::vector<Place> places_;  // of all runs but the first of each column
  bool figures_ = false;       // in many lines
};

PitchRows::PitchRows(std::span<const RunLine> lines, size_t columns) : lines_(lines), columns_(columns) {
  std::vector<const Run*> last(columns, nullptr);
  std::vector<size_t> at(columns, 0);
  float figures = 0, rows = 0;
  for (const RunLine& line : lines) {
    figures += std::any_of(line.runs.begin(), line.runs.end(), [](const Run& run) { return run.column0 > 0 && run.look != Look::kText; });
    rows += line.runs.size() > 1;
  }
  figures_ = figures > kNumericPart * rows;
  for (size_t i = 0; i < lines.size(); ++i)
    for (const Run& run : lines[i].runs) {
      if (last[run.column0] != nullptr && at[run.column0] < i) places_.push_back({i, at[run.column0], (run.base - last[run.column0]->base) / run.size});
      last[run.column0] = &run, at[run.column0] = i;
    }
}

// True if no column has two figures, one has fewer lines than another, and all share an edge or a middle.
bool PitchRows::MayBeRow(size_t first, size_t end, Alignment* aligned) const {
  struct Cell {
    float top = 0, bottom = 0;
    size_t lines = 0, figures = 0;
  };
  std::vector<Cell> cells(columns_);
  for (size_t i = first; i < end; ++i)
    for (const Run& run : lines_[i].runs) {
      Cell& cell = cells[run.column0];
      if (cell.lines++ == 0) cell.top = run.base;
      cell.bottom = run.base;
      cell.figures += run.look != Look::kText;
      if (cell.figures > 1) return false;
    }
  std::erase_if(cells, [](const Cell& c) { return c.lines == 0; });
  const auto most = std::max_element(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.lines < b.lines; });
  const float near = kCentredEm * lines_[first].size;
  bool fewer = false;
  for (const Cell& cell : cells) {
    fewer |= cell.lines < most->lines;
    aligned->top &= std::abs(cell.top - most->top) < near;
    aligned->bottom &= std::abs(cell.bottom - most->bottom) < near;
    aligned->middle &= std::abs(cell.top + cell.bottom - most->top - most->bottom) < 2 * near;
  }
  return fewer;
}

bool PitchRows::Try(float most, std::vector<uint32_t>* rows, size_t* labels) const {
  std::vector<uint8_t> joins(lines_.size(), 0);  // to the line above
  for (const Place& place : places_)
    if (place.gap <= most) std::fill(joins.begin() + static_cast<long>(place.above) + 1, joins.begin() + static_cast<long>(place.line) + 1, uint8_t{1});
  Alignment aligned;
  size_t several = 0;
  *labels = 0;
  for (size_t first = 0, row = 0; first < lines_.size(); ++row) {
    size_t end = first + 1;
    while (end < lines_.size() && joins[end]) ++end;
    if (end - first > 1 && !MayBeRow(first, end, &aligned)) return false;
    several += end - first > 1;
    *labels += end - first == 1 && lines_[first].runs.size() == 1;
    rows->insert(rows->end(), end - first, static_cast<uint32_t>(row));
    first = end;
  }
  return several >= kSeveralLong && rows->back() > 0 && (aligned.top || aligned.middle || aligned.bottom);
}

std::vector<uint32_t> PitchRows::Find() const {
  std::vector<float> gaps;
  for (const Place& place : places_)
    if (place.gap > kOverlapEm) gaps.push_back(place.gap);
  if (gaps.empty() || !figures_) return {};
  std::sort(gaps.begin(), gaps.end());
  std::vector<uint32_t> best;
  size_t least = SIZE_MAX;
  for (size_t i = 0; i + 1 < gaps.size() && gaps[i] <= std::min(kFarPitch * gaps[0], kCentredPitch); ++i) {
    if (gaps[i + 1] - gaps[i] < kRowStepEm) continue;
    std::vector<uint32_t> rows;
    size_t labels = 0;
    if (Try(gaps[i], &rows, &labels) && labels < least) best = std::move(rows), least = labels;
  }
  return best;
}

}  // namespace

std::vector<uint32_t> RowsByPitch(std::span<const RunLine> lines, size_t columns) {
  constexpr size_t kMostLines = 1000;  // more than a page has
  return lines.size() > kMostLines ? std::vector<uint32_t>() : PitchRows(lines, columns).Find();
}

}  // namespace tabularium::sheet
