#ifndef TABULARIUM_JUDGE_FIND_FIELD_H_
#define TABULARIUM_JUDGE_FIND_FIELD_H_

#include <span>

#include "model/record.h"

namespace tabularium {

// The field of that name, or null where it names none (a whole declaration, a whole column).
inline Field* FindField(std::span<Record> records, const FieldId& id) {
  if (id.declaration < 0 || static_cast<size_t>(id.declaration) >= records.size()) return nullptr;
  Record& record = records[static_cast<size_t>(id.declaration)];
  if (id.slot < 0 || static_cast<size_t>(id.slot) >= record.form->slots.size()) return nullptr;
  int table = record.form->slots[static_cast<size_t>(id.slot)].table;
  if (table >= 0 && (id.record < 0 ||
                     static_cast<size_t>(id.record) >= record.records(static_cast<size_t>(table))))
    return nullptr;
  return &record.at(id.slot, id.record);
}

}  // namespace tabularium

#endif  // TABULARIUM_JUDGE_FIND_FIELD_H_
