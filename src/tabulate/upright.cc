// Set upright, a letter stands right below the one before; set level, lines leave some white between them. Tested by sheet_test.cc.
#include "tabulate/upright.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>
#include <vector>

#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

using Column = std::vector<const Glyph*>;

float MidX(const Glyph& g) { return (g.box.x0 + g.box.x1) / 2; }
float MidY(const Glyph& g) { return (g.box.y0 + g.box.y1) / 2; }

// Cheap, and false for nearly all cells: few letters, on three lines or more, none of which is an upright figure or Latin letter.
bool MayBeUpright(const Sheet& sheet, std::span<const uint32_t> tokens) {
  if (sheet.turns != 0 || sheet.page->dots > 0 || tokens.size() < 3) return false;
  Rect all = sheet.tokens[tokens[0]].box;
  size_t bytes = 0;
  for (const uint32_t t : tokens) {
    const Token& token = sheet.tokens[t];
    bytes += token.range.end - token.range.begin;
    if (bytes > 4 * kMostUpright || (!token.sideways && std::isalnum(static_cast<unsigned char>(sheet.Text(token).front())))) return false;
    Widen(token.box, &all);
  }
  return all.height() > 2 * sheet.tokens[tokens[0]].size;
}

std::vector<const Glyph*> GlyphsOf(const Sheet& sheet, std::span<const uint32_t> tokens) {
  std::vector<const Glyph*> out;
  const auto& all = sheet.page->glyphs;
  for (const uint32_t t : tokens) {
    const Range range = sheet.tokens[t].range;
    auto glyph = std::lower_bound(all.begin(), all.end(), range.begin, [](const Glyph& g, uint32_t at) { return g.range.begin < at; });
    for (; glyph != all.end() && glyph->range.begin < range.end; ++glyph) out.push_back(&*glyph);
    if (out.size() > kMostUpright) return {};
  }
  return out;
}

bool IsTurned(const Glyph& g) { return g.turns % 2 != 0; }

// Where a letter stands in its column. Some programs print brackets, which are turned, over the letter that they enclose.
float PlaceOf(const Sheet& sheet, const Glyph& g) {
  const char letter = sheet.page->text[g.range.begin];
  const bool opens = IsTurned(g) && letter == '(', closes = IsTurned(g) && letter == ')';
  return MidY(g) + (opens ? -g.size / 2 : closes ? g.size / 2 : 0);
}

// From right to left, each from its top.
std::vector<Column> ColumnsOf(const Sheet& sheet, std::vector<const Glyph*> glyphs, float size) {
  std::sort(glyphs.begin(), glyphs.end(), [](const Glyph* a, const Glyph* b) { return MidX(*a) > MidX(*b); });
  std::vector<Column> columns;
  for (const Glyph* glyph : glyphs) {
    if (columns.empty() || MidX(*columns.back().front()) - MidX(*glyph) > kUprightAside * size) columns.emplace_back();
    columns.back().push_back(glyph);
  }
  for (Column& column : columns)
    std::sort(column.begin(), column.end(), [&](const Glyph* a, const Glyph* b) { return PlaceOf(sheet, *a) < PlaceOf(sheet, *b); });
  return columns;
}

// True if letters of two columns were taken for one word: no blank was drawn between them.
bool ShareWords(const Sheet& sheet, std::span<const uint32_t> tokens, std::span<const Column> columns) {
  for (size_t i = 1; i < columns.size(); ++i)
    for (const uint32_t t : tokens) {
      auto holds = [&](const Glyph* g) { return g->range.begin >= sheet.tokens[t].range.begin && g->range.begin < sheet.tokens[t].range.end; };
      if (std::any_of(columns[i].begin(), columns[i].end(), holds) && std::any_of(columns[i - 1].begin(), columns[i - 1].end(), holds)) return true;
    }
  return false;
}

// True if what stands last stands on the right, where no level text ends.
bool EndOnTheRight(std::span<const Column> columns, float size) {
  const bool level = std::all_of(columns.begin(), columns.end(), [&](const Column& column) {
    return std::abs(MidY(*column.front()) - MidY(*columns.front().front())) < kUprightAside * size;
  });
  return level && columns.front().size() > columns.back().size();
}

// True if every letter but brackets stands right below the one before, and nearer to it than to the next column.
bool AreUpright(std::span<const Column> columns, float size) {
  float longest = 0;  // step to the next letter
  for (const Column& column : columns)
    for (size_t i = 1; i < column.size(); ++i)
      if (!IsTurned(*column[i]) && !IsTurned(*column[i - 1])) longest = std::max(longest, MidY(*column[i]) - MidY(*column[i - 1]));
  if (longest > kUprightStep * size) return false;
  for (size_t i = 1; i < columns.size(); ++i)
    if (MidX(*columns[i - 1].front()) - MidX(*columns[i].front()) < kUprightApart * longest) return false;
  return columns.front().size() > 2;
}

}  // namespace

std::optional<std::string> UprightText(const Sheet& sheet, std::span<const uint32_t> tokens) {
  if (!MayBeUpright(sheet, tokens)) return std::nullopt;
  const std::vector<const Glyph*> glyphs = GlyphsOf(sheet, tokens);
  if (glyphs.empty()) return std::nullopt;
  auto text = [&](const Glyph& g) { return std::string_view(sheet.page->text).substr(g.range.begin, g.range.end - g.range.begin); };
  float size = 0;
  bool turned = false;
  for (const Glyph* g : glyphs) {
    const bool aside = IsTurned(*g);
    if (!aside && std::isalnum(static_cast<unsigned char>(text(*g).front()))) return std::nullopt;
    size = std::max(size, g->size);
    turned |= aside;
  }
  const std::vector<Column> columns = ColumnsOf(sheet, glyphs, size);
  const bool told = turned || ShareWords(sheet, tokens, columns) || EndOnTheRight(columns, size);
  if (!told || !AreUpright(columns, size)) return std::nullopt;
  std::string out;
  for (const Column& column : columns) {
    if (!out.empty()) out += '\n';
    for (const Glyph* g : column) out += text(*g);
  }
  return out;
}

}  // namespace tabularium::sheet
