// Tested by ingest_test.cc.
#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "cli/attempts.h"

namespace tabularium {

namespace {
constexpr size_t kCollected = 256 << 10;  // bytes a write; more gains nothing on pipes and files
}

Output::Output() : fd_(STDOUT_FILENO), name_("standard output") {}

Output::~Output() {
  if (fd_ > STDERR_FILENO) close(fd_);
}

std::optional<Error> Output::OpenFile(const std::string& path) {
  name_ = path;
  fd_ = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd_ < 0) Fail(errno);
  return failure_;
}

bool Output::Write(std::string_view bytes) {
  waiting_ += bytes;
  return waiting_.size() < kCollected ? !failure_ : Flush();
}

bool Output::Flush() {
  std::string_view left = waiting_;
  const bool standard = fd_ == STDOUT_FILENO;  // a file is written anew by every attempt
  if (standard) left.remove_prefix(WrittenBefore(left.size()));
  while (!failure_ && !left.empty()) {
    ssize_t n = write(fd_, left.data(), left.size());
    if (n >= 0) {
      left.remove_prefix(static_cast<size_t>(n));
      if (standard) Wrote(static_cast<size_t>(n));
    } else if (errno != EINTR) {
      Fail(errno);
    }
  }
  waiting_.clear();
  return !failure_;
}

bool Output::is_terminal() const { return isatty(fd_) == 1; }

bool Output::Fail(int number) {
  std::string what = fmt::format("cannot be written: {}", std::generic_category().message(number));
  if (number == EPIPE) what += "; whoever read it stopped, and the results that were left are lost";
  if (number == ENOSPC) what += "; make room, or name another place with --out";
  if (number == EACCES || number == ENOENT || number == EISDIR)
    what += "; name another place with --out";
  failure_ = Error{"unreadable", std::move(what), name_};
  return false;
}

std::optional<Error> WriteFile(const std::string& path, std::string_view bytes) {
  Output output;
  if (auto failure = output.OpenFile(path)) return failure;
  output.Write(bytes);
  output.Flush();
  return output.failure();
}

}  // namespace tabularium
