#ifndef TABULARIUM_TEXT_READING_H_
#define TABULARIUM_TEXT_READING_H_

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace tabularium {

// How a Han letter sounds, folded so that what writers of Mandarin confuse is equal: no tones, zh
// ch sh as z c s, final ng as n. Numbers from 1; 0: no reading known. From ICU's Han–Latin
// transliteration, at build time; one reading a letter, the usual one.
//   治 "zi"   自 "zi"   证 "zen"   程 "cen"   绿 "lv"   A → 0
// The numbers may change with the version of ICU: never store them.
using SyllableId = uint16_t;

namespace reading_internal {
inline constexpr char32_t kFirst = 0x3400, kLast = 0x9FFF;
extern const SyllableId* const kTable;  // for kFirst … kLast, and one more: of all other letters
}  // namespace reading_internal

// Cost: one load, and no branch.
inline SyllableId SyllableOf(char32_t letter) {
  using namespace reading_internal;
  return kTable[std::min(letter - kFirst, kLast - kFirst + 1)];
}

// One more than the greatest number.
SyllableId SyllableEnd();

// The letters of the folded sound: "zi"; empty for 0. REQUIRES: id < SyllableEnd().
std::string_view SyllableName(SyllableId id);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_READING_H_
