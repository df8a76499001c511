#ifndef TABULARIUM_READ_SCAN_RECOGNISE_H_
#define TABULARIUM_READ_SCAN_RECOGNISE_H_

#include <memory>
#include <string>

#include "model/page.h"
#include "model/result.h"
#include "model/vocabulary.h"
#include "read/scan/sheet.h"

namespace tabularium {

// Reads the letters of a sheet's spots. Keeps one object of each of Tesseract's models, made when first needed.
class LetterReader {
 public:
  // Fails where a packaged model is missing: says which package brings it.
  static Result<std::unique_ptr<LetterReader>> Make(const Vocabulary& vocabulary);
  ~LetterReader();
  LetterReader(const LetterReader&) = delete;
  LetterReader& operator=(const LetterReader&) = delete;

  // Sets page->text, glyphs and words (one word for each run of letters without a wide gap; legibility from the
  // recogniser) and page->readings. Boxes in points of the sheet. REQUIRES: page->rulings are the sheet's.
  void Read(const ScanSheet& sheet, Page* page);

  // How well a few spots of the sheet read as they stand, 0..1; 1 where one is a wording of a form: to tell a page upside down.
  float Trial(const ScanSheet& sheet);

 private:
  class Models;
  explicit LetterReader(std::unique_ptr<Models> models);
  std::unique_ptr<Models> models_;
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_SCAN_RECOGNISE_H_
