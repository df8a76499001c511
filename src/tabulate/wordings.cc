// Chains of wordings that share their first two letters; a cell's chain is walked once for both the
// wording that it is and the label that it begins with. Tested by wordings_test.cc.
#include "tabulate/wordings.h"

#include <algorithm>
#include <cstring>

#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kPeekBytes =
    48;  // of a long cell: enough for two letters behind brackets and blanks

// At most `bytes` of the text, ending with a letter.
std::string_view Front(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

constexpr bool IsAlnum(char c) {
  return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

// Skips colons (实施单位：: has two), white space, and a bracket that closes one opened before `at`.
size_t SkipMarks(std::string_view text, size_t at) {
  std::string_view before = text.substr(0, at);
  bool open = before.find('(') != before.npos || before.find("（") != before.npos;
  while (at < text.size()) {
    size_t next = at;
    char32_t c = NextLetter(text, next);
    if (open && (c == ')' || c == 0xFF09)) {
      open = false;
    } else if (c != ':' && c != 0xFF1A && !IsSpace(c) && !IsInvisible(c)) {
      break;
    }
    at = next;
  }
  return at;
}

}  // namespace

Wordings::Wordings(const Vocabulary& vocabulary)
    : vocabulary_(vocabulary),
      own_(vocabulary.chains.heads.empty() ? ChainWords(vocabulary.words) : WordChains()),
      chains_(vocabulary.chains.heads.empty() ? own_ : vocabulary.chains) {}

Wording Wordings::Find(std::string_view key) const {
  Wording found;
  if (key.empty()) return found;
  size_t longest = 0;
  const WordChains::Front front = WordChains::FrontOf(key);
  for (WordId id = chains_.heads[WordChains::Bucket(key)]; id != kNoWord;
       id = chains_.next[static_cast<size_t>(id)]) {
    if (!chains_.MayBegin(front, id)) continue;
    const KnownWord& known = word(id);
    if (!key.starts_with(known.key)) continue;
    if (known.key.size() == key.size()) {
      found.exact = id;
    } else if ((known.roles & kIsLabel) && known.key.size() > longest && IsTelling(id)) {
      found.prefix = id;
      longest = known.key.size();
    }
  }
  return found;
}

WordId Wordings::Whole(std::string_view text) {
  if (text.size() > 4 * longest() + kPeekBytes)
    return kNoWord;  // spaced out: at most one wide blank a letter
  Key(text, &key_);
  return Find(key_).exact;
}

// No wording begins as the text does: with two ideographs, which a key keeps as they are, and where it has three, with as much
// of them as the front of a word has.
bool Wordings::BeginsNone(std::string_view text) const {
  auto han = [&](size_t i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    return lead >= 0xE4 && lead <= 0xE9;
  };
  constexpr size_t kTwo = 6, kThree = 9;  // bytes
  if (text.size() < kTwo || !han(0) || !han(3)) return false;
  const WordId first = chains_.heads[WordChains::Bucket(text)];
  if (first == kNoWord) return true;
  if (text.size() < kThree || !han(kTwo)) return false;
  const WordChains::Front front = WordChains::FrontOf(text);
  for (WordId id = first; id != kNoWord; id = chains_.next[static_cast<size_t>(id)])
    if (chains_.MayBegin(front, id)) return false;
  return true;
}

void Wordings::Describe(Cell* cell) {
  std::string_view text = cell->text;
  if (text.empty() || empty() || BeginsNone(text)) return;
  if (text.size() > kPeekBytes) {
    Key(Front(text, kPeekBytes), &key_);
    if (!key_.empty() && chains_.heads[WordChains::Bucket(key_)] == kNoWord) return;
  }
  std::string_view front = Front(text, 4 * longest() + kPeekBytes);
  Key(front, &key_);
  Wording found = Find(key_);
  if (front.size() == text.size()) cell->word = found.exact != kNoWord ? found.exact : BeforePoints(text);
  if (cell->word != kNoWord || found.prefix == kNoWord) return;
  cell->prefix_end = PrefixEnd(front, word(found.prefix).key.size());
  if (cell->prefix_end) cell->prefix = found.prefix;
}

// The choice that stands before its points: 产出指标（50分）.
WordId Wordings::BeforePoints(std::string_view text) {
  if (!text.ends_with("分）") && !text.ends_with("分)")) return kNoWord;
  size_t open = std::max(text.rfind('(') + 1, text.rfind("（") + 1);
  if (open < 2) return kNoWord;
  bool points = false;
  for (size_t i = open - 1; i < text.size(); ++i) points |= text[i] >= '0' && text[i] <= '9';
  Key(text.substr(0, open - 1), &other_);
  WordId word = points ? Find(other_).exact : kNoWord;
  return word != kNoWord && (this->word(word).roles & kIsChoice) ? word : kNoWord;
}

// Bytes of the text that the first `key_bytes` bytes of its key cover, with a colon and blanks
// behind them. 0 where the label ends inside a Latin word or a number.
uint32_t Wordings::PrefixEnd(std::string_view text, size_t key_bytes) {
  KeyWithPlaces(text, &key_, &places_);
  size_t end = places_[key_bytes - 1];
  char last = key_[key_bytes - 1], next = key_[key_bytes];
  bool latin = IsAlnum(last) && IsAlnum(next);
  bool number = latin && last <= '9' && next <= '9';
  if (number || (latin && places_[key_bytes] == places_[key_bytes - 1] + 1)) return 0;
  NextLetter(text, end);
  return static_cast<uint32_t>(SkipMarks(text, end));
}

}  // namespace tabularium
