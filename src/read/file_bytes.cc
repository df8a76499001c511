// Tested by file_bytes_test.cc.
#include "read/file_bytes.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace tabularium {

class FileBytes::File {  // closes what it was given
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() { close(descriptor_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

FileBytes::FileBytes(int descriptor, uint64_t size) : file_(std::make_shared<const File>(descriptor)), size_(size) {}

size_t FileBytes::Copy(uint64_t at, char* to, size_t count) const {
  if (at >= size_) return 0;
  count = static_cast<size_t>(std::min<uint64_t>(count, size_ - at));
  if (!file_) {
    memcpy(to, held_.data() + at, count);
    return count;
  }
  size_t have = 0;
  while (have < count) {
    ssize_t n = pread(file_->descriptor(), to + have, count - have, static_cast<off_t>(at + have));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    have += static_cast<size_t>(n);
  }
  return have;
}

std::string FileBytes::All() const {
  std::string all(static_cast<size_t>(size_), '\0');
  all.resize(Copy(0, all.data(), all.size()));
  return all;
}

FileWindows::Window FileWindows::At(uint64_t at) {
  if (at >= size()) return {};
  if (bytes_.in_memory()) return {bytes_.held().data(), 0, size(), nullptr};
  const uint64_t piece = at / kPiece;
  Window& window = last_[piece % last_.size()];
  if (at < window.begin || at >= window.end) {
    const auto count = static_cast<size_t>(std::min(kPiece, size() - piece * kPiece));
    // One that nobody else holds is filled anew where it is.
    std::shared_ptr<char[]> data = window.owner.use_count() == 1 ? std::const_pointer_cast<char[]>(std::move(window.owner))
                                                                 : std::shared_ptr<char[]>(new char[kPiece]);
    const size_t have = bytes_.Copy(piece * kPiece, data.get(), count);
    lost_ = lost_ || have < count;
    window = {data.get(), piece * kPiece, piece * kPiece + have, std::move(data)};
  }
  return at < window.end ? window : Window();
}

}  // namespace tabularium
