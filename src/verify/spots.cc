// Both walkers look at every text, since they are fast; whether it is prose is only asked of texts
// with something odd. Tested by slips_test.cc and foreign_test.cc.
#include "verify/spots.h"

#include <algorithm>

#include "text/utf8.h"

namespace tabularium {

namespace {

// More Han letters than twice the words in Latin letters. Figures and marks don't count.
bool IsChinese(std::string_view text) {
  size_t han = 0, words = 0;
  bool inside = false;
  for (size_t i = 0; i < text.size();) {
    char32_t c = NextLetter(text, i);
    bool latin = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    han += IsHan(c);
    words += latin && !inside;
    inside = latin;
  }
  return han > 2 * words;
}

}  // namespace

void FindSpots(std::string_view text, const Lexicon& lexicon, std::vector<Spot>* spots) {
  size_t before = spots->size();
  FindSlips(text, lexicon, spots);
  size_t slips = spots->size();
  FindForeignTokens(text, lexicon, spots);
  if (spots->size() == before) return;
  if (!IsChinese(text)) return spots->resize(before);
  if (spots->size() > slips)
    std::stable_sort(spots->begin() + static_cast<std::ptrdiff_t>(before), spots->end(),
                     [](const Spot& a, const Spot& b) { return a.begin < b.begin; });
}

}  // namespace tabularium
