#ifndef TABULARIUM_EVALUATE_TALLY_H_
#define TABULARIUM_EVALUATE_TALLY_H_

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "evaluate/compare.h"
#include "evaluate/confidences.h"

namespace tabularium {

// How a group of values or documents did.
struct GroupScore {
  uint64_t documents = 0, seen = 0;  // seen: not accepted
  uint64_t values = 0, wrong = 0, silent = 0,
           accepted = 0;  // silent: wrong, in an accepted document
  uint64_t extra = 0, extra_records = 0, missing_records = 0;
};

// A rate with its 95 % interval (Wilson).
struct Rate {
  double at = 0, low = 0, high = 0;
};
Rate RateOf(uint64_t part, uint64_t whole);

// What people must read so that of the accepted values at most one in `one_in` is wrong.
struct ReviewNeed {
  double one_in = 0;
  double review = 1;       // share of documents, by the number that were wrong
  double review_best = 1;  // by the lower end of its 95 % interval …
  double review_sure = 1;  // … and by the upper one; 1: not shown with these documents
};

// Everything that is counted while comparisons come by. Memory: the distinct fields, reasons
// and risks, whatever the number of documents.
class EvaluationTally {
 public:
  void Add(const Comparison& comparison);

  uint64_t documents() const { return all_.documents; }
  const GroupScore& all() const { return all_; }
  using Groups = std::map<std::string, GroupScore>;
  enum Grouping : uint8_t {
    kByField,
    kByType,
    kByForm,
    kByMedium,
    kByLayout,
    kByDefect,
    kGroupings
  };
  static constexpr std::array<std::string_view, kGroupings> kGroupingNames = {
      "field", "type", "form", "medium", "layout", "defect"};
  const Groups& groups(Grouping by) const { return groups_[by]; }

  uint64_t to_be_seen = 0, to_be_seen_and_seen = 0;  // documents that a person must see
  uint64_t deserving = 0;               // must be seen, or something is wrong
  uint64_t reviewed = 0, deserved = 0;  // deserved: reviewed, and deserving
  struct FlagScore {
    uint64_t raised = 0, deserved = 0;
  };
  std::map<std::string, FlagScore> flags;  // suspicious and wrong ones, by document

  ConfidenceMasses Confidences() const;
  std::map<std::string, ConfidenceMasses> ConfidencesByMedium() const;
  ConfidenceMasses ConfidencesWithout(EvidenceGroup group) const;
  std::vector<ReviewNeed> Needs() const;
  struct CurvePoint {
    double review = 0, silent = 0;
  };
  std::vector<CurvePoint> RiskCurve() const;

 private:
  struct Risky {
    uint64_t documents = 0, values = 0, wrong = 0;
  };

  GroupScore all_;
  std::array<Groups, kGroupings> groups_;
  std::map<std::string, ConfidenceTally> confidences_;  // by medium
  std::map<double, Risky> risks_;  // of documents; flags count as risk without end
};

}  // namespace tabularium

#endif  // TABULARIUM_EVALUATE_TALLY_H_
