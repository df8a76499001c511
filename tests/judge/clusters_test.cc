#include "judge/clusters.h"

#include <gtest/gtest.h>

#include "judge/sample_form.h"

namespace tabularium {
namespace {

using namespace sample;

Flag MakeFlag(FlagCode code, FieldId field, const char* message, const char* cluster = "") {
  Flag flag;
  flag.code = code;
  flag.field = field;
  flag.message = message;
  flag.cluster = cluster;
  return flag;
}

struct Case {
  const char* name;
  Flag first, second;
  const char* cluster;  // of both; empty: each alone
};
class ClustersTest : public testing::TestWithParam<Case> {};

TEST_P(ClustersTest, NamesWhatIsOneDefect) {
  Form form = MakeForm();
  std::vector<DeclarationFinding> declarations(2);
  for (auto& declaration : declarations) declaration.record.form = &form;
  std::vector<Flag> flags{GetParam().first, GetParam().second};
  NameClusters(declarations, &flags);
  EXPECT_EQ(flags[0].cluster, GetParam().cluster);
  EXPECT_EQ(flags[1].cluster, GetParam().cluster);
}

using enum FlagCode;

const Case kOne[] = {
    {"same_path", MakeFlag(kMissingRequired, {0, kStart, -1}, "a"),
     MakeFlag(kMissingRequired, {1, kStart, -1}, "b"), "missing-required:project.start"},
    {"same_column", MakeFlag(kTypeMismatch, {0, kTarget, 0}, "a"),
     MakeFlag(kTypeMismatch, {0, kTarget, 3}, "b"), "type-mismatch:indicators.target"},
    {"same_check", MakeFlag(kCheckFailed, {0, kTotal, -1}, "funds-add-up: 1 against 2"),
     MakeFlag(kCheckFailed, {1, kFiscal, -1}, "funds-add-up: 3 against 4"),
     "check-failed:funds-add-up"},
    {"same_message_but_for_digits", MakeFlag(kRowShifted, {0, -1, -1}, "row 26 moved by 1"),
     MakeFlag(kRowShifted, {1, -1, -1}, "row 55 moved by 1"), "row-shifted:row  moved by "},
    {"same_message_but_for_quotations", MakeFlag(kLeftover, {}, "a line “甲” outside"),
     MakeFlag(kLeftover, {}, "a line “乙” outside"), "leftover:a line  outside"},
};
INSTANTIATE_TEST_SUITE_P(One, ClustersTest, testing::ValuesIn(kOne),
                         [](auto& i) { return i.param.name; });

const Case kTwo[] = {
    {"other_path", MakeFlag(kMissingRequired, {0, kStart, -1}, "a"),
     MakeFlag(kMissingRequired, {0, kName, -1}, "a"), ""},
    {"other_code", MakeFlag(kLeftover, {}, "a"), MakeFlag(kRowUnknown, {}, "a"), ""},
    {"named_before", MakeFlag(kForeignToken, {0, kGoal, -1}, "a", "x"),
     MakeFlag(kForeignToken, {1, kGoal, -1}, "a", "x"), "x"},
};
INSTANTIATE_TEST_SUITE_P(NotOne, ClustersTest, testing::ValuesIn(kTwo),
                         [](auto& i) { return i.param.name; });

}  // namespace
}  // namespace tabularium
