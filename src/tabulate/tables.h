#ifndef TABULARIUM_TABULATE_TABLES_H_
#define TABULARIUM_TABULATE_TABLES_H_

#include <cstdint>
#include <vector>

#include "model/page.h"
#include "model/table.h"

namespace tabularium {

// Which tables are wanted.
struct TableOptions {
  float least_sure = 0.6f;  // tables with a smaller is_table are left out
  // With 1, every ruled frame of two cells with text is a table, whatever it looks like (forms).
  uint32_t least_columns = 2;
  // A cell over the whole width of a ruled frame, at its top or bottom, is not of it.
  bool walls_part_everything = false;  // in a frame of several rows every drawn cell is one cell (forms)
  bool banners_are_captions = true;
};

// The tables of a page, from its top down: those that rulings draw, those that white space sets
// apart, and those that need both. Texts that merely look like tables (prose in columns, lists,
// contents, charts, page furniture) are left out. Boxes are those of the page; `header` is set for
// the rows of headings that were recognised. Pages lettered sideways are read turned. Never fails;
// a page with more than kMostWords words or kMostRulings rulings (tabulate/prices.h) yields nothing
// from what is beyond. Cost: O(n log n) of words and rulings.
std::vector<Table> FindTables(const Page& page, const TableOptions& options = {});

// The tables of one page, for JoinTables.
struct PageTables {
  float height = 0;  // of the page, points
  std::vector<Table> tables;
  bool rows_whole = false;  // rules tell that no row is torn at the page's head; else the texts do
};

// The tables of consecutive pages as one list. A table at the foot of a page and one at the head of
// the next are one when their columns agree: the second loses headings that repeat the first's, a
// row that the page break cut in two is joined, and `parts` tells the box on each page. Their order
// is that of their beginnings. Undone by not calling it.
std::vector<Table> JoinTables(std::vector<PageTables> pages);

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_TABLES_H_
