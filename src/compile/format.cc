// Works on lines, not on the compiled form, so that comments and line breaks stay where their
// author put them. A block is gathered as rows of cells with a comment each, then laid out in
// columns. Tested by format_test.cc.

#include "compile/format.h"

#include <algorithm>
#include <map>
#include <vector>

#include "compile/draft.h"
#include "text/width.h"

namespace tabularium {
namespace {

constexpr int kWidestName = 34;  // columns; a longer name moves only its own line

// What is printed of one line.
struct Laid {
  enum Kind : uint8_t { kVerbatim, kRow, kPair, kMore } kind = kVerbatim;
  char margin = ' ';               // of kRow
  std::vector<std::string> cells;  // squares; or name and rest; or the rest that goes on (kMore)
  std::string comment;
};

// White space becomes single spaces, but within double quotes; two before `else`.
std::string Collapsed(std::string_view text) {
  std::string out;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool blank = IsBlank(c);
    if (c == '"' && (i == 0 || text[i - 1] != '\\')) quoted = !quoted;
    if (!blank || quoted) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

void PadTo(int width, std::string* out) {
  const int now = DisplayWidth(*out);
  if (now < width) out->append(static_cast<size_t>(width - now), ' ');
}

class Formatter {
 public:
  explicit Formatter(std::string_view file) : file_(file) {}

  std::string Run() {
    uint32_t at = file_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < file_.size()) {
      const SourceLine line = LineFrom(file_, at);
      at = static_cast<uint32_t>(std::min<size_t>(file_.size(), size_t{line.place.end} + 1));
      Take(line);
    }
    Flush();
    while (out_.ends_with("\n\n")) out_.pop_back();
    return std::move(out_);
  }

 private:
  std::string_view Text(DraftPlace place) const {
    return file_.substr(place.begin, place.end - place.begin);
  }

  void Take(const SourceLine& line) {
    switch (line.kind) {
      case SourceLine::kEmpty:
        blank_ = true;
        return;
      case SourceLine::kComment:
        return TakeComment(line);
      case SourceLine::kHead:
        return TakeHead(line);
      case SourceLine::kBody:
        return TakeBody(line);
    }
  }

  void TakeComment(const SourceLine& line) {
    Keep();
    Laid laid;
    std::string_view text = Text(line.place).substr(line.indent);
    while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
    laid.cells.push_back((line.indent > 0 ? "  " : "") + std::string(text));
    lines_.push_back(std::move(laid));
  }

  void TakeHead(const SourceLine& line) {
    Flush();
    if (!out_.empty() && !comment_last_ && !out_.ends_with("\n\n")) out_ += '\n';
    if (blank_ && comment_last_ && !out_.ends_with("\n\n")) out_ += '\n';
    blank_ = false;
    const uint32_t end = CommentOf(file_, line.place);
    const std::string head = Collapsed(Text({line.place.begin, end}));
    block_ = head.substr(0, head.find(' '));
    indent_ = 0;
    out_ += head;
    const std::string comment = Collapsed(Text({end, line.place.end}));
    if (!comment.empty()) out_ += "  " + comment;
    out_ += '\n';
    comment_last_ = false;
  }

  // A blank line within a block stays one.
  void Keep() {
    if (blank_ && (!lines_.empty() || !out_.empty())) lines_.emplace_back();
    blank_ = false;
  }

  void TakeBody(const SourceLine& line) {
    const uint32_t end = CommentOf(file_, line.place);
    if (indent_ == 0) indent_ = line.indent;
    const bool paired = block_ == "fields" || block_ == "words" || block_ == "checks";
    const bool more = paired && line.indent > indent_;
    Keep();
    Laid laid;
    laid.comment = Collapsed(Text({end, line.place.end}));
    const DraftPlace content{line.place.begin, end};
    if (block_ == "picture") {
      Row(content, &laid);
    } else if (more) {
      laid.kind = Laid::kMore;
      laid.cells.push_back(Collapsed(Text(content)));
    } else if (paired || block_ == "form") {
      Pair(content, &laid);
    } else {
      laid.cells.push_back("  " + Collapsed(Text(content)));
    }
    lines_.push_back(std::move(laid));
  }

  void Row(DraftPlace place, Laid* laid) const {
    const std::string text = Collapsed(Text(place));
    const size_t first = text.find('|');
    if (first == std::string::npos || first > 2 || !text.ends_with('|') ||
        text.size() == first + 1) {
      laid->cells.push_back("   " + text);
      return;
    }
    laid->kind = Laid::kRow;
    if (first > 0) laid->margin = text[0];
    std::string cell;
    for (size_t i = first + 1; i < text.size(); ++i) {
      if (text[i] == '|') {
        laid->cells.push_back(Collapsed(cell));
        cell.clear();
      } else {
        cell.push_back(text[i]);
        if (text[i] == '\\' && i + 1 < text.size()) cell.push_back(text[++i]);
      }
    }
  }

  // Where the first column of a line ends.
  uint32_t NameEnd(DraftPlace place) const {
    Scanner line(file_, place);
    if (block_ == "fields") {
      uint32_t end = place.begin;
      do end = line.TakeName().place.end;
      while (line.TakeSign(","));
      return end;
    }
    if (block_ == "words") {
      const Phrase label = line.TakePhrase(",", {"also"});
      return line.Take("also") ? label.place.end : place.end;
    }
    if (block_ == "form" && line.Take("ends with")) return line.at();
    return line.TakePhrase(kBlanks).place.end;
  }

  void Pair(DraftPlace place, Laid* laid) const {
    laid->kind = Laid::kPair;
    uint32_t end = std::clamp(NameEnd(place), place.begin, place.end);
    if (end < place.end && !IsBlank(file_[end])) end = place.end;  // no line of its block
    laid->cells.push_back(Collapsed(Text({place.begin, end})));
    laid->cells.push_back(Collapsed(Text({end, place.end})));
    if (laid->cells[0].empty()) laid->cells[0].swap(laid->cells[1]);
  }

  void Flush() {
    LayRows();
    LayPairs();
    std::vector<std::string> texts;
    for (const Laid& laid : lines_)
      texts.push_back(laid.cells.empty() ? std::string() : laid.cells[0]);
    for (size_t i = 0; i < lines_.size();) {
      size_t end = i;  // lines with comments one below the other
      int width = 0;
      for (; end < lines_.size() && !lines_[end].comment.empty(); ++end)
        width = std::max(width, DisplayWidth(texts[end]));
      for (size_t k = i; k < end; ++k) {
        PadTo(width + 2, &texts[k]);
        texts[k] += lines_[k].comment;
      }
      i = std::max(end, i + 1);
    }
    for (const std::string& text : texts) out_ += text + "\n";
    if (!lines_.empty()) comment_last_ = texts.back().starts_with('#');
    lines_.clear();
  }

  // Rows of the same number of squares share their widths.
  void LayRows() {
    std::map<size_t, std::vector<int>> widths;
    for (const Laid& laid : lines_) {
      if (laid.kind != Laid::kRow) continue;
      std::vector<int>& group = widths[laid.cells.size()];
      group.resize(laid.cells.size());
      for (size_t c = 0; c < laid.cells.size(); ++c)
        group[c] = std::max(group[c], DisplayWidth(laid.cells[c]));
    }
    for (Laid& laid : lines_) {
      if (laid.kind != Laid::kRow) continue;
      const std::vector<int>& group = widths[laid.cells.size()];
      std::string text = {' ', laid.margin, ' ', '|'};
      for (size_t c = 0; c < laid.cells.size(); ++c) {
        PadTo(group[c], &laid.cells[c]);
        text += " " + laid.cells[c] + " |";
      }
      laid.cells = {std::move(text)};
    }
  }

  void LayPairs() {
    int width = 0;
    for (const Laid& laid : lines_)
      if (laid.kind == Laid::kPair && !laid.cells[1].empty() &&
          DisplayWidth(laid.cells[0]) <= kWidestName)
        width = std::max(width, DisplayWidth(laid.cells[0]));
    for (Laid& laid : lines_) {
      if (laid.kind == Laid::kMore)
        laid.cells[0] = std::string(static_cast<size_t>(width) + 4, ' ') + laid.cells[0];
      if (laid.kind != Laid::kPair) continue;
      std::string text = "  " + laid.cells[0];
      if (!laid.cells[1].empty()) {
        PadTo(width + 2, &text);
        text += "  " + laid.cells[1];
      }
      laid.cells = {std::move(text)};
    }
  }

  std::string_view file_;
  std::string out_;
  std::string block_;
  std::vector<Laid> lines_;  // of the block at hand
  uint32_t indent_ = 0;
  bool blank_ = false;  // a blank line came before
  bool comment_last_ =
      false;  // the last line printed is a comment at the margin: it belongs to the next block
};

}  // namespace

std::string Format(std::string_view file) { return Formatter(file).Run(); }

}  // namespace tabularium
