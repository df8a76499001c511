#include "read/scan/spills.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>

#include "drawn.h"
#include "read/scan/spots.h"

namespace tabularium {
namespace {

constexpr int kRule = 500;  // the middle of the rule between two cells, 4 pixels wide
const Lattice kTwoCells{{{500, 300, 700, 4, false}, {900, 300, 700, 4, false}}, {{100, 300, 500, 700, 4}, {500, 300, 900, 700, 4}}, {}, 0};

void DrawRules(Raster* page) {
  for (int x : {kRule, 900}) Fill(page, x - 2, 300, x + 2, 700);
}

// A sheet whose rules were erased as MakeSheet does, and its spots.
struct Sheet {
  Raster grey;
  PixPtr ink;
  std::vector<SheetSpot> spots;

  explicit Sheet(const Raster& page) : grey(page) {
    for (int x : {kRule, 900}) Fill(&grey, x - 5, 300, x + 5, 700, kPaper);
    ink = DarkerThan(grey, 128);
    const std::vector<Blob> blobs = FindBlobs(ink.get(), 14);
    spots = FindSpots(blobs, kTwoCells, {}, 300);
    JoinSpills(page, kTwoCells, blobs, 300, &spots, &grey, ink.get());
  }
};

// Seven letters of 40 pixels, the sixth of which stands on the rule after `cell`.
Raster Spilt(int rule) {
  Raster page(1200, 1000);
  DrawLine(&page, rule - 20 - 5 * 50, 480, 7, 40);
  DrawRules(&page);
  return page;
}

// Nothing of the first cell is beyond its rule.
void ExpectKeptIn(const Sheet& sheet) {
  EXPECT_FALSE(sheet.spots[0].cut);
  EXPECT_EQ(sheet.spots[0].beyond.width, 0);
}

// Five letters that end before the rule.
Raster Kept() {
  Raster page(1200, 1000);
  DrawLine(&page, kRule - 10 - 5 * 50, 480, 5, 40);
  DrawRules(&page);
  return page;
}

TEST(Spills, GoToTheCellWhereTheyBegin) {
  const Sheet sheet(Spilt(kRule));
  ASSERT_EQ(sheet.spots.size(), 2u);
  EXPECT_EQ(sheet.spots[0].beyond.x + sheet.spots[0].beyond.width, kRule - 20 + 50 + 40);
  EXPECT_TRUE(sheet.spots[1].empty);
  EXPECT_FALSE(sheet.spots[0].cut);
}

TEST(Spills, GiveTheLetterOnTheRuleItsInkBack) {
  Raster bare(1200, 1000);
  DrawLine(&bare, kRule - 20 - 5 * 50, 480, 7, 40);
  const Sheet sheet(Spilt(kRule));
  int differ = 0;
  for (int y = 480; y < 520; ++y)
    for (int x = kRule - 5; x < kRule + 5; ++x) {
      l_uint32 dark = 0;
      pixGetPixel(sheet.ink.get(), x, y, &dark);
      differ += (dark == 1) != (bare.Row(y)[x] < 128);
    }
  EXPECT_LT(differ, 120) << "of 400 pixels; black under black is a guess";
}

TEST(Spills, GoOutOfTheTable) {
  const Sheet sheet(Spilt(900));
  ASSERT_GE(sheet.spots.size(), 2u);
  EXPECT_GT(sheet.spots[1].beyond.width, 40);
  for (size_t i = 2; i < sheet.spots.size(); ++i) EXPECT_TRUE(sheet.spots[i].empty);
}

TEST(Spills, IntoOtherLettersAreCut) {
  Raster page = Spilt(kRule);
  DrawLine(&page, kRule + 75, 480, 6, 40);
  const Sheet sheet(page);
  EXPECT_TRUE(sheet.spots[0].cut);
  EXPECT_EQ(sheet.spots[0].beyond.width, 0);
  EXPECT_FALSE(sheet.spots[1].empty);
}

TEST(Spills, NeedInkOnTheRule) {
  Raster page = Kept();
  DrawLine(&page, kRule + 10, 480, 2, 40);
  const Sheet sheet(page);
  ExpectKeptIn(sheet);
  EXPECT_FALSE(sheet.spots[1].empty);
}

TEST(Spills, AreNoRestsOfRules) {
  Raster page = Kept();
  Fill(&page, kRule + 2, 400, kRule + 12, 600);
  ExpectKeptIn(Sheet(page));
}

TEST(Spills, AreReadWithinTheCell) {
  SheetSpot spot;
  spot.box = {100, 300, 390, 400};
  spot.ink = {200, 480, 290, 40};
  spot.beyond = {490, 480, 90, 40};
  SeenText seen{Recogniser::kChinese, {{"1", {200, 480, 40, 40}, 1}, {"0", {540, 480, 40, 40}, 1}}};
  PutIntoCell(spot, &seen);
  EXPECT_EQ(seen.letters[0].box.x, 200);
  EXPECT_LE(seen.letters[1].box.x + seen.letters[1].box.width, 490);
  EXPECT_GT(seen.letters[1].box.x, 400);
}

// A cell at the foot of a table, whose rule is at 700: the line in it ends at `end`, and one of three letters begins at `next`.
SheetSpot AtTheFoot(int end, int next, int note_x = 0) {
  constexpr int kFoot = 700;
  const Lattice lattice{{{kFoot, 100, 500, 4, true}}, {{100, 600, 500, 700, 4}}, {}, 0};
  Raster page(1200, 1000);
  DrawLine(&page, 150, end - 40, 5, 40);
  DrawLine(&page, 200, next, 3, 40);
  if (note_x > 0) DrawLine(&page, note_x, next, 4, 40);
  Raster grey = page;
  Fill(&page, 100, kFoot - 2, 500, kFoot + 2);
  Fill(&grey, 100, kFoot - 5, 500, kFoot + 5, kPaper);
  const PixPtr ink = DarkerThan(grey, 128);
  const std::vector<Blob> blobs = FindBlobs(ink.get(), 14);
  std::vector<SheetSpot> spots = FindSpots(blobs, lattice, {}, 300);
  JoinSpills(page, lattice, blobs, 300, &spots, &grey, ink.get());
  return *std::find_if(spots.begin(), spots.end(), [](const SheetSpot& spot) { return spot.cell; });
}

TEST(Spills, GoOnBelowTheFootOfATable) {
  const SheetSpot crossing = AtTheFoot(660, 690);
  EXPECT_EQ(crossing.lines, 2);
  EXPECT_EQ(crossing.ink.y + crossing.ink.height, 730);
  EXPECT_EQ(AtTheFoot(660, 740).lines, 1) << "a note below the table";
  EXPECT_EQ(AtTheFoot(660, 690, 380).lines, 1) << "a line that is wider than the cell";
}

}  // namespace
}  // namespace tabularium
