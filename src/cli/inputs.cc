// Folders are walked lazily: a stack of sorted listings. Tested by inputs_test.cc.
#include "cli/inputs.h"

#include <fmt/format.h>
#include <glob.h>

#include <algorithm>
#include <system_error>

namespace tabularium {

namespace fs = std::filesystem;

Inputs::Inputs(std::vector<std::string> paths, fs::path except)
    : paths_(std::make_move_iterator(paths.begin()), std::make_move_iterator(paths.end())),
      except_(std::move(except)) {}

std::optional<Result<std::string>> Inputs::Next() {
  for (;;) {
    if (!folders_.empty()) {
      if (auto input = Descend()) return input;
      continue;
    }
    if (paths_.empty()) return std::nullopt;
    std::string path = std::move(paths_.front());
    paths_.pop_front();
    std::error_code error;
    fs::file_status status = path == "-" ? fs::file_status() : fs::status(path, error);
    if (status.type() == fs::file_type::not_found &&
        path.find_first_of("*?[") != std::string::npos) {
      if (!Expand(path))
        return Result<std::string>(Error{"unreadable", "matches no file; check the pattern", path});
    } else if (status.type() == fs::file_type::directory) {
      if (auto failure = Open(std::move(path))) return failure;
    } else {
      return Result<std::string>(std::move(path));
    }
  }
}

// The next file of the innermost folder; nothing where a folder was opened or closed instead.
std::optional<Result<std::string>> Inputs::Descend() {
  Folder& folder = folders_.back();
  if (folder.next == folder.entries.size()) {
    folders_.pop_back();
    return std::nullopt;
  }
  const Entry& entry = folder.entries[folder.next++];
  std::string path = folder.path + entry.name;
  if (!entry.is_file)  // it might never end, or never begin
    return Result<std::string>(
        Error{"unreadable",
              "is a pipe, a socket or a device; name it on the command line to read it", path});
  if (path.back() == '/') return Open(std::move(path));
  std::error_code error;
  if (!except_.empty() && fs::path(path).filename() == except_.filename() &&
      fs::equivalent(path, except_, error))
    return std::nullopt;
  return Result<std::string>(std::move(path));
}

// Puts a folder's listing on the stack; an Error where it has none.
std::optional<Result<std::string>> Inputs::Open(std::string path) {
  std::error_code error;
  Folder folder;
  folder.path = path.back() == '/' ? path : path + '/';
  for (auto at = fs::directory_iterator(path, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    std::string name = at->path().filename().string();
    if (name.starts_with('.')) continue;
    std::error_code unknown;
    bool is_folder = at->is_directory(unknown);
    if (is_folder && at->is_symlink(unknown)) continue;
    bool is_special = !is_folder && at->is_other(unknown);
    folder.entries.push_back({is_folder ? name + '/' : std::move(name), !is_special});
  }
  if (error)
    return Result<std::string>(
        Error{"unreadable",
              fmt::format("this folder cannot be listed: {}; give yourself permission (chmod u+rx)",
                          error.message()),
              path});
  std::sort(folder.entries.begin(), folder.entries.end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  folders_.push_back(std::move(folder));
  return std::nullopt;
}

bool Inputs::Expand(const std::string& pattern) {
  glob_t matches{};
  bool found = glob(pattern.c_str(), 0, nullptr, &matches) == 0;  // sorted
  if (found) paths_.insert(paths_.begin(), matches.gl_pathv, matches.gl_pathv + matches.gl_pathc);
  globfree(&matches);
  return found;
}

}  // namespace tabularium
