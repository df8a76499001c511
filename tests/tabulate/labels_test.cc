// Lines cut by the labels they hold; and lines that stay whole.
#include "grids.h"

namespace tabularium {
namespace {

class LabelsTest : public testing::TestWithParam<CutCase> {};

TEST_P(LabelsTest, CutsAsInTheTable) { EXPECT_EQ(Cut(GetParam().in), GetParam().out); }

constexpr CutCase kCut[] = {
    {"SingleBlanks", "项目名称 某某项目 项目类别 经常性项目\n",
     "项目名称|某某项目|项目类别|经常性项目\n"},
    {"Colons", "主管部门：某局 实施单位：某中心\n", "主管部门：|某局|实施单位：|某中心\n"},
    {"ColonsWithoutBlanks", "主管部门：某局实施单位：某中心\n",
     "主管部门：|某局|实施单位：|某中心\n"},
    {"OneLabel", "主管部门：某局\n", "主管部门：|某局\n"},
    {"BlanksInTheValue", "项目名称 党群 服务 项目类别 经常性项目\n",
     "项目名称|党群 服务|项目类别|经常性项目\n"},
    {"OnlyLabels", "一级指标 二级指标 三级指标 年度指标值\n",
     "一级指标|二级指标|三级指标|年度指标值\n"},
    {"Brackets", "项目资金（元） 项目资金总额 5\n", "项目资金（元）|项目资金总额|5\n"},
    {"ValueMissing", "计划开始日期 计划完成日期 2023-12-31\n",
     "计划开始日期|计划完成日期|2023-12-31\n"},
    {"ValueAtOnce", "项目名称 某某项目 项目类别经常性项目\n",
     "项目名称|某某项目|项目类别|经常性项目\n"},
    {"TwoLettersBeforeAColon", "单位：元 年度：2023\n", "单位：|元|年度：|2023\n"},
};
INSTANTIATE_TEST_SUITE_P(Cut, LabelsTest, testing::ValuesIn(kCut),
                         [](const auto& c) { return c.param.name; });

constexpr CutCase kWhole[] = {
    {"Label", "项目名称：\n", "项目名称：\n"},
    {"LabelInAValue", "其他资金管理办法\n", "其他资金管理办法\n"},
    {"LabelBeginsTheValue", "项目名称 其他资金管理办法\n", "项目名称|其他资金管理办法\n"},
    {"LabelInProse", "本表中的项目名称应与批复一致。各单位填写时请注意核对其他资金 来源。\n",
     "本表中的项目名称应与批复一致。各单位填写时请注意核对其他资金 来源。\n"},
    {"Note", "注：项目名称 请填全称\n", "注：项目名称 请填全称\n"},
    {"Title", "财政项目支出绩效目标申报表\n", "财政项目支出绩效目标申报表\n"},
    {"TwoLettersAlone", "年度 2023\n", "年度 2023\n"},
    {"PageNumber", "— 12 —\n", "— 12 —\n"},
};
INSTANTIATE_TEST_SUITE_P(Whole, LabelsTest, testing::ValuesIn(kWhole),
                         [](const auto& c) { return c.param.name; });

TEST(Labels, AreNamedInTheGrid) {
  auto document = MakeDocument("项目名称 某某项目 项目类别 经常性项目\n");
  EXPECT_EQ(Tabulate(*document, SomeWords(), Limits()).separation, Separation::kLabels);
  auto prose = MakeDocument("某某项目\n");
  EXPECT_EQ(Tabulate(*prose, SomeWords(), Limits()).separation, Separation::kLines);
}

}  // namespace
}  // namespace tabularium
