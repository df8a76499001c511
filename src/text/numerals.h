#ifndef TABULARIUM_TEXT_NUMERALS_H_
#define TABULARIUM_TEXT_NUMERALS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/decimal.h"

// Numbers as people write them: 1,234.50 １２３ 三十八万 叁拾捌. Nothing here guesses: what can be
// read in two ways, or breaks the rules of its spelling, is no number.

namespace tabularium {

// Rewrites a short value for reading: full-width forms become half-width, every white space a
// blank, every hyphen and minus '-', dashes '—', tildes '~', ≧ ⩾ '≥', ≦ ⩽ '≤', ￥ '¥', radicals the
// ideographs they stand for; invisible letters go. Letters otherwise stay, upper and lower case
// too.
//   "＞＝９０．０％" → ">=90.0%"      "2023－01－01" → "2023-01-01"      "１，２３４" → "1,234"
void FoldWidth(std::string_view text, std::string* plain);  // replaces *plain
bool NeedsFoldWidth(std::string_view text);                 // false: FoldWidth would copy it

// A number in Arabic digits at the beginning of a text.
struct Figure {
  std::array<char, 48> letters{};  // without separators: "1234.50"
  uint8_t size = 0;
  uint8_t whole = 0;     // digits before the point
  uint8_t decimals = 0;  // digits after it
  bool grouped = false;  // with separators between groups of three
  bool spaced = false;   // the separators are blanks
  bool odd = false;      // unusual, but clear: ".5", "12.", "007"
  std::string_view plain() const { return {letters.data(), size}; }
};

inline constexpr size_t kMalformed = static_cast<size_t>(-1);

// Reads a figure at the beginning of a folded text. Gives the bytes read: 0 where no digit stands
// there, kMalformed where groups or points break the rules ("38,00.00", "1.2.3", "380.000,00"). A
// sign is not part of it. Separators of groups are , ' and the blank; the last only where decimals
// or another group follow ("12 345.00").
//   "1,234.50元" → 8      "90%" → 2      "12 345.00" → 9      "88 100" → 2      "1,23" → kMalformed
size_t ScanFigure(std::string_view plain, Figure* figure);

// A number in Chinese digits, plain or capital, at the beginning of a text.
struct HanNumber {
  Decimal value;
  uint8_t digits =
      0;  // 二〇二三: how many, where they stand one after another without 十 百 千 万; else 0
  bool scaled = false;  // 万 or 亿 is part of it
};

// Reads a numeral at the beginning of a folded text; 0 bytes where there is none. 一百五 (150 or
// 105?) is none.
//   "叁拾捌万元整" → 12 bytes, 380000      "二〇二三年" → 12 bytes, 2023      "三点五万" → 12
//   bytes, 35000
size_t ScanNumeral(std::string_view plain, HanNumber* number);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_NUMERALS_H_
