#ifndef TABULARIUM_MODEL_PAGE_H_
#define TABULARIUM_MODEL_PAGE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace tabularium {

// One letter as it stands on a page.
struct Glyph {
  Box box;          // advance width by the font's ascent and descent, upright as displayed
  Range range;      // of its UTF-8 in Page::text; several letters for a ligature
  float size = 0;   // points, after all scaling
  float base = 0;   // the baseline: y where the letter is upright, x where it is turned a quarter
  uint8_t turns = 0;  // quarter turns clockwise from upright
  bool bold = false, invisible = false;
};

// Letters without a wide gap between them, on one baseline and in one cell of the rulings.
struct Word {
  Box box;
  Range range;                    // of Page::text, without the blank behind it
  uint32_t begin = 0, end = 0;    // half open, into Page::glyphs
  float size = 0, base = 0;       // of its first glyph
  uint8_t turns = 0;
  bool bold = false;
  bool cut = false;               // clipping took the letters right before or behind it
  float legibility = 1;           // 0..1; 1: born digital
};

// A printed line, as thin as it is: either horizontal (box wider than high) or vertical. Its thickness is the box's.
struct Ruling {
  Box box;
  bool broken = false;  // dotted or dashed; its gaps are closed in `box`
};

// One page as it is displayed (after rotation): what was printed on it, in reading order as far as the file tells.
struct Page {
  int number = 0;  // from 1
  float width = 0, height = 0;  // points
  std::string text;             // UTF-8; every word's letters, one blank between words, a line feed between lines
  std::vector<Glyph> glyphs;
  std::vector<Word> words;
  std::vector<Ruling> rulings;
  std::vector<Box> fills;   // filled areas too thick for rulings: backgrounds of cells, bars of charts
  std::vector<Box> images;
  std::vector<Recognition> readings;  // of scans; of each place that was read by several all, the one in `text` first
  std::vector<Box> seals;             // of scans: where a seal's ink was taken out before reading
  float dots = 0;                     // of scans: pixels an inch; 0: born digital
  bool only_seen = false;             // what stands on it cannot be known from the file, only from how it looks
  std::vector<Trouble> troubles;

  std::string_view Text(const Word& word) const {
    return std::string_view(text).substr(word.range.begin, word.range.end - word.range.begin);
  }
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_PAGE_H_
