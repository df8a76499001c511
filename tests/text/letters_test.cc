// Letters that are folded, kept or remarked on.
#include "text/letters.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/utf8.h"

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* in;
  const char* out;
  const char* remarks;  // l: letters, i: invisible, p: private use, d: damaged
};

std::string Dump(const Folded& folded) {
  std::string out;
  if (folded.letters) out += 'l';
  if (folded.invisible) out += 'i';
  if (folded.private_use) out += 'p';
  if (folded.damaged) out += 'd';
  return out;
}

class LettersTest : public testing::TestWithParam<Case> {};

TEST_P(LettersTest, FoldsAsInTheTable) {
  std::string out = "before:";
  Folded folded = FoldLetters(GetParam().in, &out);
  EXPECT_EQ(out, std::string("before:") + GetParam().out);
  EXPECT_EQ(Dump(folded), GetParam().remarks);
  EXPECT_EQ(NeedsFolding(GetParam().in), *GetParam().remarks != 0);
}

constexpr Case kFolded[] = {
    {"KangxiRadicals", "项⽬⼀⽅", "项目一方", "l"},
    {"SupplementRadicals", "⻔⻓⺠", "门长民", "l"},
    {"SupplementaryPlane", "⺇", "\U00020628", "l"},
    {"Compatibility", "\uF900a", "豈a", "l"},
    {"CompatibilitySupplement", "\U0002F800", "丽", "l"},
    {"Ligatures", "Bene\uFB01ts o\uFB03ce", "Benefits office", "l"},
    {"ZeroWidth", "a\u200Bb\uFEFF", "ab", "i"},
    {"Both", "⽬\u200B", "目", "li"},
    {"PrivateUseStays", "a\uF0FEb", "a\uF0FEb", "p"},
    {"DamageStays", "a\uFFFDb", "a\uFFFDb", "d"},
};
INSTANTIATE_TEST_SUITE_P(Folded, LettersTest, testing::ValuesIn(kFolded),
                         [](const auto& c) { return c.param.name; });

// What NFKC would change and we don't; and radicals without an equivalent.
constexpr Case kLeftAlone[] = {
    {"Empty", "", "", ""},
    {"Han", "项目名称", "项目名称", ""},
    {"Circled", "①㎡№", "①㎡№", ""},
    {"FullWidth", "（％）１", "（％）１", ""},
    {"Quotes", "“一”…—", "“一”…—", ""},
    {"UnifiedAmongCompatibility", "\uFA0E", "\uFA0E", ""},
    {"RadicalWithoutEquivalent", "\u2E80", "\u2E80", ""},
    {"Latin", "naïve\u00A0café", "naïve\u00A0café", ""},
};
INSTANTIATE_TEST_SUITE_P(LeftAlone, LettersTest, testing::ValuesIn(kLeftAlone),
                         [](const auto& c) { return c.param.name; });

TEST(EquivalentIdeograph, EveryEquivalentIsAnIdeographAndItsOwn) {
  for (char32_t c = 0; c < 0x30000; ++c) {
    char32_t equivalent = EquivalentIdeograph(c);
    if (equivalent == c) continue;
    EXPECT_TRUE(IsHan(equivalent)) << std::hex << static_cast<uint32_t>(c);
    EXPECT_EQ(EquivalentIdeograph(equivalent), equivalent);
  }
}

TEST(EquivalentIdeograph, CoversEveryKangxiRadical) {
  for (char32_t c = 0x2F00; c <= 0x2FD5; ++c) EXPECT_NE(EquivalentIdeograph(c), c);
}

}  // namespace
}  // namespace tabularium
