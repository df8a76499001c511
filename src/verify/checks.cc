// A tree walk over the claim. Whatever an operand lacks travels up with it (blank, untestable,
// inapplicable: the worst wins), so that no claim holds on values that are not there. Tested by
// checks_test.cc.
#include "verify/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <tuple>

#include "text/key.h"
#include "verify/operand.h"

namespace tabularium {
namespace {

// The slot of the same path in another edition; -1: it has none.
int SlotIn(const Form& form, const Form& own, int slot) {
  if (&form == &own) return slot;
  const std::string& path = own.slots[static_cast<size_t>(slot)].path;
  for (size_t i = 0; i < form.slots.size(); ++i)
    if (form.slots[i].path == path) return static_cast<int>(i);
  return -1;
}

// Whose slots a check speaks of, beside the declaration's own.
struct Uses {
  bool main = false, part = false;
  void Add(const Expr& expr) {
    main |= expr.of == Expr::kMain && expr.slot >= 0;
    part |= expr.of == Expr::kPart && expr.slot >= 0;
    for (const Expr& operand : expr.operands) Add(operand);
  }
};

Uses UsesOf(const Check& check) {
  Uses uses;
  for (const Expr& side : check.sides) uses.Add(side);
  return uses;
}

bool Draws(const Square& square, int slot) {
  if (square.slot == slot) return true;
  for (const Part& part : square.parts)
    if (part.slot == slot) return true;
  return false;
}

std::span<const Row> RowsOf(const Form& form, const Picture& picture) {
  return std::span(form.rows).subspan(static_cast<size_t>(picture.first_row), static_cast<size_t>(picture.rows));
}

// The optional picture that the slot stands in; null: none.
const Picture* OptionalPictureOf(const Form& form, int slot) {
  for (const Picture& picture : form.pictures) {
    if (!picture.optional) continue;
    for (const Row& row : RowsOf(form, picture))
      for (const Square& square : row.squares)
        if (Draws(square, slot)) return &picture;
  }
  return nullptr;
}

// True if the text is surely its own key: ideographs of the main block alone. Most choices are, and
// need no folding.
bool IsItsKey(std::string_view text) {
  for (size_t i = 0; i < text.size(); i += 3) {
    auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0xE4 || lead > 0xE9) return false;
  }
  return true;
}

bool IsOneOf(std::string_view text, const std::vector<std::string>& keys) {
  for (const std::string& key : keys)
    if (key == text) return true;
  return !IsItsKey(text) && std::find(keys.begin(), keys.end(), Key(text)) != keys.end();
}

// True if a value is one of these, or, where there are none, is filled in.
bool Meets(const Value& value, const std::vector<std::string>& keys) {
  if (keys.empty()) return !std::holds_alternative<Nothing>(value);
  if (const Text* text = std::get_if<Text>(&value)) return IsOneOf(text->text, keys);
  const Ticks* ticks = std::get_if<Ticks>(&value);
  if (!ticks) return IsOneOf(Print(value), keys);
  for (const std::string& text : ticks->texts)
    if (IsOneOf(text, keys)) return true;
  return false;
}

bool IsMissing(const Field& field) {
  const Nothing* nothing = std::get_if<Nothing>(&field.value);
  return nothing && *nothing == Nothing::kMissing;
}

// True if a field of the declaration that the square draws is there.
bool SaysAnything(const Record& record, const Square& square) {
  auto says = [&](int slot) {
    return slot >= 0 && record.form->slots[static_cast<size_t>(slot)].table < 0 && !IsMissing(record.at(slot));
  };
  return says(square.slot) || std::any_of(square.parts.begin(), square.parts.end(), [&](const Part& part) { return says(part.slot); });
}

// True if the slot stands in an optional picture of which this declaration has nothing at all.
bool PictureIsAbsent(const Record& record, int slot) {
  const Picture* picture = OptionalPictureOf(*record.form, slot);
  if (!picture) return false;
  for (const Row& row : RowsOf(*record.form, *picture)) {
    if (row.table >= 0 && record.records(static_cast<size_t>(row.table)) > 0) return false;
    for (const Square& square : row.squares)
      if (SaysAnything(record, square)) return false;
  }
  return true;
}

// True if the slot stands in a row that may be left out, and was.
bool RowIsAbsent(const Record& record, int slot) {
  const Form& form = *record.form;
  for (const Row& row : form.rows)
    if (row.repeat == Row::kOptional &&
        std::any_of(row.squares.begin(), row.squares.end(), [&](const Square& square) { return Draws(square, slot); }))
      return std::none_of(row.squares.begin(), row.squares.end(), [&](const Square& s) { return SaysAnything(record, s); });
  return false;
}

[[gnu::noinline]] bool IsAbsent(const Record& record, int slot) { return RowIsAbsent(record, slot) || PictureIsAbsent(record, slot); }

// A part by its name.
struct Bearer {
  std::string name;
  int part = -1;
  size_t taken = 0;  // of the first of a name: how many of that name were taken
};

// Of the parts that bear a name the first that was not taken yet, which is taken; -1: none is left. REQUIRES: they are sorted.
int NextBearer(const std::string& name, std::span<Bearer> bearers) {
  auto found = std::lower_bound(bearers.begin(), bearers.end(), name, [](const Bearer& b, const std::string& n) { return b.name < n; });
  if (found == bearers.end() || found->name != name) return -1;
  const auto next = found + static_cast<std::ptrdiff_t>(found->taken);
  if (next == bearers.end() || next->name != name) return -1;
  ++found->taken;
  return next->part;
}

class Tester {
 public:
  Tester(std::span<const Record> records, std::vector<Tested>* tested)
      : records_(records), tested_(*tested) {
    for (size_t i = 0; i < records.size(); ++i)
      if (records[i].part_of >= 0) parts_.emplace_back(records[i].part_of, static_cast<int>(i));
    std::sort(parts_.begin(), parts_.end());
  }

  void TestAll() {
    ReserveForAll();
    for (self_ = 0; self_ < static_cast<int>(records_.size()); ++self_) {
      if (!Self().form) continue;
      for (const Check& check : Self().form->checks) TestCheck(check);
    }
  }

 private:
  const Record& Self() const { return records_[static_cast<size_t>(self_)]; }

  std::span<const std::pair<int, int>> Parts() const {
    auto begin = std::lower_bound(parts_.begin(), parts_.end(), std::pair(self_, -1));
    auto end = std::lower_bound(begin, parts_.end(), std::pair(self_ + 1, -1));
    return {begin, end};
  }

  void ReserveForAll() {
    size_t most = tested_.size();
    for (const Record& record : records_)
      if (record.form)
        for (const Check& check : record.form->checks) most += check.table < 0 ? 1 : record.records(static_cast<size_t>(check.table));
    tested_.reserve(most);
  }

  void TestCheck(const Check& check);
  void TestOnce(const Check& check, int record, int part);
  bool TestRelations(const Check& check, Tested* result);
  const std::vector<int>& PartsOfRows();
  int PartOfRow(int row);

  Operand Evaluate(const Expr& expr);
  [[gnu::noinline]] Operand EvaluateOther(const Expr& expr);  // than a field of its own
  [[gnu::noinline]] Operand Combine(const Expr& expr);
  Operand EvaluateField(const Expr& expr, const Record& record, int declaration, int slot);
  Operand Noted(const Expr& expr, const Field& field, FieldId id);
  Operand Sum(const Expr& expr, const Record& record, int declaration, int slot);
  Operand SumOverParts(const Expr& expr);
  Operand Count(const Expr& expr, const Record& record, int slot);
  bool Meets(const Record& record, int row, const Expr& expr);
  Outcome Belongs(const Expr& child, const Expr& parent, Tested* tested);
  Outcome Relate(const Check& check, size_t i, const Operand& left, const Operand& right,
                 Tested* tested);
  std::string Reason(const Operand& operand) const;
  Operand Note(const Field& field, FieldId id) {
    Remember(id);
    return OperandOf(field, id);
  }
  void Remember(FieldId id) {
    for (const FieldId& known : *fields_)
      if (known == id) return;
    fields_->push_back(id);
  }

  std::span<const Record> records_;
  std::vector<Tested>& tested_;
  std::vector<std::pair<int, int>> parts_;  // main, part; ascending
  int self_ = 0, row_ = -1, part_ = -1;     // what is being tested
  int rows_of_ = -1;                        // whose rows row_parts_ is about
  std::vector<int> row_parts_;
  Few<FieldId, 4>* fields_ = nullptr;
};

void Tester::TestCheck(const Check& check) {
  if (check.sides.size() != check.relations.size() + 1 || check.relations.empty()) return;
  const Uses uses = UsesOf(check);
  const bool part = uses.part;
  if (uses.main && Self().part_of < 0) return;
  if (part && Parts().empty()) return;
  if (check.table >= 0) {
    int rows = static_cast<int>(Self().records(static_cast<size_t>(check.table)));
    for (int row = 0; row < rows; ++row) {
      int bearer = part ? PartOfRow(row) : -1;
      if (!part || bearer >= 0) TestOnce(check, row, bearer);
    }
  } else if (part && !std::any_of(check.sides.begin(), check.sides.end(), [](const Expr& side) {
               return side.op == Expr::kSumOf && side.of == Expr::kPart;
             })) {
    for (auto [main, bearer] : Parts()) TestOnce(check, -1, bearer);
  } else {
    TestOnce(check, -1, -1);
  }
}

// The part that bears the name in each row, or -1. Where several rows and parts share a name, they
// answer each other in order.
const std::vector<int>& Tester::PartsOfRows() {
  if (rows_of_ == self_) return row_parts_;
  rows_of_ = self_;
  row_parts_.clear();
  const Form& form = *Self().form;
  if (form.parts_row < 0 || form.parts_name < 0) return row_parts_;
  std::vector<Bearer> bearers;
  for (auto [main, part] : Parts()) {
    const Record& bearer = records_[static_cast<size_t>(part)];
    int slot = SlotIn(*bearer.form, form, form.parts_name);
    if (slot >= 0) bearers.push_back({Key(Print(bearer.at(slot).value)), part});
  }
  std::sort(bearers.begin(), bearers.end(), [](const Bearer& a, const Bearer& b) { return std::tie(a.name, a.part) < std::tie(b.name, b.part); });
  int table = form.slots[static_cast<size_t>(form.parts_row)].table;
  size_t rows = table < 0 ? 0 : Self().records(static_cast<size_t>(table));
  for (size_t row = 0; row < rows; ++row) {
    const std::string name = bearers.empty() ? std::string() : Key(Print(Self().at(form.parts_row, static_cast<int>(row)).value));
    row_parts_.push_back(name.empty() ? -1 : NextBearer(name, bearers));
  }
  return row_parts_;
}

int Tester::PartOfRow(int row) {
  const std::vector<int>& parts = PartsOfRows();
  return static_cast<size_t>(row) < parts.size() ? parts[static_cast<size_t>(row)] : -1;
}

void Tester::TestOnce(const Check& check, int record, int part) {
  row_ = record;
  part_ = part;
  Tested& result = tested_.emplace_back();
  result.check = &check;
  result.declaration = self_;
  result.record = record;
  fields_ = &result.fields;
  if (!TestRelations(check, &result)) tested_.pop_back();
}

// False if the check does not apply.
bool Tester::TestRelations(const Check& check, Tested* result) {
  result->outcome = Outcome::kHolds;
  Operand left = check.relations[0] == Relation::kBelongs ? Operand() : Evaluate(check.sides[0]);
  if (left.state == Operand::kInapplicable) return false;
  for (size_t i = 0; i < check.relations.size(); ++i) {
    Outcome outcome;
    if (check.relations[i] == Relation::kBelongs) {
      outcome = Belongs(check.sides[i], check.sides[i + 1], result);
    } else {
      Operand right = Evaluate(check.sides[i + 1]);
      if (right.state == Operand::kInapplicable) return false;
      outcome = Relate(check, i, left, right, result);
      if (i + 1 < check.relations.size()) left = right;
    }
    if (outcome != Outcome::kHolds) result->outcome = outcome;
    if (outcome == Outcome::kFails) break;
  }
  if (result->outcome != Outcome::kUntestable) result->because.clear();
  return true;
}

Outcome Tester::Relate(const Check& check, size_t i, const Operand& left, const Operand& right,
                       Tested* tested) {
  auto show = [&] {
    tested->left = Print(left);
    tested->right = Print(right);
  };
  if (i == 0) show();
  if (left.state != Operand::kPresent || right.state != Operand::kPresent) {
    if (tested->because.empty()) tested->because = Reason(left.state >= right.state ? left : right);
    return Outcome::kUntestable;
  }
  auto holds = Compare(left, check.relations[i], right, check.tolerance);
  if (!holds) {
    if (tested->because.empty())
      tested->because = fmt::format("{} and {} cannot be compared", Print(left), Print(right));
    return Outcome::kUntestable;
  }
  if (!*holds && i > 0) show();
  return *holds ? Outcome::kHolds : Outcome::kFails;
}

std::string Tester::Reason(const Operand& operand) const {
  std::string_view what = operand.state == Operand::kBlank ? "is blank" : operand.because;
  if (operand.field.slot < 0 || operand.field.declaration < 0) return std::string(what);
  const Record& record = records_[static_cast<size_t>(operand.field.declaration)];
  const std::string& path = record.form->slots[static_cast<size_t>(operand.field.slot)].path;
  std::string_view whose = operand.field.declaration == self_ ? ""
                           : operand.field.declaration == Self().part_of
                               ? " of the main declaration"
                               : " of the part";
  if (operand.field.record < 0) return fmt::format("{}{} {}", path, whose, what);
  return fmt::format("{}, row {}{}, {}", path, operand.field.record + 1, whose, what);
}

Operand Tester::Combine(const Expr& expr) {
  if (expr.operands.size() != 2) return Operand::Untestable("the claim is incomplete");
  Operand a = Evaluate(expr.operands[0]), b = Evaluate(expr.operands[1]);
  if (expr.op == Expr::kAdd) return Plus(a, b);
  if (expr.op == Expr::kSubtract) return Minus(a, b);
  return expr.op == Expr::kMultiply ? Times(a, b) : Over(a, b);
}

Operand Tester::Evaluate(const Expr& expr) {
  if (expr.op == Expr::kField && expr.of == Expr::kSelf) return EvaluateField(expr, Self(), self_, expr.slot);
  return EvaluateOther(expr);
}

Operand Tester::EvaluateOther(const Expr& expr) {
  if (expr.op >= Expr::kAdd) return Combine(expr);
  if (expr.op == Expr::kNumber) return Operand::Of(expr.number);
  if (expr.op == Expr::kText) return Operand::Of(std::string_view(expr.text));
  if (expr.of == Expr::kPart && part_ < 0) return SumOverParts(expr);
  int declaration = expr.of == Expr::kSelf   ? self_
                    : expr.of == Expr::kMain ? Self().part_of
                                             : part_;
  const Record& record = records_[static_cast<size_t>(declaration)];
  int slot = SlotIn(*record.form, *Self().form, expr.slot);
  if (slot < 0) return Operand::Inapplicable();
  if (expr.op == Expr::kSumOf) return Sum(expr, record, declaration, slot);
  if (expr.op == Expr::kCountOf) return Count(expr, record, slot);
  return EvaluateField(expr, record, declaration, slot);
}

Operand Tester::EvaluateField(const Expr& expr, const Record& record, int declaration, int slot) {
  const Slot& drawn = record.form->slots[static_cast<size_t>(slot)];
  if (drawn.table >= 0 && (row_ < 0 || declaration != self_)) return Operand::Inapplicable();
  FieldId id{declaration, slot, drawn.table >= 0 ? row_ : -1};
  const Field& field = record.at(slot, id.record);
  if (IsMissing(field) && IsAbsent(record, slot)) return Operand::Inapplicable();
  return Noted(expr, field, id);
}

Operand Tester::Noted(const Expr& expr, const Field& field, FieldId id) {
  Operand operand = Note(field, id);
  if (expr.op == Expr::kYearOf && operand.state == Operand::kPresent && operand.kind == Operand::kDate)
    operand = Operand::Of(Decimal{operand.date.year, 0});
  return operand;
}

Operand Tester::Sum(const Expr& expr, const Record& record, int declaration, int slot) {
  const Slot& drawn = record.form->slots[static_cast<size_t>(slot)];
  if (drawn.table < 0) return EvaluateField(expr, record, declaration, slot);
  int rows = static_cast<int>(record.records(static_cast<size_t>(drawn.table)));
  if (rows == 0)
    return PictureIsAbsent(record, slot) ? Operand::Inapplicable()
                                         : Operand::Untestable("there are no rows to sum");
  Operand sum;
  sum.state = Operand::kBlank;
  for (int row = 0; row < rows; ++row) {
    if (!Meets(record, row, expr)) continue;
    FieldId id{declaration, slot, row};
    sum = Plus(sum, Note(record.at(slot, row), id));
    if (sum.state == Operand::kBlank) sum.field = id;
  }
  return sum;
}

Operand Tester::SumOverParts(const Expr& expr) {
  if (expr.op != Expr::kSumOf) return Operand::Inapplicable();
  Operand sum;
  sum.state = Operand::kBlank;
  for (auto [main, part] : Parts()) {
    const Record& record = records_[static_cast<size_t>(part)];
    int slot = SlotIn(*record.form, *Self().form, expr.slot);
    if (slot >= 0) sum = Plus(sum, Sum(expr, record, part, slot));
  }
  return sum;
}

Operand Tester::Count(const Expr& expr, const Record& record, int slot) {
  const Slot& drawn = record.form->slots[static_cast<size_t>(slot)];
  if (drawn.table < 0) return Operand::Inapplicable();
  int rows = static_cast<int>(record.records(static_cast<size_t>(drawn.table)));
  if (rows == 0 && PictureIsAbsent(record, slot)) return Operand::Inapplicable();
  int count = 0;
  for (int row = 0; row < rows; ++row) {
    const Nothing* nothing = std::get_if<Nothing>(&record.at(slot, row).value);
    bool filled = !nothing || *nothing == Nothing::kUnread;
    if (filled && Meets(record, row, expr)) ++count;
  }
  return Operand::Of(Decimal{count, 0});
}

bool Tester::Meets(const Record& record, int row, const Expr& expr) {
  for (const Condition& condition : expr.where) {
    const int slot = SlotIn(*record.form, *Self().form, condition.slot);
    if (slot < 0 || !tabularium::Meets(record.at(slot, row).value, condition.texts)) return false;
  }
  return true;
}

// The child's choice must be one that the form puts under the parent's; a choice under none belongs
// everywhere.
Outcome Tester::Belongs(const Expr& child, const Expr& parent, Tested* tested) {
  const Slot& slot = Self().form->slots[static_cast<size_t>(child.slot)];
  const Slot& upper = Self().form->slots[static_cast<size_t>(parent.slot)];
  Operand value = Evaluate(child), above = Evaluate(parent);
  if (tested->left.empty()) tested->left = Print(value), tested->right = Print(above);
  auto untestable = [&](std::string because) {
    tested->because = std::move(because);
    return Outcome::kUntestable;
  };
  if (value.state != Operand::kPresent) return untestable(Reason(value));
  if (above.state != Operand::kPresent) return untestable(Reason(above));
  std::string_view text = value.text, over = above.text;
  bool known = false;
  for (const Choice& choice : slot.choices) {
    if (choice.text != text) continue;
    known = true;
    if (choice.under < 0 || upper.choices[static_cast<size_t>(choice.under)].text == over)
      return Outcome::kHolds;
  }
  if (!known) return untestable(fmt::format("{} is none of the form's own", text));
  bool upper_known = std::any_of(upper.choices.begin(), upper.choices.end(),
                                 [&](const Choice& c) { return c.text == over; });
  return upper_known ? Outcome::kFails
                     : untestable(fmt::format("{} is none of the form's own", over));
}

}  // namespace

void TestChecks(std::span<const Record> records, std::vector<Tested>* tested) {
  Tester(records, tested).TestAll();
}

}  // namespace tabularium
