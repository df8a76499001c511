#ifndef TABULARIUM_CLI_ATTEMPTS_H_
#define TABULARIUM_CLI_ATTEMPTS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/result.h"

namespace tabularium {

// A file may be made so that a library crashes on it, or never ends, and the other files must be read all the same. So where
// a signal would end a command that reads many files, the program begins anew, in the same process, without the file that was
// being read: a run is the same every time, so what was written to standard output and said before is passed over. Costs
// nothing until then; and after a crash the files before it are read once more. Not for SIGKILL.

// Runs `work`, and says its status. Crashes begin the program anew, which comes here again; one that no file is to blame for
// ends it as it would have. Plainly where standard input, which cannot be read again, is among the `paths`.
int RunInAttempts(const std::vector<std::string>& paths, const std::function<int()>& work);

// While it lives, a file is being read.
class BeingRead {
 public:
  explicit BeingRead(const std::string& path);
  ~BeingRead();
  BeingRead(const BeingRead&) = delete;
  BeingRead& operator=(const BeingRead&) = delete;

 private:
  size_t slot_;
};

// What may end this attempt where a file keeps a library from ever ending (ReadOptions::stuck_signal); 0: nothing may.
int StuckSignal();

// That an earlier attempt ended while this file was read; else nothing.
std::optional<Error> LostBefore(const std::string& path);

// How many threads may read files: one, after an attempt that ended while several were being read, so that the next tells which it was.
size_t JobsOfThisAttempt(size_t asked);

// How many of the next `bytes` of standard output an earlier attempt has written.
size_t WrittenBefore(size_t bytes);
void Wrote(size_t bytes);

// True if an earlier attempt has said the next message.
bool SaidBefore();

}  // namespace tabularium

#endif  // TABULARIUM_CLI_ATTEMPTS_H_
