#ifndef TABULARIUM_JUDGE_OPINION_H_
#define TABULARIUM_JUDGE_OPINION_H_

#include <vector>

#include "model/finding.h"

namespace tabularium {

// The sum of the weights of a set of signs, as people set them (priors.inc).
float PriorSum(Signs signs);

// The log-odds from which the evidence about a field starts: by its type, or by the kind of nothing
// it holds. `may_be_absent`: the form lets the slot's row or picture be absent.
enum class Absence : uint8_t { kOdd, kAllowed };
float Base(const Slot& slot, const Value& value, Absence absence);

// How sure we are of a field: its base and its signs. Only signs with a weight are listed, in the
// order of model/evidence.h. REQUIRES: *opinion is a new one.
void Weigh(const Slot& slot, const Field& field, Absence absence, Opinion* opinion);

// For each slot of the form, whether its row or picture may be absent. Cost: O(squares of the
// form).
std::vector<Absence> Absences(const Form& form);

}  // namespace tabularium

#endif  // TABULARIUM_JUDGE_OPINION_H_
