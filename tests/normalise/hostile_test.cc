// Readers are total: letters in any order give a value or a reason, in time that grows with the
// text.
#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "normalise/dump.h"
#include "text/residue.h"
#include "text/key.h"
#include "text/markup.h"

namespace tabularium {
namespace {

Slot Options() {
  Slot slot;
  slot.type = Type::kChoice;
  slot.several = true;
  for (const char* text : {"产出指标", "效益指标", "满意度指标"})
    slot.choices.emplace_back().text = text;
  return slot;
}

// One reading of each type; its length, so that nothing is optimised away.
size_t ReadAll(const std::string& text) {
  static const Slot kOptions = Options();
  static const std::vector<std::string> kHints = {Key("目标1："), Key("……")};
  size_t sum = 0;
  for (Type type : {Type::kText, Type::kRichText, Type::kTarget, Type::kMoney}) {
    Inked inked(text, type);
    const Lettering& l = inked.lettering;
    if (l.text.empty()) continue;
    for (const Understood& u :
         {ReadText(l), ReadCode(l), ReadNumber(l), ReadPercent(l), ReadYear(l), ReadDate(l),
          ReadMoney(l, {}), ReadUnit(l), ReadTarget(l), ReadChoice(kOptions, l),
          JoinTarget(l.plain, l, l.plain)}) {
      bool unread = std::holds_alternative<Nothing>(u.value) &&
                    std::get<Nothing>(u.value) == Nothing::kUnread;
      EXPECT_TRUE(!unread || !u.why.empty()) << text;
      EXPECT_LT(u.why.size(), 400u);
      sum += Dump(u.value).size();
    }
    sum += SaysNotApplicable(l.plain) + SaysNothing(l.plain);
    sum += static_cast<size_t>(ResidueFinder(kHints).Find(l.text));
  }
  return sum;
}

TEST(Hostile, AnyLettersInAnyOrder) {
  const std::vector<std::string> kLetters = {"0",        "1",
                                             "9",        "2023",
                                             ",",        ".",
                                             "，",       "．",
                                             "-",        "—",
                                             "/",        "%",
                                             "％",       " ",
                                             "\n",       "年",
                                             "月",       "日",
                                             "万",       "亿",
                                             "元",       "角",
                                             "分",       "整",
                                             "壹",       "拾",
                                             "零",       "一",
                                             "十",       "百",
                                             "点",       "≥",
                                             "<",        ">",
                                             "=",        "》",
                                             "约",       "不低于",
                                             "以上",     "至",
                                             "~",        "(",
                                             ")",        "（",
                                             "）",       "□",
                                             "√",        "V",
                                             "¥",        "$",
                                             "人民币",   "<p>",
                                             "</p>",     "<br",
                                             "&ge;",     "&",
                                             ";",        "\"",
                                             "\u200B",   "⽬",
                                             "\uFFFD",   "\xF0\x9F\x98\x80",
                                             "Jan",      "at least ",
                                             "次",       "无",
                                             "目标1：",  "……",
                                             "产出指标", "、"};
  std::mt19937 random(20230101);
  for (int i = 0; i < 4000; ++i) {
    std::string text;
    for (size_t n = random() % 9; n-- > 0;) text += kLetters[random() % kLetters.size()];
    ReadAll(text);
  }
}

TEST(Hostile, LongTextsTakeLinearTime) {
  auto begin = std::chrono::steady_clock::now();
  for (const char* unit :
       {"1,",    "1",    "1 ", "1.",   "一", "十",    "万", "a□",   "√是",  "目标1：", "<b a=\"",
        "<p>一", "<!--", "&",  "≥1、", "(",  "2023-", "\n", "一\n", "1\n2", "<table>"}) {
    std::string text;
    while (text.size() < 60'000) text += unit;
    ReadAll(text);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
}

}  // namespace
}  // namespace tabularium
