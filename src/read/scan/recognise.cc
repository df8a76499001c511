// The letters of a sheet, spot by spot: a tight crop, a general reading, and for what is short others beside it. Tested by
// recognise_test.cc.
#include "read/scan/recognise.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "read/scan/crops.h"
#include "read/scan/crowded.h"
#include "read/scan/han_lines.h"
#include "read/scan/labels.h"
#include "read/scan/missed.h"
#include "read/scan/models.h"
#include "read/scan/page_text.h"
#include "read/scan/readings.h"
#include "read/scan/seen.h"
#include "read/scan/signs.h"
#include "read/scan/spills.h"
#include "read/scan/tesseract.h"
#include "read/scan/wide_figures.h"

namespace tabularium {
namespace {

constexpr float kPointsPerInch = 72;
constexpr size_t kTrialSpots = 6;
constexpr size_t kTrialLetters = 3;  // shorter wordings may be read by chance
constexpr int kTrialWidth = 2;  // of a line's height: words tell more than marks and dirt
constexpr float kHard = 0.93f;     // names and labels less legible are read again, smaller: of 160 such, 98 were right before and
constexpr float kSmaller = 0.75f;  // 123 after, the more legible reading taken

constexpr float kHalfRead = 0.5f;  // of the last letter's certainty, where ink beside it was not read
constexpr int kTallestLine = 200;  // pixels, margins included: what is taller is a block, however its rows of ink run together
constexpr int kLineMargin = 12;        // pixels, around one line of a block
constexpr float kLowLine = 0.25f;      // of the letters' height: lower ink is none of a line's
constexpr float kMostlyUnread = 0.5f;  // of a spot's ink
constexpr float kLeftUnread = 0.35f;   // boxes leave so much out of letters that were read

using Layout = TesseractModel::Layout;

}  // namespace

class LetterReader::Models {
 public:
  Models(const Vocabulary& vocabulary, std::vector<std::unique_ptr<TesseractModel>> readers)
      : labels_(vocabulary), readers_(std::move(readers)) {}

  // What chi_sim sees; boxes of the picture.
  SeenText ReadGenerally(const SheetSpot& spot, Pix* picture) {
    TesseractModel& chinese = *readers_.front();
    const bool block = spot.upright && (spot.lines > 1 || pixGetHeight(picture) > kTallestLine);
    SeenText seen = block ? ReadWhole(picture, spot.line_height, [&](Pix* whole) { return ReadBlock(chinese, whole); })
                          : ReadWhole(picture, spot.line_height, [&](Pix* whole) { return ReadToItsEnds(chinese, whole); });
    if (seen.letters.empty()) seen = chinese.Read(picture, Layout::kWord);
    CloseGaps(picture, &seen);
    MendMarks(spot.line_height, &seen);
    return seen;
  }

  // True if a spot was read as a wording of a form.
  bool Knows(const SeenText& seen) const { return labels_.Knows(seen); }

  // All readings of a spot; boxes of the sheet. The first is the one to believe; none: nothing is there.
  std::vector<SeenText> ReadSpot(const ScanSheet& sheet, const SheetSpot& spot) {
    Crop crop = CropSpot(sheet, spot);
    if (!crop.picture) return {};
    if (spot.lines <= 1 && spot.upright) NarrowWideFigures({&crop, 1});
    std::vector<SeenText> seen = {ReadGenerally(spot, crop.picture.get())};
    SpotKind kind = KindOf(TextOf(seen.front()));
    const bool line = spot.lines <= 1 && spot.upright && kind != SpotKind::kProse;
    const bool words = kind == SpotKind::kLabel || kind == SpotKind::kLatin;  // whoever finds signs among them is checked by a reader who finds none
    const SeenPieces signs = line ? signs_.Find(crop.picture.get()) : SeenPieces();
    if (line) PutSigns(signs, &seen.front());
    if (line) kind = KindOf(TextOf(seen.front()));
    std::optional<SeenText> witness;
    if (spot.upright && !labels_.Knows(seen.front()) && CheckShapes(shapes_, crop.picture.get(), &seen.front()) && IsWhole(spot, crop, seen.front()))
      witness = seen.front();
    if (line && MissesAnEnd(crop.picture.get(), seen.front())) seen.front().letters.back().certainty *= kHalfRead;
    if (spot.upright && kind != SpotKind::kProse && MissesWithin(crop.picture.get(), seen.front())) {
      if (kind != SpotKind::kLatin) kind = SpotKind::kShort;
      for (SeenLetter& letter : seen.front().letters) letter.certainty *= kHalfRead;
    }
    if (!spot.upright && (kind == SpotKind::kNumber || kind == SpotKind::kShort) && !labels_.Knows(seen.front())) ReadBeside(kind, crop.picture.get(), SeenPieces(), &seen);
    if (spot.upright && kind != SpotKind::kProse && !labels_.KnowsSurely(seen.front())) {
      if (line) ReadBeside(kind, crop.picture.get(), words ? SeenPieces() : signs, &seen);
      else if (kind == SpotKind::kNumber || kind == SpotKind::kShort) ReadLines(kind, spot, crop.picture.get(), &seen);
      else ReadBlockAgain(kind, spot, crop.picture.get(), &seen);
      for (SeenText& one : seen) {
        if (one.by != Recogniser::kHan) continue;
        if (CheckShapes(shapes_, crop.picture.get(), &one) && !witness && IsWhole(spot, crop, one)) witness = one;
        SeenText settled = seen.front();
        if (!witness && SettleByShapes(shapes_, crop.picture.get(), one, &settled) && IsWhole(spot, crop, settled)) witness = std::move(settled);
      }
    }
    if (auto known = std::find_if(seen.begin(), seen.end(), [&](const SeenText& one) { return labels_.Knows(one); }); known != seen.end())
      std::swap(seen.front(), *known);
    if (kind == SpotKind::kLabel && LegibilityOf(seen.front()) < kHard) ReadAgain(spot, crop, &seen.front());
    if (witness && (kind == SpotKind::kLabel || (kind == SpotKind::kShort && FiguresAreSeen(*witness, seen)))) seen.push_back({Recogniser::kShapes, std::move(witness->letters)});
    if (labels_.Knows(seen.front())) seen.push_back({Recogniser::kVocabulary, seen.front().letters});
    for (SeenText& one : seen) {
      if (!IsSmall(one.by)) MendDegrees(&one);
      if (one.by != Recogniser::kChinese || spot.lines > 1) MendMarks(spot.line_height, &one);  // a bracket's partner may stand in another line
      if (spot.cell) DropEdgeBars(&one);
      if (!spot.upright || HasALineALetter(one)) MendColumn(&one);
      MoveToSheet(crop, &one);
    }
    LendDollar(&seen);
    DropCrowded(spot.line_height, &seen);
    if (spot.cut)
      for (SeenText& one : seen)
        if (!one.letters.empty()) one.letters.back().certainty *= kHalfRead;
    std::swap(seen.front(), seen[ChooseReading(kind, seen)]);
    PutRoomyFirst(spot.line_height, &seen);
    if (auto label = labels_.Decide(seen.front())) seen.insert(seen.begin(), std::move(*label));
    return seen;
  }

 private:
  TesseractModel& SecondModel() { return *readers_[1]; }

  // Several lines; those that the model passed over or guessed are read by themselves.
  static SeenText ReadBlock(TesseractModel& model, Pix* picture) {
    SeenText seen = model.Read(picture, Layout::kBlock);
    for (const PixelBox& missed : MissedLines(picture, seen)) InsertLine(ReadLine(model, picture, missed), &seen);
    for (const HardLine& hard : HardLines(picture, seen))
      if (const SeenText again = ReadLine(model, picture, hard.box); IsBetter(hard, again, LinesOf(seen, hard.lines))) ReplaceLine(hard, again, &seen);
    if (!MissedLines(picture, seen).empty())
      for (SeenLetter& letter : seen.letters) letter.certainty *= kHalfRead;
    return seen;
  }

  // A line. The search for lines sometimes takes it, or its last letter, for a drawing; where it does, all of the picture is one.
  static SeenText ReadToItsEnds(TesseractModel& model, Pix* picture) {
    SeenText seen = model.Read(picture, Layout::kLine);
    if (seen.letters.empty() || IsLetterTakenForABar(seen)) seen = model.Read(picture, Layout::kWord);
    if (!seen.letters.empty() && !MissesAnEnd(picture, seen)) return seen;
    SeenText whole = model.Read(picture, Layout::kRaw);
    return MissesAnEnd(picture, whole) || whole.letters.size() <= seen.letters.size() ? seen : whole;
  }

  static bool HasALineALetter(const SeenText& seen) {
    return !seen.letters.empty() && seen.letters.back().line + 1 == static_cast<int>(seen.letters.size());
  }

  // True if what was seen accounts for a spot's ink.
  static bool IsWhole(const SheetSpot& spot, const Crop& crop, const SeenText& seen) {
    return UnreadInk(crop.picture.get(), seen, spot.line_height) < kLeftUnread && MissedLines(crop.picture.get(), seen).empty() &&
           (spot.lines > 1 || !MissesAnEnd(crop.picture.get(), seen));
  }

  // One line of a picture, in places of the picture.
  static SeenText ReadLine(TesseractModel& model, Pix* picture, const PixelBox& box) {
    SeenText placed;
    placed.by = model.by();
    const PixPtr line = Clipped(picture, box);
    if (!line) return placed;
    SeenText seen = ReadToItsEnds(model, line.get());
    Append(std::move(seen), box, 0, &placed);
    return placed;
  }

  // Where most of the ink was taken for a drawing, smaller, and whatever comes of that is doubtful.
  template <class Reading>
  static SeenText ReadWhole(Pix* picture, int line_height, Reading read) {
    SeenText seen = read(picture);
    float unread = UnreadInk(picture, seen, line_height);
    if (seen.letters.empty() || unread < kMostlyUnread) return seen;
    SeenText again = ReadSmaller(picture, read);
    if (const float left = UnreadInk(picture, again, line_height); left < unread) seen = std::move(again), unread = left;
    if (unread >= kMostlyUnread)
      for (SeenLetter& letter : seen.letters) letter.certainty *= kHalfRead;
    return seen;
  }

  // What is seen of a smaller picture, in places of the larger one.
  template <class Reading>
  static SeenText ReadSmaller(Pix* picture, Reading read) {
    const PixPtr smaller(pixScale(picture, kSmaller, kSmaller));
    SeenText seen = smaller ? read(smaller.get()) : SeenText();
    for (SeenLetter& letter : seen.letters)
      for (int* side : {&letter.box.x, &letter.box.y, &letter.box.width, &letter.box.height})
        *side = static_cast<int>(static_cast<float>(*side) / kSmaller);
    return seen;
  }

  // A short block's other readings. Where its letters are hard to read so, or rows set tight were taken for one, each row is read as a
  // line too.
  void ReadBlockAgain(SpotKind kind, const SheetSpot& spot, Pix* picture, std::vector<SeenText>* seen) {
    for (const auto& reader : readers_)
      if (ReadsBeside(reader->by(), kind)) seen->push_back(ReadBlock(*reader, picture));
    const bool miscounted = !seen->front().letters.empty() && seen->front().letters.back().line + 1 != spot.lines;
    if (kind != SpotKind::kLabel || (LegibilityOf(seen->front()) >= kHard && !miscounted)) return;
    std::vector<SeenText> lines = {seen->front()};
    ReadLines(kind, spot, picture, &lines);
    if (miscounted || LegibilityOf(lines.front()) > LegibilityOf(seen->front())) *seen = std::move(lines);
  }

  // Figures that are wrapped, row by row by all who read such a line: those who know signs read no blocks. Where its rows touch,
  // only the other reader of Han letters reads it again.
  void ReadLines(SpotKind kind, const SheetSpot& spot, Pix* picture, std::vector<SeenText>* seen) {
    const std::vector<PixelBox> lines = InkLines(picture, kLowLine * static_cast<float>(spot.line_height));
    if (lines.size() < 2 || static_cast<int>(lines.size()) != spot.lines) return seen->push_back(ReadBlock(SecondModel(), picture));
    std::vector<Crop> crops;
    for (const PixelBox& line : lines) {
      crops.push_back({Clipped(picture, line), {{PixelBox(), 0, 0}}, {}});
      if (!crops.back().picture) return seen->push_back(ReadBlock(SecondModel(), picture));
    }
    NarrowWideFigures(crops);
    std::vector<SeenText> all;
    for (size_t i = 0; i < lines.size(); ++i) {
      const Crop& crop = crops[i];
      const PixPtr& line = crop.picture;
      std::vector<SeenText> row = {ReadGenerally(AsLine(spot), line.get())};
      const SeenPieces signs = signs_.Find(line.get());
      PutSigns(signs, &row.front());
      if (MissesWithin(line.get(), row.front()))
        for (SeenLetter& letter : row.front().letters) letter.certainty *= kHalfRead;
      ReadBeside(kind, line.get(), signs, &row);
      if (i + 1 < lines.size()) LendMark(&row);
      for (SeenText& one : row)
        if (!IsSmall(one.by)) CheckShapes(shapes_, line.get(), &one);
      all.resize(row.size());
      for (SeenText& one : row) MoveToSheet(crop, &one);
      for (size_t reader = 0; reader < row.size(); ++reader) Append(std::move(row[reader]), lines[i], static_cast<int>(i), &all[reader]);
    }
    if (!all.empty()) *seen = std::move(all);
  }

  static SheetSpot AsLine(SheetSpot spot) {
    spot.lines = 1;
    return spot;
  }

  // A line of a picture with white around it.
  static PixPtr Clipped(Pix* picture, const PixelBox& line) {
    ::Box* box = boxCreate(line.x, line.y, line.width, line.height);
    const PixPtr clip(pixClipRectangle(picture, box, nullptr));
    boxDestroy(&box);
    return PixPtr(clip ? pixAddBorder(clip.get(), kLineMargin, 255) : nullptr);
  }

  // Adds what was seen of a clipped line to what was seen of those above.
  static void Append(SeenText line, const PixelBox& from, int number, SeenText* to) {
    to->by = line.by;
    for (SeenLetter& letter : line.letters) {
      letter.box.x += from.x - kLineMargin, letter.box.y += from.y - kLineMargin;
      letter.line = number;
      to->letters.push_back(std::move(letter));
    }
  }

  // A short line's readings beside the general one; where the recogniser's alphabet lacks signs, with those of the paper.
  void ReadBeside(SpotKind kind, Pix* line, const SeenPieces& signs, std::vector<SeenText>* seen) {
    for (const auto& reader : readers_) {
      if (!ReadsBeside(reader->by(), kind)) continue;
      seen->push_back(IsSmall(reader->by()) ? reader->Read(line, Layout::kRaw) : ReadToItsEnds(*reader, line));
      if (!IsSmall(reader->by())) PutSigns(signs, &seen->back());
      if (MissesAnEnd(line, seen->back())) seen->back().letters.back().certainty *= kHalfRead;
    }
  }

  // The same letters smaller, by the same recogniser: what is more legible so, is taken, but no known wording is given up.
  void ReadAgain(const SheetSpot& spot, const Crop& crop, SeenText* seen) {
    SheetSpot reduced = spot;
    reduced.line_height = static_cast<int>(kSmaller * static_cast<float>(spot.line_height));
    SeenText again = ReadSmaller(crop.picture.get(), [&](Pix* smaller) { return ReadGenerally(reduced, smaller); });
    if (spot.lines <= 1 && MissesAnEnd(crop.picture.get(), again)) again.letters.back().certainty *= kHalfRead;
    if (LegibilityOf(again) > LegibilityOf(*seen) && (labels_.Knows(again) || !labels_.Knows(*seen))) *seen = std::move(again);
  }

  const LabelReader labels_;
  const SignReader signs_{SignModel()};
  const HanReader shapes_{HanModel()};
  std::vector<std::unique_ptr<TesseractModel>> readers_;  // the general one first, the other that knows Han letters second
};

LetterReader::LetterReader(std::unique_ptr<Models> models) : models_(std::move(models)) {}
LetterReader::~LetterReader() = default;

Result<std::unique_ptr<LetterReader>> LetterReader::Make(const Vocabulary& vocabulary) {
  std::vector<std::unique_ptr<TesseractModel>> readers;
  for (auto make : {+[] { return TesseractModel::Installed("chi_sim", "chi-sim", Recogniser::kChinese); },
                    +[] { return TesseractModel::Installed("HanS", "script-hans", Recogniser::kHan); },
                    +[] { return TesseractModel::Installed("eng", "eng", Recogniser::kLatin); },
                    +[] { return TesseractModel::Embedded(SmallModelOne(), "one", Recogniser::kSmallOne); },
                    +[] { return TesseractModel::Embedded(SmallModelTwo(), "two", Recogniser::kSmallTwo); }}) {
    auto reader = make();
    if (!reader.has_value()) return std::move(reader.error());
    if (reader.value()) readers.push_back(std::move(reader.value()));
  }
  return std::unique_ptr<LetterReader>(new LetterReader(std::make_unique<Models>(vocabulary, std::move(readers))));
}

void LetterReader::Read(const ScanSheet& sheet, Page* page) {
  const float scale = kPointsPerInch / sheet.dots;
  for (SheetSpot spot : sheet.spots) {
    if (spot.empty) continue;
    spot.upright = !IsColumn(sheet, spot);
    std::vector<SeenText> seen = models_->ReadSpot(sheet, spot);
    if (seen.empty()) continue;
    const bool prose = KindOf(TextOf(seen.front())) == SpotKind::kProse;
    for (const SeenText& one : seen)
      page->readings.push_back({PointsOf(spot.box, scale, page->number), TextOf(one), prose ? ProseLegibilityOf(one) : LegibilityOf(one), one.by});
    PutIntoCell(spot, &seen.front());
    AppendSpot(spot, seen.front(), scale, page);
  }
}

float LetterReader::Trial(const ScanSheet& sheet) {
  float sum = 0;
  size_t letters = 0, spots = 0;
  auto try_spots = [&](auto is_wanted) {
    for (const SheetSpot& spot : sheet.spots) {
      if (spot.empty || !spot.upright || spots == kTrialSpots || !is_wanted(spot)) continue;
      const Crop crop = CropSpot(sheet, spot);
      if (!crop.picture) continue;
      ++spots;
      const SeenText seen = models_->ReadGenerally(spot, crop.picture.get());
      if (seen.letters.size() >= kTrialLetters && models_->Knows(seen)) return true;
      for (const SeenLetter& letter : seen.letters) sum += letter.certainty, ++letters;
    }
    return false;
  };
  auto is_word = [](const SheetSpot& spot) { return spot.lines <= 2 && spot.ink.width >= kTrialWidth * spot.ink.height / spot.lines; };
  if (try_spots(is_word) || try_spots([&](const SheetSpot& spot) { return !is_word(spot); })) return 1;
  return letters > 0 ? sum / static_cast<float>(letters) : 0;
}

}  // namespace tabularium
