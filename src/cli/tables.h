#ifndef TABULARIUM_CLI_TABLES_H_
#define TABULARIUM_CLI_TABLES_H_

namespace CLI {
class App;
}

namespace tabularium {

// Adds `tables FILE…`: every table of any document, form or not. *status is what the program exits
// with. `app` and `status` must outlive the parsing, which runs the command.
void AddTablesCommand(CLI::App& app, int* status);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_TABLES_H_
