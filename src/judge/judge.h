#ifndef TABULARIUM_JUDGE_JUDGE_H_
#define TABULARIUM_JUDGE_JUDGE_H_

#include <vector>

#include "model/document.h"
#include "model/finding.h"
#include "model/grid.h"

namespace tabularium {

struct JudgeOptions {
  double threshold = 0.95;  // a value below it sends its declaration to review
  // A declaration of whose values a greater share is expected to be wrong goes to review: of all
  // that are accepted, no greater share is then expected to be wrong. 1: whatever the share.
  double max_risk = 1;
  double audit = 0;  // share of files, drawn by their SHA-256, that a person sees although accepted
};

// Text that belongs to no declaration, in its order.
struct Between {
  std::vector<Leftover> leftovers;  // whole rows of the grid
  std::vector<LoosePair> pairs;     // among them; they count where there is no declaration at all (judge/loose.h)
};

// Weighs the evidence: confidences, flags, clusters, verdicts.
Finding Judge(const Document& document, std::vector<Record> records, Verification verification,
              Between between, const Grid& grid, const JudgeOptions& options);

// The finding about a file that could not be read.
struct Unread {
  std::string path, code, message;
};
Finding JudgeUnread(const Unread& unread);

}  // namespace tabularium

#endif  // TABULARIUM_JUDGE_JUDGE_H_
