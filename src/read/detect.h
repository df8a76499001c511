#ifndef TABULARIUM_READ_DETECT_H_
#define TABULARIUM_READ_DETECT_H_

#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"
#include "text/encoding.h"

namespace tabularium {

// In which encoding a file is, and how that was found out.
struct Detected {
  Encoding encoding = Encoding::kUtf8;
  size_t from = 0;      // bytes of a byte order mark at the beginning
  bool clean = false;   // strict UTF-8 from `from` on: the text is the stored bytes …
  Utf8Scan scan;        // … which this says more about
  float certainty = 1;  // 1: declared by a mark, by the user, or strict UTF-8
  std::string rival;    // the next likely encoding; empty where declared
  bool only_symbols = false;  // beyond ASCII there are dashes and the like, and no letter
  std::string binary;   // why this is no text at all, as a sentence's end ("looks like a PDF …");
                        // empty: it is text
};

// Decides in this order: the user's word; a byte order mark; strict UTF-8 without U+0000; then the
// most plausible of UTF-8 with damage, GB18030, Big5 and UTF-16, weighed on a sample around the
// first byte that is not ASCII. Cost: O(bytes) for the scan, plus 512 bytes weighed five times
// where it isn't UTF-8; 64 KB where those leave a doubt.
Detected Detect(std::string_view bytes, std::optional<Encoding> declared);

}  // namespace tabularium

#endif  // TABULARIUM_READ_DETECT_H_
