#include "model/grid.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

TEST(GridTest, LeavesOutMarksOfLinesThatMayGoOn) {
  EXPECT_EQ(AsPrinted("Moderniza\u200B\ntion\nProgram\u200B\ns"), "Moderniza\ntion\nProgram\ns");
}

TEST(GridTest, KeepsLettersWithoutWidth) {
  for (std::string_view text : {"", "a\u200Bb", "a\u200B", "\u200B\u200B b"}) EXPECT_EQ(AsPrinted(text), text);
}

}  // namespace
}  // namespace tabularium
