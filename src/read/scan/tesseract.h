#ifndef TABULARIUM_READ_SCAN_TESSERACT_H_
#define TABULARIUM_READ_SCAN_TESSERACT_H_

#include <memory>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "read/scan/seen.h"
#include "read/scan/sheet.h"

namespace tesseract {
class TessBaseAPI;
}

namespace tabularium {

// One of Tesseract's models, ready to read. Dear to make (80 ms), cheap to use again; one thread at a time.
class TesseractModel {
 public:
  // How the letters of a picture stand. kRaw: the picture is one line and is not looked at further (our own models).
  enum class Layout { kLine, kWord, kBlock, kRaw };

  // A model that a package of Debian installs: "chi_sim" of tesseract-ocr-chi-sim. Fails where it is missing.
  static Result<std::unique_ptr<TesseractModel>> Installed(const char* language, const char* package, Recogniser by);
  // A model of our own: the bytes of its .traineddata. Null where there are none.
  static Result<std::unique_ptr<TesseractModel>> Embedded(std::string_view bytes, const char* language, Recogniser by);
  ~TesseractModel();
  TesseractModel(const TesseractModel&) = delete;
  TesseractModel& operator=(const TesseractModel&) = delete;

  // Boxes are pixels of `picture` (8 bits a pixel).
  SeenText Read(Pix* picture, Layout layout);
  Recogniser by() const { return by_; }

 private:
  TesseractModel(std::unique_ptr<tesseract::TessBaseAPI> api, Recogniser by);
  std::unique_ptr<tesseract::TessBaseAPI> api_;
  Recogniser by_;
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_TESSERACT_H_
