#ifndef TABULARIUM_READ_SCAN_PICTURE_H_
#define TABULARIUM_READ_SCAN_PICTURE_H_

#include <string>
#include <string_view>

#include "model/limits.h"
#include "model/page.h"
#include "read/scan/sheet.h"

namespace tabularium {

// A picture of one or several pages, decoded one by one. Nothing is written to stderr.
class PictureDecoder {
 public:
  explicit PictureDecoder(const Limits& limits);

  bool Open(std::string_view bytes);  // which must outlive it; false where not even its head can be decoded
  // The pixels of a page; null where they cannot be had, or are too many (then `page` says so).
  PixPtr Decode(int number, Page* page);
  // How large the file says that a page is, before anything is decoded. False: it does not say.
  bool ReadSize(int number, int* width, int* height, float* dots);
  // As a PNG so many dots wide, or as wide as it is; empty where it cannot be decoded.
  std::string Draw(int number, int width);

 private:
  PixPtr DecodeTiff(int number, Page* page);

  Limits limits_;
  std::string_view bytes_;  // of the picture opened last
  int at_ = 1;         // the page of a TIFF whose directory stands at offset_
  size_t offset_ = 0;  // 0: not known
};

// A picture as the bytes of a PNG, made smaller; empty where that fails.
std::string PngOf(Pix* picture, float scale);

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_PICTURE_H_
