#ifndef TABULARIUM_WRITE_ALTO_H_
#define TABULARIUM_WRITE_ALTO_H_

#include <string>
#include <string_view>

#include "model/page.h"

namespace tabularium {

// What was recognised on the scanned pages of one document, as ALTO 4.2: each line as it stands in the page's text, with
// confidences as WC (0..1, 1 is sure), other readings as ALTERNATIVE, rulings as GraphicalElement, seals as Illustration.
// Coordinates are of the sheet as it was read (upright and straight), in 1/1200 inch. read/ocr.h reads the same back.
class AltoWriter {
 public:
  // `path`: of the document.
  explicit AltoWriter(std::string_view path);

  void Add(const Page& page);  // pages that were not recognised (dots 0) are passed over
  bool empty() const { return pages_ == 0; }
  std::string Finish();  // the whole file; nothing may be added any more

 private:
  std::string out_;
  int pages_ = 0;
};

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_ALTO_H_
