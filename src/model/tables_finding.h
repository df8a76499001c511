#ifndef TABULARIUM_MODEL_TABLES_FINDING_H_
#define TABULARIUM_MODEL_TABLES_FINDING_H_

#include <vector>

#include "model/finding.h"
#include "model/table.h"

namespace tabularium {

// All tables of one file, forms or not, in the order of its pages. Owns what it shows. A table of a
// file without pages (text) has no boxes: their page is 0.
struct TablesFinding {
  SourceNote source;
  std::vector<Table> tables;
  std::vector<Trouble> troubles;
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_TABLES_FINDING_H_
