#ifndef TABULARIUM_CLI_PROGRAM_H_
#define TABULARIUM_CLI_PROGRAM_H_

namespace tabularium {

// The command line `tabularium`: results on standard output, messages on standard error. What it
// exits with is in messages.h. Example: {"tabularium", "ingest", "a.txt"} prints the finding about
// a.txt.
int RunProgram(int argc, char** argv);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_PROGRAM_H_
