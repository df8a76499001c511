#include "cli/inputs.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace tabularium {
namespace {

namespace fs = std::filesystem;

class InputsTest : public testing::Test {
 protected:
  InputsTest()
      : folder_(fs::path(testing::TempDir()) /
                (std::string("inputs_test_") +
                 testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::remove_all(folder_);
    for (const char* name :
         {"b.txt", "a.txt", "a/2", "a/10", "a/x/y", ".hidden", "a/.git/config"}) {
      fs::create_directories((folder_ / name).parent_path());
      std::ofstream(folder_ / name) << name;
    }
  }
  ~InputsTest() override { fs::remove_all(folder_); }

  // Names behind the folder, errors in brackets.
  std::string All(std::vector<std::string> paths, const fs::path& except = "") {
    for (std::string& path : paths)
      if (path != "-") path = (folder_ / path).string();
    Inputs inputs(paths, except);
    std::string out;
    while (auto input = inputs.Next()) {
      std::string path = input->has_value()
                             ? input->value().path + (input->value().recognised.empty() ? "" : "+" + input->value().recognised)
                             : "[" + input->error().where + ": " + input->error().what + "]";
      for (size_t at; (at = path.find(folder_.string())) != std::string::npos;)
        path.erase(at, folder_.string().size() + 1);
      out += (out.empty() ? "" : " ") + path;
    }
    return out;
  }
  fs::path folder_;
};

TEST_F(InputsTest, WalksFoldersByTheBytesOfPaths) {
  EXPECT_EQ(All({"."}), "./a.txt ./a/10 ./a/2 ./a/x/y ./b.txt");
}
TEST_F(InputsTest, KeepsTheOrderGiven) {
  EXPECT_EQ(All({"b.txt", "-", "a", "b.txt"}), "b.txt - a/10 a/2 a/x/y b.txt");
}
TEST_F(InputsTest, ReadsHiddenFilesThatAreNamed) { EXPECT_EQ(All({".hidden"}), ".hidden"); }
TEST_F(InputsTest, ExpandsPatterns) {
  EXPECT_EQ(All({"?.txt", "a/[12]*"}), "a.txt b.txt a/10 a/2");
}
TEST_F(InputsTest, TakesAPatternLiterallyWhereAFileBearsItsName) {
  std::ofstream(folder_ / "[ab].txt") << "";
  EXPECT_EQ(All({"[ab].txt"}), "[ab].txt");
}
TEST_F(InputsTest, SaysThatAPatternMatchesNothing) {
  EXPECT_EQ(All({"*.csv"}), "[*.csv: matches no file; check the pattern]");
}
TEST_F(InputsTest, HandsOnWhatIsNotThere) { EXPECT_EQ(All({"gone"}), "gone"); }
TEST_F(InputsTest, LeavesOutWhereTheResultsGo) {
  EXPECT_EQ(All({"."}, folder_ / "b.txt"), "./a.txt ./a/10 ./a/2 ./a/x/y");
}
TEST_F(InputsTest, DoesNotFollowLinksToFolders) {
  fs::create_directory_symlink(folder_, folder_ / "a" / "loop");
  fs::create_symlink(folder_ / "b.txt", folder_ / "a" / "link");
  EXPECT_EQ(All({"a"}), "a/10 a/2 a/link a/x/y");
}
TEST_F(InputsTest, DoesNotWaitForPipesInFolders) {
  ASSERT_EQ(mkfifo((folder_ / "a" / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(
      All({"a"}),
      "a/10 a/2 [a/pipe: is a pipe, a socket or a device; name it on the command line to read "
      "it] a/x/y");
  EXPECT_EQ(All({"a/pipe"}), "a/pipe");
}
TEST_F(InputsTest, AFolderMayBeEmpty) {
  fs::create_directory(folder_ / "none");
  EXPECT_EQ(All({"none"}), "");
}

TEST_F(InputsTest, APictureTakesWhatARecogniserReadOfIt) {
  auto write = [&](const char* name, const char* bytes) { std::ofstream(folder_ / "a" / name) << bytes; };
  for (const char* name : {"p.png", "q.jpg", "r.png", "s.t.png"}) write(name, "\x89PNG\r\n");
  for (const char* name : {"p.xml", "p.alto.xml", "q.page.xml", "s.t.hocr.xml", "s.t.xml", "s.xml", "u.xml"}) write(name, "<alto/>");
  write("r.xml", "<notes/>");
  EXPECT_EQ(All({"a"}),
            "a/10 a/2 a/p.png+a/p.alto.xml a/p.xml a/q.jpg+a/q.page.xml a/r.png a/r.xml a/s.t.hocr.xml a/s.t.png+a/s.t.xml a/s.xml "
            "a/u.xml a/x/y");
  EXPECT_EQ(All({"a/p.xml", "b.txt", "a/p.png"}), "b.txt a/p.png+a/p.xml");
}

}  // namespace
}  // namespace tabularium
