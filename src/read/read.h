#ifndef TABULARIUM_READ_READ_H_
#define TABULARIUM_READ_READ_H_

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "model/document.h"
#include "model/limits.h"
#include "model/result.h"

namespace tabularium {

struct ReadOptions {
  std::optional<Encoding> encoding;  // overrides the guess
  Limits limits;
};

// Reads a text file or a PDF ("-": standard input). Fails only if nothing at all can be read (codes unreadable, empty,
// binary, password, limit-reached); damage within is `troubles`. Of a PDF only the file as such is looked at: its text is
// empty, and its pages are read from the disk as they are asked for.
Result<std::unique_ptr<const Document>> Read(const std::filesystem::path& file, const ReadOptions& options);

// The same for bytes in memory; `name` becomes Document::path.
Result<std::unique_ptr<const Document>> ReadBytes(std::string name, std::string bytes, const ReadOptions& options);

}  // namespace tabularium

#endif  // TABULARIUM_READ_READ_H_
