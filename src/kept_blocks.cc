// The allocator of the programs: small blocks that a thread frees are kept for its next ones, in a
// list for each size. A walk takes and frees some hundred blocks a document, mostly of the same
// sizes as the document before, and more of one size than the C library keeps at hand: it would
// sort and merge them each time, which was a fifteenth of the walk, and large ones, of which there
// are some dozens, it would merge and cut anew. Bounded: a thread keeps at most
// kMostKept bytes, and what it keeps is the C library's again when it ends. A block may be freed by
// another thread than took it.
//
// Linked into programs, not into the library: who uses that has an allocator. Left out under
// sanitizers, which have their own. Tested by kept_blocks_test.cc.
#include <malloc.h>

#include <bit>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

constexpr size_t kLeast = 24, kStep = 16;  // bytes: the C library's own sizes are 24, 40, 56, …
constexpr size_t kSmall = 128;             // lists of such sizes; of larger ones, up to 64 KB, four an octave
constexpr size_t kFirstShift = 9;          // 2.5 KB, 3 KB, 3.5 KB, 4 KB, 5 KB, …
constexpr size_t kSizes = kSmall + 4 * 5;  // still larger blocks are left to it
constexpr ptrdiff_t kMostKept = 1 << 20;

constexpr size_t BytesOf(size_t list) {
  if (list < kSmall) [[likely]] return kLeast + list * kStep;
  return (5 + (list - kSmall) % 4) << (kFirstShift + (list - kSmall) / 4);
}
constexpr size_t LargeListFor(size_t bytes) {
  const size_t last = bytes - 1, shift = static_cast<size_t>(std::bit_width(last)) - 3;
  return kSmall + (shift - kFirstShift) * 4 + (last >> shift) - 4;
}
// The least list whose blocks have room for so many bytes.
constexpr size_t ListFor(size_t bytes) {
  if (bytes <= kLeast) return 0;
  return bytes <= BytesOf(kSmall - 1) ? (bytes - kLeast + kStep - 1) / kStep : LargeListFor(bytes);
}
static_assert(ListFor(24) == 0 && ListFor(25) == 1 && ListFor(40) == 1 && ListFor(BytesOf(7)) == 7);
static_assert(ListFor(2056) == kSmall - 1 && ListFor(2057) == kSmall && ListFor(2561) == kSmall + 1 && BytesOf(kSizes - 1) == 64 << 10);

struct Block {
  Block* next;
};

struct Kept {
  Block* blocks[kSizes];
  ptrdiff_t room;  // bytes that may be kept besides: none before the first block, and none once the
                   // thread ends
  bool begun;
};
constinit thread_local Kept kept = {};

struct Ending {
  void Watch() {}
  ~Ending() {
    kept.room = 0;
    for (Block*& first : kept.blocks)
      while (Block* block = first) {
        first = block->next;
        std::free(block);
      }
  }
};
thread_local Ending ending;

// False: the thread keeps as much as it may.
[[gnu::cold]] bool BeginToKeep() {
  if (kept.begun) return false;
  kept.begun = true;
  ending.Watch();  // it is destroyed when the thread ends, since it was used
  kept.room = kMostKept;
  return true;
}

[[gnu::noinline]] void* TakeAnew(size_t bytes) {
  for (;;) {
    if (void* block = std::malloc(bytes)) return block;
    const std::new_handler handler = std::get_new_handler();
    if (!handler) throw std::bad_alloc();
    handler();
  }
}

// REQUIRES: the block has room for BytesOf(list).
inline void Keep(void* freed, size_t list) {
  const auto bytes = static_cast<ptrdiff_t>(BytesOf(list));
  if (kept.room < bytes && !BeginToKeep()) return std::free(freed);
  kept.room -= bytes;
  auto* block = static_cast<Block*>(freed);
  block->next = kept.blocks[list];
  kept.blocks[list] = block;
}

}  // namespace

void* operator new(size_t bytes) {
  const size_t list = ListFor(bytes);
  if (list >= kSizes) return TakeAnew(bytes);
  Block* block = kept.blocks[list];
  if (!block) return TakeAnew(BytesOf(list));
  kept.blocks[list] = block->next;
  __builtin_prefetch(block->next);  // whoever takes one mostly takes another
  kept.room += static_cast<ptrdiff_t>(BytesOf(list));
  return block;
}

void operator delete(void* block) noexcept {
  if (!block) return;
  const size_t bytes = malloc_usable_size(block);
  const size_t list = ListFor(bytes + 1) - 1;  // the greatest that it has room for
  if (bytes < kLeast || list >= kSizes) return std::free(block);
  Keep(block, list);
}

void operator delete(void* block, size_t bytes) noexcept {
  if (!block) return;
  const size_t list = ListFor(bytes);
  if (list >= kSizes) return std::free(block);
  Keep(block, list);
}
