#ifndef TABULARIUM_READ_OCR_PAGE_H_
#define TABULARIUM_READ_OCR_PAGE_H_

#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/limits.h"
#include "model/page.h"
#include "read/paper.h"

namespace tabularium {

// What another recogniser's file says of a page, in the file's own units, before a Page is made of it. Confidences are on our
// scale already: 0..1, 1 is sure.

// Another reading of the same letters.
struct OcrReading {
  std::string text;  // UTF-8
  Recogniser by = Recogniser::kChinese;
};

struct OcrWord {
  Box box;           // empty: not said
  std::string text;  // UTF-8; blanks in it part words; empty: something stands there that could not be read
  std::optional<float> legibility;      // nothing: not said
  Recogniser by = Recogniser::kChinese;  // one recogniser never vouches for itself, so a stranger's name does not matter
  std::vector<OcrReading> others;
};

struct OcrLine {
  Box box;  // empty: not said; stands in for words without a box
  std::vector<OcrWord> words;
};

struct OcrPage {
  float width = 0, height = 0;  // 0: not said; as far as the words reach
  float dots = 0;               // units an inch; 0: not said (pixels): as many as make the longer side that of A4
  bool pixels = true;           // units are pixels of the picture that was recognised
  std::vector<OcrLine> lines;
  std::vector<Box> rules;  // separators; what is too thick for a rule is none
  std::vector<Box> frames;  // cells of tables: their four sides
  std::vector<Box> images, seals;
};

// True if nothing could stand in the box.
inline bool IsEmpty(const Box& box) { return !(box.x1 > box.x0 && box.y1 > box.y0); }

// Puts what was recognised on its picture's paper. Empty, or why it does not fit there, as the end of a sentence: other
// pixels, other proportions, words beyond the paper.
std::string Fit(const PaperSize& paper, OcrPage* seen);

// The page in points. Letters share their word's box by their widths; words of Han letters are joined where the paper shows
// no gap (but a blank inside a word's text stands), and lines parted at vertical rulings. Recognised letters are never as sure as born digital ones. Says what it had
// to leave out: words without a place, more letters or rulings than the limits.
Page PageOf(const OcrPage& seen, int number, const Limits& limits);

}  // namespace tabularium

#endif  // TABULARIUM_READ_OCR_PAGE_H_
