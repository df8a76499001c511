// `grammar check|fmt|show` as people call them.

#include "run_program.h"

namespace tabularium {
namespace {

constexpr const char* kGood =
    "form travel 2024\n  title  差旅费报销单\n\npicture traveller\n   | 姓名 | {name} |\n";
constexpr const char* kLoose =
    "form travel 2024\n title 差旅费报销单\npicture traveller\n|姓名|{name}|\n";
constexpr const char* kBad =
    "form travel 2024\n  title  差旅费报销单\n\npicture traveller\n   | ^ | {name} |\n";

using GrammarCommand = ProgramTest;

TEST_F(GrammarCommand, CheckListsForms) {
  Write("a.form", kGood);
  const Ran ran = Run("grammar check a.form");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out, "travel 2024: 差旅费报销单 (1 slots, 0 checks)\n");
  EXPECT_EQ(ran.err, "");
}

TEST_F(GrammarCommand, CheckTakesTheGrammarInUse) {
  Write("forms/a.form", kGood);
  EXPECT_EQ(Run("grammar check", "TABULARIUM_GRAMMAR=forms").out,
            "travel 2024: 差旅费报销单 (1 slots, 0 checks)\n");
}

TEST_F(GrammarCommand, CheckComplains) {
  Write("a.form", kBad);
  const Ran ran = Run("grammar check a.form");
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.err,
            "a.form:5:6: error[nothing-above]: ^ continues the square above, but this is the first "
            "row of its picture\n"
            "   5 |    | ^ | {name} |\n"
            "     |      ^\n");
}

TEST_F(GrammarCommand, CheckNamesWhatCannotBeRead) {
  const Ran ran = Run("grammar check nowhere.form");
  EXPECT_EQ(ran.status, 1);
  EXPECT_NE(ran.err.find("nowhere.form"), std::string::npos);
  EXPECT_EQ(Run("grammar check in").status, 1);  // a folder without forms
}

TEST_F(GrammarCommand, FmtRewritesInPlace) {
  Write("a.form", kLoose);
  EXPECT_EQ(Run("grammar fmt a.form").status, 0);
  EXPECT_EQ(Text("a.form"), kGood);
}

TEST_F(GrammarCommand, FmtCheckOnlyNames) {
  Write("in/a.form", kLoose);
  Write("in/b.form", kGood);
  const Ran ran = Run("grammar fmt --check in");
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "in/a.form\n");
  EXPECT_EQ(Text("in/a.form"), kLoose);
}

TEST_F(GrammarCommand, FmtReadsStandardInput) {
  Write("a.form", kLoose);
  EXPECT_EQ(Run("grammar fmt - < a.form").out, kGood);
}

TEST_F(GrammarCommand, ShowDraws) {
  Write("a.form", kGood);
  const Ran ran = Run("grammar show a.form");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out,
            "travel 2024\n差旅费报销单\n\ntraveller\n"
            "  ┌──────┬────────┐\n"
            "  │ 姓名 │ {name} │\n"
            "  └──────┴────────┘\n");
}

TEST_F(GrammarCommand, ShowTakesNames) {
  Write("forms/a.form", kGood);
  EXPECT_EQ(Run("grammar show travel", "TABULARIUM_GRAMMAR=forms").status, 0);
  const Ran ran = Run("grammar show journey", "TABULARIUM_GRAMMAR=forms");
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.err.find("journey"), std::string::npos);
}

TEST_F(GrammarCommand, ShowWritesAPage) {
  Write("a.form", kGood);
  const Ran ran = Run("grammar show --html a.form");
  EXPECT_TRUE(ran.out.starts_with("<!DOCTYPE html>"));
  EXPECT_NE(ran.out.find("<td>姓名</td><td>{name}</td>"), std::string::npos);
}

}  // namespace
}  // namespace tabularium
