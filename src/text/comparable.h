#ifndef TABULARIUM_TEXT_COMPARABLE_H_
#define TABULARIUM_TEXT_COMPARABLE_H_

#include <string>
#include <string_view>

namespace tabularium {

// A text as two people would call it the same: compatibility letters folded (NFKC, and radicals),
// no white space, no invisible letters, >= and 大于等于 as ≥, brackets and commas of one width.
// Unlike a Key it keeps all marks.
//   " ＞＝16 次" → "≥16次"
// Cost: O(letters).
std::string Comparable(std::string_view text);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_COMPARABLE_H_
