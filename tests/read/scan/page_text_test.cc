#include "read/scan/page_text.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace tabularium {
namespace {

SeenLetter Letter(const char* text, int x, int line = 0, bool blank = false, float certainty = 0.9f) {
  return {text, {x, 100 + 50 * line, 40, 40}, certainty, line, blank};
}

TEST(SeenText, BlanksBesideHanLettersAreThoseOfThePaper) {
  SeenText near{Recogniser::kChinese, {Letter("项", 0), Letter("目", 45, 0, true)}};
  SeenText far{Recogniser::kChinese, {Letter("项", 0), Letter("目", 100, 0, false)}};
  SeenText latin{Recogniser::kLatin, {Letter("a", 0), Letter("b", 45, 0, true)}};
  SeenText number{Recogniser::kLatin, {Letter("6", 0), Letter(".", 45, 0, true), Letter("0", 90, 0, true)}};
  SeenText narrow{Recogniser::kLatin, {Letter("1", 0), Letter(",", 70, 0, true), Letter("7", 115)}};
  EXPECT_EQ(TextOf(number), "6.0");
  EXPECT_EQ(TextOf(narrow), "1,7") << "a point never begins a word";
  EXPECT_EQ(TextOf(near), "项目");
  EXPECT_EQ(TextOf(far), "项 目");
  EXPECT_EQ(TextOf(latin), "a b");
}

TEST(SeenText, LegibilityIsOfTheWorstLetter) {
  EXPECT_FLOAT_EQ(LegibilityOf({Recogniser::kChinese, {Letter("1", 0), Letter("2", 40, 0, false, 0.4f)}}), 0.4f);
  EXPECT_EQ(LegibilityOf({}), 0);
  EXPECT_EQ(ProseLegibilityOf({}), 0);
  SeenText prose{Recogniser::kChinese, std::vector<SeenLetter>(100, Letter("字", 0, 0, false, 1.0f))};
  prose.letters[40].certainty = 0.5f;
  EXPECT_FLOAT_EQ(ProseLegibilityOf(prose), 0.995f);
  prose.letters[90].certainty = 0.5f;
  EXPECT_FLOAT_EQ(ProseLegibilityOf(prose), 0.99f);
  prose.letters[42].certainty = 0.5f;
  EXPECT_FLOAT_EQ(ProseLegibilityOf(prose), 0.875f) << "two of eight in a row were guessed";
}

// Letters 40 pixels high; a Han letter and a full-width mark every 44 pixels, other letters every 20.
SeenText Printed(std::string_view text, int mark_width) {
  SeenText seen;
  int x = 0;
  for (size_t i = 0, begin = 0; i < text.size(); begin = i) {
    const char32_t c = NextLetter(text, i);
    const bool opens = c == '(' || c == U'〈';
    const int width = IsHan(c) ? 44 : c >= '0' && c <= '9' ? 20 : mark_width;
    const int ink = x + (opens ? width - 12 : 2);
    seen.letters.push_back({std::string(text.substr(begin, i - begin)), {ink, 0, width - (ink - x) - 2, 40}, 0.9f, 0, false});
    x += width;
  }
  return seen;
}

TEST(MendMarks, BracketsAndWidths) {
  struct MarkCase {
    const char* seen;
    int mark_width;
    const char* mended;
  };
  const MarkCase cases[] = {{"行动〈一期)中", 44, "行动（一期）中"}, {"行动(一期)中", 18, "行动(一期)中"}, {"其中:财政", 44, "其中：财政"},
                            {"其中:财政", 18, "其中:财政"},         {"3:5", 18, "3:5"},                   {"《一期》中", 44, "《一期》中"},
                            {"(12)", 18, "(12)"},                 {"一;，二", 44, "一；二"},
                            {"一33", 18, "-33"},                   {"2024年一2月", 18, "2024年-2月"},     {"一级33", 18, "一级33"},
                            {"芋1,988.00", 18, "¥1,988.00"},       {"芋头1,988", 18, "芋头1,988"},       {"Y2023", 18, "Y2023"},
                            {"一一", 18, "——"},                    {"一", 18, "一"},                     {"--", 18, "--"},                     {"合格率.", 18, "合格率"},
                            {"第3.", 18, "第3."}};
  for (const MarkCase& c : cases) {
    SeenText seen = Printed(c.seen, c.mark_width);
    MendMarks(40, &seen);
    EXPECT_EQ(TextOf(seen), c.mended) << c.seen << " " << c.mark_width;
  }
}

// Figures 30 pixels high, so many pixels from one to the next.
std::string MendedFigures(std::string_view text, int apart) {
  SeenText seen;
  for (size_t i = 0, begin = 0; i < text.size(); begin = i) {
    NextLetter(text, i);
    seen.letters.push_back({std::string(text.substr(begin, i - begin)), {static_cast<int>(seen.letters.size()) * apart, 0, 18, 30}, 0.9f, 0, false});
  }
  MendMarks(30, &seen);
  return TextOf(seen);
}

TEST(MendMarks, ASpeckIsNoQuotationMark) {
  SeenText seen;
  seen.letters = {{"预", {0, 0, 40, 40}, 0.9f, 0, false}, {"”", {50, 20, 4, 3}, 0.9f, 0, false}, {"防", {60, 0, 40, 40}, 0.9f, 0, false}};
  MendMarks(40, &seen);
  EXPECT_EQ(TextOf(seen), "预防");
  seen.letters.insert(seen.letters.begin() + 1, {"”", {45, 0, 10, 12}, 0.9f, 0, false});
  MendMarks(40, &seen);
  EXPECT_EQ(TextOf(seen), "预”防");
}

TEST(MendMarks, FiguresInFullWidthHaveNoBlanks) {
  EXPECT_EQ(MendedFigures("8，048，0O0。00", 44), "8,048,000.00");
  EXPECT_EQ(MendedFigures("2020—10—25", 44), "2020-10-25");
  EXPECT_EQ(MendedFigures("8,04O", 22), "8,04O") << "figures in half width";
}

TEST(MendMarks, AnAmountHasItsDollar) {
  const char* cases[][2] = {{"§1,988.00", "$1,988.00"}, {"S1,988", "$1,988"}, {"91,988.00", "91,988.00"}, {"S1988", "S1988"}};
  for (const auto& [printed, mended] : cases) {
    SeenText seen = Printed(printed, 8);
    MendMarks(30, &seen);
    EXPECT_EQ(TextOf(seen), mended);
  }
  SeenText above = Printed("91,988.00", 8);
  for (size_t i = 1; i < above.letters.size(); ++i) above.letters[i].line = 1;
  MendMarks(30, &above);
  EXPECT_EQ(TextOf(above), "$\n1,988.00");
  for (size_t i = 6; i < above.letters.size(); ++i) above.letters[i].line = 2;
  above.letters.front().text = "□";
  MendMarks(30, &above);
  EXPECT_EQ(TextOf(above), "$\n1,988\n.00");
}

TEST(MendColumn, AnOpeningBracketThatLies) {
  const char* cases[][2] = {{"项目资金人元)", "项目资金（元）"}, {"资金(元)", "资金(元)"}, {"受益人数", "受益人数"}, {"人工费用支出)", "人工费用支出)"}};
  for (const auto& [printed, mended] : cases) {
    SeenText seen = Printed(printed, 18);
    MendColumn(&seen);
    EXPECT_EQ(TextOf(seen), mended);
  }
}

TEST(MendMarks, AFigureAloneAboveLinesOfTwoIsNoDollar) {
  auto lines = [](const std::vector<const char*>& texts) {
    SeenText seen{Recogniser::kLatin, {}};
    for (size_t n = 0; n < texts.size(); ++n)
      for (SeenLetter letter : Printed(texts[n], 8).letters) letter.line = static_cast<int>(n), seen.letters.push_back(std::move(letter));
    MendMarks(40, &seen);
    return TextOf(seen);
  };
  EXPECT_EQ(lines({"3", "1,", "52", "7,", "00", "0"}), "3\n1,\n52\n7,\n00\n0");
  EXPECT_EQ(lines({"3", "1,527", ",000"}), "$\n1,527\n,000");
}

TEST(LendDollar, ALoneLetterThatOneSawAsADollarIsOne) {
  std::vector<SeenText> seen = {Printed("9", 8), Printed("S", 8), Printed("$", 8), Printed("1", 8), Printed("98", 8)};
  LendDollar(&seen);
  const char* const lent[] = {"$", "$", "$", "1", "98"};
  for (size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(TextOf(seen[i]), lent[i]);
  seen = {Printed("9", 8), Printed("S", 8)};
  LendDollar(&seen);
  EXPECT_EQ(TextOf(seen[0]), "9") << "nobody saw a dollar";
}

TEST(MendMarks, AHyphenAtALinesEndIsOfItsWord) {
  SeenText seen{Recogniser::kLatin, {Letter("a", 0), Letter("-", 120), Letter("t", 0, 1), Letter("-", 120, 1)}};
  MendMarks(40, &seen);
  EXPECT_EQ(TextOf(seen), "a-\nt -") << "the last line's may be a dash";
}

TEST(MendMarks, AnAmountIsWhole) {
  const char* cases[][2] = {{"4,725,186.10", "4,725,186.10"}, {"1,400", "1,400"}, {"1.10", "1. 10"}, {"12,34.10", "12, 34. 10"}, {"1,400.1", "1, 400. 1"}};
  for (const auto& [printed, mended] : cases) {
    SeenText seen = Printed(printed, 30);
    for (SeenLetter& letter : seen.letters)
      if (letter.text == "." || letter.text == ",") letter.box.width = 4;
    MendMarks(30, &seen);
    EXPECT_EQ(TextOf(seen), mended);
  }
}

TEST(DropEdgeBars, ALetterOfALineOfItsOwnIsNone) {
  SeenText seen;
  seen.letters = {{"项", {0, 0, 40, 40}, 0.9f, 0, false}, {"|", {0, 50, 32, 47}, 0.9f, 1, false}};
  EXPECT_FALSE(IsLetterTakenForABar(seen));
  DropEdgeBars(&seen);
  EXPECT_EQ(TextOf(seen), "项\n|") << "something stands there";
  seen.letters.erase(seen.letters.begin());
  EXPECT_TRUE(IsLetterTakenForABar(seen));
  seen.letters.front().box.width = 6;
  EXPECT_FALSE(IsLetterTakenForABar(seen));
}

TEST(DropEdgeBars, NothingElseIsDropped) {
  SeenText seen;
  int line = 0;
  for (const char* row : {"|ab", "a|b|", "|"}) {
    for (const char* c = row; *c; ++c) seen.letters.push_back({std::string(1, *c), {}, 1, line});
    ++line;
  }
  DropEdgeBars(&seen);
  EXPECT_EQ(TextOf(seen), "ab\na|b");
  SeenText bar{Recogniser::kChinese, {{"|", {}, 1, 0}}};
  DropEdgeBars(&bar);
  EXPECT_EQ(TextOf(bar), "|");
}

TEST(MendDegrees, ARingAndALetter) {
  const char* cases[][2] = {{"±0.5?C", "±0.5℃"}, {"±0.5°C", "±0.5℃"}, {"0.5\"C", "0.5℃"}, {"度?C", "度?C"}, {"5?Cl", "5?Cl"}, {"5C", "5C"}};
  for (const auto& [printed, mended] : cases) {
    SeenText seen = Printed(printed, 18);
    MendDegrees(&seen);
    EXPECT_EQ(TextOf(seen), mended) << printed;
  }
}

TEST(AppendSpot, LinesAndWordsOfAPage) {
  Page page;
  page.number = 3;
  SheetSpot spot;
  SeenText seen{Recogniser::kChinese, {Letter("总", 0), Letter("额", 45), Letter("1", 200, 0, false, 0.5f), Letter("元", 0, 1)}};
  AppendSpot(spot, seen, 0.24f, &page);
  AppendSpot(spot, {Recogniser::kChinese, {Letter("年", 500)}}, 0.24f, &page);
  EXPECT_EQ(page.text, "总额 1\n元\n年");
  ASSERT_EQ(page.words.size(), 4u);
  EXPECT_EQ(page.Text(page.words[1]), "1");
  EXPECT_FLOAT_EQ(page.words[1].legibility, 0.5f);
  EXPECT_FLOAT_EQ(page.words[0].legibility, 0.9f);
  EXPECT_FLOAT_EQ(page.words[0].box.x1, 85 * 0.24f);
  EXPECT_EQ(page.words[0].box.page, 3);
  EXPECT_EQ(page.words[1].begin, 2u);
  EXPECT_EQ(page.glyphs.size(), 5u);
  EXPECT_LT(page.words[0].base, page.words[0].box.y1);
}

TEST(AppendSpot, AColumnOfLettersIsOneWord) {
  Page page;
  SheetSpot spot;
  spot.upright = false;
  SeenText seen{Recogniser::kChinese, {{"绩", {0, 0, 40, 40}, 0.9f, 0, false}, {"效", {0, 80, 40, 40}, 0.9f, 0, false}}};
  AppendSpot(spot, seen, 1, &page);
  EXPECT_EQ(page.text, "绩效");
  ASSERT_EQ(page.words.size(), 1u);
  EXPECT_FLOAT_EQ(page.words[0].box.y1, 120);
}

TEST(PageText, ALetterOfTwoLinesDoesNotMakeItsLineOne) {
  SheetSpot spot;
  spot.lines = 2, spot.line_height = 40;
  SeenText seen{Recogniser::kChinese, {Letter("甲", 0), Letter("乙", 50), Letter("丙", 0, 1), Letter("丁", 50, 1)}};
  seen.letters[3].box.y -= 50, seen.letters[3].box.height += 50;
  Page page;
  AppendSpot(spot, seen, 1, &page);
  ASSERT_EQ(page.words.size(), 2u);
  EXPECT_EQ(page.words[1].box.y0, 150);
  EXPECT_EQ(page.words[1].box.y1, 190);
}

}  // namespace
}  // namespace tabularium
