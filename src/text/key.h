#ifndef TABULARIUM_TEXT_KEY_H_
#define TABULARIUM_TEXT_KEY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tabularium {

// Folds printed words for comparison. A key has no white space, no invisible letters and none of
// the marks : ： ; ； , ， 、 。 . · ( ) （ ） [ ] 【 】 〔 〕 《 》 " “ ” ' ‘ ’ * _ ; full-width
// forms become half-width, Latin letters lower case, radicals and compatibility ideographs the
// ideographs they stand for. Digits, %, /, -, +, <, >, = and relation signs stay (≥ as it is);
// every dash is '-', and a hyphen (U+2010) before a line's end goes. The marks' variants (「」『』〖〗・•‧ and small forms) go too.
//   "项　目　名 称：" → "项目名称"      "项目资金 (元)" → "项目资金元"
//   "Object Class" → "objectclass"      "（）" → ""
// Cost: O(letters), no allocation beyond the result.
std::string Key(std::string_view text);
void Key(std::string_view text, std::string* key);  // replaces *key; reuses its memory

// The same, with the place of every byte of the key: places[k] is the offset in `text` of the
// letter that key[k] comes from; places.back() (one more than key has bytes) is the end of the last
// letter used.
void KeyWithPlaces(std::string_view text, std::string* key, std::vector<uint32_t>* places);

// Whether the key of a text begins with these bytes of a key. Cost: O(letters of `key`), and what is dropped between them.
bool KeyBegins(std::string_view text, std::string_view key);

// Whether two texts have the same key. Cost: O(letters that they share at their front).
bool SameKey(std::string_view a, std::string_view b);

// Letters (not bytes) in which two keys differ: Damerau–Levenshtein distance, or limit + 1 where it
// is more than limit.
int KeyDistance(std::string_view a, std::string_view b, int limit);

// Letters of a UTF-8 text.
size_t CountLetters(std::string_view text);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_KEY_H_
