#include <gtest/gtest.h>

#include "forms.h"

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* line;    // of `fields`
  const char* dump;    // of the slots it is about, or the complaints
  const char* about = "slot p.a";
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::string File(const char* line) {
  return std::string("form f 1\n  title T1\npicture p\n   | A1 ({unit}) | {a} | {a_b} | {b} |\n\n"
                     "picture t\n   | A1 | B1 | C1 | D1 |\n + | {l1} | {l2} | {sign} | {goal} |\n\nfields\n") + line + "\n";
}

class Fields : public testing::TestWithParam<Case> {};

TEST_P(Fields, Said) {
  EXPECT_EQ(Lines(Outcome(File(GetParam().line)), GetParam().about), GetParam().dump) << Outcome(File(GetParam().line));
}

constexpr Case kFields[] = {
    {"NothingSaid", "", "slot p.a text[1]\n", "slot p.a "},
    {"Text", "  p.a  text, required", "slot p.a text[1] required\n", "slot p.a "},
    {"RichText", "  p.a  rich text", "slot p.a rich-text[1]\n", "slot p.a "},
    {"Several", "  p.a, b  date", "slot p.a date[1]\n", "slot p.a "},
    {"SeveralSecond", "  p.a, b  date", "slot p.b date[3]\n", "slot p.b"},
    {"Number", "  p.a  number", "slot p.a number[1]\n", "slot p.a "},
    {"Percent", "  p.a  percent", "slot p.a percent[1]\n", "slot p.a "},
    {"Code", "  p.a  code", "slot p.a code[1]\n", "slot p.a "},
    {"MoneyFixed", "  p.a  money in 万元", "slot p.a money[1] unit=万元\n", "slot p.a "},
    {"MoneyDollar", "  p.a  money in $; required", "slot p.a money[1] required unit=$\n", "slot p.a "},
    {"MoneyOfSlot", "  p.unit  unit of money\n  p.a  money in p.unit", "slot p.a money[1] unit=p.unit\n", "slot p.a "},
    {"OneOf", "  p.a  one of 甲, 乙 丙", "slot p.a choice[1] 甲 乙 丙\n", "slot p.a "},
    {"OneOfOpen", "  p.a  one of 甲, 乙; open, required", "slot p.a choice[1] required open 甲 乙\n", "slot p.a "},
    {"SomeOf", "  p.a  some of 甲, 乙", "slot p.a choice[1] several 甲 乙\n", "slot p.a "},
    {"Quoted", "  p.a  one of \"甲, 乙; open\", 丙", "slot p.a choice[1] 甲, 乙; open 丙\n", "slot p.a "},
    {"Escaped", "  p.a  one of 甲\\, 乙, 丙", "slot p.a choice[1] 甲, 乙 丙\n", "slot p.a "},
    {"Star", "  p.a*  number", "slot p.a number[1]\nslot p.a_b number[2]\n"},
    {"StarIsWeak", "  p.a_b  date\n  p.*  number\n  p.unit unit of money", "slot p.a number[1]\nslot p.a_b date[2]\n"},
    {"Always", "  p.currency  always USD", "slot p.currency unit[4] always=USD\n", "slot p.currency"},
    {"CarriesDown", "  t.l1  text; carries down", "slot t.l1 text in t[0] carries-down\n", "slot t.l1"},
    {"Under", "  t.l1  one of 产出, 效益\n  t.l2  one of 数量, 质量 under 产出; 社会 under 效益; open; carries down",
     "slot t.l2 choice in t[1] carries-down open 数量<产出 质量<产出 社会<效益\n", "slot t.l2"},
    {"UnderBefore", "  t.l2  one of 数量 under 产出\n  t.l1  one of 产出, 效益",
     "slot t.l2 choice in t[1] 数量<产出\n", "slot t.l2"},
    {"GoesOn", "  t.l1  one of 产出,\n    效益   # more\n    ; open", "slot t.l1 choice in t[0] open 产出 效益\n", "slot t.l1"},
    {"TargetInParts", "  t.goal  target\n  t.sign  relation of t.goal",
     "slot t.sign target in t[2] relation of t.goal\n", "slot t.sign"},
    {"TargetUnit", "  t.goal  target\n  t.sign  unit of goal", "slot t.sign target in t[2] unit of t.goal\n", "slot t.sign"},
    {"NumberOfTarget", "  t.goal  target\n  t.sign  number of goal", "slot t.sign target in t[2] number of t.goal\n", "slot t.sign"},
    {"Comment", "  p.a  year  # of the budget", "slot p.a year[1]\n", "slot p.a "},
};
INSTANTIATE_TEST_SUITE_P(Fields, Fields, testing::ValuesIn(kFields), [](const auto& c) { return c.param.name; });

class RefusedFields : public testing::TestWithParam<Case> {};

TEST_P(RefusedFields, Complained) { EXPECT_EQ(Outcome(File(GetParam().line)), GetParam().dump); }

constexpr Case kRefused[] = {
    {"UnknownSlot", "  p.z  text", "11:3 unknown-slot\n"},
    {"NoSlot", "  : text", "11:3 bad-line\n"},
    {"NoType", "  p.a", "11:6 unknown-type\n"},
    {"UnknownType", "  p.a  string", "11:8 unknown-type\n"},
    {"UnknownTrait", "  p.a  text, mandatory", "11:14 unknown-trait\n"},
    {"OpenText", "  p.a  text, open", "11:14 unknown-trait\n"},
    {"UnknownUnit", "  p.a  money in 石", "11:17 unknown-unit\n"},
    {"UnitIsText", "  p.a  money in p.b", "11:17 unknown-unit\n"},
    {"UnitIsNoSlot", "  p.a  money in p.z", "11:17 unknown-slot\n"},
    {"Twice", "  p.a  text\n  p.a  date", "12:3 duplicate-slot\n"},
    {"CarriesNowhere", "  p.a  text, carries down", "11:3 unknown-trait\n"},
    {"EmptyChoice", "  p.a  one of 甲,, 乙", "11:17 bad-line\n"},
    {"TraitAsChoice", "  p.a  one of 甲, open", "11:18 bad-line\n"},
    {"UnderNothing", "  t.l2  one of 数量 under 产出", "11:25 unknown-choice\n"},
    {"PartOfText", "  t.sign  relation of t.l1", "11:23 unknown-type\n"},
    {"StarOfNothing", "  p.z*  number", "11:3 unknown-slot\n"},
};
INSTANTIATE_TEST_SUITE_P(Fields, RefusedFields, testing::ValuesIn(kRefused), [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace tabularium
