// Tested by layout_test.cc.
#include "tabulate/cut_off.h"

#include <algorithm>

#include "tabulate/seams.h"
#include "text/sentence.h"

namespace tabularium {
namespace {

constexpr float kPagePart = 0.5f;  // of the page's height that a row takes which may be higher than a page
constexpr long kLines = 3;       // of a text in it
constexpr float kAtFoot = 1;     // of its letters' size: white below the last line
constexpr float kFull = 1.5f;    // … and right of it, where it is as long as others
constexpr float kPaperEdge = 2;   // points
constexpr float kAtEdge = 0.6f;  // … and between a letter and the paper's edge

// The words of a cell: the lowest and rightmost edges of all, and the right edge of those in its last line.
struct Reach {
  float foot = 0, right = 0, last_right = 0, size = 0;
};
Reach ReachOf(const Page& page, const Box& cell) {
  Reach reach;
  float last_base = 0;
  for (const Word& word : page.words) {
    const float x = (word.box.x0 + word.box.x1) / 2, y = (word.box.y0 + word.box.y1) / 2;
    if (word.turns != 0 || x < cell.x0 || x > cell.x1 || y < cell.y0 || y > cell.y1) continue;
    if (word.base > last_base + word.size / 2) reach.last_right = 0;
    last_base = std::max(last_base, word.base);
    if (word.base > last_base - word.size / 2) reach.last_right = std::max(reach.last_right, word.box.x1);
    reach.foot = std::max(reach.foot, word.box.y1), reach.right = std::max(reach.right, word.box.x1);
    reach.size = std::max(reach.size, word.size);
  }
  return reach;
}

// What runs to the paper's right edge has hardly ended there, nor where clipping took the letters beside it.
void MarkAtEdge(const Page& page, Table* table) {
  for (const Word& word : page.words) {
    if (word.turns != 0 || (!word.cut && word.box.x1 < page.width - kAtEdge * word.size)) continue;
    const float x = (word.box.x0 + word.box.x1) / 2, y = (word.box.y0 + word.box.y1) / 2;
    for (TableCell& cell : table->cells)
      cell.cut |= cell.box.x0 < x && cell.box.x1 > x && cell.box.y0 < y && cell.box.y1 > y;
  }
}

}  // namespace

void MarkCutOff(const Page& page, PageTable* table) {
  MarkAtEdge(page, &table->table);
  std::vector<TableCell*> at_foot;
  bool any = false;
  for (TableCell& cell : table->table.cells) {
    const bool open = IsOpen(table->foot, cell.box);
    if (cell.row + cell.rows != table->table.rows || (!open && table->table.rows > 1)) continue;  // what no page has room for begins one
    const bool at_edge = open && cell.box.y1 > page.height - kPaperEdge;
    const bool high = cell.box.y1 - cell.box.y0 >= kPagePart * page.height && std::count(cell.text.begin(), cell.text.end(), '\n') >= kLines - 1;
    if (!at_edge && !high) continue;
    const Reach reach = ReachOf(page, cell.box);
    if (reach.foot < cell.box.y1 - kAtFoot * reach.size) continue;
    at_foot.push_back(&cell);
    any |= !EndsSentence(cell.text) && (at_edge || reach.last_right > reach.right - kFull * reach.size);
  }
  for (TableCell* cell : at_foot) cell->ends_cut = any;
}

}  // namespace tabularium
