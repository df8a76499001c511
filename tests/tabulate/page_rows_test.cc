#include "tabulate/page_rows.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tabulate/pictures.h"

namespace tabularium::sheet {
namespace {

// The rows of the picture's lines, "0 1 1 2". Columns begin at the letters given; lines with blanks
// only are no lines.
struct Rows {
  std::string rows;
  uint32_t head = 0;
  bool several = false, ragged = false;
};

Rows RowsOfPicture(const char* picture, const std::vector<size_t>& begins) {
  const Page page = PageOf(picture);
  const Sheet sheet = MakeSheet(page);
  std::vector<uint32_t> all(sheet.tokens.size());
  std::iota(all.begin(), all.end(), 0u);
  std::vector<RunLine> lines = RunLinesOf(sheet, all);
  ColumnReach reach(begins.size(), {1e9f, 0.0f});
  for (RunLine& line : lines)
    for (Run& run : line.runs) {
      while (run.column0 + 1 < begins.size() &&
             run.box.x0 >= 50 + kPictureWidth * static_cast<float>(begins[run.column0 + 1]))
        ++run.column0;
      run.column1 = run.column0 + 1;
      auto& [lo, hi] = reach[run.column0];
      lo = std::min(lo, run.box.x0), hi = std::max(hi, run.box.x1);
    }
  Rows out;
  for (const uint32_t row : RowsOf(sheet, lines, reach))
    out.rows += (out.rows.empty() ? "" : " ") + std::to_string(row);
  out.head = HeadLines(sheet, lines, static_cast<uint32_t>(begins.size()));
  out.several = HoldsSeveralRows(sheet, lines);
  out.ragged = EndsRagged(lines, static_cast<uint32_t>(begins.size()));
  return out;
}

TEST(PageRows, NumbersBelowNumbersAreRows) {
  const Rows rows = RowsOfPicture("apples   12\npears    13\nplums    14\n", {0, 9});
  EXPECT_EQ(rows.rows, "0 1 2");
  EXPECT_TRUE(rows.several);
}

TEST(PageRows, AFigureThatGoesOnIsNoNumberBelowANumber) {
  EXPECT_FALSE(RowsOfPicture("apples   1,234,5\nand      67.00\n", {0, 9}).several);
  EXPECT_FALSE(RowsOfPicture("apples   812,000.0\nand      0\n", {0, 9}).several);
  EXPECT_TRUE(RowsOfPicture("apples   1,234\npears    67.00\n", {0, 9}).several);
  EXPECT_TRUE(RowsOfPicture("apples   12.0\npears    0\n", {0, 9}).several);
  EXPECT_FALSE(RowsOfPicture("apples   52.84  1,234,5\nand      0      67.00\n", {0, 9, 16}).several);
  EXPECT_TRUE(RowsOfPicture("apples   52.84  1,234,567\npears    0      67.00\n", {0, 9, 16}).several);
}

TEST(PageRows, ColumnsThatEndApartAreRagged) {
  EXPECT_TRUE(RowsOfPicture("12. TOTAL   4,     897,  14,\n"
                            "            061.04       521,\n"
                            "                         082.02\n", {0, 12, 25}).ragged) << "two runs of a line in one column";
  EXPECT_FALSE(RowsOfPicture("12. TOTAL   4,897  14,\n"
                             "            061.04 521,\n"
                             "13. REST           082.02\n", {0, 12, 19}).ragged);
}

// Browsers set the cells of a row about its middle, so that a row may begin above its first cell.
TEST(PageRows, RowsAboutTheirMiddles) {
  EXPECT_EQ(RowsOfPicture("              from the\n"
                          "apples   12   trees of\n"
                          "              the north\n"
                          "pears    13   likewise\n"
                          "              but only\n"
                          "plums    14   where it\n"
                          "              is warm\n",
                          {0, 9, 14})
                .rows,
            "0 0 0 1 2 2 2");
  EXPECT_EQ(RowsOfPicture("fruit    kg   what\n"
                          "         each it is\n"
                          "              from the\n"
                          "apples   12   trees of\n"
                          "              the north\n"
                          "              but only\n"
                          "plums    14   where it\n"
                          "              is warm\n",
                          {0, 9, 14})
                .rows,
            "0 1 2 2 2 3 3 3")
      << "the head is not centred";
  EXPECT_EQ(RowsOfPicture("apples   12   from the\n"
                          "              trees of\n"
                          "              the north\n"
                          "pears    13   likewise\n",
                          {0, 9, 14})
                .rows,
            "0 0 0 1");
}

TEST(PageRows, ALineWithoutAFirstCellGoesOn) {
  const Rows rows = RowsOfPicture(
      "apples   grown on trees\n         of all sorts\npears    grown likewise\n", {0, 9});
  EXPECT_EQ(rows.rows, "0 0 1");
}

TEST(PageRows, SmallLettersGoOn) {
  EXPECT_EQ(
      RowsOfPicture("A long name of\nfruit             12\nShort             13\n", {0, 15}).rows,
      "0 0 1");
}

TEST(PageRows, ALabelAloneHeadsASection) {
  EXPECT_EQ(RowsOfPicture("Fruit\nApples            12\nPears             13\n", {0, 15}).rows,
            "0 1 2");
}

TEST(PageRows, WhiteStripsPartRows) {
  const Rows rows = RowsOfPicture(
      "One thing    what it\nor other     may be\n\n\nTwo things   what they\nor more      may "
      "be\n",
      {0, 13});
  EXPECT_EQ(rows.rows, "0 0 1 1");
  EXPECT_TRUE(rows.several);
}

TEST(PageRows, HeadLinesEndWhereNumbersBegin) {
  EXPECT_EQ(
      RowsOfPicture("         one  two\nitem     sum  sum\napples    12   13\npears     14   15\n",
                    {0, 8, 13})
          .head,
      2u);
  EXPECT_EQ(RowsOfPicture("apples    12   13\npears     14   15\n", {0, 8, 13}).head, 0u);
}

}  // namespace
}  // namespace tabularium::sheet
