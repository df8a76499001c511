#include "read/scan/blobs.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "drawn.h"

namespace tabularium {
namespace {

TEST(Blobs, CornersJoinAndSpecksGo) {
  Raster page(100, 60);
  Fill(&page, 10, 10, 20, 20);
  Fill(&page, 20, 20, 40, 25);  // touches at a corner
  Fill(&page, 60, 5, 62, 50);   // a U, whose arms meet late
  Fill(&page, 70, 5, 72, 50);
  Fill(&page, 60, 48, 72, 50);
  Fill(&page, 90, 30, 92, 31);  // a speck
  const PixPtr ink = DarkerThan(page, 128);
  const auto blobs = FindBlobs(ink.get(), 5);
  ASSERT_EQ(blobs.size(), 2u);
  const PixelBox u = blobs[0].box, joined = blobs[1].box;  // top down
  EXPECT_EQ(u.width, 12);
  EXPECT_EQ(u.height, 45);
  EXPECT_EQ(joined.x, 10);
  EXPECT_EQ(joined.width, 30);
  EXPECT_EQ(blobs[1].pixels, 200);
  l_uint32 speck = 1;
  pixGetPixel(ink.get(), 90, 30, &speck);
  EXPECT_EQ(speck, 0u);
}

TEST(Dirt, IsWhatHasNoLettersNear) {
  Raster page(400, 200);
  Fill(&page, 20, 20, 50, 60);     // a digit,
  Fill(&page, 56, 54, 60, 60);     // its point,
  Fill(&page, 200, 100, 205, 105);  // and dirt, alone
  Fill(&page, 300, 150, 305, 154);  // or in company
  Fill(&page, 310, 150, 315, 154);
  const PixPtr ink = DarkerThan(page, 128);
  std::vector<Blob> blobs = FindBlobs(ink.get(), 5);
  EXPECT_EQ(TakeDirt(9, 24, &blobs).size(), 3u);
  ASSERT_EQ(blobs.size(), 2u);
  EXPECT_EQ(blobs[1].box.x, 56);
}

TEST(Dirt, IsNoPointOfFullWidthFigures) {
  Raster page(400, 200);
  Fill(&page, 20, 20, 40, 60);
  Fill(&page, 80, 54, 86, 60);
  Fill(&page, 140, 20, 160, 60);
  Fill(&page, 230, 54, 236, 60);  // behind the last: dirt
  std::vector<Blob> blobs = FindBlobs(DarkerThan(page, 128).get(), 5);
  EXPECT_EQ(TakeDirt(9, 24, &blobs).size(), 1u);
  EXPECT_EQ(blobs.size(), 3u);
}

TEST(Blobs, NoiseIsNoInk) {
  const int side = 2500;
  PixPtr ink(pixCreate(side, side, 1));
  l_uint32* words = pixGetData(ink.get());
  for (int i = 0; i < side * pixGetWpl(ink.get()); ++i) words[i] = 0xAAAAAAAA;  // more runs than any page of letters
  EXPECT_TRUE(FindBlobs(ink.get(), 1).empty());
  l_int32 none = 0;
  pixZero(ink.get(), &none);
  EXPECT_EQ(none, 1);
}

}  // namespace
}  // namespace tabularium
