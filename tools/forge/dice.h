#ifndef TABULARIUM_FORGE_DICE_H_
#define TABULARIUM_FORGE_DICE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tabularium {

// Chance that is the same on every machine (SplitMix64). A name and a number seed it, so that each
// paper has its own dice, whoever throws them and in which order.
class Dice {
 public:
  Dice(std::string_view seed, uint64_t number) : state_(number * 0x9E3779B97F4A7C15u) {
    for (char c : seed) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    Next();
  }
  uint64_t Next() {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  size_t Below(size_t n) { return n == 0 ? 0 : static_cast<size_t>(Next() % n); }
  int64_t Between(int64_t low, int64_t high) {  // both included
    return low + static_cast<int64_t>(Next() % static_cast<uint64_t>(high - low + 1));
  }
  bool Chance(double share) { return static_cast<double>(Next() >> 11) * 0x1p-53 < share; }
  template <class List>
  auto& Pick(List& list) {  // REQUIRES: not empty
    return list[Below(std::size(list))];
  }

 private:
  uint64_t state_;
};

}  // namespace tabularium

#endif  // TABULARIUM_FORGE_DICE_H_
