#include "model/places.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

using namespace std::string_literals;

struct Case {
  const char* name;
  Encoding encoding;
  std::string stored, text;  // text empty: the stored bytes behind the first mark
  std::vector<OffsetMark> marks;
  Range range;
  StoredRange want;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class PlacesTest : public testing::TestWithParam<Case> {};
TEST_P(PlacesTest, AreThoseOfTheFile) {
  const Case& c = GetParam();
  Document document;
  document.encoding = c.encoding;
  document.stored = c.stored;
  document.decoded = c.text;
  document.text = c.text.empty() ? std::string_view(document.stored).substr(c.marks.front().stored)
                                 : document.decoded;
  document.marks = c.marks;
  StoredRange got = Stored(document, c.range);
  EXPECT_EQ(got.begin, c.want.begin);
  EXPECT_EQ(got.end, c.want.end);
}

const Case kCases[] = {
    {"Utf8", Encoding::kUtf8, "ab项c", "", {{0, false, 0}}, {2, 5}, {2, 5}},
    {"Utf8BehindAMark",
     Encoding::kUtf8,
     "\xEF\xBB\xBF"
     "ab",
     "",
     {{0, false, 3}},
     {1, 2},
     {4, 5}},
    {"Gbk", Encoding::kGb18030, "a\xCF\xEE\xC4\xBF", "a项目", {{0, false, 0}}, {4, 7}, {3, 5}},
    {"Gb18030Quad", Encoding::kGb18030, "\x81\x30\xA3\x37z", "Ȁz", {{0, false, 0}}, {2, 3}, {4, 5}},
    {"GbkEuro", Encoding::kGb18030, "\x80z", "€z", {{0, false, 0}}, {3, 4}, {1, 2}},
    {"Big5", Encoding::kBig5, "\xB9\x77z", "預z", {{0, false, 0}}, {0, 3}, {0, 2}},
    {"Utf16Le",
     Encoding::kUtf16Le,
     "\xFF\xFE\x40\xD8\x00\xDCz\0"s,
     "𠀀z",
     {{0, false, 2}},
     {4, 5},
     {6, 8}},
    {"Utf16Be", Encoding::kUtf16Be, "\xD8\x40\xDC\x00\0z"s, "𠀀z", {{0, false, 0}}, {0, 5}, {0, 6}},
    {"BehindDamage",
     Encoding::kGb18030,
     "\xFF\xFF\xCF\xEE",
     "\uFFFD项",
     {{0, false, 0}, {3, false, 2}},
     {3, 6},
     {2, 4}},
    {"TheDamageItself",
     Encoding::kGb18030,
     "\xFF\xFF\xCF\xEE",
     "\uFFFD项",
     {{0, false, 0}, {3, false, 2}},
     {0, 3},
     {0, 2}},
    {"AcrossAMark",
     Encoding::kGb18030,
     "\xCF\xEE\xC4\xBF",
     "项目",
     {{0, false, 0}, {3, false, 2}},
     {0, 6},
     {0, 4}},
    {"PlainLetters", Encoding::kGb18030, "a\xCF\xEE-\xC4\xBF", "a项-目", {{0, true, 0}}, {1, 8}, {1, 6}},
    {"PlainLettersOfMoreThanAWord", Encoding::kGb18030, "a\xCF\xEE\xC4\xBF\xD7\xDC\xCC\xE5-z", "a项目总体-z", {{0, true, 0}}, {10, 14}, {7, 10}},
    {"PlainUpToAMark",
     Encoding::kGb18030,
     "\xCF\xEE\x81\x30\xA3\x37\xC4\xBF",
     "项Ȁ目",
     {{0, true, 0}, {3, false, 2}},
     {0, 8},
     {0, 8}},
    {"EmptyRange", Encoding::kGb18030, "\xCF\xEE\xC4\xBF", "项目", {{0, false, 0}}, {3, 3}, {2, 2}},
    {"End", Encoding::kUtf16Le, "a\0b\0"s, "ab", {{0, false, 0}}, {2, 2}, {4, 4}},
};
INSTANTIATE_TEST_SUITE_P(All, PlacesTest, testing::ValuesIn(kCases),
                         [](const auto& i) { return std::string(i.param.name); });

}  // namespace
}  // namespace tabularium
