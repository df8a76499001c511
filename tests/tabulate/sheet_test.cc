#include "tabulate/sheet.h"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>

#include "tabulate/pictures.h"

namespace tabularium::sheet {
namespace {

std::string Tokens(const Sheet& sheet) {
  std::string out;
  for (const Token& token : sheet.tokens)
    out += (out.empty() ? "" : " ") + std::string(sheet.Text(token));
  return out;
}

struct LookCase {
  const char* text;
  Look look;
};

TEST(Sheet, TellsNumbersFromTexts) {
  const LookCase kCases[] = {
      {"12", Look::kNumber},      {"1,234.5", Look::kNumber},
      {"45%", Look::kNumber},     {"$8M", Look::kNumber},
      {"2003-04", Look::kNumber}, {"11.6**", Look::kNumber},
      {"1a", Look::kNumber},      {"3-year", Look::kText},
      {"2nd", Look::kText},       {"Total", Look::kText},
      {"-", Look::kSign},         {"*", Look::kSign},
      {"n.a.", Look::kSign},      {"\xE2\x80\x94", Look::kSign},
      {"的", Look::kText},
  };
  for (const LookCase& test : kCases) {
    Page page;
    page.width = 600, page.height = 800;
    AddText(50, 50, test.text, 10, &page);
    const Sheet sheet = MakeSheet(page);
    ASSERT_EQ(sheet.tokens.size(), 1u) << test.text;
    EXPECT_EQ(sheet.tokens[0].look, test.look) << test.text;
  }
}

TEST(Sheet, LeadersAreNoWordsAndAreRemembered) {
  const Page page = PageOf("Total......12\nOther . . . . . 13\n");
  const Sheet sheet = MakeSheet(page);
  EXPECT_EQ(Tokens(sheet), "Total 12 Other 13");
  EXPECT_TRUE(sheet.tokens[0].leads);
  EXPECT_FALSE(sheet.tokens[1].leads);
  EXPECT_TRUE(sheet.tokens[2].leads);
  EXPECT_FLOAT_EQ(sheet.tokens[0].box.x1, 75);  // five letters of five points
}

TEST(Sheet, TypedLinesAreRulings) {
  const Page page = PageOf("a\n__________\nb\n");
  const Sheet sheet = MakeSheet(page);
  EXPECT_EQ(Tokens(sheet), "a b");
  ASSERT_EQ(sheet.across.size(), 1u);
  EXPECT_FLOAT_EQ(sheet.across[0].length(), 50);
}

TEST(Sheet, PiecesOfOneRuleAreJoined) {
  Page page;
  page.width = 600, page.height = 800;
  AddAcross(100, 50, 150, &page);
  AddAcross(100.5f, 152, 250, &page);
  AddAcross(100, 300, 350, &page);
  AddAcross(104, 50, 60, &page);
  const Sheet sheet = MakeSheet(page);
  ASSERT_EQ(sheet.across.size(), 3u);
  EXPECT_FLOAT_EQ(sheet.across[0].hi, 250);
}

TEST(Sheet, WhatNoPageHoldsIsLeftOut) {
  Page page = PageOf("a b c\n");
  const float kNan = std::numeric_limits<float>::quiet_NaN();
  page.words[1].box.x0 = kNan;
  AddAcross(kNan, 1, 2, &page);
  AddAcross(1e30f, 1, 200, &page);
  const Sheet sheet = MakeSheet(page);
  EXPECT_EQ(Tokens(sheet), "a c");
  EXPECT_TRUE(sheet.across.empty());
}

TEST(Sheet, TurningBackGivesTheBoxOfThePage) {
  for (uint8_t turns = 0; turns < 4; ++turns) {
    Page page;
    page.number = 3, page.width = 600, page.height = 800;
    AddText(100, 200, "word", 10, &page);
    page.words[0].turns = turns;
    const Sheet sheet = MakeSheet(page);
    const Box box = OnPage(sheet, sheet.tokens[0].box);
    EXPECT_EQ(box.page, 3);
    EXPECT_NEAR(box.x0, page.words[0].box.x0, 0.01) << int{turns};
    EXPECT_NEAR(box.y1, page.words[0].box.y1, 0.01) << int{turns};
  }
}

TEST(Sheet, SuperscriptsStandOnTheirLine) {
  Page page;
  page.width = 600, page.height = 800;
  AddText(50, 100, "note", 10, &page);
  AddText(71, 96, "1", 6, &page);
  AddText(90, 100, "next", 10, &page);
  AddText(50, 112, "below", 10, &page);
  const Sheet sheet = MakeSheet(page);
  std::vector<uint32_t> all(sheet.tokens.size());
  std::iota(all.begin(), all.end(), 0u);
  EXPECT_EQ(LinesOf(sheet, all).size(), 2u);
  EXPECT_EQ(TextOf(sheet, all), "note 1 next\nbelow");
}

TEST(Sheet, LinesSetSidewaysAreLines) {
  Page page;
  page.number = 1, page.width = 600, page.height = 800;
  AddText(50, 50, "upright words all around", 10, &page);
  for (const float x : {200.0f, 188.0f}) {
    AddText(x, 150, x > 190 ? "4,313." : "89", 10, &page);
    Word& word = page.words.back();
    word.turns = 1, word.base = x;
    word.box = {1, x, 150, x + 10, 180};
  }
  const Sheet sheet = MakeSheet(page);
  std::vector<uint32_t> aside = {4, 5};
  EXPECT_EQ(TextOf(sheet, aside), "4,313.\n89");
}

TEST(Sheet, ASignBelongsToTheTextBeforeItOrToTheFigureBehind) {
  Page page;
  page.number = 1, page.width = 600, page.height = 800;
  AddText(50, 50, "million", 10, &page);
  AddText(87, 50, "\xE2\x82\xAC", 10, &page);
  AddText(150, 50, "1,160", 10, &page);
  AddText(50, 62, "Total", 10, &page);
  AddText(87, 62, "\xE2\x82\xAC", 10, &page);
  AddText(150, 62, "1,170", 10, &page);
  EXPECT_EQ(Tokens(MakeSheet(page)), "million \xE2\x82\xAC 1,160 Total \xE2\x82\xAC 1,170");
  EXPECT_EQ(MakeSheet(page).tokens.size(), 5u);
}

// Letters of ten points at their places, those of one word together.
struct Placed {
  float x, y;
  const char* letter;
  bool turned = false, begins = true;  // a word
};

std::string TextOfCell(std::initializer_list<Placed> letters) {
  Page page;
  page.number = 1, page.width = 600, page.height = 800;
  for (const Placed& p : letters) {
    const auto at = static_cast<uint32_t>(page.text.size());
    page.text += p.letter;
    Glyph glyph;
    glyph.box = {1, p.x, p.y, p.x + 10, p.y + 10};
    glyph.range = {at, static_cast<uint32_t>(page.text.size())};
    glyph.size = 10, glyph.base = p.turned ? p.x : p.y + 8, glyph.turns = p.turned;
    page.glyphs.push_back(glyph);
    const auto end = static_cast<uint32_t>(page.glyphs.size());
    if (p.begins) {
      page.words.push_back({glyph.box, glyph.range, end - 1, end, 10, glyph.base, glyph.turns});
    } else {
      Word& word = page.words.back();
      word.end = end, word.range.end = glyph.range.end, word.box.x1 = glyph.box.x1;
    }
  }
  const Sheet sheet = MakeSheet(page);
  std::vector<uint32_t> all(sheet.tokens.size());
  std::iota(all.begin(), all.end(), 0u);
  return TextOf(sheet, all);
}

TEST(Sheet, ColumnsOfUprightLettersAreReadFromTheRight) {
  EXPECT_EQ(TextOfCell({{50, 50, "元"}, {62, 50, "项", false, false}, {62, 60, "目"}, {62, 70, "资"}, {62, 80, "金"}}), "项目资金\n元");
  EXPECT_EQ(TextOfCell({{66, 50, "项"}, {50, 60, "元"}, {66, 60, "目"}, {66, 70, "资"}, {66, 80, "金"}, {50, 50, "(", true}, {50, 70, ")", true}}),
            "项目资金\n(元)") << "apart, but brackets are turned";
  EXPECT_EQ(TextOfCell({{66, 50, "项"}, {50, 58, "元"}, {66, 60, "目"}, {66, 70, "资"}, {66, 80, "金"}, {50, 44, "(", true}, {50, 57, ")", true}}),
            "项目资金\n(元)") << "brackets far above the letter, and over it";
  EXPECT_EQ(TextOfCell({{50, 50, "资"}, {64, 50, "其"}, {50, 60, "金"}, {64, 60, "中"}, {64, 70, "财"}, {64, 80, "政"}}), "其中财政\n资金") << "apart, but they end on the right";
}

TEST(Sheet, LettersBesideOneAnotherAreNotUpright) {
  EXPECT_EQ(TextOfCell({{50, 50, "项"}, {63, 50, "目"}, {50, 60, "资"}, {63, 60, "金"}, {50, 70, "名"}, {63, 70, "称"}}), "项 目\n资 金\n名 称") << "spaced out";
  EXPECT_EQ(TextOfCell({{50, 50, "项"}, {63, 50, "目"}, {50, 60, "资"}, {63, 60, "金"}, {50, 70, "名"}}), "项 目\n资 金\n名") << "they end on the left";
  EXPECT_EQ(TextOfCell({{50, 50, "项"}, {60, 50, "目", false, false}, {50, 62, "资"}, {60, 62, "金", false, false}, {50, 74, "名"}, {60, 74, "称", false, false}}),
            "项目\n资金\n名称");
}

TEST(Sheet, ALineIsFullWhereABlankAndTheNextWordHaveNoRoom) {
  auto is_full = [](const char* next, float room, float size = 10) {
    Page page;
    page.width = 600, page.height = 800;
    AddText(50, 50, "22.", size, &page);
    AddText(50, 62, next, 10, &page);
    const Sheet sheet = MakeSheet(page);
    const uint32_t all[] = {0, 1};
    const std::vector<TextLine> lines = LinesOf(sheet, all);
    return IsFullLine(sheet, lines[0], lines[1], {47, 30, 53 + room, 80});
  };
  EXPECT_TRUE(is_full("Indirect", 58));  // of 11 letters and a blank
  EXPECT_FALSE(is_full("Indirect", 59));
  EXPECT_FALSE(is_full("direct", 58));
  EXPECT_TRUE(is_full("Indirect", 43, 1)) << "the next line has no room for another letter: its word may go on";
  EXPECT_FALSE(is_full("Indirect", 45, 1));
}

}  // namespace
}  // namespace tabularium::sheet
