// Each page by the way that fits it. Tested by scans_test.cc.
#include "read/pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr double kScanDots = 300;  // an inch: what recognisers are trained on

// A page whose letters were seen keeps what the file said against them, less what no longer holds.
void KeepTroubles(std::vector<Trouble> before, Page* page) {
  for (Trouble& trouble : before) {
    if (trouble.code == FlagCode::kIllegible) continue;
    if (trouble.code == FlagCode::kTextLayerUntrusted) trouble.severity = Severity::kSuspicious;
    page->troubles.push_back(std::move(trouble));
  }
}

// How many of the letters of a text stand in another too, 0..1, wherever.
float Shared(const std::string& text, const std::string& other) {
  std::map<char32_t, int> counts;
  for (size_t i = 0; i < other.size();) ++counts[NextLetter(other, i)];
  int letters = 0, shared = 0;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextLetter(text, i);
    if (IsSpace(c)) continue;
    ++letters;
    shared += counts[c]-- > 0;
  }
  return letters > 0 ? static_cast<float>(shared) / static_cast<float>(letters) : 1;
}

// A scan may bring the text that another recogniser read. What stands on the page is read anew, and that text only measured.
void CompareWithLayer(const Page& layer, Page* seen) {
  constexpr float kTrusted = 0.85f;
  const float shared = Shared(layer.text, seen->text);
  if (shared >= kTrusted) return;
  seen->troubles.push_back({FlagCode::kTextLayerUntrusted, Severity::kSuspicious,
                            fmt::format("page {}: only {:.0f} % of the letters of its hidden text were found on the picture; the "
                                        "picture was read",
                                        layer.number, 100 * shared),
                            {}});
}

}  // namespace

Result<std::unique_ptr<ScanReader>> ScanReaders::Take() {
  {
    std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto reader = std::move(idle_.back());
      idle_.pop_back();
      return reader;
    }
  }
  return ScanReader::Make(vocabulary_, limits_);
}

void ScanReaders::Return(std::unique_ptr<ScanReader> reader) {
  if (!reader) return;
  std::lock_guard lock(mutex_);
  idle_.push_back(std::move(reader));
}

bool HasPages(const Document& document) {
  return document.media_type == kPdfMediaType || document.media_type.starts_with("image/") ||
         IsOcrMediaType(document.media_type);
}

Result<std::unique_ptr<DocumentPages>> DocumentPages::Open(const Document& document, const ReadOptions& options,
                                                           ScanReaders* scans) {
  std::unique_ptr<DocumentPages> pages(new DocumentPages(document, scans));
  pages->pages_ = document.pages;
  if (document.recognition) pages->recognised_ = static_cast<const OcrFile*>(document.recognition->open.get());
  if (document.media_type == kPdfMediaType) {
    auto pdf = static_cast<const PdfSource&>(*document.open).Open(document.path, options);  // a PDF's is nothing else
    if (!pdf.has_value()) return std::move(pdf.error());
    pages->pdf_ = std::move(pdf.value());
    pages->pages_ = pages->pdf_->pages();
    return pages;
  }
  if (IsOcrMediaType(document.media_type)) {
    pages->recognised_ = static_cast<const OcrFile*>(document.open.get());  // such a document's is nothing else
    return pages;
  }
  if (pages->recognised_) pages->picture_ = PictureFile::Open(document.stored, options.limits);
  if (pages->picture_) return pages;
  if (auto failure = pages->OpenScan()) return std::move(*failure);
  return pages;
}

DocumentPages::~DocumentPages() { scans_->Return(std::move(scan_)); }

// Gets ready to recognise the pages of a picture.
std::optional<Error> DocumentPages::OpenScan() {
  auto scan = scans_->Take();
  if (!scan.has_value()) return Error{scan.error().code, std::move(scan.error().what), document_.path};
  scan_ = std::move(scan.value());
  if (scan_->Open(document_.stored)) return std::nullopt;
  return Error{"unreadable", "is a picture too damaged to be decoded: scan or export it again", document_.path};
}

Page DocumentPages::ReadPage(int number) {
  sheet_ = false;
  if (!pdf_) return recognised_ && !picture_ && !scan_ ? recognised_->ReadPage(number) : ReadPictured(number);
  Page page = pdf_->ReadPage(number);
  if (page.only_seen) {
    Recognise(&page);
  } else if (recognised_) {
    page.troubles.push_back({FlagCode::kTextLayerUntrusted, Severity::kNote,
                             fmt::format("page {}: its own letters were read, and {} was left aside", number, document_.recognition->path), {}});
  }
  return page;
}

std::string DocumentPages::Picture(const Page& page, double dots) {
  if (sheet_) return scan_->Picture(dots);
  if (pdf_) return pdf_->DrawPage(page.number, dots);
  constexpr double kPointsPerInch = 72;
  if (picture_) return picture_->Draw(page.number, static_cast<int>(std::lround(static_cast<double>(page.width) / kPointsPerInch * dots)));
  return "";
}

// A page of a picture: as the file beside it says, where that fits, else as it is recognised.
Page DocumentPages::ReadPictured(int number) {
  std::vector<Trouble> misfit;
  if (picture_)
    if (auto seen = SeenBeside(number, picture_->Size(number), &misfit)) return std::move(*seen);
  Page page;
  page.number = number;
  if (auto failure = scan_ ? std::nullopt : OpenScan()) {
    page.troubles.push_back({FlagCode::kIllegible, Severity::kWrong, fmt::format("page {}: it {}", number, failure->what), {}});
  } else {
    page = scan_->ReadPage(number);
    sheet_ = true;
  }
  std::move(misfit.begin(), misfit.end(), std::back_inserter(page.troubles));
  return page;
}

// The page as the file beside its picture has it. Nothing where there is none, or it does not fit, which is told.
std::optional<Page> DocumentPages::SeenBeside(int number, const PaperSize& paper, std::vector<Trouble>* troubles) const {
  if (!recognised_) return std::nullopt;
  auto seen = recognised_->ReadPage(number, paper);
  if (seen.has_value()) return std::move(seen.value());
  troubles->push_back({FlagCode::kTextLayerUntrusted, Severity::kSuspicious,
                       fmt::format("page {}: {} beside it {}; the picture was read instead", number, document_.recognition->path,
                                   seen.error().what),
                       {}});
  return std::nullopt;
}

// The same as it is recognised when it is drawn; nothing where that cannot be done, which is told.
std::optional<Page> DocumentPages::SeenHere(Page* page) {
  if (!scan_) {
    auto scan = scans_->Take();
    if (!scan.has_value()) {
      page->troubles.push_back({FlagCode::kIllegible, Severity::kWrong,
                                fmt::format("page {}: it {}", page->number, scan.error().what), {}});
      return std::nullopt;
    }
    scan_ = std::move(scan.value());
  }
  Pixels pixels = pdf_->DrawPixels(page->number, kScanDots);
  if (pixels.width == 0) {
    page->troubles.push_back({FlagCode::kPageFailed, Severity::kWrong,
                              fmt::format("page {}: it could not be drawn within the limits, so nothing was recognised", page->number), {}});
    return std::nullopt;
  }
  sheet_ = true;
  return scan_->ReadPixels(pixels, page->number);
}

void DocumentPages::Recognise(Page* page) {
  constexpr float kPointsPerInch = 72;
  std::vector<Trouble> misfit;
  auto seen = SeenBeside(page->number, {page->width, page->height, kPointsPerInch, false}, &misfit);
  if (!seen) seen = SeenHere(page);
  const bool told = std::any_of(page->troubles.begin(), page->troubles.end(),
                                [](const Trouble& t) { return t.code == FlagCode::kTextLayerUntrusted; });
  std::move(misfit.begin(), misfit.end(), std::back_inserter(page->troubles));
  sheet_ = sheet_ && seen && !seen->words.empty();
  if (!seen || seen->words.empty()) return;
  if (!told) CompareWithLayer(*page, &*seen);
  KeepTroubles(std::move(page->troubles), &*seen);
  *page = std::move(*seen);
}

}  // namespace tabularium
