#ifndef TABULARIUM_READ_INK_H_
#define TABULARIUM_READ_INK_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/page.h"

namespace tabularium {

// A letter in the order in which it was drawn. Its `range` is of PageInk::letters.
struct InkLetter {
  Glyph glyph;
  float next = 0;            // where the next letter begins if nothing parts them, along the direction of writing
  bool after_blank = false;  // a blank was drawn just before it
  bool begins = false;       // the file begins a text with it; it may go on with one before all the same
  bool cut_before = false, cut_behind = false;  // the letter right there was clipped away
};

// What one page shows, before words and lines are made of it. Points, origin top left, after rotation and clipping.
struct PageInk {
  // Forgets the page before, but not the memory for its letters and lines.
  void Begin(int number) {
    PageInk before = std::move(*this);
    *this = PageInk();
    page = number;
    glyphs = std::move(before.glyphs), lines = std::move(before.lines);
    dots = std::move(before.dots), letters = std::move(before.letters);
    glyphs.clear(), lines.clear(), dots.clear(), letters.clear();
  }

  int page = 0;  // from 1
  float width = 0, height = 0;
  std::string letters;  // UTF-8; U+FFFD for a letter whose font does not say what it is
  std::vector<InkLetter> glyphs;
  std::vector<Ruling> lines;   // straight strokes, thin areas, edges of frames
  std::vector<Box> dots;       // thin areas that are as high as wide: parts of dotted lines
  std::vector<Box> fills, images;
  std::string aslant;          // letters set at an angle (watermarks), in the order drawn, at most 200 bytes
  uint32_t aslant_letters = 0;
  uint32_t unreadable = 0;     // letters that stand as U+FFFD
  uint32_t guessed = 0;        // letters whose font has only numbers for names
  uint32_t private_use = 0;    // letters without a public meaning
};

// A direction of writing as an upright one: `along` grows to the next letter, `down` to the next line. A quarter turn
// clockwise writes downwards, and its next line is to the left.
struct Turned {
  float a0 = 0, d0 = 0, a1 = 0, d1 = 0;
};
constexpr Turned Turn(const Box& box, uint8_t turns) {
  switch (turns) {
    case 1: return {box.y0, -box.x1, box.y1, -box.x0};
    case 2: return {-box.x1, -box.y1, -box.x0, -box.y0};
    case 3: return {-box.y1, box.x0, -box.y0, box.x1};
    default: return {box.x0, box.y0, box.x1, box.y1};
  }
}
constexpr float TurnBase(float base, uint8_t turns) { return turns == 1 || turns == 2 ? -base : base; }

}  // namespace tabularium

#endif  // TABULARIUM_READ_INK_H_
