// Figures are read group by group, Chinese numerals as a sum of sections of 10⁴. Tested by
// numerals_test.cc.
#include "text/numerals.h"

#include "text/letters.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tabularium {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The letter that stands for c, or 0: none.
char32_t FoldLetter(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c == 0xFF0D ? U'-' : c - 0xFEE0;
  if (IsSpace(c)) return ' ';
  if (IsInvisible(c)) return 0;
  switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case 0xFE63:
      return '-';
    case 0x2014:
    case 0x2015:
    case 0x2500:
    case 0xFE58:
      return 0x2014;
    case 0x301C:
    case 0x223C:
      return '~';
    case 0x2267:
    case 0x2A7E:
      return 0x2265;
    case 0x2266:
    case 0x2A7D:
      return 0x2264;
    case 0xFE65:
      return '>';
    case 0xFE64:
      return '<';
    case 0xFE66:
      return '=';
    case 0xFE6A:
      return '%';
    case 0xFFE5:
      return 0xA5;
    case 0x2019:
      return '\'';
    case 0x25CB:
    case 0x3007:
      return 0x3007;  // ○ 〇
    default:
      break;
  }
  if ((c >= 0x2E80 && c < 0x2FE0) || (c >= 0xF900 && c < 0xFB00)) return EquivalentIdeograph(c);
  return c;
}

// One separator before a digit: its bytes, or 0. ", " and "," count as the same.
size_t Separator(std::string_view s, size_t i, char* kind) {
  if (i + 1 >= s.size()) return 0;
  char c = s[i];
  if (c != ',' && c != '\'' && c != ' ') return 0;
  size_t bytes = c == ',' && s[i + 1] == ' ' ? 2 : 1;
  if (i + bytes >= s.size() || !IsDigit(s[i + bytes])) return 0;
  *kind = c;
  return bytes;
}

size_t DigitRun(std::string_view s, size_t i) {
  size_t begin = i;
  while (i < s.size() && IsDigit(s[i])) ++i;
  return i - begin;
}

bool Append(std::string_view digits, Figure* f) {
  if (f->size + digits.size() > f->letters.size()) return false;
  for (char c : digits) f->letters[f->size++] = c;
  return true;
}

// Groups of three after the first digits; kMalformed where one has not three.
size_t ScanGroups(std::string_view s, size_t i, Figure* f) {
  char first = 0, kind = 0;
  int groups = 0;
  for (size_t bytes; (bytes = Separator(s, i, &kind)) != 0; ++groups) {
    size_t run = DigitRun(s, i + bytes);
    bool fits = run == 3 && (groups > 0 || f->whole <= 3) && (first == 0 || first == kind);
    if (kind == ' ') {
      size_t after = i + bytes + run;
      bool more = groups > 0 || (after + 1 < s.size() && (s[after] == '.' || s[after] == ' ') &&
                                 IsDigit(s[after + 1]));
      if (!fits || !more) break;
      f->spaced = true;
    } else if (!fits) {
      return kMalformed;
    }
    first = kind;
    if (!Append(s.substr(i + bytes, run), f)) return kMalformed;
    f->whole = static_cast<uint8_t>(f->whole + run);
    f->grouped = true;
    i += bytes + run;
  }
  return i;
}

int DigitOf(char32_t c) {
  const Numeral* numeral = FindNumeral(c);
  return numeral ? numeral->digit : -1;
}

// 10, 100 or 1000 for 十 百 千; -1: none of them.
int TenOf(char32_t c) {
  constexpr int kTens[] = {0, 10, 100, 1000};
  const Numeral* numeral = FindNumeral(c);
  return numeral && numeral->power >= 1 && numeral->power <= 3 ? kTens[numeral->power] : -1;
}

bool IsWan(char32_t c) { return c == U'万' || c == U'萬'; }
bool IsYi(char32_t c) { return c == U'亿' || c == U'億'; }

// A sum in the making: total × 10⁸ … + section × 10⁴ … + group + digit.
class Sum {
 public:
  // False where the letter breaks the rules.
  bool AddDigit(int d) {
    if (digit_ > 0 || (digit_ == 0 && d == 0)) return false;
    zero_ = digit_ == 0 || d == 0;
    digit_ = d;
    return true;
  }
  bool AddTen(int ten) {
    if (digit_ <= 0) {  // 十五, 一千零十五
      if (ten != 10) return false;
      digit_ = 1;
    }
    if (ten >= last_ || digit_ == 0) return false;
    group_ += digit_ * ten;
    last_ = ten;
    digit_ = -1;
    zero_ = false;
    return true;
  }
  bool AddWan() {
    if (section_ != 0 || !Close() || group_ == 0) return false;
    section_ = group_ * 10000;
    return Next();
  }
  bool AddYi() {
    if (total_ != 0 || !Close() || section_ + group_ == 0) return false;
    total_ = (section_ + group_) * 100000000;
    section_ = 0;
    return Next();
  }
  // Takes the last digit in; false where it is ambiguous (一百五, 三万五).
  bool Close() {
    if (digit_ > 0) {
      bool clear = zero_ || last_ == 10 || (last_ == kFresh && section_ == 0 && total_ == 0);
      if (!clear) return false;
      group_ += digit_;
    } else if (digit_ == 0 && !(group_ == 0 && section_ == 0 && total_ == 0)) {
      return false;
    }
    digit_ = -1;
    return true;
  }
  int64_t value() const { return total_ + section_ + group_; }

 private:
  static constexpr int kFresh = 10000;
  bool Next() {
    group_ = 0;
    last_ = kFresh;
    zero_ = false;
    return true;
  }
  int64_t total_ = 0, section_ = 0, group_ = 0;
  int digit_ = -1, last_ = kFresh;
  bool zero_ = false;  // 零 stands before the digit
};

// Digits one after another: 二〇二三. At least two; 0 bytes otherwise.
size_t ScanDigits(std::string_view s, HanNumber* out) {
  size_t end = 0;
  int count = 0;
  Int128 value = 0;
  for (size_t i = 0; i < s.size() && count < 20; end = i) {
    size_t at = i;
    char32_t c = NextLetter(s, i);
    int d = c < 0x80 && c >= '0' && c <= '9' ? static_cast<int>(c - '0') : DigitOf(c);
    if (d < 0) {
      if (TenOf(c) > 0 || IsWan(c) || IsYi(c)) return 0;
      i = at;
      break;
    }
    value = value * 10 + d;
    ++count;
  }
  if (count < 2) return 0;
  *out = {{value, 0}, static_cast<uint8_t>(count), false};
  return end;
}

// 点五 after a whole number, and 万 or 亿 behind it.
size_t ScanDecimals(std::string_view s, size_t i, HanNumber* out) {
  size_t next = i;
  if (i >= s.size() || NextLetter(s, next) != U'点') return i;
  Decimal d = out->value;
  size_t end = next;
  while (next < s.size() && d.exponent > -12) {
    int digit = DigitOf(NextLetter(s, next));
    if (digit < 0) break;
    d = {d.digits * 10 + digit, d.exponent - 1};
    end = next;
  }
  if (d.exponent == 0) return i;
  for (next = end; next < s.size(); end = next) {
    char32_t c = NextLetter(s, next);
    int power = IsWan(c) ? 4 : IsYi(c) ? 8 : 0;
    if (power == 0) break;
    d.exponent += power;
    out->scaled = true;
  }
  for (; d.exponent > 0; --d.exponent) d.digits *= 10;
  out->value = d;
  return end;
}

}  // namespace

bool NeedsFoldWidth(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    unsigned char lead = static_cast<unsigned char>(text[i]);
    bool han = lead >= 0xE4 && lead <= 0xE9;
    if (!han && (lead < 0x20 || lead >= 0x7F)) return true;
    i += han ? 3 : 1;
  }
  return false;
}

void FoldWidth(std::string_view text, std::string* plain) {
  plain->clear();
  for (size_t i = 0; i < text.size();) {
    unsigned char lead = static_cast<unsigned char>(text[i]);
    if (lead >= 0x20 && lead < 0x7F) {
      plain->push_back(text[i++]);
    } else if (lead >= 0xE4 && lead <= 0xE9 && i + 3 <= text.size()) {
      plain->append(text, i, 3);
      i += 3;
    } else if (char32_t c = FoldLetter(NextLetter(text, i)); c != 0) {
      AppendLetter(c, plain);
    }
  }
}

size_t ScanFigure(std::string_view s, Figure* figure) {
  *figure = Figure();
  size_t run = DigitRun(s, 0);
  if (run == 0 && !(s.size() > 1 && s[0] == '.' && IsDigit(s[1]))) return 0;
  if (run > 36 || !Append(s.substr(0, run), figure)) return kMalformed;
  figure->whole = static_cast<uint8_t>(run);
  figure->odd = run == 0 || (run > 1 && s[0] == '0');
  if (run == 0) Append("0", figure);
  size_t i = ScanGroups(s, run, figure);
  if (i == kMalformed || i >= s.size() || s[i] != '.') return i;
  size_t decimals = DigitRun(s, i + 1);
  if (decimals == 0) {
    if (i + 1 < s.size()) return i + 1 < s.size() && s[i + 1] == '.' ? kMalformed : i;
    figure->odd = true;
    return i + 1;
  }
  if (decimals > 18 || !Append(s.substr(i, decimals + 1), figure)) return kMalformed;
  figure->decimals = static_cast<uint8_t>(decimals);
  i += decimals + 1;
  bool goes_on =
      i + 1 < s.size() && (s[i] == '.' || s[i] == ',' || s[i] == '\'') && IsDigit(s[i + 1]);
  return goes_on ? kMalformed : i;
}

size_t ScanNumeral(std::string_view s, HanNumber* numeral) {
  *numeral = HanNumber();
  if (size_t bytes = ScanDigits(s, numeral)) return bytes;
  Sum sum;
  size_t end = 0;
  for (size_t i = 0; i < s.size();) {
    char32_t c = NextLetter(s, i);
    int d = DigitOf(c), ten = d < 0 ? TenOf(c) : -1;
    bool wan = IsWan(c), yi = IsYi(c);
    if (d < 0 && ten < 0 && !wan && !yi && c != U'廿' && c != U'卅') break;
    if (c == U'廿' || c == U'卅') {
      if (!sum.AddDigit(c == U'廿' ? 2 : 3) || !sum.AddTen(10)) return 0;
    } else if (d >= 0    ? !sum.AddDigit(d)
               : ten > 0 ? !sum.AddTen(ten)
               : wan     ? !sum.AddWan()
                         : !sum.AddYi()) {
      return 0;
    }
    numeral->scaled |= wan || yi;
    end = i;
  }
  if (end == 0 || !sum.Close()) return 0;
  numeral->value = {sum.value(), 0};
  return ScanDecimals(s, end, numeral);
}

}  // namespace tabularium
