#ifndef TABULARIUM_MODEL_DECIMAL_H_
#define TABULARIUM_MODEL_DECIMAL_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tabularium {

__extension__ typedef __int128 Int128;

// An exact decimal: `digits` × 10^`exponent`. Never floating point for what was written. At most 36 digits.
// The exponent keeps what was written: "1.50" is {150, -2}, and prints as "1.50".
struct Decimal {
  Int128 digits = 0;
  int exponent = 0;  // mostly ≤ 0; within ±30
};

// "1234.50", "-3", "007" → digits as written, no separators, no sign but '-'. Empty where it is none or too long.
std::optional<Decimal> ParseDecimal(std::string_view plain);
std::string Print(const Decimal& d);                     // "1234.50"; never in scientific notation
std::string PrintAtLeast(const Decimal& d, int places);  // "380000.00" for {380000, 0} and 2
// Empty where 36 digits are not enough.
std::optional<Decimal> Add(const Decimal& a, const Decimal& b);
std::optional<Decimal> Subtract(const Decimal& a, const Decimal& b);
std::optional<Decimal> Multiply(const Decimal& a, const Decimal& b);
std::optional<std::strong_ordering> Compare(const Decimal& a, const Decimal& b);

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_DECIMAL_H_
