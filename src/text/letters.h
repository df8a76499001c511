#ifndef TABULARIUM_TEXT_LETTERS_H_
#define TABULARIUM_TEXT_LETTERS_H_

#include <string>
#include <string_view>

namespace tabularium {

// The ideograph that Unicode calls equivalent to a radical (U+2E80–2FDF,
// EquivalentUnifiedIdeograph) or a compatibility ideograph (U+F900–FAFF, U+2F800–2FA1F); the letter
// itself where there is none.
char32_t EquivalentIdeograph(char32_t letter);

// The letters that a Latin ligature (U+FB00–FB06) stands for; empty for anything else.
std::string_view LettersOfLigature(char32_t letter);

// What FoldLetters did.
struct Folded {
  bool letters = false;      // radicals, compatibility ideographs or ligatures were replaced
  bool invisible = false;    // invisible letters were dropped
  bool private_use = false;  // private-use letters stand in it (kept)
  bool damaged = false;      // U+FFFD stands in it (kept)
};

// Appends `text` to *out with radicals, compatibility ideographs and Latin ligatures replaced and invisible letters
// dropped. Everything else verbatim: ① ㎡ № and full-width marks stay. Cost: O(bytes); a
// memchr-like scan where nothing is to be done.
Folded FoldLetters(std::string_view text, std::string* out);

// True if FoldLetters would change or remark on anything. Cost: about a byte scan.
bool NeedsFolding(std::string_view text);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_LETTERS_H_
