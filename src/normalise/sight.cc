// Recognisers vote, each only on letters that it knows. Tested by sight_test.cc.
#include "normalise/sight.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <variant>

#include "model/places.h"
#include "text/utf8.h"
#include "text/width.h"

namespace tabularium {
namespace {

// By the recogniser's own account of its worst letter; measured in src/read/scan/README.md.
constexpr float kFair = 0.98f, kPoor = 0.92f;
constexpr float kFairProse = 0.984f, kPoorProse = 0.97f;  // of the letters' mean
constexpr float kPoorSomewhere = 0.7f;  // of the worst letter of prose, where no mean is known
constexpr std::string_view kForeign = "〓";  // stands for a letter outside a recogniser's alphabet

// Blanks and the width of marks are what recognisers know least.
bool SameLetters(std::string_view a, std::string_view b) {
  std::string plain[2];
  FoldWidth(a, &plain[0]);
  FoldWidth(b, &plain[1]);
  for (std::string& text : plain) std::erase(text, ' ');
  return plain[0] == plain[1];
}

// A text without what recognisers make of specks: rings, accents, a quotation mark without its partner, a full stop behind it.
std::string WithoutSpecks(std::string_view text) {
  for (std::string_view stop : {"。", "．", "."})
    if (text.ends_with(stop)) text.remove_suffix(stop.size());
  constexpr std::u32string_view kSpecks = U"°˚º`´'‘’^", kQuotes = U"\"“”";
  std::string plain;
  int quotes = 0;
  for (size_t i = 0; i < text.size();) quotes += kQuotes.find(NextLetter(text, i)) != kQuotes.npos;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextLetter(text, i);
    if (kSpecks.find(c) == kSpecks.npos && (quotes != 1 || kQuotes.find(c) == kQuotes.npos)) AppendLetter(c, &plain);
  }
  return plain;
}

bool Same(const Decimal& a, const Decimal& b) { return Compare(a, b) == std::strong_ordering::equal; }
bool Same(Nothing a, Nothing b) { return a == b; }
bool Same(const Text& a, const Text& b) { return SameLetters(WithoutSpecks(a.text), WithoutSpecks(b.text)); }
bool Same(const Number& a, const Number& b) { return Same(a.number, b.number); }
bool Same(const Percent& a, const Percent& b) { return Same(a.percent, b.percent); }
bool Same(const Year& a, const Year& b) { return a.year == b.year; }
bool Same(const Date& a, const Date& b) { return a.year == b.year && a.month == b.month && a.day == b.day; }
bool Same(const Money& a, const Money& b) { return Same(a.amount, b.amount) && a.currency == b.currency; }
bool Same(const Ticks& a, const Ticks& b) { return a.texts == b.texts; }
bool Same(const Apart<Target>& a, const Apart<Target>& b) {
  return a->relation == b->relation && a->number == b->number && a->low == b->low && a->high == b->high &&
         SameLetters(a->unit, b->unit) && SameLetters(a->text, b->text);
}

bool Same(const Value& a, const Value& b) {
  if (a.index() != b.index()) return false;
  return std::visit(
      [&](const auto& value) { return Same(value, std::get<std::decay_t<decltype(value)>>(b)); }, a);
}

// The digits of a text, with decimal points and relations: what every recogniser of figures must see alike.
std::string FiguresOf(std::string_view text) {
  constexpr std::u32string_view kRelations = U"≥≤<>=±≈";
  std::string plain, figures;
  FoldWidth(text, &plain);
  for (size_t i = 0; i < plain.size();) {
    size_t begin = i;
    char32_t c = NextLetter(plain, i);
    bool digit = c >= '0' && c <= '9';
    auto digit_at = [&](size_t at) { return at < plain.size() && plain[at] >= '0' && plain[at] <= '9'; };
    bool point = c == '.' && begin > 0 && digit_at(begin - 1) && digit_at(i);
    if (digit || point || kRelations.find(c) != std::u32string_view::npos) AppendLetter(c, &figures);
  }
  return figures;
}

std::vector<std::string_view> RunsOfDigits(std::string_view text) {
  std::vector<std::string_view> runs;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') continue;
    const size_t begin = i;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
    runs.push_back(text.substr(begin, i - begin));
  }
  return runs;
}

// Letters that only readers of Han letters know.
constexpr std::string_view kDegrees = "℃";

bool HoldsHan(std::string_view text) {
  for (size_t i = 0; i < text.size();)
    if (IsHan(NextLetter(text, i))) return true;
  return false;
}

bool IsRead(const SeenValue& seen) { return !std::holds_alternative<Nothing>(seen.reading.value); }

// It cannot say anything of a text with letters that it does not know.
bool KnowsAll(const SeenValue& by, std::string_view text) {
  if (by.seen->text.find(kForeign) != std::string::npos) return false;
  return by.seen->by != Recogniser::kLatin || !HoldsHan(text);
}

bool Agree(const SeenValue& a, const SeenValue& b) {
  if (IsRead(a) && IsRead(b) && Same(a.reading.value, b.reading.value)) return true;
  if (KnowsAll(a, b.seen->text) && KnowsAll(b, a.seen->text)) return false;
  std::string figures = FiguresOf(a.seen->text);
  return !figures.empty() && figures == FiguresOf(b.seen->text);
}

// A bracket without its partner, or a bar: more often an edge of the cell than what the applicant wrote.
bool HoldsStray(std::string_view text) {
  constexpr std::u32string_view kOpen = U"([{（【《〈“", kClose = U")]}）】》〉”", kBars = U"|¦";
  std::u32string open;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextLetter(text, i);
    if (kBars.find(c) != kBars.npos) return true;
    if (kOpen.find(c) != kOpen.npos) open += c;
    const size_t closes = kClose.find(c);
    if (closes == kClose.npos) continue;
    if (open.empty()) return true;
    open.pop_back();
  }
  return !open.empty();
}

// 3.400: a point where a comma may have stood.
bool MayBeGrouped(std::string_view number) {
  constexpr size_t kGroup = 3;
  const size_t point = number.find('.');
  return point != number.npos && point > 0 && point <= kGroup && number[0] != '0' && number.size() - point - 1 == kGroup;
}

// Possible, but more often misread: a rate above 100 %, thousands apart by a point, thousandths of a currency, stray signs.
bool IsOdd(const Value& value) {
  if (const auto* text = std::get_if<Text>(&value)) return HoldsStray(text->text) || WithoutSpecks(text->text) != text->text;
  constexpr int kThousandth = -3;  // of a currency: a comma taken for a point
  if (const auto* money = std::get_if<Money>(&value)) return money->amount.exponent == kThousandth;
  const auto* held = std::get_if<Apart<Target>>(&value);
  if (!held) return false;
  const Apart<Target>& target = *held;
  if (MayBeGrouped(target->number) || HoldsStray(target->text) || HoldsStray(target->unit)) return true;
  const std::string& figures = target->number.empty() ? target->high : target->number;
  if (!target->relation.empty() && figures.starts_with('-')) return true;  // >-384 for >=384
  if (target->unit != "%" || figures.empty()) return false;
  auto number = ParseDecimal(figures);
  return number && Compare(*number, Decimal{100, 0}) == std::strong_ordering::greater;
}

// True if both recognisers of Han letters read the same value, with Han letters in it.
bool HanReadersAgree(std::span<const SeenValue> candidates) {
  const SeenValue* of[2] = {nullptr, nullptr};
  for (const SeenValue& c : candidates)
    if (c.seen->by == Recogniser::kChinese || c.seen->by == Recogniser::kHan) of[c.seen->by == Recogniser::kHan] = &c;
  return of[0] && of[1] && IsRead(*of[0]) && (HoldsHan(of[0]->seen->text) || of[0]->seen->text.ends_with(kDegrees)) && Same(of[0]->reading.value, of[1]->reading.value);
}

// True of a reading that makes no sense as a value of its kind, where another does: "=]00%" beside "=100%".
bool IsVaguer(const SeenValue& vague, const SeenValue& clear) {
  if (IsOdd(vague.reading.value) && !IsOdd(clear.reading.value)) return true;
  const auto *one = std::get_if<Apart<Target>>(&vague.reading.value), *other = std::get_if<Apart<Target>>(&clear.reading.value);
  auto has_figures = [](const Apart<Target>& target) { return !target->number.empty() || !target->low.empty(); };
  return one && other && has_figures(*other) && !has_figures(*one) && !RunsOfDigits(vague.seen->text).empty();
}

bool IsSmall(const SeenValue& seen) { return seen.seen->by == Recogniser::kSmallOne || seen.seen->by == Recogniser::kSmallTwo; }

// True if a small reader and both readers of Han letters, which agree, see what it sees.
bool IsSeenByAllKinds(std::span<const SeenValue> candidates, const SeenValue& c, bool han_known) {
  auto sees = [&](const SeenValue& by) { return IsRead(by) && IsRead(c) && Same(by.reading.value, c.reading.value); };
  auto is = [&](Recogniser by) { return std::any_of(candidates.begin(), candidates.end(), [&](const SeenValue& s) { return s.seen->by == by && sees(s); }); };
  return han_known && is(Recogniser::kHan) && (is(Recogniser::kSmallOne) || is(Recogniser::kSmallTwo));
}

// The same figures; a small reader's % is none of them where others see ℃, which it does not know.
bool SameFigures(const SeenValue& small, const SeenValue& known) {
  auto percent = [](const SeenValue& c) { return c.seen->text.find('%') != std::string::npos || c.seen->text.find("％") != std::string::npos; };
  return FiguresOf(small.seen->text) == FiguresOf(known.seen->text) &&
         (percent(small) == percent(known) || known.seen->text.ends_with(kDegrees));
}

// True of figures that a small reader saw without one sign of a relation of two, or with another for both: "<567万元" and "=567万元" of
// "<=567万元". It knows ≤ and ≥, and two signs for one of them it saw seldom.
bool DropsASign(const SeenValue& small, const SeenValue& known) {
  if (!IsSmall(small) || IsSmall(known)) return false;
  const std::string of_known = FiguresOf(known.seen->text), of_small = FiguresOf(small.seen->text);
  if (!of_known.starts_with("<=") && !of_known.starts_with(">=")) return false;
  const std::string_view figures = std::string_view(of_known).substr(2);
  if (figures.empty() || !std::string_view(of_small).ends_with(figures)) return false;
  const std::string_view sign = std::string_view(of_small).substr(0, of_small.size() - figures.size());
  return sign.empty() || sign == "=" || sign == "≈" || sign == std::string_view(of_known).substr(0, 1);
}

// How many others see the same.
size_t Votes(std::span<const SeenValue> candidates, size_t of) {
  size_t votes = 0;
  for (size_t i = 0; i < candidates.size(); ++i)
    votes += i != of && candidates[i].seen->by != candidates[of].seen->by && Agree(candidates[of], candidates[i]);
  return votes;
}

// Points are the first that recognisers lose or invent.
std::string DigitsOf(const SeenValue& seen) {
  std::string plain, digits;
  FoldWidth(seen.seen->text, &plain);
  for (const std::string_view run : RunsOfDigits(plain)) digits += run;
  return digits;
}

// How many others see the same digits, whatever signs they see beside them.
size_t DigitVotes(std::span<const SeenValue> candidates, size_t of) {
  const std::string digits = DigitsOf(candidates[of]);
  return static_cast<size_t>(std::count_if(candidates.begin(), candidates.end(), [&](const SeenValue& c) {
    return !digits.empty() && c.seen->by != candidates[of].seen->by && DigitsOf(c) == digits;
  }));
}

// True if the shapes of its letters, each the likest of thousands or seen alike by two readers, bear a reading out against another of other letters. Of figures they
// know nothing.
bool IsBorneOut(std::span<const SeenValue> candidates, const SeenValue& taken, const SeenValue& other) {
  return FiguresOf(taken.seen->text) == FiguresOf(other.seen->text) && std::any_of(candidates.begin(), candidates.end(), [&](const SeenValue& c) {
           return c.seen->by == Recogniser::kShapes && &c != &taken && Agree(taken, c);
         });
}

}  // namespace

Sight SightOf(const Document& document, const Place& place) {
  Sight sight;
  if (document.boxes.empty() || place.line == 0) return sight;
  for (const TextBox& box : BoxesAt(document, place.range)) {
    sight.scanned |= box.legibility < 1 || box.readings > 0;
    sight.legibility = std::min(sight.legibility, box.legibility);
    sight.sealed |= box.sealed, sight.unruled |= box.unruled;
    for (uint32_t i = 0; i < box.readings; ++i) sight.readings.push_back(&document.readings[box.first_reading + i]);
  }
  return sight;
}

Signs SignsOf(const Sight& sight, Type type) {
  Signs signs;
  if (!sight.scanned && sight.unruled) signs.Add(EvidenceCode::kUnruled);
  if (!sight.scanned) return signs;
  signs.Add(EvidenceCode::kScanned);
  const bool prose = type == Type::kRichText, has_mean = prose && sight.readings.size() == 1;
  const float legibility = has_mean ? sight.readings[0]->legibility : sight.legibility;
  const float poor = has_mean ? kPoorProse : prose ? kPoorSomewhere : kPoor;
  if (legibility < poor)
    signs.Add(EvidenceCode::kLettersPoor);
  else if (legibility < (has_mean ? kFairProse : kFair))
    signs.Add(EvidenceCode::kLettersFair);
  if ((prose || type == Type::kTarget) && sight.legibility <= 0) signs.Add(EvidenceCode::kCellsTorn);  // no equation speaks for it
  if (sight.sealed) signs.Add(EvidenceCode::kUnderSeal);
  return signs;
}

bool IsReadTwice(Type type) {
  switch (type) {
    case Type::kRichText:
    case Type::kChoice:
    case Type::kUnit:
      return false;
    default:
      return true;
  }
}

bool Reads(Recogniser by, Type type) {
  return type != Type::kText || (by != Recogniser::kSmallOne && by != Recogniser::kSmallTwo);
}

std::string_view SameRun(std::string_view cell, size_t begin, size_t end, std::string_view other) {
  if (RunsOfDigits(cell.substr(begin, end - begin)).size() != 1) return {};
  const size_t at = RunsOfDigits(cell.substr(0, begin)).size();
  const std::vector<std::string_view> runs = RunsOfDigits(other);
  return runs.size() == RunsOfDigits(cell).size() ? runs[at] : std::string_view();
}

std::string_view Behind(std::string_view head, std::string_view other) {
  auto next = [](std::string_view text, size_t& i) {
    while (i < text.size() && (text[i] == ' ' || text[i] == '\n')) ++i;
    const size_t begin = i;
    if (i < text.size()) NextLetter(text, i);
    return text.substr(begin, i - begin);
  };
  size_t at = 0;
  for (size_t i = 0; i < head.size();)
    if (const std::string_view letter = next(head, i); !letter.empty() && !SameLetters(letter, next(other, at)))
      return !other.empty() && other[0] >= '0' && other[0] <= '9' ? other : std::string_view();
  const size_t rest = other.find_first_not_of(" \n", at);
  return rest == other.npos ? std::string_view() : other.substr(rest);
}

std::string MarksByGroups(std::string_view text) {
  constexpr size_t kGroup = 3, kDecimals = 2;
  std::string plain;
  FoldWidth(text, &plain);
  const auto is_mark = [](char c) { return c == '.' || c == ','; };
  while (!plain.empty() && is_mark(plain.back())) plain.pop_back();
  std::vector<size_t> marks;
  size_t digits = 0;  // since the last mark
  for (size_t i = 0; i < plain.size(); ++i) {
    const char c = plain[i];
    const bool first = marks.empty();
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (is_mark(c) && (first ? digits >= 1 && digits <= kGroup : digits == kGroup)) {
      marks.push_back(i);
      digits = 0;
    } else {
      return {};
    }
  }
  if (marks.size() < 2 || digits != kDecimals) return {};
  for (const size_t at : marks) plain[at] = at == marks.back() ? '.' : ',';
  return plain;
}

SeenChoice ChooseReading(std::span<const SeenValue> candidates) {
  const bool han_known = HanReadersAgree(candidates);
  auto is_lost_on = [&](const SeenValue& c) {  // the same digits make sense elsewhere: "≥ 9 7%" beside "≥97%", "之375人" beside "≥375人"
    return !IsSeenByAllKinds(candidates, c, han_known) && std::any_of(candidates.begin(), candidates.end(), [&](const SeenValue& other) { return IsVaguer(c, other) && DigitsOf(c) == DigitsOf(other); });
  };
  auto drops_a_sign = [&](const SeenValue& c) {
    return han_known && std::any_of(candidates.begin(), candidates.end(), [&](const SeenValue& other) { return other.seen->by == Recogniser::kHan && DropsASign(c, other); });
  };
  auto rank = [&](size_t i) {
    const SeenValue& c = candidates[i];
    const bool whole = c.seen->text.find(kForeign) == std::string::npos;
    return std::tuple(IsRead(c) && whole, c.reading.signs.Has(EvidenceCode::kDomainHeld), !IsOdd(c.reading.value) && !is_lost_on(c) && !drops_a_sign(c), Votes(candidates, i), KnowsAll(c, candidates[0].seen->text), DigitVotes(candidates, i), i == 0,
                      c.seen->legibility);
  };
  SeenChoice choice;
  for (size_t i = 1; i < candidates.size(); ++i)
    if (rank(i) > rank(choice.taken)) choice.taken = i;
  const SeenValue& taken = candidates[choice.taken];
  bool opposed = false;
  size_t votes = Votes(candidates, choice.taken);
  choice.runner_up = choice.taken;
  for (size_t i = 0; i < candidates.size(); ++i) {
    const SeenValue& other = candidates[i];
    bool speaks = IsRead(other) && KnowsAll(other, taken.seen->text) && KnowsAll(taken, other.seen->text) && (votes == 0 || !IsVaguer(other, taken));
    if (i == choice.taken || !speaks || Agree(taken, other) || IsBorneOut(candidates, taken, other) || (han_known && DropsASign(other, taken))) continue;
    if (han_known && IsSmall(other) && !IsSmall(taken) && SameFigures(other, taken)) {
      votes += !FiguresOf(taken.seen->text).empty();  // what they know, they saw alike
      continue;
    }
    opposed = true;
    if (choice.runner_up == choice.taken || rank(i) > rank(choice.runner_up)) choice.runner_up = i;
  }
  constexpr size_t kMajority = 2;
  if (votes > 0) choice.signs.Add(EvidenceCode::kReadingsAgree);
  if (votes == 0 && !opposed) choice.signs.Add(EvidenceCode::kReadOnce);
  if (opposed && votes < kMajority) choice.signs.Add(EvidenceCode::kReadingsDiffer);
  choice.certain = votes >= kMajority && !opposed;
  if (choice.taken != 0 || IsOdd(taken.reading.value)) choice.signs.Add(EvidenceCode::kChosenByMeaning);
  return choice;
}

}  // namespace tabularium
