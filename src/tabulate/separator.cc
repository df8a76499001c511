// Bars, commas and semicolons, line by line. Tested by separator_test.cc.
#include <algorithm>
#include <optional>
#include <string>

#include "tabulate/cut.h"
#include "tabulate/quotes.h"
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

void SplitAtSeparator(std::string_view text, const Line& line, char separator,
                      std::vector<Line>* pieces) {
  pieces->clear();
  size_t begin = line.begin;
  for (size_t at = line.begin; at < line.end;) {
    if (at == begin && text[at] == '"' && separator != '|') {
      std::optional<Quoted> quoted = QuoteReader(text.substr(0, line.end), separator).Read(at);
      if (quoted) {
        at = quoted->end;
        continue;
      }
    }
    size_t bar = BarBytes(text, at, separator);
    if (bar == 0) {
      ++at;
      continue;
    }
    pieces->push_back({begin, at, line.number});
    begin = at += bar;
  }
  pieces->push_back({begin, line.end, line.number});
  if (separator != '|' || pieces->size() < 3) return;
  auto blank = [&](const Line& piece) {
    return IsBlank(text.substr(piece.begin, piece.end - piece.begin));
  };
  if (blank(pieces->front()) && blank(pieces->back())) {  // | a | b |
    pieces->erase(pieces->begin());
    pieces->pop_back();
  }
}

namespace {

class SeparatorCutter {
 public:
  SeparatorCutter(std::string_view text, char separator, RowWriter* rows)
      : text_(text), separator_(separator), lines_(text), quotes_(text, separator), rows_(rows) {}

  void Cut() {
    for (Line line; !rows_->full() && lines_.Next(&line); rows_->EndRow(line.number)) {
      std::string_view whole = text_.substr(line.begin, line.end - line.begin);
      if (IsBlank(whole) || (separator_ == '|' && IsRuler(whole))) continue;
      for (bool more = true; more && !rows_->full();) {
        SplitAtSeparator(text_, line, separator_, &pieces_);
        more = AddPieces(&line);
      }
    }
  }

 private:
  // Adds the pieces of the line. True where a quoted cell ran on and `line` is now what stands
  // behind it.
  bool AddPieces(Line* line) {
    for (const Line& piece : pieces_) {
      std::optional<Quoted> quoted;
      if (separator_ != '|' && piece.begin < piece.end && text_[piece.begin] == '"')
        quoted = quotes_.Read(piece.begin);
      if (!quoted) {
        rows_->Add(piece.begin, piece.end, piece.number);
        continue;
      }
      std::string_view source = text_.substr(piece.begin, quoted->end - piece.begin);
      rows_->AddUnquoted(piece.begin, quoted->end, piece.number, Unquote(source));
      if (quoted->end > piece.end) return GoBehind(*quoted, line);
    }
    return false;
  }

  bool GoBehind(const Quoted& quoted, Line* line) {
    uint32_t number = line->number + quoted.lines;
    lines_.SkipTo(quoted.end, number);
    size_t at = quoted.end;
    while (at < text_.size() && text_[at] == ' ') ++at;
    *line = {at + 1, std::min(text_.find_first_of("\r\n", at), text_.size()), number};
    return at < text_.size() && text_[at] == separator_;
  }

  std::string_view text_;
  char separator_;
  LineReader lines_;
  QuoteReader quotes_;
  RowWriter* rows_;
  std::vector<Line> pieces_;
};

}  // namespace

void CutSeparators(std::string_view text, char separator, RowWriter* rows) {
  SeparatorCutter(text, separator, rows).Cut();
}

}  // namespace tabularium
