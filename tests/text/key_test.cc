// Keys: what is folded, what stays, and how far two keys are apart.
#include "text/key.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/utf8.h"

namespace tabularium {
namespace {

struct Case {
  const char* name;
  const char* in;
  const char* out;
};

class KeyTest : public testing::TestWithParam<Case> {};

TEST_P(KeyTest, FoldsAsInTheTable) {
  EXPECT_EQ(Key(GetParam().in), GetParam().out);
  std::string key = "what stood here before, and longer than the new one";
  Key(GetParam().in, &key);
  EXPECT_EQ(key, GetParam().out);
}

constexpr Case kCases[] = {
    {"Empty", "", ""},
    {"IdeographicSpacesGo", "项　目　名 称：", "项目名称"},
    {"BracketsAndSpaceGo", "项目资金 (元)", "项目资金元"},
    {"FullWidthBracketsGo", "预算金额（元）", "预算金额元"},
    {"LatinLowerCase", "Object Class", "objectclass"},
    {"Ligatures", "Fringe Bene\uFB01ts", "fringebenefits"},
    {"OnlyMarks", "（）", ""},
    {"FullWidthLatin", "ＳＦ－４２４Ａ", "sf-424a"},
    {"DigitsAndSignsStay", "a+b-c/d%<3>=4", "a+b-c/d%<3>=4"},
    {"RelationSignsStay", "≥90%", "≥90%"},
    {"FullWidthSigns", "＞＝９０％", ">=90%"},
    {"Radicals", "⽬⼀⽅⽂⾏", "目一方文行"},
    {"SupplementRadicals", "⻔⺠⻓", "门民长"},
    {"CompatibilityIdeographs", "\uF96F", "說"},
    {"CompatibilityGrowsToFourBytes", "\U0002F800", "丽"},
    {"ZeroWidth", "项\u200B目\uFEFF名\u2060称", "项目名称"},
    {"NoBreakSpace", "项目\u00A0名称", "项目名称"},
    {"TypographicQuotes", "“一站式”", "一站式"},
    {"CornerBrackets", "「合計」【元】〔一〕《二》", "合計元一二"},
    {"MiddleDots", "其中·财政", "其中财政"},
    {"HyphenAtALinesEndGoes", "Categori\u2010\nes, FUNCTI\u2010\nON", "categoriesfunction"},
    {"TypedHyphenStays", "Non-\nFederal, self\u2010help", "non-federalself-help"},
    {"DashesAreOne", "2023年—2024年", "2023年-2024年"},
    {"UnderlinesGo", "____", ""},
    {"LatinOneLowerCase", "ÉTAT", "état"},
    {"YenSign", "￥12", "¥12"},
    {"CircledNumberStays", "①②", "①②"},
};
INSTANTIATE_TEST_SUITE_P(Table, KeyTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return c.param.name; });

TEST(KeyWithPlaces, NamesTheLetterOfEachByte) {
  std::string key;
  std::vector<uint32_t> places;
  KeyWithPlaces("项 目：A", &key, &places);
  EXPECT_EQ(key, "项目a");
  EXPECT_EQ(places, (std::vector<uint32_t>{0, 0, 0, 4, 4, 4, 10, 11}));
  KeyWithPlaces("（）", &key, &places);
  EXPECT_EQ(key, "");
  EXPECT_EQ(places, std::vector<uint32_t>{0});
}

TEST(KeyWithPlaces, AgreesWithKeyOnAnyLetters) {
  std::mt19937 random(7);
  std::string key;
  std::vector<uint32_t> places;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int n = 0; n < 12; ++n) {
      auto c = static_cast<char32_t>(random() % 0x30000);
      if (round % 2) c = static_cast<char32_t>(0x2000 + random() % 0x1100);
      if (c >= 0xD800 && c <= 0xDFFF) c = 'x';
      AppendLetter(c, &text);
    }
    KeyWithPlaces(text, &key, &places);
    ASSERT_EQ(key, Key(text)) << text;
    ASSERT_EQ(places.size(), key.size() + 1);
    ASSERT_EQ(Key(key), key) << "folding twice changes nothing: " << text;
  }
}

TEST(Key, CopiesDamagedBytes) {
  EXPECT_EQ(Key("a\xE9\xA1"), "a\xE9\xA1");
  EXPECT_EQ(Key("\xC2"), "\xC2");
}

struct DistanceCase {
  const char* name;
  const char* a;
  const char* b;
  int limit;
  int distance;
};

class KeyDistanceTest : public testing::TestWithParam<DistanceCase> {};

TEST_P(KeyDistanceTest, CountsLetters) {
  const DistanceCase& c = GetParam();
  EXPECT_EQ(KeyDistance(c.a, c.b, c.limit), c.distance);
  EXPECT_EQ(KeyDistance(c.b, c.a, c.limit), c.distance);
}

constexpr DistanceCase kDistanceCases[] = {
    {"Same", "项目名称", "项目名称", 2, 0},
    {"Replaced", "项目名秤", "项目名称", 2, 1},
    {"Dropped", "项目称", "项目名称", 2, 1},
    {"Exchanged", "项目称名", "项目名称", 2, 1},
    {"Two", "顶目名秤", "项目名称", 2, 2},
    {"Three", "顶日名秤", "项目名称", 2, 3},
    {"PastTheLimit", "项目", "实施单位名称全", 2, 3},
    {"LimitNought", "项目", "项日", 0, 1},
    {"Empty", "", "项目", 3, 2},
    {"EmptyPastTheLimit", "", "项目名称", 2, 3},
    {"Latin", "objctclass", "objectclass", 2, 1},
    {"Kitten", "kitten", "sitting", 5, 3},
    {"ExchangeAtTheEnd", "ab", "ba", 1, 1},
};
INSTANTIATE_TEST_SUITE_P(Table, KeyDistanceTest, testing::ValuesIn(kDistanceCases),
                         [](const auto& c) { return c.param.name; });

int SlowDistance(const std::string& a, const std::string& b) {
  size_t n = a.size(), m = b.size();
  std::vector<std::vector<int>> d(n + 1, std::vector<int>(m + 1));
  for (size_t i = 0; i <= n; ++i) d[i][0] = static_cast<int>(i);
  for (size_t j = 0; j <= m; ++j) d[0][j] = static_cast<int>(j);
  for (size_t i = 1; i <= n; ++i) {
    for (size_t j = 1; j <= m; ++j) {
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[n][m];
}

TEST(KeyDistance, AgreesWithTheWholeTable) {
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    std::string a, b;
    for (size_t n = random() % 9; n; --n) a += static_cast<char>('a' + random() % 3);
    for (size_t n = random() % 9; n; --n) b += static_cast<char>('a' + random() % 3);
    for (int limit = 1; limit < 6; ++limit)
      ASSERT_EQ(KeyDistance(a, b, limit), std::min(SlowDistance(a, b), limit + 1))
          << a << ' ' << b << ' ' << limit;
  }
}

TEST(CountLetters, CountsLettersNotBytes) {
  EXPECT_EQ(CountLetters(""), 0u);
  EXPECT_EQ(CountLetters("项目a①\U0002F800"), 5u);
}

}  // namespace
}  // namespace tabularium
