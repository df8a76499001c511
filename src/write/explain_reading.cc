// The document and its grid as plain text. Tested by explain_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "text/utf8.h"
#include "write/explain_text.h"

namespace tabularium {
namespace {

// One line of the source with its tabs and controls made visible.
std::string Visible(std::string_view line) {
  std::string visible;
  for (size_t i = 0; i < line.size();) {
    char32_t c = NextLetter(line, i);
    if (c == '\t')
      visible += "⇥";
    else if (c == 0x3000)
      visible += "□";
    else
      AppendLetter(c < 0x20 || c == 0x7F ? char32_t{0x2400} + (c & 0x1F) : c, &visible);
  }
  return visible;
}

void AppendTroubles(const std::vector<Trouble>& troubles, std::string* out) {
  for (const Trouble& t : troubles)
    fmt::format_to(std::back_inserter(*out), "  {} {}: {} (text {}-{})\n", Name(t.severity),
                   Kind(t.code).code, t.message, t.range.begin, t.range.end);
}

void AppendLines(std::string_view text, std::string* out) {
  uint32_t line = 1;
  for (size_t begin = 0; begin < text.size(); ++line) {
    size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    fmt::format_to(std::back_inserter(*out), "{:6} {}\n", line,
                   Visible(text.substr(begin, end - begin)));
    bool crlf = text.substr(end, 2) == "\r\n";
    begin = end + (crlf ? 2 : 1);
  }
}

}  // namespace

std::string_view Name(Separation separation) {
  constexpr std::string_view kNames[] = {"tabs", "alignment", "a separator", "labels", "lines"};
  return kNames[static_cast<size_t>(separation)];
}

std::string ShapeNames(uint16_t shapes) {
  constexpr std::string_view kNames[] = {"blank", "not-applicable", "number", "amount", "year",
                                         "date",  "target",         "marked", "prose",  "code"};
  std::string names;
  for (size_t bit = 0; bit < std::size(kNames); ++bit)
    if (shapes >> bit & 1) names += (names.empty() ? "" : " ") + std::string(kNames[bit]);
  return names;
}

void ExplainDocument(const Document& document, std::string* out) {
  fmt::format_to(std::back_inserter(*out),
                 "{}\n  sha256 {}\n  {} bytes, {}, {} (certainty {:.2f}), {} page{}\n",
                 document.path, document.sha256, document.bytes, document.media_type,
                 kEncodingNames[static_cast<size_t>(document.encoding)],
                 document.encoding_certainty, document.pages, document.pages == 1 ? "" : "s");
  AppendTroubles(document.troubles, out);
  out->push_back('\n');
  AppendLines(document.text, out);
}

void ExplainGrid(const Grid& grid, std::string* out) {
  fmt::format_to(std::back_inserter(*out), "{} rows, {} cells, told apart by {}\n", grid.rows(),
                 grid.cells.size(), Name(grid.separation));
  AppendTroubles(grid.troubles, out);
  out->append(
      "\n  line  row  cells: column, text, (what it looks like; * a known wording, + begins with "
      "one)\n");
  for (uint32_t row = 0; row < grid.rows(); ++row) {
    std::span<const Cell> cells = grid.row(row);
    if (cells.empty()) continue;
    fmt::format_to(std::back_inserter(*out), "{:6} {:4} ", cells[0].line, row);
    for (const Cell& cell : cells) {
      std::string shapes = ShapeNames(cell.shapes);
      std::string_view known = cell.word != kNoWord ? "*" : cell.prefix != kNoWord ? "+" : "";
      fmt::format_to(std::back_inserter(*out), " │ {} {}{}{}", cell.column, Visible(cell.text),
                     known, shapes.empty() ? "" : " (" + shapes + ")");
    }
    out->append(" │\n");
  }
}

}  // namespace tabularium
