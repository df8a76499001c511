// A PDF is opened to find out whether it can be; its pages are read later, one by one. Tested by pdf_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "read/filters.h"
#include "read/pdf.h"
#include "read/sha256.h"

namespace tabularium {
namespace {

// What one look at all bytes of a file tells.
struct Survey {
  std::string sha256;
  bool packs_twice = false;
};
Survey SurveyOf(const FileBytes& bytes) {
  if (bytes.in_memory()) return {Sha256(bytes.held()), PacksTwice(bytes.held())};
  Survey survey;
  Sha256Sum sum;
  PackingScan packing;
  constexpr uint64_t kPiece = 64 << 10;
  std::vector<char> piece(static_cast<size_t>(std::min(kPiece, bytes.size())));
  for (uint64_t at = 0; at < bytes.size();) {
    const size_t have = bytes.Copy(at, piece.data(), piece.size());
    if (have == 0) break;
    sum.Add({piece.data(), have});
    packing.Add({piece.data(), have});
    at += have;
  }
  survey.sha256 = sum.Finish();
  const PackingScan::Packing found = packing.Finish();
  survey.packs_twice = found == PackingScan::Packing::kUnknown ? PacksTwice(bytes.All()) : found == PackingScan::Packing::kTwice;
  return survey;
}

Result<std::unique_ptr<Document>> MakeDocument(const std::string& name, const FileBytes& bytes, const ReadOptions& options) {
  if (bytes.size() > options.limits.pdf_bytes)
    return Error{"limit-reached",
                 fmt::format("is longer than {} bytes; split it, or raise --limit pdf_bytes", options.limits.pdf_bytes), name};
  Survey survey = SurveyOf(bytes);
  if (survey.packs_twice) return PackedTwice(name);
  auto file = PdfFile::OpenSound(bytes, name, options);
  if (!file.has_value()) return std::move(file.error());
  auto document = std::make_unique<Document>();
  document->path = name;
  document->bytes = bytes.size();
  document->sha256 = std::move(survey.sha256);
  document->media_type = kPdfMediaType;
  document->pages = file.value()->pages();
  document->troubles = file.value()->troubles();
  document->open = std::make_unique<PdfSource>(bytes, std::move(file.value()));
  return document;
}

}  // namespace

Result<std::unique_ptr<PdfFile>> PdfSource::Open(const std::string& name, const ReadOptions& options) const {
  {
    std::lock_guard lock(mutex_);
    if (opened_) return std::move(opened_);
  }
  return PdfFile::OpenSound(bytes_, name, options);
}

Result<std::unique_ptr<Document>> ReadPdf(const std::string& name, std::string& bytes, const ReadOptions& options) {
  auto document = MakeDocument(name, FileBytes(bytes), options);
  if (document.has_value()) document.value()->stored = std::move(bytes);  // where they are: the file views them
  return document;
}

Result<std::unique_ptr<Document>> ReadPdfFile(const std::string& name, const FileBytes& bytes, const ReadOptions& options) {
  return MakeDocument(name, bytes, options);
}

}  // namespace tabularium
