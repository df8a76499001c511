#ifndef TABULARIUM_MODEL_PLACES_H_
#define TABULARIUM_MODEL_PLACES_H_

#include "model/document.h"

namespace tabularium {

// Where a range of Document::text stands in the file as stored. Exact in every encoding.
// Cost: O(1) for UTF-8; else O(log marks + letters since the mark before).
StoredRange Stored(const Document& document, Range range);

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_PLACES_H_
