// Bars, commas and semicolons; and texts that only look like them.
#include "grids.h"

namespace tabularium {
namespace {

class SeparatorTest : public testing::TestWithParam<CutCase> {};

TEST_P(SeparatorTest, CutsAsInTheTable) { EXPECT_EQ(Cut(GetParam().in), GetParam().out); }

constexpr CutCase kCut[] = {
    {"Bars", "项目名称|党群|项目类别|经常性项目|\n主管部门|某局|实施单位||\n",
     "项目名称|党群|项目类别|经常性项目|·\n主管部门|某局|实施单位|·|·\n"},
    {"OuterBars", "| 项目名称 | 党群 |\n| 主管部门 | |\n", "项目名称|党群\n主管部门|·\n"},
    {"Markdown", "| 项目名称 | 项目类别 |\n|---|:--:|\n| 党群 | 经常性项目 |\n",
     "项目名称|项目类别\n\n党群|经常性项目\n"},
    {"BoxDrawing", "┌────┬────┐\n│项目名称│党群│\n├────┼────┤\n│主管部门│某局│\n└────┴────┘\n",
     "\n项目名称|党群\n\n主管部门|某局\n\n"},
    {"WrappedBetweenRulers",
     "├────────┼──────┼──┤\n│项目名称│      │甲│\n├────────┼──────┼──┤\n│主管某部│ 党群 │  │\n│门全称  │      │  │\n├────────┼──────┼──┤\n",
     "\n项目名称|·|甲\n\n主管某部⏎门全称|党群|·\n\n"},
    {"WrappedAroundTheMiddle",
     "├────────┼────────┤\n│项目名称│党群    │\n├────────┼────────┤\n│        │建立图书│\n│主管部门│馆体系，│\n│        │服务    │\n├────────┼────────┤\n",
     "\n项目名称|党群\n\n主管部门|建立图书⏎馆体系，⏎服务\n\n"},
    {"WrappedBetweenRulersAtWords", "+-----------+----+\n| 项目名称  | 甲 |\n| Budget    |    |\n| estimates |    |\n+-----------+----+\n",
     "\n项目名称|甲\nBudget|·\nestimates|·\n\n"},
    {"RowsBetweenRulers", "+----------+------+\n| 项目名称 | 党群 |\n| 主管部门 |      |\n| 实施单位 |      |\n+----------+------+\n",
     "\n项目名称|党群\n主管部门|·\n实施单位|·\n\n"},
    {"FullWidthBars", "项目名称｜党群\n主管部门｜某局\n", "项目名称|党群\n主管部门|某局\n"},
    {"FullWidthBarsBlankFirst", "项目名称｜党群｜项目类别\n｜一｜\n主管部门｜某局｜实施单位\n",
     "项目名称|党群|项目类别\n·|一|·\n主管部门|某局|实施单位\n"},
    {"Carets", "项目名称^党群\n主管部门^\n", "项目名称|党群\n主管部门|·\n"},
    {"Commas", "项目名称,党群,项目类别,经常性项目\n项目资金总额,\"380,000.00\",其他资金,\n",
     "项目名称|党群|项目类别|经常性项目\n项目资金总额|380,000.00|其他资金|·\n"},
    {"QuotedLines", "项目名称,党群\n年度总目标,\"一\n二\"\n主管部门,某局\n",
     "项目名称|党群\n年度总目标|一⏎二\n主管部门|某局\n"},
    {"QuotedInTheMiddle", "项目名称,\"一\n二\",项目类别\n主管部门,\"a \"\"b\"\"\",c\n",
     "项目名称|一⏎二|项目类别\n主管部门|a \"b\"|c\n"},
    {"QuotedThroughout",
     "\"项目名称\";\"党;群\";\"项目类别\"\n\"主管部门\";;\"实施单位\"\n\"其他资金\";\"1\";\"a \"\"b\"\"\"\n",
     "项目名称|党;群|项目类别\n主管部门|·|实施单位\n其他资金|1|a \"b\"\n"},
    {"QuotedThroughoutBetweenBars",
     "\"项目名称\"|\"党|群\"|\"项目类别\"\n\"主管部门\"||\"实施单位\"\n\"其他资金\"|\"1\n2\"|\"3\"\n",
     "项目名称|党|群|项目类别\n主管部门|·|实施单位\n其他资金|1⏎2|3\n"},
    {"QuotedLinesBetweenBars", "项目名称|党群|项目类别\n主管部门|\"一\n二\"|\"三\n四\"\n其他资金||\n",
     "项目名称|党群|项目类别\n主管部门|一⏎二|三⏎四\n其他资金|·|·\n"},
    {"BlankCellsAtBothEnds", "项目名称|党群|项目类别\n|一|\n主管部门|某局|实施单位\n其他资金||\n", "项目名称|党群|项目类别\n·|一|·\n主管部门|某局|实施单位\n其他资金|·|·\n"},
    {"RowBySpacesAmongThem", "项目名称;党群;项目类别;一般\n主管部门（全称）  某局  实施单位   某中心\n其他资金;;;\n",
     "项目名称|党群|项目类别|一般\n主管部门（全称）|某局|实施单位|某中心\n其他资金|·|·|·\n"},
    {"QuotedWordsBetweenBars", "项目名称|\"党群\"\n主管部门|\"某\"局\n", "项目名称|\"党群\"\n主管部门|\"某\"局\n"},
    {"Semicolons", "项目名称;党群;项目类别\n主管部门;;实施单位\n",
     "项目名称|党群|项目类别\n主管部门|·|实施单位\n"},
    {"TitleAmongThem", "财政项目支出绩效目标申报表\n\n项目名称;党群\n主管部门;某局\n",
     "财政项目支出绩效目标申报表\n\n项目名称|党群\n主管部门|某局\n"},
    {"UnknownFormIfNearlyAll", "a;b;c\nd;e;f\ng;;h\n", "a|b|c\nd|e|f\ng|·|h\n"},
};
INSTANTIATE_TEST_SUITE_P(Cut, SeparatorTest, testing::ValuesIn(kCut),
                         [](const auto& c) { return c.param.name; });

constexpr CutCase kLeft[] = {
    {"TabsWin", "项目名称\t1,2,3\n主管部门\t4,5,6\n", "项目名称|1,2,3\n主管部门|4,5,6\n"},
    {"AmountsInColumns", "项目资金总额    380,000.00\n其他资金        120,000.00\n",
     "项目资金总额|380,000.00\n其他资金|120,000.00\n"},
    {"Prose", "We came, we saw.\nThen we went home\nand slept\n",
     "We came, we saw.\nThen we went home\nand slept\n"},
};
INSTANTIATE_TEST_SUITE_P(Left, SeparatorTest, testing::ValuesIn(kLeft),
                         [](const auto& c) { return c.param.name; });

TEST(Separator, IsNamedInTheGrid) {
  auto document = MakeDocument("项目名称;党群\n主管部门;某局\n");
  EXPECT_EQ(Tabulate(*document, SomeWords(), Limits()).separation, Separation::kSeparator);
}

}  // namespace
}  // namespace tabularium
