#include "read/inner_boxes.h"
#include "read/page_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace tabularium {
namespace {

std::string Shown(std::vector<Ruling> rulings) {
  std::string out;
  for (const Ruling& r : rulings)
    out += std::to_string(static_cast<int>(r.box.x0)) + "," + std::to_string(static_cast<int>(r.box.y0)) + "-" +
           std::to_string(static_cast<int>(r.box.x1)) + "," + std::to_string(static_cast<int>(r.box.y1)) + (r.broken ? " broken\n" : "\n");
  return out;
}

Box Dot(int x, int y) {
  return {0, static_cast<float>(x), static_cast<float>(y), static_cast<float>(x + 1), static_cast<float>(y + 1)};
}

// A frame of dots, two points apart: three lines across, two down.
std::vector<Box> DottedFrame() {
  std::vector<Box> dots;
  for (int y : {10, 50, 90})
    for (int x = 10; x <= 110; x += 2) dots.push_back(Dot(x, y));
  for (int x : {10, 110})
    for (int y = 12; y < 90; y += 2) dots.push_back(Dot(x, y));
  return dots;
}

// The four sides of a box, as thick as a point.
void AddBox(float x0, float y0, float x1, float y1, std::vector<Ruling>* pieces) {
  for (const float y : {y0, y1}) pieces->push_back({{0, x0, y, x1, y + 1}, false});
  for (const float x : {x0, x1}) pieces->push_back({{0, x, y0, x + 1, y1 + 1}, false});
}

TEST(InnerBoxes, GoWhereTheyStandWithinACell) {
  std::vector<Ruling> cells;
  for (const float x : {0.0f, 100.0f}) AddBox(x, 0, x + 100, 20, &cells);
  auto with = [&](float x0, float y0, float x1, float y1, float wall = 0) {
    std::vector<Ruling> pieces = cells;
    AddBox(x0, y0, x1, y1, &pieces);
    if (wall > 0) pieces.push_back({{0, wall, y0, wall + 1, y1}, false});
    DropInnerBoxes(&pieces);
    return pieces.size() - cells.size();
  };
  EXPECT_EQ(with(3, 2, 60, 18), 0u);
  EXPECT_EQ(with(3, 0, 60, 18), 4u) << "its top is the cell's";
  EXPECT_EQ(with(60, 2, 140, 18), 4u) << "over two cells";
  EXPECT_EQ(with(3, 2, 60, 18, 30), 5u) << "of two cells";
}

TEST(InnerBoxes, StayWhereEveryCellIsABox) {
  std::vector<Ruling> pieces;
  AddBox(0, 0, 305, 47, &pieces);
  for (const float x : {3.0f, 104.0f, 205.0f})
    for (const float y : {3.0f, 25.0f}) AddBox(x, y, x + 98, y + 19, &pieces);
  const size_t drawn = pieces.size();
  DropInnerBoxes(&pieces);
  EXPECT_EQ(pieces.size(), drawn);
}

TEST(JoinLines, MakesLinesOfDotsInWhateverOrderTheyAreDrawn) {
  std::vector<Box> dots = DottedFrame();
  const std::string lines = Shown(JoinLines({}, dots));
  EXPECT_EQ(lines, "10,10-111,13 broken\n10,50-111,53 broken\n10,90-111,91 broken\n10,10-13,91 broken\n110,10-111,91 broken\n");  // with what crosses them nearby
  std::reverse(dots.begin(), dots.end());
  EXPECT_EQ(Shown(JoinLines({}, dots)), lines);
  std::mt19937 random(7);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(dots.begin(), dots.end(), random);
    EXPECT_EQ(Shown(JoinLines({}, dots)), lines);
  }
}

TEST(JoinLines, JoinsPiecesInWhateverOrderTheyAreDrawn) {
  std::vector<Ruling> pieces;
  for (int row = 0; row < 8; ++row)
    for (int column = 0; column < 9; ++column) {
      const auto x = static_cast<float>(10 + 40 * column), y = static_cast<float>(10 + 20 * row);
      pieces.push_back({{0, x, y, x + 40, y + 0.5f}, false});
      pieces.push_back({{0, x, y, x + 0.5f, y + 20}, false});
    }
  const std::string lines = Shown(JoinLines(pieces, {}));
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 8 + 9);
  std::mt19937 random(7);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(pieces.begin(), pieces.end(), random);
    EXPECT_EQ(Shown(JoinLines(pieces, {})), lines);
  }
}

}  // namespace
}  // namespace tabularium
