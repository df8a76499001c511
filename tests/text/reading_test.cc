// The table of readings: folded sounds, and letters without one.
#include "text/reading.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

struct Case {
  const char* name;
  char32_t letter;
  const char* sound;
};

class ReadingTest : public testing::TestWithParam<Case> {};

TEST_P(ReadingTest, Sounds) {
  EXPECT_EQ(SyllableName(SyllableOf(GetParam().letter)), GetParam().sound);
}

INSTANTIATE_TEST_SUITE_P(
    Known, ReadingTest,
    testing::Values(Case{"retroflex_z", U'治', "zi"}, Case{"flat_z", U'自', "zi"},
                    Case{"retroflex_c", U'程', "cen"}, Case{"retroflex_s", U'社', "se"},
                    Case{"final_ng", U'政', "zen"}, Case{"final_n", U'真', "zen"},
                    Case{"umlaut", U'绿', "lv"}, Case{"u", U'路', "lu"},
                    Case{"vowel_only", U'安', "an"}, Case{"er", U'二', "er"},
                    Case{"traditional", U'績', "ji"}, Case{"first_of_the_block", U'一', "yi"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(Refused, ReadingTest,
                         testing::Values(Case{"latin", U'A', ""}, Case{"digit", U'1', ""},
                                         Case{"nothing", U'\0', ""}, Case{"full_width", U'Ａ', ""},
                                         Case{"comma", U'，', ""}, Case{"hiragana", U'あ', ""},
                                         Case{"beyond_the_table", U'\U00020000', ""},
                                         Case{"greatest", U'\U0010FFFF', ""}),
                         [](const auto& test) { return test.param.name; });

TEST(ReadingTest, NumbersAreDense) {
  ASSERT_GT(SyllableEnd(), 200);
  ASSERT_LT(SyllableEnd(), 512) << "verify/ keeps a table of pairs";
  for (SyllableId id = 1; id < SyllableEnd(); ++id) EXPECT_FALSE(SyllableName(id).empty());
}

}  // namespace
}  // namespace tabularium
