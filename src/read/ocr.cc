// The formats of recognisers, told apart by their root and parsed once. Tested by ocr_test.cc.
#include "read/ocr.h"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <utility>
#include <vector>

#include "read/ocr_xml.h"
#include "read/sha256.h"
#include "text/encoding.h"

namespace tabularium {
namespace {

constexpr uint64_t kNodeBytes = 64;  // of memory, at most, for each element, text and attribute

struct OcrFormat {
  std::string_view root, media_type, name;
  bool (*is_page)(pugi::xml_node);
  OcrPage (*read)(pugi::xml_node);
};

bool IsPageElement(pugi::xml_node node) { return NameOf(node) == "Page"; }
bool IsHocrPage(pugi::xml_node node) { return HasClass(node, "ocr_page"); }

// Names from the formats' own specifications; hOCR's and PAGE's types are not registered, but those that others use.
constexpr OcrFormat kFormats[] = {{"alto", "application/alto+xml", "ALTO", IsPageElement, ReadAltoPage},
                                  {"html", "text/vnd.hocr+html", "hOCR", IsHocrPage, ReadHocrPage},
                                  {"PcGts", "application/vnd.prima.page+xml", "PAGE XML", IsPageElement, ReadPageXmlPage}};

// The name of the root element without its prefix; empty: this is no XML.
std::string_view RootOf(std::string_view bytes) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF", kBlanks = " \t\r\n";
  if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
  auto pass = [&](std::string_view begin, std::string_view end) {
    if (!bytes.starts_with(begin)) return false;
    bytes.remove_prefix(std::min(bytes.find(end), bytes.size()));
    bytes.remove_prefix(std::min(end.size(), bytes.size()));
    return true;
  };
  bool more = false;
  do {
    bytes.remove_prefix(std::min(bytes.find_first_not_of(kBlanks), bytes.size()));
    const bool subset = bytes.starts_with("<!DOCTYPE") && bytes.find('[') < bytes.find('>');
    more = pass("<?", "?>") || pass("<!--", "-->") || pass("<!", subset ? "]>" : ">");
  } while (more);
  if (!bytes.starts_with('<')) return {};
  std::string_view name = bytes.substr(1, bytes.find_first_of(" \t\r\n/>", 1) - 1);
  const size_t colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

const OcrFormat* FormatOf(std::string_view bytes) {
  const std::string_view root = RootOf(bytes);
  for (const OcrFormat& format : kFormats)
    if (root == format.root && (root != "html" || bytes.find("ocr_page") != bytes.npos)) return &format;
  return nullptr;
}

Error Damaged(const OcrFormat& format, const std::string& why, const std::string& name) {
  return {"unreadable", fmt::format("is {} that cannot be read: {}; write it again", format.name, why), name};
}

// How deep the deepest element is.
uint32_t DepthOf(pugi::xml_node root) {
  uint32_t deepest = 0;
  Walk(root, [&](pugi::xml_node node) {
    uint32_t depth = 0;
    if (!node.first_child()) return false;
    for (pugi::xml_node up = node; up && depth <= deepest + 1; up = up.parent()) ++depth;
    deepest = std::max(deepest, depth);
    return true;
  });
  return deepest;
}

}  // namespace

struct OcrFile::Parsed {
  pugi::xml_document xml;
  std::vector<pugi::xml_node> pages;
  const OcrFormat* format = nullptr;
  Limits limits;

  OcrPage Seen(int number) const { return format->read(pages[static_cast<size_t>(number) - 1]); }
};

std::string_view OcrMediaType(std::string_view bytes) {
  const OcrFormat* format = FormatOf(bytes);
  return format ? format->media_type : std::string_view();
}

bool IsOcrMediaType(std::string_view media_type) {
  return std::any_of(std::begin(kFormats), std::end(kFormats),
                     [&](const OcrFormat& format) { return format.media_type == media_type; });
}

OcrFile::OcrFile(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
OcrFile::~OcrFile() = default;

Result<std::unique_ptr<OcrFile>> OcrFile::Open(std::string_view bytes, const std::string& name, const Limits& limits) {
  const OcrFormat* format = FormatOf(bytes);
  if (!format) return Error{"unreadable", "is neither ALTO nor hOCR nor PAGE XML", name};
  if (ScanUtf8(bytes).valid != bytes.size()) return Damaged(*format, "it is not UTF-8 throughout", name);
  const auto nodes = static_cast<uint64_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == '<' || c == '='; }));
  if (nodes * kNodeBytes > limits.page_memory)
    return Error{"limit-reached", "has too many elements to be held at once; split it, or raise --limit page_memory", name};
  auto parsed = std::make_unique<Parsed>();
  const auto parse = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_wconv_attribute;
  const pugi::xml_parse_result result = parsed->xml.load_buffer(bytes.data(), bytes.size(), parse, pugi::encoding_utf8);
  if (!result) return Damaged(*format, fmt::format("{} at byte {}", result.description(), result.offset), name);
  if (DepthOf(parsed->xml) > limits.markup_depth)
    return Error{"limit-reached", "nests its elements too deep; raise --limit markup_depth", name};
  Walk(parsed->xml, [&](pugi::xml_node node) {
    const bool page = format->is_page(node);
    if (page && parsed->pages.size() <= limits.pages) parsed->pages.push_back(node);
    return !page;
  });
  if (parsed->pages.empty()) return Error{"empty", fmt::format("is {} without a page", format->name), name};
  parsed->format = format;
  parsed->limits = limits;
  return std::unique_ptr<OcrFile>(new OcrFile(std::move(parsed)));
}

int OcrFile::pages() const { return static_cast<int>(parsed_->pages.size()); }

Page OcrFile::ReadPage(int number) const { return PageOf(parsed_->Seen(number), number, parsed_->limits); }

Result<Page> OcrFile::ReadPage(int number, const PaperSize& paper) const {
  OcrPage seen = parsed_->Seen(number);
  if (std::string misfit = Fit(paper, &seen); !misfit.empty()) return Error{"text-layer-untrusted", std::move(misfit), ""};
  return PageOf(seen, number, parsed_->limits);
}

Result<std::unique_ptr<Document>> ReadOcr(std::string_view media_type, const std::string& name, std::string& bytes,
                                                const Limits& limits) {
  if (bytes.size() > limits.text_bytes)
    return Error{"limit-reached",
                 fmt::format("is longer than {} bytes; split it, or raise --limit text_bytes", limits.text_bytes), name};
  auto file = OcrFile::Open(bytes, name, limits);
  if (!file.has_value()) return std::move(file.error());
  auto document = std::make_unique<Document>();
  document->path = name;
  document->bytes = bytes.size();
  document->sha256 = Sha256(bytes);
  document->media_type = media_type;
  document->pages = file.value()->pages();
  if (document->pages > static_cast<int>(limits.pages)) {
    document->pages = static_cast<int>(limits.pages);
    document->troubles.push_back({FlagCode::kLimitReached, Severity::kWrong,
                                  fmt::format("only the first {} pages were read; raise --limit pages", limits.pages), {}});
  }
  document->stored = std::move(bytes);
  document->open = std::move(file.value());
  return document;
}

}  // namespace tabularium
