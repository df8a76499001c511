#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/places.h"
#include "read/read.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

using namespace std::string_literals;
using testing::HasSubstr;

std::string Cut(const Document& document, Range range) {
  return std::string(document.text.substr(range.begin, range.end - range.begin));
}

struct Case {
  const char* name;
  std::string bytes;
  const char* text;
  const char* media_type;
  const char* troubles = "";  // code severity [letters] message part
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

const Case kRead[] = {
    {"Tabs", "项目\t1\n名称\t2", "项目\t1\n名称\t2", "text/tab-separated-values"},
    {"KeepsTheLastTab", "a\tb\t", "a\tb\t", "text/tab-separated-values"},
    {"Plain", "项目  1\n", "项目  1\n", "text/plain"},
    {"Commas", "a,b,c\n1,2,3\n4,5,6\n", "a,b,c\n1,2,3\n4,5,6\n", "text/csv"},
    {"AmountsAreNoCommas", "甲  1,000\n乙  2\n丙  3,000,000\n", "甲  1,000\n乙  2\n丙  3,000,000\n",
     "text/plain"},
    {"CrLf", "a\tb\r\nc\td\r\n", "a\tb\r\nc\td\r\n", "text/tab-separated-values"},
    {"LoneCr", "a\tb\rc\td\r", "a\tb\rc\td\r", "text/tab-separated-values"},
    {"Mark", "\xEF\xBB\xBF项\t1", "项\t1", "text/tab-separated-values"},
};
const Case kTroubled[] = {
    {"Damage", "项目名称\t\xFF社区\n", "项目名称\t\uFFFD社区\n", "text/tab-separated-values",
     "encoding-damaged wrong [\uFFFD] the byte at byte 13 (FF) is no letter in UTF-8; U+FFFD "
     "stands in its place"},
    {"Truncated", "项目名称\t社\xE5\x8C", "项目名称\t社\uFFFD", "text/tab-separated-values",
     "encoding-damaged wrong [\uFFFD] 2 bytes at byte 16 (E5 8C) are no letter in UTF-8; U+FFFD "
     "stands in their place"},
    {"TruncatedGbk", "\xCF\xEE\xC4\xBF\xC3\xFB\xB3\xC6\t1\t\xCF", "项目名称\t1\t\uFFFD",
     "text/tab-separated-values",
     "encoding-damaged wrong [\uFFFD] the byte at byte 11 (CF) is no letter in GB18030; U+FFFD "
     "stands in its place"},
    {"Nul", "项目\0名称\t1"s, "", "text/tab-separated-values",
     "encoding-damaged wrong [] 1 NUL (U+0000) inside the text: the file was cut or damaged when "
     "it was written"},
    {"OnlyDashes", "Applicant\t1\n\xA1\xAA 2 \xA1\xAA\n", "Applicant\t1\n— 2 —\n", "text/plain",
     "encoding-guessed note [] read as GB18030, but it might be Big5: name the encoding with --encoding"},
    {"TwoLetters", "Applicant\t1\n\xCF\xEE\n", "", "text/plain",
     "encoding-guessed suspicious [] read as GB18030, but it might be Big5: name the encoding with --encoding"},
    {"ReplacementInTheFile", "项\uFFFD\t1", "项\uFFFD\t1", "text/tab-separated-values",
     "encoding-damaged wrong [\uFFFD] “\uFFFD” stands for letters that were lost before the file "
     "was saved"},
    {"Misread", "椤圭洰\t1", "椤圭洰\t1", "text/tab-separated-values",
     "encoding-damaged wrong [椤圭洰] “椤圭洰” looks like UTF-8 that was read as GBK; undone it "
     "would be “项目”; it stays as it stands"},
};

std::string Dump(const Document& document) {
  std::string out;
  for (const Trouble& t : document.troubles)
    out += fmt::format("{}{} {} [{}] {}", out.empty() ? "" : "\n", Kind(t.code).code,
                       Name(t.severity), Cut(document, t.range), t.message);
  return out;
}

class TextTest : public testing::TestWithParam<Case> {};
TEST_P(TextTest, IsRead) {
  const Case& c = GetParam();
  auto result = ReadBytes("x.txt", c.bytes, {});
  ASSERT_TRUE(result.has_value()) << result.error().what;
  const Document& document = *result.value();
  if (*c.text) {
    EXPECT_EQ(document.text, c.text);
  }
  EXPECT_EQ(document.media_type, c.media_type);
  std::string troubles = Dump(document);
  std::erase(troubles, '\0');
  EXPECT_EQ(troubles, c.troubles);
  EXPECT_EQ(document.path, "x.txt");
  EXPECT_EQ(document.bytes, c.bytes.size());
  EXPECT_EQ(document.sha256.size(), 64u);
}
auto CaseName = [](const auto& i) { return std::string(i.param.name); };
INSTANTIATE_TEST_SUITE_P(Clean, TextTest, testing::ValuesIn(kRead), CaseName);
INSTANTIATE_TEST_SUITE_P(Troubled, TextTest, testing::ValuesIn(kTroubled), CaseName);

struct Refused {
  const char* name;
  std::string bytes;
  const char* code;
  const char* says;
};
void PrintTo(const Refused& c, std::ostream* out) { *out << c.name; }
class RefusedTest : public testing::TestWithParam<Refused> {};
TEST_P(RefusedTest, SaysWhy) {
  ReadOptions options;
  options.limits.text_bytes = 100;
  auto result = ReadBytes("x.txt", GetParam().bytes, options);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, GetParam().code);
  EXPECT_EQ(result.error().where, "x.txt");
  EXPECT_THAT(result.error().what, HasSubstr(GetParam().says));
}
INSTANTIATE_TEST_SUITE_P(All, RefusedTest,
                         testing::ValuesIn(std::vector<Refused>{
                             {"Nothing", "", "empty", "0 bytes"},
                             {"OnlyAMark", "\xEF\xBB\xBF", "empty", "white space"},
                             {"OnlySpace", " \t\r\n　\n", "empty", "white space"},
                             {"OnlyInvisible", "\u200B\uFEFF\n", "empty", "white space"},
                             {"TooLong", std::string(101, '\t'), "limit-reached",
                              "longer than 100 bytes"},
                             {"Binary", "PK\x03\x04", "binary", "looks like a ZIP"},
                         }),
                         CaseName);

TEST(TextTest, NamesManyDamagesInABoundedList) {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += "项目名称服务\t\xFF社区活动\n";
  auto result = ReadBytes("x.txt", bytes, {});
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result.value()->troubles.size(), 50u);
  EXPECT_THAT(result.value()->troubles.back().message, HasSubstr("and 950 more such places"));
}

// Property: whatever the encoding, every letter of the text is cut out of the file by its place.
class ReencodedTest : public testing::TestWithParam<Encoding> {};
TEST_P(ReencodedTest, PlacesCutTheSameText) {
  std::u32string letters;
  std::string text = "项目名称\t社区服务\r\n主管部门\t某区文化局\r\n总额\t120,000.00\r\n";
  for (size_t i = 0; i < text.size();) letters += NextLetter(text, i);
  std::string stored;
  for (char32_t c : letters) {
    char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
    stored += GetParam() == Encoding::kUtf16Le ? std::string{low, high} : std::string{high, low};
  }
  auto result = ReadBytes("x", stored, {});
  ASSERT_TRUE(result.has_value());
  const Document& document = *result.value();
  EXPECT_EQ(document.encoding, GetParam());
  EXPECT_EQ(document.text, text);
  uint32_t begin = 0;
  for (size_t i = 0, n = 0; i < text.size(); ++n, begin = static_cast<uint32_t>(i)) {
    NextLetter(text, i);
    EXPECT_EQ(Stored(document, {begin, static_cast<uint32_t>(i)}), (StoredRange{2 * n, 2 * n + 2}));
  }
}
INSTANTIATE_TEST_SUITE_P(All, ReencodedTest,
                         testing::Values(Encoding::kUtf16Le, Encoding::kUtf16Be));

}  // namespace
}  // namespace tabularium
