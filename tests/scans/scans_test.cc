// The corpus's own PDFs, drawn: what is recognised on the picture is what the PDF says.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "read/pages.h"
#include "read/pdf_maker.h"
#include "walk/walk.h"
#include "write/write.h"

namespace tabularium::walk {
namespace {

using Json = nlohmann::json;

constexpr double kDots = 200;

std::string Source(const char* name) {
  return Slurp(std::string(TABULARIUM_SOURCE_DIR) + "/corpus/cn-project-target/" + name + "/source.pdf");
}

// A PDF that holds nothing but a picture, and under it text that nobody sees: `hidden`, operations.
std::string PdfOf(const Pixels& pixels, const std::string& hidden = "") {
  const double width = pixels.width * 72 / kDots, height = pixels.height * 72 / kDots;
  return PdfMaker()
      .XObject(fmt::format("/Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace /DeviceRGB /BitsPerComponent 8",
                           pixels.width, pixels.height),
               pixels.rgb)
      .Page(fmt::format("q {:.2f} 0 0 {:.2f} 0 0 cm /X1 Do Q {}", width, height, hidden),
            fmt::format("/MediaBox [0 0 {:.2f} {:.2f}]", width, height))
      .Make();
}

// The first page of a PDF, drawn.
Pixels Draw(const std::string& bytes) {
  auto pdf = PdfFile::Open(bytes, "a.pdf", {});
  return pdf.has_value() ? pdf.value()->DrawPixels(1, kDots) : Pixels();
}
std::string DrawPng(const std::string& bytes) {
  auto pdf = PdfFile::Open(bytes, "a.pdf", {});
  return pdf.has_value() ? pdf.value()->DrawPage(1, kDots) : "";
}

Pixels UpsideDown(Pixels pixels) {
  std::reverse(pixels.rgb.begin(), pixels.rgb.end());  // red and blue change places too: black stays black
  return pixels;
}

Json Read(const std::string& name, std::string bytes) { return Json::parse(WalkToJson(name, std::move(bytes))); }

// Amounts, dates and years of the first declaration that differ, by name.
std::string Differences(const Json& wanted, const Json& got) {
  std::string differences;
  if (got["declarations"].empty()) return "no declaration: " + got["flags"].dump();
  const Json& fields = got["declarations"][0]["fields"];
  for (const auto& [path, field] : wanted["declarations"][0]["fields"].items()) {
    const std::string type = field["type"];
    if (type != "money" && type != "date" && type != "year") continue;
    if (fields[path]["value"] != field["value"])
      differences += fmt::format("{}: {} for {}\n", path, fields[path]["value"].dump(), field["value"].dump());
  }
  return differences;
}

bool HasFlag(const Json& finding, const std::string& code) {
  for (const Json& flag : finding["flags"])
    if (flag["code"] == code) return true;
  return false;
}

TEST(Scans, APictureSaysWhatItsPdfSays) {
  const std::string pdf = Source("pdf-chromium");
  const Json wanted = Read("a.pdf", pdf), got = Read("a.png", DrawPng(pdf));
  EXPECT_EQ(Differences(wanted, got), "");
  EXPECT_EQ(got["source"]["media_type"], "image/png");
  const Json& total = got["declarations"][0]["fields"]["funds.total"];
  EXPECT_EQ(total["origin"]["page"], 1);
  EXPECT_EQ(total["origin"]["box"].size(), 4u);
  EXPECT_LT(total["confidence"], wanted["declarations"][0]["fields"]["funds.total"]["confidence"]) << "seen, not known";
}

TEST(Scans, APageThatIsAPictureIsRecognised) {
  const std::string pdf = Source("pdf-chromium");
  const Json wanted = Read("a.pdf", pdf), got = Read("b.pdf", PdfOf(Draw(pdf)));
  EXPECT_EQ(Differences(wanted, got), "");
  EXPECT_FALSE(HasFlag(got, "illegible")) << got["flags"].dump();
}

TEST(Scans, APageUpsideDownIsTurned) {
  const std::string pdf = Source("pdf-chromium");
  EXPECT_EQ(Differences(Read("a.pdf", pdf), Read("b.pdf", PdfOf(UpsideDown(Draw(pdf))))), "");
}

TEST(Scans, AHiddenTextIsMeasuredByThePicture) {
  const std::string pdf = Source("pdf-chromium");
  const Json wanted = Read("a.pdf", pdf);
  // 2023 and a hyphen are on the page; the other letters are not.
  const Json right = Read("b.pdf", PdfOf(Draw(pdf), "BT 3 Tr /F1 12 Tf 50 50 Td (2023-01-01 2023-12-31) Tj ET"));
  EXPECT_EQ(Differences(wanted, right), "");
  EXPECT_FALSE(HasFlag(right, "text-layer-untrusted"));
  const Json wrong = Read("b.pdf", PdfOf(Draw(pdf), "BT 3 Tr /F1 12 Tf 50 50 Td (qwertz uiopas dfghjk) Tj ET"));
  EXPECT_EQ(Differences(wanted, wrong), "");
  EXPECT_TRUE(HasFlag(wrong, "text-layer-untrusted"));
}

// A TIFF of pages, uncompressed, each behind its directory.
std::string TiffOf(const std::vector<Pixels>& pages) {
  std::string tiff("II*\0", 4);
  auto put = [&](uint32_t number, int size) {
    for (int i = 0; i < size; ++i) tiff += static_cast<char>(number >> (8 * i));
  };
  auto entry = [&](uint32_t tag, uint32_t type, uint32_t value) { put(tag, 2), put(type, 2), put(1, 4), put(value, 4); };
  constexpr uint32_t kShort = 3, kLong = 4, kRational = 5, kEntries = 11, kDirectory = 2 + 12 * kEntries + 4, kExtra = 8 + 8;
  put(8, 4);
  for (const Pixels& page : pages) {
    const auto at = static_cast<uint32_t>(tiff.size()), behind = at + kDirectory, pixels = behind + kExtra;
    const auto width = static_cast<uint32_t>(page.width), height = static_cast<uint32_t>(page.height), size = width * height * 3;
    put(kEntries, 2);
    entry(256, kLong, width), entry(257, kLong, height);
    put(258, 2), put(kShort, 2), put(3, 4), put(behind, 4);  // 8 bits each
    entry(259, kShort, 1), entry(262, kShort, 2), entry(273, kLong, pixels), entry(277, kShort, 3), entry(278, kLong, height), entry(279, kLong, size);
    entry(282, kRational, behind + 8), entry(283, kRational, behind + 8);
    put(&page == &pages.back() ? 0 : pixels + size + size % 2, 4);
    for (int i = 0; i < 4; ++i) put(8, 2);
    put(static_cast<uint32_t>(kDots), 4), put(1, 4);
    tiff += page.rgb;
    if (size % 2) put(0, 1);
  }
  return tiff;
}

TEST(Scans, PagesAreReadByManyThreadsAsByOne) {
  Pixels page = Draw(Source("pdf-chromium")), blank = page;
  std::fill(blank.rgb.begin(), blank.rgb.end(), '\xFF');
  const std::string tiff = TiffOf({blank, page, blank});
  ExtractOptions many;
  many.jobs = 3;
  std::string json;
  WriteJson(Walk("a.tif", tiff, many).finding, &json);
  const Json one = Read("a.tif", tiff);
  EXPECT_EQ(one["source"]["pages"], 3);
  ASSERT_EQ(one["declarations"].size(), 1u) << one["flags"].dump();
  EXPECT_EQ(one["declarations"][0]["fields"]["funds.total"]["origin"]["page"], 2);
  EXPECT_EQ(one.dump(), Json::parse(json).dump());
}

TEST(Scans, ADamagedPictureHasAnOutcome) {
  const std::string png = DrawPng(Source("pdf-chromium"));
  testing::internal::CaptureStderr();
  for (size_t length : {size_t{9}, size_t{40}, png.size() / 2, png.size() - 5}) {
    const Json got = Read("a.png", png.substr(0, length));
    EXPECT_NE(got["verdict"], "accept") << length;
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "") << "what is wrong stands in the finding";
}

TEST(Scans, ABlankPageInventsNothing) {
  std::string blank = "BM";
  auto add = [&](uint32_t number, int size) {
    for (int i = 0; i < size; ++i) blank += static_cast<char>(number >> (8 * i));
  };
  constexpr uint32_t kWidth = 400, kHeight = 600, kHead = 54;
  add(kHead + kWidth * kHeight * 3, 4), add(0, 4), add(kHead, 4);
  add(40, 4), add(kWidth, 4), add(kHeight, 4), add(1, 2), add(24, 2), add(0, 4), add(0, 4), add(2835, 4), add(2835, 4), add(0, 4), add(0, 4);
  blank.append(size_t{kWidth} * kHeight * 3, '\xFF');
  const Json got = Read("a.bmp", blank);
  EXPECT_TRUE(got["declarations"].empty());
  EXPECT_TRUE(got["tables"].empty());
  EXPECT_TRUE(HasFlag(got, "empty")) << got["flags"].dump();
}

}  // namespace
}  // namespace tabularium::walk
