// Which declaration is a part of which.
#include <gtest/gtest.h>

#include "verify/made.h"
#include "verify/verify.h"

namespace tabularium {
namespace {

using namespace made;  // NOLINT: the vocabulary of these tests

struct Case {
  const char* name;
  // Declarations in order: name, and the names in its rows.
  std::vector<std::pair<const char*, std::vector<const char*>>> declarations;
  std::vector<int> part_of;
};

class LinksTest : public testing::TestWithParam<Case> {};

TEST_P(LinksTest, Links) {
  Form form = MadeForm();
  std::vector<Record> records;
  for (const auto& [name, rows] : GetParam().declarations) {
    records.push_back(MadeRecord(form, rows.size()));
    Put(&records.back(), kName, Text{name});
    for (size_t row = 0; row < rows.size(); ++row)
      Put(&records.back(), kRowName, Text{rows[row]}, static_cast<int>(row));
  }
  LinkParts(records);
  std::vector<int> part_of;
  for (const Record& record : records) part_of.push_back(record.part_of);
  EXPECT_EQ(part_of, GetParam().part_of);
}

INSTANTIATE_TEST_SUITE_P(
    Linked, LinksTest,
    testing::Values(
        Case{"named", {{"总", {"甲", "乙"}}, {"甲", {}}, {"乙", {}}}, {-1, 0, 0}},
        Case{"by_key", {{"总", {"甲（一）"}}, {"甲 (一)", {}}}, {-1, 0}},
        Case{"nearest_earlier", {{"总", {"甲"}}, {"又", {"甲"}}, {"甲", {}}}, {-1, -1, 1}},
        Case{"not_adjacent", {{"总", {"甲"}}, {"别", {}}, {"甲", {}}}, {-1, -1, 0}},
        Case{"part_of_a_part", {{"总", {"甲"}}, {"甲", {"乙"}}, {"乙", {}}}, {-1, 0, 1}}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    NotLinked, LinksTest,
    testing::Values(Case{"earlier_than_its_main", {{"甲", {}}, {"总", {"甲"}}}, {-1, -1}},
                    Case{"names_itself", {{"甲", {"甲"}}}, {-1}},
                    Case{"blank_names", {{"总", {""}}, {"", {}}}, {-1, -1}},
                    Case{"other_name", {{"总", {"甲"}}, {"甲二", {}}}, {-1, -1}},
                    Case{"alone", {{"甲", {}}}, {-1}}),
    [](const auto& test) { return test.param.name; });

TEST(LinksTest, OtherFormsDoNotNameIt) {
  Form form = MadeForm(), other = MadeForm();
  other.id = "other";
  std::vector<Record> records = {MadeRecord(other, 1), MadeRecord(form)};
  Put(&records[0], kRowName, Text{"甲"}, 0);
  Put(&records[1], kName, Text{"甲"});
  LinkParts(records);
  EXPECT_EQ(records[1].part_of, -1);
}

TEST(LinksTest, ManyDeclarationsAreLinear) {
  Form form = MadeForm();
  std::vector<Record> records;
  for (int i = 0; i < 20'000; ++i) {
    records.push_back(MadeRecord(form, 1));
    Put(&records.back(), kName, Text{"项" + std::to_string(i)});
    Put(&records.back(), kRowName, Text{"项" + std::to_string(i + 1)}, 0);
  }
  LinkParts(records);
  EXPECT_EQ(records[0].part_of, -1);
  EXPECT_EQ(records[19'999].part_of, 19'998);
}

}  // namespace
}  // namespace tabularium
