// The letters of a sheet, spot by spot: a tight crop, a general reading, and for what is short others beside it. Tested by
// recognise_test.cc.
#include "read/scan/recognise.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "read/scan/crops.h"
#include "read/scan/page_text.h"
#include "read/scan/readings.h"
#include "read/scan/seen.h"
#include "read/scan/tesseract.h"

namespace tabularium {
namespace {

constexpr float kPointsPerInch = 72;
constexpr size_t kTrialSpots = 6;

using Layout = TesseractModel::Layout;

}  // namespace

class LetterReader::Models {
 public:
  Models(const Vocabulary& vocabulary, std::unique_ptr<TesseractModel> chinese, std::unique_ptr<TesseractModel> latin)
      : vocabulary_(vocabulary), chinese_(std::move(chinese)), latin_(std::move(latin)) {}

  // What chi_sim sees; boxes of the crop.
  SeenText ReadGenerally(const SheetSpot& spot, const Crop& crop) {
    const bool block = spot.upright && spot.lines > 1;
    SeenText seen = chinese_->Read(crop.picture.get(), block ? Layout::kBlock : Layout::kLine);
    if (seen.letters.empty()) seen = chinese_->Read(crop.picture.get(), Layout::kWord);
    return seen;
  }

  // All readings of a spot; boxes of the sheet. The first is the one to believe; none: nothing is there.
  std::vector<SeenText> ReadSpot(const ScanSheet& sheet, const SheetSpot& spot) {
    const Crop crop = CropSpot(sheet, spot);
    if (!crop.picture) return {};
    std::vector<SeenText> seen = {ReadGenerally(spot, crop)};
    const SpotKind kind = KindOf(TextOf(seen.front()));
    if (spot.lines <= 1 && spot.upright && kind == SpotKind::kNumber)
      seen.push_back(latin_->Read(crop.picture.get(), Layout::kLine));
    for (SeenText& one : seen) MoveToSheet(crop, &one);
    std::swap(seen.front(), seen[ChooseReading(kind, seen)]);
    return seen;
  }

 private:
  const Vocabulary& vocabulary_;
  std::unique_ptr<TesseractModel> chinese_, latin_;
};

LetterReader::LetterReader(std::unique_ptr<Models> models) : models_(std::move(models)) {}
LetterReader::~LetterReader() = default;

Result<std::unique_ptr<LetterReader>> LetterReader::Make(const Vocabulary& vocabulary) {
  auto chinese = TesseractModel::Installed("chi_sim", Recogniser::kChinese);
  if (!chinese.has_value()) return std::move(chinese.error());
  auto latin = TesseractModel::Installed("eng", Recogniser::kLatin);
  if (!latin.has_value()) return std::move(latin.error());
  auto models = std::make_unique<Models>(vocabulary, std::move(chinese.value()), std::move(latin.value()));
  return std::unique_ptr<LetterReader>(new LetterReader(std::move(models)));
}

void LetterReader::Read(const ScanSheet& sheet, Page* page) {
  const float scale = kPointsPerInch / sheet.dots;
  for (const SheetSpot& spot : sheet.spots) {
    if (spot.empty) continue;
    const std::vector<SeenText> seen = models_->ReadSpot(sheet, spot);
    if (seen.empty()) continue;
    AppendSpot(spot, seen.front(), scale, page);
    if (seen.size() == 1) continue;
    for (const SeenText& one : seen)
      page->readings.push_back({PointsOf(spot.box, scale, page->number), TextOf(one), LegibilityOf(one), one.by});
  }
}

float LetterReader::Trial(const ScanSheet& sheet) {
  float sum = 0;
  size_t letters = 0, spots = 0;
  for (const SheetSpot& spot : sheet.spots) {
    if (spot.empty || !spot.upright || spots == kTrialSpots) continue;
    const Crop crop = CropSpot(sheet, spot);
    if (!crop.picture) continue;
    ++spots;
    for (const SeenLetter& letter : models_->ReadGenerally(spot, crop).letters) sum += letter.certainty, ++letters;
  }
  return letters > 0 ? sum / static_cast<float>(letters) : 0;
}

}  // namespace tabularium
