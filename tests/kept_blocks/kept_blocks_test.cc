// Blocks that are kept: whole, bounded, given back.
#include <gtest/gtest.h>
#include <malloc.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr size_t kSlack = 256 << 10;  // bytes that the C library and GoogleTest may take meanwhile

size_t BytesTaken() { return mallinfo2().uordblks; }

std::vector<std::unique_ptr<char[]>> Fill(size_t blocks, size_t bytes) {
  std::vector<std::unique_ptr<char[]>> out;
  for (size_t i = 0; i < blocks; ++i) {
    out.emplace_back(new char[bytes]);
    std::memset(out.back().get(), static_cast<int>(i), bytes);
  }
  return out;
}

TEST(KeptBlocks, HoldEverySizeWhole) {
  for (int round = 0; round < 3; ++round)
    for (size_t bytes = 1; bytes < 70'000; bytes += bytes < 2200 ? 1 : 61) {
      const auto blocks = Fill(4, bytes);
      for (size_t i = 0; i < blocks.size(); ++i) {
        EXPECT_EQ(reinterpret_cast<uintptr_t>(blocks[i].get()) % alignof(std::max_align_t), 0u);
        EXPECT_EQ(std::string(blocks[i].get(), bytes), std::string(bytes, static_cast<char>(i)))
            << bytes;
      }
    }
}

TEST(KeptBlocks, AreTakenAgain) {
  for (const size_t bytes : {200u, 2100u, 2560u, 20'000u, 65'536u}) {
    void* first = ::operator new(bytes);
    void* behind = ::operator new(bytes);  // so that the C library can't merge the first with what is free
    const auto place = reinterpret_cast<uintptr_t>(first);
    ::operator delete(first);
    void* again = ::operator new(bytes);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(again), place) << bytes;
    ::operator delete(again, bytes);
    ::operator delete(behind, bytes);
  }
}

TEST(KeptBlocks, OfLargeOnesTheSizeIsRoundedUp) {
  void* block = ::operator new(17'000);
  EXPECT_GE(malloc_usable_size(block), 20u << 10);
  ::operator delete(block, 17'000);
}

TEST(KeptBlocks, AreAtMostSoMany) {
  const size_t before = BytesTaken();
  Fill(200'000, 500);  // 100 MB
  EXPECT_LT(BytesTaken(), before + (1 << 20) + kSlack);
}

TEST(KeptBlocks, AreGivenBackWhenTheirThreadEnds) {
  Fill(100, 1000);
  const size_t before = BytesTaken();
  for (int i = 0; i < 20; ++i) std::thread([] { Fill(2000, 1000); }).join();
  EXPECT_LT(BytesTaken(), before + kSlack);
}

TEST(KeptBlocks, MayBeFreedByAnotherThread) {
  std::vector<std::unique_ptr<char[]>> blocks = Fill(1000, 300);
  std::thread([taken = std::move(blocks)]() mutable { taken.clear(); }).join();
  const auto again = Fill(1000, 300);
  for (size_t i = 0; i < again.size(); ++i) EXPECT_EQ(std::string(again[i].get(), 300), std::string(300, static_cast<char>(i)));
}

}  // namespace
