#ifndef TABULARIUM_CLI_UNIQUE_STEMS_H_
#define TABULARIUM_CLI_UNIQUE_STEMS_H_

#include <fmt/format.h>

#include <filesystem>
#include <set>
#include <string>

namespace tabularium {

// What files made of inputs are called. Invariant: no name is given twice; inputs of the same name
// are numbered in their order: a, a~2, a~3.
class UniqueStems {
 public:
  std::string Of(const std::string& path) {
    std::string stem = path == "-" ? "stdin" : std::filesystem::path(path).stem().string();
    std::string unique = stem;
    for (int n = 2; !given_.insert(unique).second; ++n) unique = fmt::format("{}~{}", stem, n);
    return unique;
  }

 private:
  std::set<std::string> given_;
};

}  // namespace tabularium

#endif  // TABULARIUM_CLI_UNIQUE_STEMS_H_
