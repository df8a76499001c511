#ifndef TABULARIUM_TEXT_ENCODING_H_
#define TABULARIUM_TEXT_ENCODING_H_

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace tabularium {

// From stored bytes to letters. Three questions, three functions:
//   1. Is it UTF-8 already?           ScanUtf8    (2 GB/s; most files need nothing else)
//   2. If not, what is it most like?  Weigh       on a sample, once for each encoding
//   3. Which letters are these?       Decode      strict: what no letter explains is damage, and
//   named

// What one pass over bytes says about them as UTF-8.
struct Utf8Scan {
  size_t valid = 0;  // length of the longest prefix that is valid UTF-8
  bool nul = false;  // the prefix holds U+0000
  bool odd = false;  // it holds U+FFFD, or letters that misread text is made of: look closer
                     // (text/mojibake.h)
};

// Cost: O(bytes), 1–8 bytes a step.
// Example: "é" (C3 A9) → {2, false, false}; "a\xC3" → {1, false, false}.
Utf8Scan ScanUtf8(std::string_view bytes);

// A run of stored bytes that are no letter. It stands in the text as one U+FFFD for each broken
// sequence.
struct Damage {
  Range text;
  StoredRange stored;
};

struct Decoded {
  std::string text;  // valid UTF-8
  std::vector<OffsetMark>
      marks;  // at the beginning, every 64 bytes or so of text, and behind each damage
  std::vector<Damage> damages;  // runs, in order
  Utf8Scan scan;                // of `text`
};

// The text of `stored` from byte `from` (behind a byte order mark) to its end. Strict: overlong
// forms, lone surrogates, codes without a letter and truncated sequences are damage; an ASCII byte
// is never swallowed by it. GB18030 reads GBK's lone 0x80 as the euro sign. Total: never fails.
// Cost: O(bytes); the first call in a process builds the table of its encoding, about 1 ms.
Decoded Decode(std::string_view stored, size_t from, Encoding encoding);

// How much bytes, read in an encoding, look like text that people write. Each letter weighs what
// its stored bytes count: frequent Han letters and ASCII most, rare and private letters little,
// control letters and damage less than nothing. Sums over the same bytes compare between encodings.
struct Plausibility {
  double total = 0;      // Σ bytes × weight of the letter, −2..1 each
  double foreign = 0;    // the same of non-ASCII letters alone …
  uint64_t letters = 0;  // … their number of bytes
  uint64_t symbols = 0;  // … and that of punctuation and symbols among them
  uint64_t broken = 0;   // runs of damage or control letters …
  uint64_t lost = 0;     // … and their bytes
};

// Where the total can no longer become `least` it stops: the total is then less than that, and the other members tell of a
// part of the sample. Cost: O(bytes), 300 to 900 MB/s: give it a sample.
Plausibility Weigh(std::string_view sample, Encoding encoding, double least = -std::numeric_limits<double>::infinity());

// The encoding that people call so: "utf8", "GBK", "gb2312", "cp936", "big5", "UTF-16" (little
// endian), … Fails: nothing for other names.
std::optional<Encoding> EncodingNamed(std::string_view name);

// A byte order mark at the beginning of `bytes`.
struct ByteOrderMark {
  Encoding encoding;
  size_t length;  // bytes
};
std::optional<ByteOrderMark> FindByteOrderMark(std::string_view bytes);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_ENCODING_H_
