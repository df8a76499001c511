#ifndef TABULARIUM_CLI_EVALUATE_H_
#define TABULARIUM_CLI_EVALUATE_H_

namespace CLI {
class App;
}

namespace tabularium {

// Adds `evaluate CORPUS…`: folders of files with a truth.jsonl in, measures of trust out. *status
// is what the program exits with. `app` and `status` must outlive the parsing, which runs the
// command.
void AddEvaluateCommand(CLI::App& app, int* status);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_EVALUATE_H_
