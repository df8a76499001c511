// Letters in and out of UTF-8, and what white space is.
#include "text/utf8.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

TEST(NextLetter, UndoesAppendLetter) {
  for (char32_t c : {U'\0', U'a', U'\x7F', U'\x80', U'é', U'\u07FF', U'\u0800', U'项', U'\uFFFD',
                     U'\U00010000', U'\U0010FFFF'}) {
    std::string text;
    AppendLetter(c, &text);
    size_t i = 0;
    EXPECT_EQ(NextLetter(text, i), c);
    EXPECT_EQ(i, text.size());
  }
}

TEST(NextLetter, TakesOneByteOfDamage) {
  for (std::string_view text : {"\x80 ", "\xC0\x80", "\xE9\xA1 ", "\xFF ", "\xF0\x9F\x98"}) {
    size_t i = 0;
    EXPECT_EQ(NextLetter(text, i), char32_t{0xFFFD});
    EXPECT_EQ(i, 1u);
  }
}

struct Case {
  const char* name;
  const char* in;
  const char* out;
};

class TrimTest : public testing::TestWithParam<Case> {};

TEST_P(TrimTest, TakesTheEndsOff) { EXPECT_EQ(Trim(GetParam().in), GetParam().out); }

constexpr Case kCases[] = {
    {"Nothing", "项目", "项目"},          {"Empty", "", ""},
    {"Blanks", "  项 目\t", "项 目"},     {"OnlyBlanks", " 　\u00A0 ", ""},
    {"Ideographic", "　项目　", "项目"},  {"Invisible", "\uFEFF\u200B项目\u200B", "项目"},
    {"CarriageReturn", "项目\r", "项目"}, {"DamageStays", "\x80", "\x80"},
};
INSTANTIATE_TEST_SUITE_P(Table, TrimTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace tabularium
