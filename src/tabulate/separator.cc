// Bars, commas and semicolons, line by line. Tested by separator_test.cc.
#include <algorithm>
#include <optional>
#include <string>

#include "tabulate/cut.h"
#include "tabulate/quotes.h"
#include "tabulate/ruled_row.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

// Bytes of a bar at text[at], 0 where none is: | ｜ │ ┃ ║ and what box drawing has instead of them
// at joints.
size_t BarBytes(std::string_view text, size_t at, char separator) {
  if (text[at] == separator) return 1;
  if (separator != '|' || (text[at] != '\xE2' && text[at] != '\xEF')) return 0;
  std::string_view letter = text.substr(at, 3);
  return letter == "│" || letter == "┃" || letter == "║" || letter == "｜" ? 3 : 0;
}

bool IsBlank(std::string_view text) { return Trim(text).empty(); }

bool KeepsQuotedWhole(const Separated& how) {
  return how.separator != '|' || how.quoting == Quoting::kThroughout;
}

}  // namespace

bool IsRuler(std::string_view line) {
  size_t strokes = 0;
  for (size_t i = 0; i < line.size();) {
    char32_t c = NextLetter(line, i);
    bool stroke = c == '-' || c == '=' || c == '+' || c == '_' || (c >= 0x2500 && c <= 0x257F);
    if (!stroke && !IsSpace(c) && c != '|' && c != ':') return false;
    strokes += stroke;
  }
  return strokes >= 3;
}

void SplitAtSeparator(std::string_view text, const Line& line, const Separated& how,
                      std::vector<Line>* pieces) {
  pieces->clear();
  size_t begin = line.begin;
  for (size_t at = line.begin; at < line.end;) {
    if (at == begin && text[at] == '"' && KeepsQuotedWhole(how)) {
      std::optional<Quoted> quoted = QuoteReader(text.substr(0, line.end), how.separator).Read(at);
      if (quoted) {
        at = quoted->end;
        continue;
      }
    }
    size_t bar = BarBytes(text, at, how.separator);
    if (bar == 0) {
      ++at;
      continue;
    }
    pieces->push_back({begin, at, line.number});
    begin = at += bar;
  }
  pieces->push_back({begin, line.end, line.number});
  if (how.separator != '|' || !how.outer_bars || pieces->size() < 2) return;
  auto blank = [&](const Line& piece) {
    return IsBlank(text.substr(piece.begin, piece.end - piece.begin));
  };
  // | a | b | and, where the line is torn, | a | b or a | b |
  if (blank(pieces->back())) pieces->pop_back();
  if (blank(pieces->front())) pieces->erase(pieces->begin());
}

namespace {

class SeparatorCutter {
 public:
  SeparatorCutter(std::string_view text, const Separated& how, Wordings* wordings, RowWriter* rows)
      : text_(text),
        how_(how),
        lines_(text),
        quotes_(text, how.separator),
        wordings_(wordings),
        rows_(rows),
        ruled_(text, wordings) {}

  void Cut() {
    for (Line line; !rows_->full() && lines_.Next(&line);) {
      std::string_view whole = text_.substr(line.begin, line.end - line.begin);
      const bool ruler = how_.separator == '|' && IsRuler(whole);
      if (ruler || IsBlank(whole)) {
        FlushRuled(ruler);
        FlushSpaced();
        rows_->EndRow(line.number);
        below_ruler_ = ruler;
      } else if (!Gather(line)) {
        FlushRuled(false);
        CutLine(line);
      }
    }
    FlushRuled(false);
    FlushSpaced();
  }

 private:
  static constexpr size_t kMostSpaced = 4096;  // lines judged together; bounds memory

  void FlushSpaced() {
    if (!spaced_.empty()) CutSpaced(text_, spaced_, wordings_, rows_);
    spaced_.clear();
  }

  // Takes a line below a ruler, until the ruler below it says whether it is a row by itself.
  bool Gather(const Line& line) {
    if (!below_ruler_ || text_.substr(line.begin, line.end - line.begin).find('"') != text_.npos) return false;
    SplitAtSeparator(text_, line, how_, &pieces_);
    return pieces_.size() > 1 && ruled_.Add(line, pieces_);
  }

  void FlushRuled(bool at_ruler) {
    below_ruler_ = false;
    auto cells = at_ruler ? ruled_.Cells() : std::nullopt;
    if (cells) {
      for (const std::vector<Line>& cell : *cells) {
        if (cell.size() > 1) rows_->AddWrapped(cell);
        else if (cell.size() == 1) rows_->Add(cell[0].begin, cell[0].end, cell[0].number);
        else rows_->Add(ruled_.lines()[0].begin, ruled_.lines()[0].begin, ruled_.lines()[0].number);
      }
      rows_->EndRow(ruled_.lines()[0].number);
    } else {
      for (const Line& line : ruled_.lines()) CutLine(line);
    }
    ruled_.Clear();
  }

  void CutLine(Line line) {
    const uint32_t first = line.number;
    SplitAtSeparator(text_, line, how_, &pieces_);
    if (pieces_.size() == 1 && text_[pieces_[0].begin] != '"') {
      spaced_.push_back(pieces_[0]);
      if (spaced_.size() >= kMostSpaced) FlushSpaced();
      return;
    }
    FlushSpaced();
    while (AddPieces(&line) && !rows_->full())
      SplitAtSeparator(text_, line, how_, &pieces_);
    if (rows_->cells() > 1) usual_ = rows_->cells();
    rows_->EndRow(first);
  }

  // Adds the pieces of the line. True where a quoted cell ran on and `line` is now what stands
  // behind it.
  bool AddPieces(Line* line) {
    for (const Line& piece : pieces_) {
      std::optional<Quoted> quoted;
      if (piece.begin < piece.end && text_[piece.begin] == '"') quoted = quotes_.Read(piece.begin);
      if (!quoted || !Undoes(*quoted)) {
        rows_->Add(piece.begin, piece.end, piece.number);
        continue;
      }
      std::string_view source = text_.substr(piece.begin, quoted->end - piece.begin);
      rows_->AddUnquoted(piece.begin, quoted->end, piece.number, Unquote(source));
      if (quoted->end > piece.end) return GoBehind(*quoted, line);
    }
    return false;
  }

  // Between bars a quoted cell is undone where it runs over lines, if that makes the row regular.
  bool Undoes(const Quoted& quoted) {
    if (KeepsQuotedWhole(how_)) return true;
    if (quoted.lines == 0) return false;
    const size_t end = std::min(text_.find_first_of("\r\n", quoted.end), text_.size());
    std::vector<Line> behind;
    SplitAtSeparator(text_, {quoted.end, end, 0}, how_, &behind);
    const size_t before = rows_->cells();
    const size_t misfit = Distance(before + 1, usual_) + Distance(behind.size(), usual_);
    return Distance(before + behind.size(), usual_) < misfit;
  }

  static size_t Distance(size_t a, size_t b) { return a > b ? a - b : b - a; }

  bool GoBehind(const Quoted& quoted, Line* line) {
    uint32_t number = line->number + quoted.lines;
    lines_.SkipTo(quoted.end, number);
    size_t at = quoted.end;
    while (at < text_.size() && text_[at] == ' ') ++at;
    *line = {at + 1, std::min(text_.find_first_of("\r\n", at), text_.size()), number};
    return at < text_.size() && text_[at] == how_.separator;
  }

  std::string_view text_;
  Separated how_;
  LineReader lines_;
  QuoteReader quotes_;
  Wordings* wordings_;
  RowWriter* rows_;
  std::vector<Line> spaced_;  // lines without a separator, since the last one with
  std::vector<Line> pieces_;
  RuledRow ruled_;            // the lines since the ruler above
  bool below_ruler_ = false;  // and nothing but such lines stands between
  size_t usual_ = 0;  // cells of the last row of several
};

}  // namespace

void CutSeparators(std::string_view text, const Separated& how, Wordings* wordings,
                   RowWriter* rows) {
  SeparatorCutter(text, how, wordings, rows).Cut();
}

}  // namespace tabularium
