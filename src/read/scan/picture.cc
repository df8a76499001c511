// Leptonica decodes; what is too large is not even begun. Tested by scans_test.cc, beside_test.cc of cli.
#include "read/scan/picture.h"

#include <fmt/format.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace tabularium {
namespace {

const l_uint8* Data(std::string_view bytes) { return reinterpret_cast<const l_uint8*>(bytes.data()); }

// What a picture's head says of its size, before anything is decoded.
struct PictureHead {
  int format = IFF_UNKNOWN, width = 0, height = 0, bits = 0, samples = 0, dots = 0;
  uint64_t pixels() const { return static_cast<uint64_t>(width) * static_cast<uint64_t>(height); }
};

bool IsTiff(std::string_view bytes) { return bytes.starts_with("II*") || bytes.starts_with("MM"); }

bool ReadHead(std::string_view bytes, PictureHead* head) {
  int has_colours = 0;
  bool known = pixReadHeaderMem(Data(bytes), bytes.size(), &head->format, &head->width, &head->height, &head->bits,
                                &head->samples, &has_colours) == 0;
  return known && head->width > 0 && head->height > 0;
}

bool ReadTiffHead(std::string_view bytes, int number, PictureHead* head) {
  int has_colours = 0;
  head->format = IFF_TIFF;
  return readHeaderMemTiff(Data(bytes), bytes.size(), number - 1, &head->width, &head->height, &head->bits, &head->samples, &head->dots,
                           &has_colours, &head->format) == 0;
}

// Dots an inch of a PNG or a JPEG; 0: not said.
int DotsOf(std::string_view bytes, int format) {
  const std::unique_ptr<FILE, int (*)(FILE*)> file(fopenReadFromMemory(Data(bytes), bytes.size()), fclose);
  int across = 0, down = 0;
  if (!file) return 0;
  if (format == IFF_PNG) fgetPngResolution(file.get(), &across, &down);
  if (format == IFF_JFIF_JPEG) fgetJpegResolution(file.get(), &across, &down);
  return across;
}

bool TooLarge(const PictureHead& head, int reduction, const Limits& limits) {
  return head.pixels() / static_cast<uint64_t>(reduction * reduction) > limits.page_pixels;
}

PixPtr Refuse(const PictureHead& head, Page* page) {
  page->troubles.push_back({FlagCode::kLimitReached, Severity::kWrong,
                            fmt::format("page {}: it has {} × {} pixels; make it smaller, or raise --limit page_pixels", page->number,
                                        head.width, head.height),
                            {}});
  return nullptr;
}

}  // namespace

PictureDecoder::PictureDecoder(const Limits& limits) : limits_(limits) {
  setMsgSeverity(L_SEVERITY_NONE);  // Leptonica would write to stderr what our troubles say
}

bool PictureDecoder::Open(std::string_view bytes) {
  bytes_ = bytes;
  next_ = 1;
  offset_ = 0;
  PictureHead head;
  return ReadHead(bytes, &head);
}

PixPtr PictureDecoder::Decode(int number, Page* page) {
  if (IsTiff(bytes_)) return DecodeTiff(number, page);
  PictureHead head;
  if (!ReadHead(bytes_, &head)) return nullptr;
  int reduction = 1;
  const int most = head.format == IFF_JFIF_JPEG ? 8 : 1;
  while (reduction < most && TooLarge(head, reduction, limits_)) reduction *= 2;
  if (TooLarge(head, reduction, limits_)) return Refuse(head, page);
  if (reduction == 1) return PixPtr(pixReadMem(Data(bytes_), bytes_.size()));
  PixPtr picture(pixReadMemJpeg(Data(bytes_), bytes_.size(), 0, reduction, nullptr, 0));
  if (picture) pixScaleResolution(picture.get(), 1.0f / static_cast<float>(reduction), 1.0f / static_cast<float>(reduction));
  return picture;
}

// Pages are asked for in order, so each is found where the one before ended.
PixPtr PictureDecoder::DecodeTiff(int number, Page* page) {
  if (number < next_) next_ = 1, offset_ = 0;
  for (; next_ < number; ++next_) {
    PixPtr passed(pixReadMemFromMultipageTiff(Data(bytes_), bytes_.size(), &offset_));
    if (!passed || offset_ == 0) return nullptr;
  }
  PictureHead head;
  if (ReadTiffHead(bytes_, number, &head) && TooLarge(head, 1, limits_)) return Refuse(head, page);
  ++next_;
  return PixPtr(pixReadMemFromMultipageTiff(Data(bytes_), bytes_.size(), &offset_));
}

bool PictureDecoder::ReadSize(int number, int* width, int* height, float* dots) {
  PictureHead head;
  const bool tiff = IsTiff(bytes_);
  if (!(tiff ? ReadTiffHead(bytes_, number, &head) : ReadHead(bytes_, &head))) return false;
  if (!tiff) head.dots = DotsOf(bytes_, head.format);
  *width = head.width, *height = head.height;
  *dots = IsPlausible(std::min(head.width, head.height), static_cast<float>(head.dots)) ? static_cast<float>(head.dots) : 0;
  return true;
}

std::string PictureDecoder::Draw(int number, int width) {
  Page page;
  page.number = number;
  const PixPtr picture = Decode(number, &page);
  if (!picture) return "";
  return PngOf(picture.get(), std::min(1.0f, static_cast<float>(std::max(width, 1)) / static_cast<float>(pixGetWidth(picture.get()))));
}

std::string PngOf(Pix* picture, float scale) {
  PixPtr small(pixScale(picture, scale, scale));
  l_uint8* bytes = nullptr;
  size_t size = 0;
  std::string png;
  if (small && pixWriteMemPng(&bytes, &size, small.get(), 0) == 0) png.assign(reinterpret_cast<char*>(bytes), size);
  lept_free(bytes);
  return png;
}

}  // namespace tabularium
