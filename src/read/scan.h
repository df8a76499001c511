#ifndef TABULARIUM_READ_SCAN_H_
#define TABULARIUM_READ_SCAN_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "model/limits.h"
#include "model/page.h"
#include "model/result.h"
#include "model/vocabulary.h"
#include "read/paper.h"

namespace tabularium {

// The kind of picture that bytes begin (PNG, JPEG, TIFF, BMP, WebP) as its media type; empty: none.
std::string_view PictureMediaType(std::string_view bytes);

// The document of a picture, without its text: takes `bytes` over, unless there are more than the limit.
Result<std::unique_ptr<Document>> ReadPicture(std::string_view media_type, const std::string& name, std::string& bytes,
                                                    const Limits& limits);

// A page drawn from a PDF: three bytes a pixel (red, green, blue), rows from the top, nothing between them.
struct Pixels {
  int width = 0, height = 0;
  float dots = 0;  // an inch; 0: unknown
  std::string rgb;
};

// Reads pages that are pictures. What it needs of Leptonica and Tesseract stands in a module that is loaded when the first
// reader is made, so that texts and PDFs do not pay for it. One reader belongs to one thread: it keeps its recognisers.
class ScanReader {
 public:
  // `vocabulary` must outlive the reader. Fails (code unreadable) where the module, or a model of Tesseract, is missing.
  static Result<std::unique_ptr<ScanReader>> Make(const Vocabulary& vocabulary, const Limits& limits);
  virtual ~ScanReader() = default;
  ScanReader(const ScanReader&) = delete;
  ScanReader& operator=(const ScanReader&) = delete;

  // Takes a picture, which must outlive the reading of its pages. False where not even its head can be decoded.
  virtual bool Open(std::string_view bytes) = 0;
  // A page of the picture opened last, `number` from 1, decoded when it is asked for. Never fails: what is wrong with it
  // is in its troubles (page-failed, illegible, resolution-low, limit-reached).
  virtual Page ReadPage(int number) = 0;
  // The same for a page that was drawn.
  virtual Page ReadPixels(const Pixels& pixels, int number) = 0;
  // The page read last as a PNG of so many dots an inch, upright and straight, as its boxes say. Empty: there is none.
  virtual std::string Picture(double dots) = 0;

 protected:
  ScanReader() = default;
};

// A picture whose letters somebody else read: how large it is, and how it looks. Needs the module, but no model.
class PictureFile {
 public:
  // `bytes` must outlive it. Null where the module is missing, or not even the picture's head can be decoded.
  static std::unique_ptr<PictureFile> Open(std::string_view bytes, const Limits& limits);
  virtual ~PictureFile() = default;
  PictureFile(const PictureFile&) = delete;
  PictureFile& operator=(const PictureFile&) = delete;

  virtual PaperSize Size(int number) = 0;                // of a page, from 1; unknown where its head cannot be decoded
  virtual std::string Draw(int number, int width) = 0;  // a PNG of at most so many pixels' width; empty where it cannot be decoded

 protected:
  PictureFile() = default;
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_H_
