#ifndef TABULARIUM_READ_SCAN_MODULE_H_
#define TABULARIUM_READ_SCAN_MODULE_H_

#include "read/scan.h"

namespace tabularium {

// The only name that the module shows: makes a reader, as ScanReader::Make says; null: why not is in `error`. The caller owns it.
using MakeScanReader = ScanReader*(const Vocabulary* vocabulary, const Limits* limits, Error* error);
inline constexpr const char* kMakeScanReader = "TabulariumMakeScanReader";

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_MODULE_H_
