#include "read/scan/straighten.h"

#include <gtest/gtest.h>

#include "drawn.h"
#include "read/scan/measures.h"

namespace tabularium {
namespace {

Raster Form() {
  Raster page(1800, 2000);
  Draw(&page, {.x = 250, .y = 350, .columns = 4, .rows = 12, .width = 320, .height = 100, .letters = 5});
  DrawLine(&page, 600, 150, 10, 60);
  return page;
}

double MostSlope(const Raster& page) {
  double most = 0;
  const RuleTraces found = FindTraces(page, 300, kSolidContrast);
  for (const auto* traces : {&found.across, &found.down})
    for (const RuleTrace& t : *traces)
      if (t.length() > 900) most = std::max(most, std::abs(static_cast<double>(t.slope)));
  return most;
}

class Skew : public testing::TestWithParam<double> {};

TEST_P(Skew, IsUndone) {
  const StraightSheet out = Straightened(Rotated(Form(), GetParam()), 300);
  EXPECT_LT(MostSlope(out.sheet), 0.0012);  // a pixel in 800
  EXPECT_EQ(Dump(FindLattice(FindTraces(Halved(out.sheet), 150, out.contrast), 150)), "4/4/4/4/4/4/4/4/4/4/4/4");
}

INSTANTIATE_TEST_SUITE_P(Degrees, Skew, testing::Values(0, 0.3, -0.7, 2.5, -6.0, 9.5));

TEST(Perspective, IsUndone) {
  const Raster form = Form();
  const double w = form.width, h = form.height;
  Homography askew;
  ASSERT_TRUE(Solve({{{40, 25}, {w - 10, 0}, {w - 50, h - 30}, {0, h}}}, {{{0, 0}, {w, 0}, {w, h}, {0, h}}}, &askew));
  const Raster photo = Warped(form, askew, form.width, form.height);
  EXPECT_GT(MostSlope(photo), 0.01);
  const StraightSheet out = Straightened(photo, 300);
  EXPECT_LT(MostSlope(out.sheet), 0.002);
  EXPECT_EQ(Dump(FindLattice(FindTraces(Halved(out.sheet), 150, out.contrast), 150)), "4/4/4/4/4/4/4/4/4/4/4/4");
}

TEST(Straightened, SaysWherePointsWere) {
  const StraightSheet out = Straightened(Rotated(Form(), 3), 300);
  const PlanePoint middle = Apply(out.way, {900, 1000}), side = Apply(out.way, {1700, 1000});
  EXPECT_NEAR(middle.x, 900, 8);
  EXPECT_NEAR(side.y - middle.y, 800 * std::sin(3 * 3.14159265 / 180), 3);  // what was turned clockwise is lower on the right
}

TEST(Turns, AreToldByLinesOfLetters) {
  Raster page(1200, 1600);
  for (int line = 0; line < 20; ++line) DrawLine(&page, 100, 100 + line * 65, 20, 42);
  EXPECT_EQ(TurnsToUpright(page, 300), 0);
  EXPECT_EQ(TurnsToUpright(QuarterTurned(page, 1), 300), 1);
  EXPECT_EQ(TurnsToUpright(QuarterTurned(page, 3), 300), 1);
  EXPECT_EQ(TurnsToUpright(Form(), 300), 0);
  EXPECT_EQ(TurnsToUpright(QuarterTurned(Form(), 3), 300), 1);
  EXPECT_EQ(TurnsToUpright(Raster(400, 300), 300), 0);
}

}  // namespace
}  // namespace tabularium
