// Marks and options are taken in turn; which side of its option a mark stands on is learnt from the
// whole line. Tested by choice_test.cc.
#include "normalise/marks.h"

#include <cstdint>

#include "text/utf8.h"
#include "text/words.h"

namespace tabularium {
namespace {

enum class MarkKind : uint8_t { kNoMark, kBox, kTick };

MarkKind MarkOf(char32_t c) {
  bool may_be = (c >= 0x2000 && c < 0x3000) || (c >= 0xF000 && c < 0xF100);
  const TickMark* mark = may_be ? FindTickMark(c) : nullptr;
  if (mark == nullptr) return MarkKind::kNoMark;
  return mark->kind == TickMark::kEmptyBox ? MarkKind::kBox : MarkKind::kTick;
}

bool IsAsciiAlnum(std::string_view s, size_t i) {
  return i < s.size() &&
         ((s[i] >= '0' && s[i] <= '9') || ((s[i] | 32) >= 'a' && (s[i] | 32) <= 'z'));
}

struct Token {
  MarkKind mark = MarkKind::kNoMark;
  std::string_view text;              // an option, trimmed; of a mark: empty
  int gap_before = 0, gap_after = 0;  // blanks beside a mark
};

int BlanksAt(std::string_view s, size_t i) {
  int n = 0;
  while (i < s.size()) {
    char32_t c = NextLetter(s, i);
    if (!IsSpace(c)) break;
    ++n;
  }
  return n;
}

int BlanksBefore(std::string_view s, size_t i) {
  int n = 0;
  while (i > 0) {
    size_t at = i - 1;
    while (at > 0 && (static_cast<unsigned char>(s[at]) & 0xC0) == 0x80) --at;
    size_t next = at;
    if (!IsSpace(NextLetter(s, next))) break;
    i = at;
    ++n;
  }
  return n;
}

// A mark at s[i], or kNoMark; moves i behind the letter. A lone V is a tick too.
MarkKind NextMark(std::string_view s, size_t& i) {
  size_t at = i;
  char32_t c = NextLetter(s, i);
  if (MarkKind mark = MarkOf(c); mark != MarkKind::kNoMark) return mark;
  bool v = c == 'V' || c == 'v' || c == U'Ｖ';
  bool alone = !IsAsciiAlnum(s, i) && (at == 0 || !IsAsciiAlnum(s, at - 1));
  return v && alone ? MarkKind::kTick : MarkKind::kNoMark;
}

// Options and marks in turn; marks side by side are one (□√ is ticked).
std::vector<Token> Tokens(std::string_view s) {
  std::vector<Token> tokens;
  size_t begin = 0;
  auto flush = [&](size_t end) {
    std::string_view text = Trim(s.substr(begin, end - begin));
    if (!text.empty()) tokens.push_back({MarkKind::kNoMark, text, 0, 0});
  };
  for (size_t i = 0; i < s.size();) {
    size_t at = i;
    MarkKind mark = NextMark(s, i);
    if (mark == MarkKind::kNoMark) continue;
    flush(at);
    begin = i;
    if (!tokens.empty() && tokens.back().mark != MarkKind::kNoMark) {
      if (mark == MarkKind::kTick) tokens.back().mark = mark;
      tokens.back().gap_after = BlanksAt(s, i);
    } else {
      tokens.push_back({mark, {}, BlanksBefore(s, at), BlanksAt(s, i)});
    }
  }
  flush(s.size());
  return tokens;
}

bool IsMark(const Token& token) { return token.mark != MarkKind::kNoMark; }

enum class Side : uint8_t { kUnknown, kBefore, kAfter };

// On which side of their options the marks stand: as many marks as options on that side, or by the
// closer neighbour.
Side SideOf(const std::vector<Token>& tokens) {
  bool starts = IsMark(tokens.front()), ends = IsMark(tokens.back());
  if (starts != ends) return starts ? Side::kBefore : Side::kAfter;
  int votes = 0;  // positive: before
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!IsMark(tokens[i])) continue;
    bool left = i > 0, right = i + 1 < tokens.size();
    if (!left || !right) continue;
    if (tokens[i].gap_before != tokens[i].gap_after)
      votes += tokens[i].gap_after < tokens[i].gap_before ? 1 : -1;
  }
  return votes == 0 ? Side::kUnknown : votes > 0 ? Side::kBefore : Side::kAfter;
}

}  // namespace

Marks ReadMarks(std::string_view text) {
  Marks marks;
  std::vector<Token> tokens = Tokens(text);
  if (tokens.empty()) return marks;
  Side side = SideOf(tokens);
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].mark != MarkKind::kTick) continue;
    size_t at = side == Side::kBefore ? i + 1 : i - 1;
    bool beside = side != Side::kUnknown && at < tokens.size() && !IsMark(tokens[at]);
    marks.unclear |= !beside;
    if (beside) marks.options.push_back({tokens[at].text, side == Side::kBefore});
  }
  return marks;
}

bool HoldsMark(std::string_view text) {
  for (size_t i = 0; i < text.size();)
    if (NextMark(text, i) != MarkKind::kNoMark) return true;
  return false;
}

}  // namespace tabularium
