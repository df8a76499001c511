// The lines of `checks`: a name, a claim, how bad it is. A recursive descent over the claim; what may be compared with
// what is told by the types of the slots. Tested by claims_test.cc.

#include <fmt/format.h>

#include <algorithm>

#include "compile/build.h"
#include "text/key.h"

namespace tabularium {
namespace {

// What an expression yields, as far as comparing goes.
enum class Class : uint8_t { kAmount, kDate, kText, kAny };

struct Term {
  Expr expr;
  Class kind = Class::kAny;
  Place place;
};

Class ClassOf(Type type) {
  switch (type) {
    case Type::kNumber: case Type::kPercent: case Type::kMoney: case Type::kYear: return Class::kAmount;
    case Type::kDate: return Class::kDate;
    default: return Class::kText;
  }
}

// Reads one claim. A claim with a complaint is read to where it fails, and dropped.
class Claim {
 public:
  // `letter` and `value`: what {letter} in names stands for; empty: nothing.
  Claim(Build* build, Scanner* line, std::string_view letter, std::string_view value)
      : build_(build), line_(line), letter_(letter), value_(value) {}

  // False after a complaint.
  bool Read(Check* check) {
    if (!ReadScope()) return false;
    const Place begin = line_->Rest();
    Term left = Sum(0);
    while (good_ && !line_->AtEnd()) {
      Relation relation;
      if (!TakeRelation(&relation)) break;
      Term right = Sum(0);
      if (!good_) return false;
      TestRelation(relation, left, right);
      check->sides.push_back(std::move(left.expr));
      check->relations.push_back(relation);
      left = std::move(right);
    }
    if (good_ && check->relations.empty())
      Complain(Code::kBadLine, begin, "a claim compares two sides: =, <, <=, >, >= or `belongs to`");
    check->sides.push_back(std::move(left.expr));
    if (good_ && line_->Take("within")) ReadTolerance(check);
    const uint32_t end = line_->at();
    if (line_->Take("else suspicious")) {
      check->suspicious = true;
    } else if (line_->Take("else wrong")) {
      check->suspicious = false;
    }
    if (good_ && !line_->AtEnd())
      Complain(Code::kBadLine, line_->Rest(), "the claim should end here",
               "a claim may end with `within 0.01`, then `else suspicious`");
    check->table = table_;
    check->claim = Written({begin.begin, end});
    return good_;
  }

 private:
  void Complain(Code code, Place place, std::string message, std::string hint = {}) {
    if (good_) build_->Complain(code, place, std::move(message), std::move(hint));
    good_ = false;
  }

  // The claim in one line, with {n} filled in.
  std::string Written(Place place) const {
    std::string out;
    Scanner words(build_->file, place);
    const std::string_view text = build_->file.substr(0, place.end);
    while (!words.AtEnd()) {
      const uint32_t at = words.at();
      uint32_t end = at;
      while (end < text.size() && text[end] != ' ' && text[end] != '\t' && text[end] != '\n' && text[end] != '\r') ++end;
      if (!out.empty()) out += ' ';
      out += Filled(text.substr(at, end - at));
      words.JumpTo(end == at ? at + 1 : end);
    }
    return out;
  }

  std::string Filled(std::string_view name) const {
    if (letter_.empty()) return std::string(name);
    std::string out(name);
    const std::string hole = fmt::format("{{{}}}", letter_);
    for (size_t at = out.find(hole); at != std::string::npos; at = out.find(hole, at + value_.size()))
      out.replace(at, hole.size(), value_);
    return out;
  }

  Phrase Name() {
    Phrase name = line_->TakeName();
    name.text = Filled(name.text);
    return name;
  }

  // each record of funds:
  bool ReadScope() {
    if (!line_->Take("each record of")) return true;
    const Phrase name = Name();
    table_ = Table(name);
    scope_ = name.text + ".";
    if (good_ && !line_->TakeSign(":")) Complain(Code::kBadLine, line_->Rest(), "a colon is missing here");
    return good_;
  }

  int Table(const Phrase& name) {
    const auto found = build_->tables.find(name.text);
    if (found != build_->tables.end()) return found->second;
    std::vector<std::string_view> known;
    for (const struct Table& table : build_->form.tables) known.push_back(table.name);
    Complain(Code::kUnknownTable, name.place, fmt::format("no repeating row fills a table {}", name.text),
             DidYouMean(name.text, known));
    return -1;
  }

  bool TakeRelation(Relation* relation) {
    static constexpr struct { std::string_view sign; Relation relation; } kSigns[] = {
        {"<=", Relation::kLessEqual}, {">=", Relation::kGreaterEqual}, {"≤", Relation::kLessEqual},
        {"≥", Relation::kGreaterEqual}, {"=", Relation::kEqual}, {"<", Relation::kLess}, {">", Relation::kGreater}};
    if (line_->Take("belongs to")) return *relation = Relation::kBelongs, true;
    for (const auto& [sign, meaning] : kSigns)
      if (line_->TakeSign(sign)) return *relation = meaning, true;
    return false;
  }

  void TestRelation(Relation relation, const Term& left, const Term& right) {
    const Place both{left.place.begin, right.place.end};
    if (relation == Relation::kBelongs) {
      const bool slots = left.expr.op == Expr::kField && right.expr.op == Expr::kField;
      if (!slots || build_->SlotAt(left.expr.slot).choices_under != right.expr.slot)
        Complain(Code::kCheckOnText, both, "these are no choices of which one belongs under the other",
                 "say it in fields: one of 数量指标, 质量指标 under 产出指标; …");
      return;
    }
    if (left.kind == Class::kAny || right.kind == Class::kAny) return;
    if (left.kind != right.kind) {
      const bool dates = left.kind == Class::kDate || right.kind == Class::kDate;
      return Complain(Code::kCheckOnText, both, "the two sides are not of one kind",
                      dates ? "`year of` makes a year of a date" : "only amounts, only dates or only texts compare");
    }
    if (left.kind == Class::kText && relation != Relation::kEqual)
      Complain(Code::kCheckOnText, both, "texts are equal or not: neither is less", "give the slots a stricter type");
  }

  void ReadTolerance(Check* check) {
    const Phrase number = line_->TakeNumber();
    check->tolerance = ParseDecimal(number.text);
    if (!check->tolerance) Complain(Code::kBadLine, number.place, "within what?", "within 0.01");
  }

  // Joins two terms by an arithmetic sign.
  Term Join(Expr::Op op, Term left, Term right) {
    for (const Term* term : {&left, &right})
      if (term->kind != Class::kAmount && term->kind != Class::kAny)
        Complain(Code::kCheckOnText, term->place, "this holds no amount: nothing can be added to it",
                 "give the slot a type: number, percent, or money in 元");
    Term out;
    out.kind = Class::kAmount;
    out.place = {left.place.begin, right.place.end};
    out.expr.op = op;
    out.expr.operands.push_back(std::move(left.expr));
    out.expr.operands.push_back(std::move(right.expr));
    return out;
  }

  Term Sum(int depth) {
    Term out = Product(depth);
    while (good_) {
      if (line_->TakeSign("+")) {
        out = Join(Expr::kAdd, std::move(out), Product(depth));
      } else if (line_->TakeSign("-") || line_->TakeSign("−")) {
        out = Join(Expr::kSubtract, std::move(out), Product(depth));
      } else {
        break;
      }
    }
    return out;
  }

  Term Product(int depth) {
    Term out = Factor(depth);
    while (good_) {
      if (line_->TakeSign("*") || line_->TakeSign("×")) {
        out = Join(Expr::kMultiply, std::move(out), Factor(depth));
      } else if (line_->TakeSign("/") || line_->TakeSign("÷")) {
        out = Join(Expr::kDivide, std::move(out), Factor(depth));
      } else {
        break;
      }
    }
    return out;
  }

  Term Factor(int depth) {
    Term term;
    term.place = line_->Rest();
    if (++terms_ > kMostTerms || depth > kDeepestClaim) {
      Complain(Code::kTooLarge, term.place, "this claim is too long", "part it into several");
      return term;
    }
    if (line_->TakeSign("(")) {
      term = Sum(depth + 1);
      if (good_ && !line_->TakeSign(")")) Complain(Code::kBadLine, line_->Rest(), ") is missing here");
    } else if (line_->Peek() == '"') {
      term.expr.op = Expr::kText;
      term.expr.text = line_->TakePhrase("").text;
      term.kind = Class::kText;
    } else if (line_->Take("sum of")) {
      Aggregate(Expr::kSumOf, &term);
    } else if (line_->Take("count of")) {
      Aggregate(Expr::kCountOf, &term);
    } else if (line_->Take("year of")) {
      Field(&term);
      if (good_ && term.kind != Class::kDate)
        Complain(Code::kCheckOnText, {term.place.begin, line_->at()}, "only a date has a year");
      term.expr.op = Expr::kYearOf;
      term.kind = Class::kAmount;
    } else if (const Phrase number = line_->TakeNumber(); !number.text.empty()) {
      const auto value = ParseDecimal(number.text);
      if (!value) Complain(Code::kBadLine, number.place, "this number is too long");
      if (value) term.expr.number = *value;
      term.kind = Class::kAmount;
    } else {
      Field(&term);
    }
    term.place.end = std::max(term.place.begin, line_->at());
    return term;
  }

  void ReadOwner(Expr* expr) {
    const Place place = line_->Rest();
    if (line_->Take("of the part")) {
      expr->of = Expr::kPart;
    } else if (line_->Take("of the main")) {
      expr->of = Expr::kMain;
    } else {
      return;
    }
    if (build_->form.parts_row < 0 && build_->draft->parts_row.text.empty())
      Complain(Code::kNoParts, {place.begin, line_->at()}, "this form has no parts",
               "tie them together under `form`: parts components.name = project.name");
  }

  int FindOrFail(const Phrase& name, std::string_view prefix) {
    const int slot = FindSlot(build_, name, prefix);
    if (slot < 0) good_ = false;  // FindSlot has complained
    return slot;
  }

  void Field(Term* term) {
    Expr& expr = term->expr;
    expr.op = Expr::kField;
    const Phrase name = Name();
    if (name.text.empty())
      return Complain(Code::kBadLine, line_->Rest(), "a slot, a number or `sum of` is missing here");
    expr.slot = FindOrFail(name, scope_);
    if (!good_) return;
    ReadOwner(&expr);
    const Slot& slot = build_->SlotAt(expr.slot);
    term->kind = ClassOf(slot.type);
    if (slot.table < 0 || !good_) return;
    if (expr.of != Expr::kSelf)
      return Complain(Code::kNotATable, name.place, fmt::format("{} is written more than once there", slot.path),
                      fmt::format("sum of {}", slot.path));
    if (table_ >= 0 && table_ != slot.table)
      return Complain(Code::kNotATable, name.place, "a claim goes through the records of one table only",
                      fmt::format("sum of {}", slot.path));
    table_ = slot.table;
  }

  void Aggregate(Expr::Op op, Term* term) {
    Expr& expr = term->expr;
    expr.op = op;
    term->kind = Class::kAmount;
    const Phrase name = Name();
    const auto table = build_->tables.find(name.text);
    if (op == Expr::kCountOf && table != build_->tables.end()) {
      expr.slot = Identity(table->second);
    } else {
      expr.slot = FindOrFail(name, scope_);
    }
    if (!good_) return;
    ReadOwner(&expr);
    const Slot& slot = build_->SlotAt(expr.slot);
    if (slot.table < 0 && expr.of != Expr::kPart)
      return Complain(Code::kNotATable, name.place, fmt::format("{} is written once: there is nothing to {}", slot.path,
                                                                op == Expr::kSumOf ? "sum up" : "count"));
    if (op == Expr::kSumOf && (ClassOf(slot.type) != Class::kAmount || slot.type == Type::kYear))
      return Complain(Code::kCheckOnText, name.place, fmt::format("{} holds no amount", slot.path),
                      "give the slot a type: number, percent, or money in 元");
    if (line_->Take("where")) do ReadCondition(slot, &expr);
      while (good_ && line_->Take("and"));
  }

  // The column whose being filled in makes a record: the first required one that doesn't carry down, else the first.
  int Identity(int table) {
    const std::vector<int>& slots = build_->form.tables[static_cast<size_t>(table)].slots;
    int best = slots[0], least = 4;
    for (int index : slots) {
      const Slot& slot = build_->SlotAt(index);
      const int rank = (slot.carries_down || slot.same_as >= 0 ? 2 : 0) + (slot.required ? 0 : 1);
      if (rank < least) least = rank, best = index;
    }
    return best;
  }

  void ReadCondition(const Slot& counted, Expr* expr) {
    Condition condition;
    const Phrase name = Name();
    condition.slot = FindOrFail(name, counted.path.substr(0, counted.path.find('.') + 1));
    if (!good_) return;
    const Slot& slot = build_->SlotAt(condition.slot);
    if (slot.table != counted.table)
      return Complain(Code::kNotATable, name.place, fmt::format("{} is in no record of {}", slot.path, counted.path));
    if (!line_->Take("is")) return Complain(Code::kBadLine, line_->Rest(), "`is` is missing here", "where level1 is 产出指标");
    if (!line_->Take("filled")) {
      do {
        const Phrase value = line_->TakePhrase(",;()=<>+*/", {"or", "and", "else", "within", "≥", "≤", "-"});
        const std::string key = Key(value.text);
        if (key.empty()) return Complain(Code::kBadLine, value.place, "a word is missing here", "where level1 is 产出指标");
        TestChoice(slot, value, key);
        condition.texts.push_back(key);
      } while (good_ && line_->Take("or"));
    }
    expr->where.push_back(std::move(condition));
  }

  void TestChoice(const Slot& slot, const Phrase& value, const std::string& key) {
    if (slot.choices.empty()) return;
    std::vector<std::string_view> known;
    for (const Choice& choice : slot.choices) {
      if (Key(choice.text) == key) return;
      known.push_back(choice.text);
    }
    Complain(Code::kUnknownChoice, value.place, fmt::format("{} is no choice of {}", value.text, slot.path),
             DidYouMean(value.text, known));
  }

  Build* build_;
  Scanner* line_;
  std::string letter_, value_;
  std::string scope_;      // "funds." within `each record of funds:`
  int table_ = -1;
  size_t terms_ = 0;
  bool good_ = true;
};

// Reads one line; `each {n} of 1, 2, 3:` makes a check for each.
void ReadLine(Build* build, Place place, std::unordered_map<std::string, int>* names) {
  Scanner line(build->file, place);
  const Phrase name = line.TakePhrase(" \t");
  const int number = build->complaints->LineOf(place);
  if (const auto [found, added] = names->try_emplace(name.text, number); !added)
    build->Complain(Code::kDuplicateName, name.place,
                    fmt::format("line {} has a check {} already", found->second, name.text));
  std::string letter;
  std::vector<Phrase> values;
  Scanner ahead = line;
  if (ahead.Take("each") && ahead.Peek() == '{') {
    letter = ahead.TakeName().text;
    const bool good = letter.size() > 2 && letter.back() == '}' && ahead.Take("of");
    if (good) letter = letter.substr(1, letter.size() - 2);
    do values.push_back(ahead.TakePhrase(",:"));
    while (ahead.TakeSign(","));
    if (!good || !ahead.TakeSign(":"))
      return build->Complain(Code::kBadLine, line.Rest(), "several claims in one are: each {n} of 1, 2, 3: CLAIM",
                             "each {n} of 1, 2, total: budget.direct_{n} = budget.travel_{n}");
    line = ahead;
  } else {
    values.emplace_back();
  }
  const uint32_t begin = line.at();
  for (const Phrase& value : values) {
    Check check;
    check.name = letter.empty() ? name.text : name.text + "-" + value.text;
    check.line = number;
    line.JumpTo(begin);
    if (build->form.checks.size() >= kMostChecks)
      return build->Complain(Code::kTooLarge, place, "more checks than a form may have");
    if (!Claim(build, &line, letter, value.text).Read(&check)) return;
    build->form.checks.push_back(std::move(check));
  }
}

}  // namespace

void ReadClaims(Build* build) {
  std::unordered_map<std::string, int> names;
  for (Place place : build->draft->checks) ReadLine(build, place, &names);
}

}  // namespace tabularium
