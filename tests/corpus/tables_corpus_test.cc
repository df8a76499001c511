// The tables of corpus/tables/: found where they are, with the grid that was printed, and not found
// where there is none.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <numeric>

#include "find_tables.h"
#include "walk/walk.h"
#include "write/schema_check.h"
#include "write/tables.h"

namespace tabularium::walk {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

std::string Letters(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

// One line a table: its cells with letters, each with its spans where it has any: "0,0 Year|0,1+1x2
// Sales".
std::string Grids(const Json& tables) {
  std::string out;
  for (const Json& table : tables) {
    for (const Json& cell : table["cells"]) {
      std::string text = Letters(cell["text"]);
      if (text.empty()) continue;
      out += cell["row"].dump() + "," + cell["column"].dump();
      if (cell["rows"] != 1 || cell["columns"] != 1)
        out += "+" + cell["rows"].dump() + "x" + cell["columns"].dump();
      out += " " + text + "|";
    }
    out += "\n";
  }
  return out;
}

TablesFinding TablesOf(const fs::path& file, Joining joining) {
  FindTablesOptions options;
  auto document = Read(file, options.read);
  if (!document.has_value()) return {};
  std::vector<int> numbers(static_cast<size_t>(document.value()->pages));
  std::iota(numbers.begin(), numbers.end(), 1);
  auto found = FindTablesOnPages(*document.value(), numbers, options);
  if (!found.has_value()) return {};
  return GatherTables(*document.value(), {found.value()}, joining);
}

class TablesCorpusTest : public testing::TestWithParam<fs::path> {};

TEST_P(TablesCorpusTest, AreAsPrinted) {
  std::string json;
  WriteTablesJson(TablesOf(GetParam() / "source.pdf", Joining::kJoin), &json);
  EXPECT_EQ(TablesComplaints(json), "");
  std::string expected = Grids(Json::parse(Slurp(GetParam() / "expected.json"))["tables"]),
              got = Grids(Json::parse(json)["tables"]);
  std::string origin = Slurp(GetParam() / "origin.md"), mark = "\nKnown to be read wrong: ";
  if (size_t at = origin.find(mark); at != std::string::npos) {
    EXPECT_NE(got, expected) << "read right now: take that line out of origin.md";
    GTEST_SKIP() << origin.substr(at + 1, origin.find('\n', at + 1) - at - 1);
  }
  EXPECT_EQ(got, expected);
}

// A table over several pages is one a page when nothing is joined, and says where it stands when it
// is.
TEST_P(TablesCorpusTest, SayTheirPages) {
  TablesFinding joined = TablesOf(GetParam() / "source.pdf", Joining::kJoin),
                apart = TablesOf(GetParam() / "source.pdf", Joining::kLeaveApart);
  size_t parts = 0;
  for (const Table& table : joined.tables) {
    EXPECT_GE(table.box.page, 1);
    EXPECT_NE(table.parts.size(), 1u);
    parts += std::max<size_t>(table.parts.size(), 1);
  }
  EXPECT_EQ(parts, apart.tables.size());
}

// A raised figure behind a number is no part of it: 1,208 with note 3 is not 12083.
TEST(TablesCorpusTest, RaisedFiguresStayApart) {
  for (const char* name : {"raised-figures", "raised-figures-no-rules"}) {
    const TablesFinding found = TablesOf(fs::path(TABULARIUM_SOURCE_DIR "/corpus/tables") / name / "source.pdf", Joining::kJoin);
    ASSERT_EQ(found.tables.size(), 1u);
    std::vector<std::string> texts;
    for (const TableCell& cell : found.tables[0].cells) texts.push_back(cell.text);
    for (const char* text : {"1,208 3", "−1 4", "Area (km2)"})
      EXPECT_NE(std::find(texts.begin(), texts.end(), text), texts.end()) << name << ": " << text;
  }
}

std::vector<fs::path> Cases() {
  std::vector<fs::path> cases;
  for (const auto& entry : fs::directory_iterator(TABULARIUM_SOURCE_DIR "/corpus/tables"))
    if (entry.is_directory()) cases.push_back(entry.path());
  std::sort(cases.begin(), cases.end());
  return cases;
}

INSTANTIATE_TEST_SUITE_P(Tables, TablesCorpusTest, testing::ValuesIn(Cases()), [](const auto& i) {
  std::string name = i.param.filename().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace tabularium::walk
