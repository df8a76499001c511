#ifndef TABULARIUM_JUDGE_JUDGE_H_
#define TABULARIUM_JUDGE_JUDGE_H_

#include <vector>

#include "model/document.h"
#include "model/finding.h"
#include "model/grid.h"

namespace tabularium {

struct JudgeOptions {
  double threshold = 0.95;  // a value below it sends its declaration to review
};

// Weighs the evidence: confidences, flags, clusters, verdicts. `between` are rows of the grid that
// belong to no declaration, as leftovers.
Finding Judge(const Document& document, std::vector<Record> records, Verification verification,
              std::vector<Leftover> between, std::vector<Trouble> troubles,
              const JudgeOptions& options);

// The finding about a file that could not be read.
struct Unread {
  std::string path, code, message;
};
Finding JudgeUnread(const Unread& unread);

}  // namespace tabularium

#endif  // TABULARIUM_JUDGE_JUDGE_H_
