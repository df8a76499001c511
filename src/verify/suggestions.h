#ifndef TABULARIUM_VERIFY_SUGGESTIONS_H_
#define TABULARIUM_VERIFY_SUGGESTIONS_H_

#include <span>
#include <utility>
#include <vector>

#include "model/finding.h"

namespace tabularium {

// For each required field that is blank, not applicable or missing: what the main declaration says
// there, or what all parts that say anything agree on. Only what a part has in common with its main
// declaration (years, dates, texts, choices); never the name that tells parts apart, amounts, or
// prose. Cost: O(fields).
void Suggest(std::span<const Record> records,
             std::vector<std::pair<FieldId, Suggestion>>* suggestions);

}  // namespace tabularium

#endif  // TABULARIUM_VERIFY_SUGGESTIONS_H_
