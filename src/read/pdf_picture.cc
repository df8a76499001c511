// Poppler's own rasteriser, for `explain` only: reading never draws. Tested by pdf_picture_test.cc.
#include "read/pdf_picture.h"

#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>
#include <poppler/splash/SplashErrorCodes.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace tabularium {

std::string DrawPng(PDFDoc& document, int number, double dots, bool (*stop)(void*), void* asked) {
  constexpr double kMostPixels = 4e6, kPoints = 72;
  Page* page = document.getPage(number);
  if (page == nullptr) return "";
  double area =
      page->getCropWidth() * page->getCropHeight() / (kPoints * kPoints);  // square inches
  if (!(area > 0) || !std::isfinite(area)) return "";
  dots = std::min(dots, std::sqrt(kMostPixels / area));

  SplashColor white{0xFF, 0xFF, 0xFF};
  SplashOutputDev device(splashModeRGB8, 4, false, white);
  device.startDoc(&document);
  document.displayPage(&device, number, dots, dots, 0, false, true, false, stop, asked);
  if (stop(asked)) return "";

  char* bytes = nullptr;
  size_t size = 0;
  FILE* file = open_memstream(&bytes, &size);
  if (file == nullptr) return "";
  bool written = device.getBitmap()->writeImgFile(splashFormatPng, file, dots, dots) == splashOk;
  written = std::fclose(file) == 0 && written;
  std::string png;
  if (written) png.assign(bytes, size);
  std::free(bytes);
  return png;
}

}  // namespace tabularium
