#include "tabulate/tables.h"

#include <gtest/gtest.h>

#include "tabulate/broken_words.h"
#include "tabulate/pictures.h"

namespace tabularium {
namespace {

class TablesTest : public testing::TestWithParam<PictureCase> {};

TEST_P(TablesTest, AreFound) {
  EXPECT_EQ(Dump(FindTables(PageOf(GetParam().picture))), GetParam().read);
}

constexpr char kFourFruits[] =
    "               2001        2002\n"
    " apples         120         130\n"
    " pears          140         150\n"
    " plums          160         170\n"
    " figs           180         190\n";
constexpr char kFourFruitsRead[] = "-|2001|2002/apples|120|130/pears|140|150/plums|160|170/figs|180|190";

TEST(Tables, ATitleAboveIsNotOfThem) {
  EXPECT_EQ(Dump(FindTables(PageOf((" Yield of the orchards in both years\n" + std::string(kFourFruits)).c_str()))), kFourFruitsRead);
}

// A label goes on below the frame, which a page break ends. A scan's rule may have taken the head of its second line.
std::string GoesOnBelowTheFrame(float dots, float size) {
  Page page = PageOf(
      "+----------+----------+\n"
      "| a        | b        |\n"
      "+----------+----------+\n"
      "| project  | the year |\n"
      "+----------+----------+\n");
  page.dots = dots;
  const Word& last = *std::find_if(page.words.begin(), page.words.end(), [&](const Word& w) { return page.text.substr(w.range.begin, 7) == "project"; });
  AddText(last.box.x0, last.base + 13, "targets", size, &page);
  return Dump(FindTables(page));
}

TEST(Tables, ACellGoesOnBelowAFrame) {
  EXPECT_EQ(GoesOnBelowTheFrame(0, 10), "a|b/project targets|the year");
  EXPECT_EQ(GoesOnBelowTheFrame(0, 7), "a|b/project|the year") << "a note in small letters";
  EXPECT_EQ(GoesOnBelowTheFrame(300, 7), "a|b/project targets|the year");
  EXPECT_EQ(GoesOnBelowTheFrame(300, 12), "a|b/project|the year");
}

const PictureCase kFound[] = {
    {"FullGrid",
     "+-----+-----+\n"
     "| a   | b   |\n"
     "+-----+-----+\n"
     "| c   | d   |\n"
     "+-----+-----+\n"
     "| e   | f   |\n"
     "+-----+-----+\n",
     "a|b/c|d/e|f"},
    {"MergedCells",
     "+-----+-----------+\n"
     "|     | b         |\n"
     "| a   +-----+-----+\n"
     "|     | c   | d   |\n"
     "+-----+-----+-----+\n"
     "| e   |     | g   |\n"
     "+-----+-----+-----+\n",
     "a_2|b>2/c|d/e|.|g"},
    {"CellsOfSeveralLines",
     "+----------+----------+\n"
     "| name of  | what was |\n"
     "| it       | paid     |\n"
     "+----------+----------+\n"
     "| a long   | 12       |\n"
     "| name     |          |\n"
     "+----------+----------+\n",
     "name of it|what was paid/a long name|12"},
    {"OpenAtTheSides",
     "------------------------------\n"
     "         | one     | two\n"
     "------------------------------\n"
     " apples  | 12      | 13\n"
     "------------------------------\n"
     " pears   | 14      | 15\n"
     "------------------------------\n",
     ".|one|two/apples|12|13/pears|14|15"},
    {"RowsWithoutRules",
     "+----------+--------+--------+\n"
     "| item     | 2001   | 2002   |\n"
     "+----------+--------+--------+\n"
     "| apples   | 120    | 130    |\n"
     "| pears    | 140    | 150    |\n"
     "| plums    | 160    | 170    |\n"
     "+----------+--------+--------+\n",
     "item|2001|2002/apples|120|130/pears|140|150/plums|160|170"},
    {"ColumnsWithoutRules",
     "+----------+-----------------+\n"
     "| item     | 2001     2002   |\n"
     "+----------+-----------------+\n"
     "| apples   | 120      130    |\n"
     "| pears    | 140      150    |\n"
     "| plums    | 160      170    |\n"
     "| figs     | 180      190    |\n"
     "+----------+-----------------+\n",
     "item|2001|2002/apples|120|130/pears|140|150/plums|160|170/figs|180|190"},
    {"HeadRules",
     "-----------------------------------\n"
     " item          2001        2002\n"
     "-----------------------------------\n"
     " apples         120         130\n"
     " pears          140         150\n"
     " plums          160         170\n"
     "-----------------------------------\n",
     "item|2001|2002/apples|120|130/pears|140|150/plums|160|170"},
    {"HeadingsOverSeveralColumns",
     "-----------------------------------------\n"
     "                first            second\n"
     "            -------------    ------------\n"
     " item        2001   2002      2003   2004\n"
     "-----------------------------------------\n"
     " apples       120    130       140    150\n"
     " pears        160    170       180    190\n"
     " plums        200    210       220    230\n"
     "-----------------------------------------\n",
     "item_2|first>2|second>2/2001|2002|2003|2004/apples|120|130|140|150/pears|160|170|180|190/"
     "plums|200|210|220|230"},
    {"NoRules", kFourFruits, kFourFruitsRead},
    {"LabelsOfSeveralLines",
     " Apples and         120         130\n"
     " other fruit\n"
     "\n"
     " Pears              140         150\n"
     "\n"
     " Plums, cherries    160         170\n"
     " and nuts\n"
     "\n"
     " Figs               180         190\n",
     "Apples and other fruit|120|130/Pears|140|150/Plums, cherries and nuts|160|170/Figs|180|190"},
    {"HeadingsInTheMiddleWithoutRules",
     "                  2001              2002\n"
     " item         births  deaths    births  deaths\n"
     " apples          120     130       140     150\n"
     " pears           160     170       180     190\n"
     " plums           200     210       220     230\n",
     "item_2|2001>2|2002>2/births|deaths|births|deaths/apples|120|130|140|150/pears|160|170|180|190/"
     "plums|200|210|220|230"},
    {"HeadingsOfSeveralLinesSpanNothing",
     "               gathered     sold       left\n"
     " item          by hand   at market   to rot\n"
     " apples          120        130        140\n"
     " pears           160        170        180\n"
     " plums           200        210        220\n",
     "item|gathered by hand|sold at market|left to rot/apples|120|130|140/pears|160|170|180/plums|200|210|220"},
    {"FiguresInParts",
     " kind          first        second\n"
     " apples     $    120    $      130\n"
     " pears         1 160         1 170\n"
     " plums         (200)           210\n"
     " all        $  1 080    $    1 510\n",
     "kind|first|second/apples|$ 120|$ 130/pears|1 160|1 170/plums|(200)|210/all|$ 1 080|$ 1 510"},
    {"RulesPartRowsOfSeveralLines",
     "---------------------------------------------\n"
     " name              what it is for\n"
     "---------------------------------------------\n"
     " A scythe,         Mowing the meadow\n"
     " With whetstone    When the ground is wet\n"
     "---------------------------------------------\n"
     " A rake            Turning\n"
     "---------------------------------------------\n"
     " A fork and        Loading carts\n"
     " Some ropes\n"
     "---------------------------------------------\n"
     " A cart            Hay\n"
     "---------------------------------------------\n",
     "name|what it is for/A scythe, With whetstone|Mowing the meadow When the ground is wet/A rake|Turning/"
     "A fork and Some ropes|Loading carts/A cart|Hay"},
    {"UnitBelowTheHeads",
     " item          births    deaths    moved     stayed\n"
     "                             thousands\n"
     " apples           120       130       14       151\n"
     " pears            160       170       18       152\n"
     " plums            200       210       22       153\n",
     "item|births|deaths|moved|stayed/-|thousands>4/apples|120|130|14|151/pears|160|170|18|152/plums|200|210|22|153"},
    {"RulesBesideACellOfSeveralRows",
     "--------------------------------------\n"
     " place     kind         2001     2002\n"
     "--------------------------------------\n"
     "           apples        120      130\n"
     "          ----------------------------\n"
     " orchard   pears         140      150\n"
     "          ----------------------------\n"
     "           plums         160      170\n"
     "--------------------------------------\n"
     " garden    dill           20       30\n"
     "          ----------------------------\n"
     "           mint           40       50\n"
     "--------------------------------------\n",
     "place|kind|2001|2002/orchard_3|apples|120|130/pears|140|150/plums|160|170/garden_2|dill|20|30/mint|40|50"},
    {"HeadAtTheOtherEndOfItsColumn",
     " item       whence    sold at market\n"
     " apples     orchard                          12\n"
     " pears      garden                            7\n"
     " plums      orchard                         311\n"
     " figs       abroad                           40\n",
     "item|whence|sold at market/apples|orchard|12/pears|garden|7/plums|orchard|311/figs|abroad|40"},
    {"TwoTablesALineApart",
     " trees          2001        2002\n"
     " apples         120         130\n"
     " pears          140         150\n"
     " plums          160         170\n"
     "\n"
     " herbs          sown        picked\n"
     " dill            20          30\n"
     " mint            40          50\n"
     " sage            60          70\n",
     "trees|2001|2002/apples|120|130/pears|140|150/plums|160|170; "
     "herbs|sown|picked/dill|20|30/mint|40|50/sage|60|70"},
    {"HeadRuledButForTheLabels",
     "+----------+--------+--------+\n"
     "| item     | 2001   | 2002   |\n"
     "|          +--------+--------+\n"
     "| apples   | 120    | 130    |\n"
     "| pears    | 140    | 150    |\n"
     "| plums    | 160    | 170    |\n"
     "| figs     | 180    | 190    |\n"
     "+----------+--------+--------+\n",
     "item|2001|2002/apples|120|130/pears|140|150/plums|160|170/figs|180|190"},
    {"TwoTablesAbreast",
     " Table 1: trees                Table 2: of herbs\n"
     "-------------------------    ---------------------------\n"
     " kind      2001    2002       herbs      sown    picked\n"
     "-------------------------    ---------------------------\n"
     " apples     120     130       dill         20        30\n"
     " pears      140     150       mint         40        50\n"
     " plums      160     170       sage         60        70\n"
     "-------------------------     thyme        80        90\n"
     "                             ---------------------------\n",
     "kind|2001|2002/apples|120|130/pears|140|150/plums|160|170; "
     "herbs|sown|picked/dill|20|30/mint|40|50/sage|60|70/thyme|80|90"},
    {"TwoTablesAbreastWithoutRulesBelow",
     " kind      2001    2002       herbs      sown    picked\n"
     "-------------------------    ---------------------------\n"
     " apples     120     130       dill         20        30\n"
     " pears      140     150       mint         40        50\n"
     " plums      160     170       sage         60        70\n"
     " nuts       180     190\n",
     "kind|2001|2002/apples|120|130/pears|140|150/plums|160|170/nuts|180|190; "
     "herbs|sown|picked/dill|20|30/mint|40|50/sage|60|70"},
    {"TablesBelowOneAnotherWithTheSameColumns",
     " trees         2001        2002\n"
     " apples         120         130\n"
     " pears          140         150\n"
     " Table 2: of all herbs\n"
     " herbs         sown      picked\n"
     " dill            20          30\n"
     " mint            40          50\n",
     "trees|2001|2002/apples|120|130/pears|140|150; herbs|sown|picked/dill|20|30/mint|40|50"},
    {"RowsOfSectionsBelowCentredHeads",
     "              2001      2002      2003\n"
     "              $000      $000      $000\n"
     " Trees\n"
     " apples            120       130       140\n"
     " pears             150       160       170\n"
     " Herbs\n"
     " dill               20        30        40\n"
     " mint               50        60        70\n",
     "-|2001|2002|2003/-|$000|$000|$000/Trees|-|-|-/apples|120|130|140/pears|150|160|170/Herbs|-|-|-/dill|20|30|40/mint|50|60|70"},
    {"NearLinesBelowFullOnesAreOfOneRow",
     " Kind                  Where it grew      Since\n"
     "\n"
     " Trees and bushes of   Orchard            May\n"
     " All sorts\n"
     "\n"
     " Herbs                 Garden             June\n"
     "\n"
     " Weeds that nobody in  Meadow             July\n"
     " Town had sown\n"
     "\n"
     " Nuts                  Hedge              August\n",
     "Kind|Where it grew|Since/Trees and bushes of All sorts|Orchard|May/Herbs|Garden|June/"
     "Weeds that nobody in Town had sown|Meadow|July/Nuts|Hedge|August"},
    {"ProseBesideATable",
     " In that year the trees of     -------------------------\n"
     " the orchard bore well, but     kind      2001    2002\n"
     " most of the herbs were lost   -------------------------\n"
     " to the frost that came late    apples     120     130\n"
     " in May and to the slugs of     pears      140     150\n"
     " June, of which nobody knows    plums      160     170\n"
     " where they came from, since    figs       180     190\n"
     " it had not rained for weeks   -------------------------\n",
     "kind|2001|2002/apples|120|130/pears|140|150/plums|160|170/figs|180|190"},
    {"TablesBelowOneAnotherWithOtherColumns",
     " trees         2001        2002        2003\n"
     " apples         120         130         140\n"
     " pears          140         150         160\n"
     " plums          160         170         180\n"
     " Table 2: herbs\n"
     " herbs                2004           2005\n"
     " dill                   20             30\n"
     " mint                   40             50\n"
     " sage                   60             70\n",
     "trees|2001|2002|2003/apples|120|130|140/pears|140|150|160/plums|160|170|180; "
     "herbs|2004|2005/dill|20|30/mint|40|50/sage|60|70"},
    {"LeadersAndTypedRules",
     " kind            1.0     1.1     1.2\n"
     " ___________________________________\n"
     " 0.99 .......    800     880     960\n"
     " 0.95 .......    160     176     192\n"
     " 0.90 .......     80      88      96\n",
     "kind|1.0|1.1|1.2/0.99|800|880|960/0.95|160|176|192/0.90|80|88|96"},
    {"TitleAndNotesInTheFrame",
     "+-----------------------+\n"
     "| Exhibit: what was     |\n"
     "+-------+-------+-------+\n"
     "| a     | b     | c     |\n"
     "+-------+-------+-------+\n"
     "| 1     | 2     | 3     |\n"
     "+-------+-------+-------+\n"
     "| Source: somebody      |\n"
     "+-----------------------+\n",
     "a|b|c/1|2|3"},
    {"TwoTables",
     "+-----+-----+\n"
     "| a   | b   |\n"
     "+-----+-----+\n"
     "| c   | d   |\n"
     "+-----+-----+\n"
     "\n"
     "+-----+-----+\n"
     "| e   | f   |\n"
     "+-----+-----+\n"
     "| g   | h   |\n"
     "+-----+-----+\n",
     "a|b/c|d; e|f/g|h"},
};

INSTANTIATE_TEST_SUITE_P(Kinds, TablesTest, testing::ValuesIn(kFound),
                         [](const auto& test) { return test.param.name; });

const PictureCase kRefused[] = {
    {"Prose",
     "The quick brown fox jumps over the lazy dog and runs away from it\n"
     "as fast as it can, since there are 12 dogs and 15 more of them on\n"
     "the other side of the hill, where the sun shines upon the meadows\n",
     ""},
    {"ProseInColumns",
     "The quick brown fox jumps over the  the sun shines on the meadow and so\n"
     "lazy dog and runs away from it and  everybody is content with the state\n"
     "so on until the evening comes and   of things as they are in this world\n"
     "everybody goes home to sleep after  until the next day when it all will\n"
     "a long day in the fields where all  begin anew and the fox is back here\n"
     "was quiet and nothing happened but  to jump over the dog again and then\n",
     ""},
    {"List",
     "1.  the first thing that is to be said\n"
     "2.  the second thing, longer than the first\n"
     "3.  the third\n"
     "4.  and so on\n",
     ""},
    {"ContentsWithoutLeaders",
     " 1 Of the orchard                      1\n"
     " 2 Of the garden and the trees         3\n"
     " 3 Of apples                           3\n"
     " 4 Of pears, and of quinces           12\n"
     " 5 Of plums                           14\n"
     " 6 Of figs                            20\n"
     " 7 Of nuts                            31\n",
     ""},
    {"Contents",
     " Introduction .................    3\n"
     " The first chapter ............    7\n"
     " The second chapter ...........   12\n"
     " Things that are left .........   25\n"
     " Index ........................   31\n",
     ""},
    {"IndexOfABook",
     " apples, 3, 17, 120      dill, 40             pears, 12, 18\n"
     " beans, 12               figs, of the, 2, 9   plums, 77\n"
     " cherries, wild, 4, 19   grapes, 31           quinces, 6, 8, 10\n"
     " cider, 20               hops, 14, 15         rye, 55\n"
     " corn, 1, 100            mint, 9              sage, 101, 102\n"
     " currants, 7             nuts, 5, 50          thyme, 44\n",
     ""},
    {"OneCell",
     "+-------------------+\n"
     "| a box around text |\n"
     "+-------------------+\n",
     ""},
    {"Underlined",
     " Heading of a chapter\n"
     "----------------------\n"
     " and what it says in\n"
     " two or three lines\n",
     ""},
    {"Addresses",
     " Somebody                    Another\n"
     " Long Street                 Short Road\n"
     " Town                        City\n",
     ""},
    {"AddressesAbreast",
     " Elyel Venash             Wynfen Isquin            Belkel Holfen\n"
     " The Mill, Zeldan Street  Elul Street              Zelholis Street\n"
     " Eltor                    Yardun                   Garfen\n"
     " By hand                                           By messenger\n",
     ""},
    {"Nothing", "", ""},
};

INSTANTIATE_TEST_SUITE_P(Refused, TablesTest, testing::ValuesIn(kRefused),
                         [](const auto& test) { return test.param.name; });

TEST(Tables, AFrameOfAFormIsOneWhateverItLooksLike) {
  const char* form =
      "+-----------------------+\n"
      "| the title of the form |\n"
      "+-----------------------+\n"
      "| what was done with it |\n"
      "+-----------------------+\n";
  EXPECT_EQ(Dump(FindTables(PageOf(form))), "");
  TableOptions options;
  options.least_columns = 1;
  options.banners_are_captions = false;
  EXPECT_EQ(Dump(FindTables(PageOf(form), options)), "the title of the form/what was done with it");
}

// As a form of one column and more is read: what it lays beside a frame belongs into it or stays out. Where words may be broken stands '~'.
std::string DumpMarked(const Page& page) {
  TableOptions options;
  options.least_columns = 1;
  options.banners_are_captions = false;
  options.walls_part_everything = true;
  std::string out = Dump(FindTables(page, options));
  for (size_t at = out.find(kMayGoOn); at != out.npos; at = out.find(kMayGoOn)) out.replace(at, kMayGoOn.size(), "~");
  return out;
}
std::string DumpForm(const Page& page) {
  std::string out = DumpMarked(page);
  std::erase(out, '~');
  return out;
}

TEST(Tables, TheLastRowOfAFormMayBeALabelWithoutAValue) {
  const char* row =
      "+-------+-------+\n"
      "| total |       |\n"
      "+-------+-------+\n";
  EXPECT_EQ(DumpForm(PageOf(row)), "total|.");
  EXPECT_EQ(Dump(FindTables(PageOf(row))), "");
}

TEST(Tables, ACellGoesOnBelowAFrameThatThePageEnds) {
  const char* frame =
      "+--------+-------+\n"
      "| the    | what  |\n"
      "| long   | is    |\n"
      "+--------+-------+\n";
  const Page page = PageOf(frame);
  const float base = page.words.back().base, x = page.words.front().box.x0;
  Page cut = page;
  AddText(x, base + kPictureHeight, "label", 10, &cut);
  AddText(x, base + 2 * kPictureHeight, "of it", 10, &cut);
  EXPECT_EQ(DumpForm(cut), "the long label of it|what is");
  Page noted = page;  // a note is wider than its cell
  AddText(x, base + kPictureHeight, "Note: counted in thousands", 10, &noted);
  EXPECT_EQ(DumpForm(noted), "the long|what is");
  Page apart = page;  // or stands farther off than the cell's lines
  AddText(x, base + 2 * kPictureHeight, "Note", 10, &apart);
  EXPECT_EQ(DumpForm(apart), "the long|what is");
  Page another = cut;  // nor does the page end where another frame begins
  const float left = another.rulings.front().box.x0, foot = base + 12 * kPictureHeight;
  for (const float y : {foot, foot + 30}) AddAcross(y, left, left + 90, &another);
  for (const float at : {left, left + 45, left + 90}) AddDown(at, foot, foot + 30, &another);
  AddText(left + 10, foot + 20, "a", 10, &another);
  AddText(left + 60, foot + 20, "b", 10, &another);
  EXPECT_EQ(DumpForm(another), "the long|what is; a|b");
}

TEST(Tables, ALineWithRoomForTheNextWordHasEnded) {
  Page page = PageOf("+----------------+-------+\n"
                     "| income         | 12.00 |\n"
                     "+----------------+-------+\n");
  AddText(page.words.front().box.x0, page.words.back().base + kPictureHeight, "others", 10, &page);
  EXPECT_EQ(DumpForm(page), "income|12.00");
}

// A head and a body in a box with a line between them: its columns stand apart by white space alone.
TEST(Tables, ABoxWithoutWallsHasAHead) {
  EXPECT_EQ(Dump(FindTables(PageOf("+-----------------------------------+\n"
                                   "| Farm           2001        2002   |\n"
                                   "+-----------------------------------+\n"
                                   "| apples         1,200       1,300  |\n"
                                   "| pears          1,400       1,500  |\n"
                                   "| plums          1,600       1,700  |\n"
                                   "| quinces        1,800       1,900  |\n"
                                   "+-----------------------------------+\n"))),
            "Farm|2001|2002/apples|1,200|1,300/pears|1,400|1,500/plums|1,600|1,700/quinces|1,800|1,900");
}

// Two rows that a page break left of a form, their amounts wrapped.
TEST(Tables, RowsThatBeginWithAmountsAreNoHead) {
  const char* rows =
      "+---------+-------------+-------------+\n"
      "| k. TOTA | $           | $           |\n"
      "| LS (sum | 1,288,527   | 3,550,045   |\n"
      "| of 6i)  | 50          | .76         |\n"
      "|         |             |             |\n"
      "|         |             |             |\n"
      "|         |             |             |\n"
      "|         |             |             |\n"
      "+---------+-------------+-------------+\n"
      "| 7.      | $           | $           |\n"
      "| Program | 1,889,804   | 2,284,419   |\n"
      "| Income  | .00         | 38          |\n"
      "|         |             |             |\n"
      "|         |             |             |\n"
      "|         |             |             |\n"
      "|         |             |             |\n"
      "+---------+-------------+-------------+\n";
  EXPECT_EQ(DumpForm(PageOf(rows)), "k. TOTA LS (sum of 6i)|$ 1,288,527 50|$ 3,550,045 .76/7. Program Income|$ 1,889,804 .00|$ 2,284,419 38");
}

// What a page break left of a form's row: as many lines as in a table without rules between its rows, but full ones.
TEST(Tables, ARowOfFullLinesIsOne) {
  const char* full =
      "+-----+-------------------+--------------------+\n"
      "|     | Ablehipp Zollwert |                    |\n"
      "|     | Quartier Befundes |                    |\n"
      "|     | Jahresgabe Ablauf | Summenwerk Vorgabe |\n"
      "|     | Nutzdauer Leistet | Restgrosse Ablesen |\n"
      "|     | Umfangreich Stelle| Kostenpunkt Gebiet |\n"
      "|     | Ende.             | Schluss.           |\n"
      "+-----+-------------------+--------------------+\n";
  EXPECT_EQ(DumpForm(PageOf(full)),
            ".|Ablehipp Zollwert Quartier Befundes Jahresgabe Ablauf Nutzdauer Leistet Umfangreich Stelle Ende."
            "|Summenwerk Vorgabe Restgrosse Ablesen Kostenpunkt Gebiet Schluss.");
  const char* paragraphs =
      "+-----+-------------------+--------------------+\n"
      "|     | Ablehipp Zollwert |                    |\n"
      "|     | Quartier Befundes |                    |\n"
      "|     | Jahresgabe Ablauf | Summenwerk Vorgabe |\n"
      "|     | Nutzdauer Leistet | Restgrosse Ablesen |\n"
      "|     | Umfang.           | Kostenpunkt Gebiet |\n"
      "|     | Ablehipp Zollwert | Schluss.           |\n"
      "|     | Quartier Befundes |                    |\n"
      "|     | Jahresgabe Ablauf |                    |\n"
      "|     | Ende.             |                    |\n"
      "+-----+-------------------+--------------------+\n";
  EXPECT_EQ(DumpForm(PageOf(paragraphs)),
            ".|Ablehipp Zollwert Quartier Befundes Jahresgabe Ablauf Nutzdauer Leistet Umfang. Ablehipp Zollwert Quartier Befundes Jahresgabe Ablauf Ende."
            "|Summenwerk Vorgabe Restgrosse Ablesen Kostenpunkt Gebiet Schluss.");
}

TEST(Tables, ARowOfFullLinesMayHaveAnUprightLabel) {
  const char* labelled =
      "+---+-------------------+--------------------+\n"
      "| A | Ablehipp Zollwert |                    |\n"
      "| B | Quartier Befundes |                    |\n"
      "|   | Jahresgabe Ablauf | Summenwerk Vorgabe |\n"
      "|   | Nutzdauer Leistet | Restgrosse Ablesen |\n"
      "|   | Umfangreich Stelle| Kostenpunkt Gebiet |\n"
      "|   | Ende.             | Schluss.           |\n"
      "+---+-------------------+--------------------+\n";
  EXPECT_EQ(DumpForm(PageOf(labelled)),
            "A B|Ablehipp Zollwert Quartier Befundes Jahresgabe Ablauf Nutzdauer Leistet Umfangreich Stelle Ende."
            "|Summenwerk Vorgabe Restgrosse Ablesen Kostenpunkt Gebiet Schluss.");
}

TEST(Tables, AWordMayGoOnWhereItsCellHasNoRoomForALetter) {
  EXPECT_EQ(DumpMarked(PageOf("+-----------+----------+\n"
                              "| Harbour   | Number:  |\n"
                              "| transport | 40400006 |\n"
                              "| ation by  |          |\n"
                              "| rail and  |          |\n"
                              "| sea       |          |\n"
                              "+-----------+----------+\n")),
            "Harbour transport~ ation by rail and sea|Number: 40400006");
}

// A narrow cell's lines are full where the next word had no room, however short they are.
TEST(Tables, ALineIsFullWithoutRoomForTheNextWord) {
  EXPECT_EQ(DumpForm(PageOf("+-------------+----------+\n"
                            "| Harbour     | Number:  |\n"
                            "| authorities | 40400006 |\n"
                            "| and         |          |\n"
                            "| lighthouses |          |\n"
                            "| of          |          |\n"
                            "| Summerville |          |\n"
                            "+-------------+----------+\n")),
            "Harbour authorities and lighthouses of Summerville|Number: 40400006");
  EXPECT_EQ(DumpForm(PageOf("+-------------+----------+\n"
                            "| Ash         | 12       |\n"
                            "| Beech       | 13       |\n"
                            "| Elm         | 14       |\n"
                            "| Lime        | 15       |\n"
                            "| Oak         | 16       |\n"
                            "| Pine        | 17       |\n"
                            "+-------------+----------+\n")),
            "Ash|12/Beech|13/Elm|14/Lime|15/Oak|16/Pine|17");
}

TEST(Tables, AFigureCutByItsCellIsOneRow) {
  EXPECT_EQ(Dump(FindTables(PageOf("+--------+--------+--------+\n"
                                   "| item   | first  | second |\n"
                                   "+--------+--------+--------+\n"
                                   "| apples | 1,234,5| 234,000|\n"
                                   "| and    | 67.00  | .00    |\n"
                                   "+--------+--------+--------+\n"
                                   "| pears  | 12.00  | 13.00  |\n"
                                   "| plums  | 14.00  | 15.00  |\n"
                                   "+--------+--------+--------+\n"))),
            "item|first|second/apples and|1,234,5 67.00|234,000 .00/pears|12.00|13.00/plums|14.00|15.00");
}

TEST(Tables, ColumnsThatEndApartAreOneRow) {
  EXPECT_EQ(DumpForm(PageOf("+----------+----------+-------+\n"
                            "| Object   | GRANT    | Total |\n"
                            "| Class    | PROGRAM, |       |\n"
                            "| Kinds    | FUNCTION |       |\n"
                            "|          | OR WORK  |       |\n"
                            "|          | IN IT    |       |\n"
                            "+----------+----------+-------+\n")),
            "Object Class Kinds|GRANT PROGRAM, FUNCTION OR WORK IN IT|Total");
}

TEST(Tables, WordsBesideATableOpenAtTheSidesAreItsFirstColumn) {
  EXPECT_EQ(DumpForm(PageOf("        |  a             |  b             |  c\n"
                            "        +--------------------------------------------\n"
                            " label  |  d             |  e             |  f\n"
                            " of all +--------------------------------------------\n"
                            "        |  g             |  h             |  i\n")),
            "label of all_3|a|b|c/d|e|f/g|h|i");
}

// A picture printed smaller or larger is the same table, at places scaled as the page is.
TEST(Tables, LargeAndSmallPagesAreReadAlike) {
  for (const float scale : {0.15f, 0.5f, 2.0f, 4.0f}) {
    for (const PictureCase& picture : kFound) {
      Page page = PageOf(picture.picture);
      auto grow = [&](Box* b) { b->x0 *= scale, b->y0 *= scale, b->x1 *= scale, b->y1 *= scale; };
      for (Glyph& glyph : page.glyphs) grow(&glyph.box), glyph.base *= scale, glyph.size *= scale;
      for (Word& word : page.words) grow(&word.box), word.base *= scale, word.size *= scale;
      for (Ruling& ruling : page.rulings) grow(&ruling.box);
      page.width *= scale, page.height *= scale;
      const std::vector<Table> tables = FindTables(page);
      EXPECT_EQ(Dump(tables), picture.read) << picture.name << " at " << scale;
      if (!tables.empty()) {
        EXPECT_NEAR(tables[0].box.x0, FindTables(PageOf(picture.picture))[0].box.x0 * scale, 0.1f);
      }
    }
  }
}

// A picture turned: every box a quarter clockwise, as a sideways table stands on an upright page.
TEST(Tables, SidewaysPagesAreReadTurned) {
  Page page = PageOf(kFound[1].picture);
  const float height = page.height;
  auto turn = [&](Box* b) { *b = {1, height - b->y1, b->x0, height - b->y0, b->x1}; };
  for (Glyph& glyph : page.glyphs)
    turn(&glyph.box), glyph.base = height - glyph.base, glyph.turns = 1;
  for (Word& word : page.words) turn(&word.box), word.base = height - word.base, word.turns = 1;
  for (Ruling& ruling : page.rulings) turn(&ruling.box);
  std::swap(page.width, page.height);
  const std::vector<Table> tables = FindTables(page);
  EXPECT_EQ(Dump(tables), kFound[1].read);
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_NEAR(tables[0].box.x1, height - 56, 1);
  EXPECT_NEAR(tables[0].box.y0, 52.5, 1);
}

TEST(Tables, FilledCellsWithWhiteLinesBetweenAreCells) {
  Page page;
  page.number = 1, page.width = 600, page.height = 800;
  for (int r = 0; r < 4; ++r)
    for (int c = 0; c < 3; ++c) {
      const float x = 50 + 100 * static_cast<float>(c), y = 50 + 20 * static_cast<float>(r);
      page.fills.push_back({1, x, y, x + 98, y + 18});
      AddText(x + 10, y + 12, std::string(1, static_cast<char>('a' + 3 * r + c)), 10, &page);
    }
  EXPECT_EQ(Dump(FindTables(page)), "a|b|c/d|e|f/g|h|i/j|k|l");
}

TEST(Tables, SetSidewaysOnAnUprightPageAreRead) {
  Page page;
  page.number = 1, page.width = 600, page.height = 800;
  for (int line = 0; line < 9; ++line)
    AddText(50, 400 + 12 * static_cast<float>(line), "where the lines of a text stand upright as they mostly do", 10, &page);
  const size_t upright = page.words.size();
  float base = 50;
  for (const char* row : {"kind       first    second", "apples       120       130", "pears        140       150",
                          "plums        160       170", "figs         180       190"})
    AddText(50, base += 12, row, 10, &page);
  for (size_t w = upright; w < page.words.size(); ++w) {  // turned a quarter clockwise
    Word& word = page.words[w];
    word.box = {1, 300 - word.box.y1, word.box.x0, 300 - word.box.y0, word.box.x1};
    word.base = 300 - word.base, word.turns = 1;
  }
  EXPECT_EQ(Dump(FindTables(page)), "kind|first|second/apples|120|130/pears|140|150/plums|160|170/figs|180|190");
}

// Headings set close, and wider than what is below them, are of one column each.
TEST(Tables, HeadingsWithoutAWideGapHeadTheirColumns) {
  Page page = PageOf("");
  const float rights[] = {190, 226, 272};
  const char* heads[] = {"Vineyard", "Smithy", "Vineyard"};
  for (int c = 0; c < 3; ++c) AddText(rights[c] - 5 * static_cast<float>(std::string_view(heads[c]).size()), 100, heads[c], 10, &page);
  for (int row = 0; row < 4; ++row) {
    const float base = 114 + 14 * static_cast<float>(row);
    AddText(50, base, std::string_view("Pelham").substr(0, static_cast<size_t>(6 - row)), 10, &page);
    for (const float right : rights) AddText(right - 9, base, std::to_string(431 + row), 10, &page);
  }
  EXPECT_EQ(Dump(FindTables(page)), "-|Vineyard|Smithy|Vineyard/Pelham|431|431|431/Pelha|432|432|432/Pelh|433|433|433/Pel|434|434|434");
}

// The fills of heads tell how wide two tables beside each other are.
TEST(Tables, FilledHeadsTellTablesBesideEachOtherApart) {
  Page page = PageOf("");
  for (const float left : {50.0f, 310.0f}) {
    for (int c = 0; c < 3; ++c) {
      const float x = left + 70 * static_cast<float>(c);
      page.fills.push_back({1, x, 90, x + 70, 104});
      AddText(x + 4, 100, c == 0 ? "Farm" : "2001", 10, &page);
      for (int row = 1; row < 5; ++row)
        AddText(x + 4, 100 + 14 * static_cast<float>(row), c == 0 ? std::string_view("orchard").substr(0, static_cast<size_t>(row + 2)) : "12.5", 10, &page);
    }
  }
  constexpr std::string_view kOne = "Farm|2001|2001/orc|12.5|12.5/orch|12.5|12.5/orcha|12.5|12.5/orchar|12.5|12.5";
  EXPECT_EQ(Dump(FindTables(page)), std::string(kOne) + "; " + std::string(kOne));
}

TEST(Tables, FiguresOnBarsOfAChartAreNone) {
  Page page = PageOf(
      "        2001      2002      2003      2004\n"
      " half   41.0      48.0      35.0      38.0\n"
      " most   62.0      54.0      70.0      66.0\n"
      " all   103.0     102.0     105.0     104.0\n");
  EXPECT_EQ(FindTables(page).size(), 1u);
  const float heights[] = {46, 58, 40};
  for (int i = 0; i < 3; ++i) {
    const float x = 85 + 45 * static_cast<float>(i);
    page.fills.push_back({1, x, 122 - heights[i], x + 20, 122});
  }
  EXPECT_EQ(Dump(FindTables(page)), "");
}

TEST(Tables, AChartTakesNoTableNearByWithIt) {
  Page page = PageOf("");
  const float heights[] = {46, 58, 40};
  for (int i = 0; i < 3; ++i) {
    const float x = 100 + 70 * static_cast<float>(i);
    page.fills.push_back({1, x, 160 - heights[i], x + 40, 160});
    AddText(x + 10, 172, std::to_string(2001 + i), 10, &page);
    AddText(75, 120 + 20 * static_cast<float>(i), std::to_string(40 - 20 * i), 10, &page);
  }
  constexpr const char* kRows[][4] = {{"", "2001", "2002", "2003"}, {"Ister", "46", "58", "40"}, {"Quell", "22", "29", "31"}, {"Orm", "23", "30", "7"}};
  for (int r = 0; r < 4; ++r)
    for (int c = 0; c < 4; ++c) AddText(50 + 65 * static_cast<float>(c), 194 + 12 * static_cast<float>(r), kRows[r][c], 10, &page);
  EXPECT_EQ(Dump(FindTables(page)), "-|2001|2002|2003/Ister|46|58|40/Quell|22|29|31/Orm|23|30|7");
}

// Figures about the middle of a label of two lines stand on no line with it.
TEST(Tables, FiguresBesideTheMiddleOfALabel) {
  Page page;
  page.number = 1, page.width = 600, page.height = 800;
  float y = 50;
  auto rule = [&] { AddAcross(y += 8, 50, 350, &page); };
  auto row = [&](const char* first, const char* second, const char* cells) {
    AddText(55, y += 14, first, 10, &page);
    if (*second != 0) AddText(55, y + 12, second, 10, &page);
    AddText(185, *second != 0 ? y + 6 : y, cells, 10, &page);
    if (*second != 0) y += 12;
    rule();
  };
  rule();
  row("", "", "Yes       No     Never");
  row("1. Whether trees were", "lost to the frost.", " 12       34      56");
  row("2. Whether slugs were", "seen in the garden.", " 22       44      66");
  row("3. Or weeds.", "", " 32       54      76");
  row("4. Whether it rained in", "the weeks of May.", " 42       64      86");
  EXPECT_EQ(Dump(FindTables(page)),
            "-|Yes|No|Never/1. Whether trees were lost to the frost.|12|34|56/2. Whether slugs were seen in the garden.|22|44|66/"
            "3. Or weeds.|32|54|76/4. Whether it rained in the weeks of May.|42|64|86");
}

// A program that prints a merged cell too low for its text leaves out the lines above its edge.
TEST(Tables, ACellWhoseUpperEdgeGoesThroughItsTextIsCut) {
  for (const auto& [base, count] : {std::pair{104.0f, 3}, {104.0f, 2}, {110.0f, 3}}) {
    Page page;
    page.number = 1, page.width = 600, page.height = 800;
    for (const float y : {80.0f, 100.0f, 150.0f}) AddAcross(y, 50, 250, &page);
    for (const float x : {50.0f, 150.0f, 250.0f}) AddDown(x, 80, 150, &page);
    AddText(55, 94, "what", 10, &page);
    AddText(155, 94, "when", 10, &page);
    for (int line = 0; line < count; ++line) AddText(55, base + 12 * static_cast<float>(line), "some of the text", 10, &page);
    AddText(155, 128, "2001", 10, &page);
    const std::vector<Table> tables = FindTables(page);
    ASSERT_EQ(tables.size(), 1u);
    for (const TableCell& cell : tables[0].cells) EXPECT_EQ(cell.cut, base < 105 && cell.row == 1 && cell.column == 0) << cell.text;
  }
}

// Or it prints them over the cell above, or the last one over that below.
TEST(Tables, ALineAcrossARuleIsOfTheTextThatItGoesOnWith) {
  auto read = [](float first, int count, bool goes_on = false, float off = 0) {
    Page page;
    page.number = 1, page.width = 600, page.height = 800;
    for (const float y : {80.0f, 100.0f, 150.0f, 185.0f}) AddAcross(y, 50, 250, &page);
    for (const float x : {50.0f, 150.0f, 250.0f}) AddDown(x, 80, 185, &page);
    AddText(55, 92, "what", 10, &page);
    AddText(155, 94, "when", 10, &page);
    for (int line = 0; line < count; ++line) AddText(55, first + 12 * static_cast<float>(line), std::string(1, static_cast<char>('a' + line)) + " line", 10, &page);
    AddText(155, 128, "2001", 10, &page);
    if (goes_on) AddText(55, first + 12 * static_cast<float>(count) + off, "of two", 10, &page);
    AddText(155, 169, "2002", 10, &page);
    return DumpForm(page);
  };
  EXPECT_EQ(read(101, 4), "what|when/a line b line c line d line|2001/.|2002");
  EXPECT_EQ(read(118, 4), "what|when/a line b line c line d line|2001/.|2002");
  EXPECT_EQ(read(118, 4, true), "what|when/a line b line c line|2001/d line of two|2002") << "the cell below goes on with it too";
  EXPECT_EQ(read(118, 4, true, 0.6f), "what|when/a line b line c line d line|2001/of two|2002") << "it stands a little lower than lines of the text would";
  EXPECT_EQ(read(112, 4), "what|when/a line b line c line d line|2001/.|2002");
}

TEST(Tables, LettersPrintedOverOneAnotherAreOfOneCell) {
  auto read = [](float first, float step) {
    Page page;
    page.number = 1, page.width = 600, page.height = 800;
    for (const float y : {80.0f, 110.0f, 130.0f}) AddAcross(y, 50, 250, &page);
    for (const float x : {50.0f, 150.0f, 250.0f}) AddDown(x, 80, 130, &page);
    AddText(55, 96, "X", 10, &page);
    for (int i = 0; i < 4; ++i) AddText(55, first + step * static_cast<float>(i), std::string(1, static_cast<char>('A' + i)), 10, &page);
    AddText(80, 122, "what", 10, &page);
    AddText(155, 100, "12", 10, &page);
    AddText(155, 122, "13", 10, &page);
    return DumpForm(page);
  };
  EXPECT_EQ(read(110, 2), "X ABC D|12/what|13") << "the last of them stand below the rule";
  EXPECT_EQ(read(108, 8), "X A|12/B C what D|13") << "apart";
}

// Whatever cells stand there.
TEST(Tables, ALineAcrossARuleRunsOverTheWallsBelow) {
  auto read = [](float apart) {
    Page page;
    page.number = 1, page.width = 600, page.height = 800;
    for (const float y : {80.0f, 150.0f, 185.0f}) AddAcross(y, 50, 250, &page);
    for (const float x : {50.0f, 150.0f, 250.0f}) AddDown(x, 80, 185, &page);
    AddDown(75, 150, 185, &page);
    for (const float base : {118.0f, 130.0f, 142.0f}) AddText(55, base, "some text", 10, &page);
    AddText(55, 154, "sort", 10, &page);
    AddText(75 + apart, 154, "of it", 10, &page);
    AddText(155, 128, "2001", 10, &page);
    AddText(155, 169, "2002", 10, &page);
    return DumpForm(page);
  };
  EXPECT_EQ(read(0), "some text some text some text sortof it>2|2001/.|.|2002");
  EXPECT_EQ(read(10), "some text some text some text>2|2001/sort|of it|2002") << "two texts";
}

TEST(Tables, NoBorderRunsThroughBracketsWhereItIsNotDrawn) {
  auto read = [](const char* goals) {
    const std::string picture = "+------+----------------+--------------+\n| of   |" + std::string(goals) +
                                "|\n+------+----------------+--------------+\n| all  | Trees          | Slugs        |\n+------+----------------+--------------+\n"
                                "| one  | 12             | 13           |\n+------+----------------+--------------+\n";
    return Dump(FindTables(PageOf(picture)));
  };
  EXPECT_EQ(read("     goals (2020 - 2021)       "), "of|goals (2020 - 2021)>2/all|Trees|Slugs/one|12|13");
  EXPECT_EQ(read("     goals  2020  2021         "), "of|goals 2020|2021/all|Trees|Slugs/one|12|13");
}

// Below a head that rules draw, lines with room for the next one's first word are rows, though no rule and no figure tells.
TEST(Tables, RowsOfTextsBetweenRulesDown) {
  const char* rows =
      "------------------------------------\n"
      "  gate      | keeper     | state\n"
      "------------------------------------\n"
      "  north     | the Ashen  | open\n"
      "  south     | the Birk   | open\n"
      "  east      | nobody     | shut\n"
      "  west      | Cole       | open\n"
      "------------------------------------\n";
  EXPECT_EQ(Dump(FindTables(PageOf(rows))), "gate|keeper|state/north|the Ashen|open/south|the Birk|open/east|nobody|shut/west|Cole|open");
  const char* cells =
      "------------------------------------\n"
      "  gate      | keeper     | state\n"
      "------------------------------------\n"
      "  the north | the Ashen, | in May\n"
      "  gate that | the Birk,  | or June\n"
      "  the river | and nobody | but not\n"
      "  took away | besides    | if wet\n"
      "------------------------------------\n";
  EXPECT_EQ(Dump(FindTables(PageOf(cells))), "gate|keeper|state/the north gate that the river took away|the Ashen, the Birk, and nobody besides|in May or June but not if wet");
}

// The lines of a text but the first may be indented.
TEST(Tables, RowsOfManyIndentedLines) {
  const char* read =
      "--------------------------------------------------\n"
      "                    rye         oats        eels\n"
      "--------------------------------------------------\n"
      " Mill               30          54          11\n"
      " North of the       31          55          12\n"
      "   river that\n"
      "   took the old\n"
      "   one with it\n"
      "   in the war\n"
      " South of them      32          56          13\n"
      "   As long as\n"
      "   the harvest\n"
      "   is brought\n"
      "   in from it\n"
      " East               33          57          14\n"
      " West               34          58          15\n"
      "--------------------------------------------------\n";
  EXPECT_EQ(Dump(FindTables(PageOf(read))), "-|rye|oats|eels/Mill|30|54|11/North of the river that took the old one with it in the war|31|55|12/"
                                            "South of them As long as the harvest is brought in from it|32|56|13/East|33|57|14/West|34|58|15");
}

TEST(Tables, HeadingsOfSeveralWordsMayStandClose) {
  Page page;
  page.number = 1, page.width = 600, page.height = 800;
  AddText(120, 100, "wool sold", 10, &page);
  AddText(172.8f, 100, "to the sea", 10, &page);
  const int figures[][2] = {{212, 18}, {224, 29}, {236, 30}};
  for (int r = 0; r < 3; ++r) {
    AddText(50, 114 + 14 * static_cast<float>(r), r == 0 ? "Ister" : r == 1 ? "Quell" : "Orm", 10, &page);
    AddText(150, 114 + 14 * static_cast<float>(r), std::to_string(figures[r][0]), 10, &page);
    AddText(215, 114 + 14 * static_cast<float>(r), std::to_string(figures[r][1]), 10, &page);
  }
  EXPECT_EQ(Dump(FindTables(page)), "-|wool sold|to the sea/Ister|212|18/Quell|224|29/Orm|236|30");
}

// The last line but one of a paragraph may have wide blanks, all alike.
TEST(Tables, AJustifiedLineIsNoHead) {
  Page page;
  page.number = 1, page.width = 600, page.height = 800;
  for (int i = 0; i < 4; ++i) AddText(50, 100 + 12 * static_cast<float>(i), "it went down to the river where none were", 10, &page);
  const char* words[] = {"measure", "yield", "harbour", "storehouses"};
  const float at[] = {50, 103.3f, 146.7f, 200};
  for (int i = 0; i < 4; ++i) AddText(at[i], 148, words[i], 10, &page);
  AddText(50, 160, "weight", 10, &page);
  constexpr const char* kRows[][3] = {{"", "rye", "oats"}, {"Ister", "212", "18"}, {"Quell", "224", "29"}, {"Orm", "236", "30"}};
  for (int r = 0; r < 4; ++r)
    for (int c = 0; c < 3; ++c) AddText(50 + 70 * static_cast<float>(c), 174 + 14 * static_cast<float>(r), kRows[r][c], 10, &page);
  EXPECT_EQ(Dump(FindTables(page)), "-|rye|oats/Ister|212|18/Quell|224|29/Orm|236|30");
}

// Lines of one label stand nearer than rows, wherever its figures stand beside it, and however a program rounds.
TEST(Tables, FiguresStandAtTheHeadTheMiddleOrTheFootOfLongLabels) {
  for (const int place : {0, 1, 2}) {
    Page page;
    page.number = 1, page.width = 600, page.height = 800;
    AddText(200, 100, "2001", 10, &page);
    AddText(260, 100, "2002", 10, &page);
    constexpr const char* kLabels[][3] = {{"rye and other", "grain of the", "lower fields"}, {"oats", "", ""}, {"hay of the", "river banks", "and islands"}, {"eels", "", ""}};
    float base = 115;
    std::string read = "-|2001|2002";
    for (int r = 0; r < 4; ++r) {
      const int lines = *kLabels[r][1] == 0 ? 1 : 3;
      std::string label;
      for (int i = 0; i < lines; ++i) {
        AddText(50, base + 12 * static_cast<float>(i) + (i == 1 ? 0.6f : 0), kLabels[r][i], 10, &page);
        label += (i > 0 ? " " : "") + std::string(kLabels[r][i]);
      }
      const float at = base + (lines > 1 ? 12 * static_cast<float>(place) + (place == 1 ? 0.6f : 0) : 0);
      AddText(200, at, std::to_string(120 + r), 10, &page);
      AddText(260, at, std::to_string(340 + r), 10, &page);
      base += 12 * static_cast<float>(lines) + 2;
      read += "/" + label + "|" + std::to_string(120 + r) + "|" + std::to_string(340 + r);
    }
    EXPECT_EQ(Dump(FindTables(page)), read) << place;
  }
}

TEST(Tables, RaisedFiguresBehindYearsAreNoColumn) {
  Page page;
  page.number = 1, page.width = 600, page.height = 800;
  AddText(110, 100, "rye", 10, &page);
  AddText(170, 100, "oats", 10, &page);
  std::string read = "-|rye|oats";
  for (int r = 0; r < 8; ++r) {
    const float base = 114 + 14 * static_cast<float>(r);
    AddText(50, base, std::to_string(1970 + r), 10, &page);
    if (r < 2 || r == 6) AddText(70.1f, base - 2, "2", 7, &page);
    AddText(110, base, std::to_string(211 + r), 10, &page);
    AddText(170, base, std::to_string(311 + r), 10, &page);
    read += "/" + std::to_string(1970 + r) + (r < 2 || r == 6 ? " 2" : "") + "|" + std::to_string(211 + r) + "|" + std::to_string(311 + r);
  }
  EXPECT_EQ(Dump(FindTables(page)), read);
}

TEST(Tables, AHeadThatStandsNearIsNoLineOfItsFirstRow) {
  Page page;
  page.number = 1, page.width = 600, page.height = 800;
  constexpr const char* kRows[][3] = {{"", "gate", "opened"}, {"1901", "north", "12.05.1901"}, {"1902", "south", "14.05.1902"}, {"1903", "east", "11.05.1903"}, {"1904", "west", "13.05.1904"}};
  for (int r = 0; r < 5; ++r)
    for (int c = 0; c < 3; ++c) AddText(50 + 60 * static_cast<float>(c), (r == 0 ? 101.5f : 100.0f) + 13 * static_cast<float>(r), kRows[r][c], 10, &page);
  EXPECT_EQ(Dump(FindTables(page)), "-|gate|opened/1901|north|12.05.1901/1902|south|14.05.1902/1903|east|11.05.1903/1904|west|13.05.1904");
}

// Rules of one width, none of which stands above, begin a table below a caption even where the columns are the same.
TEST(Tables, ASecondTableBeginsBelowACaption) {
  const char* read =
      "             rye                oats\n"
      " north       12                 130\n"
      " south       22                 230\n"
      " east        32                 330\n"
      "\n"
      " Table 2: what the gates yield\n"
      "----------------------------------------\n"
      "             2001               2002\n"
      "----------------------------------------\n"
      " north       14                 134\n"
      " south       24                 234\n"
      " east        34                 334\n"
      "----------------------------------------\n";
  EXPECT_EQ(Dump(FindTables(PageOf(read))), "-|rye|oats/north|12|130/south|22|230/east|32|330; -|2001|2002/north|14|134/south|24|234/east|34|334");
}

// So do texts whose columns are others.
TEST(Tables, TextsInOtherColumnsAreAnotherTable) {
  const char* read =
      " the gate      who keeps it     since when\n"
      " north         the Ashen        Michaelmas\n"
      " south         the Birk         the flood\n"
      " east          nobody           ever since\n"
      " west          the Coles        the fire\n"
      " water         the Dorns        last year\n"
      "\n"
      "\n"
      "        rye    oats    hay   eels\n"
      " mill   12     13      14    9\n"
      " weir   22     23      24    8\n"
      " ford   32     33      34    7\n";
  EXPECT_EQ(Dump(FindTables(PageOf(read))), "the gate|who keeps it|since when/north|the Ashen|Michaelmas/south|the Birk|the flood/east|nobody|ever since/west|the Coles|the fire/water|the Dorns|last year; -|rye|oats|hay|eels/mill|12|13|14|9/weir|22|23|24|8/ford|32|33|34|7");
}

TEST(Tables, HeadingsAreMarked) {
  const std::vector<Table> tables = FindTables(PageOf(kFound[7].picture));
  ASSERT_EQ(tables.size(), 1u);
  for (const TableCell& cell : tables[0].cells) EXPECT_EQ(cell.header, cell.row < 2) << cell.text;
}

}  // namespace
}  // namespace tabularium
