// What was declared, and below it what to look at. Tested by table_test.cc.
#include <fmt/format.h>

#include <algorithm>

#include "text/width.h"
#include "write/paint.h"
#include "write/plain.h"
#include "write/table_flags.h"
#include "write/write.h"

namespace tabularium {
namespace {

constexpr int kLeastWidth = 60;
constexpr int kMostPathWidth = 28;   // columns that the names of fields take
constexpr size_t kMostRecords = 50;  // of a table that are shown; the rest is counted
constexpr size_t kMostLoose = 30;    // rows and pairs of a file without a form

constexpr Ink kVerdictInks[] = {Ink::kGood, Ink::kDoubtful, Ink::kBad};
constexpr std::string_view kVerdictMarks[] = {"✓", "?", "✗"};

// What stands for a value that is null, in words.
std::string_view Absent(Nothing nothing) {
  constexpr std::string_view kWords[] = {"(blank)", "(not applicable)", "(missing)", "(unread)"};
  return kWords[static_cast<size_t>(nothing)];
}

// True if the form lets the row or the picture that the slot stands in be absent.
bool MayBeAbsent(const Form& form, int slot) {
  return std::any_of(form.rows.begin(), form.rows.end(), [&](const Row& row) {
    return (row.repeat == Row::kOptional || form.pictures[static_cast<size_t>(row.picture)].optional) &&
           std::any_of(row.squares.begin(), row.squares.end(), [&](const Square& square) {
             return square.slot == slot ||
                    std::any_of(square.parts.begin(), square.parts.end(), [&](const Part& part) { return part.slot == slot; });
           });
  });
}

// A field that this paper does without, as its form allows: nothing to tell people.
bool IsLeftOut(const Form& form, const Field& field) {
  const auto* nothing = std::get_if<Nothing>(&field.value);
  return nothing && *nothing == Nothing::kMissing && !form.slots[static_cast<size_t>(field.slot)].required &&
         MayBeAbsent(form, field.slot);
}

std::string CountOf(size_t records) {
  return records == 0 ? "none" : records == 1 ? "1 record" : fmt::format("{} records", records);
}

class TableWriter {
 public:
  TableWriter(const Finding& finding, const TableStyle& options, std::string* out)
      : finding_(finding),
        options_(options),
        palette_{options.colours},
        width_(std::max(options.width, kLeastWidth)),
        out_(out) {}

  void Write() {
    WriteHeading();
    for (size_t i = 0; i < finding_.declarations.size(); ++i) WriteDeclaration(i);
    WriteLoose();
    WriteTableFlags(finding_, palette_, width_, out_);
    out_->push_back('\n');
  }

 private:
  void Verdicts(Verdict verdict, std::string* line) const {
    size_t v = static_cast<size_t>(verdict);
    palette_.Paint(kVerdictInks[v], fmt::format("{} {}", kVerdictMarks[v], kVerdictNames[v]), line);
  }

  // ━━ path ━━━━━━━━━━ ✓ accept
  void WriteHeading() {
    std::string_view verdict = kVerdictNames[static_cast<size_t>(finding_.verdict)];
    std::string path = FitLine(finding_.source.path, width_ - 20);
    int rule = width_ - DisplayWidth(path) - static_cast<int>(verdict.size()) - 8;
    palette_.Paint(Ink::kFaint, "━━ ", out_);
    palette_.Paint(Ink::kStrong, path, out_);
    std::string line = " ";
    for (int i = 0; i < rule; ++i) line += "━";
    palette_.Paint(Ink::kFaint, line + " ", out_);
    Verdicts(finding_.verdict, out_);
    out_->append("\n");
  }

  void WriteDeclaration(size_t index) {
    const DeclarationFinding& declaration = finding_.declarations[index];
    const Form& form = *declaration.record.form;
    out_->append("\n  ");
    palette_.Paint(Ink::kStrong, fmt::format("{}  {}", index, form.title), out_);
    palette_.Paint(Ink::kFaint, fmt::format("  {} {}", form.id, form.edition), out_);
    if (declaration.record.part_of >= 0)
      palette_.Paint(Ink::kFaint, fmt::format("  part of {}", declaration.record.part_of), out_);
    out_->append("  ");
    Verdicts(declaration.verdict, out_);
    palette_.Paint(Ink::kFaint, fmt::format("  {:.3f}\n\n", declaration.confidence), out_);
    WriteFields(declaration);
    for (size_t table = 0; table < form.tables.size(); ++table) WriteRecords(declaration, table);
  }

  BoxCell CellOf(const Field& field, const Opinion& opinion) const {
    BoxCell cell;
    if (const auto* nothing = std::get_if<Nothing>(&field.value)) {
      cell = {std::string(Absent(*nothing)), Ink::kFaint};
    } else {
      cell.text = PlainValue(field.value);
      std::string_view unit = PlainUnit(field.value);
      if (!unit.empty()) cell.text += (unit == "%" ? "" : " ") + std::string(unit);
      if (field.inherited) cell.ink = Ink::kFaint;
    }
    if (static_cast<double>(opinion.confidence) < options_.threshold) {
      cell.ink = Ink::kDoubtful;
      cell.text += fmt::format(" ({:.2f})", opinion.confidence);
    }
    return cell;
  }

  void WriteFields(const DeclarationFinding& declaration) {
    const Record& record = declaration.record;
    auto path = [&](const Field& field) -> const std::string& {
      return record.form->slots[static_cast<size_t>(field.slot)].path;
    };
    int paths = 0;
    for (const Field& field : record.fields) paths = std::max(paths, DisplayWidth(path(field)));
    paths = std::min(paths, kMostPathWidth);
    for (size_t i = 0; i < record.fields.size(); ++i) {
      const Field& field = record.fields[i];
      if (record.form->slots[static_cast<size_t>(field.slot)].part != TargetPart::kWhole || IsLeftOut(*record.form, field)) continue;
      BoxCell cell = CellOf(field, declaration.opinions[i]);
      out_->append("    ");
      palette_.Paint(Ink::kFaint, Padded(FitLine(path(field), paths), paths), out_);
      out_->append("  ");
      palette_.Paint(cell.ink, FitLine(cell.text, width_ - paths - 6), out_);
      out_->push_back('\n');
    }
  }

  void WriteRecords(const DeclarationFinding& declaration, size_t table) {
    const Record& record = declaration.record;
    const Form& form = *record.form;
    size_t columns = form.tables[table].slots.size(), records = record.records(table);
    out_->append("\n    ");
    palette_.Paint(Ink::kStrong, form.tables[table].name, out_);
    palette_.Paint(Ink::kFaint, fmt::format("  {}\n", CountOf(records)), out_);
    if (records == 0) return;
    std::vector<BoxRow> rows(1, {{"", Ink::kPlain}});
    for (int slot : form.tables[table].slots)
      if (form.slots[static_cast<size_t>(slot)].part == TargetPart::kWhole)
        rows[0].push_back({form.slots[static_cast<size_t>(slot)].name, Ink::kStrong});
    for (size_t i = 0; i < std::min(records, kMostRecords); ++i) {
      rows.push_back({{std::to_string(i), Ink::kFaint}});
      for (size_t k = i * columns; k < (i + 1) * columns; ++k) {
        const Field& field = record.tables[table][k];
        if (form.slots[static_cast<size_t>(field.slot)].part == TargetPart::kWhole)
          rows.back().push_back(CellOf(field, declaration.table_opinions[table][k]));
      }
    }
    DrawBox(rows, 4, width_, palette_, out_);
    if (records > kMostRecords)
      palette_.Paint(Ink::kFaint, fmt::format("    … and {} more\n", records - kMostRecords), out_);
  }

  void WriteLoose() {
    if (!finding_.declarations.empty() || finding_.pairs.empty()) return;
    out_->append("\n    ");
    palette_.Paint(Ink::kStrong, "pairs\n", out_);
    size_t shown = std::min(finding_.pairs.size(), kMostLoose);
    int labels = 0;
    for (size_t i = 0; i < shown; ++i)
      labels =
          std::max(labels, std::min(kMostPathWidth, DisplayWidth(finding_.pairs[i].label.raw)));
    for (size_t i = 0; i < shown; ++i) {
      out_->append("    ");
      palette_.Paint(Ink::kFaint,
                     Padded(FitLine(finding_.pairs[i].label.raw, std::max(1, labels)), labels),
                     out_);
      out_->append("  " + FitLine(finding_.pairs[i].value.raw, width_ - labels - 6) + "\n");
    }
    if (finding_.pairs.size() > shown)
      palette_.Paint(Ink::kFaint, fmt::format("    … and {} more\n", finding_.pairs.size() - shown),
                     out_);
  }

  const Finding& finding_;
  const TableStyle& options_;
  Palette palette_;
  int width_;
  std::string* out_;
};

}  // namespace

void WriteTable(std::span<const Finding> findings, const TableStyle& options, std::string* out) {
  for (const Finding& finding : findings) TableWriter(finding, options, out).Write();
}

void WriteTable(std::span<const Finding> findings, std::string* out) {
  WriteTable(findings, TableStyle{}, out);
}

void Tally::Add(const Finding& finding) {
  int* const counts[] = {&accept, &review, &reject};
  ++*counts[static_cast<size_t>(finding.verdict)];
}

void WriteReviewOrder(std::span<const Doubtful> files, const TableStyle& options,
                      std::string* out) {
  Palette palette{options.colours};
  palette.Paint(Ink::kStrong, "To look at first, with the number of values expected to be wrong\n",
                out);
  for (const Doubtful& file : files)
    out->append(fmt::format("{:>8.2f}  {}\n", file.expected_wrong,
                            FitLine(file.path, std::max(options.width, kLeastWidth) - 10)));
  out->push_back('\n');
}

void WriteTally(const Tally& tally, const TableStyle& options, std::string* out) {
  Palette palette{options.colours};
  int files = tally.accept + tally.review + tally.reject;
  palette.Paint(Ink::kStrong, files == 1 ? "1 file" : fmt::format("{} files", files), out);
  const int counts[] = {tally.accept, tally.review, tally.reject};
  std::string_view separator = ": ";
  for (size_t v = 0; v < std::size(counts); ++v) {
    if (counts[v] == 0) continue;
    out->append(separator);
    palette.Paint(kVerdictInks[v], fmt::format("{} {}", counts[v], kVerdictNames[v]), out);
    separator = ", ";
  }
  out->push_back('\n');
}

}  // namespace tabularium
