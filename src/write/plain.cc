// Values for tables that people read. Tested by plain_test.cc.
#include "write/plain.h"

#include <fmt/format.h>

#include "model/field_name.h"
#include "write/json_text.h"

namespace tabularium {
namespace {

constexpr int kMoneyPlaces = 2;
constexpr int kConfidencePlaces = 5;

std::string PlainDate(const Date& date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string PlainTarget(const Target& target) {
  if (!target.low.empty() || !target.high.empty())
    return target.low + "-" + target.high + target.unit;
  return target.number.empty() ? target.text : target.relation + target.number + target.unit;
}

struct Plain {
  std::string operator()(Nothing) const { return ""; }
  std::string operator()(const Text& text) const { return text.text; }
  std::string operator()(const Number& number) const { return Print(number.number); }
  std::string operator()(const Percent& percent) const { return Print(percent.percent); }
  std::string operator()(const Year& year) const { return std::to_string(year.year); }
  std::string operator()(const Date& date) const { return PlainDate(date); }
  std::string operator()(const Money& money) const {
    return PrintAtLeast(money.amount, kMoneyPlaces);
  }
  std::string operator()(const Ticks& ticks) const {
    return fmt::format("{}", fmt::join(ticks.texts, "；"));
  }
  std::string operator()(const Apart<Target>& target) const { return PlainTarget(*target); }
};

}  // namespace

std::string PlainValue(const Value& value) { return std::visit(Plain{}, value); }

std::string_view PlainUnit(const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return money->currency;
  return std::holds_alternative<Percent>(value) ? "%" : "";
}

std::string PlainConfidence(float confidence) {
  std::string text;
  JsonText(&text).Rounded(static_cast<double>(confidence), kConfidencePlaces);
  return text;
}

std::string FlaggedField(const Finding& finding, const Flag& flag) {
  if (flag.field.declaration < 0 || flag.field.slot < 0) return "";
  const Record& record = finding.declarations[static_cast<size_t>(flag.field.declaration)].record;
  return FieldName(*record.form, flag.field.slot, flag.field.record);
}

}  // namespace tabularium
