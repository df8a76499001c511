// What recognisers saw, as a text. Tested by page_text_test.cc.
#include "read/scan/seen.h"

#include <algorithm>

#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr float kHanGap = 0.7f;  // of the letters' height: Han letters stand apart by less, unless a blank parts them

char32_t FirstOf(const SeenLetter& letter) {
  size_t at = 0;
  return letter.text.empty() ? 0 : NextLetter(letter.text, at);
}

bool IsWide(char32_t c) { return c >= 0x2E80 && c <= 0xFFEF; }

}  // namespace

// Recognisers of Han letters put blanks anywhere between them: only the paper's own gap counts there.
bool HasBlank(const SeenLetter& left, const SeenLetter& right) {
  const int gap = right.box.x - (left.box.x + left.box.width);
  const auto height = static_cast<float>(std::max(left.box.height, right.box.height));
  const bool wide_gap = static_cast<float>(gap) > kHanGap * height;
  if (IsWide(FirstOf(left)) || IsWide(FirstOf(right))) return wide_gap;
  return right.blank_before || wide_gap;
}

std::string TextOf(const SeenText& seen) {
  std::string text;
  const SeenLetter* before = nullptr;
  for (const SeenLetter& letter : seen.letters) {
    if (before && before->line != letter.line) {
      text += '\n';
    } else if (before && HasBlank(*before, letter)) {
      text += ' ';
    }
    text += letter.text;
    before = &letter;
  }
  return text;
}

float LegibilityOf(const SeenText& seen) {
  if (seen.letters.empty()) return 0;
  float worst = 1;
  for (const SeenLetter& letter : seen.letters) worst = std::min(worst, letter.certainty);
  return worst;
}

}  // namespace tabularium
