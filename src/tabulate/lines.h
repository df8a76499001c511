#ifndef TABULARIUM_TABULATE_LINES_H_
#define TABULARIUM_TABULATE_LINES_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tabularium {

// A line of a text without what ends it; [begin, end) in bytes of the text.
struct Line {
  size_t begin = 0, end = 0;
  uint32_t number = 0;  // from 1
};

// Parts a text at LF, CRLF and CR. The last line needs no end; a text that ends with one has no
// empty line behind it. Cost: linear in the text, whatever ends its lines.
class LineReader {
 public:
  explicit LineReader(std::string_view text);
  bool Next(Line* line);
  // Goes on behind the line that holds byte `at`, which counts as line `number`.
  void SkipTo(size_t at, uint32_t number);

 private:
  std::string_view text_;
  size_t at_ = 0;
  size_t feed_ = 0, return_ = 0;  // the next LF and CR at or behind at_; text_.size(): none
  uint32_t number_ = 0;
};

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_LINES_H_
