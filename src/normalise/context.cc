// Tested by normalise_test.cc.
#include "normalise/context.h"

#include "text/utf8.h"

namespace tabularium {
namespace {

// The unit that a caption names, whole or in its last brackets.
bool ReadCaption(std::string_view text, UnitName* unit) {
  text = Trim(text);
  std::string plain;
  FoldWidth(text, &plain);
  if (plain.empty()) return false;
  if (ReadUnitName(plain, unit)) return true;
  size_t open = plain.rfind('('), close = plain.rfind(')');
  bool brackets = open != std::string::npos && close != std::string::npos && open < close;
  return brackets && ReadUnitName(std::string_view(plain).substr(open + 1, close - open - 1), unit);
}

// What the slot that names the unit says, or its constant.
bool ReadUnitSlot(const Alignment& alignment, int slot, int32_t record, UnitName* unit) {
  if (slot < 0) return false;
  const Filling* filling = FillingOf(alignment, slot, record);
  if (filling && filling->piece.cell && ReadCaption(filling->piece.text(), unit)) return true;
  const std::string& constant = alignment.form->slots[static_cast<size_t>(slot)].constant;
  return !constant.empty() && ReadUnitName(constant, unit);
}

bool Disagree(const UnitName& a, const UnitName& b) {
  if (!a.currency.empty() && !b.currency.empty() && a.currency != b.currency) return true;
  return a.scaled && b.scaled && a.power != b.power;
}

// Takes from `unit` what is not known yet.
void Take(const UnitName& unit, UnitName* known) {
  if (known->currency.empty()) known->currency = unit.currency;
  if (!known->scaled && unit.scaled) {
    known->power = unit.power;
    known->scaled = true;
  }
}

}  // namespace

const Filling* FillingOf(const Alignment& alignment, int slot, int32_t record) {
  const Form& form = *alignment.form;
  const Slot& s = form.slots[static_cast<size_t>(slot)];
  size_t at = static_cast<size_t>(s.column);
  if (s.table >= 0) {
    if (record < 0) return nullptr;
    at += form.fields.size();
    for (size_t t = 0; t < static_cast<size_t>(s.table) && t < alignment.records.size(); ++t)
      at += static_cast<size_t>(alignment.records[t]) * form.tables[t].slots.size();
    at += static_cast<size_t>(record) * form.tables[static_cast<size_t>(s.table)].slots.size();
  }
  if (at >= alignment.fillings.size()) return nullptr;
  const Filling& filling = alignment.fillings[at];
  return filling.slot == slot && (s.table < 0 || filling.record == record) ? &filling : nullptr;
}

MoneyContext ContextOf(const Alignment& alignment, const Filling& filling) {
  const Slot& slot = alignment.form->slots[static_cast<size_t>(filling.slot)];
  UnitName label, declared, drawn, known;
  bool has_label = filling.unit.cell && ReadCaption(filling.unit.text(), &label);
  bool has_declared = ReadUnitSlot(alignment, slot.unit_slot, filling.record, &declared);
  bool has_drawn = !slot.unit.empty() && ReadUnitName(slot.unit, &drawn);
  if (has_label) Take(label, &known);
  if (has_declared) Take(declared, &known);
  MoneyContext context;
  context.assumed = !has_label && !has_declared && (slot.unit_slot >= 0 || !has_drawn);
  context.disagrees = has_label && has_declared && Disagree(label, declared);
  if (has_drawn) Take(drawn, &known);
  if (!known.currency.empty()) context.currency = known.currency;
  context.power = known.power;
  return context;
}

}  // namespace tabularium
