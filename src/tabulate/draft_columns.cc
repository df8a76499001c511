// Columns of a region, from walls and gutters, and which of them each run of words stands in. Tested by tables_test.cc.
#include <algorithm>
#include <functional>
#include <iterator>
#include <tuple>

#include "tabulate/draft_maker.h"
#include "tabulate/gutters.h"
#include "tabulate/prices.h"

namespace tabularium::sheet {

std::vector<RunLine> DraftMaker::LinesWithin(uint32_t drawn_column) const {
  std::vector<RunLine> lines;
  for (const Band& band : bands_)
    for (const RunLine& line : band.lines) {
      RunLine within{{}, line.box, line.base, line.size};
      for (const Run& run : line.runs) {
        const Face& face = frame_->faces[run.face];
        if (face.column0 == drawn_column && face.column1 == drawn_column + 1)
          within.runs.push_back(run);
      }
      if (!within.runs.empty()) lines.push_back(std::move(within));
    }
  return lines;
}

void DraftMaker::FindColumns() {
  if (frame_ == nullptr) {
    std::vector<RunLine> lines;
    float several = 0;
    for (const Band& band : bands_)
      for (const RunLine& line : band.lines) lines.push_back(line), several += line.runs.size() > 1;
    const GutterCare care{std::min(kLeastLines, kLeastOfFew * several), kLeastPart, kMostCovered};
    xs_ = {region_.box.x0};
    for (const Gutter& gutter : GuttersOf(sheet_, lines, region_.box.x0, region_.box.x1, care))
      xs_.push_back(gutter.at());
    xs_.push_back(region_.box.x1);
    draft_.by_blanks = true;
    return;
  }
  const GutterCare care{kLeastLinesDrawn, kLeastPartDrawn, kMostCoveredDrawn};
  for (uint32_t c = 0; c < frame_->columns(); ++c) {
    first_of_.push_back(static_cast<uint32_t>(xs_.size()));
    xs_.push_back(frame_->xs[c]);
    if (region_.whole_cells) continue;
    for (const Gutter& g :
         GuttersOf(sheet_, LinesWithin(c), frame_->xs[c], frame_->xs[c + 1], care)) {
      xs_.push_back(g.at());
      draft_.by_blanks = true;
    }
  }
  first_of_.push_back(static_cast<uint32_t>(xs_.size()));
  xs_.push_back(frame_->xs.back());
}

uint32_t DraftMaker::ColumnAt(float x) const {
  const auto it = std::upper_bound(xs_.begin() + 1, xs_.end() - 1, x);
  return static_cast<uint32_t>(it - xs_.begin()) - 1;
}

std::pair<uint32_t, uint32_t> DraftMaker::ColumnsOf(const Face& face) const {
  return {first_of_[face.column0], first_of_[face.column1]};
}

// The parts of the run between blanks wider than ordinary ones, if they are one for each of these columns: headings set close, which
// may be wider than what is below them.
std::vector<Run> DraftMaker::HeadsOfEach(const Run& run, uint32_t c0, uint32_t c1) const {
  std::vector<Run> parts;
  for (size_t i = 0; i < run.tokens.size() && c1 > c0;) {
    size_t end = i + 1;
    while (end < run.tokens.size() && sheet_.tokens[run.tokens[end]].box.x0 - sheet_.tokens[run.tokens[end - 1]].box.x1 < sheet_.space * run.size) ++end;
    const auto column = c0 + static_cast<uint32_t>(parts.size());
    parts.push_back(MakeRun(sheet_, std::span(run.tokens).subspan(i, end - i)));
    parts.back().face = run.face;
    parts.back().column0 = column, parts.back().column1 = column + 1;
    if (column > c1 || ColumnAt(parts.back().box.mid_x()) != column) return {};
    i = end;
  }
  return parts.size() == c1 - c0 + 1 ? parts : std::vector<Run>();
}

// True if a word of the run stands on a border of these columns, or two texts with an ordinary
// blank between them.
bool DraftMaker::Straddles(const Run& run, bool alone, uint32_t c0, uint32_t c1) const {
  const float inset = kInsetEm * run.size;
  const bool word_a_column = c1 - c0 >= 2 && run.tokens.size() == c1 - c0 + 1;
  for (uint32_t c = c0; c < c1; ++c) {
    // A border that is drawn elsewhere but not here: the cell is merged, whatever it holds.
    const bool drawn =
        frame_ != nullptr && std::binary_search(first_of_.begin(), first_of_.end(), c + 1);
    const Token* before = nullptr;
    int open = 0;  // parentheses
    for (const uint32_t t : run.tokens) {
      const Token& token = sheet_.tokens[t];
      const float x = xs_[c + 1];
      if (token.box.x0 < x - inset && token.box.x1 > x + inset) return true;
      const bool texts = before != nullptr && !word_a_column && before->look == Look::kText &&
                         token.look == Look::kText;
      const bool near = before != nullptr && token.box.x0 - before->box.x1 < sheet_.space * run.size;
      if (before != nullptr && before->box.mid_x() < x && token.box.mid_x() > x && ((drawn && open > 0) || (near && (texts || drawn || open > 0))))
        return true;
      before = &token;
      for (const char letter : sheet_.Text(token)) open += (letter == '(') - (letter == ')');
    }
  }
  // A line of one run is a heading, unless it has a word for every column.
  return alone && !word_a_column;
}

// Cuts a run at the gutters between its words, or lets it span them.
void DraftMaker::PlaceRun(const Run& run, bool alone, std::vector<Run>* out) const {
  const float inset = kInsetEm * run.size;
  uint32_t c0 = ColumnAt(std::min(run.box.x0 + inset, run.box.mid_x()));
  uint32_t c1 = ColumnAt(std::max(run.box.x1 - inset, run.box.mid_x()));
  if (frame_ != nullptr) {
    const auto [first, last] = ColumnsOf(frame_->faces[run.face]);
    c0 = std::clamp(c0, first, last - 1), c1 = std::clamp(c1, first, last - 1);
    if (region_.whole_cells) c0 = first, c1 = last - 1;
  }
  if (!region_.whole_cells)
    if (std::vector<Run> heads = HeadsOfEach(run, c0, c1); !heads.empty()) {
      std::move(heads.begin(), heads.end(), std::back_inserter(*out));
      return;
    }
  if (c0 == c1 || region_.whole_cells || Straddles(run, alone, c0, c1)) {
    out->push_back(run);
    out->back().column0 = c0, out->back().column1 = c1 + 1;
    return;
  }
  for (size_t i = 0; i < run.tokens.size();) {
    const uint32_t c = std::clamp(ColumnAt(sheet_.tokens[run.tokens[i]].box.mid_x()), c0, c1);
    size_t end = i + 1;
    while (end < run.tokens.size() &&
           std::clamp(ColumnAt(sheet_.tokens[run.tokens[end]].box.mid_x()), c0, c1) == c)
      ++end;
    out->push_back(MakeRun(sheet_, std::span(run.tokens).subspan(i, end - i)));
    out->back().face = run.face;
    out->back().column0 = c, out->back().column1 = c + 1;
    i = end;
  }
}

void DraftMaker::PlaceRuns() {
  for (Band& band : bands_)
    for (RunLine& line : band.lines) {
      std::vector<Run> placed;
      for (const Run& run : line.runs) PlaceRun(run, line.runs.size() == 1, &placed);
      // A run that reaches into its neighbour's columns leaves these to the neighbour.
      for (size_t i = 0; i + 1 < placed.size(); ++i)
        if (placed[i].column1 > placed[i + 1].column0 && placed[i].column0 < placed[i + 1].column0)
          placed[i].column1 = placed[i + 1].column0;
      for (size_t i = 1; i < placed.size(); ++i)
        if (placed[i].column0 < placed[i - 1].column1 && placed[i].column1 > placed[i - 1].column1)
          placed[i].column0 = placed[i - 1].column1;
      for (Run& run : placed)
        if (frame_ != nullptr) std::tie(run.least, run.most) = ColumnsOf(frame_->faces[run.face]);
      line.runs = std::move(placed);
    }
}

// True if no line has words in both of these columns, and all that one has stand above all of the other, as a heading
// that stands at the other end of its column does, or a line reaches over both.
bool DraftMaker::AreOneColumn(uint32_t left) const {
  bool over_both = false;
  std::vector<uint8_t> sides;  // of each line with words in one of them: 0 left, 1 right
  for (const Band& band : bands_)
    for (const RunLine& line : band.lines) {
      bool in[2] = {false, false};
      for (const Run& run : line.runs) {
        const bool l = run.column0 <= left && left < run.column1, r = run.column0 <= left + 1 && left + 1 < run.column1;
        if (l && r) over_both |= run.look == Look::kNumber;
        in[0] |= l && !r, in[1] |= r && !l;
      }
      if (in[0] && in[1]) return false;
      if (in[0] || in[1]) sides.push_back(in[1]);
    }
  if (sides.empty()) return false;
  const auto changes = std::adjacent_find(sides.begin(), sides.end(), std::not_equal_to<>());
  if (changes == sides.end()) return false;
  return over_both || (changes - sides.begin() < kMostHeadLines && std::adjacent_find(changes + 1, sides.end(), std::not_equal_to<>()) == sides.end());
}

void DraftMaker::JoinColumns() {
  if (frame_ != nullptr) return;
  for (uint32_t c = 1; c + 2 < xs_.size();) {
    if (!AreOneColumn(c)) {
      ++c;
      continue;
    }
    xs_.erase(xs_.begin() + c + 1);
    for (Band& band : bands_)
      for (RunLine& line : band.lines)
        for (Run& run : line.runs) run.column0 -= run.column0 > c, run.column1 -= run.column1 > c + 1;
  }
}

// Where the words of each column stand, in lines below this one (or in all).
ColumnReach DraftMaker::ReachBelow(const RunLine* head) const {
  ColumnReach reach(xs_.size() - 1, {1e9f, -1e9f});
  for (const Band& band : bands_)
    for (const RunLine& line : band.lines) {
      if (head != nullptr && line.base <= head->base) continue;
      for (const Run& run : line.runs) {
        if (run.column1 - run.column0 > 1) continue;
        auto& [lo, hi] = reach[run.column0];
        lo = std::min(lo, run.box.x0), hi = std::max(hi, run.box.x1);
      }
    }
  for (size_t c = 0; c < reach.size(); ++c)
    if (reach[c].first > reach[c].second) reach[c] = head != nullptr ? reach_[c] : std::pair(xs_[c], xs_[c + 1]);
  return reach;
}

bool DraftMaker::TooManyRuns() const {
  for (const Band& band : bands_)
    for (const RunLine& line : band.lines)
      if (line.runs.size() > kMostColumns) return true;
  return false;
}

}  // namespace tabularium::sheet
