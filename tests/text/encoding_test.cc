#include "text/encoding.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

#include "model/places.h"
#include "text/encoding_tables.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

using namespace std::string_literals;

struct Case {
  const char* name;
  Encoding encoding;
  std::string stored;
  std::string text;
  const char* damages = "";  // text@stored, parted by spaces
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::string Dump(const std::vector<Damage>& damages) {
  std::string out;
  for (const Damage& d : damages)
    out += fmt::format("{}{}-{}@{}-{}", out.empty() ? "" : " ", d.text.begin, d.text.end,
                       d.stored.begin, d.stored.end);
  return out;
}

const Case kGood[] = {
    {"Gb2312", Encoding::kGb18030, "\xCF\xEE\xC4\xBF\x09\xC3\xFB\xB3\xC6"s, "项目\t名称"},
    {"Gbk", Encoding::kGb18030, "\xE9\x46\x88\xD2\x0A"s, "镕堃\n"},
    {"Gb18030FourBytesInTheBmp", Encoding::kGb18030,
     "\x61\x81\x30\xA3\x37\xA8\xA6\x81\x39\xEF\x31\x62"s, "aȀé㐂b"},
    {"Gb18030Supplementary", Encoding::kGb18030, "\x95\x32\x82\x36\x78\x98\x35\xF3\x36"s, "𠀀x𪛖"},
    {"GbkEuroOfWindows", Encoding::kGb18030, "\x80"s, "€"},
    {"Big5", Encoding::kBig5, "\xB9\x77\xBA\xE2\xC1\x60\xC3\x42\x09\x31"s, "預算總額\t1"},
    {"Big5Hkscs", Encoding::kBig5, "\x94\xDC\xB3\xED"s, "啫喱"},
    {"Utf16Le", Encoding::kUtf16Le, "\x79\x98\x61\x00\x40\xD8\x00\xDC"s, "项a𠀀"},
    {"Utf16Be", Encoding::kUtf16Be, "\x98\x79\x00\x61\xD8\x40\xDC\x00"s, "项a𠀀"},
    {"Utf8", Encoding::kUtf8, "\xE9\xA1\xB9\x61\xF0\xA0\x80\x80\xC3\xA9"s, "项a𠀀é"},
};
const Case kDamaged[] = {
    {"Utf8CutAtTheEnd", Encoding::kUtf8, "\x61\xE9\xA1"s, "a�", "1-4@1-3"},
    {"Utf8CutInside", Encoding::kUtf8, "\xE9\xA1\x62"s, "�b", "0-3@0-2"},
    {"Utf8Overlong", Encoding::kUtf8, "\xC0\xAF"s, "��", "0-6@0-2"},
    {"Utf8Surrogate", Encoding::kUtf8, "\xED\xA0\x80\x7A"s, "���z", "0-9@0-3"},
    {"Utf8LoneTrail", Encoding::kUtf8, "\x61\x80\x62\xBF\x63"s, "a�b�c", "1-4@1-2 5-8@3-4"},
    {"Utf8BeyondUnicode", Encoding::kUtf8, "\xF4\x90\x80\x80"s, "����", "0-12@0-4"},
    {"GbkTruncated", Encoding::kGb18030, "\xCF\xEE\xC4"s, "项�", "3-6@2-3"},
    {"GbkLeadBeforeAscii", Encoding::kGb18030, "\xCF\x09\x31"s, "�\t1", "0-3@0-1"},
    {"GbkFf", Encoding::kGb18030, "\xFF\xCF\xEE"s, "�项", "0-3@0-1"},
    {"Gb18030QuadCut", Encoding::kGb18030, "\x81\x30\x81"s, "�0�", "0-3@0-1 4-7@2-3"},
    {"Gb18030QuadWithoutALetter", Encoding::kGb18030, "\xFE\x39\xFE\x39\x61"s, "�9�9a",
     "0-3@0-1 4-7@2-3"},
    {"Big5PairWithoutALetter", Encoding::kBig5, "\xFF\xB9\x77"s, "�預", "0-3@0-1"},
    {"Big5LeadBeforeTab", Encoding::kBig5, "\xB9\x09\xB9\x77"s, "�\t預", "0-3@0-1"},
    {"Utf16LoneHigh", Encoding::kUtf16Le, "\x00\xD8\x61\x00"s, "�a", "0-3@0-2"},
    {"Utf16LoneLow", Encoding::kUtf16Be, "\xDC\x00\x00\x61"s, "�a", "0-3@0-2"},
    {"Utf16OddByte", Encoding::kUtf16Le, "\x61\x00\x62"s, "a�", "1-4@2-3"},
};

class DecodeTest : public testing::TestWithParam<Case> {};
TEST_P(DecodeTest, GivesTheLetters) {
  const Case& c = GetParam();
  Decoded decoded = Decode(c.stored, 0, c.encoding);
  EXPECT_EQ(decoded.text, c.text);
  EXPECT_EQ(Dump(decoded.damages), c.damages);
  EXPECT_EQ(ScanUtf8(decoded.text).valid, decoded.text.size());
}
auto CaseName = [](const auto& i) { return std::string(i.param.name); };
INSTANTIATE_TEST_SUITE_P(Good, DecodeTest, testing::ValuesIn(kGood), CaseName);
INSTANTIATE_TEST_SUITE_P(Damaged, DecodeTest, testing::ValuesIn(kDamaged), CaseName);

struct Utf8Case {
  const char* name;
  std::string bytes;
  size_t valid;
  bool nul = false, odd = false;
};
void PrintTo(const Utf8Case& c, std::ostream* out) { *out << c.name; }
class ScanTest : public testing::TestWithParam<Utf8Case> {};
TEST_P(ScanTest, Utf8) {
  const Utf8Case& c = GetParam();
  Utf8Scan scan = ScanUtf8(c.bytes);
  EXPECT_EQ(scan.valid, c.valid);
  EXPECT_EQ(scan.nul, c.nul);
  EXPECT_EQ(scan.odd, c.odd);
}
INSTANTIATE_TEST_SUITE_P(All, ScanTest,
                         testing::ValuesIn(std::vector<Utf8Case>{
                             {"Empty", "", 0},
                             {"Ascii", "0123456789abcdef,\t\r\n", 20},
                             {"Han", "项目名称\t党群综合服务", 31},
                             {"NulAmongEight", "abcd\0efghijkl"s, 13, true},
                             {"NulBeforeHan", "\0项"s, 4, true},
                             {"BrokenBehindEight", "12345678\xFF", 8},
                             {"CutHan", "项\xE9\xA1", 3},
                             {"Surrogate", "a\xED\xA0\x80", 1},
                             {"OverlongNul", "\xC0\x80", 0},
                             {"Replacement", "a\xEF\xBF\xBD", 4, false, true},
                             {"Misread", "椤圭洰", 9, false, true},
                             {"MiddleDotInAName", "买买提·阿不都", 20},
                             {"Times", "3×4项", 7},
                             {"LatinPair", "ÏîÄ¿", 8, false, true},
                             {"French", "café à Orléans", 17},
                         }),
                         CaseName);

// The bytes of one letter; empty where the encoding has none.
std::string Encode(char32_t c, Encoding encoding) {
  auto unit = [&](unsigned u) {
    char high = static_cast<char>(u >> 8), low = static_cast<char>(u & 0xFF);
    return encoding == Encoding::kUtf16Le ? std::string{low, high} : std::string{high, low};
  };
  std::string out;
  switch (encoding) {
    case Encoding::kUtf8:
      AppendLetter(c, &out);
      return out;
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be:
      if (c < 0x10000) return unit(c);
      return unit(0xD800 + ((c - 0x10000) >> 10)) + unit(0xDC00 + (c & 0x3FF));
    case Encoding::kGb18030:
      if (c < 0x80) return {static_cast<char>(c)};
      if (c < 0x10000) {
        if (unsigned code = Gb18030Codes()[c])
          return {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
        const auto& quads = Gb18030Quads();
        auto i = static_cast<size_t>(std::find(quads.begin(), quads.end(), c) - quads.begin());
        if (i == quads.size()) return "";
        return {static_cast<char>(0x81 + i / 12600), static_cast<char>(0x30 + i / 1260 % 10),
                static_cast<char>(0x81 + i / 10 % 126), static_cast<char>(0x30 + i % 10)};
      } else {
        size_t i = c - 0x10000 + 189000;
        return {static_cast<char>(0x81 + i / 12600), static_cast<char>(0x30 + i / 1260 % 10),
                static_cast<char>(0x81 + i / 10 % 126), static_cast<char>(0x30 + i % 10)};
      }
    case Encoding::kBig5: {
      if (c < 0x80) return {static_cast<char>(c)};
      const auto& pairs = Big5Pairs();
      auto i = static_cast<size_t>(std::find(pairs.begin(), pairs.end(), c) - pairs.begin());
      if (i == pairs.size()) return "";
      return {static_cast<char>(0x81 + i / kTrails), static_cast<char>(0x40 + i % kTrails)};
    }
  }
  return "";
}

class RoundTripTest : public testing::TestWithParam<Encoding> {};

// Property: the bytes at the place of any piece of text decode to that piece; damage moves nothing
// behind it.
TEST_P(RoundTripTest, PlacesCutTheSameLettersOutOfTheFile) {
  constexpr char32_t kLetters[] = {U'a',  U'\t', U'\r', U'\n', U'项', U'目', U'預', U'≥',
                                   U'％', U'0',  U'9',  U'A', U'é',  U'㐂', U'𠀀', U'Ȁ'};
  constexpr size_t kPlain = 12;  // of which whole blocks are plain in the second half of the seeds
  const std::string kBroken[] = {"\xFF", "\x81", "\xE9\xA1", "\xFF\xFE\x81"};
  std::vector<std::string> letters;
  for (char32_t c : kLetters) letters.push_back(Encode(c, GetParam()));
  for (unsigned seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(fmt::format("seed {}", seed));
    std::mt19937 random(seed);
    Document document;
    document.encoding = GetParam();
    bool damaged = seed % 2 == 1,
         wide = GetParam() == Encoding::kUtf16Le || GetParam() == Encoding::kUtf16Be;
    for (int i = 0; i < 700; ++i) {
      if (damaged && random() % 40 == 0)
        document.stored += wide ? Encode(0xDC00 + random() % 0x400, GetParam())
                                : kBroken[random() % std::size(kBroken)];
      document.stored += letters[random() % (seed < 10 || random() % 50 == 0 ? letters.size() : kPlain)];
    }
    Decoded decoded = Decode(document.stored, 0, GetParam());
    EXPECT_EQ(decoded.damages.empty(), !damaged);
    document.decoded = decoded.text;
    document.text = document.decoded;
    document.marks = decoded.marks;
    std::vector<uint32_t> begins;
    for (size_t i = 0; i < document.text.size(); NextLetter(document.text, i))
      begins.push_back(static_cast<uint32_t>(i));
    begins.push_back(static_cast<uint32_t>(document.text.size()));
    uint64_t before = 0;
    for (size_t i = 0; i + 1 < begins.size(); ++i) {
      StoredRange one = Stored(document, {begins[i], begins[i + 1]});
      ASSERT_EQ(one.begin, before);
      before = one.end;
      size_t last = std::min(begins.size() - 1, i + 1 + random() % 200);
      StoredRange cut = Stored(document, {begins[i], begins[last]});
      ASSERT_EQ(Decode(document.stored.substr(cut.begin, cut.end - cut.begin), 0, GetParam()).text,
                document.text.substr(begins[i], begins[last] - begins[i]));
    }
    EXPECT_EQ(before, document.stored.size());
  }
}
INSTANTIATE_TEST_SUITE_P(All, RoundTripTest,
                         testing::Values(Encoding::kUtf8, Encoding::kGb18030, Encoding::kBig5,
                                         Encoding::kUtf16Le, Encoding::kUtf16Be),
                         [](const auto& i) {
                           std::string name(kEncodingNames[static_cast<size_t>(i.param)]);
                           std::erase(name, '-');
                           return name;
                         });

void ExpectScanned(const Decoded& decoded, bool nul, bool odd) {
  const Utf8Scan scan = ScanUtf8(decoded.text);
  EXPECT_EQ(decoded.scan.valid, scan.valid) << decoded.text;
  EXPECT_EQ(decoded.scan.nul, scan.nul) << decoded.text;
  EXPECT_EQ(decoded.scan.odd, scan.odd) << decoded.text;
  EXPECT_EQ(decoded.scan.nul, nul) << decoded.text;
  EXPECT_EQ(decoded.scan.odd, odd) << decoded.text;
}

TEST(DecodeTest, SaysOfItsTextWhatAScanSays) {
  struct {
    std::string stored;
    bool nul, odd;
  } const cases[] = {
      {"\xCF\xEE\xC4\xBF\x09\xC3\xFB\xB3\xC6\n"s, false, false},              // 项目	名称
      {"\xCF\xEE\0\xC4\xBF"s, true, false},                                     // 项␀目
      {"\xCF\xEE\xE5\xB9\xCF\xEE"s, false, true},                              // 项骞项: how 年 was misread
      {"\xCF\xEE\xFF\xCF\xEE"s, false, true},                                  // 项�项
      {"\xCF\xEE\xA1\xC1\xC4\xBF"s, false, false},                             // 项×目
  };
  for (const auto& c : cases) ExpectScanned(Decode(c.stored, 0, Encoding::kGb18030), c.nul, c.odd);
  ExpectScanned(Decode("\x79\x98\x00\x00"s, 0, Encoding::kUtf16Le), true, false);
}

TEST(DecodeTest, SkipsAMarkAndCountsItsBytes) {
  Decoded decoded = Decode("\xFF\xFE\x79\x98", 2, Encoding::kUtf16Le);
  EXPECT_EQ(decoded.text, "项");
  EXPECT_EQ(decoded.marks.front().stored, 2u);
}

TEST(DecodeTest, MarksStandEvenlyAndSayWhatIsPlain) {
  std::string stored;
  for (int i = 0; i < 200; ++i) stored += i == 100 ? "\x81\x30\xA3\x37" : "\xCF\xEE-";  // Ȁ among 项-
  const Decoded decoded = Decode(stored, 0, Encoding::kGb18030);
  const size_t blocks = decoded.text.size() / kMarkEvery + 1;
  ASSERT_EQ(decoded.marks.size(), blocks + 1);  // one stands at the end
  for (size_t i = 0; i < blocks; ++i) {
    EXPECT_GE(decoded.marks[i].decoded, i * kMarkEvery);
    EXPECT_LT(decoded.marks[i].decoded, i * kMarkEvery + 3);
    EXPECT_EQ(decoded.marks[i].plain, i != 100 * 4 / kMarkEvery && i + 1 < blocks) << i;  // the last byte is none of a pair
  }
}

TEST(EncodingNamedTest, KnowsWhatPeopleCallThem) {
  EXPECT_EQ(EncodingNamed("utf8"), Encoding::kUtf8);
  EXPECT_EQ(EncodingNamed("GBK"), Encoding::kGb18030);
  EXPECT_EQ(EncodingNamed("gb_2312"), Encoding::kGb18030);
  EXPECT_EQ(EncodingNamed("UTF-16BE"), Encoding::kUtf16Be);
  EXPECT_EQ(EncodingNamed("latin1"), std::nullopt);
  EXPECT_EQ(EncodingNamed(""), std::nullopt);
}

TEST(WeighTest, TheRightReadingWeighsMost) {
  std::string gbk = "\xCF\xEE\xC4\xBF\xC3\xFB\xB3\xC6";  // 项目名称
  EXPECT_GT(Weigh(gbk, Encoding::kGb18030).total, Weigh(gbk, Encoding::kBig5).total + 2);
  EXPECT_GT(Weigh(gbk, Encoding::kGb18030).total, Weigh(gbk, Encoding::kUtf8).total + 2);
  std::string big5 = "\xB9\x77\xBA\xE2\xC1\x60\xC3\x42";  // 預算總額
  EXPECT_GT(Weigh(big5, Encoding::kBig5).total, Weigh(big5, Encoding::kGb18030).total + 2);
}

TEST(WeighTest, StopsWhereItCannotBecomeEnough) {
  std::string gbk;
  for (int i = 0; i < 50; ++i) gbk += "\xCF\xEE\xC4\xBF";
  const Plausibility whole = Weigh(gbk, Encoding::kBig5), same = Weigh(gbk, Encoding::kBig5, whole.total),
                     part = Weigh(gbk, Encoding::kBig5, whole.total + 20);
  EXPECT_EQ(same.total, whole.total);
  EXPECT_EQ(same.letters, whole.letters);
  EXPECT_LT(part.total, whole.total + 20);
  EXPECT_LT(part.letters, whole.letters);
}

}  // namespace
}  // namespace tabularium
