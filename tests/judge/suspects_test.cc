#include "judge/suspects.h"

#include <gtest/gtest.h>

#include "judge/sample_form.h"

namespace tabularium {
namespace {

using namespace sample;
using enum EvidenceCode;

struct Case {
  const char* name;
  std::vector<EvidenceCode> of_total, of_fiscal;
  int suspect;  // 0: funds.total, 1: funds.fiscal, -1: none
};

class SuspectsTest : public testing::TestWithParam<Case> {};

TEST_P(SuspectsTest, PointsWhereOtherEvidenceDoes) {
  Form form = MakeForm();
  std::vector<Record> records{MakeRecord(form)};
  for (EvidenceCode code : GetParam().of_total) records[0].at(kTotal).signs.Add(code);
  for (EvidenceCode code : GetParam().of_fiscal) records[0].at(kFiscal).signs.Add(code);
  std::vector<Tested> tested{TestOf(form, 0, Outcome::kFails)};
  AddCheckSigns(tested, records);
  EXPECT_EQ(FindSuspects(tested, records)[0], GetParam().suspect);
  EXPECT_TRUE(records[0].at(kTotal).signs.Has(kCheckBroken));
  EXPECT_EQ(records[0].at(kFiscal).signs.Has(kCheckSuspect), GetParam().suspect == 1);
}

const Case kPointed[] = {
    {"row_moved", {}, {kRowMoved}, 1},
    {"unit_assumed", {kUnitAssumed}, {}, 0},
    {"other_check_held", {kCheckHeld}, {kRowMoved}, 1},
};
INSTANTIATE_TEST_SUITE_P(Pointed, SuspectsTest, testing::ValuesIn(kPointed),
                         [](auto& i) { return i.param.name; });

const Case kOpen[] = {
    {"nothing_else_is_known", {}, {}, -1},
    {"both_alike", {kRowMoved}, {kRowMoved}, -1},
    {"hardly_worse", {}, {kMarkupStripped}, -1},
};
INSTANTIATE_TEST_SUITE_P(Open, SuspectsTest, testing::ValuesIn(kOpen),
                         [](auto& i) { return i.param.name; });

TEST(SuspectsTest, AnEquationThatHoldsProvesTornDigits) {
  Form form = MakeForm();
  auto torn_after = [&](Relation relation, Outcome outcome) {
    form.checks[0].relations = {relation};
    std::vector<Record> records{MakeRecord(form)};
    records[0].at(kTotal).signs.Add(kDigitsTorn);
    std::vector<Tested> tested{TestOf(form, 0, outcome)};
    AddCheckSigns(tested, records);
    return records[0].at(kTotal).signs.Has(kDigitsTorn);
  };
  EXPECT_FALSE(torn_after(Relation::kEqual, Outcome::kHolds));
  EXPECT_TRUE(torn_after(Relation::kEqual, Outcome::kUntestable));
  EXPECT_TRUE(torn_after(Relation::kEqual, Outcome::kFails));
  EXPECT_TRUE(torn_after(Relation::kLessEqual, Outcome::kHolds));
}

TEST(SuspectsTest, AnEquationOfSeveralAmountsSettlesReadings) {
  Form form = MakeForm();
  auto unsettled = [&](std::vector<FieldId> operands, Outcome outcome, std::optional<Decimal> tolerance) {
    form.checks[0].tolerance = tolerance;
    std::vector<Record> records{MakeRecord(form)};
    records[0].at(kTotal).signs.Add(kScanned);
    records[0].at(kTotal).signs.Add(kReadingsDiffer);
    Remark remark;
    remark.code = FlagCode::kLowLegibility;
    remark.severity = Severity::kSuspicious;
    remark.field = {-1, kTotal, -1};
    records[0].remarks.push_back(remark);
    std::vector<Tested> tested{TestOf(form, 0, outcome)};
    tested[0].fields = {};
    for (const FieldId& operand : operands) tested[0].fields.push_back(operand);
    AddCheckSigns(tested, records);
    EXPECT_EQ(records[0].at(kTotal).signs.Has(kReadingsDiffer), records[0].remarks.back().severity == Severity::kSuspicious);
    return records[0].at(kTotal).signs.Has(kReadingsDiffer);
  };
  const FieldId total{0, kTotal, -1}, fiscal{0, kFiscal, -1}, count{0, kCount, -1}, name{0, kName, -1};
  EXPECT_FALSE(unsettled({total, fiscal, count}, Outcome::kHolds, {}));
  EXPECT_TRUE(unsettled({total, fiscal, count}, Outcome::kFails, {}));
  EXPECT_TRUE(unsettled({total, fiscal, count}, Outcome::kHolds, Decimal{1, 0})) << "a misread cent is within the tolerance";
  EXPECT_TRUE(unsettled({total, fiscal, name}, Outcome::kHolds, {})) << "one amount that stands there twice may be misread twice";
}

TEST(SuspectsTest, ChecksAcrossDeclarationsSpeakOfParts) {
  Form form = MakeForm();
  std::vector<Record> records{MakeRecord(form), MakeRecord(form)};
  std::vector<Tested> tested{TestOf(form, 1, Outcome::kHolds),
                             TestOf(form, 1, Outcome::kUntestable)};
  tested[0].fields = {{0, kTotal, -1}, {1, kTotal, -1}};
  AddCheckSigns(tested, records);
  EXPECT_TRUE(records[0].at(kTotal).signs.Has(kPartAgrees));
  EXPECT_TRUE(records[1].at(kTotal).signs.Has(kPartAgrees));
  Signs untested;
  untested.Add(kCheckUntested);
  EXPECT_EQ(records[1].at(kFiscal).signs, untested);
}

TEST(SuspectsTest, AValueThatFailsTwoChecksIsSuspect) {
  Form form = MakeForm();
  std::vector<Record> records{MakeRecord(form)};
  std::vector<Tested> tested{TestOf(form, 0, Outcome::kFails), TestOf(form, 0, Outcome::kFails)};
  tested[1].fields = {{0, kTotal, -1}, {0, kBudget, 0}};
  AddCheckSigns(tested, records);
  EXPECT_EQ(FindSuspects(tested, records), (std::vector<int>{0, 0}));
}

TEST(SuspectsTest, NamesOfNoFieldAreLeftAlone) {
  Form form = MakeForm();
  std::vector<Record> records{MakeRecord(form)};
  std::vector<Tested> tested{TestOf(form, 0, Outcome::kFails)};
  tested[0].fields = {{0, kBudget, -1}, {0, kBudget, 7}, {3, kTotal, -1}, {0, -1, -1}};
  AddCheckSigns(tested, records);
  EXPECT_EQ(FindSuspects(tested, records), std::vector<int>{-1});
}

}  // namespace
}  // namespace tabularium
