#ifndef TABULARIUM_ALIGN_CARRY_H_
#define TABULARIUM_ALIGN_CARRY_H_

#include <span>
#include <vector>

#include "model/alignment.h"

namespace tabularium {

// Fills the empty cells of `carries down` slots from the records above. `records` are the fillings of one table, record by
// record, all columns each. A slot to the left that changes ends what its right neighbours carried. Where a choice
// belongs under another (the second level under the first), the record above or below that agrees is taken; so labels
// that stand in a later row of their merged cell are found.
void CarryDown(const Form& form, const FormTable& table, std::span<Filling> records);

}  // namespace tabularium

#endif  // TABULARIUM_ALIGN_CARRY_H_
