#include "evaluate/compare.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

// A form with an amount, a text, and a table of a name and a target.
Form SmallForm() {
  Form form;
  form.id = "f";
  form.edition = "1";
  auto slot = [&](const char* path, Type type, int table, int column) {
    Slot s;
    s.path = path;
    s.name = s.path.substr(s.path.find('.') + 1);
    s.type = type;
    s.table = table;
    s.column = column;
    form.slots.push_back(s);
  };
  slot("a.sum", Type::kMoney, -1, 0);
  slot("a.name", Type::kText, -1, 1);
  slot("t.name", Type::kText, 0, 0);
  slot("t.target", Type::kTarget, 0, 1);
  form.fields = {0, 1};
  form.tables = {{"t", {2, 3}}};
  return form;
}

Field FieldOf(int slot, Value value, int record = -1) {
  Field field;
  field.slot = slot;
  field.record = record;
  field.value = std::move(value);
  return field;
}

class CompareTest : public testing::Test {
 protected:
  CompareTest() {
    DeclarationFinding declaration;
    declaration.record.form = &form_;
    declaration.record.fields = {FieldOf(0, Money{{380000, 0}, "CNY"}),
                                 FieldOf(1, Nothing::kBlank)};
    Target target;
    target.relation = "≥";
    target.number = "16";
    target.unit = "次";
    declaration.record.tables = {{FieldOf(2, Text{"x"}, 0), FieldOf(3, target, 0)}};
    declaration.expected_wrong = 0.25;
    declaration.opinions.resize(2);
    declaration.opinions[0].confidence = 0.75f;
    declaration.opinions[1].confidence = 1;
    declaration.table_opinions = {std::vector<Opinion>(2)};
    for (Opinion& opinion : declaration.table_opinions[0]) opinion.confidence = 1;
    finding_.declarations.push_back(std::move(declaration));
    finding_.verdict = Verdict::kAccept;
  }
  Comparison Against(const char* declaration) {
    auto truth =
        ParseTruth(std::string(R"({"file": "a", "declarations": [)") + declaration + "]}", "test");
    EXPECT_TRUE(truth.has_value());
    return Compare(truth.value(), finding_);
  }
  Form form_ = SmallForm();
  Finding finding_;
};

TEST_F(CompareTest, EqualInAnySpelling) {
  Comparison all =
      Against(R"({"fields": {"a.sum": "380000.00", "a.name": null}, "t": [[" x ", ">=16次"]]})");
  EXPECT_EQ(all.values.size(), 4u);
  EXPECT_EQ(all.wrong(), 0u);
  EXPECT_EQ(all.extra, 0u);
  EXPECT_NEAR(all.risk, 0.25, 1e-6);
}

TEST_F(CompareTest, WrongValues) {
  EXPECT_EQ(
      Against(R"({"fields": {"a.sum": "38000.00", "a.name": "y"}, "t": [["x", "≥61次"]]})").wrong(),
      3u);
}

TEST_F(CompareTest, ProseOfAScanMayHaveALetterInFiftyWrong) {
  form_.slots[1].type = Type::kRichText;
  const std::string fifty(50, 'a'), one = "b" + std::string(49, 'a'), two = "bb" + std::string(48, 'a');
  auto wrong = [&](const std::string& found, const char* kind) {
    finding_.declarations[0].record.fields[1].value = Text{found};
    auto truth = ParseTruth(R"({"file": "a", "kind": ")" + std::string(kind) + R"(", "declarations": [{"fields": {"a.sum": "380000", "a.name": ")" + fifty +
                            R"("}, "t": [["x", "≥16次"]]}]})", "test");
    EXPECT_TRUE(truth.has_value());
    return Compare(truth.value(), finding_).wrong();
  };
  EXPECT_EQ(wrong(fifty, "scan"), 0u);
  EXPECT_EQ(wrong(one, "scan"), 0u);
  EXPECT_EQ(wrong(two, "scan"), 1u);
  EXPECT_EQ(wrong(one, "pdf"), 1u);
}

TEST_F(CompareTest, WhatNobodyKnowsCountsForNothing) {
  Comparison all = Against(R"({"fields": {"a.sum": "*", "a.name": "*"}, "t": [["*", "*"]]})");
  EXPECT_TRUE(all.values.empty());
  EXPECT_EQ(all.extra, 0u);
}

TEST_F(CompareTest, RecordsAreMatchedByWhatTheySay) {
  Comparison all = Against(
      R"({"fields": {"a.sum": "380000", "a.name": null}, "t": [["y", "及时"], ["x", "≥16次"]]})");
  EXPECT_EQ(all.wrong(), 2u);  // the record that is not there
  EXPECT_EQ(all.missing_records, 1u);
  EXPECT_EQ(Against(R"({"fields": {"a.sum": "380000", "a.name": null}, "t": []})").extra, 1u);
}

TEST_F(CompareTest, LostDeclarationsAreWrong) {
  finding_.declarations.clear();
  Comparison all = Against(R"({"fields": {"a.sum": "1", "a.name": null}, "t": [["x", "y"]]})");
  EXPECT_EQ(all.wrong(), 3u);
  EXPECT_FALSE(all.values[0].found);
}

TEST_F(CompareTest, WhatPeopleFoundIsEnough) {
  auto audited = [&](const char* line) {
    auto parsed = ParseAudited(line, "test");
    EXPECT_TRUE(parsed.has_value());
    return CompareAudited(parsed.value(), finding_);
  };
  EXPECT_EQ(audited(R"({"file": "a"})").value().wrong(), 0u);
  auto found = audited(
      R"({"file": "a", "wrong": [{"field": "a.sum"}, {"declaration": 0, "field": "t[0].target"}], "missing": 1})");
  EXPECT_EQ(found.value().wrong(), 3u);
  EXPECT_EQ(found.value().values.size(), 5u);
  EXPECT_FALSE(audited(R"({"file": "a", "wrong": [{"field": "a.none"}]})").has_value());
  EXPECT_FALSE(ParseAudited("{}", "test").has_value());
}

}  // namespace
}  // namespace tabularium
