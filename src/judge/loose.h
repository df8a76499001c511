#ifndef TABULARIUM_JUDGE_LOOSE_H_
#define TABULARIUM_JUDGE_LOOSE_H_

#include <vector>

#include "model/document.h"
#include "model/finding.h"

namespace tabularium {

// What can be said of a file without a known form: rows of several cells as tables (neighbouring
// lines together), and pairs of label and value, from two neighbouring cells or from one cell with
// a colon. Every text stays in finding.leftovers too. REQUIRES: finding.leftovers is in the order
// of the text.
void FindLoose(const Document& document, Finding* finding);

}  // namespace tabularium

#endif  // TABULARIUM_JUDGE_LOOSE_H_
