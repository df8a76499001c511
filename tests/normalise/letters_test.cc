// Lines of a cell: which were broken by the width of the paper, and what stands where they are
// joined.
#include "normalise/letters.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

struct Case {
  const char* name;
  Type type;
  LineBreaks breaks;
  const char* in;
  const char* out;
};

class LettersTest : public testing::TestWithParam<Case> {};
TEST_P(LettersTest, JoinsLines) {
  Limits limits;
  LetterCase letters(limits, GetParam().breaks);
  EXPECT_EQ(letters.Take(GetParam().in, GetParam().type).written.text, GetParam().out);
}

constexpr LineBreaks kWritten = LineBreaks::kWritten, kLaidOut = LineBreaks::kLaidOut;
constexpr Case kCases[] = {
    {"WrittenSentence", Type::kRichText, kWritten, "建设监测网络。\n落实运维责任，\n稳定运行。",
     "建设监测网络。\n落实运维责任，稳定运行。"},
    {"FullLineEndsASentence", Type::kRichText, kLaidOut,
     "建设监测网络。\n落实运维责任，\n稳定运行。", "建设监测网络。落实运维责任，稳定运行。"},
    {"ShortLineEndsAParagraph", Type::kRichText, kLaidOut,
     "建设监测网络，落实\n责任。\n确保设备稳定运行。",
     "建设监测网络，落实责任。\n确保设备稳定运行。"},
    {"ItemBegins", Type::kRichText, kLaidOut, "一、建设网络。\n二、落实责任。",
     "一、建设网络。\n二、落实责任。"},
    {"HyphenatedWord", Type::kText, kLaidOut, "Senior Transporta\u2010\ntion\u00AD\nal Program", "Senior Transportational Program"},
    {"TypedHyphenStays", Type::kText, kLaidOut, "Non-\nprofit \u2010\nAid", "Non-profit \u2010Aid"},
    {"DateIsOne", Type::kTarget, kLaidOut, "2025年\n12月底前", "2025年12月底前"},
    {"DayIsOfTheDate", Type::kTarget, kLaidOut, "12月\n31日前", "12月31日前"},
    {"LineStretched", Type::kText, kLaidOut, "不  超\n过\n十次", "不超过十次"},
    {"LastLineIsNotStretched", Type::kText, kLaidOut, "部门\n甲 乙", "部门甲 乙"},
    {"LineWrittenWithABlank", Type::kText, kWritten, "甲 乙\n部门", "甲 乙部门"},
    {"TargetsAreTwo", Type::kTarget, kLaidOut, "12公里\n3座", "12公里 3座"},
};
INSTANTIATE_TEST_SUITE_P(Lines, LettersTest, testing::ValuesIn(kCases),
                         [](const auto& i) { return i.param.name; });

TEST(Letters, DigitsTornByANarrowCellGoOn) {
  const Limits limits;
  auto torn = [&](LineBreaks breaks, const char* text) { return LetterCase(limits, breaks).Take(text, Type::kNumber).written.torn; };
  EXPECT_EQ(torn(kLaidOut, "96.0\n9"), Tear::kTail);
  EXPECT_EQ(torn(kLaidOut, "1\n9"), Tear::kTail);
  EXPECT_EQ(torn(kLaidOut, "380000\n120000"), Tear::kHalves);
  EXPECT_EQ(torn(kLaidOut, "29404\n18.99"), Tear::kTail);
  EXPECT_EQ(torn(kLaidOut, "9.53\n%"), Tear::kNone);
  EXPECT_EQ(torn(kWritten, "96.0\n9"), Tear::kHalves);
  auto target = [&](const char* text) { return LetterCase(limits, kLaidOut).Take(text, Type::kTarget).written.torn; };
  EXPECT_EQ(target(">=71\n00人\n次"), Tear::kTail) << "no number begins so";
  EXPECT_EQ(target(">=71\n20人"), Tear::kHalves);
  EXPECT_EQ(target("12%\n0.5%"), Tear::kNone);
}

TEST(Letters, AHyphenSeenAtALinesEndGoesAndIsDoubted) {
  const Limits limits;
  LetterCase letters(limits, LineBreaks::kSeen);
  const Letters& taken = letters.Take("Library Moderniza-\ntion", Type::kText);
  EXPECT_EQ(taken.written.text, "Library Modernization");
  EXPECT_TRUE(ReadText(taken.written).signs.Has(EvidenceCode::kLettersPoor));
  EXPECT_EQ(letters.Take("Pine-\nTown", Type::kText).written.text, "Pine-Town");
}

TEST(Letters, AHyphenThatEndsALineMayBeThePrinters) {
  const Limits limits;
  auto torn = [&](LineBreaks breaks, Type type, const char* text) { return LetterCase(limits, breaks).Take(text, type).written.torn; };
  EXPECT_EQ(torn(kLaidOut, Type::kText, "Library\nModernizat-\nion"), Tear::kWord);
  for (const char* text : {"Pine-\nTown", "2023-\nend", "Aid -\nfarms", "Modernization"}) EXPECT_EQ(torn(kLaidOut, Type::kText, text), Tear::kNone) << text;
  EXPECT_EQ(torn(kLaidOut, Type::kText, "North-\n\uFB01eld"), Tear::kWord) << "a ligature";
  EXPECT_EQ(torn(kWritten, Type::kText, "Modernizat-\nion"), Tear::kNone);
  EXPECT_EQ(torn(kLaidOut, Type::kText, "Modernizat\u200B\nion"), Tear::kWord);
  LetterCase letters(limits, kLaidOut);
  EXPECT_EQ(letters.Take("North\u2010\n\uFB01eld", Type::kText).written.text, "Northfield");
  EXPECT_TRUE(ReadText(letters.Take("Modernizat-\nion", Type::kText).written).signs.Has(EvidenceCode::kTypeLoose));
  EXPECT_FALSE(ReadText(letters.Take("Library\nplans", Type::kText).written).signs.Has(EvidenceCode::kTypeLoose));
}

}  // namespace
}  // namespace tabularium
