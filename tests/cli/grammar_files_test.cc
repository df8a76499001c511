#include "cli/grammar_files.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace tabularium {
namespace {

namespace fs = std::filesystem;

class GrammarFiles : public testing::Test {
 protected:
  GrammarFiles()
      : folder_(fs::path(testing::TempDir()) /
                (std::string("tabularium_grammar_files_") +
                 testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~GrammarFiles() override { fs::remove_all(folder_); }

  void Write(const std::string& name) { std::ofstream(folder_ / name) << name; }

  fs::path folder_;
};

TEST_F(GrammarFiles, AreSortedByName) {
  for (const char* name : {"b.form", "a.form", "c.lexicon", "README.md"}) Write(name);
  const auto files = LoadGrammarFiles(folder_);
  ASSERT_TRUE(files.has_value());
  ASSERT_EQ(files.value().size(), 2u);
  EXPECT_EQ(files.value()[0].text, "a.form");
  EXPECT_EQ(files.value()[1].name, (folder_ / "b.form").string());
}

TEST_F(GrammarFiles, MayBeOneFile) {
  Write("a.form");
  const auto files = LoadGrammarFiles(folder_ / "a.form");
  ASSERT_TRUE(files.has_value());
  EXPECT_EQ(files.value().size(), 1u);
}

TEST_F(GrammarFiles, FailWhereThereAreNone) {
  const auto empty = LoadGrammarFiles(folder_);
  ASSERT_FALSE(empty.has_value());
  EXPECT_EQ(empty.error().where, folder_.string());
  EXPECT_FALSE(LoadGrammarFiles(folder_ / "nowhere").has_value());
}

TEST(GrammarFolder, TakesWhatIsAskedFor) {
  setenv("TABULARIUM_GRAMMAR", "/from/environment", 1);
  EXPECT_EQ(GrammarFolder("/asked"), "/asked");
  EXPECT_EQ(GrammarFolder(""), "/from/environment");
  unsetenv("TABULARIUM_GRAMMAR");
}

}  // namespace
}  // namespace tabularium
