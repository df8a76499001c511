// Tested by ingest_test.cc.
#include "cli/messages.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>

#include "cli/attempts.h"

namespace tabularium {
namespace {

constexpr int64_t kRedraw = 100;  // milliseconds

void Print(std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t n = write(STDERR_FILENO, bytes.data(), bytes.size());
    if (n <= 0) return;  // nobody is left to tell
    bytes.remove_prefix(static_cast<size_t>(n));
  }
}

int64_t Now() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

bool ColoursAreWelcome() {
  const char* no = std::getenv("NO_COLOR");
  return no == nullptr || *no == '\0';
}

void Say(std::string_view message) {
  if (SaidBefore()) return;
  bool bold = isatty(STDERR_FILENO) == 1 && ColoursAreWelcome();
  Print(bold ? fmt::format("\x1B[1mtabularium:\x1B[0m {}\n", message)
             : fmt::format("tabularium: {}\n", message));
}

void Say(const Error& error) { Say(fmt::format("{}: {}", error.where, error.what)); }

Progress::Progress(Shown shown)
    : shown_(shown == Shown::kOnATerminal && isatty(STDERR_FILENO) == 1),
      begun_(Now()),
      last_(begun_) {}

void Progress::Add(uint64_t bytes) {
  ++files_;
  bytes_ += bytes;
  if (!shown_) return;
  int64_t now = Now();
  if (now - last_ < kRedraw) return;
  last_ = now;
  drawn_ = true;
  double megabytes = static_cast<double>(bytes_) / 1e6,
         seconds = static_cast<double>(now - begun_) / 1e3;
  Print(fmt::format("\r{} files, {:.1f} MB, {:.1f} MB/s\x1B[K", files_, megabytes,
                    megabytes / seconds));
}

void Progress::Clear() {
  if (drawn_) Print("\r\x1B[K");
  drawn_ = false;
}

}  // namespace tabularium
