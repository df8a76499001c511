#ifndef TABULARIUM_READ_SCAN_BLOBS_H_
#define TABULARIUM_READ_SCAN_BLOBS_H_

#include <vector>

#include "read/scan/sheet.h"

namespace tabularium {

// Ink that hangs together, corners included: a letter, or a part of one.
struct Blob {
  PixelBox box;
  int pixels = 0;
};

// The blobs of a picture of 1 bit a pixel, top down. Those of fewer than `least` pixels are specks: they are wiped off the
// picture and not told. Cost: linear in the runs of ink; where there are more than kMostRuns, the page is noise: all of it
// is wiped off.
inline constexpr size_t kMostRuns = 3'000'000;
std::vector<Blob> FindBlobs(Pix* ink, int least);

// Takes the blobs away that are no larger than `side` and have no larger one within about `reach` (pixels), nor on both sides within
// two or three of it: dirt. A point or a comma has letters beside it, be they full-width ones.
std::vector<Blob> TakeDirt(int side, int reach, std::vector<Blob>* blobs);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_BLOBS_H_
