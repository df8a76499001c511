// Wordings in tables, tests on keys. Tested by furniture_test.cc.
#include "text/furniture.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "model/grid.h"
#include "model/letter_mask.h"
#include "text/key.h"
#include "text/money_units.h"
#include "text/shape.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tabularium {
namespace {

constexpr size_t kLongestYear = 40;   // bytes, with its caption and brackets
constexpr size_t kLongestLine = 120;  // bytes; a longer line is no page number or stamp

// Between the figures of a page number, beside the words.
constexpr std::string_view kPageSigns[] = {"/", "-", "~", "—", "–", "－", "·"};
constexpr size_t kLongestHint = 48;  // bytes between the brackets

// The first letters of keys, as a mask.
template <class... Words>
constexpr LetterMask BeginningsOf(const Words&... words) {
  LetterMask mask = 0;
  auto add = [&](std::string_view word) { mask |= MaskOfKey(word.substr(0, 3)); };
  (std::for_each(std::begin(words), std::end(words), add), ...);
  return mask;
}
constexpr LetterMask kFurnitureBegins = BeginningsOf(kStampBeginnings, kSignatureBeginnings, kWholeLines, kPageWords);
constexpr LetterMask kPageWordBegins = BeginningsOf(kPageWords);
constexpr LetterMask kSignatureBegins = BeginningsOf(kSignatureBeginnings), kNoteBegins = BeginningsOf(kNoteBeginnings);

// The first bytes of keys.
template <class... Words>
constexpr std::array<bool, 256> LeadsOf(const Words&... words) {
  std::array<bool, 256> leads{};
  auto add = [&](std::string_view word) { leads[static_cast<unsigned char>(word[0])] = true; };
  (std::for_each(std::begin(words), std::end(words), add), ...);
  return leads;
}
constexpr auto kLineLeads = LeadsOf(kStampBeginnings, kSignatureBeginnings, kWholeLines);

// False where the key of a text surely begins with none of some words, as of nearly every text that begins with a Han letter:
// that one is its own key.
bool MayBegin(std::string_view text, LetterMask beginnings) {
  if (text.size() < 3 || text[0] < '\xE4' || text[0] > '\xE9') return true;
  const LetterMask letter = MaskOfLetter(text, 0);
  return letter == 0 || (letter & beginnings) != 0;
}

// The last byte tells nearly always.
bool Begins(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() && text[beginning.size() - 1] == beginning.back() && text.starts_with(beginning);
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Bytes of a date in figures that a text begins with: 3/1/24, 2024-03-01, 01.03.2024; 0: none.
size_t DateAtFront(std::string_view text) {
  size_t at = 0, digits = 0;
  char sign = 0;
  for (int part = 0; part < 3; ++part) {
    const size_t begin = at;
    while (at < text.size() && IsDigit(text[at])) ++at;
    if (at == begin || at - begin > 4) return 0;
    digits += at - begin;
    if (part == 2) break;
    if (at == text.size() || (text[at] != '/' && text[at] != '-' && text[at] != '.') || (part == 1 && text[at] != sign)) return 0;
    sign = text[at++];
  }
  return digits >= 4 ? at : 0;
}

// 2024/03/01 14:22 in a short line: when it was printed, whatever words stand beside it.
bool HasDateAndTime(std::string_view text) {
  constexpr size_t kLongestStamp = 90, kDateDigits = 8;  // bytes; of date and time together at least
  if (text.size() > kLongestStamp) return false;
  auto digit = [&](size_t i) { return i < text.size() && IsDigit(text[i]); };
  size_t digits = 0;
  bool time = false, date = false;
  for (size_t i = 0; i < text.size(); ++i) {
    digits += digit(i);
    time |= text[i] == ':' && i > 0 && digit(i - 1) && digit(i + 1) && digit(i + 2);
    date |= digit(i) && (i == 0 || !digit(i - 1)) && DateAtFront(text.substr(i)) > 0;
  }
  return time && (date || digits >= kDateDigits + 3);
}

// What a browser prints below a page: "https://example.org/form?id=3   2/5".
bool IsAddressAndPage(std::string_view text) {
  constexpr size_t kLongestScheme = 8;  // bytes
  const size_t scheme = text.find("://"), blank = text.find(' '), last = text.rfind(' ');
  if (scheme == text.npos || scheme == 0 || scheme > kLongestScheme || blank == text.npos || blank < scheme) return false;
  if (text.find_first_not_of(' ', blank) != last + 1) return false;  // a word between
  std::string_view page = text.substr(last + 1);
  const size_t slash = page.find('/');
  return slash != page.npos && LooksLikePageNumber(page.substr(0, slash)) && LooksLikePageNumber(page.substr(slash + 1));
}

// The text with every gap as one blank.
std::string Squeezed(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  return out;
}

}  // namespace

bool LooksLikePageNumber(std::string_view text) {
  constexpr size_t kMostDigits = 3;
  return !text.empty() && text.size() <= kMostDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool BeginsSignature(std::string_view text) {
  if (text.size() > kLongestLine || !MayBegin(text, kSignatureBegins)) return false;
  const std::string key = Key(text);
  const bool colon = text.find(':') != text.npos || text.find("：") != text.npos;
  return std::any_of(std::begin(kSignatureBeginnings), std::end(kSignatureBeginnings), [&](std::string_view beginning) {
    return key == beginning || (colon && key.starts_with(beginning));
  });
}

bool LooksLikeFurniture(std::string_view text) {
  if (text.find("    ") != text.npos) return LooksLikeFurniture(Squeezed(text));
  if (text.size() > kLongestLine) return false;
  if (text.find(':') != text.npos && (HasDateAndTime(text) || IsAddressAndPage(text))) return true;
  if (!MayBegin(text, kFurnitureBegins)) return false;
  std::string key = Key(text);
  if (!key.empty() && kLineLeads[static_cast<unsigned char>(key[0])]) {
    auto begins = [&](std::string_view beginning) { return Begins(key, beginning); };
    if (std::any_of(std::begin(kStampBeginnings), std::end(kStampBeginnings), begins)) return true;
    if (std::any_of(std::begin(kSignatureBeginnings), std::end(kSignatureBeginnings), begins)) return true;
    for (std::string_view line : kWholeLines)
      if (key == line) return true;
  }
  std::string_view rest = key;
  bool digits = false, words = false;
  while (!rest.empty()) {
    if (rest[0] >= '0' && rest[0] <= '9') {
      digits = true;
      rest.remove_prefix(1);
      continue;
    }
    if (!MayBegin(rest, kPageWordBegins)) return false;
    bool found = false;
    auto take = [&](std::string_view word) {
      if (found || !Begins(rest, word)) return;
      rest.remove_prefix(word.size());
      found = words = true;
    };
    std::for_each(std::begin(kPageWords), std::end(kPageWords), take);
    std::for_each(std::begin(kPageSigns), std::end(kPageSigns), take);
    if (!found) return false;
  }
  return digits && words && !(ShapesOf(text) & kLooksDate);
}

namespace {

// 500字内, 不超过300字, 限450字以内
bool HintOfLength(std::string_view key) {
  bool digits = false;
  for (char c : key) digits |= c >= '0' && c <= '9';
  for (std::string_view end : kHintLengths)
    if (digits && key.ends_with(end)) return true;
  return false;
}

size_t SkipBlanks(std::string_view text, size_t at, bool* colon) {
  while (at < text.size()) {
    size_t next = at;
    char32_t c = NextLetter(text, next);
    bool is_colon = !*colon && (c == ':' || c == 0xFF1A);
    if (!is_colon && !IsSpace(c) && !IsInvisible(c)) break;
    *colon |= is_colon;
    at = next;
  }
  return at;
}

}  // namespace

size_t HintInBrackets(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {{"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}};
  for (auto [open, close] : kBrackets) {
    if (!text.starts_with(open)) continue;
    std::string_view rest = text.substr(open.size(), kLongestHint);
    size_t end = std::string_view::npos, width = 0;
    for (auto [other, closing] : kBrackets)
      if (size_t at = rest.find(closing); at < end) end = at, width = closing.size();
    if (end == std::string_view::npos) return 0;
    const std::string key = Key(rest.substr(0, end));
    bool hint = HintOfLength(key);
    for (std::string_view known : kHints) hint |= key == known;
    bool colon = false;
    return hint ? SkipBlanks(text, open.size() + end + width, &colon) : 0;
  }
  return 0;
}

size_t YearCaptionOf(std::string_view key) {
  for (std::string_view caption : kYearCaptions)
    if (key.starts_with(caption)) return caption.size();
  return 0;
}

bool LooksLikeYearLine(std::string_view text) {
  if (text.size() > kLongestLine) return false;
  std::string key = Key(text);
  size_t caption = YearCaptionOf(key);
  std::string_view rest = std::string_view(key).substr(caption);
  size_t digits = 0;
  while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
  if (digits != 4 || (rest.substr(0, 2) != "19" && rest.substr(0, 2) != "20")) return false;
  rest.remove_prefix(digits);
  if (rest.empty()) return caption > 0;
  return std::find(std::begin(kYearEnds), std::end(kYearEnds), rest) != std::end(kYearEnds);
}

bool BeginsWithYear(std::string_view text) {
  for (size_t end = 0; end < std::min(text.size(), kLongestYear);) {
    NextLetter(text, end);
    if (LooksLikeYearLine(text.substr(0, end))) return true;
  }
  return false;
}

size_t YearAtEnd(std::string_view text) {
  const size_t first = text.size() > kLongestYear ? text.size() - kLongestYear : 0;
  size_t begin = std::string_view::npos;
  for (size_t at = text.size(); at-- > first;) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    if (LooksLikeYearLine(text.substr(at))) begin = at;
  }
  return begin;
}

bool LooksLikeNote(std::string_view text) {
  std::string key = Key(text.substr(0, std::min(text.size(), kLongestLine)));
  for (std::string_view beginning : kNoteBeginnings)
    if (key.starts_with(beginning)) return true;
  return false;
}

bool IsNoteHeading(std::string_view text) {
  constexpr size_t kLongestHeading = 24;  // bytes
  if (text.size() > kLongestHeading || !MayBegin(text, kNoteBegins)) return false;
  std::string key = Key(text);
  return std::find(std::begin(kNoteBeginnings), std::end(kNoteBeginnings), key) != std::end(kNoteBeginnings);
}

CaptionUnit UnitOfCaption(std::string_view text) {
  if (text.size() > kLongestLine) return {};
  std::string key;
  std::vector<uint32_t> places;
  KeyWithPlaces(text, &key, &places);
  for (std::string_view beginning : kCaptionBeginnings) {
    if (!key.starts_with(beginning)) continue;
    std::string_view unit = std::string_view(key).substr(beginning.size());
    if (FindMoneyUnit(unit)) return {places[beginning.size()], places.back()};
  }
  return {};
}

}  // namespace tabularium
