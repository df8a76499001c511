#ifndef TABULARIUM_READ_FILTERS_H_
#define TABULARIUM_READ_FILTERS_H_

#include <string_view>

namespace tabularium {

// True if a stream of the PDF goes through two filters that expand (Flate, LZW, RunLength), or may do so: its list of
// filters is an object that can't be found. Each expands up to a thousandfold, so that a few kilobytes become gigabytes
// between two looks at the clock. Programs that write PDFs don't pack twice. Cost: a scan of the bytes for '/'.
bool PacksTwice(std::string_view bytes);

}  // namespace tabularium

#endif  // TABULARIUM_READ_FILTERS_H_
