#ifndef TABULARIUM_WRITE_JSON_TEXT_H_
#define TABULARIUM_WRITE_JSON_TEXT_H_

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "model/decimal.h"

namespace tabularium {

// Appends JSON to a string, as fast as copying allows. The string is complete when the JsonText is
// destroyed; between it may hold bytes behind the end. Invariants:
//  1. begin_ <= at_ <= end_, all within *out_.
//  2. what stands before at_ is valid UTF-8, whatever was given.
class JsonText {
 public:
  explicit JsonText(std::string* out);
  ~JsonText();
  JsonText(const JsonText&) = delete;
  JsonText& operator=(const JsonText&) = delete;

  // Letters that are JSON already: Raw("{\"value\":").
  template <size_t n>
  void Raw(const char (&letters)[n]) {
    Need(n - 1);
    std::memcpy(at_, letters, n - 1);
    at_ += n - 1;
  }
  void Raw(std::string_view letters);

  // A string: quoted, escaped where JSON asks for it. Bytes that are no UTF-8 become U+FFFD.
  void Quoted(std::string_view text);
  void Integer(int64_t n);
  void Unsigned(uint64_t n);
  // At most `places` (0..6) decimals, none that are 0 at the end: 0.9993, 1, -1.5. REQUIRES:
  // |number| < 10^12.
  void Rounded(double number, int places);
  // A decimal as a string, with at least that many decimals: "380000.00".
  void Exact(const Decimal& decimal, int at_least_places);
  // n in that many digits, zeros in front: 0007. REQUIRES: n >= 0.
  void Digits(int n, int digits);

  // What was appended, and what stood in the string before.
  std::string_view text() const { return {out_->data(), static_cast<size_t>(at_ - out_->data())}; }
  // Forgets that, but not the memory for it.
  void Clear() { at_ = out_->data(); }

 private:
  void Need(size_t bytes) {
    if (static_cast<size_t>(end_ - at_) < bytes) Grow(bytes);
  }
  void Grow(size_t bytes);
  void Escape(const unsigned char* s, size_t n);

  std::string* out_;
  char* at_;   // where the next byte goes
  char* end_;  // of *out_
};

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_JSON_TEXT_H_
