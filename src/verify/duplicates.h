#ifndef TABULARIUM_VERIFY_DUPLICATES_H_
#define TABULARIUM_VERIFY_DUPLICATES_H_

#include <array>
#include <cstdint>
#include <string_view>

namespace tabularium {

// One place where two texts differ: bytes of each; one side may be empty.
struct Difference {
  uint32_t a_begin = 0, a_end = 0, b_begin = 0, b_end = 0;
};

// How two texts that are nearly the same differ.
struct Differences {
  size_t count = 0;  // letters; 0: they are equal, or not nearly the same
  std::array<Difference, 2> at;
};

// The differences of two texts of at least 50 letters that differ in one or two letters and in at
// most 1 % of the longer one's. Cost: O(bytes), far less where they differ early; no allocation.
Differences NearlySame(std::string_view a, std::string_view b);

// What is written at bytes [begin, end) of a text, with up to `letters` letters on either side of
// it; no further than the next mark of punctuation.
std::string_view Around(std::string_view text, uint32_t begin, uint32_t end, int letters);

}  // namespace tabularium

#endif  // TABULARIUM_VERIFY_DUPLICATES_H_
