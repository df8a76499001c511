// A table of names, and numbers in two bases. Tested by markup_test.cc.
#include "text/entities.h"

namespace tabularium {
namespace {

struct Entity {
  std::string_view name;
  char32_t letter;
};

// HTML 4's names for what tables and prose of this field hold.
constexpr Entity kEntities[] = {
    {"nbsp", 0xA0},    {"lt", '<'},        {"gt", '>'},        {"amp", '&'},
    {"quot", '"'},     {"apos", '\''},     {"ge", 0x2265},     {"le", 0x2264},
    {"ne", 0x2260},    {"asymp", 0x2248},  {"plusmn", 0xB1},   {"times", 0xD7},
    {"divide", 0xF7},  {"minus", 0x2212},  {"deg", 0xB0},      {"permil", 0x2030},
    {"middot", 0xB7},  {"bull", 0x2022},   {"hellip", 0x2026}, {"mdash", 0x2014},
    {"ndash", 0x2013}, {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"lsquo", 0x2018},
    {"rsquo", 0x2019}, {"laquo", 0xAB},    {"raquo", 0xBB},    {"ensp", 0x2002},
    {"emsp", 0x2003},  {"thinsp", 0x2009}, {"zwnj", 0x200C},   {"zwj", 0x200D},
    {"shy", 0xAD},     {"copy", 0xA9},     {"reg", 0xAE},      {"trade", 0x2122},
    {"yen", 0xA5},     {"pound", 0xA3},    {"euro", 0x20AC},   {"cent", 0xA2},
    {"sect", 0xA7},    {"para", 0xB6},     {"sup2", 0xB2},     {"sup3", 0xB3},
    {"frac12", 0xBD},  {"frac14", 0xBC},   {"frac34", 0xBE},   {"micro", 0xB5},
    {"radic", 0x221A}, {"sum", 0x2211},    {"infin", 0x221E},  {"equiv", 0x2261},
    {"larr", 0x2190},  {"rarr", 0x2192},   {"uarr", 0x2191},   {"darr", 0x2193},
    {"ordm", 0xBA},    {"acute", 0xB4},    {"bdquo", 0x201E},  {"prime", 0x2032},
};

// Windows-1252 at 128–159; 0: nothing there.
constexpr char32_t kWindows1252[32] = {
    0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0,      0x17D,  0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E,  0x178,
};

constexpr size_t kLongestName = 6;

bool IsAlnum(char c) { return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'); }

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  char low = static_cast<char>(c | 32);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

size_t ScanNumeric(std::string_view s, size_t i, char32_t* letter) {
  size_t at = i + 2;
  bool hex = at < s.size() && (s[at] == 'x' || s[at] == 'X');
  if (hex) ++at;
  char32_t value = 0;
  size_t digits = 0;
  for (; at < s.size() && digits < 8; ++at, ++digits) {
    int d = HexDigit(s[at]);
    if (d < 0 || (!hex && d > 9)) break;
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(d);
  }
  if (digits == 0 || at >= s.size() || s[at] != ';') return 0;
  if (value >= 128 && value < 160) value = kWindows1252[value - 128];
  bool control = value < 0x20 && value != '\t' && value != '\n' && value != '\r';
  if (control || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return 0;
  *letter = value;
  return at + 1 - i;
}

}  // namespace

size_t ScanEntity(std::string_view s, size_t i, char32_t* letter) {
  if (i + 2 >= s.size()) return 0;
  if (s[i + 1] == '#') return ScanNumeric(s, i, letter);
  size_t end = i + 1;
  while (end < s.size() && end - i <= kLongestName && IsAlnum(s[end])) ++end;
  std::string_view name = s.substr(i + 1, end - i - 1);
  bool closed = end < s.size() && s[end] == ';';
  if (!closed && end < s.size() && IsAlnum(s[end])) return 0;
  for (size_t k = 0; k < (closed ? std::size(kEntities) : 5); ++k) {
    if (kEntities[k].name != name) continue;
    *letter = kEntities[k].letter;
    return end - i + (closed ? 1 : 0);
  }
  return 0;
}

}  // namespace tabularium
