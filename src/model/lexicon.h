#ifndef TABULARIUM_MODEL_LEXICON_H_
#define TABULARIUM_MODEL_LEXICON_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

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
// Misspellings are looked up as they are written. There are tens of thousands of two letters that sound like frequent words.
//
// Invariants: nodes[0] is unused; a node's children are ascending by sound and stand together, and
// so do the terms that end in it; `misspellings`, `known`, `alone`, `variants`, `allowed` and `meanings` are ascending.
//
// All of it views one image without pointers (compile/lexicon_image.h), so that a lexicon which was
// compiled with the program is only looked at, and not made anew for every file of a few kilobytes.
struct Lexicon {
  struct Node {
    uint16_t sound = 0;        // that leads here from its parent
    uint16_t children = 0;     // how many, from first_child
    uint32_t first_child = 0;  // index into nodes
    uint32_t first_term = 0;   // index into terms
    uint32_t terms = 0;        // that end here
  };
  struct Term {
    uint32_t begin = 0;   // of `letters`
    uint16_t length = 0;  // letters
    uint16_t slips = 1;   // at most so many letters may differ for a probable slip
  };
  struct Misspelling {
    uint32_t begin = 0, length = 0;  // of `letters`
    uint32_t meant = 0;              // of `letters`, as many
  };
  struct Part {
    uint32_t begin = 0, length = 0;  // of `letters`, or of `latin`
  };
  struct Variant {
    char32_t letter = 0, other = 0;
    friend auto operator<=>(const Variant&, const Variant&) = default;
  };
  struct Meaning {
    Part word, instead;  // of `latin`: a foreign word, lower case → what to write instead
  };

  std::u32string_view letters;      // of all terms and words, one after another
  std::span<const Term> terms;      // in the order of their nodes
  std::span<const Node> nodes;
  std::span<const uint16_t> pairs;  // sounds × sounds; empty: no terms
  std::span<const uint64_t> pair_bits;  // whether a pair leads to a node or begins a misspelling: 64
                                        // of `pairs` a word, so that it stays in the cache
  std::span<const uint64_t> triple_bits;  // a bit for the first three sounds of each term, see TripleOf
  std::span<const Misspelling> misspellings;
  std::span<const uint64_t> misspelt_begins, known_begins;  // a bit for the first two letters of each of them, see BeginBits
  std::span<const Part> known;      // terms and ordinary words: what is written like this is no slip
  std::u32string_view alone;        // letters that are words by themselves
  std::span<const Variant> variants;   // both ways: letters that may stand for each other
  std::string_view latin;              // foreign words, lower case, and what to write instead
  std::span<const Part> allowed;       // foreign words that belong into prose
  std::span<const Meaning> meanings;
  uint32_t sounds = 0;         // SyllableEnd() of text/reading.h
  uint32_t longest_known = 0;  // letters
  std::shared_ptr<const std::string> image;  // shared, since copies view it too; null: it is the program's own

  template <class Word>  // a Term, Misspelling or Part
  std::u32string_view LettersOf(const Word& word) const {
    return letters.substr(word.begin, word.length);
  }
  std::string_view Latin(const Part& part) const { return latin.substr(part.begin, part.length); }
  // The bit of three sounds; `pair`: the index into pairs of the first two.
  static constexpr uint32_t kTriples = 1 << 16;
  static constexpr uint32_t TripleOf(uint32_t pair, uint32_t third) { return (pair * 0x9E3779B1u + third * 0x85EBCA6Bu) >> 16; }
  bool BeginsTerm(uint32_t pair, uint32_t third) const {
    const uint32_t bit = TripleOf(pair, third);
    return triple_bits[bit / 64] >> bit % 64 & 1;
  }
  // Of 2^log bits for the first two letters of words, the one of a word that begins with these.
  template <uint32_t log>
  struct BeginBits {
    static constexpr size_t kWords = (size_t{1} << log) / 64;
    static constexpr uint32_t Of(char32_t first, char32_t second) { return ((first << 16 | second) * 0x9E3779B1u) >> (32 - log); }
    static bool Has(std::span<const uint64_t> bits, char32_t first, char32_t second) {
      const uint32_t bit = Of(first, second);
      return !bits.empty() && bits[bit / 64] >> bit % 64 & 1;
    }
  };
  using MisspeltBegins = BeginBits<19>;  // for so many words, that hardly another pair of letters has a bit of theirs
  using KnownBegins = BeginBits<14>;
  bool MisspeltBegin(char32_t first, char32_t second) const { return MisspeltBegins::Has(misspelt_begins, first, second); }
  bool KnowsBegin(char32_t first, char32_t second) const { return KnownBegins::Has(known_begins, first, second); }
  bool Knows(std::u32string_view word) const {
    auto at = std::lower_bound(known.begin(), known.end(), word, [&](const Part& p, std::u32string_view w) {
      return LettersOf(p) < w;
    });
    return at != known.end() && LettersOf(*at) == word;
  }
  bool AreVariants(char32_t a, char32_t b) const {
    return std::binary_search(variants.begin(), variants.end(), Variant{a, b});
  }
  bool Allows(std::string_view lower) const {
    auto at = std::lower_bound(allowed.begin(), allowed.end(), lower,
                               [&](const Part& p, std::string_view word) { return Latin(p) < word; });
    return at != allowed.end() && Latin(*at) == lower;
  }
  bool StandsAlone(char32_t letter) const {
    return std::binary_search(alone.begin(), alone.end(), letter);
  }
  // Empty: not in the table.
  std::string_view MeaningOf(std::string_view lower) const {
    auto at = std::lower_bound(meanings.begin(), meanings.end(), lower, [&](const Meaning& m, std::string_view word) {
      return Latin(m.word) < word;
    });
    return at != meanings.end() && Latin(at->word) == lower ? Latin(at->instead) : std::string_view();
  }
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_LEXICON_H_
