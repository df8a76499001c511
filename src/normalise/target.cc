// Targets: [relation] number [- number] [unit] [suffix that is a relation]; whatever is not wholly
// of this shape is a wording and stays as written. Tested by target_test.cc.
#include "normalise/reading.h"
#include "text/key.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tabularium {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Between two numbers.
constexpr std::string_view kRangeMarks[] = {"--", "-", "~", "——", "—", "至", "到"};

constexpr size_t kLongestUnit = 8;  // letters: 万平方米/小时; what is longer is a sentence

struct Measured {
  std::string_view relation;
  std::string number, high;
  std::string_view unit;
  bool loose = false;
};

// A test before the tables of words.h.
bool MayBeginRelation(std::string_view s) {
  constexpr LetterFilter kSigns = LetterFilter::OfFirst(kRelationMarks), kWords = LetterFilter::OfFirst(kRelationWords);
  if (s.empty() || IsDigit(s[0])) return false;
  size_t i = 0;
  char32_t c = NextLetter(s, i);
  return c < 0x80 || kSigns.MayHold(c) || kWords.MayHold(c);
}

// 》 and 《 stand for ≥ and ≤ in templates typed without them; elsewhere they are quotation marks.
bool IsQuotation(std::string_view sign) { return sign == "》" || sign == "《"; }

// The usual spellings, without a table: ≥ ≤ = > < >= <=.
std::string_view DropPlainRelation(std::string_view* s) {
  size_t i = 0;
  char32_t c = NextLetter(*s, i);
  std::string_view relation;
  char after = i < s->size() ? (*s)[i] : '\0';
  if (c == U'≥') relation = "≥";
  if (c == U'≤') relation = "≤";
  if (c == '=' && after != '=' && after != '>' && after != '<') relation = "=";
  if ((c == '>' || c == '<') && (IsDigit(after) || after == '=')) {
    relation = after == '=' ? (c == '>' ? "≥" : "≤") : (c == '>' ? ">" : "<");
    i += after == '=';
  }
  if (!relation.empty()) *s = Trim(s->substr(i));
  return relation;
}

std::string_view DropRelation(std::string_view* s) {
  if (!MayBeginRelation(*s)) return {};
  if (std::string_view plain = DropPlainRelation(s); !plain.empty()) return plain;
  for (const RelationWord& sign : kRelationMarks) {
    if (!Begins(*s, sign.word)) continue;
    std::string_view rest = Trim(s->substr(sign.word.size()));
    bool equal = !rest.empty() && rest[0] == '=' &&
                 (sign.relation == ">" || sign.relation == "<" || IsQuotation(sign.word));
    if (equal) rest = Trim(rest.substr(1));  // "> =", "》="
    if (IsQuotation(sign.word) && (rest.empty() || !IsDigit(rest[0]))) return {};
    *s = rest;
    if (!equal) return sign.relation;
    return sign.relation == ">" || sign.relation == "≥" ? "≥" : "≤";
  }
  for (const RelationWord& word : kRelationWords) {
    if (!Begins(*s, word.word)) continue;
    for (std::string_view vague : kVagueRelations)  // may mean more than one: a target with them stays a wording
      if (word.word == vague) return {};
    *s = Trim(s->substr(word.word.size()));
    return word.relation;
  }
  return {};
}

std::string_view DropSuffix(std::string_view* s) {
  constexpr LetterFilter kLast = LetterFilter::OfLast(kRelationEnds);
  if (!kLast.MayHold(LastLetter(*s))) return {};
  for (const RelationWord& end : kRelationEnds) {
    if (!Ends(*s, end.word)) continue;
    *s = Trim(s->substr(0, s->size() - end.word.size()));
    return end.relation;
  }
  return {};
}

// False: no number, or a malformed one.
bool TakeNumber(std::string_view* s, std::string* number) {
  bool negative = s->size() > 1 && (*s)[0] == '-' && IsDigit((*s)[1]);
  Figure figure;
  size_t bytes = ScanFigure(s->substr(negative), &figure);
  if (bytes == 0 || bytes == kMalformed) return false;
  number->assign(negative ? "-" : "");
  number->append(figure.plain());
  *s = s->substr(bytes + negative);
  while (!s->empty() && s->front() == ' ') s->remove_prefix(1);
  return true;
}

// A unit: short, without digits, marks or numerals in it; brackets around it go. May be empty.
bool TakeUnit(std::string_view s, std::string_view* unit) {
  if (s.size() > 2 && s.front() == '(' && s.back() == ')') s = Trim(s.substr(1, s.size() - 2));
  *unit = s;
  if (s.empty()) return true;
  if (s[0] == '%' && s.size() > 1) return false;
  if (CountLetters(s) > kLongestUnit) return false;
  int open = 0;
  for (size_t i = 0; i < s.size();) {
    char32_t c = NextLetter(s, i);
    bool letter = c >= 0x80 ? c < 0x3000 || c >= 0x3040 : (c | 32) >= 'a' && (c | 32) <= 'z';
    bool mark = c == '%' || c == '/' || c == U'·' || c == U'°' || c == ' ' || c == '$';
    bool operation =
        c == U'×' || c == U'±' || c == U'≥' || c == U'≤' || c == U'—' || c == U'…' || c == U'÷';
    if (c == '(' || c == ')') {  // 台(套)
      open += c == '(' ? 1 : -1;
      if (open < 0 || open > 1) return false;
      continue;
    }
    if ((!letter && !mark) || operation) return false;
  }
  return open == 0;
}

// Letters that make a number and what follows a month, a year, a grade or a vague amount: a
// wording.
bool IsWordingUnit(const Measured& shape) {
  std::string_view unit = shape.unit;
  if (Begins(unit, "月") || Begins(unit, "余") || Begins(unit, "多") || Begins(unit, "几") ||
      Begins(unit, "号"))
    return true;
  bool year = shape.number.size() == 4 && (shape.number[0] == '1' || shape.number[0] == '2');
  if (year && Begins(unit, "年")) return true;
  return shape.relation.empty() &&
         (Begins(unit, "级") || Begins(unit, "A级") || Begins(unit, "等") || Begins(unit, "日前"));
}

bool TakeRange(std::string_view s, Measured* shape) {
  std::string_view first_unit, rest;
  size_t at = std::string_view::npos;
  for (std::string_view mark : kRangeMarks) {
    at = s.find(mark);
    if (at == std::string_view::npos) continue;
    rest = Trim(s.substr(at + mark.size()));
    break;
  }
  if (at == std::string_view::npos || !TakeUnit(Trim(s.substr(0, at)), &first_unit)) return false;
  if (!TakeNumber(&rest, &shape->high) || !TakeUnit(Trim(rest), &shape->unit)) return false;
  if (!first_unit.empty() && first_unit != shape->unit) return false;
  auto low = ParseDecimal(shape->number), high = ParseDecimal(shape->high);
  if (!low || !high) return false;
  auto order = Compare(*low, *high);
  bool years = shape->number.size() == 4 && shape->high.size() == 4 &&
               (shape->unit.empty() || Begins(shape->unit, "年"));
  return order && *order <= 0 && !years && !IsWordingUnit(*shape);
}

// 不少于三次: only behind a relation, since 一次 alone may be a wording.
bool TakeNumeral(std::string_view* s, std::string* number) {
  HanNumber numeral;
  size_t bytes = ScanNumeral(*s, &numeral);
  if (bytes == 0 || numeral.digits > 0 || numeral.scaled) return false;
  *number = Print(numeral.value);
  *s = Trim(s->substr(bytes));
  return !s->empty();
}

bool ScanShape(std::string_view s, Measured* shape) {
  while (Ends(s, "。") || Ends(s, ";") || Ends(s, "；") || Ends(s, ",")) {
    s = Trim(s.substr(0, s.size() - (s.back() == ';' || s.back() == ',' ? 1 : 3)));
    shape->loose = true;
  }
  shape->relation = DropRelation(&s);
  if (!TakeNumber(&s, &shape->number)) {
    if (shape->relation.empty() || !TakeNumeral(&s, &shape->number)) return false;
    shape->loose = true;
  }
  std::string_view suffix = DropSuffix(&s);
  if (!suffix.empty()) {
    if (!shape->relation.empty() && shape->relation != suffix) return false;
    shape->relation = suffix;
  }
  if (TakeUnit(s, &shape->unit)) return !IsWordingUnit(*shape);
  return shape->relation.empty() && TakeRange(s, shape);
}

// A target to be filled in, where it stays: it has many strings, and none is moved.
Target& MakeTarget(Understood* reading) { return reading->value.emplace<Apart<Target>>().Make(); }

Understood Wording(std::string_view text) {
  constexpr size_t kShortWording = 12;  // letters: 达到预期目标, 每季度不少于一次
  Understood reading;
  MakeTarget(&reading).text = text;
  if (CountLetters(text) <= kShortWording) reading.signs.Add(EvidenceCode::kTypeExact);
  return reading;
}

// A unit's letters before FoldWidth, which keeps their number, where width matters to people:
// 台（套）.
std::string UnitAsWritten(std::string_view unit, const Lettering& written) {
  bool folded = unit.find('(') != std::string_view::npos;
  if (!folded || CountLetters(written.text) != CountLetters(written.plain))
    return std::string(unit);
  auto before = static_cast<size_t>(unit.data() - written.plain.data());
  auto skip = [](std::string_view s, size_t at, size_t letters) {
    while (letters-- > 0) NextLetter(s, at);
    return at;
  };
  size_t begin = skip(written.text, 0, CountLetters(written.plain.substr(0, before)));
  size_t end = skip(written.text, begin, CountLetters(unit));
  return std::string(written.text.substr(begin, end - begin));
}

Understood Measure(Measured* shape, std::string unit) {
  Understood reading;
  Target& target = MakeTarget(&reading);
  if (shape->high.empty()) {
    target.relation = shape->relation;
    target.number = std::move(shape->number);
  } else {
    target.low = std::move(shape->number);
    target.high = std::move(shape->high);
  }
  target.unit = std::move(unit);
  reading.signs.Add(shape->loose ? EvidenceCode::kTypeLoose : EvidenceCode::kTypeExact);
  return reading;
}

}  // namespace

Understood ReadTarget(const Lettering& written) {
  Measured shape;
  const bool is_shape = ScanShape(written.plain, &shape);
  // Two targets would have two relations, or two units.
  const bool halves = written.torn == Tear::kHalves && (!is_shape || shape.relation.empty() || shape.unit.empty());
  if (!halves && !is_shape) return Wording(written.text);
  Understood reading = halves ? Wording(written.text) : Measure(&shape, UnitAsWritten(shape.unit, written));
  SayTorn(written.torn, &reading);
  return reading;
}

Understood JoinTarget(std::string_view relation, const Lettering& number, std::string_view unit) {
  std::string_view rest = relation;
  std::string_view known = DropRelation(&rest);
  bool says_relation = !known.empty() && rest.empty();
  Measured shape;
  bool unit_fits = unit.empty() || TakeUnit(unit, &shape.unit);
  std::string_view own_unit = shape.unit;
  if (number.plain.empty() || !unit_fits || (!relation.empty() && !says_relation))
    return Wording(number.text);
  Measured whole;
  if (!ScanShape(number.plain, &whole)) return Wording(number.text);
  if (says_relation && !whole.relation.empty() && whole.relation != known)
    return Wording(number.text);
  if (says_relation && whole.high.empty()) whole.relation = known;
  if (!own_unit.empty()) {
    if (!whole.unit.empty() && whole.unit != own_unit) return Wording(number.text);
    whole.unit = own_unit;
  }
  return Measure(&whole, std::string(whole.unit));
}

bool LooksForeign(const Lettering& written) {
  constexpr size_t kLongest = 40;  // bytes of an amount, a date or a target
  std::string_view s = written.plain;
  if (s.empty() || s.size() > kLongest) return false;
  unsigned char c = static_cast<unsigned char>(s[0]);
  bool digit = IsDigit(s[0]) || (s[0] == '-' && s.size() > 1 && IsDigit(s[1]));
  if (!digit && c != '<' && c != '>' && c != '=' && c != 0xE2 && c != 0xC2) return false;
  Measured shape;
  if (ScanShape(s, &shape)) {
    if (!shape.relation.empty() || shape.unit == "%") return true;
    bool amount = s.find(',') != std::string_view::npos ||
                  (shape.number.size() > 3 && shape.number[shape.number.size() - 3] == '.');
    if (amount && (shape.unit.empty() || Ends(shape.unit, "元"))) return true;
  }
  if (!digit && c != 0xC2) return false;
  Understood date = ReadDate(written);
  bool digits_only = s.find_first_not_of("0123456789") == std::string_view::npos;  // a code
  if (const Date* d = std::get_if<Date>(&date.value)) return d->day != 0 && !digits_only;
  return c == 0xC2 && !std::holds_alternative<Nothing>(ReadMoney(written, {}).value);
}

}  // namespace tabularium
