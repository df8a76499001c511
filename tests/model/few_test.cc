#include "model/few.h"

#include <gtest/gtest.h>

#include <string>

namespace tabularium {
namespace {

using Words = Few<std::string, 2>;

std::string Joined(const Words& words) {
  std::string out;
  for (const std::string& word : words) out += word + ";";
  return out;
}

Words Numbered(int n) {
  Words words;
  for (int i = 0; i < n; ++i) words.push_back(std::to_string(i));
  return words;
}

TEST(FewTest, KeepsTheOrderWithinAndApart) {
  const char* kAll[] = {"", "0;", "0;1;", "0;1;2;", "0;1;2;3;"};
  for (int n = 0; n < 5; ++n) {
    const Words words = Numbered(n);
    EXPECT_EQ(Joined(words), kAll[n]);
    EXPECT_EQ(words.size(), static_cast<size_t>(n));
    EXPECT_EQ(words.empty(), n == 0);
  }
}

TEST(FewTest, ACopyHasItsOwnAndAMoveTakesAll) {
  for (int n = 0; n < 5; ++n) {
    Words words = Numbered(n), copy = words;
    copy.push_back("x");
    EXPECT_EQ(words, Numbered(n));
    EXPECT_FALSE(copy == words);
    Words moved = std::move(words);
    EXPECT_EQ(moved, Numbered(n));
    words = copy;
    EXPECT_EQ(words, copy);
  }
}

}  // namespace
}  // namespace tabularium
