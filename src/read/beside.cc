// Names first, since they cost nothing; then the first bytes. Tested by beside_test.cc of cli.
#include "read/beside.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <utility>

#include "read/ocr.h"
#include "read/pages.h"
#include "read/pdf.h"
#include "read/read.h"
#include "read/scan.h"

namespace tabularium {
namespace {

constexpr std::string_view kEnds[] = {".alto.xml", ".page.xml", ".xml", ".hocr", ".html", ".htm"};

// Of a file; nothing of a pipe, which would be gone then.
std::string FirstBytes(const std::string& path, size_t most) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return "";
  std::string bytes(most, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(most));
  bytes.resize(static_cast<size_t>(file.gcount()));
  return bytes;
}

}  // namespace

std::vector<std::string> NamesBeside(std::string_view picture) {
  std::vector<std::string> names;
  const size_t dot = picture.rfind('.'), slash = picture.rfind('/');
  if (dot == picture.npos || (slash != picture.npos && dot < slash)) return names;
  for (std::string_view end : kEnds) {
    names.push_back(fmt::format("{}{}", picture.substr(0, dot), end));
    if (names.back() == picture) return {};  // this is no picture's name
  }
  return names;
}

std::vector<std::string> StemsBeside(std::string_view recognised) {
  std::vector<std::string> stems;
  for (std::string_view end : kEnds)
    if (recognised.ends_with(end)) stems.push_back(fmt::format("{}.", recognised.substr(0, recognised.size() - end.size())));
  return stems;
}

bool Belong(const std::string& picture, const std::string& recognised) {
  constexpr size_t kHead = 1024, kTellsHocr = 64 << 10;  // bytes
  const std::string head = FirstBytes(picture, kHead);
  return (IsPdf(head) || !PictureMediaType(head).empty()) && !OcrMediaType(FirstBytes(recognised, kTellsHocr)).empty();
}

Result<std::unique_ptr<Document>> ReadBeside(const std::filesystem::path& picture, const std::string& recognised,
                                             const ReadOptions& options) {
  if (recognised.empty()) return Read(picture, options);
  ReadOptions undeclared = options;
  undeclared.encoding.reset();
  auto document = Read(picture, undeclared);
  if (!document.has_value()) return document;
  Document& file = *document.value();
  auto beside = Read(recognised, undeclared);
  std::string why;
  if (!beside.has_value())
    why = std::move(beside.error().what);
  else if (!IsOcrMediaType(beside.value()->media_type) || !HasPages(file))
    why = "is no recogniser's file any more";
  else if (beside.value()->pages != file.pages)
    why = fmt::format("has {} pages, and the picture {}", beside.value()->pages, file.pages);
  if (why.empty())
    file.recognition = std::move(beside.value());
  else
    file.troubles.push_back({FlagCode::kTextLayerUntrusted, Severity::kSuspicious,
                             fmt::format("{} beside it {}; the picture was read instead", recognised, why), {}});
  return document;
}

}  // namespace tabularium
