// Tested by every table test of this room.
#include "tabulate/dump.h"

namespace tabularium {

std::string Dump(const Grid& grid) {
  std::string out;
  for (uint32_t r = 0; r < grid.rows(); ++r) {
    for (const Cell& cell : grid.row(r)) {
      if (cell.column) out += '|';
      if (cell.text.empty()) out += "·";
      for (char c : cell.text) out += c == '\n' ? std::string("⏎") : std::string(1, c);
    }
    out += '\n';
  }
  return out;
}

}  // namespace tabularium
