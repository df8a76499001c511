// One finding as one line, keys in the order of the output contract. Tested by json_test.cc.
#include "model/field_name.h"
#include "write/json_value.h"
#include "write/write.h"

namespace tabularium {
namespace {

constexpr int kConfidencePlaces = 5;
constexpr size_t kPiece = 64 << 10;  // bytes: they stay in the cache on their way
constexpr double kLooseConfidence =
    0.5;  // of a pair without a form: nothing says that the two belong together

// What is written of one finding, part by part.
class FindingWriter {
 public:
  using Use = std::function<void(std::string_view)>;

  // `use`: takes pieces of the text away; null: nobody does.
  FindingWriter(const Finding& finding, std::string* out, const Use* use) : finding_(finding), use_(use), json_(out) {}

  void Write() {
    json_.Raw("{\"tabularium\":1,\"source\":");
    WriteSource();
    json_.Raw(",\"verdict\":");
    WriteVerdict(finding_.verdict);
    json_.Raw(",\"expected_wrong\":");
    if (finding_.declarations.empty())
      json_.Raw("null");
    else
      json_.Rounded(finding_.expected_wrong(), kConfidencePlaces);
    json_.Raw(",\"declarations\":");
    List(finding_.declarations, [&](const DeclarationFinding& d) { WriteDeclaration(d); });
    json_.Raw(",\"tables\":");
    List(finding_.tables, [&](const LooseTable& table) { WriteLooseTable(table); });
    json_.Raw(",\"pairs\":");
    List(finding_.pairs, [&](const LoosePair& pair) { WritePair(pair); });
    json_.Raw(",\"leftovers\":");
    List(finding_.leftovers, [&](const Leftover& leftover) { WriteLeftover(leftover); });
    json_.Raw(",\"flags\":");
    List(finding_.flags, [&](const Flag& flag) { WriteFlag(flag); });
    json_.Raw("}\n");
  }

 private:
  template <class Items, class WriteItem>
  void List(const Items& items, WriteItem write_item) {
    json_.Raw("[");
    bool first = true;
    for (const auto& item : items) {
      if (!first) json_.Raw(",");
      first = false;
      write_item(item);
      if (use_ && json_.text().size() >= kPiece) HandOn();
    }
    json_.Raw("]");
  }
  void HandOn() {
    (*use_)(json_.text());
    json_.Clear();
  }

  void WriteOrNull(std::string_view text) {
    if (text.empty()) return json_.Raw("null");
    json_.Quoted(text);
  }

  void WriteVerdict(Verdict verdict) {
    json_.Raw("\"");
    json_.Raw(kVerdictNames[static_cast<size_t>(verdict)]);
    json_.Raw("\"");
  }

  void WriteSource() {
    const SourceNote& source = finding_.source;
    json_.Raw("{\"path\":");
    json_.Quoted(source.path);
    json_.Raw(",\"sha256\":");
    WriteOrNull(source.sha256);
    json_.Raw(",\"bytes\":");
    json_.Unsigned(source.bytes);
    json_.Raw(",\"media_type\":");
    WriteOrNull(source.media_type);
    json_.Raw(",\"encoding\":");
    WriteOrNull(source.encoding);
    json_.Raw(",\"pages\":");
    json_.Integer(source.pages);
    if (source.recognition) {
      json_.Raw(",\"recognition\":{\"path\":");
      json_.Quoted(source.recognition->path);
      json_.Raw(",\"sha256\":");
      json_.Quoted(source.recognition->sha256);
      json_.Raw(",\"bytes\":");
      json_.Unsigned(source.recognition->bytes);
      json_.Raw(",\"media_type\":");
      json_.Quoted(source.recognition->media_type);
      json_.Raw("}");
    }
    json_.Raw("}");
  }

  void WriteDeclaration(const DeclarationFinding& declaration) {
    const Form& form = *declaration.record.form;
    json_.Raw("{\"form\":");
    json_.Quoted(form.id);
    json_.Raw(",\"edition\":");
    json_.Quoted(form.edition);
    json_.Raw(",\"title\":");
    json_.Quoted(form.title);
    json_.Raw(",\"part_of\":");
    if (declaration.record.part_of < 0)
      json_.Raw("null");
    else
      json_.Integer(declaration.record.part_of);
    json_.Raw(",\"verdict\":");
    WriteVerdict(declaration.verdict);
    json_.Raw(",\"confidence\":");
    json_.Rounded(static_cast<double>(declaration.confidence), kConfidencePlaces);
    json_.Raw(",\"fields\":{");
    WriteFields(declaration);
    json_.Raw("},\"tables\":{");
    for (size_t table = 0; table < form.tables.size(); ++table) {
      if (table > 0) json_.Raw(",");
      json_.Quoted(form.tables[table].name);
      json_.Raw(":[");
      for (size_t i = 0; i < declaration.record.records(table); ++i) {
        if (i > 0) json_.Raw(",");
        WriteTableRecord(declaration, table, i);
      }
      json_.Raw("]");
    }
    json_.Raw("},\"checks\":");
    List(declaration.tested, [&](const Tested& test) { WriteCheck(test); });
    json_.Raw(",\"leftovers\":");
    List(declaration.record.leftovers, [&](const Leftover& leftover) { WriteLeftover(leftover); });
    json_.Raw("}");
  }

  void WriteFields(const DeclarationFinding& declaration) {
    const Record& record = declaration.record;
    bool first = true;
    for (size_t i = 0; i < record.fields.size(); ++i) {
      const Slot& slot = record.form->slots[static_cast<size_t>(record.fields[i].slot)];
      if (slot.part != TargetPart::kWhole) continue;  // stands in the value it is part of
      if (!first) json_.Raw(",");
      first = false;
      json_.Quoted(slot.path);
      json_.Raw(":");
      WriteField(record, record.fields[i], declaration.opinions[i], RepairShown::kWithValue,
                 &json_);
    }
  }

  void WriteTableRecord(const DeclarationFinding& declaration, size_t table, size_t index) {
    const Record& record = declaration.record;
    size_t columns = record.form->tables[table].slots.size();
    int32_t repair = -1;
    bool first = true;
    json_.Raw("{");
    for (size_t i = index * columns; i < (index + 1) * columns; ++i) {
      const Field& field = record.tables[table][i];
      const Slot& slot = record.form->slots[static_cast<size_t>(field.slot)];
      if (field.repair >= 0 && !field.inherited) repair = field.repair;
      if (slot.part != TargetPart::kWhole) continue;
      if (!first) json_.Raw(",");
      first = false;
      json_.Quoted(slot.name);
      json_.Raw(":");
      WriteField(record, field, declaration.table_opinions[table][i], RepairShown::kWithRecord,
                 &json_);
    }
    if (repair >= 0) {
      json_.Raw(",\"_repair\":");
      WriteRepair(record.repairs[static_cast<size_t>(repair)], &json_);
    }
    json_.Raw("}");
  }

  // A field of another declaration bears its number: "declarations[1].funds.total".
  void WriteFieldName(const FieldId& id, int declaration) {
    name_.clear();
    if (id.declaration != declaration)
      name_ = "declarations[" + std::to_string(id.declaration) + "].";
    const Form& form = *finding_.declarations[static_cast<size_t>(id.declaration)].record.form;
    AppendFieldName(form, id.slot, id.record, &name_);
    json_.Quoted(name_);
  }

  void WriteCheck(const Tested& test) {
    json_.Raw("{\"name\":");
    json_.Quoted(test.check->name);
    json_.Raw(",\"outcome\":\"");
    json_.Raw(kOutcomeNames[static_cast<size_t>(test.outcome)]);
    json_.Raw("\",\"fields\":");
    List(test.fields, [&](const FieldId& id) { WriteFieldName(id, test.declaration); });
    if (test.record >= 0) {
      json_.Raw(",\"record\":");
      json_.Integer(test.record);
    }
    json_.Raw(",\"left\":");
    WriteOrNull(test.left);
    json_.Raw(",\"right\":");
    WriteOrNull(test.right);
    if (!test.because.empty()) {
      json_.Raw(",\"because\":");
      json_.Quoted(test.because);
    }
    json_.Raw("}");
  }

  void WriteLeftover(const Leftover& leftover) {
    json_.Raw("{\"raw\":");
    json_.Quoted(leftover.raw);
    json_.Raw(",\"origin\":");
    WriteOrigin(leftover.place, &json_);
    json_.Raw("}");
  }

  void WriteLooseTable(const LooseTable& table) {
    json_.Raw("{\"rows\":");
    List(table.rows, [&](const std::vector<Leftover>& row) {
      List(row, [&](const Leftover& cell) { WriteLeftover(cell); });
    });
    json_.Raw("}");
  }

  void WritePair(const LoosePair& pair) {
    json_.Raw("{\"label\":");
    WriteLeftover(pair.label);
    json_.Raw(",\"value\":{\"value\":");
    json_.Quoted(pair.value.raw);
    json_.Raw(",\"type\":\"text\",\"raw\":");
    json_.Quoted(pair.value.raw);
    json_.Raw(",\"confidence\":");
    json_.Rounded(kLooseConfidence, kConfidencePlaces);
    json_.Raw(",\"origin\":");
    WriteOrigin(pair.value.place, &json_);
    json_.Raw("}}");
  }

  void WriteFlag(const Flag& flag) {
    json_.Raw("{\"code\":\"");
    json_.Raw(Kind(flag.code).code);
    json_.Raw("\",\"severity\":\"");
    json_.Raw(Name(flag.severity));
    json_.Raw("\",\"message\":");
    json_.Quoted(flag.message);
    json_.Raw(",\"declaration\":");
    if (flag.field.declaration < 0)
      json_.Raw("null,\"field\":null");
    else
      WriteFlagged(flag.field);
    json_.Raw(",\"origin\":");
    WriteOrigin(flag.place, &json_);
    json_.Raw(",\"cluster\":");
    WriteOrNull(flag.cluster);
    if (flag.suggestion) {
      json_.Raw(",\"suggestion\":");
      WriteSuggestion(*flag.suggestion, &json_);
    }
    json_.Raw("}");
  }

  void WriteFlagged(const FieldId& field) {
    json_.Integer(field.declaration);
    json_.Raw(",\"field\":");
    if (field.slot < 0)
      json_.Raw("null");
    else
      WriteFieldName(field, field.declaration);
  }

  const Finding& finding_;
  const Use* use_;
  JsonText json_;
  std::string name_;  // reused
};

}  // namespace

void WriteJson(const Finding& finding, std::string* out) { FindingWriter(finding, out, nullptr).Write(); }

void WriteJson(const Finding& finding, const std::function<void(std::string_view)>& use) {
  std::string rest;
  FindingWriter(finding, &rest, &use).Write();
  use(rest);
}

}  // namespace tabularium
