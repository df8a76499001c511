#ifndef TABULARIUM_WRITE_EXPLAIN_HTML_H_
#define TABULARIUM_WRITE_EXPLAIN_HTML_H_

#include <string>

#include "model/extraction.h"

namespace tabularium {

// One self-contained HTML page (no other files, no network): the source as its grid of cells on the
// left, the records on the right. Pointing at a value marks its place in the source, and the other
// way round; values are coloured by confidence; flags stand below. Works with the keyboard and
// without scripts (then nothing is marked). Appends.
void ExplainHtml(const Extraction& extraction, std::string* out);

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_EXPLAIN_HTML_H_
