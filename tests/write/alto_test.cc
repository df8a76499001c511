#include "write/alto.h"

#include <gmock/gmock.h>

namespace tabularium {
namespace {

using testing::HasSubstr;
using testing::Not;

// A word behind what the page has; `before`: what parts it from that.
void AddWord(const std::string& text, Box box, float legibility, const std::string& before, Page* page) {
  page->text += before;
  Word word;
  word.range.begin = static_cast<uint32_t>(page->text.size());
  page->text += text;
  word.range.end = static_cast<uint32_t>(page->text.size());
  word.box = box;
  word.legibility = legibility;
  page->words.push_back(word);
}

Page Sample() {
  Page page;
  page.number = 1;
  page.width = 595, page.height = 842, page.dots = 300;
  page.rulings.push_back({{1, 72, 72, 144, 72.6f}, false});
  AddWord("a<b", {1, 72, 76, 90, 86}, 0.5f, "", &page);
  AddWord("c", {1, 92, 76, 98, 86}, 0.25f, " ", &page);
  AddWord("380", {1, 200, 76, 220, 86}, 1, "\n", &page);
  AddWord("000", {1, 224, 76, 244, 86}, 0.75f, " ", &page);
  page.readings = {{{1, 190, 70, 260, 90}, "380 000", 1, Recogniser::kSmallTwo}, {{1, 190, 70, 260, 90}, "380 008", 1, Recogniser::kLatin}};
  page.seals.push_back({1, 400, 400, 480, 480});
  return page;
}

std::string Write(const Page& page) {
  AltoWriter writer("in/a&b.png");
  writer.Add(page);
  return writer.Finish();
}

TEST(Alto, WordsHaveTheirPlaceAndConfidenceOnItsScale) {
  const std::string alto = Write(Sample());
  EXPECT_THAT(alto, HasSubstr("<MeasurementUnit>inch1200</MeasurementUnit>"));
  EXPECT_THAT(alto, HasSubstr("<fileName>in/a&amp;b.png</fileName>"));
  EXPECT_THAT(alto, HasSubstr("<String CONTENT=\"a&lt;b\" WC=\"0.500\" HPOS=\"1200\" VPOS=\"1267\" WIDTH=\"300\" HEIGHT=\"167\"/><SP/>"
                              "<String CONTENT=\"c\" WC=\"0.250\""));
  EXPECT_THAT(alto, HasSubstr("<GraphicalElement ID=\"p1b1\" HPOS=\"1200\" VPOS=\"1200\" WIDTH=\"1200\" HEIGHT=\"10\"/>"));
  EXPECT_THAT(alto, HasSubstr("TYPE=\"seal\""));
}

TEST(Alto, ALineReadBySeveralIsOneStringWithItsAlternatives) {
  const std::string alto = Write(Sample());
  EXPECT_THAT(alto, HasSubstr("<String CONTENT=\"380 000\" WC=\"0.750\""));
  EXPECT_THAT(alto, HasSubstr("PROCESSINGREFS=\"small-two\"><ALTERNATIVE PURPOSE=\"eng\">380 008</ALTERNATIVE></String>"));
  EXPECT_THAT(alto, HasSubstr("<Processing ID=\"small-two\">"));
}

TEST(Alto, BlanksBesideHanLettersAreInsideAString) {
  Page page;
  page.number = 1, page.dots = 300;
  AddWord("项", {1, 10, 10, 20, 20}, 0.5f, "", &page);
  AddWord("目", {1, 40, 10, 50, 20}, 0.75f, " ", &page);
  EXPECT_THAT(Write(page), HasSubstr("<String CONTENT=\"项 目\" WC=\"0.500\" HPOS=\"167\" VPOS=\"167\" WIDTH=\"667\""));
}

TEST(Alto, InkThatNobodyReadIsAnEmptyString) {
  Page page = Sample();
  page.readings = {{{1, 300, 300, 320, 310}, "", 0, Recogniser::kChinese}};
  EXPECT_THAT(Write(page), HasSubstr("<String CONTENT=\"\" WC=\"0.000\""));
}

TEST(Alto, PagesThatWereNotRecognisedAreNoneOfIt) {
  Page page = Sample();
  page.dots = 0;
  AltoWriter writer("a.pdf");
  writer.Add(page);
  EXPECT_TRUE(writer.empty());
  EXPECT_THAT(writer.Finish(), Not(HasSubstr("<Page")));
}

}  // namespace
}  // namespace tabularium
