#ifndef TABULARIUM_TEXT_RESIDUE_H_
#define TABULARIUM_TEXT_RESIDUE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
  // Cost: O(bytes) for the first letters of all hints; a key only where a hint stands.
  Residue Find(std::string_view text) const;

 private:
  bool MayHoldAny(std::string_view text) const;

  struct Hint {
    char32_t first;  // letter
    std::string_view key;
  };
  std::vector<Hint> hints_;
  bool ascii_ = false;         // one of them begins with ASCII
  uint64_t middles_ = 0, ends_ = 0;  // the low six bits of second and third bytes of their first letters of three, a bit each
};

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_RESIDUE_H_
