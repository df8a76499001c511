// Years and dates in all their spellings, alone and as ranges. Tested by shape_test.cc.
#include "text/shape_date.h"

namespace tabularium::shape {

bool TakeYear(Taker& in) {
  int value = 0;
  Taker digits = in;
  if (digits.TakeDigits(4, 4, &value) && value >= 1900 && value <= 2099) {
    in = digits;
    return true;
  }
  auto is_hole = [](char32_t c) {
    return c == 'x' || c == 0xD7 || c == '*' || IsDigit(c);
  };  // 20××年
  if (in.peek() == '2' && in.peek(1) == '0' && is_hole(in.peek(2)) && is_hole(in.peek(3)) &&
      in.peek(4) == U'年') {
    in.Skip(4);
    return true;
  }
  for (size_t k = 0; k < 4; ++k) {
    const Numeral* numeral = NumeralOf(in.peek(k));
    if (!numeral || numeral->digit < 0) return false;
  }
  in.Skip(4);
  return true;
}

// 2023, 2023年, 2023年度
bool IsYear(Taker in) {
  bool digits = IsDigit(in.peek());
  if (!TakeYear(in)) return false;
  if (in.done()) return digits;
  in.TakeAny(U"年");
  in.TakeAny(U"度");
  return in.done();
}

// 20230131 and 202301
static bool TakeCompactDate(Taker& in) {
  size_t n = 0;
  while (IsDigit(in.peek(n))) ++n;
  if (n != 6 && n != 8) return false;
  int month = static_cast<int>((in.peek(4) - '0') * 10 + in.peek(5) - '0');
  int day = n == 8 ? static_cast<int>((in.peek(6) - '0') * 10 + in.peek(7) - '0') : 1;
  int year = static_cast<int>((in.peek(0) - '0') * 10 + in.peek(1) - '0');
  if (year < 19 || year > 20 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  in.Skip(n);
  return true;
}

// 2023-1-31, 2023.1, 2023年1月31日, with or without a time behind it; 2023年 where `in` goes on as
// a range.
static bool TakeYearDate(Taker& in) {
  if (!TakeYear(in)) return false;
  Taker month = in;
  if (!month.TakeAny(U"-/.年") || !month.TakeSmall(12)) return in.TakeAny(U"年") || true;
  in = month;
  Taker day = in;
  if (!day.TakeAny(U"-/.月")) return true;
  if (!day.TakeSmall(31)) {
    in.TakeAny(U"月");
    return true;
  }
  in = day;
  in.TakeAny(U"日号月");
  if (in.peek() == ' ' || in.peek() == ':') {
    while (IsDigit(in.peek()) || in.peek() == ':' || in.peek() == ' ') in.Skip(1);
  }
  return true;
}

// 1月, 12月31日
bool TakeMonthDate(Taker& in) {
  Taker month = in;
  if (!month.TakeSmall(12) || !month.TakeAny(U"月")) return false;
  Taker day = month;
  if (day.TakeSmall(31) && day.TakeAny(U"日号")) month = day;
  in = month;
  return true;
}

// 1/31/2023
static bool TakeAmericanDate(Taker& in) {
  Taker date = in;
  int year = 0;
  if (!date.TakeSmall(12) || !date.TakeAny(U"/") || !date.TakeSmall(31) || !date.TakeAny(U"/"))
    return false;
  if (!date.TakeDigits(4, 4, &year)) return false;
  in = date;
  return true;
}

// january 31, 2023 (letters and digits run together after folding)
static bool IsEnglishDate(Taker in) {
  while (IsDigit(in.peek())) in.Skip(1);
  if ((!IsLatin(in.peek()) && !IsOtherOpener(in.peek())) || !in.TakeOneOf(kMonthNames)) return false;
  while (IsLatin(in.peek()) || in.peek() == '.') in.Skip(1);
  size_t digits = 0;
  for (; !in.done(); in.Skip(1)) {
    if (IsDigit(in.peek())) {
      ++digits;
    } else if (in.peek() != ',' && in.peek() != ' ') {
      return false;
    }
  }
  return digits >= 4 && digits <= 6;
}

static bool TakeDate(Taker& in) {
  return TakeCompactDate(in) || TakeYearDate(in) || TakeMonthDate(in) || TakeAmericanDate(in);
}

// A date, or a range of them; open ends too.
bool IsDate(Taker in) {
  if (Taker timeless = in; in.AtWord() && timeless.TakeOneOf(kTimeless) && timeless.done())
    return true;
  if (!TakeDate(in)) return IsEnglishDate(in);
  if (in.done()) return true;
  bool range = false;
  while (in.TakeAny(U"起止-~至到")) range = true;
  if (!range) return false;
  if (in.done()) return true;
  if (!TakeDate(in) && !in.TakeSmall(31) && !in.TakeOneOf(kTimeless)) return false;
  in.TakeAny(U"止");
  in.TakeAny(U"日月年");
  return in.done();
}

}  // namespace tabularium::shape
