// Years and dates: shapes that are read, and what no one may guess.
#include <gtest/gtest.h>

#include "normalise/dump.h"

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* in;
  const char* out;
};

class DateTest : public testing::TestWithParam<Case> {};
TEST_P(DateTest, Reads) {
  Inked inked(GetParam().in, Type::kDate);
  EXPECT_EQ(Dump(ReadDate(inked.lettering)), GetParam().out);
}

constexpr Case kAccepted[] = {
    {"Iso", "2023-01-01", "2023-01-01"},
    {"Slashes", "2026/1/1", "2026-01-01"},
    {"Dashes", "2023—1—1", "2023-01-01"},
    {"HyphensApart", "2023 - 01 - 01", "2023-01-01"},
    {"Points", "2020.6.15", "2020-06-15"},
    {"Chinese", "2020年6月15日", "2020-06-15"},
    {"Hao", "2020年6月15号", "2020-06-15"},
    {"NoDaySign", "2020年6月15", "2020-06-15 +type-loose"},
    {"EightDigits", "20190101", "2019-01-01"},
    {"SixDigits", "200909", "2009-09 +type-loose"},
    {"YearOnly", "2023年", "2023"},
    {"YearDigitsOnly", "2023", "2023"},
    {"YearAndMonth", "2023-01", "2023-01"},
    {"ChineseYearAndMonth", "2023年1月", "2023-01"},
    {"PointMonth", "1990.9", "1990-09"},
    {"Numerals", "二〇二三年一月一日", "2023-01-01"},
    {"NumeralsWithCircles", "二○二三年十二月三十一日", "2023-12-31"},
    {"NumeralsWithZero", "二零二三年十月二十日", "2023-10-20"},
    {"FullWidth", "２０２３－０１－０１", "2023-01-01"},
    {"FullWidthChinese", "２０２３年１月１日", "2023-01-01"},
    {"Gaps", "2020 年 3 月 15 日", "2020-03-15"},
    {"WideGaps", "2 0 2 0 年 3 月 1 5 日", "2020-03-15"},
    {"GapsAroundSlashes", "1983 / 6 / 8", "1983-06-08"},
    {"Blanks", "2023 1 1", "2023-01-01 +type-loose"},
    {"Midnight", "2023-01-01 00:00:00", "2023-01-01 +type-loose"},
    {"MidnightShort", "2023/1/1 0:00", "2023-01-01 +type-loose"},
    {"IsoMidnight", "2023-01-01T00:00:00", "2023-01-01 +type-loose"},
    {"LeapDay", "2024-02-29", "2024-02-29"},
    {"InHtml", "<p>2023-01-01</p>", "2023-01-01"},
    {"TornAtHyphen", "2023-01-\n01", "2023-01-01"},
    {"EnglishMonthFirst", "January 31, 2023", "2023-01-31 +type-loose"},
    {"EnglishDayFirst", "31 Jan. 2023", "2023-01-31 +type-loose"},
    {"EnglishOrdinal", "March 3rd, 2023", "2023-03-03 +type-loose"},
    {"AmericanClear", "01/31/2023", "2023-01-31 +type-loose"},
    {"EuropeanClear", "31/01/2023", "2023-01-31 +type-loose"},
    {"SameDayEitherWay", "03/03/2023", "2023-03-03 +type-loose"},
    {"InBrackets", "（2023年1月1日）", "2023-01-01"},
};
INSTANTIATE_TEST_SUITE_P(Accepted, DateTest, testing::ValuesIn(kAccepted),
                         [](const auto& i) { return i.param.name; });

constexpr Case kRefused[] = {
    {"NoSuchDay", "2023-02-30", "unread +type-unread !value-unread"},
    {"NoSuchMonth", "2023-13-01", "unread +type-unread !value-unread"},
    {"NoLeapYear", "2023年2月29日", "unread +type-unread !value-unread"},
    {"NoSuchDigits", "20231301", "unread +type-unread !value-unread"},
    {"Range", "2023-01-01至2023-12-31", "unread +type-unread !value-unread"},
    {"RangeOfYears", "2019年-2021年", "unread +type-unread !value-unread"},
    {"OpenRange", "1990.9-", "unread +type-unread !value-unread"},
    {"LongTerm", "长期", "unread +type-unread !out-of-domain"},
    {"Ambiguous", "03/04/2023", "unread +type-unread !value-unread"},
    {"TwoDigitYear", "23-01-01", "unread +type-unread !value-unread"},
    {"Afternoon", "2023-01-01 02:30 PM", "unread +type-unread !value-unread"},
    {"Time", "2023-01-01 14:30:00", "unread +type-unread !value-unread"},
    {"EndOfMonth", "2023年12月底", "unread +type-unread !value-unread"},
    {"LetterO", "2023-O1-01", "unread +type-unread !value-unread"},
    {"MixedMarks", "2023-01/01", "unread +type-unread !value-unread"},
    {"Amount", "380,000.00", "unread +type-unread !value-unread"},
    {"Words", "待定", "unread +type-unread !value-unread"},
    {"TooEarly", "0023-01-01", "unread +type-unread !value-unread"},
};
INSTANTIATE_TEST_SUITE_P(Refused, DateTest, testing::ValuesIn(kRefused),
                         [](const auto& i) { return i.param.name; });

class YearTest : public testing::TestWithParam<Case> {};
TEST_P(YearTest, Reads) {
  Inked inked(GetParam().in, Type::kYear);
  EXPECT_EQ(Dump(ReadYear(inked.lettering)), GetParam().out);
}
constexpr Case kYears[] = {
    {"Digits", "2023", "2023"},
    {"Sign", "2023年", "2023"},
    {"FiscalYear", "(2023年度)", "2023"},
    {"FullWidth", "２０２３", "2023"},
    {"Numerals", "二〇二三年", "2023"},
    {"Circles", "二○二三", "2023"},
    {"Gap", "2023 年度", "2023"},
    {"Caption", "年度：２０２１", "2021"},
    {"English", "FY 2023", "2023"},
    {"TwoDigits", "23年", "unread +type-unread !value-unread"},
    {"Polluted", "10月 2017 年度", "unread +type-unread !value-unread"},
    {"Range", "2023-2025", "unread +type-unread !value-unread"},
    {"Amount", "380,000.00", "unread +type-unread !value-unread"},
    {"TooLate", "9999", "unread +type-unread !value-unread"},
    {"Placeholder", "20××年", "unread +type-unread !value-unread"},
};
INSTANTIATE_TEST_SUITE_P(Years, YearTest, testing::ValuesIn(kYears),
                         [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace tabularium
