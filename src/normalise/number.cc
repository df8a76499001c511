// Numbers and percentages: one figure or numeral, and nothing else but a sign and a unit. Tested by
// number_test.cc.
#include <algorithm>

#include "normalise/reading.h"
#include "text/key.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tabularium {
namespace {

struct Count {
  Decimal number;
  std::string_view rest;  // behind it
  bool odd = false;
};

// The number at the beginning; false: none, or a malformed one.
bool ScanCount(std::string_view s, Count* count) {
  bool negative = !s.empty() && s[0] == '-';
  if (negative) s = Trim(s.substr(1));
  Figure figure;
  size_t bytes = ScanFigure(s, &figure);
  if (bytes == kMalformed) return false;
  if (bytes != 0) {
    auto number = ParseDecimal(figure.plain());
    if (!number) return false;
    *count = {*number, s.substr(bytes), figure.odd || figure.spaced};
  } else {
    HanNumber numeral;
    bytes = ScanNumeral(s, &numeral);
    if (bytes == 0 || numeral.digits > 0) return false;
    *count = {numeral.value, s.substr(bytes), false};
  }
  if (negative) count->number.digits = -count->number.digits;
  count->rest = Trim(count->rest);
  return true;
}

// One or two Han letters that count things: 分, 个, 人次; not 万 and its like, which would change
// the number.
bool IsCounter(std::string_view rest) {
  if (CountLetters(rest) > 2) return false;
  for (size_t i = 0; i < rest.size();) {
    char32_t c = NextLetter(rest, i);
    if (!IsHan(c) || c == U'十' || c == U'百' || c == U'千' || c == U'万' || c == U'亿' ||
        c == U'余' || c == U'多')
      return false;
  }
  return true;
}

// 187. 15%: the letters' own spacing, since one place holds no two percentages.
std::string PointClosed(std::string_view s) {
  std::string closed(s);
  auto is_digit = [&](size_t i) { return i < closed.size() && closed[i] >= '0' && closed[i] <= '9'; };
  const size_t point = closed.find(". ");
  if (point != closed.npos && point > 0 && is_digit(point - 1) && is_digit(point + 2)) closed.erase(point + 1, 1);
  return closed;
}

bool IsPercentSign(std::string_view rest) {
  return rest == "%" || rest == "(%)" || std::find(kPercentWords.begin(), kPercentWords.end(), rest) != kPercentWords.end();
}

}  // namespace

Understood ReadNumber(const Lettering& written) {
  Count count;
  if (!ScanCount(written.plain, &count)) return Unread("the letters are no number");
  if (written.torn == Tear::kHalves) return Unread("a line ends inside the number");
  const bool bare = count.rest.empty();
  if (!bare && !IsCounter(count.rest)) return Unread("other letters follow the number");
  Understood reading = count.odd || !bare ? Loosely(Number{count.number}) : Exactly(Number{count.number});
  SayTorn(written.torn, &reading);
  return reading;
}

Understood ReadPercent(const Lettering& written) {
  constexpr std::string_view kOfHundred = "百分之";
  if (written.plain.substr(0, kOfHundred.size()) == kOfHundred) {
    Count count;
    bool whole = ScanCount(written.plain.substr(kOfHundred.size()), &count) && count.rest.empty();
    return whole ? Exactly(Percent{count.number}) : Unread("the letters are no percentage");
  }
  const std::string closed = PointClosed(written.plain);
  Count count;
  if (!ScanCount(closed, &count)) return Unread("the letters are no percentage");
  count.odd |= closed.size() < written.plain.size();
  if (written.torn == Tear::kHalves) return Unread("a line ends inside the number");
  if (IsPercentSign(count.rest))
    return count.odd ? Loosely(Percent{count.number}) : Exactly(Percent{count.number});  // two would have two signs
  if (!count.rest.empty()) return Unread("other letters follow the number");
  bool fraction =
      count.number.digits != 0 && count.number.exponent < 0 && *Compare(count.number, {1, 0}) <= 0;
  Understood reading = fraction ? Loosely(Percent{count.number}) : Exactly(Percent{count.number});  // 0.95 may mean 95 %
  SayTorn(written.torn, &reading);
  return reading;
}

}  // namespace tabularium
