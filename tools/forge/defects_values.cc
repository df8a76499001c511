// What happens to values: other spellings, which lose nothing, and slips, which do. Tested by
// forge_test.
#include <fmt/format.h>

#include <algorithm>

#include "defects.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

bool IsHanForm(const Paper& paper) {
  size_t i = 0;
  return IsHan(NextLetter(paper.form->title, i));
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::string Wide(std::string_view text) {  // ASCII in full width
  std::string out;
  for (size_t i = 0; i < text.size();) {
    char32_t c = NextLetter(text, i);
    AppendLetter(c > 0x20 && c < 0x7F ? c + 0xFEE0 : c, &out);
  }
  return out;
}

// Changes every such cell by the same rule; false where none changed.
template <class Change>
bool Each(std::vector<PlacedCell> cells, Change change) {
  bool any = false;
  for (PlacedCell& placed : cells) {
    std::string before = placed.cell->value;
    change(placed);
    any = any || placed.cell->value != before;
  }
  return any;
}

bool DateSpelling(Paper* paper, Dice* dice) {
  size_t style = dice->Below(IsHanForm(*paper) ? 6 : 2);
  return Each(ValuesOf(paper, {Type::kDate}), [&](PlacedCell& p) {
    int64_t n = AnswerOf(paper, p).number / kOne, y = n / 10000, m = n / 100 % 100, d = n % 100;
    const std::string styles[] = {
        fmt::format("{}/{}/{}", y, m, d),          fmt::format("{}-{}-{}", y, m, d),
        fmt::format("{}年{}月{}日", y, m, d),      fmt::format("{}.{:02}.{:02}", y, m, d),
        fmt::format("{} 年 {} 月 {} 日", y, m, d), fmt::format("{:04}{:02}{:02}", y, m, d)};
    p.cell->value = styles[style];
  });
}

bool MoneySpelling(Paper* paper, Dice* dice) {
  size_t style = dice->Below(5);
  bool yuan = paper->scale == 0 && IsHanForm(*paper);
  return Each(ValuesOf(paper, {Type::kMoney}), [&](PlacedCell& p) {
    std::string& v = p.cell->value;
    if (style == 0) v = Replaced(v, ",", "");
    if (style == 1 && v.ends_with(".00")) v.resize(v.size() - 3);
    if (style == 2) v = yuan ? "¥" + v : v;
    if (style == 3) v = yuan ? v + "元" : v;
    if (style == 4) v = Replaced(v, ",", "，");
  });
}

bool WideDigits(Paper* paper, Dice*) {
  return Each(ValuesOf(paper, {Type::kMoney, Type::kDate, Type::kYear, Type::kTarget,
                               Type::kPercent, Type::kNumber}),
              [](PlacedCell& p) { p.cell->value = Wide(p.cell->value); });
}

std::string Capitals(int64_t yuan) {
  static constexpr std::string_view kDigits[] = {"零", "壹", "贰", "叁", "肆",
                                                 "伍", "陆", "柒", "捌", "玖"};
  static constexpr std::string_view kPlaces[] = {"", "拾", "佰", "仟"},
                                    kGroups[] = {"", "万", "亿"};
  std::string digits = std::to_string(yuan), out;
  bool zero = false, group = false;
  for (size_t i = 0; i < digits.size(); ++i) {
    size_t place = digits.size() - 1 - i, digit = static_cast<size_t>(digits[i] - '0');
    if (digit == 0) zero = true;
    if (digit > 0) {
      if (zero && !out.empty()) out += kDigits[0];
      zero = false;
      group = true;
      out.append(kDigits[digit]).append(kPlaces[place % 4]);
    }
    if (place % 4 == 0 && group) {
      out += kGroups[place / 4];
      group = false;
    }
  }
  return out + "元整";
}

bool MoneyCapitals(Paper* paper, Dice* dice) {
  if (!IsHanForm(*paper) || paper->scale != 0) return false;
  return Each(ValuesOf(paper, {Type::kMoney}), [&](PlacedCell& p) {
    int64_t n = AnswerOf(paper, p).number;
    if (n > 0 && n % kOne == 0 && n / kOne < 999999999 && dice->Chance(0.3))
      p.cell->value = Capitals(n / kOne);
  });
}

bool RelationSpelling(Paper* paper, Dice* dice) {
  size_t style = dice->Below(3);
  static constexpr std::string_view kMore[] = {">=", "不少于", "≥ "},
                                    kLess[] = {"<=", "不超过", "≤ "};
  if (style == 1 && !IsHanForm(*paper)) style = 0;
  return Each(ValuesOf(paper, {Type::kTarget}), [&](PlacedCell& p) {
    p.cell->value = Replaced(Replaced(p.cell->value, "≥", kMore[style]), "≤", kLess[style]);
  });
}

bool Markup(Paper* paper, Dice* dice) {
  size_t style = dice->Below(3);
  return Each(ValuesOf(paper, {Type::kRichText}), [&](PlacedCell& p) {
    std::string& v = p.cell->value;
    if (style == 0) v = "<p>" + v + "</p>";
    if (style == 1) v = "<p><span style=\"font-size:14px\">" + v + "</span></p>";
    if (style == 2) v = "<P>" + Replaced(v, "。", "。<BR>") + "</P>";
  });
}

bool SpacesAround(Paper* paper, Dice* dice) {
  static constexpr std::string_view kSpaces[] = {" ", "\u3000", "\u00a0"};
  return Each(
      ValuesOf(paper, {Type::kText, Type::kMoney, Type::kChoice, Type::kTarget, Type::kDate}),
      [&](PlacedCell& p) {
        if (dice->Chance(0.5))
          p.cell->value = std::string(dice->Pick(kSpaces)) + p.cell->value;
        else
          p.cell->value += dice->Pick(kSpaces);
      });
}

bool ZeroWidth(Paper* paper, Dice* dice) {
  return Each(ValuesOf(paper, {Type::kText, Type::kChoice, Type::kRichText}), [&](PlacedCell& p) {
    size_t at = 0;
    NextLetter(p.cell->value, at);
    if (dice->Chance(0.4)) p.cell->value.insert(at, "\u200b");
  });
}

bool Radicals(Paper* paper, Dice*) {
  static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"目", "⽬"}, {"长", "⻓"}, {"民", "⺠"}, {"工", "⼯"}, {"水", "⽔"}};
  return Each(ValuesOf(paper, {Type::kText, Type::kRichText}), [](PlacedCell& p) {
    for (auto [plain, radical] : kPairs) p.cell->value = Replaced(p.cell->value, plain, radical);
  });
}

// Blanks that nobody must fill in, said with a sign.
bool NothingSigns(Paper* paper, Dice* dice) {
  static constexpr std::string_view kSigns[] = {"/", "—", "无"};
  std::string sign(kSigns[dice->Below(IsHanForm(*paper) ? 3 : 2)]);
  bool any = false;
  for (PaperRow& row : paper->rows)
    for (PaperCell& cell : row.cells)
      if (cell.is_value() && cell.value.empty() && cell.before.empty() && cell.after.empty() &&
          !row.touched) {
        PlacedCell placed{&row, &cell};
        const Slot& slot = SlotOf(*paper, placed);
        if (slot.type != Type::kMoney || slot.required || !AnswerOf(paper, placed).blank) continue;
        cell.value = sign;
        any = true;
      }
  return any;
}

// The form's own hint in a cell where nothing was written.
bool HintLeft(Paper* paper, Dice* dice) {
  if (paper->form->residues.empty()) return false;
  for (PaperRow& row : paper->rows)
    for (PaperCell& cell : row.cells) {
      if (!cell.is_value() || !cell.value.empty() || row.touched) continue;
      if (SlotOf(*paper, {&row, &cell}).type != Type::kRichText) continue;
      cell.value = dice->Pick(paper->form->residues);
      return true;
    }
  return false;
}

// ── What a person must see ──

// One cell of such a type; row null: there is none.
PlacedCell OneOf(Paper* paper, Dice* dice, std::initializer_list<Type> types,
                 bool required = false) {
  auto cells = ValuesOf(paper, types);
  std::erase_if(cells,
                [&](const PlacedCell& p) { return required && !SlotOf(*paper, p).required; });
  if (cells.empty()) return {nullptr, nullptr};
  PlacedCell placed = dice->Pick(cells);
  placed.row->touched = true;
  return placed;
}

bool RequiredBlank(Paper* paper, Dice* dice) {
  PlacedCell p = OneOf(paper, dice, {Type::kText, Type::kMoney, Type::kDate, Type::kTarget}, true);
  if (!p.row || p.row->record >= 0) return false;
  p.cell->value.clear();
  AnswerOf(paper, p) = {};
  return true;
}

// An amount that a claim of the form speaks of no longer adds up.
bool SumBroken(Paper* paper, Dice* dice) {
  auto cells = ValuesOf(paper, {Type::kMoney});
  std::erase_if(cells, [&](const PlacedCell& p) {
    auto tells = [&](const Check& check) {
      bool sums = check.sides.size() == 2 && check.relations[0] == Relation::kEqual &&
                  check.sides[1].op == Expr::kAdd;
      return sums && check.sides[0].op == Expr::kField && check.sides[0].slot == p.slot();
    };
    return std::none_of(paper->form->checks.begin(), paper->form->checks.end(), tells);
  });
  if (cells.empty()) return false;
  PlacedCell p = dice->Pick(cells);
  Answer& answer = AnswerOf(paper, p);
  answer.number += dice->Between(1, 9) * 1000 * kOne;
  p.cell->value =
      Written(SlotOf(*paper, p), answer, SlotOf(*paper, p).unit_slot >= 0 ? paper->scale : 0);
  p.row->touched = true;
  return true;
}

bool Unreadable(Paper* paper, Dice* dice) {
  PlacedCell p = OneOf(paper, dice, {Type::kMoney, Type::kDate});
  if (!p.row) return false;
  p.cell->value = IsHanForm(*paper) ? "见附件" : "see attached";
  AnswerOf(paper, p) = {};
  return true;
}

bool DigitMistyped(Paper* paper, Dice* dice) {
  PlacedCell p = OneOf(paper, dice, {Type::kMoney, Type::kDate});
  if (!p.row) return false;
  size_t at = p.cell->value.find_last_of("01");
  if (at == std::string::npos) return false;
  p.cell->value[at] = p.cell->value[at] == '0' ? 'O' : 'l';
  AnswerOf(paper, p).known = Answer::kNobodyKnows;
  return true;
}

bool ChoiceForeign(Paper* paper, Dice* dice) {
  auto cells = ValuesOf(paper, {Type::kChoice});
  std::erase_if(cells,
                [&](const PlacedCell& p) { return SlotOf(*paper, p).open || p.row->record >= 0; });
  if (cells.empty()) return false;
  PlacedCell p = dice->Pick(cells);
  p.row->touched = true;
  p.cell->value = IsHanForm(*paper) ? "以上都不是" : "none of these";
  AnswerOf(paper, p).known = Answer::kNobodyKnows;
  return true;
}

bool ForeignToken(Paper* paper, Dice* dice) {
  if (!IsHanForm(*paper)) return false;
  PlacedCell p = OneOf(paper, dice, {Type::kRichText});
  if (!p.row) return false;
  std::string& v = p.cell->value;
  size_t at = v.find("，");
  if (at == std::string::npos || v.find('<') != std::string::npos) return false;
  v.replace(at, std::string_view("，").size(), " and ");
  Answer& answer = AnswerOf(paper, p);
  answer.text = v;
  return true;
}

constexpr Defect kDefects[] = {
    {Defect::kTruth, "date-spelling", "dates in other spellings", DateSpelling},
    {Defect::kTruth, "money-spelling", "amounts with signs, units, other or no separators",
     MoneySpelling},
    {Defect::kTruth, "wide-digits", "figures in full width", WideDigits},
    {Defect::kTruth, "money-capitals", "some amounts in Chinese capitals", MoneyCapitals},
    {Defect::kTruth, "relation-spelling", "≥ and ≤ in other spellings", RelationSpelling},
    {Defect::kTruth, "markup", "markup around and within prose", Markup, Defect::kTextFile},
    {Defect::kTruth, "spaces-around", "white space at the ends of values", SpacesAround, Defect::kTextFile},
    {Defect::kTruth, "zero-width", "invisible letters within values", ZeroWidth, Defect::kTextFile},
    {Defect::kTruth, "radicals", "radicals for ideographs", Radicals, Defect::kLetters},
    {Defect::kTruth, "nothing-signs", "blank amounts said with a sign", NothingSigns},
    {Defect::kTruth, "hint-left", "a hint of the form where nothing was written", HintLeft},
    {Defect::kQuestion, "required-blank", "a required value is not filled in", RequiredBlank},
    {Defect::kQuestion, "sum-broken", "an amount that does not add up", SumBroken},
    {Defect::kQuestion, "unreadable", "words where an amount or a date belongs", Unreadable},
    {Defect::kQuestion, "digit-mistyped", "a letter for a digit", DigitMistyped, Defect::kLetters},
    {Defect::kQuestion, "choice-foreign", "something that the form does not offer", ChoiceForeign},
    {Defect::kQuestion, "foreign-token", "a foreign word in Chinese prose", ForeignToken},
};

}  // namespace

std::span<const Defect> ValueDefects() { return kDefects; }

std::vector<PlacedCell> ValuesOf(Paper* paper, std::initializer_list<Type> types) {
  std::vector<PlacedCell> cells;
  for (PaperRow& row : paper->rows) {
    if (row.touched) continue;
    for (PaperCell& cell : row.cells) {
      if (!cell.is_value() || cell.value.empty()) continue;
      Type type = paper->form->slots[static_cast<size_t>(cell.slots[0])].type;
      bool wanted = std::find(types.begin(), types.end(), type) != types.end();
      PlacedCell placed{&row, &cell};
      if (wanted && !AnswerOf(paper, placed).blank &&
          AnswerOf(paper, placed).known == Answer::kKnown)
        cells.push_back(placed);
    }
  }
  return cells;
}

Answer& AnswerOf(Paper* paper, const PlacedCell& placed) {
  return paper->filled[static_cast<size_t>(placed.row->declaration)].at(placed.slot(),
                                                                        placed.row->record);
}

const Slot& SlotOf(const Paper& paper, const PlacedCell& placed) {
  return paper.form->slots[static_cast<size_t>(placed.slot())];
}

}  // namespace tabularium
