#ifndef TABULARIUM_READ_SCAN_LATTICE_H_
#define TABULARIUM_READ_SCAN_LATTICE_H_

#include <vector>

#include "read/scan/rules.h"

namespace tabularium {

// A wall of a lattice: a straight piece of a rule from crossing to crossing. Pixels; across: y = at, begin <= x <= end.
struct LatticeWall {
  float at = 0, begin = 0, end = 0, thickness = 1;
  bool across = true;
};

// A face of the lattice: middles of the walls around it.
struct LatticeCell {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  float wall = 1;  // thickness of its thickest wall
};

// The tables that rules make. Invariant: every cell is a rectangle with walls along all of its four sides, no wall inside.
struct Lattice {
  std::vector<LatticeWall> walls;
  std::vector<LatticeCell> cells;       // row by row, left to right
  std::vector<LatticeWall> loose;       // long rules that close no cell: underlines, separators
  int doubts = 0;                       // places where a wall had to be made up
};

// The tables of a sheet's traces. Ends of traces are drawn to what they nearly meet, pieces of one rule become one, and what
// meets nothing is dropped, since it is letters. A side to which several rules run without one that closes it is drawn. A face that is no rectangle is parted where its walls go on best.
Lattice FindLattice(RuleTraces traces, float dots);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_LATTICE_H_
