// Pictures as files, before anything is recognised on them.
#include <gtest/gtest.h>

#include <string>

#include "read/pages.h"
#include "read/read.h"

namespace tabularium {
namespace {

using namespace std::string_literals;

TEST(PictureTest, KindsAreToldByTheirFirstBytes) {
  EXPECT_EQ(PictureMediaType("\x89PNG\r\n\x1A\n"s), "image/png");
  EXPECT_EQ(PictureMediaType("\xFF\xD8\xFF\xE0"s), "image/jpeg");
  EXPECT_EQ(PictureMediaType("II*\0\x08\0\0\0"s), "image/tiff");
  EXPECT_EQ(PictureMediaType("MM\0*\0\0\0\x08"s), "image/tiff");
  EXPECT_EQ(PictureMediaType("RIFF\x10\0\0\0WEBPVP8 "s), "image/webp");
  EXPECT_EQ(PictureMediaType("BM\x10\0\0\0\0\0\0\0\x36\0\0\0"s), "image/bmp");
}

TEST(PictureTest, TextIsNone) {
  for (const char* text : {"", "B", "BM", "BM 项目\t名称", "RIFFRAFF", "II*", "MM", "项目名称\t甲"})
    EXPECT_EQ(PictureMediaType(text), "") << text;
}

// A chain of directories without entries, as many as asked for.
std::string Tiff(int pages) {
  std::string bytes = "II*\0"s;
  auto add = [&](size_t number, int size) {
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i));
  };
  add(8, 4);
  for (int i = 0; i < pages; ++i) {
    add(0, 2);
    add(i + 1 < pages ? bytes.size() + 4 : 0, 4);
  }
  return bytes;
}

TEST(PictureTest, PagesOfATiffAreCounted) {
  for (int pages : {1, 2, 10'000}) {
    auto document = ReadBytes("a.tiff", Tiff(pages), {});
    ASSERT_TRUE(document.has_value());
    EXPECT_EQ(document.value()->pages, pages);
    EXPECT_EQ(document.value()->media_type, "image/tiff");
    EXPECT_TRUE(HasPages(*document.value()));
  }
}

TEST(PictureTest, ATiffThatEndsInItselfHasNoMorePagesThanTheLimit) {
  std::string bytes = "II*\0\x08\0\0\0"s + "\0\0"s + "\x08\0\0\0"s;  // its next directory is itself
  ReadOptions options;
  options.limits.pages = 50;
  auto document = ReadBytes("a.tiff", bytes, options);
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document.value()->pages, 50);
}

TEST(PictureTest, ATiffCutInItsHeadIsOnePage) {
  for (size_t length : {4u, 6u, 8u, 9u}) {
    auto document = ReadBytes("a.tiff", Tiff(3).substr(0, length), {});
    ASSERT_TRUE(document.has_value());
    EXPECT_EQ(document.value()->pages, 1) << length;
  }
}

}  // namespace
}  // namespace tabularium
