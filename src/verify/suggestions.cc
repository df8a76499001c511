// Whatever a form's parts share with their main declaration may be copied from the one to the
// other, by a person. Tested by suggestions_test.cc.
#include "verify/suggestions.h"

#include <optional>
#include <string>

#include "verify/operand.h"

namespace tabularium {
namespace {

bool IsShared(const Form& form, int slot) {
  const Slot& drawn = form.slots[static_cast<size_t>(slot)];
  if (!drawn.required || slot == form.parts_name) return false;
  return drawn.type == Type::kText || drawn.type == Type::kYear || drawn.type == Type::kDate ||
         drawn.type == Type::kChoice || drawn.type == Type::kUnit || drawn.type == Type::kCode;
}

bool IsOpen(const Field& field) {
  const Nothing* nothing = std::get_if<Nothing>(&field.value);
  return nothing && *nothing != Nothing::kUnread;
}

const Field* FieldOf(const Record& record, const std::string& path) {
  for (int slot : record.form->fields)
    if (record.form->slots[static_cast<size_t>(slot)].path == path) return &record.at(slot);
  return nullptr;
}

const Field* SameField(const Record& record, const Form& form, int slot) {
  if (record.form == &form) return &record.at(slot);
  return record.form ? FieldOf(record, form.slots[static_cast<size_t>(slot)].path) : nullptr;
}

Suggestion Made(const Field& field, std::string because) {
  return {Print(field.value), std::move(because),
          field.place.line ? std::optional(field.place) : std::nullopt};
}

// What the parts say where their main declaration says nothing: the first field, and whether the
// others agree with it.
struct Voice {
  const Field* field = nullptr;
  bool agreed = true;
  void Hear(const Field& other) {
    if (!std::holds_alternative<Nothing>(other.value)) {
      if (!field) field = &other;
      agreed = agreed && Print(field->value) == Print(other.value);
    }
  }
};

}  // namespace

void Suggest(std::span<const Record> records,
             std::vector<std::pair<FieldId, Suggestion>>* suggestions) {
  std::vector<std::vector<int>> parts(records.size());
  bool any = false;
  for (size_t i = 0; i < records.size(); ++i) {
    if (records[i].part_of < 0) continue;
    parts[static_cast<size_t>(records[i].part_of)].push_back(static_cast<int>(i));
    any = true;
  }
  for (size_t i = 0; any && i < records.size(); ++i) {
    const Record& record = records[i];
    if (!record.form || (record.part_of < 0 && parts[i].empty())) continue;
    for (int slot : record.form->fields) {
      if (!IsShared(*record.form, slot) || !IsOpen(record.at(slot))) continue;
      FieldId id{static_cast<int>(i), slot, -1};
      const Field* above =
          record.part_of < 0
              ? nullptr
              : SameField(records[static_cast<size_t>(record.part_of)], *record.form, slot);
      if (above && !std::holds_alternative<Nothing>(above->value)) {
        suggestions->emplace_back(id, Made(*above, "the main declaration says so"));
        continue;
      }
      Voice voice;
      for (int part : parts[i])
        if (const Field* below = SameField(records[static_cast<size_t>(part)], *record.form, slot))
          voice.Hear(*below);
      if (voice.field && voice.agreed)
        suggestions->emplace_back(
            id, Made(*voice.field, parts[i].size() == 1 ? "its part says so" : "its parts say so"));
    }
  }
}

}  // namespace tabularium
