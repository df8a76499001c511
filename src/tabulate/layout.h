#ifndef TABULARIUM_TABULATE_LAYOUT_H_
#define TABULARIUM_TABULATE_LAYOUT_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/grid.h"
#include "model/limits.h"
#include "model/page.h"
#include "model/table.h"
#include "model/vocabulary.h"

namespace tabularium {

// A line of a page outside its tables.
struct PageLine {
  Box seen;                    // as PageContent::turns says
  int side = 0;                // from 0; of two forms side by side, 1 is the right one
  std::string text;            // its words at their display columns, apart by as many blanks as their gaps are wide
  std::vector<TextBox> words;  // ranges of `text`
  bool in_margin = false;      // the page's outermost line, and furniture: whatever its gaps, it is one thing
};

// A side of a table's frame to which lines run down, or up, and where it is drawn.
struct OpenSide {
  bool ruled = false;                           // else nothing is known
  std::vector<std::pair<float, float>> drawn;  // from x to x, points
};

// A table as it stands on its page.
struct PageTable {
  Table table;
  Box seen;
  int side = 0;             // as PageLine::side
  OpenSide top, foot;
  std::vector<Box> reaching;  // cells whose text runs out below the frame
};

// What is kept of a page when its words and rulings are let go.
struct PageContent {
  int number = 0;
  uint8_t turns = 0;  // quarter turns of most letters: `seen` boxes, and the height, are those of the page turned back
  float height = 0;   // points
  std::vector<PageTable> tables;
  std::vector<PageLine> lines;
  bool seen_only = false;              // a scan: the rest is of it
  std::vector<TextBox> legibility;     // of its words, or of cells that are cut off: `box` and `legibility` count
  std::vector<Recognition> readings;   // as Page::readings
  std::vector<Box> seals;
};
PageContent TakePage(const Page& page, std::vector<Table> tables);

// Pages as one text, in the order in which people read: each row of a table is a line of cells parted by tabs, a merged
// cell stands once and is blank in the rows below its first; each line outside is a line.
struct LaidText {
  std::string text;
  std::vector<TextBox> boxes;  // sorted by range: of cells, and of words outside tables
  struct Row {
    Range range;                         // of its line in `text`
    uint32_t begin = 0, end = 0;         // its cells, in `cells`; none: a line outside tables
    bool whole = false;                  // such a line that is not to be cut
  };
  std::vector<Row> rows;
  std::vector<Range> cells;
  std::vector<Recognition> readings;  // of scans; those of one place together, named by its TextBox
  // What stands in the text, in its order: a table, or a line outside tables.
  struct Item {
    uint32_t row = 0;                 // its first, in `rows`
    int page = 0, last_page = 0, side = 0;  // of a table that was joined: where it ends
    float y = 0, x = 0;               // where it stands on its page among others of its side
    bool is_table = false;
  };
  std::vector<Item> items;
};
// Tables that run over pages are joined. Cost: O(n log n) of tables and lines.
LaidText LayOut(std::vector<PageContent> pages, const Vocabulary& vocabulary);

// Tables that run over pages, as far as they begin before this row of the text.
std::vector<Trouble> JoinedTables(const LaidText& laid, uint32_t end);

// What was laid out of the same pages before, and let go.
struct LaidBefore {
  uint32_t rows = 0;
  uint64_t cells = 0;
};

// The grid of a document whose text was laid out so. `laid.text` may have been moved from. Its cells' lines are counted from the
// first row of all, their rows from the first of `laid`.
Grid Tabulate(const Document& document, const LaidText& laid, const Vocabulary& vocabulary, const Limits& limits,
              const LaidBefore& before = {});

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_LAYOUT_H_
