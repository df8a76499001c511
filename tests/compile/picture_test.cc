#include <gtest/gtest.h>

#include "forms.h"

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* row;     // the second row of a picture `p` whose first is | A1 | B1 | C1 |
  const char* square;  // the dump of that row
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Rows : public testing::TestWithParam<Case> {};

TEST_P(Rows, Drawn) {
  const std::string file = std::string("form f 1\n  title T1\npicture p\n   | A1 | B1 | C1 |\n") + GetParam().row + "\n";
  const std::string dump = Lines(Outcome(file), "  ");
  EXPECT_EQ(dump.substr(dump.find('\n') + 1), std::string("  ") + GetParam().square + "\n") << Outcome(file);
}

constexpr Case kRows[] = {
    {"Label", "| 项目名称 |", "once | label(项目名称)=项目名称"},
    {"LabelFolded", "| 项 目　名称： |", "once | label(项目名称)=项目名称"},
    {"Slot", "| {name} |", "once | slot(p.name)"},
    {"SlotOfAnother", "| {q.name} |", "once | slot(q.name)"},
    {"SlotWithSpaces", "| { name } |", "once | slot(p.name)"},
    {"Blank", "| | X1 |", "once | blank | label(x1)=x1"},
    {"Up", "| ^ | X1 |", "once | ^ | label(x1)=x1"},
    {"Left", "| X1 | < |", "once | label(x1)=x1 | <"},
    {"EscapedUp", "| \\^ | X1 |", "once | label(^)=^ | label(x1)=x1"},
    {"EscapedBar", "| a\\|b |", "once | label(a|b)=a|b"},
    {"EscapedBrace", "| \\{a\\} |", "once | label({a})={a}"},
    {"EscapedHash", "| \\# 1 |", "once | label(#1)=#1"},
    {"Comment", "| X1 | # not | this |", "once | label(x1)=x1"},
    {"HashInside", "| No. #1 |", "once | label(no#1)=no#1"},
    {"Optional", "? | X1 |", "optional | label(x1)=x1"},
    {"Many", "+ | {x} |", "many:p | slot(p.x)"},
    {"Any", " *| {x} |", "any:p | slot(p.x)"},
    {"ValueInLabel", "| ({year}年度) |", "once | mixed({p.year} 年度)"},
    {"LeadingLetters", "| 总目标 ({from}年 - {to}年) |", "once | mixed(总目标 {p.from} 年- {p.to} 年)=总目标"},
    {"OneLetterIsNoWord", "| 第{n}页 |", "once | mixed(第 {p.n} 页)"},
    {"MarksBetweenSlots", "| {a}（{b}） |", "once | mixed({p.a}  {p.b})"},
    {"Hint", "| 单位职能概述[（450字内）] |", "once | label(单位职能概述 ?450字内)=单位职能概述=单位职能概述450字内"},
    {"HintBehindSlot", "| {name}[（盖章）] |", "once | mixed({p.name} ?盖章)"},
    {"TwoTables", "+ | {m.level, a.level} | {m.x} | {a.x} |", "many:m,a | slot(m.level) | slot(m.x) | slot(a.x)"},
    {"TabsAndSpaces", "\t|\tX1\t|  {x}\t|", "once | label(x1)=x1 | slot(p.x)"},
    {"CarriageReturn", "| X1 |\r", "once | label(x1)=x1"},
};
INSTANTIATE_TEST_SUITE_P(Picture, Rows, testing::ValuesIn(kRows), [](const auto& c) { return c.param.name; });

class RefusedRows : public testing::TestWithParam<Case> {};

TEST_P(RefusedRows, Complained) {
  const std::string file = std::string("form f 1\n  title T1\npicture p\n   | A1 | B1 | C1 |\n") + GetParam().row + "\n";
  EXPECT_EQ(Outcome(file), std::string(GetParam().square) + "\n");
}

constexpr Case kRefused[] = {
    {"NoBarAtEnd", "  | X1 | Y1", "5:10 bad-line"},
    {"NoBarAtStart", "  ? X1 |", "5:5 bad-line"},
    {"NoSquare", "  |", "5:3 empty-row"},
    {"NothingInIt", "  | | ^ |", "5:3 empty-row"},
    {"BraceOpen", "  | {x | Y1 |", "5:5 bad-line"},
    {"BraceEmpty", "  | {} |", "5:5 bad-line"},
    {"TwoWords", "  | {x y} |", "5:5 bad-line"},
    {"TwoDots", "  | {a.b.c} |", "5:6 bad-line"},
    {"HintOpen", "  | 概述[450字 |", "5:7 bad-line"},
    {"LeftFirst", "  | < | X1 |", "5:5 nothing-left"},
    {"UpTooFar", "  | X1 | X2 | X3 | ^ |", "5:20 nothing-above"},
    {"SlotTwice", "  | {x} | {x} |", "5:12 duplicate-slot"},
};
INSTANTIATE_TEST_SUITE_P(Picture, RefusedRows, testing::ValuesIn(kRefused), [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace tabularium
