#ifndef TABULARIUM_TEXT_DIRECTION_H_
#define TABULARIUM_TEXT_DIRECTION_H_

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "text/utf8.h"

namespace tabularium {

// A letter of a script that is written from right to left: Hebrew, Arabic and their neighbours.
constexpr bool IsRightToLeft(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}
inline bool HasRightToLeft(std::string_view text) {
  for (size_t i = 0; i < text.size();)
    if (IsRightToLeft(NextLetter(text, i))) return true;
  return false;
}

// Puts the words of a line, as they stand from left to right, into the order in which they are read: a line that is mostly written
// from right to left is turned round, and in every line the words that run against it are, stretch by stretch.
// `right_to_left(word)` says it of one.
template <class Words, class RightToLeft>
void OrderAsRead(Words* words, RightToLeft right_to_left) {
  const auto against = static_cast<size_t>(std::count_if(words->begin(), words->end(), right_to_left));
  if (against == 0) return;
  const bool line_against = 2 * against > words->size();
  if (line_against) std::reverse(words->begin(), words->end());
  for (auto begin = words->begin(); begin != words->end();) {
    auto end = std::find_if(begin, words->end(), [&](const auto& word) { return right_to_left(word) == line_against; });
    std::reverse(begin, end);
    begin = end == words->end() ? end : end + 1;
  }
}

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_DIRECTION_H_
