#ifndef TABULARIUM_TABULATE_WRAPS_H_
#define TABULARIUM_TABULATE_WRAPS_H_

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "tabulate/columns.h"
#include "tabulate/wordings.h"

namespace tabularium {

// Cells that a layout wrapped, because their columns were too narrow for them:
//
//   项目绩效目标  完成三处泵站设备的检  恢复河道行洪能力，减  年度资金申请
//                 修和更新。            轻内涝。              总额
//
// The second line goes on with the first: each of its runs begins where a run above it does, and that one had no room for
// another letter. A record below another is told from this by its wordings and values, and by narrow columns.
class Wraps {
 public:
  Wraps(std::string_view text, std::span<const SpacedLine> block, Wordings* wordings);

  // How many lines of the block from `first` on are one row of cells. Cost: O(runs of those lines).
  size_t LinesFrom(size_t first);

  // The pieces of the run of line `first` over these lines; one where it isn't wrapped.
  std::vector<Line> PiecesOf(const Run& run, size_t first, size_t lines) const;

 private:
  struct Side {
    uint32_t right = 0, full = 0;  // the rightmost end of runs that begin there; how many runs reach it
  };
  bool GoesOn(size_t first, size_t line);
  bool RunGoesOn(const Run& above, const Run& run, size_t first, size_t line);
  bool IsProse(uint32_t left, size_t line) const;
  const Run* RunAt(uint32_t left, size_t line) const;

  std::string_view text_;
  std::span<const SpacedLine> block_;
  Wordings* wordings_;
  std::map<uint32_t, Side> sides_;  // by the column where runs begin
};

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_WRAPS_H_
