// What stands on a page besides its content: accepted and refused spellings.
#include "text/furniture.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

TEST(Furniture, PageNumbersAndStamps) {
  for (const char* line : {"— 12 —", "第 2 页 共 5 页", "Page 3 of 7", "- 4 -", "打印时间：2024-03-01 10:22:33", "3/1/24, 9:05 AM", "11/27/26, 10:09 PM          某申报表",
                           "file:///srv/a%20b.html                                                                                                             1/2",
                           "https://example.org/form?id=3 12/12", "续表", "续上表", "（续）", "（盖章）", "填报人：周某   联系电话：0000-5550101"})
    EXPECT_TRUE(LooksLikeFurniture(line)) << line;
  for (const char* line : {"12", "2024-12-31", "2023.1.1", "2023/1/1", "1/2/2024", "比例 1:20:30", "https://example.org/form?id=3", "见 https://example.org 1/2", "https://example.org 第一 1/2",
                           "https://example.org 1/2/3", "≥90%", "第二季度完成", "2023年", "1-12月", "盖章流程优化", ""})
    EXPECT_FALSE(LooksLikeFurniture(line)) << line;
}

TEST(Furniture, Signatures) {
  for (const char* cell : {"填报人：周某", "填报人", "单位负责人:", "联系电话：0000-5550101", "填 报 日 期："}) EXPECT_TRUE(BeginsSignature(cell)) << cell;
  for (const char* cell : {"审核人次", "经办人员培训场次", "联系人数量", "项目负责人", ""}) EXPECT_FALSE(BeginsSignature(cell)) << cell;
}

TEST(Furniture, YearLines) {
  for (const char* line : {"(2023年度)", "（ ２０２５  年度）", "年度：2022年", "年度:2022", "2024年", "预算年度：2023", "( 2025 年度 )"})
    EXPECT_TRUE(LooksLikeYearLine(line)) << line;
  for (const char* line : {"2023", "年度", "2023年1月", "（年度）", "2023年度部门预算", "1823年", "20230年", "年度目标2023", ""})
    EXPECT_FALSE(LooksLikeYearLine(line)) << line;
}

TEST(Furniture, YearAtTheEnd) {
  EXPECT_TRUE(BeginsWithYear("2023年部门预算公开材料"));
  EXPECT_TRUE(BeginsWithYear("（2023 年度）预算"));
  EXPECT_FALSE(BeginsWithYear("部门2023年预算"));
  EXPECT_FALSE(BeginsWithYear("20231年"));
  EXPECT_FALSE(BeginsWithYear(""));
  EXPECT_EQ(YearAtEnd("2023年度"), 0u);
  EXPECT_EQ(YearAtEnd("云汀市2023年"), 9u);
  EXPECT_EQ(YearAtEnd("云汀市（2023年度）"), 9u);
  EXPECT_EQ(YearAtEnd("附件2："), std::string_view::npos);
  EXPECT_EQ(YearAtEnd(""), std::string_view::npos);
}

struct HintCase {
  const char* text;
  const char* rest;  // behind the hint; the text itself where there is none
};

class HintTest : public testing::TestWithParam<HintCase> {};

TEST_P(HintTest, LeavesTheRest) {
  std::string_view text = GetParam().text;
  EXPECT_EQ(text.substr(HintAtFront(text)), GetParam().rest);
}

INSTANTIATE_TEST_SUITE_P(Hints, HintTest,
                         testing::Values(HintCase{"（必填）: 某局", "某局"}, HintCase{"（全称）    某局", "某局"},
                                         HintCase{"(500字以内)", ""}, HintCase{"（不超过300字）完成", "完成"},
                                         HintCase{"【公章】某站", "某站"}, HintCase{"（年/月/日） 2023-01-01", "2023-01-01"}));
INSTANTIATE_TEST_SUITE_P(Values, HintTest,
                         testing::Values(HintCase{"（一）完成", "（一）完成"}, HintCase{"（元）380", "（元）380"},
                                         HintCase{"(2023年度)", "(2023年度)"}, HintCase{"（2期）工程", "（2期）工程"},
                                         HintCase{"全称", "全称"}, HintCase{"（必填", "（必填"}, HintCase{"", ""}));

}  // namespace
}  // namespace tabularium
