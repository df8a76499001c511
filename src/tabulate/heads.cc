// Headings over several columns come first; what is left below them is one cell a column. Tested by
// heads_test.cc.
#include "tabulate/heads.h"

#include <algorithm>
#include <utility>

#include "tabulate/head_reader.h"
#include "tabulate/prices.h"

namespace tabularium::sheet {

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

// True if all headings of the line that go on below are figures, each above a heading of its own on the next line: (1) (2)
// above names, years above units.
bool HeadReader::NumberTexts(size_t line) const {
  size_t figures = 0;
  if (line + 1 >= lines_.size()) return false;
  for (const Run& run : lines_[line].runs) {
    if (run.column1 - run.column0 > 1) return false;
    const auto& next = lines_[line + 1].runs;
    const auto below = std::find_if(next.begin(), next.end(), [&](const Run& r) { return r.column0 <= run.column0 && run.column0 < r.column1; });
    if ((run.look == Look::kNumber) != (below != next.end() && below->column1 - below->column0 == 1 && !below->lower)) return false;
    figures += run.look == Look::kNumber;
  }
  return figures > 1;
}

// True if the line is one heading below all others: the unit of the figures, say.
bool HeadReader::IsFoot(size_t line) const {
  return line > 0 && line + 1 == lines_.size() && lines_[line].runs.size() == 1 && lines_[line - 1].runs.size() > 1;
}

// Lays the headings of a line over columns: in order, without overlaps, at the least price.
void HeadReader::SpanByMiddle(size_t line, std::vector<Heading>* headings) const {
  struct Choice {
    Reach reach;
    float price;  // of this and the ones before
    size_t before;
  };
  std::vector<std::vector<Choice>> choices;
  for (const Heading& heading : *headings) {
    std::vector<Choice> here;
    const bool known = heading.by_rule || heading.run.size <= 0;
    for (const Reach& reach : known ? std::vector<Reach>{{heading.run.column0, heading.run.column1, 0}}
                                    : ReachesOf(line, heading.run)) {
      Choice choice{reach, Uncovered(line, 0, reach.column0), 0};
      for (size_t i = 0; !choices.empty() && i < choices.back().size(); ++i) {
        const Choice& last = choices.back()[i];
        const float price = last.price + (last.reach.column1 > reach.column0 ? kNoPlace : Uncovered(line, last.reach.column1, reach.column0));
        if (price < choice.price || i == 0) choice.price = price, choice.before = i;
      }
      choice.price += reach.price;
      here.push_back(choice);
    }
    choices.push_back(std::move(here));
  }
  for (Choice& choice : choices.back()) choice.price += Uncovered(line, choice.reach.column1, static_cast<uint32_t>(columns_.size()));
  auto cheaper = [](const Choice& a, const Choice& b) { return a.price < b.price; };
  size_t at = static_cast<size_t>(std::min_element(choices.back().begin(), choices.back().end(), cheaper) - choices.back().begin());
  for (size_t i = headings->size(); i-- > 0;) {
    const Choice& choice = choices[i][at];
    (*headings)[i].run.column0 = choice.reach.column0, (*headings)[i].run.column1 = choice.reach.column1;
    at = choice.before;
  }
}

void HeadReader::AddSpanning(const Heading& heading, std::vector<HeadCell>* cells) {
  const Run& run = heading.run;
  // The next line of a heading above, unless a rule stands between.
  if (!cells->empty() && heading.line > 0)
    for (HeadCell& cell : *cells)
      if (cell.column0 == run.column0 && cell.column1 == run.column1 &&
          below_line_[run.column0] == heading.line && depth_[run.column0] == cell.row1 && !underlined_[run.column0]) {
        cell.tokens.insert(cell.tokens.end(), run.tokens.begin(), run.tokens.end());
        for (uint32_t c = run.column0; c < run.column1; ++c) below_line_[c] = heading.line + 1, underlined_[c] = heading.by_rule;
        return;
      }
  uint32_t level = 0;
  for (uint32_t c = run.column0; c < run.column1; ++c) level = std::max(level, depth_[c]);
  for (uint32_t c = run.column0; c < run.column1; ++c)
    depth_[c] = level + 1, below_line_[c] = heading.line + 1, underlined_[c] = heading.by_rule;
  cells->push_back({level, level + 1, run.column0, run.column1, run.tokens});
}

uint32_t HeadReader::Read(std::vector<HeadCell>* cells) {
  depth_.assign(columns_.size(), 0);
  below_line_.assign(columns_.size(), 0);
  underlined_.assign(columns_.size(), 0);
  std::vector<Heading> feet;
  if (!lines_.empty()) feet_ = FeetOf(lines_.size() - 1);
  MeasurePitch();
  for (size_t line = 0; line < lines_.size(); ++line) {
    std::vector<Heading> headings;
    for (const Run& run : lines_[line].runs) {
      headings.push_back({run, line});
      headings.back().by_rule = SpanByRule(&headings.back());
    }
    if (!feet_.empty() && line + 1 == lines_.size()) {
      for (size_t i = 0; i < headings.size(); ++i) headings[i].run.column0 = feet_[i].column0, headings[i].run.column1 = feet_[i].column1;
    } else if (!headings.empty()) {
      SpanByMiddle(line, &headings);
    }
    const bool numbered = NumberTexts(line);
    for (Heading& heading : headings) {
      if ((IsFoot(line) && heading.spans()) || (!feet_.empty() && line + 1 == lines_.size())) {
        feet.push_back(heading);
        continue;
      }
      const bool apart = heading.spans() || (numbered && heading.run.look == Look::kNumber);
      if (apart) AddSpanning(heading, cells);
      if (heading.spans() || !apart) headings_.push_back(std::move(heading));
    }
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
  for (const Heading& foot : feet) cells->push_back({rows, rows + 1, foot.run.column0, foot.run.column1, foot.run.tokens});
  return rows + !feet.empty();
}

void MoveToOwnColumns(const ColumnReach& columns, RunLine* line) {
  const size_t count = line->runs.size(), all = columns.size();
  if (count + 1 < all || count > all || count < kOwnColumns) return;
  const size_t first = all - count;
  for (size_t i = 0; i < count; ++i) {
    const Run& run = line->runs[i];
    const float slack = kOwnColumnEm * run.size;
    if (run.column1 - run.column0 > 1 || run.column0 > first + i || run.box.x1 > columns[first + i].second + slack) return;
    if (first + i > 0 && run.box.x0 < columns[first + i - 1].second - slack) return;
  }
  for (size_t i = 0; i < count; ++i)
    line->runs[i].column0 = static_cast<uint32_t>(first + i), line->runs[i].column1 = static_cast<uint32_t>(first + i + 1);
}

uint32_t ReadHead(std::span<const RunLine> lines, std::span<const Rule> rules,
                  const ColumnReach& columns, std::vector<HeadCell>* cells) {
  return HeadReader(lines, rules, columns).Read(cells);
}

}  // namespace tabularium::sheet
