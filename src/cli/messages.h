#ifndef TABULARIUM_CLI_MESSAGES_H_
#define TABULARIUM_CLI_MESSAGES_H_

#include <cstdint>
#include <string_view>

#include "model/result.h"

namespace tabularium {

// What the program exits with.
namespace status {
inline constexpr int kDone = 0;      // whatever the verdicts
inline constexpr int kUnread = 1;    // some inputs could not be read, or results not be written
inline constexpr int kUsage = 2;     // wrong usage, or a grammar with complaints
inline constexpr int kVerdicts = 3;  // --fail-on
}  // namespace status

// NO_COLOR is not set (no-color.org).
bool ColoursAreWelcome();

// "tabularium: <message>" on standard error; in colour on a terminal unless NO_COLOR is set.
void Say(std::string_view message);

// "tabularium: <where>: <what>".
void Say(const Error& error);

// How far the work is, as one line of standard error that is written over; silent unless that is a
// terminal.
class Progress {
 public:
  enum class Shown : uint8_t { kNever, kOnATerminal };
  explicit Progress(Shown shown);
  ~Progress() { Clear(); }
  void Add(uint64_t bytes);  // one more file
  void Clear();              // before anything else is written to the terminal

 private:
  bool shown_;
  bool drawn_ = false;
  uint64_t files_ = 0, bytes_ = 0;
  int64_t begun_ = 0, last_ = 0;  // milliseconds of the steady clock
};

}  // namespace tabularium

#endif  // TABULARIUM_CLI_MESSAGES_H_
