// Tested by utf8_test.cc.
#include "text/utf8.h"

namespace tabularium {

std::string_view TrimEnds(std::string_view s) {
  size_t begin = 0;
  while (begin < s.size()) {
    size_t next = begin;
    char32_t c = NextLetter(s, next);
    if (!IsSpace(c) && !IsInvisible(c)) break;
    begin = next;
  }
  size_t end = s.size();
  while (end > begin) {
    size_t at = end - 1;
    while (at > begin && (static_cast<unsigned char>(s[at]) & 0xC0) == 0x80) --at;
    size_t next = at;
    char32_t c = NextLetter(s, next);
    if (next != end || (!IsSpace(c) && !IsInvisible(c))) break;
    end = at;
  }
  return s.substr(begin, end - begin);
}

}  // namespace tabularium
