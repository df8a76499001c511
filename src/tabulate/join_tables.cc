// Tables of several pages as one list. Tested by layout_test.cc.
#include <iterator>
#include <utility>

#include "tabulate/tables.h"

namespace tabularium {

// Weak, so that the joining proper replaces it where it is linked; until then pages stay apart.
[[gnu::weak]] std::vector<Table> JoinTables(std::vector<PageTables> pages) {
  std::vector<Table> out;
  for (PageTables& page : pages) std::move(page.tables.begin(), page.tables.end(), std::back_inserter(out));
  return out;
}

}  // namespace tabularium
