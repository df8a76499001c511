#include "judge/opinion.h"

#include <gtest/gtest.h>

#include "judge/sample_form.h"
#include "judge/weights.h"

namespace tabularium {
namespace {

Opinion Weighed(const Slot& slot, const Field& field, Absence absence) {
  Opinion opinion;
  Weigh(slot, field, absence, &opinion);
  return opinion;
}

using namespace sample;

struct Case {
  const char* name;
  int slot;
  Value value;
  std::vector<EvidenceCode> signs;
  double at_least, below;  // the confidence lies in [at_least, below)
};

class OpinionTest : public testing::TestWithParam<Case> {};

TEST_P(OpinionTest, ConfidenceLiesWhereItShould) {
  static const Form form = MakeForm();
  Field field = MakeField(GetParam().slot, -1, GetParam().value, "", {});
  for (EvidenceCode code : GetParam().signs) field.signs.Add(code);
  const Slot& slot = form.slots[static_cast<size_t>(GetParam().slot)];
  Opinion opinion = Weighed(slot, field, Absences(form)[static_cast<size_t>(GetParam().slot)]);
  EXPECT_GE(opinion.confidence, GetParam().at_least);
  EXPECT_LT(opinion.confidence, GetParam().below);
}

using enum EvidenceCode;
const Money kMoney{{1, 0}, "CNY"};

const Case kSure[] = {
    {"clean_text", kName, Text{"x"}, {}, .999, 1},
    {"clean_money", kTotal, kMoney, {kTypeExact}, .9994, 1},
    {"blank", kFiscal, Nothing::kBlank, {}, .997, .99999},
    {"required_blank", kStart, Nothing::kBlank, {}, .98, .9999},
    {"optional_missing", kGoal, Nothing::kMissing, {}, .99, .9999},
    {"row_moved_and_confirmed",
     kLevel,
     Ticks{{"a"}},
     {kRowMoved, kDomainHeld, kTypeExact},
     .99,
     .99999},
    {"row_moved", kTarget, Target{}, {kRowMoved}, .97, .99999},
    {"two_harmless_repairs", kName, Text{"x"}, {kRowMoved, kLabelFuzzy}, .97, .99999},
    {"torn_and_label_gone", kName, Text{"x"}, {kRowJoined, kLabelGone}, .97, .9999},
    {"wording", kGoal, Text{"x"}, {kWordingOdd, kMarkupStripped}, .99, .9999},
    {"broken_check", kTotal, kMoney, {kCheckBroken}, .99, .9999},
    {"held_check", kTotal, kMoney, {kCheckHeld}, .9996, 1},
};
INSTANTIATE_TEST_SUITE_P(Sure, OpinionTest, testing::ValuesIn(kSure),
                         [](auto& i) { return i.param.name; });

const Case kUnsure[] = {
    {"row_tie", kName, Text{"x"}, {kRowTie, kDomainHeld, kCheckHeld, kPartAgrees}, .5, .95},
    {"text_unplaced", kName, Text{"x"}, {kTextUnplaced}, .3, .95},
    {"domain_missed", kKind, Ticks{{"x"}}, {kDomainMissed}, .3, .95},
    {"letters_damaged", kTotal, kMoney, {kLettersDamaged, kCheckHeld}, .1, .95},
    {"missing", kFiscal, Nothing::kMissing, {}, .9, .999},
    {"moved_with_a_gap", kGoal, Text{"x"}, {kRowMoved, kMovedGap}, .1, .95},
    {"markup_left", kGoal, Text{"<p>x"}, {kMarkupLeft}, .01, .95},
    {"unread", kTotal, Nothing::kUnread, {kTypeUnread}, 0, .1},
    {"suspect", kTotal, kMoney, {kCheckBroken, kCheckSuspect}, .5, .95},
    {"looks_like_a_label", kName, Text{"x"}, {kLooksLikeLabel}, .5, .95},
};
INSTANTIATE_TEST_SUITE_P(Unsure, OpinionTest, testing::ValuesIn(kUnsure),
                         [](auto& i) { return i.param.name; });

TEST(OpinionTest, ListsOnlyWhatMovedIt) {
  Form form = MakeForm();
  Field field = MakeField(kTotal, -1, kMoney, "1", {});
  field.signs.Add(kTypeExact);
  EXPECT_TRUE(Weighed(form.slots[kTotal], field, Absence::kOdd).evidence.empty());
  field.signs.Add(kCheckHeld);
  field.signs.Add(kRowMoved);
  auto evidence = Weighed(form.slots[kTotal], field, Absence::kOdd).evidence;
  ASSERT_EQ(evidence.size(), 2u);
  EXPECT_EQ(evidence[0].code, kRowMoved);
  EXPECT_EQ(evidence[1].code, kCheckHeld);
}

TEST(OpinionTest, ATypeMayHaveAWeightOfItsOwn) {
  for (const TypedNumber& own : kTypedWeights) {
    if (own.type.empty()) continue;
    size_t type = 0;
    while (kTypeNames[type] != own.type) ++type;
    EXPECT_EQ(Weight(static_cast<Type>(type), CodeNamed(own.name)), own.number) << own.name;
    EXPECT_LE(own.number * Weight(CodeNamed(own.name)) < 0, 0) << "one sign for all types";
  }
}

TEST(OpinionTest, EmptyingACellNeverMakesUsSurer) {
  Form form = MakeForm();
  for (const Slot& slot : form.slots)
    EXPECT_LT(Base(slot, Nothing::kBlank, Absence::kAllowed),
              kBaseOfType[static_cast<size_t>(slot.type)])
        << slot.path;
}

TEST(OpinionTest, NoPraiseOutweighsWhatBlocks) {
  float praise = 0, highest = 0;
  for (const EvidenceWeight& w : kWeights) praise += std::max(0.f, w.weight);
  for (float base : kBaseOfType) highest = std::max(highest, base);
  EXPECT_LT(highest + praise + kBlocks, 2.944f) << ".95 in log-odds";
}

}  // namespace
}  // namespace tabularium
