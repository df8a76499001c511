#include "judge/loose.h"

#include <gtest/gtest.h>

#include "judge/sample_form.h"

namespace tabularium {
namespace {

// Cells by lines and tabs of a text, as leftovers.
Finding WithLeftovers(const Document& document) {
  Finding finding;
  uint32_t line = 1;
  for (size_t begin = 0, end = 0; begin < document.text.size(); begin = end + 1) {
    end = std::min(document.text.find_first_of("\t\n", begin), document.text.size());
    if (end > begin)
      finding.leftovers.push_back({std::string(document.text.substr(begin, end - begin)),
                                   sample::At(line, line - 1, 0, begin, end)});
    if (end < document.text.size() && document.text[end] == '\n') ++line;
  }
  return finding;
}

struct Case {
  const char* name;
  const char* in;
  const char* out;  // pairs, then the sizes of tables
};
class LooseTest : public testing::TestWithParam<Case> {};

TEST_P(LooseTest, FindsPairsAndTables) {
  auto document = sample::MakeDocument(GetParam().in);
  Finding finding = WithLeftovers(*document);
  finding.pairs = FindPairs(*document, 0, finding.leftovers);
  finding.tables = FindLooseTables(finding.leftovers);
  std::string dump;
  for (const LoosePair& pair : finding.pairs) {
    dump += pair.label.raw + "=" + pair.value.raw + " ";
    const Range& range = pair.value.place.range;
    EXPECT_EQ(document->text.substr(range.begin, range.end - range.begin), pair.value.raw);
  }
  for (const LooseTable& table : finding.tables)
    dump += "[" + std::to_string(table.rows.size()) + "]";
  EXPECT_EQ(dump, GetParam().out);
}

const Case kFound[] = {
    {"two_cells", "名称\t甲\n", "名称=甲 "},
    {"four_cells", "名称\t甲\t电话\t123\n", "名称=甲 电话=123 "},
    {"colon", "单位： 某局 \n", "单位=某局 "},
    {"ascii_colon", "Name: Ann\n", "Name=Ann "},
    {"table", "a\tb\tc\n1\t2\t3\n4\t5\t6\n", "[3]"},
    {"two_tables", "a\t1\t2\nb\t1\t2\n\nc\t1\t2\nd\t1\t2\n", "[2][2]"},
};
INSTANTIATE_TEST_SUITE_P(Found, LooseTest, testing::ValuesIn(kFound),
                         [](auto& i) { return i.param.name; });

const Case kNone[] = {
    {"one_line", "随便一行\n", ""},
    {"time_is_no_label", "12:30\n", ""},
    {"number_is_no_label", "12\t甲\n", ""},
    {"long_label", "这是一句很长很长很长很长很长很长很长很长很长的话\t甲\n", ""},
    {"three_cells_alone", "a\tb\tc\n", ""},
};
INSTANTIATE_TEST_SUITE_P(None, LooseTest, testing::ValuesIn(kNone),
                         [](auto& i) { return i.param.name; });

}  // namespace
}  // namespace tabularium
