#ifndef TABULARIUM_TABULATE_TORN_ROWS_H_
#define TABULARIUM_TABULATE_TORN_ROWS_H_

#include <cstdint>

#include "model/table.h"
#include "model/vocabulary.h"
#include "tabulate/layout.h"

namespace tabularium {

// Where a table runs over a page break.
struct PageBreak {
  uint32_t row = 0;      // of the table: the first below
  const OpenSide& foot;  // of the part above,
  const OpenSide& top;   // … and of the one below
};

// Makes one what the break tore: all cells of the row below with those above them, or some of them beside others that rules part.
void MendRow(const PageBreak& at, const Vocabulary& vocabulary, Table* table);

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_TORN_ROWS_H_
