#ifndef TABULARIUM_WRITE_EXPLAIN_HTML_H_
#define TABULARIUM_WRITE_EXPLAIN_HTML_H_

#include <span>
#include <string>

#include "model/extraction.h"
#include "model/page_picture.h"

namespace tabularium {

// One self-contained HTML page (no other files, no network): the source as its grid of cells on the
// left, the records on the right. Pointing at a value marks its place in the source, and the other
// way round; values are coloured by confidence; flags stand below. Works with the keyboard and
// without scripts (then nothing is marked). Appends.
void ExplainHtml(const Extraction& extraction, std::string* out);

// The same with the pages as they look, and what was read drawn over them, in place of the grid.
void ExplainHtml(const Extraction& extraction, std::span<const PagePicture> pictures,
                 std::string* out);

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_EXPLAIN_HTML_H_
