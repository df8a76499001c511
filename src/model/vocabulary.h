#ifndef TABULARIUM_MODEL_VOCABULARY_H_
#define TABULARIUM_MODEL_VOCABULARY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tabularium {

// One folded wording known to some form: a label, a title, or a choice. Index into Vocabulary::words.
using WordId = int32_t;
inline constexpr WordId kNoWord = -1;

// What a wording may be, in any form. Bits.
enum WordRole : uint8_t { kIsLabel = 1, kIsTitle = 2, kIsChoice = 4 };

struct KnownWord {
  std::string key;    // folded by text/key.h
  std::string text;   // as drawn in the grammar, for messages
  uint8_t roles = 0;  // WordRole bits, over all forms
  std::vector<uint16_t> forms;  // indices of the forms that print it as label or title, ascending
};

// Words by their first two letters: words that share them are a chain, so that one look tells nearly every text that is
// no word. Made by ChainWords.
struct WordChains {
  static constexpr size_t kBuckets = 1024;
  std::vector<WordId> heads;     // first word of each bucket; empty: not made yet
  std::vector<WordId> next;      // the next word of the same bucket, by word
  std::vector<uint8_t> telling;  // by word: it has two letters or more, and not only digits
  struct Front {
    uint64_t bytes = 0, mask = 0;  // the first eight bytes of a key; a shorter one ends in noughts
  };
  std::vector<Front> fronts;     // by word

  // Of the first two letters of a key. REQUIRES: !key.empty().
  static size_t Bucket(std::string_view key);
  static Front FrontOf(std::string_view key);
  // False: the key doesn't begin with the word.
  bool MayBegin(const Front& key, WordId word) const {
    const Front& front = fronts[static_cast<size_t>(word)];
    return ((key.bytes ^ front.bytes) & front.mask) == 0;
  }
};

// Words by their letters as the forms draw them, which is how most labels stand on paper: what such a cell looks like, and
// which word it is, is known without folding it. Made by AddDrawn.
struct DrawnWords {
  struct Place {
    WordId word = kNoWord;
    uint16_t shapes = 0;  // Shape bits of model/grid.h
  };
  std::vector<Place> places;  // open addressing: a power of two of them, at most a quarter taken; empty: not made

  // Of a text's length and the bytes at its ends.
  static size_t HashOf(std::string_view text);
  // The place of that very text; null: no word is drawn so.
  const Place* Find(const std::vector<KnownWord>& words, std::string_view text) const {
    if (places.empty()) return nullptr;
    for (size_t i = HashOf(text);; ++i) {
      const Place& place = places[i & (places.size() - 1)];
      if (place.word == kNoWord) return nullptr;
      if (words[static_cast<size_t>(place.word)].text == text) return &place;
    }
  }
};

// All wordings of all forms, with their ids. Made by compile/; read by tabulate/, segment/ and align/. Immutable after
// that, shared by all threads. Invariant: `ids` maps words[i].key to i.
struct Vocabulary {
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  std::vector<KnownWord> words;
  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> ids;
  size_t longest = 0;  // bytes of the longest key
  WordChains chains;   // of `words`; tabulate/ makes its own where compile/ made none
  DrawnWords drawn;    // of `words`; without them every cell is folded

  WordId Find(std::string_view key) const {
    if (key.empty() || key.size() > longest) return kNoWord;
    auto found = ids.find(key);
    return found == ids.end() ? kNoWord : found->second;
  }
};

// The chains of these words. Cost: O(words).
WordChains ChainWords(const std::vector<KnownWord>& words);

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_VOCABULARY_H_
