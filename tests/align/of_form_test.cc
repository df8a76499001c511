#include <gtest/gtest.h>

#include "align/align.h"
#include "align/costs.h"

namespace tabularium {
namespace {

// An alignment whose last row of the form is 9, with so many oddities of each kind.
Alignment Strained(int missing, int unknown, int labels) {
  Alignment alignment;
  alignment.matches.emplace_back().form_row = 9;
  auto add = [&](int count, Oddity::Kind kind, int32_t cost) {
    for (int i = 0; i < count; ++i) {
      Oddity& oddity = alignment.oddities.emplace_back();
      oddity.kind = kind;
      oddity.form_row = i;
      oddity.cost = cost;
    }
  };
  add(missing, Oddity::kRowMissing, costs::kRowMissing);
  add(unknown, Oddity::kRowUnknown, costs::kRowSkipped);
  add(labels, Oddity::kLabelDiffers, costs::kHeaderMissing);
  return alignment;
}

TEST(IsOfItsForm, DamageLeavesItOfItsForm) {
  EXPECT_TRUE(IsOfItsForm(Strained(0, 0, 0)));
  EXPECT_TRUE(IsOfItsForm(Strained(4, 0, 0)));   // torn out
  EXPECT_TRUE(IsOfItsForm(Strained(0, 20, 3)));  // strange rows between its own
  EXPECT_TRUE(IsOfItsForm(Strained(2, 4, 0)));
}

TEST(IsOfItsForm, OtherRowsInPlaceOfItsOwnMakeItARelative) {
  EXPECT_FALSE(IsOfItsForm(Strained(5, 0, 0)));
  EXPECT_FALSE(IsOfItsForm(Strained(3, 3, 0)));
  EXPECT_FALSE(IsOfItsForm(Strained(2, 3, 2)));
}

TEST(IsOfItsForm, WhatIsMissingAtItsEndMayBeCutOff) {
  Alignment alignment = Strained(5, 0, 0);
  for (Oddity& oddity : alignment.oddities) oddity.form_row += 10;
  EXPECT_TRUE(IsOfItsForm(alignment));
}

TEST(IsNearTie, IsOfOtherFormsOnly) {
  Form one, other;
  one.id = "one";
  other.id = "other";
  Alignment best, next;
  best.form = &one;
  next.form = &other;
  best.cost = 100;
  next.cost = best.cost + costs::kFormTieMargin - 1;
  EXPECT_TRUE(IsNearTie(best, next));
  next.form = &one;  // an edition
  EXPECT_FALSE(IsNearTie(best, next));
  next.form = &other;
  next.cost = best.cost + costs::kFormTieMargin;
  EXPECT_FALSE(IsNearTie(best, next));
}

}  // namespace
}  // namespace tabularium
