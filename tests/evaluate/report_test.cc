#include "evaluate/report.h"

#include <gmock/gmock.h>

namespace tabularium {
namespace {

using testing::HasSubstr;
using testing::Not;

Comparison Document(const char* file, Verdict verdict, bool right) {
  Comparison out;
  out.file = file;
  out.form = "<f>";
  out.verdict = verdict;
  Judged value;
  value.path = "a.b";
  value.right = right;
  value.found = true;
  value.confidence = 0.9f;
  out.values.push_back(value);
  return out;
}

TEST(ReportTest, NotesOnlyWhatIsNotFine) {
  EXPECT_EQ(NoteOf(Document("a", Verdict::kAccept, true)), "");
  EXPECT_THAT(NoteOf(Document("a", Verdict::kAccept, false)), HasSubstr("a.b"));
  EXPECT_NE(NoteOf(Document("a", Verdict::kReview, true)), "");
}

TEST(ReportTest, WhatIsWrittenCanBeReadAgain) {
  EvaluationTally tally;
  Comparison wrong = Document("a", Verdict::kReview, false);
  tally.Add(wrong);
  std::string report =
      std::string(kEvaluationOpening) + NoteOf(wrong) + "\n" + EvaluationSummary(tally);
  auto earlier = ParseEarlier(report);
  ASSERT_TRUE(earlier.has_value());
  EXPECT_EQ(WhatGotWorse(wrong, *earlier), "");
  EXPECT_EQ(WhatGotWorse(Document("a", Verdict::kReview, true), *earlier), "");
  EXPECT_EQ(WhatGotWorse(Document("a", Verdict::kAccept, false), *earlier), "a: review → accept");
  EXPECT_EQ(WhatGotWorse(Document("b", Verdict::kReview, false), *earlier),
            "b: wrong values 0 → 1");
  EXPECT_EQ(WhatGotWorse(Document("b", Verdict::kReview, true), *earlier), "b: accept → review");
  EXPECT_FALSE(ParseEarlier("{}").has_value());
  EXPECT_FALSE(ParseEarlier("no").has_value());
}

TEST(ReportTest, ThePageStandsAlone) {
  EvaluationTally tally;
  tally.Add(Document("a", Verdict::kAccept, false));
  std::string page = EvaluationPage(tally);
  EXPECT_THAT(page, HasSubstr("<svg"));
  EXPECT_THAT(page, HasSubstr("&lt;f>"));
  EXPECT_THAT(page, HasSubstr("What each kind of evidence is worth"));
  EXPECT_THAT(page, Not(HasSubstr("src=")));
  EXPECT_THAT(page, Not(HasSubstr("nan")));
}

}  // namespace
}  // namespace tabularium
