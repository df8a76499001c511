// Tables as CSV, Markdown and HTML: cells come row-major, so one walk over rows and columns meets
// them in their order. Tested by tables_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "text/width.h"
#include "write/csv.h"
#include "write/html_text.h"
#include "write/tables.h"

namespace tabularium {
namespace {

constexpr int kWidest =
    40;  // columns that a Markdown cell is filled up to, so that columns align in a terminal
constexpr uint32_t kMostColspan = 1000;  // a browser's limit

// Calls use(row, column, cell or null) for every place of the grid, row by row.
template <class Use>
void EachPlace(const Table& table, Use use) {
  auto next = table.cells.begin();
  for (uint32_t row = 0; row < table.rows; ++row)
    for (uint32_t column = 0; column < table.columns; ++column) {
      bool here = next != table.cells.end() && next->row == row && next->column == column;
      use(row, column, here ? &*next++ : nullptr);
    }
}

std::string MarkdownCell(std::string_view text) {
  constexpr std::string_view kOfMarkdown = "\\`*_[]<>|~$&";
  std::string out;
  for (char c : text) {
    if (c == '\n') {
      out += "<br>";
      continue;
    }
    if (kOfMarkdown.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// Which places a cell that began in a row above, or to the left, covers: until which row, by
// column.
class Covered {
 public:
  explicit Covered(uint32_t columns) : until_(columns, 0) {}
  bool operator()(uint32_t row, uint32_t column) const { return row < until_[column]; }
  void Add(const TableCell& cell) {
    for (size_t c = cell.column;
         c < std::min<size_t>(until_.size(), size_t{cell.column} + cell.columns); ++c)
      until_[c] = std::max(until_[c], cell.row + cell.rows);
  }

 private:
  std::vector<uint32_t> until_;
};

std::string HtmlCell(const TableCell& cell) {
  std::string span;
  if (cell.rows > 1) span += fmt::format(" rowspan=\"{}\"", cell.rows);
  if (cell.columns > 1)
    span += fmt::format(" colspan=\"{}\"", std::min<uint32_t>(cell.columns, kMostColspan));
  std::string_view tag = cell.header ? "th" : "td";
  std::string out = fmt::format("<{}{}>", tag, span);
  for (std::string_view rest = cell.text;;) {
    size_t end = rest.find('\n');
    AppendHtml(rest.substr(0, end), &out);
    if (end == std::string_view::npos) break;
    out += "<br>";
    rest.remove_prefix(end + 1);
  }
  return out + fmt::format("</{}>", tag);
}

void WriteHtmlTable(const Table& table, std::string* out) {
  Covered covered(table.columns);
  out->append("<table>\n");
  EachPlace(table, [&](uint32_t row, uint32_t column, const TableCell* cell) {
    if (column == 0) out->append("<tr>");
    if (cell) {
      out->append(HtmlCell(*cell));
      covered.Add(*cell);
    } else if (!covered(row, column)) {
      out->append("<td></td>");
    }
    if (column + 1 == table.columns) out->append("</tr>\n");
  });
  out->append("</table>\n");
}

void WriteMarkdownTable(const Table& table, std::string* out) {
  std::vector<std::string> cells;  // by place
  std::vector<int> widths(table.columns, 3);
  EachPlace(table, [&](uint32_t, uint32_t column, const TableCell* cell) {
    cells.push_back(cell ? MarkdownCell(cell->text) : std::string());
    widths[column] = std::max(widths[column], std::min(kWidest, DisplayWidth(cells.back())));
  });
  for (size_t i = 0; i < cells.size(); ++i) {
    size_t column = i % table.columns;
    int missing = std::max(0, widths[column] - DisplayWidth(cells[i]));
    fmt::format_to(std::back_inserter(*out), "| {}{:{}}", cells[i], "", missing + 1);
    if (column + 1 < table.columns) continue;
    out->append("|\n");
    if (i + 1 != table.columns) continue;  // below the head
    for (int width : widths) fmt::format_to(std::back_inserter(*out), "|{:-<{}}", "", width + 2);
    out->append("|\n");
  }
}

// "page 3", or where there are no pages which table of the file it is.
std::string Heading(const Table& table, size_t number) {
  std::string pages = PagesOf(table);
  return fmt::format("Table {}{}{}", number + 1, pages.empty() ? "" : ", ", pages);
}

}  // namespace

std::string PagesOf(const Table& table) {
  if (table.box.page == 0) return "";
  int last = table.parts.empty() ? table.box.page : table.parts.back().page;
  if (last == table.box.page) return fmt::format("page {}", last);
  return fmt::format("pages {} to {}", table.box.page, last);
}

void WriteTableCsv(const Table& table, std::string* out) {
  EachPlace(table, [&](uint32_t, uint32_t column, const TableCell* cell) {
    if (column > 0) out->push_back(',');
    if (cell) AppendCsvCell(cell->text, out);
    if (column + 1 == table.columns) out->append("\r\n");
  });
}

void WriteTablesMarkdown(const TablesFinding& finding, std::string* out) {
  for (size_t i = 0; i < finding.tables.size(); ++i) {
    fmt::format_to(std::back_inserter(*out), "### {}: {}\n\n", MarkdownCell(finding.source.path),
                   Heading(finding.tables[i], i));
    WriteMarkdownTable(finding.tables[i], out);
    out->push_back('\n');
  }
}

void BeginTablesHtml(std::string_view title, std::string* out) {
  fmt::format_to(
      std::back_inserter(*out),
      "<!doctype html>\n<html lang=\"und\"><head><meta charset=\"utf-8\"><title>{}</title>"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<style>"
      ":root{{color-scheme:light dark}}body{{font:14px/1.5 system-ui,sans-serif;margin:2em}}"
      "h1{{font-size:1.2em}}h2{{font-size:1em;font-weight:600;margin:2em 0 .5em}}"
      "table{{border-collapse:collapse}}td,th{{border:1px solid #8888;padding:.25em .6em;"
      "text-align:left;vertical-align:top}}</style></head><body>\n",
      Html(title));
}

void WriteTablesHtml(const TablesFinding& finding, std::string* out) {
  fmt::format_to(std::back_inserter(*out), "<h1>{}</h1>\n", Html(finding.source.path));
  if (finding.tables.empty()) out->append("<p>No tables.</p>\n");
  for (size_t i = 0; i < finding.tables.size(); ++i) {
    fmt::format_to(std::back_inserter(*out), "<h2>{}</h2>\n", Heading(finding.tables[i], i));
    WriteHtmlTable(finding.tables[i], out);
  }
}

void EndTablesHtml(std::string* out) { out->append("</body></html>\n"); }

}  // namespace tabularium
