#ifndef TABULARIUM_EVALUATE_COMPARE_H_
#define TABULARIUM_EVALUATE_COMPARE_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "evaluate/truth.h"
#include "model/finding.h"

namespace tabularium {

// One value of the truth beside what was found.
struct Judged {
  const Slot* slot = nullptr;  // null: the form has no such slot, or no form was found
  std::string path;            // "funds.total"; in a table "indicators.target"
  bool right = false;
  bool found = false;          // there is a field for it, with a confidence
  float confidence = 0;        // if found
  Signs signs;                 // if found
  std::array<float, kEvidenceGroups> sums{};  // if found: what each kind of evidence moved it by
  uint8_t holds = 0;           // if found: 0 a value, else 1 + Nothing
  bool may_be_absent = false;  // the form lets its row or picture be absent; set by who knows
};

// One file beside its truth. Owns what it says, but for the slots.
struct Comparison {
  std::string file, medium, form, layout;
  std::vector<std::string> defects;
  bool must_review = false;
  Verdict verdict = Verdict::kReject;
  std::vector<Judged> values;  // those that somebody can know
  uint64_t extra = 0;  // records, declarations and filled fields that the truth does not have
  uint64_t extra_records = 0, missing_records = 0;  // of tables
  std::vector<FlagCode> flags;  // suspicious or wrong, each once
  double risk = 0;              // Σ (1 − confidence): the wrong values to expect
  bool by_flags = false;        // a flag sends it to a person, whatever the confidences
  uint64_t wrong() const;
};

// Records of tables are matched by what they say, the more equal columns the better; a true record
// without a match counts as wrong in all its columns, a found one as extra. Cost: O(records²) a
// table.
Comparison Compare(const TrueFile& truth, const Finding& finding);

// What people found in a file that was accepted: everything is right but for what they name.
// Fails where a name is none of the finding's.
Result<Comparison> CompareAudited(const AuditedFile& audited, const Finding& finding);

}  // namespace tabularium

#endif  // TABULARIUM_EVALUATE_COMPARE_H_
