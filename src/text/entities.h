#ifndef TABULARIUM_TEXT_ENTITIES_H_
#define TABULARIUM_TEXT_ENTITIES_H_

#include <cstddef>
#include <string_view>

namespace tabularium {

// Reads an HTML entity at s[i], which is '&': named (the ones that word processors write) or
// numeric. Gives its bytes and sets *letter; 0 where none stands there. Without its semicolon only
// nbsp, lt, gt, amp and quot count, and only before something that is no letter or digit.
// Windows-1252 numbers 128–159 are the letters meant.
//   "&ge;90%" → 4, ≥      "&#8805;" → 7, ≥      "&nbsp " → 5      "R&D" → 0
size_t ScanEntity(std::string_view s, size_t i, char32_t* letter);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_ENTITIES_H_
