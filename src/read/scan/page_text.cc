// From letters in pixels to a page's text, glyphs and words. Tested by page_text_test.cc.
#include "read/scan/page_text.h"

#include <algorithm>
#include <limits>

namespace tabularium {
namespace {

constexpr float kBase = 0.12f;    // of the letters' size: Han letters reach so far under the baseline
constexpr float kTallest = 1.4f;  // of a block's letters: what is taller is two lines
constexpr float kPadding = 0.04f;  // of the letters' size: ink is this much smaller than the letter's body

struct LineBox {
  float top = 0, bottom = 0;
};

// The letters [begin, end) of one line, as tall as the tallest of them. Of a block, a recogniser may give a letter the height of two lines.
LineBox LineOf(const SheetSpot& spot, const SeenText& seen, size_t begin, size_t end, float scale) {
  int lowest = seen.letters[begin].box.height;
  for (size_t i = begin; i < end; ++i) lowest = std::min(lowest, seen.letters[i].box.height);
  const int most = spot.lines > 1 ? std::max(lowest, static_cast<int>(kTallest * static_cast<float>(spot.line_height))) : std::numeric_limits<int>::max();
  int top = std::numeric_limits<int>::max(), bottom = 0;
  for (size_t i = begin; i < end; ++i) {
    const PixelBox& box = seen.letters[i].box;
    if (box.height <= most) top = std::min(top, box.y), bottom = std::max(bottom, box.y + box.height);
  }
  return {static_cast<float>(top) * scale, static_cast<float>(bottom) * scale};
}

void Grow(const Box& box, Box* all) {
  *all = {box.page, std::min(all->x0, box.x0), std::min(all->y0, box.y0), std::max(all->x1, box.x1), std::max(all->y1, box.y1)};
}

void BeginWord(const SeenLetter& letter, Page* page) {
  Word word;
  word.begin = static_cast<uint32_t>(page->glyphs.size());
  word.range.begin = static_cast<uint32_t>(page->text.size());
  word.legibility = letter.certainty;
  page->words.push_back(word);
}

void AppendLetter(const SeenLetter& letter, const Glyph& like, Page* page) {
  Glyph glyph = like;
  glyph.range.begin = static_cast<uint32_t>(page->text.size());
  page->text += letter.text;
  glyph.range.end = static_cast<uint32_t>(page->text.size());
  Word& word = page->words.back();
  if (word.begin == page->glyphs.size()) word.box = glyph.box, word.size = glyph.size, word.base = glyph.base;
  Grow(glyph.box, &word.box);
  page->glyphs.push_back(glyph);
  word.end = static_cast<uint32_t>(page->glyphs.size());
  word.range.end = glyph.range.end;
  word.legibility = std::min(word.legibility, letter.certainty);
}

// A letter of an upright line has the line's height; one of a column (a vertical label) its own box.
Glyph GlyphOf(const SeenLetter& letter, const SheetSpot& spot, const LineBox& line, float scale, int number) {
  Glyph glyph;
  glyph.box = PointsOf(letter.box, scale, number);
  if (spot.upright) glyph.box.y0 = line.top, glyph.box.y1 = line.bottom;
  const float height = glyph.box.y1 - glyph.box.y0;
  glyph.size = height * (1 + 2 * kPadding);
  glyph.base = glyph.box.y1 - kBase * height;
  return glyph;
}

}  // namespace

Box PointsOf(const PixelBox& box, float scale, int number) {
  auto points = [scale](int pixels) { return static_cast<float>(pixels) * scale; };
  return {number, points(box.x), points(box.y), points(box.x + box.width), points(box.y + box.height)};
}

void AppendSpot(const SheetSpot& spot, const SeenText& seen, float scale, Page* page) {
  for (size_t begin = 0, end = 0; begin < seen.letters.size(); begin = end) {
    while (end < seen.letters.size() && seen.letters[end].line == seen.letters[begin].line) ++end;
    const LineBox line = LineOf(spot, seen, begin, end, scale);
    for (size_t i = begin; i < end; ++i) {
      const SeenLetter& letter = seen.letters[i];
      const bool first = i == begin;
      if (first && !page->text.empty()) page->text += '\n';
      const bool blank = !first && spot.upright && HasBlank(seen.letters[i - 1], letter);
      if (blank) page->text += ' ';
      if (first || blank) BeginWord(letter, page);
      AppendLetter(letter, GlyphOf(letter, spot, line, scale, page->number), page);
    }
  }
}

}  // namespace tabularium
