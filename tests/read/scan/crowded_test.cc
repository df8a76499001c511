#include "read/scan/crowded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr int kHeight = 50;  // of the letters

// Lines of these texts and widths, pixels, their letters in equal parts.
SeenText Seen(Recogniser by, const std::vector<std::pair<std::string, int>>& lines) {
  SeenText seen{by, {}};
  int number = 0;
  for (const auto& [text, width] : lines) {
    const int count = static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    int n = 0;
    for (size_t at = 0; at < text.size(); ++n) {
      const size_t begin = at;
      NextLetter(text, at);
      const int left = n * width / count, right = (n + 1) * width / count;
      seen.letters.push_back({text.substr(begin, at - begin), {left, 0, right - left, kHeight}, 0.9f, number, false});
    }
    ++number;
  }
  return seen;
}

TEST(CrowdedTest, HanLettersAreSquares) {
  EXPECT_TRUE(IsCrowded(Seen(Recogniser::kHan, {{"≤14", 80}, {"大天", 60}}), kHeight));
  EXPECT_FALSE(IsCrowded(Seen(Recogniser::kHan, {{"≤14", 80}, {"天", 60}}), kHeight));
  EXPECT_FALSE(IsCrowded(Seen(Recogniser::kHan, {{"≤14", 80}, {"大天", 60}}), 0));
  EXPECT_TRUE(IsCrowded(Seen(Recogniser::kSmallOne, {{"7万月底前", 145}}), kHeight));
  EXPECT_FALSE(IsCrowded(Seen(Recogniser::kSmallOne, {{"7月底前", 145}}), kHeight));
}

TEST(CrowdedTest, LinesOfACellHaveLettersOfOneWidth) {
  EXPECT_TRUE(IsCrowded(Seen(Recogniser::kHan, {{"因天和气原", 229}, {"因进度略", 226}}), kHeight));
  EXPECT_FALSE(IsCrowded(Seen(Recogniser::kHan, {{"因天气原", 229}, {"因进度略", 226}}), kHeight));
  EXPECT_FALSE(IsCrowded(Seen(Recogniser::kHan, {{"因天和气原", 280}, {"因进度略", 226}}), kHeight));
  EXPECT_FALSE(IsCrowded(Seen(Recogniser::kHan, {{"因天和气原", 229}, {"2023年", 226}}), kHeight));  // figures tell nothing of Han letters
}

TEST(CrowdedTest, WhoReadsFiguresIsNotHeardWhereItDoublesLetters) {
  std::vector<SeenText> seen = {Seen(Recogniser::kSmallOne, {{"大天", 60}}), Seen(Recogniser::kHan, {{"天", 60}}), Seen(Recogniser::kSmallTwo, {{"大天", 60}})};
  DropCrowded(kHeight, &seen);
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen[0].by, Recogniser::kHan);
  std::vector<SeenText> all = {Seen(Recogniser::kSmallOne, {{"大天", 60}}), Seen(Recogniser::kHan, {{"大大", 60}})};
  DropCrowded(kHeight, &all);
  EXPECT_EQ(all.size(), 2u);
  all.push_back(Seen(Recogniser::kChinese, {}));
  all.push_back(Seen(Recogniser::kLatin, {{"K", 60}}));
  DropCrowded(kHeight, &all);
  EXPECT_EQ(all.size(), 4u) << "who saw nothing, and who knows no Han letters, bears nobody out";
}

TEST(CrowdedTest, OfTwoWhoReadHanLettersTheOneWithRoomIsFirst) {
  std::vector<SeenText> seen = {Seen(Recogniser::kChinese, {{"因天和气原", 229}, {"因进度略", 226}}), Seen(Recogniser::kHan, {{"因天气原", 229}, {"因进度略", 226}})};
  PutRoomyFirst(kHeight, &seen);
  EXPECT_EQ(seen.front().by, Recogniser::kHan);
  EXPECT_EQ(seen.size(), 2u);
  PutRoomyFirst(kHeight, &seen);
  EXPECT_EQ(seen.front().by, Recogniser::kHan);
}

}  // namespace
}  // namespace tabularium
