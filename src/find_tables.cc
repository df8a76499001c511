// The short walk on one screen. Tested by tables_corpus_test.cc, tables_test.cc of cli.
#include "find_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "read/pages.h"
#include "tabulate/tabulate.h"

namespace tabularium {
namespace {

// What of a box is in the area; nothing where that is no line and no area any more.
std::optional<Box> Within(Box box, const Box& area) {
  box.x0 = std::max(box.x0, area.x0);
  box.y0 = std::max(box.y0, area.y0);
  box.x1 = std::min(box.x1, area.x1);
  box.y1 = std::min(box.y1, area.y1);
  if (box.x0 > box.x1 || box.y0 > box.y1) return std::nullopt;
  return box;
}

bool HasItsMiddleIn(const Box& box, const Box& area) {
  float x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
  return area.x0 <= x && x <= area.x1 && area.y0 <= y && y <= area.y1;
}

void Crop(const Box& area, Page* page) {
  std::erase_if(page->words, [&](const Word& word) { return !HasItsMiddleIn(word.box, area); });
  auto crop = [&](Box* box) {
    std::optional<Box> rest = Within(*box, area);
    if (rest) *box = *rest;
    return !rest;
  };
  std::erase_if(page->rulings, [&](Ruling& ruling) { return crop(&ruling.box); });
  std::erase_if(page->fills, [&](Box& fill) { return crop(&fill); });
  std::erase_if(page->images, [&](Box& image) { return crop(&image); });
}

// The rows of a text that have letters, as one table.
PageTables TableOfText(const Grid& grid) {
  Table table;
  table.way = TableWay::kBlanks;
  for (uint32_t row = 0; row < grid.rows(); ++row) {
    bool any = false;
    for (const Cell& cell : grid.row(row)) {
      if (cell.text.empty()) continue;
      any = true;
      TableCell out;
      out.row = table.rows;
      out.column = cell.column;
      out.rows = cell.rows;
      out.columns = cell.columns;
      out.text = std::string(cell.text);
      table.columns = std::max(table.columns, out.column + out.columns);
      table.cells.push_back(std::move(out));
    }
    table.rows += any;
  }
  PageTables page;
  if (table.columns > 1) page.tables.push_back(std::move(table));
  return page;
}

TablesOfPages FindInText(const Document& document, const FindTablesOptions& options) {
  Grid grid = Tabulate(document, Vocabulary(), options.read.limits);
  TablesOfPages found;
  found.numbers.push_back(1);
  found.pages.push_back(TableOfText(grid));
  found.troubles = std::move(grid.troubles);
  return found;
}

void Report(const Table& table, std::vector<Trouble>* troubles) {
  if (table.parts.size() < 2) return;
  troubles->push_back(
      {FlagCode::kTableJoined,
       Severity::kNote,
       fmt::format("the table that begins on page {} goes on to page {} and was joined; --no-join "
                   "leaves its parts apart",
                   table.box.page, table.parts.back().page),
       {}});
}

}  // namespace

Result<TablesOfPages> FindTablesOnPages(const Document& document, std::span<const int> numbers,
                                        const FindTablesOptions& options) {
  if (!HasPages(document))
    return std::find(numbers.begin(), numbers.end(), 1) == numbers.end()
               ? TablesOfPages()
               : FindInText(document, options);
  const Vocabulary no_words;
  ScanReaders own(no_words, options.read.limits);
  auto source = DocumentPages::Open(document, options.read, options.scans ? options.scans : &own);
  if (!source.has_value()) return std::move(source.error());
  TablesOfPages found;
  for (int number : numbers) {
    if (number > source.value()->pages()) break;
    Page page = source.value()->ReadPage(number);
    std::move(page.troubles.begin(), page.troubles.end(), std::back_inserter(found.troubles));
    if (options.area) Crop(*options.area, &page);
    found.numbers.push_back(number);
    found.pages.push_back({page.height, FindTables(page, options.tables)});
  }
  return found;
}

TablesFinding GatherTables(const Document& document, std::vector<TablesOfPages> parts,
                           Joining joining) {
  TablesFinding finding;
  finding.source.path = document.path;
  finding.source.sha256 = document.sha256;
  finding.source.bytes = document.bytes;
  finding.source.media_type = document.media_type;
  if (!HasPages(document))
    finding.source.encoding = kEncodingNames[static_cast<size_t>(document.encoding)];
  finding.source.pages = document.pages;
  finding.troubles = document.troubles;

  std::vector<PageTables> run;  // pages that follow one another
  int last = 0;
  auto end_run = [&] {
    for (Table& table : JoinTables(std::exchange(run, {}))) {
      Report(table, &finding.troubles);
      finding.tables.push_back(std::move(table));
    }
  };
  for (TablesOfPages& part : parts) {
    std::move(part.troubles.begin(), part.troubles.end(), std::back_inserter(finding.troubles));
    for (size_t i = 0; i < part.pages.size(); ++i) {
      std::vector<Table>& tables = part.pages[i].tables;
      if (joining == Joining::kLeaveApart) {
        std::move(tables.begin(), tables.end(), std::back_inserter(finding.tables));
        continue;
      }
      if (part.numbers[i] != last + 1) end_run();
      last = part.numbers[i];
      run.push_back(std::move(part.pages[i]));
    }
  }
  end_run();
  return finding;
}

}  // namespace tabularium
