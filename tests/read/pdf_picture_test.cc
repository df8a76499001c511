// Pages drawn for people. That they look right was seen with eyes; here: that they are pictures of
// the right size.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "read/pdf.h"

namespace tabularium {
namespace {

std::string Slurped(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

uint32_t Number(const std::string& png, size_t at) {
  uint32_t n = 0;
  for (size_t i = at; i < at + 4; ++i) n = n << 8 | static_cast<unsigned char>(png[i]);
  return n;
}

TEST(PdfPicture, IsAPngOfThePageAsDisplayed) {
  std::string bytes = Slurped(TABULARIUM_SOURCE_DIR "/corpus/tables/turned/source.pdf");
  auto pdf = PdfFile::Open(bytes, "turned.pdf", {});
  ASSERT_TRUE(pdf.has_value());
  Page page = pdf.value()->ReadPage(1);
  std::string png = pdf.value()->DrawPage(1, 72);
  ASSERT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1A\n");
  EXPECT_NEAR(Number(png, 16), page.width, 1.5f);
  EXPECT_NEAR(Number(png, 20), page.height, 1.5f);
  EXPECT_GT(png.size(), 2000u);  // something is drawn on it
  EXPECT_LT(Number(pdf.value()->DrawPage(1, 1e6), 16), 3000u);
  EXPECT_EQ(pdf.value()->DrawPage(2, 72), "");
}

}  // namespace
}  // namespace tabularium
