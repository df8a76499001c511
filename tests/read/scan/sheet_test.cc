#include "read/scan/sheet.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <random>

#include "drawn.h"

namespace tabularium {
namespace {

Raster Form() {
  Raster page(2480, 3508);
  Draw(&page, {.x = 250, .y = 500, .columns = 5, .rows = 20, .width = 400, .height = 110, .letters = 6, .size = 44});
  DrawLine(&page, 800, 250, 12, 70);
  return page;
}

size_t Cells(const ScanSheet& sheet) {
  return static_cast<size_t>(std::count_if(sheet.spots.begin(), sheet.spots.end(), [](const SheetSpot& s) { return s.cell; }));
}

ScanSheet SheetOf(const Raster& page, float dots) {
  const PixPtr pix = ToPix(page);
  return MakeSheet(pix.get(), dots);
}

TEST(Sheet, OfAFormHasItsCellsAndTitle) {
  const ScanSheet sheet = SheetOf(Form(), 300);
  EXPECT_EQ(Cells(sheet), 100u);
  ASSERT_EQ(sheet.spots.size(), 101u);
  EXPECT_FALSE(sheet.spots[0].cell);
  EXPECT_EQ(sheet.dots, 300);
  EXPECT_EQ(sheet.turns, 0);
  EXPECT_EQ(sheet.rulings.size(), 27u);
  for (const SheetSpot& spot : sheet.spots) EXPECT_FALSE(spot.empty);
  EXPECT_EQ(pixGetDepth(sheet.grey.get()), 8);
  EXPECT_EQ(pixGetDepth(sheet.ink.get()), 1);
}

TEST(Sheet, RulesAreTakenOut) {
  const ScanSheet sheet = SheetOf(Form(), 300);
  l_uint32 value = 0;
  pixGetPixel(sheet.grey.get(), 252, 800, &value);
  EXPECT_EQ(value, kPaper);
}

TEST(Sheet, DirtIsTakenOut) {
  Raster page = Form();
  Fill(&page, 2300, 3000, 2306, 3007);
  const ScanSheet sheet = SheetOf(page, 300);
  l_uint32 value = 0;
  pixGetPixel(sheet.grey.get(), 2303, 3003, &value);
  EXPECT_EQ(value, kPaper);
  EXPECT_EQ(sheet.spots.size(), 101u);
}

TEST(Sheet, DamageChangesNoCell) {
  Raster page = Rotated(Form(), 1.8);
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x) page.Row(y)[x] = static_cast<uint8_t>(page.Row(y)[x] * (240 - x / 40) / 255);
  AddGrain(&page, 10, 3);
  Fill(&page, 0, 0, 60, page.height, 15);
  EXPECT_EQ(Cells(SheetOf(page, 300)), 100u);
}

TEST(Sheet, QuarterTurnsAreUndone) {
  const ScanSheet sheet = SheetOf(QuarterTurned(Form(), 3), 300);
  EXPECT_EQ(sheet.turns, 1);
  EXPECT_EQ(Cells(sheet), 100u);
}

struct Claim {
  const char* name;
  float said;
};
class Dots : public testing::TestWithParam<Claim> {};

TEST_P(Dots, AreTheLettersWhereTheFileSaysNothingPlausible) {
  const ScanSheet sheet = SheetOf(Form(), GetParam().said);
  EXPECT_NEAR(sheet.dots, 300, 60);
  EXPECT_EQ(Cells(sheet), 100u);
}

INSTANTIATE_TEST_SUITE_P(All, Dots, testing::Values(Claim{"nothing", 0}, Claim{"screen", 72}, Claim{"absurd", 1e6f}, Claim{"negative", -300}),
                         [](const auto& of) { return std::string(of.param.name); });

TEST(Sheet, FinerPicturesAreMadeSmaller) {
  const PixPtr form = ToPix(Form());
  const PixPtr fine(pixScale(form.get(), 2, 2));
  const ScanSheet sheet = MakeSheet(fine.get(), 600);
  EXPECT_NEAR(sheet.dots, 300, 1);
  EXPECT_NEAR(pixGetWidth(sheet.grey.get()), 2480, 2);
  EXPECT_EQ(Cells(sheet), 100u);
}

TEST(Sheet, AnyDepthWillDo) {
  const PixPtr grey = ToPix(Form());
  const PixPtr one(pixConvertTo1(grey.get(), 128)), two(pixConvertTo2(grey.get())), four(pixConvertTo4(grey.get())), colour(pixConvertTo32(grey.get()));
  const PixPtr deep(pixConvert8To16(grey.get(), 8)), mapped(pixConvertGrayToColormap(grey.get())), clear(pixAddAlphaToBlend(colour.get(), 1, 0));
  for (const PixPtr* pix : {&one, &two, &four, &colour, &deep, &mapped, &clear}) {
    ASSERT_TRUE(*pix);
    EXPECT_EQ(Cells(MakeSheet(pix->get(), 300)), 100u) << pixGetDepth(pix->get());
  }
}

// Nothing is invented on what is no form, and nothing takes long.
TEST(Sheet, BlankPagesHaveNoSpots) {
  Raster page(2480, 3508, 240);
  EXPECT_TRUE(SheetOf(page, 300).spots.empty());
  AddGrain(&page, 6, 1);
  EXPECT_TRUE(SheetOf(page, 300).spots.empty());
  EXPECT_TRUE(SheetOf(Raster(2480, 3508, 0), 300).spots.empty());
}

TEST(Sheet, PhotographsHaveNoCells) {
  Raster page(2480, 3508);
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x)
      page.Row(y)[x] = static_cast<uint8_t>(128 + 60 * std::sin(x / 90.0) * std::cos(y / 130.0) + 50 * std::sin((x + y) / 35.0));
  AddGrain(&page, 12, 2);
  const ScanSheet sheet = SheetOf(page, 300);
  EXPECT_EQ(Cells(sheet), 0u);
  EXPECT_LT(sheet.spots.size(), 40u);
}

TEST(Sheet, SpeckleHasNoSpots) {
  std::mt19937 random(7);
  Raster page(2480, 3508);
  for (uint8_t& p : page.pixels) p = random() % 2 ? 0 : 255;
  const ScanSheet sheet = SheetOf(page, 300);
  EXPECT_EQ(Cells(sheet), 0u);
  EXPECT_LT(sheet.spots.size(), 40u);
}

TEST(Sheet, TinyAndThinPicturesAreStood) {
  for (auto [width, height] : {std::pair{1, 1}, {2, 300}, {300, 2}, {31, 33}, {5000, 3}})
    for (float dots : {0.0f, 300.0f}) EXPECT_EQ(Cells(SheetOf(Raster(width, height, 100), dots)), 0u) << width << " × " << height;
}

TEST(Sheet, HugePicturesAreMadeSmaller) {
  const PixPtr huge(pixCreate(14000, 14000, 1));
  const ScanSheet sheet = MakeSheet(huge.get(), 0);
  EXPECT_TRUE(sheet.spots.empty());
  EXPECT_LT(pixGetWidth(sheet.grey.get()), 7000);
}

}  // namespace
}  // namespace tabularium
