#ifndef TABULARIUM_CLI_RESULTS_H_
#define TABULARIUM_CLI_RESULTS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "model/result.h"
#include "write/write.h"

namespace tabularium {

enum class ResultFormat : uint8_t { kJson, kJsonLines, kCsv, kTable };
inline constexpr std::string_view kResultFormatNames[] = {"json", "jsonl", "csv", "table"};

// How results look.
struct ResultStyle {
  ResultFormat format = ResultFormat::kJsonLines;
  TableStyle table;  // of kTable
};

// One file's results on their way to the output: written by a worker, put in place by the one that
// prints.
struct Written {
  std::string text;                // of all formats but csv
  std::optional<Finding> finding;  // of csv, whose files share no text, and of many declarations, whose text would be large
  Verdict verdict = Verdict::kReject;
  std::string path;           // of kTable, for the order of review
  double expected_wrong = 0;  // likewise
};

// Makes a finding ready for the output. Called by many threads at once.
Written Prepare(const ResultStyle& style, Finding finding);

// Where results go, in order. Not thread-safe.
class Results {
 public:
  virtual ~Results() = default;
  virtual bool Add(Written written) = 0;  // false: it failed; see failure()
  virtual bool Finish() = 0;
  virtual std::optional<Error> failure() const = 0;
};

// `out`: a file, a folder for csv, or empty for standard output.
// Fails where it cannot be written.
Result<std::unique_ptr<Results>> OpenResults(const ResultStyle& style, const std::string& out);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_RESULTS_H_
