#ifndef TABULARIUM_READ_OCR_H_
#define TABULARIUM_READ_OCR_H_

#include <memory>
#include <string>
#include <string_view>

#include "model/page.h"
#include "model/result.h"
#include "read/paper.h"
#include "read/read.h"

namespace tabularium {

// The kind of recogniser's file that bytes are, by their root element, as its media type: ALTO (application/alto+xml), hOCR
// (text/vnd.hocr+html) or PAGE XML (application/vnd.prima.page+xml). Empty: none. Other HTML is none.
std::string_view OcrMediaType(std::string_view bytes);
bool IsOcrMediaType(std::string_view media_type);

// What another recogniser read, page by page. Nothing in it changes, so several threads may read its pages.
class OcrFile : public OpenFile {
 public:
  // Takes nothing of `bytes` along. Fails: unreadable (damaged XML, another encoding than UTF-8), empty (no page),
  // limit-reached (--limit page_memory, markup_depth). No entity but those of XML itself is ever replaced.
  static Result<std::unique_ptr<OcrFile>> Open(std::string_view bytes, const std::string& name, const Limits& limits);
  ~OcrFile() override;
  OcrFile(const OcrFile&) = delete;
  OcrFile& operator=(const OcrFile&) = delete;

  int pages() const;
  Page ReadPage(int number) const;  // from 1; never fails
  // The same as it stands on its picture. Fails (text-layer-untrusted) where it does not fit there.
  Result<Page> ReadPage(int number, const PaperSize& paper) const;

 private:
  struct Parsed;
  explicit OcrFile(std::unique_ptr<Parsed> parsed);
  std::unique_ptr<Parsed> parsed_;
};

// The document of such a file, without its text: takes `bytes` over, unless it fails. Fails as OcrFile::Open, and where there
// are more bytes than --limit text_bytes.
Result<std::unique_ptr<Document>> ReadOcr(std::string_view media_type, const std::string& name, std::string& bytes,
                                                const Limits& limits);

}  // namespace tabularium

#endif  // TABULARIUM_READ_OCR_H_
