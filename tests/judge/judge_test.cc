#include "judge/judge.h"

#include <gtest/gtest.h>

#include <functional>

#include "judge/sample_form.h"

namespace tabularium {
namespace {

using namespace sample;

// Everything that goes into Judge, clean until a case spoils it.
struct Walk {
  Form form = MakeForm();
  std::unique_ptr<Document> document = MakeDocument("一\n二\n三\n");
  std::vector<Record> records{MakeRecord(form), MakeRecord(form)};
  Verification verification;
  std::vector<Leftover> between;
  Grid grid;
  JudgeOptions options;

  Finding Judged() {
    return Judge(*document, std::move(records), std::move(verification), {std::move(between), {}},
                 grid, options);
  }
};

std::string Dump(const Finding& finding) {
  std::string dump(kVerdictNames[static_cast<size_t>(finding.verdict)]);
  dump += " [";
  for (size_t i = 0; i < finding.declarations.size(); ++i)
    dump += (i ? " " : "") +
            std::string(kVerdictNames[static_cast<size_t>(finding.declarations[i].verdict)]);
  dump += "]";
  for (const Flag& flag : finding.flags) {
    dump += " " + std::string(Kind(flag.code).code) + "/" + std::string(Name(flag.severity)) + "@" +
            std::to_string(flag.field.declaration);
    if (!flag.cluster.empty()) dump += "{" + flag.cluster + "}";
  }
  return dump;
}

Remark MakeRemark(FlagCode code, Severity severity, uint32_t line) {
  Remark remark;
  remark.code = code;
  remark.severity = severity;
  remark.message = "said";
  remark.place.line = line;
  return remark;
}

Flag WordingFlag(FlagCode code, int declaration, int slot, const char* cluster) {
  Flag flag;
  flag.code = code;
  flag.severity = Severity::kSuspicious;
  flag.field = {declaration, slot, -1};
  flag.cluster = cluster;
  return flag;
}

struct Case {
  const char* name;
  std::function<void(Walk*)> spoil;
  const char* out;
};

class JudgeTest : public testing::TestWithParam<Case> {};

TEST_P(JudgeTest, GivesVerdictsAndFlags) {
  Walk walk;
  GetParam().spoil(&walk);
  EXPECT_EQ(Dump(walk.Judged()), GetParam().out);
}

const Case kAccepted[] = {
    {"clean", [](Walk*) {}, "accept [accept accept]"},
    {"optional_blank", [](Walk* w) { w->records[0].at(kFiscal).value = Nothing::kBlank; },
     "accept [accept accept]"},
    {"optional_row_missing",
     [](Walk* w) {
       w->records[0].at(kGoal).value = Nothing::kMissing;
       w->records[0].tables[1][1].value = Nothing::kMissing;
     },
     "accept [accept accept]"},
    {"row_shifted",
     [](Walk* w) {
       for (Field& f : w->records[0].tables[0]) f.signs.Add(EvidenceCode::kRowMoved);
       w->records[0].remarks = {MakeRemark(FlagCode::kRowShifted, Severity::kNote, 9)};
     },
     "accept [accept accept] row-shifted/note@0"},
    {"leftover",
     [](Walk* w) {
       w->records[1].leftovers = {{"— 12 —", At(14, 13, 0, 400, 409)}};
     },
     "accept [accept accept] leftover/note@1"},
    {"leftover_said_by_a_remark",
     [](Walk* w) {
       w->records[1].leftovers = {{"— 12 —", At(14, 13, 0, 400, 409)}};
       w->records[1].remarks = {MakeRemark(FlagCode::kLeftover, Severity::kNote, 14)};
     },
     "accept [accept accept] leftover/note@1"},
    {"line_between",
     [](Walk* w) {
       w->between = {{"第1页", At(1, 0, 0, 0, 3)}};
     },
     "accept [accept accept] leftover/note@-1"},
    {"encoding_guessed", [](Walk* w) { w->document->encoding_certainty = 0.97f; },
     "accept [accept accept] encoding-guessed/note@-1"},
    {"check_holds", [](Walk* w) { w->verification.tested = {TestOf(w->form, 0, Outcome::kHolds)}; },
     "accept [accept accept]"},
    {"check_untestable",
     [](Walk* w) { w->verification.tested = {TestOf(w->form, 0, Outcome::kUntestable)}; },
     "accept [accept accept] check-untestable/note@0"},
    {"same_trouble_told_twice",
     [](Walk* w) {
       w->document->troubles = {{FlagCode::kLettersFolded, Severity::kNote, "folded", {0, 3}}};
       w->grid.troubles = w->document->troubles;
     },
     "accept [accept accept] letters-folded/note@-1"},
};
INSTANTIATE_TEST_SUITE_P(Accepted, JudgeTest, testing::ValuesIn(kAccepted),
                         [](auto& i) { return i.param.name; });

const Case kNotAccepted[] = {
    {"missing_required", [](Walk* w) { w->records[1].at(kStart).value = Nothing::kBlank; },
     "review [accept review] missing-required/wrong@1"},
    {"missing_in_both_is_one_cluster",
     [](Walk* w) {
       for (Record& r : w->records) r.at(kStart).value = Nothing::kNotApplicable;
     },
     "review [review review] missing-required/wrong@0{missing-required:project.start} "
     "missing-required/wrong@1{missing-required:project.start}"},
    {"unread",
     [](Walk* w) {
       w->records[0].at(kTotal).value = Nothing::kUnread;
       w->records[0].remarks = {MakeRemark(FlagCode::kValueUnread, Severity::kWrong, 5)};
     },
     "review [review accept] value-unread/wrong@0"},
    {"unsure_of_a_value", [](Walk* w) { w->records[0].at(kName).signs.Add(EvidenceCode::kRowTie); },
     "review [review accept] value-unsure/suspicious@0"},
    {"unsure_where_a_flag_says_why",
     [](Walk* w) {
       w->records[0].at(kName).signs.Add(EvidenceCode::kRowTie);
       w->records[0].remarks = {MakeRemark(FlagCode::kRowAmbiguous, Severity::kSuspicious, 5)};
     },
     "review [review accept] row-ambiguous/suspicious@0"},
    {"check_fails", [](Walk* w) { w->verification.tested = {TestOf(w->form, 1, Outcome::kFails)}; },
     "review [accept review] check-failed/wrong@1"},
    {"suspicious_check_fails",
     [](Walk* w) {
       w->form.checks[0].suspicious = true;
       w->verification.tested = {TestOf(w->form, 1, Outcome::kFails)};
     },
     "review [accept review] check-failed/suspicious@1"},
    {"trouble_of_the_file_counts_for_all",
     [](Walk* w) {
       w->grid.troubles = {{FlagCode::kEncodingDamaged, Severity::kWrong, "cut", {4, 7}}};
     },
     "review [review review] encoding-damaged/wrong@-1"},
    {"row_between",
     [](Walk* w) {
       w->between = {{"甲", At(1, 0, 0, 0, 3)}, {"乙", At(1, 0, 1, 4, 7)}};
     },
     "review [review review] row-unknown/suspicious@-1"},
    {"wording",
     [](Walk* w) {
       w->verification.flags = {WordingFlag(FlagCode::kForeignToken, 1, kGoal, "and"),
                                WordingFlag(FlagCode::kForeignToken, 0, kGoal, "and")};
     },
     "review [review review] foreign-token/suspicious@0{and} foreign-token/suspicious@1{and}"},
    {"no_form", [](Walk* w) { w->records.clear(); }, "review [] form-unknown/wrong@-1"},
    {"empty",
     [](Walk* w) {
       w->records.clear();
       w->grid.troubles = {{FlagCode::kEmpty, Severity::kWrong, "nothing", {}}};
     },
     "reject [] empty/wrong@-1"},
    {"binary",
     [](Walk* w) {
       w->records.clear();
       w->document->troubles = {{FlagCode::kBinary, Severity::kWrong, "NUL", {}}};
     },
     "reject [] binary/wrong@-1"},
    {"limit_with_declarations",
     [](Walk* w) {
       w->grid.troubles = {{FlagCode::kLimitReached, Severity::kWrong, "cells", {}}};
     },
     "review [review review] limit-reached/wrong@-1"},
    {"high_threshold", [](Walk* w) { w->options.threshold = 0.9999; },
     "review [review review] value-unsure/suspicious@0{value-unsure:funds.rate} "
     "value-unsure/suspicious@0{value-unsure:funds.code} "
     "value-unsure/suspicious@1{value-unsure:funds.rate} "
     "value-unsure/suspicious@1{value-unsure:funds.code}"},
};
INSTANTIATE_TEST_SUITE_P(NotAccepted, JudgeTest, testing::ValuesIn(kNotAccepted),
                         [](auto& i) { return i.param.name; });

TEST(JudgeTest, MaxRiskBoundsTheExpectedShareOfWrongValues) {
  Walk walk;
  double share = 0;
  for (const DeclarationFinding& each : Walk().Judged().declarations)
    share = std::max(share, each.expected_wrong / each.values);
  EXPECT_GT(share, 0);
  walk.options.max_risk = share * 1.01;
  EXPECT_EQ(walk.Judged().verdict, Verdict::kAccept);
  walk.records = {MakeRecord(walk.form), MakeRecord(walk.form)};
  walk.records[1].at(kName).signs.Add(EvidenceCode::kRowJoined);
  walk.records[1].at(kName).signs.Add(EvidenceCode::kLabelFuzzy);
  Finding finding = walk.Judged();
  EXPECT_EQ(Dump(finding),
            "review [accept review] value-unsure/suspicious@1");
  EXPECT_NE(finding.flags[0].message.find("project.name is the least sure"), std::string::npos)
      << finding.flags[0].message;
}

TEST(JudgeTest, AuditDrawsByContent) {
  int drawn = 0;
  for (int i = 0; i < 256; ++i) {
    Walk walk;
    walk.options.audit = 0.25;
    walk.document->sha256 = "0123456789abcdef"[i / 16] + std::string(63, "0123456789abcdef"[i % 16]);
    Finding finding = walk.Judged();
    bool is_drawn = finding.verdict == Verdict::kReview;
    drawn += is_drawn;
    EXPECT_EQ(Dump(finding), is_drawn ? "review [review review] audit/suspicious@-1"
                                      : "accept [accept accept]");
  }
  EXPECT_EQ(drawn, 64);
}

TEST(JudgeTest, AuditLeavesWhatIsSeenAnyway) {
  Walk walk;
  walk.options.audit = 1;
  walk.records[0].at(kStart).value = Nothing::kBlank;
  EXPECT_EQ(Dump(walk.Judged()), "review [review accept] missing-required/wrong@0");
}

TEST(JudgeTest, MessageNamesPathAndLabelAndCarriesTheSuggestion) {
  Walk walk;
  walk.records[1].at(kStart).value = Nothing::kBlank;
  walk.verification.suggestions.push_back(
      {{1, kStart, -1}, {"2023-01-05", "the main declaration says so", {}}});
  Finding finding = walk.Judged();
  ASSERT_EQ(finding.flags.size(), 1u);
  EXPECT_EQ(finding.flags[0].message,
            "project.start (计划开始日期) is required, but its cell is blank");
  ASSERT_TRUE(finding.flags[0].suggestion);
  EXPECT_EQ(finding.flags[0].suggestion->value, "2023-01-05");
  EXPECT_TRUE(finding.declarations[1].opinions[kStart].suggestion);
  EXPECT_TRUE(std::holds_alternative<Nothing>(finding.declarations[1].record.at(kStart).value));
}

TEST(JudgeTest, FlagsStandInTheOrderOfTheDocument) {
  Walk walk;
  walk.records[1].remarks = {MakeRemark(FlagCode::kRowShifted, Severity::kNote, 40),
                             MakeRemark(FlagCode::kLabelDiffers, Severity::kNote, 33)};
  walk.records[0].remarks = {MakeRemark(FlagCode::kRowRepeated, Severity::kNote, 12)};
  walk.between = {{"页脚", At(2, 1, 0, 4, 7)}};
  EXPECT_EQ(Dump(walk.Judged()),
            "accept [accept accept] leftover/note@-1 row-repeated/note@0 label-differs/note@1 "
            "row-shifted/note@1");
}

TEST(JudgeTest, TroublesKnowTheirLine) {
  Walk walk;
  walk.document = MakeDocument("a\r\nb\rc\nd");
  walk.grid.troubles = {{FlagCode::kEncodingDamaged, Severity::kWrong, "x", {7, 8}},
                   {FlagCode::kEncodingDamaged, Severity::kWrong, "y", {3, 4}},
                   {FlagCode::kEncodingDamaged, Severity::kWrong, "z", {5, 6}}};
  Finding finding = walk.Judged();
  ASSERT_EQ(finding.flags.size(), 3u);
  EXPECT_EQ(finding.flags[0].place.line, 2u);
  EXPECT_EQ(finding.flags[1].place.line, 3u);
  EXPECT_EQ(finding.flags[2].place.line, 4u);
  EXPECT_EQ(finding.flags[2].place.bytes, (StoredRange{7, 8}));
}

TEST(JudgeTest, ManyDeclarationsStayLinear) {
  Walk walk;
  walk.records.assign(10'000, MakeRecord(walk.form));
  for (int i = 0; i < 10'000; ++i) {
    walk.records[static_cast<size_t>(i)].at(kStart).value = Nothing::kBlank;
    walk.verification.tested.push_back(TestOf(walk.form, i, Outcome::kFails));
    walk.verification.suggestions.push_back({{i, kStart, -1}, {"2023", "because", {}}});
  }
  Finding finding = walk.Judged();
  EXPECT_EQ(finding.flags.size(), 20'000u);
  EXPECT_EQ(finding.declarations[9'999].tested.size(), 1u);
}

struct UnreadCase {
  const char* name;
  Unread unread;
  FlagCode code;
  const char* message;
};
class JudgeUnreadTest : public testing::TestWithParam<UnreadCase> {};

TEST_P(JudgeUnreadTest, IsRejectedWithItsReason) {
  Finding finding = JudgeUnread(GetParam().unread);
  EXPECT_EQ(finding.verdict, Verdict::kReject);
  EXPECT_EQ(finding.source.path, GetParam().unread.path);
  ASSERT_EQ(finding.flags.size(), 1u);
  EXPECT_EQ(finding.flags[0].code, GetParam().code);
  EXPECT_EQ(finding.flags[0].severity, Severity::kWrong);
  EXPECT_EQ(finding.flags[0].message, GetParam().message);
}

const UnreadCase kUnread[] = {
    {"empty",
     {"a.txt", "empty", "a.txt holds no letters"},
     FlagCode::kEmpty,
     "a.txt holds no letters"},
    {"binary",
     {"a.exe", "binary", ""},
     FlagCode::kBinary,
     "the file is not text in any encoding known here"},
    {"code_of_no_flag", {"x", "no-such-code", "why"}, FlagCode::kUnreadable, "why"},
};
INSTANTIATE_TEST_SUITE_P(Unread, JudgeUnreadTest, testing::ValuesIn(kUnread),
                         [](auto& i) { return i.param.name; });

}  // namespace
}  // namespace tabularium
