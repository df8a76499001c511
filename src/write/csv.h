#ifndef TABULARIUM_WRITE_CSV_H_
#define TABULARIUM_WRITE_CSV_H_

#include <functional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>

#include "model/finding.h"

namespace tabularium {

// Writes findings as tables, one file a table, as they come: nothing is kept but the names of the
// files begun.
//
//   files.csv                                 path, sha256, bytes, encoding, verdict, declarations
//   cn-project-target-2023.declarations.csv   path, declaration, part_of, verdict, confidence, then
//   the fields by path cn-project-target-2023.indicators.csv     path, declaration, record, then
//   the columns of the table pairs.csv                                 path, line, label, value: of
//   files without a known form flags.csv                                 path, declaration, field,
//   code, severity, message, line, cluster, suggestion
//
// UTF-8 with a byte order mark, RFC 4180: commas, CRLF, quotes where a cell needs them, so that
// spreadsheet programs open it. Values are those of the JSON without their units; nothing is an
// empty cell. Nothing is changed: a value that begins with = + - or @ stands as it is, so import
// the columns as text where a program would take it for a formula.
class CsvWriter {
 public:
  // Opens a file by name, when its first row comes, or hands out one that it opened before. The
  // stream must live until the next call.
  using Open = std::function<std::ostream&(const std::string& name)>;

  explicit CsvWriter(Open open) : open_(std::move(open)) {}
  void Write(const Finding& finding);

 private:
  // The file, with its header written. Header is a list of cells.
  std::ostream& File(const std::string& name, const std::function<void(std::string*)>& header);
  void WriteFile(const Finding& finding);
  void WriteDeclaration(const Finding& finding, int declaration);
  void WriteTables(const Finding& finding, int declaration);
  void WritePairs(const Finding& finding);
  void WriteFlags(const Finding& finding);

  Open open_;
  std::set<std::string> begun_;
  std::string row_;  // reused
};

// Appends one cell, with the comma before it unless it begins the row; quoted where it must be.
void AppendCsvCell(std::string_view text, std::string* row);

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_CSV_H_
