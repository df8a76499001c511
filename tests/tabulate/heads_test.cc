// Heads of several lines, as pictures; every body below has figures enough to be a table.
#include "tabulate/heads.h"

#include <gtest/gtest.h>

#include "tabulate/pictures.h"
#include "tabulate/tables.h"

namespace tabularium {
namespace {

class HeadsTest : public testing::TestWithParam<PictureCase> {};

TEST_P(HeadsTest, AreReadAs) {
  const std::string read = Dump(FindTables(PageOf(GetParam().picture)));
  EXPECT_EQ(read.substr(0, read.find("/apples")), GetParam().read);
}

const PictureCase kHeads[] = {
    {"UnitsOfSeveralColumnsBelow",
     " item          births    deaths    moved     stayed\n"
     "                   number             percent\n"
     " apples           120       130       14       151\n"
     " pears            160       170       18       152\n"
     " plums            200       210       22       153\n",
     "item|births|deaths|moved|stayed/-|number>2|percent>2"},
    {"NextLinesOfTwoHeadsAreNoUnits",
     " item          births    sold by   moved     stayed\n"
     "                         weight              at home\n"
     " apples           120       130       14       151\n"
     " pears            160       170       18       152\n"
     " plums            200       210       22       153\n",
     "item|births|sold by weight|moved|stayed at home"},
    {"AtTheLeftOfColumnsWithFiguresAtTheRight",
     "            2001        2002        2003        2004\n"
     " apples              120         130         140         150\n"
     " pears               160         170         180         190\n"
     " plums               200         210         220         230\n"
     " figs                240         250         260         270\n"
     " nuts                240         250         260         270\n",
     "-|2001|2002|2003|2004"},
    {"OverHeadsOfSeveralLinesThatEndTogether",
     "---------------------------------------\n"
     "                        2001\n"
     "             -------------------------\n"
     "              Sold by\n"
     " item         weight   Given    Left\n"
     "---------------------------------------\n"
     " apples          120     130     140\n"
     " pears           160     170     180\n"
     " plums           200     210     220\n",
     "item_2|2001>3/Sold by weight|Given|Left"},
    {"UnderlinedOverTheSameColumnsTwice",
     "-----------------------------------------------------\n"
     "                 Harvest              Rents\n"
     "             ---------------     ---------------\n"
     "                 (tons)              (pounds)\n"
     "             ---------------     ---------------\n"
     " item          2001    2002        2003    2004\n"
     "-----------------------------------------------------\n"
     " apples         120     130         140     150\n"
     " pears          160     170         180     190\n"
     " plums          200     210         220     230\n"
     " figs           240     250         260     270\n"
     " nuts           241     251         261     271\n"
     " hips           242     252         262     272\n",
     "item_3|Harvest>2|Rents>2/(tons)>2|(pounds)>2/2001|2002|2003|2004"},
    {"AtTheSideOfItsColumnsAboveARule",
     " item         Whole           Parts\n"
     "             --------------------------------\n"
     "              2001    2002    2001    2002\n"
     " apples       120     130     140     150\n"
     " pears        160     170     180     190\n"
     " plums        200     210     220     230\n",
     "item_2|Whole>2|Parts>2/2001|2002|2001|2002"},
    {"AYearAtTheSideOfItsColumns",
     "              2001\n"
     " item         Given    Left\n"
     " apples       120      130\n"
     " pears        160      170\n"
     " plums        200      210\n",
     "item_2|2001>2/Given|Left"},
    {"NumbersAboveNames",
     "               (1)      (2)      (3)\n"
     " item         Given    Sold     Kept\n"
     " apples         120     130      140\n"
     " pears          160     170      180\n"
     " plums          200     210      220\n",
     "item_2|(1)|(2)|(3)/Given|Sold|Kept"},
    {"YearsAboveUnitsBesideANote",
     "              Notes       2001      2002\n"
     "                          $000      $000\n"
     " apples           1        120       130\n"
     " pears                     140       150\n"
     " plums            2        160       170\n",
     "-|Notes_2|2001|2002/-|$000|$000"},
    {"NoCellEndsWithinParentheses",
     "             Cases (n = 34)   Others (n = 36)\n"
     " item        No.      %       No.      %\n"
     " apples       12     1.3       14     1.5\n"
     " pears of it  16     1.7       18     1.9\n"
     " plums too    20     2.1       22     2.3\n"
     " figs to eat  24     2.5       26     2.7\n",
     "item_2|Cases (n = 34)>2|Others (n = 36)>2/No.|%|No.|%"},
};

INSTANTIATE_TEST_SUITE_P(Kinds, HeadsTest, testing::ValuesIn(kHeads), [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace tabularium
