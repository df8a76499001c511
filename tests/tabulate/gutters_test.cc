#include "tabulate/gutters.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tabulate/pictures.h"

namespace tabularium::sheet {
namespace {

std::vector<uint32_t> All(const Sheet& sheet) {
  std::vector<uint32_t> all(sheet.tokens.size());
  std::iota(all.begin(), all.end(), 0u);
  return all;
}

// The columns of the picture's letters at which gutters stand, rounded.
std::string Gutters(const char* picture) {
  const Page page = PageOf(picture);
  const Sheet sheet = MakeSheet(page);
  const std::vector<RunLine> lines = RunLinesOf(sheet, All(sheet));
  std::string out;
  for (const Gutter& gutter : GuttersOf(sheet, lines, 0, 600, {1.8f, 0, 0.34f}))
    out += (out.empty() ? "" : " ") +
           std::to_string(static_cast<int>((gutter.at() - 50) / kPictureWidth));
  return out;
}

TEST(Gutters, StandWhereLinesHaveGapsBelowOneAnother) {
  EXPECT_EQ(Gutters("ab      12     13\n"
                    "abcd    14     15\n"
                    "abc     16     17\n"),
            "6 12");
}

TEST(Gutters, AHeadingOverThemIsNoHindrance) {
  EXPECT_EQ(Gutters("a heading over all\n"
                    "ab      12     13\n"
                    "abcd    14     15\n"
                    "abc     16     17\n"),
            "6 14");
}

TEST(Gutters, SparseColumnsAreColumns) {
  EXPECT_EQ(Gutters("ab    1            13\n"
                    "abcd               15\n"
                    "abc   3            17\n"
                    "ab                 13\n"
                    "abcd               15\n"
                    "abc                17\n"),
            "5 13");
}

TEST(Gutters, BlanksBelowOneAnotherInATextAreNone) {
  EXPECT_EQ(Gutters("one two three      13\n"
                    "one six seven      15\n"
                    "ten two three      17\n"
                    "one two eight      19\n"),
            "16");
}

TEST(Gutters, NumbersSetAsTightAsABlankAreColumns) {
  EXPECT_EQ(Gutters("ab     120 1.5 3.5\n"
                    "abcd   140 1.7 3.6\n"
                    "abc    160 1.9 3.1\n"),
            "5 10 14");
}

TEST(Runs, ThousandsSetApartAreOneNumber) {
  const Page page = PageOf("1 649 692   79 935\n12 13\n");
  const Sheet sheet = MakeSheet(page);
  const std::vector<RunLine> lines = RunLinesOf(sheet, All(sheet));
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].runs.size(), 2u);
  EXPECT_EQ(lines[1].runs.size(), 2u);
}

}  // namespace
}  // namespace tabularium::sheet
