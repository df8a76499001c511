#ifndef TABULARIUM_MODEL_PLACES_H_
#define TABULARIUM_MODEL_PLACES_H_

#include <span>

#include "model/document.h"
#include "model/record.h"

namespace tabularium {

// Where a range of Document::text stands in the file as stored. Exact in every encoding.
// Cost: O(1) for UTF-8; else O(log marks + letters since the mark before).
// Empty at 0 where the text stands nowhere in the file.
StoredRange Stored(const Document& document, const Range& range);

// The stretches of a laid-out text that a range meets, in order; of an empty range the one it stands in.
// Cost: O(log boxes + boxes met).
std::span<const TextBox> BoxesAt(const Document& document, Range range);

// Around all that the range meets on the page it begins on; of an empty range the stretch it stands in. Page 0 where the
// document has no geometry. Cost: O(log boxes + boxes met).
Box BoxOf(const Document& document, Range range);

// Sets page, bytes and box of a place from its range.
void Locate(const Document& document, Place* place);

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_PLACES_H_
