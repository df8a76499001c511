// One test for each case of corpus/: its output is what expected.json keeps.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

#include "walk/gold.h"
#include "walk/walk.h"
#include "write/schema_check.h"
#include "write/write.h"

namespace tabularium::walk {
namespace {

class CorpusTest : public testing::TestWithParam<Case> {};

// The lines in which two texts differ, as a person would mark them; both are one value a line.
std::string Difference(const nlohmann::ordered_json& expected, const nlohmann::ordered_json& got) {
  std::string out;
  for (const auto& change : nlohmann::ordered_json::diff(expected, got)) {
    const std::string path = change["path"];
    const nlohmann::ordered_json::json_pointer pointer(path);
    out += "  " + path +
           "\n    expected: " + (change["op"] == "add" ? "nothing" : expected.at(pointer).dump()) +
           "\n    got:      " + (change["op"] == "remove" ? "nothing" : change["value"].dump()) +
           "\n";
  }
  return out;
}

TEST_P(CorpusTest, IsAsExpected) {
  const Case& c = GetParam();
  const auto got = Gold(WalkToJson(c.source.filename().string(), Slurp(c.source)));
  ASSERT_TRUE(std::filesystem::exists(c.expected)) << "no gold yet: tools/bless " << c.name;
  const auto expected = nlohmann::ordered_json::parse(Slurp(c.expected));
  EXPECT_TRUE(expected == got) << Difference(expected, got) << "If this is right now: tools/bless "
                               << c.name;
}

// Pages are let go when their declarations are closed, and several threads read them.
TEST_P(CorpusTest, IsTheSameWhateverIsKeptOfIt) {
  const Case& c = GetParam();
  ExtractOptions options;
  options.keeping = Keeping::kFinding;
  options.stretch = 1;
  options.jobs = 3;
  std::string json;
  WriteJson(Walk(c.source.filename().string(), Slurp(c.source), options).finding, &json);
  EXPECT_EQ(json, WalkToJson(c.source.filename().string(), Slurp(c.source)));
}

TEST_P(CorpusTest, KeepsTheContract) {
  EXPECT_EQ(Complaints(WalkToJson(GetParam().source.filename().string(), Slurp(GetParam().source))),
            "");
}

TEST_P(CorpusTest, SaysItsOrigin) {
  EXPECT_GT(Slurp(GetParam().source.parent_path() / "origin.md").size(), 40u);
}

TEST(CorpusJsonTest, PiecesOfALongFindingAreItsText) {
  const std::vector<Case> cases = Corpus();
  const auto with_values = std::find_if(cases.begin(), cases.end(), [](const Case& c) { return c.source.extension() == ".pdf"; });
  ASSERT_NE(with_values, cases.end());
  Finding finding = Walk("a.pdf", Slurp(with_values->source)).finding;
  ASSERT_FALSE(finding.declarations.empty());
  const DeclarationFinding declaration = finding.declarations[0];
  finding.declarations.resize(500, declaration);
  std::string whole, joined;
  WriteJson(finding, &whole);
  size_t pieces = 0;
  WriteJson(finding, [&](std::string_view piece) { joined += piece, ++pieces; });
  EXPECT_EQ(joined, whole);
  EXPECT_GT(pieces, 2u);
}

std::string TestName(const testing::TestParamInfo<Case>& info) {
  std::string name = info.param.name;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Corpus, CorpusTest, testing::ValuesIn(Corpus()), TestName);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(CorpusTest);

}  // namespace
}  // namespace tabularium::walk
