// Width by two generated tables of ranges; ASCII and Han letters are answered before them. Tested
// by width_test.cc.
#include "text/width.h"

#include <algorithm>
#include <iterator>

#include "text/utf8.h"

namespace tabularium {
namespace {

struct LetterRange {
  char32_t first, last;
};

#include "text/width_table.inc"

template <size_t N>
bool Contains(const LetterRange (&ranges)[N], char32_t letter) {
  auto above =
      std::upper_bound(std::begin(ranges), std::end(ranges), letter,
                       [](char32_t c, const LetterRange& range) { return c < range.first; });
  return above != std::begin(ranges) && letter <= std::prev(above)->last;
}

}  // namespace

int DisplayWidth(char32_t letter) {
  if (letter >= 0x20 && letter < 0x7F) return 1;
  if (letter >= 0x4E00 && letter <= 0x9FFF) return 2;
  if (Contains(kNoColumns, letter)) return 0;
  return Contains(kTwoColumns, letter) ? 2 : 1;
}

int DisplayWidth(std::string_view text) {
  int width = 0;
  for (size_t i = 0; i < text.size();) width += DisplayWidth(NextLetter(text, i));
  return width;
}

}  // namespace tabularium
