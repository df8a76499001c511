// A filing printed as PDF gives the same record as its text: every value, every check, and every
// flag above a note. What a PDF prints is named in its origin.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <regex>

#include "walk/gold.h"
#include "walk/walk.h"

namespace tabularium::walk {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

// The line of origin.md that begins with `key`, without it; empty: there is none.
std::string Line(const std::string& origin, const std::string& key) {
  size_t begin = origin.find("\n" + key);
  if (begin == std::string::npos) return "";
  begin += 1 + key.size();
  return origin.substr(begin, origin.find('\n', begin) - begin);
}

std::vector<std::string> Names(const std::string& list) {
  std::vector<std::string> names;
  static const std::regex kName("[^, ]+");
  for (std::sregex_iterator at(list.begin(), list.end(), kName), end; at != end; ++at)
    names.push_back(at->str());
  return names;
}

// A declaration's number in a flag, moved on by the declarations before it: "wrong x in 0 at y".
std::string Moved(const std::string& flag, size_t by) {
  static const std::regex kNumber(" in (\\d+)");
  std::smatch match;
  if (!std::regex_search(flag, match, kNumber)) return flag;
  return match.prefix().str() + " in " + std::to_string(std::stoul(match[1]) + by) +
         match.suffix().str();
}

// What of a gold must be the same however the filing was read.
struct Record {
  Json declarations = Json::array();
  std::vector<std::string> flags;
  std::string verdict = "accept";
};

void Add(const Json& gold, Record* record) {
  size_t before = record->declarations.size();
  for (Json declaration : gold["declarations"]) {
    declaration.erase("leftovers");  // page numbers and the like
    if (!declaration["part_of"].is_null())
      declaration["part_of"] = declaration["part_of"].get<size_t>() + before;
    record->declarations.push_back(declaration);
  }
  for (const std::string flag : gold["flags"])
    if (!flag.starts_with("note")) record->flags.push_back(Moved(flag, before));
  std::sort(record->flags.begin(), record->flags.end());
  if (gold["verdict"] != "accept" && record->verdict != "reject") record->verdict = gold["verdict"];
}

std::string Differences(const Json& expected, const Json& got) {
  std::string out;
  for (const Json& change : Json::diff(expected, got)) out += "  " + change.dump() + "\n";
  return out;
}

class ReadersAgreeTest : public testing::TestWithParam<Case> {};

TEST_P(ReadersAgreeTest, GiveTheSameRecord) {
  const Case& c = GetParam();
  std::string origin = Slurp(c.source.parent_path() / "origin.md");
  Record expected, got;
  for (const std::string& text : Names(Line(origin, "Prints: ")))
    Add(Json::parse(Slurp(c.source.parent_path() / "../.." / text / "expected.json")), &expected);
  ASSERT_FALSE(expected.declarations.empty()) << "origin.md does not say what was printed";
  Add(Gold(WalkToJson(c.source.filename().string(), Slurp(c.source))), &got);
  bool agree = expected.declarations == got.declarations && expected.flags == got.flags &&
               expected.verdict == got.verdict;
  if (std::string why = Line(origin, "Known to be read wrong: "); !why.empty()) {
    EXPECT_FALSE(agree) << "read right now: take that line out of origin.md";
    GTEST_SKIP() << why;
  }
  EXPECT_TRUE(agree) << Differences(expected.declarations, got.declarations)
                     << "  flags: " << Json(expected.flags) << "\n    got: " << Json(got.flags)
                     << "\n  verdicts: " << expected.verdict << ", " << got.verdict;
}

// Boxes in every origin: of each value that stands somewhere, on a page of the file.
TEST_P(ReadersAgreeTest, EveryValueHasItsBox) {
  const Case& c = GetParam();
  Json finding = Json::parse(WalkToJson(c.source.filename().string(), Slurp(c.source)));
  const int pages = finding["source"]["pages"];
  size_t values = 0;
  auto look = [&](const Json& fields) {
    for (const auto& [name, field] : fields.items()) {
      if (name[0] == '_' || field["origin"].is_null() || field["raw"] == "") continue;
      ++values;
      const Json& box = field["origin"]["box"];
      ASSERT_TRUE(box.is_array()) << name << ": " << field.dump();
      EXPECT_LT(box[0].get<double>(), box[2].get<double>()) << name;
      EXPECT_LT(box[1].get<double>(), box[3].get<double>()) << name;
      const int page = field["origin"]["page"];
      EXPECT_TRUE(1 <= page && page <= pages) << name;
    }
  };
  for (const Json& declaration : finding["declarations"]) {
    look(declaration["fields"]);
    for (const auto& [name, records] : declaration["tables"].items())
      for (const Json& record : records) look(record);
  }
  EXPECT_GT(values, 0u);
}

std::vector<Case> Prints() {
  std::vector<Case> prints;
  for (const Case& c : Corpus())
    if (c.source.extension() == ".pdf") prints.push_back(c);
  return prints;
}

std::string TestName(const testing::TestParamInfo<Case>& info) {
  std::string name = info.param.name;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Corpus, ReadersAgreeTest, testing::ValuesIn(Prints()), TestName);

}  // namespace
}  // namespace tabularium::walk
