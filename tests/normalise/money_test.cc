// Amounts: spellings that are read, spellings that are refused, and units.
#include <gtest/gtest.h>

#include "normalise/dump.h"

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* in;
  const char* out;
};

class MoneyTest : public testing::TestWithParam<Case> {};

TEST_P(MoneyTest, ReadsInYuan) {
  Inked inked(GetParam().in, Type::kMoney);
  EXPECT_EQ(Dump(ReadMoney(inked.lettering, {})), GetParam().out);
}

constexpr Case kAccepted[] = {
    {"Grouped", "380,000.00", "CNY 380000.00"},
    {"Zero", "0", "CNY 0.00"},
    {"ZeroWithDecimals", "0.00", "CNY 0.00"},
    {"Plain", "12451", "CNY 12451.00"},
    {"FullWidth", "１，２３４．５６", "CNY 1234.56"},
    {"FullWidthCommaOnly", "3，518.85万元", "CNY 35188500.00 +unit-from-cell"},
    {"SpaceGroups", "12 345.00", "CNY 12345.00 +type-loose"},
    {"Apostrophes", "1'234'567", "CNY 1234567.00"},
    {"Yen", "¥12451", "CNY 12451.00"},
    {"FullWidthYen", "￥23614", "CNY 23614.00"},
    {"CodeAndYen", "CNY¥114620", "CNY 114620.00"},
    {"Renminbi", "人民币 380,000.00", "CNY 380000.00"},
    {"RmbBehind", "380,000.00 RMB", "CNY 380000.00"},
    {"AnyCase", "Rmb 380,000.00", "CNY 380000.00"},
    {"Yuan", "380,000.00元", "CNY 380000.00 +unit-from-cell"},
    {"YuanWhole", "380,000元整", "CNY 380000.00 +unit-from-cell"},
    {"Wan", "38万元", "CNY 380000.00 +unit-from-cell"},
    {"WanAlone", "38万", "CNY 380000.00 +unit-from-cell"},
    {"FourDecimals", "8412.3150万元", "CNY 84123150.00 +unit-from-cell"},
    {"Yi", "1.5亿元", "CNY 150000000.00 +unit-from-cell"},
    {"UnitInBrackets", "380,000.00 (元)", "CNY 380000.00 +unit-from-cell"},
    {"Capital", "叁拾捌万元整", "CNY 380000.00 +unit-from-cell"},
    {"CapitalWithSmall", "壹佰贰拾叁元肆角伍分", "CNY 123.45 +unit-from-cell"},
    {"CapitalWithZero", "人民币壹仟零伍元零叁分", "CNY 1005.03 +unit-from-cell"},
    {"CapitalCircle", "人民币叁拾捌万圆整", "CNY 380000.00 +unit-from-cell"},
    {"CapitalTenThousands", "贰佰陆拾伍万肆仟叁佰元整", "CNY 2654300.00 +unit-from-cell"},
    {"SmallNumerals", "三十八万元", "CNY 380000.00 +unit-from-cell"},
    {"Jiao", "伍角", "CNY 0.50 +unit-from-cell"},
    {"Negative", "-1,234.00", "CNY -1234.00"},
    {"MinusSign", "−1,234.00", "CNY -1234.00"},
    {"Brackets", "(1,234.00)", "CNY -1234.00"},
    {"FullWidthBrackets", "（1,234.00）", "CNY -1234.00"},
    {"Twice", "380,000.00元（叁拾捌万元整）", "CNY 380000.00 +type-loose +unit-from-cell"},
    {"TwiceCapitalFirst", "叁拾捌万元整（¥380,000.00）",
     "CNY 380000.00 +type-loose +unit-from-cell"},
    {"InHtml", "<p>380,000.00</p>", "CNY 380000.00"},
    {"NoBreakSpace", "380,000.00&nbsp;", "CNY 380000.00"},
    {"CommaAndBlank", "380, 000.00", "CNY 380000.00"},
    {"TornAtComma", "380,\n000.00", "CNY 380000.00"},
    {"TornInGroup", "380,0\n00.00", "CNY 380000.00"},
    {"LongButExact", "123,456,789,012,345,678.99", "CNY 123456789012345678.99"},
    {"PointAtEnd", "380000.", "CNY 380000.00 +type-loose"},
};
INSTANTIATE_TEST_SUITE_P(Accepted, MoneyTest, testing::ValuesIn(kAccepted),
                         [](const auto& i) { return i.param.name; });

constexpr Case kRefused[] = {
    {"GroupOfTwo", "38,00.00", "unread +type-unread !value-unread"},
    {"GroupsOfFour", "38,0000.00", "unread +type-unread !value-unread"},
    {"TwoPoints", "380.000.00", "unread +type-unread !value-unread"},
    {"German", "380.000,00", "unread +type-unread !value-unread"},
    {"LetterO", "38O,000.00", "unread +type-unread !value-unread"},
    {"LetterL", "l2451", "unread +type-unread !value-unread"},
    {"TwoNumbers", "88 100", "unread +type-unread !value-unread"},
    {"TornBetweenNumbers", "100\n200", "unread +type-unread !value-unread"},
    {"SeeAnnex", "见附件", "unread +type-unread !value-unread"},
    {"About", "约38万元", "unread +type-unread !value-unread"},
    {"Date", "2023-01-01", "unread +type-unread !value-unread"},
    {"Target", "≥16次", "unread +type-unread !value-unread"},
    {"TwiceDifferently", "380,000.00元（叁拾玖万元整）", "unread +type-unread !value-unread"},
    {"ColloquialNumeral", "三万五", "unread +type-unread !value-unread"},
    {"DigitsAlone", "三八", "unread +type-unread !value-unread"},
    {"PerYear", "38万元/年", "unread +type-unread !value-unread"},
    {"MixedScales", "3万5千元", "unread +type-unread !value-unread"},
    {"UnknownCurrency", "38法郎", "unread +type-unread !value-unread"},
    {"TwoCurrencies", "¥38美元", "unread +type-unread !value-unread"},
};
INSTANTIATE_TEST_SUITE_P(Refused, MoneyTest, testing::ValuesIn(kRefused),
                         [](const auto& i) { return i.param.name; });

struct UnitCase {
  const char* name;
  const char* in;
  MoneyContext context;
  const char* out;
};
class MoneyUnitTest : public testing::TestWithParam<UnitCase> {};
TEST_P(MoneyUnitTest, CountsInItsUnit) {
  Inked inked(GetParam().in, Type::kMoney);
  EXPECT_EQ(Dump(ReadMoney(inked.lettering, GetParam().context)), GetParam().out);
}
const UnitCase kUnits[] = {
    {"BareInWan", "38", {"CNY", 4}, "CNY 380000.00"},
    {"DecimalsInWan", "3,518.8512", {"CNY", 4}, "CNY 35188512.00"},
    {"SubYuanInWan", "0.00015", {"CNY", 4}, "CNY 1.50"},
    {"SignKeepsWan", "¥38", {"CNY", 4}, "CNY 380000.00"},
    {"SignBeforeLargeFigureInWan", "￥160,000.00", {"CNY", 4}, "CNY 1600000000.00 +unit-disagrees !unit-conflict"},
    {"CellBeforeLabel", "38元", {"CNY", 4}, "CNY 38.00 +unit-from-cell"},
    {"NumeralNamesItsScale", "三十八万", {"CNY", 4}, "CNY 380000.00 +unit-from-cell"},
    {"NumeralWithoutScale", "三十八", {"CNY", 4}, "CNY 380000.00"},
    {"Assumed", "38", {"CNY", 0, true, false}, "CNY 38.00 +unit-assumed"},
    {"AssumedButCellSays", "38美元", {"CNY", 0, true, false}, "USD 38.00 +unit-from-cell"},
    {"CaptionsDisagree",
     "38",
     {"CNY", 4, false, true},
     "CNY 380000.00 +unit-disagrees !unit-conflict"},
    {"CellEndsDisagreement", "38万元", {"CNY", 4, false, true}, "CNY 380000.00 +unit-from-cell"},
    {"OtherCurrency",
     "38万美元",
     {"CNY", 4},
     "USD 380000.00 +unit-from-cell +unit-disagrees !unit-conflict"},
    {"Dollars", "$1,250,000", {"USD", 0}, "USD 1250000.00"},
};
INSTANTIATE_TEST_SUITE_P(Units, MoneyUnitTest, testing::ValuesIn(kUnits),
                         [](const auto& i) { return i.param.name; });

constexpr Case kUnitNames[] = {
    {"Yuan", "元", "'CNY'"},
    {"WanInBrackets", "（万元）", "'CNY'"},
    {"Caption", "单位：万元", "'CNY'"},
    {"Renminbi", "人民币", "'CNY'"},
    {"Code", "USD", "'USD'"},
    {"Sign", "$", "'USD'"},
    {"ScaleAlone", "万", "'CNY' +type-loose"},
    {"NoUnit", "次", "unread +type-unread !value-unread"},
};
class UnitNameTest : public testing::TestWithParam<Case> {};
TEST_P(UnitNameTest, IsACurrency) {
  Inked inked(GetParam().in, Type::kUnit);
  EXPECT_EQ(Dump(ReadUnit(inked.lettering)), GetParam().out);
}
INSTANTIATE_TEST_SUITE_P(Names, UnitNameTest, testing::ValuesIn(kUnitNames),
                         [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace tabularium
