// Fractions of exact decimals: a sum of fractions is brought to one denominator, a comparison
// multiplies crosswise. What 36 digits cannot hold is untestable, never rounded. Tested by
// checks_test.cc.
#include "verify/operand.h"

#include <fmt/format.h>

#include <variant>

#include "text/key.h"

namespace tabularium {
namespace {

constexpr std::string_view kTooLong = "the figures have too many digits";
constexpr int kPrintedPlaces = 6;  // of a quotient

Operand Worse(const Operand& a, const Operand& b) { return a.state >= b.state ? a : b; }

bool IsOne(const Decimal& d) { return d.digits == 1 && d.exponent == 0; }

std::optional<Decimal> Product(const Decimal& a, const Decimal& b) {
  if (IsOne(a)) return b;
  if (IsOne(b)) return a;
  return Multiply(a, b);
}

void Settle(const Operand& a, const Operand& b, Operand* result) {
  result->money = a.money || b.money;
  result->currency = a.currency.empty() ? b.currency : a.currency;
}

bool CurrenciesClash(const Operand& a, const Operand& b) {
  return !a.currency.empty() && !b.currency.empty() && a.currency != b.currency;
}

template <class Combine>
Operand Total(const Operand& a, const Operand& b, Combine combine) {
  if (a.kind != Operand::kNumber || b.kind != Operand::kNumber)
    return Operand::Untestable("not all of it are numbers");
  if (CurrenciesClash(a, b)) return Operand::Untestable("the amounts are in different currencies");
  auto left = Product(a.above, b.below), right = Product(b.above, a.below),
       below = Product(a.below, b.below);
  if (!left || !right || !below) return Operand::Untestable(kTooLong);
  std::optional<Decimal> above = combine(*left, *right);
  if (!above) return Operand::Untestable(kTooLong);
  Operand result = Operand::Of(*above);
  result.below = *below;
  Settle(a, b, &result);
  return result;
}

Operand Negated(Operand a) {
  a.above.digits = -a.above.digits;
  return a;
}

// The order of two dates as far as both are written: a month and a day of it are neither before nor
// after each other.
std::optional<std::strong_ordering> Order(const Date& a, const Date& b) {
  if (a.year != b.year) return a.year <=> b.year;
  if (a.month == 0 || b.month == 0) return std::strong_ordering::equal;
  if (a.month != b.month) return a.month <=> b.month;
  if (a.day == 0 || b.day == 0) return std::strong_ordering::equal;
  return a.day <=> b.day;
}

bool Holds(Relation relation, std::strong_ordering order) {
  switch (relation) {
    case Relation::kEqual:
      return order == 0;
    case Relation::kLess:
      return order < 0;
    case Relation::kLessEqual:
      return order <= 0;
    case Relation::kGreater:
      return order > 0;
    case Relation::kGreaterEqual:
      return order >= 0;
    case Relation::kBelongs:
      break;
  }
  return false;
}

// A year, where only that is said; for comparing a date with a year.
Date AsDate(const Operand& a) {
  if (a.kind == Operand::kDate) return a.date;
  bool whole =
      a.above.exponent == 0 && IsOne(a.below) && a.above.digits > 0 && a.above.digits < 10000;
  return Date{whole ? static_cast<int>(a.above.digits) : 0, 0, 0};
}

std::optional<bool> CompareNumbers(const Operand& a, Relation relation, const Operand& b,
                                   const std::optional<Decimal>& tolerance) {
  if (CurrenciesClash(a, b)) return std::nullopt;
  auto left = Product(a.above, b.below), right = Product(b.above, a.below),
       below = Product(a.below, b.below);
  if (!left || !right || !below) return std::nullopt;
  if (tolerance) {
    auto slack = Product(*tolerance, *below);
    if (!slack) return std::nullopt;
    auto low = Subtract(*right, *slack), high = Add(*right, *slack);
    if (!low || !high) return std::nullopt;
    auto from = Compare(*left, *low), to = Compare(*left, *high);
    if (!from || !to) return std::nullopt;
    switch (relation) {
      case Relation::kEqual:
        return *from >= 0 && *to <= 0;
      case Relation::kLess:
      case Relation::kLessEqual:
        return Holds(relation, *to);
      case Relation::kGreater:
      case Relation::kGreaterEqual:
        return Holds(relation, *from);
      case Relation::kBelongs:
        return std::nullopt;
    }
  }
  auto order = Compare(*left, *right);
  if (!order) return std::nullopt;
  return Holds(relation, *order);
}

// Digits are appended until the quotient has its places, as far as they fit; zeros at the end are
// dropped.
std::string PrintQuotient(const Decimal& above, const Decimal& below) {
  constexpr Int128 kRoom = (Int128{1} << 120) / 10;
  Decimal quotient{above.digits, above.exponent - below.exponent};
  while (quotient.exponent > -kPrintedPlaces && quotient.digits < kRoom &&
         quotient.digits > -kRoom) {
    quotient.digits *= 10;
    --quotient.exponent;
  }
  quotient.digits /= below.digits;
  while (quotient.exponent < 0 && quotient.digits % 10 == 0) {
    quotient.digits /= 10;
    ++quotient.exponent;
  }
  return Print(quotient);
}

// With noughts before it, so many digits at least. (fmt is dear where hardly anything else asks for it.)
std::string Digits(int number, size_t least) {
  const std::string digits = std::to_string(number);
  return digits.size() < least ? std::string(least - digits.size(), '0') + digits : digits;
}

Operand OfNothing(Nothing nothing, FieldId id) {
  if (nothing == Nothing::kMissing) return Operand::Untestable("is missing", id);
  if (nothing == Nothing::kUnread) return Operand::Untestable("could not be read", id);
  Operand operand;
  operand.state = Operand::kBlank;
  operand.field = id;
  return operand;
}

Operand OfTarget(const Target& target, FieldId id) {
  auto number = target.number.empty() ? std::nullopt : ParseDecimal(target.number);
  return number ? Operand::Of(*number) : Operand::Untestable("names no single number", id);
}

}  // namespace

Operand Operand::Untestable(std::string_view because, FieldId field) {
  Operand operand;
  operand.state = kUntestable;
  operand.because = because;
  operand.field = field;
  return operand;
}

Operand Operand::Inapplicable() {
  Operand operand;
  operand.state = kInapplicable;
  return operand;
}

Operand Operand::Of(const Decimal& number) {
  Operand operand;
  operand.above = number;
  return operand;
}

Operand Operand::Of(std::string_view text) {
  Operand operand;
  operand.kind = kText;
  operand.text = text;
  return operand;
}

Operand OperandOf(const Field& field, FieldId id) {
  struct Reader {
    FieldId id;
    Operand operator()(Nothing nothing) const { return OfNothing(nothing, id); }
    Operand operator()(const Text& text) const { return Operand::Of(std::string_view(text.text)); }
    Operand operator()(const Number& number) const { return Operand::Of(number.number); }
    Operand operator()(const Percent& percent) const { return Operand::Of(percent.percent); }
    Operand operator()(const Year& year) const { return Operand::Of(Decimal{year.year, 0}); }
    Operand operator()(const Date& date) const {
      if (date.year == 0) return Operand::Untestable("names no day", id);
      Operand operand;
      operand.kind = Operand::kDate;
      operand.date = date;
      return operand;
    }
    Operand operator()(const Money& money) const {
      Operand operand = Operand::Of(money.amount);
      operand.money = true;
      operand.currency = money.currency;
      return operand;
    }
    Operand operator()(const Ticks& ticks) const {
      if (ticks.texts.size() != 1) return Operand::Untestable("is not a single choice", id);
      return Operand::Of(std::string_view(ticks.texts[0]));
    }
    Operand operator()(const Apart<Target>& target) const { return OfTarget(*target, id); }
  };
  return std::visit(Reader{id}, field.value);
}

Operand Plus(const Operand& a, const Operand& b) {
  if (a.state > Operand::kBlank || b.state > Operand::kBlank) return Worse(a, b);
  if (a.state == Operand::kBlank) return b;
  if (b.state == Operand::kBlank) return a;
  return Total(a, b, [](const Decimal& x, const Decimal& y) { return Add(x, y); });
}

Operand Minus(const Operand& a, const Operand& b) {
  if (a.state > Operand::kBlank || b.state > Operand::kBlank) return Worse(a, b);
  if (b.state == Operand::kBlank) return a;
  if (a.state == Operand::kBlank) return Negated(b);
  return Total(a, b, [](const Decimal& x, const Decimal& y) { return Subtract(x, y); });
}

Operand Times(const Operand& a, const Operand& b) {
  if (a.state != Operand::kPresent || b.state != Operand::kPresent) return Worse(a, b);
  if (a.kind != Operand::kNumber || b.kind != Operand::kNumber)
    return Operand::Untestable("not all of it are numbers");
  auto above = Product(a.above, b.above), below = Product(a.below, b.below);
  if (!above || !below) return Operand::Untestable(kTooLong);
  Operand result = Operand::Of(*above);
  result.below = *below;
  Settle(a, b, &result);
  return result;
}

Operand Over(const Operand& a, const Operand& b) {
  if (a.state != Operand::kPresent || b.state != Operand::kPresent) return Worse(a, b);
  if (a.kind != Operand::kNumber || b.kind != Operand::kNumber)
    return Operand::Untestable("not all of it are numbers");
  if (b.above.digits == 0) return Operand::Untestable("the divisor is zero");
  Operand turned = b;
  turned.above = b.above.digits < 0 ? Negated(b).above : b.above;
  Operand factor = Operand::Of(b.below);
  if (b.above.digits < 0) factor = Negated(factor);
  factor.below = turned.above;
  Operand result = Times(a, factor);
  result.money = a.money && !b.money;
  result.currency = result.money ? a.currency : std::string_view();
  return result;
}

std::optional<bool> Compare(const Operand& a, Relation relation, const Operand& b,
                            const std::optional<Decimal>& tolerance) {
  if (a.kind == Operand::kText && b.kind == Operand::kText) {
    if (relation != Relation::kEqual) return std::nullopt;
    return a.text == b.text || Key(a.text) == Key(b.text);
  }
  if (a.kind == Operand::kText || b.kind == Operand::kText) {
    if (relation != Relation::kEqual) return std::nullopt;
    return Key(Print(a)) == Key(Print(b));
  }
  if (a.kind == Operand::kNumber && b.kind == Operand::kNumber)
    return CompareNumbers(a, relation, b, tolerance);
  Date left = AsDate(a), right = AsDate(b);
  if (left.year == 0 || right.year == 0) return std::nullopt;
  auto order = Order(left, right);
  bool vague = (left.month == 0) != (right.month == 0) || (left.day == 0) != (right.day == 0);
  if (order == std::strong_ordering::equal && vague &&
      (relation == Relation::kLess || relation == Relation::kGreater))
    return std::nullopt;
  return Holds(relation, *order);
}

std::string Print(const Date& date) {
  std::string out = Digits(date.year, 4);
  if (date.month != 0) out += '-' + Digits(date.month, 2);
  if (date.month != 0 && date.day != 0) out += '-' + Digits(date.day, 2);
  return out;
}

std::string Print(const Operand& operand) {
  if (operand.state != Operand::kPresent) return "";
  if (operand.kind == Operand::kText) return std::string(operand.text);
  if (operand.kind == Operand::kDate) return Print(operand.date);
  if (!IsOne(operand.below)) return PrintQuotient(operand.above, operand.below);
  return operand.money ? PrintAtLeast(operand.above, 2) : Print(operand.above);
}

std::string Print(const Value& value) {
  struct Printer {
    std::string operator()(Nothing) const { return ""; }
    std::string operator()(const Text& text) const { return text.text; }
    std::string operator()(const Number& number) const { return Print(number.number); }
    std::string operator()(const Percent& percent) const { return Print(percent.percent); }
    std::string operator()(const Year& year) const { return fmt::format("{}", year.year); }
    std::string operator()(const Date& date) const { return Print(date); }
    std::string operator()(const Money& money) const { return PrintAtLeast(money.amount, 2); }
    std::string operator()(const Ticks& ticks) const {
      return fmt::format("{}", fmt::join(ticks.texts, "、"));
    }
    std::string operator()(const Apart<Target>& target) const {
      if (!target->text.empty()) return target->text;
      if (!target->low.empty()) return target->low + "–" + target->high + target->unit;
      return target->relation + target->number + target->unit;
    }
  };
  return std::visit(Printer{}, value);
}

}  // namespace tabularium
