#ifndef TABULARIUM_TESTS_JUDGE_SAMPLE_FORM_H_
#define TABULARIUM_TESTS_JUDGE_SAMPLE_FORM_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/finding.h"

// A small form with one slot of every type, and records of it, made by hand: what judge/ and write/
// are tested on.

namespace tabularium::sample {

enum SlotIndex {
  kName,
  kKind,
  kStart,
  kYear,
  kCurrency,
  kTotal,
  kFiscal,
  kRate,
  kCount,
  kCode,
  kGoal,
  kLevel,
  kIndicator,
  kTarget,
  kPart,
  kBudget,
  kSlots
};

inline Slot MakeSlot(const char* path, Type type, int table, int column) {
  Slot slot;
  slot.path = path;
  slot.name = slot.path.substr(slot.path.find('.') + 1);
  slot.type = type;
  slot.table = table;
  slot.column = column;
  return slot;
}

inline Square Printed(const char* key) {
  Square square;
  square.kind = Square::kPrinted;
  square.parts.resize(1);
  square.parts[0].text = key;
  square.parts[0].keys = {key};
  return square;
}

inline Square Written(int slot) {
  Square square;
  square.kind = Square::kSlot;
  square.slot = slot;
  square.parts.resize(1);
  square.parts[0].slot = slot;
  return square;
}

inline void AddRow(Form* form, int picture, int table, Row::Repeat repeat,
                   std::vector<Square> squares) {
  Row row;
  row.repeat = repeat;
  row.picture = picture;
  row.table = table;
  row.squares = std::move(squares);
  form->rows.push_back(std::move(row));
  ++form->pictures[static_cast<size_t>(picture)].rows;
}

inline void AddSlots(Form* form) {
  const std::pair<const char*, Type> fields[] = {
      {"project.name", Type::kText},     {"project.kind", Type::kChoice},
      {"project.start", Type::kDate},    {"project.year", Type::kYear},
      {"funds.currency", Type::kUnit},   {"funds.total", Type::kMoney},
      {"funds.fiscal", Type::kMoney},    {"funds.rate", Type::kPercent},
      {"funds.count", Type::kNumber},    {"funds.code", Type::kCode},
      {"goals.overall", Type::kRichText}};
  int column = 0;
  for (auto [path, type] : fields) {
    form->fields.push_back(column);
    form->slots.push_back(MakeSlot(path, type, -1, column));
    ++column;
  }
  form->slots.push_back(MakeSlot("indicators.level", Type::kChoice, 0, 0));
  form->slots.push_back(MakeSlot("indicators.indicator", Type::kText, 0, 1));
  form->slots.push_back(MakeSlot("indicators.target", Type::kTarget, 0, 2));
  form->slots.push_back(MakeSlot("parts.name", Type::kText, 1, 0));
  form->slots.push_back(MakeSlot("parts.budget", Type::kMoney, 1, 1));
  form->tables = {{"indicators", {kLevel, kIndicator, kTarget}}, {"parts", {kPart, kBudget}}};
}

inline Check SumCheck() {
  Check check;
  check.name = "funds-add-up";
  check.claim = "funds.total = funds.fiscal";
  check.relations = {Relation::kEqual};
  return check;
}

inline Form MakeForm() {
  Form form;
  form.id = "sample";
  form.edition = "2023";
  form.title = "绩效目标申报表";
  AddSlots(&form);
  form.slots[kName].required = form.slots[kStart].required = form.slots[kTotal].required = true;
  form.slots[kBudget].required = true;
  form.slots[kKind].several = true;
  form.slots[kCurrency].constant = "CNY";
  form.pictures = {{"project", false, 0, 0}, {"indicators", false, 3, 0}, {"parts", true, 5, 0}};
  AddRow(&form, 0, -1, Row::kOnce,
         {Printed("项目名称"), Written(kName), Printed("计划开始日期"), Written(kStart)});
  AddRow(&form, 0, -1, Row::kOnce,
         {Printed("项目资金"), Written(kTotal), Printed("其中财政资金"), Written(kFiscal)});
  AddRow(&form, 0, -1, Row::kOptional, {Printed("绩效目标"), Written(kGoal)});
  AddRow(&form, 1, -1, Row::kOnce, {Printed("一级指标"), Printed("三级指标"), Printed("指标值")});
  AddRow(&form, 1, 0, Row::kMany, {Written(kLevel), Written(kIndicator), Written(kTarget)});
  AddRow(&form, 2, 1, Row::kMany, {Written(kPart), Written(kBudget)});
  form.checks.push_back(SumCheck());
  return form;
}

inline Place At(uint32_t line, uint32_t row, uint16_t column, uint64_t begin, uint64_t end) {
  Place place;
  place.line = line;
  place.row = row;
  place.column = column;
  place.bytes = {begin, end};
  place.range = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  return place;
}

inline Field MakeField(int slot, int record, Value value, std::string raw, Place place) {
  Field field;
  field.slot = slot;
  field.record = record;
  field.value = std::move(value);
  field.raw = std::move(raw);
  field.place = place;
  return field;
}

inline Target MakeTarget(const char* relation, const char* number, const char* unit) {
  Target target;
  target.relation = relation;
  target.number = number;
  target.unit = unit;
  return target;
}

// A clean record: every field filled, one indicator, one part.
inline Record MakeRecord(const Form& form) {
  Record record;
  record.form = &form;
  record.fields = {
      MakeField(kName, -1, Text{"社区图书角"}, "社区图书角", At(3, 2, 1, 20, 35)),
      MakeField(kKind, -1, Ticks{{"新增", "延续"}}, "☑新增 ☑延续", At(3, 2, 3, 36, 52)),
      MakeField(kStart, -1, Date{2023, 1, 5}, "2023年1月5日", At(4, 3, 1, 60, 76)),
      MakeField(kYear, -1, Year{2023}, "2023年度", At(2, 1, 0, 10, 20)),
      MakeField(kCurrency, -1, Text{"CNY"}, "", {}),
      MakeField(kTotal, -1, Money{{380000, 0}, "CNY"}, "380,000", At(5, 4, 1, 80, 87)),
      MakeField(kFiscal, -1, Money{{38000000, -2}, "CNY"}, "38万元", At(5, 4, 3, 90, 98)),
      MakeField(kRate, -1, Percent{{125, -1}}, "12.5％", At(6, 5, 1, 100, 107)),
      MakeField(kCount, -1, Number{{-7, 0}}, "-7", At(6, 5, 2, 108, 110)),
      MakeField(kCode, -1, Text{"219001"}, "219001", At(6, 5, 3, 111, 117)),
      MakeField(kGoal, -1, Text{"第一段\n第二段"}, "<p>第一段</p><p>第二段</p>",
                At(7, 6, 1, 120, 160)),
  };
  record.tables.resize(2);
  record.tables[0] = {
      MakeField(kLevel, 0, Ticks{{"产出指标"}}, "产出指标", At(9, 8, 0, 200, 212)),
      MakeField(kIndicator, 0, Text{"开放天数"}, "开放天数", At(9, 8, 1, 213, 225)),
      MakeField(kTarget, 0, MakeTarget("≥", "16", "次"), ">=16次", At(9, 8, 2, 226, 233)),
  };
  record.tables[1] = {
      MakeField(kPart, 0, Text{"购书"}, "购书", At(12, 11, 0, 300, 306)),
      MakeField(kBudget, 0, Money{{380000, 0}, "CNY"}, "380000", At(12, 11, 1, 307, 313)),
  };
  return record;
}

inline std::unique_ptr<Document> MakeDocument(std::string text) {
  auto document = std::make_unique<Document>();
  document->path = "in/a.txt";
  document->sha256 = std::string(64, 'a');
  document->media_type = "text/tab-separated-values";
  document->stored = std::move(text);
  document->text = document->stored;
  document->bytes = document->stored.size();
  document->marks = {{0, 0}};
  return document;
}

// A test of the form's only check.
inline Tested TestOf(const Form& form, int declaration, Outcome outcome) {
  Tested test;
  test.check = &form.checks[0];
  test.declaration = declaration;
  test.outcome = outcome;
  test.fields = {{declaration, kTotal, -1}, {declaration, kFiscal, -1}};
  test.left = "380000.00";
  test.right = outcome == Outcome::kFails ? "38000.00" : "380000.00";
  return test;
}

}  // namespace tabularium::sample

#endif  // TABULARIUM_TESTS_JUDGE_SAMPLE_FORM_H_
