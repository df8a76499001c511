// Letters that look like ideographs and aren't. Two generated tables answer for single letters;
// texts are scanned for the few first bytes of letters that are folded or remarked on. Tested by letters_test.cc.
#include "text/letters.h"

#include "text/blocks.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

#include "text/letters_table.inc"

constexpr bool IsPrivateUse(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

// True for first bytes of radicals, compatibility ideographs, invisible, private-use and damaged letters. Those of full-width
// marks, U+FF00–FF7F, are told by the byte behind them. No byte that continues a letter is any of these.
bool IsSuspect(unsigned char byte, unsigned char next) {
  const bool full_width = byte == 0xEF && (next == 0xBC || next == 0xBD);
  return byte == 0xC2 || byte == 0xE2 || (byte >= 0xEE && !full_width);
}
Block AreSuspect(Block bytes, Block next) {
  const Block full_width = Equal(bytes, 0xEF) & (Equal(next, 0xBC) | Equal(next, 0xBD));
  const Block high = reinterpret_cast<Block>(bytes >= Every(0xEE));
  return Equal(bytes, 0xC2) | Equal(bytes, 0xE2) | (high & ~full_width);
}

// Where the next suspect byte stands, or the end.
size_t FindSuspect(std::string_view text, size_t i) {
  for (; i + kBlockBytes < text.size(); i += kBlockBytes)
    if (const size_t at = FirstOf(AreSuspect(BlockAt(text, i), BlockAt(text, i + 1))); at < kBlockBytes) return i + at;
  while (i < text.size()) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (IsSuspect(byte, i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0)) return i;
    i += byte >= 0xE0 ? 3 : 1;
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
