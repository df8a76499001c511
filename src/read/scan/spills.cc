// Ink on both sides of a rule, and what lay under it. Tested by spills_test.cc.
#include "read/scan/spills.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "read/scan/measures.h"

namespace tabularium {
namespace {

constexpr float kNear = 0.35f;     // of a line's height: letters of one number stand nearer
constexpr float kFarthest = 3;     // of a line's height: what goes on farther is another text
constexpr int kTouch = 1;          // pixels
constexpr int kBlack = 100;        // of a rule: what lies under it cannot be seen
constexpr int kDark = 150;         // ink
constexpr int kAround = 3;         // of a line's height: so far above and below a rule tells what it looks like

int Right(const PixelBox& b) { return b.x + b.width; }
int Bottom(const PixelBox& b) { return b.y + b.height; }

PixelBox Around(const PixelBox& a, const PixelBox& b) {
  const int x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(Right(a), Right(b)) - x, std::max(Bottom(a), Bottom(b)) - y};
}

bool InLine(const PixelBox& line, const PixelBox& b) {
  return 2 * (std::min(Bottom(line), Bottom(b)) - std::max(line.y, b.y)) >= std::min(line.height, b.height);
}

// Columns of a rule that were erased.
struct Strip {
  int begin = 0, end = 0;
};

class Spills {
 public:
  Spills(const Raster& ruled, const Lattice& lattice, const std::vector<Blob>& blobs, float dots, std::vector<SheetSpot>* spots,
         Raster* sheet, Pix* ink)
      : ruled_(ruled), lattice_(lattice), blobs_(blobs), dots_(dots), spots_(*spots), sheet_(*sheet), ink_(ink) {}

  void Join(SheetSpot* spot) {
    if (!spot->cell || spot->empty || !spot->upright || spot->lines > 1) return;
    const int height = std::max(spot->line_height, spot->ink.height), near = static_cast<int>(kNear * static_cast<float>(height));
    const std::optional<Strip> strip = StripBehind(*spot, near);
    if (!strip || spot->ink.width < 2 * height) return;
    const bool reaches = Right(spot->ink) >= strip->begin - kTouch;
    bool begins = false;
    PixelBox rest = {strip->begin, spot->ink.y, strip->end - strip->begin, spot->ink.height};
    for (const Blob& blob : Behind(spot->ink, strip->end)) {
      if (blob.box.x - Right(rest) > near) break;
      if (4 * blob.box.height > 5 * height) return;  // the rest of a rule
      begins = begins || blob.box.x <= strip->end + kTouch;
      rest = Around(rest, blob.box);
    }
    if (Right(rest) <= strip->end || !(reaches || begins)) return;
    if (static_cast<float>(rest.width) > kFarthest * static_cast<float>(height) || !IsAlone(rest)) {
      spot->cut = true;
      return;
    }
    for (SheetSpot& other : spots_)
      if (&other != spot && Meet(other, rest)) other.empty = true;
    Uncover(rest, *strip, kAround * height);
    spot->beyond = rest;
  }

 private:
  // The rule on the right of a spot, if its ink ends there.
  std::optional<Strip> StripBehind(const SheetSpot& spot, int near) const {
    const auto middle = static_cast<float>(spot.ink.y) + static_cast<float>(spot.ink.height) / 2;
    for (const LatticeWall& w : lattice_.walls) {
      if (w.across || middle < w.begin || middle > w.end) continue;
      const Strip strip{static_cast<int>(w.at - w.thickness / 2 - kRuleEdge * dots_), static_cast<int>(std::ceil(w.at + w.thickness / 2 + kRuleEdge * dots_))};
      if (strip.begin - Right(spot.ink) <= near && w.at >= static_cast<float>(Right(spot.box)) &&
          strip.begin - Right(spot.box) <= near)
        return strip;
    }
    return std::nullopt;
  }

  // What stands in a line behind its rule, left to right.
  std::vector<Blob> Behind(const PixelBox& line, int x) const {
    std::vector<Blob> behind;
    for (const Blob& blob : blobs_)
      if (blob.box.x >= x - kTouch && InLine(line, blob.box)) behind.push_back(blob);
    std::sort(behind.begin(), behind.end(), [](const Blob& a, const Blob& b) { return a.box.x < b.box.x; });
    return behind;
  }

  static bool Meet(const SheetSpot& spot, const PixelBox& rest) {
    return !spot.empty && spot.ink.x < Right(rest) && rest.x < Right(spot.ink) && spot.ink.y < Bottom(rest) && rest.y < Bottom(spot.ink) &&
           spot.box.x >= rest.x;
  }

  // True if the spots behind the rule hold nothing but the rest.
  bool IsAlone(const PixelBox& rest) const {
    return std::all_of(spots_.begin(), spots_.end(), [&](const SheetSpot& spot) {
      return !Meet(spot, rest) || (spot.ink.y >= rest.y - kTouch && Right(spot.ink) <= Right(rest) + kTouch && Bottom(spot.ink) <= Bottom(rest) + kTouch);
    });
  }

  // What a rule's column looks like where no letters cross it: the median above and below.
  int RuleAt(int x, const PixelBox& rest, int reach) const {
    std::vector<int> seen;
    for (int y = std::max(0, rest.y - reach); y < std::min(ruled_.height, Bottom(rest) + reach); ++y)
      if (y < rest.y - 2 * kTouch || y >= Bottom(rest) + 2 * kTouch) seen.push_back(ruled_.Row(y)[x]);
    if (seen.empty()) return 0;
    std::nth_element(seen.begin(), seen.begin() + static_cast<ptrdiff_t>(seen.size() / 2), seen.end());
    return seen[seen.size() / 2];
  }

  // Gives back what letters add to the rule; under its black middle, what is between its sides.
  void Uncover(const PixelBox& rest, Strip strip, int reach) {
    strip = {std::max(strip.begin, 1), std::min(strip.end, sheet_.width - 1)};
    std::vector<int> rule;
    for (int x = strip.begin; x < strip.end; ++x) rule.push_back(RuleAt(x, rest, reach));
    auto is_black = [&](int x) { return x >= strip.begin && x < strip.end && rule[static_cast<size_t>(x - strip.begin)] < kBlack; };
    for (int y = rest.y; y < std::min(Bottom(rest), sheet_.height); ++y) {
      uint8_t* row = sheet_.Row(y);
      for (int x = strip.begin; x < strip.end; ++x)
        if (!is_black(x)) row[x] = static_cast<uint8_t>(std::min(255, ruled_.Row(y)[x] * 255 / rule[static_cast<size_t>(x - strip.begin)]));
      for (int x = strip.begin; x < strip.end; ++x) {
        if (!is_black(x)) continue;
        int left = x - 1, right = x + 1;
        while (is_black(right)) ++right;
        row[x] = static_cast<uint8_t>((row[left] * (right - x) + row[right] * (x - left)) / (right - left));
      }
      for (int x = strip.begin; x < strip.end; ++x)
        if (row[x] < kDark) pixSetPixel(ink_, x, y, 1);
    }
  }

  const Raster& ruled_;
  const Lattice& lattice_;
  const std::vector<Blob>& blobs_;
  const float dots_;
  std::vector<SheetSpot>& spots_;
  Raster& sheet_;
  Pix* ink_;
};

}  // namespace

void JoinSpills(const Raster& ruled, const Lattice& lattice, const std::vector<Blob>& blobs, float dots, std::vector<SheetSpot>* spots,
                Raster* sheet, Pix* ink) {
  Spills spills(ruled, lattice, blobs, dots, spots, sheet, ink);
  for (SheetSpot& spot : *spots) spills.Join(&spot);
}

void PutIntoCell(const SheetSpot& spot, SeenText* seen) {
  if (spot.beyond.width == 0) return;
  const float by = static_cast<float>(Right(spot.box) - spot.ink.x) / static_cast<float>(std::max(1, Right(spot.beyond) - spot.ink.x));
  for (SeenLetter& letter : seen->letters) {
    letter.box.x = spot.ink.x + static_cast<int>(static_cast<float>(letter.box.x - spot.ink.x) * by);
    letter.box.width = std::max(1, static_cast<int>(static_cast<float>(letter.box.width) * by));
  }
}

}  // namespace tabularium
