// Slips by sound: what is one, and what only sounds like one.
#include <gtest/gtest.h>

#include "verify/made.h"
#include "verify/spots.h"

namespace tabularium {
namespace {

const Lexicon& TestLexicon() {
  static const Lexicon lexicon = made::MadeLexicon(
      "terms\n  基层治理 基层治理能力 服务站 党群服务 党群服务站 水质监测 工作机制 "
      "社会主义核心价值观 公共服务 公共卫生 治理能力\n"
      "ordinary\n  检测 自理能力 战略\nalone\n  及 和\nsame\n  的地得 做作\nmisspelt\n  布署 = "
      "部署\n");
  return lexicon;
}

struct Case {
  const char* name;
  const char* text;
  const char* spots;  // "written>meant" parted by " "
};

class SlipsTest : public testing::TestWithParam<Case> {};

TEST_P(SlipsTest, Finds) {
  EXPECT_EQ(made::Spots(GetParam().text, TestLexicon(), " "), GetParam().spots);
}

INSTANTIATE_TEST_SUITE_P(
    Slips, SlipsTest,
    testing::Values(
        Case{"of_the_sample", "服务党员群众、助力基层自理。", "基层自理>基层治理"},
        Case{"at_the_beginning", "基层自理水平提高", "基层自理>基层治理"},
        Case{"the_longer_term", "提升基层自理能利", "基层自理能利>基层治理能力"},
        Case{"final_ng", "公供服务均等化", "公供服务>公共服务"},
        Case{"retroflex", "党群服务暂建设", "党群服务暂>党群服务站"},
        Case{"two_of_many_letters", "社会主义合心价直观", "社会主义合心价直观>社会主义核心价值观"},
        Case{"two_in_one_text", "基层自理和水质鉴测", "基层自理>基层治理 水质鉴测>水质监测"},
        Case{"misspelling", "统一布署工作", "布署>部署"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    NoSlips, SlipsTest,
    testing::Values(Case{"as_it_should_be", "基层治理、党群服务站、公共卫生", ""},
                    Case{"ordinary_word", "定期水质检测", ""},
                    Case{"ordinary_word_goes_on", "生活自理能力", ""},
                    Case{"beginning_of_another_word", "党群服务战略", ""},
                    Case{"letter_of_its_own", "工作及制度", ""},
                    Case{"two_letters_of_four", "机层自理", ""}, Case{"parted", "基层，自理", ""},
                    Case{"parted_by_a_blank", "基层 自理", ""}, Case{"other_sound", "基层管理", ""},
                    Case{"cut_short", "基层自", ""}, Case{"empty", "", ""},
                    Case{"latin", "jicengzili", ""},
                    Case{"mostly_latin", "the words 基层自理 in an English sentence", ""}),
    [](const auto& test) { return test.param.name; });

TEST(SlipsTest, AnEmptyLexiconFindsNothing) {
  std::vector<Spot> spots;
  FindSlips("助力基层自理", Lexicon(), &spots);
  EXPECT_TRUE(spots.empty());
}

TEST(SlipsTest, DamagedTextIsNoDanger) {
  std::string text = "助力基层自理";
  for (size_t cut = 0; cut <= text.size(); ++cut) {
    std::vector<Spot> spots;
    FindSpots(std::string_view(text).substr(cut), TestLexicon(), &spots);
    FindSpots(std::string_view(text).substr(0, cut), TestLexicon(), &spots);
  }
}

}  // namespace
}  // namespace tabularium
