#include "read/scan/rules.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "drawn.h"
#include "read/scan/measures.h"

namespace tabularium {
namespace {

// Traces longer than an inch, as "at begin-end".
std::vector<RuleTrace> Long(const std::vector<RuleTrace>& traces) {
  std::vector<RuleTrace> out;
  for (const RuleTrace& t : traces)
    if (t.length() > 150 && t.cover >= kLeastCover) out.push_back(t);
  return out;
}

TEST(Rules, EndsAreExact) {
  Raster page(800, 400);
  Fill(&page, 100, 200, 700, 202);
  const auto found = FindTraces(page, 150, kSolidContrast);
  ASSERT_EQ(found.across.size(), 1u);
  const RuleTrace& rule = found.across[0];
  EXPECT_NEAR(rule.at, 201, 0.6);
  EXPECT_NEAR(rule.begin, 100, 2);
  EXPECT_NEAR(rule.end, 700, 2);
  EXPECT_NEAR(rule.slope, 0, 1e-4);
  EXPECT_GT(rule.cover, 0.98f);
  EXPECT_TRUE(Long(found.down).empty());
}

TEST(Rules, GapsCloseAndAreKnown) {
  Raster page(800, 400);
  for (int x = 100; x < 700; x += 40) Fill(&page, x, 200, x + 31, 202);  // nearly a quarter is lost
  const auto rules = Long(FindTraces(page, 150, kSolidContrast).across);
  ASSERT_EQ(rules.size(), 1u);
  EXPECT_NEAR(rules[0].cover, 31.0 / 40, 0.08);
  EXPECT_GT(rules[0].dark.size(), 10u);
}

TEST(Rules, FaintOnesAreSeenThroughGrain) {
  Raster page(800, 400, 245);
  Fill(&page, 100, 200, 700, 201, 190);
  AddGrain(&page, 8, 5);
  EXPECT_EQ(Long(FindTraces(page, 150, kFaintContrast).across).size(), 1u);
  EXPECT_TRUE(Long(FindTraces(page, 150, kSolidContrast).across).empty());
}

TEST(Rules, TiltedOnesHaveASlope) {
  Raster page(800, 400);
  for (int x = 100; x < 700; ++x) Fill(&page, x, 200 + x / 60, x + 1, 202 + x / 60);
  const auto rules = Long(FindTraces(page, 150, kSolidContrast).across);
  ASSERT_EQ(rules.size(), 1u);
  EXPECT_NEAR(rules[0].slope, 1.0 / 60, 0.002);
}

TEST(Rules, LettersLeaveNoLongOnes) {
  Raster page(900, 700);
  for (int line = 0; line < 15; ++line) DrawLine(&page, 50, 50 + line * 30, 30, 21);
  const auto found = FindTraces(page, 150, kSolidContrast);
  EXPECT_TRUE(Long(found.down).empty());
}

TEST(Rules, StrokesOfLettersInTwoLinesAreNone) {
  auto rules = [](int gap) {
    Raster page(400, 400);
    for (int y : {100, 100 + 28 + gap, 100 + 2 * (28 + gap)}) Fill(&page, 200, y, 202, y + 28);
    const std::vector<RuleTrace> found = FindTraces(page, 150, 45).down;
    return std::count_if(found.begin(), found.end(), [](const RuleTrace& t) { return t.length() > 60; });
  };
  EXPECT_EQ(rules(12), 0) << "持 above 指";
  EXPECT_EQ(rules(0), 1);
}

TEST(Rules, AWallBelowALetterIsNoLetter) {
  Raster page(400, 400);
  Fill(&page, 200, 120, 202, 168, 160);
  Fill(&page, 200, 84, 202, 108, 160);  // in line
  const std::vector<RuleTrace> found = FindTraces(page, 150, 52).down;
  EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const RuleTrace& t) { return std::abs(t.begin - 120) < 3 && std::abs(t.end - 168) < 3; }));
}

TEST(RuleContrasts, AreLearntFromTheLongRules) {
  for (int ink : {0, 190}) {
    Raster page(900, 700);
    Draw(&page, {.x = 100, .y = 100, .columns = 3, .rows = 5, .width = 200, .height = 60, .thick = 2, .ink = ink, .size = 20});
    const int contrast = RuleContrast(FindTraces(page, 150, kFaintContrast), 150);
    EXPECT_LT(contrast, 255 - ink);
    EXPECT_LE(contrast, ink == 0 ? kSolidContrast : 40);
    EXPECT_GE(contrast, ink == 0 ? kSolidContrast - 15 : kFaintContrast);
  }
  EXPECT_EQ(RuleContrast({}, 150), kFaintContrast);
}

}  // namespace
}  // namespace tabularium
