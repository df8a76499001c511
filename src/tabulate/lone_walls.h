#ifndef TABULARIUM_TABULATE_LONE_WALLS_H_
#define TABULARIUM_TABULATE_LONE_WALLS_H_

#include <vector>

#include "tabulate/frames.h"

namespace tabularium::sheet {

// Rules that meet one another.
struct Meeting {
  std::vector<const Rule*> across, down;
};

// Lines down that meet none across are what a page break leaves of cells whose text goes on. Each of these takes out of `walls`, by rising x,
// those that it makes something of.

// One that begins where a table without outer rules begins, and ends where other lines of it begin, parts cells of its first row.
void AddWallsWhereOthersBegin(std::vector<const Rule*>* walls, std::vector<Meeting>* meetings);

// One beside a frame and as high closes a cell that goes on from the page before to the next.
void AddWallsBeside(std::vector<const Rule*>* walls, std::vector<Frame>* frames);

// Some of one height are the walls of a row of a table without outer rules. Two will do where such a table is next to them.
void AddStrips(const Sheet& sheet, std::vector<const Rule*> walls, std::vector<Frame>* frames);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_LONE_WALLS_H_
