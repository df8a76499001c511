// Damaged copies of what recognisers write, by seeds: whatever is broken, there is an outcome, and what is read holds together.
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "read/ocr.h"
#include "read/ocr_samples.h"

namespace tabularium {
namespace {

std::string Damaged(std::string bytes, std::mt19937& random) {
  const char* tokens[] = {"0", "-", "99999999999", "1e38", "inf", "\"", "<", ">", "/>", "&#0;", "&#x110000;", "]]>", "<!--", "<TextLine>",
                          "<String CONTENT=\"x\"/>", "<Page>", "bbox", ",", " ", "\xE5", "<![CDATA["};
  auto at = [&](size_t n) { return std::uniform_int_distribution<size_t>(0, n > 0 ? n - 1 : 0)(random); };
  for (size_t n = 1 + at(4); n > 0; --n) {
    const size_t place = at(bytes.size()), length = std::min(bytes.size() - place, 1 + at(32));
    switch (at(5)) {
      case 0: bytes[place] = static_cast<char>(at(128)); break;
      case 1: bytes.erase(place, length); break;
      case 2: bytes.insert(place, bytes.substr(at(bytes.size()), length)); break;
      case 3: bytes.insert(place, tokens[at(std::size(tokens))]); break;
      default:
        for (size_t i = place; i < bytes.size(); ++i)
          if (bytes[i] >= '0' && bytes[i] <= '9') {
            bytes[i] = static_cast<char>('0' + at(10));
            break;
          }
    }
    if (bytes.size() < 16) break;
  }
  return bytes;
}

bool IsFinite(const Box& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1);
}

void ExpectWhole(const Page& page) {
  uint32_t glyph = 0, at = 0;
  for (const Word& word : page.words) {
    ASSERT_EQ(word.begin, glyph);
    ASSERT_LT(word.begin, word.end);
    ASSERT_GE(word.range.begin, at);
    ASSERT_LT(word.range.begin, word.range.end);
    ASSERT_TRUE(IsFinite(word.box));
    ASSERT_TRUE(word.legibility >= 0 && word.legibility < 1);
    glyph = word.end;
    at = word.range.end;
  }
  EXPECT_EQ(glyph, page.glyphs.size());
  EXPECT_LE(at, page.text.size());
  EXPECT_GT(page.dots, 0);
  for (const Ruling& ruling : page.rulings) EXPECT_TRUE(IsFinite(ruling.box) && ruling.box.x0 <= ruling.box.x1 && ruling.box.y0 <= ruling.box.y1);
}

TEST(OcrMutations, DamagedFilesHaveAnOutcome) {
  const std::string originals[] = {AltoSample("pixel", 3), AltoSample("mm10", 3.5), std::string(kHocrSample), std::string(kPageXmlSample)};
  int read = 0, failed = 0;
  for (uint32_t seed = 0; seed < 4000; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const std::string bytes = Damaged(originals[seed % std::size(originals)], random);
    auto file = OcrFile::Open(bytes, "damaged.xml", Limits());
    if (!file.has_value()) {
      EXPECT_FALSE(file.error().what.empty());
      ++failed;
      continue;
    }
    for (int number = 1; number <= file.value()->pages(); ++number) ExpectWhole(file.value()->ReadPage(number));
    ++read;
  }
  EXPECT_GT(read, 500);
  EXPECT_GT(failed, 500);
}

}  // namespace
}  // namespace tabularium
