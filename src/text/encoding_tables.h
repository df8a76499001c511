#ifndef TABULARIUM_TEXT_ENCODING_TABLES_H_
#define TABULARIUM_TEXT_ENCODING_TABLES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tabularium {

// Tables of the legacy encodings, made from ICU's converters when first asked for (about 1 ms
// each), immutable, shared by all threads. Our own decoder walks them, since ICU's converters know
// neither the place of a damage nor of a letter.

inline constexpr size_t kTrails = 0xFF - 0x40;  // trail bytes 0x40..0xFE of a two-byte code
inline constexpr size_t kLeads = 0xFF - 0x81;   // lead bytes 0x81..0xFE
// Index of a two-byte code. REQUIRES: lead in 0x81..0xFE, trail in 0x40..0xFE.
constexpr size_t PairIndex(unsigned lead, unsigned trail) {
  return (lead - 0x81) * kTrails + (trail - 0x40);
}

const std::vector<char32_t>& Gb18030Pairs();  // by PairIndex; 0: no letter
const std::vector<char32_t>&
Gb18030Quads();  // by linear index of 81 30 81 30 .. 84 31 A4 39; 0: no letter
const std::vector<char32_t>&
Big5Pairs();  // by PairIndex; windows-950, completed by HKSCS; 0: no letter

// What each pair of bytes becomes in UTF-8 where that is three bytes, as they lie in memory, and behind them kOddPair where
// misread text begins so; else 0. By lead - 0x80 and trail.
using PlainPairs = std::array<uint32_t, 0x8000>;
inline constexpr uint32_t kOddPair = 1u << 24;
const PlainPairs& Gb18030PlainPairs();
const PlainPairs& Big5PlainPairs();

// The two-byte GB18030 code of a letter below U+10000; 0: it has none.
const std::vector<uint16_t>& Gb18030Codes();

// Punctuation, box drawing, full-width forms, ①, ≥, □.
constexpr bool IsSymbol(char32_t c) {
  if (c >= 0x3400 && c < 0xFE10) return false;  // nearly all letters that are asked for
  return (c >= 0x2010 && c <= 0x27BF) || (c >= 0x3000 && c <= 0x303F) || (c >= 0x3200 && c <= 0x33FF) ||
         (c >= 0xFE10 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFF5E) || c == 0xB7 || c == 0xB1 || c == 0xD7 || c == 0xB0;
}

// How much a letter below U+10000 looks like text, in tenths (−10..10). See kWeights in the .cc.
const std::vector<int8_t>& LetterWeights();

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_ENCODING_TABLES_H_
