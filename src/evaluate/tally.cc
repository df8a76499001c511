// Tested by tally_test.cc.
#include "evaluate/tally.h"

#include <cmath>
#include <limits>

namespace tabularium {
namespace {

constexpr double kTwoSided = 1.959964;  // normal quantile of a 95 % interval
constexpr double kOneIn[] = {1e3, 1e4, 1e5};
constexpr double kStepsADecade = 50;  // of the risk by which documents are ordered

void AddValue(const Judged& value, bool accepted, GroupScore* group) {
  ++group->values;
  group->wrong += !value.right;
  group->silent += accepted && !value.right;
  group->accepted += accepted;
}

void AddDocument(const Comparison& comparison, GroupScore* group) {
  ++group->documents;
  group->seen += comparison.verdict != Verdict::kAccept;
  group->extra += comparison.extra;
  group->extra_records += comparison.extra_records;
  group->missing_records += comparison.missing_records;
}

double Rounded(double risk) {
  return risk <= 0 ? 0 : std::pow(10, std::round(std::log10(risk) * kStepsADecade) / kStepsADecade);
}

}  // namespace

Rate RateOf(uint64_t part, uint64_t whole) {
  if (whole == 0) return {0, 0, 1};
  double n = static_cast<double>(whole), p = static_cast<double>(part) / n,
         z2 = kTwoSided * kTwoSided;
  double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  double half = kTwoSided * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
  return {p, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

void EvaluationTally::Add(const Comparison& comparison) {
  bool accepted = comparison.verdict == Verdict::kAccept;
  std::array<std::vector<GroupScore*>, kGroupings> groups;
  groups[kByForm] = {&groups_[kByForm][comparison.form]};
  groups[kByMedium] = {&groups_[kByMedium][comparison.medium]};
  groups[kByLayout] = {&groups_[kByLayout][comparison.layout]};
  for (const std::string& defect : comparison.defects)
    groups[kByDefect].push_back(&groups_[kByDefect][defect]);
  if (comparison.defects.empty()) groups[kByDefect] = {&groups_[kByDefect]["none"]};
  AddDocument(comparison, &all_);
  for (auto& some : groups)
    for (GroupScore* group : some) AddDocument(comparison, group);
  ConfidenceTally& confidences = confidences_[comparison.medium];
  uint64_t wrong = 0;
  for (const Judged& value : comparison.values) {
    wrong += !value.right;
    AddValue(value, accepted, &all_);
    for (auto& some : groups)
      for (GroupScore* group : some) AddValue(value, accepted, group);
    AddValue(value, accepted, &groups_[kByField][comparison.form + " " + value.path]);
    std::string type(value.slot ? kTypeNames[static_cast<size_t>(value.slot->type)] : "unknown");
    AddValue(value, accepted, &groups_[kByType][type]);
    if (value.found) confidences.Add(value);
  }
  bool deserves = comparison.must_review || wrong > 0;
  deserving += deserves;
  to_be_seen += comparison.must_review;
  to_be_seen_and_seen += comparison.must_review && !accepted;
  reviewed += !accepted;
  deserved += !accepted && deserves;
  for (FlagCode code : comparison.flags) {
    FlagScore& flag = flags[std::string(Kind(code).code)];
    ++flag.raised;
    flag.deserved += deserves;
  }
  bool always = comparison.by_flags || comparison.verdict == Verdict::kReject;
  Risky& risky =
      risks_[always ? std::numeric_limits<double>::infinity() : Rounded(comparison.risk)];
  ++risky.documents;
  risky.values += comparison.values.size();
  risky.wrong += wrong;
}

ConfidenceMasses EvaluationTally::Confidences() const {
  ConfidenceMasses sum;
  for (auto& [medium, tally] : confidences_) sum.Add(tally.All());
  return sum;
}

std::map<std::string, ConfidenceMasses> EvaluationTally::ConfidencesByMedium() const {
  std::map<std::string, ConfidenceMasses> by_medium;
  for (auto& [medium, tally] : confidences_) by_medium[medium] = tally.All();
  return by_medium;
}

ConfidenceMasses EvaluationTally::ConfidencesWithout(EvidenceGroup group) const {
  ConfidenceMasses sum;
  for (auto& [medium, tally] : confidences_) sum.Add(tally.Without(group));
  return sum;
}

std::vector<EvaluationTally::CurvePoint> EvaluationTally::RiskCurve() const {
  uint64_t values = 0, wrong = 0, documents = 0;  // of the accepted, from the least risky on
  std::vector<CurvePoint> curve;
  for (auto& [risk, group] : risks_) {
    documents += group.documents;
    values += group.values;
    wrong += group.wrong;
    double review = 1 - static_cast<double>(documents) / static_cast<double>(all_.documents);
    curve.push_back(
        {review, values ? static_cast<double>(wrong) / static_cast<double>(values) : 0});
  }
  return curve;
}

std::vector<ReviewNeed> EvaluationTally::Needs() const {
  std::vector<ReviewNeed> needs;
  for (double one_in : kOneIn) {
    ReviewNeed need;
    need.one_in = one_in;
    uint64_t values = 0, wrong = 0, documents = 0;
    for (auto& [risk, group] : risks_) {
      if (std::isinf(risk)) break;
      documents += group.documents;
      values += group.values;
      wrong += group.wrong;
      Rate rate = RateOf(wrong, values);
      double review = 1 - static_cast<double>(documents) / static_cast<double>(all_.documents);
      if (rate.at * one_in <= 1) need.review = review;
      if (rate.low * one_in <= 1) need.review_best = review;
      if (rate.high * one_in <= 1) need.review_sure = review;
    }
    needs.push_back(need);
  }
  return needs;
}

}  // namespace tabularium
