#ifndef TABULARIUM_MODEL_EVIDENCE_H_
#define TABULARIUM_MODEL_EVIDENCE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tabularium {

// The closed list of reasons for or against a value: X(enumerator, code, meaning). Stages say which apply (as bits of
// Signs); judge/weights.h says what each is worth.
// clang-format off
#define TABULARIUM_EVIDENCE(X) \
  /* letters */ \
  X(kEncodingUnsure, "encoding-unsure", "the file's encoding was inferred with little certainty") \
  X(kLettersDamaged, "letters-damaged", "the value holds letters that no encoding explains") \
  X(kLettersWereFolded, "letters-folded", "radicals or compatibility letters were replaced") \
  X(kMarkupStripped, "markup-stripped", "markup was removed") \
  X(kWrapUndone, "wrap-undone", "lines of one cell were joined") \
  X(kQuotesUndone, "quotes-undone", "quotation marks of the file format were removed") \
  X(kScanned, "scanned", "the letters were recognised from pixels") \
  X(kLettersFair, "letters-fair", "the recogniser is a little unsure of a letter") \
  X(kLettersPoor, "letters-poor", "the recogniser is unsure of a letter") \
  X(kReadingsAgree, "readings-agree", "independent recognisers read the same value") \
  X(kReadOnce, "read-once", "only one recogniser could read the value") \
  X(kReadingsDiffer, "readings-differ", "independent recognisers read different values") \
  X(kChosenByMeaning, "chosen-by-meaning", "of several readings the one that makes sense was taken") \
  X(kUnderSeal, "under-seal", "a seal covers the value") \
  /* structure */ \
  X(kLabelFuzzy, "label-fuzzy", "the label beside it is misspelt") \
  X(kLabelGone, "label-gone", "the label beside it is not there; place and neighbours tell") \
  X(kLabelInCell, "label-in-cell", "label and value stand in one cell") \
  X(kRowMoved, "row-moved", "the row was shifted and moved back") \
  X(kRowJoined, "row-joined", "the row was torn and joined") \
  X(kRowSplit, "row-split", "two rows stood in one line") \
  X(kRowDisplaced, "row-displaced", "the row stood out of order") \
  X(kRowTie, "row-tie", "another reading of the row costs nearly the same") \
  X(kRowRepeats, "row-repeats", "the row stands twice") \
  X(kCarriedDown, "carried-down", "the value was taken from the row above") \
  X(kCellExtra, "cell-extra", "the row holds a cell too many") \
  X(kCellsByWidth, "cells-by-width", "cells were told apart by spaces, not tabs") \
  X(kFromPage, "from-page", "letters and cells were found on a page, not in a text") \
  X(kUnruled, "unruled", "the page draws no rule around its cell: white told it from others") \
  X(kSlotGuessed, "slot-guessed", "the slot was chosen by type and place alone") \
  X(kFormTie, "form-tie", "another form fits nearly as well") \
  X(kCellsTorn, "cells-torn", "the source line ends inside this row") \
  X(kTextUnplaced, "text-unplaced", "text beside it in its row fits nowhere") \
  X(kMovedGap, "moved-gap", "the row was moved, and a place in it that no label names stays empty") \
  X(kRepairNarrow, "repair-narrow", "another repair of the row would have cost little more") \
  X(kColumnOdd, "column-odd", "it stands in another column than its like") \
  X(kFormStrained, "form-strained", "much of the declaration had to be repaired to fit the form") \
  X(kPlaceDoubted, "place-doubted", "nothing was found there, on a scan: missing, or blank where much had to be repaired") \
  /* type */ \
  X(kTypeExact, "type-exact", "the letters are a full value of the type") \
  X(kTypeLoose, "type-loose", "an unusual spelling of the type") \
  X(kDigitsTorn, "digits-torn", "a line of the cell ends between two of its digits") \
  X(kTypeUnread, "type-unread", "the letters are no value of the type") \
  X(kDomainHeld, "domain-held", "the value is one of the form's own") \
  X(kDomainNear, "domain-near", "a misspelt choice was read as the nearest one") \
  X(kDomainMissed, "domain-missed", "the value is none of the form's own") \
  X(kUnitFromCell, "unit-from-cell", "the cell names its unit") \
  X(kUnitAssumed, "unit-assumed", "no unit is written; the form's usual one was taken") \
  X(kUnitDisagrees, "unit-disagrees", "two places name different units") \
  X(kResidue, "residue", "a hint of the form was left in the cell") \
  X(kLooksLikeLabel, "looks-like-label", "the value reads like a label of the form") \
  X(kLooksForeignType, "looks-foreign-type", "a text slot holds what looks like an amount, a date or a target") \
  X(kMarkupLeft, "markup-left", "what looks like markup stands in the value") \
  X(kUnusual, "unusual", "an amount of another size than all others of its declaration") \
  X(kUnlikeColumn, "unlike-column", "blank where the rest of its column is filled, or the other way round") \
  /* checks */ \
  X(kCheckHeld, "check-held", "a check with this value holds") \
  X(kCheckBroken, "check-broken", "a check with this value fails") \
  X(kCheckUntested, "check-untested", "a check with this value could not be tested") \
  X(kCheckSuspect, "check-suspect", "a check fails, and other evidence points at this value") \
  X(kPartAgrees, "part-agrees", "the main declaration or a part says the same") \
  X(kPartDiffers, "part-differs", "the main declaration or a part says otherwise") \
  /* wording */ \
  X(kWordingOdd, "wording-odd", "a wording flag stands on it; the letters are as written")
// clang-format on

enum class EvidenceCode : uint8_t {
#define TABULARIUM_EVIDENCE_ENUM(name, code, meaning) name,
  TABULARIUM_EVIDENCE(TABULARIUM_EVIDENCE_ENUM)
#undef TABULARIUM_EVIDENCE_ENUM
};

struct EvidenceKind {
  std::string_view code, meaning;
};
inline constexpr EvidenceKind kEvidenceKinds[] = {
#define TABULARIUM_EVIDENCE_ROW(name, code, meaning) {code, meaning},
    TABULARIUM_EVIDENCE(TABULARIUM_EVIDENCE_ROW)
#undef TABULARIUM_EVIDENCE_ROW
};
inline constexpr size_t kEvidenceCodes = sizeof(kEvidenceKinds) / sizeof(kEvidenceKinds[0]);
static_assert(kEvidenceCodes <= 64, "Signs has 64 bits");

// What the reasons speak of, in the order of the list above.
enum class EvidenceGroup : uint8_t { kLetters, kStructure, kType, kChecks, kWording };
inline constexpr std::string_view kEvidenceGroupNames[] = {"letters", "structure", "type", "checks", "wording"};
inline constexpr size_t kEvidenceGroups = sizeof(kEvidenceGroupNames) / sizeof(kEvidenceGroupNames[0]);
constexpr EvidenceGroup GroupOf(EvidenceCode code) {
  if (code < EvidenceCode::kLabelFuzzy) return EvidenceGroup::kLetters;
  if (code < EvidenceCode::kTypeExact) return EvidenceGroup::kStructure;
  if (code < EvidenceCode::kCheckHeld) return EvidenceGroup::kType;
  return code < EvidenceCode::kWordingOdd ? EvidenceGroup::kChecks : EvidenceGroup::kWording;
}

// A set of evidence codes.
struct Signs {
  uint64_t bits = 0;
  constexpr void Add(EvidenceCode code) { bits |= uint64_t{1} << static_cast<int>(code); }
  constexpr void Drop(EvidenceCode code) { bits &= ~(uint64_t{1} << static_cast<int>(code)); }
  constexpr bool Has(EvidenceCode code) const { return (bits >> static_cast<int>(code)) & 1; }
  constexpr void Add(Signs other) { bits |= other.bits; }
  friend constexpr bool operator==(Signs, Signs) = default;
};

}  // namespace tabularium

#endif  // TABULARIUM_MODEL_EVIDENCE_H_
