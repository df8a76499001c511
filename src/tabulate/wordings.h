#ifndef TABULARIUM_TABULATE_WORDINGS_H_
#define TABULARIUM_TABULATE_WORDINGS_H_

#include <array>
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

// The vocabulary by the first two letters of its wordings, so that nearly every cell that is no
// wording is known to be none after one look. Made anew for each document (a microsecond for some
// hundred wordings); not shared by threads. The vocabulary must outlive it.
class Wordings {
 public:
  explicit Wordings(const Vocabulary& vocabulary);

  Wording Find(std::string_view key) const;
  // Sets word, prefix and prefix_end of a cell from its text.
  void Describe(Cell* cell);
  // The wording that the whole text is, or kNoWord.
  WordId Whole(std::string_view text);
  // Two letters or more, and not only digits: line numbers and column letters (10., (a)) are
  // wordings too, but a cell that begins with one says nothing.
  bool IsTelling(WordId id) const { return telling_[static_cast<size_t>(id)]; }
  const KnownWord& word(WordId id) const { return vocabulary_.words[static_cast<size_t>(id)]; }
  size_t longest() const { return vocabulary_.longest; }
  bool empty() const { return vocabulary_.words.empty(); }

 private:
  static constexpr size_t kBuckets = 1024;
  uint32_t PrefixEnd(std::string_view text, size_t key_bytes);

  const Vocabulary& vocabulary_;
  std::array<WordId, kBuckets> heads_;  // by the first two letters
  std::vector<WordId> next_;            // of the same bucket
  std::vector<bool> telling_;
  std::string key_;
  std::vector<uint32_t> places_;
};

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_WORDINGS_H_
