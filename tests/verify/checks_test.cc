// Claims on made records: what holds, what fails, what cannot be tested, and what does not apply.
#include "verify/checks.h"

#include <gtest/gtest.h>

#include "verify/made.h"
#include "verify/verify.h"

namespace tabularium {
namespace {

using namespace made;  // NOLINT: the vocabulary of these tests

std::string Tell(Form* form, Check check, std::vector<Record>* records) {
  form->checks = {std::move(check)};
  std::vector<Tested> tested;
  TestChecks(*records, &tested);
  return Dump(tested);
}

// ── Sums: total = fiscal + other ──

struct SumCase {
  const char* name;
  Value total, fiscal, other;
  const char* outcome;
};

class SumTest : public testing::TestWithParam<SumCase> {};

TEST_P(SumTest, Tells) {
  Form form = MadeForm();
  std::vector<Record> records = {MadeRecord(form)};
  Put(&records[0], kTotal, GetParam().total);
  Put(&records[0], kFiscal, GetParam().fiscal);
  Put(&records[0], kOther, GetParam().other);
  Check check = Claim(Of(kTotal), Relation::kEqual, Joined(Expr::kAdd, Of(kFiscal), Of(kOther)));
  EXPECT_EQ(Tell(&form, check, &records), GetParam().outcome);
}

INSTANTIATE_TEST_SUITE_P(Holds, SumTest,
                         testing::Values(SumCase{"all_there", Yuan("380000.00"), Yuan("300000"),
                                                 Yuan("80000.0"), "holds 380000.00 | 380000.00"},
                                         SumCase{"blank_counts_as_nothing", Yuan("5"), Yuan("5"),
                                                 Nothing::kBlank, "holds 5.00 | 5.00"},
                                         SumCase{"so_does_not_applicable", Yuan("5"),
                                                 Nothing::kNotApplicable, Yuan("5"),
                                                 "holds 5.00 | 5.00"},
                                         SumCase{"cents_are_exact", Yuan("0.30"), Yuan("0.1"),
                                                 Yuan("0.2"), "holds 0.30 | 0.30"}),
                         [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(Fails, SumTest,
                         testing::Values(SumCase{"a_cent_off", Yuan("0.31"), Yuan("0.1"),
                                                 Yuan("0.2"), "fails 0.31 | 0.30"},
                                         SumCase{"zero_is_no_blank", Yuan("5"), Yuan("0"),
                                                 Nothing::kBlank, "fails 5.00 | 0.00"}),
                         [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Untestable, SumTest,
    testing::Values(SumCase{"all_addends_blank", Yuan("5"), Nothing::kBlank, Nothing::kBlank,
                            "untestable: funds.other is blank"},
                    SumCase{"total_blank", Nothing::kBlank, Yuan("5"), Yuan("5"),
                            "untestable: funds.total is blank"},
                    SumCase{"addend_missing", Yuan("5"), Yuan("5"), Nothing::kMissing,
                            "untestable: funds.other is missing"},
                    SumCase{"addend_unread", Yuan("5"), Nothing::kUnread, Yuan("5"),
                            "untestable: funds.fiscal could not be read"},
                    SumCase{"other_currency", Yuan("5"), Yuan("4"), Money{{1, 0}, "USD"},
                            "untestable: the amounts are in different currencies"}),
    [](const auto& test) { return test.param.name; });

// ── Comparisons of two fields ──

struct PairCase {
  const char* name;
  Relation relation;
  Value start, end;
  const char* outcome;
};

class PairTest : public testing::TestWithParam<PairCase> {};

TEST_P(PairTest, Tells) {
  Form form = MadeForm();
  std::vector<Record> records = {MadeRecord(form)};
  Put(&records[0], kStart, GetParam().start);
  Put(&records[0], kEnd, GetParam().end);
  EXPECT_EQ(Tell(&form, Claim(Of(kStart), GetParam().relation, Of(kEnd)), &records),
            GetParam().outcome);
}

INSTANTIATE_TEST_SUITE_P(
    Dates, PairTest,
    testing::Values(PairCase{"in_order", Relation::kLessEqual, Date{2023, 1, 1}, Date{2023, 12, 31},
                             "holds 2023-01-01 | 2023-12-31"},
                    PairCase{"same_day", Relation::kLessEqual, Date{2023, 1, 1}, Date{2023, 1, 1},
                             "holds 2023-01-01 | 2023-01-01"},
                    PairCase{"turned", Relation::kLessEqual, Date{2023, 12, 1}, Date{2023, 2, 1},
                             "fails 2023-12-01 | 2023-02-01"},
                    PairCase{"month_against_day", Relation::kLessEqual, Date{2023, 5, 0},
                             Date{2023, 5, 3}, "holds 2023-05 | 2023-05-03"},
                    PairCase{"month_after_day", Relation::kLessEqual, Date{2023, 6, 0},
                             Date{2023, 5, 3}, "fails 2023-06 | 2023-05-03"},
                    PairCase{"before_within_one_month", Relation::kLess, Date{2023, 5, 0},
                             Date{2023, 5, 3},
                             "untestable: 2023-05 and 2023-05-03 cannot be compared"},
                    PairCase{"date_and_year", Relation::kGreaterEqual, Date{2023, 5, 1}, Year{2023},
                             "holds 2023-05-01 | 2023"},
                    PairCase{"blank_date", Relation::kLessEqual, Nothing::kBlank, Date{2023, 1, 1},
                             "untestable: project.start is blank"},
                    PairCase{"date_and_text", Relation::kLessEqual, Date{2023, 1, 1}, Text{"年底"},
                             "untestable: 2023-01-01 and 年底 cannot be compared"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Texts, PairTest,
    testing::Values(
        PairCase{"same_letters", Relation::kEqual, Text{"某局"}, Text{"某局"}, "holds 某局 | 某局"},
        PairCase{"same_key", Relation::kEqual, Text{"某局（本级）"}, Text{"某局 (本级)"},
                 "holds 某局（本级） | 某局 (本级)"},
        PairCase{"other_text", Relation::kEqual, Text{"某局"}, Text{"某处"}, "fails 某局 | 某处"},
        PairCase{"choice_and_text", Relation::kEqual, Ticked("是"), Text{"是"}, "holds 是 | 是"},
        PairCase{"two_choices", Relation::kEqual, Ticks{{"是", "否"}}, Text{"是"},
                 "untestable: project.start is not a single choice"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Numbers, PairTest,
    testing::Values(PairCase{"percent", Relation::kLess, Percent{{125, -1}}, Number{{13, 0}},
                             "holds 12.5 | 13"},
                    PairCase{"target", Relation::kEqual, Target{"≥", "90", "", "", "%", ""},
                             Number{{90, 0}}, "holds 90 | 90"},
                    PairCase{"target_in_words", Relation::kEqual,
                             Target{"", "", "", "", "", "及时"}, Number{{90, 0}},
                             "untestable: project.start names no single number"}),
    [](const auto& test) { return test.param.name; });

TEST(ChecksTest, ChainsTellTheFirstRelationThatFails) {
  Form form = MadeForm();
  std::vector<Record> records = {MadeRecord(form)};
  Put(&records[0], kTotal, Yuan("3"));
  Check check = Claim(Figure("1"), Relation::kLessEqual, Of(kTotal));
  check.sides.push_back(Figure("2"));
  check.relations.push_back(Relation::kLessEqual);
  EXPECT_EQ(Tell(&form, check, &records), "fails 3.00 | 2");
}

TEST(ChecksTest, RatiosAreExact) {
  Form form = MadeForm();
  std::vector<Record> records = {MadeRecord(form)};
  Put(&records[0], kTotal, Yuan("1"));
  Put(&records[0], kFiscal, Yuan("3"));
  auto third = [] { return Joined(Expr::kDivide, Of(kTotal), Of(kFiscal)); };
  Check thrice =
      Claim(Joined(Expr::kMultiply, third(), Figure("3")), Relation::kEqual, Figure("1"));
  EXPECT_EQ(Tell(&form, thrice, &records), "holds 1 | 1");
  Check near = Claim(third(), Relation::kEqual, Figure("0.33"));
  EXPECT_EQ(Tell(&form, near, &records), "fails 0.333333 | 0.33");
  near.tolerance = ParseDecimal("0.01");
  EXPECT_EQ(Tell(&form, near, &records), "holds 0.333333 | 0.33");
  near.tolerance = ParseDecimal("0.003");
  EXPECT_EQ(Tell(&form, near, &records), "fails 0.333333 | 0.33");
  Put(&records[0], kFiscal, Yuan("0"));
  EXPECT_EQ(Tell(&form, near, &records), "untestable: the divisor is zero");
  Put(&records[0], kFiscal, Yuan("-3"));
  EXPECT_EQ(Tell(&form, Claim(third(), Relation::kLess, Figure("0")), &records),
            "holds -0.333333 | 0");
}

TEST(ChecksTest, TooManyDigitsAreUntestable) {
  Form form = MadeForm();
  std::vector<Record> records = {MadeRecord(form)};
  Put(&records[0], kTotal, Yuan("123456789012345678901234567890"));
  Check check =
      Claim(Joined(Expr::kMultiply, Of(kTotal), Of(kTotal)), Relation::kGreater, Figure("0"));
  EXPECT_EQ(Tell(&form, check, &records), "untestable: the figures have too many digits");
}

// ── Tables ──

TEST(ChecksTest, SumsAndCountsOverRecords) {
  Form form = MadeForm();
  std::vector<Record> records = {MadeRecord(form, 2, 3)};
  Put(&records[0], kTotal, Yuan("12"));
  Put(&records[0], kBudget, Yuan("5"), 0);
  Put(&records[0], kBudget, Yuan("7"), 1);
  Check sum = Claim(Over(Expr::kSumOf, kBudget), Relation::kEqual, Of(kTotal));
  EXPECT_EQ(Tell(&form, sum, &records), "holds 12.00 | 12.00");
  Put(&records[0], kBudget, Nothing::kUnread, 1);
  EXPECT_EQ(Tell(&form, sum, &records), "untestable: components.budget, row 2, could not be read");
  for (int row = 0; row < 3; ++row) {
    Put(&records[0], kTarget, Target{"", "", "", "", "", "提升"}, row);
    Put(&records[0], kLevel1, Ticked(row == 1 ? "效益指标" : "产出指标"), row);
  }
  Check count = Claim(Over(Expr::kCountOf, kTarget, {{kLevel1, {"产出指标"}}}),
                      Relation::kGreaterEqual, Figure("1"));
  EXPECT_EQ(Tell(&form, count, &records), "holds 2 | 1");
  count.sides[0].where = {{kLevel1, {"成本指标", "满意度指标"}}};
  EXPECT_EQ(Tell(&form, count, &records), "fails 0 | 1");
}

TEST(ChecksTest, AnAbsentOptionalPictureIsNoMatter) {
  Form form = MadeForm();
  std::vector<Record> records = {MadeRecord(form)};
  Put(&records[0], kTotal, Yuan("12"));
  EXPECT_EQ(Tell(&form, Claim(Over(Expr::kSumOf, kBudget), Relation::kEqual, Of(kTotal)), &records),
            "");
  EXPECT_EQ(
      Tell(&form, Claim(Over(Expr::kCountOf, kBudget), Relation::kGreater, Of(kTotal)), &records),
      "");
  EXPECT_EQ(Tell(&form, Claim(Of(kNote), Relation::kEqual, Of(kNote)), &records), "");
  EXPECT_EQ(Tell(&form, Claim(Over(Expr::kCountOf, kTarget), Relation::kGreaterEqual, Figure("1")),
                 &records),
            "fails 0 | 1")
      << "indicators are not optional";
}

TEST(ChecksTest, EachRecordOfATable) {
  Form form = MadeForm();
  std::vector<Record> records = {MadeRecord(form, 3)};
  for (int row = 0; row < 3; ++row) Put(&records[0], kYear, Year{2022 + row}, row);
  Put(&records[0], kYear, Nothing::kBlank, 1);
  Check check = Claim(Of(kYear), Relation::kEqual, Figure("2022"));
  check.table = 0;
  EXPECT_EQ(Tell(&form, check, &records),
            "[0] holds 2022 | 2022; [1] untestable: components.year, row 2, is blank; [2] fails "
            "2024 | 2022");
}

struct BelongsCase {
  const char* name;
  Value level1, level2;
  const char* outcome;
};

class BelongsTest : public testing::TestWithParam<BelongsCase> {};

TEST_P(BelongsTest, Tells) {
  Form form = MadeForm();
  std::vector<Record> records = {MadeRecord(form, 0, 1)};
  Put(&records[0], kLevel1, GetParam().level1, 0);
  Put(&records[0], kLevel2, GetParam().level2, 0);
  Check check = Claim(Of(kLevel2), Relation::kBelongs, Of(kLevel1));
  check.table = 1;
  EXPECT_EQ(Tell(&form, check, &records), GetParam().outcome);
}

INSTANTIATE_TEST_SUITE_P(
    Choices, BelongsTest,
    testing::Values(BelongsCase{"under_it", Ticked("产出指标"), Ticked("数量指标"),
                                "[0] holds 数量指标 | 产出指标"},
                    BelongsCase{"under_another", Ticked("产出指标"), Ticked("社会效益"),
                                "[0] fails 社会效益 | 产出指标"},
                    BelongsCase{"under_none", Ticked("产出指标"), Ticked("其他"),
                                "[0] holds 其他 | 产出指标"},
                    BelongsCase{"unknown", Ticked("产出指标"), Ticked("别的"),
                                "[0] untestable: 别的 is none of the form's own"},
                    BelongsCase{"under_unknown", Ticked("别的"), Ticked("数量指标"),
                                "[0] untestable: 别的 is none of the form's own"},
                    BelongsCase{"blank", Ticked("产出指标"), Nothing::kBlank,
                                "[0] untestable: indicators.level2, row 1, is blank"}),
    [](const auto& test) { return test.param.name; });

// ── Parts ──

std::vector<Record> Family(const Form& form) {
  std::vector<Record> records = {MadeRecord(form, 2), MadeRecord(form), MadeRecord(form)};
  Put(&records[0], kName, Text{"总项目"});
  Put(&records[0], kRowName, Text{"甲"}, 0);
  Put(&records[0], kRowName, Text{"乙"}, 1);
  Put(&records[0], kBudget, Yuan("5"), 0);
  Put(&records[0], kBudget, Yuan("7"), 1);
  Put(&records[1], kName, Text{"乙"});
  Put(&records[1], kTotal, Yuan("7"));
  Put(&records[2], kName, Text{"别的项目"});
  LinkParts(records);
  return records;
}

TEST(ChecksTest, RecordsAreComparedWithTheirParts) {
  Form form = MadeForm();
  std::vector<Record> records = Family(form);
  Check check = Claim(Of(kBudget), Relation::kEqual, Of(kTotal, Expr::kPart));
  check.table = 0;
  EXPECT_EQ(Tell(&form, check, &records), "[1] holds 7.00 | 7.00");
  Put(&records[1], kTotal, Yuan("8"));
  EXPECT_EQ(Tell(&form, check, &records), "[1] fails 7.00 | 8.00");
  Put(&records[1], kTotal, Nothing::kBlank);
  EXPECT_EQ(Tell(&form, check, &records), "[1] untestable: funds.total of the part is blank");
}

TEST(ChecksTest, OperandsNameTheirDeclaration) {
  Form form = MadeForm();
  std::vector<Record> records = Family(form);
  Check check = Claim(Of(kBudget), Relation::kEqual, Of(kTotal, Expr::kPart));
  check.table = 0;
  form.checks = {check};
  std::vector<Tested> tested;
  TestChecks(records, &tested);
  ASSERT_EQ(tested.size(), 1u);
  EXPECT_EQ(tested[0].declaration, 0);
  EXPECT_EQ(tested[0].fields, (Few<FieldId, 4>{{0, kBudget, 1}, {1, kTotal, -1}}));
}

TEST(ChecksTest, OnlyPartsHaveAMain) {
  Form form = MadeForm();
  std::vector<Record> records = Family(form);
  Put(&records[0], kUnit, Text{"某中心"});
  Put(&records[1], kUnit, Text{"某 中心"});
  Check check = Claim(Of(kUnit), Relation::kEqual, Of(kUnit, Expr::kMain));
  EXPECT_EQ(Tell(&form, check, &records), "holds 某 中心 | 某中心");
  Put(&records[1], kUnit, Text{"某某中心"});
  EXPECT_EQ(Tell(&form, check, &records), "fails 某某中心 | 某中心");
}

TEST(ChecksTest, PartsOfOneNameAnswerRowsInOrder) {
  Form form = MadeForm();
  std::vector<Record> records = {MadeRecord(form, 2), MadeRecord(form), MadeRecord(form)};
  for (int i = 0; i < 2; ++i) {
    Put(&records[0], kRowName, Text{"甲"}, i);
    Put(&records[0], kBudget, Yuan(i ? "7" : "5"), i);
    Put(&records[static_cast<size_t>(i + 1)], kName, Text{"甲"});
    Put(&records[static_cast<size_t>(i + 1)], kTotal, Yuan(i ? "7" : "5"));
  }
  LinkParts(records);
  Check check = Claim(Of(kBudget), Relation::kEqual, Of(kTotal, Expr::kPart));
  check.table = 0;
  EXPECT_EQ(Tell(&form, check, &records), "[0] holds 5.00 | 5.00; [1] holds 7.00 | 7.00");
}

}  // namespace
}  // namespace tabularium
