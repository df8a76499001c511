// Amounts: [sign] [currency] figure or numeral [unit], or a capital amount with 角 and 分; a second
// amount in brackets must say the same. Everything else is unread. Tested by money_test.cc.
#include <algorithm>

#include "normalise/reading.h"
#include "text/key.h"
#include "text/money_units.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tabularium {
namespace {

bool Drop(std::string_view* s, std::string_view prefix) {
  if (!Begins(*s, prefix)) return false;
  *s = Trim(s->substr(prefix.size()));
  return true;
}

struct Scale {
  std::string_view word;
  int power;
};
constexpr Scale kScales[] = {{"十", 1}, {"百", 2}, {"千", 3}, {"万", 4},
                             {"萬", 4}, {"亿", 8}, {"億", 8}};

std::string Lower(std::string_view s) {
  std::string lower(s);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return lower;
}

struct Amount {
  Decimal number;
  UnitName unit;
  bool loose = false;
  bool negative = false;
  bool torn = false;
  bool sign = false;  // a sign of a currency stands before it
};

// True if both may stand for one amount; takes what `more` says besides.
bool Merge(const UnitName& more, UnitName* unit) {
  if (!more.currency.empty() && !unit->currency.empty() && more.currency != unit->currency)
    return false;
  if (unit->currency.empty()) unit->currency = more.currency;
  if (more.scaled) {
    unit->power = more.power;
    unit->scaled = true;
  }
  return true;
}

// 肆角伍分 after 元.
bool ScanSmall(std::string_view* s, Decimal* number) {
  Drop(s, "零");
  constexpr Scale kSmall[] = {{"角", -1}, {"分", -2}};
  for (const Scale& small : kSmall) {
    HanNumber numeral;
    size_t bytes = ScanNumeral(*s, &numeral);
    if (bytes == 0 || !Begins(s->substr(bytes), small.word)) continue;
    if (numeral.value.exponent != 0 || numeral.value.digits > 9) return false;
    auto sum = Add(*number, {numeral.value.digits, small.power});
    if (!sum) return false;
    *number = *sum;
    *s = Trim(s->substr(bytes + small.word.size()));
  }
  return true;
}

// 三十八万, then 元 or 圆 and the small ones, then 整 or 正.
bool ScanCapital(std::string_view* s, Amount* amount) {
  HanNumber numeral;
  size_t bytes = ScanNumeral(*s, &numeral);
  if (bytes == 0 || numeral.digits > 0) return false;
  amount->number = numeral.value;
  amount->unit.scaled |= numeral.scaled;
  *s = Trim(s->substr(bytes));
  if (Drop(s, "角")) {
    amount->number.exponent -= 1;
  } else if (Drop(s, "元") || Drop(s, "圆") || Drop(s, "圓")) {
    if (!Merge({"CNY", 0, true}, &amount->unit) || !ScanSmall(s, &amount->number)) return false;
  } else {
    return true;
  }
  amount->unit.scaled = true;
  if (!Drop(s, "整")) Drop(s, "正");
  return true;
}

bool ScanFigureAmount(std::string_view* s, Tear torn, Amount* amount) {
  Figure figure;
  size_t bytes = ScanFigure(*s, &figure);
  if (bytes == 0 || bytes == kMalformed) return false;
  bool whole = figure.grouped ? figure.decimals <= 2 : figure.whole <= 3 && figure.decimals == 2;
  if (torn == Tear::kHalves && !whole) return false;
  amount->torn |= torn == Tear::kTail && !whole && figure.decimals != 2;
  auto number = ParseDecimal(figure.plain());
  if (!number) return false;
  amount->number = *number;
  amount->loose |= figure.odd || figure.spaced;
  *s = Trim(s->substr(bytes));
  return true;
}

// The whole of `s` as one amount, without brackets.
bool ScanAmount(std::string_view s, Tear torn, Amount* amount) {
  const bool leads = s.empty() || s.front() < '0' || s.front() > '9';
  for (bool more = leads; more;) {
    more = false;
    for (std::string_view lead : kAmountLeads) more |= Drop(&s, lead);
    more |= Drop(&s, ":");
    if (Drop(&s, "-") || Drop(&s, "负")) {
      if (amount->negative) return false;
      amount->negative = more = true;
    }
    if (Drop(&s, "+")) amount->loose = more = true;
    if (!s.empty() && s.front() >= '0' && s.front() <= '9') break;
    for (std::string_view sign : kCurrencyNames) {  // they say nothing of its power
      if (Lower(s.substr(0, sign.size())) != sign) continue;
      s = Trim(s.substr(sign.size()));
      const MoneyUnit* unit = FindMoneyUnit(sign);
      if (unit == nullptr || !Merge({unit->currency, 0, false}, &amount->unit)) return false;
      amount->sign = more = true;
    }
  }
  if (!ScanFigureAmount(&s, torn, amount) && !ScanCapital(&s, amount)) return false;
  if (Ends(s, "整") || Ends(s, "正")) s = Trim(s.substr(0, s.size() - 3));
  if (s.empty()) return true;
  UnitName unit;
  return ReadUnitName(s, &unit) && Merge(unit, &amount->unit);
}

// "(1,234.00)" is negative; "380,000.00元（叁拾捌万元整）" says it twice; "380,000.00 (元)" names
// the unit.
bool ScanBracketed(std::string_view s, Tear torn, Amount* amount) {
  size_t open = s.find('(');
  if (open == std::string_view::npos) return ScanAmount(s, torn, amount);
  if (!Ends(s, ")") || s.find('(', open + 1) != std::string_view::npos) return false;
  std::string_view inside = Trim(s.substr(open + 1, s.size() - open - 2));
  if (open == 0) {
    if (!ScanAmount(inside, torn, amount) || amount->negative) return false;
    amount->negative = true;
    return true;
  }
  std::string_view before = Trim(s.substr(0, open));
  UnitName unit;
  if (ReadUnitName(inside, &unit))
    return ScanAmount(before, torn, amount) && Merge(unit, &amount->unit);
  Amount twice;
  if (!ScanAmount(before, torn, amount) || !ScanAmount(inside, torn, &twice)) return false;
  Decimal a = amount->number, b = twice.number;
  a.exponent += amount->unit.power;
  b.exponent += twice.unit.power;
  amount->loose = true;
  auto order = Compare(a, b);
  return amount->negative == twice.negative && order && *order == 0;
}

// In the main unit, with an exponent of at most 0, so that it prints as people write it. False: too
// long.
bool Raise(Decimal* d, int power) {
  d->exponent += power;
  while (d->exponent > 0) {
    auto next = Multiply(*d, {10, 0});
    if (!next) return false;
    *d = {next->digits, d->exponent - 1};
  }
  return true;
}

// ¥380,000.00 under a label that counts in 万元: so large a figure with a sign before it was rather written in full.
bool MayBeInFull(const Amount& amount, const MoneyContext& context) {
  constexpr Decimal kLarge{10'000, 0};
  if (!amount.sign || context.power < 4) return false;
  const auto order = Compare(amount.number, kLarge);
  return !order || *order >= 0;
}

}  // namespace

bool ReadUnitName(std::string_view s, UnitName* unit) {
  std::string key = Key(s);  // brackets, colons and blanks go
  std::string_view rest = key;
  if (Begins(rest, "金额")) rest.remove_prefix(6);
  if (Begins(rest, "单位")) rest.remove_prefix(6);
  if (rest.empty()) return false;
  *unit = UnitName();
  if (const MoneyUnit* known = FindMoneyUnit(rest)) {
    bool sign = std::find(kCurrencyNames.begin(), kCurrencyNames.end(), rest) != kCurrencyNames.end();
    *unit = {known->currency, known->power, !sign};
    return true;
  }
  if (Begins(rest, "人民币")) rest.remove_prefix(9), unit->currency = "CNY";
  for (bool more = true; more;) {
    more = false;
    for (const Scale& scale : kScales) {
      if (!Begins(rest, scale.word)) continue;
      unit->power += scale.power;
      unit->scaled = more = true;
      rest.remove_prefix(scale.word.size());
    }
  }
  if (rest.empty()) return unit->scaled && unit->power <= 12;
  const MoneyUnit* known = FindMoneyUnit(rest);
  if (known == nullptr || unit->power > 12) return false;
  if (!unit->currency.empty() && unit->currency != known->currency) return false;
  unit->currency = known->currency;
  unit->power += known->power;
  unit->scaled = true;
  return true;
}

Understood ReadMoney(const Lettering& written, const MoneyContext& context) {
  Amount amount;
  if (!ScanBracketed(written.plain, written.torn, &amount))
    return Unread("the letters are no amount of money");
  const bool says = amount.unit.scaled, in_full = !says && MayBeInFull(amount, context);
  if (amount.negative) amount.number.digits = -amount.number.digits;
  Money money{amount.number,
              amount.unit.currency.empty() ? context.currency : amount.unit.currency};
  if (!Raise(&money.amount, says ? amount.unit.power : context.power))
    return Unread("the amount has too many digits");
  Understood reading = amount.loose ? Loosely(money) : Exactly(money);
  if (amount.torn) SayTorn(written.torn, &reading);
  bool foreign = money.currency != context.currency && !context.assumed;
  if (says) reading.signs.Add(EvidenceCode::kUnitFromCell);
  if (!says && context.assumed) reading.signs.Add(EvidenceCode::kUnitAssumed);
  if (foreign || in_full || (!says && context.disagrees)) {
    reading.signs.Add(EvidenceCode::kUnitDisagrees);
    reading.code = FlagCode::kUnitConflict;
    reading.why = foreign ? "the cell names another currency than its label"
                  : in_full ? "a sign stands before a large figure, as before one in the main unit, but its label counts in a larger one"
                            : "two captions name different units";
  }
  return reading;
}

Understood ReadUnit(const Lettering& written) {
  UnitName unit;
  if (!ReadUnitName(written.plain, &unit)) return Unread("the letters are no unit of money");
  std::string currency(unit.currency.empty() ? "CNY" : unit.currency);
  return unit.currency.empty() ? Loosely(Text{currency}) : Exactly(Text{currency});
}

}  // namespace tabularium
