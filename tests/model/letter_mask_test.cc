#include "model/letter_mask.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

struct Case {
  const char* name;
  std::string_view text, wanted;  // as written; a folded key
  bool may_hold;                  // all of its letters
};

class LetterMaskTest : public testing::TestWithParam<Case> {};

TEST_P(LetterMaskTest, Lacking) {
  EXPECT_EQ(Lacking(MaskOfText(GetParam().text), MaskOfKey(GetParam().wanted)) == 0, GetParam().may_hold);
}

const Case kCases[] = {
    {"itself", "项目名称", "项目名称", true},
    {"spaced_out_and_marked", "项 目　名称：", "项目名称", true},
    {"one_letter_other", "项目名秤", "项目名称", false},
    {"none", "2023-01-01", "项目名称", false},
    {"full_width_marks", "（项目）名称，", "项目名称", true},
    {"a_radical_may_be_any_letter", "项⽬名称", "项目名称", true},
    {"a_supplement_radical_too", "⺠政", "民政", true},
    {"a_compatibility_ideograph_too", "\uFA1B利", "福利", true},
    {"to_may_be_a_dash", "2023-2025", "2023至2025", true},
    {"latin_keys_want_nothing", "甲", "total", true},
};
INSTANTIATE_TEST_SUITE_P(Texts, LetterMaskTest, testing::ValuesIn(kCases), [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace tabularium
