#ifndef TABULARIUM_TEXT_RESIDUE_H_
#define TABULARIUM_TEXT_RESIDUE_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/blocks.h"

namespace tabularium {

enum class Residue : uint8_t { kNone, kBeside, kAll };

// Finds hints that a form prints for the applicant and that were left in a cell.
class ResidueFinder {
 public:
  // `residues` are folded by text/key.h, and must outlive it.
  explicit ResidueFinder(const std::vector<std::string>& residues);

  // Whether a text holds hints beside a text of its own, or nothing else. Ordinals, dots and dashes
  // between hints count as part of them.
  //   "目标1：\n目标2：\n……" with the hints "目标1", "目标2", "……" → kAll
  // Cost: O(bytes × first letters of hints), 16 bytes a step; a key only where a hint stands.
  Residue Find(std::string_view text) const;

 private:
  bool MayHoldAny(std::string_view text) const;

  // A letter of three bytes that hints begin with: its last two bytes, each sixteen times. They tell it from nearly all others.
  struct First {
    Block second, third;
  };
  size_t FirstIn(Block second, Block third) const;
  bool BeginsAt(std::string_view text, size_t i) const;
  size_t NextFirst(std::string_view text, size_t from) const;

  std::vector<std::string_view> hints_;  // their keys
  std::vector<First> firsts_;
  std::array<bool, 256> leads_{};  // the first bytes of these letters
  bool other_ = false;  // one of them begins with another letter: of ASCII, for one
};

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_RESIDUE_H_
