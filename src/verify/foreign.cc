// Foreign words inside Chinese prose. Runs of Latin letters are rare there, so the text is scanned
// for ASCII letters first; a run that is no plain word (an address, a code, a name, an
// abbreviation) is left alone. Tested by foreign_test.cc; false alarms are measured by
// prose_test.cc.
#include <algorithm>

#include "text/blocks.h"
#include "text/utf8.h"
#include "verify/spots.h"

namespace tabularium {
namespace {

constexpr size_t kSentenceWords =
    3;  // so many words in lower case are no name any more: "Please contact the office"
constexpr size_t kLongestWord = 24;  // bytes; longer runs are codes

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLatin(char c) { return IsLower(c) || IsUpper(c); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Signs that hold a run together: addresses, codes, file names, versions.
bool Joins(char c) {
  return std::string_view("-_./@:&+#~%=\\*$").find(c) != std::string_view::npos;
}

// Latin letters with marks, U+00C0–U+024F: two bytes.
bool IsMarked(std::string_view text, size_t i) {
  auto lead = static_cast<unsigned char>(text[i]);
  return lead >= 0xC3 && lead <= 0xC9 && i + 1 < text.size();
}

// What stands beside a run, white space left out.
enum class Side { kEdge, kHan, kStop, kDigit, kOpen, kClose, kOther };

Side SideOf(char32_t c) {
  if (IsHan(c)) return Side::kHan;
  if (c >= '0' && c <= '9') return Side::kDigit;
  for (char32_t stop : U"，。；！？,;")
    if (c == stop && c) return Side::kStop;
  for (char32_t open : U"（(“‘《〈【[「")
    if (c == open && c) return Side::kOpen;
  for (char32_t close : U"）)”’》〉】]」%％")
    if (c == close && c) return Side::kClose;
  return Side::kOther;
}

Side Before(std::string_view text, size_t at) {
  while (at > 0) {
    size_t begin = at - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    size_t next = begin;
    char32_t c = NextLetter(text, next);
    if (!IsSpace(c)) return SideOf(c);
    at = begin;
  }
  return Side::kEdge;
}

Side After(std::string_view text, size_t at) {
  while (at < text.size()) {
    char32_t c = NextLetter(text, at);
    if (!IsSpace(c)) return SideOf(c);
  }
  return Side::kEdge;
}

// A run of words parted by single blanks: "and", "machine learning".
struct Run {
  size_t begin = 0, end = 0;
  size_t words = 0, lower_words = 0;
  bool plain = true;    // Latin letters alone, of at most kLongestWord bytes a word
  bool marked = false;  // letters with marks: pinyin
  bool named = false;   // its first word has a capital letter
};

void AddWord(std::string_view word, Run* run) {
  bool letters = std::all_of(word.begin(), word.end(), IsLatin);
  bool marks = !letters && std::any_of(word.begin(), word.end(),
                                       [](char c) { return static_cast<signed char>(c) < 0; });
  run->marked |= marks;
  run->plain &= (letters || marks) && word.size() <= kLongestWord;
  if (run->words++ == 0)
    run->named = IsUpper(word[0]) || std::any_of(word.begin(), word.end(), IsUpper);
  run->lower_words += std::all_of(word.begin(), word.end(), IsLower);
}

Run RunAt(std::string_view text, size_t begin) {
  Run run{.begin = begin, .end = begin};
  for (size_t at = begin; at < text.size();) {
    size_t end = at;
    while (end < text.size() && (IsLatin(text[end]) || IsDigit(text[end]) || Joins(text[end]) ||
                                 text[end] == '\'' || IsMarked(text, end)))
      end += IsMarked(text, end) ? 2 : 1;
    size_t last = end;  // signs at the end belong to the sentence
    while (last > at && Joins(text[last - 1])) --last;
    if (last == at) break;
    AddWord(text.substr(at, last - at), &run);
    run.end = last;
    if (last != end || end + 1 >= text.size() || text[end] != ' ' || !IsLatin(text[end + 1])) break;
    at = end + 1;
  }
  return run;
}

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (IsUpper(c)) c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool IsNumeral(std::string_view word) {
  return word.find_first_not_of("ivx") == std::string_view::npos;
}

bool IsProse(Side side) { return side == Side::kHan || side == Side::kStop || side == Side::kEdge; }

// Pinyin beside the letter it reads, 績(jì)效, is what a copied page leaves behind; a gloss in
// brackets is not.
bool IsOdd(const Run& run, std::string_view text, const Lexicon& lexicon,
           std::string_view* instead) {
  Side before = Before(text, run.begin), after = After(text, run.end);
  if (!run.plain) return false;
  if (run.marked)
    return run.words == 1 && !run.named && (before == Side::kOpen || before == Side::kHan);
  std::string_view word = text.substr(run.begin, run.end - run.begin);
  if (run.words == 1) {
    if (word.size() < 2 || (word.size() > 1 && !std::all_of(word.begin() + 1, word.end(), IsLower)))
      return false;
    std::string lower = LowerCase(word);
    if (lexicon.Allows(lower)) return false;
    *instead = lexicon.MeaningOf(lower);
    if (instead->empty() && (run.named || IsNumeral(lower))) return false;
  } else if (run.named && run.lower_words < kSentenceWords) {
    return false;
  }
  if (!instead->empty())  // a word of the table: "一站式"and"二站式", 2022 and 2023
    return before != Side::kOther && after != Side::kOther && before != Side::kOpen &&
           after != Side::kClose && (before != Side::kEdge || after != Side::kEdge);
  return IsProse(before) && IsProse(after) && (before == Side::kHan || after == Side::kHan);
}

// Where the next letter of ASCII or of two bytes stands, or the end: others neither begin a run nor end one.
size_t NextOfFew(std::string_view text, size_t i) {
  for (; i + kBlockBytes <= text.size(); i += kBlockBytes) {
    const Block block = BlockAt(text, i), ascii = Equal(block & Every(0x80), 0), two = Equal(block & Every(0xE0), 0xC0);
    if (const size_t at = FirstOf(ascii | two); at < kBlockBytes) return i + at;
  }
  while (i < text.size() && (text[i] & 0x80) != 0 && (text[i] & 0xE0) != 0xC0) i += (text[i] & 0x40) != 0 ? 3 : 1;
  return std::min(i, text.size());
}

}  // namespace

void FindForeignTokens(std::string_view text, const Lexicon& lexicon, std::vector<Spot>* spots) {
  for (size_t i = 0; i < text.size();) {
    i = NextOfFew(text, i);
    if (i == text.size()) break;
    if (IsDigit(text[i])) {  // 5km, 3D, 2023a: no word begins inside a run
      while (i < text.size() && (IsDigit(text[i]) || IsLatin(text[i]) || Joins(text[i]))) ++i;
      continue;
    }
    if (!IsLatin(text[i]) && !IsMarked(text, i)) {
      ++i;
      continue;
    }
    Run run = RunAt(text, i);
    std::string_view instead;
    if (IsOdd(run, text, lexicon, &instead))
      spots->push_back({Spot::kForeignToken, static_cast<uint32_t>(run.begin),
                        static_cast<uint32_t>(run.end), std::string(instead)});
    i = std::max(run.end, i + 1);
  }
}

}  // namespace tabularium
