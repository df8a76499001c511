#ifndef TABULARIUM_NORMALISE_NORMALISE_H_
#define TABULARIUM_NORMALISE_NORMALISE_H_

#include "model/alignment.h"
#include "model/document.h"
#include "model/limits.h"
#include "model/record.h"

namespace tabularium {

// Reads every filling as a value of its slot's type. Total: every filling becomes a field, `raw`
// stays as written, and oddities and leftovers become remarks and leftovers that own what they
// show.
Record Normalise(const Alignment& alignment, const Document& document, const Limits& limits);

}  // namespace tabularium

#endif  // TABULARIUM_NORMALISE_NORMALISE_H_
