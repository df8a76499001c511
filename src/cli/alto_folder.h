#ifndef TABULARIUM_CLI_ALTO_FOLDER_H_
#define TABULARIUM_CLI_ALTO_FOLDER_H_

#include <optional>
#include <string>

#include "cli/unique_stems.h"
#include "model/result.h"
#include "write/alto.h"

namespace tabularium {

// Where `ingest --write-alto` puts its files: of each input STEM.alto.xml.
class AltoFolder {
 public:
  // Makes the folder where it is not there yet. Fails where it cannot be made.
  static Result<AltoFolder> Open(const std::string& folder);

  // Inputs in their order, so that names do not depend on the number of jobs.
  std::optional<Error> Write(const std::string& input, const std::string& alto);

 private:
  explicit AltoFolder(std::string folder) : folder_(std::move(folder)) {}
  std::string folder_;
  UniqueStems stems_;
};

}  // namespace tabularium

#endif  // TABULARIUM_CLI_ALTO_FOLDER_H_
