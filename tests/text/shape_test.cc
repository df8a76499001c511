// What cells look like, one table a shape: what has it, and what must not have it.
#include "text/shape.h"

#include <gtest/gtest.h>

#include <string>

#include "model/grid.h"
#include "text/words.h"

namespace tabularium {
namespace {

std::string Dump(uint16_t shapes) {
  constexpr const char* kNames[] = {"blank", "n/a",    "number", "amount", "year",
                                    "date",  "target", "marked", "prose",  "code"};
  std::string out;
  for (size_t k = 0; k < std::size(kNames); ++k)
    if (shapes >> k & 1) out += (out.empty() ? "" : " ") + std::string(kNames[k]);
  return out;
}

struct Case {
  const char* name;
  const char* in;
  const char* out;
};

class ShapeTest : public testing::TestWithParam<Case> {};

TEST_P(ShapeTest, LooksAsInTheTable) {
  EXPECT_EQ(Dump(ShapesOf(GetParam().in)), GetParam().out) << GetParam().in;
}

constexpr Case kCases[] = {
    {"Empty", "", "blank"},
    {"Spaces", " 　\u200B", "blank"},
    {"Slash", "/", "n/a"},
    {"FullWidthSlash", "／", "n/a"},
    {"Dash", "—", "n/a"},
    {"Dashes", "——", "n/a"},
    {"Hyphens", "--", "n/a"},
    {"Star", "*", "n/a"},
    {"None", "无", "n/a"},
    {"NoneInBrackets", "（暂无）", "n/a"},
    {"NotApplicable", "不适用", "n/a"},
    {"English", "N/A", "n/a"},
    {"Integer", "7", "number amount"},
    {"Amount", "380,000.00", "number amount"},
    {"FullWidthAmount", "３８０，０００．００", "number amount"},
    {"SpacedAmount", "12 345.00", "number amount"},
    {"Zero", "0.00", "number amount code"},
    {"Negative", "-1,234.00", "number amount"},
    {"Bracketed", "(1,234.00)", "number amount"},
    {"Percent", "3.5%", "number target"},
    {"FullWidthPercent", "１００％", "number target"},
    {"Yen", "¥12451", "amount"},
    {"FullWidthYen", "￥23,614.00", "amount"},
    {"IsoAndYen", "CNY¥114620", "amount"},
    {"Dollars", "$12,000", "amount"},
    {"TenThousand", "3，518.85万元", "amount target"},
    {"BareTenThousand", "1.2万", "amount target"},
    {"Capitals", "叁拾捌万元整", "amount"},
    {"CapitalsWithCurrency", "人民币叁拾捌万元整", "amount"},
    {"Numerals", "三十八万元", "amount target"},
    {"Year", "2023", "number amount year code"},
    {"YearWord", "2023年", "year"},
    {"YearInBrackets", "（2023年度）", "year"},
    {"SpacedYear", "( 2023 年度 )", "year"},
    {"NumeralYear", "二〇二三年", "year"},
    {"CircleYear", "二○二三年度", "year"},
    {"YearWithHoles", "20××年", "year"},
    {"Date", "2023-01-01", "date code"},
    {"SlashDate", "2026/1/1", "date code"},
    {"PointDate", "2020.6.15", "date code"},
    {"ChineseDate", "2020年6月15日", "date"},
    {"GappedDate", "2020 年 3 月 15 日", "date"},
    {"FullWidthDate", "２０２３年１月１日", "date"},
    {"NumeralDate", "二〇二三年一月一日", "date"},
    {"CompactDate", "20190101", "number amount date code"},
    {"YearMonth", "2023年1月", "date"},
    {"YearRange", "2019年-2021年", "date"},
    {"BracketedYearRange", "(2019)年-(2021)年", "date"},
    {"DashedYearRange", "2024 年—2026 年", "date"},
    {"BareYearRange", "2019-2021", "date code"},
    {"MonthRange", "200909-201206", "date code"},
    {"OpenRange", "1990.9-", "date code"},
    {"DateRange", "2023年1月1日至2023年12月31日", "date"},
    {"DotRange", "2023.1-2023.12", "date code"},
    {"MonthsOfAYear", "2023年1-12月", "date"},
    {"WithTime", "2023/1/1 0:00:00", "date"},
    {"LongTerm", "长期", "date"},
    {"American", "01/31/2023", "date code"},
    {"EnglishDate", "January 31, 2023", "date"},
    {"Months", "1月至12月", "date target"},
    {"AtLeast", ">=16次", "target"},
    {"AtLeastSign", "≥90%", "target"},
    {"AtLeastOldSign", "≧90", "target"},
    {"FullWidthRelation", "＝１００％", "target"},
    {"BookMark", "》95%", "target"},
    {"Below", "<3天", "target"},
    {"RelationAlone", "≥", "target"},
    {"Words", "大于等于90%", "target"},
    {"NotLess", "不少于3次", "target"},
    {"NotBelowLastYear", "不低于上年", "target"},
    {"About", "约30个", "target"},
    {"Over", "超过90%", "target"},
    {"NumberUnit", "985米", "target"},
    {"BracketedUnit", "=100.00(%)", "target"},
    {"UnitEnds", "5次以上", "target"},
    {"NumeralUnit", "三次", "target"},
    {"NumeralUnitEnds", "两人以上", "target"},
    {"Scaled", "1.35万亩", "target"},
    {"Range", "3-5次", "target"},
    {"PercentRange", "95%-100%", "target"},
    {"PlusMinus", "±5%", "target"},
    {"Ratio", "1:3", "target"},
    {"Monthly", "每月一次", "target"},
    {"EachYear", "每年110项左右", "target"},
    {"EachTwoWeeks", "每两周一次", "target"},
    {"ByQuarter", "按季度", "target"},
    {"Several", "≥16次；≥3场", "target"},
    {"Boxes", "□是 √否", "marked"},
    {"TickedBox", "☑经常性项目 ☐一次性项目", "marked"},
    {"TickBehind", "业务类√", "marked"},
    {"WingdingsBox", "\uF0FE是 \uF0A8否", "marked"},
    {"Sentence", "全面规范升级服务站建设。", "prose"},
    {"Paragraph", "<p>贯彻</p>", "prose"},
    {"Entity", "贯彻&nbsp;落实", "prose"},
    {"TargetAsEntity", "&ge;94%", "target"},
    {"TargetInTags", "<p>≥16次</p>", "target"},
    {"AmountInTags", "<span>380,000.00</span>", "number amount"},
    {"Code", "SF-424A", "code"},
    {"Cfda", "93.001", "number amount code"},
};
INSTANTIATE_TEST_SUITE_P(Has, ShapeTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return c.param.name; });

// Words, names and labels that a looser test would take for values.
constexpr Case kNothings[] = {
    {"Wording", "及时", ""},
    {"Reached", "达到预期目标", ""},
    {"OnTime", "按期完成", ""},
    {"OneOff", "一次性项目", ""},
    {"Level", "一级指标", ""},
    {"Twenty", "二十大海报展架购买数量", ""},
    {"OneStop", "一站式服务", ""},
    {"General", "一般专项（非经常性）", ""},
    {"Constraint", "约束性指标", ""},
    {"RecentYears", "近年来", ""},
    {"UnitOfMoney", "万元", ""},
    {"LabelWithUnit", "项目资金 (元)", ""},
    {"YearLabel", "2023年度部门预算", ""},
    {"PeriodLabel", "项目总目标 (2023年 - 2023年)", ""},
    {"BlankDate", "  年  月  日", ""},
    {"EachPupil", "每名学生", ""},
    {"EnglishWords", "Object Class", ""},
    {"List", "1、完成培训", ""},
    {"Telephone", "021-57631234", "code"},
    {"OnlyBrackets", "（）", ""},
    {"Ampersand", "A & B", ""},
};
INSTANTIATE_TEST_SUITE_P(HasNot, ShapeTest, testing::ValuesIn(kNothings),
                         [](const auto& c) { return c.param.name; });

TEST(Shapes, LongCellsAreProseWithTheirMarks) {
  std::string prose;
  for (int k = 0; k < 40; ++k) prose += "党群综合服务";
  EXPECT_EQ(Dump(ShapesOf(prose)), "prose");
  EXPECT_EQ(Dump(ShapesOf(prose.substr(0, 300) + "√" + prose)), "marked prose");
  EXPECT_EQ(Dump(ShapesOf("≥90%" + prose)), "target prose");
  EXPECT_EQ(Dump(ShapesOf(std::string(1 << 20, ' ') + "x")), "prose");
}

TEST(Shapes, ASignIsNoticedWhereverItStands) {
  struct Sign {
    const char* text;
    uint16_t shape;
  };
  for (const Sign& sign : {Sign{"。", kLooksProse}, {"！", kLooksProse}, {"!", kLooksProse}, {"?", kLooksProse}, {"√", kLooksMarked}, {"☑", kLooksMarked}})
    for (size_t letters = 8; letters < 40; ++letters)
      for (size_t at = 1; at <= letters; ++at)
        for (const char* before : {"", "a", "é"}) {
          std::string text = "党";
          for (size_t k = 1; k < letters; ++k) {
            if (k == at) text += before + std::string(sign.text);
            text += "党";
          }
          if (at == letters) text += before + std::string(sign.text);
          EXPECT_EQ(ShapesOf(text), sign.shape) << text;
        }
}

TEST(Shapes, DamageIsHarmless) {
  for (const char* text : {"\x80", "\xE9\xA1", "12\xFF", "\xC2\xC2\xE2\x98"}) ShapesOf(text);
}

TEST(Words, LongerEntriesStandBeforeTheirBeginnings) {
  for (size_t i = 0; i < std::size(kRelationWords); ++i)
    for (size_t j = i + 1; j < std::size(kRelationWords); ++j)
      EXPECT_FALSE(kRelationWords[j].word.starts_with(kRelationWords[i].word))
          << kRelationWords[j].word;
  for (size_t i = 0; i < std::size(kMeasures); ++i)
    for (size_t j = i + 1; j < std::size(kMeasures); ++j)
      EXPECT_FALSE(kMeasures[j].starts_with(kMeasures[i])) << kMeasures[j];
}

}  // namespace
}  // namespace tabularium
