// The folders beside this file, each a grammar with its complaints; and the grammars that are
// installed.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "compile/complaints.h"
#include "compile/format.h"
#include "compile/show.h"

namespace tabularium {
namespace {

namespace fs = std::filesystem;

const fs::path kHere = fs::path(TABULARIUM_SOURCE_DIR) / "tests" / "grammar";

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> Cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kHere))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string Complained(const GrammarFile& file) {
  std::string out;
  for (const Complaint& complaint : Compile({&file, 1}).complaints)
    out += Print(complaint, file.text);
  return out;
}

class Complaining : public testing::TestWithParam<std::string> {};

TEST_P(Complaining, AsExpected) {
  const GrammarFile file{"x.form", ReadAll(kHere / GetParam() / "x.form")};
  EXPECT_EQ(Complained(file), ReadAll(kHere / GetParam() / "expected_error.txt"));
}

INSTANTIATE_TEST_SUITE_P(Grammar, Complaining, testing::ValuesIn(Cases()), [](const auto& c) {
  std::string name = c.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(Grammar, EveryCodeHasACase) {
  std::set<std::string_view> seen;
  for (const std::string& name : Cases()) {
    const GrammarFile file{"x.form", ReadAll(kHere / name / "x.form")};
    for (const Complaint& complaint : Compile({&file, 1}).complaints) seen.insert(complaint.code);
  }
  for (const CodeInfo& info : kCodes) EXPECT_TRUE(seen.contains(info.name)) << info.name;
}

std::vector<GrammarFile> Installed() {
  std::vector<GrammarFile> files;
  for (const auto& entry : fs::directory_iterator(fs::path(TABULARIUM_SOURCE_DIR) / "grammar"))
    if (entry.path().extension() == ".form")
      files.push_back({entry.path().filename().string(), ReadAll(entry.path())});
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return files;
}

TEST(Grammar, InstalledFormsCompile) {
  const std::vector<GrammarFile> files = Installed();
  const Compiled compiled = Compile(files);
  for (const Complaint& complaint : compiled.complaints) ADD_FAILURE() << Print(complaint, "");
  ASSERT_TRUE(compiled.grammar.has_value());
  std::set<std::string> names;
  for (const Form& form : compiled.grammar->forms) names.insert(form.id + " " + form.edition);
  EXPECT_TRUE(names.contains("cn-project-target 2023"));
  EXPECT_TRUE(names.contains("cn-project-target 2026"));
  EXPECT_TRUE(names.contains("cn-central-target 2015"));
  EXPECT_TRUE(names.contains("cn-self-evaluation 2020"));
  EXPECT_TRUE(names.contains("us-sf-424a 2007"));
  for (const Form& form : compiled.grammar->forms) EXPECT_FALSE(Show(form).empty());
}

TEST(Grammar, InstalledFormsAreLaidOut) {
  for (const GrammarFile& file : Installed())
    EXPECT_EQ(Format(file.text), file.text) << file.name << ": run `grammar fmt`";
}

// A contract with those who read findings: these paths stay.
TEST(Grammar, ProjectTargetHasItsPaths) {
  static constexpr std::string_view kPaths[] = {"project.year",
                                                "project.name",
                                                "project.category",
                                                "project.department",
                                                "project.unit",
                                                "project.start",
                                                "project.end",
                                                "funds.currency",
                                                "funds.total",
                                                "funds.fiscal",
                                                "funds.other",
                                                "funds.annual_total",
                                                "funds.annual_fiscal",
                                                "funds.annual_carryover",
                                                "funds.annual_other",
                                                "goals.from",
                                                "goals.to",
                                                "goals.overall",
                                                "goals.annual",
                                                "indicators.level1",
                                                "indicators.level2",
                                                "indicators.indicator",
                                                "indicators.target",
                                                "components.year",
                                                "components.name",
                                                "components.budget",
                                                "components.sum"};
  const Compiled compiled = Compile(Installed());
  ASSERT_TRUE(compiled.grammar.has_value());
  for (const Form& form : compiled.grammar->forms) {
    if (form.id != "cn-project-target") continue;
    std::set<std::string_view> paths;
    for (const Slot& slot : form.slots) paths.insert(slot.path);
    for (std::string_view path : kPaths)
      EXPECT_TRUE(paths.contains(path)) << form.edition << " " << path;
    EXPECT_EQ(paths.size(), std::size(kPaths) + (form.edition == "2026" ? 1 : 0));
  }
}

}  // namespace
}  // namespace tabularium
