#include "cli/heap.h"

#include <malloc.h>
#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>

namespace tabularium {
namespace {

constexpr int kKept = 64 << 20;       // bytes that are not given back when they are free
constexpr int kOwnMapping = 4 << 20;  // bytes of a block that is taken and given back by itself: pixels of scans
constexpr uintptr_t kAhead = 32 << 20;
constexpr uintptr_t kLarge = 2 << 20;  // bytes of a large page

}  // namespace

void PrepareHeap() {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, kKept);
  mallopt(M_MMAP_THRESHOLD, static_cast<int>(kAhead));
  void* ahead = malloc(kAhead - kLarge);
  const auto begin = (reinterpret_cast<uintptr_t>(ahead) + kLarge - 1) & ~(kLarge - 1);
  const auto end = (reinterpret_cast<uintptr_t>(ahead) + kAhead - kLarge) & ~(kLarge - 1);
  if (ahead && begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
  free(ahead);
  mallopt(M_MMAP_THRESHOLD, kOwnMapping);
#endif
}

}  // namespace tabularium
