#ifndef TABULARIUM_JUDGE_WEIGHTS_H_
#define TABULARIUM_JUDGE_WEIGHTS_H_

#include <array>
#include <cstddef>
#include <string_view>

#include "model/evidence.h"
#include "model/form.h"
#include "model/value.h"

// What every reason is worth, as additive log-odds: confidence = 1 / (1 + exp(−(base + Σ
// weights))). The numbers stand in weights.inc, which tools/calibrate writes. To read them:
// .90 = 2.2, .95 = 2.94, .97 = 3.48, .99 = 4.6, .999 = 6.9.

namespace tabularium {

struct EvidenceWeight {
  EvidenceCode code;
  float weight;
};

// kBlocks outweighs whatever speaks for a value: kMaxBase + all positive weights − kBlocks < .95.
inline constexpr float kBlocks = -7.0f;

constexpr EvidenceCode CodeNamed(std::string_view code) {
  size_t i = 0;
  while (kEvidenceKinds[i].code != code) ++i;  // past the end: does not compile
  return static_cast<EvidenceCode>(i);
}

// One row for each EvidenceCode, in its order.
inline constexpr EvidenceWeight kWeights[] = {
#define TABULARIUM_WEIGHT(code, weight) {CodeNamed(code), weight},
#define TABULARIUM_BASE(name, log_odds)
#include "judge/weights.inc"
#undef TABULARIUM_WEIGHT
#undef TABULARIUM_BASE
};

struct NamedBase {
  std::string_view name;
  float log_odds;
};
inline constexpr NamedBase kBases[] = {
#define TABULARIUM_WEIGHT(code, weight)
#define TABULARIUM_BASE(name, log_odds) {name, log_odds},
#include "judge/weights.inc"
#undef TABULARIUM_WEIGHT
#undef TABULARIUM_BASE
};
constexpr float BaseNamed(std::string_view name) {
  size_t i = 0;
  while (kBases[i].name != name) ++i;
  return kBases[i].log_odds;
}
template <size_t n>
constexpr std::array<float, n> BasesNamed(const std::string_view (&names)[n]) {
  std::array<float, n> bases{};
  for (size_t i = 0; i < n; ++i) bases[i] = BaseNamed(names[i]);
  return bases;
}

// The log-odds of a value against which no reason speaks, by Type; and that nothing is right, by
// Nothing: below every base of a value, so that emptying a cell never makes us surer.
inline constexpr auto kBaseOfType = BasesNamed(kTypeNames);
inline constexpr auto kBaseOfNothing = BasesNamed(kNothingNames);
// A blank where the form asks for a value is rarer; and the form may let a whole row be absent.
inline constexpr float kBaseOfRequiredNothing = BaseNamed("required-nothing");
inline constexpr float kBaseOfOptionalMissing = BaseNamed("optional-missing");

constexpr bool NothingIsLessSure() {
  for (float value : kBaseOfType)
    for (float nothing : kBaseOfNothing)
      if (nothing > value || kBaseOfOptionalMissing > value) return false;
  return true;
}
static_assert(NothingIsLessSure(), "emptying a cell never makes us surer");

constexpr bool WeightsAreInOrder() {
  for (size_t i = 0; i < kEvidenceCodes; ++i)
    if (static_cast<size_t>(kWeights[i].code) != i) return false;
  return true;
}
static_assert(sizeof(kWeights) / sizeof(kWeights[0]) == kEvidenceCodes,
              "one weight for each evidence code");
static_assert(WeightsAreInOrder(), "in the order of model/evidence.h");

constexpr float Weight(EvidenceCode code) { return kWeights[static_cast<size_t>(code)].weight; }

}  // namespace tabularium

#endif  // TABULARIUM_JUDGE_WEIGHTS_H_
