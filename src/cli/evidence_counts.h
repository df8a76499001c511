#ifndef TABULARIUM_CLI_EVIDENCE_COUNTS_H_
#define TABULARIUM_CLI_EVIDENCE_COUNTS_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "evaluate/compare.h"

namespace tabularium {

// How often each combination of evidence was right, which tools/calibrate learns from.
class EvidenceCounts {
 public:
  void Add(const Comparison& comparison);

  // Tab-separated, with a head: medium, form, layout, defects, type, what the value holds ("value", or the
  // kind of nothing; with "required-" or "optional-" before it where that counts), evidence codes,
  // right, wrong.
  std::string Print() const;

 private:
  std::map<std::string, std::pair<uint64_t, uint64_t>> counts_;
};

}  // namespace tabularium

#endif  // TABULARIUM_CLI_EVIDENCE_COUNTS_H_
