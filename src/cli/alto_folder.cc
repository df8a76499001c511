// Tested by write_alto_test.cc.
#include "cli/alto_folder.h"

#include <filesystem>
#include <system_error>

#include "cli/output.h"

namespace tabularium {

namespace fs = std::filesystem;

Result<AltoFolder> AltoFolder::Open(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder, error))
    return Error{"unreadable",
                 "is no folder and cannot be made one; name another with --write-alto", folder};
  return AltoFolder(folder);
}

std::optional<Error> AltoFolder::Write(const std::string& input, const std::string& alto) {
  return WriteFile((fs::path(folder_) / (stems_.Of(input) + ".alto.xml")).string(), alto);
}

}  // namespace tabularium
