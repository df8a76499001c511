#include "read/scan/light.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "drawn.h"

namespace tabularium {
namespace {

TEST(EvenLight, PaperIsWhiteAndLettersStayDark) {
  Raster page(900, 600);
  DrawLine(&page, 100, 100, 10, 40);
  DrawLine(&page, 100, 400, 10, 40);
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x) page.Row(y)[x] = static_cast<uint8_t>(page.Row(y)[x] * (250 - x / 8 - y / 10) / 255);  // to 35 per cent less
  EvenLight(&page);
  for (int y : {50, 300, 550})
    for (int x : {20, 450, 880}) EXPECT_GE(page.Row(y)[x], 245) << x << ", " << y;
  EXPECT_LE(page.Row(402)[120], 10);
}

TEST(EvenLight, AShadedCellBecomesPaper) {
  Raster page(600, 400);
  Fill(&page, 100, 100, 500, 300, 190);
  DrawLine(&page, 200, 180, 4, 40);
  EvenLight(&page);
  EXPECT_GE(page.Row(150)[300], 245);
  EXPECT_LE(page.Row(182)[210], 10);
}

TEST(CutDarkAreas, BordersAndHolesGoButRulesStay) {
  Raster page(1200, 1600);
  Fill(&page, 0, 0, 70, 1600, 20);
  for (int y = -40; y <= 40; ++y)
    for (int x = -40; x <= 40; ++x)
      if (x * x + y * y <= 33 * 33) page.Row(500 + y)[150 + x] = 25;
  Draw(&page, {.x = 40, .y = 800, .columns = 3, .rows = 2});  // a table that runs into the border
  CutDarkAreas(300, &page);
  EXPECT_EQ(page.Row(200)[30], kPaper);
  EXPECT_EQ(page.Row(500)[150], kPaper);
  EXPECT_EQ(page.Row(500)[180], kPaper);
  EXPECT_EQ(page.Row(802)[300], 0);
  EXPECT_EQ(page.Row(850)[642], 0);
}

TEST(CutDarkAreas, NoRowOrColumnIsLeft) {
  Raster page(1203, 1601);
  Fill(&page, 1140, 0, 1203, 1601, 20);
  Fill(&page, 0, 1540, 1203, 1601, 20);
  CutDarkAreas(300, &page);
  for (int x = 0; x < page.width; ++x) EXPECT_EQ(page.Row(1600)[x], kPaper) << x;
  for (int y = 0; y < page.height; ++y) EXPECT_EQ(page.Row(y)[1202], kPaper) << y;
}

TEST(CutDarkAreas, AStripOfTwoPixelsGoes) {
  Raster page(1203, 1601);
  Fill(&page, 0, 0, 2, 1601, 20);
  CutDarkAreas(300, &page);
  EXPECT_EQ(std::count(page.pixels.begin(), page.pixels.end(), kPaper), 1203 * 1601);
}

TEST(CutDarkAreas, BoldLettersStay) {
  Raster page(600, 300);
  Fill(&page, 100, 100, 300, 118, 0);  // a stroke of a title: 4 points
  const Raster before = page;
  CutDarkAreas(300, &page);
  EXPECT_EQ(page.pixels, before.pixels);
}

}  // namespace
}  // namespace tabularium
