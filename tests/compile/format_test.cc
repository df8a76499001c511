#include "compile/format.h"

#include <gtest/gtest.h>

#include <random>

#include "forms.h"

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* in;
  const char* out;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Formats : public testing::TestWithParam<Case> {};

TEST_P(Formats, Laid) { EXPECT_EQ(Format(GetParam().in), GetParam().out); }

TEST_P(Formats, Twice) { EXPECT_EQ(Format(GetParam().out), GetParam().out); }

constexpr Case kCases[] = {
    {"BarsByDisplayWidth", "picture p\n|项目|{x}|\n| 主管部门 | {long_name} |\n",
     "picture p\n   | 项目     | {x}         |\n   | 主管部门 | {long_name} |\n"},
    {"RowsOfOneLengthShareWidths", "picture p\n| a very long title |\n| a | b |\n| cc | d |\n",
     "picture p\n   | a very long title |\n   | a  | b |\n   | cc | d |\n"},
    {"Margins", "picture p\n| a |\n+ | {b} |\n * | c |\n?|d|\n", "picture p\n   | a   |\n + | {b} |\n * | c   |\n ? | d   |\n"},
    {"EmptySquares", "picture p\n|a||\n|b|c|\n", "picture p\n   | a |   |\n   | b | c |\n"},
    {"EscapedBar", "picture p\n| a\\|b |  c|\n", "picture p\n   | a\\|b | c |\n"},
    {"Comments", "#  first\nform f 1   # why\n  title  T  # one\n  begins at title # two\n",
     "#  first\nform f 1  # why\n  title   T         # one\n  begins  at title  # two\n"},
    {"OddWhiteSpace", "checks\n d\v1\n", "checks\n  d  1\n"},
    {"BlankLines", "\n\nform f 1\n  title T\n\n\n\npicture p\n| a |\nfields\n  p.a text\n",
     "form f 1\n  title  T\n\npicture p\n   | a |\n\nfields\n  p.a  text\n"},
    {"CommentBelongsToNext", "form f 1\n  title T\n# about p\npicture p\n| a |\n",
     "form f 1\n  title  T\n# about p\npicture p\n   | a |\n"},
    {"Fields", "fields\n  p.a ,b   text,required\n  p.long_name    one of 甲,乙 ;\n      open\n",
     "fields\n  p.a ,b       text,required\n  p.long_name  one of 甲,乙 ;\n               open\n"},
    {"Words", "words\n  项目名称 also 名称\n  年度 also 年\n  目标1 is a hint\n",
     "words\n  项目名称  also 名称\n  年度      also 年\n  目标1 is a hint\n"},
    {"Checks", "checks\n  a p.a = p.b   else suspicious\n  long-name p.a  <= 1\n",
     "checks\n  a          p.a = p.b else suspicious\n  long-name  p.a <= 1\n"},
    {"Quotes", "checks\n  a p.a = \"two  spaces\"\n", "checks\n  a  p.a = \"two  spaces\"\n"},
    {"CarriageReturns", "form f 1\r\n  title T\r\n", "form f 1\n  title  T\n"},
    {"NotALine", "picture p\n  what | is this\n", "picture p\n   what | is this\n"},
    {"Empty", "", ""},
};
INSTANTIATE_TEST_SUITE_P(Format, Formats, testing::ValuesIn(kCases), [](const auto& c) { return c.param.name; });

// Spoilt layout: spaces doubled, dropped beside bars, blank lines between.
TEST(Format, KeepsTheMeaning) {
  const std::string text =
      "form f 1\n  title T1\npicture p\n   | 项目名称 | {a}   | (\\{x\\})[（450字内）] |\n   | ^ | ({b}年 - {c}年) | < |\n\n"
      "picture t\n   | A1 | B1 |\n + | {a} | {b} |\n\nfields\n  p.a  one of 甲 甲, 乙\n  p.b, c  year\n  t.b  money in 元\n"
      "words\n  项目名称  also 名 称\nchecks\n  one  p.b <= p.c\n  two  sum of t.b = 1\n       + 2 within 1\n";
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::string spoilt;
    for (size_t i = 0; i < text.size(); ++i) {
      spoilt += text[i];
      if (text[i] == ' ' && i > 0 && text[i - 1] != '\n' && text[i - 1] != ' ' && random() % 4 == 0) spoilt += "  ";
      if (text[i] == '\n' && random() % 8 == 0) spoilt += "\n";
    }
    const std::string once = Format(spoilt);
    EXPECT_EQ(Outcome(once), Outcome(text)) << spoilt;
    EXPECT_EQ(Format(once), once) << spoilt;
  }
}

}  // namespace
}  // namespace tabularium
