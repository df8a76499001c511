// A row ends where all its columns have the same middle. The finest partition of the lines into such rows is found from the
// first line to the last; where there is none, rows are not centred. Tested by page_rows_test.cc.
#include "tabulate/centred_rows.h"

#include <algorithm>
#include <cmath>

#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

// The lines of one column in a row that grows.
struct Block {
  float first = 0, last = 0;  // baselines
  size_t lines = 0;
};

class Row {
 public:
  explicit Row(size_t columns) : blocks_(columns) {}

  // Takes the next line. False: a column goes on after a gap, or has a second number.
  bool Take(const RunLine& line) {
    for (const Run& run : line.runs) {
      Block& block = blocks_[run.column0];
      if (block.lines > 0 && (run.look == Look::kNumber || run.base - block.last > kCentredPitch * run.size)) return false;
      if (block.lines++ == 0) block.first = run.base;
      block.last = run.base;
    }
    return true;
  }

  bool IsCentred(float size) const {
    if (blocks_[0].lines == 0) return false;
    const float middle = (blocks_[0].first + blocks_[0].last) / 2;
    return std::all_of(blocks_.begin(), blocks_.end(), [&](const Block& b) {
      return b.lines == 0 || std::abs((b.first + b.last) / 2 - middle) < kCentredEm * size;
    });
  }

 private:
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<uint32_t> CentredRows(std::span<const RunLine> lines, size_t columns) {
  constexpr uint32_t kNone = UINT32_MAX;
  struct Best {
    uint32_t rows = 0, from = kNone;  // as many as end here; where the last of them begins
  };
  std::vector<Best> best(lines.size() + 1);
  best[0].from = 0;
  for (uint32_t begin = 0; begin < lines.size(); ++begin) {
    if (best[begin].from == kNone) continue;
    Row row(columns);
    for (uint32_t end = begin; end < std::min<size_t>(lines.size(), begin + kCentredLines) && row.Take(lines[end]); ++end)
      if (Best& to = best[end + 1]; row.IsCentred(lines[end].size) && (to.from == kNone || best[begin].rows + 1 > to.rows))
        to = {best[begin].rows + 1, begin};
  }
  if (lines.empty() || best.back().from == kNone) return {};
  std::vector<uint32_t> rows(lines.size());
  size_t above = 0;  // rows that begin above their first cell
  for (size_t end = lines.size(); end > 0; end = best[end].from) {
    const uint32_t begin = best[end].from;
    above += lines[begin].runs.front().column0 > 0;
    std::fill(rows.begin() + begin, rows.begin() + static_cast<std::ptrdiff_t>(end), best[end].rows - 1);
  }
  return above >= kCentredRows ? rows : std::vector<uint32_t>();
}

}  // namespace tabularium::sheet
