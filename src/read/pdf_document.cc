// A PDF is opened to find out whether it can be; its pages are read later, one by one. Tested by pdf_test.cc.
#include <fmt/format.h>

#include "read/pdf.h"
#include "read/sha256.h"

namespace tabularium {

Result<std::unique_ptr<const Document>> ReadPdf(const std::string& name, std::string& bytes,
                                                const ReadOptions& options) {
  if (bytes.size() > options.limits.pdf_bytes)
    return Error{"limit-reached",
                 fmt::format("is longer than {} bytes; split it, or raise --limit pdf_bytes",
                             options.limits.pdf_bytes),
                 name};
  auto file = PdfFile::Open(bytes, name, options);
  if (!file.has_value()) return std::move(file.error());
  auto document = std::make_unique<Document>();
  document->path = name;
  document->bytes = bytes.size();
  document->sha256 = Sha256(bytes);
  document->media_type = kPdfMediaType;
  document->pages = file.value()->pages();
  document->troubles = file.value()->troubles();
  document->stored = std::move(bytes);  // where they are: the file views them
  if (options.keep_open) document->open = std::move(file.value());
  return std::unique_ptr<const Document>(std::move(document));
}

}  // namespace tabularium
