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

ResidueFinder::ResidueFinder(const std::vector<std::string>& residues) {
  hints_.reserve(residues.size());
  firsts_.reserve(residues.size());
  for (const std::string& residue : residues) {
    if (residue.empty()) continue;
    hints_.push_back(residue);
    auto byte = [&](size_t i) { return static_cast<unsigned char>(residue[i]); };
    other_ |= (byte(0) & 0xF0) != 0xE0;
    if (other_) continue;
    leads_[byte(0)] = true;
    const bool known = std::any_of(firsts_.begin(), firsts_.end(), [&](const First& f) { return f.second[0] == byte(1) && f.third[0] == byte(2); });
    if (!known) firsts_.push_back({Every(byte(1)), Every(byte(2))});
  }
}

// Where in sixteen bytes the last two bytes of such a letter may begin; kBlockBytes: nowhere. `third` begins one byte further on.
inline size_t ResidueFinder::FirstIn(Block second, Block third) const {
  Block begins{};
  for (const First& first : firsts_) begins |= Equal(second, first.second) & Equal(third, first.third);
  return FirstOf(begins);
}

// The same of one letter, whose first byte is one of leads_.
inline bool ResidueFinder::BeginsAt(std::string_view text, size_t i) const {
  if (i + 3 > text.size()) return false;
  const auto second = static_cast<unsigned char>(text[i + 1]), third = static_cast<unsigned char>(text[i + 2]);
  for (const First& first : firsts_)
    if (first.second[0] == second && first.third[0] == third) return true;
  return false;
}

// Where the next letter may stand that a hint begins with; or the end. REQUIRES: !other_, from <= text.size().
size_t ResidueFinder::NextFirst(std::string_view text, size_t from) const {
  size_t i = from;
  for (; i + 2 + kBlockBytes <= text.size(); i += kBlockBytes)
    if (size_t at = FirstIn(BlockAt(text, i + 1), BlockAt(text, i + 2)); at < kBlockBytes) return i + at;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (leads_[lead] && BeginsAt(text, i)) return i;
    i += lead >= 0xE0 ? 3 : 1;
  }
  return text.size();
}

bool ResidueFinder::MayHoldAny(std::string_view text) const {
  if (other_) return true;  // upper case, full width: the key decides
  for (size_t i = NextFirst(text, 0); i < text.size(); i = NextFirst(text, i + 1))
    for (std::string_view hint : hints_)
      if (text[i + 2] == hint[2] && KeyBegins(text.substr(i), hint)) return true;
  return false;
}

Residue ResidueFinder::Find(std::string_view text) const {
  if (hints_.empty() || !MayHoldAny(text)) return Residue::kNone;
  std::string key = Key(text);
  bool found = false, told = false;
  for (std::string_view hint : hints_) {
    if (!CutOut(hint, &key)) continue;
    found = true;
    told |= CountLetters(hint) >= kShortHint;
  }
  if (!found) return Residue::kNone;
  if (SaysNothingMore(key)) return Residue::kAll;
  return told ? Residue::kBeside : Residue::kNone;
}

}  // namespace tabularium
