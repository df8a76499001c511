// A region becomes a grid: bands between drawn lines, columns from walls and gutters, then rows
// within each band. Tested by tables_test.cc.
#include "tabulate/draft.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "tabulate/draft_maker.h"
#include "tabulate/page_rows.h"
#include "tabulate/prices.h"

namespace tabularium::sheet {

// True if the line, one run, stands over the table and not in it: it reaches from the first column into others, or
// its middle is the whole table's and not that of the columns behind the first, or it stands far from what is below.
bool DraftMaker::IsTitle(const RunLine& line, const RunLine& next, float pitch) const {
  const Run& run = line.runs.front();
  if (run.look != Look::kText) return false;
  if (run.column0 == 0 && run.column1 > 1) return true;
  if (next.base - line.base > kStripPitch * pitch) return true;
  if (run.column0 == 0 || run.column1 - run.column0 < 2) return false;
  const float end = reach_.back().second, middle = run.box.mid_x();
  const float of_all = std::abs((reach_[0].first + end) / 2 - middle);
  return of_all < kOwnColumnEm * run.size && std::abs((reach_[1].first + end) / 2 - middle) > of_all + kCentreEm * run.size;
}

// Lines above the heads that are a title go, with those that go on with it; but what stands below a rule is the table's.
void DraftMaker::CutTitle() {
  if (frame_ != nullptr || reach_.size() < 2) return;
  std::vector<const RunLine*> lines;
  for (const Band& band : bands_)
    for (const RunLine& line : band.lines) lines.push_back(&line);
  std::vector<float> pitches;
  for (size_t i = 1; i < lines.size(); ++i) pitches.push_back(lines[i]->base - lines[i - 1]->base);
  if (pitches.empty()) return;
  const auto middle = pitches.begin() + static_cast<long>(pitches.size() / 2);
  std::nth_element(pitches.begin(), middle, pitches.end());
  size_t title = 0;
  for (size_t i = 0; i + 1 < lines.size() && i < kMostCaptionLines && lines[i]->runs.size() == 1; ++i)
    if (IsTitle(*lines[i], *lines[i + 1], *middle)) title = i + 1;
  if (title == 0) return;
  for (const Rule& rule : region_.rules)
    if (rule.at < lines[title - 1]->box.mid_y() && rule.length() >= kFullRule * width_) return;
  top_ = lines[title]->box.y0;
  for (Band& band : bands_) {
    const size_t cut = std::min(title, band.lines.size());
    band.lines.erase(band.lines.begin(), band.lines.begin() + static_cast<long>(cut));
    title -= cut;
  }
  reach_ = ReachBelow(nullptr);
}

// True if rules stand between rows, and not only above and below many of them: of the bands with text most have no
// number below a number.
bool DraftMaker::RulesPartRows() const {
  const auto filled = std::count_if(bands_.begin(), bands_.end(), [](const Band& b) { return !b.lines.empty(); });
  const auto several = std::count_if(bands_.begin(), bands_.end(), [&](const Band& b) { return HoldsSeveralRows(sheet_, b.lines); });
  return filled >= kRuledRows && several * 4 <= filled;
}

bool DraftMaker::HasSeveralRows(const Band& band) const {
  if (region_.whole_cells) return false;
  const auto columns = static_cast<uint32_t>(reach_.size());
  if (frame_ != nullptr ? frame_->rows() == 1 && !EndsRagged(band.lines, columns) : !RulesPartRows()) return true;
  return HoldsSeveralRows(sheet_, band.lines) || (frame_ != nullptr && frame_->rows() == 2 && HasRowsOfTexts(band));
}

// True if nearly every line begins with a first cell and has another, and had room for what the next one begins with: below a head that
// rules draw, rows that none does.
bool DraftMaker::HasRowsOfTexts(const Band& band) const {
  size_t rows = 0, ends = 0;
  const float width = xs_[1] - xs_[0];
  for (size_t i = 0; i < band.lines.size(); ++i) {
    const auto& runs = band.lines[i].runs;
    const bool row = runs.size() > 1 && runs.front().column0 == 0;
    rows += row;
    if (!row || i + 1 == band.lines.size() || band.lines[i + 1].runs.front().column0 > 0) continue;
    const Run& next = band.lines[i + 1].runs.front();
    ends += runs.front().box.width() + sheet_.space * next.size + sheet_.tokens[next.tokens.front()].box.width() < kFitsPart * width;
  }
  const auto lines = static_cast<float>(band.lines.size());
  return band.lines.size() >= static_cast<size_t>(kRuledRows) && static_cast<float>(rows) > kFullPart * lines && static_cast<float>(ends) > kFullPart * (lines - 1);
}

// Lines of headings at the beginning of the band.
uint32_t DraftMaker::HeadOf(size_t at) const {
  const Band& band = bands_[at];
  size_t after = 0;
  for (size_t b = 0; b < at; ++b)
    if (!bands_[b].lines.empty()) return 0;
  for (size_t b = at + 1; b < bands_.size(); ++b) after += bands_[b].lines.size();
  const uint32_t lines = static_cast<uint32_t>(band.lines.size());
  const uint32_t columns = static_cast<uint32_t>(reach_.size());
  if (after == 0 || NumbersBelowNumbers(sheet_, band.lines)) return HeadLines(sheet_, band.lines, columns);
  return lines <= kMostHeadLines && (lines <= after || lines <= 2) ? lines
                                                                   : HeadLines(sheet_, band.lines, columns);
}

void DraftMaker::AddCell(const Run& run, uint32_t row, uint32_t row1) {
  // The cell of this row that the run belongs to, if there is one.
  for (size_t i = row_begin_; i < draft_.cells.size(); ++i) {
    DraftCell& cell = draft_.cells[i];
    if (cell.row0 != row || cell.column1 <= run.column0 || cell.column0 >= run.column1) continue;
    cell.tokens.insert(cell.tokens.end(), run.tokens.begin(), run.tokens.end());
    return;
  }
  DraftCell cell;
  cell.row0 = row, cell.row1 = row1;
  cell.column0 = run.column0, cell.column1 = run.column1;
  cell.tokens = run.tokens;
  draft_.cells.push_back(std::move(cell));
}

void DraftMaker::AddHead(const Band& band, uint32_t lines) {
  std::vector<HeadCell> cells;
  const uint32_t rows =
      ReadHead(std::span(band.lines).first(lines), partial_, ReachBelow(&band.lines[lines - 1]), &cells);
  for (HeadCell& head : cells) {
    DraftCell cell;
    cell.row0 = draft_.rows + head.row0, cell.row1 = draft_.rows + head.row1;
    cell.column0 = head.column0, cell.column1 = head.column1;
    cell.tokens = std::move(head.tokens);
    cell.header = true;
    draft_.cells.push_back(std::move(cell));
  }
  draft_.rows += rows;
  draft_.head_rows += rows;
}

// Rules within the body that run from one column's beginning through all that follow: rows, beside a cell over several of them.
DraftMaker::RowRules DraftMaker::RowRulesOf(std::span<const RunLine> lines) const {
  RowRules rules;
  const auto columns = static_cast<uint32_t>(reach_.size());
  for (const Rule& rule : partial_) {
    if (frame_ != nullptr || rule.at < lines.front().box.mid_y() || rule.at > lines.back().box.mid_y() || rule.hi < reach_.back().second - kTouch) continue;
    uint32_t column = columns;
    while (column > 0 && rule.lo < (reach_[column - 1].first + reach_[column - 1].second) / 2) --column;
    if (column == 0 || 2 * column > columns || (!rules.at.empty() && column != rules.column)) return {};
    rules.column = column;
    rules.at.push_back(rule.at);
  }
  if (rules.at.empty()) return {};
  // Beside them stands one cell a column: lines of it that follow one another.
  std::vector<float> last(rules.column, 0);
  for (const RunLine& line : lines)
    for (const Run& run : line.runs) {
      if (run.column0 >= rules.column) continue;
      if (run.column1 > rules.column || (last[run.column0] > 0 && run.base - last[run.column0] > kCentredPitch * run.size)) return {};
      last[run.column0] = run.base;
    }
  return rules;
}

// True if no number stands below a number without a rule between them.
bool DraftMaker::PartNumbers(const RowRules& rules, std::span<const RunLine> lines) const {
  std::vector<long> last(reach_.size(), -1);
  for (const RunLine& line : lines)
    for (const Run& run : line.runs) {
      if (run.look != Look::kNumber) continue;
      const long row = std::lower_bound(rules.at.begin(), rules.at.end(), run.box.mid_y()) - rules.at.begin();
      if (std::exchange(last[run.column0], row) == row) return false;
    }
  return true;
}

// False: no rules part its rows.
bool DraftMaker::AddRuledRows(Band* band, uint32_t first) {
  const auto lines = std::span(band->lines).subspan(first);
  const RowRules rules = RowRulesOf(lines);
  if (rules.at.empty() || !PartNumbers(rules, lines)) return false;
  const auto rows = static_cast<uint32_t>(rules.at.size()) + 1;
  row_begin_ = draft_.cells.size();
  for (const RunLine& line : lines)
    for (const Run& run : line.runs) {
      const auto above = std::lower_bound(rules.at.begin(), rules.at.end(), run.box.mid_y()) - rules.at.begin();
      const uint32_t row = draft_.rows + (run.column0 < rules.column ? 0 : static_cast<uint32_t>(above));
      AddCell(run, row, run.column0 < rules.column ? draft_.rows + rows : row + 1);
    }
  draft_.rows += rows;
  return true;
}

void DraftMaker::AddBody(Band* band, uint32_t first) {
  const auto lines = std::span(band->lines).subspan(first);
  if (lines.empty() || AddRuledRows(band, first)) return;
  std::vector<uint32_t> rows(lines.size(), 0);
  if (HasSeveralRows(*band)) rows = RowsOf(sheet_, lines, reach_);
  const uint32_t columns = static_cast<uint32_t>(reach_.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || rows[i] != rows[i - 1]) row_begin_ = draft_.cells.size();
    const bool alone = lines[i].runs.size() == 1 &&
                       (i + 1 == lines.size() || rows[i + 1] != rows[i]) &&
                       (i == 0 || rows[i - 1] != rows[i]);
    for (Run& run : band->lines[first + i].runs) {
      if (frame_ == nullptr && alone && columns > 2 && run.column1 - run.column0 > 1) {
        // A heading between rows: of the first column where it begins there, else over all the
        // others.
        if (run.column0 == 0 && run.box.x0 < reach_[0].first + kCentreEm * run.size)
          run.column1 = 1;
        else
          run.column0 = 1, run.column1 = columns;
      }
      AddCell(run, draft_.rows + rows[i], draft_.rows + rows[i] + 1);
    }
  }
  draft_.rows += rows.back() + 1;
}

void DraftMaker::ReadBand(size_t at) {
  Band& band = bands_[at];
  band.row0 = draft_.rows;
  row_begin_ = draft_.cells.size();
  const bool drawn = frame_ != nullptr && !draft_.by_blanks && !HasSeveralRows(band);
  const uint32_t head = drawn ? 0 : HeadOf(at);
  if (head > 0) AddHead(band, head);
  row_begin_ = draft_.cells.size();
  AddBody(&band, head);
  if (frame_ != nullptr && draft_.rows == band.row0 && band_of_row_[at] == at)
    ++draft_.rows;  // a blank row
  band.row1 = draft_.rows;
}

// Cells of a frame reach as far as their walls; those without text and those over several bands are
// added.
void DraftMaker::AddFaces() {
  std::vector<std::vector<size_t>> cells_of(frame_->faces.size());
  for (size_t i = 0; i < draft_.cells.size(); ++i)
    cells_of[sheet_.tokens[draft_.cells[i].tokens[0]].face].push_back(i);
  std::vector<std::vector<uint32_t>> tokens_of(frame_->faces.size());
  for (const uint32_t t : region_.tokens) tokens_of[sheet_.tokens[t].face].push_back(t);
  for (size_t f = 0; f < frame_->faces.size(); ++f) {
    const Face& face = frame_->faces[f];
    const auto [c0, c1] = ColumnsOf(face);
    const Band& top = bands_[band_of_row_[face.row0]];
    const Band& foot = bands_[band_of_row_[face.row1 - 1]];
    if (cells_of[f].size() > 1) continue;
    DraftCell cell;
    const bool whole = cells_of[f].empty() || top.row1 - top.row0 <= 1;
    if (!cells_of[f].empty()) cell = draft_.cells[cells_of[f][0]];
    if (whole) cell.row0 = top.row0, cell.row1 = foot.row1;
    const bool drawn = c1 - c0 == face.column1 - face.column0;  // no gutter within
    if (cells_of[f].empty() || drawn) cell.column0 = c0, cell.column1 = c1;
    if (cells_of[f].empty()) cell.tokens = std::move(tokens_of[f]);
    cell.box = frame_->BoxOf(face);
    for (const uint32_t t : cell.tokens)  // text that runs out below the frame
      if (const Rect& box = sheet_.tokens[t].box; box.mid_y() > frame_->ys.back()) cell.box.y1 = std::max(cell.box.y1, box.y1);
    if (!cells_of[f].empty())
      draft_.cells[cells_of[f][0]] = std::move(cell);
    else if (cell.row1 > cell.row0)
      draft_.cells.push_back(std::move(cell));
  }
}

void DraftMaker::Finish() {
  for (DraftCell& cell : draft_.cells) {
    if (!cell.tokens.empty()) {
      const Run run = MakeRun(sheet_, cell.tokens);
      cell.look = run.look;
      if (cell.box.x1 <= cell.box.x0) cell.box = run.box;
    }
  }
  std::stable_sort(draft_.cells.begin(), draft_.cells.end(),
                   [](const DraftCell& a, const DraftCell& b) {
                     return a.row0 != b.row0 ? a.row0 < b.row0 : a.column0 < b.column0;
                   });
  float lines = 0, torn = 0;
  for (const Band& band : bands_)
    for (const RunLine& line : band.lines) {
      lines += 1;
      torn += std::any_of(line.runs.begin(), line.runs.end(),
                          [](const Run& r) { return r.column1 - r.column0 > 1; });
    }
  float ink = 0, wide = 0;
  for (const Band& band : bands_)
    for (const RunLine& line : band.lines)
      for (const Run& run : line.runs) ink += run.box.width();
  for (const Band& band : bands_)
    wide += region_.box.width() * static_cast<float>(band.lines.size());
  float rules = 0;
  for (const Rule& rule : region_.rules) rules += rule.length() >= kFullRule * width_;
  draft_.rule_support = std::min(rules / 3, 1.0f);
  draft_.ink = ink / std::max(wide, 1.0f);
  draft_.lines = static_cast<uint32_t>(lines);
  draft_.torn = torn / std::max(lines, 1.0f);
  draft_.columns = static_cast<uint32_t>(reach_.size());
  draft_.by_rules = frame_ != nullptr;
  draft_.drawn = frame_ != nullptr ? frame_->drawn : 0;
  draft_.box = region_.box;
  draft_.box.y0 = std::max(draft_.box.y0, top_);
}

Draft DraftMaker::Make() {
  Measure();
  CutBands();
  FindColumns();
  if (xs_.size() > kMostColumns || TooManyRuns()) return {};
  PlaceRuns();
  JoinColumns();
  reach_ = ReachBelow(nullptr);
  CutTitle();
  size_t heads = 0;
  for (Band& band : bands_)
    for (RunLine& line : band.lines)
      if (frame_ == nullptr && heads++ < kMovedHeads) MoveToOwnColumns(ReachBelow(&line), &line);
  FindPartialRules();
  for (size_t b = 0; b < bands_.size(); ++b) ReadBand(b);
  if (frame_ != nullptr) AddFaces();
  Finish();
  return std::move(draft_);
}

Draft DraftOf(const Sheet& sheet, const Region& region) { return DraftMaker(sheet, region).Make(); }

}  // namespace tabularium::sheet
