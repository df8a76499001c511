// Finds and reads the grammar's files. Tested by grammar_files_test.cc.

#include "cli/grammar_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <system_error>

#ifndef TABULARIUM_GRAMMAR_DIR
#define TABULARIUM_GRAMMAR_DIR ""
#endif

namespace tabularium {

namespace fs = std::filesystem;

fs::path GrammarFolder(std::string_view asked) {
  if (!asked.empty()) return fs::path(asked);
  if (const char* said = std::getenv("TABULARIUM_GRAMMAR"); said != nullptr && *said != '\0')
    return said;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    fs::path installed =
        program.parent_path().parent_path() / "share" / "tabularium" / "grammar";
    if (fs::is_directory(installed, error)) return installed;
  }
  return TABULARIUM_GRAMMAR_DIR;
}

Result<GrammarFile> LoadGrammarFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  GrammarFile file;
  file.name = path.string();
  constexpr std::streamsize kBlock = 64 << 10;
  while (in) {
    const size_t have = file.text.size();
    file.text.resize(have + kBlock);
    in.read(file.text.data() + have, kBlock);
    file.text.resize(have + static_cast<size_t>(in.gcount()));
  }
  if (!in.is_open() || in.bad()) return Error{"unreadable", "this grammar file cannot be read", file.name};
  return file;
}

Result<std::vector<GrammarFile>> LoadGrammarFiles(const fs::path& path) {
  std::error_code error;
  std::vector<fs::path> paths;
  if (fs::is_directory(path, error)) {
    for (auto at = fs::directory_iterator(path, error); !error && at != fs::directory_iterator();
         at.increment(error))
      if (at->path().extension() == ".form") paths.push_back(at->path());
    if (error)
      return Error{"unreadable",
                   fmt::format("the grammar folder cannot be read: {}", error.message()),
                   path.string()};
    if (paths.empty())
      return Error{"unreadable", "there is no .form file in this grammar folder", path.string()};
  } else if (fs::exists(path, error)) {
    paths.push_back(path);
  } else {
    return Error{"unreadable", "there is no grammar here; name its folder with --grammar DIR",
                 path.string()};
  }
  std::sort(paths.begin(), paths.end());
  std::vector<GrammarFile> files;
  for (const fs::path& each : paths) {
    auto file = LoadGrammarFile(each);
    if (!file.has_value()) return file.error();
    files.push_back(std::move(file.value()));
  }
  return files;
}

}  // namespace tabularium
