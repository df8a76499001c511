// Columns made of white space. Runs of letters parted by two columns or more are the candidates for
// cells; where lines that follow one another leave the same columns blank, a column boundary is
// proven:
//
//   产出指标  数量指标  开展次数  >=16次          runs of four lines, Han letters two columns wide
//                       购买数量  >=28套
//             质量指标  契合度    =100%
//   --------  --------  --------  -----           columns; what is not there becomes an empty cell
//
// A run that lies over a proven boundary (a long text that pushes the rest of its line to the
// right) takes no part in finding columns and stands where it begins. Tested by spaced_test.cc.
#include <algorithm>
#include <map>
#include <string>

#include "tabulate/cut.h"
#include "tabulate/line_runs.h"
#include "tabulate/wraps.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

// Columns are believed where a known wording stands in one, or where two runs in three begin where
// others begin.
bool IsTrustworthy(std::span<const SpacedLine> block, const Columns& columns,
                   const Wordings& wordings) {
  size_t runs = 0, edges = 0, known = 0, rows = 0;
  for (const SpacedLine& line : block) {
    if (line.runs.size() < 2) continue;
    ++rows;
    for (const Run& run : line.runs) {
      ++runs;
      known += run.word != kNoWord && wordings.IsTelling(run.word);
      edges += columns.IsEdge(run.left);
    }
  }
  return known > 0 || (rows >= 3 && 3 * edges >= 2 * runs);
}

class BlockWriter {
 public:
  BlockWriter(std::string_view text, Wordings* wordings, RowWriter* rows)
      : text_(text), wordings_(wordings), rows_(rows) {}

  void Write(std::span<const SpacedLine> block) {
    const bool parted = std::any_of(block.begin(), block.end(), [](const SpacedLine& line) { return line.runs.size() > 1; });
    if (parted) return WriteColumns(block);
    for (const SpacedLine& line : block) {
      if (rows_->full()) return;
      if (!line.runs.empty()) WriteWhole(line.line);
      rows_->EndRow(line.line.number);
    }
  }

  // REQUIRES: no line has more than one run.
  void Write(std::span<const Line> lines) {
    for (const Line& line : lines) {
      if (rows_->full()) return;
      if (!Trim(text_.substr(line.begin, line.end - line.begin)).empty()) WriteWhole(line);
      rows_->EndRow(line.number);
    }
  }

 private:
  void WriteColumns(std::span<const SpacedLine> block) {
    Columns columns(block);
    bool trusted = IsTrustworthy(block, columns, *wordings_);
    Wraps wraps(text_, block, wordings_);
    std::vector<size_t> above;
    for (size_t i = 0, lines = 1; i < block.size(); i += lines) {
      if (rows_->full()) return;
      const SpacedLine& line = block[i];
      lines = trusted ? wraps.LinesFrom(i) : 1;
      if (lines > 1) {
        above = columns.Places(text_, line.runs, above);
        WriteWrapped(line, above, [&](const Run& run) { return wraps.PiecesOf(run, i, lines); });
      } else if (trusted && line.runs.size() > 1) {
        std::vector<size_t> places = columns.Places(text_, line.runs, above);
        WriteRuns(line, places);
        above = std::move(places);
      } else if (size_t place = trusted && line.runs.size() == 1 ? PlaceOfSingle(block, i, columns, above) : 0) {
        WriteRuns(line, {place});
      } else {
        if (!line.runs.empty()) WriteWhole(line.line);
      }
      rows_->EndRow(line.line.number);
    }
  }

  // The column of a line's only run; 0 where none is proven. A long text that runs over several columns is of the one under
  // whose cell in the row above it begins.
  size_t PlaceOfSingle(std::span<const SpacedLine> block, size_t i, const Columns& columns, const std::vector<size_t>& above) const {
    const Run& run = block[i].runs[0];
    if (const size_t place = columns.PlaceOfSingle(run)) return place;
    size_t before = i;
    while (before > 0 && block[before - 1].runs.empty()) --before;
    if (before == 0 || run.word != kNoWord || run.left == 0 || !columns.Spans(run)) return 0;
    const bool goes_on = i + 1 < block.size() && block[i + 1].runs.size() == 1 && block[i + 1].runs[0].left == run.left;
    if (goes_on) return 0;  // lines that a layout wrapped
    const std::vector<Run>& runs = block[before - 1].runs;
    for (size_t k = 0; k < runs.size() && runs.size() == above.size(); ++k)
      if (runs[k].left == run.left) return above[k];
    return 0;
  }

  // One cell a place and empty ones between them. None behind them: a line that ends early may be
  // blank there or torn.
  void WriteRuns(const SpacedLine& line, const std::vector<size_t>& places) {
    size_t at = line.line.begin;
    size_t column = 0;
    for (size_t k = 0; k < line.runs.size(); ++k) {
      for (; column < places[k]; ++column) rows_->Add(at, at, line.line.number);
      size_t last = k;
      while (last + 1 < places.size() && places[last + 1] == places[k])
        ++last;  // one cell with wide blanks in it
      rows_->Add(line.runs[k].begin, line.runs[last].end, line.line.number);
      at = line.runs[last].end;
      k = last;
      ++column;
    }
  }

  template <class PiecesOf>
  void WriteWrapped(const SpacedLine& line, const std::vector<size_t>& places, PiecesOf pieces_of) {
    size_t column = 0;
    for (size_t k = 0; k < line.runs.size(); ++k) {
      for (; column < places[k]; ++column)
        rows_->Add(line.runs[k].begin, line.runs[k].begin, line.line.number);
      const std::vector<Line> pieces = pieces_of(line.runs[k]);
      if (pieces.size() == 1) {
        rows_->Add(pieces[0].begin, pieces[0].end, pieces[0].number);
      } else {
        rows_->AddWrapped(pieces);
      }
      ++column;
    }
  }

  void WriteWhole(const Line& line) {
    const std::vector<Line> pieces = CutAtLabels(text_, line, wordings_);
    if (pieces.empty()) rows_->Add(line.begin, line.end, line.number);
    for (const Line& piece : pieces) rows_->Add(piece.begin, piece.end, piece.number);
  }

  std::string_view text_;
  Wordings* wordings_;
  RowWriter* rows_;
};

// Where runs begin and end.
class Sides {
 public:
  void Add(const std::vector<Run>& runs) {
    ++lines_;
    for (const Run& run : runs) ++lefts_[run.left], ++rights_[run.right];
  }
  void Clear() {
    lefts_.clear();
    rights_.clear();
    lines_ = 0;
  }
  size_t lines() const { return lines_; }

  // Runs that don't begin their line: all lines have those in common.
  static size_t Inner(const std::vector<Run>& runs) { return runs.size() - (runs.front().left == 0 ? 1 : 0); }

  // How many of these begin or end where others do.
  size_t Sharing(const std::vector<Run>& runs) const {
    return Count(runs, [&](const Run& run) { return lefts_.contains(run.left) || rights_.contains(run.right); });
  }

  // How many of them stand in one way, flush left or flush right, where one line in five has others: not by chance.
  size_t Flush(const std::vector<Run>& runs) const {
    auto often = [this](const std::map<uint32_t, size_t>& sides, uint32_t side) {
      const auto found = sides.find(side);
      return found != sides.end() && 5 * found->second >= lines_;
    };
    return std::max(Count(runs, [&](const Run& run) { return often(lefts_, run.left); }),
                    Count(runs, [&](const Run& run) { return often(rights_, run.right); }));
  }

 private:
  template <class Shares>
  static size_t Count(const std::vector<Run>& runs, Shares shares) {
    return static_cast<size_t>(std::count_if(runs.begin(), runs.end(), [&](const Run& run) { return run.left > 0 && shares(run); }));
  }

  std::map<uint32_t, size_t> lefts_, rights_;  // lines with a run that begins or ends there
  size_t lines_ = 0;
};

// Gathers lines into blocks whose columns are looked for together: lines between blank ones, and
// what follows a blank line if its runs begin where those before it do. A row of heads from which
// on runs stand elsewhere begins a block of its own.
class Blocks {
 public:
  Blocks(std::string_view text, Wordings* wordings, RowWriter* rows)
      : text_(text), wordings_(wordings), writer_(text, wordings, rows) {}

  void Add(SpacedLine line) {
    bool blank = line.runs.empty();
    next_.push_back(std::move(line));
    if ((blank && !EndsWithHeads()) || next_.size() >= kMostLines) CloseNext();
  }
  void Finish() {
    CloseNext();
    Flush();
  }

 private:
  static constexpr size_t kMostLines = 4096;  // of a block; bounds memory

  void CloseNext() {
    if (block_.size() >= kMostLines || !GoesOn()) Flush();
    for (size_t i = 0; i < next_.size(); ++i) {
      if (BeginsTable(i)) Flush();
      if (next_[i].runs.size() > 1) sides_.Add(next_[i].runs);
      block_.push_back(std::move(next_[i]));
    }
    next_.clear();
  }

  // The last line with letters heads a table: what is below the blank line tells whether it is one of its own.
  bool EndsWithHeads() const {
    const auto last = std::find_if(next_.rbegin(), next_.rend(), [](const SpacedLine& line) { return !line.runs.empty(); });
    return last != next_.rend() && IsRowOfHeads(last->runs);
  }

  bool GoesOn() const {
    size_t runs = 0, sharing = 0;
    for (const SpacedLine& line : next_) {
      if (line.runs.size() < 2) continue;
      runs += Sides::Inner(line.runs);
      sharing += sides_.Sharing(line.runs);
    }
    return runs == 0 || sides_.lines() == 0 || 5 * sharing >= 3 * runs;
  }

  bool BeginsTable(size_t i) const {
    const std::vector<Run>& runs = next_[i].runs;
    if (sides_.lines() < 2 || !IsRowOfHeads(runs) || 2 * sides_.Flush(runs) >= Sides::Inner(runs)) return false;
    Sides own;
    own.Add(runs);
    size_t rows = 0;  // below; blanks around a value put it beside its column
    for (size_t k = i + 1; k < next_.size() && rows < 3; ++k) {
      const std::vector<Run>& below = next_[k].runs;
      if (below.size() < 2) continue;
      if (5 * own.Sharing(below) >= 3 * Sides::Inner(below)) return true;
      ++rows;
    }
    return false;
  }

  bool IsRowOfHeads(const std::vector<Run>& runs) const {
    const auto labels = static_cast<size_t>(std::count_if(runs.begin(), runs.end(), [&](const Run& run) {
      return run.word != kNoWord && (wordings_->word(run.word).roles & kIsLabel);
    }));
    return runs.size() > 2 && labels > 1 && 5 * labels >= 2 * runs.size();
  }

  void Flush() {
    RepairRuns(text_, wordings_, &block_);
    writer_.Write(block_);
    block_.clear();
    sides_.Clear();
  }

  std::string_view text_;
  Wordings* wordings_;
  BlockWriter writer_;
  std::vector<SpacedLine> block_, next_;
  Sides sides_;  // of the runs of block_
};

}  // namespace

void CutSpaced(std::string_view text, std::span<const Line> lines, Wordings* wordings,
               RowWriter* rows) {
  if (std::all_of(lines.begin(), lines.end(), [&](const Line& line) { return IsOneRun(text.substr(line.begin, line.end - line.begin)); }))
    return BlockWriter(text, wordings, rows).Write(lines);
  Blocks blocks(text, wordings, rows);
  for (const Line& line : lines) {
    if (rows->full()) return;
    blocks.Add(RunsOfLine(text, line, wordings));
  }
  blocks.Finish();
}

}  // namespace tabularium
