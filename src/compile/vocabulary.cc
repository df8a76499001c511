// One vocabulary for all forms: wordings with the same key are one word. Tested by compile_test.cc.

#include "compile/vocabulary.h"

#include <algorithm>
#include <bit>

#include "text/key.h"
#include "text/shape.h"

namespace tabularium {

WordId AddWord(std::string_view text, WordRole role, int form, Vocabulary* vocabulary) {
  std::string key = Key(text);
  if (key.empty()) return kNoWord;
  const auto [found, added] =
      vocabulary->ids.try_emplace(key, static_cast<WordId>(vocabulary->words.size()));
  if (added) {
    vocabulary->longest = std::max(vocabulary->longest, key.size());
    vocabulary->words.push_back({std::move(key), std::string(text), 0, {}});
  }
  KnownWord& word = vocabulary->words[static_cast<size_t>(found->second)];
  word.roles = static_cast<uint8_t>(word.roles | role);
  const uint16_t index = static_cast<uint16_t>(form);
  if (role != kIsChoice && (word.forms.empty() || word.forms.back() != index))
    word.forms.push_back(index);
  return found->second;
}

void AddDrawn(Vocabulary* vocabulary) {
  constexpr size_t kLongest = 48;  // bytes; longer cells are looked at in parts
  constexpr size_t kRoom = 4;      // places for each word
  auto& places = vocabulary->drawn.places;
  places.assign(std::bit_ceil(vocabulary->words.size() * kRoom + 1), {});
  for (size_t n = 0; n < vocabulary->words.size(); ++n) {
    const KnownWord& word = vocabulary->words[n];
    const bool marked = word.text.find_first_of("<&'") != std::string::npos;  // what programs write around a text is taken off first
    if (marked || word.text.size() > kLongest || Key(word.text) != word.key) continue;
    size_t i = DrawnWords::HashOf(word.text);
    while (places[i & (places.size() - 1)].word != kNoWord) ++i;
    places[i & (places.size() - 1)] = {static_cast<WordId>(n), ShapesOf(word.text)};
  }
}

}  // namespace tabularium
