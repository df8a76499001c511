#ifndef TABULARIUM_COMPILE_VOCABULARY_H_
#define TABULARIUM_COMPILE_VOCABULARY_H_

#include <string_view>

#include "model/vocabulary.h"

namespace tabularium {

// The id of that wording, known in this role from now on; kNoWord where its key is empty. Labels
// and titles are noted for `form`; give the forms in ascending order.
WordId AddWord(std::string_view text, WordRole role, int form, Vocabulary* vocabulary);

// Finds out, for each word, what a cell is that says just what is drawn. Call it once, when all words are there.
void AddDrawn(Vocabulary* vocabulary);

}  // namespace tabularium

#endif  // TABULARIUM_COMPILE_VOCABULARY_H_
