#ifndef TABULARIUM_VERIFY_SPOTS_H_
#define TABULARIUM_VERIFY_SPOTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/lexicon.h"

namespace tabularium {

// Something odd in the wording of a text: bytes [begin, end) of it, and what may be meant instead.
struct Spot {
  enum Kind : uint8_t { kForeignToken, kProbableSlip } kind = kForeignToken;
  uint32_t begin = 0, end = 0;
  std::string instead;  // empty: no idea
  friend bool operator==(const Spot&, const Spot&) = default;
};

// Appends the odd spots of one text, ascending. Nothing in a text that isn't Chinese prose: it has
// more Han letters than twice its words in Latin letters. Cost: O(bytes), hundreds of megabytes a
// second where nothing is odd; no allocation then.
//   "思想 and 精神"   → foreign-token "and", 和         "人均GDP" "每年5次app推送" → none
//   "助力基层自理"     → probable-slip "基层自理", 基层治理   (with that term in the lexicon)
void FindSpots(std::string_view text, const Lexicon& lexicon, std::vector<Spot>* spots);

// The two halves, for texts already known to be Chinese prose.
void FindSlips(std::string_view text, const Lexicon& lexicon, std::vector<Spot>* spots);
void FindForeignTokens(std::string_view text, const Lexicon& lexicon, std::vector<Spot>* spots);

}  // namespace tabularium

#endif  // TABULARIUM_VERIFY_SPOTS_H_
