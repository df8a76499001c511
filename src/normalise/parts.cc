// What needs several fields of a record at once. Tested by normalise_test.cc.
#include "normalise/parts.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "normalise/reading.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tabularium {
namespace {

// A count or a rate; a wording as its target is worth a note.
bool NamesMeasure(std::string_view name) {
  for (std::string_view end : kRateEnds)
    if (name.ends_with(end)) return true;
  return false;
}

bool HoldsNumber(std::string_view text) {
  constexpr std::u32string_view kNumbers = U"0123456789一二三四五六七八九十百千万亿两半每";
  for (size_t i = 0; i < text.size();)
    if (kNumbers.find(NextLetter(text, i)) != std::u32string_view::npos) return true;
  return false;
}

// Which slots the relation, the number and the unit of a target stand in; -1: nowhere of their own.
struct Parts {
  int relation = -1, number = -1, unit = -1;
  bool any() const { return relation >= 0 || number >= 0 || unit >= 0; }
};

Parts PartsOf(const Form& form, size_t whole) {
  Parts parts;
  for (size_t s = 0; s < form.slots.size(); ++s) {
    const Slot& slot = form.slots[s];
    if (slot.part_of != static_cast<int>(whole)) continue;
    int index = static_cast<int>(s);
    if (slot.part == TargetPart::kRelation) parts.relation = index;
    if (slot.part == TargetPart::kNumber) parts.number = index;
    if (slot.part == TargetPart::kUnit) parts.unit = index;
  }
  return parts;
}

// Adds the letters, places and signs of a part to the whole.
void Append(const Field& part, Field* whole) {
  whole->signs.Add(part.signs);
  if (whole->repair < 0) whole->repair = part.repair;
  if (part.raw.empty()) {
    if (whole->place.line == 0) whole->place = part.place;
    return;
  }
  if (whole->raw.empty()) {
    whole->place = part.place;
  } else {
    whole->raw.push_back('\n');
    whole->more.push_back(part.place);
  }
  whole->raw += part.raw;
  whole->more.insert(whole->more.end(), part.more.begin(), part.more.end());
}

// The parts in the order in which `raw` names them.
enum Index : size_t { kRelation, kNumber, kUnit };

void Join(const Parts& parts, LetterCase& letters, Field* field, Record* record) {
  std::array<int, 3> slots = {parts.relation, parts.number, parts.unit};
  std::array<std::string, 3> texts;  // folded; empty where nothing is said
  Field own = std::exchange(*field, Field());
  field->slot = own.slot;
  field->record = own.record;
  field->repair = own.repair;
  field->inherited = own.inherited;
  const Field* number = slots[kNumber] >= 0 ? &record->at(slots[kNumber], own.record) : &own;
  Nothing nothing = Nothing::kBlank;
  if (const Nothing* n = std::get_if<Nothing>(&number->value)) nothing = *n;
  for (size_t i = 0; i < slots.size(); ++i) {
    const Field* part = i == kNumber    ? number
                        : slots[i] >= 0 ? &record->at(slots[i], own.record)
                                        : nullptr;
    if (!part) continue;
    Append(*part, field);
    if (!part->raw.empty()) texts[i] = letters.Take(part->raw, Type::kTarget).written.plain;
    if (!SaysNotApplicable(texts[i])) continue;
    texts[i].clear();
    if (i == kNumber) nothing = Nothing::kNotApplicable;
  }
  field->value = nothing;
  if (texts[kNumber].empty()) return;
  Understood understood =
      JoinTarget(texts[kRelation], letters.Take(number->raw, Type::kTarget).written, texts[kUnit]);
  field->value = std::move(understood.value);
  field->signs.Add(understood.signs);
}

void CompareWithName(const Field& field, Record* record) {
  const Form& form = *record->form;
  const auto* held = std::get_if<Apart<Target>>(&field.value);
  if (!held || field.inherited) return;
  const Apart<Target>& target = *held;
  if (target->text.empty() || HoldsNumber(target->text)) return;
  const Slot& slot = form.slots[static_cast<size_t>(field.slot)];
  const std::vector<int>& slots = form.tables[static_cast<size_t>(slot.table)].slots;
  for (int column = slot.column - 1; column >= 0; --column) {
    int before = slots[static_cast<size_t>(column)];
    if (form.slots[static_cast<size_t>(before)].type != Type::kText) continue;
    const Text* name = std::get_if<Text>(&record->at(before, field.record).value);
    if (!name || !NamesMeasure(name->text)) return;
    Remark remark;
    remark.code = FlagCode::kTypeMismatch;
    remark.severity = Kind(remark.code).severity;
    remark.message = fmt::format("“{}” asks for a number, the target is a wording: “{}”",
                                 Shortened(name->text), Shortened(target->text));
    remark.field = {-1, field.slot, field.record};
    remark.place = field.place;
    record->remarks.push_back(std::move(remark));
    return;
  }
}

bool IsWholeTarget(const Slot& slot) {
  return slot.type == Type::kTarget && slot.part == TargetPart::kWhole;
}

}  // namespace

void JoinTargets(LetterCase& letters, Record* record) {
  const Form& form = *record->form;
  for (size_t whole = 0; whole < form.slots.size(); ++whole) {
    const Slot& slot = form.slots[whole];
    if (!IsWholeTarget(slot)) continue;
    Parts parts = PartsOf(form, whole);
    if (!parts.any()) continue;
    size_t records = slot.table < 0 ? 1 : record->records(static_cast<size_t>(slot.table));
    for (size_t r = 0; r < records; ++r)
      Join(parts, letters, &record->at(static_cast<int>(whole), static_cast<int>(r)), record);
  }
}

void CompareTargets(Record* record) {
  for (const std::vector<Field>& table : record->tables)
    for (const Field& field : table)
      if (IsWholeTarget(record->form->slots[static_cast<size_t>(field.slot)]))
        CompareWithName(field, record);
}

}  // namespace tabularium
