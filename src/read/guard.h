#ifndef TABULARIUM_READ_GUARD_H_
#define TABULARIUM_READ_GUARD_H_

#include <cstdint>
#include <string_view>

#include "model/limits.h"

namespace tabularium {

// Ends what a page may cost, also inside of Poppler: it decodes as long as there are bytes to decode, so that a stream
// without further bytes winds everything up. A loop that asks for none (Poppler has some) cannot be ended so: where the process
// may be ended instead, it gets `stuck_signal` when twice the seconds of a page are over. 0: it may not. Where it may, the
// thread has a stack for handlers of signals too, since its own may be full.
class Guard {
 public:
  explicit Guard(const Limits& limits, int stuck_signal = 0) : limits_(limits), stuck_signal_(stuck_signal) {}

  // A new page, or the file's own tables.
  void Begin();
  void End();

  // Looks at clock and memory; false: the page is over.
  bool Look();
  void Stop(std::string_view limit) {
    if (limit_.empty()) limit_ = limit;
  }
  bool stopped() const { return !limit_.empty(); }
  std::string_view limit() const { return limit_; }  // that was reached; empty: none

 private:
  const Limits& limits_;
  int stuck_signal_;
  double page_end_ = 0, began_ = 0, spent_ = 0, next_measure_ = 0;  // of the thread's CPU clock
  uint64_t memory_ = 0;
  int begun_ = 0;
  std::string_view limit_;
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_GUARD_H_
