// A region becomes a grid: bands between drawn lines, columns from walls and gutters, then rows
// within each band. Tested by tables_test.cc.
#include "tabulate/draft.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

#include "tabulate/gutters.h"
#include "tabulate/heads.h"
#include "tabulate/page_rows.h"
#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

// What stands between two lines that run through the whole region.
struct Band {
  std::vector<uint32_t> tokens;
  std::vector<RunLine> lines;
  uint32_t row0 = 0, row1 = 1;  // of the draft, when they are known
};

class DraftMaker {
 public:
  DraftMaker(const Sheet& sheet, const Region& region)
      : sheet_(sheet), region_(region), frame_(region.frame) {}
  Draft Make();

 private:
  void CutBands();
  void Measure();
  uint32_t BandAt(float y) const;
  void JoinSoftBands();
  bool HasRowsBeside(uint32_t face, const std::vector<std::vector<uint32_t>>& tokens_of) const;
  void FindColumns();
  std::vector<RunLine> LinesWithin(uint32_t drawn_column) const;
  void PlaceRuns();
  bool Straddles(const Run& run, bool alone, uint32_t c0, uint32_t c1) const;
  void PlaceRun(const Run& run, bool alone, std::vector<Run>* out) const;
  uint32_t ColumnAt(float x) const;
  std::pair<uint32_t, uint32_t> ColumnsOf(const Face& face) const;
  bool AreOneColumn(uint32_t left) const;
  void JoinColumns();
  ColumnReach ReachBelow(const RunLine* head) const;
  bool IsTitle(const RunLine& line, const RunLine& next, float pitch) const;
  void CutTitle();
  void FindPartialRules();
  bool TooManyRuns() const;
  void ReadBand(size_t at);
  uint32_t HeadOf(size_t at) const;
  bool RulesPartRows() const;
  bool HasSeveralRows(const Band& band) const;
  void AddHead(const Band& band, uint32_t lines);
  void AddBody(Band* band, uint32_t first);
  void AddCell(const Run& run, uint32_t row, uint32_t row1);
  void AddFaces();
  void Finish();

  const Sheet& sheet_;
  const Region& region_;
  const Frame* frame_;
  float width_ = 0;  // of the region or, where they reach farther, of its rules
  std::vector<float> band_ends_;
  std::vector<Rule> partial_;          // rules that end no band: they underline headings
  std::vector<uint32_t> band_of_row_;  // of a frame's rows
  std::vector<Band> bands_;
  std::vector<float> xs_;           // borders of columns
  std::vector<uint32_t> first_of_;  // drawn column -> its first column, and one past the last
  ColumnReach reach_;
  Draft draft_;
  float top_ = 0;         // of what is left below a title
  size_t row_begin_ = 0;  // cells of the row that is being filled begin here
};

void DraftMaker::Measure() {
  width_ = region_.box.width();
  for (const Rule& rule : region_.rules)
    if (rule.length() < region_.box.width() / kEdgePart) width_ = std::max(width_, rule.length());
}

uint32_t DraftMaker::BandAt(float y) const {
  const auto it = std::upper_bound(band_ends_.begin(), band_ends_.end(), y);
  return static_cast<uint32_t>(
      std::min<size_t>(static_cast<size_t>(it - band_ends_.begin()), bands_.size() - 1));
}

// Without a frame: between rules that run through the region. With one: its rows.
void DraftMaker::CutBands() {
  if (frame_ != nullptr) {
    band_ends_.assign(frame_->ys.begin() + 1, frame_->ys.end());
  } else {
    for (const Rule& rule : region_.rules)
      if (rule.length() >= kFullRule * width_ && rule.at > region_.box.y0 + 1 &&
          (band_ends_.empty() || rule.at - band_ends_.back() > kDouble))
        band_ends_.push_back(rule.at);
    band_ends_.push_back(region_.box.y1);
  }
  bands_.resize(band_ends_.size());
  band_of_row_.resize(bands_.size());
  for (uint32_t b = 0; b < bands_.size(); ++b) band_of_row_[b] = b;
  if (frame_ != nullptr && !region_.whole_cells) JoinSoftBands();
  for (const uint32_t t : region_.tokens) {
    const Token& token = sheet_.tokens[t];
    uint32_t band = 0;
    if (frame_ != nullptr) {
      const Face& face = frame_->faces[token.face];
      band = band_of_row_[face.row0];
      if (band != band_of_row_[face.row1 - 1]) continue;
    } else {
      band = BandAt(token.box.mid_y());
    }
    bands_[band].tokens.push_back(t);
  }
  for (Band& band : bands_) band.lines = RunLinesOf(sheet_, band.tokens);
}

// A face over several rows that holds rows of its own, or the first cells of rows, makes one band of them: the lines
// beside it don't go through.
void DraftMaker::JoinSoftBands() {
  std::vector<std::vector<uint32_t>> tokens_of(frame_->faces.size());
  for (const uint32_t t : region_.tokens) tokens_of[sheet_.tokens[t].face].push_back(t);
  for (uint32_t f = 0; f < tokens_of.size(); ++f) {
    const Face& face = frame_->faces[f];
    if (face.row1 - face.row0 < 2 || tokens_of[f].empty()) continue;
    std::vector<RunLine> lines = RunLinesOf(sheet_, tokens_of[f]);
    for (RunLine& line : lines)
      for (uint32_t i = 0; i < line.runs.size(); ++i)
        line.runs[i].column0 = i, line.runs[i].column1 = i + 1;
    if (!(tokens_of[f].size() >= 4 && HoldsSeveralRows(sheet_, lines)) && !HasRowsBeside(f, tokens_of)) continue;
    for (uint32_t r = face.row0; r < face.row1; ++r)
      band_of_row_[r] = std::min(band_of_row_[r], band_of_row_[face.row0]);
  }
}

// True if lines of the face stand beside figures that stand below one another with no line between them.
bool DraftMaker::HasRowsBeside(uint32_t face, const std::vector<std::vector<uint32_t>>& tokens_of) const {
  const Face& tall = frame_->faces[face];
  std::vector<float> bases;
  for (const TextLine& line : LinesOf(sheet_, tokens_of[face])) bases.push_back(line.base);
  for (uint32_t f = 0; f < tokens_of.size(); ++f) {
    const Face& beside = frame_->faces[f];
    if (beside.row0 < tall.row0 || beside.row1 > tall.row1 || beside.row1 - beside.row0 > 1) continue;
    size_t figures = 0;
    for (const TextLine& line : LinesOf(sheet_, tokens_of[f])) {
      const Look look = sheet_.tokens[line.tokens.back()].look;
      const auto base = std::lower_bound(bases.begin(), bases.end(), line.base - kSameBaseEm * line.size);
      figures += look == Look::kNumber && base != bases.end() && *base < line.base + kSameBaseEm * line.size;
    }
    if (figures >= kRowsBeside) return true;
  }
  return false;
}

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
    for (const uint32_t t : run.tokens) {
      const Token& token = sheet_.tokens[t];
      const float x = xs_[c + 1];
      if (token.box.x0 < x - inset && token.box.x1 > x + inset) return true;
      const bool texts = before != nullptr && !word_a_column && before->look == Look::kText &&
                         token.look == Look::kText;
      if (before != nullptr && before->box.mid_x() < x && token.box.mid_x() > x &&
          (texts || drawn) && token.box.x0 - before->box.x1 < sheet_.space * run.size)
        return true;
      before = &token;
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
  const bool straddles = region_.whole_cells || Straddles(run, alone, c0, c1);
  if (c0 == c1 || straddles) {
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

void DraftMaker::FindPartialRules() {
  for (const Rule& rule : region_.rules) {
    const auto it = std::lower_bound(band_ends_.begin(), band_ends_.end(), rule.at - kDouble);
    const bool ends_band = it != band_ends_.end() && *it <= rule.at + kDouble;
    if (!ends_band && rule.length() < kFullRule * width_) partial_.push_back(rule);
  }
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
  return HoldsSeveralRows(sheet_, band.lines);
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

void DraftMaker::AddBody(Band* band, uint32_t first) {
  const auto lines = std::span(band->lines).subspan(first);
  if (lines.empty()) return;
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

bool DraftMaker::TooManyRuns() const {
  for (const Band& band : bands_)
    for (const RunLine& line : band.lines)
      if (line.runs.size() > kMostColumns) return true;
  return false;
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
  FindPartialRules();
  for (size_t b = 0; b < bands_.size(); ++b) ReadBand(b);
  if (frame_ != nullptr) AddFaces();
  Finish();
  return std::move(draft_);
}

}  // namespace

Draft DraftOf(const Sheet& sheet, const Region& region) { return DraftMaker(sheet, region).Make(); }

}  // namespace tabularium::sheet
