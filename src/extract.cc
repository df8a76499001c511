// The whole walk on one screen. Tested by corpus_test.cc.
#include "extract.h"

#include <cstdlib>
#include <iterator>
#include <utility>

#include "align/align.h"
#include "align/costs.h"
#include "model/places.h"
#include "normalise/normalise.h"
#include "read/pages.h"
#include "segment/segment.h"
#include "tabulate/layout.h"
#include "tabulate/tables.h"
#include "tabulate/tabulate.h"
#include "verify/verify.h"

namespace tabularium {
namespace {

constexpr float kSameCost = 0.02f;      // candidates this near are aligned in any case
constexpr int32_t kPoorAlignment = 2500;  // an alignment this dear lets the other candidates try

// Aligns the candidates that could be right and keeps the cheapest.
Alignment Best(const Declaration& declaration) {
  const auto& candidates = declaration.candidates;
  Alignment best = Align(declaration, *candidates[0].form);
  for (size_t i = 1; i < candidates.size(); ++i) {
    bool near = candidates[i].cost <= candidates[0].cost + kSameCost;
    if (!near && best.cost < kPoorAlignment) break;
    Alignment other = Align(declaration, *candidates[i].form);
    bool tie = std::abs(other.cost - best.cost) < costs::kFormTieMargin && other.cost > 0 && other.form->id != best.form->id;
    const Form* runner_up = other.cost < best.cost ? best.form : other.form;
    if (other.cost < best.cost) std::swap(best, other);
    if (tie) {
      Oddity oddity;
      oddity.kind = Oddity::kFormNearTie;
      oddity.row = declaration.begin;
      oddity.message = "the form " + runner_up->id + " " + runner_up->edition + " fits nearly as well";
      best.oddities.push_back(oddity);
      for (Filling& f : best.fillings) f.signs.Add(EvidenceCode::kFormTie);
    }
  }
  return best;
}

Leftover LeftoverOf(const Document& document, const Cell& cell) {
  Leftover out;
  out.raw = std::string(document.text.substr(cell.range.begin, cell.range.end - cell.range.begin));
  out.place.line = cell.line;
  out.place.range = cell.range;
  Locate(document, &out.place);
  out.place.row = cell.row;
  out.place.column = cell.column;
  return out;
}

// What stands before, between and behind the declarations.
std::vector<Leftover> Between(const Extraction& walk) {
  std::vector<Leftover> out;
  uint32_t row = 0;
  auto take = [&](uint32_t end) {
    for (; row < end; ++row)
      for (const Cell& cell : walk.grid->row(row))
        if (!(cell.shapes & kLooksBlank)) out.push_back(LeftoverOf(*walk.document, cell));
  };
  for (const Declaration& declaration : walk.declarations) {
    take(declaration.begin);
    row = declaration.end;
  }
  take(walk.grid->rows());
  return out;
}

// What forms ask of the tables of a page: frames of one column too, titles inside their frame, wrapped labels in one cell.
TableOptions FormTables() {
  TableOptions options;
  options.least_columns = 1;
  options.banners_are_captions = false;
  options.walls_part_everything = true;
  return options;
}

// The document of pages with its text, and how that was laid out. Pages are let go one by one.
std::unique_ptr<const Document> ReadPages(const Document& file, const Vocabulary& vocabulary, const ExtractOptions& options,
                                          ScanReaders* scans, LaidText* laid) {
  auto document = std::make_unique<Document>();
  document->path = file.path;
  document->sha256 = file.sha256;
  document->bytes = file.bytes;
  document->media_type = file.media_type;
  document->pages = file.pages;
  document->troubles = file.troubles;
  auto source = DocumentPages::Open(file, options.read, scans);
  if (!source.has_value()) document->troubles.push_back({FlagCode::kUnreadable, Severity::kWrong, source.error().what, {}});
  std::vector<PageContent> pages;
  for (int number = 1; source.has_value() && number <= document->pages; ++number) {
    Page page = source.value()->ReadPage(number);
    if (options.on_page) options.on_page(page);
    std::move(page.troubles.begin(), page.troubles.end(), std::back_inserter(document->troubles));
    pages.push_back(TakePage(page, FindTables(page, FormTables())));
  }
  *laid = LayOut(std::move(pages), vocabulary);
  std::move(laid->troubles.begin(), laid->troubles.end(), std::back_inserter(document->troubles));
  document->decoded = std::move(laid->text);
  document->text = document->decoded;
  document->boxes = std::move(laid->boxes);
  document->readings = std::move(laid->readings);
  return document;
}

}  // namespace

Extraction Extract(std::unique_ptr<const Document> document, const Grammar& grammar, const Lexicon& lexicon,
                   const ExtractOptions& options) {
  Extraction walk;
  if (HasPages(*document)) {
    ScanReaders own(grammar.vocabulary, options.read.limits);
    LaidText laid;
    walk.document = ReadPages(*document, grammar.vocabulary, options, options.scans ? options.scans : &own, &laid);
    walk.grid = std::make_unique<Grid>(Tabulate(*walk.document, laid, grammar.vocabulary, options.read.limits));
  } else {
    walk.document = std::move(document);
    walk.grid = std::make_unique<Grid>(Tabulate(*walk.document, grammar.vocabulary, options.read.limits));
  }
  walk.declarations = Segment(*walk.grid, grammar);
  std::vector<Record> records;
  for (const Declaration& declaration : walk.declarations) {
    walk.alignments.push_back(Best(declaration));
    records.push_back(Normalise(walk.alignments.back(), *walk.document, options.read.limits));
  }
  LinkParts(records);
  Verification verification = Verify(records, lexicon);
  walk.finding = Judge(*walk.document, std::move(records), std::move(verification), Between(walk), walk.grid->troubles,
                       options.judge);
  return walk;
}

}  // namespace tabularium
