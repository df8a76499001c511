#ifndef TABULARIUM_READ_PDF_H_
#define TABULARIUM_READ_PDF_H_

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/page.h"
#include "model/result.h"
#include "read/file_bytes.h"
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
  // `bytes` must outlive the file. Fails: password, empty (no page), unreadable, limit-reached (packed twice).
  static Result<std::unique_ptr<PdfFile>> Open(std::string_view bytes, const std::string& name,
                                               const ReadOptions& options);
  // The same without looking for streams packed twice. REQUIRES: somebody did (read/filters.h).
  static Result<std::unique_ptr<PdfFile>> OpenSound(const FileBytes& bytes, const std::string& name, const ReadOptions& options);
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

// What a document keeps of a PDF, as Document::open: where its bytes are, and the file as it was opened to look at it. Any thread
// may ask.
class PdfSource : public OpenFile {
 public:
  PdfSource(FileBytes bytes, std::unique_ptr<PdfFile> opened) : bytes_(std::move(bytes)), opened_(std::move(opened)) {}

  // A file for one reader: the first gets the one that is open, and others open it anew. Fails as PdfFile::Open.
  Result<std::unique_ptr<PdfFile>> Open(const std::string& name, const ReadOptions& options) const;

 private:
  FileBytes bytes_;
  mutable std::mutex mutex_;
  mutable std::unique_ptr<PdfFile> opened_;  // null: somebody has it
};

// That a PDF is refused for what read/filters.h finds.
Error PackedTwice(const std::string& name);

// The document of a PDF, without its text. Fails as PdfFile::Open, and where there are more bytes than the limit.
// In memory: takes `bytes` over, unless it fails.
Result<std::unique_ptr<Document>> ReadPdf(const std::string& name, std::string& bytes, const ReadOptions& options);
// On the disk: nothing of the file is kept in memory. Cost: its bytes are read once for their sum.
Result<std::unique_ptr<Document>> ReadPdfFile(const std::string& name, const FileBytes& bytes, const ReadOptions& options);

}  // namespace tabularium

#endif  // TABULARIUM_READ_PDF_H_
