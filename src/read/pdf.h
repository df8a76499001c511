#ifndef TABULARIUM_READ_PDF_H_
#define TABULARIUM_READ_PDF_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "model/result.h"
#include "read/read.h"
#include "read/scan.h"

namespace tabularium {

inline constexpr std::string_view kPdfMediaType = "application/pdf";

// True if a PDF begins within the first 1024 bytes, as its readers allow.
bool IsPdf(std::string_view bytes);

// A PDF whose pages are read one by one. One file belongs to one thread at a time; several threads read the same bytes
// each through a file of its own. Reading draws nothing: images, shadings and patterns are passed over.
class PdfFile : public OpenFile {
 public:
  // `bytes` must outlive the file. Fails: password, empty (no page), unreadable.
  static Result<std::unique_ptr<PdfFile>> Open(std::string_view bytes, const std::string& name,
                                               const ReadOptions& options);
  ~PdfFile() override;
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;

  int pages() const;  // at most the limit
  // What was noticed of the file as a whole: its table of objects was damaged and made anew, more pages than the limit.
  const std::vector<Trouble>& troubles() const;

  // The page as it is displayed, `number` from 1. Never fails: what is wrong with it is in its troubles (page-failed,
  // limit-reached, illegible, text-layer-untrusted). Cost: one pass over the page's operations.
  Page ReadPage(int number);

  // The page as a PNG of so many dots an inch, for people to look at. Empty where it cannot be drawn within the limits.
  // Cost: about a hundred times ReadPage.
  std::string DrawPage(int number, double dots);

  // The same as pixels, for a recogniser. Nothing in it (width 0) where the page cannot be drawn within the limits.
  Pixels DrawPixels(int number, double dots);

 private:
  class Poppler;
  explicit PdfFile(std::unique_ptr<Poppler> poppler);
  std::unique_ptr<Poppler> poppler_;
};

// The document of a PDF, without its text: takes `bytes` over, unless it fails. Fails as PdfFile::Open, and where there
// are more bytes than the limit.
Result<std::unique_ptr<const Document>> ReadPdf(const std::string& name, std::string& bytes, const ReadOptions& options);

}  // namespace tabularium

#endif  // TABULARIUM_READ_PDF_H_
