#ifndef TABULARIUM_READ_SCAN_SIGNS_H_
#define TABULARIUM_READ_SCAN_SIGNS_H_

#include <string>
#include <string_view>
#include <vector>

#include "read/scan/seen.h"
#include "read/scan/sheet.h"

namespace tabularium {

// A sign that stands alone between two gaps of a line. Box: pixels of the picture it was found in.
struct SeenSign {
  PixelBox box;
  std::string sign;     // "≥", "□", …: as SignReader's model names them
  float certainty = 0;  // 0..1
};

// A line's pieces of ink between its gaps, from left to right (a Han letter may be of several), and the signs among them.
struct SeenPieces {
  std::vector<PixelBox> pieces;
  std::vector<SeenSign> signs;
};

// Tells the signs that no packaged model has in its alphabet (≥ ≤ ± □ ☑ √ …) and says nothing where it is not sure: a small net
// over pieces of ink, trained by tools/training/train_glyphs. Immutable; any thread may ask.
class SignReader {
 public:
  // The file that the trainer wrote. Without signs where it is damaged.
  explicit SignReader(std::string_view model);

  // Of a picture of one line, 8 bits a pixel, from left to right. Cost: O(pixels), 30 µs a piece.
  SeenPieces Find(Pix* line) const;

 private:
  struct Layer {
    int inputs = 0, outputs = 0;
    std::vector<float> weights;  // by output; its bias last
  };
  std::vector<float> Answer(std::vector<float> values) const;

  std::vector<std::string> signs_;
  std::vector<Layer> layers_;
};

// Puts signs in the place of the letters that a recogniser saw there. A relation (≥, =, …) is believed only before a digit: some
// Han letters look like one. No digit is taken away for which a piece of ink stands beside the sign. Letters are of one line,
// with boxes of the picture that the signs were found in.
void PutSigns(const SeenPieces& found, SeenText* seen);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_SIGNS_H_
