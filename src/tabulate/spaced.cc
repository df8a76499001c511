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
#include <cctype>
#include <set>
#include <string>

#include "tabulate/columns.h"
#include "tabulate/cut.h"
#include "tabulate/wraps.h"
#include "text/furniture.h"
#include "text/key.h"
#include "text/utf8.h"
#include "text/width.h"

namespace tabularium {
namespace {

constexpr uint32_t kGap = 2;  // columns of white space that part two runs
constexpr size_t kTabStop = 8;
constexpr size_t kJoinedRuns = 16;  // letters of the longest label that is spaced out
constexpr size_t kSpacedBytes =
    9;  // of a run that may be part of a spaced-out label: three Han letters

bool IsBlank(char32_t c) { return IsSpace(c) || IsInvisible(c); }

// Runs of letters with at least kGap columns of white space between them.
std::vector<Run> FindRuns(std::string_view text, const Line& line) {
  std::vector<Run> runs;
  uint32_t column = 0, blank = kGap;
  for (size_t i = line.begin; i < line.end;) {
    size_t begin = i;
    char32_t c = NextLetter(text, i);
    uint32_t width = c == '\t' ? static_cast<uint32_t>(kTabStop - column % kTabStop)
                               : static_cast<uint32_t>(DisplayWidth(c));
    if (IsBlank(c)) {
      blank += width;
    } else {
      if (blank >= kGap || runs.empty()) runs.push_back({begin, begin, column, column, kNoWord});
      blank = 0;
      runs.back().end = i;
      runs.back().right = column + width;
    }
    column += width;
  }
  return runs;
}

std::string_view TextOf(std::string_view text, const Run& run) {
  return text.substr(run.begin, run.end - run.begin);
}

// A Han letter, a bracket, a colon or a stroke: what spaced-out labels are made of.
bool IsOneLetter(std::string_view text) {
  size_t i = 0;
  char32_t c = NextLetter(text, i);
  return i == text.size() &&
         (IsHan(c) || std::u32string_view(U"()（）:：/、").find(c) != std::u32string_view::npos);
}

// How many runs from `first` on make one known wording (项  目  名  称), or are single letters with
// the same white space between them; 1 where none.
size_t SpacedOut(std::string_view text, const std::vector<Run>& runs, size_t first,
                 Wordings* wordings) {
  if (runs[first].word != kNoWord || runs[first].end - runs[first].begin > kSpacedBytes) return 1;
  auto blank = [&](size_t n) {
    return text.substr(runs[n - 1].end, runs[n].begin - runs[n - 1].end);
  };
  size_t best = 1;
  bool even = IsOneLetter(TextOf(text, runs[first]));
  for (size_t n = first + 1; n < runs.size() && n - first < kJoinedRuns; ++n) {
    if (runs[n].end - runs[n].begin > kSpacedBytes) break;
    even = even && IsOneLetter(TextOf(text, runs[n])) && blank(n) == blank(first + 1);
    bool known =
        wordings->Whole(text.substr(runs[first].begin, runs[n].end - runs[first].begin)) != kNoWord;
    if (known || (even && n - first >= 2)) best = n - first + 1;
  }
  return best;
}

void JoinSpacedOut(std::string_view text, std::vector<Run>* runs, Wordings* wordings) {
  for (Run& run : *runs) run.word = wordings->Whole(TextOf(text, run));
  if (runs->size() < 2) return;
  std::vector<Run> joined;
  for (size_t k = 0; k < runs->size();) {
    size_t n = SpacedOut(text, *runs, k, wordings);
    Run run = (*runs)[k];
    run.end = (*runs)[k + n - 1].end;
    run.right = (*runs)[k + n - 1].right;
    if (n > 1) run.word = wordings->Whole(TextOf(text, run));
    joined.push_back(run);
    k += n;
  }
  *runs = std::move(joined);
}

// A year is one cell, whatever blanks stand in it: （ ２０２５  年度）.
void JoinYear(std::string_view text, SpacedLine* line) {
  constexpr size_t kMostRuns = 6;
  std::vector<Run>& runs = line->runs;
  if (runs.size() < 2 || runs.size() > kMostRuns) return;
  if (!LooksLikeYearLine(text.substr(runs.front().begin, runs.back().end - runs.front().begin)))
    return;
  runs.front().end = runs.back().end;
  runs.front().right = runs.back().right;
  runs.resize(1);
}

// (4) or (b) at the beginning: numbers that forms print before what is filled in; or $, as before amounts.
bool BeginsWithMark(std::string_view text) {
  for (std::string_view sign : {"$", "¥", "￥", "€", "£"})
    if (text.starts_with(sign)) return true;
  const size_t close = text.find(')');
  if (!text.starts_with('(') || close == text.npos || close < 2 || close > 3) return false;
  return std::all_of(text.begin() + 1, text.begin() + static_cast<ptrdiff_t>(close),
                     [](unsigned char c) { return std::isalnum(c); });
}

// A text as wide as its column leaves one blank before the next: where a mark begins behind a single blank, just where runs of
// other lines begin, it begins a run.
class MarkParter {
 public:
  MarkParter(std::string_view text, Wordings* wordings) : text_(text), wordings_(wordings) {}

  void Part(std::vector<SpacedLine>* block) {
    auto is_marked = [&](const Run& run) {
      const std::string_view text = TextOf(text_, run);
      for (size_t at = text.find(' '); at != text.npos; at = text.find(' ', at + 1))
        if (BeginsWithMark(text.substr(at + 1))) return true;
      return false;
    };
    for (SpacedLine& line : *block)
      for (size_t k = 0; k < line.runs.size(); ++k)
        if (line.runs.size() > 1 && is_marked(line.runs[k])) PartRun(*block, k, &line.runs);
  }

 private:
  void PartRun(const std::vector<SpacedLine>& block, size_t k, std::vector<Run>* runs) {
    const Run run = (*runs)[k];
    uint32_t column = run.left;
    for (size_t i = run.begin; i < run.end;) {
      if (i > run.begin && text_[i - 1] == ' ' && BeginsWithMark(text_.substr(i, run.end - i)) && Begin(block, column) > 1) {
        Run rest = run;
        (*runs)[k].end = i - 1;
        (*runs)[k].right = column - 1;
        rest.begin = i;
        rest.left = column;
        (*runs)[k].word = wordings_->Whole(TextOf(text_, (*runs)[k]));
        rest.word = wordings_->Whole(TextOf(text_, rest));
        runs->insert(runs->begin() + static_cast<ptrdiff_t>(k) + 1, rest);
        return;
      }
      column += static_cast<uint32_t>(DisplayWidth(NextLetter(text_, i)));
    }
  }

  static size_t Begin(const std::vector<SpacedLine>& block, uint32_t column) {
    return static_cast<size_t>(std::count_if(block.begin(), block.end(), [&](const SpacedLine& line) {
      return std::any_of(line.runs.begin(), line.runs.end(), [&](const Run& run) { return run.left == column; });
    }));
  }

  std::string_view text_;
  Wordings* wordings_;
};

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
        WriteWhole(line);
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

  void WriteWhole(const SpacedLine& line) {
    if (line.runs.empty()) return;
    std::vector<Line> pieces = CutAtLabels(text_, line.line, wordings_);
    if (pieces.empty()) pieces.push_back(line.line);
    for (const Line& piece : pieces) rows_->Add(piece.begin, piece.end, piece.number);
  }

  std::string_view text_;
  Wordings* wordings_;
  RowWriter* rows_;
};

}  // namespace

namespace {

// Where runs begin and end.
class Sides {
 public:
  void Add(const std::vector<Run>& runs) {
    ++lines_;
    for (const Run& run : runs) sides_.insert({2 * run.left, 2 * run.right + 1});
  }
  void Clear() {
    sides_.clear();
    lines_ = 0;
  }
  size_t lines() const { return lines_; }

  // Runs that don't begin their line: all lines have those in common.
  static size_t Inner(const std::vector<Run>& runs) { return runs.size() - (runs.front().left == 0 ? 1 : 0); }

  // How many of these begin or end where others do.
  size_t Sharing(const std::vector<Run>& runs) const {
    return static_cast<size_t>(std::count_if(runs.begin(), runs.end(), [&](const Run& run) {
      return run.left > 0 && (sides_.contains(2 * run.left) || sides_.contains(2 * run.right + 1));
    }));
  }

 private:
  std::set<uint32_t> sides_;
  size_t lines_ = 0;
};

// Gathers lines into blocks whose columns are looked for together: lines between blank ones, and
// what follows a blank line if its runs begin where those before it do. A row of heads from which
// on runs stand elsewhere begins a block of its own.
class Blocks {
 public:
  Blocks(std::string_view text, Wordings* wordings, RowWriter* rows)
      : wordings_(*wordings), parter_(text, wordings), writer_(text, wordings, rows) {}

  void Add(SpacedLine line) {
    bool blank = line.runs.empty();
    next_.push_back(std::move(line));
    if (blank || next_.size() >= kMostLines) CloseNext();
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
    if (sides_.lines() < 2 || !IsRowOfHeads(runs) || 2 * sides_.Sharing(runs) >= Sides::Inner(runs)) return false;
    auto below = std::find_if(next_.begin() + static_cast<ptrdiff_t>(i) + 1, next_.end(),
                              [](const SpacedLine& line) { return line.runs.size() > 1; });
    if (below == next_.end()) return false;
    Sides own;
    own.Add(runs);
    return 5 * own.Sharing(below->runs) >= 3 * Sides::Inner(below->runs);
  }

  bool IsRowOfHeads(const std::vector<Run>& runs) const {
    const auto labels = static_cast<size_t>(std::count_if(runs.begin(), runs.end(), [&](const Run& run) {
      return run.word != kNoWord && (wordings_.word(run.word).roles & kIsLabel);
    }));
    return runs.size() > 2 && labels > 1 && 5 * labels >= 2 * runs.size();
  }

  void Flush() {
    parter_.Part(&block_);
    writer_.Write(block_);
    block_.clear();
    sides_.Clear();
  }

  const Wordings& wordings_;
  MarkParter parter_;
  BlockWriter writer_;
  std::vector<SpacedLine> block_, next_;
  Sides sides_;  // of the runs of block_
};

}  // namespace

void CutSpaced(std::string_view text, std::span<const Line> lines, Wordings* wordings,
               RowWriter* rows) {
  Blocks blocks(text, wordings, rows);
  for (const Line& line : lines) {
    if (rows->full()) return;
    SpacedLine spaced{line, {}};
    if (!IsRuler(text.substr(line.begin, line.end - line.begin)))
      spaced.runs = FindRuns(text, line);
    JoinYear(text, &spaced);
    JoinSpacedOut(text, &spaced.runs, wordings);
    blocks.Add(std::move(spaced));
  }
  blocks.Finish();
}

}  // namespace tabularium
