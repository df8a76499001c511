// One walk. A cell that begins with a quotation mark is read twice, as it stands and
// after RFC 4180, and the reading whose rows have the usual number of cells is taken. Tested by
// tabs_test.cc.
#include <algorithm>

#include "tabulate/cut.h"
#include "tabulate/quotes.h"
#include "text/blocks.h"

namespace tabularium {
namespace {

// Most cells are shorter than a block.
size_t FindTab(std::string_view text, size_t at, size_t end) {
  for (; at < end && at + kBlockBytes <= text.size(); at += kBlockBytes)
    if (const size_t tab = FirstOf(Equal(BlockAt(text, at), '\t')); tab < kBlockBytes) return std::min(at + tab, end);
  while (at < end && text[at] != '\t') ++at;
  return std::min(at, end);
}

bool IsBlank(std::string_view line) {
  return std::all_of(line.begin(), line.end(),
                     [](char c) { return c == ' ' || (c >= 9 && c <= 13); });
}

class TabCutter {
 public:
  TabCutter(std::string_view text, Quoting quoting, Wordings* wordings, RowWriter* rows)
      : text_(text),
        quoting_(quoting),
        lines_(text),
        quotes_(text, '\t'),
        wordings_(wordings),
        rows_(rows) {}

  void Cut() {
    Line line;
    while (!rows_->full() && lines_.Next(&line)) {
      const size_t tab = FindTab(text_, line.begin, line.end);
      if (tab == line.end && !BeginsQuoted(line.begin)) {
        spaced_.push_back(line);
        if (spaced_.size() >= kMostSpaced) FlushSpaced();
        continue;
      }
      FlushSpaced();
      CutLine(line, tab);
    }
    FlushSpaced();
  }

 private:
  static constexpr size_t kMostSpaced = 4096;  // lines judged together; bounds memory

  bool BeginsQuoted(size_t at) const {
    bool may = usual_ > 1 || quoting_ == Quoting::kThroughout;
    return may && at < text_.size() && text_[at] == '"';
  }

  void FlushSpaced() {
    if (!spaced_.empty()) CutSpaced(text_, spaced_, wordings_, rows_);
    spaced_.clear();
  }

  // `tab`: the first one.
  void CutLine(Line line, size_t tab) {
    uint32_t first = line.number;
    size_t at = line.begin;
    for (; !rows_->full(); tab = FindTab(text_, at, line.end)) {
      if (at < line.end && text_[at] == '"') {
        std::optional<Quoted> quoted = quotes_.Read(at);
        if (quoted && IsBetter(line, *quoted)) {
          rows_->AddUnquoted(at, quoted->end, line.number,
                             Unquote(text_.substr(at, quoted->end - at)));
          if (quoted->lines) line = LineAround(line, *quoted);
          at = FindTab(text_, quoted->end, line.end);
          if (at >= line.end) break;
          ++at;
          continue;
        }
      }
      rows_->Add(at, tab, line.number);
      if (tab == line.end) break;
      at = tab + 1;
    }
    if (rows_->cells() > 1) usual_ = rows_->cells();
    rows_->EndRow(first);
  }

  // The line in which a quoted cell ends.
  Line LineAround(const Line& line, const Quoted& quoted) {
    uint32_t number = line.number + quoted.lines;
    size_t begin = text_.find_last_of("\r\n", quoted.end - 1) + 1;
    size_t end = std::min(text_.find_first_of("\r\n", quoted.end), text_.size());
    lines_.SkipTo(begin, number);
    return {begin, end, number};
  }

  size_t CountCells(size_t begin, size_t end) const {
    return 1 + static_cast<size_t>(std::count(text_.begin() + static_cast<ptrdiff_t>(begin),
                                              text_.begin() + static_cast<ptrdiff_t>(end), '\t'));
  }

  size_t EndOfLine(size_t at) const {
    return std::min(text_.find_first_of("\r\n", at), text_.size());
  }

  // The usual number of cells where no row with tabs stands before: that of the next line with
  // tabs, 0 if none is near.
  size_t CellsBelow(size_t at) const {
    for (int tries = 0; tries < 8 && at < text_.size(); ++tries) {
      size_t begin = at + 1;
      at = EndOfLine(begin);
      if (begin < at && FindTab(text_, begin, at) < at) return CountCells(begin, at);
    }
    return 0;
  }

  // Counts what stands as it is in the line, once however many quoted cells it has; `quoted` is the
  // first of them.
  void Measure(const Line& line, const Quoted& quoted) {
    if (measured_ == line.number) return;
    measured_ = line.number;
    literal_ = CountCells(line.begin, line.end);
    around_ = usual_ ? usual_ : CellsBelow(EndOfLine(quoted.end));
  }

  // How far the lines behind this one, read as they stand, are from the usual number of cells.
  size_t MisfitBehind(const Line& line, size_t end) const {
    size_t misfit = 0;
    for (size_t at = line.end + 1; at < end;) {
      size_t stop = std::min(EndOfLine(at), end);
      if (!IsBlank(text_.substr(at, stop - at))) misfit += Distance(CountCells(at, stop), around_);
      at = stop + 1;
    }
    return misfit;
  }

  static size_t Distance(size_t a, size_t b) { return a > b ? a - b : b - a; }

  bool IsBetter(const Line& line, const Quoted& quoted) {
    if (quoting_ == Quoting::kThroughout) return true;
    if (!quoted.parted) return quoted.doubled;
    Measure(line, quoted);
    size_t behind = 0, misfit = Distance(literal_, around_);
    if (quoted.lines) {
      size_t end = EndOfLine(quoted.end);
      behind = CountCells(line.end, end) - 1;
      misfit += MisfitBehind(line, end);
    }
    size_t cells = literal_ + behind - (CountCells(quoted.begin, quoted.end) - 1);
    return Distance(cells, around_) < misfit;
  }

  std::string_view text_;
  Quoting quoting_;
  LineReader lines_;
  QuoteReader quotes_;
  Wordings* wordings_;
  RowWriter* rows_;
  std::vector<Line> spaced_;  // lines without a tab, since the last one with
  size_t usual_ = 0;          // cells of the last row with tabs
  uint32_t measured_ = 0;     // the line that the next two are about
  size_t literal_ = 0, around_ = 0;
};

}  // namespace

void CutTabs(std::string_view text, Quoting quoting, Wordings* wordings, RowWriter* rows) {
  TabCutter(text, quoting, wordings, rows).Cut();
}

}  // namespace tabularium
