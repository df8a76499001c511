#ifndef TABULARIUM_READ_PAGES_H_
#define TABULARIUM_READ_PAGES_H_

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/page.h"
#include "model/result.h"
#include "read/ocr.h"
#include "read/pdf.h"
#include "read/read.h"
#include "read/scan.h"

namespace tabularium {

// Readers of scans, lent to whoever needs one for a while: they are dear to make (Tesseract's models), and few documents
// need them. Any thread may ask.
class ScanReaders {
 public:
  // `vocabulary` must outlive the readers.
  ScanReaders(const Vocabulary& vocabulary, const Limits& limits) : vocabulary_(vocabulary), limits_(limits) {}

  Result<std::unique_ptr<ScanReader>> Take();  // fails as ScanReader::Make
  void Return(std::unique_ptr<ScanReader> reader);

 private:
  const Vocabulary& vocabulary_;
  const Limits limits_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<ScanReader>> idle_;
};

// True of documents that are read page by page: PDFs, pictures, and what other recognisers read (ALTO, hOCR, PAGE XML). All
// others have their text.
bool HasPages(const Document& document);

// The pages of such a document. What the file says is taken from it; of pages that only show what they say (pictures, fonts
// that do not tell their letters) it is recognised, or taken from another recogniser's file beside it where that fits. One
// object belongs to one thread.
class DocumentPages {
 public:
  // All three must outlive it. Fails: password, empty, unreadable.
  static Result<std::unique_ptr<DocumentPages>> Open(const Document& document, const ReadOptions& options, ScanReaders* scans);
  ~DocumentPages();
  DocumentPages(const DocumentPages&) = delete;
  DocumentPages& operator=(const DocumentPages&) = delete;

  int pages() const { return pages_; }  // at most the limit
  Page ReadPage(int number);            // from 1; never fails, as PdfFile::ReadPage
  // The page as a PNG of so many dots an inch, as its boxes say (a scan: straightened). Empty where it cannot be drawn.
  // REQUIRES: it is the page read last.
  std::string Picture(const Page& page, double dots);

 private:
  DocumentPages(const Document& document, ScanReaders* scans) : document_(document), scans_(scans) {}
  std::optional<Error> OpenScan();
  Page ReadPictured(int number);
  std::optional<Page> SeenBeside(int number, const PaperSize& paper, std::vector<Trouble>* troubles) const;
  std::optional<Page> SeenHere(Page* page);
  void Recognise(Page* page);

  const Document& document_;
  ScanReaders* scans_;
  std::unique_ptr<PdfFile> pdf_;  // null: a picture, or what another recogniser read
  std::unique_ptr<PictureFile> picture_;  // where another recogniser's file is beside it
  const OcrFile* recognised_ = nullptr;  // the document itself, or what is beside it; null: nothing that another recogniser read
  std::unique_ptr<ScanReader> scan_;  // null: not needed yet
  bool sheet_ = false;  // the page read last was recognised here
  int pages_ = 0;
};

}  // namespace tabularium

#endif  // TABULARIUM_READ_PAGES_H_
