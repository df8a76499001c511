#ifndef TABULARIUM_TABULATE_WORDINGS_H_
#define TABULARIUM_TABULATE_WORDINGS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/grid.h"
#include "model/vocabulary.h"

namespace tabularium {

// A known wording found at the beginning of a key.
struct Wording {
  WordId exact = kNoWord;   // the whole key
  WordId prefix = kNoWord;  // the longest telling label that the key begins with
};

// Looks cells up in a vocabulary, by its chains. For one document at a time; not shared by threads.
// The vocabulary must outlive it. Cost: nothing to make where compile/ made the chains.
class Wordings {
 public:
  explicit Wordings(const Vocabulary& vocabulary);

  Wording Find(std::string_view key) const;
  // What a cell is that says just what a form draws; null: it says something else.
  const DrawnWords::Place* Drawn(std::string_view text) const { return vocabulary_.drawn.Find(vocabulary_.words, text); }
  // Sets word, prefix and prefix_end of a cell from its text.
  void Describe(Cell* cell);
  // The wording that the whole text is, or kNoWord.
  WordId Whole(std::string_view text);
  // Two letters or more, and not only digits: line numbers and column letters (10., (a)) are
  // wordings too, but a cell that begins with one says nothing.
  bool IsTelling(WordId id) const { return chains_.telling[static_cast<size_t>(id)] != 0; }
  const KnownWord& word(WordId id) const { return vocabulary_.words[static_cast<size_t>(id)]; }
  size_t longest() const { return vocabulary_.longest; }
  bool empty() const { return vocabulary_.words.empty(); }

 private:
  bool BeginsNone(std::string_view text) const;
  uint32_t PrefixEnd(std::string_view text, size_t key_bytes);
  WordId BeforePoints(std::string_view text);

  const Vocabulary& vocabulary_;
  const WordChains own_;  // where the vocabulary has none
  const WordChains& chains_;
  std::string key_, other_;
  std::vector<uint32_t> places_;
};

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_WORDINGS_H_
