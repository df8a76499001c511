// Plain system calls: a file of 5 KB costs an open, a stat, two reads and a close. A PDF stays on the disk. Tested by
// read_test.cc.
#include "read/read.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "read/pdf.h"

namespace tabularium {
namespace {

class Descriptor {  // closes what it opened
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ > STDERR_FILENO) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  int Release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

Error Unreadable(int number, std::string where) {
  std::string what = fmt::format("cannot be read: {}", std::generic_category().message(number));
  switch (number) {
    case ENOENT:
      what = "is not there: check the name, or whether it was moved or deleted meanwhile";
      break;
    case EACCES:
    case EPERM:
      what = "may not be read: give yourself permission (chmod u+r), also for its folders (u+x)";
      break;
    case ELOOP:
      what = "is a link that leads nowhere: repair or delete it";
      break;
    case EMFILE:
    case ENFILE:
      what = "cannot be opened: too many open files; use fewer --jobs";
      break;
    default:
      break;
  }
  return {"unreadable", std::move(what), std::move(where)};
}

// How long a file that begins so may be.
struct Longest {
  uint64_t bytes;
  std::string_view name;
};
Longest LongestOf(std::string_view head, const Limits& limits) {
  if (IsPdf(head) || !PictureMediaType(head).empty()) return {limits.pdf_bytes, "pdf_bytes"};
  return {limits.text_bytes, "text_bytes"};
}

Error TooLong(const Longest& longest, std::string where) {
  return {"limit-reached",
          fmt::format("is longer than {} bytes; split it, or raise --limit {}", longest.bytes,
                      longest.name),
          std::move(where)};
}

// Reads to the end, into `bytes` from `have` on; errno, or 0. Stops behind `limit`.
int ReadToEnd(int fd, uint64_t limit, size_t have, std::string* bytes) {
  for (;;) {
    if (have == bytes->size()) {
      if (have > limit) break;
      bytes->resize(std::min<uint64_t>(limit + 1, std::max<uint64_t>(64 << 10, have * 2)));
    }
    ssize_t n = read(fd, bytes->data() + have, bytes->size() - have);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    if (n == 0) break;
    have += static_cast<size_t>(n);
  }
  bytes->resize(have);
  return 0;
}

}  // namespace

Result<std::unique_ptr<Document>> Read(const std::filesystem::path& file,
                                             const ReadOptions& options) {
  std::string name = file.string();
  Descriptor fd(name == "-" ? STDIN_FILENO : open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (fd.get() < 0) return Unreadable(errno, name);
  struct stat status {};
  if (fstat(fd.get(), &status) != 0) return Unreadable(errno, name);
  if (S_ISDIR(status.st_mode))
    return Error{"unreadable", "is a folder, not a file; name the files in it", name};

  bool regular = S_ISREG(status.st_mode) && name != "-";
  auto expected = regular ? static_cast<uint64_t>(status.st_size) : 0;
  constexpr size_t kHead = 1024;  // bytes that tell what the file is
  std::string bytes;
  if (int number = ReadToEnd(fd.get(), kHead - 1, 0, &bytes)) return Unreadable(number, name);
  Longest longest = LongestOf(bytes, options.limits);
  if (expected > longest.bytes) return TooLong(longest, name);
  size_t have = bytes.size();
  if (regular && bytes.starts_with("%PDF-") && fd.get() > STDERR_FILENO)
    return ReadPdfFile(name, FileBytes(fd.Release(), expected), options);
  if (have == kHead) {
    if (regular && expected > have)
      bytes.resize(expected + 1);  // one more, so that the end is seen without growing
    if (int number = ReadToEnd(fd.get(), longest.bytes, have, &bytes))
      return Unreadable(number, name);
  }
  if (bytes.size() > longest.bytes) return TooLong(longest, name);
  if (bytes.size() < expected)
    return Error{
        "unreadable",
        fmt::format(
            "became shorter while it was read ({} of {} bytes): try again when nobody writes it",
            bytes.size(), expected),
        name};
  return ReadBytes(std::move(name), std::move(bytes), options);
}

}  // namespace tabularium
