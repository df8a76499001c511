#ifndef TABULARIUM_TABULATE_COLUMNS_H_
#define TABULARIUM_TABULATE_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "model/vocabulary.h"
#include "tabulate/lines.h"

namespace tabularium {

// Letters of a line without a wide blank between them.
struct Run {
  size_t begin = 0, end = 0;     // bytes of the text
  uint32_t left = 0, right = 0;  // display columns, half open
  WordId word = kNoWord;         // that it is
};

struct SpacedLine {
  Line line;
  std::vector<Run> runs;
};

// The columns of lines that follow one another, from the white space that they share. Cost: O(runs
// × log runs).
class Columns {
 public:
  explicit Columns(std::span<const SpacedLine> block);

  size_t size() const { return columns_.size(); }
  // Two lines or more have a run that begins there.
  bool IsEdge(uint32_t left) const;
  // The column of each run, ascending; twice the same for runs that are one cell. `above`: those of
  // the row before.
  std::vector<size_t> Places(std::string_view text, const std::vector<Run>& runs,
                             const std::vector<size_t>& above) const;
  // Whether the run lies over more than one column.
  bool Spans(const Run& run) const { return Overlapped(run) > 1; }
  // The column of a line's only run, if it begins exactly where a column's cells begin and stays in
  // it; else 0.
  size_t PlaceOfSingle(const Run& run) const;

 private:
  struct Interval {
    uint32_t left = 0, right = 0;
  };
  struct Edge;
  void Find(const std::vector<std::vector<Run>>& rows);
  bool IsOneCell(std::string_view text, const Run& left, const Run& right) const;
  size_t Overlapped(const Run& run) const;  // how many columns the run touches
  size_t Nearest(const Run& run) const;  // the one it shares most with; size() where there is none
  size_t Beginning(const Run& run) const;  // the one it begins in or before

  std::vector<Interval> columns_;       // ascending, apart
  std::map<uint32_t, uint32_t> edges_;  // how many lines have a run that begins there
};

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_COLUMNS_H_
