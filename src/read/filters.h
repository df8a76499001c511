#ifndef TABULARIUM_READ_FILTERS_H_
#define TABULARIUM_READ_FILTERS_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace tabularium {

// True if a stream of the PDF goes through two filters that expand (Flate, LZW, RunLength), or may do so: its list of
// filters is an object that can't be found. Each expands up to a thousandfold, so that a few kilobytes become gigabytes
// between two looks at the clock. Programs that write PDFs don't pack twice. Cost: a scan of the bytes for '/'.
bool PacksTwice(std::string_view bytes);

// The same of a file that comes piece by piece, in order. Rarely the pieces cannot tell: where a list of filters is an object
// elsewhere, or longer than kKept bytes.
class PackingScan {
 public:
  enum class Packing : uint8_t { kOnce, kTwice, kUnknown };
  void Add(std::string_view piece);
  Packing Finish();  // once, and nothing after it

 private:
  static constexpr size_t kKept = 8 << 10;  // bytes of a piece that are looked at together with the next
  std::string rest_;
  Packing packing_ = Packing::kOnce;
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_FILTERS_H_
