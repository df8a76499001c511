// A byte scan finds marks, full stops and markup. Most cells are Chinese words and end there, since
// their first letter begins no value. The others are folded into an array of at most 64 letters
// (half-width, lower case, no spaces but those between digits, no brackets), and every shape is a
// small reader over that array. Tested by shape_test.cc.
#include "text/shape.h"

#include <algorithm>
#include <array>
#include <span>

#include "model/grid.h"
#include "text/blocks.h"
#include "text/markup.h"
#include "text/shape_date.h"
#include "text/taker.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

using namespace shape;  // NOLINT: the two headers above belong to this file

constexpr size_t kProseBytes =
    180;                           // 60 Han letters: the longest project names filed have about 50
constexpr size_t kStopBytes = 24;  // with a full stop, a cell so long is prose
constexpr size_t kScannedBytes = 600;  // marks and markup are looked for in so much of a long cell
constexpr size_t kShortMarkup = 64;    // a cell so short may be a value in tags: <p>16次</p>, &ge;94%

// What a byte scan of a cell notices; bits.
enum Notice : uint8_t { kMark = 1, kStop = 2, kMarkup = 4 };

// First bytes at which the scan looks closer.
constexpr std::array<bool, 256> kNoticed = [] {
  std::array<bool, 256> noticed{};
  for (unsigned lead : {0x3Cu, 0x26u, 0x21u, 0x3Fu, 0xE2u, 0xE3u, 0xEEu, 0xEFu})
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

// The first byte from `i` on at which the scan looks closer, which begins a letter; or `end`, or more.
size_t NextNoticed(std::string_view text, size_t i, size_t end) {
  for (; i + kBlockBytes <= end; i += kBlockBytes) {
    const Block bytes = BlockAt(text, i), even = bytes & Every(0xFE);  // E2 and E3, EE and EF at once
    const Block noticed = Equal(even, 0xE2) | Equal(even, 0xEE) | Equal(bytes, '<') | Equal(bytes, '&') | Equal(bytes, '!') | Equal(bytes, '?');
    if (const size_t at = FirstOf(noticed); at < kBlockBytes) return i + at;
  }
  while (i < end) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (kNoticed[lead]) break;
    i += lead >= 0xE0 ? 3 : 1;
  }
  return i;
}

uint8_t NoticeAll(std::string_view text) {
  uint8_t notice = 0;
  size_t end = std::min(text.size(), kScannedBytes);
  for (size_t i = NextNoticed(text, 0, end); i < end; i = NextNoticed(text, i, end)) {
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

// 380,000.00, 2023, 20230101, 1.2: nothing but digits, points and commas.
bool IsPlainNumber(std::span<const char32_t> letters) {
  return std::all_of(letters.begin(), letters.end(),
                     [](char32_t c) { return IsDigit(c) || c == '.' || c == ','; });
}

uint16_t NumberShapes(std::span<const char32_t> letters) {
  Taker in(letters);
  int shapes = IsNumber(in) ? kLooksNumber | kLooksAmount : 0;
  bool commas = std::find(letters.begin(), letters.end(), U',') != letters.end();
  if (commas) return static_cast<uint16_t>(shapes);
  if (letters.size() >= 2 && IsCode(letters)) shapes |= kLooksCode;
  if (letters.size() < 4 || letters.size() > 10) return static_cast<uint16_t>(shapes);
  if (IsYear(in)) {
    shapes |= kLooksYear;
  } else if (IsDate(in)) {
    shapes |= kLooksDate;
  }
  return static_cast<uint16_t>(shapes);
}

// Signs that begin a value other than a relation.
bool IsSign(char32_t c) {
  return std::u32string_view(U"+-.¥$€£/\\*×_~〇○±").find(c) != std::u32string_view::npos;
}

uint16_t ShortShapes(const FoldedCell& cell) {
  Taker in(cell.all());
  if (IsDigit(in.peek())) {
    if (IsPlainNumber(cell.all())) return NumberShapes(cell.all());
  } else if (!in.AtWord() && !IsSign(in.peek())) {
    return 0;  // a relation, or nothing
  }
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

// What the letters of a short cell look like without their markup; prose where that says nothing.
uint16_t ShapesWithin(std::string_view text) {
  const auto plain = StripMarkup(text, kShortMarkup, 8);
  const uint16_t shapes = plain.markup && !HasMarkup(plain.text) ? ShapesOf(plain.text) : 0;
  return shapes ? shapes : static_cast<uint16_t>(kLooksProse);
}

}  // namespace

uint16_t ShapesOf(std::string_view text) {
  size_t first = 0;
  char32_t c = 0;
  for (size_t i = 0; i < text.size();) {
    first = i;
    c = NextLetter(text, i);
    if (!IsSpace(c) && !IsInvisible(c) && !IsBracket(shape::Plain(c))) break;
    c = 0;
  }
  if (c == 0) return Trim(text).empty() ? kLooksBlank : 0;
  uint8_t notice = NoticeAll(text);
  if ((notice & kMarkup) && text.size() <= kShortMarkup) return ShapesWithin(text);
  uint16_t shapes = notice & kMark ? kLooksMarked : 0;
  auto add = [&](int shape) { shapes = static_cast<uint16_t>(shapes | shape); };
  bool prose = text.size() > kProseBytes || (notice & kMarkup) ||
               ((notice & kStop) && text.size() >= kStopBytes);
  if (prose) add(kLooksProse);
  if ((notice & kMarkup) || (c >= 0x4E00 && c <= 0x9FFF && !IsOpener(c))) return shapes;
  FoldedCell cell = FoldCell(text, first);
  if (cell.whole) add(ShortShapes(cell));
  Taker in(cell.all());
  if (!(shapes & kLooksNotApplicable) && (BeginsWithRelation(in) || IsFrequency(in)))
    add(kLooksTarget);
  return shapes;
}

}  // namespace tabularium
