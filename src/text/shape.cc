// A cell is folded once into an array of at most 64 letters (half-width, lower case, no spaces but those between digits,
// no brackets), and every shape is a small reader over that array. Most cells are Chinese words without a digit and
// leave after the fold. Tested by shape_test.cc.
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

constexpr size_t kMostLetters = 64;    // what a value has; longer cells are prose
constexpr size_t kProseBytes = 180;    // 60 Han letters: the longest project names filed have about 50
constexpr size_t kProseLetters = 8;    // with a full stop
constexpr size_t kMarkScanBytes = 600; // tick marks are looked for in so much of a long cell

// What the letters of a cell hold; bits.
enum Content : uint8_t { kDigit = 1, kNumeral = 2, kMark = 4, kStop = 8, kMarkup = 16, kOpener = 32, kOther = 64 };

constexpr size_t kHanLetters = 0xA000 - 0x4E00;

// Letters U+4E00–9FFF that a number, relation, frequency or absence begins with. 2.6 KB, so that it stays in cache.
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
  return c == '(' || c == ')' || c == '[' || c == ']' || c == '"' || c == '\'' || (c >= 0x3010 && c <= 0x3011) ||
         (c >= 0x3014 && c <= 0x3015) || (c >= 0x2018 && c <= 0x201D);
}

// Half-width and lower case; every dash '-', every tilde '~'.
constexpr char32_t Plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c < 0x2010 || c >= 0x4E00) return c == 0xFFE5 ? 0xA5 : c;
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  return c == 0x223C || c == 0x301C ? U'~' : c;
}

struct Letters {
  std::array<char32_t, kMostLetters> letters;
  size_t size = 0;
  uint8_t content = 0;
  bool whole = true;  // the cell has no more letters than these
  std::span<const char32_t> all() const { return {letters.data(), size}; }
};

// `next` is the letter behind c, unfolded.
uint8_t ContentOf(char32_t c, char32_t next) {
  if (IsDigit(c)) return kDigit;
  if (c < 0x80) {
    if (c == '<') return (next | 32) >= 'a' && (next | 32) <= 'z' ? kMarkup : next == '/' || next == '!' ? kMarkup : kOther;
    if (c == '&') return next == '#' || ((next | 32) >= 'a' && (next | 32) <= 'z') ? kMarkup : kOther;
    return c == '!' || c == '?' ? kStop | kOther : kOther;
  }
  if (c >= 0x4E00 && c < 0xA000) return NumeralOf(c) ? kNumeral : 0;
  if (c == 0x3002) return kStop;
  if (c == 0x3007) return kNumeral;
  if (c == 0x25CB) return kMark | kNumeral;
  return IsTickMark(c) ? kMark : kOther;
}

Letters FoldCell(std::string_view text) {
  Letters out;
  bool space = false;
  for (size_t i = 0; i < text.size();) {
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
    if (space && IsDigit(c) && out.size && IsDigit(out.letters[out.size - 1])) out.letters[out.size++] = ' ';
    space = false;
    out.letters[out.size++] = c;
    out.content |= ContentOf(c, i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
  }
  if (out.size && IsOpener(out.letters[0])) out.content |= kOpener;
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

  // REQUIRES: word has no spaces; those of `word` are passed over, as in the cell.
  bool TakeWord(std::string_view word) {
    size_t k = 0;
    for (size_t i = 0; i < word.size();) {
      char32_t c = NextLetter(word, i);
      if (c == ' ' || IsBracket(Plain(c))) continue;
      if (peek(k++) != c) return false;
    }
    Skip(k);
    return true;
  }

  template <class Words>
  bool TakeOneOf(const Words& words) {
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return TakeWord(word); });
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
    while (IsDigit(peek()) || ((peek() == ',' || peek() == ' ' || peek() == 0xFF0C) && IsDigit(peek(1)))) Skip(1);
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
  auto is_hole = [](char32_t c) { return c == 'x' || c == 0xD7 || c == '*' || IsDigit(c); };  // 20××年
  if (in.peek() == '2' && in.peek(1) == '0' && is_hole(in.peek(2)) && is_hole(in.peek(3)) && in.peek(4) == U'年') {
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

// 2023-1-31, 2023.1, 2023年1月31日, with or without a time behind it; 2023年 where `in` goes on as a range.
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
  if (!date.TakeSmall(12) || !date.TakeAny(U"/") || !date.TakeSmall(31) || !date.TakeAny(U"/")) return false;
  if (!date.TakeDigits(4, 4, &year)) return false;
  in = date;
  return true;
}

// january 31, 2023 (letters and digits run together after folding)
bool IsEnglishDate(Taker in) {
  while (IsDigit(in.peek())) in.Skip(1);
  if (!in.TakeOneOf(kMonths)) return false;
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
  if (Taker timeless = in; timeless.TakeOneOf(kTimelessWords) && timeless.done()) return true;
  if (IsEnglishDate(in)) return true;
  if (!TakeDate(in)) return false;
  if (in.done()) return true;
  bool range = false;
  while (in.TakeAny(U"起-~至到")) range = true;
  if (!range) return false;
  if (in.done()) return true;
  if (!TakeDate(in) && !in.TakeSmall(31) && !in.TakeOneOf(kTimelessWords)) return false;
  in.TakeAny(U"止");
  in.TakeAny(U"日月年");
  return in.done();
}

constexpr std::string_view kCurrencies[] = {"人民币", "rmb", "cny", "us$", "usd", "eur", "gbp", "¥", "$", "€", "£"};
constexpr std::string_view kMoneyWords[] = {"美元", "欧元", "港元", "日元", "英镑", "元", "圆", "rmb", "usd", "cny", "eur"};

void TakeScale(Taker& in) {
  while (in.TakeAny(U"十百千万萬亿億")) {
  }
}

// ¥1,234.50万元整
bool IsAmount(Taker in) {
  in.TakeAny(U"+-");
  while (in.TakeOneOf(kCurrencies)) {
  }
  in.TakeAny(U"+-:");
  if (!in.TakeNumber()) return false;
  TakeScale(in);
  in.TakeOneOf(kMoneyWords);
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
  for (const RelationWord& sign : kRelationSigns) {
    if (!in.TakeWord(sign.word)) continue;
    if (book_mark) return IsDigit(in.peek());
    return true;
  }
  if (in.done()) return false;
  for (const RelationWord& word : kRelationWords) {
    if (!in.TakeWord(word.word)) continue;
    if (word.word.size() >= 9) return true;  // three letters and more are nothing else: 不低于上年
    while (in.TakeAny(U"-+:~")) {
    }
    return TakeCount(in);
  }
  return false;
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

bool EndsAsRelation(Taker in) {
  for (const RelationWord& end : kRelationEnds)
    if (Taker rest = in; rest.TakeWord(end.word)) return rest.done();
  return false;
}

// 16次, 3-5次, 95%-100%, 1:3; neither a year nor a telephone number.
bool IsCounted(Taker in) {
  in.TakeAny(U"+-±");
  Taker year = in;
  if (TakeYear(year) && (year.done() || year.peek() == U'年')) return false;
  bool telephone = in.peek() == '0' && IsDigit(in.peek(1));
  if (!in.TakeNumber()) {
    if (!in.TakeNumerals() || !in.TakeOneOf(kMeasures)) return false;
    return in.done() || in.peek() == '/' || EndsAsRelation(in);
  }
  if (in.done()) return false;
  Taker range = in;
  while (range.TakeAny(U"%‰")) {
  }
  if (range.TakeAny(U"-~至到:") && TakeCount(range)) return range.done() ? !telephone : IsUnit(range);
  return IsUnit(in);
}

bool IsNotApplicable(Taker in) {
  if (Taker word = in; word.TakeOneOf(kNotApplicableWords) && word.done()) return true;
  return std::all_of(in.rest().begin(), in.rest().end(),
                     [](char32_t c) { return kNotApplicableSigns.find(c) != kNotApplicableSigns.npos; });
}

bool IsCode(std::span<const char32_t> letters) {
  return letters.size() >= 2 && std::all_of(letters.begin(), letters.end(), [](char32_t c) {
    return IsDigit(c) || IsLatin(c) || c == '-' || c == '_' || c == '.' || c == '/';
  });
}

// A tick mark that is no zero of a year (二○二三).
bool HasMark(std::span<const char32_t> letters) {
  for (size_t k = 0; k < letters.size(); ++k) {
    if (!IsTickMark(letters[k])) continue;
    bool zero = letters[k] == U'○' && k && NumeralOf(letters[k - 1]);
    if (!zero) return true;
  }
  return false;
}

// Shapes of a cell past its first letters: prose, and perhaps ticks.
uint16_t TailShapes(std::string_view text) {
  uint16_t shapes = 0;
  size_t end = std::min(text.size(), kMarkScanBytes);
  for (size_t i = 0; i < end;) {
    unsigned char lead = static_cast<unsigned char>(text[i]);
    if (lead != 0xE2 && lead != 0xEF) {
      i += lead >= 0xE0 && lead < 0xF0 ? 3 : 1;
      continue;
    }
    char32_t c = NextLetter(text, i);
    if (c != U'○' && IsTickMark(c)) return kLooksMarked;
  }
  return shapes;
}

uint16_t ShortShapes(const Letters& cell) {
  Taker in(cell.all());
  uint16_t shapes = 0;
  auto add = [&](bool looks, Shape shape) { shapes = static_cast<uint16_t>(looks ? shapes | shape : shapes); };
  add(IsNotApplicable(in), kLooksNotApplicable);
  if (shapes) return shapes;
  if (cell.content & kDigit) {
    add(IsNumber(in), kLooksNumber);
    add(IsAmount(in), kLooksAmount);
    add(IsYear(in), kLooksYear);
    add(IsCode(cell.all()), kLooksCode);
  } else if (cell.content & kNumeral) {
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
  Letters cell = FoldCell(text);
  if (cell.size == 0) {
    bool blank = Trim(text).empty();
    return blank ? kLooksBlank : 0;
  }
  uint16_t shapes = 0;
  auto add = [&](int shape) { shapes = static_cast<uint16_t>(shapes | shape); };
  bool stops = (cell.content & kStop) && cell.size >= kProseLetters;
  if (text.size() > kProseBytes || (cell.content & kMarkup) || stops) add(kLooksProse);
  if (cell.content & kMark ? HasMark(cell.all()) : false) add(kLooksMarked);
  if (!cell.whole) add(TailShapes(text));
  if (!(cell.content & (kDigit | kNumeral | kOpener | kOther))) return shapes;
  if (cell.whole) add(ShortShapes(cell));
  if (!(cell.content & kMarkup) && !(shapes & kLooksNotApplicable)) {
    Taker in(cell.all());
    if (BeginsWithRelation(in) || IsFrequency(in)) add(kLooksTarget);
  }
  return shapes;
}

}  // namespace tabularium
