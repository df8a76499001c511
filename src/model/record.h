#ifndef TABULARIUM_MODEL_RECORD_H_
#define TABULARIUM_MODEL_RECORD_H_

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/evidence.h"
#include "model/flag.h"
#include "model/form.h"
#include "model/value.h"

namespace tabularium {

// Where a value stands. Owned by the finding; needs no document to be shown.
struct Place {
  int page = 1;        // from 1
  uint32_t line = 0;   // from 1; 0: nowhere (a missing value)
  Range range;         // of Document::text
  StoredRange bytes;   // of the file as stored
  Box box;             // page 0: no geometry
  uint32_t row = 0;    // of the grid, from 0
  uint16_t column = 0; // from 0
};

// Names one value of a document: of a declaration's fields, or of a record of one of its tables.
struct FieldId {
  int32_t declaration = -1;  // from 0; -1: no field
  int32_t slot = -1;         // index into Form::slots
  int32_t record = -1;       // of the slot's table, from 0; -1: not in a table
  friend bool operator==(const FieldId&, const FieldId&) = default;
};

// A slot with its value. `raw` is as written (for a value in several places: its pieces, parted by '\n').
struct Field {
  Field() {}  // so that nobody zeroes all of it before its members are set
  int32_t slot = 0;
  int32_t record = -1;
  Value value = Nothing::kMissing;
  std::string raw;
  Place place;               // of the first piece
  std::vector<Place> more;   // of the others
  Signs signs;
  int32_t repair = -1;       // index into Record::repairs
  bool inherited = false;    // carried down from the record above
};

struct RepairNote {  // a Repair that owns what it shows
  std::vector<std::string> raw_row;
  std::string kind, runner_up;
  int32_t cost = 0, runner_up_cost = 0;  // thousandths
  uint32_t line = 0;
};

struct Leftover {
  std::string raw;
  Place place;
};

// Something that a stage noticed about one declaration or one field of it.
struct Remark {
  FlagCode code = FlagCode::kLeftover;
  Severity severity = Severity::kNote;
  std::string message;
  FieldId field;  // slot -1: none
  Place place;    // line 0: none
};

// What one declaration says. Every slot of the form has its field, whether the paper answers it or not.
struct Record {
  const Form* form = nullptr;
  int part_of = -1;                      // index of the main declaration in the file; -1: a main one
  std::vector<Field> fields;             // one for each of Form::fields, in that order
  std::vector<std::vector<Field>> tables;  // for each of Form::tables: its records one after another, all columns each
  std::vector<RepairNote> repairs;
  std::vector<Leftover> leftovers;
  std::vector<Remark> remarks;           // from align/ and normalise/
  int32_t alignment_cost = 0;            // thousandths
  uint32_t begin = 0, end = 0;           // rows of the grid

  size_t records(size_t table) const {
    size_t columns = form->tables[table].slots.size();
    return columns ? tables[table].size() / columns : 0;
  }
  // The field of a slot; record is ignored for slots in no table. REQUIRES: record < records(table).
  const Field& at(int slot, int record = -1) const {
    const Slot& s = form->slots[static_cast<size_t>(slot)];
    if (s.table < 0) return fields[static_cast<size_t>(s.column)];
    const auto& table = tables[static_cast<size_t>(s.table)];
    size_t columns = form->tables[static_cast<size_t>(s.table)].slots.size();
    return table[static_cast<size_t>(record) * columns + static_cast<size_t>(s.column)];
  }
  Field& at(int slot, int record = -1) {
    return const_cast<Field&>(static_cast<const Record&>(*this).at(slot, record));
  }
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_RECORD_H_
