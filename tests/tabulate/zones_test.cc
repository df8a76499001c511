#include "tabulate/zones.h"

#include <gtest/gtest.h>

#include "tabulate/pictures.h"
#include "tabulate/tables.h"

namespace tabularium {
namespace {

Page Blank() {
  Page page;
  page.number = 1, page.width = 600, page.height = 800;
  return page;
}

// Lines of prose, each 200 points wide.
void AddProse(float x, float base, int lines, Page* page) {
  constexpr const char* kLines[] = {"it went down to the river where none had", "waited for the ferry since the last rain",
                                    "and so the keeper of the gate did not ask", "what they carried or who had sent for it"};
  for (int i = 0; i < lines; ++i) AddText(x, base + 12 * static_cast<float>(i), kLines[i % 4], 10, page);
}

constexpr const char* kYears[][3] = {{"year", "rye", "oats"}, {"1901", "212", "300"}, {"1902", "224", "310"}, {"1903", "236", "320"}, {"1904", "248", "330"}};
constexpr char kYearsRead[] = "year|rye|oats/1901|212|300/1902|224|310/1903|236|320/1904|248|330";

void AddYears(float x, float base, float pitch, Page* page) {
  for (int r = 0; r < 5; ++r)
    for (int c = 0; c < 3; ++c) AddText(x + 60 * static_cast<float>(c), base + pitch * static_cast<float>(r), kYears[r][c], 10, page);
}

TEST(Zones, ColumnsOfProseNeedNoCommonLines) {
  Page page = Blank();
  AddProse(50, 100, 16, &page);
  AddProse(300, 106, 8, &page);
  AddYears(300, 206, 12, &page);
  AddProse(300, 276, 6, &page);
  EXPECT_EQ(Dump(FindTables(page)), kYearsRead);
}

TEST(Zones, ATableMayStandOverColumnsOfProse) {
  Page page = Blank();
  for (const float x : {50.0f, 300.0f}) AddProse(x, 100, 8, &page), AddProse(x, 290, 8, &page);
  AddYears(195, 212, 14, &page);
  for (const float y : {202.0f, 216.0f, 272.0f}) AddAcross(y, 190, 345, &page);
  EXPECT_EQ(Dump(FindTables(page)), kYearsRead);
}

TEST(Zones, FiguresRightOfAGutterGoOnWithTheirRow) {
  Page page = Blank();
  for (const float x : {50.0f, 300.0f}) AddProse(x, 100, 8, &page), AddProse(x, 290, 8, &page);
  AddYears(60, 212, 14, &page);
  for (int r = 0; r < 5; ++r)
    for (int c = 0; c < 2; ++c) AddText(320 + 70 * static_cast<float>(c), 212 + 14 * static_cast<float>(r), r == 0 ? (c == 0 ? "hay" : "eels") : std::to_string(410 + 10 * c + r), 10, &page);
  EXPECT_EQ(Dump(FindTables(page)), "year|rye|oats|hay|eels/1901|212|300|411|421/1902|224|310|412|422/1903|236|320|413|423/1904|248|330|414|424");
}

TEST(Zones, FewLinesOfProseBesideALongTableAreAColumn) {
  Page page = Blank();
  AddProse(50, 100, 24, &page);
  AddProse(300, 100, 5, &page);
  AddYears(300, 172, 12, &page);
  AddYears(300, 256, 12, &page);
  AddProse(300, 328, 4, &page);
  EXPECT_EQ(Dump(FindTables(page)), kYearsRead + std::string("; ") + kYearsRead);
}

TEST(Zones, APartOfAPageMayBeSetInColumns) {
  Page page = Blank();
  for (int i = 0; i < 30; ++i) AddText(50, 100 + 12 * static_cast<float>(i), "it went down to the river where none had been since the rain in May, and they asked no more of those who went", 10, &page);
  for (int i = 0; i < 9; ++i)
    for (int column = 0; column < 3; ++column)
      AddText(50 + 185 * static_cast<float>(column), 480 + 5 * static_cast<float>(column % 2) + 12 * static_cast<float>(i), i % 2 ? "waited for the ferry since the rain" : "down to 20 rivers where 31 had none", 10, &page);
  EXPECT_EQ(Dump(FindTables(page)), "");
}

TEST(Zones, RulesOnHeightsOfTheirOwnTellTablesOfYearsApart) {
  Page page = Blank();
  AddYears(50, 112, 12, &page);
  AddYears(250, 112, 15, &page);
  for (const float y : {102.0f, 117.0f, 165.0f}) AddAcross(y, 48, 200, &page);
  for (const float y : {102.0f, 119.0f, 178.0f}) AddAcross(y, 248, 400, &page);
  EXPECT_EQ(Dump(FindTables(page)), kYearsRead + std::string("; ") + kYearsRead);
}

TEST(Zones, OneOfTwoHeadsMayHaveMoreLines) {
  Page page = Blank();
  AddYears(50, 112, 14, &page);
  AddYears(250, 98, 12, &page);
  AddAcross(116, 48, 200, &page);
  AddAcross(101, 248, 400, &page);
  EXPECT_EQ(Dump(FindTables(page)), kYearsRead + std::string("; ") + kYearsRead);
}

TEST(Zones, ATableWithoutRulesStandsBesideARuledOne) {
  Page page = Blank();
  auto towns = [&](float x) {
    constexpr const char* kTowns[][2] = {{"town", "mills"}, {"Ister", "4"}, {"Quell", "12"}, {"Orm", "9"}};
    for (int r = 0; r < 4; ++r)
      for (int c = 0; c < 2; ++c) AddText(x + 60 * static_cast<float>(c), 112 + 14 * static_cast<float>(r), kTowns[r][c], 10, &page);
  };
  towns(50);
  towns(250);
  for (const float y : {102.0f, 116.0f, 160.0f}) AddAcross(y, 48, 150, &page);
  EXPECT_EQ(Dump(FindTables(page)), "town|mills/Ister|4/Quell|12/Orm|9; town|mills/Ister|4/Quell|12/Orm|9");
}

}  // namespace
}  // namespace tabularium
