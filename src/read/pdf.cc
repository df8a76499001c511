// One pass over a page's operations with an OutputDev of our own, and nothing is ever drawn. Only this file and
// pdf_picture.cc know Poppler. Tested by pdf_test.cc.
#include "read/pdf.h"

#include <fmt/format.h>
#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/Stream.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <mutex>
#include <optional>
#include <utility>

#include "read/filters.h"
#include "read/guard.h"
#include "read/inflater.h"
#include "read/ink.h"
#include "read/ink_shapes.h"
#include "read/inner_boxes.h"
#include "read/page_lines.h"
#include "read/page_troubles.h"
#include "read/page_words.h"
#include "read/pdf_fields.h"
#include "read/pdf_picture.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

// What Poppler complains of while one thread reads. Its only way to say it is a function without an argument, so this
// is the one variable here that outlives a call: bounded, of its thread alone.
struct Complaints {
  uint64_t count = 0;
  std::string first;       // of what makes letters unreadable or is no syntax matter
  bool no_language = false;  // the tables of a language are missing (package poppler-data)
};
thread_local Complaints complaints;

void Hear(ErrorCategory category, Goffset, const char* message) {
  constexpr size_t kKept = 120;
  ++complaints.count;
  if (strstr(message, "Missing language pack") || strstr(message, "CMap file for"))
    complaints.no_language = true;
  if (complaints.first.empty() && category != errSyntaxWarning)
    complaints.first = std::string(message).substr(0, kKept);
}

void PreparePoppler() {
  static std::once_flag once;
  std::call_once(once, [] {
    setErrorCallback(Hear);
    globalParams = std::make_unique<GlobalParams>();
  });
}

#include "read/pdf_stream.inc"  // NOLINT
#include "read/pdf_fonts.inc"   // NOLINT
#include "read/pdf_ink.inc"     // NOLINT

}  // namespace

class PdfFile::Poppler {
 public:
  Poppler(const FileBytes& bytes, const ReadOptions& options)
      : limits(options.limits), windows(bytes), guard(limits, options.stuck_signal) {}

  Limits limits;
  FileWindows windows;
  Guard guard;
  StreamSource source{&windows, &guard};
  std::unique_ptr<PDFDoc> document;
  PageInk ink;  // of the page at hand
  int pages = 0;
  bool repaired = false;
  std::vector<Trouble> troubles;
};

bool IsPdf(std::string_view bytes) {
  constexpr size_t kFirst = 1024;  // as Acrobat does (ISO 32000, annex H.3)
  return bytes.substr(0, kFirst).find("%PDF-") != std::string_view::npos;
}

PdfFile::PdfFile(std::unique_ptr<Poppler> poppler) : poppler_(std::move(poppler)) {}
PdfFile::~PdfFile() = default;
int PdfFile::pages() const { return poppler_->pages; }
const std::vector<Trouble>& PdfFile::troubles() const { return poppler_->troubles; }

Result<std::unique_ptr<PdfFile>> PdfFile::Open(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  if (PacksTwice(bytes)) return PackedTwice(name);
  return OpenSound(FileBytes(bytes), name, options);
}

Error PackedTwice(const std::string& name) {
  return {"limit-reached", "is a PDF with streams packed twice, as bombs are: print or export it again", name};
}

Result<std::unique_ptr<PdfFile>> PdfFile::OpenSound(const FileBytes& bytes, const std::string& name, const ReadOptions& options) {
  PreparePoppler();
  complaints = Complaints();
  auto poppler = std::make_unique<Poppler>(bytes, options);
  auto stream = std::make_unique<BytesStream>(&poppler->source, 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  poppler->guard.Begin();
  poppler->document = std::make_unique<PDFDoc>(stream.release(), std::optional<GooString>(), std::optional<GooString>(),
                                               nullptr, [it = poppler.get()] { it->repaired = true; });
  PDFDoc& document = *poppler->document;
  int pages = document.isOk() ? document.getNumPages() : 0;
  poppler->source.inflates = document.isOk() && !document.isEncrypted();  // else they are ciphered below their packing
  poppler->guard.End();
  if (poppler->guard.stopped())
    return Error{"limit-reached", fmt::format("needs more than --limit {} allows before its first page", poppler->guard.limit()),
                 name};
  if (!document.isOk() && document.getErrorCode() == errEncrypted)
    return Error{"password", "is a PDF locked by a password: remove it with the program that made it", name};
  if (!document.isOk())
    return Error{"unreadable",
                 fmt::format("is a PDF too damaged to be read{}{}: print or export it again",
                             complaints.first.empty() ? "" : ": ", complaints.first),
                 name};
  if (pages <= 0) return Error{"empty", "is a PDF without a page", name};
  poppler->pages = static_cast<int>(std::min<int64_t>(pages, options.limits.pages));
  if (poppler->repaired)
    poppler->troubles.push_back({FlagCode::kPageFailed,
                                 Severity::kSuspicious,
                                 "the PDF's table of objects was damaged and made anew: parts of it may be lost",
                                 {}});
  if (poppler->pages < pages)
    poppler->troubles.push_back(
        {FlagCode::kLimitReached,
         Severity::kWrong,
         fmt::format("it has {} pages, of which {} were read; raise --limit pages", pages, poppler->pages),
         {}});
  return std::unique_ptr<PdfFile>(new PdfFile(std::move(poppler)));
}

Page PdfFile::ReadPage(int number) {
  Page page;
  page.number = number;
  PageInk& ink = poppler_->ink;
  ink.Begin(number);
  complaints = Complaints();
  Guard& guard = poppler_->guard;
  guard.Begin();
  Collector collector(&ink, poppler_->limits, &guard);
  constexpr double kDots = 72;
  PdfFields fields(poppler_->document.get(), number);
  poppler_->document->displayPage(&collector, number, kDots, kDots, 0, false, true, false, &Collector::Abort, &collector, &PdfFields::IsDrawn, &fields);
  fields.Take(poppler_->limits, &guard, &ink);
  guard.End();
  page.width = ink.width;
  page.height = ink.height;
  DropInnerBoxes(&ink.lines);
  page.rulings = JoinLines(ink.lines, ink.dots);
  page.fills = std::move(ink.fills);
  page.images = std::move(ink.images);
  for (Ruling& ruling : page.rulings) ruling.box.page = number;
  for (auto* boxes : {&page.fills, &page.images})
    for (Box& box : *boxes) box.page = number;
  SetWords(ink, &page);
  if (guard.stopped())
    Say(FlagCode::kLimitReached, Severity::kWrong,
        fmt::format("it asks for more than the limit {} allows; what was drawn before that is read", guard.limit()),
        &page);
  if (poppler_->windows.lost())
    Say(FlagCode::kPageFailed, Severity::kWrong, "not all of the file could be read: it became shorter, or the disk fails", &page);
  else if (!poppler_->document->getPage(number) || page.width <= 0)
    Say(FlagCode::kPageFailed, Severity::kWrong, "it cannot be read: the file is damaged there", &page);
  SayWhatLettersLack(ink, complaints.no_language, &page);
  return page;
}

Pixels PdfFile::DrawPixels(int number, double dots) {
  Guard& guard = poppler_->guard;
  guard.Begin();
  auto stop = [](void* asked) { return !static_cast<Guard*>(asked)->Look(); };
  Pixels pixels = tabularium::DrawPixels(*poppler_->document, number, dots, poppler_->limits.page_pixels, stop, &guard);
  guard.End();
  return pixels;
}

std::string PdfFile::DrawPage(int number, double dots) {
  Guard& guard = poppler_->guard;
  guard.Begin();
  auto stop = [](void* asked) { return !static_cast<Guard*>(asked)->Look(); };
  std::string png = DrawPng(*poppler_->document, number, dots, stop, &guard);
  guard.End();
  return png;
}

}  // namespace tabularium
