#ifndef TABULARIUM_EVALUATE_CONFIDENCES_H_
#define TABULARIUM_EVALUATE_CONFIDENCES_H_

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "evaluate/compare.h"

namespace tabularium {

struct ReliabilityBin {
  double confidence = 0, right = 0;  // means
  uint64_t values = 0;
};

// How often values of each confidence were right.
class ConfidenceMasses {
 public:
  struct Mass {
    uint64_t right = 0, wrong = 0;
  };
  void Add(float confidence, Mass mass);
  void Add(const ConfidenceMasses& others);

  double Auroc() const;             // 1 where nothing is wrong, or nothing right
  double CalibrationError() const;  // ten bins of equal mass
  std::vector<ReliabilityBin> Reliability() const;

 private:
  std::map<float, Mass> masses_;
};

// The same, with the reasons remembered, so that it can be asked what confidences would be worth
// without some. Memory: the distinct combinations of reasons, whatever the number of values.
class ConfidenceTally {
 public:
  void Add(const Judged& value);

  ConfidenceMasses All() const;
  ConfidenceMasses Without(EvidenceGroup group) const;  // its weights taken away, the others kept

 private:
  struct Key {
    float confidence = 0;
    uint64_t signs = 0;
    std::array<float, kEvidenceGroups> sums{};
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Hash {
    size_t operator()(const Key& key) const;
  };
  std::unordered_map<Key, ConfidenceMasses::Mass, Hash> masses_;
};

}  // namespace tabularium

#endif  // TABULARIUM_EVALUATE_CONFIDENCES_H_
