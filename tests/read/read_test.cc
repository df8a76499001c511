#include "read/read.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace tabularium {
namespace {

using testing::HasSubstr;

class ReadTest : public testing::Test {
 protected:
  ReadTest()
      : folder_(testing::TempDir() + "read_test_" +
                testing::UnitTest::GetInstance()->current_test_info()->name()) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~ReadTest() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path Write(const char* name, std::string_view bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  void ExpectRefused(const std::filesystem::path& file, std::string_view code, const char* says) {
    auto result = Read(file, options_);
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, code);
    EXPECT_EQ(result.error().where, file.string());
    EXPECT_THAT(result.error().what, HasSubstr(says));
  }

  std::filesystem::path folder_;
  ReadOptions options_;
};

TEST_F(ReadTest, ReadsAFile) {
  auto result = Read(Write("a.txt", "项目\t1\n"), options_);
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result.value()->text, "项目\t1\n");
  EXPECT_EQ(result.value()->bytes, 9u);
}

TEST_F(ReadTest, ReadsAFileLargerThanOneRead) {
  std::string text;
  while (text.size() < 3'000'000) text += "项目\t名称\n";
  auto result = Read(Write("a.txt", text), options_);
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result.value()->text, text);
}

TEST_F(ReadTest, RefusesWhatIsNotThere) {
  ExpectRefused(folder_ / "gone.txt", "unreadable", "is not there");
}
TEST_F(ReadTest, RefusesAFolder) { ExpectRefused(folder_, "unreadable", "is a folder"); }
TEST_F(ReadTest, RefusesAnEmptyFile) { ExpectRefused(Write("a", ""), "empty", "0 bytes"); }

TEST_F(ReadTest, RefusesALinkToNowhere) {
  std::filesystem::create_symlink(folder_ / "gone", folder_ / "link");
  ExpectRefused(folder_ / "link", "unreadable", "is not there");
}

TEST_F(ReadTest, RefusesALinkToItself) {
  std::filesystem::create_symlink(folder_ / "link", folder_ / "link");
  ExpectRefused(folder_ / "link", "unreadable", "leads nowhere");
}

TEST_F(ReadTest, RefusesAFileBeyondTheLimitWithoutReadingIt) {
  auto file = Write("tabs", "");
  std::filesystem::resize_file(file, 1ull << 30);  // a hole: 1 GiB on paper only
  ExpectRefused(file, "limit-reached", "longer than 536870912 bytes");
}

TEST_F(ReadTest, StopsAnEndlessDeviceAtTheLimit) {
  options_.limits.text_bytes = 1000;
  ExpectRefused("/dev/zero", "limit-reached", "longer than 1000 bytes");
}

TEST_F(ReadTest, RefusesAFileThatEndsBeforeItsSize) {
  const std::filesystem::path file = "/sys/kernel/mm/transparent_hugepage/enabled";  // says 4096
  std::error_code error;
  if (std::filesystem::file_size(file, error) != 4096) GTEST_SKIP() << "no such file here";
  ExpectRefused(file, "unreadable", "became shorter while it was read");
}

TEST_F(ReadTest, RefusesWithoutPermission) {
  auto file = Write("secret", "a");
  chmod(file.c_str(), 0);
  if (Read(file, options_).has_value()) GTEST_SKIP() << "the user may read everything";
  ExpectRefused(file, "unreadable", "may not be read");
}

}  // namespace
}  // namespace tabularium
