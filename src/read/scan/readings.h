#ifndef TABULARIUM_READ_SCAN_READINGS_H_
#define TABULARIUM_READ_SCAN_READINGS_H_

#include <string_view>
#include <vector>

#include "read/scan/seen.h"

namespace tabularium {

// What kind of thing a spot holds, by its letters alone: who reads it, and whose reading stands in the text.
enum class SpotKind {
  kProse,   // sentences: read once
  kNumber,  // digits and their marks, mostly: amounts, codes, years
  kShort,   // targets, dates, ticks, quantities: anything short with digits or signs
  kLabel,   // short, Han letters alone
};

SpotKind KindOf(std::string_view text);

// Index of the reading that stands in the text. `seen` isn't empty; the general reading (chi_sim) is the first.
size_t ChooseReading(SpotKind kind, const std::vector<SeenText>& seen);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_READINGS_H_
