// Finds and loads the module that reads pixels. Tested by picture_test.cc.
#include "read/scan.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "read/scan/module.h"
#include "read/sha256.h"

namespace tabularium {
namespace {

using namespace std::string_view_literals;
constexpr const char* kModule = "tabularium-scan.so";

struct PictureMagic {
  std::string_view bytes, media_type;
};
constexpr PictureMagic kPictureMagics[] = {  // from the formats' own specifications
    {"\x89PNG\r\n"sv, "image/png"}, {"\xFF\xD8\xFF"sv, "image/jpeg"}, {"II*\0"sv, "image/tiff"}, {"MM\0*"sv, "image/tiff"}};

// Beside the program, or where it was installed.
std::vector<std::filesystem::path> ModulePlaces() {
  std::vector<std::filesystem::path> places;
  std::error_code error;
  auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    places.push_back(program.parent_path() / kModule);
    places.push_back(program.parent_path().parent_path() / "lib" / "tabularium" / kModule);
  }
  places.push_back(std::filesystem::path(TABULARIUM_MODULE_DIR) / kModule);
  return places;
}

// The module's doors, opened once; else why not.
struct ModuleDoor {
  MakeScanReader* make = nullptr;
  OpenPicture* open_picture = nullptr;
  Error error;
};

ModuleDoor OpenModule() {
  std::string why = "it is in none of the usual places";
  for (const auto& place : ModulePlaces()) {
    std::error_code error;
    if (!std::filesystem::exists(place, error)) continue;
    void* module = dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL);  // never closed: Tesseract keeps what it made
    void* make = module ? dlsym(module, kMakeScanReader) : nullptr;
    void* open_picture = module ? dlsym(module, kOpenPicture) : nullptr;
    if (make && open_picture)
      return {reinterpret_cast<MakeScanReader*>(make), reinterpret_cast<OpenPicture*>(open_picture), {}};
    why = dlerror();
    break;
  }
  return {nullptr,
          nullptr,
          {"unreadable",
           fmt::format("is a scan, and the module that reads scans ({}) cannot be loaded: {}; install it again", kModule, why),
           ""}};
}

const ModuleDoor& TheModule() {
  static const ModuleDoor door = OpenModule();
  return door;
}

}  // namespace

std::string_view PictureMediaType(std::string_view bytes) {
  for (const PictureMagic& magic : kPictureMagics)
    if (bytes.starts_with(magic.bytes)) return magic.media_type;
  constexpr size_t kReserved = 6;  // four bytes that are 0 in every BMP
  constexpr size_t kForm = 8;      // the name of what a RIFF file holds
  if (bytes.starts_with("RIFF") && bytes.substr(std::min(kForm, bytes.size())).starts_with("WEBP")) return "image/webp";
  if (bytes.starts_with("BM") && bytes.substr(std::min(kReserved, bytes.size())).starts_with("\0\0\0\0"sv)) return "image/bmp";
  return {};
}

namespace {

// How many pages a TIFF has: the length of its chain of directories (TIFF 6.0, section 2), as far as it is whole; 1 for others.
int CountPictures(std::string_view bytes, uint32_t most) {
  const bool little = bytes.starts_with("II*\0"sv);
  if (!little && !bytes.starts_with("MM\0*"sv)) return 1;
  auto number = [&](size_t at, size_t size) {
    uint64_t value = 0;
    for (size_t i = 0; i < size; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes[at + (little ? size - 1 - i : i)]);
    return static_cast<size_t>(value);
  };
  constexpr size_t kHead = 8, kEntry = 12, kCount = 2, kNext = 4;  // bytes
  if (bytes.size() < kHead) return 1;
  uint32_t pages = 0;
  for (size_t at = number(4, 4); at >= kHead && at + kCount <= bytes.size() && pages < most; ++pages) {
    size_t next = at + kCount + number(at, kCount) * kEntry;
    at = next + kNext <= bytes.size() ? number(next, kNext) : 0;
  }
  return static_cast<int>(std::max(pages, 1u));
}

}  // namespace

Result<std::unique_ptr<Document>> ReadPicture(std::string_view media_type, const std::string& name, std::string& bytes,
                                                    const Limits& limits) {
  if (bytes.size() > limits.pdf_bytes)
    return Error{"limit-reached",
                 fmt::format("is longer than {} bytes; split it, or raise --limit pdf_bytes", limits.pdf_bytes), name};
  auto document = std::make_unique<Document>();
  document->path = name;
  document->bytes = bytes.size();
  document->sha256 = Sha256(bytes);
  document->media_type = media_type;
  document->pages = CountPictures(bytes, limits.pages);
  document->stored = std::move(bytes);
  return document;
}

Result<std::unique_ptr<ScanReader>> ScanReader::Make(const Vocabulary& vocabulary, const Limits& limits) {
  const ModuleDoor& door = TheModule();
  if (!door.make) return door.error;
  Error error;
  std::unique_ptr<ScanReader> reader(door.make(&vocabulary, &limits, &error));
  if (!reader) return error;
  return reader;
}

std::unique_ptr<PictureFile> PictureFile::Open(std::string_view bytes, const Limits& limits) {
  const ModuleDoor& door = TheModule();
  return std::unique_ptr<PictureFile>(door.open_picture ? door.open_picture(&bytes, &limits) : nullptr);
}

}  // namespace tabularium
