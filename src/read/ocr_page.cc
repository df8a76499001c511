// Letters get boxes, and go the way of letters that were read here. Tested by ocr_test.cc, ocr_mutations_test.cc.
#include "read/ocr_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "read/page_lines.h"
#include "read/scan/page_text.h"
#include "text/utf8.h"
#include "text/width.h"

namespace tabularium {
namespace {

constexpr float kPointsPerInch = 72;
constexpr float kLongSideOfA4 = 842;   // points
constexpr float kFine = 1200;          // an inch: letters are placed on whole ones of these
constexpr float kThickestRule = 6;     // points, as of PDFs
constexpr float kUpright = 1.5f;       // a word of several letters that is taller than so many widths is a column
constexpr float kUnsaid = 0.9f;        // legibility of letters of which the file says nothing: a little unsure
constexpr float kSurest = 0.999f;      // 1 would say that nobody had to recognise anything

// How far the words reach, in the file's units.
Box ExtentOf(const OcrPage& seen) {
  Box extent;
  for (const OcrLine& line : seen.lines)
    for (const OcrWord& word : line.words) {
      extent.x1 = std::max(extent.x1, word.box.x1);
      extent.y1 = std::max(extent.y1, word.box.y1);
    }
  return extent;
}

class PageMaker {
 public:
  PageMaker(const OcrPage& seen, int number, const Limits& limits) : seen_(seen), limits_(limits) {
    page_.number = number;
    SetSize();
  }

  Page Make() {
    SetRulings();
    for (const Box& image : seen_.images)
      if (!IsEmpty(image)) page_.images.push_back(Points(image));
    for (const Box& seal : seen_.seals)
      if (!IsEmpty(seal)) page_.seals.push_back(Points(seal));
    for (const OcrLine& line : seen_.lines) AddLine(line);
    if (homeless_ > 0)
      Say(FlagCode::kPageFailed, Severity::kWrong,
          fmt::format("{} words have no place in the file and were left out; write the coordinates of words", homeless_));
    if (page_.words.empty() && homeless_ == 0) Say(FlagCode::kEmpty, Severity::kNote, "no letters were found on it");
    return std::move(page_);
  }

 private:
  void Say(FlagCode code, Severity severity, const std::string& message) {
    page_.troubles.push_back({code, severity, fmt::format("page {}: {}", page_.number, message), {}});
  }

  void SetSize() {
    const Box extent = ExtentOf(seen_);
    const float width = seen_.width > 0 ? seen_.width : extent.x1, height = seen_.height > 0 ? seen_.height : extent.y1;
    dots_ = seen_.dots > 0 ? seen_.dots : std::max({width, height, 1.0f}) * kPointsPerInch / kLongSideOfA4;
    page_.dots = dots_;
    page_.width = width * kPointsPerInch / dots_;
    page_.height = height * kPointsPerInch / dots_;
  }

  Box Points(const Box& box) const {
    const float scale = kPointsPerInch / dots_;
    return {page_.number, box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale};
  }

  void SetRulings() {
    std::vector<Ruling> pieces;
    for (const Box& rule : seen_.rules) {
      const Box box = Points(rule);
      const float width = box.x1 - box.x0, height = box.y1 - box.y0;
      if (std::min(width, height) >= 0 && std::min(width, height) <= kThickestRule && width != height) pieces.push_back({box, false});
    }
    for (const Box& frame : seen_.frames) {
      if (IsEmpty(frame)) continue;
      const Box b = Points(frame);
      for (const Box& side : {Box{b.page, b.x0, b.y0, b.x1, b.y0}, Box{b.page, b.x0, b.y1, b.x1, b.y1},
                              Box{b.page, b.x0, b.y0, b.x0, b.y1}, Box{b.page, b.x1, b.y0, b.x1, b.y1}})
        pieces.push_back({side, false});
    }
    if (pieces.size() > limits_.page_rulings) {
      pieces.resize(limits_.page_rulings);
      Say(FlagCode::kLimitReached, Severity::kWrong, "it has more lines than --limit page_rulings");
    }
    page_.rulings = JoinLines(pieces, {});
    for (Ruling& ruling : page_.rulings) {
      ruling.box.page = page_.number;
      if (ruling.box.y1 - ruling.box.y0 > ruling.box.x1 - ruling.box.x0) walls_.push_back(ruling.box);
    }
    std::sort(walls_.begin(), walls_.end(), [](const Box& a, const Box& b) { return a.x0 < b.x0; });
  }

  void AddLine(const OcrLine& line) {
    SeenText seen;
    bool upright = true;
    for (const OcrWord& word : line.words) {
      const Box& box = IsEmpty(word.box) ? line.box : word.box;
      if (IsEmpty(box)) {
        homeless_ += !word.text.empty();
        continue;
      }
      const bool column = DisplayWidth(word.text) > 2 && box.y1 - box.y0 > kUpright * (box.x1 - box.x0);
      if (column != !upright && !seen.letters.empty()) Flush(upright, &seen);
      upright = !column;
      AddWord(word, box, upright, &seen);
      AddReadings(word, box);
    }
    Flush(upright, &seen);
  }

  // A word's letters, each with its share of the box.
  void AddWord(const OcrWord& word, const Box& box, bool upright, SeenText* seen) {
    const Box place = Points(box);
    const auto all = static_cast<float>(std::max(DisplayWidth(word.text), 1));
    float before = 0;
    bool blank = true, begun = false;
    for (size_t i = 0; i < word.text.size();) {
      const size_t begin = i;
      const char32_t c = NextLetter(word.text, i);
      const auto width = static_cast<float>(std::max(DisplayWidth(c), 0));
      if (!IsSpace(c) && c >= 0x20) {
        SeenLetter letter;
        letter.text = word.text.substr(begin, i - begin);
        letter.certainty = std::min(word.legibility.value_or(kUnsaid), kSurest);
        letter.blank_before = blank;
        letter.parted = blank && begun;
        begun = true;
        letter.box = Share(place, before / all, (before + width) / all, upright);
        if (upright && !seen->letters.empty() && IsWallBetween(seen->letters.back().box, letter.box)) Flush(upright, seen);
        if (letters_++ < limits_.page_letters) seen->letters.push_back(std::move(letter));
        if (letters_ == limits_.page_letters + 1ull)
          Say(FlagCode::kLimitReached, Severity::kWrong, "it has more letters than --limit page_letters");
      }
      blank = IsSpace(c);
      before += width;
    }
  }

  static PixelBox Share(const Box& place, float from, float to, bool upright) {
    auto fine = [](float points) { return static_cast<int>(std::lround(points * kFine / kPointsPerInch)); };
    Box part = place;
    if (upright) {
      const float width = place.x1 - place.x0;
      part.x0 = place.x0 + from * width, part.x1 = place.x0 + to * width;
    } else {
      const float height = place.y1 - place.y0;
      part.y0 = place.y0 + from * height, part.y1 = place.y0 + to * height;
    }
    return {fine(part.x0), fine(part.y0), fine(part.x1) - fine(part.x0), fine(part.y1) - fine(part.y0)};
  }

  bool IsWallBetween(const PixelBox& left, const PixelBox& right) const {
    constexpr float kScale = kPointsPerInch / kFine;
    auto middle = [](int from, int length) { return (static_cast<float>(from) + static_cast<float>(length) / 2) * kScale; };
    const float a = middle(left.x, left.width), b = middle(right.x, right.width), y = middle(right.y, right.height);
    auto wall = std::lower_bound(walls_.begin(), walls_.end(), a, [](const Box& box, float x) { return box.x0 < x; });
    for (; wall != walls_.end() && wall->x0 < b; ++wall)
      if (wall->y0 <= y && y <= wall->y1) return true;
    return false;
  }

  void Flush(bool upright, SeenText* seen) {
    SheetSpot spot;
    spot.upright = upright;
    AppendSpot(spot, *seen, kPointsPerInch / kFine, &page_);
    seen->letters.clear();
  }

  // What was read there, and what else was; or that something stands there.
  void AddReadings(const OcrWord& word, const Box& box) {
    if (word.others.empty() && !word.text.empty()) return;
    const float legibility = std::min(word.legibility.value_or(kUnsaid), kSurest);
    page_.readings.push_back({Points(box), word.text, word.text.empty() ? 0 : legibility, word.by});
    for (const OcrReading& other : word.others) page_.readings.push_back({Points(box), other.text, legibility, other.by});
  }

  const OcrPage& seen_;
  const Limits& limits_;
  Page page_;
  std::vector<Box> walls_;  // vertical rulings, by x0
  float dots_ = 1;
  uint64_t letters_ = 0, homeless_ = 0;
};

}  // namespace

std::string Fit(const PaperSize& paper, OcrPage* seen) {
  constexpr float kSamePixels = 2;        // that somebody rounded, or cut off
  constexpr float kSameProportion = 0.01f;
  constexpr float kBeyond = 1.01f;        // of the paper: how far boxes may reach
  if (!(paper.width > 0 && paper.height > 0)) return "cannot be compared with a picture of unknown size";
  const bool same_units = seen->pixels && paper.pixels;
  if (seen->width <= 0 || seen->height <= 0) {
    if (!same_units) return "does not say how large its page is";
    seen->width = paper.width, seen->height = paper.height;
  }
  const float wider = seen->width * paper.height / (seen->height * paper.width);  // than it should be; 1: as it should
  const bool fits = same_units ? std::abs(seen->width - paper.width) <= kSamePixels && std::abs(seen->height - paper.height) <= kSamePixels
                               : std::abs(wider - 1) <= kSameProportion;
  if (!fits)
    return fmt::format("is of a page of {:.0f} × {:.0f}, but the picture has {:.0f} × {:.0f}", seen->width, seen->height, paper.width,
                       paper.height);
  const Box extent = ExtentOf(*seen);
  if (extent.x1 > seen->width * kBeyond || extent.y1 > seen->height * kBeyond) return "has words beyond the edge of the picture";
  if (paper.dots > 0) seen->dots = seen->width * paper.dots / paper.width;
  return "";
}

Page PageOf(const OcrPage& seen, int number, const Limits& limits) { return PageMaker(seen, number, limits).Make(); }

}  // namespace tabularium
