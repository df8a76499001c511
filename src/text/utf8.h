#ifndef TABULARIUM_TEXT_UTF8_H_
#define TABULARIUM_TEXT_UTF8_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace tabularium {

// A letter and the bytes it takes.
struct LetterRead {
  char32_t letter = 0xFFFD;
  uint32_t bytes = 1;
};

// NextLetter for letters beyond ASCII, whatever they are. Not inlined: it is everywhere, and nearly all are of three bytes.
[[gnu::noinline]] constexpr LetterRead LetterAt(std::string_view s, size_t i) {
  auto at = [&](size_t k) { return static_cast<unsigned char>(s[k]); };
  const unsigned char b = at(i);
  const uint32_t n = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC2 ? 2 : 0;
  if (n == 0 || i + n > s.size()) return {};
  char32_t c = n == 4 ? b & 0x07u : n == 3 ? b & 0x0Fu : b & 0x1Fu;
  for (size_t k = 1; k < n; ++k) {
    if ((at(i + k) & 0xC0) != 0x80) return {};
    c = c << 6 | (at(i + k) & 0x3Fu);
  }
  return {c, n};
}

// The letter that begins at s[i]; moves i behind it. A byte that begins no letter counts as U+FFFD
// and one byte. REQUIRES: i < s.size().
constexpr char32_t NextLetter(std::string_view s, size_t& i) {
  auto at = [&](size_t k) { return static_cast<unsigned char>(s[k]); };
  if (at(i) < 0x80) return at(i++);
  if ((at(i) & 0xF0) == 0xE0 && i + 3 <= s.size() && (at(i + 1) & 0xC0) == 0x80 && (at(i + 2) & 0xC0) == 0x80) {
    i += 3;
    return (at(i - 3) & 0x0Fu) << 12 | (at(i - 2) & 0x3Fu) << 6 | (at(i - 1) & 0x3Fu);
  }
  const LetterRead read = LetterAt(s, i);
  i += read.bytes;
  return read.letter;
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

// Trim for texts that may have something at their ends.
std::string_view TrimEnds(std::string_view s);

// `s` without white space and invisible letters at its ends. Most texts begin and end with an ASCII letter that is seen, or
// with an ideograph: two looks tell.
inline std::string_view Trim(std::string_view s) {
  auto at = [&](size_t i) { return static_cast<unsigned char>(s[i]); };
  auto seen = [&](size_t i) { return at(i) > 0x20 && at(i) < 0x7F; };
  auto han = [&](size_t i) { return at(i) >= 0xE4 && at(i) <= 0xE9; };
  const size_t n = s.size();
  if (n == 0) return s;
  const bool begins = seen(0) || han(0), ends = seen(n - 1) || (n >= 3 && han(n - 3) && at(n - 1) >= 0x80);
  return begins && ends ? s : TrimEnds(s);
}

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_UTF8_H_
