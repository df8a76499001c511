// Lines with tabs: cells, places, and quotes that are undone or left.
#include "grids.h"

namespace tabularium {
namespace {

class TabsTest : public testing::TestWithParam<CutCase> {};

TEST_P(TabsTest, CutsAsInTheTable) { EXPECT_EQ(Cut(GetParam().in), GetParam().out); }

constexpr CutCase kCut[] = {
    {"OneRow", "项目名称\t党群\t项目类别", "项目名称|党群|项目类别\n"},
    {"TrailingTabIsACell", "项目名称\t党群\t", "项目名称|党群|·\n"},
    {"LastLineWithoutEnd", "a\tb\nc\td\t", "a|b\nc|d|·\n"},
    {"LastLineWithEnd", "a\tb\nc\td\n", "a|b\nc|d\n"},
    {"LeadingEmptyCells", "\t\t上年结转资金\t\n", "·|·|上年结转资金|·\n"},
    {"BlankLinesAreRows", "\n\na\tb\n\nc\td", "\n\na|b\n\nc|d\n"},
    {"CarriageReturns", "a\tb\r\nc\td\re\tf\r\n", "a|b\nc|d\ne|f\n"},
    {"OnlyCarriageReturns", "a\tb\r\rc\td", "a|b\n\nc|d\n"},
    {"CellsAreTrimmed", " a \t　b　\t\u00A0c\n", "a|b|c\n"},
    {"BlanksInsideStay", "项 目\t党　群\n", "项 目|党　群\n"},
    {"BlankCellsAreEmpty", "a\t  \t　\tb\n", "a|·|·|b\n"},
    {"TitleLine", "财政项目支出绩效目标申报表\n项目名称\t党群\n",
     "财政项目支出绩效目标申报表\n项目名称|党群\n"},
    {"RowWhoseTabsBecameSpaces",
     "项目名称\t甲\t项目类别\t乙\n主管部门   某局   实施单位   某中心\n",
     "项目名称|甲|项目类别|乙\n主管部门|某局|实施单位|某中心\n"},
    {"YearInAnySpacing", "项目名称\t甲\n（ ２０２５  年度）\n年度：2022年\n主管部门\t乙\n", "项目名称|甲\n（ ２０２５  年度）\n年度：2022年\n主管部门|乙\n"},
    {"HintBehindALabel", "项目名称\t甲\t项目类别\t乙\n主管部门（全称）    某局\n", "项目名称|甲|项目类别|乙\n主管部门（全称）|某局\n"},
    {"NothingOnPaper", "项目名称\t&nbsp;\t'2023-01-01\t'十四五'\n", "项目名称|·|2023-01-01|'十四五'\n"},
    {"YearInEveryColumn", "（2023年度）\t（2023年度）\t（2023年度）\n项目名称\t甲\t甲\n", "（2023年度）|·|·\n项目名称|甲|甲\n"},
    {"ProseBetweenStaysWhole", "项目名称\t甲\n说明  见附件\n主管部门\t乙\n",
     "项目名称|甲\n说明  见附件\n主管部门|乙\n"},
};
INSTANTIATE_TEST_SUITE_P(Cut, TabsTest, testing::ValuesIn(kCut),
                         [](const auto& c) { return c.param.name; });

constexpr CutCase kUnquoted[] = {
    {"TwoLines", "a\tb\tc\nd\t\"one\ntwo\"\tf\ng\th\ti\n", "a|b|c\nd|one⏎two|f\ng|h|i\n"},
    {"FirstRow", "d\t\"one\ntwo\"\tf\ng\th\ti\n", "d|one⏎two|f\ng|h|i\n"},
    {"LastCell", "a\tb\nc\t\"one\ntwo\"\nd\te\n", "a|b\nc|one⏎two\nd|e\n"},
    {"FirstCell", "a\tb\n\"one\ntwo\"\tc\nd\te\n", "a|b\none⏎two|c\nd|e\n"},
    {"CarriageReturn", "a\tb\r\nc\t\"one\r\ntwo\"\r\nd\te\r\n", "a|b\nc|one⏎two\nd|e\n"},
    {"TabInside", "a\tb\nc\t\"d\te\"\nf\tg\n", "a|b\nc|d\te\nf|g\n"},
    {"Doubled", "a\tb\nc\t\"say \"\"yes\"\"\"\nf\tg\n", "a|b\nc|say \"yes\"\nf|g\n"},
    {"EveryFilledCell",
     "\"表\"\n\"a\"\t\"b\"\t\"c\"\n\"d\"\t\t\"say \"\"yes\"\"\"\n\"e\"\t\"f\ng\"\t\"h\"\n",
     "表\na|b|c\nd|·|say \"yes\"\ne|f⏎g|h\n"},
    {"TwoOfThem", "a\tb\tc\n\"1\n2\"\tx\t\"3\n4\"\ny\tz\tw\n", "a|b|c\n1⏎2|x|3⏎4\ny|z|w\n"},
};
INSTANTIATE_TEST_SUITE_P(Unquoted, TabsTest, testing::ValuesIn(kUnquoted),
                         [](const auto& c) { return c.param.name; });

constexpr CutCase kLiteral[] = {
    {"PairAroundOneLine", "a\t\"b\"\nc\td\n", "a|\"b\"\nc|d\n"},
    {"Unclosed", "a\t\"b\nc\td\n", "a|\"b\nc|d\n"},
    {"NamesInQuotesAmongOthers", "a\t\"b\"\nc\t\"d\"\ne\t\"f\"\n", "a|\"b\"\nc|\"d\"\ne|\"f\"\n"},
    {"QuoteInProse", "a\t\"站\"式\nc\td\n", "a|\"站\"式\nc|d\n"},
    {"RowsThatFitAsTheyStand", "a\tb\n\"c\td\ne\tf\"\ng\th\n", "a|b\n\"c|d\ne|f\"\ng|h\n"},
    {"TwoOpenQuotes", "a\t\"b\nc\t\"d\ne\tf\n", "a|\"b\nc|\"d\ne|f\n"},
};
INSTANTIATE_TEST_SUITE_P(Literal, TabsTest, testing::ValuesIn(kLiteral),
                         [](const auto& c) { return c.param.name; });

TEST(Tabs, CellsKnowTheirPlace) {
  auto document = MakeDocument("\n项目名称\t \"\t\"一\n二\"\t三\nx\ty\tz\tw\n");
  Grid grid = Tabulate(*document, SomeWords(), Limits());
  ASSERT_EQ(grid.rows(), 3u) << Dump(grid);
  EXPECT_EQ(grid.separation, Separation::kTabs);
  auto row = grid.row(1);
  ASSERT_EQ(row.size(), 4u);
  EXPECT_EQ(row[0].line, 2u);
  EXPECT_EQ(row[0].range, (Range{1, 13}));
  EXPECT_EQ(row[2].line, 2u);
  EXPECT_FALSE(row[2].verbatim);
  EXPECT_EQ(row[2].text, "一\n二");
  EXPECT_EQ(document->text.substr(row[2].range.begin, row[2].range.end - row[2].range.begin),
            "\"一\n二\"");
  EXPECT_EQ(row[3].line, 3u);
  EXPECT_EQ(grid.row(2)[0].line, 4u);
}

TEST(Tabs, EmptyCellsHaveAPlace) {
  auto document = MakeDocument("a\t\t\n");
  Grid grid = Tabulate(*document, SomeWords(), Limits());
  ASSERT_EQ(grid.cells.size(), 3u);
  EXPECT_EQ(grid.cells[1].range, (Range{2, 2}));
  EXPECT_EQ(grid.cells[1].shapes, kLooksBlank);
  EXPECT_EQ(grid.cells[2].range, (Range{3, 3}));
}

TEST(Tabs, NothingFromNothing) {
  EXPECT_EQ(Cut(""), "");
  EXPECT_EQ(Cut("\n"), "\n");
  EXPECT_EQ(Cut("\t"), "·|·\n");
}

}  // namespace
}  // namespace tabularium
