// The door of the module: decodes a picture page by page and has its sheet made and read. Tested by scans_test.cc.
#include "read/scan/module.h"

#include <fmt/format.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <utility>

#include "read/scan/recognise.h"
#include "read/scan/sheet.h"

namespace tabularium {
namespace {

constexpr float kPointsPerInch = 72;
constexpr float kAdvisedDots = 195;  // an inch; DA/T 31-2017 asks for 200
constexpr float kUprightTrial = 0.93f;  // pages that read worse are tried upside down too; upright ones reach .98, others .85

const l_uint8* Data(std::string_view bytes) { return reinterpret_cast<const l_uint8*>(bytes.data()); }

void Say(FlagCode code, Severity severity, const std::string& message, Page* page) {
  page->troubles.push_back({code, severity, fmt::format("page {}: {}", page->number, message), {}});
}

// What a picture's head says of its size, before anything is decoded.
struct PictureHead {
  int format = IFF_UNKNOWN, width = 0, height = 0, bits = 0, samples = 0;
  uint64_t pixels() const { return static_cast<uint64_t>(width) * static_cast<uint64_t>(height); }
};

bool ReadHead(std::string_view bytes, PictureHead* head) {
  int has_colours = 0;
  bool known = pixReadHeaderMem(Data(bytes), bytes.size(), &head->format, &head->width, &head->height, &head->bits,
                                &head->samples, &has_colours) == 0;
  return known && head->width > 0 && head->height > 0;
}

bool IsTiff(std::string_view bytes) { return bytes.starts_with("II*") || bytes.starts_with("MM"); }

class SheetReader : public ScanReader {
 public:
  SheetReader(std::unique_ptr<LetterReader> letters, const Limits& limits)
      : letters_(std::move(letters)), limits_(limits) {
    setMsgSeverity(L_SEVERITY_NONE);  // Leptonica would write to stderr what our troubles say
  }

  bool Open(std::string_view bytes) override {
    bytes_ = bytes;
    next_ = 1;
    offset_ = 0;
    PictureHead head;
    return ReadHead(bytes, &head);
  }

  Page ReadPage(int number) override {
    Page page;
    page.number = number;
    PixPtr picture = Decode(number, &page);
    if (!picture) {
      if (page.troubles.empty())
        Say(FlagCode::kPageFailed, Severity::kWrong, "it cannot be decoded: the file is damaged there", &page);
      return page;
    }
    Read(picture.get(), static_cast<float>(pixGetXRes(picture.get())), &page);
    return page;
  }

  Page ReadPixels(const Pixels& pixels, int number) override {
    Page page;
    page.number = number;
    PixPtr picture(pixCreate(pixels.width, pixels.height, 32));
    if (!picture) {
      Say(FlagCode::kPageFailed, Severity::kWrong, "it cannot be drawn", &page);
      return page;
    }
    const auto* from = reinterpret_cast<const uint8_t*>(pixels.rgb.data());
    l_uint32* line = pixGetData(picture.get());
    for (int y = 0; y < pixels.height; ++y, line += pixGetWpl(picture.get()))
      for (int x = 0; x < pixels.width; ++x, from += 3) composeRGBPixel(from[0], from[1], from[2], line + x);
    Read(picture.get(), pixels.dots, &page);
    return page;
  }

  std::string Picture(double dots) override {
    if (!shown_) return "";
    const float scale = std::min(1.0f, static_cast<float>(dots) / shown_dots_);
    PixPtr small(pixScale(shown_.get(), scale, scale));
    l_uint8* bytes = nullptr;
    size_t size = 0;
    std::string png;
    if (small && pixWriteMemPng(&bytes, &size, small.get(), 0) == 0) png.assign(reinterpret_cast<char*>(bytes), size);
    lept_free(bytes);
    return png;
  }

 private:
  // The page's pixels; null where they cannot be had, or are too many (then it says so).
  PixPtr Decode(int number, Page* page) {
    std::string_view bytes = bytes_;
    if (IsTiff(bytes)) return DecodeTiff(number, page);
    PictureHead head;
    if (!ReadHead(bytes, &head)) return nullptr;
    int reduction = 1;
    const int most = head.format == IFF_JFIF_JPEG ? 8 : 1;
    while (reduction < most && TooLarge(head, reduction)) reduction *= 2;
    if (TooLarge(head, reduction)) return Refuse(head, page);
    if (reduction == 1) return PixPtr(pixReadMem(Data(bytes), bytes.size()));
    PixPtr picture(pixReadMemJpeg(Data(bytes), bytes.size(), 0, reduction, nullptr, 0));
    if (picture) pixScaleResolution(picture.get(), 1.0f / static_cast<float>(reduction), 1.0f / static_cast<float>(reduction));
    return picture;
  }

  // Pages are asked for in order, so each is found where the one before ended.
  PixPtr DecodeTiff(int number, Page* page) {
    if (number < next_) next_ = 1, offset_ = 0;
    for (; next_ < number; ++next_) {
      PixPtr passed(pixReadMemFromMultipageTiff(Data(bytes_), bytes_.size(), &offset_));
      if (!passed || offset_ == 0) return nullptr;
    }
    int width = 0, height = 0, bits = 0, samples = 0, dots = 0, colours = 0, format = 0;
    if (readHeaderMemTiff(Data(bytes_), bytes_.size(), number - 1, &width, &height, &bits, &samples, &dots, &colours, &format) == 0) {
      PictureHead head{IFF_TIFF, width, height, bits, samples};
      if (TooLarge(head, 1)) return Refuse(head, page);
    }
    ++next_;
    return PixPtr(pixReadMemFromMultipageTiff(Data(bytes_), bytes_.size(), &offset_));
  }

  bool TooLarge(const PictureHead& head, int reduction) const {
    return head.pixels() / static_cast<uint64_t>(reduction * reduction) > limits_.page_pixels;
  }

  PixPtr Refuse(const PictureHead& head, Page* page) {
    Say(FlagCode::kLimitReached, Severity::kWrong,
        fmt::format("it has {} × {} pixels; make it smaller, or raise --limit page_pixels", head.width, head.height), page);
    return nullptr;
  }

  void Read(Pix* picture, float dots, Page* page) {
    ScanSheet sheet = MakeSheet(picture, dots);
    if (!sheet.spots.empty() && letters_->Trial(sheet) < kUprightTrial) TryTurnedOver(picture, dots, &sheet);
    const float scale = kPointsPerInch / sheet.dots;
    page->dots = sheet.dots;
    page->width = static_cast<float>(pixGetWidth(sheet.grey.get())) * scale;
    page->height = static_cast<float>(pixGetHeight(sheet.grey.get())) * scale;
    page->rulings = std::move(sheet.rulings);
    for (Ruling& ruling : page->rulings) ruling.box.page = page->number;
    for (const PixelBox& seal : sheet.seals)
      page->seals.push_back({page->number, static_cast<float>(seal.x) * scale, static_cast<float>(seal.y) * scale,
                             static_cast<float>(seal.x + seal.width) * scale, static_cast<float>(seal.y + seal.height) * scale});
    for (Trouble& trouble : sheet.troubles) page->troubles.push_back(std::move(trouble));
    letters_->Read(sheet, page);
    shown_ = std::move(sheet.grey);
    shown_dots_ = sheet.dots;
    if (page->words.empty()) {
      bool ink = std::any_of(sheet.spots.begin(), sheet.spots.end(), [](const SheetSpot& s) { return !s.empty; });
      Say(ink ? FlagCode::kIllegible : FlagCode::kEmpty, ink ? Severity::kWrong : Severity::kNote,
          ink ? "letters could not be read" : "no letters were found on it", page);
    } else if (sheet.dots < kAdvisedDots) {
      Say(FlagCode::kResolutionLow, Severity::kNote,
          fmt::format("it has {:.0f} dots an inch; 300 are advised, 200 the least", sheet.dots), page);
    }
  }

  void TryTurnedOver(Pix* picture, float dots, ScanSheet* sheet) {
    PixPtr over(pixRotate180(nullptr, picture));
    if (!over) return;
    ScanSheet other = MakeSheet(over.get(), dots);
    other.turns = static_cast<uint8_t>((other.turns + 2) % 4);
    if (letters_->Trial(other) > letters_->Trial(*sheet)) *sheet = std::move(other);
  }

  std::unique_ptr<LetterReader> letters_;
  Limits limits_;
  PixPtr shown_;             // the sheet read last
  float shown_dots_ = 1;
  std::string_view bytes_;  // of the picture opened last
  int next_ = 1;            // the page of a TIFF that stands at offset_
  size_t offset_ = 0;
};

}  // namespace
}  // namespace tabularium

extern "C" __attribute__((visibility("default"))) tabularium::ScanReader* TabulariumMakeScanReader(
    const tabularium::Vocabulary* vocabulary, const tabularium::Limits* limits, tabularium::Error* error) {
  auto letters = tabularium::LetterReader::Make(*vocabulary);
  if (letters.has_value()) return new tabularium::SheetReader(std::move(letters.value()), *limits);
  *error = std::move(letters.error());
  return nullptr;
}
