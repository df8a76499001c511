// One vocabulary for all forms: wordings with the same key are one word. Tested by compile_test.cc.

#include "compile/vocabulary.h"

#include <algorithm>

#include "text/key.h"

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

}  // namespace tabularium
