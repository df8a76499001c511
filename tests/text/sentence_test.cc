#include "text/sentence.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

TEST(SentenceTest, Ends) {
  for (std::string_view text : {"完成。", "完成；", "done.", "really?", "他说：“好”", "等等…"}) EXPECT_TRUE(EndsSentence(text)) << text;
}

TEST(SentenceTest, GoesOn) {
  for (std::string_view text : {"", "完成", "其中：", "done,", "1.5", "（一）", "目标、"}) EXPECT_FALSE(EndsSentence(text)) << text;
}

}  // namespace
}  // namespace tabularium
