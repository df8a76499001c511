#ifndef TABULARIUM_CLI_READING_OPTIONS_H_
#define TABULARIUM_CLI_READING_OPTIONS_H_

#include <string>

#include "extract.h"

namespace CLI {
class App;
}

namespace tabularium {

// The options that every command has which reads documents.
struct ReadingOptions {
  std::string grammar;  // --grammar; empty: GrammarFolder finds it
  ExtractOptions extract;
};

// Adds --encoding and --limit. `options` must outlive the parsing.
void AddReadOptions(CLI::App& app, ReadOptions* options);

// Adds --grammar, --encoding, --limit and --threshold. `options` must outlive the parsing.
void AddReadingOptions(CLI::App& app, ReadingOptions* options);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_READING_OPTIONS_H_
