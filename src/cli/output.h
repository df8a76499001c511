#ifndef TABULARIUM_CLI_OUTPUT_H_
#define TABULARIUM_CLI_OUTPUT_H_

#include <optional>
#include <string>
#include <string_view>

#include "model/result.h"

namespace tabularium {

// Where results go: a file, or standard output. Collects small writes. Invariant: after a failure
// nothing more is written, and the failure is kept.
class Output {
 public:
  Output();  // standard output
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Empties the file, or makes it. Fails where it cannot be written.
  std::optional<Error> OpenFile(const std::string& path);

  bool Write(std::string_view bytes);
  bool Flush();
  const std::optional<Error>& failure() const { return failure_; }
  bool is_terminal() const;

 private:
  bool Fail(int number);

  int fd_;
  std::string name_, waiting_;
  std::optional<Error> failure_;
};

// Writes a whole file at once.
std::optional<Error> WriteFile(const std::string& path, std::string_view bytes);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_OUTPUT_H_
