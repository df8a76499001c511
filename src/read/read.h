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
  int stuck_signal = 0;  // that may end the process where a library cannot be stopped; 0: none (read/guard.h)
};

// Reads a text file or a PDF ("-": standard input). Fails only if nothing at all can be read (codes unreadable, empty,
// binary, password, limit-reached); damage within is `troubles`. Of a PDF only the file as such is looked at: its text is
// empty, and its pages are read from the disk as they are asked for.
Result<std::unique_ptr<Document>> Read(const std::filesystem::path& file, const ReadOptions& options);

// The same for bytes in memory; `name` becomes Document::path.
Result<std::unique_ptr<Document>> ReadBytes(std::string name, std::string bytes, const ReadOptions& options);

// A picture, or a PDF, with what another recogniser read of it: the document of the picture, whose `recognition` is the other
// file. Where that one cannot be read, or has other pages, the picture is all there is, and it says so
// (text-layer-untrusted). Without a name (empty): Read. REQUIRES: Belong (read/beside.h). Both tell their own encodings.
Result<std::unique_ptr<Document>> ReadBeside(const std::filesystem::path& picture, const std::string& recognised,
                                             const ReadOptions& options);

}  // namespace tabularium

#endif  // TABULARIUM_READ_READ_H_
