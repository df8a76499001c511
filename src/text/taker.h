#ifndef TABULARIUM_TEXT_TAKER_H_
#define TABULARIUM_TEXT_TAKER_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>

#include "text/utf8.h"
#include "text/words.h"

// What the shapes of text/shape.h are read with: a cell folded into a short array of letters,
// tables of words folded in the same way, and a reader that takes them off its front. Included by
// shape*.cc only.

namespace tabularium::shape {

inline constexpr size_t kMostLetters = 64;  // what a value has; longer cells are prose
inline constexpr size_t kHanLetters = 0xA000 - 0x4E00;

// Calls `add` with the first letter of every relation, absence, open end and month.
template <class Add>
constexpr void ForWordBeginnings(const Add& add) {
  auto add_all = [&](const auto& words) {
    for (const auto& word : words) {
      size_t i = 0;
      add(NextLetter(WordOf(word), i));
    }
  };
  add_all(kRelationWords), add_all(kNotApplicableWords), add_all(kTimelessWords), add_all(kMonths);
}

// Letters U+4E00–9FFF that a number, relation, frequency or absence begins with. 2.6 KB, so that it
// stays in cache.
inline constexpr std::array<uint64_t, kHanLetters / 64> kOpeners = [] {
  std::array<uint64_t, kHanLetters / 64> bits{};
  auto add = [&](char32_t c) {
    if (c >= 0x4E00 && c < 0xA000) bits[(c - 0x4E00) / 64] |= uint64_t{1} << (c - 0x4E00) % 64;
  };
  for (const Numeral& numeral : kNumerals) add(numeral.letter);
  ForWordBeginnings(add);
  for (char32_t c : {U'每', U'按', U'人'}) add(c);
  return bits;
}();

constexpr bool IsOpener(char32_t c) {
  return c >= 0x4E00 && c < 0xA000 && (kOpeners[(c - 0x4E00) / 64] >> (c - 0x4E00) % 64 & 1);
}

// Letters of other scripts that a word begins with: ü, н.
inline constexpr size_t kOtherOpenerCount = [] {
  size_t count = 0;
  ForWordBeginnings([&](char32_t c) { count += c >= 0x80 && c < 0x4E00; });
  return count;
}();
inline constexpr std::array<char32_t, kOtherOpenerCount> kOtherOpeners = [] {
  std::array<char32_t, kOtherOpenerCount> letters{};
  size_t count = 0;
  ForWordBeginnings([&](char32_t c) {
    if (c >= 0x80 && c < 0x4E00) letters[count++] = c;
  });
  return letters;
}();
constexpr bool IsOtherOpener(char32_t c) { return std::find(kOtherOpeners.begin(), kOtherOpeners.end(), c) != kOtherOpeners.end(); }

// FindNumeral and FindTickMark, with most letters answered before the search.
constexpr const Numeral* NumeralOf(char32_t c) {
  return IsOpener(c) || c == 0x3007 || c == 0x25CB ? FindNumeral(c) : nullptr;
}
constexpr bool IsTickMark(char32_t c) {
  return ((c >= 0x2000 && c < 0x3000) || (c >= 0xE000 && c < 0xF900)) && FindTickMark(c);
}

constexpr bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool IsLatin(char32_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsBracket(char32_t c) {
  return c == '(' || c == ')' || c == '[' || c == ']' || c == '"' || c == '\'' ||
         (c >= 0x3010 && c <= 0x3011) || (c >= 0x3014 && c <= 0x3015) ||
         (c >= 0x2018 && c <= 0x201D);
}

// Half-width and lower case; every dash '-', every tilde '~'.
constexpr char32_t Plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c < 0x2010 || c >= 0x4E00) return c == 0xFFE5 ? 0xA5 : c;
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  return c == 0x223C || c == 0x301C ? U'~' : c;
}

// Words as folded letters, with their first letters side by side, since most searches end there.
template <size_t N>
struct WordTable {
  static constexpr size_t kLongest = 20;
  std::array<char32_t, N> firsts{};
  std::array<std::array<char32_t, kLongest>, N> letters{};
  std::array<uint8_t, N> sizes{};
  constexpr void Set(size_t n, std::string_view word) {
    for (size_t i = 0; i < word.size();) {
      char32_t c = Plain(NextLetter(word, i));
      if (c != ' ' && !IsBracket(c)) letters[n][sizes[n]++] = c;
    }
    firsts[n] = letters[n][0];
  }
};

template <class Words>
constexpr auto FoldWords(const Words& words) {
  WordTable<std::size(Words{})> table;
  for (size_t n = 0; n < std::size(words); ++n) table.Set(n, WordOf(words[n]));
  return table;
}

inline constexpr auto kCurrencies = FoldWords(kCurrencyNames);
inline constexpr auto kMoneyEnds = FoldWords(kMoneyNames);
inline constexpr auto kSigns = FoldWords(kRelationMarks);
inline constexpr auto kRelations = FoldWords(kRelationWords);
inline constexpr auto kEnds = FoldWords(kRelationEnds);
inline constexpr auto kUnits = FoldWords(kMeasures);
inline constexpr auto kAbsences = FoldWords(kNotApplicableWords);
inline constexpr auto kTimeless = FoldWords(kTimelessWords);
inline constexpr auto kMonthNames = FoldWords(kMonths);
inline constexpr size_t kSureRelation =
    3;  // letters: a relation word so long needs no number behind it: 不低于上年

// What an ASCII letter becomes in a folded cell: ' ' for all white space, kDropped for brackets.
inline constexpr unsigned char kDropped = 0xFF;
inline constexpr std::array<unsigned char, 128> kFoldedAscii = [] {
  std::array<unsigned char, 128> folded{};
  for (char32_t c = 0; c < 128; ++c) {
    const bool blank = IsSpace(c) || IsInvisible(c);
    folded[c] = blank ? ' ' : IsBracket(Plain(c)) ? kDropped : static_cast<unsigned char>(Plain(c));
  }
  return folded;
}();

// The letters of a cell.
struct FoldedCell {
  std::array<char32_t, kMostLetters> letters;
  size_t size = 0;
  bool digits = false;
  bool whole = true;  // the cell has no more letters than these
  std::span<const char32_t> all() const { return {letters.data(), size}; }
};

// The cell's letters from byte i on.
inline FoldedCell FoldCell(std::string_view text, size_t i) {
  FoldedCell out;
  bool space = false;
  while (i < text.size()) {
    char32_t c;
    if (const auto byte = static_cast<unsigned char>(text[i]); byte < 0x80) {
      ++i;
      c = kFoldedAscii[byte];
      if (c == ' ') space |= byte != '\n';  // a line's end may stand within a number that a narrow cell cut
      if (c == ' ' || c == kDropped) continue;
    } else {
      c = NextLetter(text, i);
      if (c < 0x4E00 || c > 0x9FFF) {
        if (IsSpace(c) || IsInvisible(c)) {
          space = true;
          continue;
        }
        c = Plain(c);
        if (IsBracket(c)) continue;
      }
    }
    if (out.size + 2 > kMostLetters) {
      out.whole = false;
      break;
    }
    if (IsDigit(c)) {
      out.digits = true;
      if (space && out.size && IsDigit(out.letters[out.size - 1])) out.letters[out.size++] = ' ';
    }
    space = false;
    out.letters[out.size++] = c;
  }
  return out;
}

// Takes letters off the front of a cell. Every Take says whether it took something.
class Taker {
 public:
  explicit Taker(std::span<const char32_t> letters) : rest_(letters) {}
  bool done() const { return rest_.empty(); }
  size_t left() const { return rest_.size(); }
  char32_t peek(size_t k = 0) const { return k < rest_.size() ? rest_[k] : 0; }
  std::span<const char32_t> rest() const { return rest_; }
  void Skip(size_t n) { rest_ = rest_.subspan(n); }

  bool TakeAny(std::u32string_view set) {
    if (done() || set.find(rest_[0]) == set.npos) return false;
    Skip(1);
    return true;
  }

  // A word of any table begins here: a cheap test before the tables are gone through.
  bool AtWord() const { return IsOpener(peek()) || IsLatin(peek()) || IsOtherOpener(peek()); }

  // The first word of the table that stands here; the letters it has, 0 where none.
  template <size_t N>
  size_t TakeOneOf(const WordTable<N>& words) {
    char32_t first = peek();
    for (size_t n = 0; n < N; ++n) {
      if (words.firsts[n] != first || words.sizes[n] > rest_.size()) continue;
      if (!std::equal(rest_.begin(), rest_.begin() + words.sizes[n], words.letters[n].begin()))
        continue;
      Skip(words.sizes[n]);
      return words.sizes[n];
    }
    return 0;
  }

  // Exactly between `least` and `most` digits; their value.
  bool TakeDigits(size_t least, size_t most, int* value) {
    size_t n = 0;
    *value = 0;
    while (n <= most && IsDigit(peek(n))) *value = *value * 10 + static_cast<int>(peek(n++) - '0');
    if (n < least || n > most) return false;
    Skip(n);
    return true;
  }

  // 1,234.50 and 12 345.00; a sign before it is taken by the caller.
  bool TakeNumber() {
    if (!IsDigit(peek()) && !(peek() == '.' && IsDigit(peek(1)))) return false;
    while (IsDigit(peek()) ||
           ((peek() == ',' || peek() == ' ' || peek() == 0xFF0C) && IsDigit(peek(1))))
      Skip(1);
    if (peek() == '.' && IsDigit(peek(1)))
      for (Skip(1); IsDigit(peek());) Skip(1);
    return true;
  }

  // 三十八, 十; not 万 alone, which is a unit.
  bool TakeNumerals() {
    const Numeral* first = NumeralOf(peek());
    if (!first || first->power > 1) return false;
    size_t n = 0;
    while (NumeralOf(peek(n))) ++n;
    Skip(n);
    return n > 0;
  }

  // Up to two letters of a day or month in digits or numerals.
  bool TakeSmall(int most) {
    int value = 0;
    if (IsDigit(peek())) return TakeDigits(1, 2, &value) && value >= 1 && value <= most;
    size_t n = 0;
    while (n < 3 && NumeralOf(peek(n))) ++n;
    Skip(n);
    return n > 0;
  }

 private:
  std::span<const char32_t> rest_;
};

}  // namespace tabularium::shape

#endif  // TABULARIUM_TEXT_TAKER_H_
