// Hands the command line to the commands; each lives in its own file. Tested by program_test.cc.
#include "cli/program.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <new>
#include <string>

#include "cli/evaluate.h"
#include "cli/explain.h"
#include "cli/grammar.h"
#include "cli/ingest.h"
#include "cli/messages.h"
#include "cli/tables.h"

#ifndef TABULARIUM_VERSION
#define TABULARIUM_VERSION "unknown"
#endif

namespace tabularium {
namespace {

// The command that was being spoken to, as people write it: "tabularium ingest".
std::string Spoken(const CLI::App& app) {
  std::string out = app.get_name();
  for (const CLI::App* command = &app; !command->get_subcommands().empty();) {
    command = command->get_subcommands().front();
    out += " " + command->get_name();
  }
  return out;
}

// Where a standard stream is closed, no file of ours may take its number: reading finds the end,
// writing fails.
void HoldStandardStreams() {
  int fd = open("/dev/null", O_RDONLY);
  while (fd >= 0 && fd <= STDERR_FILENO) fd = open("/dev/null", O_RDONLY);
  if (fd > STDERR_FILENO) close(fd);
}

}  // namespace

int RunProgram(int argc, char** argv) {
  HoldStandardStreams();
  signal(SIGPIPE, SIG_IGN);  // a reader that stops is a failed write, with a message
  int status = status::kDone;
  CLI::App app(
      "Reads declarations (filled-in budget, grant and performance forms) and says what they "
      "declare.",
      "tabularium");
  app.set_version_flag("--version", "tabularium " TABULARIUM_VERSION);
  app.require_subcommand(0, 1);
  app.footer(
      "Example: tabularium ingest declarations/ --format table\n"
      "Exit status: 0 done; 1 some inputs could not be read; 2 wrong usage or a grammar with "
      "complaints; 3 --fail-on");
  AddIngestCommand(app, &status);
  AddTablesCommand(app, &status);
  AddExplainCommand(app, &status);
  AddEvaluateCommand(app, &status);
  AddGrammarCommand(app, &status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {  // --help, --version
    return app.exit(wanted);
  } catch (const std::bad_alloc&) {
    Say("needs more memory than there is; give it smaller files, or fewer --jobs");
    return status::kUnread;
  } catch (const CLI::ParseError& error) {
    std::string command = Spoken(app);
    Say(std::string(error.what()) + "; see " + command + " --help");
    return status::kUsage;
  }
  if (app.get_subcommands().empty()) {
    Say("name a command: ingest, explain or grammar; see tabularium --help");
    return status::kUsage;
  }
  return status;
}

}  // namespace tabularium
