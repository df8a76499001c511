#ifndef TABULARIUM_TESTS_VERIFY_MADE_H_
#define TABULARIUM_TESTS_VERIFY_MADE_H_

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compile/lexicon.h"
#include "model/finding.h"
#include "verify/spots.h"

// A small form and its records, made by hand: what verify/ needs of them and no more.

namespace tabularium::made {

// The slots of MadeForm(), by index.
enum {
  kName,
  kStart,
  kEnd,
  kTotal,
  kFiscal,
  kOther,
  kGoal,
  kUnit,
  kYear,
  kRowName,
  kBudget,
  kLevel1,
  kLevel2,
  kTarget,
  kNote
};

// Two pictures: the fields with a table `indicators`; and, optional, a table `components`. One slot
// in a picture `notes` of its own, optional too.
inline Form MadeForm() {
  Form form;
  form.id = "made";
  struct {
    const char* path;
    Type type;
    int table;
  } slots[] = {{"project.name", Type::kText, -1},       {"project.start", Type::kDate, -1},
               {"project.end", Type::kDate, -1},        {"funds.total", Type::kMoney, -1},
               {"funds.fiscal", Type::kMoney, -1},      {"funds.other", Type::kMoney, -1},
               {"goals.whole", Type::kRichText, -1},    {"project.unit", Type::kText, -1},
               {"components.year", Type::kYear, 0},     {"components.name", Type::kText, 0},
               {"components.budget", Type::kMoney, 0},  {"indicators.level1", Type::kChoice, 1},
               {"indicators.level2", Type::kChoice, 1}, {"indicators.target", Type::kTarget, 1},
               {"notes.note", Type::kText, -1}};
  form.tables = {{"components", {}}, {"indicators", {}}};
  form.pictures = {{"project", false, 0, 2}, {"components", true, 2, 1}, {"notes", true, 3, 1}};
  form.rows.resize(4);
  for (int i = 0; i < 4; ++i) form.rows[static_cast<size_t>(i)].picture = i < 2 ? 0 : i - 1;
  form.rows[1].table = 1;
  form.rows[2].table = 0;
  for (const auto& [path, type, table] : slots) {
    Slot slot;
    slot.path = path;
    slot.name = slot.path.substr(slot.path.find('.') + 1);
    slot.type = type;
    slot.table = table;
    auto index = static_cast<int>(form.slots.size());
    auto& columns = table < 0 ? form.fields : form.tables[static_cast<size_t>(table)].slots;
    slot.column = static_cast<int>(columns.size());
    columns.push_back(index);
    form.slots.push_back(slot);
    Square square;
    square.kind = Square::kSlot;
    square.slot = index;
    form.rows[table == 1 ? 1 : table == 0 ? 2 : index == kNote ? 3 : 0].squares.push_back(square);
  }
  form.slots[kStart].required = form.slots[kName].required = form.slots[kUnit].required = true;
  form.slots[kTotal].required = true;
  form.slots[kLevel1].choices = {{"产出指标", kNoWord, {}, -1}, {"效益指标", kNoWord, {}, -1}};
  form.slots[kLevel2].choices = {
      {"数量指标", kNoWord, {}, 0}, {"社会效益", kNoWord, {}, 1}, {"其他", kNoWord, {}, -1}};
  form.slots[kLevel2].choices_under = kLevel1;
  form.parts_row = kRowName;
  form.parts_name = kName;
  return form;
}

inline Money Yuan(std::string_view digits) { return Money{*ParseDecimal(digits), "CNY"}; }
inline Value Ticked(std::string text) { return Ticks{{std::move(text)}}; }

inline Field MadeField(int slot, int record = -1) {
  Field field;
  field.slot = slot;
  field.record = record;
  return field;
}

// A record whose fields are all missing, with so many records in its tables.
inline Record MadeRecord(const Form& form, size_t components = 0, size_t indicators = 0) {
  Record record;
  record.form = &form;
  for (int slot : form.fields) record.fields.push_back(MadeField(slot));
  record.tables.resize(form.tables.size());
  size_t counts[] = {components, indicators};
  for (size_t table = 0; table < 2; ++table)
    for (size_t row = 0; row < counts[table]; ++row)
      for (int slot : form.tables[table].slots)
        record.tables[table].push_back(MadeField(slot, static_cast<int>(row)));
  return record;
}

inline void Put(Record* record, int slot, Value value, int row = -1) {
  Field& field = record->at(slot, row);
  field.value = std::move(value);
  field.place.line = static_cast<uint32_t>(10 + slot);
}

inline Expr Of(int slot, Expr::Of of = Expr::kSelf) {
  Expr expr;
  expr.op = Expr::kField;
  expr.of = of;
  expr.slot = slot;
  return expr;
}

inline Expr Figure(std::string_view digits) {
  Expr expr;
  expr.number = *ParseDecimal(digits);
  return expr;
}

inline Expr Joined(Expr::Op op, Expr a, Expr b) {
  Expr expr;
  expr.op = op;
  expr.operands = {std::move(a), std::move(b)};
  return expr;
}

inline Expr Over(Expr::Op op, int slot, std::vector<Condition> where = {}) {
  Expr expr = Of(slot);
  expr.op = op;
  expr.where = std::move(where);
  return expr;
}

inline Check Claim(Expr left, Relation relation, Expr right) {
  Check check;
  check.name = "claim";
  check.sides = {std::move(left), std::move(right)};
  check.relations = {relation};
  return check;
}

// "holds 3.00 | 3.00", "untestable: funds.total is missing", parted by "; "; records of a table as
// "[1] holds …".
inline std::string Dump(const std::vector<Tested>& tested) {
  std::string out;
  for (const Tested& one : tested) {
    if (!out.empty()) out += "; ";
    if (one.record >= 0) out += fmt::format("[{}] ", one.record);
    out += kOutcomeNames[static_cast<size_t>(one.outcome)];
    out += one.outcome == Outcome::kUntestable ? ": " + one.because
                                               : fmt::format(" {} | {}", one.left, one.right);
  }
  return out;
}

inline Lexicon MadeLexicon(std::string text) {
  GrammarFile file{"made.lexicon", std::move(text)};
  return CompileLexicon({&file, 1}).lexicon.value();
}

// "written>meant" of all that is noticed in the text, parted by `mark`.
inline std::string Spots(std::string_view text, const Lexicon& lexicon, std::string_view mark) {
  std::vector<Spot> spots;
  FindSpots(text, lexicon, &spots);
  std::string out;
  for (const Spot& spot : spots)
    out += fmt::format("{}{}>{}", out.empty() ? "" : mark, text.substr(spot.begin, spot.end - spot.begin), spot.instead);
  return out;
}

}  // namespace tabularium::made

#endif  // TABULARIUM_TESTS_VERIFY_MADE_H_
