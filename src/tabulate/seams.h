#ifndef TABULARIUM_TABULATE_SEAMS_H_
#define TABULARIUM_TABULATE_SEAMS_H_

#include <vector>

#include "model/page.h"
#include "tabulate/layout.h"

namespace tabularium {

// Sets where the table's frame is open at its top and its foot.
void FindOpenSides(const Page& page, PageTable* table);

// True if next to nothing of the cell's side is drawn, and others tell that it would be.
bool IsOpen(const OpenSide& side, const Box& cell);

// The tables of all pages, in order of their pages. As JoinTables, and besides: a page break is no seam where other text
// stands between the two parts (but for page numbers and what is printed in the margins), and cells that no
// rule closes at the break are one with those below where the text goes on, their lines joined: a row that was torn, or
// a merged cell. Leaves the pages without tables.
std::vector<Table> JoinPages(std::vector<PageContent>* pages, const Vocabulary& vocabulary);

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_SEAMS_H_
