// Choices: by wording, by shared suffix, by marks; and what is none of the form's own.
#include <gtest/gtest.h>

#include "normalise/dump.h"

namespace tabularium {
namespace {

Slot SlotOf(std::initializer_list<const char*> texts) {
  Slot slot;
  slot.type = Type::kChoice;
  for (const char* text : texts) {
    Choice choice;
    choice.text = text;
    choice.word = static_cast<WordId>(slot.choices.size());
    slot.choices.push_back(choice);
  }
  slot.choices[0].also.push_back(77);
  return slot;
}
const Slot& Levels() {
  static const Slot slot = SlotOf({"产出指标", "效益指标", "满意度指标"});
  return slot;
}
const Slot& Kinds() {
  static const Slot slot = SlotOf({"经常性项目", "一次性项目"});
  return slot;
}
const Slot& Ways() {
  static const Slot slot = SlotOf({"自行实施", "联合实施", "委托实施", "购买服务"});
  return slot;
}
const Slot& YesNo() {
  static const Slot slot = SlotOf({"是", "否"});
  return slot;
}
const Slot& Several() {
  static const Slot slot = [] {
    Slot s = Ways();
    s.several = true;
    return s;
  }();
  return slot;
}
const Slot& Open() {
  static const Slot slot = [] {
    Slot s = Kinds();
    s.open = true;
    return s;
  }();
  return slot;
}

struct Case {
  const char* name;
  const Slot& (*slot)();
  const char* in;
  const char* out;
  WordId word = kNoWord;
};

class ChoiceTest : public testing::TestWithParam<Case> {};
TEST_P(ChoiceTest, Reads) {
  Inked inked(GetParam().in, Type::kChoice);
  inked.lettering.word = GetParam().word;
  EXPECT_EQ(Dump(ReadChoice(GetParam().slot(), inked.lettering)), GetParam().out);
}

constexpr Case kCases[] = {
    {"Exact", Kinds, "经常性项目", "[经常性项目] +domain-held"},
    {"ByWord", Kinds, "经常性项目", "[经常性项目] +domain-held", 0},
    {"BySynonym", Kinds, "日常项目", "[经常性项目] +domain-held", 77},
    {"Spaced", Kinds, "经 常 性 项 目", "[经常性项目] +domain-held"},
    {"Points", Levels, "产出指标(50分)", "[产出指标] +domain-held"},
    {"NumberedHeading", Levels, "一、产出指标", "[产出指标] +domain-held"},
    {"NumberedHeadingInBrackets", Levels, "（二）效益指标", "[效益指标] +domain-held"},
    {"NumberedHeadingInFigures", Levels, "3.满意度指标", "[满意度指标] +domain-held"},
    {"PointsFullWidth", Levels, "效益指标（30分）", "[效益指标] +domain-held"},
    {"SharedSuffixLeftOut", Levels, "产出", "[产出指标] +domain-held"},
    {"Radicals", Kinds, "经常性项⽬", "[经常性项目] +domain-held"},
    {"Wrapped", Levels, "满意度指\n标", "[满意度指标] +domain-held"},
    {"OneLetterOff", Kinds, "经常性项日", "[经常性项日] +domain-near !out-of-domain"},
    {"NearTwo", Levels, "产益指标", "[产益指标] +domain-missed !out-of-domain"},
    {"Foreign", Kinds, "其它", "[其它] +domain-missed !out-of-domain"},
    {"OpenKeepsOthers", Open, "其它", "[其它]"},
    {"OpenKnowsItsOwn", Open, "经常性项目", "[经常性项目] +domain-held"},
    {"BoxBefore", YesNo, "□是 ☑否", "[否] +domain-held"},
    {"TickInsteadOfBox", YesNo, "√是 □否", "[是] +domain-held"},
    {"TickAfterBox", YesNo, "□√是 □否", "[是] +domain-held"},
    {"FilledBox", YesNo, "■是 □否", "[是] +domain-held"},
    {"LetterV", YesNo, "V是 □否", "[是] +domain-held"},
    {"BoxAfter", Ways, "自行实施□ 联合实施□ 委托实施□ 购买服务√", "[购买服务] +domain-held"},
    {"TickAfterFirst", Ways, "自行实施√ 联合实施□ 委托实施□", "[自行实施] +domain-held"},
    {"LoneTickAfter", YesNo, "是√ 否", "[是] +domain-held"},
    {"LoneTickBefore", YesNo, "是 √否", "[否] +domain-held"},
    {"CircleBefore", YesNo, "○是 ●否", "[否] +domain-held"},
    {"Numbered", Ways, "1.自行实施□ 2.联合实施√", "[联合实施] +domain-held"},
    {"NoTick", YesNo, "□是 □否", "blank"},
    {"TwoTicks", YesNo, "☑是 ☑否", "unread +type-unread !value-unread"},
    {"SideUnclear", YesNo, "是√否", "unread +type-unread !value-unread"},
    {"SeveralTicks", Several, "☑自行实施 □联合实施 ☑委托实施", "[自行实施|委托实施] +domain-held"},
    {"SeveralInWords", Several, "自行实施、委托实施", "[自行实施|委托实施] +domain-held"},
    {"TickedForeign", Ways, "□自行实施 ☑租赁", "[租赁] +domain-missed !out-of-domain"},
};
INSTANTIATE_TEST_SUITE_P(Cases, ChoiceTest, testing::ValuesIn(kCases),
                         [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace tabularium
