#ifndef TABULARIUM_WRITE_EXPLAIN_PICTURES_H_
#define TABULARIUM_WRITE_EXPLAIN_PICTURES_H_

#include <span>
#include <string>

#include "model/extraction.h"
#include "model/page_picture.h"

namespace tabularium {

// The pages of a PDF as SVG over their pictures: words, rulings, cells, and the place of every
// value with its number as data-v, as ExplainHtml numbers them. Each layer can be hidden. Appends.
void WritePictures(const Extraction& extraction, std::span<const PagePicture> pictures,
                   std::string* out);

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_EXPLAIN_PICTURES_H_
