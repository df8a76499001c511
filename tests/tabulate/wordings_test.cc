// Words and prefixes of cells.
#include "tabulate/wordings.h"

#include "compile/vocabulary.h"
#include "grids.h"
#include "text/shape.h"

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* in;
  const char* out;  // word, or prefix + rest
};

class WordingsTest : public testing::TestWithParam<Case> {};

TEST_P(WordingsTest, DescribesAsInTheTable) {
  Wordings wordings(SomeWords());
  Cell cell;
  cell.text = GetParam().in;
  wordings.Describe(&cell);
  std::string out;
  if (cell.word != kNoWord) out = wordings.word(cell.word).text;
  if (cell.prefix != kNoWord) {
    EXPECT_EQ(cell.word, kNoWord);
    out = wordings.word(cell.prefix).text + " + " + std::string(cell.text.substr(cell.prefix_end));
  }
  EXPECT_EQ(out, GetParam().out);
}

constexpr Case kKnown[] = {
    {"Label", "项目名称", "项目名称"},
    {"SpacedOut", "项　目　名　称：", "项目名称"},
    {"Brackets", "项目资金 (元)", "项目资金（元）"},
    {"Choice", "经常性项目", "经常性项目"},
    {"Latin", "OBJECT CLASS", "Object Class"},
    {"ValueBehind", "项目名称：党群", "项目名称 + 党群"},
    {"ValueBehindTwoColons", "项目名称：:党群", "项目名称 + 党群"},
    {"ValueBehindBlank", "项目名称 　党群", "项目名称 + 党群"},
    {"ValueAtOnce", "项目名称党群", "项目名称 + 党群"},
    {"BracketStays", "项目总目标 (2023年 - 2023年)", "项目总目标 + (2023年 - 2023年)"},
    {"BracketOfTheLabelGoes", "预算金额（元）：5", "预算金额（元） + 5"},
    {"LongestLabel", "项目资金总额（元）：3", "项目资金总额 + （元）：3"},
    {"SpacedOutWithValue", "项 目 名 称：党群", "项目名称 + 党群"},
    {"LineNumber", "10.", "10."},
    {"LatinWithValue", "Applicant: a town", "Applicant + a town"},
};
INSTANTIATE_TEST_SUITE_P(Known, WordingsTest, testing::ValuesIn(kKnown),
                         [](const auto& c) { return c.param.name; });

constexpr Case kUnknown[] = {
    {"Empty", "", ""},
    {"Value", "党群综合服务", ""},
    {"LabelInside", "本项目名称", ""},
    {"LatinGoesOn", "Applicants", ""},
    {"ChoiceIsNoPrefix", "经常性项目等", ""},
    {"TitleIsNoPrefix", "财政项目支出绩效目标申报表（2023年度）", ""},
    {"LineNumberIsNoPrefix", "10次", ""},
    {"NorOfAnAmount", "10,000.00", ""},
    {"ColumnLetterIsNoPrefix", "(a) Grants", ""},
    {"Misspelt", "项目名秤", ""},
};
INSTANTIATE_TEST_SUITE_P(Unknown, WordingsTest, testing::ValuesIn(kUnknown),
                         [](const auto& c) { return c.param.name; });

TEST(Wordings, FindsWhatTheVocabularyFinds) {
  Wordings wordings(SomeWords());
  for (const KnownWord& known : SomeWords().words)
    EXPECT_EQ(wordings.Find(known.key).exact, SomeWords().Find(known.key));
}

TEST(Wordings, WhatIsDrawnIsWhatItIsDescribedAs) {
  Vocabulary words = SomeWords();
  AddDrawn(&words);
  Wordings wordings(words);
  size_t drawn = 0;
  for (const KnownWord& known : words.words) {
    const DrawnWords::Place* found = wordings.Drawn(known.text);
    if (!found) continue;
    ++drawn;
    Cell cell;
    cell.text = known.text;
    wordings.Describe(&cell);
    EXPECT_EQ(found->word, cell.word) << known.text;
    EXPECT_EQ(found->shapes, ShapesOf(known.text)) << known.text;
  }
  EXPECT_EQ(drawn, words.words.size());
  for (const char* other : {"", "项目名", "项目名称：", "党群综合服务"}) EXPECT_EQ(wordings.Drawn(other), nullptr) << other;
}

TEST(Wordings, LongCellsMayBeginWithALabel) {
  Wordings wordings(SomeWords());
  std::string text = "项目名称：";
  for (int k = 0; k < 200; ++k) text += "党群";
  Cell cell;
  cell.text = text;
  wordings.Describe(&cell);
  EXPECT_EQ(cell.prefix_end, std::string("项目名称：").size());
}

}  // namespace
}  // namespace tabularium
