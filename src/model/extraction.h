#ifndef TABULARIUM_MODEL_EXTRACTION_H_
#define TABULARIUM_MODEL_EXTRACTION_H_

#include <cstddef>
#include <memory>
#include <vector>

#include "model/alignment.h"
#include "model/finding.h"

namespace tabularium {

// Every intermediate of one walk, for `explain`. One owner, everything else views: alignments and declarations point
// into `grid`, the grid into `document`.
struct Extraction {
  std::unique_ptr<const Document> document;
  std::unique_ptr<const Grid> grid;
  std::vector<Declaration> declarations;
  std::vector<Alignment> alignments;  // one for each declaration with a form
  Finding finding;
  size_t most_pages = 0;  // that waited at a time, of a document of pages
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_EXTRACTION_H_
