#ifndef TABULARIUM_CLI_BUILT_LEXICON_H_
#define TABULARIUM_CLI_BUILT_LEXICON_H_

#include <optional>
#include <span>

#include "compile/compile.h"
#include "model/lexicon.h"

namespace tabularium {

// The lexicon that was compiled with the program, if it was made of just these texts in this order; their names don't matter.
// Compiling them anew costs more than all else that a small file does. Cost: O(bytes), a comparison.
std::optional<Lexicon> BuiltLexicon(std::span<const GrammarFile> files);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_BUILT_LEXICON_H_
