// Display widths, one letter of each kind.
#include "text/width.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* in;
  int out;
};

class WidthTest : public testing::TestWithParam<Case> {};

TEST_P(WidthTest, CountsColumns) { EXPECT_EQ(DisplayWidth(GetParam().in), GetParam().out); }

constexpr Case kCases[] = {
    {"Empty", "", 0},
    {"Ascii", "abc 1", 5},
    {"Han", "项目名称", 8},
    {"HanExtensionB", "\U00020000", 2},
    {"FullWidth", "（元）", 6},
    {"IdeographicSpace", "　", 2},
    {"Kana", "ア", 2},
    {"HalfWidthKana", "ｱ", 1},
    {"Hangul", "한", 2},
    {"AmbiguousIsOne", "≥①“", 3},
    {"Combining", "e\u0301", 1},
    {"ZeroWidthSpace", "a\u200Bb", 2},
    {"SoftHyphen", "a\u00ADb", 2},
    {"TabIsOne", "a\tb", 3},
    {"Radical", "⽬", 2},
    {"Compatibility", "\uF96F", 2},
};
INSTANTIATE_TEST_SUITE_P(Table, WidthTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace tabularium
