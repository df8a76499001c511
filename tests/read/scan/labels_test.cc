#include "read/scan/labels.h"

#include <gtest/gtest.h>

#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

Vocabulary Words(std::initializer_list<const char*> texts) {
  Vocabulary vocabulary;
  for (const char* text : texts) {
    KnownWord word;
    word.key = Key(text), word.text = text, word.roles = kIsLabel;
    vocabulary.ids[word.key] = static_cast<WordId>(vocabulary.words.size());
    vocabulary.longest = std::max(vocabulary.longest, word.key.size());
    vocabulary.words.push_back(word);
  }
  return vocabulary;
}

SeenText Seen(std::string_view text) {
  SeenText seen;
  int x = 0;
  for (size_t i = 0, begin = 0; i < text.size(); begin = i) {
    NextLetter(text, i);
    seen.letters.push_back({std::string(text.substr(begin, i - begin)), {x, 0, 40, 40}, 0.9f, 0, false});
    x += 45;
  }
  return seen;
}

const Vocabulary& Known() {
  static const Vocabulary vocabulary =
      Words({"一级指标", "二级指标", "三级指标", "项目支出绩效目标申报表", "其中：财政拨款", "其他资金", "产出指标", "数量指标", "质量指标", "经常性项目"});
  return vocabulary;
}

struct DecisionCase {
  const char* seen;
  const char* decided;  // null: nothing is decided
};

class Decide : public testing::TestWithParam<DecisionCase> {};

TEST_P(Decide, TakesWhatWasSurelyMeant) {
  auto decided = LabelReader(Known()).Decide(Seen(GetParam().seen));
  ASSERT_EQ(decided.has_value(), GetParam().decided != nullptr) << (decided ? TextOf(*decided) : "");
  if (decided) {
    EXPECT_EQ(TextOf(*decided), GetParam().decided);
  }
}

INSTANTIATE_TEST_SUITE_P(NearOneWording, Decide, testing::Values(DecisionCase{"项目文出绩效目标申报表", "项目支出绩效目标申报表"},
    DecisionCase{"其中;财政拔款", "其中：财政拨款"}, DecisionCase{"共他资金", "其他资金"}, DecisionCase{"|产出指标", "产出指标"},
    DecisionCase{"经党性项目", "经常性项目"}, DecisionCase{"项目支出绩效目标审报表", "项目支出绩效目标申报表"}));
INSTANTIATE_TEST_SUITE_P(Refused, Decide, testing::Values(DecisionCase{"一级指标", nullptr}, DecisionCase{"其中:财政拨款", nullptr},
    DecisionCase{"王级指标", nullptr}, DecisionCase{"重量指标", nullptr}, DecisionCase{"道路修补长度", nullptr}, DecisionCase{"其他", nullptr},
    DecisionCase{"产出指标3", nullptr}, DecisionCase{"项目支出绩效目标申报", nullptr}, DecisionCase{"项目支出绩效目标申报表（续）", nullptr}, DecisionCase{"其它资金（Z）", nullptr}, DecisionCase{"", nullptr}, DecisionCase{"标", nullptr}));

TEST(LabelReader, FiguresAreNoWordings) {
  const Vocabulary rows = Words({"10.", "10. Other"});  // of rows
  EXPECT_FALSE(LabelReader(rows).Knows(Seen("10"))) << "a score, which others must read too";
  EXPECT_TRUE(LabelReader(rows).Knows(Seen("10. Other")));
  EXPECT_FALSE(LabelReader(rows).KnowsSurely(Seen("10. Other")));
  EXPECT_FALSE(LabelReader(rows).Knows(Seen("】10. Other"))) << "a misread letter that no key holds";
}

TEST(LabelReader, LettersKeepTheirPlaces) {
  SeenText seen = Seen("项目文出绩效目标申报表");
  seen.letters[2].certainty = 0.5f;
  auto decided = LabelReader(Known()).Decide(seen);
  ASSERT_TRUE(decided);
  EXPECT_EQ(decided->by, Recogniser::kVocabulary);
  for (size_t i = 0; i < seen.letters.size(); ++i) EXPECT_EQ(decided->letters[i].box.x, seen.letters[i].box.x);
  EXPECT_FLOAT_EQ(LegibilityOf(*decided), 0.5f);
}

}  // namespace
}  // namespace tabularium
