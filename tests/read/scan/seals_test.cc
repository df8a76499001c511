#include "read/scan/seals.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "drawn.h"

namespace tabularium {
namespace {

struct Ink {
  int red, green, blue;
};

// A page with letters and a ring of the given ink over them, its middle at (600, 500).
PixPtr Stamped(Ink ink, int radius) {
  Raster letters(1200, 1000);
  DrawLine(&letters, 400, 480, 10, 40);
  const PixPtr grey = ToPix(letters);
  PixPtr page(pixConvertTo32(grey.get()));
  for (int y = -radius; y <= radius; ++y)
    for (int x = -radius; x <= radius; ++x) {
      const double r = std::hypot(x, y);
      if (r > radius || (r < 0.85 * radius && std::abs(x) + std::abs(y) > 0.3 * radius)) continue;
      if (letters.Row(500 + y)[600 + x] == kPaper) pixSetRGBPixel(page.get(), 600 + x, 500 + y, ink.red, ink.green, ink.blue);
    }
  return page;
}

struct Case {
  const char* name;
  Ink ink;
  int radius;
  bool seal;
};

class Seals : public testing::TestWithParam<Case> {};

TEST_P(Seals, AreTakenOutAndLettersStay) {
  const PixPtr page = Stamped(GetParam().ink, GetParam().radius);
  std::vector<Seal> seals;
  const Raster grey = GreyWithoutSeals(page.get(), 300, &seals);
  ASSERT_EQ(seals.size(), GetParam().seal ? 1u : 0u);
  EXPECT_LE(grey.Row(481)[415], 10);  // a letter's stroke
  const int ink = grey.Row(500 - static_cast<int>(0.9 * GetParam().radius))[600];
  if (!GetParam().seal) {
    EXPECT_LE(ink, 170);
    return;
  }
  EXPECT_GE(ink, 190);
  EXPECT_NEAR(seals[0].box.x, 600 - GetParam().radius, 20);
  EXPECT_NEAR(seals[0].box.width, 2 * GetParam().radius, 40);
  auto inked = [&](int x, int y) {
    return std::any_of(seals[0].ink.begin(), seals[0].ink.end(),
                       [&](const PixelBox& b) { return b.x <= x && x < b.x + b.width && b.y <= y && y < b.y + b.height; });
  };
  EXPECT_TRUE(inked(600, 500 - static_cast<int>(0.92 * GetParam().radius))) << "the ring";
  EXPECT_FALSE(inked(600, 500 - static_cast<int>(0.6 * GetParam().radius))) << "the paper within it";
}

INSTANTIATE_TEST_SUITE_P(All, Seals,
                         testing::Values(Case{"red", {215, 40, 45}, 230, true}, Case{"blue", {50, 80, 205}, 230, true},
                                         Case{"black", {30, 30, 30}, 230, false}, Case{"a_small_mark", {215, 40, 45}, 60, false}),
                         [](const auto& of) { return std::string(of.param.name); });

TEST(SealsOf, ALineOfRedLettersIsNone) {
  Raster letters(2000, 400);
  DrawLine(&letters, 100, 100, 30, 50);
  PixPtr page(pixCreate(2000, 400, 32));
  for (int y = 0; y < 400; ++y)
    for (int x = 0; x < 2000; ++x)
      if (letters.Row(y)[x] == kPaper)
        pixSetRGBPixel(page.get(), x, y, 255, 255, 255);
      else
        pixSetRGBPixel(page.get(), x, y, 210, 30, 30);
  std::vector<Seal> seals;
  const Raster grey = GreyWithoutSeals(page.get(), 300, &seals);
  EXPECT_TRUE(seals.empty());
  EXPECT_LE(grey.Row(102)[120], 120);
}

}  // namespace
}  // namespace tabularium
