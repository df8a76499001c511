#ifndef TABULARIUM_TEXT_BLOCKS_H_
#define TABULARIUM_TEXT_BLOCKS_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

// Sixteen bytes of a text at a time, as vectors of the compiler's own: every processor that it knows has them, or something
// that does the same.
namespace tabularium {

using Block = uint8_t __attribute__((vector_size(16)));  // as a result of a comparison: FF true, 00 false
inline constexpr size_t kBlockBytes = sizeof(Block);

// REQUIRES: i + kBlockBytes <= s.size().
inline Block BlockAt(std::string_view s, size_t i) {
  Block block;
  std::memcpy(&block, s.data() + i, kBlockBytes);
  return block;
}

inline Block Every(unsigned char byte) { return Block{} + byte; }
inline Block Equal(Block a, Block b) { return reinterpret_cast<Block>(a == b); }
inline Block Equal(Block block, unsigned char byte) { return Equal(block, Every(byte)); }

inline bool HoldsAny(Block truths) {
  using Halves = uint64_t __attribute__((vector_size(16)));
  const Halves halves = reinterpret_cast<Halves>(truths);
  return (halves[0] | halves[1]) != 0;
}

// The first byte that is true, or kBlockBytes.
inline size_t FirstOf(Block truths) {
  static_assert(std::endian::native == std::endian::little);
  using Halves = uint64_t __attribute__((vector_size(16)));
  const Halves halves = reinterpret_cast<Halves>(truths);
  if (halves[0]) return static_cast<size_t>(std::countr_zero(halves[0])) / 8;
  if (halves[1]) return 8 + static_cast<size_t>(std::countr_zero(halves[1])) / 8;
  return kBlockBytes;
}

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_BLOCKS_H_
