// The source and the records side by side, tied by the numbers of values. Tested by
// explain_test.cc.
#include "write/explain_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "model/field_name.h"
#include "write/explain_page.h"
#include "write/explain_pictures.h"
#include "write/html_text.h"
#include "write/plain.h"
#include "write/value_places.h"

namespace tabularium {
namespace {

constexpr float kDoubtful = 0.95f;  // below it a value is coloured
constexpr float kBad = 0.5f;
constexpr int kMostColumns = 1000;  // a browser's limit of colspan

std::string_view Name(Verdict verdict) { return kVerdictNames[static_cast<size_t>(verdict)]; }

std::string Badge(Verdict verdict) {
  return fmt::format("<span class=\"badge {0}\">{0}</span>", Name(verdict));
}

class PageWriter {
 public:
  PageWriter(const Extraction& extraction, std::span<const PagePicture> pictures, std::string* out)
      : extraction_(extraction),
        pictures_(pictures),
        finding_(extraction.finding),
        places_(extraction.finding),
        out_(out) {}

  void Write() {
    const SourceNote& source = finding_.source;
    Put("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{}</title>"
        "<meta name=\"viewport\" content=\"width=device-width\"><style>",
        Html(source.path));
    out_->append(kPageStyle);
    Put("</style></head><body><header><h1>{}</h1>{}<small>{} bytes, {}</small></header>\n",
        Html(source.path), Badge(finding_.verdict), source.bytes,
        source.encoding.empty()
            ? fmt::format("{} page{}", source.pages, source.pages == 1 ? "" : "s")
            : Html(source.encoding));
    WriteSource();
    out_->append("<main class=\"pane record\" aria-label=\"records\">\n");
    WriteFlags();
    for (size_t i = 0; i < finding_.declarations.size(); ++i) WriteDeclaration(i);
    WritePairs();
    out_->append(
        "</main>\n<footer aria-live=\"polite\">Point at a value, or reach it with the Tab key: its "
        "place is marked. "
        "Enter goes there.</footer>\n<script>");
    out_->append(kPageScript);
    out_->append("</script></body></html>\n");
  }

 private:
  template <class... Args>
  void Put(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(*out_), format, std::forward<Args>(args)...);
  }

  // ── the source ──

  void WriteSource() {
    if (!pictures_.empty()) {
      out_->append("<section class=\"pane source\" aria-label=\"source\">\n");
      WritePictures(extraction_, pictures_, out_);
      out_->append("</section>\n");
      return;
    }
    out_->append("<section class=\"pane source\" aria-label=\"source\"><table>\n");
    if (extraction_.grid)
      for (uint32_t row = 0; row < extraction_.grid->rows(); ++row) WriteRow(row);
    out_->append("</table></section>\n");
  }

  void WriteRow(uint32_t row) {
    std::span<const Cell> cells = extraction_.grid->row(row);
    if (cells.empty()) return;
    bool begins = std::any_of(finding_.declarations.begin(), finding_.declarations.end(),
                              [&](const DeclarationFinding& d) { return d.record.begin == row; });
    Put("<tr{}><td class=\"n\">{}{}</td>", begins ? " class=\"begins\"" : "", Dots(cells[0].line),
        cells[0].line);
    for (const Cell& cell : cells)
      WriteCell(cell, &cell == &cells.back() ? WidthOf(cell) : cell.columns);
    out_->append("</tr>\n");
  }

  // The last cell of a row is drawn to the edge of the grid.
  int WidthOf(const Cell& last) {
    if (columns_ == 0)
      for (const Cell& cell : extraction_.grid->cells)
        columns_ = std::max(columns_, cell.column + cell.columns);
    return std::max<int>(last.columns, std::min(columns_, kMostColumns) - last.column);
  }

  // One mark for the gravest flag of a line.
  std::string Dots(uint32_t line) {
    if (gravest_.empty())
      for (const Flag& flag : finding_.flags) {
        if (flag.place.line >= gravest_.size()) gravest_.resize(flag.place.line + 1, nullptr);
        const Flag*& gravest = gravest_[flag.place.line];
        if (!gravest || gravest->severity < flag.severity) gravest = &flag;
      }
    const Flag* flag = line < gravest_.size() ? gravest_[line] : nullptr;
    if (!flag) return "";
    return fmt::format("<span class=\"dot {}\" title=\"{}\">●</span>",
                       tabularium::Name(flag->severity), Html(flag->message));
  }

  void WriteCell(const Cell& cell, int columns) {
    std::string span;
    if (columns > 1) span += fmt::format(" colspan=\"{}\"", columns);
    if (cell.rows > 1) span += fmt::format(" rowspan=\"{}\"", cell.rows);
    if (cell.range.end <= cell.range.begin) {
      std::string values = places_.InEmpty(cell);
      Put("<td{}{}></td>", span,
          values.empty() ? "" : fmt::format(" data-v=\"{}\" tabindex=\"0\"", values));
      return;
    }
    std::vector<ValuePlaces::Stretch> stretches = places_.Stretches(cell);
    bool label = cell.word != kNoWord && stretches.size() == 1 && stretches[0].values.empty();
    Put("<td{}{}>", span, label ? " class=\"known\"" : "");
    for (const ValuePlaces::Stretch& stretch : stretches) {
      std::string_view text = extraction_.document->text.substr(
          stretch.range.begin, stretch.range.end - stretch.range.begin);
      if (stretch.values.empty())
        AppendHtml(text, out_);
      else
        Put("<span data-v=\"{}\" tabindex=\"0\">{}</span>", stretch.values, Html(text));
    }
    out_->append("</td>");
  }

  // ── the records ──

  void WriteDeclaration(size_t index) {
    const DeclarationFinding& declaration = finding_.declarations[index];
    const Record& record = declaration.record;
    const Form& form = *record.form;
    Put("<h2>{} <small>{} {}{}</small> {} <small>{:.3f}</small></h2>\n<table>", Html(form.title),
        Html(form.id), Html(form.edition),
        record.part_of < 0 ? "" : fmt::format(", part of declaration {}", record.part_of),
        Badge(declaration.verdict), declaration.confidence);
    for (size_t i = 0; i < record.fields.size(); ++i, ++value_) {
      const Slot& slot = form.slots[static_cast<size_t>(record.fields[i].slot)];
      if (slot.part != TargetPart::kWhole) continue;
      Put("<tr><th scope=\"row\">{}</th>", Html(slot.path));
      WriteValue(record, record.fields[i], declaration.opinions[i]);
      out_->append("</tr>\n");
    }
    out_->append("</table>\n");
    for (size_t table = 0; table < form.tables.size(); ++table) WriteTableOf(declaration, table);
    WriteChecks(declaration);
  }

  void WriteTableOf(const DeclarationFinding& declaration, size_t table) {
    const Record& record = declaration.record;
    const Form& form = *record.form;
    size_t columns = form.tables[table].slots.size();
    if (columns == 0 || record.tables[table].empty()) return;
    Put("<h3>{}</h3><table class=\"many\"><tr>", Html(form.tables[table].name));
    for (int slot : form.tables[table].slots)
      if (form.slots[static_cast<size_t>(slot)].part == TargetPart::kWhole)
        Put("<th scope=\"col\">{}</th>", Html(form.slots[static_cast<size_t>(slot)].name));
    for (size_t i = 0; i < record.tables[table].size(); ++i, ++value_) {
      if (i % columns == 0) out_->append("</tr>\n<tr>");
      const Field& field = record.tables[table][i];
      if (form.slots[static_cast<size_t>(field.slot)].part != TargetPart::kWhole) continue;
      WriteValue(record, field, declaration.table_opinions[table][i]);
    }
    out_->append("</tr></table>\n");
  }

  void WriteValue(const Record& record, const Field& field, const Opinion& opinion) {
    std::string_view ink = opinion.confidence < kBad        ? " bad"
                           : opinion.confidence < kDoubtful ? " doubtful"
                                                            : "";
    bool prose = record.form->slots[static_cast<size_t>(field.slot)].type == Type::kRichText;
    Put("<td class=\"v{}{}{}\" data-v=\"{}\" tabindex=\"0\" data-d=\"{}\">", ink,
        field.inherited ? " up" : "", prose ? " prose" : "", value_,
        Html(Details(record, field, opinion)));
    if (const auto* nothing = std::get_if<Nothing>(&field.value))
      Put("<span class=\"nothing\">{}</span>", kNothingNames[static_cast<size_t>(*nothing)]);
    else
      Put("{} <small>{}</small>", Html(PlainValue(field.value)), PlainUnit(field.value));
    if (field.signs.Has(EvidenceCode::kScanned)) WriteCrop(field.place.box);
    if (opinion.suggestion)
      Put("<span class=\"suggestion\">→ {} ({})</span>", Html(opinion.suggestion->value),
          Html(opinion.suggestion->because));
    out_->append("</td>");
  }

  // The place of a recognised value, cut out of the page's picture.
  void WriteCrop(const Box& box) {
    auto drawn = std::find_if(pictures_.begin(), pictures_.end(),
                              [&](const PagePicture& p) { return p.page.number == box.page && !p.png.empty(); });
    float width = box.x1 - box.x0, height = box.y1 - box.y0;
    if (drawn == pictures_.end() || width <= 0 || height <= 0) return;
    constexpr float kPixels = 1.3f;  // a point
    Put("<svg class=\"crop\" width=\"{:.0f}\" viewBox=\"{:.1f} {:.1f} {:.1f} {:.1f}\" aria-hidden=\"true\"><use "
        "href=\"#pic{}\"/></svg>",
        width * kPixels, box.x0, box.y0, width, height, box.page);
  }

  std::string Details(const Record& record, const Field& field, const Opinion& opinion) {
    std::string details =
        fmt::format("{}  confidence {:.5f}", FieldName(*record.form, field.slot, field.record),
                    opinion.confidence);
    if (field.place.box.page > 0)
      details += fmt::format("  page {}", field.place.box.page);
    else if (field.place.line > 0)
      details += fmt::format("  line {}, bytes {}–{}", field.place.line, field.place.bytes.begin,
                             field.place.bytes.end);
    if (!field.raw.empty()) details += fmt::format("  raw “{}”", field.raw);
    for (const Evidence& evidence : opinion.evidence)
      details += fmt::format("\n  {:+.2f} {}", evidence.weight,
                             kEvidenceKinds[static_cast<size_t>(evidence.code)].meaning);
    if (field.repair >= 0) {
      const RepairNote& repair = record.repairs[static_cast<size_t>(field.repair)];
      details += fmt::format("\n  {} at cost {:.3f}; the row as it stands: {}", repair.kind,
                             repair.cost / 1000.0, fmt::join(repair.raw_row, " | "));
    }
    return details;
  }

  void WriteChecks(const DeclarationFinding& declaration) {
    if (declaration.tested.empty()) return;
    int counts[3] = {};  // by outcome
    for (const Tested& test : declaration.tested) ++counts[static_cast<size_t>(test.outcome)];
    Put("<details{}><summary>checks: {} hold, {} fail, {} untestable</summary><table>",
        counts[1] > 0 ? " open" : "", counts[0], counts[1], counts[2]);
    for (const Tested& test : declaration.tested) {
      constexpr std::string_view kInks[] = {"accept", "wrong", "note"};
      std::string compared =
          test.left.empty() && test.right.empty() ? test.because : test.left + " and " + test.right;
      Put("<tr><th scope=\"row\">{}</th><td "
          "class=\"{}\">{}</td><td>{}<br><small>{}</small></td></tr>\n",
          Html(test.check->name), kInks[static_cast<size_t>(test.outcome)],
          kOutcomeNames[static_cast<size_t>(test.outcome)], Html(test.check->claim),
          Html(compared));
    }
    out_->append("</table></details>\n");
  }

  void WritePairs() {
    if (!finding_.declarations.empty() || finding_.pairs.empty()) return;
    out_->append("<h2>No known form <small>pairs as found</small></h2><table>");
    for (const LoosePair& pair : finding_.pairs)
      Put("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", Html(pair.label.raw),
          Html(pair.value.raw));
    out_->append("</table>\n");
  }

  // ── the flags ──

  void WriteFlags() {
    if (finding_.flags.empty()) return;
    out_->append("<h2>Flags</h2><ul class=\"flags\">\n");
    for (Severity severity : {Severity::kWrong, Severity::kSuspicious, Severity::kNote})
      for (const Flag& flag : finding_.flags)
        if (flag.severity == severity) WriteFlag(flag);
    out_->append("</ul>\n");
  }

  void WriteFlag(const Flag& flag) {
    int value = NumberOf(flag.field);
    Put("<li class=\"{}\"{}><strong>{}</strong> <span class=\"m\">{}</span>",
        tabularium::Name(flag.severity),
        value < 0 ? "" : fmt::format(" data-v=\"{}\" tabindex=\"0\"", value), Kind(flag.code).code,
        Html(flag.message));
    std::string place = FlaggedField(finding_, flag);
    if (flag.field.declaration >= 0)
      place = fmt::format("declaration {} {}", flag.field.declaration, place);
    if (flag.place.line > 0) place += fmt::format(" line {}", flag.place.line);
    if (!place.empty()) Put(" <small>{}</small>", Html(place));
    if (flag.suggestion)
      Put("<span class=\"suggestion\">→ {} ({})</span>", Html(flag.suggestion->value),
          Html(flag.suggestion->because));
    out_->append("</li>\n");
  }

  // The number of the value that a flag is about, or -1.
  int NumberOf(const FieldId& id) {
    if (id.declaration < 0 || id.slot < 0) return -1;
    if (first_values_.empty()) CountValues();
    const Record& record = finding_.declarations[static_cast<size_t>(id.declaration)].record;
    int number = first_values_[static_cast<size_t>(id.declaration)];
    int table = record.form->slots[static_cast<size_t>(id.slot)].table;
    if (table >= 0 && id.record < 0) return -1;
    const Field* field = &record.at(id.slot, id.record);
    if (table < 0) return number + static_cast<int>(field - record.fields.data());
    number += static_cast<int>(record.fields.size());
    for (int t = 0; t < table; ++t)
      number += static_cast<int>(record.tables[static_cast<size_t>(t)].size());
    return number + static_cast<int>(field - record.tables[static_cast<size_t>(table)].data());
  }

  void CountValues() {
    int next = 0;
    for (const DeclarationFinding& declaration : finding_.declarations) {
      first_values_.push_back(next);
      next += static_cast<int>(declaration.record.fields.size());
      for (const auto& table : declaration.record.tables) next += static_cast<int>(table.size());
    }
  }

  const Extraction& extraction_;
  std::span<const PagePicture> pictures_;
  const Finding& finding_;
  ValuePlaces places_;
  std::vector<const Flag*> gravest_;  // by line
  std::vector<int> first_values_;     // by declaration
  int columns_ = 0;                   // of the grid; 0: not yet known
  int value_ = 0;                     // number of the value being written
  std::string* out_;
};

}  // namespace

void ExplainHtml(const Extraction& extraction, std::string* out) {
  ExplainHtml(extraction, {}, out);
}

void ExplainHtml(const Extraction& extraction, std::span<const PagePicture> pictures,
                 std::string* out) {
  PageWriter(extraction, pictures, out).Write();
}

}  // namespace tabularium
