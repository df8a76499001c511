#ifndef TABULARIUM_READ_PDF_FIELDS_H_
#define TABULARIUM_READ_PDF_FIELDS_H_

#include <memory>

#include "model/limits.h"
#include "read/guard.h"
#include "read/ink.h"

class Annot;
class PDFDoc;

namespace tabularium {

// The fields of one page of a form that is filled in on a screen (AcroForm; ISO 32000, 12.7). The file keeps what was typed beside the
// page. Mostly it is drawn, too; where it isn't, or is to be drawn anew by whoever shows it, or was drawn with a font that lacks some of
// its letters, its letters are set into the field as well as they fit: where they stand within it is then made up.
class PdfFields {
 public:
  // REQUIRES: `document` is sound and outlives this.
  PdfFields(PDFDoc* document, int number);
  ~PdfFields();

  // False where Poppler would look through all fonts of the system for each letter: of what it would have to draw itself, with letters that
  // the form's font may lack. For PDFDoc::displayPage; `fields` is a PdfFields.
  static bool IsDrawn(Annot* annotation, void* fields);

  // Adds what the page drawn so far lacks, until the guard says stop. Cost: O(fields × letters drawn). What a program drew otherwise than it was typed (1,234.00 for 1234) stays.
  void Take(const Limits& limits, Guard* guard, PageInk* ink) const;

 private:
  struct Fields;
  std::unique_ptr<Fields> fields_;
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_PDF_FIELDS_H_
