#ifndef TABULARIUM_JUDGE_WEIGHTS_H_
#define TABULARIUM_JUDGE_WEIGHTS_H_

#include <cstddef>

#include "model/evidence.h"
#include "model/form.h"
#include "model/value.h"

// What every reason is worth, as additive log-odds: confidence = 1 / (1 + exp(−(base + Σ
// weights))). Set by hand for this release; calibration replaces the numbers, not the table. To
// read them: .90 = 2.2, .95 = 2.94, .97 = 3.48, .99 = 4.6, .999 = 6.9.

namespace tabularium {

struct EvidenceWeight {
  EvidenceCode code;
  float weight;
};

// kBlocks outweighs whatever speaks for a value: kMaxBase + all positive weights − kBlocks < .95.
inline constexpr float kBlocks = -7.0f;

// One row for each EvidenceCode, in its order.
inline constexpr EvidenceWeight kWeights[] = {
    // letters
    {EvidenceCode::kEncodingUnsure, -1.0f},
    {EvidenceCode::kLettersDamaged, kBlocks},
    {EvidenceCode::kLettersWereFolded, -0.2f},  // Unicode's own equivalence; nothing is guessed
    {EvidenceCode::kMarkupStripped, -0.1f},
    {EvidenceCode::kWrapUndone, -0.3f},
    {EvidenceCode::kQuotesUndone, -0.2f},
    {EvidenceCode::kScanned, -2.0f},
    {EvidenceCode::kLettersFair, -1.0f},
    {EvidenceCode::kLettersPoor, -3.5f},
    {EvidenceCode::kReadingsAgree, 0.2f},
    {EvidenceCode::kReadOnce, -1.5f},
    {EvidenceCode::kReadingsDiffer, kBlocks},
    {EvidenceCode::kChosenByMeaning, -3.0f},
    {EvidenceCode::kUnderSeal, -3.0f},
    // structure: any two harmless repairs of one row stay above .97
    {EvidenceCode::kLabelFuzzy, -0.8f},
    {EvidenceCode::kLabelGone, -1.3f},
    {EvidenceCode::kLabelInCell, -0.3f},
    {EvidenceCode::kRowMoved, -1.5f},
    {EvidenceCode::kRowJoined, -1.5f},
    {EvidenceCode::kRowSplit, -1.5f},
    {EvidenceCode::kRowDisplaced, -1.0f},
    {EvidenceCode::kRowTie, kBlocks},
    {EvidenceCode::kRowRepeats, -0.3f},
    {EvidenceCode::kCarriedDown, -0.3f},
    {EvidenceCode::kCellExtra, -1.0f},
    {EvidenceCode::kCellsByWidth, -0.7f},
    {EvidenceCode::kSlotGuessed, -2.0f},
    {EvidenceCode::kFormTie, -3.0f},
    {EvidenceCode::kCellsTorn, -3.0f},
    {EvidenceCode::kTextUnplaced, kBlocks},
    // type
    {EvidenceCode::kTypeExact, 0.0f},  // what the base supposes
    {EvidenceCode::kTypeLoose, -0.8f},
    {EvidenceCode::kTypeUnread, kBlocks},
    {EvidenceCode::kDomainHeld, 0.5f},
    {EvidenceCode::kDomainNear, -3.0f},
    {EvidenceCode::kDomainMissed, kBlocks},
    {EvidenceCode::kUnitFromCell, 0.2f},
    {EvidenceCode::kUnitAssumed, -2.0f},
    {EvidenceCode::kUnitDisagrees, kBlocks},
    {EvidenceCode::kResidue, -1.5f},
    {EvidenceCode::kLooksLikeLabel, -4.5f},
    {EvidenceCode::kLooksForeignType, -4.5f},
    // checks
    {EvidenceCode::kCheckHeld, 0.6f},
    {EvidenceCode::kCheckBroken,
     -2.0f},  // most often the author's error, not the reader's; the flag decides
    {EvidenceCode::kCheckSuspect, -4.0f},
    {EvidenceCode::kPartAgrees, 0.5f},
    {EvidenceCode::kPartDiffers, -1.5f},
    // wording
    {EvidenceCode::kWordingOdd,
     -1.0f},  // the letters are as written; what the author meant is another question
};

// The log-odds of a value against which no reason speaks, by Type. Types with a narrow spelling are
// harder to misread.
inline constexpr float kBaseOfType[] = {
    7.2f,  // text
    6.9f,  // rich text
    7.4f,  // number
    7.4f,  // percent
    7.2f,  // code
    7.6f,  // year
    7.6f,  // date
    7.6f,  // money
    7.2f,  // unit
    7.2f,  // choice
    7.2f,  // target
};

// The log-odds that nothing is right, by Nothing. Below every base of a value: emptying a cell
// never makes us surer.
inline constexpr float kBaseOfNothing[] = {
    6.2f,  // blank: the place was found and nothing stands in it
    6.2f,  // not applicable
    2.4f,  // missing: no such place was found, so a person looks; of 110 on forged papers 7 were
           // there after all
    0.0f,  // unread: letters stand there, so null is not what the paper says
};
inline constexpr float kBaseOfRequiredNothing =
    4.6f;  // a blank where the form asks for a value is rarer
inline constexpr float kBaseOfOptionalMissing =
    5.3f;  // the form lets the whole row or picture be absent

constexpr bool WeightsAreInOrder() {
  for (size_t i = 0; i < kEvidenceCodes; ++i)
    if (static_cast<size_t>(kWeights[i].code) != i) return false;
  return true;
}
static_assert(sizeof(kWeights) / sizeof(kWeights[0]) == kEvidenceCodes,
              "one weight for each evidence code");
static_assert(WeightsAreInOrder(), "in the order of model/evidence.h");
static_assert(sizeof(kBaseOfType) / sizeof(kBaseOfType[0]) ==
              sizeof(kTypeNames) / sizeof(kTypeNames[0]));
static_assert(sizeof(kBaseOfNothing) / sizeof(kBaseOfNothing[0]) ==
              sizeof(kNothingNames) / sizeof(kNothingNames[0]));

constexpr float Weight(EvidenceCode code) { return kWeights[static_cast<size_t>(code)].weight; }

}  // namespace tabularium

#endif  // TABULARIUM_JUDGE_WEIGHTS_H_
