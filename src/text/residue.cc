// Hints are cut out of the text's key; what is left tells. Tested by normalise_test.cc.
#include "text/residue.h"

#include <algorithm>

#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kShortHint = 4;  // letters; shorter hints (目标1) also begin what people write

// The low six bits of a byte, as one of 64 bits.
uint64_t BitOf(char byte) { return uint64_t{1} << (static_cast<unsigned char>(byte) & 63); }
bool Has(uint64_t bits, char byte) { return bits >> (static_cast<unsigned char>(byte) & 63) & 1; }

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

ResidueFinder::ResidueFinder(const std::vector<std::string>& residues) {
  hints_.reserve(residues.size());
  for (const std::string& residue : residues) {
    size_t i = 0;
    if (residue.empty()) continue;
    hints_.push_back({NextLetter(residue, i), residue});
    ascii_ |= hints_.back().first < 0x80;
    if (i != 3) continue;
    middles_ |= BitOf(residue[1]);
    ends_ |= BitOf(residue[2]);
  }
}

bool ResidueFinder::MayHoldAny(std::string_view text) const {
  if (ascii_) return true;  // upper case, full width: the key decides
  const uint64_t middles = middles_, ends = ends_;
  for (size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    if ((text[i] & 0xF0) == 0xE0 && i + 2 < text.size() && !(Has(ends, text[i + 2]) && Has(middles, text[i + 1]))) {
      i += 3;  // a letter of three bytes, as most are, that no hint begins with
      continue;
    }
    const size_t begin = i;
    const char32_t c = NextLetter(text, i);
    for (const Hint& hint : hints_)
      if (c == hint.first && KeyBegins(text.substr(begin), hint.key)) return true;
  }
  return false;
}

Residue ResidueFinder::Find(std::string_view text) const {
  if (hints_.empty() || !MayHoldAny(text)) return Residue::kNone;
  std::string key = Key(text);
  bool found = false, told = false;
  for (const Hint& hint : hints_) {
    if (!CutOut(hint.key, &key)) continue;
    found = true;
    told |= CountLetters(hint.key) >= kShortHint;
  }
  if (!found) return Residue::kNone;
  if (SaysNothingMore(key)) return Residue::kAll;
  return told ? Residue::kBeside : Residue::kNone;
}

}  // namespace tabularium
