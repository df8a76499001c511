// The tables of a page: those drawn by rulings first; what they leave over is searched for tables
// of white space. Tested by tables_test.cc.
#include "tabulate/tables.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "tabulate/blocks.h"
#include "tabulate/draft.h"
#include "tabulate/frames.h"
#include "tabulate/overflow.h"
#include "tabulate/prices.h"
#include "tabulate/score.h"
#include "tabulate/sheet.h"
#include "tabulate/spilled.h"
#include "tabulate/zones.h"

namespace tabularium {
namespace {

using sheet::Draft;
using sheet::DraftCell;
using sheet::Face;
using sheet::Frame;
using sheet::Rect;
using sheet::Region;
using sheet::Sheet;
using sheet::Token;

// Rows first..last of the frame, half open. REQUIRES: no face reaches over these edges.
Frame RowsOfFrame(const Frame& frame, uint32_t first, uint32_t last) {
  Frame part;
  part.xs = frame.xs;
  part.ys.assign(frame.ys.begin() + first, frame.ys.begin() + last + 1);
  part.drawn = frame.drawn;
  part.open_left = frame.open_left, part.open_right = frame.open_right;
  part.face_of.assign(static_cast<size_t>(part.rows()) * part.columns(), 0);
  for (Face face : frame.faces) {
    if (face.row0 < first || face.row1 > last) continue;
    face.row0 -= first, face.row1 -= first;
    for (uint32_t r = face.row0; r < face.row1; ++r)
      for (uint32_t c = face.column0; c < face.column1; ++c)
        part.face_of[r * part.columns() + c] = static_cast<uint32_t>(part.faces.size());
    part.faces.push_back(face);
  }
  return part;
}

bool IsBanner(const Frame& frame, uint32_t row) {
  const Face& face = frame.faces[frame.face_of[row * frame.columns()]];
  return face.column0 == 0 && face.column1 == frame.columns() && face.row0 == row &&
         face.row1 == row + 1;
}

Frame WithoutBanners(const Frame& frame) {
  uint32_t first = 0, last = frame.rows();
  while (first + 1 < last && IsBanner(frame, first)) ++first;
  while (last > first + 1 && IsBanner(frame, last - 1)) --last;
  return RowsOfFrame(frame, first, last);
}

// A form, or the strip of one that a page break left: many rows, or low ones.
bool MayBeForm(const Frame& frame, float letter) {
  const auto rows = static_cast<float>(frame.rows());
  return frame.rows() >= sheet::kFormRows ||
         frame.box().height() <= sheet::kFormRowLines * letter * rows;
}

// Letters below one another: a label set upright.
bool AreSingleLetters(const Sheet& page, std::span<const uint32_t> tokens) {
  return std::all_of(tokens.begin(), tokens.end(), [&](uint32_t t) {
    const Token& token = page.tokens[t];
    return token.look == sheet::Look::kText && token.box.width() < sheet::kOneLetterEm * token.size;
  });
}

// True if every cell is a text whose lines are full but for the last, and few that end paragraphs, or a label set upright: what a page break
// left of a form's row.
bool IsOfFullLines(const Sheet& page, const Frame& frame, std::span<const uint32_t> tokens) {
  std::vector<std::vector<uint32_t>> cells(frame.faces.size());
  for (const uint32_t t : tokens)
    if (page.tokens[t].face < cells.size()) cells[page.tokens[t].face].push_back(t);
  for (size_t f = 0; f < cells.size(); ++f) {
    const sheet::Rect cell = frame.BoxOf(frame.faces[f]);
    const std::vector<sheet::TextLine> lines = sheet::LinesOf(page, cells[f]);
    size_t short_lines = 0;
    if (AreSingleLetters(page, cells[f])) continue;
    for (size_t i = 0; i + 1 < lines.size(); ++i) short_lines += !sheet::IsFullLine(page, lines[i], lines[i + 1], cell);
    if (short_lines * sheet::kFullLines >= std::max<size_t>(lines.size(), 1)) return false;
  }
  return true;
}

// True if amounts stand in the first of several drawn rows, which therefore is no head above many that no rule parts.
bool BeginsWithAmounts(const Sheet& page, const Frame& frame, std::span<const uint32_t> tokens) {
  return frame.rows() > 1 && std::any_of(tokens.begin(), tokens.end(), [&](uint32_t t) {
           const Token& token = page.tokens[t];
           return token.face < frame.faces.size() && frame.faces[token.face].row0 == 0 && frame.faces[token.face].column0 > 0 &&
                  token.look == sheet::Look::kNumber && sheet::TextOf(page, {&t, 1}).find_first_of(",.") != std::string::npos;
         });
}

// The cells row-major, where rulings that contradict one another have made some overlap: text goes
// before blanks, and what has no place of its own joins the cell that stands there.
std::vector<DraftCell> WithoutOverlaps(const Draft& draft) {
  std::vector<DraftCell> placed;
  std::vector<uint32_t> owner(static_cast<size_t>(draft.rows) * draft.columns, UINT32_MAX);
  auto is_free = [&](const DraftCell& cell) {
    for (uint32_t r = cell.row0; r < cell.row1; ++r)
      for (uint32_t c = cell.column0; c < cell.column1; ++c)
        if (owner[r * draft.columns + c] != UINT32_MAX) return false;
    return true;
  };
  auto place = [&](DraftCell cell) {
    for (uint32_t r = cell.row0; r < cell.row1; ++r)
      for (uint32_t c = cell.column0; c < cell.column1; ++c)
        owner[r * draft.columns + c] = static_cast<uint32_t>(placed.size());
    placed.push_back(std::move(cell));
  };
  for (DraftCell cell : draft.cells) {
    if (cell.tokens.empty()) continue;
    if (!is_free(cell)) cell.row1 = cell.row0 + 1, cell.column1 = cell.column0 + 1;
    const uint32_t there = owner[cell.row0 * draft.columns + cell.column0];
    if (there == UINT32_MAX)
      place(std::move(cell));
    else
      placed[there].tokens.insert(placed[there].tokens.end(), cell.tokens.begin(),
                                  cell.tokens.end());
  }
  for (const DraftCell& cell : draft.cells)
    if (cell.tokens.empty() && is_free(cell)) place(cell);
  std::stable_sort(placed.begin(), placed.end(), [](const DraftCell& a, const DraftCell& b) {
    return a.row0 != b.row0 ? a.row0 < b.row0 : a.column0 < b.column0;
  });
  return placed;
}

// True if the cell's upper edge goes through the first of its lines, or the last one stands in a row below. Programs that print a cell
// too low for its text leave out what is above, or print it over others. What was recognised on a scan stands too loosely to tell.
bool IsCut(const Sheet& sheet, const Draft& draft, const DraftCell& cell) {
  if (sheet.page->dots > 0 || cell.tokens.size() < sheet::kCutLines) return false;
  const std::vector<sheet::TextLine> lines = sheet::LinesOf(sheet, cell.tokens);
  if (lines.size() < sheet::kCutLines) return false;
  return lines[0].base - cell.box.y0 < sheet::kCutEm * lines[0].size || (cell.row1 < draft.rows && lines.back().box.mid_y() > cell.box.y1);
}

// What bars of one width and different heights, standing on one line, cover: charts.
std::vector<Rect> ChartsOf(const Sheet& sheet) {
  std::vector<Rect> bars;
  for (const Rect& fill : sheet.fills)
    if (fill.height() > sheet::kShortestRule && fill.width() > sheet::kShortestRule) bars.push_back(fill);
  auto key = [](const Rect& r) { return std::pair(std::lround(r.y1 / sheet::kSameRule), std::lround(r.width() / sheet::kSameRule)); };
  std::sort(bars.begin(), bars.end(), [&](const Rect& a, const Rect& b) { return key(a) != key(b) ? key(a) < key(b) : a.x0 < b.x0; });
  std::vector<Rect> charts;
  for (size_t i = 0; i < bars.size() && charts.size() < sheet::kMostDrawn;) {
    Rect all = bars[i];
    size_t end = i + 1, steps = 0;
    for (; end < bars.size() && key(bars[end]) == key(bars[i]); ++end) {
      steps += bars[end].x0 > bars[end - 1].x1 && std::abs(bars[end].y0 - bars[end - 1].y0) > sheet::kShortestRule;
      sheet::Widen(bars[end], &all);
    }
    if (steps >= sheet::kBarSteps && 2 * steps >= end - i) charts.push_back(all);
    i = end;
  }
  return charts;
}

// Boxes without a wall inside are no frames: their lines are rules among others.
void DissolveBoxes(sheet::Frames* frames) {
  std::erase_if(frames->frames, [&](const Frame& frame) {
    if (frame.columns() > 1) return false;
    for (const float y : frame.ys) frames->loose.push_back({y, frame.xs.front(), frame.xs.back(), 1});
    return true;
  });
  std::sort(frames->loose.begin(), frames->loose.end(), [](const sheet::Rule& a, const sheet::Rule& b) { return a.at < b.at; });
}

class TableFinder {
 public:
  TableFinder(Sheet sheet, const TableOptions& options) : sheet_(std::move(sheet)), options_(options) {}
  std::vector<Table> Find();

 private:
  void PlaceTokens();
  bool IsSideways(size_t frame) const;
  void ReadFrames();
  void LeaveOutCharts();
  void ReadBlocks();
  bool Keep(Draft draft);
  Table ToTable(const Draft& draft) const;

  Sheet sheet_;
  const TableOptions& options_;
  sheet::Frames frames_;
  std::vector<std::vector<uint32_t>> tokens_of_;  // of each frame
  std::vector<uint32_t> free_;                    // tokens of no table yet
  std::vector<Rect> charts_;
  std::vector<Draft> drafts_;
};

// Every token to the smallest frame around it.
void TableFinder::PlaceTokens() {
  auto& frames = frames_.frames;
  if (options_.banners_are_captions)
    for (Frame& frame : frames) frame = WithoutBanners(frame);
  std::vector<uint32_t> by_y(sheet_.tokens.size());
  std::iota(by_y.begin(), by_y.end(), 0u);
  std::sort(by_y.begin(), by_y.end(), [&](uint32_t a, uint32_t b) {
    return sheet_.tokens[a].box.mid_y() < sheet_.tokens[b].box.mid_y();
  });
  std::vector<uint32_t> by_size(frames.size());
  std::iota(by_size.begin(), by_size.end(), 0u);
  auto area = [&](uint32_t f) { return frames[f].box().width() * frames[f].box().height(); };
  std::stable_sort(by_size.begin(), by_size.end(),
                   [&](uint32_t a, uint32_t b) { return area(a) > area(b); });
  for (const uint32_t f : by_size) {
    const Frame& frame = frames[f];
    const Rect box = frame.box();
    auto it = std::lower_bound(by_y.begin(), by_y.end(), box.y0, [&](uint32_t t, float y) {
      return sheet_.tokens[t].box.mid_y() < y;
    });
    for (; it != by_y.end() && sheet_.tokens[*it].box.mid_y() < box.y1; ++it) {
      Token& token = sheet_.tokens[*it];
      const float x = token.box.mid_x(), y = token.box.mid_y();
      if (x <= box.x0 || x >= box.x1) continue;
      const auto row =
          std::upper_bound(frame.ys.begin(), frame.ys.end() - 1, y) - frame.ys.begin() - 1;
      const auto column =
          std::upper_bound(frame.xs.begin(), frame.xs.end() - 1, x) - frame.xs.begin() - 1;
      token.frame = f;
      token.face =
          frame.face_of[static_cast<size_t>(row) * frame.columns() + static_cast<size_t>(column)];
    }
  }
  sheet::PlaceSpilled(frames, &sheet_);
  sheet::PlaceOverflow(frames, &sheet_);
  tokens_of_.resize(frames.size());
  for (uint32_t t = 0; t < sheet_.tokens.size(); ++t)
    if (sheet_.tokens[t].frame != UINT32_MAX) tokens_of_[sheet_.tokens[t].frame].push_back(t);
}

// A frame may be wanted whatever it looks like.
bool TableFinder::Keep(Draft draft) {
  sheet::Score(sheet_, &draft);
  const auto filled = std::count_if(draft.cells.begin(), draft.cells.end(),
                                    [](const DraftCell& cell) { return !cell.tokens.empty(); });
  const bool any_frame = options_.least_columns < 2 && draft.by_rules && (filled > 1 || (filled > 0 && draft.columns > 1));
  const bool in_chart = std::any_of(charts_.begin(), charts_.end(), [&](const Rect& c) {
    return draft.box.x0 < c.x1 && c.x0 < draft.box.x1 && draft.box.y0 < c.y1 && c.y0 < draft.box.y1;
  });
  if (!draft.by_rules && in_chart) return false;
  if (draft.columns < options_.least_columns || draft.rows > sheet::kMostRows) return false;
  if (!any_frame && draft.is_table < options_.least_sure) return false;
  drafts_.push_back(std::move(draft));
  return true;
}

// True if what stands in the frame is lettered sideways: it is read when the page is turned.
bool TableFinder::IsSideways(size_t frame) const {
  const auto& tokens = tokens_of_[frame];
  const auto aside = std::count_if(tokens.begin(), tokens.end(), [&](uint32_t t) { return sheet_.tokens[t].sideways; });
  return aside >= sheet::kSidewaysWords && 2 * static_cast<size_t>(aside) > tokens.size();
}

void TableFinder::ReadFrames() {
  std::vector<uint8_t> kept(frames_.frames.size(), 0);
  const size_t least = options_.least_columns < 2 ? 1 : 2;  // words: the rest of a form's row may be one
  for (size_t f = 0; f < frames_.frames.size(); ++f) {
    if (tokens_of_[f].size() < least || IsSideways(f)) continue;
    Region region;
    region.frame = &frames_.frames[f];
    region.box = region.frame->box();
    region.tokens = tokens_of_[f];
    region.whole_cells = options_.walls_part_everything &&
                         (MayBeForm(*region.frame, sheet_.tokens[region.tokens[0]].box.height()) ||
                          IsOfFullLines(sheet_, *region.frame, region.tokens) || BeginsWithAmounts(sheet_, *region.frame, region.tokens));
    for (const sheet::Rule& rule : sheet_.across)
      if (rule.at > region.box.y0 && rule.at < region.box.y1) region.rules.push_back(rule);
    kept[f] = Keep(sheet::DraftOf(sheet_, region));
  }
  for (uint32_t t = 0; t < sheet_.tokens.size(); ++t) {
    Token& token = sheet_.tokens[t];
    if (token.frame != UINT32_MAX && kept[token.frame]) continue;
    token.frame = token.face = UINT32_MAX;
    free_.push_back(t);
  }
}

// The words of charts, with their scales and names, are of no table, so that one near by is seen without them.
void TableFinder::LeaveOutCharts() {
  std::erase_if(free_, [&](uint32_t t) {
    const Rect& box = sheet_.tokens[t].box;
    const float aside = sheet::kScaleEm * box.height(), below = sheet::kNamesEm * box.height();
    return std::any_of(charts_.begin(), charts_.end(), [&](const Rect& c) {
      return sheet::Holds({c.x0 - aside, c.y0 - below, c.x1 + aside, c.y1 + below}, box.mid_x(), box.mid_y());
    });
  });
}

void TableFinder::ReadBlocks() {
  std::vector<Rect> kept;
  for (const Draft& draft : drafts_) kept.push_back(draft.box);
  for (const std::vector<uint32_t>& zone : sheet::ZonesOf(sheet_, free_, frames_.loose, kept))
    for (const Region& region : sheet::BlocksOf(sheet_, zone, frames_.loose))
      Keep(sheet::DraftOf(sheet_, region));
}

// White between the cells' walls and their longest lines, but for the few that reach into it or over a wall, as where no program breaks a
// word; nothing if letters were seen on a scan.
std::optional<float> PaddingOf(const Sheet& sheet, const std::vector<DraftCell>& cells) {
  constexpr size_t kFew = 50;  // tokens, of which one may reach into it
  if (sheet.page->dots > 0 || sheet.turns != 0) return std::nullopt;
  std::vector<float> white;
  for (const DraftCell& cell : cells)
    for (const uint32_t t : cell.tokens) {
      const Rect& box = sheet.tokens[t].box;
      white.push_back(std::min(box.x0 - cell.box.x0, cell.box.x1 - box.x1));
    }
  std::erase_if(white, [](float w) { return w < 0; });
  if (white.empty()) return std::nullopt;
  const auto padding = white.begin() + static_cast<std::ptrdiff_t>(white.size() / kFew);
  std::nth_element(white.begin(), padding, white.end());
  return *padding;
}

// What a page break is told by, where padding stands at both sides of a cell's lines.
void Measure(const Sheet& sheet, const DraftCell& cell, float padding, TableCell* out) {
  const std::vector<sheet::TextLine> lines = sheet::LinesOf(sheet, cell.tokens);
  if (lines.empty()) return;
  out->room = (cell.box.width() - 2 * padding - lines.back().box.width()) / sheet.scale;
  out->beginning = sheet::LeastBeginning(sheet, lines.front()) / sheet.scale;
}

Table TableFinder::ToTable(const Draft& draft) const {
  Table table;
  table.box = sheet::OnPage(sheet_, draft.box);
  table.rows = draft.rows, table.columns = draft.columns;
  table.way = !draft.by_rules   ? TableWay::kBlanks
              : draft.by_blanks ? TableWay::kMixed
                                : TableWay::kRulings;
  table.is_table = draft.is_table, table.is_right = draft.is_right;
  const std::vector<DraftCell> cells = WithoutOverlaps(draft);
  const std::optional<float> padding = options_.walls_part_everything && draft.by_rules ? PaddingOf(sheet_, cells) : std::nullopt;
  for (const DraftCell& cell : cells) {
    TableCell out;
    out.row = cell.row0, out.column = cell.column0;
    out.rows = static_cast<uint16_t>(cell.row1 - cell.row0);
    out.columns = static_cast<uint16_t>(cell.column1 - cell.column0);
    out.box = sheet::OnPage(sheet_, cell.box);
    out.text = sheet::TextOf(sheet_, cell.tokens, padding ? cell.box.width() - 2 * *padding : 0);
    out.header = cell.header;
    out.cut = draft.by_rules && IsCut(sheet_, draft, cell);
    if (padding && (cell.row0 == 0 || cell.row1 == draft.rows)) Measure(sheet_, cell, std::min(*padding, sheet::kMostPadding), &out);
    table.cells.push_back(std::move(out));
  }
  return table;
}

std::vector<Table> TableFinder::Find() {
  frames_ = sheet::FramesOf(sheet_);
  if (options_.banners_are_captions) DissolveBoxes(&frames_);
  charts_ = ChartsOf(sheet_);
  PlaceTokens();
  ReadFrames();
  LeaveOutCharts();
  ReadBlocks();
  std::stable_sort(drafts_.begin(), drafts_.end(),
                   [](const Draft& a, const Draft& b) { return a.box.y0 < b.box.y0; });
  std::vector<Table> tables;
  for (const Draft& draft : drafts_) tables.push_back(ToTable(draft));
  return tables;
}

bool Overlap(const Box& a, const Box& b) { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1; }

}  // namespace

std::vector<Table> FindTables(const Page& page, const TableOptions& options) {
  Sheet upright = sheet::MakeSheet(page);
  const int turns = upright.turns;
  std::vector<Table> tables = TableFinder(std::move(upright), options).Find();
  for (const int aside : {1 - turns % 2, 3 - turns % 2}) {
    const auto words = std::count_if(page.words.begin(), page.words.end(), [&](const Word& w) { return (w.turns & 3) == aside; });
    if (words < sheet::kSidewaysWords) continue;
    for (Table& table : TableFinder(sheet::MakeSheet(page, aside), options).Find())
      if (std::none_of(tables.begin(), tables.end(), [&](const Table& other) { return Overlap(table.box, other.box); }))
        tables.push_back(std::move(table));
  }
  std::stable_sort(tables.begin(), tables.end(), [](const Table& a, const Table& b) { return a.box.y0 < b.box.y0; });
  return tables;
}

}  // namespace tabularium
