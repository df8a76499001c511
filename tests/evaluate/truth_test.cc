#include "evaluate/truth.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

TEST(TruthTest, ReadsALine) {
  auto truth = ParseTruth(
      R"({"file": "a.txt", "kind": "text", "harm": ["x"], "must_review": true, "declarations":
      [{"fields": {"p.year": 2023, "p.name": "n", "p.end": null, "p.gone": "*"}, "rows": [["a", null], ["b", 2]]}]})",
      "here");
  ASSERT_TRUE(truth.has_value());
  const TrueFile& file = truth.value();
  EXPECT_EQ(file.file, "a.txt");
  EXPECT_TRUE(file.must_review);
  ASSERT_EQ(file.declarations.size(), 1u);
  const auto& fields = file.declarations[0].fields;
  ASSERT_EQ(fields.size(), 4u);
  EXPECT_EQ(fields[0].second.text, "2023");
  EXPECT_EQ(fields[2].second.kind, TrueValue::kNothing);
  EXPECT_EQ(fields[3].second.kind, TrueValue::kNobodyKnows);
  ASSERT_EQ(file.declarations[0].tables.size(), 1u);
  EXPECT_EQ(file.declarations[0].tables[0].second[1][1].text, "2");
}

TEST(TruthTest, RefusesWhatIsNone) {
  for (const char* line : {"", "{", "[]", R"({"file": "a"})", R"({"declarations": []})",
                           R"({"file": 3, "declarations": []})"})
    EXPECT_FALSE(ParseTruth(line, "here").has_value()) << line;
}

}  // namespace
}  // namespace tabularium
