// Every value with its confidence, its place and the reasons; the checks; the flags. Tested by
// explain_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "model/field_name.h"
#include "text/width.h"
#include "write/explain_text.h"
#include "write/paint.h"
#include "write/plain.h"
#include "write/table_flags.h"

namespace tabularium {
namespace {

constexpr int kValueWidth = 60;
constexpr int kNameWidth = 30;
constexpr int kFlagWidth = 120;

auto Into(std::string* out) { return std::back_inserter(*out); }

void AppendField(const Record& record, const Field& field, const Opinion& opinion,
                 std::string* out) {
  const auto* nothing = std::get_if<Nothing>(&field.value);
  std::string name = FieldName(*record.form, field.slot, field.record),
              value = PlainValue(field.value);
  if (nothing) value = fmt::format("({})", kNothingNames[static_cast<size_t>(*nothing)]);
  if (std::string_view unit = PlainUnit(field.value); !unit.empty())
    value += fmt::format(" {}", unit);
  value = FitLine(value, kValueWidth);
  fmt::format_to(Into(out), "  {} {:.5f}  {}", Padded(name, kNameWidth), opinion.confidence, value);
  if (field.place.line > 0)
    fmt::format_to(Into(out), "{:{}}  line {}, bytes {}-{}", "",
                   std::max(0, kValueWidth / 2 - DisplayWidth(value)), field.place.line,
                   field.place.bytes.begin, field.place.bytes.end);
  if (field.inherited) out->append(", from the row above");
  out->push_back('\n');
  for (const Evidence& evidence : opinion.evidence) {
    const EvidenceKind& kind = kEvidenceKinds[static_cast<size_t>(evidence.code)];
    fmt::format_to(Into(out), "    {:+5.2f} {}: {}\n", evidence.weight, kind.code, kind.meaning);
  }
  if (opinion.suggestion)
    fmt::format_to(Into(out), "    suggestion: {}, {}\n", opinion.suggestion->value,
                   opinion.suggestion->because);
}

void AppendCheck(const Tested& test, std::string* out) {
  std::string about =
      test.record < 0 ? test.check->name : fmt::format("{}[{}]", test.check->name, test.record);
  fmt::format_to(Into(out), "  {} {}", Padded(about, kNameWidth),
                 Padded(kOutcomeNames[static_cast<size_t>(test.outcome)], 10));
  fmt::format_to(Into(out), " {}", test.check->claim);
  if (!test.left.empty() || !test.right.empty())
    fmt::format_to(Into(out), ": {} and {}", FitLine(test.left, kValueWidth),
                   FitLine(test.right, kValueWidth));
  if (!test.because.empty()) fmt::format_to(Into(out), " ({})", test.because);
  out->push_back('\n');
}

void AppendDeclaration(const DeclarationFinding& declaration, size_t number, std::string* out) {
  const Record& record = declaration.record;
  fmt::format_to(Into(out), "declaration {}: {} {}, {}, confidence {:.5f}\n", number,
                 record.form->id, record.form->edition,
                 kVerdictNames[static_cast<size_t>(declaration.verdict)], declaration.confidence);
  for (size_t i = 0; i < record.fields.size(); ++i)
    AppendField(record, record.fields[i], declaration.opinions[i], out);
  for (size_t t = 0; t < record.tables.size(); ++t)
    for (size_t i = 0; i < record.tables[t].size(); ++i)
      AppendField(record, record.tables[t][i], declaration.table_opinions[t][i], out);
  for (const Tested& test : declaration.tested) AppendCheck(test, out);
  for (const Leftover& leftover : record.leftovers)
    fmt::format_to(Into(out), "  left over at line {}: {}\n", leftover.place.line,
                   FitLine(leftover.raw, kValueWidth));
  out->push_back('\n');
}

}  // namespace

void ExplainFinding(const Finding& finding, std::string* out) {
  fmt::format_to(Into(out), "{}: {}\n\n", finding.source.path,
                 kVerdictNames[static_cast<size_t>(finding.verdict)]);
  for (size_t i = 0; i < finding.declarations.size(); ++i)
    AppendDeclaration(finding.declarations[i], i, out);
  for (const Leftover& leftover : finding.leftovers)
    fmt::format_to(Into(out), "outside every form, line {}: {}\n", leftover.place.line,
                   FitLine(leftover.raw, kValueWidth));
  WriteTableFlags(finding, Palette{}, kFlagWidth, out);
}

}  // namespace tabularium
