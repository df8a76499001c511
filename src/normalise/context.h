#ifndef TABULARIUM_NORMALISE_CONTEXT_H_
#define TABULARIUM_NORMALISE_CONTEXT_H_

#include "model/alignment.h"
#include "normalise/reading.h"

namespace tabularium {

// The filling of a slot; null where the alignment has none. `record` counts for slots in tables
// only. Cost: O(tables): fillings stand in a known order.
const Filling* FillingOf(const Alignment& alignment, int slot, int32_t record);

// In which unit the bare numbers of that filling count: as its label or column says (万元), else
// the slot that names the unit, else the unit drawn in the form, else 元. Its label and the unit
// slot naming different units is a conflict.
MoneyContext ContextOf(const Alignment& alignment, const Filling& filling);

}  // namespace tabularium

#endif  // TABULARIUM_NORMALISE_CONTEXT_H_
