// What attempts know of each other stands in memory that they share. Tested by attempts_test.cc.
#include "cli/attempts.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <new>
#include <string_view>

#include "cli/heap.h"
#include "cli/messages.h"

namespace tabularium {
namespace {

constexpr size_t kMostReading = 2048;  // files at a time; --jobs is at most 1024
constexpr size_t kMostLost = 1000;     // files of one run: then it is the program that is ill, and no file

// Files are known by the hashes of their paths; 0 is none.
uint64_t HashOf(std::string_view path) { return std::hash<std::string_view>()(path) | 1; }

constexpr int kStuck = SIGVTALRM;

struct Lost {
  uint64_t hash;
  int signal;
};

struct Journal {
  std::array<std::atomic<uint64_t>, kMostReading> reading{};
  std::array<Lost, kMostLost> lost{};
  size_t lost_count = 0;
  bool alone = false;  // one file at a time
  std::atomic<uint64_t> written = 0, said = 0;  // by all attempts: bytes, messages

  // Draws its conclusion from a crash. False: no file is to blame.
  bool Blame(int signal) {
    std::vector<uint64_t> suspects;
    for (auto& slot : reading)
      if (const uint64_t hash = slot.exchange(0)) suspects.push_back(hash);
    std::sort(suspects.begin(), suspects.end());
    suspects.erase(std::unique(suspects.begin(), suspects.end()), suspects.end());
    if (suspects.empty() || lost_count == kMostLost) return false;
    alone = suspects.size() > 1;
    if (!alone) lost[lost_count++] = {suspects.front(), signal};
    return true;
  }
};
static_assert(std::atomic<uint64_t>::is_always_lock_free, "processes share them");

Journal* journal = nullptr;  // null: there is one attempt only
std::atomic<uint64_t> written_here = 0, said_here = 0;

Journal* MakeJournal() {
  void* shared = mmap(nullptr, sizeof(Journal), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return shared == MAP_FAILED ? nullptr : new (shared) Journal();
}

bool IsCrash(int signal) {  // SIGKILL: the system had no memory left
  constexpr int kCrashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGKILL, kStuck};
  return std::find(std::begin(kCrashes), std::end(kCrashes), signal) != std::end(kCrashes);
}

// A loop that takes memory and never ends shall meet its end before the machine does. Sanitizers map terabytes that they never use.
void LimitMemory() {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  rlimit limit{};
  const auto most = static_cast<rlim_t>(sysconf(_SC_PHYS_PAGES)) / 4 * 3 * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
  if (getrlimit(RLIMIT_DATA, &limit) != 0) return;
  limit.rlim_cur = std::min(limit.rlim_cur, most);
  setrlimit(RLIMIT_DATA, &limit);
#endif
}

int Work(const std::function<int()>& work) {
  PrepareHeap();
  return work();
}

// How the child ended, as waitpid tells it; nothing where there was no child to have.
std::optional<int> RunInChild(const std::function<int()>& work) {
  const pid_t parent = getpid(), child = fork();
  if (child < 0) return std::nullopt;
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // nobody would wait for it
    LimitMemory();
    _exit(getppid() == parent ? Work(work) : status::kUnread);
  }
  int how = 0;
  while (waitpid(child, &how, 0) < 0 && errno == EINTR) continue;
  return how;
}

}  // namespace

int RunInAttempts(const std::vector<std::string>& paths, const std::function<int()>& work) {
  if (std::find(paths.begin(), paths.end(), "-") == paths.end()) journal = MakeJournal();
  while (journal) {
    const std::optional<int> how = RunInChild(work);
    if (!how) break;
    if (WIFEXITED(*how)) _exit(WEXITSTATUS(*how));  // there is nothing left to do, and much to tidy up
    const int by = WTERMSIG(*how);
    if (IsCrash(by) && journal->Blame(by)) continue;
    signal(by, SIG_DFL);
    raise(by);
    return status::kUnread;
  }
  return Work(work);
}

BeingRead::BeingRead(const std::string& path) : slot_(kMostReading) {
  if (!journal) return;
  const uint64_t hash = HashOf(path);
  for (slot_ = 0; slot_ < kMostReading; ++slot_)
    if (uint64_t none = 0; journal->reading[slot_].compare_exchange_strong(none, hash)) return;
}

BeingRead::~BeingRead() {
  if (slot_ < kMostReading) journal->reading[slot_] = 0;
}

std::optional<Error> LostBefore(const std::string& path) {
  if (!journal) return std::nullopt;
  const auto end = journal->lost.begin() + static_cast<ptrdiff_t>(journal->lost_count);
  const auto lost = std::find_if(journal->lost.begin(), end, [hash = HashOf(path)](const Lost& l) { return l.hash == hash; });
  if (lost == end) return std::nullopt;
  if (lost->signal == kStuck)
    return Error{"limit-reached", "needs more than --limit page_seconds allows, and could not be stopped: print or export it again", path};
  return Error{"unreadable", "made the program that read it crash, and was left out: print or export it again", path};
}

int StuckSignal() { return journal ? kStuck : 0; }

size_t JobsOfThisAttempt(size_t asked) { return journal && journal->alone ? 1 : asked; }

size_t WrittenBefore(size_t bytes) {
  if (!journal) return 0;
  const uint64_t before = journal->written, here = written_here;
  const auto passed = static_cast<size_t>(std::min<uint64_t>(bytes, before > here ? before - here : 0));
  written_here += passed;
  return passed;
}

void Wrote(size_t bytes) {
  written_here += bytes;
  if (journal) journal->written = std::max<uint64_t>(journal->written, written_here);
}

bool SaidBefore() {
  if (!journal) return false;
  const uint64_t number = ++said_here;
  if (number <= journal->said) return true;
  journal->said = number;
  return false;
}

}  // namespace tabularium
