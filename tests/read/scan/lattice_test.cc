#include "read/scan/lattice.h"

#include <gtest/gtest.h>

#include "drawn.h"
#include "read/scan/measures.h"

namespace tabularium {
namespace {

// A table of 3 × 3 cells at 150 dots an inch, without letters; a case draws over it.
struct Case {
  const char* name;
  void (*change)(Raster*);
  const char* cells;
};

void White(Raster* page, int x0, int y0, int x1, int y1) { Fill(page, x0, y0, x1, y1, kPaper); }

const Case kCases[] = {
    {"whole", [](Raster*) {}, "3/3/3"},
    {"merged_across", [](Raster* p) { White(p, 240, 104, 260, 160); }, "2/3/3"},
    {"merged_down", [](Raster* p) { White(p, 104, 150, 248, 170); }, "3/2/3"},
    {"merged_block", [](Raster* p) { White(p, 104, 104, 396, 218); }, "2/1/3"},
    {"a_gap_in_a_wall", [](Raster* p) { White(p, 245, 120, 256, 132); }, "3/3/3"},
    {"gaps_in_the_frame", [](Raster* p) { White(p, 95, 110, 108, 122), White(p, 300, 95, 315, 105); }, "3/3/3"},
    {"a_wall_that_stops_short", [](Raster* p) { White(p, 246, 196, 256, 218); }, "3/3/3"},
    {"a_stroke_in_a_cell", [](Raster* p) { Fill(p, 150, 115, 152, 150); }, "3/3/3"},
    {"a_letter_like_a_box", [](Raster* p) { Fill(p, 150, 110, 190, 150), White(p, 153, 113, 187, 147); }, "3/3/3"},
    {"strokes_of_letters_in_a_row", [](Raster* p) { for (int y : {112, 146}) Fill(p, 120, y, 222, y + 2); for (int x : {120, 160, 220}) Fill(p, x, 112, x + 2, 148); }, "3/3/3"},
    {"a_letter_below_the_frame", [](Raster* p) { for (int x : {130, 150}) Fill(p, x, 280, x + 2, 303); Fill(p, 130, 301, 152, 303); }, "3/3/3"},
    {"two_tables", [](Raster* p) { Draw(p, {.x = 100, .y = 400, .columns = 2, .rows = 1, .width = 200, .height = 60, .thick = 2, .letters = 0}); }, "3/3/3/2"},
    {"a_double_frame", [](Raster* p) { Fill(p, 96, 96, 556, 98), Fill(p, 96, 96, 98, 286), Fill(p, 96, 284, 556, 286), Fill(p, 554, 96, 556, 286); }, "3/3/3"},
    {"no_outer_rules", [](Raster* p) { White(p, 90, 90, 106, 300), White(p, 548, 90, 570, 300), White(p, 90, 90, 570, 106), White(p, 90, 278, 570, 300); }, "3/3/3"},
    {"open_at_the_sides", [](Raster* p) { White(p, 90, 104, 106, 278), White(p, 548, 104, 570, 278); }, "3/3/3"},
    {"open_at_the_foot", [](Raster* p) { White(p, 90, 278, 570, 300); }, "3/3/3"},
    {"open_with_one_line_across", [](Raster* p) { White(p, 90, 90, 106, 300), White(p, 548, 90, 570, 300), White(p, 90, 90, 570, 106), White(p, 90, 210, 570, 300); }, "3/3"},
    {"open_with_a_short_wall_of_its_own", [](Raster* p) { White(p, 90, 90, 570, 106), White(p, 240, 90, 260, 158), Fill(p, 200, 104, 202, 160); }, "3/3/3"},
    {"open_with_one_wall_in_its_first_row", [](Raster* p) { White(p, 90, 90, 106, 300), White(p, 548, 90, 570, 300), White(p, 90, 90, 570, 106), White(p, 240, 90, 260, 158); }, "2/3/3"},
    {"open_with_one_line_below", [](Raster* p) { White(p, 90, 90, 106, 300), White(p, 548, 90, 570, 300), White(p, 90, 90, 570, 218); }, "3"},
    {"two_near_each_other_with_a_wall_in_line", [](Raster* p) {
       White(p, 90, 90, 570, 300);
       for (int y : {160, 298}) Fill(p, 100, y, 550, y + 2);
       for (int x : {250, 400}) Fill(p, x, 100, x + 2, 220);
       for (int x : {250, 330, 470}) Fill(p, x, 238, x + 2, 358);
     }, "3/3/4/4"},
    {"a_row_of_walls_alone", [](Raster* p) { for (int x : {200, 330, 450}) Fill(p, x, 400, x + 2, 440); }, "3/3/3/4"},
    {"a_row_of_walls_below_a_rule", [](Raster* p) { for (int x : {100, 330, 548}) Fill(p, x, 400, x + 2, 440); Fill(p, 100, 400, 550, 402); }, "3/3/3/2"},
    {"strokes_of_a_title", [](Raster* p) { for (int x : {200, 222, 350, 372}) Fill(p, x, 400, x + 2, 440); }, "3/3/3"},
    {"strokes_of_letters_in_a_table", [](Raster* p) { for (int x : {110, 170, 230}) Fill(p, x, 110, x + 2, 145); White(p, 104, 155, 248, 165); }, "3/2/3"},
    {"strokes_of_a_title_of_several_heights", [](Raster* p) { for (int x : {200, 330, 450}) Fill(p, x, 400, x + 2, 440); Fill(p, 260, 406, 262, 438); }, "3/3/3"},
    {"a_stroke_behind_a_wall_that_ends", [](Raster* p) { White(p, 245, 164, 256, 218), White(p, 245, 222, 256, 278), Fill(p, 250, 168, 252, 206); }, "3/2/2"},
    {"strokes_of_several_lines_behind_a_wall_that_ends", [](Raster* p) { White(p, 245, 164, 256, 218), White(p, 245, 222, 256, 278), Fill(p, 250, 168, 252, 206), Fill(p, 250, 228, 252, 266); }, "3/2/2"},
    {"a_broken_wall_in_its_last_row", [](Raster* p) { White(p, 245, 221, 256, 229); }, "3/3/3"},
    {"two_against_each_other_without_a_line_between", [](Raster* p) {
       White(p, 90, 90, 570, 300);
       for (int y : {160, 283}) Fill(p, 100, y, 550, y + 2);
       for (int x : {250, 400}) Fill(p, x, 100, x + 2, 220);
       for (int x : {250, 330, 470}) Fill(p, x, 223, x + 2, 343);
     }, "3/3/4/4"},
    {"one_line_runs_on", [](Raster* p) { Fill(p, 550, 160, 650, 162); }, "3/3/3"},
    {"no_rules_down", [](Raster* p) { for (int c = 0; c <= 3; ++c) for (int r = 0; r < 3; ++r) White(p, 98 + c * 150, 104 + r * 60, 106 + c * 150, 158 + r * 60); }, "0"},
};

class Lattices : public testing::TestWithParam<Case> {};

TEST_P(Lattices, CellsAreFaces) {
  Raster page(700, 600);
  Draw(&page, {.x = 100, .y = 100, .columns = 3, .rows = 3, .width = 150, .height = 60, .thick = 2, .letters = 0});
  GetParam().change(&page);
  EXPECT_EQ(Dump(FindLattice(FindTraces(page, 150, kSolidContrast), 150)), GetParam().cells);
}

INSTANTIATE_TEST_SUITE_P(All, Lattices, testing::ValuesIn(kCases), [](const auto& of) { return std::string(of.param.name); });

TEST(LatticeOf, WallsCloseAroundCells) {
  Raster page(700, 600);
  Draw(&page, {.x = 100, .y = 100, .columns = 3, .rows = 3, .width = 150, .height = 60, .thick = 2, .letters = 0});
  White(&page, 240, 104, 260, 160);
  const Lattice lattice = FindLattice(FindTraces(page, 150, kSolidContrast), 150);
  EXPECT_EQ(lattice.doubts, 0);
  for (const LatticeCell& cell : lattice.cells) {
    auto wall = [&](bool across, float at, float begin, float end) {
      return std::any_of(lattice.walls.begin(), lattice.walls.end(), [&](const LatticeWall& w) {
        return w.across == across && w.at == at && w.begin <= begin && w.end >= end;
      });
    };
    EXPECT_TRUE(wall(true, cell.y0, cell.x0, cell.x1));
    EXPECT_TRUE(wall(true, cell.y1, cell.x0, cell.x1));
    EXPECT_TRUE(wall(false, cell.x0, cell.y0, cell.y1));
    EXPECT_TRUE(wall(false, cell.x1, cell.y0, cell.y1));
  }
}

TEST(LatticeOf, AnOpenFootIsWhereWallsEnd) {
  Raster page(700, 600);
  Draw(&page, {.x = 100, .y = 100, .columns = 3, .rows = 3, .width = 150, .height = 60, .thick = 2, .letters = 0});
  White(&page, 90, 276, 570, 300);
  for (int x : {250, 400, 550}) Fill(&page, x, 284, x + 2, 302);  // strokes of letters below three of the four walls,
  for (int x = 270; x < 340; x += 12) Fill(&page, x, 279, x + 11, 281);  // and their tops
  const Lattice lattice = FindLattice(FindTraces(page, 150, kSolidContrast), 150);
  ASSERT_EQ(lattice.cells.size(), 9u);
  EXPECT_NEAR(lattice.cells.back().y1, 276, 1);
  for (const LatticeWall& wall : lattice.walls) EXPECT_LT(wall.across ? wall.at : wall.end, 280);
}

TEST(LatticeOf, AFaceWithACornerIsParted) {
  Raster page(700, 600);
  Draw(&page, {.x = 100, .y = 100, .columns = 2, .rows = 2, .width = 200, .height = 100, .thick = 2, .letters = 0});
  White(&page, 104, 195, 298, 206);   // the left column is merged,
  White(&page, 295, 103, 306, 170);   // and most of the wall beside its upper half is lost
  const Lattice lattice = FindLattice(FindTraces(page, 150, kSolidContrast), 150);
  EXPECT_EQ(lattice.cells.size(), 3u);
  EXPECT_EQ(lattice.doubts, 1);
}

}  // namespace
}  // namespace tabularium
