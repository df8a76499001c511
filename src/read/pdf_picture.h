#ifndef TABULARIUM_READ_PDF_PICTURE_H_
#define TABULARIUM_READ_PDF_PICTURE_H_

#include <cstdint>
#include <string>

#include "read/scan.h"

class PDFDoc;  // Poppler's

namespace tabularium {

// A page as a PNG, as it is displayed, with so many dots an inch, but no more than 4 million in all. Asks stop(asked)
// now and then, and gives up where that is true. Empty where nothing could be drawn.
std::string DrawPng(PDFDoc& document, int number, double dots, bool (*stop)(void*), void* asked);

// The same as pixels, at most so many.
Pixels DrawPixels(PDFDoc& document, int number, double dots, uint64_t most, bool (*stop)(void*), void* asked);

}  // namespace tabularium

#endif  // TABULARIUM_READ_PDF_PICTURE_H_
