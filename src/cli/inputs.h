#ifndef TABULARIUM_CLI_INPUTS_H_
#define TABULARIUM_CLI_INPUTS_H_

#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/result.h"

namespace tabularium {

// A file to read.
struct Input {
  std::string path;
  std::string recognised;  // of a picture: the file beside it that says what another recogniser read; empty: none
};

// The files that a command line means, one at a time and always in the same order: paths as given;
// "-" is standard input; a folder stands for the files in it and below, by the bytes of their
// paths; a pattern (*, ?, […]) that is no path itself stands for what it matches, sorted. Hidden
// entries (.name) of folders are left out, and links to folders are not followed. A picture and what
// another recogniser read of it (read/beside.h) are one input, where both are in a folder or both are
// named. Not thread-safe.
// Memory: the entries of the folders on the way down, never of the whole tree.
class Inputs {
 public:
  // `except`: a file that folders leave out (where the results go); may be empty.
  Inputs(std::vector<std::string> paths, std::filesystem::path except);

  // The next file, an Error for a path that stands for none, or nothing at the end.
  std::optional<Result<Input>> Next();

 private:
  struct Entry {
    std::string name;      // with "/" at the end for a folder, so that names sort as paths do
    bool is_file = false;  // or a folder; not a pipe, a socket or a device
  };
  struct Folder {
    std::string path;  // with "/" at the end
    std::vector<Entry> entries;
    size_t next = 0;

    std::string Beside(const std::string& picture) const;
  };
  static bool NameBefore(const Entry& entry, const std::string& name) { return entry.name < name; }
  static void Sort(Folder* folder);
  std::optional<Result<Input>> Descend();
  std::optional<Result<Input>> Open(std::string path);
  std::optional<Result<Input>> InputOf(std::string path, const Folder& among, const std::string& name) const;

  std::deque<std::string> paths_;
  Folder named_;  // what paths_ had at first
  std::filesystem::path except_;
  std::vector<Folder> folders_;  // from the outermost to the one that is read now
};

}  // namespace tabularium

#endif  // TABULARIUM_CLI_INPUTS_H_
