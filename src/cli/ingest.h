#ifndef TABULARIUM_CLI_INGEST_H_
#define TABULARIUM_CLI_INGEST_H_

namespace CLI {
class App;
}

namespace tabularium {

// Adds `ingest PATH…`: files in, findings out. *status is what the program exits with. `app` and
// `status` must outlive the parsing, which runs the command.
void AddIngestCommand(CLI::App& app, int* status);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_INGEST_H_
