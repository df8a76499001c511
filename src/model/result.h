#ifndef TABULARIUM_MODEL_RESULT_H_
#define TABULARIUM_MODEL_RESULT_H_

#include <string>
#include <utility>
#include <variant>

namespace tabularium {

// Why something in the world (a file, a folder, a database) could not be had.
struct Error {
  std::string_view code;  // a flag code of model/flag.h: "unreadable", "empty", "binary", …
  std::string what;       // a sentence for people: what happened and how to repair it
  std::string where;      // the path, or path:line:column
};

// A value, or the reason there is none. Named like std::expected (C++23), which will replace it.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit on purpose
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit on purpose

  bool has_value() const { return state_.index() == 0; }
  T& value() { return std::get<0>(state_); }               // REQUIRES: has_value()
  const T& value() const { return std::get<0>(state_); }   // REQUIRES: has_value()
  Error& error() { return std::get<1>(state_); }           // REQUIRES: !has_value()
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_RESULT_H_
