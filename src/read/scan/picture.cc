// Leptonica decodes; what is too large is not even begun. Tested by scans_test.cc, beside_test.cc of cli.
#include "read/scan/picture.h"

#include <fmt/format.h>
#include <leptonica/allheaders.h>
#include <png.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

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

constexpr size_t kFirstDirectory = 4;  // where a TIFF says where its first page's directory stands

// A number of a TIFF, in its order of bytes; 0 where the file ends before it.
size_t TiffNumber(std::string_view bytes, size_t at, size_t size) {
  if (at > bytes.size() || bytes.size() - at < size) return 0;
  size_t number = 0;
  for (size_t i = 0; i < size; ++i) number = number << 8 | static_cast<l_uint8>(bytes[bytes[0] == 'M' ? at + i : at + size - 1 - i]);
  return number;
}

// Where the directory of the page behind stands; 0: there is none.
size_t NextDirectory(std::string_view bytes, size_t directory) {
  constexpr size_t kEntry = 12;  // bytes
  return TiffNumber(bytes, directory + 2 + kEntry * TiffNumber(bytes, directory, 2), 4);
}

bool ReadTiffHead(std::string_view bytes, int number, PictureHead* head) {
  int has_colours = 0;
  head->format = IFF_TIFF;
  return readHeaderMemTiff(Data(bytes), bytes.size(), number - 1, &head->width, &head->height, &head->bits, &head->samples, &head->dots,
                           &has_colours, &head->format) == 0;
}

// Dots an inch of a PNG, as its pHYs chunk says; 0: not said.
int DotsOfPng(std::string_view bytes) {
  constexpr double kInch = 0.0254;  // metres
  const size_t at = bytes.substr(0, bytes.find("IDAT")).find("pHYs");
  if (at == bytes.npos || bytes.size() - at < 13 || bytes[at + 12] != 1) return 0;
  uint32_t a_metre = 0;
  for (size_t i = 4; i < 8; ++i) a_metre = a_metre << 8 | static_cast<l_uint8>(bytes[at + i]);
  return static_cast<int>(std::min(a_metre * kInch + 0.5, 1e6));
}

// Dots an inch of a PNG or a JPEG; 0: not said.
int DotsOf(std::string_view bytes, int format) {
  if (format == IFF_PNG) return DotsOfPng(bytes);
  const std::unique_ptr<FILE, int (*)(FILE*)> file(fopenReadFromMemory(Data(bytes), bytes.size()), fclose);
  int across = 0, down = 0;
  if (file && format == IFF_JFIF_JPEG) fgetJpegResolution(file.get(), &across, &down);
  return across;
}

// Leptonica's way lets libpng write its complaints to stderr; this one keeps them.
PixPtr DecodePng(std::string_view bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  constexpr size_t kEnd = 8;  // IEND and its checksum: a file that is cut there has lost nothing yet, but is damaged
  if (const size_t end = bytes.rfind("IEND"); end == bytes.npos || bytes.size() - end < kEnd) return nullptr;
  if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return nullptr;
  const bool colour = image.format & PNG_FORMAT_FLAG_COLOR;
  image.format = colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
  const png_color paper{255, 255, 255};
  std::vector<png_byte> bytes_read(PNG_IMAGE_SIZE(image));
  if (!png_image_finish_read(&image, &paper, bytes_read.data(), 0, nullptr)) return nullptr;
  PixPtr picture(pixCreate(static_cast<int>(image.width), static_cast<int>(image.height), colour ? 32 : 8));
  if (!picture) return nullptr;
  l_uint32* line = pixGetData(picture.get());
  const png_byte* from = bytes_read.data();
  for (png_uint_32 y = 0; y < image.height; ++y, line += pixGetWpl(picture.get()))
    for (png_uint_32 x = 0; x < image.width; ++x, from += colour ? 3 : 1)
      if (colour) composeRGBPixel(from[0], from[1], from[2], line + x);
      else SET_DATA_BYTE(line, x, *from);
  return picture;
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
  if (head.format == IFF_PNG) {
    PixPtr picture = DecodePng(bytes_);
    if (const int dots = DotsOf(bytes_, IFF_PNG); picture && dots > 0) pixSetResolution(picture.get(), dots, dots);
    return picture;
  }
  if (reduction == 1) return PixPtr(pixReadMem(Data(bytes_), bytes_.size()));
  PixPtr picture(pixReadMemJpeg(Data(bytes_), bytes_.size(), 0, reduction, nullptr, 0));
  if (picture) pixScaleResolution(picture.get(), 1.0f / static_cast<float>(reduction), 1.0f / static_cast<float>(reduction));
  return picture;
}

// Pages are mostly asked for in order, so each is found from the one before; those passed over are not decoded.
PixPtr PictureDecoder::DecodeTiff(int number, Page* page) {
  if (number < at_ || offset_ == 0) at_ = 1, offset_ = TiffNumber(bytes_, kFirstDirectory, 4);
  for (; at_ < number && offset_ > 0; ++at_) offset_ = NextDirectory(bytes_, offset_);
  if (offset_ == 0) return nullptr;
  PictureHead head;
  if (ReadTiffHead(bytes_, number, &head) && TooLarge(head, 1, limits_)) return Refuse(head, page);
  size_t from = offset_;
  return PixPtr(pixReadMemFromMultipageTiff(Data(bytes_), bytes_.size(), &from));
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
