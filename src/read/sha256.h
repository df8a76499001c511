#ifndef TABULARIUM_READ_SHA256_H_
#define TABULARIUM_READ_SHA256_H_

#include <memory>
#include <string>
#include <string_view>

namespace tabularium {

// SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
// Example: "" → "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".
std::string Sha256(std::string_view bytes);

// The same of bytes that come piece by piece.
class Sha256Sum {
 public:
  Sha256Sum();
  ~Sha256Sum();
  void Add(std::string_view bytes);
  std::string Finish();  // once, and nothing after it

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_SHA256_H_
