// Tested by tabs_test.cc, limits_test.cc.
#include "tabulate/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <span>

#include "text/furniture.h"
#include "text/shape.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

// What programs write that stands for nothing on paper: &nbsp; in an empty cell, and the apostrophe before a text that would
// else be taken for a number: '2023-01-01.
std::string_view WithoutMarks(std::string_view text) {
  if (text.empty() || (text[0] != '&' && text[0] != '\'')) return text;
  if (text[0] == '\'')
    return text.size() > 1 && text[1] >= '0' && text[1] <= '9' && text.back() != '\'' ? text.substr(1) : text;
  constexpr std::string_view kBlanks[] = {"&nbsp;", "&#160;", "&#xa0;", "&emsp;", "&ensp;", "&#12288;"};
  std::string_view rest = text;
  for (bool more = true; more && !rest.empty();) {
    more = false;
    for (std::string_view blank : kBlanks)
      if (rest.starts_with(blank)) rest = Trim(rest.substr(blank.size())), more = true;
  }
  return rest.empty() ? rest : text;
}

// What stands in one pair of tags around the whole cell: <p>≥62公里</p> looks as ≥62公里 does.
std::string_view WithinTags(std::string_view text) {
  if (text.size() < 2 || text.front() != '<' || text.back() != '>') return text;
  const size_t open = text.find('>'), close = text.find('<', open);
  if (close == text.npos || text.rfind('<') != close || text.find('>', open + 1) + 1 != text.size()) return text;
  return Trim(text.substr(open + 1, close - open - 1));
}

}  // namespace

RowWriter::RowWriter(const Document& document, const Limits& limits, Wordings* wordings, Grid* grid)
    : text_(document.text),
      most_cells_(std::min<uint64_t>(limits.cells, std::numeric_limits<uint32_t>::max() - 1)),
      most_columns_(std::min<uint64_t>(limits.cells_per_row, std::numeric_limits<uint16_t>::max())),
      wordings_(wordings),
      grid_(grid) {
  grid_->row_begins.push_back(0);
}

void RowWriter::Stop(size_t begin, const char* name, uint64_t limit, uint32_t line) {
  full_ = true;
  Trouble trouble{FlagCode::kLimitReached, Severity::kWrong, {}, {}};
  trouble.message = fmt::format(
      "from line {} on the text was not read: limit {} = {} reached; --limit {}=N sets another",
      line, name, limit, name);
  trouble.range = {static_cast<uint32_t>(begin), static_cast<uint32_t>(text_.size())};
  grid_->troubles.push_back(std::move(trouble));
}

bool RowWriter::TakeRoom(size_t begin, uint32_t line) {
  if (full_) return false;
  if (grid_->cells_before + grid_->cells.size() >= most_cells_) {
    Stop(begin, "cells", most_cells_, line);
  } else if (cells() >= most_columns_) {
    Stop(begin, "cells_per_row", most_columns_, line);
  }
  return !full_;
}

void RowWriter::Finish(Cell* cell, uint32_t line) {
  cell->line = line;
  cell->row = static_cast<uint32_t>(grid_->row_begins.size() - 1);
  cell->column = static_cast<uint16_t>(cells() - 1);
  if (cell->text.empty()) {
    cell->shapes = kLooksBlank;
    return;
  }
  if (const DrawnWords::Place* drawn = wordings_->Drawn(cell->text)) {
    cell->shapes = drawn->shapes;
    cell->word = drawn->word;
    return;
  }
  cell->shapes = ShapesOf(WithinTags(cell->text));
  wordings_->Describe(cell);
}

void RowWriter::Add(size_t begin, size_t end, uint32_t line) {
  if (!TakeRoom(begin, line)) return;
  Cell& cell = grid_->cells.emplace_back();
  cell.text = WithoutMarks(Trim(text_.substr(begin, end - begin)));
  size_t at = cell.text.empty() ? begin : static_cast<size_t>(cell.text.data() - text_.data());
  cell.range = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + cell.text.size())};
  Finish(&cell, line);
}

void RowWriter::AddUnquoted(size_t begin, size_t end, uint32_t line, std::string text) {
  if (!TakeRoom(begin, line)) return;
  Cell& cell = grid_->cells.emplace_back();
  cell.text = Trim(grid_->owned.emplace_back(std::move(text)));
  cell.range = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  cell.verbatim = false;
  Finish(&cell, line);
}

void RowWriter::AddWrapped(std::span<const Line> lines) {
  if (!TakeRoom(lines.front().begin, lines.front().number)) return;
  Cell& cell = grid_->cells.emplace_back();
  std::string& text = grid_->owned.emplace_back();
  std::vector<CellLine>& places = grid_->wrapped.emplace_back();
  for (const Line& line : lines) {
    if (!text.empty()) text.push_back('\n');
    places.push_back({static_cast<uint32_t>(text.size()),
                      {static_cast<uint32_t>(line.begin), static_cast<uint32_t>(line.end)},
                      line.number});
    text.append(text_.substr(line.begin, line.end - line.begin));
  }
  cell.text = text;
  cell.range = places.front().range;
  cell.verbatim = false;
  cell.lines = &places;
  Finish(&cell, lines.front().number);
}

// A title or a year given again in every column that it was merged over: its first place counts.
void RowWriter::CollapseRepeats() {
  std::span<Cell> row = std::span<Cell>(grid_->cells).subspan(grid_->row_begins.back());
  auto first = std::find_if(row.begin(), row.end(), [](const Cell& c) { return !c.text.empty(); });
  if (first == row.end()) return;
  size_t filled = 0;
  for (const Cell& cell : row) {
    if (cell.text.empty()) continue;
    if (cell.text != first->text) return;
    ++filled;
  }
  bool title = first->word != kNoWord && (wordings_->word(first->word).roles & kIsTitle);
  if (filled < 2 || !(title || LooksLikeYearLine(first->text))) return;
  for (auto cell = first + 1; cell != row.end(); ++cell) {
    cell->text = {};
    cell->range.end = cell->range.begin;
    cell->shapes = kLooksBlank;
    cell->word = cell->prefix = kNoWord;
  }
}

bool RowWriter::EndRow(uint32_t line) {
  if (cells() > 1) CollapseRepeats();
  grid_->row_begins.push_back(static_cast<uint32_t>(grid_->cells.size()));
  if (!full_ && grid_->row_begins.size() > most_cells_ + 1)
    Stop(std::min(text_.size(), grid_->cells.empty() ? 0 : size_t{grid_->cells.back().range.end}),
         "cells", most_cells_, line);
  return !full_;
}

}  // namespace tabularium
