#include "write/plain.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

struct Case {
  const char* name;
  Value value;
  const char* out;
  const char* unit;
};
class PlainTest : public testing::TestWithParam<Case> {};
TEST_P(PlainTest, ReadsAsPeopleWrite) {
  EXPECT_EQ(PlainValue(GetParam().value), GetParam().out);
  EXPECT_EQ(PlainUnit(GetParam().value), GetParam().unit);
}

const Case kCases[] = {
    {"nothing", Nothing::kBlank, "", ""},
    {"text", Text{"甲"}, "甲", ""},
    {"number", Number{{12, -1}}, "1.2", ""},
    {"percent", Percent{{95, 0}}, "95", "%"},
    {"year", Year{2023}, "2023", ""},
    {"day", Date{2023, 1, 5}, "2023-01-05", ""},
    {"month", Date{2023, 1, 0}, "2023-01", ""},
    {"year_of_a_date", Date{2023, 0, 0}, "2023", ""},
    {"money", Money{{5, 4}, "CNY"}, "50000.00", "CNY"},
    {"ticks", Ticks{{"新增", "延续"}}, "新增；延续", ""},
    {"target", Target{"≥", "16", "", "", "次", ""}, "≥16次", ""},
    {"range", Target{"", "", "3", "5", "天", ""}, "3-5天", ""},
    {"wording", Target{"", "", "", "", "", "及时"}, "及时", ""},
};
INSTANTIATE_TEST_SUITE_P(Values, PlainTest, testing::ValuesIn(kCases),
                         [](auto& i) { return i.param.name; });

TEST(PlainTest, ConfidenceDropsZeros) {
  EXPECT_EQ(PlainConfidence(0.95f), "0.95");
  EXPECT_EQ(PlainConfidence(1), "1");
}

}  // namespace
}  // namespace tabularium
