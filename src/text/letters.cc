// Letters that look like ideographs and aren't. Two generated tables answer for single letters;
// texts are scanned by the first byte of each letter, since only seven first bytes begin anything
// that is folded or remarked on. Tested by letters_test.cc.
#include "text/letters.h"

#include <array>

#include "text/utf8.h"

namespace tabularium {
namespace {

#include "text/letters_table.inc"

// First bytes of radicals, compatibility ideographs, invisible, private-use and damaged letters.
constexpr std::array<bool, 256> kSuspects = [] {
  std::array<bool, 256> suspects{};
  for (int lead : {0xC2, 0xE2, 0xEE, 0xEF, 0xF0, 0xF3, 0xF4})
    suspects[static_cast<size_t>(lead)] = true;
  return suspects;
}();

constexpr bool IsPrivateUse(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

// The second byte of U+FF00–FF7F, between EF and the last.
bool IsHalfOrFullWidth(char second) { return second == '\xBC' || second == '\xBD'; }

// Where the next suspect byte stands, or the end; ideographs and full-width marks are passed over as a whole.
size_t FindSuspect(std::string_view text, size_t i) {
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (kSuspects[lead] && !(lead == 0xEF && i + 1 < text.size() && IsHalfOrFullWidth(text[i + 1]))) return i;
    i += lead >= 0xE4 && lead <= 0xEF ? 3 : 1;
  }
  return text.size();
}

bool IsRemarkable(char32_t c) {
  return IsInvisible(c) || IsPrivateUse(c) || c == 0xFFFD || EquivalentIdeograph(c) != c || !LettersOfLigature(c).empty();
}

}  // namespace

std::string_view LettersOfLigature(char32_t letter) {
  constexpr std::string_view kLigatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return letter >= 0xFB00 && letter <= 0xFB06 ? kLigatures[letter - 0xFB00] : std::string_view();
}

char32_t EquivalentIdeograph(char32_t letter) {
  char32_t equivalent = 0;
  if (letter >= 0x2E80 && letter <= 0x2FDF) {
    equivalent = kRadicals[letter - 0x2E80];
  } else if (letter >= 0xF900 && letter <= 0xFAFF) {
    equivalent = kCompatibility[letter - 0xF900];
  } else if (letter >= 0x2F800 && letter <= 0x2FA1F) {
    equivalent = kCompatibilitySupplement[letter - 0x2F800];
  }
  return equivalent ? equivalent : letter;
}

Folded FoldLetters(std::string_view text, std::string* out) {
  Folded folded;
  size_t done = 0;
  for (size_t i = FindSuspect(text, 0); i < text.size(); i = FindSuspect(text, i)) {
    size_t begin = i;
    char32_t c = NextLetter(text, i);
    if (c == 0xFFFD) folded.damaged = true;
    if (IsPrivateUse(c)) folded.private_use = true;
    char32_t equivalent = EquivalentIdeograph(c);
    std::string_view letters = LettersOfLigature(c);
    if (equivalent == c && letters.empty() && !IsInvisible(c)) continue;
    out->append(text, done, begin - done);
    done = i;
    if (!letters.empty()) {
      folded.letters = true;
      out->append(letters);
    } else if (equivalent == c) {
      folded.invisible = true;
    } else {
      folded.letters = true;
      AppendLetter(equivalent, out);
    }
  }
  out->append(text, done, text.size() - done);
  return folded;
}

bool NeedsFolding(std::string_view text) {
  for (size_t i = FindSuspect(text, 0); i < text.size(); i = FindSuspect(text, i))
    if (IsRemarkable(NextLetter(text, i))) return true;
  return false;
}

}  // namespace tabularium
