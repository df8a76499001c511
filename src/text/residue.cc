// Hints are cut out of the text's key; what is left tells. Tested by normalise_test.cc.
#include "text/residue.h"

#include <algorithm>

#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kShortHint = 4;  // letters; shorter hints (目标1) also begin what people write

// Ordinals, dots, dashes and the placeholders × and n: what stands between hints.
bool SaysNothingMore(std::string_view key) {
  constexpr std::u32string_view kFill = U"0123456789一二三四五六七八九十.-—…×xn~/第()";
  for (size_t i = 0; i < key.size();)
    if (kFill.find(NextLetter(key, i)) == std::u32string_view::npos) return false;
  return true;
}

// Removes every occurrence; false: there is none.
bool CutOut(std::string_view residue, std::string* key) {
  size_t at = key->find(residue);
  if (at == std::string::npos) return false;
  std::string rest;
  size_t from = 0;
  for (; at != std::string::npos; at = key->find(residue, from)) {
    rest.append(*key, from, at - from);
    from = at + residue.size();
  }
  rest.append(*key, from);
  *key = std::move(rest);
  return true;
}

}  // namespace

ResidueFinder::ResidueFinder(const std::vector<std::string>& residues) : residues_(residues) {
  for (const std::string& residue : residues) {
    size_t i = 0;
    if (residue.empty()) continue;
    char32_t first = NextLetter(residue, i);
    if (std::find(first_.begin(), first_.end(), first) != first_.end()) continue;
    first_.push_back(first);
    ascii_ |= first < 0x80;
    ends_[static_cast<unsigned char>(residue[i - 1])] = true;
  }
}

bool ResidueFinder::MayHoldAny(std::string_view text) const {
  if (ascii_) return true;  // upper case, full width: the key decides
  for (size_t i = 0; i < text.size();) {
    const size_t last = i + 2;  // of a letter of three bytes, the usual one
    if ((static_cast<unsigned char>(text[i]) & 0xF0) == 0xE0 && last < text.size() && !ends_[static_cast<unsigned char>(text[last])]) {
      i += 3;
      continue;
    }
    char32_t c = NextLetter(text, i);
    for (char32_t first : first_)
      if (c == first) return true;
  }
  return false;
}

Residue ResidueFinder::Find(std::string_view text) const {
  if (first_.empty() || !MayHoldAny(text)) return Residue::kNone;
  std::string key = Key(text);
  bool found = false, told = false;
  for (const std::string& residue : residues_) {
    if (residue.empty()) continue;
    if (!CutOut(residue, &key)) continue;
    found = true;
    told |= CountLetters(residue) >= kShortHint;
  }
  if (!found) return Residue::kNone;
  if (SaysNothingMore(key)) return Residue::kAll;
  return told ? Residue::kBeside : Residue::kNone;
}

}  // namespace tabularium
