#ifndef TABULARIUM_TESTS_CLI_RUN_PROGRAM_H_
#define TABULARIUM_TESTS_CLI_RUN_PROGRAM_H_

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace tabularium {

struct Ran {
  int status = -1;
  std::string out, err;
};

// A test with a folder of its own, in which the program runs.
class ProgramTest : public testing::Test {
 protected:
  ProgramTest() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    std::string name = std::string(test->test_suite_name()) + "_" + test->name();
    for (char& c : name)
      if (c == '/') c = '_';
    folder_ = std::filesystem::path(testing::TempDir()) / ("tabularium_" + name);
    Remove();
    std::filesystem::create_directories(folder_ / "in");
  }
  ~ProgramTest() override { Remove(); }

  void Write(const std::string& name, std::string_view bytes) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  std::string Text(const std::string& name) {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  // `arguments` as a shell has them, redirections included; $sources is the folder of the repository.
  Ran Run(const std::string& arguments, const std::string& before = "") {
    std::string command =
        "sources=$PWD; cd '" + folder_.string() + "' && " + before + " '" TABULARIUM_PROGRAM "' " + arguments;
    command = "{ " + command + "; } >'" + (folder_ / "stdout").string() + "' 2>'" +
              (folder_ / "stderr").string() + "'";
    int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, Text("stdout"), Text("stderr")};
  }

  std::filesystem::path folder_;

 private:
  void Remove() {
    std::error_code error;
    for (auto at = std::filesystem::recursive_directory_iterator(folder_, error);
         at != std::filesystem::recursive_directory_iterator(); at.increment(error))
      if (at->is_directory(error))
        std::filesystem::permissions(at->path(), std::filesystem::perms::owner_all,
                                     std::filesystem::perm_options::add, error);
    std::filesystem::remove_all(folder_, error);
  }
};

}  // namespace tabularium

#endif  // TABULARIUM_TESTS_CLI_RUN_PROGRAM_H_
