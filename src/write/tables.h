#ifndef TABULARIUM_WRITE_TABLES_H_
#define TABULARIUM_WRITE_TABLES_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/result.h"
#include "model/tables_finding.h"

// Tables of any document, as `tabularium tables` prints them. Letters are never changed; a cell
// that covers several places of the grid is written once, at its first row and column, and as what
// it covers where the format knows spans. All functions append.
namespace tabularium {

// One line of JSON with the newline; tables.schema.json describes it. Boxes are points, origin top
// left, or null.
void WriteTablesJson(const TablesFinding& finding, std::string* out);

// The interchange format of table benches: {"file": name, "tables": [{"page", "bbox", "cells":
// [{"row", "col", "rowspan", "colspan", "text", "bbox"}]}]}, with the newline. `file` is the path's
// last part.
void WriteTablesBench(const TablesFinding& finding, std::string* out);

// One table by RFC 4180: commas, CRLF, quotes where a cell needs them. Every row has as many cells
// as the table has columns. No byte order mark.
void WriteTableCsv(const Table& table, std::string* out);

// A table as GitHub's Markdown has it, its first row as the head (there is no table without one
// there), under a heading that says where it stands. Signs that Markdown would take for its own are
// escaped.
void WriteTablesMarkdown(const TablesFinding& finding, std::string* out);

// An HTML page: its beginning, a section for each file, its end. Real rowspans and colspans.
void BeginTablesHtml(std::string_view title, std::string* out);
void WriteTablesHtml(const TablesFinding& finding, std::string* out);
void EndTablesHtml(std::string* out);

// A workbook at `path` with one sheet a table, cells of several places merged, every cell as text.
// A workbook without tables has one empty sheet. The same tables give the same bytes. Fails where
// the file cannot be written, or the tables hold more than a workbook can (2^20 rows, 2^14
// columns).
std::optional<Error> WriteTablesXlsx(std::span<const TablesFinding> findings,
                                     const std::string& path);

// "page 3", "pages 3 to 5", or nothing for a table without pages.
std::string PagesOf(const Table& table);

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_TABLES_H_
