#ifndef TABULARIUM_READ_IN_ORDER_H_
#define TABULARIUM_READ_IN_ORDER_H_

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace tabularium {

// Does the same work on many things with several threads, and gives out the results in the order of
// the things.
//   next()          the next thing, or nothing (std::optional); called by one thread at a time
//   work(thing)     the result; called by many threads at once; must not throw
//   use(result)     called by the calling thread, in order; false: enough, stop
// At most four results a thread wait for their turn, so memory does not grow with the number of
// things. With one job everything runs in the calling thread.
template <class Next, class Work, class Use>
void InOrder(size_t jobs, Next next, Work work, Use use) {
  if (jobs <= 1) {
    while (auto thing = next())
      if (!use(work(std::move(*thing)))) return;
    return;
  }
  using Done = decltype(work(std::move(*next())));
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::optional<Done>> window(4 * jobs);  // result i waits in window[i % size]
  size_t taken = 0, used = 0;                         // all guarded by `mutex`
  bool ended = false;

  auto run = [&] {
    std::unique_lock lock(mutex);
    for (;;) {
      changed.wait(lock, [&] { return ended || taken - used < window.size(); });
      if (ended) return;
      auto thing = next();
      if (!thing) {
        ended = true;
        changed.notify_all();
        return;
      }
      size_t mine = taken++;
      lock.unlock();
      Done done = work(std::move(*thing));
      lock.lock();
      window[mine % window.size()] = std::move(done);
      changed.notify_all();
    }
  };
  std::vector<std::jthread> threads;
  try {
    for (size_t i = 0; i < jobs; ++i) threads.emplace_back(run);
  } catch (const std::system_error&) {  // no more threads to have: fewer will do
  }
  if (threads.empty()) return InOrder(1, std::move(next), std::move(work), std::move(use));

  std::unique_lock lock(mutex);
  for (;;) {
    changed.wait(
        lock, [&] { return window[used % window.size()].has_value() || (ended && used == taken); });
    std::optional<Done>& slot = window[used % window.size()];
    if (!slot) return;
    Done done = std::move(*slot);
    slot.reset();
    ++used;
    changed.notify_all();
    lock.unlock();
    bool more = use(std::move(done));
    lock.lock();
    if (!more) {
      ended = true;
      changed.notify_all();
      return;
    }
  }
}

}  // namespace tabularium

#endif  // TABULARIUM_READ_IN_ORDER_H_
