#include "read/scan/missed.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <string>
#include <vector>

namespace tabularium {
namespace {

// Black boxes on white, as letters.
PixPtr Picture(const std::vector<PixelBox>& boxes) {
  PixPtr picture(pixCreate(400, 300, 8));
  pixSetAll(picture.get());
  for (const PixelBox& box : boxes) pixRasterop(picture.get(), box.x, box.y, box.width, box.height, PIX_CLR, nullptr, 0, 0);
  return picture;
}

SeenText Seen(const std::vector<PixelBox>& boxes) {
  SeenText seen;
  int line = -1, y = -1;
  for (const PixelBox& box : boxes) {
    if (box.y != y) ++line, y = box.y;
    seen.letters.push_back({"字", box, 0.9f, line, false});
  }
  return seen;
}

TEST(MissedLines, ALineWithoutALetterIsFound) {
  const std::vector<PixelBox> first = {{20, 20, 40, 40}, {70, 20, 40, 40}}, last = {{100, 80, 40, 40}};
  const PixPtr picture = Picture({first[0], first[1], last[0]});
  const std::vector<PixelBox> missed = MissedLines(picture.get(), Seen(first));
  ASSERT_EQ(missed.size(), 1u);
  EXPECT_EQ(missed[0].x, 100);
  EXPECT_EQ(missed[0].y, 80);
  EXPECT_EQ(missed[0].width, 40);
  EXPECT_TRUE(MissedLines(picture.get(), Seen({first[0], last[0]})).empty());
}

TEST(InkLines, PartsOfALetterAreOfOneLine) {
  const PixPtr picture = Picture({{20, 20, 40, 40}, {70, 20, 40, 40}, {20, 80, 40, 14}, {20, 99, 40, 21}});
  EXPECT_EQ(InkLines(picture.get(), 10).size(), 2u) << "量 on a line of its own";
}

TEST(UnreadInk, IsWhatNoLetterHolds) {
  const std::vector<PixelBox> boxes = {{20, 20, 40, 40}, {70, 20, 40, 40}, {20, 80, 40, 40}, {70, 80, 40, 40}};
  const PixPtr picture = Picture(boxes);
  EXPECT_FLOAT_EQ(UnreadInk(picture.get(), Seen(boxes), 40), 0);
  EXPECT_FLOAT_EQ(UnreadInk(picture.get(), Seen({boxes[2]}), 40), 0.75f);
  EXPECT_FLOAT_EQ(UnreadInk(picture.get(), Seen({{0, 0, 200, 200}}), 40), 1) << "a letter as large as the block";
  EXPECT_FLOAT_EQ(UnreadInk(picture.get(), Seen({{0, 0, 200, 200}}), 0), 0);
  EXPECT_FLOAT_EQ(UnreadInk(Picture({}).get(), {}, 40), 0);
}

TEST(MissedLines, SpecksAndRestsOfRulesAreNone) {
  const std::vector<PixelBox> letters = {{20, 20, 40, 40}};
  const PixPtr picture = Picture({letters[0], {10, 90, 300, 4}, {50, 120, 6, 6}});
  EXPECT_TRUE(MissedLines(picture.get(), Seen(letters)).empty());
}

TEST(MissedLines, WhereNothingWasSeenNothingIsMissed) { EXPECT_TRUE(MissedLines(Picture({{20, 20, 40, 40}}).get(), {}).empty()); }

// Four rows of two letters each; the letters of one row were hard to read.
SeenText FourRows(int hard, std::vector<PixelBox>* boxes) {
  for (int y = 20; y < 220; y += 50)
    for (int x : {20, 70}) boxes->push_back({x, y, 40, 40});
  SeenText seen = Seen(*boxes);
  for (SeenLetter& letter : seen.letters) letter.certainty = letter.line == hard ? 0.5f : 0.99f;
  return seen;
}

std::vector<std::vector<int>> NumbersOf(const std::vector<HardLine>& lines) {
  std::vector<std::vector<int>> numbers;
  for (const HardLine& line : lines) numbers.push_back(line.lines);
  return numbers;
}

TEST(HardLines, AreTheHardOneAndItsNeighboursFromTheLast) {
  std::vector<PixelBox> boxes;
  const SeenText seen = FourRows(1, &boxes);
  EXPECT_EQ(NumbersOf(HardLines(Picture(boxes).get(), seen)), (std::vector<std::vector<int>>{{2}, {1}, {0}}));
  std::vector<PixelBox> again;
  EXPECT_TRUE(HardLines(Picture(boxes).get(), FourRows(-1, &again)).empty());
}

TEST(HardLines, RowsThatWereTakenForOneAreTwo) {
  std::vector<PixelBox> boxes;
  SeenText seen = FourRows(1, &boxes);
  std::erase_if(seen.letters, [](const SeenLetter& letter) { return letter.line == 2; });
  for (SeenLetter& letter : seen.letters)
    if (letter.line == 1) letter.box.height = 80;  // over two rows
  const std::vector<HardLine> hard = HardLines(Picture(boxes).get(), seen);
  EXPECT_EQ(NumbersOf(hard), (std::vector<std::vector<int>>{{}, {1}, {0}}));
  SeenText mended = seen;
  for (const HardLine& line : hard) {
    SeenText row;
    row.letters.push_back({line.lines.empty() ? "新" : "又", line.box, 0.99f, 0, false});
    ReplaceLine(line, row, &mended);
  }
  EXPECT_EQ(TextOf(mended), "又\n又\n新\n字字");
}

TEST(HardLines, ARowThatWasTakenForTwoIsOne) {
  std::vector<PixelBox> boxes;
  SeenText seen = FourRows(-1, &boxes);
  for (SeenLetter& letter : seen.letters) letter.line += letter.line > 1 || (letter.line == 1 && letter.box.x == 70);  // 0 | 1 2 | 3 | 4
  seen.letters.front().certainty = 0.8f;
  const PixPtr picture = Picture(boxes);
  const std::vector<HardLine> hard = HardLines(picture.get(), seen);
  EXPECT_EQ(NumbersOf(hard), (std::vector<std::vector<int>>{{1, 2}, {0}}));
  SeenText row;
  for (const char* letter : {"又", "又"}) row.letters.push_back({letter, {20, hard[0].box.y, 40, 40}, 0.99f, 0, false});
  ReplaceLine(hard[0], row, &seen);
  EXPECT_EQ(TextOf(seen), "字字\n又又\n字字\n字字");
  EXPECT_EQ(seen.letters.back().line, 3);
}

TEST(HardLines, BoxesMayBeTooHigh) {
  std::vector<PixelBox> boxes;
  SeenText seen = FourRows(1, &boxes);
  for (SeenLetter& letter : seen.letters) letter.box.y -= 20, letter.box.height = 80;
  EXPECT_EQ(HardLines(Picture(boxes).get(), seen).size(), 3u);
}

TEST(HardLines, TwoLinesNearestToOneRowAreNotOneWhereAnotherRowHasNone) {
  std::vector<PixelBox> boxes;
  SeenText seen = FourRows(-1, &boxes);
  for (SeenLetter& letter : seen.letters)
    if (letter.line == 2) letter.box.y -= 45;
  for (const HardLine& hard : HardLines(Picture(boxes).get(), seen)) EXPECT_LE(hard.lines.size(), 1u);
}

TEST(HardLines, ARowThatGoesOnIsHardHoweverClearItsLettersAre) {
  std::vector<PixelBox> boxes;
  SeenText seen = FourRows(-1, &boxes);
  boxes.push_back({120, 70, 40, 40});
  const PixPtr picture = Picture(boxes);
  const std::vector<HardLine> hard = HardLines(picture.get(), seen);
  ASSERT_EQ(NumbersOf(hard), (std::vector<std::vector<int>>{{1}}));
  SeenText row;
  for (int x : {20, 70}) row.letters.push_back({"又", {x, 70, 40, 40}, 0.99f, 0, false});
  EXPECT_FALSE(IsBetter(hard[0], row, LinesOf(seen, {1}))) << "its end is missing still";
  row.letters.push_back({"又", {120, 70, 40, 40}, 0.7f, 0, false});
  EXPECT_TRUE(IsBetter(hard[0], row, LinesOf(seen, {1})));
  SeenText wide;  // fewer letters, surer ones, up to the ends
  wide.letters = {{"完", {20, 70, 90, 40}, 0.99f, 0, false}, {"成", {120, 70, 40, 40}, 0.99f, 0, false}};
  SeenText guessed = LinesOf(seen, {1});
  for (SeenLetter& letter : guessed.letters) letter.certainty = 0.9f;
  EXPECT_TRUE(IsBetter(hard[0], wide, guessed));
  EXPECT_FALSE(IsBetter(hard[0], guessed, guessed)) << "no surer, and its end is missing";
}

TEST(HardLines, ARowOfWhichOnlyTheLowerHalfWasReadIsHard) {
  std::vector<PixelBox> boxes;
  SeenText seen = FourRows(-1, &boxes);
  for (SeenLetter& letter : seen.letters)
    if (letter.line == 1) letter.box.y += 18, letter.box.height -= 18;
  const std::vector<HardLine> hard = HardLines(Picture(boxes).get(), seen);
  ASSERT_EQ(NumbersOf(hard), (std::vector<std::vector<int>>{{1}}));
  SeenText whole = LinesOf(seen, {1});
  for (SeenLetter& letter : whole.letters) letter.certainty = 1;
  EXPECT_FALSE(IsBetter(hard[0], whole, LinesOf(seen, {1}))) << "a half still";
  for (SeenLetter& letter : whole.letters) letter.box.y -= 18, letter.box.height += 18;
  EXPECT_TRUE(IsBetter(hard[0], whole, LinesOf(seen, {1})));
}

TEST(CloseGaps, ABlankIsWherePaperIsWhite) {
  const PixPtr picture = Picture({{20, 20, 40, 40}, {100, 20, 40, 40}, {220, 20, 40, 40}});
  SeenText seen = Seen({{20, 20, 8, 40}, {100, 20, 40, 40}, {220, 20, 40, 40}});
  EXPECT_EQ(TextOf(seen), "字 字 字");
  CloseGaps(picture.get(), &seen);
  EXPECT_EQ(TextOf(seen), "字字 字") << "the first letter's box was too narrow";
  EXPECT_EQ(seen.letters[0].box.width, 40);
  SeenText far = Seen({{20, 20, 8, 40}, {220, 20, 40, 40}});
  CloseGaps(picture.get(), &far);
  EXPECT_EQ(far.letters[0].box.width, 8) << "a letter was passed over";
}

TEST(MissesWithin, InkBetweenLettersFarApart) {
  const std::vector<PixelBox> ends = {{20, 20, 40, 40}, {170, 20, 40, 40}};
  EXPECT_TRUE(MissesWithin(Picture({ends[0], {80, 25, 8, 30}, {100, 25, 8, 30}, ends[1]}).get(), Seen(ends)));
  EXPECT_FALSE(MissesWithin(Picture({ends[0], {100, 25, 3, 3}, ends[1]}).get(), Seen(ends))) << "a speck";
  EXPECT_FALSE(MissesWithin(Picture({ends[0], {100, 25, 8, 30}, ends[1]}).get(), Seen({ends[0], {100, 25, 8, 30}, ends[1]}))) << "it was read";
  EXPECT_FALSE(MissesWithin(Picture({ends[0], {100, 85, 8, 30}, ends[1]}).get(), Seen(ends))) << "it stands in another line";
  EXPECT_FALSE(MissesWithin(Picture({}).get(), {}));
}

TEST(MissesAnEnd, InkBesideTheLetters) {
  const std::vector<PixelBox> ink = {{20, 20, 40, 40}, {70, 20, 40, 40}, {120, 20, 40, 40}};
  const PixPtr picture = Picture(ink);
  EXPECT_FALSE(MissesAnEnd(picture.get(), Seen(ink)));
  EXPECT_TRUE(MissesAnEnd(picture.get(), Seen({ink[0], ink[1]})));
  EXPECT_TRUE(MissesAnEnd(picture.get(), Seen({ink[1], ink[2]})));
  EXPECT_FALSE(MissesAnEnd(picture.get(), {}));
}

TEST(InsertLine, GoesWhereItStands) {
  const PixelBox top{20, 20, 40, 40}, middle{20, 80, 40, 40}, bottom{20, 140, 40, 40};
  SeenText seen = Seen({top, bottom});
  SeenText line = Seen({middle});
  line.letters[0].text = "中";
  InsertLine(line, &seen);
  ASSERT_EQ(seen.letters.size(), 3u);
  EXPECT_EQ(seen.letters[1].text, "中");
  EXPECT_EQ(seen.letters[1].line, 1);
  EXPECT_EQ(seen.letters[2].line, 2);
  line.letters[0].box.y = 200;
  InsertLine(line, &seen);
  EXPECT_EQ(seen.letters.back().line, 3);
}

TEST(InsertLine, OneLettersBoxDoesNotSayWhereItsLineStands) {
  const PixelBox high{20, 10, 40, 160}, middle{80, 80, 40, 40}, other{130, 80, 40, 40}, top{20, 20, 40, 40};
  SeenText seen = Seen({high, middle, other});
  for (SeenLetter& letter : seen.letters) letter.line = 0;
  SeenText line = Seen({top});
  line.letters[0].text = "上";
  InsertLine(line, &seen);
  EXPECT_EQ(seen.letters.front().text, "上");
}

}  // namespace
}  // namespace tabularium
