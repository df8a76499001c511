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

// Adds --grammar, --encoding, --limit, --threshold and --max-risk. `options` must outlive the
// parsing.
void AddReadingOptions(CLI::App& app, ReadingOptions* options);

// Adds --audit. *audit: a share, of "1%" or "0.01". It must outlive the parsing.
void AddAuditOption(CLI::App& app, double* audit);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_READING_OPTIONS_H_
