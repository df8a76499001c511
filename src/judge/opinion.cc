// Confidence is a sum of log-odds: a base by type or by kind of nothing, and a weight for each
// sign. Tested by opinion_test.cc.
#include "judge/opinion.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "judge/weights.h"

namespace tabularium {
namespace {

// Signs whose weight is not 0: the others move nothing.
constexpr uint64_t MovingBits() {
  uint64_t bits = 0;
  for (const EvidenceWeight& w : kWeights)
    if (w.weight != 0) bits |= uint64_t{1} << static_cast<int>(w.code);
  for (const TypedNumber& own : kTypedWeights)
    if (own.number != 0) bits |= uint64_t{1} << static_cast<int>(CodeNamed(own.name));
  return bits;
}
constexpr uint64_t kMovingBits = MovingBits();

template <class Visit>
void ForEachMoving(Signs signs, Visit visit) {
  for (uint64_t bits = signs.bits & kMovingBits; bits != 0; bits &= bits - 1)
    visit(static_cast<EvidenceCode>(std::countr_zero(bits)));
}

// Fields of a kind mostly have the same signs, and so the same sum: a thread remembers the last ones.
float Sigmoid(float log_odds) {
  struct Known {
    float log_odds = 0, sigmoid = 0.5f;
  };
  constexpr size_t kKnown = 64;
  thread_local constinit std::array<Known, kKnown> known{};
  Known& last = known[(std::bit_cast<uint32_t>(log_odds) * 0x9E3779B1u) >> 26];
  if (last.log_odds != log_odds) last = {log_odds, static_cast<float>(1 / (1 + std::exp(-static_cast<double>(log_odds))))};
  return last.sigmoid;
}

}  // namespace

float PriorSum(Signs signs) {
  float sum = 0;
  for (const EvidenceWeight& prior : kPriorWeights)
    if (signs.Has(prior.code)) sum += prior.weight;
  return sum;
}

float Base(const Slot& slot, const Value& value, Absence absence) {
  const auto* nothing = std::get_if<Nothing>(&value);
  if (!nothing) return kBaseOfType[static_cast<size_t>(slot.type)];
  if (*nothing == Nothing::kMissing && absence == Absence::kAllowed) return kBaseOfOptionalMissing;
  float base = kBaseOfNothing[static_cast<size_t>(slot.type)][static_cast<size_t>(*nothing)];
  return slot.required ? std::min(base, kBaseOfRequiredNothing) : base;
}

void Weigh(const Slot& slot, const Field& field, Absence absence, Opinion* opinion) {
  float log_odds = Base(slot, field.value, absence);
  ForEachMoving(field.signs, [&](EvidenceCode code) {
    float weight = Weight(slot.type, code);
    if (weight == 0) return;
    opinion->evidence.push_back({code, weight});
    log_odds += weight;
  });
  opinion->confidence = Sigmoid(log_odds);
}

std::vector<Absence> Absences(const Form& form) {
  std::vector<Absence> absences(form.slots.size(), Absence::kOdd);
  for (const Row& row : form.rows) {
    bool optional = row.repeat == Row::kOptional || row.repeat == Row::kAny ||
                    form.pictures[static_cast<size_t>(row.picture)].optional;
    if (!optional) continue;
    for (const Square& square : row.squares) {
      if (square.slot >= 0) absences[static_cast<size_t>(square.slot)] = Absence::kAllowed;
      for (const Part& part : square.parts)
        if (part.slot >= 0) absences[static_cast<size_t>(part.slot)] = Absence::kAllowed;
    }
  }
  for (size_t i = 0; i < form.slots.size(); ++i) {
    bool unit = form.slots[i].type == Type::kUnit && !form.slots[i].required;  // its amounts tell
    if (unit || !form.slots[i].constant.empty()) absences[i] = Absence::kAllowed;
  }
  return absences;
}

}  // namespace tabularium
