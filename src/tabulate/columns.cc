// Rivers of white space. At every place between the letters' edges two numbers are known: how many
// lines cover it with letters, and how many of those that have letters on both sides leave it
// blank. A place is river where the second is at least twice the first. Columns lie between rivers;
// letters in a river that touch no column are columns of their own (a column filled in few rows).
// Runs over two columns, and what follows them in their line, are left out of a second pass. Tested
// by spaced_test.cc.
#include "tabulate/columns.h"

#include <algorithm>

#include "model/grid.h"
#include "tabulate/line_runs.h"
#include "text/shape.h"

namespace tabularium {
namespace {

constexpr size_t kRiver =
    2;  // lines blank for each line with letters: a long text in a third of the rows is let through

}  // namespace

struct Columns::Edge {
  uint32_t at = 0;
  int covered = 0, both = 0;  // changes
};

Columns::Columns(std::span<const SpacedLine> block) {
  std::vector<std::vector<Run>> rows;
  for (const SpacedLine& line : block)
    if (line.runs.size() > 1) rows.push_back(line.runs);
  for (const auto& runs : rows)
    for (const Run& run : runs) ++edges_[run.left];
  Find(rows);
  bool spanning = false;
  for (auto& runs : rows) {
    auto first =
        std::find_if(runs.begin(), runs.end(), [&](const Run& run) { return Overlapped(run) > 1; });
    spanning = spanning || first != runs.end();
    runs.erase(first, runs.end());
  }
  if (spanning) Find(rows);
}

void Columns::Find(const std::vector<std::vector<Run>>& rows) {
  columns_.clear();
  std::vector<Edge> changes;
  for (const auto& runs : rows) {
    if (runs.empty()) continue;
    changes.push_back({runs.front().left, 0, 1});
    changes.push_back({runs.back().right, 0, -1});
    for (const Run& run : runs) {
      changes.push_back({run.left, 1, 0});
      changes.push_back({run.right, -1, 0});
    }
  }
  std::sort(changes.begin(), changes.end(),
            [](const Edge& a, const Edge& b) { return a.at < b.at; });
  int covered = 0, both = 0;
  for (size_t k = 0; k < changes.size();) {
    uint32_t at = changes[k].at;
    for (; k < changes.size() && changes[k].at == at; ++k) {
      covered += changes[k].covered;
      both += changes[k].both;
    }
    if (k == changes.size()) break;
    bool river = covered == 0 || both - covered >= static_cast<int>(kRiver) * covered;
    if (river) continue;
    if (!columns_.empty() && columns_.back().right == at) {
      columns_.back().right = changes[k].at;
    } else {
      columns_.push_back({at, changes[k].at});
    }
  }
  std::vector<Interval> lonely;
  for (const auto& runs : rows)
    for (const Run& run : runs)
      if (Overlapped(run) == 0) lonely.push_back({run.left, run.right});
  if (lonely.empty()) return;
  columns_.insert(columns_.end(), lonely.begin(), lonely.end());
  std::sort(columns_.begin(), columns_.end(),
            [](const Interval& a, const Interval& b) { return a.left < b.left; });
  std::vector<Interval> merged;
  for (const Interval& column : columns_) {
    if (!merged.empty() && column.left < merged.back().right) {
      merged.back().right = std::max(merged.back().right, column.right);
    } else {
      merged.push_back(column);
    }
  }
  columns_ = std::move(merged);
}

size_t Columns::Overlapped(const Run& run) const {
  auto first =
      std::upper_bound(columns_.begin(), columns_.end(), run.left,
                       [](uint32_t left, const Interval& column) { return left < column.right; });
  size_t touched = 0;
  for (; first != columns_.end() && first->left < run.right && touched < 2; ++first) ++touched;
  return touched;
}

size_t Columns::Nearest(const Run& run) const {
  auto first =
      std::upper_bound(columns_.begin(), columns_.end(), run.left,
                       [](uint32_t left, const Interval& column) { return left < column.right; });
  size_t best = columns_.size();
  uint32_t most = 0;
  for (; first != columns_.end() && first->left < run.right; ++first) {
    uint32_t shared = std::min(run.right, first->right) - std::max(run.left, first->left);
    if (shared > most) best = static_cast<size_t>(first - columns_.begin());
    most = std::max(most, shared);
  }
  return best;
}

size_t Columns::Beginning(const Run& run) const {
  auto first =
      std::upper_bound(columns_.begin(), columns_.end(), run.left,
                       [](uint32_t left, const Interval& column) { return left < column.right; });
  return static_cast<size_t>(first - columns_.begin());
}

bool Columns::IsEdge(uint32_t left) const {
  auto edge = edges_.find(left);
  return edge != edges_.end() && edge->second > 1;
}

// Two runs in one column are one cell with wide blanks in it, unless one of them is a known wording
// or a value, or is numbered as labels are (22. Indirec Charges, misspelt).
bool Columns::IsOneCell(std::string_view text, const Run& left, const Run& right) const {
  constexpr uint16_t kValues =
      kLooksNumber | kLooksAmount | kLooksYear | kLooksDate | kLooksTarget | kLooksMarked;
  auto is_value = [&](const Run& run) {
    return ShapesOf(text.substr(run.begin, run.end - run.begin)) & kValues;
  };
  auto is_numbered = [&](const Run& run) { return NumberAt(text.substr(run.begin, run.end - run.begin)) > 0; };
  return left.word == kNoWord && right.word == kNoWord && !IsEdge(right.left) && !is_value(left) &&
         !is_value(right) && !is_numbered(left) && !is_numbered(right);
}

std::vector<size_t> Columns::Places(std::string_view text, const std::vector<Run>& runs,
                                    const std::vector<size_t>& above) const {
  std::vector<size_t> places;
  bool pushed = false;  // a long text stands before, so that columns say nothing any more
  for (size_t k = 0; k < runs.size(); ++k) {
    const Run& run = runs[k];
    size_t next = places.empty() ? 0 : places.back() + 1;
    if (pushed) {
      size_t left =
          runs.size() -
          k;  // under the last cells of the row above, if that is a row of heads for this one
      bool like_above =
          above.size() <= runs.size() && above.size() >= left && above[above.size() - left] >= next;
      places.push_back(like_above ? above[above.size() - left] : next);
      continue;
    }
    bool spans = Overlapped(run) > 1;
    size_t place = spans ? Beginning(run) : Nearest(run);
    if (place == columns_.size()) place = std::max(next, Beginning(run));
    if (place < next && runs.size() != above.size() && IsOneCell(text, runs[k - 1], run)) {
      places.push_back(places.back());
      continue;
    }
    places.push_back(std::max(place, next));
    pushed = spans;
  }
  return places;
}

size_t Columns::PlaceOfSingle(const Run& run) const {
  if (!IsEdge(run.left) || Overlapped(run) > 1) return 0;
  size_t place = Nearest(run);
  return place == columns_.size() ? 0 : place;
}

}  // namespace tabularium
