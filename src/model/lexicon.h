#ifndef TABULARIUM_MODEL_LEXICON_H_
#define TABULARIUM_MODEL_LEXICON_H_

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tabularium {

// Fixed terms of a field and what else the wording checks know about a language. Made by
// compile/lexicon.h from grammar/*.lexicon; immutable, shared by all threads. An empty lexicon
// finds no slips.
//
// Terms stand in a trie over the sounds of their letters (text/reading.h), so that a text can be
// searched for whatever sounds like a term in one pass. The first two steps of the trie are one
// table of pairs:
//
//   pairs[first sound × sounds + second sound] → node of the trie, or 0
//
// Invariants: nodes[0] is unused; a node's children are ascending by sound and stand together, and
// so do the terms that end in it; `known`, `allowed` and `meanings` are ascending.
struct Lexicon {
  struct Node {
    uint16_t sound = 0;        // that leads here from its parent
    uint16_t children = 0;     // how many, from first_child
    uint32_t first_child = 0;  // index into nodes
    uint32_t first_term = 0;   // index into terms
    uint16_t terms = 0;        // that end here
  };
  struct Term {
    uint32_t begin = 0;  // of `letters`
    uint8_t length = 0;  // letters
    uint8_t slips = 1;   // at most so many letters may differ for a probable slip
    uint32_t meant = 0;  // of `letters`, as many: what is meant, if the term itself is a
                         // misspelling; else `begin`
  };

  // First and last letter of a misspelling, as one number; letters with a reading take 16 bits.
  static constexpr uint32_t Ends(char32_t first, char32_t last) { return first << 16 | last; }
  static constexpr uint32_t kAnyEnds = 0;  // of a term that is none

  std::u32string letters;   // of all terms, one after another
  std::vector<Term> terms;  // in the order of their nodes
  std::vector<uint32_t> ends;  // by term, see Ends: most terms of a node are misspellings, and nearly none is what is written
  std::vector<Node> nodes;
  std::vector<uint16_t> pairs;      // sounds × sounds; empty: no terms
  std::vector<uint64_t> pair_bits;  // whether a pair leads to a node: 64 of `pairs` a word, so that
                                    // it stays in the cache
  uint32_t sounds = 0;              // SyllableEnd() of text/reading.h
  std::vector<std::u32string>
      known;                   // terms and ordinary words: what is written like this is no slip
  uint32_t longest_known = 0;  // letters
  std::u32string alone;        // ascending: letters that are words by themselves
  std::vector<std::pair<char32_t, char32_t>>
      variants;                      // both ways: letters that may stand for each other
  std::vector<std::string> allowed;  // foreign words that belong into prose, lower case
  std::vector<std::pair<std::string, std::string>>
      meanings;  // foreign word, lower case → what to write instead

  std::u32string_view TermLetters(const Term& term) const {
    return std::u32string_view(letters).substr(term.begin, term.length);
  }
  bool Knows(std::u32string_view word) const {
    return std::binary_search(known.begin(), known.end(), word,
                              [](std::u32string_view a, std::u32string_view b) { return a < b; });
  }
  bool AreVariants(char32_t a, char32_t b) const {
    return std::binary_search(variants.begin(), variants.end(), std::pair(a, b));
  }
  bool Allows(std::string_view lower) const {
    return std::binary_search(allowed.begin(), allowed.end(), lower,
                              [](std::string_view a, std::string_view b) { return a < b; });
  }
  bool StandsAlone(char32_t letter) const {
    return std::binary_search(alone.begin(), alone.end(), letter);
  }
  // Empty: not in the table.
  std::string_view MeaningOf(std::string_view lower) const {
    auto at =
        std::lower_bound(meanings.begin(), meanings.end(), lower,
                         [](const auto& row, std::string_view word) { return row.first < word; });
    return at != meanings.end() && at->first == lower ? std::string_view(at->second)
                                                      : std::string_view();
  }
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_LEXICON_H_
