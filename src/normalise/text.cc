// Text is kept as it is written; these readers only say what it looks like. Tested by text_test.cc.
#include <algorithm>

#include "normalise/reading.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tabularium {
namespace {

constexpr size_t kLongestNotApplicable = 24;  // bytes, blanks and all

// "-", "——", "—-", "***": a few signs that say the same.
bool IsSigns(std::string_view s) {
  for (size_t i = 0; i < s.size();) {
    char32_t c = NextLetter(s, i);
    if (c == '_' ||
        (c != U'—' && c != ' ' && kNotApplicableSigns.find(c) == std::u32string_view::npos))
      return false;
  }
  return true;
}

// Whether signs or a word of kNotApplicableWords may begin so; a test before the tables.
bool MayBegin(std::string_view s) {
  constexpr LetterFilter kFirst = [] {
    LetterFilter filter = LetterFilter::OfFirst(kNotApplicableWords);
    for (char32_t c : kNotApplicableSigns) filter.Add(c);
    for (char32_t c : {U'—', U' ', U'('}) filter.Add(c);
    return filter;
  }();
  size_t i = 0;
  char32_t c = NextLetter(s, i);
  return kFirst.MayHold(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

}  // namespace

std::string Shortened(std::string_view text) {
  constexpr size_t kMostBytes = 60;
  size_t end = std::min(text.size(), kMostBytes);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

bool SaysNotApplicable(std::string_view plain) {
  if (plain.empty() || plain.size() > kLongestNotApplicable || !MayBegin(plain)) return false;
  if (IsSigns(plain)) return true;
  std::string lower;
  for (char c : plain)
    if (c != ' ' && c != '(' && c != ')')
      lower.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  std::string_view s = lower;
  if (s.size() > 3 && s.substr(s.size() - 3) == "。") s.remove_suffix(3);
  for (std::string_view word : kNotApplicableWords)
    if (s == word) return true;
  return false;
}

bool SaysNothing(std::string_view plain) {
  constexpr std::u32string_view kLeftBlank = U" _()年度月日";  // （ 年度）, ____年__月__日
  if (plain.size() > 4 * kLongestNotApplicable) return false;
  for (size_t i = 0; i < plain.size();)
    if (kLeftBlank.find(NextLetter(plain, i)) == std::u32string_view::npos) return false;
  return true;
}

Understood ReadText(const Lettering& written) {
  Understood reading;
  reading.value.emplace<Text>().text = written.text;
  if (LooksForeign(written)) reading.signs.Add(EvidenceCode::kLooksForeignType);
  if (written.torn == Tear::kWord) reading.signs.Add(EvidenceCode::kTypeLoose);
  if (written.torn == Tear::kMended) reading.signs.Add(EvidenceCode::kChosenByMeaning), reading.signs.Add(EvidenceCode::kLettersPoor);
  return reading;
}

Understood ReadCode(const Lettering& written) {
  bool code = false, exact = true;
  for (char c : written.plain) {
    bool alnum = (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    code |= alnum;
    exact &= alnum || c == '-' || c == '.' || c == '/' || c == '_';
  }
  if (!code) return Unread("the letters are no code");
  return exact ? Exactly(Text{std::string(written.text)})
               : Loosely(Text{std::string(written.text)});
}

}  // namespace tabularium
