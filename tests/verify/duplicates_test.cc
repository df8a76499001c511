// Texts that are nearly the same: found, placed, and told from those that are not.
#include "verify/duplicates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "text/key.h"
#include "verify/made.h"

namespace tabularium {
namespace {

// 120 letters without a repetition near by: 一 plus 7 i.
std::string LongText(size_t letters = 120) {
  std::string text;
  for (size_t i = 0; i < letters; ++i) {
    char32_t c = 0x4E00 + static_cast<char32_t>(i * 7 % 997);
    text += static_cast<char>(0xE0 | c >> 12);
    text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
  return text;
}

std::string Dump(const Differences& differences) {
  std::string out = std::to_string(differences.count);
  for (size_t i = 0; i < differences.count; ++i) {
    const Difference& d = differences.at[i];
    out += fmt::format(" {}-{}/{}-{}", d.a_begin, d.a_end, d.b_begin, d.b_end);
  }
  return out;
}

struct Case {
  const char* name;
  size_t letters;                         // of the first text
  std::vector<size_t> replaced, dropped;  // letters of it, for the second; by number
  const char* differences;
};

class DuplicatesTest : public testing::TestWithParam<Case> {};

TEST_P(DuplicatesTest, Tells) {
  std::string a = LongText(GetParam().letters), b;
  for (size_t i = 0; i < GetParam().letters; ++i) {
    auto has = [&](const std::vector<size_t>& list) {
      return std::find(list.begin(), list.end(), i) != list.end();
    };
    if (has(GetParam().dropped)) continue;
    b += has(GetParam().replaced) ? "群" : a.substr(3 * i, 3);
  }
  EXPECT_EQ(Dump(NearlySame(a, b)), GetParam().differences);
}

INSTANTIATE_TEST_SUITE_P(
    NearlySame, DuplicatesTest,
    testing::Values(Case{"one_letter", 220, {100}, {}, "1 300-303/300-303"},
                    Case{"first", 100, {0}, {}, "1 0-3/0-3"},
                    Case{"last", 100, {99}, {}, "1 297-300/297-300"},
                    Case{"dropped", 100, {}, {50}, "1 150-153/150-150"},
                    Case{"two_apart", 200, {10, 150}, {}, "2 30-33/30-33 450-453/450-453"},
                    Case{
                        "replaced_and_dropped", 200, {10}, {150}, "2 30-33/30-33 450-453/450-450"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(NotNearlySame, DuplicatesTest,
                         testing::Values(Case{"equal", 220, {}, {}, "0"},
                                         Case{"three_letters", 400, {10, 50, 90}, {}, "0"},
                                         Case{"more_than_one_percent", 199, {10, 50}, {}, "0"},
                                         Case{"one_in_99", 99, {10}, {}, "0"},
                                         Case{"short", 49, {10}, {}, "0"},
                                         Case{"nothing", 0, {}, {}, "0"}),
                         [](const auto& test) { return test.param.name; });

TEST(DuplicatesTest, TwoEditsSideBySideStayTwo) {
  std::string a = LongText(220), b = a;
  b.replace(300, 6, "党群");
  Differences differences = NearlySame(a, b);
  EXPECT_EQ(differences.count, 2u);
  EXPECT_EQ(differences.at[0].a_begin, 300u);
  EXPECT_EQ(differences.at[0].a_end, 306u);
}

// The same verdict as the plain distance, on texts of few different letters, where many paths
// compete.
TEST(DuplicatesTest, AgreesWithThePlainDistance) {
  std::mt19937 random(7);
  const char* letters[] = {"党", "群", "a"};
  for (int round = 0; round < 300; ++round) {
    std::string a, b;
    for (int i = 0; i < 220; ++i) a += letters[random() % 3];
    b = a;
    for (unsigned edits = random() % 4; edits > 0; --edits) {
      size_t at = random() % b.size();
      while (at > 0 && (static_cast<unsigned char>(b[at]) & 0xC0) == 0x80) --at;
      size_t length = b[at] == 'a' ? 1 : 3;
      if (random() % 3 == 0)
        b.insert(at, letters[random() % 3]);
      else
        b.replace(at, length, random() % 2 ? letters[random() % 3] : "");
    }
    // KeyDistance counts a swap as one edit where we count two, so only its verdict on the rest is
    // asked.
    int distance = KeyDistance(a, b, 3);
    Differences differences = NearlySame(a, b);
    if (differences.count == 0)
      EXPECT_TRUE(distance == 0 || distance >= 2) << round;
    else
      EXPECT_LE(distance, static_cast<int>(differences.count)) << round;
  }
}

TEST(DuplicatesTest, AroundStopsAtPunctuation) {
  std::string_view text = "全面规范，升级基层党建服务站。";
  size_t at = text.find("建");
  auto begin = static_cast<uint32_t>(at);
  EXPECT_EQ(Around(text, begin, begin + 3, 3), "基层党建服务站");
  EXPECT_EQ(Around(text, begin, begin + 3, 99), "升级基层党建服务站");
  EXPECT_EQ(Around(text, begin, begin + 3, 0), "建");
}

}  // namespace
}  // namespace tabularium
