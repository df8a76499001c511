// Years and dates: up to three numbers and what stands between them. A date that could be two days,
// and one that no calendar has, is unread. Tested by date_test.cc.
#include <array>

#include "normalise/reading.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tabularium {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2199;  // of papers that people still file

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool Drop(std::string_view* s, std::string_view prefix) {
  if (!Begins(*s, prefix)) return false;
  s->remove_prefix(prefix.size());
  return true;
}
void SkipBlanks(std::string_view* s) {
  while (!s->empty() && s->front() == ' ') s->remove_prefix(1);
}

// A number of one to eight digits, Arabic or Chinese; value -1: none.
struct DatePart {
  int value = -1;
  int digits = 0;
};

DatePart ScanPart(std::string_view* s) {
  DatePart part;
  size_t n = 0;
  while (n < s->size() && n < 9 && IsDigit((*s)[n])) ++n;
  if (n > 0 && n < 9) {
    part = {0, static_cast<int>(n)};
    for (char c : s->substr(0, n)) part.value = part.value * 10 + (c - '0');
    bool mixed = n < s->size() && static_cast<signed char>((*s)[n]) < 0 && n < 4;
    HanNumber numeral;
    size_t bytes = mixed ? ScanNumeral(*s, &numeral) : 0;
    if (bytes <= n) {
      s->remove_prefix(n);
      return part;
    }
  }
  HanNumber numeral;
  size_t bytes = n < 9 ? ScanNumeral(*s, &numeral) : 0;
  if (bytes == 0 || numeral.value.exponent != 0 || numeral.value.digits > 9999) return {};
  s->remove_prefix(bytes);
  return {static_cast<int>(numeral.value.digits), numeral.digits ? numeral.digits : 2};
}

bool IsYear(const DatePart& p) {
  return p.digits == 4 && p.value >= kFirstYear && p.value <= kLastYear;
}

bool IsDay(int year, int month, int day) {
  constexpr std::array<int, 13> kDays = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[static_cast<size_t>(month)] + (month == 2 && leap);
}

enum class Mark : uint8_t { kNone, kHyphen, kSlash, kPoint, kBlank, kYear, kMonth };

Mark ScanMark(std::string_view* s) {
  bool blank = Begins(*s, " ");
  SkipBlanks(s);
  constexpr struct {
    std::string_view text;
    Mark mark;
  } kMarks[] = {{"-", Mark::kHyphen}, {"—", Mark::kHyphen}, {"/", Mark::kSlash},
                {".", Mark::kPoint},  {"。", Mark::kPoint}, {"年", Mark::kYear},
                {"月", Mark::kMonth}};
  for (const auto& m : kMarks) {
    if (!Drop(s, m.text)) continue;
    SkipBlanks(s);
    return m.mark;
  }
  return blank ? Mark::kBlank : Mark::kNone;
}

// " 00:00:00", "T00:00", "0时0分": a time that adds nothing.
bool IsMidnight(std::string_view s) {
  SkipBlanks(&s);
  Drop(&s, "T");
  if (s.empty() || s.size() < 4) return false;
  for (char c : s)
    if (c != '0' && c != ':' && c != '.') return false;
  return s.find(':') != std::string_view::npos;
}

// "January", "Jan." → 1; 0: none.
int ScanMonthName(std::string_view* s) {
  std::string word;
  for (char c : *s) {
    const bool capital = c >= 'A' && c <= 'Z', letter = capital || (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0;
    if (!letter) break;
    word.push_back(capital ? static_cast<char>(c + 32) : c);
  }
  for (const MonthWord& known : kMonths) {
    if (word != known.word) continue;
    s->remove_prefix(word.size());
    Drop(s, ".");
    return known.month;
  }
  return 0;
}

void SkipEnglish(std::string_view* s) {
  SkipBlanks(s);
  Drop(s, ",");
  SkipBlanks(s);
}

// "January 31, 2023", "31 January 2023". A year alone or the month without a day is not written so
// here.
bool ReadEnglish(std::string_view s, Date* date) {
  bool letters = false;
  for (char c : s) letters |= ((c | 32) >= 'a' && (c | 32) <= 'z') || (static_cast<unsigned char>(c) & 0xE0) == 0xC0;
  if (!letters) return false;
  date->month = ScanMonthName(&s);
  if (date->month != 0) SkipEnglish(&s);
  DatePart day = ScanPart(&s);
  for (std::string_view end : {"st", "nd", "rd", "th"})
    if (Drop(&s, end)) break;
  SkipEnglish(&s);
  if (date->month == 0) {
    date->month = ScanMonthName(&s);
    SkipEnglish(&s);
  }
  DatePart year = ScanPart(&s);
  date->year = year.value;
  date->day = day.value;
  return s.empty() && IsYear(year) && day.digits <= 2 && IsDay(date->year, date->month, date->day);
}

// 01/31/2023 and 31/01/2023, where only one of them is a day.
Understood ReadYearLast(int first, int second, int year) {
  bool month_first = IsDay(year, first, second), day_first = IsDay(year, second, first);
  if (month_first && day_first && first != second)
    return Unread("month and day cannot be told apart");
  if (month_first) return Loosely(Date{year, first, second});
  if (day_first) return Loosely(Date{year, second, first});
  return Unread("no calendar has this date");
}

Understood ReadDigits(const DatePart& p) {
  int year = p.digits == 8 ? p.value / 10000 : p.value / 100;
  int month = p.digits == 8 ? p.value / 100 % 100 : p.value % 100;
  bool fits = year >= kFirstYear && year <= kLastYear && month >= 1 && month <= 12;
  if (p.digits == 6 && fits) return Loosely(Date{year, month, 0});
  if (p.digits == 8 && fits && IsDay(year, month, p.value % 100))
    return Exactly(Date{year, month, p.value % 100});
  return Unread("the digits are no date");
}

Understood ReadDayOf(const DatePart& year, const DatePart& month, std::string_view s, Mark before) {
  Mark mark = ScanMark(&s);
  if (before == Mark::kYear && mark == Mark::kMonth && s.empty())
    return month.value >= 1 && month.value <= 12 ? Exactly(Date{year.value, month.value, 0})
                                                 : Unread("no calendar has this month");
  DatePart day = ScanPart(&s);
  bool written_out = before == Mark::kYear && mark == Mark::kMonth;
  bool same = before == mark && before != Mark::kYear && before != Mark::kNone;
  if (day.value < 0 || day.digits > 2 || (!written_out && !same))
    return Unread("the letters are no date");
  SkipBlanks(&s);
  bool ends = Drop(&s, "日") || Drop(&s, "号");
  if (ends && !written_out) return Unread("the letters are no date");
  if (!IsDay(year.value, month.value, day.value)) return Unread("no calendar has this date");
  Date date{year.value, month.value, day.value};
  if (s.empty())
    return (written_out && !ends) || before == Mark::kBlank ? Loosely(date) : Exactly(date);
  return IsMidnight(s) ? Loosely(date) : Unread("other letters follow the date");
}

bool IsRange(std::string_view s) {
  for (std::string_view mark : {"至", "到", "~", "—", " - ", "--"})
    if (s.find(mark) != std::string_view::npos) return true;
  return false;
}

Understood ReadFromYear(std::string_view s) {
  DatePart first = ScanPart(&s);
  if (first.value < 0) return Unread("the letters are no date");
  if (first.digits > 4)
    return s.empty() || IsMidnight(s) ? ReadDigits(first) : Unread("other letters follow the date");
  Mark mark = ScanMark(&s);
  if (IsYear(first) && s.empty() && (mark == Mark::kNone || mark == Mark::kYear))
    return Exactly(Date{first.value, 0, 0});
  if (mark == Mark::kYear && s == "度") return Loosely(Date{first.value, 0, 0});
  DatePart second = ScanPart(&s);
  if (second.value < 0 || second.digits > 2 || mark == Mark::kNone)
    return Unread("the letters are no date");
  if (IsYear(first)) {
    if (!s.empty()) return ReadDayOf(first, second, s, mark);
    bool fits =
        mark != Mark::kYear && mark != Mark::kBlank && second.value >= 1 && second.value <= 12;
    return fits ? Exactly(Date{first.value, second.value, 0}) : Unread("the letters are no date");
  }
  if (first.digits > 2 || ScanMark(&s) != mark) return Unread("the letters are no date");
  DatePart year = ScanPart(&s);
  if (!IsYear(year) || !s.empty()) return Unread("the letters are no date");
  return ReadYearLast(first.value, second.value, year.value);
}

// Blanks between any two letters of 2 0 2 3 年 1 月 go; elsewhere they part numbers.
std::string WithoutGaps(std::string_view s) {
  std::string out;
  bool gaps = s.find("年") != std::string_view::npos;
  for (char c : s)
    if (c != ' ' || !gaps) out.push_back(c);
  return out;
}

}  // namespace

Understood ReadYear(const Lettering& written) {
  std::string s;
  for (char c : written.plain)
    if (c != ' ') s.push_back(c);
  std::string_view rest = s;
  if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')')
    rest = rest.substr(1, rest.size() - 2);
  if (!Drop(&rest, "FY")) Drop(&rest, "fy");
  if (Drop(&rest, "年度")) Drop(&rest, ":");  // 年度：2023
  DatePart year = ScanPart(&rest);
  bool ends = rest.empty() || rest == "年" || rest == "年度";
  if (!IsYear(year) || !ends) return Unread("the letters are no year");
  return Exactly(Year{year.value});
}

// 自2023年1月1日, 2023-01-01起: a start or an end that says so. True: there was such a word.
static bool DropFromAndTo(std::string_view* s) {
  const size_t bytes = s->size();
  for (std::string_view word : {"自", "从", "至", "到"})
    if (Drop(s, word)) break;
  for (std::string_view word : {"起", "止", "开始", "结束", "完成", "截止"}) {
    if (s->size() <= word.size() || s->substr(s->size() - word.size()) != word) continue;
    s->remove_suffix(word.size());
    break;
  }
  return s->size() != bytes;
}

Understood ReadDate(const Lettering& written) {
  std::string_view plain = written.plain;
  for (std::string_view word : kTimelessWords)
    if (plain == word)
      return Unread("the cell names no day but an open end", FlagCode::kOutOfDomain);
  Date english;
  if (ReadEnglish(plain, &english)) return Loosely(english);
  std::string s = WithoutGaps(plain);
  std::string_view rest = s;
  if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')')
    rest = rest.substr(1, rest.size() - 2);
  const bool worded = DropFromAndTo(&rest);
  Understood reading = ReadFromYear(rest);
  if (worded) reading.signs.Add(EvidenceCode::kTypeLoose);
  bool unread = std::holds_alternative<Nothing>(reading.value);
  if (unread && IsRange(plain))
    reading.why = "the cell holds a range of dates where one date is asked for";
  return reading;
}

}  // namespace tabularium
