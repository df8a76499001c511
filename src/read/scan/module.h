#ifndef TABULARIUM_READ_SCAN_MODULE_H_
#define TABULARIUM_READ_SCAN_MODULE_H_

#include "read/scan.h"

namespace tabularium {

// The names that the module shows. Makes a reader, as ScanReader::Make says; null: why not is in `error`. The caller owns it.
using MakeScanReader = ScanReader*(const Vocabulary* vocabulary, const Limits* limits, Error* error);
inline constexpr const char* kMakeScanReader = "TabulariumMakeScanReader";

// Opens a picture, as PictureFile::Open says; null: its head cannot be decoded. The caller owns it.
using OpenPicture = PictureFile*(const std::string_view* bytes, const Limits* limits);
inline constexpr const char* kOpenPicture = "TabulariumOpenPicture";

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_MODULE_H_
