// One value object of the output contract. Tested by json_test.cc.
#include "write/json_value.h"

namespace tabularium {
namespace {

constexpr int kConfidencePlaces = 5;  // finer than any calibration
constexpr int kWeightPlaces = 2;
constexpr int kPointPlaces = 2;  // of a box, in points
constexpr int kMoneyPlaces = 2;  // at least

void WriteDate(const Date& date, JsonText* json) {
  json->Raw("\"");
  json->Digits(date.year, 4);
  if (date.month > 0) {
    json->Raw("-");
    json->Digits(date.month, 2);
  }
  if (date.month > 0 && date.day > 0) {
    json->Raw("-");
    json->Digits(date.day, 2);
  }
  json->Raw("\"");
}

void WriteTicks(const Ticks& ticks, const Slot& slot, JsonText* json) {
  if (!slot.several && ticks.texts.size() == 1) return json->Quoted(ticks.texts[0]);
  json->Raw("[");
  for (size_t i = 0; i < ticks.texts.size(); ++i) {
    if (i > 0) json->Raw(",");
    json->Quoted(ticks.texts[i]);
  }
  json->Raw("]");
}

void WriteTarget(const Target& target, JsonText* json) {
  if (!target.low.empty() || !target.high.empty()) {
    json->Raw("{\"low\":");
    json->Quoted(target.low);
    json->Raw(",\"high\":");
    json->Quoted(target.high);
  } else if (!target.number.empty()) {
    json->Raw("{\"relation\":");
    json->Quoted(target.relation);
    json->Raw(",\"number\":");
    json->Quoted(target.number);
  } else {
    json->Raw("{\"text\":");
    json->Quoted(target.text);
    return json->Raw("}");
  }
  json->Raw(",\"unit\":");
  json->Quoted(target.unit);
  json->Raw("}");
}

struct ValueWriter {
  const Slot& slot;
  JsonText* json;
  void operator()(Nothing) const { json->Raw("null"); }
  void operator()(const Text& text) const { json->Quoted(text.text); }
  void operator()(const Number& number) const { json->Exact(number.number, 0); }
  void operator()(const Percent& percent) const { json->Exact(percent.percent, 0); }
  void operator()(const Year& year) const { json->Integer(year.year); }
  void operator()(const Date& date) const { WriteDate(date, json); }
  void operator()(const Money& money) const { json->Exact(money.amount, kMoneyPlaces); }
  void operator()(const Ticks& ticks) const { WriteTicks(ticks, slot, json); }
  void operator()(const Apart<Target>& target) const { WriteTarget(*target, json); }
};

void WriteUnitOrNothing(const Value& value, JsonText* json) {
  if (const auto* money = std::get_if<Money>(&value)) {
    json->Raw(",\"unit\":");
    json->Quoted(money->currency);
  } else if (std::holds_alternative<Percent>(value)) {
    json->Raw(",\"unit\":\"%\"");
  } else if (const auto* nothing = std::get_if<Nothing>(&value)) {
    json->Raw(",\"nothing\":\"");
    json->Raw(kNothingNames[static_cast<size_t>(*nothing)]);
    json->Raw("\"");
  }
}

void WriteEvidence(const Few<Evidence, 3>& evidence, JsonText* json) {
  json->Raw(",\"evidence\":[");
  for (size_t i = 0; i < evidence.size(); ++i) {
    if (i > 0) json->Raw(",");
    json->Raw("{\"code\":\"");
    json->Raw(kEvidenceKinds[static_cast<size_t>(evidence[i].code)].code);
    json->Raw("\",\"weight\":");
    json->Rounded(static_cast<double>(evidence[i].weight), kWeightPlaces);
    json->Raw("}");
  }
  json->Raw("]");
}

void WriteBox(const Box& box, JsonText* json) {
  if (box.page == 0) return json->Raw("null");
  json->Raw("[");
  json->Rounded(static_cast<double>(box.x0), kPointPlaces);
  json->Raw(",");
  json->Rounded(static_cast<double>(box.y0), kPointPlaces);
  json->Raw(",");
  json->Rounded(static_cast<double>(box.x1), kPointPlaces);
  json->Raw(",");
  json->Rounded(static_cast<double>(box.y1), kPointPlaces);
  json->Raw("]");
}

void WriteOpenOrigin(const Place& place, JsonText* json) {
  json->Raw("{\"page\":");
  json->Integer(place.page);
  json->Raw(",\"line\":");
  json->Unsigned(place.line);
  if (place.box.page == 0) {
    json->Raw(",\"bytes\":[");
    json->Unsigned(place.bytes.begin);
    json->Raw(",");
    json->Unsigned(place.bytes.end);
    json->Raw("],\"box\":");
  } else {
    json->Raw(",\"bytes\":null,\"box\":");
  }
  WriteBox(place.box, json);
  json->Raw(",\"row\":");
  json->Unsigned(place.row);
  json->Raw(",\"column\":");
  json->Unsigned(place.column);
}

void WriteThousandths(int32_t cost, JsonText* json) { json->Rounded(cost / 1000.0, 3); }

}  // namespace

void WriteOrigin(const Place& place, JsonText* json) {
  if (place.line == 0) return json->Raw("null");
  WriteOpenOrigin(place, json);
  json->Raw("}");
}

void WriteOrigin(const Place& place, const std::vector<Place>& more, JsonText* json) {
  if (place.line == 0 || more.empty()) return WriteOrigin(place, json);
  WriteOpenOrigin(place, json);
  json->Raw(",\"more\":[");
  for (size_t i = 0; i < more.size(); ++i) {
    if (i > 0) json->Raw(",");
    WriteOrigin(more[i], json);
  }
  json->Raw("]}");
}

void WriteSuggestion(const Suggestion& suggestion, JsonText* json) {
  json->Raw("{\"value\":");
  json->Quoted(suggestion.value);
  json->Raw(",\"because\":");
  json->Quoted(suggestion.because);
  json->Raw(",\"origin\":");
  WriteOrigin(suggestion.place.value_or(Place{}), json);
  json->Raw("}");
}

void WriteRepair(const RepairNote& repair, JsonText* json) {
  json->Raw("{\"kind\":");
  json->Quoted(repair.kind);
  json->Raw(",\"line\":");
  json->Unsigned(repair.line);
  json->Raw(",\"raw_row\":[");
  for (size_t i = 0; i < repair.raw_row.size(); ++i) {
    if (i > 0) json->Raw(",");
    json->Quoted(repair.raw_row[i]);
  }
  json->Raw("],\"cost\":");
  WriteThousandths(repair.cost, json);
  json->Raw(",\"runner_up\":");
  if (repair.runner_up.empty()) {
    json->Raw("null,\"runner_up_cost\":null");
  } else {
    json->Quoted(repair.runner_up);
    json->Raw(",\"runner_up_cost\":");
    WriteThousandths(repair.runner_up_cost, json);
  }
  json->Raw("}");
}

void WriteField(const Record& record, const Field& field, const Opinion& opinion, RepairShown shown,
                JsonText* json) {
  const Slot& slot = record.form->slots[static_cast<size_t>(field.slot)];
  json->Raw("{\"value\":");
  std::visit(ValueWriter{slot, json}, field.value);
  json->Raw(",\"type\":\"");
  json->Raw(kTypeNames[static_cast<size_t>(slot.type)]);
  json->Raw("\"");
  WriteUnitOrNothing(field.value, json);
  json->Raw(",\"raw\":");
  json->Quoted(field.raw);
  json->Raw(",\"confidence\":");
  json->Rounded(static_cast<double>(opinion.confidence), kConfidencePlaces);
  json->Raw(",\"origin\":");
  WriteOrigin(field.place, field.more, json);
  if (field.inherited) json->Raw(",\"inherited\":true");
  if (!opinion.evidence.empty()) WriteEvidence(opinion.evidence, json);
  if (opinion.suggestion) {
    json->Raw(",\"suggestion\":");
    WriteSuggestion(*opinion.suggestion, json);
  }
  if (shown == RepairShown::kWithValue && field.repair >= 0) {
    json->Raw(",\"repair\":");
    WriteRepair(record.repairs[static_cast<size_t>(field.repair)], json);
  }
  json->Raw("}");
}

}  // namespace tabularium
