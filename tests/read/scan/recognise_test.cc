#include "read/scan/recognise.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "read/scan/letters_sheet.h"

namespace tabularium {
namespace {

std::unique_ptr<LetterReader> Reader() {
  static const Vocabulary vocabulary;
  auto reader = LetterReader::Make(vocabulary);
  return reader.has_value() ? std::move(reader.value()) : nullptr;
}

TEST(LetterReader, ReadsSpotsInTheirOrder) {
  ScanSheet sheet = LettersSheet();
  sheet.spots = {SpotAt(0, 0, 350, 80), SpotAt(360, 0, 250, 80), SpotAt(10, 200, 300, 80), SpotAt(360, 90, 200, 80)};
  SheetSpot column = SpotAt(640, 0, 70, 320);
  column.upright = false;
  sheet.spots.push_back(column);
  auto reader = Reader();
  ASSERT_TRUE(reader);
  Page page;
  page.number = 2;
  reader->Read(sheet, &page);
  EXPECT_EQ(page.text, "年度资金总额\n1,499.05\n20台\n绩效指标");
  ASSERT_EQ(page.words.size(), 4u);
  EXPECT_NEAR(page.words[1].box.x0, 383 * 0.24f, 2);
  EXPECT_NEAR(page.words[3].box.y1, 225 * 0.24f, 4);
  EXPECT_GT(page.words[1].legibility, 0.7f);
  EXPECT_LE(page.words[1].legibility, 1);
}

TEST(LetterReader, KeepsAllReadingsOfANumber) {
  ScanSheet sheet = LettersSheet();
  sheet.spots = {SpotAt(0, 0, 350, 80), SpotAt(360, 0, 250, 80)};
  Page page;
  auto reader = Reader();
  ASSERT_TRUE(reader);
  reader->Read(sheet, &page);
  std::vector<std::string> number;
  for (const Recognition& reading : page.readings)
    if (reading.box.x0 == 360 * 0.24f) number.push_back(reading.text);
  ASSERT_GE(number.size(), 2u);
  EXPECT_EQ(number[0], "1,499.05");
  EXPECT_LT(number.size(), page.readings.size()) << "the label has its reading too";
}

// Below ≥90% stands 20台, as if a value were wrapped.
TEST(LetterReader, SignsOfWrappedFiguresAreRead) {
  ScanSheet cells = LettersSheet(), sheet;
  const std::string file = TABULARIUM_SOURCE_DIR "/tests/read/scan/pictures/at-least.png";
  const PixPtr top(pixConvertTo8(PixPtr(pixRead(file.c_str())).get(), 0));
  const int width = std::max(300, pixGetWidth(top.get())), height = pixGetHeight(top.get());
  sheet.grey.reset(pixCreate(width, height + 80, 8));
  pixSetAllGray(sheet.grey.get(), 255);
  pixRasterop(sheet.grey.get(), 0, 0, pixGetWidth(top.get()), height, PIX_SRC, top.get(), 0, 0);
  pixRasterop(sheet.grey.get(), 0, height, 200, 80, PIX_SRC, cells.grey.get(), 360, 90);
  sheet.ink.reset(pixThresholdToBinary(sheet.grey.get(), 128));
  sheet.dots = 300;
  sheet.spots = {SpotAt(0, 0, width, height + 80)};
  sheet.spots[0].lines = 2;
  Page page;
  auto reader = Reader();
  ASSERT_TRUE(reader);
  reader->Read(sheet, &page);
  ASSERT_FALSE(page.readings.empty());
  std::string first = page.readings[0].text;
  std::erase(first, ' ');
  EXPECT_EQ(first, "≥90%\n20台");
  EXPECT_TRUE(std::any_of(page.readings.begin(), page.readings.end(), [](const Recognition& r) { return r.by == Recogniser::kSmallOne; }));
}

TEST(LetterReader, TrialTellsAPageUpsideDown) {
  ScanSheet sheet = LettersSheet();
  sheet.spots = {SpotAt(0, 0, 350, 80), SpotAt(0, 90, 350, 80)};
  auto reader = Reader();
  ASSERT_TRUE(reader);
  const float upright = reader->Trial(sheet);
  const int width = pixGetWidth(sheet.grey.get()), height = pixGetHeight(sheet.grey.get());
  for (PixPtr* pix : {&sheet.grey, &sheet.ink}) pixRotate180(pix->get(), pix->get());
  for (SheetSpot& spot : sheet.spots) spot.box.x = width - spot.box.x - spot.box.width, spot.box.y = height - spot.box.y - spot.box.height;
  EXPECT_GT(upright, 0.85f);
  EXPECT_LT(reader->Trial(sheet), upright - 0.1f);
  sheet.spots.clear();
  EXPECT_EQ(reader->Trial(sheet), 0);
}

// Few letters, or dirt beside them, may read better upside down than upright.
TEST(LetterReader, AWordingOfAFormStandsUpright) {
  Vocabulary vocabulary;
  KnownWord word;
  word.key = word.text = "年度资金总额", word.roles = kIsLabel;
  vocabulary.ids[word.key] = 0;
  vocabulary.longest = word.key.size();
  vocabulary.words.push_back(word);
  auto made = LetterReader::Make(vocabulary);
  ASSERT_TRUE(made.has_value());
  ScanSheet sheet = LettersSheet();
  for (int i = 0; i < 6; ++i) sheet.spots.push_back(SpotAt(10 + 45 * i, 10, 30, 20));  // upper halves of letters
  sheet.spots.push_back(SpotAt(0, 0, 350, 80));
  for (SheetSpot& spot : sheet.spots) spot.ink = spot.box;
  EXPECT_EQ(made.value()->Trial(sheet), 1);
  EXPECT_LT(Reader()->Trial(sheet), 1);
}

}  // namespace
}  // namespace tabularium
