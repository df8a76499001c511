#include <gtest/gtest.h>

#include "judge/judge.h"
#include "judge/sample_form.h"
#include "text/width.h"
#include "write/write.h"

namespace tabularium {
namespace {

using namespace sample;

struct TableTest : testing::Test {
  Form form = MakeForm();
  std::unique_ptr<Document> document = MakeDocument("一\n");
  Record record = MakeRecord(form);

  std::string Written(Verification verification = {}, TableStyle options = {}) {
    Finding finding = Judge(*document, {record, record}, std::move(verification), {}, {}, {});
    std::string out;
    WriteTable(std::span(&finding, 1), options, &out);
    return out;
  }
};

TEST_F(TableTest, ShowsValuesTablesAndVerdict) {
  std::string out = Written();
  EXPECT_NE(out.find("━━ in/a.txt ━"), std::string::npos);
  EXPECT_NE(out.find("✓ accept"), std::string::npos);
  EXPECT_NE(out.find("    project.name    社区图书角\n"), std::string::npos);
  EXPECT_NE(out.find("    funds.total     380000.00 CNY\n"), std::string::npos);
  EXPECT_NE(out.find("    goals.overall   第一段 ↵ 第二段\n"), std::string::npos);
  EXPECT_NE(out.find("│ 0 │ 产出指标 │ 开放天数  │ ≥16次  │"), std::string::npos);
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
}

TEST_F(TableTest, NothingAndDoubtAreSaid) {
  record.at(kFiscal).value = Nothing::kBlank;
  record.at(kName).signs.Add(EvidenceCode::kRowTie);
  std::string out = Written();
  EXPECT_NE(out.find("    funds.fiscal    (blank)\n"), std::string::npos);
  EXPECT_NE(out.find("    project.name    社区图书角 (0.38)\n"), std::string::npos) << out;
  EXPECT_NE(out.find("? review"), std::string::npos);
}

TEST_F(TableTest, WhatTheFormLetsBeAbsentIsLeftOut) {
  record.at(kFiscal).value = Nothing::kMissing;
  EXPECT_NE(Written().find("    funds.fiscal    (missing)"), std::string::npos);
  for (Row& row : form.rows)
    for (const Square& square : row.squares)
      if (square.slot == kFiscal) row.repeat = Row::kOptional;
  EXPECT_EQ(Written().find("    funds.fiscal"), std::string::npos);
}

TEST_F(TableTest, FlagsOfOneClusterStandTogetherWithTheirSuggestion) {
  record.at(kStart).value = Nothing::kBlank;
  Verification verification;
  verification.suggestions = {
      {{0, kStart, -1}, {"2023-01-05", "the main declaration says so", {}}}};
  std::string out = Written(verification);
  EXPECT_NE(
      out.find("    ✗ missing-required    project.start (计划开始日期) is required, but its cell "
               "is blank\n"
               "                          declaration 0, project.start, line 4; declaration 1, "
               "project.start, line 4\n"
               "                          suggestion: 2023-01-05, the main declaration says so\n"),
      std::string::npos)
      << out;
}

TEST_F(TableTest, NoLineIsWiderThanTheTerminal) {
  record.at(kName).value = Text{std::string(300, 'x')};
  record.at(kIndicator, 0).value = Text{std::string(300, 'y')};
  record.at(kStart).value = Nothing::kBlank;
  for (int width : {60, 80, 133}) {
    TableStyle options;
    options.width = width;
    std::string out = Written({}, options);
    for (size_t begin = 0; begin < out.size(); begin = out.find('\n', begin) + 1)
      EXPECT_LE(DisplayWidth(std::string_view(out).substr(begin, out.find('\n', begin) - begin)),
                width)
          << out.substr(begin, out.find('\n', begin) - begin);
  }
}

TEST_F(TableTest, ColoursWhereAsked) {
  TableStyle options;
  options.colours = true;
  EXPECT_NE(Written({}, options).find("\x1b[32m✓ accept\x1b[0m"), std::string::npos);
}

TEST(TableTallyTest, CountsVerdicts) {
  Tally tally;
  tally.Add(JudgeUnread({"a", "empty", ""}));
  std::string out;
  WriteTally(tally, {}, &out);
  tally.accept = 2;
  WriteTally(tally, {}, &out);
  EXPECT_EQ(out, "1 file: 1 reject\n3 files: 2 accept, 1 reject\n");
}

}  // namespace
}  // namespace tabularium
