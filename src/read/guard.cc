// Tested by pdf_test.cc.
#include "read/guard.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
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

// Rings after so many CPU seconds of the thread that made it.
class Alarm {
 public:
  explicit Alarm(int signal) {
    sigevent event{};
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = signal;
    made_ = timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &timer_) == 0;
  }
  ~Alarm() {
    if (made_) timer_delete(timer_);
  }
  Alarm(const Alarm&) = delete;
  Alarm& operator=(const Alarm&) = delete;
  // 0: never.
  void Set(time_t seconds) {
    const itimerspec when{{0, 0}, {seconds, 0}};
    if (made_) timer_settime(timer_, 0, &when, nullptr);
  }

 private:
  timer_t timer_{};
  bool made_ = false;
};

// Handlers of signals need another stack where the thread's own is full; what has one already keeps it.
class SignalStack {
 public:
  SignalStack() {
    stack_t old{};
    if (sigaltstack(nullptr, &old) != 0 || !(old.ss_flags & SS_DISABLE)) return;
    memory_ = mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    stack_t own{};
    own.ss_sp = memory_;
    own.ss_size = kBytes;
    if (memory_ != MAP_FAILED) sigaltstack(&own, nullptr);
  }
  ~SignalStack() {
    if (memory_ == MAP_FAILED) return;
    stack_t none{};
    none.ss_flags = SS_DISABLE;
    sigaltstack(&none, nullptr);
    munmap(memory_, kBytes);
  }
  SignalStack(const SignalStack&) = delete;
  SignalStack& operator=(const SignalStack&) = delete;

 private:
  static constexpr size_t kBytes = 64 << 10;
  void* memory_ = MAP_FAILED;
};

void SetAlarm(int signal, time_t seconds) {
  if (signal == 0) return;
  thread_local SignalStack stack;
  thread_local Alarm alarm(signal);
  alarm.Set(seconds);
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
  SetAlarm(stuck_signal_, 2 * static_cast<time_t>(limits_.page_seconds) + 1);
  double now = CpuSeconds();
  page_end_ = std::min(now + limits_.page_seconds, now + std::max(limits_.pdf_seconds - spent_, 0.0));
  began_ = now;
  constexpr int kPages = 8;  // after which memory is measured anew: that costs some microseconds
  if (begun_++ % kPages == 0) memory_ = ResidentBytes() + limits_.page_memory, next_measure_ = now + kMeasure;
}

void Guard::End() {
  SetAlarm(stuck_signal_, 0);
  spent_ += CpuSeconds() - began_;
}

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
