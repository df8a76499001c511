// Tested by evaluate_test.cc.
#include "cli/evidence_counts.h"

#include <fmt/format.h>

namespace tabularium {
namespace {

std::string Holding(const Judged& value) {
  if (value.holds == 0) return "value";
  std::string kind(kNothingNames[value.holds - 1u]);
  if (value.may_be_absent && value.holds == 1 + static_cast<int>(Nothing::kMissing))
    return "optional-" + kind;
  return value.slot->required ? "required-" + kind : kind;
}

std::string Codes(Signs signs) {
  std::string codes;
  for (size_t i = 0; i < kEvidenceCodes; ++i)
    if (signs.Has(static_cast<EvidenceCode>(i)))
      codes.append(codes.empty() ? "" : ",").append(kEvidenceKinds[i].code);
  return codes;
}

}  // namespace

void EvidenceCounts::Add(const Comparison& comparison) {
  std::string from = comparison.medium + "\t" + comparison.form + "\t" + comparison.layout + "\t";
  for (size_t i = 0; i < comparison.defects.size(); ++i)
    from.append(i ? "," : "").append(comparison.defects[i]);
  for (const Judged& value : comparison.values) {
    if (!value.found) continue;
    std::string_view type = kTypeNames[static_cast<size_t>(value.slot->type)];
    auto& count =
        counts_[fmt::format("{}\t{}\t{}\t{}", from, type, Holding(value), Codes(value.signs))];
    ++(value.right ? count.first : count.second);
  }
}

std::string EvidenceCounts::Print() const {
  std::string out = "medium\tform\tlayout\tdefects\ttype\tholds\tevidence\tright\twrong\n";
  for (auto& [key, count] : counts_)
    out += fmt::format("{}\t{}\t{}\n", key, count.first, count.second);
  return out;
}

}  // namespace tabularium
