#ifndef TABULARIUM_MODEL_LETTER_MASK_H_
#define TABULARIUM_MODEL_LETTER_MASK_H_

#include <bit>
#include <cstdint>
#include <string_view>

namespace tabularium {

// Which Han letters a text holds, each as one of 64 bits: a text that lacks a bit of another lacks one of its letters.
// So one comparison tells nearly every pair of texts apart for which a search or a distance would come to nothing.
using LetterMask = uint64_t;
inline constexpr LetterMask kAnyLetters = ~LetterMask{0};

// Of the Han letter whose three bytes begin at s[i].
constexpr LetterMask MaskOfLetter(std::string_view s, size_t i) {
  auto at = [&](size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(s[k])); };
  const unsigned letter = (at(i) & 15u) << 12 | (at(i + 1) & 63u) << 6 | (at(i + 2) & 63u);
  return letter == 0x81F3 || letter == 0x5230 ? 0 : LetterMask{1} << ((letter * 0x9E3779B1u) >> 26);
}

// Of a folded key: its letters U+4000–U+9FFF, but not 至 and 到, which may stand for a dash.
constexpr LetterMask MaskOfKey(std::string_view key) {
  LetterMask mask = 0;
  for (size_t i = 0; i + 2 < key.size(); ++i) {
    const auto lead = static_cast<unsigned char>(key[i]);
    if (lead < 0xE4 || lead > 0xE9) continue;
    mask |= MaskOfLetter(key, i);
    i += 2;
  }
  return mask;
}

// Of a text as written; kAnyLetters where one of its letters folds to a Han letter of another code.
constexpr LetterMask MaskOfText(std::string_view text) {
  LetterMask mask = 0;
  for (size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead >= 0xE4 && lead <= 0xE9) {
      if (i + 2 < text.size()) mask |= MaskOfLetter(text, i);
      i += 3;
      continue;
    }
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const unsigned next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    const bool mark = lead == 0xC2 || (lead == 0xE2 && next < 0xBA) || (lead == 0xE3 && next == 0x80) ||
                      (lead == 0xEF && next >= 0xBC);  // none of these folds to a Han letter
    if (!mark) return kAnyLetters;
    i += lead == 0xC2 ? 2 : 3;
  }
  return mask;
}

// At least so many letters of `wanted` are not in `text`.
constexpr int Lacking(LetterMask text, LetterMask wanted) { return std::popcount(wanted & ~text); }

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_LETTER_MASK_H_
