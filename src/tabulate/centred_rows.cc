// A row ends where all its columns have the same middle. The finest partition of the lines into such rows is found, but for
// a few lines at both ends; where there is none, rows are not centred. Tested by page_rows_test.cc.
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

CentredPart CentredRows(std::span<const RunLine> lines, size_t columns) {
  constexpr uint32_t kNone = UINT32_MAX;
  const auto count = static_cast<uint32_t>(lines.size());
  struct Best {
    uint32_t first = kNone, rows = 0, from = 0;  // the earliest line that rows up to here can begin at, and as many as can be
  };
  std::vector<Best> best(count + 1);
  for (uint32_t begin = 0; begin < count; ++begin) {
    if (begin <= kCentredMargin && best[begin].first == kNone) best[begin] = {begin, 0, begin};
    if (best[begin].first == kNone) continue;
    Row row(columns);
    for (uint32_t end = begin; end < std::min(count, begin + kCentredLines) && row.Take(lines[end]); ++end) {
      Best& to = best[end + 1];
      const Best with{best[begin].first, best[begin].rows + 1, begin};
      if (row.IsCentred(lines[end].size) && (with.first < to.first || (with.first == to.first && with.rows > to.rows))) to = with;
    }
  }
  uint32_t last = count;
  while (last > 0 && last + kCentredMargin >= count && best[last].rows == 0) --last;
  if (best[last].rows == 0) return {};
  CentredPart part{best[last].first, last, std::vector<uint32_t>(last - best[last].first)};
  size_t above = 0;  // rows that begin above their first cell
  for (uint32_t end = last; best[end].rows > 0; end = best[end].from) {
    above += lines[best[end].from].runs.front().column0 > 0;
    for (uint32_t i = best[end].from; i < end; ++i) part.rows[i - part.begin] = best[end].rows - 1;
  }
  return above >= kCentredRows ? part : CentredPart();
}

}  // namespace tabularium::sheet
