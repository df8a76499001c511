// Tested by layout_test.cc.
#include "tabulate/torn_text.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "model/decimal.h"
#include "model/grid.h"
#include "text/key.h"
#include "text/numerals.h"
#include "text/shape.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/words.h"

namespace tabularium {
namespace {

constexpr size_t kLeastInRow = 3, kMostInRow = 12;  // letters of a label set upright that stand beside one another
constexpr size_t kLargeFigure = 5;  // digits before its point that no year and no share has

bool IsFigure(std::string_view text) {
  return (ShapesOf(text) & (kLooksNumber | kLooksAmount)) || text.find_first_not_of("0123456789., $") == std::string_view::npos;
}

// "1,448,951.0" above "0", "1,44" above "8,951.00", "26061000.0" above "0": an amount in thousands that is whole only with what is below.
bool IsCutFigure(std::string_view above, std::string_view below) {
  if (!IsFigure(above)) return false;
  const size_t mark = above.find_last_of(".,");
  if (mark == std::string_view::npos || mark == 0) return false;
  const size_t first = above.find_last_not_of("0123456789", mark - 1) + 1;  // 0 where all are digits
  const bool large = above[mark] == '.' && mark - first >= kLargeFigure;
  if (!large && above.find(',') == std::string_view::npos) return false;
  size_t digits = 0;
  for (const char c : above.substr(mark)) digits += std::isdigit(static_cast<unsigned char>(c)) != 0;
  const size_t wanted = (above[mark] == '.' ? 2 : 3) - std::min<size_t>(digits, 3);
  const size_t there = std::min(below.find_first_not_of("0123456789"), below.size());
  if (wanted == 0 || wanted > 3 || there != wanted) return false;
  return there == below.size() || (above[mark] == ',' && (below[there] == ',' || below[there] == '.'));
}

// "71-": a range without its end.
bool IsOpenRange(std::string_view text) {
  for (std::string_view dash : {"-", "~", "–", "—", "～", "至"})
    if (text.size() > dash.size() && text.ends_with(dash)) {
      const char before = text[text.size() - dash.size() - 1];
      return before == '%' || std::isdigit(static_cast<unsigned char>(before));
    }
  return false;
}

bool IsRelation(std::string_view text) {
  return std::any_of(std::begin(kRelationWords), std::end(kRelationWords), [&](const RelationWord& r) { return SameKey(text, r.word); });
}

// "73" above "-90%": no negative share, below one that has no sign of its own.
bool IsEndOfRange(std::string_view above, std::string_view below) {
  if (above.empty() || above.find_first_not_of("0123456789.") != above.npos) return false;
  for (std::string_view dash : {"-", "~", "–", "—", "～", "至"}) {
    if (!below.starts_with(dash)) continue;
    const std::string_view high = below.substr(dash.size());
    const size_t end = std::min(high.find_first_not_of("0123456789."), high.size());
    const auto first = ParseDecimal(above), last = ParseDecimal(high.substr(0, end));
    if (!first || !last || end == high.size()) return false;
    const auto order = Compare(*first, *last);
    return order && *order < 0;
  }
  return false;
}

}  // namespace

bool IsSign(std::string_view text) {
  if (IsRelation(text)) return true;
  if (text.empty() || DisplayWidth(text) > 2) return false;
  std::string plain;
  FoldWidth(text, &plain);
  bool sign = !plain.empty();
  for (size_t i = 0; i < plain.size() && sign;) {
    const char32_t c = NextLetter(plain, i);
    sign = c < 0x80 ? c > ' ' && !std::isalnum(static_cast<int>(c)) : c < 0x2E80;
  }
  return sign;
}

bool BeginsWithSign(std::string_view text) {
  size_t end = 0;
  NextLetter(text, end);
  return IsSign(text.substr(0, end)) || std::any_of(std::begin(kRelationWords), std::end(kRelationWords), [&](const RelationWord& r) { return text.starts_with(r.word); });
}

bool IsTornFigure(std::string_view above, std::string_view below) {
  std::string over, under, whole(above);
  std::erase(whole, '\n');
  FoldWidth(above.substr(above.rfind('\n') + 1), &over), FoldWidth(below, &under);
  if (IsOpenRange(over) || IsEndOfRange(over, under) || IsCutFigure(over, under)) return true;
  FoldWidth(whole, &over);
  return IsCutFigure(over, under);
}

bool MayBeZeros(std::string_view above, std::string_view below) {
  std::string over, under;
  FoldWidth(above, &over), FoldWidth(below, &under);
  const bool digit = !over.empty() && std::isdigit(static_cast<unsigned char>(over.back()));
  return digit && under.size() > 1 && under[0] == '0' && under[1] != '.' && under[1] != ',';
}

bool EndsWithinText(std::string_view text) {
  for (std::string_view mark : {",", "，", "、", "（", "(", "《", "“"})
    if (text.ends_with(mark)) return true;
  return false;
}

std::string FromRightToLeft(std::string_view text) {
  size_t letters = 0;
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const size_t at = i;
    const char32_t c = NextLetter(text, i);
    if (c == ' ') continue;
    if (!IsHan(c) || ++letters > kMostInRow) return {};
    out.insert(0, text.substr(at, i - at));
  }
  return letters < kLeastInRow ? std::string() : out;
}

bool IsInBrackets(std::string_view text) {
  std::string plain;
  FoldWidth(text, &plain);
  if (plain.size() < 3 || plain.front() != '(' || plain.back() != ')') return false;
  for (size_t i = 1; i + 1 < plain.size();)
    if (!IsHan(NextLetter(plain, i))) return false;
  return true;
}

bool BeginsWithinText(std::string_view text) {
  constexpr std::u32string_view kMarks = U",.;:!?)%，．。、；：！？）％”》";
  size_t at = 0;
  return !text.empty() && kMarks.find(NextLetter(text, at)) != kMarks.npos;
}

int LeastBeginning(std::string_view text) {
  int width = 0;
  bool wide = false;
  for (size_t i = 0; i < text.size();) {
    const size_t at = i;
    const char32_t c = NextLetter(text, i);
    if (wide && !BeginsWithinText(text.substr(at))) break;
    if (IsSpace(c)) return width + 1;  // with the blank before it
    width += DisplayWidth(c);
    wide |= DisplayWidth(c) > 1;
  }
  return width;
}

}  // namespace tabularium
