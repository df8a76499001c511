// The doors of the module: has a picture's pages decoded, and their sheets made and read. Tested by scans_test.cc.
#include "read/scan/module.h"

#include <fmt/format.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <utility>

#include "read/scan/picture.h"
#include "read/scan/recognise.h"
#include "read/scan/sheet.h"

namespace tabularium {
namespace {

constexpr float kPointsPerInch = 72;
constexpr float kAdvisedDots = 195;  // an inch; DA/T 31-2017 asks for 200
constexpr float kUprightTrial = 0.93f;  // pages that read worse are turned and tried again; upright ones reach .98, others .85,
constexpr size_t kFewSpots = 20;
constexpr float kSureTrial = 0.97f;    // of few spots by chance .96: the best of all turns stands, unless one is as sure as this

void Say(FlagCode code, Severity severity, const std::string& message, Page* page) {
  page->troubles.push_back({code, severity, fmt::format("page {}: {}", page->number, message), {}});
}

class SheetReader : public ScanReader {
 public:
  SheetReader(std::unique_ptr<LetterReader> letters, const Limits& limits) : letters_(std::move(letters)), decoder_(limits) {}

  bool Open(std::string_view bytes) override { return decoder_.Open(bytes); }

  Page ReadPage(int number) override {
    Page page;
    page.number = number;
    PixPtr picture = decoder_.Decode(number, &page);
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
    return PngOf(shown_.get(), std::min(1.0f, static_cast<float>(dots) / shown_dots_));
  }

 private:
  void Read(Pix* picture, float dots, Page* page) {
    ScanSheet sheet = MakeSheet(picture, dots);
    if (!sheet.spots.empty()) TryOtherTurns(picture, dots, &sheet);
    const float scale = kPointsPerInch / sheet.dots;
    page->dots = sheet.dots;
    page->width = static_cast<float>(pixGetWidth(sheet.grey.get())) * scale;
    page->height = static_cast<float>(pixGetHeight(sheet.grey.get())) * scale;
    page->rulings = std::move(sheet.rulings);
    for (Ruling& ruling : page->rulings) ruling.box.page = page->number;
    for (const auto& [seal, strokes] : sheet.seals)
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

  // Upside down first: on its side only where that helps no better, since of few letters it is hard to tell how they run.
  void TryOtherTurns(Pix* picture, float dots, ScanSheet* sheet) {
    float best = letters_->Trial(*sheet);
    const int first = sheet->turns;
    if (best >= (sheet->spots.size() < kFewSpots ? kSureTrial : kUprightTrial)) return;
    for (int more : {2, 1, 3}) {
      if (best >= kSureTrial) return;
      ScanSheet other = MakeSheet(picture, dots, static_cast<uint8_t>((first + more) % 4));
      if (const float trial = letters_->Trial(other); trial > best) best = trial, *sheet = std::move(other);
    }
  }

  std::unique_ptr<LetterReader> letters_;
  PictureDecoder decoder_;
  PixPtr shown_;             // the sheet read last
  float shown_dots_ = 1;
};

class DecodedPicture : public PictureFile {
 public:
  explicit DecodedPicture(const Limits& limits) : decoder_(limits) {}
  bool Open(std::string_view bytes) { return decoder_.Open(bytes); }

  PaperSize Size(int number) override {
    int width = 0, height = 0;
    float dots = 0;
    if (!decoder_.ReadSize(number, &width, &height, &dots)) return {};
    return {static_cast<float>(width), static_cast<float>(height), dots, true};
  }
  std::string Draw(int number, int width) override { return decoder_.Draw(number, width); }

 private:
  PictureDecoder decoder_;
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

extern "C" __attribute__((visibility("default"))) tabularium::PictureFile* TabulariumOpenPicture(
    const std::string_view* bytes, const tabularium::Limits* limits) {
  auto picture = std::make_unique<tabularium::DecodedPicture>(*limits);
  return picture->Open(*bytes) ? picture.release() : nullptr;
}
