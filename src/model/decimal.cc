// Exact decimals on 128-bit integers; every operation says when 36 digits are not enough. Tested by decimal_test.cc.
#include "model/decimal.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string_view>

namespace tabularium {
namespace {

constexpr int kDigits = 36;       // fits in 127 bits with room for one addition
constexpr int kMaxExponent = 30;  // far beyond any amount or rate on paper

Int128 Abs(Int128 n) { return n < 0 ? -n : n; }

Int128 Limit() {
  static const Int128 limit = [] {
    Int128 n = 1;
    for (int i = 0; i < kDigits; ++i) n *= 10;
    return n;
  }();
  return limit;
}

std::optional<Int128> Scaled(Int128 n, int by) {
  for (; by > 0; --by) {
    if (Abs(n) >= Limit() / 10) return n == 0 ? std::optional<Int128>(0) : std::nullopt;
    n *= 10;
  }
  return n;
}

struct Aligned {
  Int128 a, b;
  int exponent;
};

std::optional<Aligned> Align(const Decimal& a, const Decimal& b) {
  int exponent = std::min(a.exponent, b.exponent);
  auto x = Scaled(a.digits, a.exponent - exponent), y = Scaled(b.digits, b.exponent - exponent);
  if (!x || !y) return std::nullopt;
  return Aligned{*x, *y, exponent};
}

}  // namespace

std::optional<Decimal> ParseDecimal(std::string_view plain) {
  Decimal d;
  bool negative = false, point = false;
  int digits = 0;
  size_t i = 0;
  if (i < plain.size() && plain[i] == '-') negative = true, ++i;
  for (; i < plain.size(); ++i) {
    if (plain[i] == '.' && !point) {
      point = true;
    } else if (plain[i] >= '0' && plain[i] <= '9') {
      if (d.digits != 0 && ++digits >= kDigits) return std::nullopt;
      d.digits = d.digits * 10 + (plain[i] - '0');
      if (point && --d.exponent < -kMaxExponent) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  bool any = std::any_of(plain.begin(), plain.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!any) return std::nullopt;
  if (negative) d.digits = -d.digits;
  return d;
}

std::string Print(const Decimal& d) { return PrintAtLeast(d, 0); }

std::string PrintAtLeast(const Decimal& d, int places) {
  char digits[std::numeric_limits<Int128>::digits10 + 2];
  char* begin = std::end(digits);
  Int128 n = Abs(d.digits);
  for (; n > std::numeric_limits<uint64_t>::max(); n /= 10) *--begin = static_cast<char>('0' + static_cast<int>(n % 10));
  for (auto low = static_cast<uint64_t>(n); low != 0; low /= 10) *--begin = static_cast<char>('0' + low % 10);
  const auto count = static_cast<size_t>(std::end(digits) - begin), written = static_cast<size_t>(std::max(0, -d.exponent));
  const auto wanted = std::max(written, static_cast<size_t>(places));
  const size_t whole = count > written ? count - written : 0;
  std::string out;
  if (d.digits < 0) out.push_back('-');
  out.append(whole > 0 ? std::string_view(begin, whole) : "0");
  if (d.digits != 0 && d.exponent > 0) out.append(static_cast<size_t>(d.exponent), '0');
  if (wanted == 0) return out;
  out.push_back('.');
  if (written > count) out.append(written - count, '0');
  out.append(begin + whole, std::end(digits));
  out.append(wanted - written, '0');
  return out;
}

std::optional<Decimal> Add(const Decimal& a, const Decimal& b) {
  auto x = Align(a, b);
  if (!x || Abs(x->a + x->b) >= Limit()) return std::nullopt;
  return Decimal{x->a + x->b, x->exponent};
}

std::optional<Decimal> Subtract(const Decimal& a, const Decimal& b) {
  return Add(a, Decimal{-b.digits, b.exponent});
}

std::optional<Decimal> Multiply(const Decimal& a, const Decimal& b) {
  if (a.digits != 0 && b.digits != 0 && Abs(a.digits) > Limit() / Abs(b.digits)) return std::nullopt;
  return Decimal{a.digits * b.digits, a.exponent + b.exponent};
}

std::optional<std::strong_ordering> Compare(const Decimal& a, const Decimal& b) {
  auto x = Align(a, b);
  if (!x) return std::nullopt;
  return x->a <=> x->b;
}

}  // namespace tabularium
