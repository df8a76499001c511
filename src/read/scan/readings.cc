// Who reads what, and who is believed. Tested by readings_test.cc.
#include "read/scan/readings.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kShortest = 40;  // letters: what is longer is prose

// Of what looks like each kind whose reading is right most often (see the letters' part of README.md).
constexpr Recogniser kBestOfNumber[] = {Recogniser::kLatin, Recogniser::kChinese};
constexpr Recogniser kBestOfShort[] = {Recogniser::kChinese, Recogniser::kLatin};

struct Letters {
  size_t all = 0, digits = 0, marks = 0, han = 0;
};

Letters Count(std::string_view text) {
  Letters n;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextLetter(text, i);
    if (IsSpace(c)) continue;
    ++n.all;
    if (c >= '0' && c <= '9') ++n.digits;
    if (c == '.' || c == ',' || c == '-' || c == '%' || c == '/' || c == ':') ++n.marks;
    if (IsHan(c)) ++n.han;
  }
  return n;
}

template <size_t n>
size_t FirstOf(const Recogniser (&order)[n], const std::vector<SeenText>& seen) {
  for (Recogniser by : order)
    for (size_t i = 0; i < seen.size(); ++i)
      if (seen[i].by == by && !seen[i].letters.empty()) return i;
  return 0;
}

}  // namespace

SpotKind KindOf(std::string_view text) {
  const Letters n = Count(text);
  if (n.all > kShortest) return SpotKind::kProse;
  if (n.digits > 0 && n.han == 0 && 5 * (n.digits + n.marks) >= 4 * n.all) return SpotKind::kNumber;
  if (n.digits > 0 || n.han < n.all || n.all < 3) return SpotKind::kShort;
  return SpotKind::kLabel;
}

size_t ChooseReading(SpotKind kind, const std::vector<SeenText>& seen) {
  switch (kind) {
    case SpotKind::kNumber: return FirstOf(kBestOfNumber, seen);
    case SpotKind::kShort: return FirstOf(kBestOfShort, seen);
    case SpotKind::kProse:
    case SpotKind::kLabel: break;
  }
  return 0;
}

}  // namespace tabularium
