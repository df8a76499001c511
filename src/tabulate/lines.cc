// Both line ends are looked for once and remembered, so that a text without CR is not searched for
// it line by line. Tested by lines_test.cc.
#include "tabulate/lines.h"

#include <algorithm>

namespace tabularium {
namespace {

size_t FindOrEnd(std::string_view text, char letter, size_t at) {
  return std::min(text.find(letter, at), text.size());
}

}  // namespace

LineReader::LineReader(std::string_view text)
    : text_(text), feed_(FindOrEnd(text, '\n', 0)), return_(FindOrEnd(text, '\r', 0)) {}

bool LineReader::Next(Line* line) {
  if (at_ >= text_.size()) return false;
  if (feed_ < at_) feed_ = FindOrEnd(text_, '\n', at_);
  if (return_ < at_) return_ = FindOrEnd(text_, '\r', at_);
  size_t end = std::min(feed_, return_);
  *line = {at_, end, ++number_};
  at_ = end == return_ && feed_ == end + 1 ? end + 2 : end + 1;
  return true;
}

void LineReader::SkipTo(size_t at, uint32_t number) {
  at_ = at;
  number_ = number - 1;
  Line line;
  Next(&line);
}

}  // namespace tabularium
