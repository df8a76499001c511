// Figures, Chinese numerals and plain width: what is read, and what is refused.
#include "text/numerals.h"

#include <gtest/gtest.h>

#include <string>

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* in;
  const char* out;
};

// "1234.50 +8": the digits, and the bytes read; "malformed" or "none".
std::string DumpFigure(std::string_view s) {
  Figure figure;
  size_t bytes = ScanFigure(s, &figure);
  if (bytes == kMalformed) return "malformed";
  if (bytes == 0) return "none";
  return std::string(figure.plain()) + " +" + std::to_string(bytes) + (figure.odd ? " odd" : "") +
         (figure.spaced ? " spaced" : "");
}
std::string DumpNumeral(std::string_view s) {
  HanNumber number;
  size_t bytes = ScanNumeral(s, &number);
  if (bytes == 0) return "none";
  return Print(number.value) + " +" + std::to_string(bytes) + (number.digits ? " digits" : "") +
         (number.scaled ? " scaled" : "");
}

class FigureTest : public testing::TestWithParam<Case> {};
TEST_P(FigureTest, Scans) { EXPECT_EQ(DumpFigure(GetParam().in), GetParam().out); }
constexpr Case kFigures[] = {
    {"Grouped", "1,234.50元", "1234.50 +8"},
    {"Percent", "90%", "90 +2"},
    {"Spaced", "12 345.00", "12345.00 +9 spaced"},
    {"SpacedTwice", "12 345 678", "12345678 +10 spaced"},
    {"TwoNumbers", "88 100", "88 +2"},
    {"LeadingPoint", ".5", "0.5 +2 odd"},
    {"TrailingPoint", "12.", "12 +3 odd"},
    {"LeadingZeros", "007", "007 +3 odd"},
    {"SentenceEnd", "12.完成", "12 +2"},
    {"None", "元", "none"},
    {"Empty", "", "none"},
    {"ShortGroup", "38,00.00", "malformed"},
    {"LongFirstGroup", "3800,000", "malformed"},
    {"TwoPoints", "1.2.3", "malformed"},
    {"German", "380.000,00", "malformed"},
    {"MixedMarks", "1,234'567", "malformed"},
    {"TooLong", "1234567890123456789012345678901234567890", "malformed"},
};
INSTANTIATE_TEST_SUITE_P(Figures, FigureTest, testing::ValuesIn(kFigures),
                         [](const auto& i) { return i.param.name; });

class NumeralTest : public testing::TestWithParam<Case> {};
TEST_P(NumeralTest, Scans) { EXPECT_EQ(DumpNumeral(GetParam().in), GetParam().out); }
constexpr Case kNumerals[] = {
    {"Capital", "叁拾捌万元整", "380000 +12 scaled"},
    {"Digits", "二〇二三年", "2023 +12 digits"},
    {"MixedDigits", "二0二三年", "2023 +10 digits"},
    {"Ten", "十", "10 +3"},
    {"Fifteen", "十五", "15 +6"},
    {"HundredFive", "一百零五", "105 +12"},
    {"ThousandFifteen", "一千零一十五", "1015 +18"},
    {"TenThousands", "三万五千", "35000 +12 scaled"},
    {"WithZero", "十万零三百", "100300 +15 scaled"},
    {"HundredMillions", "一亿二千万", "120000000 +15 scaled"},
    {"Point", "三点五万", "35000 +12 scaled"},
    {"PointOnly", "十二点五", "12.5 +12"},
    {"Zero", "零元", "0 +3"},
    {"Twenty", "廿三", "23 +6"},
    {"Traditional", "參拾萬", "300000 +9 scaled"},
    {"ColloquialHundred", "一百五", "none"},
    {"ColloquialTenThousand", "三万五", "none"},
    {"UnitsRising", "十百", "none"},
    {"TwiceTen", "二十三十", "none"},
    {"WanAlone", "万元", "none"},
    {"NoNumeral", "元", "none"},
    {"Empty", "", "none"},
};
INSTANTIATE_TEST_SUITE_P(Numerals, NumeralTest, testing::ValuesIn(kNumerals),
                         [](const auto& i) { return i.param.name; });

class WidthFoldTest : public testing::TestWithParam<Case> {};
TEST_P(WidthFoldTest, Folds) {
  std::string plain = "before";
  FoldWidth(GetParam().in, &plain);
  EXPECT_EQ(plain, GetParam().out);
}
constexpr Case kWidths[] = {
    {"Relation", "＞＝９０．０％", ">=90.0%"},
    {"Date", "2023－01－01", "2023-01-01"},
    {"Amount", "￥１，２３４", "¥1,234"},
    {"Minus", "−5", "-5"},
    {"Dashes", "―─", "——"},
    {"Tilde", "10～20", "10~20"},
    {"Relations", "≧≦⩾⩽", "≥≤≥≤"},
    {"Spaces", "a\u3000b\u00A0c\nd", "a b c d"},
    {"Invisible", "9\u200B0%", "90%"},
    {"Radicals", "⽬", "目"},
    {"HanStays", "人民币元", "人民币元"},
    {"CaseStays", "CNY", "CNY"},
};
INSTANTIATE_TEST_SUITE_P(Widths, WidthFoldTest, testing::ValuesIn(kWidths),
                         [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace tabularium
