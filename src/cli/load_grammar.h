#ifndef TABULARIUM_CLI_LOAD_GRAMMAR_H_
#define TABULARIUM_CLI_LOAD_GRAMMAR_H_

#include <memory>
#include <string>

#include "model/form.h"
#include "model/lexicon.h"

namespace tabularium {

struct Loaded {
  Grammar grammar;
  Lexicon lexicon;
};

// Reads and compiles the grammar of `asked` (--grammar; empty: where GrammarFolder looks), and the
// lexicons beside it. Null where it has complaints; they have been printed on standard error, all
// of them.
std::unique_ptr<const Loaded> LoadGrammar(const std::string& asked);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_LOAD_GRAMMAR_H_
