#ifndef TABULARIUM_JUDGE_LOOSE_H_
#define TABULARIUM_JUDGE_LOOSE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "model/document.h"
#include "model/finding.h"

namespace tabularium {

// What can be said of a file without a known form. Every text stays among the leftovers too. REQUIRES: they are whole rows,
// in the order of the text.

// Pairs of label and value, from two neighbouring cells or from one cell with a colon. The leftovers' ranges count from the
// beginning of the file's text, of which `let_go` bytes stood before `document`'s.
std::vector<LoosePair> FindPairs(const Document& document, uint32_t let_go, std::span<const Leftover> leftovers);

// Rows of several cells as tables, neighbouring lines together.
std::vector<LooseTable> FindLooseTables(std::span<const Leftover> leftovers);

}  // namespace tabularium

#endif  // TABULARIUM_JUDGE_LOOSE_H_
