// Flags about one declaration: what the stages remarked, what is left over, missing, or does not
// add up. Tested by flags_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "judge/find_field.h"
#include "judge/flags.h"
#include "judge/weights.h"
#include "model/field_name.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kExcerptLetters = 40;  // a message stays on one line of a terminal
constexpr size_t kMostUnsure = 3;       // values of a declaration that are named as unsure

Flag Make(FlagCode code, int declaration) {
  Flag flag;
  flag.code = code;
  flag.severity = Kind(code).severity;
  flag.field.declaration = declaration;
  return flag;
}

// Remarks that already speak of the text at their place.
bool SpeaksOfText(FlagCode code) {
  return code == FlagCode::kLeftover || code == FlagCode::kRowUnknown ||
         code == FlagCode::kRowAmbiguous || code == FlagCode::kRowRepeated ||
         code == FlagCode::kTruncated;
}

// What stands printed in the square: the letters between the slots, as drawn.
std::string Drawn(const Square& square) {
  std::string text;
  for (const Part& part : square.parts)
    if (part.slot < 0) text += part.text.empty() && !part.keys.empty() ? part.keys[0] : part.text;
  return std::string(Trim(text));
}

bool Holds(const Square& square, int slot) {
  auto is_slot = [&](const Part& part) { return part.slot == slot; };
  return square.slot == slot || std::any_of(square.parts.begin(), square.parts.end(), is_slot);
}

// The label beside the slot in its row, or in its own square; empty where none is printed.
std::string LabelOf(const Form& form, int slot) {
  for (const Row& row : form.rows) {
    const Square* label = nullptr;
    for (const Square& square : row.squares) {
      if (square.kind == Square::kPrinted) label = &square;
      if (Holds(square, slot))
        return square.kind == Square::kMixed ? Drawn(square) : label ? Drawn(*label) : "";
      if (square.kind == Square::kSlot) label = nullptr;
    }
  }
  return "";
}

std::string_view WhyNothing(Nothing nothing) {
  switch (nothing) {
    case Nothing::kBlank:
      return "its cell is blank";
    case Nothing::kNotApplicable:
      return "its cell says “not applicable”";
    default:
      return "no cell was found for it";
  }
}

bool IsRequiredAndMissing(const Slot& slot, const Field& field, Absence absence) {
  const auto* nothing = std::get_if<Nothing>(&field.value);
  if (!slot.required || !nothing || slot.part != TargetPart::kWhole) return false;
  if (*nothing == Nothing::kUnread) return false;  // value-unread says it
  return *nothing != Nothing::kMissing || absence == Absence::kOdd;
}

void FlagIsMissing(int declaration, const Form& form, const Field& field, const Opinion& opinion,
                   std::vector<Flag>* flags) {
  Flag flag = Make(FlagCode::kMissingRequired, declaration);
  flag.field = {declaration, field.slot, field.record};
  flag.place = field.place;
  flag.suggestion = opinion.suggestion;
  std::string label = LabelOf(form, field.slot);
  flag.message = fmt::format("{}{} is required, but {}", FieldName(form, field.slot, field.record),
                             label.empty() ? "" : fmt::format(" ({})", label),
                             WhyNothing(std::get<Nothing>(field.value)));
  flags->push_back(std::move(flag));
}

// The codes of what speaks against a value, checks aside.
std::string ReasonsFor(Signs signs) {
  std::string reasons;
  for (const EvidenceWeight& w : kWeights) {
    bool of_a_check = w.code == EvidenceCode::kCheckBroken ||
                      w.code == EvidenceCode::kCheckUntested ||
                      w.code == EvidenceCode::kCheckSuspect || w.code == EvidenceCode::kPartDiffers;
    if (of_a_check || w.weight >= 0 || !signs.Has(w.code)) continue;
    reasons += reasons.empty() ? "" : ", ";
    reasons += kEvidenceKinds[static_cast<size_t>(w.code)].code;
  }
  return reasons;
}

std::string Reasons(Signs signs) {
  std::string reasons = ReasonsFor(signs);
  return reasons.empty() ? "it fails other checks too" : reasons;
}

std::string NameFrom(const FieldId& id, int declaration, std::span<Record> records) {
  const Form& form = *records[static_cast<size_t>(id.declaration)].form;
  std::string name = FieldName(form, id.slot, id.record);
  return id.declaration == declaration ? name
                                       : fmt::format("declarations[{}].{}", id.declaration, name);
}

std::string FailureMessage(const Tested& test, int suspect, std::span<Record> records) {
  std::string message = fmt::format("{} does not hold", test.check->claim);
  if (!test.left.empty() || !test.right.empty())
    message += fmt::format(": {} against {}", Excerpt(test.left, kExcerptLetters),
                           Excerpt(test.right, kExcerptLetters));
  if (suspect < 0) return message;
  const FieldId& id = test.fields[static_cast<size_t>(suspect)];
  return message + fmt::format("; most likely {} is wrong ({})",
                               NameFrom(id, test.declaration, records),
                               Reasons(FindField(records, id)->signs));
}

// The operand at which a flag points: the suspect, or the first, of the test's own declaration.
// Null: none.
const FieldId* OwnOperand(const Tested& test, int suspect) {
  auto own = [&](const FieldId& id) { return id.declaration == test.declaration && id.slot >= 0; };
  if (suspect >= 0 && own(test.fields[static_cast<size_t>(suspect)]))
    return &test.fields[static_cast<size_t>(suspect)];
  auto first = std::find_if(test.fields.begin(), test.fields.end(), own);
  return first == test.fields.end() ? nullptr : &*first;
}

// Values with their confidences, the least sure first.
std::vector<std::pair<float, const Field*>> LeastSure(const DeclarationFinding& finding) {
  const Form& form = *finding.record.form;
  std::vector<std::pair<float, const Field*>> values;
  auto visit = [&](const std::vector<Field>& fields, const std::vector<Opinion>& opinions) {
    for (size_t i = 0; i < fields.size(); ++i)
      if (form.slots[static_cast<size_t>(fields[i].slot)].part == TargetPart::kWhole)
        values.emplace_back(opinions[i].confidence, &fields[i]);
  };
  visit(finding.record.fields, finding.opinions);
  for (size_t t = 0; t < finding.record.tables.size(); ++t)
    visit(finding.record.tables[t], finding.table_opinions[t]);
  std::stable_sort(values.begin(), values.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  return values;
}

}  // namespace

void FlagUnsure(int declaration, const DeclarationFinding& finding, const JudgeOptions& options,
                std::vector<Flag>* flags) {
  const Form& form = *finding.record.form;
  std::vector<std::pair<float, const Field*>> unsure = LeastSure(finding);
  size_t below = 0;
  while (below < unsure.size() && static_cast<double>(unsure[below].first) < options.threshold)
    ++below;
  const size_t named = std::min(std::max<size_t>(below, 1), kMostUnsure);
  for (size_t i = 0; i < std::min(named, unsure.size()); ++i) {
    const Field& field = *unsure[i].second;
    Flag flag = Make(FlagCode::kValueUnsure, declaration);
    flag.field = {declaration, field.slot, field.record};
    flag.place = field.place;
    const std::string reasons = ReasonsFor(field.signs);
    const std::string name = FieldName(form, field.slot, field.record);
    flag.message =
        below > 0 ? fmt::format("{} is less sure than asked for ({:.3f}){}{}", name,
                                unsure[i].first, reasons.empty() ? "" : ": ", reasons)
                  : fmt::format("{:.2g} of {} values are expected to be wrong, a greater share than "
                                "asked for; {} is the least sure ({:.5f}){}{}",
                                finding.expected_wrong, finding.values, name, unsure[i].first,
                                reasons.empty() ? "" : ": ", reasons);
    if (i + 1 == kMostUnsure && below > kMostUnsure)
      flag.message += fmt::format("; and so are {} others", below - kMostUnsure);
    flags->push_back(std::move(flag));
  }
}

void FlagRemarks(int declaration, Record* record, std::vector<Flag>* flags) {
  for (Remark& remark : record->remarks) {
    Flag flag = Make(remark.code, declaration);
    flag.severity = remark.severity;
    flag.message =
        remark.message.empty() ? std::string(Kind(remark.code).meaning) : std::move(remark.message);
    flag.field = {declaration, remark.field.slot, remark.field.record};
    flag.place = remark.place;
    flags->push_back(std::move(flag));
  }
}

void FlagLeftovers(int declaration, const Record& record, std::vector<Flag>* flags) {
  if (record.leftovers.empty()) return;
  std::vector<uint32_t> said;  // lines of which a remark speaks
  for (const Remark& remark : record.remarks)
    if (SpeaksOfText(remark.code)) said.push_back(remark.place.line);
  std::sort(said.begin(), said.end());
  for (const Leftover& leftover : record.leftovers) {
    if (std::binary_search(said.begin(), said.end(), leftover.place.line)) continue;
    Flag flag = Make(FlagCode::kLeftover, declaration);
    flag.message = fmt::format("“{}” belongs to no slot", Excerpt(leftover.raw, kExcerptLetters));
    flag.place = leftover.place;
    flags->push_back(std::move(flag));
  }
}

void FlagMissing(int declaration, const DeclarationFinding& finding,
                 std::span<const Absence> absences, std::vector<Flag>* flags) {
  const Record& record = finding.record;
  auto visit = [&](const std::vector<Field>& fields, const std::vector<Opinion>& opinions) {
    for (size_t i = 0; i < fields.size(); ++i) {
      const auto slot = static_cast<size_t>(fields[i].slot);
      if (IsRequiredAndMissing(record.form->slots[slot], fields[i], absences[slot]))
        FlagIsMissing(declaration, *record.form, fields[i], opinions[i], flags);
    }
  };
  visit(record.fields, finding.opinions);
  for (size_t t = 0; t < record.tables.size(); ++t)
    visit(record.tables[t], finding.table_opinions[t]);
}

void FlagTest(const Tested& test, int suspect, std::span<Record> records,
              std::vector<Flag>* flags) {
  if (test.outcome == Outcome::kHolds) return;
  bool fails = test.outcome == Outcome::kFails;
  Flag flag = Make(fails ? FlagCode::kCheckFailed : FlagCode::kCheckUntestable, test.declaration);
  if (fails) flag.severity = test.check->suspicious ? Severity::kSuspicious : Severity::kWrong;
  if (const FieldId* id = OwnOperand(test, suspect)) {
    flag.field = *id;
    if (const Field* field = FindField(records, *id)) flag.place = field->place;
  }
  std::string about = test.record < 0 ? test.check->name
                                      : fmt::format("{}, record {}", test.check->name, test.record);
  flag.message = fails ? fmt::format("{}: {}", about, FailureMessage(test, suspect, records))
                       : fmt::format("{} could not be tested: {}", about, test.because);
  flags->push_back(std::move(flag));
}

}  // namespace tabularium
