// One table a file, row by row. Tested by csv_test.cc.
#include "write/csv.h"

#include "write/plain.h"

namespace tabularium {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// A row of cells. The separator goes before each cell but the first, so that empty cells count.
class CsvRow {
 public:
  explicit CsvRow(std::string* row) : row_(row) { row->clear(); }
  CsvRow& operator<<(std::string_view text) {
    if (any_) row_->push_back(',');
    any_ = true;
    AppendCsvCell(text, row_);
    return *this;
  }
  CsvRow& operator<<(int64_t n) { return *this << std::string_view(std::to_string(n)); }
  void End() { row_->append("\r\n"); }

 private:
  std::string* row_;
  bool any_ = false;
};

std::string FileName(const Form& form, std::string_view table) {
  std::string name = form.edition.empty() ? form.id : form.id + "-" + form.edition;
  for (char& c : name)
    if (c == '/' || c == '\\') c = '_';
  return name.append(".").append(table).append(".csv");
}

bool IsColumn(const Form& form, int slot) {
  return form.slots[static_cast<size_t>(slot)].part == TargetPart::kWhole;
}

}  // namespace

void AppendCsvCell(std::string_view text, std::string* row) {
  bool plain = text.find_first_of(",\"\r\n") == std::string_view::npos &&
               (text.empty() || (text.front() != ' ' && text.back() != ' '));
  if (plain) {
    row->append(text);
    return;
  }
  row->push_back('"');
  for (char c : text) {
    if (c == '"') row->push_back('"');
    row->push_back(c);
  }
  row->push_back('"');
}

std::ostream& CsvWriter::File(const std::string& name,
                              const std::function<void(std::string*)>& header) {
  std::ostream& file = open_(name);
  if (begun_.insert(name).second) {
    std::string cells;
    header(&cells);
    file << kByteOrderMark << cells;
  }
  return file;
}

void CsvWriter::Write(const Finding& finding) {
  WriteFile(finding);
  for (size_t i = 0; i < finding.declarations.size(); ++i) {
    WriteDeclaration(finding, static_cast<int>(i));
    WriteTables(finding, static_cast<int>(i));
  }
  WritePairs(finding);
  WriteFlags(finding);
}

void CsvWriter::WriteFile(const Finding& finding) {
  std::ostream& file = File("files.csv", [](std::string* cells) {
    (CsvRow(cells) << "path"
                   << "sha256"
                   << "bytes"
                   << "encoding"
                   << "verdict"
                   << "declarations")
        .End();
  });
  CsvRow row(&row_);
  row << finding.source.path << finding.source.sha256 << static_cast<int64_t>(finding.source.bytes)
      << finding.source.encoding << kVerdictNames[static_cast<size_t>(finding.verdict)]
      << static_cast<int64_t>(finding.declarations.size());
  row.End();
  file << row_;
}

void CsvWriter::WriteDeclaration(const Finding& finding, int declaration) {
  const DeclarationFinding& found = finding.declarations[static_cast<size_t>(declaration)];
  const Form& form = *found.record.form;
  std::ostream& file = File(FileName(form, "declarations"), [&](std::string* cells) {
    CsvRow header(cells);
    header << "path"
           << "declaration"
           << "part_of"
           << "verdict"
           << "confidence";
    for (const Field& field : found.record.fields)
      if (IsColumn(form, field.slot)) header << form.slots[static_cast<size_t>(field.slot)].path;
    header.End();
  });
  CsvRow row(&row_);
  row << finding.source.path << declaration;
  row << (found.record.part_of < 0 ? std::string() : std::to_string(found.record.part_of));
  row << kVerdictNames[static_cast<size_t>(found.verdict)] << PlainConfidence(found.confidence);
  for (const Field& field : found.record.fields)
    if (IsColumn(form, field.slot)) row << PlainValue(field.value);
  row.End();
  file << row_;
}

void CsvWriter::WriteTables(const Finding& finding, int declaration) {
  const Record& record = finding.declarations[static_cast<size_t>(declaration)].record;
  const Form& form = *record.form;
  for (size_t table = 0; table < form.tables.size(); ++table) {
    size_t columns = form.tables[table].slots.size();
    if (record.records(table) == 0) continue;
    std::ostream& file = File(FileName(form, form.tables[table].name), [&](std::string* cells) {
      CsvRow header(cells);
      header << "path"
             << "declaration"
             << "record";
      for (int slot : form.tables[table].slots)
        if (IsColumn(form, slot)) header << form.slots[static_cast<size_t>(slot)].name;
      header.End();
    });
    for (size_t i = 0; i < record.records(table); ++i) {
      CsvRow row(&row_);
      row << finding.source.path << declaration << static_cast<int64_t>(i);
      for (size_t k = i * columns; k < (i + 1) * columns; ++k) {
        const Field& field = record.tables[table][k];
        if (IsColumn(form, field.slot)) row << PlainValue(field.value);
      }
      row.End();
      file << row_;
    }
  }
}

void CsvWriter::WritePairs(const Finding& finding) {
  if (finding.pairs.empty()) return;
  std::ostream& file = File("pairs.csv", [](std::string* cells) {
    (CsvRow(cells) << "path"
                   << "line"
                   << "label"
                   << "value")
        .End();
  });
  for (const LoosePair& pair : finding.pairs) {
    CsvRow row(&row_);
    row << finding.source.path << static_cast<int64_t>(pair.label.place.line) << pair.label.raw
        << pair.value.raw;
    row.End();
    file << row_;
  }
}

void CsvWriter::WriteFlags(const Finding& finding) {
  std::ostream& file = File("flags.csv", [](std::string* cells) {
    CsvRow header(cells);
    header << "path"
           << "declaration"
           << "field"
           << "code"
           << "severity"
           << "message"
           << "line"
           << "cluster";
    (header << "suggestion").End();
  });
  auto number_or_empty = [](int64_t n, bool known) {
    return known ? std::to_string(n) : std::string();
  };
  for (const Flag& flag : finding.flags) {
    CsvRow row(&row_);
    row << finding.source.path
        << number_or_empty(flag.field.declaration, flag.field.declaration >= 0);
    row << FlaggedField(finding, flag) << Kind(flag.code).code << Name(flag.severity)
        << flag.message;
    row << number_or_empty(flag.place.line, flag.place.line > 0) << flag.cluster;
    row << (flag.suggestion ? std::string_view(flag.suggestion->value) : std::string_view());
    row.End();
    file << row_;
  }
}

}  // namespace tabularium
