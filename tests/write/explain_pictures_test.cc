#include "write/explain_pictures.h"

#include <gmock/gmock.h>

#include "judge/judge.h"
#include "judge/sample_form.h"
#include "write/explain_html.h"

namespace tabularium {
namespace {

using namespace sample;
using testing::HasSubstr;
using testing::Not;

PagePicture Picture() {
  PagePicture picture;
  picture.page.number = 2;
  picture.page.width = 200;
  picture.page.height = 100;
  picture.page.text = "a<b";
  Word word;
  word.box = {2, 10, 20, 30, 32};
  word.range = {0, 3};
  picture.page.words.push_back(word);
  picture.page.rulings.push_back({{2, 5, 40, 95, 41}, false});
  picture.page.rulings.push_back({{2, 50, 10, 50.5f, 90}, true});
  picture.png = "\x89PNG";
  return picture;
}

// A finding of one value on page 2 and one, of two places, on pages 2 and 3.
Extraction Placed(const Form& form) {
  Extraction extraction;
  extraction.document = MakeDocument("一\n");
  extraction.grid = std::make_unique<Grid>();
  Record record = MakeRecord(form);
  record.fields[0].place.box = {2, 10, 20, 30, 32};
  record.fields[1].place.box = {2, 40, 20, 60, 32};
  record.fields[1].more.emplace_back();
  record.fields[1].more[0].box = {3, 1, 2, 3, 4};
  record.fields[2].place.box = {2, 10, 20, 30, 32};
  extraction.finding = Judge(*extraction.document, {record}, {}, {}, {}, {});
  return extraction;
}

TEST(ExplainPicturesTest, DrawsWordsRulingsAndValuesOverThePage) {
  Form form = MakeForm();
  Extraction extraction = Placed(form);
  PagePicture pictures[] = {Picture()};
  std::string out;
  WritePictures(extraction, pictures, &out);
  EXPECT_THAT(out, HasSubstr("viewBox=\"0 0 200.0 100.0\""));
  EXPECT_THAT(out, HasSubstr("href=\"data:image/png;base64,iVBORw==\""));
  EXPECT_THAT(out, HasSubstr("<title>a&lt;b</title>"));
  EXPECT_THAT(out, HasSubstr("<path d=\"M5.0 40.5L95.0 40.5\"/>"));
  EXPECT_THAT(out, HasSubstr("<path d=\"M50.2 10.0L50.2 90.0\" class=\"broken\"/>"));
  EXPECT_THAT(
      out,
      HasSubstr(
          "<rect x=\"10.0\" y=\"20.0\" width=\"20.0\" height=\"12.0\" rx=\"1.5\" data-v=\"0 2\""));
  EXPECT_THAT(
      out,
      HasSubstr(
          "<rect x=\"40.0\" y=\"20.0\" width=\"20.0\" height=\"12.0\" rx=\"1.5\" data-v=\"1\""));
  EXPECT_THAT(out, Not(HasSubstr("x=\"1.0\" y=\"2.0\"")));  // on page 3
}

TEST(ExplainPicturesTest, StandInThePageInPlaceOfTheGrid) {
  Form form = MakeForm();
  Extraction extraction = Placed(form);
  PagePicture pictures[] = {Picture()};
  std::string out;
  ExplainHtml(extraction, pictures, &out);
  EXPECT_THAT(out, HasSubstr("<svg class=\"page\""));
  EXPECT_THAT(out, HasSubstr("id=\"show-words\""));
  EXPECT_THAT(out, HasSubstr("page 2"));
  std::string plain;
  ExplainHtml(extraction, &plain);
  EXPECT_THAT(plain, Not(HasSubstr("<svg")));
}

}  // namespace
}  // namespace tabularium
