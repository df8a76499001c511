#include "read/ocr.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "read/ocr_samples.h"
#include "read/ocr_xml.h"

namespace tabularium {
namespace {

using testing::HasSubstr;

// The first page of a file that can be read.
Page First(std::string_view bytes) {
  auto file = OcrFile::Open(bytes, "a.xml", Limits());
  EXPECT_TRUE(file.has_value()) << file.error().what;
  return file.has_value() ? file.value()->ReadPage(1) : Page();
}

// "x0 y0 x1 y1 text legibility" of each word, rounded; lines apart by " / ".
std::string Dump(const Page& page) {
  std::string out;
  for (const Word& word : page.words) {
    if (!out.empty()) out += page.text[word.range.begin - 1] == '\n' ? " / " : " ";
    out += fmt::format("[{:.0f} {:.0f} {:.0f} {:.0f} {} {:.2f}]", word.box.x0, word.box.y0, word.box.x1, word.box.y1,
                       page.Text(word), word.legibility);
  }
  return out;
}

std::string Rulings(const Page& page) {
  std::string out;
  for (const Ruling& r : page.rulings)
    out += fmt::format("[{:.0f} {:.0f} {:.0f} {:.0f}]", r.box.x0, r.box.y0, r.box.x1, r.box.y1);
  return out;
}

std::string Readings(const Page& page) {
  std::string out;
  for (const Recognition& reading : page.readings) out += "[" + reading.text + "]";
  return out;
}

std::string ErrorOf(std::string_view bytes, const Limits& limits = {}) {
  auto file = OcrFile::Open(bytes, "a.xml", limits);
  return file.has_value() ? "" : std::string(file.error().code) + ": " + file.error().what;
}

// Strings of one line, as ALTO; the sheet is A4 in points at 72 pixels an inch.
std::string AltoLine(std::string_view strings) {
  return "<alto><Layout><Page WIDTH=\"595\" HEIGHT=\"842\"><TextLine HPOS=\"10\" VPOS=\"10\" WIDTH=\"100\" HEIGHT=\"10\">" +
         std::string(strings) + "</TextLine></Page></Layout></alto>";
}

constexpr std::string_view kGrid = "[100 90 300 90][100 120 300 120][100 90 100 120][200 90 200 120][300 90 300 120]";

struct Unit {
  const char* name;
  double per_point;
};
class AltoUnits : public testing::TestWithParam<Unit> {};

TEST_P(AltoUnits, EveryUnitGivesPoints) {
  const Page page = First(AltoSample(GetParam().name, GetParam().per_point));
  EXPECT_EQ(Dump(page), "[110 100 131 110 名称 0.80] / [250 100 255 110 1 0.00] [260 100 275 110 200 0.00] / [110 140 125 150 end 0.90]");
  EXPECT_EQ(Rulings(page), kGrid);
  EXPECT_EQ(Readings(page), "[1 200][1 280]");
  EXPECT_NEAR(page.width, 595, 0.5);
  EXPECT_GT(page.dots, 0);
  ASSERT_EQ(page.seals.size(), 1u);
  EXPECT_NEAR(page.seals[0].x1, 480, 0.5);
  EXPECT_TRUE(page.troubles.empty());
}
INSTANTIATE_TEST_SUITE_P(Of, AltoUnits, testing::Values(Unit{"pixel", 300.0 / 72}, Unit{"mm10", 254.0 / 72}, Unit{"inch1200", 1200.0 / 72}),
                         [](const auto& unit) { return unit.param.name; });

// A mixed-up direction is the classic mistake with these scales.
TEST(Ocr, ConfidencesHaveTheirScalesAndDirections) {
  struct Case {
    const char* attributes;
    float legibility;
  };
  const Case cases[] = {{"", 0.9f},          {"WC=\"1\"", 0.999f},        {"WC=\"0\"", 0},  {"WC=\"0.5\"", 0.5f}, {"CC=\"000\"", 0.999f},
                        {"CC=\"999\"", 0},   {"CC=\"0 9 0\"", 0},          {"CC=\"303\"", 2.0f / 3}, {"WC=\"0.6\" CC=\"000\"", 0.6f},
                        {"WC=\"7\"", 0.999f}, {"WC=\"-1\"", 0},            {"WC=\"nan\"", 0.9f},      {"WC=\"high\"", 0.9f}};
  for (const Case& c : cases) {
    SCOPED_TRACE(c.attributes);
    const Page page = First(AltoLine(fmt::format("<String CONTENT=\"abc\" {}/>", c.attributes)));
    ASSERT_EQ(page.words.size(), 1u);
    EXPECT_NEAR(page.words[0].legibility, c.legibility, 1e-4);
  }
  const Page glyphs = First(AltoLine("<String CONTENT=\"ab\" WC=\"0.9\"><Glyph CONTENT=\"a\" GC=\"0.25\"/><Glyph CONTENT=\"b\" GC=\"1\"/></String>"));
  EXPECT_NEAR(glyphs.words.at(0).legibility, 0.25, 1e-4);
}

TEST(Ocr, HocrIsReadWithItsOwnScale) {
  const Page page = First(kHocrSample);
  EXPECT_EQ(Dump(page), "[110 100 131 110 名称 0.80] / [250 100 255 110 1 0.00] [260 100 275 110 200 0.00] / [110 140 125 150 end 0.90]");
  EXPECT_EQ(Rulings(page), kGrid);
  EXPECT_NEAR(page.height, 842, 0.5);
  EXPECT_EQ(page.dots, 144);
}

TEST(Ocr, PageXmlIsReadWithItsCells) {
  const Page page = First(kPageXmlSample);
  EXPECT_EQ(Dump(page), "[110 100 131 110 名称 0.80] / [250 100 255 110 1 1.00] [260 100 275 110 200 1.00] / [110 140 125 150 end 0.90]");
  EXPECT_EQ(Rulings(page), kGrid);
  EXPECT_EQ(Readings(page), "[名称][石称]");
  EXPECT_EQ(page.seals.size(), 1u);
}

TEST(Ocr, HyphenatedWordsAreWholeWhereTheFileSaysHow) {
  const std::string page = "<alto><Layout><Page WIDTH=\"595\" HEIGHT=\"842\"><TextLine HPOS=\"10\" VPOS=\"10\" WIDTH=\"90\" HEIGHT=\"10\">"
                           "<String CONTENT=\"infra\" SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"infrastructure\"/><HYP CONTENT=\"-\"/></TextLine>"
                           "<TextLine HPOS=\"10\" VPOS=\"30\" WIDTH=\"90\" HEIGHT=\"10\"><String CONTENT=\"structure\" SUBS_TYPE=\"HypPart2\" "
                           "SUBS_CONTENT=\"infrastructure\" HPOS=\"10\" VPOS=\"30\" WIDTH=\"40\" HEIGHT=\"10\"/><SP/><String CONTENT=\"e\" HPOS=\"60\" VPOS=\"30\" "
                           "WIDTH=\"9\" HEIGHT=\"10\"/><HYP CONTENT=\"-\"/></TextLine></Page></Layout></alto>";
  EXPECT_EQ(First(page).text, "infrastructure\ne-");
}

TEST(Ocr, BlanksBesideHanLettersCountInsideAStringOnly) {
  EXPECT_EQ(First(AltoLine("<String CONTENT=\"项 目\" HPOS=\"10\" VPOS=\"10\" WIDTH=\"25\" HEIGHT=\"10\"/>")).text, "项 目");
  EXPECT_EQ(First(AltoLine("<String CONTENT=\"项\" HPOS=\"10\" VPOS=\"10\" WIDTH=\"10\" HEIGHT=\"10\"/><SP/>"
                           "<String CONTENT=\"目\" HPOS=\"21\" VPOS=\"10\" WIDTH=\"10\" HEIGHT=\"10\"/>")).text, "项目");
}

TEST(Ocr, ColumnsOfLettersArePlacedDownwards) {
  const Page page = First(AltoLine("<String CONTENT=\"绩效\" HPOS=\"10\" VPOS=\"10\" WIDTH=\"10\" HEIGHT=\"40\"/>"));
  ASSERT_EQ(page.glyphs.size(), 2u);
  EXPECT_NEAR(page.glyphs[1].box.y0, 30, 0.1);
  EXPECT_EQ(page.text, "绩效");
}

TEST(Ocr, InkThatNobodyCouldReadIsKept) {
  const Page page = First(AltoLine("<String CONTENT=\"\" WC=\"0\" HPOS=\"10\" VPOS=\"10\" WIDTH=\"10\" HEIGHT=\"10\"/>"));
  EXPECT_TRUE(page.words.empty());
  ASSERT_EQ(page.readings.size(), 1u);
  EXPECT_EQ(page.readings[0].text, "");
}

TEST(Ocr, WordsWithoutAPlaceAreTold) {
  const Page page = First("<alto><Layout><Page><TextLine><String CONTENT=\"a\"/></TextLine></Page></Layout></alto>");
  ASSERT_EQ(page.troubles.size(), 1u);
  EXPECT_EQ(page.troubles[0].code, FlagCode::kPageFailed);
}

TEST(Ocr, IsToldByItsRootElement) {
  EXPECT_EQ(OcrMediaType(AltoSample("pixel", 1)), "application/alto+xml");
  EXPECT_EQ(OcrMediaType("\xEF\xBB\xBF <!-- a --><x:alto/>"), "application/alto+xml");
  EXPECT_EQ(OcrMediaType(kHocrSample), "text/vnd.hocr+html");
  EXPECT_EQ(OcrMediaType(kPageXmlSample), "application/vnd.prima.page+xml");
  for (const char* other : {"", "<", "alto", "<html><body>ocr</body></html>", "<altogether/>", "<!-- <alto/>", "<?xml", "<svg><alto/></svg>"})
    EXPECT_EQ(OcrMediaType(other), "") << other;
}

TEST(Ocr, WhatIsDamagedOrTooLargeIsAnErrorWithARemedy) {
  const std::string whole = AltoSample("pixel", 1);
  EXPECT_THAT(ErrorOf(whole.substr(0, whole.size() / 2)), HasSubstr("unreadable: is ALTO that cannot be read"));
  EXPECT_THAT(ErrorOf("<alto>\xB2\xE2</alto>"), HasSubstr("not UTF-8"));
  EXPECT_THAT(ErrorOf("<alto><Layout/></alto>"), HasSubstr("empty: is ALTO without a page"));
  std::string deep = "<alto>";
  for (int i = 0; i < 300; ++i) deep += "<a>";
  deep += "<Page/>";
  for (int i = 0; i < 300; ++i) deep += "</a>";
  EXPECT_THAT(ErrorOf(deep + "</alto>"), HasSubstr("--limit markup_depth"));
  Limits small;
  small.page_memory = 1000;
  EXPECT_THAT(ErrorOf(whole, small), HasSubstr("--limit page_memory"));
}

TEST(Ocr, LimitsOfLettersAndRulingsHold) {
  Limits small;
  small.page_letters = 3;
  small.page_rulings = 2;
  auto file = OcrFile::Open(AltoSample("mm10", 254.0 / 72), "a.xml", small);
  ASSERT_TRUE(file.has_value());
  const Page page = file.value()->ReadPage(1);
  EXPECT_EQ(page.glyphs.size(), 3u);
  EXPECT_LE(page.rulings.size(), 2u);
  ASSERT_EQ(page.troubles.size(), 2u);
  EXPECT_EQ(page.troubles[0].code, FlagCode::kLimitReached);
}

TEST(Ocr, EntitiesOfTheFileAreNotReplaced) {
  const Page page = First("<!DOCTYPE alto [<!ENTITY a \"aaaaaaaaaa\">]>" + AltoLine("<String CONTENT=\"&a;&amp;\"/>"));
  EXPECT_EQ(page.text, "&a;&");
}

TEST(Ocr, IsADocumentOfPages) {
  auto document = ReadBytes("a.xml", AltoSample("inch1200", 1200.0 / 72), {});
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document.value()->media_type, "application/alto+xml");
  EXPECT_EQ(document.value()->pages, 1);
  EXPECT_TRUE(document.value()->text.empty());
  EXPECT_TRUE(document.value()->open);
}

}  // namespace
}  // namespace tabularium
