#ifndef TABULARIUM_READ_SCAN_MISSED_H_
#define TABULARIUM_READ_SCAN_MISSED_H_

#include <vector>

#include "read/scan/seen.h"
#include "read/scan/sheet.h"

namespace tabularium {

// Rows of letters of a picture, as far as blank rows of pixels part them, of at least that height: tight around the ink, from the top.
std::vector<PixelBox> InkLines(Pix* picture, float least_height);

// Lines of ink of a picture (8 bits a pixel, paper white) in which no letter was seen: recognisers pass over a last line of one
// letter as if it were a drawing. From the top; tight around the ink. Lines much lower than the letters are not counted.
// Cost: O(pixels + letters).
std::vector<PixelBox> MissedLines(Pix* picture, const SeenText& seen);

// A row of ink, tight around it, and the numbers of the lines that were seen there, as they were when this was asked.
struct HardLine {
  PixelBox box;
  std::vector<int> lines;
  bool leaves_ink = false;  // its ink goes on before the first letter or behind the last, above them or below
};

// What a recogniser of blocks may have guessed: one of the line's letters was hard to read, or one of a line beside it, since rows set tight
// are taken for one another, or several lines were made of a row as high as one letter, or a letter at
// its end was passed over. From the last to the first, so that one line more does not change the numbers of those to come.
// Cost: O(pixels + lines × letters).
std::vector<HardLine> HardLines(Pix* picture, const SeenText& seen);

// The letters of these lines.
SeenText LinesOf(const SeenText& seen, const std::vector<int>& lines);

// True if what was seen of a row of ink alone is better than what was seen of it in the block.
bool IsBetter(const HardLine& hard, const SeenText& again, const SeenText& before);

// Puts what was seen of a row of ink in the place of what was seen there before. `again`'s boxes are of the same picture.
void ReplaceLine(const HardLine& hard, const SeenText& again, SeenText* seen);

// True if a line's ink goes on before its first letter or behind its last one, by about a letter: something there was not read.
bool MissesAnEnd(Pix* picture, const SeenText& line);

// True if ink stands between two letters of a line with room for two more: figures among Han letters are passed over so.
bool MissesWithin(Pix* picture, const SeenText& seen);

// Recognisers' boxes may be narrower than their letters: where ink stands in a gap between two letters of a line that would be a blank,
// the first reaches so far that the widest stretch without ink is the gap; but not where MissesWithin looks.
void CloseGaps(Pix* picture, SeenText* seen);

// How much of a picture's ink stands in no letter's box, 0..1: a block may have been taken for a drawing but for a word of it. What is
// much taller or wider than `line_height` (0: unknown) is no letter.
float UnreadInk(Pix* picture, const SeenText& seen, int line_height);

// Puts the letters of one more line among the others by its height. `line`'s boxes are of the same picture.
void InsertLine(const SeenText& line, SeenText* seen);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_MISSED_H_
