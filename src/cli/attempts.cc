// What attempts know of each other stands in memory that outlives the program's image: a descriptor that an environment
// variable names. Tested by attempts_test.cc.
#include "cli/attempts.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>
#include <string_view>

#include "cli/heap.h"

namespace tabularium {
namespace {

constexpr size_t kMostReading = 2048;  // files at a time; --jobs is at most 1024
constexpr size_t kMostLost = 1000;     // files of one run: then it is the program that is ill, and no file

// Files are known by the hashes of their paths; 0 is none.
uint64_t HashOf(std::string_view path) { return std::hash<std::string_view>()(path) | 1; }

constexpr int kStuck = SIGVTALRM;
constexpr int kCrashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, kStuck};
constexpr char kVariable[] = "TABULARIUM_JOURNAL";
constexpr uint64_t kMark = 0x7461'6275'6c61'7201;  // of a journal

struct Lost {
  uint64_t hash;
  int signal;
};

struct Journal {
  uint64_t mark = kMark;
  std::atomic<int> signal = 0;  // that the last attempt ended by
  std::array<std::atomic<uint64_t>, kMostReading> reading{};
  std::array<Lost, kMostLost> lost{};
  size_t lost_count = 0;
  bool alone = false;  // one file at a time
  std::atomic<uint64_t> written = 0, said = 0;  // by all attempts: bytes, messages

  // Draws its conclusion from a crash. False: no file is to blame.
  bool Blame(int by) {
    std::vector<uint64_t> suspects;
    for (auto& slot : reading)
      if (const uint64_t hash = slot.exchange(0)) suspects.push_back(hash);
    std::sort(suspects.begin(), suspects.end());
    suspects.erase(std::unique(suspects.begin(), suspects.end()), suspects.end());
    if (suspects.empty() || lost_count == kMostLost) return false;
    alone = suspects.size() > 1;
    if (!alone) lost[lost_count++] = {suspects.front(), by};
    return true;
  }
};
static_assert(std::atomic<uint64_t>::is_always_lock_free, "processes share them");

Journal* journal = nullptr;  // null: there is one attempt only
std::atomic<uint64_t> written_here = 0, said_here = 0;

// For the handler of signals, which may not ask for memory.
int journal_fd = -1;
std::vector<char*> arguments;

Journal* MapJournal(int fd) {
  struct stat is {};
  if (fd < 0 || fstat(fd, &is) != 0 || is.st_size != sizeof(Journal)) return nullptr;
  void* shared = mmap(nullptr, sizeof(Journal), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  journal_fd = fd;
  return shared == MAP_FAILED ? nullptr : static_cast<Journal*>(shared);
}

Journal* OpenJournal() {
  if (const char* fd = getenv(kVariable))
    if (Journal* kept = MapJournal(atoi(fd)); kept && kept->mark == kMark) return kept;
  const int fd = memfd_create("journal", 0);
  if (fd < 0 || ftruncate(fd, sizeof(Journal)) != 0) return nullptr;
  Journal* fresh = MapJournal(fd);
  return fresh && setenv(kVariable, std::to_string(fd).c_str(), 1) == 0 ? new (fresh) Journal() : nullptr;
}

void KeepArguments() {
  std::ifstream own("/proc/self/cmdline", std::ios::binary);
  static std::string text(std::istreambuf_iterator<char>(own), {});
  for (size_t at = 0; at < text.size(); at = text.find('\0', at) + 1) arguments.push_back(&text[at]);
  arguments.push_back(nullptr);
}

// Files that are open stay so otherwise, a few for each attempt.
void CloseFiles() {
  close_range(3, static_cast<unsigned>(journal_fd) - 1, 0);
  close_range(static_cast<unsigned>(journal_fd) + 1, ~0u, 0);
}

void BeginAnew(int by) {
  journal->signal = by;
  CloseFiles();
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  execv("/proc/self/exe", arguments.data());
  signal(by, SIG_DFL);
  raise(by);
}

void HandleCrashes() {
  KeepArguments();
  struct sigaction action {};
  action.sa_handler = BeginAnew;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER;  // read/guard.h gives threads a stack for it
  for (int by : kCrashes) sigaction(by, &action, nullptr);
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

}  // namespace

int RunInAttempts(const std::vector<std::string>& paths, const std::function<int()>& work) {
  PrepareHeap();
  if (std::find(paths.begin(), paths.end(), "-") == paths.end()) journal = OpenJournal();
  if (!journal) return work();
  if (const int by = journal->signal.exchange(0); by != 0 && !journal->Blame(by)) {
    signal(by, SIG_DFL);
    raise(by);
  }
  HandleCrashes();
  LimitMemory();
  return work();
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
