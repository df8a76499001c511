// Tested by sheet_test.cc.
#include "tabulate/looks.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/utf8.h"

namespace tabularium::sheet {
namespace {

bool IsDot(char32_t c) { return c == '.' || c == 0x2026 || c == 0xB7 || c == 0x2025; }
bool IsDash(char32_t c) {
  return c == '-' || c == '_' || c == '=' || c == 0xAD || (c >= 0x2010 && c <= 0x2015) ||
         (c >= 0x2500 && c <= 0x2501) || c == 0x2550 || c == 0x2212;
}
bool IsBar(char32_t c) { return c == '|' || (c >= 0x2502 && c <= 0x2503) || c == 0x2551; }

bool IsLetter(char32_t c) {
  if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z';
  if (c < 0x2000) return c >= 0xC0 && c != 0xD7 && c != 0xF7;
  return c >= 0x3040;
}

// "n.a.", "NA": a value that is not there.
bool IsNotAvailable(std::string_view text) {
  std::string letters;
  for (const char c : text)
    if (c != '.' && c != '/') letters += static_cast<char>(c | 32);
  return letters == "na";
}

}  // namespace

Strokes StrokesOf(std::string_view text) {
  Strokes s;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextLetter(text, i);
    ++s.all;
    s.dots += IsDot(c);
    s.dashes += IsDash(c) || c == '+';
    s.bars += IsBar(c);
  }
  return s;
}

bool IsLowerLetter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}

Look LookOf(std::string_view text) {
  int digits = 0, letters = 0;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextLetter(text, i);
    digits += (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
    letters += IsLetter(c);
  }
  if (digits == 0) return letters == 0 || IsNotAvailable(text) ? Look::kSign : Look::kText;
  return letters <= 2 && digits >= letters ? Look::kNumber : Look::kText;
}

bool IsCurrency(std::string_view text) {
  constexpr std::string_view kSigns[] = {"$", "€", "£", "¥", "￥", "US$"};
  return std::find(std::begin(kSigns), std::end(kSigns), text) != std::end(kSigns);
}

bool AreThousands(std::string_view left, std::string_view right) {
  auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto group = std::find_if_not(right.begin(), right.end(), digit) - right.begin();
  if (group != 3) return false;
  if (const size_t blank = left.rfind(' '); blank != left.npos)
    return left.size() - blank == 4 && std::all_of(left.end() - 3, left.end(), digit);
  const auto digits = std::find_if_not(left.rbegin(), left.rend(), digit) - left.rbegin();
  return digits >= 1 && digits <= 3 && left.find_first_of("0123456789.,") == left.size() - static_cast<size_t>(digits);
}

}  // namespace tabularium::sheet
