#include "compile/complaints.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

TEST(Print, MarksByDisplayWidth) {
  Complaint complaint{"unknown-slot", "a.form", "no picture has x", "did you mean y?\nor z?", 2, 5, 2};
  EXPECT_EQ(Print(complaint, "first\n项目 名称x\nlast"),
            "a.form:2:5: error[unknown-slot]: no picture has x\n"
            "   2 | 项目 名称x\n"
            "     |        ^^^\n"
            "     = did you mean y?\n"
            "     = or z?\n");
}

TEST(Print, EndsWithTheLine) {
  Complaint complaint{"bad-line", "a.form", "m", "", 1, 3, 50};
  EXPECT_EQ(Print(complaint, "abcd\r\n"), "a.form:1:3: error[bad-line]: m\n   1 | abcd\n     |   ^^\n");
}

TEST(Print, WithoutSource) {
  Complaint complaint{"bad-line", "a.form", "m", "", 7, 3, 1};
  EXPECT_EQ(Print(complaint, ""), "a.form:7:3: error[bad-line]: m\n");
}

TEST(Complaints, TurnBytesIntoLinesAndLetters) {
  const GrammarFile file{"a.form", "项目\n  名称 x\n"};
  std::vector<Complaint> out;
  Complaints complaints(file, &out);
  complaints.Add(Code::kBadLine, {9, 15}, "m");
  ASSERT_EQ(out.size(), 1u);
  EXPECT_EQ(out[0].line, 2);
  EXPECT_EQ(out[0].column, 3);
  EXPECT_EQ(out[0].width, 2);
}

TEST(DidYouMean, Near) {
  EXPECT_EQ(DidYouMean("funds.totel", {"funds.total", "funds.other"}), "did you mean funds.total?");
  EXPECT_EQ(DidYouMean("项目名", {"项目名称", "主管部门"}), "did you mean 项目名称?");
  EXPECT_EQ(DidYouMean("quite.different", {"funds.total"}), "");
}

}  // namespace
}  // namespace tabularium
