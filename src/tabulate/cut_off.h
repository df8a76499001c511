#ifndef TABULARIUM_TABULATE_CUT_OFF_H_
#define TABULARIUM_TABULATE_CUT_OFF_H_

#include "model/page.h"
#include "tabulate/layout.h"

namespace tabularium {

// Sets TableCell::cut where a text runs to the paper's right edge or was clipped, and TableCell::ends_cut in the table's last row where it is high
// or runs off the paper, no rule closes it unless nothing else stands in the table, and a text runs to its foot without an end: programs that break no row leave out what no page
// has room for. Then none of the row's texts that reach so far is surely whole.
// Whether they go on the next page is for who joins pages to tell. REQUIRES: FindOpenSides was called.
void MarkCutOff(const Page& page, PageTable* table);

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_CUT_OFF_H_
