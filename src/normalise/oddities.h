#ifndef TABULARIUM_NORMALISE_ODDITIES_H_
#define TABULARIUM_NORMALISE_ODDITIES_H_

#include "model/alignment.h"
#include "model/document.h"
#include "model/record.h"

namespace tabularium {

// What the alignment noticed, as remarks that own what they show; its repairs with their raw rows;
// its leftovers. A missing row is wrong if it holds a required slot, else suspicious.
void TakeOddities(const Alignment& alignment, const Document& document, Record* record);

}  // namespace tabularium

#endif  // TABULARIUM_NORMALISE_ODDITIES_H_
