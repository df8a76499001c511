// Headings over several columns come first; what is left below them is one cell a column. Tested by
// heads_test.cc.
#include "tabulate/heads.h"

#include <algorithm>
#include <cmath>

#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

struct Heading {
  Run run;
  size_t line = 0;
  bool spans() const { return run.column1 - run.column0 > 1; }
};

class HeadReader {
 public:
  HeadReader(const Sheet& sheet, std::span<const RunLine> lines, std::span<const Rule> rules,
             const ColumnReach& columns)
      : sheet_(sheet), lines_(lines), rules_(rules), columns_(columns) {}
  uint32_t Read(std::vector<HeadCell>* cells);

 private:
  bool SpanByRule(Heading* heading) const;  // false: no rule underlines it
  void SpanByCentre(size_t line, size_t run, Heading* heading) const;
  void SpanFew(size_t line, uint32_t free0, uint32_t free1, Heading* heading) const;
  bool Centred(const Run& run, uint32_t column0, uint32_t column1) const;
  bool AllHaveChildren(size_t line, uint32_t column0, uint32_t column1) const;
  void AddSpanning(const Heading& heading, std::vector<HeadCell>* cells);

  const Sheet& sheet_;
  std::span<const RunLine> lines_;
  std::span<const Rule> rules_;
  const ColumnReach& columns_;
  std::vector<Heading> headings_;   // so far, from the top
  std::vector<uint32_t> depth_;     // rows of headings that span the column
  std::vector<size_t> below_line_;  // of the lowest of them, one more
};

bool HeadReader::SpanByRule(Heading* heading) const {
  const Run& run = heading->run;
  for (const Rule& rule : rules_) {
    if (rule.at < run.base - 1 || rule.at > run.base + kUnderEm * run.size) continue;
    if (rule.lo > run.box.mid_x() || rule.hi < run.box.mid_x()) continue;
    const auto& runs = lines_[heading->line].runs;  // a rule below several headings is of none
    if (std::count_if(runs.begin(), runs.end(), [&](const Run& r) {
          return r.box.mid_x() > rule.lo && r.box.mid_x() < rule.hi;
        }) > 1)
      continue;
    if (heading->line + 1 < lines_.size() && rule.at > lines_[heading->line + 1].base) continue;
    uint32_t column0 = run.column0, column1 = run.column1;
    for (uint32_t c = 0; c < columns_.size(); ++c) {
      const auto& [lo, hi] = columns_[c];
      const float shared = std::min(hi, rule.hi + kTouch) - std::max(lo, rule.lo - kTouch);
      if (shared < 0.5f * (hi - lo)) continue;
      column0 = std::min(column0, c), column1 = std::max(column1, c + 1);
    }
    heading->run.column0 = std::max(column0, run.least),
    heading->run.column1 = std::min(column1, run.most);
    return true;
  }
  return false;
}

bool HeadReader::Centred(const Run& run, uint32_t column0, uint32_t column1) const {
  const float middle = (columns_[column0].first + columns_[column1 - 1].second) / 2;
  return std::abs(middle - run.box.mid_x()) <= kCentreEm * run.size;
}

// Every one of these columns has a heading of its own below that line, and several stand on the
// next line.
bool HeadReader::AllHaveChildren(size_t line, uint32_t column0, uint32_t column1) const {
  std::vector<uint8_t> has(column1 - column0, 0);
  size_t next = 0, on_next = 0;  // the first line with headings below these columns, and how many
  for (size_t below = line + 1; below < lines_.size(); ++below)
    for (const Run& run : lines_[below].runs) {
      if (run.column1 <= column0 || run.column0 >= column1) continue;
      if (run.column0 < column0 || run.column1 > column1) return false;
      if (next == 0) next = below;
      on_next += below == next;
      std::fill(has.begin() + (run.column0 - column0), has.begin() + (run.column1 - column0),
                uint8_t{1});
    }
  return on_next > 1 && std::find(has.begin(), has.end(), 0) == has.end();
}

// True if the heading stands neither above its own column's beginning, nor its end, nor its middle,
// but above the middle of a few columns with headings below: these it spans.
void HeadReader::SpanFew(size_t line, uint32_t free0, uint32_t free1, Heading* heading) const {
  Run& run = heading->run;
  const auto& [lo, hi] = columns_[run.column0];
  const float own = std::min({std::abs(run.box.x0 - lo), std::abs(run.box.x1 - hi),
                              std::abs(run.box.mid_x() - (lo + hi) / 2)});
  if (!heading->spans() && own < kOwnColumnEm * run.size) return;
  float least = kCentreTightEm * run.size;
  uint32_t column0 = 0, column1 = 0;
  for (uint32_t a = run.column0 + 1; a-- > free0 && run.column0 - a < kMostSpanned;)
    for (uint32_t b = run.column1; b <= free1 && b - run.column1 < kMostSpanned; ++b) {
      const float off =
          std::abs((columns_[a].first + columns_[b - 1].second) / 2 - run.box.mid_x());
      if (b - a < 2 || off >= least || !AllHaveChildren(line, a, b)) continue;
      least = off, column0 = a, column1 = b;
    }
  if (column1 == 0) return;
  run.column0 = column0, run.column1 = column1;
}

void HeadReader::SpanByCentre(size_t line, size_t at, Heading* heading) const {
  const auto& runs = lines_[line].runs;
  Run& run = heading->run;
  for (const Heading& above : headings_)  // the next line of one column's heading
    if (!above.spans() && above.run.column0 == run.column0) return;
  uint32_t free0 = std::max(at > 0 ? runs[at - 1].column1 : 0, run.least);
  const uint32_t all = static_cast<uint32_t>(columns_.size());
  const uint32_t free1 =
      std::min(at + 1 < runs.size() ? runs[at + 1].column0 : all, std::min(run.most, all));
  const uint32_t second = free0 + 1, first = free0;
  for (; free0 < free1 && free0 <= run.column0 && free0 <= second; ++free0) {
    const uint32_t children = free1 - free0;
    if (children <= run.column1 - run.column0 || (!heading->spans() && children < 3)) break;
    if (!Centred(run, free0, free1) || !AllHaveChildren(line, free0, free1)) continue;
    run.column0 = free0, run.column1 = free1;
    return;
  }
  SpanFew(line, first, free1, heading);
}

void HeadReader::AddSpanning(const Heading& heading, std::vector<HeadCell>* cells) {
  const Run& run = heading.run;
  // The next line of a heading above.
  if (!cells->empty() && heading.line > 0)
    for (HeadCell& cell : *cells)
      if (cell.column0 == run.column0 && cell.column1 == run.column1 &&
          below_line_[run.column0] == heading.line && depth_[run.column0] == cell.row1) {
        cell.tokens.insert(cell.tokens.end(), run.tokens.begin(), run.tokens.end());
        for (uint32_t c = run.column0; c < run.column1; ++c) below_line_[c] = heading.line + 1;
        return;
      }
  uint32_t level = 0;
  for (uint32_t c = run.column0; c < run.column1; ++c) level = std::max(level, depth_[c]);
  for (uint32_t c = run.column0; c < run.column1; ++c)
    depth_[c] = level + 1, below_line_[c] = heading.line + 1;
  cells->push_back({level, level + 1, run.column0, run.column1, run.tokens});
}

uint32_t HeadReader::Read(std::vector<HeadCell>* cells) {
  depth_.assign(columns_.size(), 0);
  below_line_.assign(columns_.size(), 0);
  for (size_t line = 0; line < lines_.size(); ++line)
    for (size_t at = 0; at < lines_[line].runs.size(); ++at) {
      Heading heading{lines_[line].runs[at], line};
      if (!SpanByRule(&heading)) SpanByCentre(line, at, &heading);
      if (heading.spans()) AddSpanning(heading, cells);
      headings_.push_back(std::move(heading));
    }
  uint32_t rows = 0;
  std::vector<HeadCell> leaves(columns_.size());
  for (const Heading& heading : headings_) {
    if (heading.spans()) continue;
    const uint32_t c = heading.run.column0;
    leaves[c].tokens.insert(leaves[c].tokens.end(), heading.run.tokens.begin(),
                            heading.run.tokens.end());
    rows = std::max(rows, depth_[c] + 1);
  }
  for (uint32_t c = 0; c < columns_.size(); ++c) rows = std::max(rows, depth_[c]);
  for (uint32_t c = 0; c < columns_.size(); ++c) {
    if (leaves[c].tokens.empty()) continue;
    leaves[c].row0 = std::min(depth_[c], rows - 1), leaves[c].row1 = rows;
    leaves[c].column0 = c, leaves[c].column1 = c + 1;
    cells->push_back(std::move(leaves[c]));
  }
  return rows;
}

}  // namespace

uint32_t ReadHead(const Sheet& sheet, std::span<const RunLine> lines, std::span<const Rule> rules,
                  const ColumnReach& columns, std::vector<HeadCell>* cells) {
  return HeadReader(sheet, lines, rules, columns).Read(cells);
}

}  // namespace tabularium::sheet
