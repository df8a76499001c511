#include "tabulate/frames.h"

#include <gtest/gtest.h>

#include "tabulate/pictures.h"

namespace tabularium::sheet {
namespace {

// "2x3 5": rows, columns and faces of each frame.
std::string Shapes(const Page& page) {
  std::string out;
  for (const Frame& frame : FramesOf(MakeSheet(page)).frames)
    out += (out.empty() ? "" : ", ") + std::to_string(frame.rows()) + "x" +
           std::to_string(frame.columns()) + " " + std::to_string(frame.faces.size());
  return out;
}

struct FrameCase {
  const char* name;
  const char* picture;
  const char* shapes;
};

class FramesTest : public testing::TestWithParam<FrameCase> {};

TEST_P(FramesTest, AreDrawn) { EXPECT_EQ(Shapes(PageOf(GetParam().picture)), GetParam().shapes); }

INSTANTIATE_TEST_SUITE_P(
    All, FramesTest,
    testing::ValuesIn(std::vector<FrameCase>{
        {"Grid", "+---+---+\n|   |   |\n+---+---+\n|   |   |\n+---+---+\n", "2x2 4"},
        {"Merged", "+---+---+\n|   |   |\n|   +---+\n|   |   |\n+---+---+\n", "2x2 3"},
        {"OneFace", "+-------+\n|       |\n+-------+\n", ""},
        {"Apart", "+---+---+\n|   |   |\n+---+---+\n\n\n+---+---+\n|   |   |\n+---+---+\n",
         "1x2 2, 1x2 2"},
        {"Nested",
         "+-------------------+-----+\n|                   |     |\n|  +-----+-----+    |     |\n"
         "|  |     |     |    |     |\n|  +-----+-----+    |     |\n|                   |     |\n"
         "+-------------------+-----+\n",
         "1x2 2, 1x2 2"},
        {"NoLeftOrRightLine",
         "--------------\n     |    \n--------------\n     |    \n--------------\n", "2x2 4"},
        {"NoOuterLines", "     |         \n---------------\n     |   |     \n---------------\n         |     \n", "3x3 7"},
        {"LabelBeside", "        |  a             |  b             |  c\n        +--------------------------------------------\n label  |  d             |  e             |  f\n of all +--------------------------------------------\n        |  g             |  h             |  i\n", "3x4 10"},
        {"LabelBesideTheFirstRow", " label  |  a             |  b             |  c\n        +--------------------------------------------\n        |  d             |  e             |  f\n        +--------------------------------------------\n        |  g             |  h             |  i\n", "3x4 10"},
        {"WallsAlone", "   |    |    |   \n   |    |    |   \n", "1x2 2"},
        {"TwoWallsAreNone", "   |    |   \n   |    |   \n", ""},
        {"Pinwheel",  // no face but the whole explains it: cut into rectangles
         "+-----+---+\n|     |   |\n+--+  |   |\n|  |  |   |\n|  +--+---+\n|  |      "
         "|\n+--+------+\n",
         "3x3 5"},
    }),
    [](const auto& test) { return test.param.name; });

// A cell that goes on from the page before to the next has no rule above or below.
TEST(Frames, AWallBesideThatIsAsHighClosesAColumn) {
  auto shapes = [](float x, float y0, float y1) {
    Page page = PageOf("");
    for (const float y : {100.0f, 140.0f, 180.0f}) AddAcross(y, 100, 300, &page);
    for (const float at : {100.0f, 200.0f, 300.0f}) AddDown(at, 100, 180, &page);
    AddDown(x, y0, y1, &page);
    return Shapes(page);
  };
  EXPECT_EQ(shapes(60, 100, 180), "2x3 5");
  EXPECT_EQ(shapes(340, 100, 180), "2x3 5");
  EXPECT_EQ(shapes(60, 100, 140), "2x2 4") << "another height";
  EXPECT_EQ(shapes(560, 100, 180), "2x2 4") << "too far";
}

TEST(Frames, WhereLinesEndAndOthersBeginTheresARow) {
  Page page = PageOf("");
  for (const float y : {100.0f, 180.0f}) AddAcross(y, 50, 300, &page);
  AddDown(100, 80, 200, &page);
  AddDown(200, 80, 140, &page);
  AddDown(150, 140, 200, &page);
  EXPECT_EQ(Shapes(page), "4x4 12");
  Page gone_on = page;
  gone_on.rulings.back().box.y0 = 100;  // it begins at a line across
  EXPECT_EQ(Shapes(gone_on), "3x4 9");
  Page beside = page;
  beside.rulings.back().box.x0 = 200.75f;  // a point beside the one that ends: the same line, of dots say
  beside.rulings.back().box.x1 = 201.25f;
  EXPECT_EQ(Shapes(beside), "3x3 9");
  AddDown(250, 80, 140, &beside);  // nor where several lines are broken at one height
  AddDown(251, 140, 200, &beside);
  EXPECT_EQ(Shapes(beside), "3x4 12");
}

// What a page break leaves of a row above a table without outer rules.
TEST(Frames, TwoWallsAreARowNextToATableWithoutOuterRules) {
  auto shapes = [](float foot, float left) {
    Page page = PageOf("");
    for (const float y : {120.0f, 140.0f}) AddAcross(y, left, 300, &page);
    for (const float x : {100.0f, 200.0f}) AddDown(x, 100, 160, &page);
    for (const float x : {120.0f, 220.0f}) AddDown(x, 50, foot, &page);
    return Shapes(page);
  };
  EXPECT_EQ(shapes(90, 50), "1x3 3, 3x3 9");
  EXPECT_EQ(shapes(65, 50), "3x3 9") << "too far";
  EXPECT_EQ(shapes(90, 100), "3x2 6") << "closed at the left";
}
TEST(Frames, AWallThatMeetsNoLineAcrossStandsInTheRowThatItsFootEnds) {
  auto shapes = [](float foot, float x) {
    Page page = PageOf("");
    for (const float y : {120.0f, 140.0f}) AddAcross(y, 50, 300, &page);
    AddDown(200, 50, 160, &page);
    AddDown(100, 100, 160, &page);
    AddDown(x, 50, foot, &page);
    return Shapes(page);
  };
  EXPECT_EQ(shapes(100, 150), "4x4 12");
  EXPECT_EQ(shapes(80, 150), "3x3 8") << "nothing begins at its foot";
  EXPECT_EQ(shapes(100, 320), "3x3 8") << "beside the table";
}

TEST(Frames, FacesFillTheGridAndOverlapNowhere) {
  const auto frames = FramesOf(MakeSheet(PageOf("+-----+---+\n|     |   |\n+--+  |   |\n|  |  |   "
                                                "|\n|  +--+---+\n|  |      |\n+--+------+\n")))
                          .frames;
  ASSERT_EQ(frames.size(), 1u);
  const Frame& frame = frames[0];
  std::vector<int> covered(frame.rows() * frame.columns(), 0);
  for (const Face& face : frame.faces)
    for (uint32_t r = face.row0; r < face.row1; ++r)
      for (uint32_t c = face.column0; c < face.column1; ++c) ++covered[r * frame.columns() + c];
  for (const int n : covered) EXPECT_EQ(n, 1);
}

TEST(Frames, DoubleLinesAreOneBorder) {
  Page page;
  page.width = 600, page.height = 800;
  for (const float y : {100.0f, 103.0f, 120.0f, 140.0f, 143.0f}) AddAcross(y, 50, 250, &page);
  for (const float x : {50.0f, 53.0f, 150.0f, 247.0f, 250.0f}) AddDown(x, 100, 143, &page);
  EXPECT_EQ(Shapes(page), "2x2 4");
}

TEST(Frames, AFrameLeftOpenAtThePageBreakIsClosed) {
  Page page;
  page.width = 600, page.height = 800;
  AddAcross(700, 50, 250, &page);
  AddAcross(720, 50, 250, &page);
  for (const float x : {50.0f, 150.0f, 250.0f}) AddDown(x, 700, 780, &page);
  EXPECT_EQ(Shapes(page), "2x2 4");
}

TEST(Frames, RulesThatNothingMeetsAreLoose) {
  const Frames frames =
      FramesOf(MakeSheet(PageOf("-------\n\n-------\n\n+---+---+\n|   |   |\n+---+---+\n")));
  EXPECT_EQ(frames.loose.size(), 2u);
  EXPECT_EQ(frames.frames.size(), 1u);
}

}  // namespace
}  // namespace tabularium::sheet
