// What recognisers saw, as a text. Tested by page_text_test.cc.
#include "read/scan/seen.h"

#include <algorithm>

#include "text/utf8.h"

namespace tabularium {
namespace {

// Gaps between letters, as parts of their height.
constexpr float kHanGap = 1.2f;    // Han letters stand apart by less, unless a blank parts them; their places are not well known
constexpr float kDigitGap = 0.5f;  // a number's point and its neighbours

constexpr size_t kRun = 8;          // letters in a row …
constexpr float kGarbled = 0.88f;  // … whose mean is lower were guessed: .83 in a garbled line, .92 where one letter is doubtful

char32_t FirstOf(const SeenLetter& letter) {
  size_t at = 0;
  return letter.text.empty() ? 0 : NextLetter(letter.text, at);
}

bool IsWide(char32_t c) { return c >= 0x2E80 && c <= 0xFFEF; }
bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }
bool IsPoint(char32_t c) { return c == '.' || c == ','; }

}  // namespace

// Recognisers of Han letters put blanks anywhere between them, and into numbers: only the paper's own gap counts there.
bool HasBlank(const SeenLetter& left, const SeenLetter& right) {
  const auto gap = static_cast<float>(right.box.x - (left.box.x + left.box.width));
  const auto height = static_cast<float>(std::max(left.box.height, right.box.height));
  const char32_t a = FirstOf(left), b = FirstOf(right);
  if (right.parted) return true;
  if (IsWide(a) || IsWide(b)) return gap > kHanGap * height;
  if (IsDigit(a) && IsPoint(b)) return gap > kHanGap * height;  // a point never begins a word, however far a narrow 1 keeps off
  if (IsPoint(a) && IsDigit(b)) return gap > kDigitGap * height;
  return right.blank_before || gap > kHanGap * height;
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

float MeanOf(const SeenText& seen) {
  float all = 0;
  for (const SeenLetter& letter : seen.letters) all += letter.certainty;
  return seen.letters.empty() ? 0 : all / static_cast<float>(seen.letters.size());
}

float ProseLegibilityOf(const SeenText& seen) {
  const size_t n = seen.letters.size();
  float run = 0, worst = 1;
  for (size_t i = 0; i < n; ++i) {
    run += seen.letters[i].certainty;
    if (i >= kRun) run -= seen.letters[i - kRun].certainty;
    if (i + 1 >= kRun) worst = std::min(worst, run / static_cast<float>(kRun));
  }
  const float mean = MeanOf(seen);
  return worst < kGarbled ? std::min(worst, mean) : mean;
}

float LegibilityOf(const SeenText& seen) {
  if (seen.letters.empty()) return 0;
  float worst = 1;
  for (const SeenLetter& letter : seen.letters) worst = std::min(worst, letter.certainty);
  return worst;
}

}  // namespace tabularium
