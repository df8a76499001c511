#ifndef TABULARIUM_CLI_GRAMMAR_H_
#define TABULARIUM_CLI_GRAMMAR_H_

#include <CLI/CLI.hpp>

namespace tabularium {

// Adds `grammar check|fmt|show`. *status is what the program exits with: 0, 1 for a file that
// cannot be read, 2 for a grammar with complaints. `app` and `status` must outlive the parsing.
void AddGrammarCommand(CLI::App& app, int* status);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_GRAMMAR_H_
