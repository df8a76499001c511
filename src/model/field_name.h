#ifndef TABULARIUM_MODEL_FIELD_NAME_H_
#define TABULARIUM_MODEL_FIELD_NAME_H_

#include <string>

#include "model/form.h"

namespace tabularium {

// Appends how flags, checks and messages name a value of a form.
//   project.start, -1 → "project.start"      indicators.target, 9 → "indicators[9].target"
// REQUIRES: slot is an index into form.slots.
inline void AppendFieldName(const Form& form, int slot, int record, std::string* out) {
  const Slot& s = form.slots[static_cast<size_t>(slot)];
  if (s.table < 0 || record < 0) {
    out->append(s.path);
    return;
  }
  out->append(form.tables[static_cast<size_t>(s.table)].name);
  out->push_back('[');
  out->append(std::to_string(record));
  out->append("].");
  out->append(s.name);
}

inline std::string FieldName(const Form& form, int slot, int record) {
  std::string name;
  AppendFieldName(form, slot, record, &name);
  return name;
}

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_FIELD_NAME_H_
