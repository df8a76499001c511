#ifndef TABULARIUM_READ_SCAN_HAN_H_
#define TABULARIUM_READ_SCAN_HAN_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/scan/sheet.h"

namespace tabularium {

// Darkness of a stretch of a picture, 0 white to 255, row by row.
struct Darkness {
  int width = 0, height = 0;
  std::vector<uint8_t> values;
  uint8_t at(int x, int y) const { return values[static_cast<size_t>(y * width + x)]; }
};

// Tells a Han letter by nothing but the shape of its own ink: those of GB 2312, letters that the packaged models have never seen among
// them (柘 銮 岚), and without any notion of which letters follow one another. Recognisers of lines guess a rare letter from what is
// usual, and guess alike; a reader of shapes is wrong elsewhere. Trained by tools/training/train_han. Immutable; any thread may ask.
class HanReader {
 public:
  // The file that the trainer wrote. Where it is damaged, no letter is like anything.
  explicit HanReader(std::string_view model);

  // How unlike its letters a reader finds ink: squared distances in its plane. Of a whole letter in a known font 20 to 130, of half a
  // letter or two halves mostly above 250.
  struct Likeness {
    std::string_view letter;  // the nearest; empty: there is no ink
    float nearest = 0;
    float other = 0;          // of the letter asked about; that of no letter where the reader does not know it
  };
  // Of what stands in the columns [left, right). Cost: 0.1 ms.
  Likeness Compare(const Darkness& dark, int left, int right, char32_t asked = 0) const;

 private:
  static constexpr size_t kPlane = 80;  // directions
  std::string_view LetterAt(size_t index) const;

  std::u32string letters_;      // ascending
  std::string texts_;           // the same, UTF-8, three bytes each
  std::vector<float> plane_;    // by feature: what it gives to each direction
  std::array<float, kPlane> offsets_{};
  std::vector<int16_t> means_;  // by letter: its place in the plane
  float scale_ = 1;             // of the means' units
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_HAN_H_
