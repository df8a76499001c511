#ifndef TABULARIUM_TEXT_UTF8_H_
#define TABULARIUM_TEXT_UTF8_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace tabularium {

// The letter that begins at s[i]; moves i behind it. A byte that begins no letter counts as U+FFFD
// and one byte. REQUIRES: i < s.size().
constexpr char32_t NextLetter(std::string_view s, size_t& i) {
  auto at = [&](size_t k) { return static_cast<unsigned char>(s[k]); };
  unsigned char b = at(i);
  if (b < 0x80) return s[i++] & 0x7F;
  size_t n = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC2 ? 2 : 0;
  if (n == 0 || i + n > s.size()) {
    ++i;
    return 0xFFFD;
  }
  char32_t c = n == 4 ? b & 0x07u : n == 3 ? b & 0x0Fu : b & 0x1Fu;
  for (size_t k = 1; k < n; ++k) {
    if ((at(i + k) & 0xC0) != 0x80) {
      ++i;
      return 0xFFFD;
    }
    c = c << 6 | (at(i + k) & 0x3Fu);
  }
  i += n;
  return c;
}

// Appends one letter. REQUIRES: c is a Unicode scalar value.
inline void AppendLetter(char32_t c, std::string* out) {
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out->push_back(static_cast<char>(0xC0 | c >> 6));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    out->push_back(static_cast<char>(0xE0 | c >> 12));
    out->push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else {
    out->push_back(static_cast<char>(0xF0 | c >> 18));
    out->push_back(static_cast<char>(0x80 | (c >> 12 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  }
}

// A Han ideograph of the BMP's main blocks or of the supplementary planes.
constexpr bool IsHan(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007;
}

// White space in the wide sense of this field: ASCII white space, U+00A0, U+2000–200A, U+202F,
// U+205F, U+3000.
constexpr bool IsSpace(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Letters without width that people don't see: U+200B–200F, U+202A–202E, U+2060–2064, U+FEFF,
// U+00AD.
constexpr bool IsInvisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || c == 0xAD;
}

// `s` without white space and invisible letters at its ends.
std::string_view Trim(std::string_view s);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_UTF8_H_
