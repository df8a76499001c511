// The whole walk on one screen. Tested by corpus_test.cc.
#include "extract.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <iterator>
#include <mutex>
#include <new>
#include <optional>
#include <utility>

#include "align/align.h"
#include "judge/loose.h"
#include "model/places.h"
#include "normalise/normalise.h"
#include "read/in_order.h"
#include "read/pages.h"
#include "segment/segment.h"
#include "segment/titles.h"
#include "tabulate/layout.h"
#include "tabulate/parting.h"
#include "tabulate/tables.h"
#include "tabulate/tabulate.h"
#include "text/furniture.h"
#include "verify/verify.h"

namespace tabularium {
namespace {

constexpr size_t kFar = 24;          // pages: where twice so many in a row fit no form together, none runs on beyond the first half
constexpr int kTries = 4;            // pages of which it is looked whether a form begins with them
constexpr size_t kMostJoined = 96;   // pages of one table that fits no form
constexpr float kSameCost = 0.02f;   // candidates this near are aligned in any case
constexpr int32_t kPoorAlignment = 2500;  // an alignment this dear lets the other candidates try

// Aligns the candidates that could be right and keeps the cheapest.
Alignment Best(const Declaration& declaration) {
  const auto& candidates = declaration.candidates;
  Alignment best = Align(declaration, *candidates[0].form);
  for (size_t i = 1; i < candidates.size(); ++i) {
    bool near = candidates[i].cost <= candidates[0].cost + kSameCost;
    if (!near && best.cost < kPoorAlignment) break;
    Alignment other = Align(declaration, *candidates[i].form);
    bool tie = IsNearTie(best, other);
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

// Whether the best of two lists of candidates would be the same: the same forms, and the same of them are aligned in any case.
bool AreAlike(const std::vector<Candidate>& a, const std::vector<Candidate>& b) {
  return !a.empty() && std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const Candidate& x, const Candidate& y) {
    return x.form == y.form && (x.cost <= a[0].cost + kSameCost) == (y.cost <= b[0].cost + kSameCost);
  });
}

Leftover LeftoverOf(const Document& document, const Cell& cell) {
  Leftover out;
  out.raw = cell.lines ? std::string(cell.text)
                       : AsPrinted(document.text.substr(cell.range.begin, cell.range.end - cell.range.begin));
  out.place.line = cell.line;
  out.place.range = cell.range;
  Locate(document, &out.place);
  out.place.row = cell.row;
  out.place.column = cell.column;
  return out;
}

// What stands before, between and behind the declarations, above row `end`.
void TakeBetween(const Document& document, const Grid& grid, const std::vector<Declaration>& declarations, uint32_t end,
                 std::vector<Leftover>* out) {
  uint32_t row = 0;
  auto take = [&](uint32_t until) {
    for (; row < until; ++row)
      for (const Cell& cell : grid.row(row))
        if (!(cell.shapes & kLooksBlank)) out->push_back(LeftoverOf(document, cell));
  };
  for (const Declaration& declaration : declarations) {
    if (declaration.begin >= end) break;
    take(declaration.begin);
    row = declaration.end;
  }
  take(end);
}

// What forms ask of the tables of a page: frames of one column too, titles inside their frame, wrapped labels in one cell.
TableOptions FormTables() {
  TableOptions options;
  options.least_columns = 1;
  options.banners_are_captions = false;
  options.walls_part_everything = true;
  return options;
}

// Some pages that follow one another, and what was noticed of them.
struct PagesRead {
  std::vector<PageContent> pages;
  std::vector<Trouble> troubles;
};

// What reads the pages of one document, lent to as many threads as ask.
class Sources {
 public:
  Sources(const Document& file, const ReadOptions& options, ScanReaders* scans) : file_(file), options_(options), scans_(scans) {}

  Result<std::unique_ptr<DocumentPages>> Take() {
    {
      std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto source = std::move(idle_.back());
        idle_.pop_back();
        return source;
      }
    }
    return DocumentPages::Open(file_, options_, scans_);
  }
  void Return(std::unique_ptr<DocumentPages> source) {
    std::lock_guard lock(mutex_);
    idle_.push_back(std::move(source));
  }

 private:
  const Document& file_;
  const ReadOptions& options_;
  ScanReaders* scans_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<DocumentPages>> idle_;
};

// Reads pages from `begin` up to `end`. Their words and rulings are let go, page by page.
PagesRead ReadSomePages(int begin, int end, const ExtractOptions& options, Sources* sources) {
  PagesRead read;
  auto source = sources->Take();
  if (!source.has_value()) {
    read.troubles.push_back({FlagCode::kUnreadable, Severity::kWrong, source.error().what, {}});
    return read;
  }
  for (int number = begin; number < end; ++number) {
    Page page = source.value()->ReadPage(number);
    if (options.on_page) options.on_page(page);
    std::move(page.troubles.begin(), page.troubles.end(), std::back_inserter(read.troubles));
    read.pages.push_back(TakePage(page, FindTables(page, FormTables())));
  }
  sources->Return(std::move(source.value()));
  return read;
}

// Reads all pages, and hands them to `use` in order; with several threads where there are many. Throws std::bad_alloc.
void ReadAllPages(const Document& file, const ExtractOptions& options, ScanReaders* scans, const std::function<void(PagesRead)>& use) {
  constexpr int kMostAtOnce = 8;  // pages that a thread reads at a time: opening a PDF costs as much as a few of them
  Sources sources(file, options.read, scans);
  const bool alone = options.on_page != nullptr;
  const int threads = static_cast<int>(std::max<size_t>(1, std::min<size_t>(options.jobs, static_cast<size_t>(file.pages))));
  const bool picture = file.media_type.starts_with("image/");  // recognising a page costs far more than opening the file
  const bool pdf = file.media_type == kPdfMediaType;
  const int at_once = picture ? 1 : std::clamp((file.pages + threads - 1) / threads, 1, pdf ? kMostAtOnce : std::max(1, file.pages));
  const auto most = static_cast<size_t>((file.pages + at_once - 1) / at_once);
  std::atomic<bool> no_memory = false;
  int begin = 1;
  auto next = [&]() -> std::optional<int> {
    if (begin > file.pages || no_memory) return std::nullopt;
    return std::exchange(begin, begin + at_once);
  };
  auto work = [&](int from) {
    try {  // threads must not throw
      return ReadSomePages(from, std::min(from + at_once, file.pages + 1), options, &sources);
    } catch (const std::bad_alloc&) {
      no_memory = true;
      return PagesRead();
    }
  };
  auto take = [&](PagesRead read) {
    try {
      if (!no_memory) use(std::move(read));
    } catch (const std::bad_alloc&) {
      no_memory = true;
    }
    return !no_memory;
  };
  InOrder(alone || !(picture || pdf) ? 1 : std::min(options.jobs, most), next, work, take);
  if (no_memory) throw std::bad_alloc();
}

// How much of a document was let go: what stands behind it counts rows and bytes from its own beginning.
struct LetGo {
  LaidBefore laid;
  uint32_t bytes = 0;  // of the text
};

void Shift(const LetGo& by, Place* place) {
  if (place->line == 0) return;  // nowhere
  place->row += by.laid.rows;
  place->range.begin += by.bytes;
  place->range.end += by.bytes;
}

void Shift(const LetGo& by, Record* record) {
  auto shift = [&](Field& field) {
    Shift(by, &field.place);
    for (Place& place : field.more) Shift(by, &place);
  };
  for (Field& field : record->fields) shift(field);
  for (auto& table : record->tables)
    for (Field& field : table) shift(field);
  for (Leftover& leftover : record->leftovers) Shift(by, &leftover.place);
  for (Remark& remark : record->remarks) Shift(by, &remark.place);
  record->begin += by.laid.rows;
  record->end += by.laid.rows;
}

// The walk up to the records, by one document of text or by stretches of pages.
class Walk {
 public:
  Walk(const Grammar& grammar, const ExtractOptions& options) : grammar_(grammar), options_(options), next_try_(options.stretch) {}

  void TakeText(std::unique_ptr<const Document> document) {
    extraction_.document = std::move(document);
    extraction_.grid = std::make_unique<Grid>(Tabulate(*extraction_.document, grammar_.vocabulary, options_.read.limits));
    extraction_.declarations = Segment(*extraction_.grid, grammar_);
    Close(extraction_.grid->rows());
  }
  void TakePages(const Document& file);
  Extraction Finish(const Lexicon& lexicon);

 private:
  void Add(PagesRead read);
  LaidText LayStretch(std::vector<PageContent> pages);
  void LetGoOfSome();
  bool LetGoOfWhatIsClosed(const LaidText& laid, const std::vector<Section>& sections);
  bool FitsNothingBehind(size_t page, const LaidText& laid, const std::vector<Section>& sections) const;
  bool BeginsAnew(const Declaration& declaration, size_t page, const LaidText& laid, const std::vector<Section>& sections) const;
  size_t PageThatBeginsAnew(const LaidText& laid, const std::vector<Section>& sections) const;
  void LetGoOfPages(size_t end);
  void Close(uint32_t end);

  const Grammar& grammar_;
  const ExtractOptions& options_;
  Extraction extraction_;            // document, grid and declarations: of the stretch at hand, in the end of the last
  std::vector<Trouble> troubles_;    // of the file and its pages
  std::vector<PageContent> pages_;   // whose declarations are not closed
  size_t next_try_;                  // so many of them, and it is tried to let go of some
  LetGo gone_;
  std::vector<Record> records_;
  Between between_;
  Document* stretch_ = nullptr;      // extraction_.document, while it is made
};

// The document, grid and declarations of some pages.
LaidText Walk::LayStretch(std::vector<PageContent> pages) {
  LaidText laid = LayOut(std::move(pages), grammar_.vocabulary);
  auto document = std::make_unique<Document>();
  document->decoded = std::move(laid.text);
  document->text = document->decoded;
  document->boxes = std::move(laid.boxes);
  document->readings = std::move(laid.readings);
  stretch_ = document.get();
  extraction_.grid = nullptr;  // before what it views
  extraction_.document = std::move(document);
  auto grid = std::make_unique<Grid>(
      Tabulate(*extraction_.document, laid, grammar_.vocabulary, options_.read.limits, gone_.laid));
  if (gone_.bytes > 0)
    for (Trouble& trouble : grid->troubles) trouble.range = {};  // in this stretch's text, which nobody sees
  extraction_.grid = std::move(grid);
  extraction_.declarations = Segment(*extraction_.grid, grammar_);
  return laid;
}

// The records of the declarations above row `end`, and what stands between them.
void Walk::Close(uint32_t end) {
  const size_t before = between_.leftovers.size();
  std::vector<Declaration> kept;
  for (Declaration& declaration : extraction_.declarations) {
    if (declaration.begin < end) {
      Alignment alignment = Best(declaration);
      if (!IsOfItsForm(alignment)) continue;
      records_.push_back(Normalise(alignment, *extraction_.document, options_.read.limits));
      Shift(gone_, &records_.back());
      if (options_.keeping == Keeping::kEverything) extraction_.alignments.push_back(std::move(alignment));
    }
    kept.push_back(std::move(declaration));
  }
  extraction_.declarations = std::move(kept);
  TakeBetween(*extraction_.document, *extraction_.grid, extraction_.declarations, end, &between_.leftovers);
  const std::span<Leftover> taken = std::span(between_.leftovers).subspan(before);
  for (Leftover& leftover : taken) Shift(gone_, &leftover.place);
  if (!records_.empty()) return;
  std::vector<LoosePair> pairs = FindPairs(*extraction_.document, gone_.bytes, taken);
  std::move(pairs.begin(), pairs.end(), std::back_inserter(between_.pairs));
}

// A declaration is closed where a further one begins with a title, and that one's own rows are all there, since a title follows
// it: then nothing that comes can change where it ends. The pages from there on wait.
bool Walk::LetGoOfWhatIsClosed(const LaidText& laid, const std::vector<Section>& sections) {
  const auto& declarations = extraction_.declarations;
  for (size_t i = sections.size(); i-- > 0;) {
    const uint32_t row = sections[i].begin;
    if (i + 1 == sections.size() || sections[i].title == kNoWord || row == 0) continue;
    const bool begins = std::any_of(declarations.begin(), declarations.end(), [&](const Declaration& d) { return d.begin == row; });
    if (!begins) continue;
    auto rest = PagesFrom(pages_, laid, extraction_.document->text, row, grammar_.vocabulary);
    if (!rest) continue;
    Close(row);
    for (Trouble& trouble : JoinedTables(laid, row)) troubles_.push_back(std::move(trouble));
    gone_.laid.rows += row;
    gone_.laid.cells += extraction_.grid->row_begins[row];
    gone_.bytes += laid.rows[row].range.begin;
    pages_ = std::move(*rest);
    return true;
  }
  return false;
}

// Whether no declaration runs over the beginning of a page: so many pages before it and all behind it, as many, show no title, and
// together too few labels for any form. Nor is a table cut there that runs over it; but one that fits no form, and is very long, is.
bool Walk::FitsNothingBehind(size_t page, const LaidText& laid, const std::vector<Section>& sections) const {
  auto row_of = [&](int number) {
    const auto found = std::lower_bound(laid.items.begin(), laid.items.end(), number,
                                        [](const LaidText::Item& item, int n) { return item.page < n; });
    return found == laid.items.end() ? extraction_.grid->rows() : found->row;
  };
  const uint32_t begin = row_of(pages_[page - kFar].number);
  const bool titled = std::any_of(sections.begin(), sections.end(), [&](const Section& s) { return s.begin >= begin && s.title != kNoWord; });
  if (titled || !CandidatesOf(*extraction_.grid, begin, extraction_.grid->rows(), kNoWord, grammar_).empty()) return false;
  const int number = pages_[page].number;
  const uint32_t cut = row_of(number);
  const bool cuts_list = std::any_of(extraction_.declarations.begin(), extraction_.declarations.end(), [&](const Declaration& d) {
    return d.begin < cut && cut < d.end && d.candidates[0].form->begins == Form::kWhereSlotChanges;  // rows alone tell nothing of it
  });
  if (cuts_list) return false;
  const bool runs_on = std::any_of(laid.items.begin(), laid.items.end(),
                                   [&](const LaidText::Item& item) { return item.page < number && item.last_page >= number; });
  return !runs_on || (extraction_.declarations.empty() && pages_.size() >= kMostJoined);
}

// Whether the declaration begins with the page, and all before it and all from it on, each by itself, is read as together.
bool Walk::BeginsAnew(const Declaration& declaration, size_t page, const LaidText& laid, const std::vector<Section>& sections) const {
  const Document& document = *extraction_.document;
  const auto row = RowOfPage(pages_, page, laid, document.text, document.boxes, grammar_.vocabulary);
  if (!row) return false;
  for (uint32_t r = std::min(*row, declaration.begin); r < std::max(*row, declaration.begin); ++r) {  // what stands in margins
    const LaidText::Row& line = laid.rows[r];
    const std::string_view text = document.text.substr(line.range.begin, line.range.end - line.range.begin);
    if (line.begin < line.end || !(LooksLikeFurniture(text) || LooksLikePageNumber(text))) return false;
  }
  const auto behind = std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return s.begin > declaration.begin; });
  const Section& section = *(behind - 1);  // the first begins with the grid
  if (section.begin == declaration.begin) return true;  // at a title
  return AreAlike(declaration.candidates, CandidatesOf(*extraction_.grid, section.begin, *row, section.title, grammar_)) &&
         AreAlike(declaration.candidates, CandidatesOf(*extraction_.grid, *row, section.end, kNoWord, grammar_));
}

// The last page, far before the end, with which a declaration begins that is told from the one before by its rows alone, or by a title that
// is not printed as it is known. 0: none. What stands so far behind says nothing of what form the ones before are.
size_t Walk::PageThatBeginsAnew(const LaidText& laid, const std::vector<Section>& sections) const {
  const auto& declarations = extraction_.declarations;
  const std::span<const TextBox> boxes = extraction_.document->boxes;
  int tries = kTries;
  for (size_t i = declarations.size(); i-- > 1 && tries > 0;) {
    const auto begins = declarations[i].candidates[0].form->begins;
    if (begins == Form::kOnce || begins == Form::kWhereSlotChanges) continue;
    const int number = PageOfTableRow(laid, boxes, declarations[i].begin);
    const auto page = static_cast<size_t>(std::find_if(pages_.begin(), pages_.end(), [&](const PageContent& p) { return p.number == number; }) - pages_.begin());
    if (page == 0 || page + kFar > pages_.size()) continue;
    if (BeginsAnew(declarations[i], page, laid, sections)) return page;
    --tries;
  }
  return 0;
}

// Closes all that stands on the first pages, which are laid out by themselves.
void Walk::LetGoOfPages(size_t end) {
  std::vector<PageContent> rest(std::make_move_iterator(pages_.begin() + static_cast<std::ptrdiff_t>(end)),
                                std::make_move_iterator(pages_.end()));
  pages_.resize(end);
  const LaidText laid = LayStretch(std::exchange(pages_, std::move(rest)));
  Close(extraction_.grid->rows());
  for (Trouble& trouble : JoinedTables(laid, extraction_.grid->rows())) troubles_.push_back(std::move(trouble));
  for (Trouble trouble : extraction_.grid->troubles) {
    trouble.range = {};  // in this stretch's text, which nobody sees
    troubles_.push_back(std::move(trouble));
  }
  gone_.laid.rows += extraction_.grid->rows();
  gone_.laid.cells += extraction_.grid->cells.size();
  gone_.bytes += static_cast<uint32_t>(extraction_.document->text.size());
}

void Walk::LetGoOfSome() {
  const LaidText laid = LayStretch(pages_);
  const std::vector<Section> sections = CutAtTitles(*extraction_.grid, grammar_);
  const bool whole = extraction_.grid->troubles.empty();
  if (whole && !LetGoOfWhatIsClosed(laid, sections) && pages_.size() >= 2 * kFar) {
    const size_t page = pages_.size() - kFar;
    if (FitsNothingBehind(page, laid, sections))
      LetGoOfPages(page);
    else if (const size_t anew = PageThatBeginsAnew(laid, sections); anew > 0)
      LetGoOfPages(anew);
  }
  next_try_ = std::max(pages_.size() + options_.stretch, 2 * pages_.size());
}

void Walk::Add(PagesRead read) {
  std::move(read.troubles.begin(), read.troubles.end(), std::back_inserter(troubles_));
  for (PageContent& page : read.pages) {  // one by one: which are let go must not depend on how many come at a time
    pages_.push_back(std::move(page));
    extraction_.most_pages = std::max(extraction_.most_pages, pages_.size());
    if (options_.keeping == Keeping::kFinding && pages_.size() >= next_try_) LetGoOfSome();
  }
}

void Walk::TakePages(const Document& file) {
  ScanReaders own(grammar_.vocabulary, options_.read.limits);
  troubles_ = file.troubles;
  ReadAllPages(file, options_, options_.scans ? options_.scans : &own, [&](PagesRead read) { Add(std::move(read)); });
  const LaidText laid = LayStretch(std::exchange(pages_, {}));
  Close(extraction_.grid->rows());
  for (Trouble& trouble : JoinedTables(laid, extraction_.grid->rows())) troubles_.push_back(std::move(trouble));
  Document& document = *stretch_;
  document.path = file.path;
  document.sha256 = file.sha256;
  document.bytes = file.bytes;
  document.media_type = file.media_type;
  document.pages = file.pages;
  document.recognition = file.recognition;
  document.troubles = std::move(troubles_);
}

Extraction Walk::Finish(const Lexicon& lexicon) {
  LinkParts(records_);
  Verification verification = Verify(records_, lexicon);
  extraction_.finding = Judge(*extraction_.document, std::move(records_), std::move(verification), std::move(between_),
                              *extraction_.grid, options_.judge);
  return std::move(extraction_);
}

}  // namespace

Extraction Extract(std::unique_ptr<const Document> document, const Grammar& grammar, const Lexicon& lexicon,
                   const ExtractOptions& options) {
  Walk walk(grammar, options);
  if (HasPages(*document))
    walk.TakePages(*document);
  else
    walk.TakeText(std::move(document));
  return walk.Finish(lexicon);
}

}  // namespace tabularium
