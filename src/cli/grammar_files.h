#ifndef TABULARIUM_CLI_GRAMMAR_FILES_H_
#define TABULARIUM_CLI_GRAMMAR_FILES_H_

#include <filesystem>
#include <string_view>
#include <vector>

#include "compile/compile.h"
#include "model/result.h"

namespace tabularium {

// Where the grammar is: `asked` (--grammar) if not empty, else $TABULARIUM_GRAMMAR, else
// share/tabularium/grammar beside the folder of this program, else the grammar of the source tree
// that it was built from.
std::filesystem::path GrammarFolder(std::string_view asked);

// All *.form files of a folder, by name; or the one file, where `path` is a file.
// Fails where it cannot be read, or holds no form.
Result<std::vector<GrammarFile>> LoadGrammarFiles(const std::filesystem::path& path);

// The bytes of one file. Fails where it cannot be read.
Result<GrammarFile> LoadGrammarFile(const std::filesystem::path& path);

}  // namespace tabularium

#endif  // TABULARIUM_CLI_GRAMMAR_FILES_H_
