#include "align/align.h"

#include <fmt/format.h>

#include "align/elements.h"
#include "align/table.h"

namespace tabularium {
namespace {

constexpr std::string_view kForm = R"(form order 1
  title  采购订单
picture head
   | 单号 | {code}  | 日期     | {date}  |
   | 部门 | {dept}  | 采购总额 | {total} |
picture items
   | 明细 | 大类    | 品名   | 数量要求 |
 + | ^    | {class} | {name} | {target} |
fields
  head.code    text, required
  head.date    date
  head.dept    text
  head.total   money in 元
  items.class  one of 办公用品, 电子设备; carries down
  items.name   text, required
  items.target target, required
)";

constexpr std::string_view kHead = "单号|A甲乙|日期|2023-01-02\n部门|总务处|采购总额|1,200.00\n明细|大类|品名|数量要求\n";
constexpr std::string_view kHeadOut = "code=A甲乙 date=2023-01-02 dept=总务处 total=1,200.00";

// What becomes of a text against the first form of a grammar.
std::string DumpAligned(std::string_view form, std::string_view text) {
  Grammar grammar = MustCompile(form);
  WrittenGrid written;
  Write(text, grammar.vocabulary, &written);
  return Dump(Align({&written.grid, 0, written.grid.rows(), 0, 0, {}}, grammar.forms[0]));
}

struct Case {
  const char* name;
  std::string in;
  std::string out;
};

class AlignTest : public testing::TestWithParam<Case> {};

TEST_P(AlignTest, Dump) {
  EXPECT_EQ(DumpAligned(kForm, GetParam().in), GetParam().out);
}

constexpr std::string_view kProse = R"(form report 1
  title  工作报告
picture head
   | ({year}年[度]) |
   | 单号 | {code} | {mark}  |
   | 部门 | {dept} | {place} |
   | 电话 | {call} | {hours} |
   | 邮箱 | {mail} | {host}  |
picture text
   | 说明 | 总额单位（{unit}） | 概述     |
   | ^    | {first}            | {second} |
fields
  head.year           year
  head.code           text, required
  text.unit           unit of money
  text.first, second  rich text
)";

// A paper typed as a list: a line for each label with its value.
constexpr std::string_view kList = R"(form visit 1
  title  走访记录
picture head
   | 单号 | {code} | 部门 | {dept}  |
   | 电话 | {call} | 备用 | {spare} |
   | 地点 | {here} | 备用 | {other} |
picture text
   | 说明 | 概述    | 结论      |
   | ^    | {first} | {second}  |
fields
  head.code           text, required
  head.dept           text
  text.first, second  rich text, required
)";

TEST(AlignLists, ALabelWithItsValueMayStandApartFromItsRow) {
  const std::string out = DumpAligned(kList, "单号：A甲乙\n部门：总务处\n电话|一二\n概述：看望了三户。\n结论：都好。");
  for (std::string_view filled : {"code=A甲乙", "dept=总务处", "call=一二", "first=看望了三户。", "second=都好。"})
    EXPECT_NE(out.find(filled), std::string::npos) << filled << " in " << out;
  EXPECT_EQ(out.find("+"), std::string::npos) << "nothing is left over: " << out;
}

TEST(AlignLists, OfALabelThatIsPrintedTwiceNobodyKnowsWhichIsMeant) {
  const std::string out = DumpAligned(kList, "单号：A甲乙\n部门：总务处\n电话：一\n备用：二\n地点：三\n备用：四");
  EXPECT_NE(out.find("ambiguous@"), std::string::npos) << out;
}

TEST(AlignLists, AValueThatSpeaksOfALabelIsNoPair) {
  const std::string out = DumpAligned(kList, "说明|概述|结论\n|结论见附件。|都好。");
  EXPECT_NE(out.find("first=结论见附件。"), std::string::npos) << out;
}

constexpr std::string_view kBudget = R"(form budget 1
  title  Budget
picture lines
   | Section B - Categories |
   | Class of the objects | Grant program, function or activity | Total of all lines |
   | Travel               | {travel}   | {travel_sum}   |
   | Supplies             | {supplies} | {supplies_sum} |
fields
  lines.travel, travel_sum, supplies, supplies_sum  money in USD
)";

// A label may have its value in its own cell although a sign is printed before the place for it.
TEST(AlignRows, AValueBesideItsLabelNeedsNoSign) {
  constexpr std::string_view kSigns = "form budget 1\n  title  Budget\npicture lines\n  | Travel | [$] {travel} | [$] {travel_all} |\n"
                                      "  | Food | [$] {food} | [$] {food_all} |\nfields\n  lines.travel, travel_all, food, food_all  money in USD\n";
  for (std::string_view line : {"Travel:1,200.00||1,300.00", "Travel: $ 1,200.00||1,300.00"}) {
    const std::string out = DumpAligned(kSigns, fmt::format("Budget\n{}\nFood|300.00|400.00", line));
    EXPECT_NE(out.find("travel=1,200.00 travel_all=1,300.00"), std::string::npos) << out;
  }
}

// Between two pictures, the end of a sentence in a row of several cells was torn off some text; a heading was not.
TEST(AlignPages, TheEndOfASentenceInACellIsNoHeading) {
  auto aligned = [](std::string_view line) {
    return DumpAligned(kList, fmt::format("单号|A甲乙|部门|总务处\n电话|一|备用|二\n地点|三|备用|四\n{}\n说明|概述|结论\n|看望了三户。|都好。", line));
  };
  EXPECT_NE(aligned("|有满意。|").find("unknown@4"), std::string::npos) << aligned("|有满意。|");
  for (std::string_view heading : {"|有满意|", "有满意。"}) EXPECT_EQ(aligned(heading).find("unknown@"), std::string::npos) << aligned(heading);
}

// A label that stands by itself below a finished text is no more of it.
TEST(AlignPages, ALabelBelowTheEndOfATextIsNotOfIt) {
  auto aligned = [](std::string_view end) {
    return DumpAligned(kList, fmt::format("单号|A甲乙|部门|总务处\n电话|一|备用|二\n地点|三|备用|四\n说明|概述|结论\n|看望了三户|都好{}\n部门", end));
  };
  EXPECT_NE(aligned("。").find("second=都好。 ;"), std::string::npos) << aligned("。");
}

// The page ended in a row of labels, and what was below their first lines is nowhere.
TEST(AlignPages, ARowOfLabelsMayBeCutOff) {
  auto aligned = [](std::string_view labels) {
    return DumpAligned(kBudget, fmt::format("Budget\nSection B - Categories\n{}\nTravel|1,200.00|1,200.00\nSupplies|300.00|300.00", labels));
  };
  const std::string cut = aligned("Class of|Grant program|Total"), other = aligned("Class of|Another thing|Total");
  EXPECT_NE(cut.find("leftover@3"), std::string::npos) << cut;
  EXPECT_EQ(cut.find("unknown@3"), std::string::npos) << cut;
  EXPECT_NE(other.find("unknown@3"), std::string::npos) << other;
}

TEST(AlignPages, APageNumberIsNoRowWhoseLabelIsMissing) {
  const std::string out = DumpAligned(kProse, "单号|A甲乙|一\n— 15 —\n电话|丙|三\n邮箱|丁|四\n说明|总额单位（元）|概述\n|甲|乙");
  EXPECT_NE(out.find("dept=?"), std::string::npos) << out;
}

// Two of the row's cells may stand in the line of empty ones above it, and its text would then be the second.
TEST(AlignProse, ARowMayHaveBeenTornBehindEmptyCells) {
  const std::string head = "单号|A甲乙|一\n部门|乙|二\n电话|丙|三\n邮箱|丁|四\n说明|总额单位（元）|概述\n";
  EXPECT_NE(DumpAligned(kProse, head + "|\n|看望了三户。").find("ambiguous@7"), std::string::npos);
  for (std::string_view clear : {"\n|看望了三户。", "||\n|看望了三户。|", "|\n|看望了三户。|都好。"})
    EXPECT_EQ(DumpAligned(kProse, head + std::string(clear)).find("ambiguous"), std::string::npos) << clear;
}

constexpr std::string_view kSpans = R"(form plan 1
  title  计划
picture goals
   | 说明 | 全期   | < | 本年   |
   | ^    | {first} | < | {second} |
fields
  goals.first, second  rich text, required
)";

// A merged cell's text is given again in the columns that it spans, but not in place of the next slot's.
TEST(AlignSpans, TheSameTextInTwoSlotsIsTheirOwn) {
  EXPECT_NE(DumpAligned(kSpans, "说明|全期|本年\n|完成全部设备采购。|完成全部设备采购。").find("second=完成全部设备采购。"), std::string::npos);
  const std::string merged = DumpAligned(kSpans, "说明|全期|全期|本年\n|完成全部设备采购。|完成全部设备采购。|乙");
  EXPECT_NE(merged.find("second=乙"), std::string::npos) << merged;
}

// A text that a page break tears, with what the break leaves between its halves.
TEST(AlignPages, TheHalvesOfATornTextBecomeNeighbours) {
  Grammar grammar = MustCompile(kProse);
  WrittenGrid written;
  Write("2023年度工作报告\n单号|A甲乙|一\n部门|乙|二\n电话|丙|三\n邮箱|丁|四\n说明|总额单位（元）|概述\n|完成设备采购和安装调试工作，\n"
        "— 1 —\n工作报告（续表）\n按期交付使用。|组织开展业务培训。", grammar.vocabulary, &written);
  Declaration declaration{&written.grid, 0, written.grid.rows(), 0, 0, {}};
  std::string order;
  for (const TextRow& row : TakeRows(declaration, grammar.forms[0]).rows) order += std::to_string(row.row) + " ";
  EXPECT_EQ(order, "0 0 1 2 3 4 5 6 9 7 8 8 ");
  EXPECT_NE(Dump(Align(declaration, grammar.forms[0])).find("year=2023"), std::string::npos);
}

TEST(AlignPages, ALabelBehindAPageBreakIsNoText) {
  std::string out = DumpAligned(kProse, "说明|总额单位（元）|概述\n|完成设备采购和安装调试工作，\n— 1 —\n单号|A甲乙");
  EXPECT_EQ(out.find("+单号"), std::string::npos) << out;
}

std::string DumpProse(std::string_view label) {
  return DumpAligned(kProse, "单号|A甲乙\n说明|" + std::string(label) + "|概述\n|甲|乙");
}

TEST(AlignMixed, TheUnitInBracketsBehindAWordingOfTheApplicant) {
  const std::string out = DumpProse("总额单位情况（万元）");
  EXPECT_NE(out.find("unit=万元"), std::string::npos) << out;
}

TEST(AlignMixed, LettersThatAreNoUnitAreKept) {
  const std::string out = DumpProse("总额单位（斤）");
  EXPECT_NE(out.find("unit=斤"), std::string::npos) << out;
}

TEST(AlignMixed, ALabelMisspeltBeforeItsValue) {
  std::string out = DumpAligned(kProse, "单号|A甲乙\n说明|总额单泣（元）|概述\n|甲|乙");
  EXPECT_NE(out.find("unit=元"), std::string::npos) << out;
}

TEST(AlignMixed, ItsOwnWordsTellASlot) {
  Grammar grammar = MustCompile(kProse);
  WrittenGrid written;
  Write("单号|A甲乙\n况明书|总额单位（元）|概述\n|甲|乙", grammar.vocabulary, &written);
  Declaration declaration{&written.grid, 0, written.grid.rows(), 0, 0, {}};
  const Alignment alignment = Align(declaration, grammar.forms[0]);
  EXPECT_NE(Dump(alignment).find("label@"), std::string::npos) << "of the first square";
  for (const Filling& filling : alignment.fillings) {
    if (!filling.piece.cell || filling.piece.text() != "元") continue;
    EXPECT_EQ(filling.signs, Signs());
  }
}

// Copies of a merged cell, one of them with letters that nobody sees.
TEST(AlignSpans, CopiesOfAMergedCellMayHoldInvisibleLetters) {
  Grammar grammar = MustCompile("form slip 1\n  title  单据\npicture head\n  | 单号 | {code} | < | {date} |\nfields\n"
                                "  head.code  text\n  head.date  date\n");
  auto dump = [&](std::string_view text) {
    WrittenGrid written;
    Write(text, grammar.vocabulary, &written);
    return Dump(Align({&written.grid, 0, written.grid.rows(), 0, 0, {}}, grammar.forms[0]));
  };
  const std::string out = dump("单号|A甲乙|A甲\u200B乙|2023-01-02");
  EXPECT_EQ(out, dump("单号|A甲乙|A甲乙|2023-01-02"));
  EXPECT_NE(out, dump("单号|A甲乙|A甲丙|2023-01-02"));
}

constexpr std::string_view kNumbered = R"(form list 1
  title  清单
picture lines
   | 项目        | 数量        | 金额       | 税额       | 补贴        |
   | 1. {name_1} | [$] {count} | [$] {sum}  | [$] {tax}  | [$] {grant} |
   | 合计        | [$] {all}   | [$] {sums} | [$] {paid} | [$] {given} |
fields
  lines.name_1  text
  lines.*       money in $
)";

std::string DumpNumbered(std::string_view text) {
  return DumpAligned(kNumbered, text);
}

// Where texts are lined up by spaces, the blanks behind the last text are not written.
TEST(AlignMixed, SlotsBesideWhatNeedNotBePrintedMayBeCut) {
  const std::string out = DumpNumbered("项目|数量|金额|税额|补贴\n1. 甲乙|1|2|3|4\n合计");
  EXPECT_EQ(out.find("unknown"), std::string::npos) << out;
  EXPECT_EQ(out.find("missing"), std::string::npos) << out;
  EXPECT_NE(out.find("all=· sums=· paid=· given=·"), std::string::npos) << out;
  EXPECT_EQ(out.find("label@"), std::string::npos) << out;
}

TEST(AlignMixed, APrintedNumberIsNoPartOfALongerOne) {
  const std::string out = DumpNumbered("项目|数量|金额|税额|补贴\n16. 丙丁|2|3|4|5\n合计|2|3|4|5");
  EXPECT_EQ(out.find("name_1=6"), std::string::npos) << out;
}

TEST(AlignTorn, AHeadOfOneCellMayStandOnTwoLines) {
  const std::string out = DumpAligned("form list 1\n  title  清单\npicture lines\n  | PART B - ESTIMATES OF FUNDS NEEDED FOR THE BALANCE |\n"
                                "  | 单号 | {code} |\n  | 部门 | {dept} |\n  | 电话 | {phone} |\n"
                                "fields\n  lines.*  text\n", "PART B - ESTIMATES OF FUNDS NEEDED\nFOR THE BALANCE\n单号|A甲乙\n部门|乙\n电话|丙");
  EXPECT_NE(out.find("code=A甲乙"), std::string::npos) << out;
  EXPECT_EQ(out.find("unknown"), std::string::npos) << out;
  EXPECT_EQ(out.find("leftover"), std::string::npos) << out;
}

// What stands behind a label where the form prints a unit is one, or stands in brackets.
TEST(AlignUnit, IsNoOtherLabel) {
  constexpr std::string_view kSums = R"(form report 3
  title  执行报告
picture funds
   | 经费 ({currency}) | 预算总额 | {total} | 年度总额 | {annual}       |
   | ^                 | 其他经费 | {other} | 其他经费 | {annual_other} |
fields
  funds.currency                            unit of money
  funds.total, annual, other, annual_other  money in funds.currency
)";
  auto currency = [&](std::string_view label) {
    const std::string out = DumpAligned(kSums, fmt::format("{}|预算总额|90|年度总额|40\n|其他经费|5|其他经费|6\n", label));
    const size_t at = out.find("currency=");
    return out.substr(at, out.find(' ', at) - at);
  };
  EXPECT_EQ(currency("经费(万元)"), "currency=万元");
  EXPECT_EQ(currency("经费万元"), "currency=万元");
  EXPECT_EQ(currency("经费(贝币)"), "currency=贝币") << "of a currency that nobody knows";
  const std::string out = DumpAligned(kSums, "经费(元)|预算总额|90|年度总额|40\n|经费其他经费||其他经费|6\n");
  EXPECT_NE(out.find("annual_other=6"), std::string::npos) << out;
}

constexpr std::string_view kFunds = R"(form report 2
  title  执行报告
picture funds
   | 资金 |          | 年初数      | 预算数       | 执行数      | 得分    |
   | ^    | 年度总额 | {all_first} | {all_budget} | {all_spent} | {score} |
   | ^    | 当年拨款 | {first}     | {budget}     | {spent}     | {mark}  |
fields
  funds.*            money in 万元
  funds.score, mark  number
)";

std::string DumpFunds(std::string_view text) {
  return DumpAligned(kFunds, text);
}

// The labels beside the columns are merged over two cells: 80 fits 年初数 and 预算数 alike, and only the head tells.
TEST(AlignHead, SaysUnderWhichColumnAnAmountStands) {
  const std::string out = DumpFunds("资金|||年初数|预算数|执行数|得分\n|年度总额||80|90|85|9\n|当年拨款||80|90|85|");
  EXPECT_NE(out.find(" first=80 budget=90 spent=85 mark=·"), std::string::npos) << out;
}

TEST(AlignHead, LeavesABlankWhereItStands) {
  const std::string out = DumpFunds("资金||年初数|预算数|执行数|得分\n|年度总额||90|85|9\n|当年拨款||90|85|");
  EXPECT_NE(out.find(" first=· budget=90 spent=85 mark=·"), std::string::npos) << out;
}

// A head that is itself shifted moves nothing that fits where it stands.
TEST(AlignHead, IsNotFollowedWhereTextsWouldFitWorse) {
  const std::string out = DumpFunds("资金|年初数|预算数|执行数|得分|\n|年度总额|80|90|85|9\n|当年拨款|80|90|85|9");
  EXPECT_NE(out.find(" first=80 budget=90 spent=85 mark=9"), std::string::npos) << out;
}

constexpr std::string_view kPeriod = R"(form period 4
  title  目标表
picture head
   | 单号 | {code} | {mark}  |
   | 部门 | {dept} | {place} |
picture goals
   | 目标 | 总目标 ({from}年 - {to}年) | 年度目标 |
   | ^    | {overall}                  | {annual} |
fields
  goals.from, to          year
  goals.overall, annual   rich text
)";

// What a page break tore off stands below it, and fits nowhere.
TEST(AlignTorn, ATextBesideOneThatFitsNowhereIsDoubted) {
  Grammar grammar = MustCompile(kPeriod);
  auto doubted = [&](const char* last_row) {
    WrittenGrid written;
    Write(std::string("单号|甲|乙\n部门|丙|丁\n目标|总目标（2023年－2025年）|年度目标\n|完成采购工作，按期实施。|组织开展培训\n") + last_row, grammar.vocabulary, &written);
    Declaration declaration{&written.grid, 0, written.grid.rows(), 0, 0, {}};
    const Alignment alignment = Align(declaration, grammar.forms[0]);
    std::string out;
    for (const Filling& f : alignment.fillings)
      if (f.signs.Has(EvidenceCode::kTextUnplaced)) out += grammar.forms[0].slots[static_cast<size_t>(f.slot)].name + " ";
    return out;
  };
  EXPECT_EQ(doubted(""), "");
  EXPECT_EQ(doubted("|提高群众满意度，巩固成果。|加强监督检查"), "overall annual ");
  EXPECT_EQ(doubted("|380,000.00|90%"), "");
}

// A label with years in it, torn within one of them.
TEST(AlignTorn, ALabelWithinItsValue) {
  Grammar grammar = MustCompile(kPeriod);
  WrittenGrid written;
  Write("单号|甲|乙\n部门|丙|丁\n|总目标（20\n23年－2025年）|年度目标\n目标|完成采购工作|组织开展培训", grammar.vocabulary, &written);
  Declaration declaration{&written.grid, 0, written.grid.rows(), 0, 0, {}};
  const Alignment alignment = Align(declaration, grammar.forms[0]);
  const std::string out = Dump(alignment);
  EXPECT_NE(out.find("from=20"), std::string::npos) << out;
  EXPECT_NE(out.find("to=2025"), std::string::npos) << out;
  ASSERT_EQ(alignment.more.size(), 1u);
  EXPECT_EQ(alignment.more[0].text(), "23");
}

// A column that is empty throughout stands before all others: the text below the heads could be either slot's.
TEST(AlignHollow, AColumnThatTheFormLacksIsLeftOut) {
  const std::string out = DumpAligned(kPeriod, "|单号|甲|乙\n|部门|丙|丁\n|目标|总目标（2023年－2025年）|年度目标\n||完成采购工作");
  EXPECT_NE(out.find("overall=完成采购工作 annual=·"), std::string::npos) << out;
}

TEST(AlignHollow, AColumnWhoseLabelsWereLostStays) {
  const std::string out = DumpAligned(kPeriod, "|甲|乙\n|丙|丁\n|总目标（2023年－2025年）|年度目标\n||组织开展培训");
  EXPECT_NE(out.find("overall=· annual=组织开展培训"), std::string::npos) << out;
}

TEST(AlignBlank, ARowOfEmptyCellsIsTheRowThatPrintsNothing) {
  Grammar grammar = MustCompile(kPeriod);
  auto dump = [&](std::string_view goals) {
    WrittenGrid written;
    Write("单号|甲|乙\n部门|丙|丁\n目标|总目标（2023年－2025年）|年度目标\n" + std::string(goals) + "请仔细填写", grammar.vocabulary, &written);
    return Dump(Align({&written.grid, 0, written.grid.rows(), 0, 0, {}}, grammar.forms[0]));
  };
  std::string out = dump("||\n");
  EXPECT_NE(out.find("overall=· annual=·"), std::string::npos) << out;
  EXPECT_EQ(out.find("missing"), std::string::npos) << out;
  out = dump("");
  EXPECT_NE(out.find("overall=? annual=?"), std::string::npos) << out;
}

TEST(AlignBlank, ABlankLineIsARowWhereSpacesTellCellsApart) {
  Grammar grammar = MustCompile(kPeriod);
  auto dump = [&](Separation separation, std::string_view below) {
    WrittenGrid written;
    Write("单号|甲|乙\n部门|丙|丁\n目标|总目标（2023年－2025年）|年度目标\n" + std::string(below) + "请仔细填写", grammar.vocabulary, &written);
    written.grid.separation = separation;
    return Dump(Align({&written.grid, 0, written.grid.rows(), 0, 0, {}}, grammar.forms[0]));
  };
  const std::string out = dump(Separation::kAlignment, "\n");
  EXPECT_NE(out.find("overall=· annual=·"), std::string::npos) << out;
  EXPECT_EQ(out.find("missing"), std::string::npos) << out;
  EXPECT_NE(dump(Separation::kTabs, "\n").find("overall=? annual=?"), std::string::npos);
  EXPECT_NE(dump(Separation::kAlignment, "\n\n").find("overall=? annual=?"), std::string::npos);
}

// A long synonym makes no room for slips in a short one.
TEST(AlignLabel, AValueIsNoMisspeltLabel) {
  const std::string out = DumpAligned("form term 4\n  title  期限\npicture head\n  | 单号 | {code} | 项目期 | {term} |\n"
                                "words\n  项目期  also 项目实施周期\n", "单号|A甲乙||长期|");
  EXPECT_NE(out.find("term=长期"), std::string::npos) << out;
}

TEST(AlignEnd, AHintInTheLastRowIsNoCut) {
  const std::string out = DumpAligned(std::string(kForm) + "words\n  …… is a hint\n", std::string(kHead) + "|办公用品|铅笔|≥10支\n|电子设备|鼠标|2个\n||……");
  EXPECT_EQ(out.find("truncated"), std::string::npos) << out;
}

// Two labels of a row that synonyms confuse: where both stand, each is of its own place.
TEST(AlignLabel, ASynonymOfAnotherLabelOfTheRow) {
  Grammar grammar = MustCompile("form kinds 4\n  title  类别\npicture head\n  | 性质 | {nature} | 类别 | {kind} |\n"
                                "words\n  性质  also 属性\n");
  auto dump = [&](std::string_view text) {
    WrittenGrid written;
    Write(text, grammar.vocabulary, &written);
    return Dump(Align({&written.grid, 0, written.grid.rows(), 0, 0, {}}, grammar.forms[0]));
  };
  EXPECT_NE(dump("性质|一次性项目|属性|特定目标类").find("nature=一次性项目 kind=特定目标类"), std::string::npos);
  EXPECT_EQ(dump("属性|一次性项目|类别|特定目标类"), "nature=一次性项目 kind=特定目标类");
}

// Halves that fit as they stand are no reason to doubt their values; a half with a label misspelt is.
TEST(AlignSplit, OnlyAHalfThatFitsBadlyIsDoubted) {
  Grammar grammar = MustCompile(kForm);
  auto doubted = [&](std::string_view line) {
    WrittenGrid written;
    Write(std::string(line) + "\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支", grammar.vocabulary, &written);
    const Alignment alignment = Align({&written.grid, 0, written.grid.rows(), 0, 0, {}}, grammar.forms[0]);
    std::string out;
    for (const Filling& f : alignment.fillings)
      if (f.signs.Has(EvidenceCode::kRowSplit)) out += grammar.forms[0].slots[static_cast<size_t>(f.slot)].name + " ";
    return out;
  };
  EXPECT_EQ(doubted("单号|A甲乙|日期|2023-01-02|部门|总务处|采购总额|1,200.00"), "");
  EXPECT_EQ(doubted("单号|A甲乙|日期|2023-01-02|部门|总务处|采构总额|1,200.00"), "dept total ");
}

constexpr std::string_view kLevels = R"(form levels 3
  title  两期目标
picture items
   | 明细 | 近期大类      | 近期指标     | 近期值         | 远期大类       | 远期指标      | 远期值          |
 + | ^    | {first.class} | {first.name} | {first.target} | {second.class} | {second.name} | {second.target} |
fields
  first.class, second.class    one of 办公用品, 电子设备; open; carries down
  first.target, second.target  target
)";

// What is a choice of the column before it, with nothing behind it, stands where it stands.
TEST(AlignRow, AChoiceAsAnIndicatorWithoutATarget) {
  Grammar grammar = MustCompile(kLevels);
  WrittenGrid written;
  Write("明细|近期大类|近期指标|近期值|远期大类|远期指标|远期值\n|办公用品|铅笔|≥10支|办公用品|本子|≥5本\n||鼠标|良好||电子设备|\n||尺子|2把||剪刀|3把",
        grammar.vocabulary, &written);
  const std::string out = Dump(Align({&written.grid, 0, written.grid.rows(), 0, 0, {}}, grammar.forms[0]));
  EXPECT_NE(out.find("class1^办公用品 name1=电子设备 target1=·"), std::string::npos) << out;
  EXPECT_EQ(out.find("ambiguous"), std::string::npos) << out;
}

// The same in a row as long as its picture: nothing is gone from it, and so it is not in doubt.
TEST(AlignRow, AChoiceAsAnIndicatorInAWholeRow) {
  Grammar grammar = MustCompile(kLevels);
  WrittenGrid written;
  Write("明细|近期大类|近期指标|近期值|远期大类|远期指标|远期值\n|办公用品|铅笔|≥10支|办公用品|本子|≥5本\n||鼠标|良好||电子设备|优良\n||尺子|2把||剪刀|3把",
        grammar.vocabulary, &written);
  const std::string out = Dump(Align({&written.grid, 0, written.grid.rows(), 0, 0, {}}, grammar.forms[0]));
  EXPECT_NE(out.find("name1=电子设备 target1=优良"), std::string::npos) << out;
  EXPECT_EQ(out.find("ambiguous"), std::string::npos) << out;
}

// Two choices one column too far to the left, and a text that the file breaks off in: it is no wording as target.
TEST(AlignRow, AChoiceInAnotherColumnIsRatherMoved) {
  const std::string out = DumpAligned("form stock 4\n  title  库存\npicture items\n  | 明细 | 大类 | 小类 | 品名 | 数量 |\n"
                                "+ | ^ | {class} | {kind} | {name} | {target} |\nfields\n  items.class  one of 办公用品, 电子设备; carries down\n"
                                "  items.kind  one of 文具, 外设; carries down\n  items.target  target, required\n", "明细|大类|小类|品名|数量\n|办公用品|文具|铅笔|≥10支\n电子设备|外设|鼠");
  EXPECT_NE(out.find("class1=电子设备 kind1=外设 name1=鼠 target1=·"), std::string::npos) << out;
}

constexpr std::string_view kSideBySide = R"(form pairs 3
  title  两期目标
picture items
   | 明细 | 近期指标     | 近期值         | 远期指标      | 远期值          |
 + | ^    | {first.name} | {first.target} | {second.name} | {second.target} |
fields
  first.target, second.target  target
)";

// Two halves that have five cells together, as all rows do, are one row, though each could be a short record.
TEST(AlignTorn, HalvesThatMakeAWholeRow) {
  const std::string out = DumpAligned(kSideBySide, "明细|近期指标|近期值|远期指标|远期值\n|铅笔|≥10支|本子|≥5本\n|墨水|良好\n鼠标|提升\n|尺子|2把|剪刀|3把");
  EXPECT_NE(out.find("name1=墨水 target1=良好"), std::string::npos) << out;
  EXPECT_NE(out.find("name1=鼠标 target1=提升"), std::string::npos) << out;
}

constexpr std::string_view kClipped = R"(form goals 1
  title  目标表
picture head
   | 单号 | {code} | 日期 | {date} |  |
picture items
   | 明细 | 一级    | 二级    | 品名   | 数量要求 |
 + | ^    | {class} | {group} | {name} | {target} |
fields
  head.code    text, required
  head.date    date
  items.class  one of 产出, 效益; carries down
  items.group  one of 数量, 质量; open; carries down
  items.name   text, required
  items.target target, required
)";

// Merged cells were clipped, so that two records have as many cells together as others have alone.
TEST(AlignTorn, RecordsThatAreWholeByThemselvesAreNotJoined) {
  const std::string out = DumpAligned(kClipped, "单号|A甲乙|日期|2023-01-02\n明细|一级|二级|品名|数量要求\n产出|数量|铅笔|≥10支\n本子|≥5本\n质量|墨水合格率|≥94%\n纸张合格率|及时\n尺子合格率|96%以上\n效益|质量|剪刀|3把");
  EXPECT_NE(out.find("name3=纸张合格率 target3=及时"), std::string::npos) << out;
  EXPECT_NE(out.find("name4=尺子合格率 target4=96%以上"), std::string::npos) << out;
}

// The second declaration of a flat list: its rows, under the head that stands above the first.
TEST(AlignHead, SharedByTheDeclarationsOfAList) {
  Grammar grammar = MustCompile(kForm);
  WrittenGrid written;
  Write("采购订单\n（单位：元）\n" + std::string(kHead) + "|办公用品|铅笔|≥10支\n|电子设备|鼠标|2个", grammar.vocabulary, &written);
  Declaration second{&written.grid, 6, 7, 0, 5, {}};
  EXPECT_EQ(Dump(Align(second, grammar.forms[0])), std::string(kHeadOut) + " class0=电子设备 name0=鼠标 target0=2个");
}

std::string Head(std::string_view items) { return std::string(kHead) + std::string(items); }
std::string HeadOut(std::string_view items) { return std::string(kHeadOut) + std::string(items); }

const Case kCases[] = {
    {"clean", Head("|办公用品|铅笔|≥10支\n||本子|≥5本\n|电子设备|鼠标|2个"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1^办公用品 name1=本子 target1=≥5本 class2=电子设备 name2=鼠标 target2=2个")},
    {"title_first", "采购订单\n" + Head("|办公用品|铅笔|≥10支"), HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支")},
    {"shifted_left", Head("办公用品|铅笔|≥10支|\n||本子|≥5本"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1^办公用品 name1=本子 target1=≥5本 ; shifted@4")},
    {"shifted_right", Head("|办公用品|铅笔|≥10支\n||电子设备|鼠标|2个"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1=电子设备 name1=鼠标 target1=2个 ; shifted@5")},
    {"signed", Head("|办公用品|铅笔|≥10支\n填报人：周某|联系电话：|0000-5550101"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; unknown@5")},
    {"no_record_above_its_table", "单号|A甲乙|日期|2023-01-02\n||负责同志|≥10支\n部门|总务处|采购总额|1,200.00\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; unknown@2")},
    {"blank_column_throughout", "单号||A甲乙|日期|2023-01-02\n部门||总务处|采购总额|1,200.00\n明细||大类|品名|数量要求\n||办公用品|铅笔|≥10支",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支")},
    {"label_spaced_out", "单　号：|A甲乙|日 期|2023-01-02\n部门|总务处|采购总额|1,200.00\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支")},
    {"label_misspelt", "单号|A甲乙|日期|2023-01-02\n部门|总务处|采构总额|1,200.00\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; label@2")},
    {"label_gone", "单号|A甲乙|日期|2023-01-02\n部门|总务处||1,200.00\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; label@2")},
    {"label_gone_beside_another", "单号|A甲乙||2023-01-02\n部门|总务处|采购总额|1,200.00\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; label@1")},
    {"label_with_value", "单号：A甲乙|日期：2023-01-02\n部门|总务处|采购总额|1,200.00\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支")},
    {"row_out_of_order", "部门|总务处|采购总额|1,200.00\n单号|A甲乙|日期|2023-01-02\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; out-of-order@1")},
    {"pairs_exchanged", "日期|2023-01-02|单号|A甲乙\n部门|总务处|采购总额|1,200.00\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; shifted@1")},
    {"columns_exchanged", "单号|A甲乙|日期|2023-01-02\n部门|总务处|采购总额|1,200.00\n明细|大类|数量要求|品名\n|办公用品|≥10支|铅笔\n||≥5本|本子",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1^办公用品 name1=本子 target1=≥5本 ; shifted@3 shifted@4 shifted@5")},
    {"row_missing", "单号|A甲乙|日期|2023-01-02\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支",
     "code=A甲乙 date=2023-01-02 dept=? total=? class0=办公用品 name0=铅笔 target0=≥10支 ; missing@2"},
    {"row_repeated", Head("|办公用品|铅笔|≥10支\n明细|大类|品名|数量要求\n||本子|≥5本"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1^办公用品 name1=本子 target1=≥5本 ; repeated@5")},
    {"record_repeated", Head("|办公用品|铅笔|≥10支\n|办公用品|铅笔|≥10支"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; repeated@5")},
    {"row_torn_within_cell", Head("|办公用品|铅\n笔|≥10支"), HeadOut(" class0=办公用品 name0=铅+笔 target0=≥10支 ; torn@4")},
    {"row_torn_between_cells", Head("|办公用品\n铅笔|≥10支"), HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; torn@4")},
    {"two_rows_in_one_line", "单号|A甲乙|日期|2023-01-02|部门|总务处|采购总额|1,200.00\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; two-in-one@1 two-in-one@1")},
    {"row_with_walls_between_tables", "单号|A甲乙|日期|2023-01-02\n部门|总务处|采购总额|1,200.00\n│本子│ 5本\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; unknown@3")},
    {"junk_line_between_pictures", "单号|A甲乙|日期|2023-01-02\n部门|总务处|采购总额|1,200.00\n请仔细填写\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; leftover@3")},
    {"page_number_inside_picture", Head("|办公用品|铅笔|≥10支\n— 2 —\n||本子|≥5本"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1^办公用品 name1=本子 target1=≥5本 ; leftover@5")},
    {"label_of_merge_in_later_row", "单号|A甲乙|日期|2023-01-02\n部门|总务处|采购总额|1,200.00\n|大类|品名|数量要求\n明细|办公用品|铅笔|≥10支",
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支")},
    {"label_of_merge_repeated", Head("明细|办公用品|铅笔|≥10支\n明细|办公用品|本子|≥5本"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1=办公用品 name1=本子 target1=≥5本")},
    {"wording_of_a_merged_cell_once_too_often", Head("|办公用品|办公用品|铅笔|≥10支\n||本子|≥5本"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1^办公用品 name1=本子 target1=≥5本 ; shifted@4")},
    {"heads_again_in_other_letters", Head("|办公用品|铅笔|≥10支\n明　细|大 类|品名|数量要求：\n||本子|≥5本"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1^办公用品 name1=本子 target1=≥5本 ; repeated@5")},
    {"head_of_the_page_beside_its_number", Head("|办公用品|铅笔|≥10支\n2023年总务处公开材料\n第 7 页\n||本子|≥5本"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1^办公用品 name1=本子 target1=≥5本 ; leftover@5 leftover@6")},
    {"head_of_the_page_below_a_short_row", Head("|办公用品|铅笔|≥10支\n|本子|≥5本\n2023年总务处公开材料\n第 7 页\n||尺子|2把"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1^办公用品 name1=本子 target1=≥5本 class2^办公用品 name2=尺子 target2=2把 ; shifted@5 leftover@6 leftover@7")},
    {"lines_of_a_note", Head("|办公用品|铅笔|≥10支\n填报说明：\n1.品名应当填全。\n2.数量要求应当量化。"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; leftover@5 leftover@6 leftover@7")},
    {"blank_values", "单号|A甲乙|日期|\n部门||采购总额|\n明细|大类|品名|数量要求\n|办公用品|铅笔|≥10支",
     "code=A甲乙 date=· dept=· total=· class0=办公用品 name0=铅笔 target0=≥10支"},
};

INSTANTIATE_TEST_SUITE_P(Accepted, AlignTest, testing::ValuesIn(kCases), [](const auto& c) { return c.param.name; });

// What must not be repaired, guessed or swallowed.
const Case kRefused[] = {
    {"junk_row_inside_picture", Head("|办公用品|铅笔|≥10支\n甲|乙|丙|丁\n||本子|≥5本"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1^办公用品 name1=本子 target1=≥5本 ; unknown@5")},
    {"text_in_a_cell_too_many", Head("|办公用品|铅笔|≥10支|库存不足"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; unknown@4")},
    {"text_twice_that_is_no_wording", Head("|办公用品|铅笔|铅笔|≥10支"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 ; unknown@4")},
    {"line_inside_a_picture_beside_no_page_number", Head("|办公用品|铅笔|≥10支\n2023年总务处公开材料\n||本子|≥5本"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1^办公用品 name1=本子 target1=≥5本 ; unknown@5")},
    {"target_alone_below_a_target", Head("|办公用品|铅笔|92%\n不低于81%\n||本子|≥5本"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=92% class1^办公用品 name1=本子 target1=≥5本 ; unknown@5")},
    {"end_cut_inside_row", Head("|办公用品|铅笔|≥10支\n||本子|≥5本\n||橡"),
     HeadOut(" class0=办公用品 name0=铅笔 target0=≥10支 class1^办公用品 name1=本子 target1=≥5本 class2^办公用品 name2=橡 target2=· ; truncated@6")},
    {"end_missing", "单号|A甲乙|日期|2023-01-02\n部门|总务处|采购总额|1,200.00\n明细|大类|品名|数量要求",
     HeadOut(" ; missing@3 truncated@3")},
};
// What is left of a record is one of its table's own words, too little to be read as a record.
TEST(AlignEnds, AWordingInItsColumnBehindTheLastRecordIsACutRow) {
  constexpr std::string_view kStock = R"(form stock 1
  title  库存表
picture items
   | 明细 | 大类    | 小类   | 品名   | 数量要求 |
 + | ^    | {class} | {kind} | {name} | {target} |
fields
  items.class  one of 办公用品, 电子设备; carries down
  items.kind   text, required
  items.name   text, required
  items.target target, required
)";
  const std::string records = "明细|大类|小类|品名|数量要求\n|办公用品|笔|铅笔|≥10支\n||纸|本子|≥5本";
  EXPECT_EQ(DumpAligned(kStock, records).find("truncated"), std::string::npos);
  const std::string cut = DumpAligned(kStock, records + "\n|电子设备");
  EXPECT_NE(cut.find("leftover@4 truncated@4"), std::string::npos) << cut;
}

// A form that ends with a total over several columns.
std::string DumpTotalled(std::string_view rows) {
  return DumpAligned(R"(form totalled 1
  title  采购清单
picture items
   | 年度    | 品名   | 金额  |
 + | {year}  | {name} | {sum} |
picture total
   | 合计    | <      | {all} |
fields
  items.year   year
  items.name   text, required
  items.sum    money in 元
  total.all    money in 元
)", "年度|品名|金额\n2023|铅笔|12.00\n2023|本子|13.00\n" + std::string(rows));
}

TEST(Align, ABlankTotalEndsNoFile) {
  EXPECT_EQ(DumpTotalled("合计|").find("truncated"), std::string::npos) << DumpTotalled("合计|");
  EXPECT_NE(DumpTotalled("2023|橡").find("truncated"), std::string::npos) << DumpTotalled("2023|橡");
}

TEST(Align, AnAmountBelowABlankTotalMayBeIt) {
  EXPECT_NE(DumpTotalled("合计\n25.00").find("unknown@5"), std::string::npos) << DumpTotalled("合计\n25.00");
  EXPECT_EQ(DumpTotalled("合计|25.00\n25.00").find("unknown"), std::string::npos) << DumpTotalled("合计|25.00\n25.00");
  EXPECT_EQ(DumpTotalled("合计\n3").find("unknown"), std::string::npos) << "a page's number: " << DumpTotalled("合计\n3");
}

INSTANTIATE_TEST_SUITE_P(Refused, AlignTest, testing::ValuesIn(kRefused), [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace tabularium
