// What the one declaration lacks and the other says.
#include "verify/suggestions.h"

#include <gtest/gtest.h>

#include "verify/made.h"

namespace tabularium {
namespace {

using namespace made;  // NOLINT: the vocabulary of these tests

struct Case {
  const char* name;
  int slot;
  Value main, first, second;  // the values of a main declaration and its two parts
  const char* suggestions;    // "declaration:value:because" parted by " "
};

class SuggestionsTest : public testing::TestWithParam<Case> {};

TEST_P(SuggestionsTest, Suggests) {
  Form form = MadeForm();
  std::vector<Record> records(3, MadeRecord(form));
  const Value* values[] = {&GetParam().main, &GetParam().first, &GetParam().second};
  for (size_t i = 0; i < 3; ++i) {
    for (int slot : {kName, kStart, kUnit, kTotal}) Put(&records[i], slot, Value(Nothing::kUnread));
    Put(&records[i], GetParam().slot, *values[i]);
    if (i > 0) records[i].part_of = 0;
  }
  std::vector<std::pair<FieldId, Suggestion>> found;
  Suggest(records, &found);
  std::string out;
  for (const auto& [id, suggestion] : found) {
    EXPECT_EQ(id.slot, GetParam().slot);
    EXPECT_TRUE(suggestion.place);
    out += fmt::format("{}{}:{}:{}", out.empty() ? "" : " | ", id.declaration, suggestion.value,
                       suggestion.because);
  }
  EXPECT_EQ(out, GetParam().suggestions);
}

INSTANTIATE_TEST_SUITE_P(
    Made, SuggestionsTest,
    testing::Values(Case{"from_the_main", kStart, Date{2023, 1, 1}, Nothing::kBlank,
                         Nothing::kMissing,
                         "1:2023-01-01:the main declaration says so | 2:2023-01-01:the main "
                         "declaration says so"},
                    Case{"not_applicable", kUnit, Text{"某局"}, Nothing::kNotApplicable,
                         Text{"某局"}, "1:某局:the main declaration says so"},
                    Case{"from_all_parts", kStart, Nothing::kBlank, Date{2023, 1, 0},
                         Date{2023, 1, 0}, "0:2023-01:its parts say so"},
                    Case{"from_the_part_that_speaks", kUnit, Nothing::kBlank, Text{"某局"},
                         Nothing::kUnread, "0:某局:its parts say so"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    NotMade, SuggestionsTest,
    testing::Values(
        Case{"parts_disagree", kUnit, Nothing::kBlank, Text{"某局"}, Text{"某处"}, ""},
        Case{"nothing_lacks", kUnit, Text{"某局"}, Text{"某局"}, Text{"某局"}, ""},
        Case{"unread_is_not_open", kUnit, Text{"某局"}, Nothing::kUnread, Text{"某局"}, ""},
        Case{"names_tell_parts_apart", kName, Text{"总"}, Nothing::kBlank, Text{"甲"}, ""},
        Case{"amounts_are_their_own", kTotal, Yuan("5"), Nothing::kBlank, Yuan("5"), ""},
        Case{"not_required", kEnd, Date{2023, 1, 1}, Nothing::kBlank, Nothing::kBlank, ""}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace tabularium
