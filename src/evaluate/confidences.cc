// Tested by tally_test.cc.
#include "evaluate/confidences.h"

#include <bit>
#include <cmath>

namespace tabularium {
namespace {

constexpr size_t kBinsOfError = 10;  // of the calibration error

// Values in bins, in the order of their confidences. `closes` says whether a bin is full before a
// confidence comes to it.
template <class Closes>
std::vector<ReliabilityBin> Bins(const std::map<float, ConfidenceMasses::Mass>& masses,
                                 Closes closes) {
  std::vector<ReliabilityBin> bins;
  ReliabilityBin bin;
  auto close = [&] {
    if (bin.values == 0) return;
    bin.confidence /= static_cast<double>(bin.values);
    bin.right /= static_cast<double>(bin.values);
    bins.push_back(bin);
    bin = {};
  };
  for (auto& [confidence, mass] : masses) {
    if (closes(bin, confidence)) close();
    uint64_t n = mass.right + mass.wrong;
    bin.values += n;
    bin.confidence += static_cast<double>(confidence) * static_cast<double>(n);
    bin.right += static_cast<double>(mass.right);
  }
  close();
  return bins;
}

}  // namespace

void ConfidenceMasses::Add(float confidence, Mass mass) {
  Mass& sum = masses_[confidence];
  sum.right += mass.right;
  sum.wrong += mass.wrong;
}

void ConfidenceMasses::Add(const ConfidenceMasses& others) {
  for (auto& [confidence, mass] : others.masses_) Add(confidence, mass);
}

double ConfidenceMasses::Auroc() const {
  double below = 0, pairs = 0, right = 0, wrong = 0;  // wrong values below each right one
  for (auto& [confidence, mass] : masses_) {
    double r = static_cast<double>(mass.right), w = static_cast<double>(mass.wrong);
    pairs += r * (below + w / 2);
    below += w;
    right += r;
    wrong += w;
  }
  return right * wrong > 0 ? pairs / (right * wrong) : 1;
}

double ConfidenceMasses::CalibrationError() const {
  uint64_t all = 0;
  for (auto& [confidence, mass] : masses_) all += mass.right + mass.wrong;
  double error = 0;
  auto is_full = [&](const ReliabilityBin& bin, float) { return bin.values * kBinsOfError >= all; };
  for (const ReliabilityBin& bin : Bins(masses_, is_full))
    error += std::abs(bin.confidence - bin.right) * static_cast<double>(bin.values);
  return all > 0 ? error / static_cast<double>(all) : 0;
}

std::vector<ReliabilityBin> ConfidenceMasses::Reliability() const {
  constexpr double kEdges[] = {.1,   .3,   .5,   .7,    .8,    .9,     .95,    .98, .99,
                               .995, .998, .999, .9995, .9998, .9999, .99995, 1.1};
  size_t edge = 0;
  return Bins(masses_, [&](const ReliabilityBin&, float confidence) {
    size_t before = edge;
    while (static_cast<double>(confidence) >= kEdges[edge]) ++edge;
    return edge != before;
  });
}

void ConfidenceTally::Add(const Judged& value) {
  ConfidenceMasses::Mass& mass = masses_[{value.confidence, value.signs.bits, value.sums}];
  ++(value.right ? mass.right : mass.wrong);
}

ConfidenceMasses ConfidenceTally::All() const {
  ConfidenceMasses all;
  for (auto& [key, mass] : masses_) all.Add(key.confidence, mass);
  return all;
}

ConfidenceMasses ConfidenceTally::Without(EvidenceGroup group) const {
  ConfidenceMasses all;
  for (auto& [key, mass] : masses_) {
    double sum = static_cast<double>(key.sums[static_cast<size_t>(group)]);
    double c = static_cast<double>(key.confidence);
    bool sure = c <= 0 || c >= 1;
    double without = sure ? c : 1 / (1 + (1 - c) / c * std::exp(sum));
    all.Add(static_cast<float>(without), mass);
  }
  return all;
}

size_t ConfidenceTally::Hash::operator()(const Key& key) const {
  uint64_t hash = key.signs * 0x9E3779B97F4A7C15u;
  return static_cast<size_t>((hash ^ (hash >> 29)) +
                             std::bit_cast<uint32_t>(key.confidence) * 0xBF58476D1CE4E5B9u);
}

}  // namespace tabularium
