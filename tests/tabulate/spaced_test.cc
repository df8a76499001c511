// Columns made of white space.
#include "grids.h"

namespace tabularium {
namespace {

class SpacedTest : public testing::TestWithParam<CutCase> {};

TEST_P(SpacedTest, CutsAsInTheTable) { EXPECT_EQ(Cut(GetParam().in), GetParam().out); }

constexpr CutCase kCut[] = {
    {"TwoRows", "项目名称  党群服务  项目类别  经常性项目\n主管部门  某局      实施单位  某中心\n",
     "项目名称|党群服务|项目类别|经常性项目\n主管部门|某局|实施单位|某中心\n"},
    {"EmptyCells",
     "产出指标  数量指标  开展次数  >=16次\n"
     "                    购买数量  >=28套\n"
     "          质量指标  契合度    =100%\n"
     "效益指标            满意程度  提升\n",
     "产出指标|数量指标|开展次数|>=16次\n·|·|购买数量|>=28套\n·|质量指标|契合度|=100%\n效益指标|·|"
     "满意程度|提升\n"},
    {"EmptyAtTheEnd",
     "项目资金总额  380,000.00  年度资金申请总额  380,000.00\n其他资金                  其他资金\n",
     "项目资金总额|380,000.00|年度资金申请总额|380,000.00\n其他资金|·|其他资金\n"},
    {"AmountsFlushRight",
     "项目资金总额  380,000.00  年度资金申请总额\n其他资金        1,000.00  其他资金\n上年结转资金 "
     "       5.00  年度总目标\n",
     "项目资金总额|380,000.00|年度资金申请总额\n其他资金|1,000.00|其他资金\n上年结转资金|5.00|"
     "年度总目标\n"},
    {"OneRunOfARow",
     "其他资金  380,000.00  年度资金申请总额  380,000.00\n"
     "                      上年结转资金\n"
     "其他资金              其他资金\n",
     "其他资金|380,000.00|年度资金申请总额|380,000.00\n·|·|上年结转资金\n其他资金|·|其他资金\n"},
    {"TitleStaysOneCell",
     "        财政项目支出绩效目标申报表\n项目名称  党群服务  项目类别  经常性项目\n主管部门  某局 "
     "     实施单位  某中心\n",
     "财政项目支出绩效目标申报表\n项目名称|党群服务|项目类别|经常性项目\n主管部门|某局|实施单位|"
     "某中心\n"},
    {"IdeographicSpaces",
     "项目名称　党群服务　项目类别　经常性项目\n主管部门　某局　　　实施单位　某中心\n",
     "项目名称|党群服务|项目类别|经常性项目\n主管部门|某局|实施单位|某中心\n"},
    {"SpacedOutLabel",
     "项  目  名  称  党群服务  项目类别  经常性项目\n主管部门        某局      实施单位  某中心\n",
     "项  目  名  称|党群服务|项目类别|经常性项目\n主管部门|某局|实施单位|某中心\n"},
    {"SpacedOutWithBrackets",
     "项　目　资　金　(　元　)  项　目　资　金　总　额  5\n主管部门                  其他资金      "
     "          6\n",
     "项　目　资　金　(　元　)|项　目　资　金　总　额|5\n主管部门|其他资金|6\n"},
    {"BlankLineInATable",
     "产出指标  数量指标  次数  5\n          质量指标  人数  6\n\n          质量指标        "
     "7\n\n年度    子项目名称  预算金额（元）\n2023    党建        7\n",
     "产出指标|数量指标|次数|5\n·|质量指标|人数|6\n\n·|质量指标|·|7\n\n年度|子项目名称|"
     "预算金额（元）\n2023|党建|7\n"},
    {"ColumnsThatDontFit",
     "年度      子 项 目 名 称   预算金额（元）\n2023      党建工作及其他工作  1,705,000.00\n",
     "年度|子 项 目 名 称|预算金额（元）\n2023|党建工作及其他工作|1,705,000.00\n"},
    {"SingleBlanksInCells",
     "Object Class    Amount asked\nTravel and so   12\nApplicant       a small town\n",
     "Object Class|Amount asked\nTravel and so|12\nApplicant|a small town\n"},
    {"BracketsBehindABlank", "项目资金 (元)  项目资金总额  5\n主管部门       某局          6\n",
     "项目资金 (元)|项目资金总额|5\n主管部门|某局|6\n"},
    {"LongTextPushesTheRest",
     "绩效指标  项目总目标  其他    年度总目标\n"
     "绩效指标  全面规范升级服务站建设的基础上实现整体布局  切实增强党的领导\n"
     "绩效指标  数量指标    次数    >=16次\n"
     "绩效指标  质量指标    人数    =100%\n",
     "绩效指标|项目总目标|其他|年度总目标\n"
     "绩效指标|全面规范升级服务站建设的基础上实现整体布局|切实增强党的领导\n"
     "绩效指标|数量指标|次数|>=16次\n绩效指标|质量指标|人数|=100%\n"},
    {"LongTextUnderTwoHeads",
     "          项目总目标          年度总目标\n"
     "绩效指标  全面规范升级服务站建设的基础上实现整体布局    切实增强党的领导\n"
     "产出指标  数量指标    次数    >=16次\n"
     "效益指标  质量指标    人数    =100%\n",
     "·|项目总目标|·|年度总目标\n"
     "绩效指标|全面规范升级服务站建设的基础上实现整体布局|·|切实增强党的领导\n"
     "产出指标|数量指标|次数|>=16次\n效益指标|质量指标|人数|=100%\n"},
    {"TablesApart",
     "项目名称  党群服务  项目类别\n主管部门  某局      实施单位\n\n年度  子项目名称  "
     "预算金额（元）\n2023  党建工作    380,000.00\n",
     "项目名称|党群服务|项目类别\n主管部门|某局|实施单位\n\n年度|子项目名称|预算金额（元）\n2023|"
     "党建工作|380,000.00\n"},
    {"WideBlankInACell",
     "项目名称  党群服务中心  项目类别\n主管部门  某  局        实施单位\n主管部门  某办公室      "
     "实施单位\n",
     "项目名称|党群服务中心|项目类别\n主管部门|某  局|实施单位\n主管部门|某办公室|实施单位\n"},
    {"AMisspeltLabelWithItsNumber",
     "项目名称  党群服务中心  项目类别\n主管部门  2. 某  局     实施单位\n主管部门  某办公室      实施单位\n",
     "项目名称|党群服务中心|项目类别\n主管部门|2. 某|局|实施单位\n主管部门|某办公室|实施单位\n"},
    {"Wrapped",
     "项目名称  党群服务\n"
     "项目总目标  完成三处泵站设备的检修和    恢复河道行洪能力减轻内涝\n"
     "            更新。                      。\n"
     "主管部门    某局                        实施单位\n",
     "项目名称|党群服务\n项目总目标|完成三处泵站设备的检修和⏎更新。|恢复河道行洪能力减轻内涝⏎。\n"
     "主管部门|某局|实施单位\n"},
    {"RecordsAreNotWrapped",
     "数量指标  海报展架配送及时性  提升\n          购买海报展架数量    有效\n质量指标  验收合格率          =100%\n",
     "数量指标|海报展架配送及时性|提升\n·|购买海报展架数量|有效\n质量指标|验收合格率|=100%\n"},
    {"RecordsOfFewFullCellsAreNotWrapped",
     "数量指标  完成高标准农田建设数量完成    提升\n          教师能力提升培训覆盖率\n质量指标  桥梁检测与加固完成及时性验收  "
     "=100%\n          验收合格率                    =100%\n",
     "数量指标|完成高标准农田建设数量完成|提升\n·|教师能力提升培训覆盖率\n质量指标|桥梁检测与加固完成及时性验收|=100%\n·|"
     "验收合格率|=100%\n"},
    {"AmountsAreNotWrapped",
     "项目名称  12,345,678,901,234.00\n          12,345,678,901,234.00\n主管部门  5.00\n",
     "项目名称|12,345,678,901,234.00\n·|12,345,678,901,234.00\n主管部门|5.00\n"},
    {"ALongTextUnderItsHead",
     "项目绩效目标  项目总目标    年度总目标\n                            全面规范升级服务站建设的基础上实现整体布局\n"
     "绩效指标      一级指标      二级指标    三级指标\n              产出指标      数量指标    次数\n",
     "项目绩效目标|项目总目标|年度总目标\n·|·|全面规范升级服务站建设的基础上实现整体布局\n绩效指标|一级指标|二级指标|三级指标\n·|"
     "产出指标|数量指标|次数\n"},
    {"ALongTextUnderNoHead",
     "项目绩效目标  项目总目标    年度总目标\n                     全面规范升级服务站建设的基础上实现整体布局\n"
     "绩效指标      一级指标      二级指标    三级指标\n",
     "项目绩效目标|项目总目标|年度总目标\n全面规范升级服务站建设的基础上实现整体布局\n绩效指标|一级指标|二级指标|三级指标\n"},
    {"ProseOfANarrowColumnIsWrapped",
     "主管部门    某局                      实施单位  某中心\n项目总目标  完成历年纸质档案的扫描和  其他资金  5\n            著录故障响应的时间不超过\n"
     "            半小时，按月公开。\n",
     "主管部门|某局|实施单位|某中心\n项目总目标|完成历年纸质档案的扫描和⏎著录故障响应的时间不超过⏎半小时，按月公开。|其他资金|5\n"},
    {"FiguresBreakWithRoomToSpare",
     "主管部门    某局                       实施单位  某中心\n项目总目标  项目总体目标 (2024年 - 2    其他资金  5\n            024年)\n"
     "其他资金    完成历年纸质档案的扫描和1  其他资金  6\n",
     "主管部门|某局|实施单位|某中心\n项目总目标|项目总体目标 (2024年 - 2⏎024年)|其他资金|5\n其他资金|完成历年纸质档案的扫描和1|其他资金|6\n"},
    {"APageNumberBelowTheFirstColumn",
     "Applicant                             10.  (a)\n8. Early Childhood Education Program  5    6\n— 17 —\n9. Senior Transportation              7    8\n",
     "Applicant|10.|(a)\n8. Early Childhood Education Program|5|6\n— 17 —\n9. Senior Transportation|7|8\n"},
    {"NamesOfOneWidthAreNotWrapped",
     "数量指标  图书馆免费开放验收合格率  及时\n          非物质文化遗产保护覆盖率\n质量指标  培训班次                  =100%\n",
     "数量指标|图书馆免费开放验收合格率|及时\n·|非物质文化遗产保护覆盖率\n质量指标|培训班次|=100%\n"},
    {"HeadsOfATableOfItsOwn",
     "主管部门       项目资金总额  5\n实施单位       其他资金      6\n其他资金       上年结转资金  7\n"
     "绩效指标  一级指标  二级指标  三级指标\n          产出指标  数量指标  次数\n                    质量指标  人数\n",
     "主管部门|项目资金总额|5\n实施单位|其他资金|6\n其他资金|上年结转资金|7\n绩效指标|一级指标|二级指标|三级指标\n·|产出指标|"
     "数量指标|次数\n·|·|质量指标|人数\n"},
    {"OneBlankBeforeAMark",
     "年度      (1) Adult Literacy  (2) Rural Health (3)\n项目名称  5                   6                7\n"
     "主管部门  8                   9                10\n",
     "年度|(1) Adult Literacy|(2) Rural Health|(3)\n项目名称|5|6|7\n主管部门|8|9|10\n"},
    {"OneBlankBeforeAnAmount",
     "年度          10.        单位\nLibrary work  $ 5.00     $ 6.00\nAdult Lessons $ 7.00     $ 8.00\nRural Health  $ 10.00    $ 8.00\n",
     "年度|10.|单位\nLibrary work|$ 5.00|$ 6.00\nAdult Lessons|$ 7.00|$ 8.00\nRural Health|$ 10.00|$ 8.00\n"},
    {"ANumberWithItsTextBehindTwoBlanks",
     "项目名称           单位         金额\n1.  Library work   $  5.00      $ 6.00\n2. Adult Lessons   $ 7.00       $   8.00\n"
     "3. 　Rural Health   $            $ 8.00\n",
     "项目名称|单位|金额\n1.  Library work|$  5.00|$ 6.00\n2. Adult Lessons|$ 7.00|$   8.00\n3. 　Rural Health|$|$ 8.00\n"},
    {"ASignBehindOneBlankAndItsAmountBehindTwo",
     "年度          单位       金额\nLibrary work  $ 5.00     $ 6.00\nAdult Lessons $  7.00    $ 8.00\nRural Health  $ 10.00    $ 8.00\n",
     "年度|单位|金额\nLibrary work|$ 5.00|$ 6.00\nAdult Lessons|$  7.00|$ 8.00\nRural Health|$ 10.00|$ 8.00\n"},
    {"AColumnOfNumbers", "No  项目名称  单位\n1.  某局      5\n2.  某中心    6\n", "No|项目名称|单位\n1.|某局|5\n2.|某中心|6\n"},
    {"HeadsAboveABlankLine",
     "主管部门       项目资金总额  5\n实施单位       其他资金      6\n绩效指标  一级指标  二级指标  三级指标\n\n"
     "          产出指标  数量指标  次数\n                    质量指标  人数\n",
     "主管部门|项目资金总额|5\n实施单位|其他资金|6\n绩效指标|一级指标|二级指标|三级指标\n\n·|产出指标|数量指标|次数\n·|·|质量指标|人数\n"},
    {"OneBlankBeforeAnAmountWithoutASign",
     "年度          单位      金额\nLibrary work  5.00      6.00\nAdult Lessons 7.00      8.00\nRural Health  10.00     8.00\n",
     "年度|单位|金额\nLibrary work|5.00|6.00\nAdult Lessons|7.00|8.00\nRural Health|10.00|8.00\n"},
    {"AMarkInAText",
     "年度      (1) Adult Literacy  Rural (3) Health\n项目名称  5                   6                7\n",
     "年度|(1) Adult Literacy|Rural (3) Health\n项目名称|5|6|7\n"},
    {"Rulers", "项目名称  党群服务\n--------  --------\n主管部门  某局\n",
     "项目名称|党群服务\n\n主管部门|某局\n"},
    {"BlankLinesBetweenAllRows",
     "产出指标  数量指标  次数  5\n\n          质量指标  人数  6\n\n效益指标  数量指标  钱数  7\n",
     "产出指标|数量指标|次数|5\n\n·|质量指标|人数|6\n\n效益指标|数量指标|钱数|7\n"},
};
INSTANTIATE_TEST_SUITE_P(Cut, SpacedTest, testing::ValuesIn(kCut),
                         [](const auto& c) { return c.param.name; });

constexpr CutCase kWhole[] = {
    {"ProseWithWideBlanks", "We came.  We saw.\nIt was a long day and we went.  Home is far\n",
     "We came.  We saw.\nIt was a long day and we went.  Home is far\n"},
    {"IndentedProse", "　　全面规范升级服务站建设的基础上\n实现整体布局\n",
     "全面规范升级服务站建设的基础上\n实现整体布局\n"},
};
INSTANTIATE_TEST_SUITE_P(Whole, SpacedTest, testing::ValuesIn(kWhole),
                         [](const auto& c) { return c.param.name; });

TEST(Spaced, IsNamedInTheGrid) {
  auto document = MakeDocument("项目名称  党群  项目类别\n主管部门        实施单位\n");
  Grid grid = Tabulate(*document, SomeWords(), Limits());
  EXPECT_EQ(grid.separation, Separation::kAlignment);
  EXPECT_EQ(Dump(grid), "项目名称|党群|项目类别\n主管部门|·|实施单位\n");
}

}  // namespace
}  // namespace tabularium
