// The words of a page as lines, and as the text that a reader writes down. Tested by sheet_test.cc.
#include <algorithm>
#include <cctype>
#include <cmath>
#include <utility>

#include "model/grid.h"
#include "tabulate/prices.h"
#include "tabulate/sheet.h"
#include "tabulate/torn_text.h"
#include "tabulate/upright.h"
#include "text/direction.h"
#include "text/utf8.h"
#include "text/width.h"

namespace tabularium::sheet {
namespace {

// The line of the last few that the token stands on, or -1.
long LineFor(const std::vector<TextLine>& lines, const Token& token) {
  const long n = static_cast<long>(lines.size());
  for (long i = n - 1; i >= 0 && i >= n - 4; --i) {
    const Rect& line = lines[static_cast<size_t>(i)].box;
    const float shared = std::min(line.y1, token.box.y1) - std::max(line.y0, token.box.y0);
    const float lower = std::min(line.height(), token.box.height());
    const float taller = std::max(line.height(), token.box.height());
    if (shared >= kSameLine * lower &&
        std::abs(line.mid_y() - token.box.mid_y()) <= kSameLine * taller)
      return i;
  }
  return -1;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// True of a raised figure behind a number, which names a note and is no part of the number.
bool IsMark(const Sheet& sheet, const Token& number, const Token& token) {
  return IsDigit(sheet.Text(number).back()) && IsDigit(sheet.Text(token).front()) && token.size < kMarkSize * number.size;
}

void AppendText(const Sheet& sheet, const Token& token, const Token* before, std::string* out) {
  const float gap = before == nullptr ? 0 : std::max(token.box.x0 - before->box.x1, before->box.x0 - token.box.x1);
  if (before != nullptr && (gap > kJoinedEm * token.size || IsMark(sheet, *before, token))) *out += ' ';
  out->append(sheet.Text(token));
}

// Sideways tokens read along y: one column of them is a line.
void AppendSideways(const Sheet& sheet, std::vector<uint32_t> tokens, std::string* out) {
  std::sort(tokens.begin(), tokens.end(), [&](uint32_t a, uint32_t b) {
    return sheet.tokens[a].range.begin < sheet.tokens[b].range.begin;
  });
  const Token* before = nullptr;
  for (const uint32_t t : tokens) {
    const Token& token = sheet.tokens[t];
    const bool beside = before != nullptr && std::abs(before->base - token.base) > kSameLine * token.size;
    if (!out->empty()) *out += beside ? '\n' : ' ';
    out->append(sheet.Text(token));
    before = &token;
  }
}

float FirstWidth(const Sheet& sheet, const Token& token) {
  const auto& all = sheet.page->glyphs;
  const auto glyph = std::lower_bound(all.begin(), all.end(), token.range.begin, [](const Glyph& g, uint32_t at) { return g.range.begin < at; });
  return glyph == all.end() ? 0 : (glyph->box.x1 - glyph->box.x0) * sheet.scale;
}

// True if the next line may go on within the line's only word, since that had no room for another letter.
bool MayGoOn(const Sheet& sheet, const TextLine& line, const TextLine& next, float room) {
  constexpr float kSlackEm = 0.1f;  // programs set lines by other widths than they print
  const std::string_view word = sheet.Text(sheet.tokens[line.tokens[0]]);
  const Token& first = sheet.tokens[next.tokens[0]];
  if (line.tokens.size() != 1 || !first.lower || !std::isalpha(static_cast<unsigned char>(word.back())) || !std::isalpha(static_cast<unsigned char>(sheet.Text(first).front()))) return false;
  const float left = room - line.box.width();
  return left > -kSlackEm * line.size && left < FirstWidth(sheet, first) + kSlackEm * line.size;
}

}  // namespace

float LeastBeginning(const Sheet& page, const TextLine& line) {
  const Token& first = page.tokens[line.tokens[0]];
  const std::string_view text = page.Text(first);
  const int columns = tabularium::LeastBeginning(text);
  return columns < DisplayWidth(text) ? static_cast<float>(columns) * line.size / 2 : first.box.width() + page.space * line.size;
}

bool IsFullLine(const Sheet& page, const TextLine& line, const TextLine& next, const Rect& cell) {
  const float most = kFullRoomEm * line.size;  // what it leaves, padding and all
  if (line.box.width() >= std::min(kFullPart * cell.width(), cell.width() - most)) return true;
  const float padding = std::min({line.box.x0 - cell.x0, cell.x1 - line.box.x1, most / 2});
  const float room = cell.width() - 2 * padding;
  const bool word_fills = next.tokens.size() == 1 && next.box.width() + kLetterEm * next.size > room;  // and goes on below
  return word_fills || line.box.width() + LeastBeginning(page, next) > room;
}

std::vector<TextLine> LinesOf(const Sheet& sheet, std::span<const uint32_t> tokens) {
  std::vector<uint32_t> order;
  order.reserve(tokens.size());
  for (const uint32_t t : tokens)
    if (!sheet.tokens[t].sideways) order.push_back(t);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const float ya = sheet.tokens[a].box.mid_y(), yb = sheet.tokens[b].box.mid_y();
    return ya != yb ? ya < yb : a < b;
  });
  std::vector<TextLine> lines;
  for (const uint32_t t : order) {
    const Token& token = sheet.tokens[t];
    long at = LineFor(lines, token);
    if (at < 0) {
      at = static_cast<long>(lines.size());
      lines.push_back({{}, token.box, token.base, token.size});
    }
    TextLine& line = lines[static_cast<size_t>(at)];
    line.tokens.push_back(t);
    line.box.x0 = std::min(line.box.x0, token.box.x0),
    line.box.x1 = std::max(line.box.x1, token.box.x1);
    if (token.size > line.size) {  // the largest token gives the line its height
      line.box.y0 = token.box.y0, line.box.y1 = token.box.y1;
      line.base = token.base, line.size = token.size;
    }
  }
  for (TextLine& line : lines)
    std::sort(line.tokens.begin(), line.tokens.end(), [&](uint32_t a, uint32_t b) {
      const float xa = sheet.tokens[a].box.x0, xb = sheet.tokens[b].box.x0;
      return xa != xb ? xa < xb : a < b;
    });
  auto above = [](const TextLine& a, const TextLine& b) { return a.base < b.base; };
  if (!std::is_sorted(lines.begin(), lines.end(), above)) std::stable_sort(lines.begin(), lines.end(), above);
  return lines;
}

std::string TextOf(const Sheet& sheet, std::span<const uint32_t> tokens, float room) {
  if (auto upright = UprightText(sheet, tokens)) return *std::move(upright);
  if (tokens.size() == 1) return std::string(sheet.Text(sheet.tokens[tokens[0]]));
  std::string out;
  std::vector<uint32_t> aside;
  for (const uint32_t t : tokens)
    if (sheet.tokens[t].sideways) aside.push_back(t);
  if (!aside.empty()) AppendSideways(sheet, std::move(aside), &out);
  std::vector<TextLine> lines = LinesOf(sheet, tokens);
  for (size_t i = 0; i < lines.size(); ++i) {
    TextLine& line = lines[i];
    if (i > 0 && room > 0 && MayGoOn(sheet, lines[i - 1], line, room)) out += kMayGoOn;
    OrderAsRead(&line.tokens, [&](uint32_t t) { return HasRightToLeft(sheet.Text(sheet.tokens[t])); });
    if (!out.empty()) out += '\n';
    const Token* before = nullptr;
    for (const uint32_t t : line.tokens) {
      AppendText(sheet, sheet.tokens[t], before, &out);
      before = &sheet.tokens[t];
    }
  }
  return out;
}

}  // namespace tabularium::sheet
