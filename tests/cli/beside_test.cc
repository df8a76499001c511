// What another recogniser read, beside its picture. The pictures are white, so that whatever is found comes from there.
#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "../read/ocr_samples.h"
#include "run_program.h"
#include "white_png.h"

namespace tabularium {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class BesideTest : public ProgramTest {
 protected:
  std::vector<json> Findings(const std::string& arguments) {
    Ran ran = Run("ingest --format jsonl " + arguments);
    EXPECT_EQ(ran.status, 0) << ran.err;
    std::vector<json> findings;
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) findings.push_back(json::parse(line));
    return findings;
  }
  static bool HasFlag(const json& finding, const char* code) {
    return std::any_of(finding["flags"].begin(), finding["flags"].end(), [&](const json& flag) { return flag["code"] == code; });
  }
};

TEST_F(BesideTest, APictureAndItsAltoAreOneInput) {
  Write("in/a.png", WhitePng(595, 842));
  Write("in/a.xml", AltoSample("pixel", 1));
  const auto findings = Findings("in");
  ASSERT_EQ(findings.size(), 1u);
  const json& source = findings[0]["source"];
  EXPECT_EQ(source["path"], "in/a.png");
  EXPECT_EQ(source["media_type"], "image/png");
  EXPECT_EQ(source["recognition"]["path"], "in/a.xml");
  EXPECT_EQ(source["recognition"]["media_type"], "application/alto+xml");
  EXPECT_NE(source["recognition"]["sha256"], source["sha256"]);
  EXPECT_THAT(findings[0].dump(), HasSubstr("名称"));
  EXPECT_FALSE(HasFlag(findings[0], "text-layer-untrusted"));
}

TEST_F(BesideTest, NamedTogetherTheyCountOnceInEitherOrder) {
  Write("in/a.png", WhitePng(595, 842));
  Write("in/a.alto.xml", AltoSample("mm10", 254.0 / 72));
  const auto together = Findings("in/a.png ./in/a.alto.xml"), turned = Findings("in/a.alto.xml in/a.png"), pattern = Findings("'in/*'");
  ASSERT_EQ(together.size(), 1u);
  EXPECT_THAT(together[0].dump(), HasSubstr("名称"));
  EXPECT_EQ(turned, together);
  EXPECT_EQ(pattern, together);
}

TEST_F(BesideTest, OneOfThemNamedIsReadAlone) {
  Write("in/a.png", WhitePng(595, 842));
  Write("in/a.xml", AltoSample("pixel", 1));
  const auto alto = Findings("in/a.xml"), picture = Findings("in/a.png");
  EXPECT_EQ(alto[0]["source"]["path"], "in/a.xml");
  EXPECT_FALSE(alto[0]["source"].contains("recognition"));
  EXPECT_THAT(picture[0].dump(), Not(HasSubstr("名称")));
}

TEST_F(BesideTest, HocrServesToo) {
  Write("in/a.png", WhitePng(1190, 1684));
  Write("in/a.hocr", kHocrSample);
  const auto findings = Findings("in --jobs 3");
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0]["source"]["recognition"]["media_type"], "text/vnd.hocr+html");
  EXPECT_THAT(findings[0].dump(), HasSubstr("名称"));
}

TEST_F(BesideTest, WhatIsOfAnotherPictureIsNotUsedSilently) {
  Write("in/a.png", WhitePng(500, 700));
  Write("in/a.xml", AltoSample("pixel", 1));
  const auto findings = Findings("in");
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_THAT(findings[0].dump(), Not(HasSubstr("名称")));
  EXPECT_TRUE(HasFlag(findings[0], "text-layer-untrusted")) << findings[0]["flags"];
  EXPECT_THAT(findings[0]["flags"].dump(), HasSubstr("in/a.xml beside it is of a page of 595 × 842, but the picture has 500 × 700"));
}

TEST_F(BesideTest, DamagedXmlIsToldAndThePictureRead) {
  Write("in/a.png", WhitePng(595, 842));
  Write("in/a.xml", AltoSample("pixel", 1).substr(0, 900));
  const auto findings = Findings("in");
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_TRUE(HasFlag(findings[0], "text-layer-untrusted")) << findings[0]["flags"];
  EXPECT_FALSE(findings[0]["source"].contains("recognition"));
}

TEST_F(BesideTest, AnyOtherXmlIsAFileOfItsOwn) {
  Write("in/a.png", WhitePng(595, 842));
  Write("in/a.xml", "<notes>\n<note>甲</note>\n</notes>\n");
  EXPECT_EQ(Findings("in").size(), 2u);
}

TEST_F(BesideTest, ExplainShowsThePictureBehindTheWords) {
  Write("in/a.png", WhitePng(595, 842));
  Write("in/a.xml", AltoSample("pixel", 1));
  ASSERT_EQ(Run("explain in/a.png in/a.xml --html both.html").status, 0);
  const std::string both = Text("both.html");
  EXPECT_THAT(both, HasSubstr("data:image/png;base64,"));
  EXPECT_THAT(both, HasSubstr("viewBox=\"0 0 595.0 842.0\""));
  EXPECT_THAT(both, HasSubstr("x=\"110.0\" y=\"100.0\""));
  ASSERT_EQ(Run("explain in/a.xml --html alone.html").status, 0);
  EXPECT_THAT(Text("alone.html"), Not(HasSubstr("data:image/png;base64,")));
  EXPECT_EQ(Run("explain in/a.xml in/a.png").status, 2);
}

}  // namespace
}  // namespace tabularium
