// One pass: each declaration asks who named it last, and then leaves the names in its own rows for
// the later ones. Tested by links_test.cc.
#include <string>
#include <unordered_map>

#include "text/key.h"
#include "verify/operand.h"
#include "verify/verify.h"

namespace tabularium {

void LinkParts(std::span<Record> records) {
  if (records.size() < 2) return;
  std::unordered_map<std::string, int>
      namers;  // form id, '\n', folded name → the latest declaration that names it
  std::string key, name;
  auto remember = [&](const Form& form, const Field& field) {
    Key(Print(field.value), &name);
    key = form.id;
    key += '\n';
    key += name;
    return !name.empty();
  };
  for (size_t i = 0; i < records.size(); ++i) {
    Record& record = records[i];
    record.part_of = -1;
    if (!record.form || record.form->parts_row < 0 || record.form->parts_name < 0) continue;
    const Form& form = *record.form;
    if (!namers.empty() && remember(form, record.at(form.parts_name))) {
      auto namer = namers.find(key);
      if (namer != namers.end()) record.part_of = namer->second;
    }
    int table = form.slots[static_cast<size_t>(form.parts_row)].table;
    if (table < 0) continue;
    for (size_t row = 0; row < record.records(static_cast<size_t>(table)); ++row)
      if (remember(form, record.at(form.parts_row, static_cast<int>(row))))
        namers[key] = static_cast<int>(i);
  }
}

}  // namespace tabularium
