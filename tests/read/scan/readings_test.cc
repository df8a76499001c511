#include "read/scan/readings.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace tabularium {
namespace {

struct KindCase {
  const char* text;
  SpotKind kind;
};

TEST(KindOf, TellsWhatASpotHolds) {
  const KindCase cases[] = {
      {"1,499.05", SpotKind::kNumber}, {"2023-01-01", SpotKind::kNumber}, {"100%", SpotKind::kNumber},
      {"20台", SpotKind::kShort},      {"<7306", SpotKind::kNumber},      {"口", SpotKind::kShort},
      {"不少于3次", SpotKind::kShort}, {"年度总体目标", SpotKind::kLabel}, {"□是 ☑否", SpotKind::kShort}, {"预算金额（元）", SpotKind::kLabel},
      {"", SpotKind::kShort},          {"1. Rural Health Outreach", SpotKind::kLatin}, {"20 kWh", SpotKind::kShort}, {"工. Emergency Food", SpotKind::kLatin}, {"kWh表", SpotKind::kShort}, {"CNY 1,000.00", SpotKind::kShort},
      {"为改善村民出行条件，计划对全村道路进行修补，保障出行安全，提高村民生活质量，促进经济发展，共计12公里。", SpotKind::kProse},
  };
  for (const KindCase& c : cases) EXPECT_EQ(KindOf(c.text), c.kind) << c.text;
}

SeenText Seen(Recogniser by, const char* text) {
  SeenText seen{by, {}};
  if (*text) seen.letters.push_back({text, {}, 0.9f, 0, false});
  return seen;
}

TEST(Agree, BlanksAndWidthDoNotCount) {
  EXPECT_TRUE(Agree("≥12 公里", "≥12公里"));
  EXPECT_TRUE(Agree("＜ 5", "<5"));
  EXPECT_TRUE(Agree("12〓", "12辆"));
  EXPECT_TRUE(Agree("2023－1", "2023—1"));
  EXPECT_FALSE(Agree("290%", "≥90%"));
  EXPECT_FALSE(Agree("〓", "3"));
  EXPECT_FALSE(Agree("12", "123"));
}

TEST(ChooseReading, WhatMostSayStands) {
  std::vector<SeenText> seen = {Seen(Recogniser::kChinese, "之90%"), Seen(Recogniser::kLatin, "290%"), Seen(Recogniser::kSmallOne, "≥90%"),
                                Seen(Recogniser::kSmallTwo, "≥ 90%")};
  EXPECT_EQ(ChooseReading(SpotKind::kShort, seen), 2u);
  seen = {Seen(Recogniser::kChinese, "之29人"), Seen(Recogniser::kHan, "之29人"), Seen(Recogniser::kSmallOne, "≥29人"),
          Seen(Recogniser::kSmallTwo, "≥29人")};
  EXPECT_EQ(ChooseReading(SpotKind::kShort, seen), 2u) << "two against two";
  seen = {Seen(Recogniser::kChinese, "12辆"), Seen(Recogniser::kSmallOne, "12〓"), Seen(Recogniser::kSmallTwo, "12〓")};
  EXPECT_EQ(ChooseReading(SpotKind::kShort, seen), 0u);
}

TEST(ChooseReading, OfTheSameTheMoreLegibleStandsWhereItWasGuessed) {
  std::vector<SeenText> seen = {Seen(Recogniser::kChinese, "≤ 27天"), Seen(Recogniser::kSmallOne, "≤27天"), Seen(Recogniser::kSmallTwo, "≤21天")};
  seen[0].letters.front().certainty = 0;
  EXPECT_EQ(ChooseReading(SpotKind::kShort, seen), 1u);
}

TEST(ChooseReading, WhereTheFiguresAreTheSameThoseThatKnowLettersStand) {
  std::vector<SeenText> seen = {Seen(Recogniser::kChinese, "≤0起"), Seen(Recogniser::kHan, "≤ 0起"), Seen(Recogniser::kSmallOne, "≤0座"),
                                Seen(Recogniser::kSmallTwo, "≤0座")};
  EXPECT_EQ(ChooseReading(SpotKind::kShort, seen), 0u);
  seen = {Seen(Recogniser::kChinese, "总目标（2025年- 2027年）"), Seen(Recogniser::kHan, "总目标(2025年-2027年)"),
          Seen(Recogniser::kSmallOne, "意日床(2025年-2027"), Seen(Recogniser::kSmallTwo, "〓〓〓(2025年-2027")};
  EXPECT_EQ(ChooseReading(SpotKind::kShort, seen), 0u);
}

TEST(ChooseReading, OfWordsTheOtherReaderOfHanLettersIsBelievedWhereTheGeneralOneGuessed) {
  std::vector<SeenText> seen = {Seen(Recogniser::kChinese, "项目资金（Z）"), Seen(Recogniser::kHan, "项目资金（元）")};
  EXPECT_EQ(ChooseReading(SpotKind::kShort, seen), 0u);
  seen[0].letters[0].certainty = 0.8f;
  EXPECT_EQ(ChooseReading(SpotKind::kShort, seen), 1u);
  EXPECT_EQ(ChooseReading(SpotKind::kLabel, seen), 1u);
  seen[1].letters[0].certainty = 0.8f;
  EXPECT_EQ(ChooseReading(SpotKind::kLabel, seen), 0u) << "it guessed too";
}

TEST(ChooseReading, DegreesAreReadByThoseThatKnowThem) {
  const std::vector<SeenText> seen = {Seen(Recogniser::kChinese, "±0.5℃"), Seen(Recogniser::kHan, "±0.5℃"), Seen(Recogniser::kSmallOne, "±0.5%"),
                                      Seen(Recogniser::kSmallTwo, "±0.5%")};
  EXPECT_EQ(ChooseReading(SpotKind::kShort, seen), 0u);
}

TEST(ChooseReading, NumbersAreReadBestByTheLatinModel) {
  std::vector<SeenText> seen = {Seen(Recogniser::kChinese, "一33"), Seen(Recogniser::kLatin, "-33")};
  EXPECT_EQ(ChooseReading(SpotKind::kNumber, seen), 1u);
  EXPECT_EQ(ChooseReading(SpotKind::kShort, seen), 0u);
  seen[1] = Seen(Recogniser::kLatin, "");
  EXPECT_EQ(ChooseReading(SpotKind::kNumber, seen), 0u) << "one that saw nothing";
}

TEST(LendMark, ASmallModelGetsThePointAtALinesEnd) {
  std::vector<SeenText> row = {Seen(Recogniser::kChinese, "229,000"), Seen(Recogniser::kLatin, "229,000"), Seen(Recogniser::kSmallOne, "229,000"),
                               Seen(Recogniser::kSmallTwo, "228,000")};
  row[1].letters.push_back({".", {}, 0.9f, 0, false});
  LendMark(&row);
  const char* lent[] = {"229,000", "229,000.", "229,000.", "228,000"};
  for (size_t i = 0; i < row.size(); ++i) EXPECT_EQ(TextOf(row[i]), lent[i]);
}

TEST(LendMark, AWideCommaAtALinesEndIsOneAndNoOtherSign) {
  auto row_of = [](const char* chinese, const char* han, const char* small) {
    std::vector<SeenText> row = {{Recogniser::kChinese, {}}, {Recogniser::kHan, {}}, {Recogniser::kSmallOne, {}}};
    const char* texts[] = {chinese, han, small};
    for (size_t r = 0; r < row.size(); ++r)
      for (size_t i = 0, begin = 0; i < std::string_view(texts[r]).size(); begin = i) {
        NextLetter(texts[r], i);
        row[r].letters.push_back({std::string(texts[r] + begin, i - begin), {}, 0.9f, 0, false});
      }
    LendMark(&row);
    return TextOf(row[1]) + " " + TextOf(row[2]);
  };
  EXPECT_EQ(row_of("999，", "999,，", "999%"), "999, 999，");
  EXPECT_EQ(row_of("荆，000，", "1,000，", "1,000)"), "1,000， 1,000，");
  EXPECT_EQ(row_of("1工,909，", "1,909，", "1,909"), "1,909， 1,909，");
  EXPECT_EQ(row_of("998，", "998，", "999%"), "998， 999%") << "other figures";
  EXPECT_EQ(row_of("100%", "100%", "100%"), "100% 100%");
}

TEST(ChooseReading, LatinWordsAreReadBestByTheLatinModel) {
  std::vector<SeenText> seen = {Seen(Recogniser::kChinese, "AcceSsSs"), Seen(Recogniser::kHan, "AcceSs"), Seen(Recogniser::kLatin, "Access")};
  EXPECT_EQ(ChooseReading(SpotKind::kLatin, seen), 2u);
  seen[1] = Seen(Recogniser::kHan, "AcceSsSs");
  EXPECT_EQ(ChooseReading(SpotKind::kLatin, seen), 0u) << "what most say";
  EXPECT_TRUE(ReadsBeside(Recogniser::kLatin, SpotKind::kLatin));
  EXPECT_FALSE(ReadsBeside(Recogniser::kSmallOne, SpotKind::kLatin));
}

}  // namespace
}  // namespace tabularium
