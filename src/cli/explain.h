#ifndef TABULARIUM_CLI_EXPLAIN_H_
#define TABULARIUM_CLI_EXPLAIN_H_

namespace CLI {
class App;
}

namespace tabularium {

// Adds `explain FILE`: the walk of one file, stage by stage. *status is what the program exits
// with. `app` and `status` must outlive the parsing, which runs the command.
void AddExplainCommand(CLI::App& app, int* status);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_EXPLAIN_H_
