// Claims are settled one after another until a whole round changes nothing. Tested by forge_test.
#include "claims.h"

#include <algorithm>
#include <optional>

#include "text/key.h"

namespace tabularium {
namespace {

constexpr int kRounds = 30;
constexpr int kDeepest = 24;           // definitions within definitions
constexpr int64_t kCent = kOne / 100;  // nothing finer is written

struct Where {
  int declaration, record;
};

class Claims {
 public:
  explicit Claims(std::vector<Filled>* filled) : filled_(*filled), form_(*filled->front().form) {}

  bool Settle() {
    for (int round = 0; round < kRounds; ++round) {
      bool all = true;
      for (int d = 0; d < static_cast<int>(filled_.size()); ++d)
        for (const Check& check : form_.checks) all = SettleCheck(check, d) && all;
      if (all) return true;
    }
    return false;
  }

 private:
  Filled& of(int declaration) { return filled_[static_cast<size_t>(declaration)]; }

  bool SettleCheck(const Check& check, int d) {
    if (check.table < 0) return SettleOne(check, {d, -1});
    bool all = true;
    size_t records = of(d).tables[static_cast<size_t>(check.table)].size();
    for (size_t r = 0; r < records; ++r) all = SettleOne(check, {d, static_cast<int>(r)}) && all;
    return all;
  }

  static void Put(int64_t number, Answer* field) {
    field->blank = false;
    field->number = number / kCent * kCent;
  }

  // True: it held already.
  bool SettleOne(const Check& check, Where at) {
    for (size_t i = 0; i < check.relations.size(); ++i) {
      const Expr &a = check.sides[i], &b = check.sides[i + 1];
      if (check.relations[i] == Relation::kBelongs || Inapplicable(a, at) || Inapplicable(b, at))
        continue;
      if (IsText(a) && IsText(b)) {
        Answer *x = FieldOf(a, at), *y = FieldOf(b, at);
        if (x->text == y->text) continue;
        x->text = y->text;
        return false;
      }
      auto x = Value(a, at), y = Value(b, at);
      bool upward = check.relations[i] == Relation::kEqual && a.op == Expr::kField &&
                    b.op != Expr::kField && b.op != Expr::kNumber;
      if (upward && x && !y && form_.slots[static_cast<size_t>(a.slot)].required) {
        Set(b, at, *x, 0);
        return false;
      }
      if (upward && x.has_value() != y.has_value()) {
        *FieldOf(a, at) = {};
        if (y) Put(*y, FieldOf(a, at));
        return false;
      }
      if (!x || !y || Holds(*x, check.relations[i], *y, check.tolerance)) continue;
      int64_t less = check.relations[i] == Relation::kLess      ? -kOne
                     : check.relations[i] == Relation::kGreater ? kOne
                                                                : 0;
      if (upward) {
        Put(*y, FieldOf(a, at));
      } else if (a.op != Expr::kField && b.op == Expr::kField &&
                 check.relations[i] == Relation::kEqual) {
        Set(b, at, *x, 0);
      } else if (!Set(a, at, *y + less, 0)) {
        Set(b, at, *x - less, 0);
      }
      return false;
    }
    return true;
  }

  static bool Holds(int64_t x, Relation relation, int64_t y,
                    const std::optional<Decimal>& tolerance) {
    int64_t slack = 0;
    if (tolerance) {
      slack = static_cast<int64_t>(tolerance->digits) * kOne;
      for (int e = tolerance->exponent; e < 0; ++e) slack /= 10;
    }
    switch (relation) {
      case Relation::kEqual:
        return x - y <= slack && y - x <= slack;
      case Relation::kLess:
        return x < y;
      case Relation::kLessEqual:
        return x <= y;
      case Relation::kGreater:
        return x > y;
      default:
        return x >= y;
    }
  }

  bool IsText(const Expr& e) const {
    if (e.op != Expr::kField) return false;
    Type type = form_.slots[static_cast<size_t>(e.slot)].type;
    return type == Type::kText || type == Type::kRichText || type == Type::kCode ||
           type == Type::kChoice;
  }

  // The declaration of which an expression speaks; -1: there is none.
  int Speaker(const Expr& e, Where at) {
    if (e.of == Expr::kSelf) return at.declaration;
    if (e.of == Expr::kMain) return of(at.declaration).part_of;
    const Answer& name = of(at.declaration).at(form_.parts_row, at.record);
    for (size_t d = 0; d < filled_.size(); ++d)
      if (filled_[d].part_of == at.declaration &&
          filled_[d].at(form_.parts_name, -1).text == name.text)
        return static_cast<int>(d);
    return -1;
  }

  bool Inapplicable(const Expr& e, Where at) {
    if (e.slot >= 0 && Speaker(e, at) < 0) return true;
    return std::any_of(e.operands.begin(), e.operands.end(),
                       [&](const Expr& o) { return Inapplicable(o, at); });
  }

  Answer* FieldOf(const Expr& e, Where at) {
    return &of(Speaker(e, at)).at(e.slot, e.of == Expr::kSelf ? at.record : -1);
  }

  bool Counts(const Expr& e, int d, int record) {
    if (of(d).at(e.slot, record).blank) return false;
    return std::all_of(e.where.begin(), e.where.end(), [&](const Condition& c) {
      const Answer& answer = of(d).at(c.slot, record);
      return !answer.blank && (c.texts.empty() || std::find(c.texts.begin(), c.texts.end(),
                                                            Key(answer.text)) != c.texts.end());
    });
  }

  // Empty: blank, or of no use.
  std::optional<int64_t> Value(const Expr& e, Where at) {
    if (e.op == Expr::kNumber) {
      int64_t n = static_cast<int64_t>(e.number.digits) * kOne;
      for (int x = e.number.exponent; x < 0; ++x) n /= 10;
      return n;
    }
    if (e.op == Expr::kText) return std::nullopt;
    if (e.op == Expr::kField || e.op == Expr::kYearOf) {
      const Answer* field = FieldOf(e, at);
      if (field->blank) return std::nullopt;
      return e.op == Expr::kField ? field->number : field->number / kOne / 10000 * kOne;
    }
    if (e.op == Expr::kSumOf || e.op == Expr::kCountOf) return OverRecords(e, at);
    auto a = Value(e.operands[0], at), b = Value(e.operands[1], at);
    if (e.op == Expr::kAdd || e.op == Expr::kSubtract) {
      if (!a && !b) return std::nullopt;
      return a.value_or(0) + (e.op == Expr::kAdd ? b.value_or(0) : -b.value_or(0));
    }
    if (!a || !b || (e.op == Expr::kDivide && *b == 0)) return std::nullopt;
    Int128 wide = e.op == Expr::kMultiply ? Int128{*a} * *b / kOne : Int128{*a} * kOne / *b;
    return static_cast<int64_t>(wide);
  }

  std::optional<int64_t> OverRecords(const Expr& e, Where at) {
    int d = Speaker(e, at);
    size_t records =
        of(d).tables[static_cast<size_t>(form_.slots[static_cast<size_t>(e.slot)].table)].size();
    int64_t sum = 0;
    bool any = e.op == Expr::kCountOf;
    for (size_t r = 0; r < records; ++r) {
      if (!Counts(e, d, static_cast<int>(r))) continue;
      sum += e.op == Expr::kCountOf ? kOne : of(d).at(e.slot, static_cast<int>(r)).number;
      any = true;
    }
    return any ? std::optional(sum) : std::nullopt;
  }

  // The other side of a claim `field = …`; null: the field is free.
  const Expr* Definition(int slot) const {
    for (const Check& check : form_.checks)
      for (size_t i = 0; i < check.relations.size(); ++i) {
        if (check.relations[i] != Relation::kEqual) continue;
        for (size_t side = i; side <= i + 1; ++side) {
          const Expr &field = check.sides[side], &other = check.sides[2 * i + 1 - side];
          bool lone = field.op == Expr::kField && field.of == Expr::kSelf && field.slot == slot;
          if (lone && (other.op == Expr::kAdd || other.op == Expr::kSumOf)) return &other;
        }
      }
    return nullptr;
  }

  bool Set(const Expr& e, Where at, int64_t value, int depth) {
    if (value < 0 || depth > kDeepest) return false;
    if (e.op == Expr::kField) return SetField(e, at, value, depth);
    if (e.op == Expr::kYearOf) {
      Answer* date = FieldOf(e, at);
      date->number = (value / kOne * 10000 + date->number / kOne % 10000) * kOne;
      return true;
    }
    if (e.op == Expr::kSumOf) return Share(e, at, value);
    if (e.op != Expr::kAdd) return false;
    const Expr *first = &e.operands[0], *second = &e.operands[1];
    if (second->op == Expr::kSumOf) std::swap(first, second);
    int64_t rest = value - Value(*second, at).value_or(0);
    if (rest >= 0) return Set(*first, at, rest, depth + 1);
    Blank(*second, at, depth + 1);
    return Set(*first, at, value, depth + 1);
  }

  bool SetField(const Expr& e, Where at, int64_t value, int depth) {
    Answer* field = FieldOf(e, at);
    Put(value, field);
    Where there{Speaker(e, at), e.of == Expr::kSelf ? at.record : -1};
    if (const Expr* definition = Definition(e.slot))
      Set(*definition, there, field->number, depth + 1);
    return true;
  }

  bool Share(const Expr& e, Where at, int64_t value) {
    int d = Speaker(e, at);
    std::vector<int> records;
    size_t all =
        of(d).tables[static_cast<size_t>(form_.slots[static_cast<size_t>(e.slot)].table)].size();
    for (size_t r = 0; r < all; ++r)
      if (Counts(e, d, static_cast<int>(r))) records.push_back(static_cast<int>(r));
    if (records.empty()) return false;
    int64_t each = value / static_cast<int64_t>(records.size()) / kOne * kOne, left = value;
    for (int r : records) {
      of(d).at(e.slot, r).number = r == records.back() ? left : each;
      left -= each;
    }
    return true;
  }

  void Blank(const Expr& e, Where at, int depth) {
    if (depth > kDeepest) return;
    if (e.op == Expr::kField) {
      *FieldOf(e, at) = {};
      if (const Expr* definition = Definition(e.slot)) Blank(*definition, at, depth + 1);
    }
    if (e.op == Expr::kAdd)
      for (const Expr& operand : e.operands) Blank(operand, at, depth + 1);
  }

  std::vector<Filled>& filled_;
  const Form& form_;
};

}  // namespace

bool SettleClaims(std::vector<Filled>* filled) { return Claims(filled).Settle(); }

}  // namespace tabularium
