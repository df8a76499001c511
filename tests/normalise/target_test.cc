// Targets: relation, number and unit; ranges; and everything that stays a wording.
#include <gtest/gtest.h>

#include "normalise/dump.h"

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* in;
  const char* out;
};

class TargetTest : public testing::TestWithParam<Case> {};
TEST_P(TargetTest, Reads) {
  Inked inked(GetParam().in, Type::kTarget);
  Understood read = ReadTarget(inked.lettering);
  EXPECT_EQ(Dump(read.value), GetParam().out);
  EXPECT_TRUE(read.why.empty());
}

constexpr Case kMeasures[] = {
    {"AsciiAtLeast", ">=16次", "≥|16|次"},
    {"AtLeast", "≥28套", "≥|28|套"},
    {"ArrowAtLeast", "=>90%", "≥|90|%"},
    {"Equal", "=100%", "=|100|%"},
    {"FullWidth", "＞＝９０％", "≥|90|%"},
    {"OtherAtLeast", "≧90%", "≥|90|%"},
    {"Parted", "> = 90 %", "≥|90|%"},
    {"QuotationMark", "》90%", "≥|90|%"},
    {"QuotationMarkAtMost", "《5%", "≤|5|%"},
    {"Entity", "&ge;90%", "≥|90|%"},
    {"InHtml", "<p>≥90%</p>", "≥|90|%"},
    {"LessIsNoTag", "<3天", "<|3|天"},
    {"LessPercent", "<90%", "<|90|%"},
    {"AtMostIsNoTag", "<=3天", "≤|3|天"},
    {"LessInHtml", "<p><3天</p>", "<|3|天"},
    {"More", ">5", ">|5|"},
    {"NotBelow", "不低于90%", "≥|90|%"},
    {"NotFewer", "不少于3次", "≥|3|次"},
    {"NotMore", "不超过10天", "≤|10|天"},
    {"GreaterOrEqual", "大于等于95%", "≥|95|%"},
    {"Greater", "大于95%", ">|95|%"},
    {"AtLeastWord", "至少5场", "≥|5|场"},
    {"Above", "90%以上", "≥|90|%"},
    {"AboveAndEqual", "90%及以上", "≥|90|%"},
    {"Within", "30天以内", "≤|30|天"},
    {"Below", "5%以下", "≤|5|%"},
    {"About", "约30个", "≈|30|个"},
    {"AboutBehind", "350所左右", "≈|350|所"},
    {"AboutTwice", "约30个左右", "≈|30|个"},
    {"SameTwice", "≥95%以上", "≥|95|%"},
    {"PlusMinus", "±5%", "±|5|%"},
    {"Number", "100", "|100|"},
    {"NumberAndUnit", "985米", "|985|米"},
    {"DecimalsStay", "100.00", "|100.00|"},
    {"UnitInBrackets", "=100.00(%)", "=|100.00|%"},
    {"FullWidthBrackets", "≥90.00（%）", "≥|90.00|%"},
    {"UnitAsWord", "≥100百分比", "≥|100|百分比"},
    {"PercentPoints", "≥5个百分点", "≥|5|个百分点"},
    {"SeparatorsGo", "≥1,350,000元", "≥|1350000|元"},
    {"ScaleStays", "≥1.35万亩", "≥|1.35|万亩"},
    {"ScaleAlone", "≥1.2万", "≥|1.2|万"},
    {"MoneyUnit", "9120万元", "|9120|万元"},
    {"Negative", "-5%", "|-5|%"},
    {"Per", "≥12次/年", "≥|12|次/年"},
    {"BracketsInUnit", "=1,100台（套）", "=|1100|台（套）"},
    {"BracketsInUnitWide", "≥１０人(次)以上", "≥|10|人(次)"},
    {"SquareMetres", "≥3000㎡", "≥|3000|㎡"},
    {"FullStop", "≥90%。", "≥|90|%"},
    {"NumeralBehindRelation", "不少于三次", "≥|3|次"},
    {"English", "at least 12 sessions", "≥|12|sessions"},
    {"Range", "10-20个", "10..20|个"},
    {"RangeOfPercents", "10%～20%", "10..20|%"},
    {"RangeZhi", "10至20", "10..20|"},
    {"RangeDash", "3—5天", "3..5|天"},
    {"RangeFullWidth", "１０％－２０％", "10..20|%"},
};
INSTANTIATE_TEST_SUITE_P(Measures, TargetTest, testing::ValuesIn(kMeasures),
                         [](const auto& i) { return i.param.name; });

constexpr Case kWordings[] = {
    {"Frequency", "每月一次", "“每月一次”"},
    {"FrequencyAbout", "每年110项左右", "“每年110项左右”"},
    {"Timely", "及时", "“及时”"},
    {"Improves", "提升", "“提升”"},
    {"Month", "2023年12月", "“2023年12月”"},
    {"MonthOnly", "12月", "“12月”"},
    {"BeforeMonthEnd", "12月底前", "“12月底前”"},
    {"Year", "2023年", "“2023年”"},
    {"Months", "1月至12月", "“1月至12月”"},
    {"MonthRange", "1-12月", "“1-12月”"},
    {"Years", "2023-2025年", "“2023-2025年”"},
    {"Date", "2023-12-31", "“2023-12-31”"},
    {"BeforeDate", "≤2023年12月31日", "“≤2023年12月31日”"},
    {"Grade", "优", "“优”"},
    {"Grades", "优/良/中/差", "“优/良/中/差”"},
    {"GradeWithNumber", "5A级", "“5A级”"},
    {"Ratio", "1:2", "“1:2”"},
    {"Several", "≥5次；≥3场", "“≥5次；≥3场”"},
    {"SeveralLines", "≥5次\n≥3场", "“≥5次 ≥3场”"},
    {"NumberWord", "十二次", "“十二次”"},
    {"Vague", "30余个", "“30余个”"},
    {"Named", "合格率≥95%", "“合格率≥95%”"},
    {"Reached", "达到预期目标", "“达到预期目标”"},
    {"ReachedNumber", "达到90%", "“达到90%”"},
    {"BelowLastYear", "低于上年", "“低于上年”"},
    {"Sentence", "100%完成全年任务", "“100%完成全年任务”"},
    {"Contradiction", "≤90%以上", "“≤90%以上”"},
    {"FallingRange", "20-10个", "“20-10个”"},
    {"UnlikeUnits", "10个-20次", "“10个-20次”"},
    {"MalformedNumber", "≥12,5%", "“≥12,5%”"},
    {"TwoScales", "3万5千", "“3万5千”"},
    {"ScaledBy", "7×24小时", "“7×24小时”"},
    {"BookTitle", "《实施方案》1份", "“《实施方案》1份”"},
    {"OpenBracket", "≥10人(含", "“≥10人(含”"},
    {"FullWidthStays", "优（９０分）", "“优（９０分）”"},
};
INSTANTIATE_TEST_SUITE_P(Wordings, TargetTest, testing::ValuesIn(kWordings),
                         [](const auto& i) { return i.param.name; });

struct PartsCase {
  const char* name;
  const char* relation;
  const char* number;
  const char* unit;
  const char* out;
};
class TargetPartsTest : public testing::TestWithParam<PartsCase> {};
TEST_P(TargetPartsTest, AreTheSameObject) {
  Inked relation(GetParam().relation, Type::kTarget), number(GetParam().number, Type::kTarget),
      unit(GetParam().unit, Type::kTarget);
  EXPECT_EQ(
      Dump(JoinTarget(relation.lettering.plain, number.lettering, unit.lettering.plain).value),
      GetParam().out);
}
constexpr PartsCase kParts[] = {
    {"All", "≥", "90", "%", "≥|90|%"},
    {"AsciiRelation", ">=", "16", "次", "≥|16|次"},
    {"Word", "不低于", "90", "％", "≥|90|%"},
    {"NoRelation", "", "90", "%", "|90|%"},
    {"NoUnit", "=", "100", "", "=|100|"},
    {"RelationInNumberToo", "≥", "≥90", "%", "≥|90|%"},
    {"UnitInNumberToo", "≥", "90%", "%", "≥|90|%"},
    {"Qualitative", "定性", "优良", "", "“优良”"},
    {"RelationsDisagree", "≤", "≥90", "%", "“≥90”"},
    {"UnitsDisagree", "≥", "90%", "次", "“90%”"},
    {"Range", "", "10-20", "个", "10..20|个"},
};
INSTANTIATE_TEST_SUITE_P(Parts, TargetPartsTest, testing::ValuesIn(kParts),
                         [](const auto& i) { return i.param.name; });

struct ForeignCase {
  const char* name;
  const char* in;
  bool foreign;
};
class ForeignTest : public testing::TestWithParam<ForeignCase> {};
TEST_P(ForeignTest, InProse) {
  Inked inked(GetParam().in, Type::kText);
  EXPECT_EQ(LooksForeign(inked.lettering), GetParam().foreign);
}
constexpr ForeignCase kForeign[] = {
    {"Target", "≥16次", true},
    {"Percent", "90%", true},
    {"Amount", "380,000.00", true},
    {"Yen", "¥12451", true},
    {"Date", "2023-01-01", true},
    {"Count", "3", false},
    {"Phone", "02112345678", false},
    {"Code", "20200315", false},
    {"Prose", "二十大海报展架", false},
    {"NumberedName", "3号楼改造", false},
    {"YearInName", "2023年度项目", false},
    {"BookTitle", "《方案》编制", false},
};
INSTANTIATE_TEST_SUITE_P(Prose, ForeignTest, testing::ValuesIn(kForeign),
                         [](const auto& i) { return i.param.name; });

TEST(Targets, ANumberThatANarrowCellCutIsOneInDoubt) {
  Lettering written;
  written.text = written.plain = "≥5900人次";
  written.torn = Tear::kTail;
  const Understood cut = ReadTarget(written);
  EXPECT_TRUE(std::holds_alternative<Apart<Target>>(cut.value));
  EXPECT_TRUE(cut.signs.Has(EvidenceCode::kDigitsTorn));
  written.torn = Tear::kHalves;
  const Understood one = ReadTarget(written);  // ≥59 / 00人次: one relation, and one unit
  EXPECT_EQ(std::get<Apart<Target>>(one.value)->number, "5900");
  EXPECT_TRUE(one.signs.Has(EvidenceCode::kDigitsTorn));
  written.text = written.plain = "233万元";
  const Understood halves = ReadTarget(written);  // 2 / 33万元: two numbers or one, nobody knows
  EXPECT_EQ(std::get<Apart<Target>>(halves.value)->text, written.text);
  EXPECT_TRUE(halves.signs.Has(EvidenceCode::kDigitsTorn));
}

}  // namespace
}  // namespace tabularium
