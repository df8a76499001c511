// Huge, odd and damaged texts: limits are said, time stays linear, every grid is sound.
#include <ctime>
#include <random>

#include "grids.h"

namespace tabularium {
namespace {

TEST(Limits, CellsOfAFile) {
  auto document = MakeDocument("a\tb\nc\td\ne\tf\n");
  Limits limits;
  limits.cells = 5;
  Grid grid = Tabulate(*document, SomeWords(), limits);
  ExpectSound(grid, *document);
  EXPECT_EQ(Dump(grid), "a|b\nc|d\ne\n");
  ASSERT_EQ(grid.troubles.size(), 1u);
  EXPECT_EQ(grid.troubles[0].code, FlagCode::kLimitReached);
  EXPECT_EQ(grid.troubles[0].message,
            "from line 3 on the text was not read: limit cells = 5 reached; --limit cells=N sets "
            "another");
  EXPECT_EQ(grid.troubles[0].range, (Range{10, 12}));
}

TEST(Limits, CellsOfARow) {
  for (const char* text : {"a\tb\n1\t2\t3\t4\nc\td\n", "a|b\n1|2|3|4\nc|d\n"}) {
    auto document = MakeDocument(text);
    Limits limits;
    limits.cells_per_row = 3;
    Grid grid = Tabulate(*document, SomeWords(), limits);
    ExpectSound(grid, *document);
    ASSERT_EQ(grid.rows(), 2u);
    EXPECT_EQ(grid.row(1).size(), 3u);
    ASSERT_EQ(grid.troubles.size(), 1u);
    EXPECT_NE(grid.troubles[0].message.find("cells_per_row"), std::string::npos);
  }
}

TEST(Limits, BlankLinesCountAsCells) {
  auto document = MakeDocument(std::string(100, '\n'));
  Limits limits;
  limits.cells = 10;
  Grid grid = Tabulate(*document, SomeWords(), limits);
  EXPECT_LE(grid.rows(), 11u);
  EXPECT_EQ(grid.troubles.size(), 1u);
}

// A text of n bytes that asks much of a careless cutter.
struct Hostile {
  const char* name;
  const char* unit;
};

class HostileTest : public testing::TestWithParam<Hostile> {};

TEST_P(HostileTest, TakesLinearTimeAndGivesASoundGrid) {
  std::string text;
  while (text.size() < 1'000'000) text += GetParam().unit;
  auto document = MakeDocument(std::move(text));
  Limits limits;
  limits.cells_per_row = 65'535;
  std::clock_t begin = std::clock();
  Grid grid = Tabulate(*document, SomeWords(), limits);
  double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  EXPECT_LT(seconds,
            20);  // of CPU for 1 MB; a quadratic walk takes hours, a sanitizer some seconds
  ExpectSound(grid, *document);
}

constexpr Hostile kHostile[] = {
    {"Tabs", "\t"},
    {"Blanks", " "},
    {"OneLetter", "x"},
    {"LineFeeds", "\n"},
    {"CarriageReturns", "x\r"},
    {"Quotes", "\""},
    {"QuotedCells", "\"a\tb\"\t"},
    {"OpenQuotes", "\"a\t"},
    {"OpenQuoteLines", "\"a\tb\n"},
    {"QuotedLines", "a\t\"b\nc\"\n"},
    {"QuotesInCommas", "\"a,"},
    {"Bars", "|"},
    {"BarLines", "a|b|c\n"},
    {"Commas", "a,"},
    {"SpacedWords", "项目  "},
    {"SpacedLetters", "项  目  名  称  "},
    {"SpacedLines", "项目名称  a  b\n"},
    {"ShiftingColumns", "项目名称  a    bbbbbb  ccc\n     x  yy\n\n"},
    {"Labels", "项目名称 "},
    {"LabelLines", "项目名称 x 主管部门 y\n"},
    {"LabelsWithoutEnd", "项目名称：x"},
    {"NoBreakSpaces", "\u00A0\t"},
    {"Brackets", "（\t"},
};
INSTANTIATE_TEST_SUITE_P(Hostile, HostileTest, testing::ValuesIn(kHostile),
                         [](const auto& c) { return c.param.name; });

TEST(AnyText, GivesASoundGrid) {
  constexpr const char* kPieces[] = {"\t",     "\t",       "\n",   "\r\n", "\r",   " ",  "  ",
                                     "　",     "\"",       "\"\"", "|",    ",",    ";",  "项目名称",
                                     "：",     "主管部门", "党群", "a",    "12",   "(",  "）",
                                     "\u200B", "≥90%",     "--",   "│",    "\x80", "\0x"};
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    size_t kinds = 2 + random() % std::size(kPieces), first = random();
    for (size_t n = random() % 60; n; --n)
      text += kPieces[(first + random() % kinds) % std::size(kPieces)];
    auto document = MakeDocument(text);
    Grid grid = Tabulate(*document, SomeWords(), Limits());
    SCOPED_TRACE(testing::PrintToString(text));
    ASSERT_NO_FATAL_FAILURE(ExpectSound(grid, *document));
    size_t letters = 0, kept = 0;
    auto count = [](std::string_view s) {
      size_t n = 0;
      for (char c : s)
        n += std::string_view("党群主管部门项目名称").find(c) != std::string_view::npos;
      return n;
    };
    letters = count(text);
    for (const Cell& cell : grid.cells) kept += count(cell.text);
    ASSERT_EQ(kept, letters) << "every letter is in a cell";
  }
}

}  // namespace
}  // namespace tabularium
