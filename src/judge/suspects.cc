// A failed check lowers all its operands; the one that other evidence already speaks against is the
// suspect. Tested by suspects_test.cc.
#include "judge/suspects.h"

#include <algorithm>

#include "judge/find_field.h"
#include "judge/opinion.h"
#include "judge/weights.h"

namespace tabularium {
namespace {

constexpr float kOtherFails = -1.5f;  // another check that fails with the same value
constexpr float kOtherHolds = 1.0f;   // another check that holds with it
constexpr float kStandsOut =
    1.0f;  // log-odds by which the suspect must be worse than nothing, and than the next

bool Less(const FieldId& a, const FieldId& b) {
  if (a.declaration != b.declaration) return a.declaration < b.declaration;
  return a.slot != b.slot ? a.slot < b.slot : a.record < b.record;
}

bool CrossesDeclarations(const Tested& test) {
  for (const FieldId& id : test.fields)
    if (id.declaration != test.declaration) return true;
  return false;
}

EvidenceCode SignOf(const Tested& test) {
  bool holds = test.outcome == Outcome::kHolds;
  if (CrossesDeclarations(test))
    return holds ? EvidenceCode::kPartAgrees : EvidenceCode::kPartDiffers;
  return holds ? EvidenceCode::kCheckHeld : EvidenceCode::kCheckBroken;
}

// Without what checks say, and what is said of all values of a declaration alike.
Signs OfItsOwn(Signs signs) {
  constexpr auto bit = [](EvidenceCode code) { return uint64_t{1} << static_cast<int>(code); };
  signs.bits &= ~(bit(EvidenceCode::kCheckHeld) | bit(EvidenceCode::kCheckBroken) |
                  bit(EvidenceCode::kCheckSuspect) | bit(EvidenceCode::kPartAgrees) |
                  bit(EvidenceCode::kCheckUntested) | bit(EvidenceCode::kPartDiffers) |
                  bit(EvidenceCode::kDomainHeld) | bit(EvidenceCode::kUnitFromCell) |
                  bit(EvidenceCode::kCellsByWidth) | bit(EvidenceCode::kFromPage) |
                  bit(EvidenceCode::kFormStrained));
  return signs;
}

// All operands of the tests that fail, sorted, each as often as tests fail with it.
std::vector<FieldId> FailingOperands(std::span<const Tested> tested) {
  std::vector<FieldId> operands;
  for (const Tested& test : tested)
    if (test.outcome == Outcome::kFails)
      operands.insert(operands.end(), test.fields.begin(), test.fields.end());
  std::sort(operands.begin(), operands.end(), Less);
  return operands;
}

float Standing(const FieldId& id, Signs signs, std::span<const FieldId> failing) {
  float standing = PriorSum(OfItsOwn(signs));
  auto [first, last] = std::equal_range(failing.begin(), failing.end(), id, Less);
  if (last - first > 1) standing += kOtherFails;
  if (signs.Has(EvidenceCode::kCheckHeld) || signs.Has(EvidenceCode::kPartAgrees))
    standing += kOtherHolds;
  return standing;
}

int WorstStanding(const Tested& test, std::span<Record> records, std::span<const FieldId> failing) {
  int worst = -1;
  float lowest = 0, next = 0;
  for (size_t i = 0; i < test.fields.size(); ++i) {
    const Field* field = FindField(records, test.fields[i]);
    if (!field) continue;
    float standing = Standing(test.fields[i], field->signs, failing);
    if (worst < 0 || standing < lowest) {
      next = worst < 0 ? kOtherHolds : lowest;
      lowest = standing;
      worst = static_cast<int>(i);
    } else {
      next = std::min(next, standing);
    }
  }
  return lowest <= -kStandsOut && next - lowest >= kStandsOut ? worst : -1;
}

}  // namespace

namespace {

// An equation that holds shows that digits torn by a line's end were rightly joined; a comparison doesn't.
bool ProvesDigits(const Tested& test) {
  if (test.outcome != Outcome::kHolds) return false;
  for (const Relation relation : test.check->relations)
    if (relation != Relation::kEqual) return false;
  return true;
}

bool IsAmount(const Field& field) {
  if (const auto* money = std::get_if<Money>(&field.value)) return money->amount.digits != 0;
  const auto* number = std::get_if<Number>(&field.value);
  return number && number->number.digits != 0;
}

// An exact equation of amounts also shows that each letter of them was rightly read, since one misread would break it; but not where
// an amount only stands there twice, which may be misread twice alike.
// REQUIRES: ProvesDigits(test).
bool ProvesLetters(const Tested& test, std::span<Record> records) {
  constexpr std::ptrdiff_t kLeastAmounts = 3;
  return !test.check->tolerance &&
         std::count_if(test.fields.begin(), test.fields.end(), [&](const FieldId& id) {
           const Field* field = FindField(records, id);
           return field && IsAmount(*field);
         }) >= kLeastAmounts;
}

// What recognisers saw otherwise is worth a note where an equation decides.
void SettleReadings(Record* record, Field* field) {
  if (field->signs.Has(EvidenceCode::kReadingsDiffer)) {
    field->signs.Drop(EvidenceCode::kReadingsDiffer);
    if (!field->signs.Has(EvidenceCode::kReadingsAgree)) field->signs.Add(EvidenceCode::kReadOnce);
  }
  for (Remark& remark : record->remarks)
    if (remark.code == FlagCode::kLowLegibility && remark.severity != Severity::kNote && remark.field.slot == field->slot &&
        remark.field.record == field->record) {
      remark.severity = Severity::kNote;
      remark.message += "; an equation holds with what stands";
    }
}

}  // namespace

void AddCheckSigns(std::span<const Tested> tested, std::span<Record> records) {
  for (const Tested& test : tested) {
    const bool proves_digits = ProvesDigits(test);
    const EvidenceCode sign = test.outcome == Outcome::kUntestable ? EvidenceCode::kCheckUntested : SignOf(test);
    for (const FieldId& id : test.fields)
      if (Field* field = FindField(records, id)) {
        field->signs.Add(sign);
        if (proves_digits) field->signs.Drop(EvidenceCode::kDigitsTorn);
        if (proves_digits && field->signs.Has(EvidenceCode::kScanned) && IsAmount(*field) && ProvesLetters(test, records))
          SettleReadings(&records[static_cast<size_t>(id.declaration)], field);
      }
  }
}

std::vector<int> FindSuspects(std::span<const Tested> tested, std::span<Record> records) {
  std::vector<int> suspects(tested.size(), -1);
  std::vector<FieldId> failing = FailingOperands(tested);
  if (failing.empty()) return suspects;
  for (size_t i = 0; i < tested.size(); ++i)
    if (tested[i].outcome == Outcome::kFails)
      suspects[i] = WorstStanding(tested[i], records, failing);
  for (size_t i = 0; i < tested.size(); ++i) {
    if (suspects[i] < 0) continue;
    FindField(records, tested[i].fields[static_cast<size_t>(suspects[i])])
        ->signs.Add(EvidenceCode::kCheckSuspect);
  }
  return suspects;
}

}  // namespace tabularium
