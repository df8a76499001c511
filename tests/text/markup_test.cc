// Markup: what is removed, what is text, and how much of it is too much.
#include "text/markup.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace tabularium {
namespace {

constexpr size_t kBytes = 64 << 10;
constexpr int kDepth = 200;

struct Case {
  const char* name;
  const char* in;
  const char* out;
  bool styled = false;
  bool script = false;
};

class MarkupTest : public testing::TestWithParam<Case> {};
TEST_P(MarkupTest, IsRemoved) {
  EXPECT_TRUE(HasMarkup(GetParam().in));
  Plain plain = StripMarkup(GetParam().in, kBytes, kDepth);
  EXPECT_EQ(plain.text, GetParam().out);
  EXPECT_TRUE(plain.markup);
  EXPECT_EQ(plain.styled, GetParam().styled);
  EXPECT_EQ(plain.script, GetParam().script);
  EXPECT_FALSE(plain.damaged);
}

constexpr Case kMarkup[] = {
    {"Paragraph", "<p>贯彻落实 and 二十大精神。</p>", "贯彻落实 and 二十大精神。"},
    {"Paragraphs", "<p>一、完成；</p><p>二、验收。</p>", "一、完成；\n二、验收。"},
    {"Breaks", "一<br>二<br/>三<br />四", "一\n二\n三\n四"},
    {"UpperCase", "<P>一</P><BR>二", "一\n二"},
    {"Span", "<span style=\"font-family:宋体\">党群</span>服务", "党群服务", true},
    {"UnquotedHan", "<font face=宋体>党群</font>", "党群", true},
    {"Word", "<p class=MsoNormal><span lang=EN-US>16<o:p></o:p></span>次</p>", "16次", true},
    {"ConditionalComment", "<!--[if gte mso 9]><xml>x</xml><![endif]-->党群", "党群", true},
    {"Entities", "&ge;90%", "≥90%"},
    {"Numbers", "&#8805;90&#x25;", "≥90%"},
    {"Windows1252", "&#147;党群&#148;", "“党群”"},
    {"NoSemicolon", "380,000.00&nbsp", "380,000.00 "},
    {"Ampersand", "R&amp;D", "R&D"},
    {"EscapedOnce", "&lt;p&gt;内容&lt;/p&gt;", "内容"},
    {"EscapedInside", "<p>&lt;b&gt;内容&lt;/b&gt;</p>", "内容", true},
    {"EscapedLess", "&lt;3天", "<3天"},
    {"LessInParagraph", "<p>响应<3天，误差<=5%</p>", "响应<3天，误差<=5%"},
    {"Unclosed", "<p>一<p>二", "一\n二"},
    {"Misnested", "<b><i>一</b></i>二", "一二", true},
    {"CutInTag", "<p>一</p", "一"},
    {"CutInAttribute", "<p>一</p><span style=\"colo", "一", true},
    {"LoneQuote", "<span style=\"color:red>红</span>字", "红字", true},
    {"Indented", "<p>&nbsp;&nbsp;&nbsp;&nbsp;一</p>", "一"},
    {"WhiteSpaceOnce", "<p>  a \t b  </p>", "a b"},
    {"WrapBetweenHan", "<p>党群\n服务</p>", "党群服务"},
    {"WrapBetweenLatin", "<p>annual\nbudget</p>", "annual budget"},
    {"Empty", "<p></p>", ""},
    {"EmptyBreak", "<p><br></p>", ""},
    {"Script", "<p>一</p><script>var a = '<p>二</p>';</script>三", "一\n三", true, true},
    {"Style", "<style>p { color: red }</style><p>一</p>", "一", true, true},
    {"ScriptUnclosed", "一<script>var file", "一", true, true},
    {"Table", "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>", "甲 乙\n丙",
     true},
    {"List", "<ul><li>甲</li><li>乙</li></ul>", "甲\n乙", true},
    {"Document", "<html><head><title>x</title></head><body>甲</body></html>", "甲", true},
    {"UnknownInTable", "<table><tr><td>得分<A级></td></tr></table>", "得分<A级>", true},
};
INSTANTIATE_TEST_SUITE_P(Markup, MarkupTest, testing::ValuesIn(kMarkup),
                         [](const auto& i) { return i.param.name; });

class NoMarkupTest : public testing::TestWithParam<Case> {};
TEST_P(NoMarkupTest, StaysAsItIs) {
  EXPECT_FALSE(HasMarkup(GetParam().in));
  Plain plain = StripMarkup(GetParam().in, kBytes, kDepth);
  EXPECT_EQ(plain.text, GetParam().in);
  EXPECT_FALSE(plain.markup);
}
constexpr Case kNoMarkup[] = {
    {"Empty", "", ""},
    {"LessDays", "<3天", ""},
    {"LessPercent", "<90%", ""},
    {"AtMost", "<=3天", ""},
    {"LessLetter", "得分<A级", ""},
    {"LessLetterBlank", "得分<A 时", ""},
    {"And", "A & B", ""},
    {"RAndD", "R&D", ""},
    {"UnknownEntity", "A&nosuch;B", ""},
    {"HanName", "<项目名称>", ""},
    {"UnknownName", "<NAME>", ""},
    {"LessAtEnd", "a<", ""},
    {"Question", "几成<?尚不清楚", ""},
    {"CommentUnclosed", "一<!--二", ""},
    {"DeclarationUnclosed", "a<!B 二", ""},
    {"SlashAtEnd", "a</", ""},
    {"Spaces", "a  b\tc", ""},
    {"SurrogateNumber", "&#xD800;", ""},
    {"NulNumber", "&#0;", ""},
};
INSTANTIATE_TEST_SUITE_P(NoMarkup, NoMarkupTest, testing::ValuesIn(kNoMarkup),
                         [](const auto& i) { return i.param.name; });

TEST(MarkupLimits, DepthIsCapped) {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<div>";
  deep += "<table>底";
  auto begin = std::chrono::steady_clock::now();
  Plain plain = StripMarkup(deep, 10 << 20, kDepth);
  EXPECT_EQ(plain.text, "底");
  EXPECT_TRUE(plain.damaged);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(MarkupLimits, BytesAreCapped) {
  std::string large = "<table>";
  for (int i = 0; i < 1000; ++i) large += "<tr><td>甲</td></tr>";
  Plain plain = StripMarkup(large, 1000, kDepth);
  EXPECT_TRUE(plain.damaged);
  EXPECT_EQ(plain.text.substr(0, 7), "甲\n甲");
}

TEST(MarkupLimits, QuotesWithoutEndAreLinear) {
  std::string quotes;
  for (int i = 0; i < 20000; ++i) quotes += "<b a=\"";
  auto begin = std::chrono::steady_clock::now();
  StripMarkup(quotes, kBytes, kDepth);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

}  // namespace
}  // namespace tabularium
