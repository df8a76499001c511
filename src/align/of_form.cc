// Counts what is missing and what is unknown. Tested by of_form_test.cc.
#include <algorithm>
#include <cstdlib>

#include "align/align.h"
#include "align/costs.h"

namespace tabularium {

bool IsOfItsForm(const Alignment& alignment) {
  int32_t last = -1;  // what is missing behind it may have been cut off
  for (const RowMatch& match : alignment.matches) last = std::max(last, match.form_row);
  int missing = 0, unknown = 0, labels = 0;
  for (const Oddity& oddity : alignment.oddities) {
    missing += oddity.kind == Oddity::kRowMissing && oddity.form_row < last;
    unknown += oddity.kind == Oddity::kRowUnknown;
    labels += oddity.kind == Oddity::kLabelDiffers && oddity.cost >= costs::kHeaderMissing;
  }
  if (missing >= costs::kMissingMost) return false;
  bool replaced = missing > 0 && unknown >= costs::kMissingFew;
  if (replaced && missing + unknown + labels >= costs::kUnlikeMost) return false;
  return missing < costs::kMissingFew || unknown == 0 || 2 * (unknown + labels) < missing;
}

bool IsNearTie(const Alignment& best, const Alignment& other) {
  return std::abs(other.cost - best.cost) < costs::kFormTieMargin && other.cost > 0 && other.form->id != best.form->id;
}

}  // namespace tabularium
