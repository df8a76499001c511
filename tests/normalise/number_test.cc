// Numbers, percentages, codes, and what says that there is nothing to say.
#include <gtest/gtest.h>

#include "normalise/dump.h"

namespace tabularium {
namespace {

struct Case {
  const char* name;
  Type type;
  const char* in;
  const char* out;
};

class NumberTest : public testing::TestWithParam<Case> {};
TEST_P(NumberTest, Reads) {
  Inked inked(GetParam().in, GetParam().type);
  const Lettering& l = inked.lettering;
  Understood read = GetParam().type == Type::kNumber    ? ReadNumber(l)
                    : GetParam().type == Type::kPercent ? ReadPercent(l)
                                                        : ReadCode(l);
  EXPECT_EQ(Dump(read), GetParam().out);
}

constexpr Case kCases[] = {
    {"Integer", Type::kNumber, "12", "12"},
    {"Decimals", Type::kNumber, "79.812", "79.812"},
    {"Grouped", Type::kNumber, "1,234.5", "1234.5"},
    {"FullWidth", Type::kNumber, "１２", "12"},
    {"Negative", Type::kNumber, "-3", "-3"},
    {"Numeral", Type::kNumber, "二十", "20"},
    {"Points", Type::kNumber, "10分", "10 +type-loose"},
    {"Scale", Type::kNumber, "10万", "unread +type-unread !value-unread"},
    {"Vague", Type::kNumber, "10余", "unread +type-unread !value-unread"},
    {"PercentIsNone", Type::kNumber, "95%", "unread +type-unread !value-unread"},
    {"Two", Type::kNumber, "88 100", "unread +type-unread !value-unread"},
    {"Torn", Type::kNumber, "1\n2", "unread +type-unread !value-unread"},
    {"Words", Type::kNumber, "若干", "unread +type-unread !value-unread"},
    {"Percent", Type::kPercent, "12.5%", "12.5%"},
    {"PercentFullWidth", Type::kPercent, "０．５％", "0.5%"},
    {"PercentWithAGapBehindItsPoint", Type::kPercent, "187. 15%", "187.15% +type-loose"},
    {"OfHundred", Type::kPercent, "百分之五", "5%"},
    {"OfHundredPoint", Type::kPercent, "百分之十二点五", "12.5%"},
    {"PercentBare", Type::kPercent, "12.5", "12.5%"},
    {"PercentZero", Type::kPercent, "0", "0%"},
    {"PercentFraction", Type::kPercent, "0.95", "0.95% +type-loose"},
    {"PercentBrackets", Type::kPercent, "100.00(%)", "100.00%"},
    {"PerMille", Type::kPercent, "5‰", "unread +type-unread !value-unread"},
    {"PercentWords", Type::kPercent, "良好", "unread +type-unread !value-unread"},
    {"Code", Type::kCode, "219001", "'219001'"},
    {"CodeWithPoint", Type::kCode, "16.123", "'16.123'"},
    {"CodeKeepsLetters", Type::kCode, "51000021R-A_b/1", "'51000021R-A_b/1'"},
    {"CodeFullWidthStays", Type::kCode, "２１９", "'２１９'"},
    {"CodeAndName", Type::kCode, "219-某镇", "'219-某镇' +type-loose"},
    {"NoCode", Type::kCode, "某镇", "unread +type-unread !value-unread"},
};
INSTANTIATE_TEST_SUITE_P(Cases, NumberTest, testing::ValuesIn(kCases),
                         [](const auto& i) { return i.param.name; });

struct NothingCase {
  const char* name;
  const char* in;
  bool not_applicable;
  bool nothing;
};
class NothingTest : public testing::TestWithParam<NothingCase> {};
TEST_P(NothingTest, IsTold) {
  Inked inked(GetParam().in, Type::kMoney);
  EXPECT_EQ(SaysNotApplicable(inked.lettering.plain), GetParam().not_applicable);
  EXPECT_EQ(SaysNothing(inked.lettering.plain), GetParam().nothing);
}
constexpr NothingCase kNothings[] = {
    {"Slash", "/", true, false},
    {"Backslash", "\\", true, false},
    {"Dash", "—", true, false},
    {"TwoDashes", "——", true, false},
    {"Mixed", "—-", true, false},
    {"Hyphen", "-", true, false},
    {"FullWidthHyphen", "－", true, false},
    {"Star", "*", true, false},
    {"None", "无", true, false},
    {"NoneStop", "无。", true, false},
    {"Upper", "N/A", true, false},
    {"Lower", "n/a", true, false},
    {"Chinese", "不适用", true, false},
    {"English", "Not applicable", true, false},
    {"YearBlank", "（ 年度）", false, true},
    {"DateBlank", "____年__月__日", false, true},
    {"Zero", "0", false, false},
    {"Amount", "-1", false, false},
    {"NoneOf", "无障碍改造", false, false},
    {"Year", "2023年", false, false},
};
INSTANTIATE_TEST_SUITE_P(Nothings, NothingTest, testing::ValuesIn(kNothings),
                         [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace tabularium
