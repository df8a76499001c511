// A recursive descent over the sides of a claim. What may be added or compared is told by the types
// of the slots. Tested by claims_test.cc.

#include "compile/expression.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/key.h"

namespace tabularium {
namespace {

Yield YieldOf(Type type) {
  switch (type) {
    case Type::kNumber:
    case Type::kPercent:
    case Type::kMoney:
    case Type::kYear:
      return Yield::kAmount;
    case Type::kDate:
      return Yield::kDate;
    default:
      return Yield::kText;
  }
}

}  // namespace

void Expressions::Complain(Code code, DraftPlace place, std::string message, std::string hint) {
  if (good_) build_->Complain(code, place, std::move(message), std::move(hint));
  good_ = false;
}

std::string Expressions::Filled(std::string_view name) const {
  if (letter_.empty()) return std::string(name);
  std::string out(name);
  const std::string hole = fmt::format("{{{}}}", letter_);
  for (size_t at = out.find(hole); at != std::string::npos; at = out.find(hole, at + value_.size()))
    out.replace(at, hole.size(), value_);
  return out;
}

Phrase Expressions::Name() {
  Phrase name = line_->TakeName();
  name.text = Filled(name.text);
  return name;
}

void Expressions::ReadTable() {
  const Phrase name = Name();
  const auto found = build_->tables.find(name.text);
  if (found != build_->tables.end()) {
    table_ = found->second;
    scope_ = name.text + ".";
    return;
  }
  std::vector<std::string_view> known;
  for (const FormTable& table : build_->form.tables) known.push_back(table.name);
  Complain(Code::kUnknownTable, name.place,
           fmt::format("no repeating row fills a table {}", name.text),
           DidYouMean(name.text, known));
}

// Joins two terms by an arithmetic sign.
Term Expressions::Join(Expr::Op op, Term left, Term right) {
  for (const Term* term : {&left, &right})
    if (term->yield != Yield::kAmount && term->yield != Yield::kAny)
      Complain(Code::kCheckOnText, term->place, "this holds no amount: nothing can be added to it",
               "give the slot a type: number, percent, or money in 元");
  Term out;
  out.yield = Yield::kAmount;
  out.place = {left.place.begin, right.place.end};
  out.expr.op = op;
  out.expr.operands.push_back(std::move(left.expr));
  out.expr.operands.push_back(std::move(right.expr));
  return out;
}

Term Expressions::Sum(int depth) {
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

Term Expressions::Product(int depth) {
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

Term Expressions::Factor(int depth) {
  Term term;
  term.place = line_->Rest();
  if (++terms_ > kMostTerms || depth > kDeepestClaim) {
    Complain(Code::kTooLarge, term.place, "this claim is too long", "part it into several");
    return term;
  }
  if (line_->TakeSign("(")) {
    term = Sum(depth + 1);
    if (good_ && !line_->TakeSign(")"))
      Complain(Code::kBadLine, line_->Rest(), ") is missing here");
  } else if (line_->Peek() == '"') {
    term.expr.op = Expr::kText;
    term.expr.text = line_->TakePhrase("").text;
    term.yield = Yield::kText;
  } else if (line_->Take("sum of")) {
    ReadAggregate(Expr::kSumOf, &term);
  } else if (line_->Take("count of")) {
    ReadAggregate(Expr::kCountOf, &term);
  } else if (line_->Take("year of")) {
    ReadYear(&term);
  } else if (const Phrase number = line_->TakeNumber(); !number.text.empty()) {
    ReadNumber(number, &term);
  } else {
    ReadField(&term);
  }
  term.place.end = std::max(term.place.begin, line_->at());
  return term;
}

void Expressions::ReadYear(Term* term) {
  ReadField(term);
  if (good_ && term->yield != Yield::kDate)
    Complain(Code::kCheckOnText, {term->place.begin, line_->at()}, "only a date has a year");
  term->expr.op = Expr::kYearOf;
  term->yield = Yield::kAmount;
}

void Expressions::ReadNumber(const Phrase& number, Term* term) {
  const auto value = ParseDecimal(number.text);
  if (!value) Complain(Code::kBadLine, number.place, "this number is too long");
  if (value) term->expr.number = *value;
  term->yield = Yield::kAmount;
}

void Expressions::ReadOwner(Expr* expr) {
  const DraftPlace place = line_->Rest();
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

int Expressions::FindOrFail(const Phrase& name, std::string_view prefix) {
  const int slot = FindSlot(build_, name, prefix);
  if (slot < 0) good_ = false;  // FindSlot has complained
  return slot;
}

void Expressions::ReadField(Term* term) {
  Expr& expr = term->expr;
  expr.op = Expr::kField;
  const Phrase name = Name();
  if (name.text.empty())
    return Complain(Code::kBadLine, line_->Rest(), "a slot, a number or `sum of` is missing here");
  expr.slot = FindOrFail(name, scope_);
  if (!good_) return;
  ReadOwner(&expr);
  const Slot& slot = build_->SlotAt(expr.slot);
  term->yield = YieldOf(slot.type);
  if (slot.table < 0 || !good_) return;
  if (expr.of != Expr::kSelf)
    return Complain(Code::kNotATable, name.place,
                    fmt::format("{} is written more than once there", slot.path),
                    fmt::format("sum of {}", slot.path));
  if (table_ >= 0 && table_ != slot.table)
    return Complain(Code::kNotATable, name.place,
                    "a claim goes through the records of one table only",
                    fmt::format("sum of {}", slot.path));
  table_ = slot.table;
}

void Expressions::ReadAggregate(Expr::Op op, Term* term) {
  Expr& expr = term->expr;
  expr.op = op;
  term->yield = Yield::kAmount;
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
    return Complain(Code::kNotATable, name.place,
                    fmt::format("{} is written once: there is nothing to {}", slot.path,
                                op == Expr::kSumOf ? "sum up" : "count"));
  if (op == Expr::kSumOf && (YieldOf(slot.type) != Yield::kAmount || slot.type == Type::kYear))
    return Complain(Code::kCheckOnText, name.place, fmt::format("{} holds no amount", slot.path),
                    "give the slot a type: number, percent, or money in 元");
  if (line_->Take("where")) do
      ReadCondition(slot, &expr);
    while (good_ && line_->Take("and"));
}

// The column whose being filled in makes a record: the first required one that doesn't carry
// down, else the first.
int Expressions::Identity(int table) {
  const std::vector<int>& slots = build_->form.tables[static_cast<size_t>(table)].slots;
  int best = slots[0], least = 4;
  for (int index : slots) {
    const Slot& slot = build_->SlotAt(index);
    const int rank = (slot.carries_down || slot.same_as >= 0 ? 2 : 0) + (slot.required ? 0 : 1);
    if (rank < least) least = rank, best = index;
  }
  return best;
}

void Expressions::ReadCondition(const Slot& counted, Expr* expr) {
  Condition condition;
  const Phrase name = Name();
  condition.slot = FindOrFail(name, counted.path.substr(0, counted.path.find('.') + 1));
  if (!good_) return;
  const Slot& slot = build_->SlotAt(condition.slot);
  if (slot.table != counted.table)
    return Complain(Code::kNotATable, name.place,
                    fmt::format("{} is in no record of {}", slot.path, counted.path));
  if (!line_->Take("is"))
    return Complain(Code::kBadLine, line_->Rest(), "`is` is missing here",
                    "where level1 is 产出指标");
  if (!line_->Take("filled")) {
    do {
      const Phrase value =
          line_->TakePhrase(",;()=<>+*/", {"or", "and", "else", "within", "≥", "≤", "-"});
      const std::string key = Key(value.text);
      if (key.empty())
        return Complain(Code::kBadLine, value.place, "a word is missing here",
                        "where level1 is 产出指标");
      TestChoice(slot, value, key);
      condition.texts.push_back(key);
    } while (good_ && line_->Take("or"));
  }
  expr->where.push_back(std::move(condition));
}

void Expressions::TestChoice(const Slot& slot, const Phrase& value, const std::string& key) {
  if (slot.choices.empty()) return;
  std::vector<std::string_view> known;
  for (const Choice& choice : slot.choices) {
    if (Key(choice.text) == key) return;
    known.push_back(choice.text);
  }
  Complain(Code::kUnknownChoice, value.place,
           fmt::format("{} is no choice of {}", value.text, slot.path),
           DidYouMean(value.text, known));
}
}  // namespace tabularium
