// Foreign words inside Chinese prose, and what is none.
#include <gtest/gtest.h>

#include "verify/made.h"
#include "verify/spots.h"

namespace tabularium {
namespace {

const Lexicon& TestLexicon() {
  static const Lexicon lexicon = made::MadeLexicon(
      "foreign\n  km App Wi-Fi wifi\nmeans\n  and = 和\n  of = 的\n  with = 与\n");
  return lexicon;
}

struct Case {
  const char* name;
  const char* text;
  const char* spots;  // "written>meant" parted by "|"
};

class ForeignTest : public testing::TestWithParam<Case> {};

TEST_P(ForeignTest, Finds) {
  EXPECT_EQ(made::Spots(GetParam().text, TestLexicon(), "|"), GetParam().spots);
}

INSTANTIATE_TEST_SUITE_P(
    Foreign, ForeignTest,
    testing::Values(
        Case{"of_the_sample", "中国特色社会主义思想 and 二十大精神", "and>和"},
        Case{"without_blanks", "社会主义思想and二十大精神", "and>和"},
        Case{"capital", "社会主义思想 And 二十大精神", "And>和"},
        Case{"between_quotes", "“一站式”and“组团式”服务平台建设", "and>和"},
        Case{"between_years", "项目在2022 and 2023年度实施完毕", "and>和"},
        Case{"before_a_stop", "完善社区服务功能 with。", "with>与"},
        Case{"no_known_meaning", "加强基层 building 工作力度", "building>"},
        Case{"several_words", "按照标准 of the 要求开展各项建设工作", "of the>"},
        Case{"two_places", "资金 and 项目管理，制度 of 建设工作", "and>和|of>的"},
        Case{"a_sentence",
             "请于本月底之前按时报送 Please contact the office 有关的各项统计材料和报表",
             "Please contact the office>"},
        Case{"pinyin_beside_its_letter", "績(jì)效目標(biāo)管理辦法及實施細則", "jì>|biāo>"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    NotForeign, ForeignTest,
    testing::Values(Case{"abbreviation", "人均 GDP 增长，采用PPP模式", ""},
                    Case{"unit", "每 km 造价，全长5km", ""},
                    Case{"unit_after_a_number", "全长 10 metres 左右的道路", ""},
                    Case{"in_the_list", "开发手机 app 推送服务", ""},
                    Case{"hyphen", "覆盖 Wi-Fi 网络，部署e-learning系统", ""},
                    Case{"mail", "邮箱 office@example.org 接收材料", ""},
                    Case{"address", "登录 www.example.org/index 网站查询", ""},
                    Case{"numbering", "a. 数量；b) 质量；ii. 时效", ""},
                    Case{"roman_numeral", "第 iv 部分内容", ""},
                    Case{"code", "采购 abc-100x 型设备", ""},
                    Case{"name", "使用 Python 语言和 Photoshop 软件", ""},
                    Case{"camel", "通过 WeChat 和 iCloud 推送", ""},
                    Case{"gloss", "人工智能（artificial intelligence）技术", ""},
                    Case{"name_of_words", "引进 Internet Plus 平台", ""},
                    Case{"enumeration", "掌握 excel、word 等软件", ""},
                    Case{"single_letter", "从 a 到 b 的路线", ""},
                    Case{"english_prose", "Budget and 预算", ""},
                    Case{"english_alone", "budget and plan", ""}, Case{"at_the_edges", "and", ""},
                    Case{"empty", "", ""}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace tabularium
