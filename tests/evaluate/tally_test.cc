#include "evaluate/tally.h"

#include <gtest/gtest.h>

#include <cmath>

namespace tabularium {
namespace {

// So many right and wrong values of one confidence.
Comparison Document(float confidence, int right, int wrong, Verdict verdict = Verdict::kAccept) {
  Comparison out;
  out.form = "f 1";
  out.verdict = verdict;
  for (int i = 0; i < right + wrong; ++i) {
    Judged value;
    value.path = "a";
    value.found = true;
    value.confidence = confidence;
    value.right = i < right;
    out.risk += 1 - static_cast<double>(confidence);
    out.values.push_back(value);
  }
  return out;
}

TEST(TallyTest, HonestConfidencesHaveNoError) {
  EvaluationTally tally;
  tally.Add(Document(0.9f, 90, 10));
  tally.Add(Document(0.5f, 50, 50));
  EXPECT_NEAR(tally.Confidences().CalibrationError(), 0, 1e-6);
  EXPECT_NEAR(tally.Confidences().Auroc(), (90 * (50 + 5) + 50 * 25) / (140.0 * 60), 1e-9);
}

TEST(TallyTest, BoastingShows) {
  EvaluationTally tally;
  tally.Add(Document(0.99f, 50, 50));
  EXPECT_NEAR(tally.Confidences().CalibrationError(), 0.49, 1e-6);
  EXPECT_NEAR(tally.Confidences().Auroc(), 0.5, 1e-9);
}

TEST(TallyTest, SaysWhatAKindOfEvidenceIsWorth) {
  EvaluationTally tally;
  Comparison moved = Document(0.5f, 50, 50), sound = Document(0.9f, 100, 0);
  for (Judged& value : moved.values) {
    value.signs.Add(EvidenceCode::kRowMoved);
    value.sums[static_cast<size_t>(EvidenceGroup::kStructure)] = -std::log(9.f);
  }
  tally.Add(moved);
  tally.Add(sound);
  EXPECT_NEAR(tally.Confidences().Auroc(), (100 + 25) / 150.0, 1e-9);
  EXPECT_NEAR(tally.ConfidencesWithout(EvidenceGroup::kStructure).Auroc(), 0.5, 1e-9);
  EXPECT_NEAR(tally.ConfidencesWithout(EvidenceGroup::kChecks).Auroc(), (100 + 25) / 150.0, 1e-9);
}

TEST(TallyTest, SaysHowEachMediumDoes) {
  EvaluationTally tally;
  Comparison scan = Document(0.99f, 50, 50), text = Document(0.9f, 90, 10);
  scan.medium = "scan";
  text.medium = "text";
  tally.Add(scan);
  tally.Add(text);
  EXPECT_NEAR(tally.ConfidencesByMedium()["scan"].CalibrationError(), 0.49, 1e-6);
  EXPECT_NEAR(tally.ConfidencesByMedium()["text"].CalibrationError(), 0, 1e-6);
}

TEST(TallyTest, SilentIsWrongAndAccepted) {
  EvaluationTally tally;
  tally.Add(Document(0.9f, 9, 1));
  tally.Add(Document(0.9f, 9, 1, Verdict::kReview));
  EXPECT_EQ(tally.all().silent, 1u);
  EXPECT_EQ(tally.all().wrong, 2u);
  EXPECT_EQ(tally.reviewed, 1u);
  EXPECT_EQ(tally.deserved, 1u);
}

TEST(TallyTest, ReadingTheRiskyOnesIsEnough) {
  EvaluationTally tally;
  for (int i = 0; i < 99; ++i) tally.Add(Document(0.9999f, 1000, 0));
  tally.Add(Document(0.5f, 0, 200));
  EXPECT_NEAR(tally.Needs()[1].review, 0.01, 1e-9);  // one in 10,000: read the one that is wrong
  EXPECT_LE(tally.Needs()[1].review_best, tally.Needs()[1].review);
  EXPECT_NEAR(tally.Needs()[1].review_sure, 0.01, 1e-9);  // 99,000 right values show it
  EXPECT_NEAR(tally.Needs()[2].review_sure, 1, 1e-9);     // they do not show one in 100,000
}

TEST(TallyTest, IntervalsHoldTheRate) {
  Rate rate = RateOf(1, 10000);
  EXPECT_LT(rate.low, 1e-4);
  EXPECT_GT(rate.high, 5e-4);
  EXPECT_EQ(RateOf(0, 0).high, 1);
}

}  // namespace
}  // namespace tabularium
