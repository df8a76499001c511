// Letters on a terminal: inks, widths and rules. Tested by paint_test.cc.
#include "write/paint.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "text/utf8.h"
#include "text/width.h"

namespace tabularium {
namespace {

constexpr int kNarrowest = 4;  // columns that a column of a table keeps
constexpr int kWidest = 60;    // and the most that it asks for

constexpr std::string_view kInks[] = {"", "\x1b[2m", "\x1b[1m", "\x1b[32m", "\x1b[33m", "\x1b[31m"};
constexpr std::string_view kInkEnds = "\x1b[0m";

std::string Repeated(std::string_view text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

// The text on one line, as FitLine shows it, but not cut.
std::string OneLine(std::string_view text) {
  std::string line;
  for (size_t i = 0; i < text.size();) {
    char32_t c = NextLetter(text, i);
    if (c == '\n')
      line += " ↵ ";
    else
      AppendLetter(c < 0x20 || c == 0x7F ? U' ' : c, &line);
  }
  return line;
}

std::vector<int> ColumnWidths(const std::vector<BoxRow>& rows, int room) {
  std::vector<int> widths(rows[0].size(), 1);
  for (const BoxRow& row : rows)
    for (size_t c = 0; c < row.size(); ++c)
      widths[c] = std::min(kWidest, std::max(widths[c], DisplayWidth(OneLine(row[c].text))));
  for (int all = std::accumulate(widths.begin(), widths.end(), 0); all > room; --all) {
    auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= kNarrowest) break;
    --*widest;
  }
  return widths;
}

void DrawRule(std::string_view left, std::string_view middle, std::string_view right,
              const std::vector<int>& widths, int indent, const Palette& palette,
              std::string* out) {
  std::string rule(left);
  for (size_t c = 0; c < widths.size(); ++c) {
    if (c > 0) rule += middle;
    rule += Repeated("─", widths[c] + 2);
  }
  out->append(static_cast<size_t>(indent), ' ');
  palette.Paint(Ink::kFaint, rule + std::string(right), out);
  out->push_back('\n');
}

void DrawRow(const BoxRow& row, const std::vector<int>& widths, int indent, const Palette& palette,
             std::string* out) {
  out->append(static_cast<size_t>(indent), ' ');
  for (size_t c = 0; c < row.size(); ++c) {
    palette.Paint(Ink::kFaint, "│", out);
    out->push_back(' ');
    std::string text = FitLine(row[c].text, widths[c]);
    palette.Paint(row[c].ink, text, out);
    out->append(static_cast<size_t>(std::max(0, widths[c] - DisplayWidth(text))) + 1, ' ');
  }
  palette.Paint(Ink::kFaint, "│", out);
  out->push_back('\n');
}

}  // namespace

void Palette::Paint(Ink ink, std::string_view text, std::string* out) const {
  bool painted = colours && ink != Ink::kPlain && !text.empty();
  if (painted) out->append(kInks[static_cast<size_t>(ink)]);
  out->append(text);
  if (painted) out->append(kInkEnds);
}

std::string FitLine(std::string_view text, int width) {
  std::string line =
      OneLine(text.substr(0, static_cast<size_t>(width) * 8 + 16));  // more can't fit
  if (DisplayWidth(line) <= width) return line;
  size_t cut = 0;
  int used = 0;
  for (size_t i = 0; i < line.size(); cut = i) {
    used += DisplayWidth(NextLetter(line, i));
    if (used > width - 1) break;
  }
  return line.substr(0, cut) + "…";
}

std::string Padded(std::string_view text, int width) {
  std::string padded(text);
  padded.append(static_cast<size_t>(std::max(0, width - DisplayWidth(text))), ' ');
  return padded;
}

std::vector<std::string> Wrapped(std::string_view text, int width) {
  std::vector<std::string> lines;
  std::string rest = OneLine(text);
  while (DisplayWidth(rest) > width) {
    size_t cut = 0, space = 0;
    int used = 0;
    for (size_t i = 0; i < rest.size(); cut = i) {
      if (rest[i] == ' ') space = i;
      used += DisplayWidth(NextLetter(rest, i));
      if (used > width) break;
    }
    if (space > 0) cut = space;
    if (cut == 0) break;
    lines.push_back(rest.substr(0, cut));
    rest.erase(0, rest[cut] == ' ' ? cut + 1 : cut);
  }
  lines.push_back(std::move(rest));
  return lines;
}

void DrawBox(const std::vector<BoxRow>& rows, int indent, int width, const Palette& palette,
             std::string* out) {
  if (rows.empty() || rows[0].empty()) return;
  int columns = static_cast<int>(rows[0].size());
  std::vector<int> widths = ColumnWidths(rows, width - indent - 3 * columns - 1);
  DrawRule("┌", "┬", "┐", widths, indent, palette, out);
  DrawRow(rows[0], widths, indent, palette, out);
  DrawRule("├", "┼", "┤", widths, indent, palette, out);
  for (size_t r = 1; r < rows.size(); ++r) DrawRow(rows[r], widths, indent, palette, out);
  DrawRule("└", "┴", "┘", widths, indent, palette, out);
}

}  // namespace tabularium
