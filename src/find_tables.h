#ifndef TABULARIUM_FIND_TABLES_H_
#define TABULARIUM_FIND_TABLES_H_

#include <optional>
#include <span>
#include <vector>

#include "model/tables_finding.h"
#include "read/pages.h"
#include "read/read.h"
#include "tabulate/tables.h"

namespace tabularium {

struct FindTablesOptions {
  ReadOptions read;
  TableOptions tables;
  std::optional<Box> area;  // only what stands in it, on every page; its page means nothing
  ScanReaders* scans = nullptr;  // shared by many calls; null: each makes its own where it needs one
};

// Some pages of a file with the tables of each by itself.
struct TablesOfPages {
  std::vector<int> numbers;       // of the pages, ascending, from 1 …
  std::vector<PageTables> pages;  // … parallel
  std::vector<Trouble> troubles;
};

// What is done with tables that run over pages.
enum class Joining : uint8_t { kJoin, kLeaveApart };

// The short walk to tables, forms or not: read, tabulate, and no more. Pure, and pages know nothing
// of each other, so that several threads may read some pages each of the same document. A document
// that is text is one page, and its grid one table without boxes (none, where its lines have one
// cell each). Pages that the document doesn't have are left out. Fails where the PDF cannot be
// opened (password, unreadable).
Result<TablesOfPages> FindTablesOnPages(const Document& document, std::span<const int> numbers,
                                        const FindTablesOptions& options);

// All pages' tables as one finding, joined over pages that follow one another. REQUIRES: `parts` in
// the order of pages.
TablesFinding GatherTables(const Document& document, std::vector<TablesOfPages> parts,
                           Joining joining);

}  // namespace tabularium

#endif  // TABULARIUM_FIND_TABLES_H_
