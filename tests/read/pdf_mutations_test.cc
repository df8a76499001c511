// Damaged copies of PDFs, by seeds: whatever is broken, there is an outcome, and what is read holds together.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "read/pdf.h"
#include "read/pdf_maker.h"

namespace tabularium {
namespace {

constexpr size_t kLargest = 40 << 10;  // bytes of a PDF that is worth damaging

std::vector<std::string> Originals() {
  std::vector<std::string> all;
  PdfMaker maker;
  maker.XObject("/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /Font << /F1 4 0 R >> >>",
                "BT /F1 10 Tf 50 100 Td (form) Tj ET");
  maker.Page("q 1 0 0 1 10 10 cm [3 2] 0 d 100 200 m 300 200 l S Q 10 10 50 0.5 re f BT /F1 10 Tf 50 200 Td [(To) -300 "
             "(tal)] TJ /H1 9 Tf <9879 76EE> Tj /V1 9 Tf <9879> Tj ET /X1 Do BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI");
  maker.Page("BT /T3 10 Tf 50 200 Td (aaa) Tj ET 0.5 g 0 0 100 100 re f*", "/Rotate 270 /CropBox [10 10 390 290]");
  all.push_back(maker.Make());
  for (const auto& entry : std::filesystem::recursive_directory_iterator(TABULARIUM_SOURCE_DIR "/corpus")) {
    if (entry.path().extension() != ".pdf" || entry.file_size() > kLargest) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    all.push_back(bytes.str());
  }
  return all;
}

std::string Damaged(std::string bytes, std::mt19937& random) {
  const char* tokens[] = {"0", "-1", "999999999999", "1e30", "<<", ">>", "[", "]", "endobj", "stream", "/Length 1", " 0 R ",
                          "%PDF-", "xref", "trailer", "/Kids [1 0 R]", "/Type /Pages", "q", "Q", "BT", "Do", "(", ")", "\0x"};
  auto at = [&](size_t n) { return std::uniform_int_distribution<size_t>(0, n > 0 ? n - 1 : 0)(random); };
  for (size_t n = 1 + at(8); n > 0; --n) {
    size_t place = at(bytes.size()), length = std::min(bytes.size() - place, 1 + at(64));
    switch (at(6)) {
      case 0: bytes[place] = static_cast<char>(at(256)); break;
      case 1: bytes.erase(place, length); break;
      case 2: bytes.insert(place, bytes.substr(at(bytes.size()), length)); break;
      case 3: bytes.insert(place, tokens[at(std::size(tokens))]); break;
      case 4:
        for (size_t i = place; i < bytes.size(); ++i)
          if (bytes[i] >= '0' && bytes[i] <= '9') {
            bytes[i] = static_cast<char>('0' + at(10));
            break;
          }
        break;
      default: bytes.resize(bytes.size() - at(bytes.size() / 4)); break;
    }
    if (bytes.size() < 16) break;
  }
  return bytes;
}

void ExpectWhole(const Page& page, int number) {
  EXPECT_EQ(page.number, number);
  uint32_t glyph = 0, at = 0;
  for (const Word& word : page.words) {
    ASSERT_EQ(word.begin, glyph);
    ASSERT_LT(word.begin, word.end);
    ASSERT_GE(word.range.begin, at);
    ASSERT_LT(word.range.begin, word.range.end);
    glyph = word.end;
    at = word.range.end;
  }
  EXPECT_EQ(glyph, page.glyphs.size());
  EXPECT_LE(at, page.text.size());
  for (const Ruling& ruling : page.rulings) EXPECT_TRUE(ruling.box.x0 <= ruling.box.x1 && ruling.box.y0 <= ruling.box.y1);
}

TEST(PdfMutations, DamagedFilesHaveAnOutcome) {
  const std::vector<std::string> originals = Originals();
  ReadOptions options;
  options.limits.page_seconds = 2;
  options.limits.page_steps = 100'000;
  int read = 0;
  for (uint32_t seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const std::string bytes = Damaged(originals[seed % originals.size()], random);
    auto file = PdfFile::Open(bytes, "damaged.pdf", options);
    if (!file.has_value()) {
      EXPECT_FALSE(file.error().what.empty());
      continue;
    }
    for (int number = 1; number <= std::min(file.value()->pages(), 5); ++number) {
      ExpectWhole(file.value()->ReadPage(number), number);
      ++read;
    }
  }
  EXPECT_GT(read, 100);
}

}  // namespace
}  // namespace tabularium
