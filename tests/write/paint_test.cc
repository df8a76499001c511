#include "write/paint.h"

#include <gtest/gtest.h>

#include "text/width.h"

namespace tabularium {
namespace {

struct FitCase {
  const char* name;
  const char* in;
  int width;
  const char* out;
};
class FitLineTest : public testing::TestWithParam<FitCase> {};
TEST_P(FitLineTest, FitsByDisplayWidth) {
  std::string fitted = FitLine(GetParam().in, GetParam().width);
  EXPECT_EQ(fitted, GetParam().out);
  EXPECT_LE(DisplayWidth(fitted), GetParam().width);
}
const FitCase kWhole[] = {{"ascii", "abc", 3, "abc"},
                          {"han", "绩效", 4, "绩效"},
                          {"line_end", "a\nb", 10, "a ↵ b"},
                          {"tab", "a\tb", 10, "a b"}};
INSTANTIATE_TEST_SUITE_P(Whole, FitLineTest, testing::ValuesIn(kWhole),
                         [](auto& i) { return i.param.name; });
const FitCase kCut[] = {{"ascii", "abcd", 3, "ab…"},
                        {"han", "绩效目标", 5, "绩效…"},
                        {"half_a_letter", "绩效目标", 4, "绩…"}};
INSTANTIATE_TEST_SUITE_P(Cut, FitLineTest, testing::ValuesIn(kCut),
                         [](auto& i) { return i.param.name; });

TEST(PaintTest, WrapsAtSpacesElseAnywhere) {
  EXPECT_EQ(Wrapped("one two three", 8), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(Wrapped("绩效目标申报表", 6), (std::vector<std::string>{"绩效目", "标申报", "表"}));
  EXPECT_EQ(Wrapped("", 6), std::vector<std::string>{""});
}

TEST(PaintTest, BoxesAreAlignedByDisplayWidth) {
  std::string out;
  DrawBox({{{"a"}, {"名称"}}, {{"12"}, {"x"}}}, 1, 80, {}, &out);
  EXPECT_EQ(out,
            " ┌────┬──────┐\n"
            " │ a  │ 名称 │\n"
            " ├────┼──────┤\n"
            " │ 12 │ x    │\n"
            " └────┴──────┘\n");
}

TEST(PaintTest, BoxesShrinkTheWidestColumn) {
  std::string out;
  DrawBox({{{"a"}, {"b"}}, {{"short"}, {"a very long text that does not fit"}}}, 0, 30, {}, &out);
  size_t line = out.find('\n');
  EXPECT_LE(DisplayWidth(std::string_view(out).substr(0, line)), 30);
  EXPECT_NE(out.find("short"), std::string::npos);
}

TEST(PaintTest, ColoursOnlyWhereAsked) {
  std::string out;
  Palette{}.Paint(Ink::kBad, "x", &out);
  Palette{true}.Paint(Ink::kBad, "y", &out);
  Palette{true}.Paint(Ink::kPlain, "z", &out);
  EXPECT_EQ(out, "x\x1b[31my\x1b[0mz");
}

}  // namespace
}  // namespace tabularium
