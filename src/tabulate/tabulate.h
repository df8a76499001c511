#ifndef TABULARIUM_TABULATE_TABULATE_H_
#define TABULARIUM_TABULATE_TABULATE_H_

#include "model/document.h"
#include "model/grid.h"
#include "model/limits.h"
#include "model/vocabulary.h"

namespace tabularium {

// Cuts a text document into rows of cells and looks every cell up in the vocabulary. Never fails: a
// page without tables yields one column of lines. The grid views into `document`, which must
// outlive it.
Grid Tabulate(const Document& document, const Vocabulary& vocabulary, const Limits& limits);
Grid Tabulate(Document&&, const Vocabulary&, const Limits&) = delete;

}  // namespace tabularium

#endif  // TABULARIUM_TABULATE_TABULATE_H_
