#ifndef TABULARIUM_TABULATE_SHEET_H_
#define TABULARIUM_TABULATE_SHEET_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"

// What table finding sees of a page. Everything here is upright: a page lettered sideways is turned
// first, and one of very small or large letters scaled.
namespace tabularium::sheet {

struct Rect {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  float width() const { return x1 - x0; }
  float height() const { return y1 - y0; }
  float mid_x() const { return (x0 + x1) / 2; }
  float mid_y() const { return (y0 + y1) / 2; }
};

void Widen(const Rect& by, Rect* rect);  // to the smallest that holds both
bool Holds(const Rect& rect, float x, float y);

// What a token looks like, told by its letters alone.
enum class Look : uint8_t {
  kText,    // has letters
  kNumber,  // digits with signs, separators, units of one or two letters
  kSign,    // neither letter nor digit: a dash, a dagger, a bullet
};

// A word without leaders ("Total......" is "Total"; "....." is none).
struct Token {
  Rect box;
  float base = 0, size = 0;
  Range range;  // of Page::text
  Look look = Look::kText;
  bool bold = false;
  bool lower = false;  // begins with a lower-case letter
  bool sideways = false;
  bool leads = false;      // leaders follow it
  uint32_t frame = UINT32_MAX, face = UINT32_MAX;  // the frame it stands in, and the face of that
};

// A printed line of one direction: at `at`, from `lo` to `hi`.
struct Rule {
  float at = 0, lo = 0, hi = 0, thick = 0;
  float length() const { return hi - lo; }
};

// A line of text: tokens of one baseline by rising x.
struct TextLine {
  std::vector<uint32_t> tokens;  // into Sheet::tokens
  Rect box;
  float base = 0, size = 0;
};

struct Sheet {
  const Page* page = nullptr;
  float width = 0, height = 0;
  std::vector<Token> tokens;
  std::vector<Rule> across,
      down;  // horizontal by rising y, vertical by rising x; collinear ones joined
  std::vector<Rect> fills;
  float space = 0;  // times the font size: the widest that blanks between words mostly are
  float scale = 1;  // of the page's lengths: its letters are of a usual size here
  int turns = 0;    // quarter turns clockwise that the page's letters have, undone here

  std::string_view Text(const Token& token) const {
    return std::string_view(page->text)
        .substr(token.range.begin, token.range.end - token.range.begin);
  }
};

// The page, turned so that most of its letters stand upright.
Sheet MakeSheet(const Page& page);

// The page, turned back by so many quarters, with the words only that stand upright then.
Sheet MakeSheet(const Page& page, int turns);

// Back to the page's own coordinates.
Box OnPage(const Sheet& sheet, const Rect& rect);

// The tokens as lines from the top down. Tokens printed sideways are left out.
std::vector<TextLine> LinesOf(const Sheet& sheet, std::span<const uint32_t> tokens);

// True if the cell's line had no room for the beginning of the next one.
bool IsFullLine(const Sheet& sheet, const TextLine& line, const TextLine& next, const Rect& cell);

// How much of the line's beginning no line break parts: a word, or a wide letter and the marks behind it.
float LeastBeginning(const Sheet& sheet, const TextLine& line);

// The text of the tokens as a reader writes it down: lines joined by line feeds, words by blanks. `room`: how long its lines may be; where a
// word has no room for another letter behind it, kMayGoOn (model/grid.h) stands before the line feed. 0: nobody knows.
std::string TextOf(const Sheet& sheet, std::span<const uint32_t> tokens, float room = 0);

}  // namespace tabularium::sheet

#endif  // TABULARIUM_TABULATE_SHEET_H_
