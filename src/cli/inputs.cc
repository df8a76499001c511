// Folders are walked lazily: a stack of sorted listings. Tested by inputs_test.cc.
#include "cli/inputs.h"

#include <fmt/format.h>
#include <glob.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "read/beside.h"

namespace tabularium {

namespace fs = std::filesystem;

namespace {

// Puts the names of what a pattern matches in its place; false: nothing.
bool Expand(const std::string& pattern, std::deque<std::string>* paths) {
  std::error_code error;
  if (pattern.find_first_of("*?[") == std::string::npos || fs::status(pattern, error).type() != fs::file_type::not_found) return false;
  glob_t matches{};
  const bool found = glob(pattern.c_str(), 0, nullptr, &matches) == 0;  // sorted
  if (found) paths->insert(paths->end(), matches.gl_pathv, matches.gl_pathv + matches.gl_pathc);
  globfree(&matches);
  return found;
}

}  // namespace

Inputs::Inputs(std::vector<std::string> paths, fs::path except) : except_(std::move(except)) {
  for (std::string& path : paths)
    if (!Expand(path, &paths_)) paths_.push_back(std::move(path));
  for (const std::string& path : paths_) named_.entries.push_back({fs::path(path).lexically_normal().string(), path != "-"});
  Sort(&named_);
}

std::optional<Result<Input>> Inputs::Next() {
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
        path.find_first_of("*?[") != std::string::npos)
      return Result<Input>(Error{"unreadable", "matches no file; check the pattern", path});
    if (status.type() == fs::file_type::directory) {
      if (auto failure = Open(std::move(path))) return failure;
    } else {
      const std::string name = path == "-" ? path : fs::path(path).lexically_normal().string();
      if (auto input = InputOf(std::move(path), named_, name)) return input;
    }
  }
}

// The input that a file is, with what belongs to it `among` the others; nothing where it belongs to another itself.
std::optional<Result<Input>> Inputs::InputOf(std::string path, const Folder& among, const std::string& name) const {
  for (const std::string& stem : StemsBeside(name)) {
    const auto first = std::lower_bound(among.entries.begin(), among.entries.end(), stem, NameBefore);
    for (auto at = first; at != among.entries.end() && at->name.starts_with(stem); ++at) {
      const bool only_extension = at->name.find_first_of("./", stem.size()) == std::string::npos;
      if (only_extension && at->is_file && among.Beside(at->name) == name) return std::nullopt;
    }
  }
  const std::string beside = among.Beside(name);
  return Result<Input>(Input{std::move(path), beside.empty() ? beside : among.path + beside});
}

void Inputs::Sort(Folder* folder) {
  std::sort(folder->entries.begin(), folder->entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
}

// The first file that belongs to the picture of this name; empty: none.
std::string Inputs::Folder::Beside(const std::string& picture) const {
  for (const std::string& name : NamesBeside(picture)) {
    const auto at = std::lower_bound(entries.begin(), entries.end(), name, NameBefore);
    if (at != entries.end() && at->name == name && at->is_file && Belong(path + picture, path + name)) return name;
  }
  return "";
}

// The next file of the innermost folder; nothing where a folder was opened or closed instead.
std::optional<Result<Input>> Inputs::Descend() {
  Folder& folder = folders_.back();
  if (folder.next == folder.entries.size()) {
    folders_.pop_back();
    return std::nullopt;
  }
  const Entry& entry = folder.entries[folder.next++];
  std::string path = folder.path + entry.name;
  if (!entry.is_file)  // it might never end, or never begin
    return Result<Input>(
        Error{"unreadable",
              "is a pipe, a socket or a device; name it on the command line to read it", path});
  if (path.back() == '/') return Open(std::move(path));
  std::error_code error;
  if (!except_.empty() && fs::path(path).filename() == except_.filename() &&
      fs::equivalent(path, except_, error))
    return std::nullopt;
  return InputOf(std::move(path), folder, entry.name);
}

// Puts a folder's listing on the stack; an Error where it has none.
std::optional<Result<Input>> Inputs::Open(std::string path) {
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
    return Result<Input>(
        Error{"unreadable",
              fmt::format("this folder cannot be listed: {}; give yourself permission (chmod u+rx)",
                          error.message()),
              path});
  Sort(&folder);
  folders_.push_back(std::move(folder));
  return std::nullopt;
}

}  // namespace tabularium
