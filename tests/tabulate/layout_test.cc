#include "tabulate/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "model/places.h"
#include "tabulate/dump.h"
#include "tabulate/grids.h"
#include "tabulate/parting.h"
#include "tabulate/tables.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

using testing::ElementsAre;

// A page of 400 × 300 points to write on; letters are 10 points wide and high.
class Sheet400 {
 public:
  explicit Sheet400(int number) {
    page_.number = number;
    page_.width = 400;
    page_.height = 300;
  }
  // Words parted by blanks, a letter's width apart; the line's baseline at y.
  Sheet400& Say(float x, float y, std::string_view text) {
    bool first = true;
    while (!text.empty()) {
      size_t end = std::min(text.find(' '), text.size());
      AddWord(x, y, text.substr(0, end), first);
      for (size_t i = 0; i < end; x += 10) NextLetter(text, i);
      text.remove_prefix(std::min(end + 1, text.size()));
      for (x += 10; text.starts_with(' '); x += 10) text.remove_prefix(1);
      first = false;
    }
    return *this;
  }
  Sheet400& Across(float x0, float x1, float y) {
    page_.rulings.push_back({{page_.number, x0, y, x1, y + 0.5f}, false});
    return *this;
  }
  Sheet400& Down(float y0, float y1, float x) {
    page_.rulings.push_back({{page_.number, x, y0, x + 0.5f, y1}, false});
    return *this;
  }
  // Three columns with borders at 50, 150, 250, 350, from y0 to y1; closed by rules at `ys`.
  Sheet400& Frame(float y0, float y1, std::vector<float> ys, float left = 50, float width = 100) {
    for (int i = 0; i < 4; ++i) Down(y0, y1, left + width * static_cast<float>(i));
    for (float y : ys) Across(left, left + 3 * width, y);
    return *this;
  }

  // Clipping took letters of the last word.
  Sheet400& Clip() {
    page_.words.back().cut = true;
    return *this;
  }
  // A scan's reading of what stands in a box.
  Sheet400& Read(Box box, std::string text) {
    box.page = page_.number;
    page_.dots = 300;
    page_.readings.push_back({box, std::move(text), 0.9f, Recogniser::kChinese});
    return *this;
  }

  PageContent Take(bool walls_part_everything = false) const {
    TableOptions options;
    options.walls_part_everything = walls_part_everything;
    options.least_columns = 1;
    options.banners_are_captions = false;
    return TakePage(page_, FindTables(page_, options));
  }

 private:
  void AddWord(float x, float y, std::string_view text, bool begins_line) {
    Word word;
    if (!page_.text.empty()) page_.text += begins_line ? '\n' : ' ';
    word.range.begin = static_cast<uint32_t>(page_.text.size());
    page_.text += text;
    word.range.end = static_cast<uint32_t>(page_.text.size());
    word.begin = static_cast<uint32_t>(page_.glyphs.size());
    for (size_t i = 0; i < text.size(); x += 10) {
      Glyph glyph;
      size_t from = i;
      NextLetter(text, i);
      glyph.range = {word.range.begin + static_cast<uint32_t>(from), word.range.begin + static_cast<uint32_t>(i)};
      glyph.box = {page_.number, x, y - 8, x + 10, y + 2};
      glyph.size = 10;
      glyph.base = y;
      word.box = word.begin == page_.glyphs.size() ? glyph.box : Box{page_.number, word.box.x0, y - 8, x + 10, y + 2};
      page_.glyphs.push_back(glyph);
    }
    word.end = static_cast<uint32_t>(page_.glyphs.size());
    word.size = 10;
    word.base = y;
    page_.words.push_back(word);
  }

  Page page_;
};

// Cells parted by '|', lines of one cell by '/', rows by line feeds.
std::string TextOf(std::vector<PageContent> pages) {
  std::string out = LayOut(std::move(pages), SomeWords()).text, shown;
  LaidText laid;
  for (char c : out) shown += c == '\t' ? '|' : c;
  return shown;
}

TEST(LayoutTest, LinesAndTableRowsInTheOrderOfThePage) {
  Sheet400 sheet(1);
  sheet.Say(50, 40, "title").Frame(100, 160, {100, 130, 160}).Say(60, 120, "a").Say(160, 120, "b b").Say(260, 120, "c");
  sheet.Say(60, 150, "d").Say(260, 150, "f").Say(50, 200, "below");
  EXPECT_EQ(TextOf({sheet.Take()}), "title\na|b b|c\nd||f\nbelow\n");
}

TEST(LayoutTest, MergedCellsStandOnceAndAreBlankBelow) {
  Sheet400 sheet(1);
  for (float x : {50.f, 350.f}) sheet.Down(100, 190, x);
  sheet.Down(100, 190, 150).Down(130, 190, 250);
  sheet.Across(50, 350, 100).Across(150, 350, 130).Across(150, 350, 160).Across(50, 350, 190);
  sheet.Say(60, 148, "m").Say(200, 120, "wide").Say(160, 150, "b").Say(260, 150, "c").Say(160, 180, "e").Say(260, 180, "f");
  EXPECT_EQ(TextOf({sheet.Take()}), "m|wide\n|b|c\n|e|f\n");
}

TEST(LayoutTest, WideGapsStayWide) {
  Sheet400 sheet(1);
  sheet.Say(50, 40, "left").Say(50, 80, "one two");
  Sheet400 wide(1);
  wide.Say(50, 40, "left    right");
  EXPECT_EQ(TextOf({sheet.Take()}), "left\none two\n");
  std::string text = TextOf({wide.Take()});
  EXPECT_THAT(text, testing::MatchesRegex("left   *right\n"));
}

TEST(LayoutTest, TwoFormsBesideEachOther) {
  Sheet400 sheet(1);
  sheet.Say(20, 40, "left").Say(220, 40, "right");
  sheet.Frame(100, 160, {100, 130, 160}, 20, 50).Frame(100, 160, {100, 130, 160}, 220, 50);
  int i = 0;
  for (float y : {120.f, 150.f})
    for (float x : {30.f, 80.f, 130.f, 230.f, 280.f, 330.f}) sheet.Say(x, y, std::string(1, static_cast<char>('a' + i++)));
  EXPECT_EQ(TextOf({sheet.Take()}), "left\na|b|c\ng|h|i\nright\nd|e|f\nj|k|l\n");
}

// The foot of the first page and the head of the second.
struct Break {
  const char* name;
  std::vector<float> rules1, rules2;  // across
  const char* torn;                   // in the last row, under a cell of two lines the wider of which is "longer"
  const char* below;                  // said under the first part, over the second
  const char* above;
  const char* text;
};
class PageBreakTest : public testing::TestWithParam<Break> {};
TEST_P(PageBreakTest, LaysOut) {
  const Break& b = GetParam();
  Sheet400 one(1), two(2);
  one.Frame(180, 260, b.rules1).Say(60, 200, "k").Say(160, 196, "longer").Say(160, 208, "l").Say(260, 200, "m");
  one.Say(60, 240, "a").Say(160, 240, b.torn).Say(260, 240, "c");
  two.Frame(40, 120, b.rules2).Say(160, 60, "e").Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
  one.Say(50, 280, b.below);
  two.Say(50, 30, b.above);
  EXPECT_EQ(TextOf({one.Take(), two.Take()}), b.text);
}
INSTANTIATE_TEST_SUITE_P(
    All, PageBreakTest,
    testing::Values(
        Break{"BetweenRows", {180, 220, 260}, {40, 80, 120}, "begins", "", "", "k|longer\nl|m\na|begins|c\n|e|\ng|h|i\n"},
        Break{"WithinARow", {180, 220}, {80, 120}, "begins", "", "", "k|longer\nl|m\na|begins\ne|c\ng|h|i\n"},
        Break{"OpenBetweenRows", {180, 220}, {80, 120}, "b", "", "", "k|longer\nl|m\na|b|c\n|e|\ng|h|i\n"},
        Break{"BetweenKnownWordings", {180, 220}, {80, 120}, "主管部门", "", "", "k|longer\nl|m\na|主管部门|c\n|e|\ng|h|i\n"},
        Break{"ClosedAtTheFootOnly", {180, 220, 260}, {80, 120}, "begins", "", "", "k|longer\nl|m\na|begins|c\n|e|\ng|h|i\n"},
        Break{"PageNumberBetween", {180, 220}, {80, 120}, "begins", "- 1 -", "", "k|longer\nl|m\na|begins\ne|c\ng|h|i\n- 1 -\n"},
        Break{"TitleBetween", {180, 220}, {80, 120}, "begins", "", "another", "k|longer\nl|m\na|begins|c\nanother\n|e|\ng|h|i\n"},
        Break{"NoteBetween", {180, 220, 260}, {40, 80, 120}, "begins", "a note here", "",
              "k|longer\nl|m\na|begins|c\na note here\n|e|\ng|h|i\n"}),
    [](const auto& it) { return it.param.name; });

// Programs that draw rules at both sides of a break within a row.
TEST(PageBreakTest, ARowTornBetweenRulesIsToldByItsText) {
  auto laid = [](const char* last_line, const char* beside, const char* rest, const char* rest_beside) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 170, "k").Say(160, 170, "head").Say(260, 170, "m");
    one.Say(60, 210, "a").Say(160, 210, "of what").Say(160, 222, last_line).Say(260, 210, beside);
    two.Frame(40, 120, {40, 80, 120}).Say(160, 60, rest).Say(260, 60, rest_beside).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()});
  };
  EXPECT_EQ(laid("is done", "c", "then", ""), "k|head|m\na|of what\nis done\nthen|c\ng|h|i\n");
  EXPECT_EQ(laid("is to", "c", "finish", ""), "k|head|m\na|of what\nis to\nfinish|c\ng|h|i\n") << "the next word had no room";
  EXPECT_EQ(laid("it", "c", "then", ""), "k|head|m\na|of what\nit|c\n|then|\ng|h|i\n") << "the next word had room";
  EXPECT_EQ(laid("is done。", "c", "then", ""), "k|head|m\na|of what\nis done。|c\n|then|\ng|h|i\n");
  EXPECT_EQ(laid("is done", "c", "then", "d"), "k|head|m\na|of what\nis done|c\n|then|d\ng|h|i\n") << "another cell begins anew";
}

// Short texts in two columns fill their lines; and one breaks off at a comma.
TEST(PageBreakTest, ARowTornInTwoColumnsIsTold) {
  auto laid = [](const char* one_text, const char* other, const char* rest, const char* other_rest, const char* figure, std::vector<float> top) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 166, "群众对此").Say(60, 178, "的").Say(160, 166, "大家对此").Say(160, 178, "的").Say(260, 170, "m");
    one.Say(60, 230, one_text).Say(160, 230, other).Say(260, 230, "16");
    top.push_back(80), top.push_back(120);
    two.Frame(40, 120, top).Say(60, 60, rest).Say(160, 60, other_rest).Say(260, 60, figure).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("群众对此\n的|大家对此\n的|m\n").size());
  };
  EXPECT_EQ(laid("河道清淤", "天气原因", "整治", "推迟", "", {40}), "河道清淤\n整治|天气原因\n推迟|16\ng|h|i\n");
  EXPECT_EQ(laid("河道清淤", "天气原因", "整治", "推迟", "12", {40}), "河道清淤|天气原因|16\n整治|推迟|12\ng|h|i\n") << "a row with a figure of its own";
  EXPECT_EQ(laid("河道清淤", "天气原因", "整治", "推迟", "", {}), "河道清淤|天气原因|16\n整治|推迟|\ng|h|i\n") << "closed above, open below: rows";
  EXPECT_EQ(laid("河道", "天气，", "整治", "推迟", "", {40}), "河道|天气，|16\n整治|推迟|\ng|h|i\n") << "another begins anew";
  EXPECT_EQ(laid("河道", "天气，", "", "推迟", "", {40}), "河道|天气，\n推迟|16\ng|h|i\n");
}

// A text goes on, and no more cells begin anew, while two figures are left above.
TEST(PageBreakTest, ARowThatLacksFiguresGoesOnAsMostOfItsTextsDo) {
  auto laid = [](const char* rest, const char* figure, const char* beside) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Down(150, 260, 200).Say(60, 166, "群众对此").Say(60, 178, "的").Say(160, 170, "l").Say(210, 170, "m").Say(260, 170, "n");
    one.Say(60, 230, "河道清淤").Say(160, 230, "12").Say(210, 230, "16").Say(260, 230, "9");
    two.Frame(40, 120, {40, 80, 120}).Down(40, 120, 200).Say(60, 60, rest).Say(160, 60, figure).Say(210, 60, beside);
    two.Say(60, 100, "g").Say(160, 100, "h").Say(210, 100, "i").Say(260, 100, "j");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("群众对此\n的|l|m|n\n").size());
  };
  EXPECT_EQ(laid("整治", "34", ""), "河道清淤\n整治|12\n34|16|9\ng|h|i|j\n");
  EXPECT_EQ(laid("整治", "34", "7"), "河道清淤|12|16|9\n整治|34|7|\ng|h|i|j\n") << "more begin anew";
  EXPECT_EQ(laid("2. 整治", "34", ""), "河道清淤|12|16|9\n2. 整治|34||\ng|h|i|j\n") << "an item of its own";
}

// No line had room for what stands below, a wording and a word, in a row that lacks most of its texts.
TEST(PageBreakTest, ARowOfTextsThatHadNoRoomGoesOn) {
  auto laid = [](const char* one_text, const char* other, const char* beside) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Down(150, 260, 200).Down(150, 260, 300).Say(60, 166, "群众对此").Say(60, 178, "的").Say(160, 166, "8月").Say(160, 178, "底").Say(210, 170, "m").Say(260, 170, "n").Say(310, 170, "o");
    one.Say(60, 230, one_text).Say(160, 230, other).Say(210, 230, "b").Say(260, 230, "c").Say(310, 230, "d");
    two.Frame(40, 120, {40, 80, 120}).Down(40, 120, 200).Down(40, 120, 300).Say(60, 60, "主管部门").Say(160, 60, "前").Say(210, 60, beside);
    two.Say(60, 100, "g").Say(160, 100, "h").Say(210, 100, "i").Say(260, 100, "j").Say(310, 100, "k");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("群众对此\n的|8月\n底|m|n|o\n").size());
  };
  EXPECT_EQ(laid("完成建设", "无误", ""), "完成建设\n主管部门|无误\n前|b|c|d\ng|h|i|j|k\n");
  EXPECT_EQ(laid("完", "无误", ""), "完|无误|b|c|d\n主管部门|前|||\ng|h|i|j|k\n") << "it had room";
  EXPECT_EQ(laid("完成建设", "无误", "e"), "完成建设|无误|b|c|d\n主管部门|前|e||\ng|h|i|j|k\n") << "another begins anew";
}

// A wording and a figure are two targets, however full the text beside them.
TEST(PageBreakTest, AFigureWithItsSignBelowAWordingBeginsAnew) {
  auto laid = [](const char* under) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 166, "群众对此事务").Say(60, 178, "的").Say(160, 166, "≥1200").Say(160, 178, "人").Say(260, 170, "m");
    one.Say(60, 230, "河道清淤工程").Say(160, 230, "及时").Say(260, 230, "c");
    two.Frame(40, 120, {40, 80, 120}).Say(60, 60, "整治").Say(160, 60, under).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("群众对此事务\n的|≥1200\n人|m\n").size());
  };
  EXPECT_EQ(laid("≥8200人"), "河道清淤工程|及时|c\n整治|≥8200人|\ng|h|i\n");
}

// Zeros begin no number.
TEST(PageBreakTest, ZerosForWhichALineHadNoRoomGoOn) {
  auto laid = [](const char* figure, const char* rest) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 170, "k").Say(160, 166, "≥120000").Say(160, 178, "人").Say(260, 170, "m").Say(60, 230, "a").Say(160, 230, figure);
    two.Frame(40, 120, {40, 80, 120}).Say(160, 60, rest).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("k|≥120000\n人|m\n").size());
  };
  EXPECT_EQ(laid("≥32000", "0人"), "a|≥32000\n0人|\ng|h|i\n");
  EXPECT_EQ(laid("≥３２０", "０人"), "a|≥３２０\n０人|\ng|h|i\n");
  EXPECT_EQ(laid("≥32000", "5人"), "a|≥32000|\n|5人|\ng|h|i\n");
  EXPECT_EQ(laid("≥3", "0人"), "a|≥3|\n|0人|\ng|h|i\n") << "it had room";
}

// A text alone in its row, whose figures are above.
TEST(PageBreakTest, ATextThatLeftItsFiguresAboveGoesOn) {
  auto laid = [](const char* text, const char* rest, const char* figure) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 166, "群众对此").Say(60, 178, "的").Say(160, 170, "l").Say(260, 170, "m");
    one.Say(60, 230, text).Say(260, 230, figure);
    two.Frame(40, 120, {40, 80, 120}).Say(60, 60, rest).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("群众对此\n的|l|m\n").size());
  };
  EXPECT_EQ(laid("每月一次", "后", "16"), "每月一次\n后||16\ng|h|i\n");
  EXPECT_EQ(laid("资金来自", "主管部门", "16"), "资金来自\n主管部门||16\ng|h|i\n") << "a wording";
  EXPECT_EQ(laid("每月", "后", "16"), "每月||16\n后||\ng|h|i\n") << "it had room";
  EXPECT_EQ(laid("每月一次", "后", "c"), "每月一次||c\n后||\ng|h|i\n") << "no figure is lost";
}

// No more than the walls between columns run to the break.
TEST(PageBreakTest, ATableWithoutOuterRulesIsClosedByARuleToo) {
  Sheet400 one(1), two(2);
  for (const float x : {150.f, 250.f}) one.Down(150, 260, x), two.Down(40, 120, x);
  one.Across(50, 350, 190).Across(50, 350, 220).Say(60, 170, "k").Say(160, 170, "head").Say(260, 170, "m");
  one.Say(60, 210, "a").Say(160, 210, "b").Say(260, 210, "c").Say(60, 240, "d").Say(160, 240, "heads").Say(260, 240, "half");
  two.Across(50, 350, 80).Across(50, 350, 40).Say(160, 60, "e").Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
  EXPECT_EQ(TextOf({one.Take(), two.Take()}), "k|head|m\na|b|c\nd|heads|half\n|e|\ng|h|i\n");
}

TEST(PageBreakTest, AValueTornFromItsLabelIsTold) {
  auto laid = [](const char* label, const char* value, const char* beside) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 170, "k").Say(160, 170, "head").Say(260, 170, "m");
    one.Say(60, 210, "a").Say(160, 210, label);
    two.Frame(40, 120, {40, 80, 120}).Say(160, 60, value).Say(260, 60, beside).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("k|head|m\n").size());
  };
  EXPECT_EQ(laid("主管部门：", "2022", ""), "a|主管部门：\n2022|\ng|h|i\n");
  EXPECT_EQ(laid("主管部门", "2022", ""), "a|主管部门|\n|2022|\ng|h|i\n");
  EXPECT_EQ(laid("主管部门：", "2022", "d"), "a|主管部门：|\n|2022|d\ng|h|i\n") << "a row of its own";
}

// A wording that fits the column, alone in its row.
TEST(PageBreakTest, AWordingBelowAFullLineGoesOn) {
  auto laid = [](const char* last_line, const char* beside, bool ruled) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190}).Say(60, 170, "k").Say(160, 170, "head").Say(260, 170, "m");
    one.Say(60, 240, "a").Say(160, 228, "本年筹集").Say(160, 240, last_line).Say(260, 240, "c");
    two.Frame(40, 120, {80, 120}).Say(160, 60, "主管部门").Say(260, 60, beside).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    if (ruled) one.Across(50, 350, 260), two.Across(50, 350, 40);
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("k|head|m\n").size());
  };
  EXPECT_EQ(laid("配套和其", "", false), "a|本年筹集\n配套和其\n主管部门|c\ng|h|i\n");
  EXPECT_EQ(laid("配套", "", false), "a|本年筹集\n配套|c\n|主管部门|\ng|h|i\n") << "it had room";
  EXPECT_EQ(laid("配套和其", "d", false), "a|本年筹集\n配套和其|c\n|主管部门|d\ng|h|i\n") << "it has a value";
  EXPECT_EQ(laid("配套和其", "", true), "a|本年筹集\n配套和其|c\n|主管部门|\ng|h|i\n") << "rules part them";
}

// A head that is printed again goes; the next break is told all the same.
TEST(PageBreakTest, ABreakIsToldWhateverAnotherWas) {
  Sheet400 one(1), two(2), three(3);
  one.Frame(150, 260, {150, 190, 260}).Say(60, 170, "k").Say(160, 170, "head").Say(260, 170, "m").Say(60, 240, "a").Say(160, 240, "b").Say(260, 240, "c");
  two.Frame(40, 280, {40, 80, 180}).Say(60, 60, "k").Say(160, 60, "head").Say(260, 60, "m").Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
  two.Say(60, 240, "n").Say(160, 240, "of what，").Say(260, 240, "o");
  three.Frame(40, 120, {80, 120}).Say(160, 60, "then").Say(60, 100, "p").Say(160, 100, "q").Say(260, 100, "r");
  EXPECT_EQ(TextOf({one.Take(), two.Take(), three.Take()}), "k|head|m\na|b|c\ng|h|i\nn|of what，\nthen|o\np|q|r\n");
}

// A page may end with a sentence of a text.
TEST(PageBreakTest, AParagraphIsTornBetweenSentences) {
  auto laid = [](const char* last_line, const char* rest_beside) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 170, "k").Say(160, 170, "head").Say(260, 170, "m");
    one.Say(160, 210, "一，二，三四").Say(160, 222, "，五六七八。").Say(160, 234, last_line).Say(260, 210, "c");
    two.Frame(40, 120, {40, 80, 120}).Say(160, 56, "三，四，五六").Say(160, 68, "，五六七。").Say(260, 60, rest_beside).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("k|head|m\n").size());
  };
  EXPECT_EQ(laid("九，十一二。", ""), "|一，二，三四\n，五六七八。\n九，十一二。\n三，四，五六\n，五六七。|c\ng|h|i\n");
  EXPECT_EQ(laid("九。", ""), "|一，二，三四\n，五六七八。\n九。|c\n|三，四，五六\n，五六七。|\ng|h|i\n") << "the next sentence had room";
  EXPECT_EQ(laid("九，十一二。", "d"), "|一，二，三四\n，五六七八。\n九，十一二。|c\n|三，四，五六\n，五六七。|d\ng|h|i\n") << "another cell begins anew";
}

// Forms without titles, of which each fills its page.
TEST(PageBreakTest, AFormThatBeginsAnewIsNotJoined) {
  auto tables = [](const char* label, const char* name) {
    Sheet400 one(1), two(2);
    for (Sheet400* sheet : {&one, &two}) sheet->Frame(20, 280, {20, 150, 280}).Say(60, 60, "项目名称").Say(60, 200, sheet == &one ? "主管部门" : label);
    one.Say(160, 60, "road").Say(160, 200, "town").Say(260, 200, "c");
    two.Say(160, 60, name).Say(160, 200, "town").Say(260, 200, "c");
    const LaidText laid = LayOut({one.Take(), two.Take()}, SomeWords());
    return std::count_if(laid.items.begin(), laid.items.end(), [](const LaidText::Item& item) { return item.is_table; });
  };
  EXPECT_EQ(tables("主管部门", "bridge"), 2);
  EXPECT_EQ(tables("主管部门", "road"), 1) << "the same rows again: a head";
  EXPECT_EQ(tables("anything", "bridge"), 1);
}

// The rest of a row may be a single word, all that its page has of the table.
TEST(PageBreakTest, AWordingTornBetweenRulesIsKnown) {
  Sheet400 one(1), two(2);
  one.Frame(150, 260, {150, 190, 260}).Say(60, 170, "k").Say(160, 170, "l").Say(260, 170, "m").Say(60, 230, "a").Say(160, 230, "主管").Say(260, 230, "c");
  two.Frame(40, 80, {40, 80}).Say(160, 60, "部门");
  EXPECT_EQ(TextOf({one.Take(), two.Take()}), "k|l|m\na|主管\n部门|c\n");
}

// A label over several rows goes on although other cells begin anew; and two of them carry the row, whatever is below blank cells.
TEST(PageBreakTest, AWordingTornBesideCellsThatBeginAnew) {
  auto laid = [](const char* second, const char* third, const char* rest, const char* below) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 170, "k").Say(160, 170, "l").Say(260, 170, "m").Say(60, 230, "主管").Say(160, 230, second).Say(260, 230, third);
    two.Frame(40, 120, {40, 80, 120}).Say(60, 60, "部门").Say(160, 60, rest).Say(260, 60, below).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("k|l|m\n").size());
  };
  EXPECT_EQ(laid("b", "c", "d", "e"), "主管\n部门|b|c\n|d|e\ng|h|i\n");
  EXPECT_EQ(laid("主管", "", "部门", "e"), "主管\n部门|主管\n部门|e\ng|h|i\n");
  EXPECT_EQ(laid("b", "", "", "e"), "主管\n部门|b|\n||e\ng|h|i\n") << "one wording is not enough";
  EXPECT_EQ(laid("1", "c", "1", "e"), "主管\n部门|1|c\n|1|e\ng|h|i\n") << "row 11 of some form";
}

// What stands between two numbered items goes on with the first, if that had no room for it.
TEST(PageBreakTest, WhatHasNoNumberInAListGoesOn) {
  auto laid = [](const char* item, const char* rest, const char* next) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 166, "6. North").Say(60, 178, "harbours").Say(160, 170, "l").Say(260, 170, "m");
    one.Say(60, 230, item).Say(160, 230, "b").Say(260, 230, "c");
    two.Frame(40, 120, {40, 80, 120}).Say(60, 60, rest).Say(60, 100, next).Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("6. North\nharbours|l|m\n").size());
  };
  EXPECT_EQ(laid("7. Old", "markets", "8. Mill"), "7. Old\nmarkets|b|c\n8. Mill|h|i\n");
  EXPECT_EQ(laid("(b) Old", "markets", "(c) Mill"), "(b) Old\nmarkets|b|c\n(c) Mill|h|i\n");
  EXPECT_EQ(laid("7. A", "to", "8. Mill"), "7. A|b|c\nto||\n8. Mill|h|i\n") << "it had room";
  EXPECT_EQ(laid("7. A", "may", "8. Mill"), "7. A\nmay|b|c\n8. Mill|h|i\n") << "with the blank before it";
  EXPECT_EQ(laid("7. A", "x", "8. Mill"), "7. A|b|c\nx||\n8. Mill|h|i\n") << "it had room";
  EXPECT_EQ(laid("7. Old", "markets", "Mill"), "7. Old|b|c\nmarkets||\nMill|h|i\n") << "no list";
  EXPECT_EQ(laid("Old", "markets", "8. Mill"), "Old|b|c\nmarkets||\n8. Mill|h|i\n");
}

// Each cell of the row is an item with its number; a number alone has its text below.
TEST(PageBreakTest, ItemsThatLeaveTheirNumbersAboveGoOn) {
  auto laid = [](const char* over, const char* other, const char* under, const char* other_under) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 166, "of ports").Say(60, 178, "s").Say(160, 166, "of ports").Say(160, 178, "s").Say(260, 170, "m");
    one.Say(60, 230, over).Say(160, 230, other).Say(260, 230, "c");
    two.Frame(40, 120, {40, 80, 120}).Say(60, 60, under).Say(160, 60, other_under).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("of ports\ns|of ports\ns|m\n").size());
  };
  EXPECT_EQ(laid("3.", "$", "ports", "9,851.00"), "3.\nports|$\n9,851.00|c\ng|h|i\n");
  EXPECT_EQ(laid("3.", "(b)", "a", "of"), "3.\na|(b)\nof|c\ng|h|i\n");
  EXPECT_EQ(laid("3. on", "4. on", "ports", "ports"), "3. on\nports|4. on\nports|c\ng|h|i\n");
  EXPECT_EQ(laid("3.", "4. o", "e", "a"), "3.\ne|4. o\na|c\ng|h|i\n") << "whatever room is left";
  EXPECT_EQ(laid("3. o", "4. o", "e", "a"), "3. o|4. o|c\ne|a|\ng|h|i\n");
  EXPECT_EQ(laid("3. on", "4. on", "4. e", "5. e"), "3. on|4. on|c\n4. e|5. e|\ng|h|i\n");
  EXPECT_EQ(laid("3. on", "on", "ports", "ports"), "3. on|on|c\nports|ports|\ng|h|i\n") << "one of them is no item";
}

// Where no cell of a column is wrapped, those of others tell how long its lines may be.
TEST(PageBreakTest, AColumnWithoutWrappedCellsMayGoOnToo) {
  auto laid = [](const char* beside) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 170, "k").Say(160, 166, "of thing").Say(160, 178, "s").Say(260, 170, "m").Say(60, 230, "a");
    one.Say(160, 230, "群众对此的").Say(260, 230, beside);
    two.Frame(40, 120, {40, 80, 120}).Say(160, 60, "满意").Say(260, 60, "as the").Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("k|of thing\ns|m\n").size());
  };
  EXPECT_EQ(laid("the same"), "a|群众对此的\n满意|the same\nas the\ng|h|i\n");
  EXPECT_EQ(laid("it"), "a|群众对此的|it\n|满意|as the\ng|h|i\n") << "it had room";
}

// Nor has any cell a wrapped line that would tell how much room there was: the walls tell.
TEST(PageBreakTest, ALineThatLeftNoRoomBeforeItsWallGoesOn) {
  auto laid = [](const char* under) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}, 5, 130).Say(10, 170, "k").Say(140, 170, "head").Say(270, 170, "m");
    one.Say(10, 230, "a").Say(140, 230, "of another").Say(270, 230, "c");
    two.Frame(40, 120, {40, 80, 120}, 5, 130).Say(140, 60, under).Say(10, 100, "g").Say(140, 100, "h").Say(270, 100, "i");
    return TextOf({one.Take(true), two.Take(true)}).substr(std::string_view("k|head|m\n").size());
  };
  EXPECT_EQ(laid("thing"), "a|of another\nthing|c\ng|h|i\n");
  EXPECT_EQ(laid("x"), "a|of another|c\n|x|\ng|h|i\n") << "it had room";
}

// A word that the page break may have broken is not sure to be two.
TEST(PageBreakTest, AWordMayGoOn) {
  auto laid = [](const char* last, const char* rest) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}, 5, 130).Say(10, 170, "k").Say(140, 170, "head").Say(270, 170, "m");
    one.Say(10, 230, "a").Say(140, 218, "of").Say(140, 230, last).Say(270, 230, "12");
    two.Frame(40, 120, {40, 80, 120}, 5, 130).Say(140, 60, rest).Say(10, 100, "g").Say(140, 100, "h").Say(270, 100, "i");
    return TextOf({one.Take(true), two.Take(true)}).substr(std::string_view("k|head|m\n").size());
  };
  EXPECT_EQ(laid("transportat", "io by"), "a|of\ntransportat\u200B\nio by|12\ng|h|i\n");
  EXPECT_EQ(laid("transportat", "Io by"), "a|of\ntransportat\nIo by|12\ng|h|i\n");
  EXPECT_EQ(laid("by transpor", "io by"), "a|of\nby transpor\nio by|12\ng|h|i\n") << "the word would have begun the line";
}

// A mark stays with the letter before it.
TEST(PageBreakTest, ALetterAndItsMarkNeedRoomTogether) {
  auto laid = [](const char* rest, const char* last = "共八百余人") {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 170, "k").Say(160, 166, "群众对此事的").Say(160, 178, "满意").Say(260, 170, "m").Say(60, 230, "a");
    one.Say(160, 218, "而此地惠及群众").Say(160, 230, last);
    two.Frame(40, 120, {40, 80, 120}).Say(160, 60, rest).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()});
  };
  EXPECT_THAT(laid("次。"), testing::HasSubstr("共八百余人\n次。"));
  EXPECT_THAT(laid("次数"), testing::Not(testing::HasSubstr("共八百余人\n次数")));
  EXPECT_THAT(laid("次数", "共80万余人"), testing::HasSubstr("共80万余人\n次数")) << "with the blanks that are set beside figures";
}

// Neither a mark that begins no text nor the end of a range begins a row, and what ends a sentence is no label.
TEST(PageBreakTest, WhatBeginsNothingGoesOn) {
  auto laid = [](const char* over, const char* under) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 170, "k").Say(160, 166, "of thing").Say(160, 178, "s").Say(260, 170, "m").Say(60, 230, "a");
    one.Say(160, 230, over).Say(260, 230, "c");
    two.Frame(40, 120, {40, 80, 120}).Say(160, 60, under).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("k|of thing\ns|m\n").size());
  };
  EXPECT_EQ(laid("3,931", ",000.00"), "a|3,931\n,000.00|c\ng|h|i\n");
  EXPECT_EQ(laid("71-", "93%"), "a|71-\n93%|c\ng|h|i\n");
  EXPECT_EQ(laid("71", "93%"), "a|71|c\n|93%|\ng|h|i\n");
  EXPECT_EQ(laid("群众对此的", "主管部门。"), "a|群众对此的\n主管部门。|c\ng|h|i\n");
  EXPECT_EQ(laid("群众对此的", "主管部门"), "a|群众对此的|c\n|主管部门|\ng|h|i\n");
}

// How well the cell at the foot of a page can be read, whose row begins at y.
bool IsCutAtFoot(const char* last, bool closed, const char* next = nullptr, float y = 100) {
  Sheet400 one(1), two(2);
  one.Frame(30, 280, {30, y}).Say(60, 50, "k").Say(160, 50, "l").Say(260, 50, "m").Say(60, 210, "a").Say(260, 210, "c");
  one.Say(160, 252, "of what").Say(160, 264, "is told").Say(160, 276, last);
  if (closed) one.Across(50, 350, 280);
  std::vector<PageContent> pages = {one.Take()};
  if (next) {
    two.Frame(40, 120, {80, 120}).Say(160, 60, next).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    pages.push_back(two.Take());
  }
  const LaidText laid = LayOut(std::move(pages), SomeWords());
  const size_t at = laid.text.find("of what");
  for (const TextBox& box : laid.boxes)
    if (box.range.begin == at) return box.legibility <= 0;
  return false;
}

// Lines outside tables are a form's, too: where no table has rules, only white parts its cells.
TEST(LayoutTest, WhatNoRulePartsIsSaid) {
  auto unruled = [](bool ruled) {
    Sheet400 sheet(1);
    sheet.Say(50, 40, "title");
    if (ruled) sheet.Frame(100, 160, {100, 130, 160}).Say(60, 120, "a").Say(160, 120, "b").Say(260, 120, "c").Say(60, 150, "d");
    const LaidText laid = LayOut({sheet.Take()}, SomeWords());
    return std::count_if(laid.boxes.begin(), laid.boxes.end(), [](const TextBox& box) { return box.unruled; });
  };
  EXPECT_EQ(unruled(true), 0);
  EXPECT_EQ(unruled(false), 1);
}

// A narrow cell breaks a word that is longer than its line, and ends between two that are not.
TEST(LayoutTest, AWordThatItsCellBreaksIsOne) {
  auto text = [](const char* first, const char* rest, const char* elsewhere) {
    Sheet400 sheet(1);
    sheet.Frame(60, 140, {60, 110, 140}).Say(60, 76, first).Say(60, 88, rest).Say(160, 80, "b").Say(260, 80, "c").Say(60, 130, "k").Say(160, 130, "l").Say(260, 130, "m");
    sheet.Frame(200, 260, {200, 230, 260}, 5, 130).Say(15, 220, "e").Say(145, 220, elsewhere).Say(275, 220, "f").Say(15, 250, "g").Say(145, 250, "h").Say(275, 250, "i");
    LaidText laid = LayOut({sheet.Take(true)}, SomeWords());
    return laid.text.substr(0, laid.text.find('\t'));
  };
  EXPECT_EQ(text("westhaca", "ven of", "k"), "westhaca\u200B\nven of") << "nobody knows";
  EXPECT_EQ(text("transpor", "tation", "k"), "transportation") << "stations and nations are, tations aren't";
  EXPECT_EQ(text("harbours", "nation", "k"), "harbours\u200B\nnation");
  EXPECT_EQ(text("restorat", "ion of", "k"), "restoration of") << "the break is in an ending";
  EXPECT_EQ(text("stonebri", "dge by", "k"), "stonebridge by") << "no word begins so";
  EXPECT_EQ(text("isolated", "ports", "k"), "isolated\nports") << "a word ends so";
  EXPECT_EQ(text("isolated", "ness", "k"), "isolatedness");
  EXPECT_EQ(text("isolated", "and", "k"), "isolated\u200B\nand") << "too short to tell";
  EXPECT_EQ(text("carriers", "port", "carriers"), "carriers\nport") << "one of two is a word, and both long enough for one";
  EXPECT_EQ(text("transpor", "tatio of", "k"), "transpor\u200B\ntatio of");
  EXPECT_EQ(text("carriers", "hip of", "carriership"), "carriership of");
  EXPECT_EQ(text("collecti", "n of", "k"), "collectin of") << "no word of any language";
  EXPECT_EQ(text("carriers", "and", "carriers"), "carriers\u200B\nand") << "one of two is a word";
  EXPECT_EQ(text("carry", "and", "carry and"), "carry\nand");
  EXPECT_EQ(text("carrie", "and", "k"), "carrie\nand") << "a letter has room";
  EXPECT_EQ(text("carriers", "And", "k"), "carriers\nAnd");
  EXPECT_EQ(text("by ports", "and", "k"), "by ports\nand") << "the word would have begun the line";
  EXPECT_EQ(text("transpo-", "rtation", "k"), "transportation") << "so programs hyphenate that know no syllables";
  EXPECT_EQ(text("westha-", "ven of", "to westhaven"), "westhaven of") << "the page has it whole";
  EXPECT_EQ(text("westha-", "ven of", "k"), "westha-\nven of") << "nobody knows";
  EXPECT_EQ(text("outrea-", "ch by", "k"), "outreach by") << "no word lacks vowels";
  EXPECT_EQ(text("follow-", "up by", "follow up"), "follow-\nup by") << "words joined by a hyphen";
  EXPECT_EQ(text("Non-", "Construction", "NonConstruction"), "Non-\nConstruction") << "a capital begins a word";
}

TEST(LayoutTest, AnUprightLabelInALowRowIsReadFromTheRight) {
  auto text = [](const char* label, const char* below) {
    Sheet400 one(1), two(2);
    one.Frame(180, 260, {180, 220, 260}).Say(60, 200, "k").Say(160, 200, "l").Say(260, 200, "m").Say(60, 240, label).Say(160, 240, "b").Say(260, 240, "c");
    two.Frame(40, 120, {40, 80, 120}).Say(60, 60, below).Say(160, 60, "e").Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("k|l|m\n").size());
  };
  EXPECT_EQ(text("门 部 管 主", ""), "主管部门|b|c\n|e|\ng|h|i\n");
  EXPECT_EQ(text("部管主", "门"), "主管部\n门|b|c\n|e|\ng|h|i\n");
  EXPECT_EQ(text("长期无", ""), "长期无|b|c\n|e|\ng|h|i\n") << "no label";
}

// Calc ends a frame at the page's last row and begins the next page with a title that had room above.
TEST(LayoutTest, ATitleBelowAKnownLabelIsNoPartOfIt) {
  auto text = [](const char* label, const char* below) {
    Sheet400 sheet(1);
    sheet.Frame(60, 120, {60, 90, 120}).Say(60, 80, "a").Say(160, 80, "b").Say(60, 110, label).Say(60, 124, below).Say(160, 110, "c");
    return TextOf({sheet.Take()});
  };
  EXPECT_EQ(text("项目主管部门名", "titles"), "a|b|\n项目主管部门名\ntitles|c|\n") << "a text that goes on";
  EXPECT_EQ(text("主管部门", "titles"), "a|b|\n主管部门|c|\ntitles\n");
}

TEST(LayoutTest, ATextThatThePageCutsOffIsDoubted) {
  EXPECT_TRUE(IsCutAtFoot("of them", false));
  EXPECT_FALSE(IsCutAtFoot("of them", true));
  EXPECT_FALSE(IsCutAtFoot("yes it.", false)) << "it is at its end";
  EXPECT_FALSE(IsCutAtFoot("of", false)) << "its last line is short";
  EXPECT_FALSE(IsCutAtFoot("of them", false, "all")) << "it goes on";
  EXPECT_FALSE(IsCutAtFoot("of them", false, nullptr, 200)) << "its row had room on a page";
}

// Programs that close each part leave out what a page has no room for all the same.
TEST(LayoutTest, ATextThatIsAllOfItsPageAndHasNoEndIsDoubted) {
  auto cut = [](const char* last) {
    Sheet400 sheet(1);
    sheet.Frame(30, 280, {30, 280}).Say(60, 150, "a").Say(260, 150, "c").Say(160, 252, "of what").Say(160, 264, "is told").Say(160, 276, last);
    const LaidText laid = LayOut({sheet.Take(true)}, SomeWords());
    return std::any_of(laid.boxes.begin(), laid.boxes.end(), [](const TextBox& box) { return box.legibility <= 0; });
  };
  EXPECT_TRUE(cut("of them"));
  EXPECT_FALSE(cut("yes it."));
  EXPECT_FALSE(cut("of"));
}

TEST(LayoutTest, ARowThatRunsOffThePaperIsDoubted) {
  auto cut = [](float y, float foot) {
    Sheet400 sheet(1);
    sheet.Frame(230, foot, {230, 260}).Say(60, 250, "k").Say(160, 250, "l").Say(260, 250, "m").Say(60, 275, "a").Say(160, y, "of what");
    const LaidText laid = LayOut({sheet.Take()}, SomeWords());
    for (const TextBox& box : laid.boxes)
      if (box.range.begin == laid.text.find("of what")) return box.legibility <= 0;
    return false;
  };
  EXPECT_TRUE(cut(292, 300));
  EXPECT_FALSE(cut(275, 300)) << "another line would be seen";
  EXPECT_FALSE(cut(272, 280)) << "no paper ends there";
}

TEST(LayoutTest, ATextAtThePapersEdgeIsDoubted) {
  auto cut = [](float x, bool clipped = false) {
    Sheet400 sheet(1);
    sheet.Frame(100, 160, {100, 130, 160}, 40, 119).Say(60, 120, "a").Say(160, 120, "b").Say(x, 120, "3,341,908.");
    if (clipped) sheet.Clip();
    sheet.Say(60, 150, "d").Say(160, 150, "e").Say(300, 150, "f");
    const LaidText laid = LayOut({sheet.Take()}, SomeWords());
    for (const TextBox& box : laid.boxes)
      if (box.range.begin == laid.text.find("3,341")) return box.legibility <= 0;
    return false;
  };
  EXPECT_FALSE(cut(285));
  EXPECT_TRUE(cut(298));
  EXPECT_TRUE(cut(285, true));
}

// A figure goes on with the sign above it; with a figure, or from a sign of its own, only where other cells of the row tell.
TEST(PageBreakTest, FiguresBelowSignsAndFigures) {
  auto laid = [](const char* over, const char* under, const char* beside, const char* rest) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 170, "k").Say(160, 170, "l").Say(260, 170, "m").Say(60, 230, "a").Say(160, 230, over).Say(260, 230, beside);
    two.Frame(40, 120, {40, 80, 120}).Say(160, 60, under).Say(260, 60, rest).Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("k|l|m\n").size());
  };
  EXPECT_EQ(laid("$", "1,200", "c", ""), "a|$\n1,200|c\ng|h|i\n");
  EXPECT_EQ(laid("$", "$1,200", "c", ""), "a|$|c\n|$1,200|\ng|h|i\n");
  EXPECT_EQ(laid("≥40", "0人次", "主管", "部门"), "a|≥40\n0人次|主管\n部门\ng|h|i\n");
  EXPECT_EQ(laid("1,448,951.0", "0", "c", ""), "a|1,448,951.0\n0|c\ng|h|i\n");
  EXPECT_EQ(laid("1,448,9", "51.00", "c", ""), "a|1,448,9\n51.00|c\ng|h|i\n");
  EXPECT_EQ(laid("1,448,951.00", "0", "c", ""), "a|1,448,951.00|c\n|0|\ng|h|i\n");
  EXPECT_EQ(laid("26061000.0", "0", "c", ""), "a|26061000.0\n0|c\ng|h|i\n");
  EXPECT_EQ(laid("２，４２６，５５", "１", "c", ""), "a|２，４２６，５５\n１|c\ng|h|i\n");
  EXPECT_EQ(laid("1，670，11", "4.87", "c", ""), "a|1，670，11\n4.87|c\ng|h|i\n");
  EXPECT_EQ(laid("/", "1,200", "c", ""), "a|/|c\n|1,200|\ng|h|i\n") << "nothing, and no sign";
  EXPECT_EQ(laid("$ 1,200.00", "$", "c", ""), "a|$ 1,200.00|c\n|$|\ng|h|i\n") << "of the next amount";
  EXPECT_EQ(laid("＄", "１，２００", "c", ""), "a|＄\n１，２００|c\ng|h|i\n");
  EXPECT_EQ(laid("2024.1", "2", "c", ""), "a|2024.1|c\n|2|\ng|h|i\n");
  EXPECT_EQ(laid("1.5", "2", "c", ""), "a|1.5|c\n|2|\ng|h|i\n") << "no thousands";
  EXPECT_EQ(laid("73", "-90%", "c", ""), "a|73\n-90%|c\ng|h|i\n");
  EXPECT_EQ(laid("73", "-60%", "c", ""), "a|73|c\n|-60%|\ng|h|i\n") << "no range falls";
  EXPECT_EQ(laid("73", "-90", "c", ""), "a|73|c\n|-90|\ng|h|i\n");
  EXPECT_EQ(laid("不少于", "40人次", "c", ""), "a|不少于\n40人次|c\ng|h|i\n");
  EXPECT_EQ(laid("At least", "40", "c", ""), "a|At least\n40|c\ng|h|i\n");
  EXPECT_EQ(laid("不少于", "不少于40人次", "c", ""), "a|不少于|c\n|不少于40人次|\ng|h|i\n");
  EXPECT_EQ(laid("≥40", "0人次", "主管部门", "b"), "a|≥40|主管部门\n|0人次|b\ng|h|i\n");
}

TEST(PageBreakTest, FiguresThatAreWholeAreTwo) {
  Sheet400 one(1), two(2);
  one.Frame(150, 260, {150, 190}).Say(60, 170, "k").Say(160, 166, "1,234,5").Say(160, 178, "00").Say(260, 170, "m").Say(60, 230, "a").Say(160, 230, "200,000");
  two.Frame(40, 120, {80, 120}).Say(160, 60, "300,000").Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
  EXPECT_EQ(TextOf({one.Take(), two.Take()}), "k|1,234,5\n00|m\na|200,000|\n|300,000|\ng|h|i\n");
}

TEST(PageBreakTest, AWrappedFigureIsSeenAsAWhole) {
  auto laid = [](const char* first) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190, 260}).Say(60, 170, "k").Say(160, 170, "l").Say(60, 230, "a").Say(160, 218, first).Say(160, 230, "000.0");
    two.Frame(40, 120, {40, 80, 120}).Say(160, 60, "0").Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("k|l|\n").size());
  };
  EXPECT_EQ(laid("9335"), "a|9335\n000.0\n0|\ng|h|i\n");
  EXPECT_EQ(laid("9"), "a|9\n000.0|\n|0|\ng|h|i\n") << "no thousands";
}

TEST(PageBreakTest, AMergedLabelGoesOnWhereNoRuleClosesIt) {
  Sheet400 one(1), two(2);
  one.Frame(180, 260, {180}).Across(150, 350, 220).Across(150, 350, 260).Say(60, 220, "主管");
  one.Say(160, 200, "a").Say(260, 200, "b").Say(160, 240, "c").Say(260, 240, "d");
  two.Frame(40, 120, {120}).Across(150, 350, 80).Say(60, 80, "部门").Say(160, 60, "e").Say(260, 60, "f");
  two.Say(160, 100, "g").Say(260, 100, "h");
  EXPECT_EQ(TextOf({one.Take(), two.Take()}), "主管\n部门|a|b\n|c|d\n|e|f\n|g|h\n");
}

// Rules at both sides of the break, but not of every cell: those that have none are merged, however many rows they have on a page.
TEST(PageBreakTest, CellsLeftOpenBesideRuledOnesAreMerged) {
  auto laid = [](float closed_from, const char* over, const char* under) {
    Sheet400 one(1), two(2);
    one.Frame(150, 260, {150, 190}).Across(closed_from, 350, 260).Say(60, 170, "k").Say(160, 170, "l").Say(260, 170, "m");
    one.Say(60, 230, "a").Say(160, 230, over).Say(260, 230, "c");
    two.Frame(40, 120, {80, 120}).Across(closed_from, 350, 40).Say(160, 60, under).Say(260, 60, "f").Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
    return TextOf({one.Take(), two.Take()}).substr(std::string_view("k|l|m\n").size());
  };
  EXPECT_EQ(laid(250, "", "1,200"), "a|1,200|c\n||f\ng|h|i\n");
  EXPECT_EQ(laid(250, "1,100", "1,200"), "a|1,100|c\n|1,200|f\ng|h|i\n") << "two figures";
  EXPECT_EQ(laid(50, "", "1,200"), "a||c\n|1,200|f\ng|h|i\n");
  EXPECT_EQ(laid(250, "主管部门", "（元）"), "a|主管部门\n（元）|c\n||f\ng|h|i\n") << "a label's unit";
  EXPECT_EQ(laid(250, "主管部门", "(1)"), "a|主管部门|c\n|(1)|f\ng|h|i\n");
  EXPECT_EQ(laid(250, "主管部门", "（无）"), "a|主管部门|c\n|（无）|f\ng|h|i\n");
}

// What a browser prints into the margins parts no table, and its gaps no cells.
TEST(LayoutTest, LinesInTheMarginsAreNoPartsOfTheForm) {
  Sheet400 one(1), two(2);
  one.Say(20, 20, "3/1/24, 9:05           申报表").Frame(180, 260, {180, 220, 260}).Say(60, 200, "k").Say(160, 200, "l").Say(60, 240, "a").Say(160, 240, "b");
  two.Say(20, 20, "3/1/24, 9:05           申报表").Frame(40, 120, {40, 80, 120}).Say(60, 60, "c").Say(160, 60, "d").Say(60, 100, "g").Say(160, 100, "h");
  one.Say(20, 280, "file:///a                     1/2");
  LaidText laid = LayOut({one.Take(), two.Take()}, SomeWords());
  Document document;
  document.decoded = laid.text;
  document.text = document.decoded;
  document.boxes = laid.boxes;
  const Grid grid = Tabulate(document, laid, SomeWords(), Limits());
  std::string shown;
  for (uint32_t r = 0; r < grid.rows(); ++r) shown += std::to_string(grid.row(r).size()) + " ";
  EXPECT_EQ(shown, "1 3 3 3 3 1 1 ") << laid.text;
}

TEST(LayoutTest, EveryCellAndEveryWordOutsideHasItsBox) {
  Sheet400 sheet(3);
  sheet.Say(50, 40, "title").Frame(100, 160, {100, 130, 160}).Say(60, 120, "a").Say(160, 120, "b").Say(260, 120, "c");
  sheet.Say(60, 150, "d").Say(160, 150, "e");
  LaidText laid = LayOut({sheet.Take()}, SomeWords());
  Document document;
  document.decoded = laid.text;
  document.text = document.decoded;
  document.boxes = laid.boxes;
  Grid grid = Tabulate(document, laid, SomeWords(), Limits());
  ASSERT_EQ(grid.rows(), 3u);
  auto box = [&](uint32_t row, uint32_t column) {
    Box b = BoxOf(document, grid.row(row)[column].range);
    return std::vector<int>{b.page, static_cast<int>(b.x0), static_cast<int>(b.y0), static_cast<int>(b.x1), static_cast<int>(b.y1)};
  };
  EXPECT_THAT(box(0, 0), ElementsAre(3, 50, 32, 100, 42));
  EXPECT_THAT(box(1, 1), ElementsAre(3, 150, 100, 250, 130));
  EXPECT_THAT(box(2, 2), ElementsAre(3, 250, 130, 350, 160)) << "of a blank cell";
  EXPECT_EQ(grid.row(2)[2].shapes, kLooksBlank);
}

TEST(LayoutTest, LinesOutsideAreCutByTheirLabels) {
  Sheet400 sheet(1);
  sheet.Say(10, 40, "主管部门：某局 实施单位：某站").Frame(100, 160, {100, 130, 160}).Say(60, 120, "a").Say(160, 120, "b");
  LaidText laid = LayOut({sheet.Take()}, SomeWords());
  Document document;
  document.decoded = laid.text;
  document.text = document.decoded;
  document.boxes = laid.boxes;
  Grid grid = Tabulate(document, laid, SomeWords(), Limits());
  ASSERT_EQ(grid.row(0).size(), 4u);
  EXPECT_EQ(grid.row(0)[1].text, "某局");
  EXPECT_EQ(grid.row(0)[3].text, "某站");
}

TEST(LayoutTest, NoPagesGiveNoRows) {
  LaidText laid = LayOut({}, SomeWords());
  EXPECT_EQ(laid.text, "");
  EXPECT_EQ(Tabulate(Document(), laid, SomeWords(), Limits()).rows(), 0u);
}

TEST(LayoutTest, AReadingOfOneWordSaysNothingOfACellOfSeveral) {
  Sheet400 sheet(1);
  sheet.Frame(40, 80, {40, 60, 80}).Say(60, 55, "12 50").Say(160, 55, "7").Say(60, 75, "8").Say(160, 75, "9").Say(260, 75, "6");
  sheet.Read({0, 59, 44, 81, 56}, "19").Read({0, 159, 44, 171, 56}, "1").Read({0, 51, 61, 149, 79}, "3");
  const LaidText laid = LayOut({sheet.Take()}, Vocabulary());
  std::vector<std::string> read;
  for (const TextBox& box : laid.boxes)
    for (uint32_t i = 0; i < box.readings; ++i)
      read.push_back(laid.text.substr(box.range.begin, box.range.end - box.range.begin) + " " + laid.readings[box.first_reading + i].text);
  EXPECT_THAT(read, ElementsAre("7 1", "8 3"));
}

// The text of pages from one row on: what is left of them laid out again; "no": they can't be parted there.
std::string From(const std::vector<PageContent>& pages, uint32_t row) {
  const LaidText laid = LayOut(pages, SomeWords());
  auto rest = PagesFrom(pages, laid, laid.text, row, SomeWords());
  return rest ? TextOf(std::move(*rest)) : "no";
}

Sheet400 Ruled(int number) {
  Sheet400 sheet(number);
  sheet.Frame(100, 160, {100, 130, 160}).Say(60, 120, "a").Say(160, 120, "b").Say(260, 120, "c").Say(60, 150, "d");
  return sheet;
}

TEST(PagesFromTest, ATableBeginsWhatIsLeft) {
  const std::vector<PageContent> pages = {Ruled(1).Say(50, 40, "above").Take(), Ruled(2).Say(50, 200, "below").Take()};
  ASSERT_EQ(TextOf(pages), "above\na|b|c\nd||\na|b|c\nd||\nbelow\n");
  EXPECT_EQ(From(pages, 1), "a|b|c\nd||\na|b|c\nd||\nbelow\n");
  EXPECT_EQ(From(pages, 3), "a|b|c\nd||\nbelow\n");
  EXPECT_EQ(From(pages, 5), "no") << "the table above it is the lowest of the last page: it may run on";
}

TEST(PagesFromTest, NothingIsPartedWithinATableOrBeforeTheFirstRow) {
  const std::vector<PageContent> pages = {Ruled(1).Take(), Ruled(2).Take()};
  EXPECT_EQ(From(pages, 0), "no");
  EXPECT_EQ(From(pages, 1), "no");
  EXPECT_EQ(From(pages, 3), "no");
  EXPECT_EQ(From(pages, 9), "no");
}

TEST(PagesFromTest, ALineBeginsItBehindATableOrAsATitle) {
  const auto page = [](const char* line) { return Ruled(2).Say(50, 30, "- 2 -").Say(50, 60, line).Take(); };
  const std::vector<PageContent> plain = {Ruled(1).Take(), page("anything")};
  ASSERT_EQ(TextOf(plain), "a|b|c\nd||\n- 2 -\nanything\na|b|c\nd||\n");
  EXPECT_EQ(From(plain, 2), "- 2 -\nanything\na|b|c\nd||\n");
  EXPECT_EQ(From(plain, 3), "no") << "it may share columns with the line above";
  std::string title;
  for (const KnownWord& word : SomeWords().words)
    if (word.roles & kIsTitle) title = word.key;
  ASSERT_FALSE(title.empty());
  EXPECT_EQ(From({Ruled(1).Take(), page(title.c_str())}, 3), title + "\na|b|c\nd||\n");
}

std::optional<uint32_t> RowOf(const std::vector<PageContent>& pages, size_t page) {
  const LaidText laid = LayOut(pages, SomeWords());
  return RowOfPage(pages, page, laid, laid.text, laid.boxes, SomeWords());
}

TEST(RowOfPageTest, ItIsToldWherePagesByThemselvesGiveTheSame) {
  const std::vector<PageContent> apart = {Ruled(1).Say(50, 280, "- 1 -").Take(), Ruled(2).Take(), Ruled(3).Say(50, 40, "above").Take()};
  EXPECT_EQ(RowOf(apart, 1), 3u);
  EXPECT_EQ(RowOf(apart, 2), 5u);
  const LaidText laid = LayOut(apart, SomeWords());
  EXPECT_EQ(PageOfTableRow(laid, laid.boxes, 1), 1);
  EXPECT_EQ(PageOfTableRow(laid, laid.boxes, 2), 2) << "a line, and a table below it";
  EXPECT_EQ(PageOfTableRow(laid, laid.boxes, 7), 3);
}

TEST(RowOfPageTest, ATableThatWasMendedIsNotParted) {
  Sheet400 one(1), two(2);
  one.Frame(180, 260, {180, 220}).Say(60, 200, "k").Say(160, 196, "longer").Say(160, 208, "l").Say(260, 200, "m");
  one.Say(60, 240, "a").Say(160, 240, "begins").Say(260, 240, "c");
  two.Frame(40, 120, {80, 120}).Say(160, 60, "e").Say(60, 100, "g").Say(160, 100, "h").Say(260, 100, "i");
  EXPECT_EQ(RowOf({one.Take(), two.Take()}, 1), std::nullopt);
}

TEST(PagesFromTest, ATableThatRunsOverPagesIsNotParted) {
  const std::vector<PageContent> pages = {Sheet400(1).Frame(200, 280, {200, 240, 280}).Say(60, 220, "a").Say(60, 260, "b").Take(),
                                          Sheet400(2).Frame(20, 100, {20, 60, 100}).Say(60, 40, "c").Say(60, 80, "d").Say(50, 200, "below").Take()};
  const LaidText laid = LayOut(pages, SomeWords());
  ASSERT_EQ(JoinedTables(laid, 9).size(), 1u);
  for (uint32_t row = 0; row <= 5; ++row) EXPECT_EQ(From(pages, row), "no") << row;
}

}  // namespace
}  // namespace tabularium
