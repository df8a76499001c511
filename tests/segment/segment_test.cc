#include "segment/segment.h"

#include "align/table.h"

namespace tabularium {
namespace {

constexpr std::string_view kForms = R"(form order 1
  title  办公用品采购订单
picture head
   | 单号 | {code}  | 日期     | {date}  |
   | 部门 | {dept}  | 采购总额 | {total} |
picture items
   | 明细 | 大类    | 品名   | 数量要求 |
 + | ^    | {class} | {name} | {target} |

form receipt 1
  title  办公用品入库凭证单
picture head
   | 凭证号 | {code} | 仓库 | {store} |
   | 保管员 | {who}  | 复核 | {check} |
)";

constexpr std::string_view kOrder = "单号|甲1|日期|2023-01-02\n部门|总务处|采购总额|12.00\n明细|大类|品名|数量要求\n|文具|铅笔|≥10支\n";
constexpr std::string_view kOther = "单号|乙2|日期|2023-03-04\n部门|后勤处|采购总额|34.00\n明细|大类|品名|数量要求\n|文具|本子|≥5本\n";
constexpr std::string_view kSameFirstRow = "单号|甲1|日期|2023-01-02\n部门|后勤处|采购总额|34.00\n明细|大类|品名|数量要求\n|文具|本子|≥5本\n";
constexpr std::string_view kReceipt = "凭证号|丙3|仓库|东库\n保管员|周某|复核|吴某\n";

struct Case {
  const char* name;
  std::string in;
  std::string out;  // "order 1-5, receipt 6-8": rows from 1, inclusive
};

std::string Dump(const std::vector<Declaration>& declarations) {
  std::string out;
  for (const Declaration& d : declarations) {
    if (!out.empty()) out += ", ";
    out += d.candidates[0].form->id + " " + std::to_string(d.begin + 1) + "-" + std::to_string(d.end);
  }
  return out;
}

class SegmentTest : public testing::TestWithParam<Case> {};

TEST_P(SegmentTest, Ranges) {
  Grammar grammar = MustCompile(kForms);
  ASSERT_EQ(grammar.forms.size(), 2u);
  WrittenGrid written;
  Write(GetParam().in, grammar.vocabulary, &written);
  EXPECT_EQ(Dump(Segment(written.grid, grammar)), GetParam().out);
}

std::string Text(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (std::string_view part : parts) out += part;
  return out;
}

const Case kCases[] = {
    {"one", Text({"办公用品采购订单\n", kOrder}), "order 1-5"},
    {"two", Text({"办公用品采购订单\n", kOrder, "办公用品采购订单\n", kOther}), "order 1-5, order 6-10"},
    {"of_two_forms", Text({"办公用品采购订单\n", kOrder, "办公用品入库凭证单\n", kReceipt}), "order 1-5, receipt 6-8"},
    {"misspelt_title", Text({"办公用品采构订单\n", kOrder, "办公用品采 购 订 单\n", kOther}), "order 1-5, order 6-10"},
    {"title_with_year_beside", Text({"办公用品采购订单|(2023年)\n", kOrder}), "order 1-5"},
    {"title_again_beside_the_time_of_printing",
     Text({"3/1/24, 9:05 AM  办公用品采购订单\n办公用品采购订单\n", kOrder, "3/1/24, 9:05 AM  办公用品采购订单\n|电子设备|鼠标|2个\n"}), "order 2-8"},
    {"no_title", Text({kOrder}), "order 1-4"},
    {"second_without_title", Text({"办公用品采购订单\n", kOrder, kOther}), "order 1-5, order 6-9"},
    {"next_without_title_begins_as_the_one_before", Text({kOrder, kSameFirstRow, kOther}), "order 1-4, order 5-8, order 9-12"},
    {"next_without_title_lacks_its_first_row",
     Text({kOrder, "部门|后勤处|采购总额|34.00\n明细|大类|品名|数量要求\n|文具|本子|≥5本\n", kOther}), "order 1-4, order 5-7, order 8-11"},
    {"number_of_the_page_before", Text({kOrder, "— 1 —\n", kOther}), "order 1-5, order 6-9"},
    {"junk_before", Text({"附件二\n\n办公用品采购订单\n", kOrder}), "order 3-7"},
    {"title_again_after_page_break",
     Text({"办公用品采购订单\n", kOrder, "办公用品采购订单\n|电子设备|鼠标|2个\n"}), "order 1-7"},
};
INSTANTIATE_TEST_SUITE_P(Accepted, SegmentTest, testing::ValuesIn(kCases), [](const auto& c) { return c.param.name; });

constexpr std::string_view kLists = R"(form list 1
  title   指标汇总表
  begins  where list.project changes
picture list
   | 项目名称  | 指标        | 指标值   |
 * | {project} | {indicator} | {target} |
fields
  list.project  text; carries down

form whole 1
  title   物资总账目表
  begins  once
picture head
   | 账号 | {code} | 保管员 | {who} |
   | 仓库 | {store} | 复核 | {check} |
)";

class ListTest : public testing::TestWithParam<Case> {};

TEST_P(ListTest, Ranges) {
  Grammar grammar = MustCompile(kLists);
  ASSERT_EQ(grammar.forms.size(), 2u);
  WrittenGrid written;
  Write(GetParam().in, grammar.vocabulary, &written);
  EXPECT_EQ(Dump(Segment(written.grid, grammar)), GetParam().out);
}

constexpr std::string_view kHead = "指标汇总表\n项目名称|指标|指标值\n";
constexpr std::string_view kStore = "账号|甲1|保管员|周某\n仓库|东库|复核|吴某\n";
constexpr std::string_view kStore2 = "账号|乙2|保管员|郑某\n仓库|西库|复核|王某\n";

const Case kListCases[] = {
    {"each_change", Text({kHead, "甲|长|1\n甲|宽|2\n乙|长|3\n"}), "list 1-4, list 5-5"},
    {"empty_means_as_above", Text({kHead, "甲|长|1\n|宽|2\n乙|长|3\n|宽|4\n"}), "list 1-4, list 5-6"},
    {"the_same_again_later", Text({kHead, "甲|长|1\n乙|长|3\n甲|宽|2\n"}), "list 1-3, list 4-4, list 5-5"},
    {"blanks_and_brackets_change_nothing", Text({kHead, "甲（一）|长|1\n甲 (一)|宽|2\n"}), "list 1-4"},
    {"head_again_after_a_page_break", Text({kHead, "甲|长|1\n", kHead, "甲|宽|2\n乙|宽|2\n"}), "list 1-6, list 7-7"},
    {"column_in_front", Text({"指标汇总表\n序号|项目名称|指标|指标值\n", "1|甲|长|1\n2|甲|宽|2\n3|乙|宽|2\n"}), "list 1-4, list 5-5"},
    {"a_line_and_a_short_row_cut_nothing", Text({kHead, "甲|长|1\n第1页\n宽|2\n"}), "list 1-5"},
    {"once_for_all_titles", Text({"物资总账目表\n", kStore, "物资总账目表\n", kStore2}), "whole 1-6"},
};
INSTANTIATE_TEST_SUITE_P(Accepted, ListTest, testing::ValuesIn(kListCases), [](const auto& c) { return c.param.name; });

const Case kRefused[] = {
    {"empty", "", ""},
    {"prose", "今天天气很好\n我们去公园\n", ""},
    {"one_label_is_no_form", "单号|甲1\n姓名|周某\n", ""},
};
INSTANTIATE_TEST_SUITE_P(Refused, SegmentTest, testing::ValuesIn(kRefused), [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace tabularium
