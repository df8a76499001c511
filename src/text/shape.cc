// A byte scan finds marks, full stops and markup. Most cells are Chinese words and end there, since
// their first letter begins no value. The others are folded into an array of at most 64 letters
// (half-width, lower case, no spaces but those between digits, no brackets), and every shape is a
// small reader over that array. Tested by shape_test.cc.
#include "text/shape.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <iterator>
#include <span>

#include "model/grid.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tabularium {
namespace {

constexpr size_t kMostLetters = 64;  // what a value has; longer cells are prose
constexpr size_t kProseBytes =
    180;                           // 60 Han letters: the longest project names filed have about 50
constexpr size_t kStopBytes = 24;  // with a full stop, a cell so long is prose
constexpr size_t kScannedBytes = 600;  // marks and markup are looked for in so much of a long cell

constexpr size_t kHanLetters = 0xA000 - 0x4E00;

// Letters U+4E00–9FFF that a number, relation, frequency or absence begins with. 2.6 KB, so that it
// stays in cache.
constexpr std::array<uint64_t, kHanLetters / 64> kOpeners = [] {
  std::array<uint64_t, kHanLetters / 64> bits{};
  auto add = [&](char32_t c) {
    if (c >= 0x4E00 && c < 0xA000) bits[(c - 0x4E00) / 64] |= uint64_t{1} << (c - 0x4E00) % 64;
  };
  auto add_first = [&](std::string_view word) {
    size_t i = 0;
    add(NextLetter(word, i));
  };
  for (const Numeral& numeral : kNumerals) add(numeral.letter);
  for (const RelationWord& word : kRelationWords) add_first(word.word);
  for (std::string_view word : kNotApplicableWords) add_first(word);
  for (std::string_view word : kTimelessWords) add_first(word);
  for (char32_t c : {U'每', U'按', U'人'}) add(c);
  return bits;
}();

constexpr bool IsOpener(char32_t c) {
  return c >= 0x4E00 && c < 0xA000 && (kOpeners[(c - 0x4E00) / 64] >> (c - 0x4E00) % 64 & 1);
}

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

template <size_t N>
constexpr WordTable<N> Folded(const std::string_view (&words)[N]) {
  WordTable<N> table;
  for (size_t n = 0; n < N; ++n) table.Set(n, words[n]);
  return table;
}

template <size_t N>
constexpr WordTable<N> Folded(const RelationWord (&words)[N]) {
  WordTable<N> table;
  for (size_t n = 0; n < N; ++n) table.Set(n, words[n].word);
  return table;
}

constexpr std::string_view kCurrencyNames[] = {"人民币", "rmb", "cny", "us$", "usd", "eur",
                                               "gbp",    "¥",   "$",   "€",   "£"};
constexpr std::string_view kMoneyNames[] = {"美元", "欧元", "港元", "日元", "英镑", "元",
                                            "圆",   "rmb",  "usd",  "cny",  "eur"};

constexpr auto kCurrencies = Folded(kCurrencyNames);
constexpr auto kMoneyEnds = Folded(kMoneyNames);
constexpr auto kSigns = Folded(kRelationMarks);
constexpr auto kRelations = Folded(kRelationWords);
constexpr auto kEnds = Folded(kRelationEnds);
constexpr auto kUnits = Folded(kMeasures);
constexpr auto kAbsences = Folded(kNotApplicableWords);
constexpr auto kTimeless = Folded(kTimelessWords);
constexpr auto kMonthNames = Folded(kMonths);
constexpr size_t kSureRelation =
    3;  // letters: a relation word so long needs no number behind it: 不低于上年

struct Letters {
  std::array<char32_t, kMostLetters> letters;
  size_t size = 0;
  bool digits = false;
  bool whole = true;  // the cell has no more letters than these
  std::span<const char32_t> all() const { return {letters.data(), size}; }
};

// The cell's letters from byte i on.
Letters FoldCell(std::string_view text, size_t i) {
  Letters out;
  bool space = false;
  while (i < text.size()) {
    char32_t c = NextLetter(text, i);
    if (c < 0x4E00 || c > 0x9FFF) {
      if (IsSpace(c) || IsInvisible(c)) {
        space = true;
        continue;
      }
      c = Plain(c);
      if (IsBracket(c)) continue;
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

// What a byte scan of a cell notices; bits.
enum Notice : uint8_t { kMark = 1, kStop = 2, kMarkup = 4 };

// First bytes at which the scan looks closer.
constexpr std::array<bool, 256> kNoticed = [] {
  std::array<bool, 256> noticed{};
  for (size_t lead : {0x3C, 0x26, 0x21, 0x3F, 0xE2, 0xE3, 0xEE, 0xEF})
    noticed[lead] = true;  // <&!?
  return noticed;
}();

uint8_t NoticeSign(std::string_view text, size_t i) {
  char next = i + 1 < text.size() ? text[i + 1] : ' ';
  bool letter = (next | 32) >= 'a' && (next | 32) <= 'z';
  if (text[i] == '<') return letter || next == '/' || next == '!' ? kMarkup : 0;
  if (text[i] == '&') return letter || next == '#' ? kMarkup : 0;
  return kStop;
}

// ○ behind a numeral is a nought (二○二三).
bool IsNought(std::string_view text, size_t i) {
  if (i < 3) return false;
  size_t before = i - 3;
  return NumeralOf(NextLetter(text, before)) != nullptr;
}

uint8_t NoticeAll(std::string_view text) {
  uint8_t notice = 0;
  size_t end = std::min(text.size(), kScannedBytes);
  for (size_t i = 0; i < end;) {
    unsigned char lead = static_cast<unsigned char>(text[i]);
    if (!kNoticed[lead]) {
      i += lead >= 0xE0 ? 3 : 1;
      continue;
    }
    size_t begin = i;
    char32_t c = NextLetter(text, i);
    if (c < 0x80) {
      notice = static_cast<uint8_t>(notice | NoticeSign(text, begin));
    } else if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F) {
      notice |= kStop;
    } else if (IsTickMark(c) && !(c == 0x25CB && IsNought(text, begin))) {
      notice |= kMark;
    }
  }
  return notice;
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
  bool AtWord() const { return IsOpener(peek()) || IsLatin(peek()); }

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

bool TakeYear(Taker& in) {
  int value = 0;
  Taker digits = in;
  if (digits.TakeDigits(4, 4, &value) && value >= 1900 && value <= 2099) {
    in = digits;
    return true;
  }
  auto is_hole = [](char32_t c) {
    return c == 'x' || c == 0xD7 || c == '*' || IsDigit(c);
  };  // 20××年
  if (in.peek() == '2' && in.peek(1) == '0' && is_hole(in.peek(2)) && is_hole(in.peek(3)) &&
      in.peek(4) == U'年') {
    in.Skip(4);
    return true;
  }
  for (size_t k = 0; k < 4; ++k) {
    const Numeral* numeral = NumeralOf(in.peek(k));
    if (!numeral || numeral->digit < 0) return false;
  }
  in.Skip(4);
  return true;
}

// 2023, 2023年, 2023年度
bool IsYear(Taker in) {
  bool digits = IsDigit(in.peek());
  if (!TakeYear(in)) return false;
  if (in.done()) return digits;
  in.TakeAny(U"年");
  in.TakeAny(U"度");
  return in.done();
}

// 20230131 and 202301
bool TakeCompactDate(Taker& in) {
  size_t n = 0;
  while (IsDigit(in.peek(n))) ++n;
  if (n != 6 && n != 8) return false;
  int month = static_cast<int>((in.peek(4) - '0') * 10 + in.peek(5) - '0');
  int day = n == 8 ? static_cast<int>((in.peek(6) - '0') * 10 + in.peek(7) - '0') : 1;
  int year = static_cast<int>((in.peek(0) - '0') * 10 + in.peek(1) - '0');
  if (year < 19 || year > 20 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  in.Skip(n);
  return true;
}

// 2023-1-31, 2023.1, 2023年1月31日, with or without a time behind it; 2023年 where `in` goes on as
// a range.
bool TakeYearDate(Taker& in) {
  if (!TakeYear(in)) return false;
  Taker month = in;
  if (!month.TakeAny(U"-/.年") || !month.TakeSmall(12)) return in.TakeAny(U"年") || true;
  in = month;
  Taker day = in;
  if (!day.TakeAny(U"-/.月")) return true;
  if (!day.TakeSmall(31)) {
    in.TakeAny(U"月");
    return true;
  }
  in = day;
  in.TakeAny(U"日号月");
  if (in.peek() == ' ' || in.peek() == ':') {
    while (IsDigit(in.peek()) || in.peek() == ':' || in.peek() == ' ') in.Skip(1);
  }
  return true;
}

// 1月, 12月31日
bool TakeMonthDate(Taker& in) {
  Taker month = in;
  if (!month.TakeSmall(12) || !month.TakeAny(U"月")) return false;
  Taker day = month;
  if (day.TakeSmall(31) && day.TakeAny(U"日号")) month = day;
  in = month;
  return true;
}

// 1/31/2023
bool TakeAmericanDate(Taker& in) {
  Taker date = in;
  int year = 0;
  if (!date.TakeSmall(12) || !date.TakeAny(U"/") || !date.TakeSmall(31) || !date.TakeAny(U"/"))
    return false;
  if (!date.TakeDigits(4, 4, &year)) return false;
  in = date;
  return true;
}

// january 31, 2023 (letters and digits run together after folding)
bool IsEnglishDate(Taker in) {
  while (IsDigit(in.peek())) in.Skip(1);
  if (!IsLatin(in.peek()) || !in.TakeOneOf(kMonthNames)) return false;
  while (IsLatin(in.peek()) || in.peek() == '.') in.Skip(1);
  size_t digits = 0;
  for (; !in.done(); in.Skip(1)) {
    if (IsDigit(in.peek())) {
      ++digits;
    } else if (in.peek() != ',' && in.peek() != ' ') {
      return false;
    }
  }
  return digits >= 4 && digits <= 6;
}

bool TakeDate(Taker& in) {
  return TakeCompactDate(in) || TakeYearDate(in) || TakeMonthDate(in) || TakeAmericanDate(in);
}

// A date, or a range of them; open ends too.
bool IsDate(Taker in) {
  if (Taker timeless = in; in.AtWord() && timeless.TakeOneOf(kTimeless) && timeless.done())
    return true;
  if (!TakeDate(in)) return IsEnglishDate(in);
  if (in.done()) return true;
  bool range = false;
  while (in.TakeAny(U"起-~至到")) range = true;
  if (!range) return false;
  if (in.done()) return true;
  if (!TakeDate(in) && !in.TakeSmall(31) && !in.TakeOneOf(kTimeless)) return false;
  in.TakeAny(U"止");
  in.TakeAny(U"日月年");
  return in.done();
}

void TakeScale(Taker& in) {
  while (in.TakeAny(U"十百千万萬亿億")) {
  }
}

// ¥1,234.50万元整
bool IsAmount(Taker in) {
  in.TakeAny(U"+-");
  while (!IsDigit(in.peek()) && in.TakeOneOf(kCurrencies)) {
  }
  in.TakeAny(U"+-:");
  if (!in.TakeNumber()) return false;
  TakeScale(in);
  in.TakeOneOf(kMoneyEnds);
  in.TakeAny(U"整正");
  return in.done();
}

// 叁拾捌万元整, 三十八万元
bool IsSpelledAmount(Taker in) {
  while (in.TakeOneOf(kCurrencies) || in.TakeAny(U":")) {
  }
  size_t numerals = 0, financial = 0, money = 0;
  if (Taker first = in; !first.TakeNumerals()) return false;
  for (; !in.done(); in.Skip(1)) {
    char32_t c = in.peek();
    const Numeral* numeral = NumeralOf(c);
    if (numeral) {
      ++numerals;
      financial += numeral->financial;
    } else if (c == U'元' || c == U'圆' || c == U'角' || c == U'分') {
      ++money;
    } else if (c != U'整' && c != U'正') {
      return false;
    }
  }
  return money || (financial >= 2 && numerals == financial);
}

bool IsNumber(Taker in) {
  in.TakeAny(U"+-");
  if (!in.TakeNumber()) return false;
  in.TakeAny(U"%‰");
  return in.done();
}

bool TakeCount(Taker& in) { return in.TakeNumber() || in.TakeNumerals(); }

bool BeginsWithRelation(Taker in) {
  bool book_mark = in.peek() == U'》' || in.peek() == U'《';
  if (IsDigit(in.peek())) return false;
  if (!in.AtWord()) return in.TakeOneOf(kSigns) && (!book_mark || IsDigit(in.peek()));
  bool chinese = IsOpener(in.peek());
  size_t letters = in.TakeOneOf(kRelations);
  if (letters == 0) return false;
  if (chinese && letters >= kSureRelation) return true;
  in.TakeAny(U"+-:~");
  return TakeCount(in);
}

bool IsFrequency(Taker in) {
  if (in.left() > 14) return false;
  if (in.TakeAny(U"按")) return in.TakeAny(U"年月季周日天旬");
  return in.TakeAny(U"每") && (in.TakeAny(kPeriodLetters) || in.TakeNumerals());
}

// What stands behind a counted number: a short unit, perhaps with 以上 behind it.
bool IsUnit(Taker in) {
  if (in.done()) return false;
  if (in.left() > 8) return false;
  for (char32_t c : in.rest())
    if (IsDigit(c) || c == ',' || c == ':' || c == 0x3001 || c == 0x3002 || c == ';') return false;
  return in.peek() != '.' && in.peek() != '-';
}

bool EndsAsRelation(Taker in) { return in.TakeOneOf(kEnds) && in.done(); }

// 16次, 3-5次, 95%-100%, 1:3; neither a year nor a telephone number.
bool IsCounted(Taker in) {
  in.TakeAny(U"+-±");
  Taker year = in;
  if (TakeYear(year) && (year.done() || year.peek() == U'年')) return false;
  bool telephone = in.peek() == '0' && IsDigit(in.peek(1));
  if (!in.TakeNumber()) {
    if (!in.TakeNumerals() || !in.TakeOneOf(kUnits)) return false;
    return in.done() || in.peek() == '/' || EndsAsRelation(in);
  }
  if (in.done()) return false;
  Taker range = in;
  while (range.TakeAny(U"%‰")) {
  }
  if (range.TakeAny(U"-~至到:") && TakeCount(range))
    return range.done() ? !telephone : IsUnit(range);
  return IsUnit(in);
}

bool IsNotApplicable(Taker in) {
  if (in.AtWord()) {
    if (Taker word = in; word.TakeOneOf(kAbsences) && word.done()) return true;
    return false;
  }
  return std::all_of(in.rest().begin(), in.rest().end(), [](char32_t c) {
    return kNotApplicableSigns.find(c) != kNotApplicableSigns.npos;
  });
}

bool IsCode(std::span<const char32_t> letters) {
  return letters.size() >= 2 && std::all_of(letters.begin(), letters.end(), [](char32_t c) {
           return IsDigit(c) || IsLatin(c) || c == '-' || c == '_' || c == '.' || c == '/';
         });
}

uint16_t ShortShapes(const Letters& cell) {
  Taker in(cell.all());
  uint16_t shapes = 0;
  auto add = [&](bool looks, Shape shape) {
    shapes = static_cast<uint16_t>(looks ? shapes | shape : shapes);
  };
  add(IsNotApplicable(in), kLooksNotApplicable);
  if (shapes) return shapes;
  if (cell.digits) {
    add(IsNumber(in), kLooksNumber);
    add(IsAmount(in), kLooksAmount);
    add(IsYear(in), kLooksYear);
    add(IsCode(cell.all()), kLooksCode);
  } else {
    add(IsYear(in), kLooksYear);
    add(IsSpelledAmount(in), kLooksAmount);
  }
  if (!(shapes & kLooksYear)) add(IsDate(in), kLooksDate);
  Taker month = in;
  add(shapes & kLooksDate ? TakeMonthDate(month) : IsCounted(in), kLooksTarget);
  return shapes;
}

}  // namespace

uint16_t ShapesOf(std::string_view text) {
  size_t first = 0;
  char32_t c = 0;
  for (size_t i = 0; i < text.size();) {
    first = i;
    c = NextLetter(text, i);
    if (!IsSpace(c) && !IsInvisible(c) && !IsBracket(Plain(c))) break;
    c = 0;
  }
  if (c == 0) return Trim(text).empty() ? kLooksBlank : 0;
  uint8_t notice = NoticeAll(text);
  uint16_t shapes = notice & kMark ? kLooksMarked : 0;
  auto add = [&](int shape) { shapes = static_cast<uint16_t>(shapes | shape); };
  bool prose = text.size() > kProseBytes || (notice & kMarkup) ||
               ((notice & kStop) && text.size() >= kStopBytes);
  if (prose) add(kLooksProse);
  if ((notice & kMarkup) || (c >= 0x4E00 && c <= 0x9FFF && !IsOpener(c))) return shapes;
  Letters cell = FoldCell(text, first);
  if (cell.whole) add(ShortShapes(cell));
  Taker in(cell.all());
  if (!(shapes & kLooksNotApplicable) && (BeginsWithRelation(in) || IsFrequency(in)))
    add(kLooksTarget);
  return shapes;
}

}  // namespace tabularium
