// Tested by pdf_test.cc.
#include "read/guard.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace tabularium {
namespace {

constexpr double kMeasure = 0.008;  // CPU seconds in which memory cannot grow by more than some dozens of megabytes

double Seconds(const timespec& time) { return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec); }

// Of this thread. Its clock is asked once a tick (some milliseconds): that is a call to the kernel, and pages are many.
double CpuSeconds() {
  thread_local double last_tick = -1, seconds = 0;
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC_COARSE, &time);
  if (const double tick = Seconds(time); tick != last_tick) {
    last_tick = tick;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    seconds = Seconds(time);
  }
  return seconds;
}

uint64_t ResidentBytes() {
  int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  char text[64] = {};
  ssize_t n = read(fd, text, sizeof text - 1);
  close(fd);
  const char* second = n > 0 ? strchr(text, ' ') : nullptr;
  return second ? strtoull(second, nullptr, 10) * static_cast<uint64_t>(sysconf(_SC_PAGESIZE)) : 0;
}

}  // namespace

void Guard::Begin() {
  limit_ = {};
  double now = CpuSeconds();
  page_end_ = std::min(now + limits_.page_seconds, now + std::max(limits_.pdf_seconds - spent_, 0.0));
  began_ = now;
  constexpr int kPages = 8;  // after which memory is measured anew: that costs some microseconds
  if (begun_++ % kPages == 0) memory_ = ResidentBytes() + limits_.page_memory, next_measure_ = now + kMeasure;
}

void Guard::End() { spent_ += CpuSeconds() - began_; }

bool Guard::Look() {
  if (!limit_.empty()) return false;
  const double now = CpuSeconds();
  if (now > page_end_) limit_ = spent_ + limits_.page_seconds > limits_.pdf_seconds ? "pdf_seconds" : "page_seconds";
  if (now < next_measure_) return limit_.empty();
  next_measure_ = now + kMeasure;
  if (ResidentBytes() > memory_) limit_ = "page_memory";
  return limit_.empty();
}

}  // namespace tabularium
