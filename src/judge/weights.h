#ifndef TABULARIUM_JUDGE_WEIGHTS_H_
#define TABULARIUM_JUDGE_WEIGHTS_H_

#include <array>
#include <cstddef>
#include <iterator>
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
inline constexpr float kBlocks = -11.0f;

constexpr EvidenceCode CodeNamed(std::string_view code) {
  size_t i = 0;
  while (kEvidenceKinds[i].code != code) ++i;  // past the end: does not compile
  return static_cast<EvidenceCode>(i);
}

struct NamedBase {
  std::string_view name;
  float log_odds;
};
struct TypedNumber {  // of a code or a kind of nothing, for one type of value
  std::string_view type, name;
  float number;
};

// weights.inc has four kinds of lines: TABULARIUM_WEIGHT(code, weight), one for each EvidenceCode,
// in its order; TABULARIUM_BASE(type, kind of nothing or special name, log-odds); and both with
// _OF(type, name, number) for a type of value that differs from the others.
#define TABULARIUM_WEIGHT(code, weight)
#define TABULARIUM_WEIGHT_OF(type, code, weight)
#define TABULARIUM_BASE(name, log_odds)
#define TABULARIUM_BASE_OF(type, nothing, log_odds)

#undef TABULARIUM_WEIGHT
#define TABULARIUM_WEIGHT(code, weight) {CodeNamed(code), weight},
inline constexpr EvidenceWeight kWeights[] = {
#include "judge/weights.inc"
};
// As people set them: what speaks against a value, however rarely it did on the papers learnt from.
inline constexpr EvidenceWeight kPriorWeights[] = {
#include "judge/priors.inc"
};
#undef TABULARIUM_WEIGHT
#define TABULARIUM_WEIGHT(code, weight)

#undef TABULARIUM_BASE
#define TABULARIUM_BASE(name, log_odds) {name, log_odds},
inline constexpr NamedBase kBases[] = {
#include "judge/weights.inc"
};
#undef TABULARIUM_BASE
#define TABULARIUM_BASE(name, log_odds)

#undef TABULARIUM_WEIGHT_OF
#define TABULARIUM_WEIGHT_OF(type, code, weight) {type, code, weight},
inline constexpr TypedNumber kTypedWeights[] = {
#include "judge/weights.inc"
    {"", "", 0}};
#undef TABULARIUM_WEIGHT_OF
#define TABULARIUM_WEIGHT_OF(type, code, weight)

#undef TABULARIUM_BASE_OF
#define TABULARIUM_BASE_OF(type, nothing, log_odds) {type, nothing, log_odds},
inline constexpr TypedNumber kTypedBases[] = {
#include "judge/weights.inc"
    {"", "", 0}};
#undef TABULARIUM_WEIGHT
#undef TABULARIUM_WEIGHT_OF
#undef TABULARIUM_BASE
#undef TABULARIUM_BASE_OF

constexpr float BaseNamed(std::string_view name) {
  size_t i = 0;
  while (kBases[i].name != name) ++i;
  return kBases[i].log_odds;
}

inline constexpr size_t kTypes = std::size(kTypeNames);
inline constexpr size_t kNothings = std::size(kNothingNames);

// The log-odds of a value against which no reason speaks, by Type …
constexpr std::array<float, kTypes> MakeTypeBases() {
  std::array<float, kTypes> bases{};
  for (size_t i = 0; i < kTypes; ++i) bases[i] = BaseNamed(kTypeNames[i]);
  return bases;
}
inline constexpr auto kBaseOfType = MakeTypeBases();

// … and that nothing is right, by Type and Nothing: below the base of a value, so that emptying a
// cell never makes us surer.
constexpr std::array<std::array<float, kNothings>, kTypes> MakeNothingBases() {
  std::array<std::array<float, kNothings>, kTypes> bases{};
  for (size_t type = 0; type < kTypes; ++type)
    for (size_t nothing = 0; nothing < kNothings; ++nothing) {
      bases[type][nothing] = BaseNamed(kNothingNames[nothing]);
      for (const TypedNumber& own : kTypedBases)
        if (own.type == kTypeNames[type] && own.name == kNothingNames[nothing])
          bases[type][nothing] = own.number;
    }
  return bases;
}
inline constexpr auto kBaseOfNothing = MakeNothingBases();

// A blank where the form asks for a value is rarer; and the form may let a whole row be absent.
inline constexpr float kBaseOfRequiredNothing = BaseNamed("required-nothing");
inline constexpr float kBaseOfOptionalMissing = BaseNamed("optional-missing");

constexpr bool NothingIsLessSure() {
  for (size_t type = 0; type < kTypes; ++type) {
    if (kBaseOfOptionalMissing > kBaseOfType[type]) return false;
    for (float nothing : kBaseOfNothing[type])
      if (nothing > kBaseOfType[type]) return false;
  }
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

// What a code is worth in general, and for a type of value.
constexpr float Weight(EvidenceCode code) { return kWeights[static_cast<size_t>(code)].weight; }

constexpr std::array<std::array<float, kEvidenceCodes>, kTypes> MakeWeights() {
  std::array<std::array<float, kEvidenceCodes>, kTypes> weights{};
  for (auto& of_type : weights)
    for (size_t i = 0; i < kEvidenceCodes; ++i) of_type[i] = kWeights[i].weight;
  for (const TypedNumber& own : kTypedWeights)
    for (size_t type = 0; type < kTypes; ++type)
      if (own.type == kTypeNames[type])
        weights[type][static_cast<size_t>(CodeNamed(own.name))] = own.number;
  return weights;
}
inline constexpr auto kWeightsOfType = MakeWeights();
constexpr float Weight(Type type, EvidenceCode code) {
  return kWeightsOfType[static_cast<size_t>(type)][static_cast<size_t>(code)];
}

}  // namespace tabularium

#endif  // TABULARIUM_JUDGE_WEIGHTS_H_
