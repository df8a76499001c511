#ifndef TABULARIUM_READ_FILE_BYTES_H_
#define TABULARIUM_READ_FILE_BYTES_H_

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tabularium {

// The bytes of a file, in memory or where they are on the disk: a file of hundreds of pages is read piece by piece, so that it
// takes no memory. Copies share the file, and threads may read it at once. It is read with plain calls and not mapped: one that is
// cut meanwhile has fewer bytes, and ends nothing.
class FileBytes {
 public:
  explicit FileBytes(std::string_view held) : held_(held), size_(held.size()) {}  // `held` must outlive all copies
  // Takes `descriptor` over, an open file of `size` bytes that can be read at any place.
  FileBytes(int descriptor, uint64_t size);

  uint64_t size() const { return size_; }
  bool in_memory() const { return !file_; }
  // All bytes. REQUIRES: in_memory().
  std::string_view held() const { return held_; }
  // Copies bytes from `at` on; returns how many: fewer than `count` at the end, or where the disk fails.
  size_t Copy(uint64_t at, char* to, size_t count) const;
  // All of them, in memory.
  std::string All() const;

 private:
  class File;
  std::string_view held_;
  std::shared_ptr<const File> file_;  // shared by the readers of several threads; null: in memory
  uint64_t size_ = 0;
};

// The pieces of a file that were read last. One thread at a time.
class FileWindows {
 public:
  // Bytes [begin, end) of the file. Stays as it is while somebody holds its owner.
  struct Window {
    const char* data = nullptr;
    uint64_t begin = 0, end = 0;
    std::shared_ptr<const char[]> owner;  // shared by streams that stand in the same piece; null: in memory anyway
  };

  explicit FileWindows(FileBytes bytes) : bytes_(std::move(bytes)) {}
  uint64_t size() const { return bytes_.size(); }
  // The window that holds the byte `at`; an empty one behind the end, and where nothing can be read.
  Window At(uint64_t at);
  // True if bytes were asked for that the file had and has no more.
  bool lost() const { return lost_; }

 private:
  static constexpr uint64_t kPiece = 64 << 10;
  FileBytes bytes_;
  std::array<Window, 16> last_;
  bool lost_ = false;
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_FILE_BYTES_H_
