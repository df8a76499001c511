// Hints are cut out of the text's key; what is left tells. Tested by normalise_test.cc.
#include "normalise/residue.h"

#include <algorithm>

#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kShortHint = 4;  // letters; shorter hints (目标1) also begin what people write

bool MayHold(std::string_view text, std::string_view residue) {
  size_t i = 0;
  char32_t first = NextLetter(residue, i);
  return first < 0x80 || text.find(residue.substr(0, i)) != std::string_view::npos;
}

// Ordinals, dots, dashes and the placeholders × and n: what stands between hints.
bool SaysNothingMore(std::string_view key) {
  constexpr std::u32string_view kFill = U"0123456789一二三四五六七八九十.-—…×xn~/第()";
  for (size_t i = 0; i < key.size();)
    if (kFill.find(NextLetter(key, i)) == std::u32string_view::npos) return false;
  return true;
}

}  // namespace

Residue FindResidue(const std::vector<std::string>& residues, std::string_view text) {
  std::string key;
  bool keyed = false, found = false, told = false;
  for (const std::string& residue : residues) {
    if (residue.empty() || !MayHold(text, residue)) continue;
    if (!keyed) Key(text, &key);
    keyed = true;
    for (size_t at; (at = key.find(residue)) != std::string::npos;) {
      key.erase(at, residue.size());
      found = true;
      told |= CountLetters(residue) >= kShortHint;
    }
  }
  if (!found) return Residue::kNone;
  if (SaysNothingMore(key)) return Residue::kAll;
  return told ? Residue::kBeside : Residue::kNone;
}

}  // namespace tabularium
