#include "read/scan/crops.h"

#include <gtest/gtest.h>

#include "read/scan/letters_sheet.h"

namespace tabularium {
namespace {

TEST(CropSpot, IsTightAndHasAMargin) {
  ScanSheet sheet = LettersSheet();
  Crop crop = CropSpot(sheet, SpotAt(300, 0, 300, 80));
  ASSERT_TRUE(crop.picture);
  EXPECT_NEAR(crop.ink.x, 383, 4);
  EXPECT_NEAR(crop.ink.width, 150, 8);
  EXPECT_LT(crop.ink.height, 45);
  EXPECT_GE(pixGetWidth(crop.picture.get()), crop.ink.width + 10);
  l_uint32 corner = 0;
  pixGetPixel(crop.picture.get(), 0, 0, &corner);
  EXPECT_EQ(corner, 255u);
}

TEST(CropSpot, NothingButWhiteIsNoCrop) {
  ScanSheet sheet = LettersSheet();
  EXPECT_FALSE(CropSpot(sheet, SpotAt(10, 200, 300, 80)).picture);
  pixSetPixel(sheet.ink.get(), 100, 240, 1);  // a speck
  EXPECT_FALSE(CropSpot(sheet, SpotAt(10, 200, 300, 80)).picture);
}

TEST(CropSpot, AColumnBecomesARowAndItsBoxesGoBack) {
  ScanSheet sheet = LettersSheet();
  SheetSpot spot = SpotAt(640, 0, 70, 320);
  spot.upright = false;
  Crop crop = CropSpot(sheet, spot);
  ASSERT_EQ(crop.parts.size(), 4u);
  EXPECT_GT(pixGetWidth(crop.picture.get()), 3 * pixGetHeight(crop.picture.get()) / 2);
  const Crop::Part& third = crop.parts[2];
  SeenText seen{Recogniser::kChinese, {{"指", {third.x + 2, third.y, 30, 30}, 1, 0, false}}};
  MoveToSheet(crop, &seen);
  EXPECT_EQ(seen.letters[0].box.x, third.from.x + 2);
  EXPECT_EQ(seen.letters[0].box.y, third.from.y);
  EXPECT_NEAR(third.from.y, 137, 8);
}

TEST(IsColumn, TellsByTheInk) {
  ScanSheet sheet = LettersSheet();
  EXPECT_TRUE(IsColumn(sheet, SpotAt(640, 0, 70, 320)));
  EXPECT_FALSE(IsColumn(sheet, SpotAt(380, 0, 22, 80))) << "a digit";
  EXPECT_FALSE(IsColumn(sheet, SpotAt(0, 0, 350, 80)));
  EXPECT_FALSE(IsColumn(sheet, SpotAt(10, 200, 60, 100))) << "nothing";
}

}  // namespace
}  // namespace tabularium
