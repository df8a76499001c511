#include "read/scan/wide_figures.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

namespace tabularium {
namespace {

struct Letter {
  int x, width, height = 40;
};

// A line of black letters on a picture that stands at (1000, 500) of the sheet.
Crop Line(std::initializer_list<Letter> letters) {
  Crop crop{PixPtr(pixCreate(300, 80, 8)), {{PixelBox{1000, 500, 280, 60}, 10, 10}}, {}};
  pixSetAllGray(crop.picture.get(), 255);
  for (const auto& [x, width, height] : letters) pixRasterop(crop.picture.get(), x, 60 - height, width, height, PIX_CLR, nullptr, 0, 0);
  return crop;
}

int Width(Crop crop) {
  NarrowWideFigures({&crop, 1});
  return pixGetWidth(crop.picture.get());
}

TEST(WideFigures, AreDrawnTogether) {
  EXPECT_LT(Width(Line({{20, 26}, {70, 26}, {112, 8, 8}, {170, 26}})), 245);
  EXPECT_EQ(Width(Line({{20, 26}, {70, 26}})), 300) << "a blank may part two";
  EXPECT_EQ(Width(Line({{20, 26}, {50, 26}, {100, 26}, {150, 26}})), 300) << "two stand near";
  EXPECT_LT(Width(Line({{20, 26, 8}, {50, 26, 8}, {90, 26}, {140, 26}, {190, 26}})), 290) << "signs before them may stand near";
  EXPECT_EQ(Width(Line({{20, 38}, {70, 38}, {120, 38}})), 300) << "as wide as Han letters";
}

TEST(WideFigures, LinesOfACellTellTogether) {
  Crop lines[] = {Line({{20, 26}, {70, 26}}), Line({{20, 26}, {70, 8, 8}}), Line({{20, 26}})};
  NarrowWideFigures(lines);
  EXPECT_LT(pixGetWidth(lines[0].picture.get()), 300);
  EXPECT_LT(pixGetWidth(lines[1].picture.get()), 300);
  EXPECT_EQ(pixGetWidth(lines[2].picture.get()), 300);
  Crop others[] = {Line({{20, 26}, {70, 26}}), Line({{20, 26}, {50, 26}})};
  NarrowWideFigures(others);
  EXPECT_EQ(pixGetWidth(others[0].picture.get()), 300) << "two stand near in another line";
}

TEST(WideFigures, LettersGetBackToTheirPlaces) {
  Crop crop = Line({{20, 26}, {70, 26}, {120, 26}, {260, 30}});
  NarrowWideFigures({&crop, 1});
  PixPtr ink(pixThresholdToBinary(crop.picture.get(), 128));
  Boxa* boxes = pixConnCompBB(ink.get(), 8);
  Boxa* sorted = boxaSort(boxes, L_SORT_BY_X, L_SORT_INCREASING, nullptr);
  SeenText seen;
  for (int i = 0; i < boxaGetCount(sorted); ++i) {
    PixelBox box;
    boxaGetBoxGeometry(sorted, i, &box.x, &box.y, &box.width, &box.height);
    seen.letters.push_back({"1", box, 1, 0, false});
  }
  boxaDestroy(&boxes);
  boxaDestroy(&sorted);
  MoveToSheet(crop, &seen);
  ASSERT_EQ(seen.letters.size(), 4u);
  const int at[] = {20, 70, 120, 260};
  for (size_t i = 0; i < 4; ++i) EXPECT_EQ(seen.letters[i].box.x, 990 + at[i]);
  EXPECT_EQ(seen.letters[0].box.y, 510);
  EXPECT_EQ(TextOf(seen), "111 1") << "no blank where they were drawn together";
}

}  // namespace
}  // namespace tabularium
