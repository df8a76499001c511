// Poppler's own rasteriser, for people to look at, and for pages that only show what they say. Tested by pdf_picture_test.cc.
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

#include "read/pdf_fields.h"

namespace tabularium {

namespace {

constexpr double kPoints = 72;

// Draws a page on white; false where it cannot be, or `stop` said so. `dots` is lowered until the pixels are at most `most`.
bool Draw(PDFDoc& document, int number, double most, bool (*stop)(void*), void* asked, double* dots, SplashOutputDev* device) {
  ::Page* page = document.getPage(number);
  if (page == nullptr) return false;
  double area = page->getCropWidth() * page->getCropHeight() / (kPoints * kPoints);  // square inches
  if (!(area > 0) || !std::isfinite(area)) return false;
  *dots = std::min(*dots, std::sqrt(most / area));
  device->startDoc(&document);
  PdfFields fields(&document, number);
  document.displayPage(device, number, *dots, *dots, 0, false, true, false, stop, asked, &PdfFields::IsDrawn, &fields);
  return !stop(asked);
}

}  // namespace

std::string DrawPng(PDFDoc& document, int number, double dots, bool (*stop)(void*), void* asked) {
  constexpr double kMostPixels = 4e6;
  SplashColor white{0xFF, 0xFF, 0xFF};
  SplashOutputDev device(splashModeRGB8, 4, false, white);
  if (!Draw(document, number, kMostPixels, stop, asked, &dots, &device)) return "";

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

Pixels DrawPixels(PDFDoc& document, int number, double dots, uint64_t most, bool (*stop)(void*), void* asked) {
  SplashColor white{0xFF, 0xFF, 0xFF};
  SplashOutputDev device(splashModeRGB8, 1, false, white);
  Pixels pixels;
  if (!Draw(document, number, static_cast<double>(most), stop, asked, &dots, &device)) return pixels;
  SplashBitmap* bitmap = device.getBitmap();
  pixels.width = bitmap->getWidth();
  pixels.height = bitmap->getHeight();
  pixels.dots = static_cast<float>(dots);
  const auto row = static_cast<size_t>(pixels.width) * 3;
  pixels.rgb.reserve(row * static_cast<size_t>(pixels.height));
  const unsigned char* from = bitmap->getDataPtr();
  for (int y = 0; y < pixels.height; ++y, from += bitmap->getRowSize())
    pixels.rgb.append(reinterpret_cast<const char*>(from), row);
  return pixels;
}

}  // namespace tabularium
