#ifndef TABULARIUM_MODEL_VALUE_H_
#define TABULARIUM_MODEL_VALUE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "model/apart.h"
#include "model/decimal.h"
#include "model/few.h"

namespace tabularium {

// Why a value is null. Four different things, never merged; and never 0.
enum class Nothing : uint8_t {
  kBlank,          // the cell is empty
  kNotApplicable,  // "/", "—", "无"
  kMissing,        // no such cell
  kUnread,         // ink or letters without a reading
};
inline constexpr std::string_view kNothingNames[] = {"blank", "not-applicable", "missing", "unread"};

struct Text { std::string text; };                 // kText, kRichText (paragraphs parted by '\n'), kCode
struct Number { Decimal number; };                 // kNumber
struct Percent { Decimal percent; };               // kPercent: 12.5 for 12.5%
struct Year { int year = 0; };                     // kYear
struct Date { int year = 0, month = 0, day = 0; }; // kDate; month 0: only the year is said; day 0: no day is said
struct Money { Decimal amount; std::string_view currency; };  // kMoney: in the currency's main unit; ISO 4217
struct Ticks { Few<std::string, 1> texts; };  // kChoice: canonical texts; exactly one unless Slot::several

// kTarget. Exactly one of three shapes: {relation, number, unit}, {low, high, unit}, {text}.
struct Target {
  std::string relation;   // ≥ ≤ = > < ≈ ± or empty
  std::string number;     // as written without separators
  std::string low, high;  // of a range
  std::string unit;       // scale words stay in it: 万亩
  std::string text;       // a wording, frequency, month, grade, or several targets at once
};

using Value = std::variant<Nothing, Text, Number, Percent, Year, Date, Money, Ticks, Apart<Target>>;  // a target is never none

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_VALUE_H_
