#include "read/scan/raster.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <array>

namespace tabularium {
namespace {

Raster Numbered(int width, int height) {
  Raster out(width, height);
  for (size_t i = 0; i < out.pixels.size(); ++i) out.pixels[i] = static_cast<uint8_t>(i * 7);
  return out;
}

TEST(Raster, GoesToLeptonicaAndBack) {
  const Raster page = Numbered(37, 5);  // no whole number of words
  const PixPtr pix = ToPix(page);
  l_uint32 value = 0;
  pixGetPixel(pix.get(), 35, 3, &value);
  EXPECT_EQ(value, page.Row(3)[35]);
  EXPECT_EQ(FromPix(pix.get()).pixels, page.pixels);
}

TEST(Raster, DarkPixelsAreSetAcrossWords) {
  Raster page(70, 2);
  page.Row(1)[0] = page.Row(1)[31] = page.Row(1)[32] = page.Row(1)[69] = 99;
  const PixPtr dark = DarkerThan(page, 100);
  l_int32 count = 0;
  pixCountPixels(dark.get(), &count, nullptr);
  EXPECT_EQ(count, 4);
  for (int x : {0, 31, 32, 69}) {
    l_uint32 bit = 0;
    pixGetPixel(dark.get(), x, 1, &bit);
    EXPECT_EQ(bit, 1u) << x;
  }
  Whiten(dark.get(), &page);
  EXPECT_EQ(page.pixels, Raster(70, 2).pixels);
}

TEST(Raster, QuartersTurnClockwise) {
  Raster page(3, 2);
  page.Row(0)[0] = 1, page.Row(0)[2] = 2, page.Row(1)[2] = 3;
  const Raster once = QuarterTurned(page, 1);
  EXPECT_EQ(once.width, 2);
  EXPECT_EQ(once.Row(0)[1], 1);
  EXPECT_EQ(once.Row(2)[1], 2);
  EXPECT_EQ(once.Row(2)[0], 3);
  EXPECT_EQ(QuarterTurned(once, 1).pixels, QuarterTurned(page, 2).pixels);
  EXPECT_EQ(QuarterTurned(once, 2).pixels, QuarterTurned(page, 3).pixels);
  EXPECT_EQ(QuarterTurned(once, 3).pixels, page.pixels);
}

TEST(Raster, HalvesTakeMeans) {
  Raster page(4, 3);
  page.Row(0)[0] = 0, page.Row(1)[1] = 55;
  const Raster half = Halved(page);
  EXPECT_EQ(half.width, 2);
  EXPECT_EQ(half.height, 1);
  EXPECT_EQ(half.Row(0)[0], (0 + 255 + 255 + 55 + 2) / 4);
  EXPECT_EQ(half.Row(0)[1], 255);
}

TEST(Raster, HomographyTakesCornersToCorners) {
  const std::array<PlanePoint, 4> from{{{0, 0}, {100, 0}, {100, 80}, {0, 80}}}, to{{{3, 5}, {90, -4}, {110, 77}, {-6, 92}}};
  Homography plan;
  ASSERT_TRUE(Solve(from, to, &plan));
  for (size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(Apply(plan, from[i]).x, to[i].x, 1e-6);
    EXPECT_NEAR(Apply(plan, from[i]).y, to[i].y, 1e-6);
  }
  EXPECT_FALSE(Solve({{{0, 0}, {1, 1}, {2, 2}, {3, 3}}}, to, &plan));
}

TEST(Raster, WarpedFillsWithPaper) {
  Raster page(50, 40, 20);
  const Raster moved = Warped(page, {1, 0, -10, 0, 1, 0, 0, 0}, 50, 40);
  EXPECT_EQ(moved.Row(20)[5], kPaper);
  EXPECT_EQ(moved.Row(20)[30], 20);
}

}  // namespace
}  // namespace tabularium
