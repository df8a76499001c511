#ifndef TABULARIUM_CLI_TABLE_RESULTS_H_
#define TABULARIUM_CLI_TABLE_RESULTS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/result.h"
#include "model/tables_finding.h"

namespace tabularium {

enum class TablesFormat : uint8_t { kCsv, kJson, kHtml, kMarkdown, kXlsx, kBench };
inline constexpr std::string_view kTablesFormatNames[] = {"csv", "json", "html",
                                                          "md",  "xlsx", "bench"};

// Where tables go, file by file, in the order of the files. Not thread-safe.
class TableResults {
 public:
  virtual ~TableResults() = default;
  virtual bool Add(TablesFinding finding) = 0;  // false: it failed; see failure()
  virtual bool Finish() = 0;
  virtual std::optional<Error> failure() const = 0;
};

// `out` is a folder that is there or ends with "/", which then gets one file an input (csv: one a
// table), named after it; or a file with everything; or empty for standard output. csv parts its
// tables by an empty line, and begins files, but not standard output, with a byte order mark. Fails
// where it cannot be written; a workbook needs a file or a folder.
Result<std::unique_ptr<TableResults>> OpenTableResults(TablesFormat format, const std::string& out);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_TABLE_RESULTS_H_
