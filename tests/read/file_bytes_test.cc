// Bytes are the same from the disk as from memory, and stay where somebody looks at them.
#include "read/file_bytes.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace tabularium {
namespace {

std::string Numbers(size_t bytes) {
  std::string out;
  for (int i = 0; out.size() < bytes; ++i) out += std::to_string(i) + ' ';
  out.resize(bytes);
  return out;
}

// A file without a name that holds `bytes`; its descriptor.
int FileOf(std::string_view bytes) {
  std::string name = testing::TempDir() + "bytesXXXXXX";
  int descriptor = mkstemp(name.data());
  unlink(name.c_str());
  EXPECT_EQ(write(descriptor, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  return descriptor;
}

// All bytes, window by window.
std::string Walk(FileWindows& windows) {
  std::string out;
  for (FileWindows::Window w = windows.At(0); w.end > out.size(); w = windows.At(out.size()))
    out.append(w.data + (out.size() - w.begin), w.data + (w.end - w.begin));
  return out;
}

TEST(FileBytesTest, ReadTheSameFromDiskAsFromMemory) {
  const std::string bytes = Numbers(3'000'001);
  const FileBytes held(bytes), stored(FileOf(bytes), bytes.size());
  EXPECT_TRUE(held.in_memory());
  EXPECT_FALSE(stored.in_memory());
  EXPECT_EQ(stored.All(), bytes);
  char some[16];
  EXPECT_EQ(stored.Copy(bytes.size() - 4, some, sizeof some), 4u);
  EXPECT_EQ(stored.Copy(bytes.size(), some, sizeof some), 0u);
  FileWindows from_memory(held), from_disk(stored);
  EXPECT_EQ(Walk(from_memory), bytes);
  EXPECT_EQ(Walk(from_disk), bytes);
  EXPECT_FALSE(from_disk.lost());
}

TEST(FileBytesTest, AWindowStaysWhileItIsHeld) {
  const std::string bytes = Numbers(4'000'000);
  FileWindows windows(FileBytes(FileOf(bytes), bytes.size()));
  const FileWindows::Window first = windows.At(100'000);
  const std::string before(first.data, first.end - first.begin);
  EXPECT_EQ(Walk(windows), bytes);  // all others pass through its place
  EXPECT_EQ(std::string(first.data, first.end - first.begin), before);
  EXPECT_EQ(before, bytes.substr(first.begin, before.size()));
}

TEST(FileBytesTest, AFileThatIsCutMeanwhileHasFewer) {
  const std::string bytes = Numbers(500'000);
  int descriptor = FileOf(bytes);
  FileWindows windows(FileBytes(descriptor, bytes.size()));
  ASSERT_EQ(windows.At(0).begin, 0u);
  ASSERT_EQ(ftruncate(descriptor, 200'000), 0);
  EXPECT_EQ(Walk(windows), bytes.substr(0, 200'000));
  EXPECT_EQ(windows.At(400'000).end, 0u);
  EXPECT_TRUE(windows.lost());
}

}  // namespace
}  // namespace tabularium
