// Signs become opinions, troubles and remarks become flags, both become verdicts. Tested by
// judge_test.cc.
#include "judge/judge.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "judge/clusters.h"
#include "judge/find_field.h"
#include "judge/flags.h"
#include "judge/loose.h"
#include "judge/structure_signs.h"
#include "judge/suspects.h"

namespace tabularium {
namespace {

constexpr float kSureOfEncoding = 0.9f;  // below it every value says encoding-unsure

SourceNote NoteOf(const Document& document) {
  SourceNote note;
  note.path = document.path;
  note.sha256 = document.sha256;
  note.media_type = document.media_type;
  if (!document.marks.empty())
    note.encoding = kEncodingNames[static_cast<size_t>(document.encoding)];
  note.bytes = document.bytes;
  note.pages = document.pages;
  if (document.recognition)
    note.recognition = {document.recognition->path, document.recognition->sha256, document.recognition->media_type,
                        document.recognition->bytes};
  return note;
}

void AddWordingSigns(std::span<const Flag> flags, std::span<Record> records) {
  for (const Flag& flag : flags) {
    bool wording = flag.code == FlagCode::kForeignToken || flag.code == FlagCode::kProbableSlip ||
                   flag.code == FlagCode::kNearDuplicate;
    if (!wording) continue;
    if (Field* field = FindField(records, flag.field)) field->signs.Add(EvidenceCode::kWordingOdd);
  }
}

void AddEncodingSigns(const Document& document, std::span<Record> records) {
  if (document.encoding_certainty >= kSureOfEncoding) return;
  for (Record& record : records) {
    for (Field& field : record.fields) field.signs.Add(EvidenceCode::kEncodingUnsure);
    for (auto& table : record.tables)
      for (Field& field : table) field.signs.Add(EvidenceCode::kEncodingUnsure);
  }
}

// What is thought of all fields of one declaration, while it is summed up.
struct Weighing {
  const Form& form;
  const std::vector<Absence>& absences;
  double all_right = 1;  // product of confidences
  float lowest = 1;
  double expected_wrong = 0;
  uint32_t values = 0;

  std::vector<Opinion> Weigh(const std::vector<Field>& fields) {
    std::vector<Opinion> opinions(fields.size());
    for (size_t i = 0; i < fields.size(); ++i) {
      const auto slot = static_cast<size_t>(fields[i].slot);
      tabularium::Weigh(form.slots[slot], fields[i], absences[slot], &opinions[i]);
      if (form.slots[slot].part != TargetPart::kWhole) continue;  // its whole is weighed
      const float confidence = opinions[i].confidence;
      all_right *= static_cast<double>(confidence);
      lowest = std::min(lowest, confidence);
      expected_wrong += 1 - static_cast<double>(confidence);
      ++values;
    }
    return opinions;
  }
};

// The declaration with its opinions; its verdict is `accept` so far as its values go.
DeclarationFinding Consider(Record record, const std::vector<Absence>& absences,
                            const JudgeOptions& options) {
  DeclarationFinding finding;
  finding.record = std::move(record);
  Weighing weighing{*finding.record.form, absences};
  finding.opinions = weighing.Weigh(finding.record.fields);
  finding.table_opinions.reserve(finding.record.tables.size());
  for (const auto& table : finding.record.tables)
    finding.table_opinions.push_back(weighing.Weigh(table));
  finding.confidence = static_cast<float>(weighing.all_right);
  finding.expected_wrong = weighing.expected_wrong;
  finding.values = weighing.values;
  bool sure = static_cast<double>(weighing.lowest) >= options.threshold &&
              weighing.expected_wrong <= options.max_risk * weighing.values;
  finding.verdict = sure ? Verdict::kAccept : Verdict::kReview;
  return finding;
}

// Where the opinion of a field stands, or null.
Opinion* FindOpinion(std::span<DeclarationFinding> declarations, const FieldId& id) {
  if (id.declaration < 0 || static_cast<size_t>(id.declaration) >= declarations.size())
    return nullptr;
  DeclarationFinding& finding = declarations[static_cast<size_t>(id.declaration)];
  const Field* field = FindField(std::span(&finding.record, 1), {0, id.slot, id.record});
  if (!field) return nullptr;
  int table = finding.record.form->slots[static_cast<size_t>(id.slot)].table;
  if (table < 0)
    return &finding.opinions[static_cast<size_t>(field - finding.record.fields.data())];
  size_t t = static_cast<size_t>(table);
  return &finding.table_opinions[t][static_cast<size_t>(field - finding.record.tables[t].data())];
}

void ConsiderAll(std::vector<Record> records, const JudgeOptions& options, Finding* finding) {
  std::vector<Absence> absences;
  const Form* form = nullptr;
  finding->declarations.reserve(records.size());
  for (Record& record : records) {
    if (record.form != form) absences = Absences(*(form = record.form));
    int declaration = static_cast<int>(finding->declarations.size());
    FlagLeftovers(declaration, record, &finding->flags);
    FlagRemarks(declaration, &record, &finding->flags);
    finding->declarations.push_back(Consider(std::move(record), absences, options));
  }
}

// Gives the tests, which stand in the order of their declarations, to these.
void HandOut(std::vector<Tested> tested, std::vector<DeclarationFinding>* declarations) {
  for (auto begin = tested.begin(); begin != tested.end();) {
    const int declaration = begin->declaration;
    const auto end = std::find_if(begin, tested.end(), [&](const Tested& test) { return test.declaration != declaration; });
    auto& own = (*declarations)[static_cast<size_t>(declaration)].tested;
    own.insert(own.end(), std::make_move_iterator(begin), std::make_move_iterator(end));
    begin = end;
  }
}

void FlagAllMissing(Finding* finding) {
  std::vector<Absence> absences;
  const Form* form = nullptr;
  for (size_t i = 0; i < finding->declarations.size(); ++i) {
    const DeclarationFinding& declaration = finding->declarations[i];
    if (declaration.record.form != form) absences = Absences(*(form = declaration.record.form));
    FlagMissing(static_cast<int>(i), declaration, absences, &finding->flags);
  }
}

// Where a declaration is under review for its confidences alone, they are named.
void FlagAllUnsure(const JudgeOptions& options, Finding* finding) {
  std::vector<bool> said(finding->declarations.size());
  for (const Flag& flag : finding->flags)
    if (flag.severity != Severity::kNote && flag.field.declaration >= 0)
      said[static_cast<size_t>(flag.field.declaration)] = true;
  for (size_t i = 0; i < finding->declarations.size(); ++i)
    if (finding->declarations[i].verdict == Verdict::kReview && !said[i])
      FlagUnsure(static_cast<int>(i), finding->declarations[i], options, &finding->flags);
}

// Whether chance, which is the file's own SHA-256, draws it for an audit.
bool IsDrawn(std::string_view sha256, double share) {
  constexpr size_t kDigits = 13;  // 52 bits, which a double holds exactly
  uint64_t drawn = 0;
  if (sha256.size() < kDigits) return false;
  std::from_chars(sha256.data(), sha256.data() + kDigits, drawn, 16);
  return static_cast<double>(drawn) < share * 0x1p52;
}

void Audit(double share, Finding* finding) {
  if (finding->verdict != Verdict::kAccept || !IsDrawn(finding->source.sha256, share)) return;
  Flag flag;
  flag.code = FlagCode::kAudit;
  flag.severity = Kind(flag.code).severity;
  flag.message = "drawn by its content for a check of what is accepted; nothing speaks against it";
  finding->flags.insert(finding->flags.begin(), std::move(flag));
  for (DeclarationFinding& declaration : finding->declarations)
    declaration.verdict = Verdict::kReview;
  finding->verdict = Verdict::kReview;
}

// The file itself can't be read as a declaration.
bool Refuses(FlagCode code) {
  return code == FlagCode::kUnreadable || code == FlagCode::kEmpty || code == FlagCode::kBinary ||
         code == FlagCode::kPassword || code == FlagCode::kLimitReached;
}

void FlagWithoutForm(std::vector<LoosePair> pairs, Finding* finding) {
  finding->pairs = std::move(pairs);
  finding->tables = FindLooseTables(finding->leftovers);
  Flag flag;
  flag.code = FlagCode::kFormUnknown;
  flag.severity = Kind(flag.code).severity;
  flag.message = "no known form fits; tables and pairs of label and value are given as found";
  bool said = std::any_of(finding->flags.begin(), finding->flags.end(), [](const Flag& f) {
    return f.code == FlagCode::kFormUnknown || Refuses(f.code);
  });
  if (!said) finding->flags.push_back(std::move(flag));
}

void DecideVerdicts(Finding* finding) {
  Verdict of_the_file = Verdict::kAccept;
  for (const Flag& flag : finding->flags) {
    if (flag.severity == Severity::kNote) continue;
    if (flag.field.declaration < 0)
      of_the_file = Verdict::kReview;
    else
      finding->declarations[static_cast<size_t>(flag.field.declaration)].verdict = Verdict::kReview;
  }
  finding->verdict = of_the_file;
  for (DeclarationFinding& declaration : finding->declarations) {
    declaration.verdict = std::max(declaration.verdict, of_the_file);
    finding->verdict = std::max(finding->verdict, declaration.verdict);
  }
  if (!finding->declarations.empty()) return;
  bool refused = std::any_of(finding->flags.begin(), finding->flags.end(), [](const Flag& flag) {
    return flag.severity == Severity::kWrong && Refuses(flag.code);
  });
  finding->verdict = refused ? Verdict::kReject : Verdict::kReview;
}

}  // namespace

Finding Judge(const Document& document, std::vector<Record> records, Verification verification,
              Between between, const Grid& grid, const JudgeOptions& options) {
  Finding finding;
  finding.source = NoteOf(document);
  FlagTroubles(document, grid.troubles, &finding.flags);
  AddCheckSigns(verification.tested, records);
  AddStructureSigns(document, grid, records);
  AddContentSigns(records);
  std::vector<int> suspects = FindSuspects(verification.tested, records);
  AddWordingSigns(verification.flags, records);
  AddEncodingSigns(document, records);
  for (size_t i = 0; i < verification.tested.size(); ++i)
    FlagTest(verification.tested[i], suspects[i], records, &finding.flags);
  ConsiderAll(std::move(records), options, &finding);
  for (auto& [id, suggestion] : verification.suggestions)
    if (Opinion* opinion = FindOpinion(finding.declarations, id))
      opinion->suggestion = std::move(suggestion);
  FlagAllMissing(&finding);
  HandOut(std::move(verification.tested), &finding.declarations);
  std::move(verification.flags.begin(), verification.flags.end(),
            std::back_inserter(finding.flags));
  finding.leftovers = std::move(between.leftovers);
  if (finding.declarations.empty())
    FlagWithoutForm(std::move(between.pairs), &finding);
  else
    FlagBetween(finding.leftovers, &finding.flags);
  FlagAllUnsure(options, &finding);
  NameClusters(finding.declarations, &finding.flags);
  SortFlags(&finding.flags);
  DecideVerdicts(&finding);
  Audit(options.audit, &finding);
  return finding;
}

Finding JudgeUnread(const Unread& unread) {
  Finding finding;
  finding.source.path = unread.path;
  Flag flag;
  flag.code = FlagCode::kUnreadable;
  for (size_t i = 0; i < std::size(kFlagKinds); ++i)
    if (kFlagKinds[i].code == unread.code) flag.code = static_cast<FlagCode>(i);
  flag.severity = Severity::kWrong;
  flag.message = unread.message.empty() ? std::string(Kind(flag.code).meaning) : unread.message;
  finding.flags.push_back(std::move(flag));
  finding.verdict = Verdict::kReject;
  return finding;
}

}  // namespace tabularium
