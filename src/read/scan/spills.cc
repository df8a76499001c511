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
constexpr float kNextLine = 1.1f;  // of a line's height: the white above a cell's next line is no higher
constexpr int kMostBelow = 6;      // lines
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

// Columns of a rule that were erased, or rows of one across.
struct Strip {
  int begin = 0, end = 0;
};

// Letters from `begin` to `end` along a rule, which cross it.
struct Crossing {
  bool across = false;  // the rule
  Strip strip;
  int begin = 0, end = 0;

  // The pixel of a sheet at a place of the rule's thickness.
  template <class Sheet>
  auto Pixel(Sheet& sheet, int over, int along) const {
    return across ? sheet.Row(over) + along : sheet.Row(along) + over;
  }
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
    Uncover({false, *strip, rest.y, Bottom(rest)}, kAround * height);
    spot->beyond = rest;
  }

  // The same below the foot of a table: a page may end within a cell.
  void JoinBelow(SheetSpot* spot) {
    if (!spot->cell || spot->empty || spot->line_height == 0) return;
    const std::optional<Strip> strip = StripBelow(*spot);
    if (!strip) return;
    const PixelBox below = {spot->box.x, strip->end, spot->box.width, kMostBelow * 2 * spot->line_height};
    PixelBox rest = {spot->ink.x, strip->begin, spot->ink.width, strip->end - strip->begin};
    bool crosses = false;
    for (const Blob& blob : Under(below)) {
      const int height = blob.box.height, white = blob.box.y - Bottom(rest);
      if (height > 2 * spot->line_height || static_cast<float>(white) > kNextLine * static_cast<float>(spot->line_height)) break;
      crosses = crosses || blob.box.y <= strip->end + kTouch;
      rest = Around(rest, blob.box);
    }
    const auto gap = static_cast<float>(strip->begin - Bottom(spot->ink));
    if (!crosses || gap > kNextLine * static_cast<float>(spot->line_height) || !IsAloneBelow(rest, below)) return;
    for (SheetSpot& other : spots_)
      if (!other.cell && Meets(other.ink, rest)) other.empty = true;
    Uncover({true, *strip, rest.x, Right(rest)}, kAround * spot->line_height);
    spot->ink = Around(spot->ink, rest);
    spot->box = Around(spot->box, rest);
    ++spot->lines;
  }

 private:
  // The rule at the foot of a table below a spot in its last row.
  std::optional<Strip> StripBelow(const SheetSpot& spot) const {
    const auto middle = static_cast<float>(spot.box.x) + static_cast<float>(spot.box.width) / 2;
    const auto bottom = static_cast<float>(Bottom(spot.box));
    for (const LatticeWall& w : lattice_.walls) {
      if (!w.across || middle < w.begin || middle > w.end || w.at < bottom || w.at > bottom + static_cast<float>(spot.line_height)) continue;
      const bool last = std::none_of(lattice_.cells.begin(), lattice_.cells.end(), [&](const LatticeCell& cell) {
        return cell.x0 < middle && middle < cell.x1 && cell.y0 < w.at + w.thickness && w.at + w.thickness < cell.y1;
      });
      if (last) return StripOf(w);
    }
    return std::nullopt;
  }

  Strip StripOf(const LatticeWall& w) const {
    return {static_cast<int>(w.at - w.thickness / 2 - kRuleEdge * dots_), static_cast<int>(std::ceil(w.at + w.thickness / 2 + kRuleEdge * dots_))};
  }

  // What begins in a box, top down.
  std::vector<Blob> Under(const PixelBox& box) const {
    std::vector<Blob> under;
    for (const Blob& blob : blobs_)
      if (blob.box.y >= box.y - kTouch && blob.box.y < Bottom(box) && blob.box.x >= box.x && Right(blob.box) <= Right(box)) under.push_back(blob);
    std::sort(under.begin(), under.end(), [](const Blob& a, const Blob& b) { return a.box.y < b.box.y; });
    return under;
  }

  static bool Meets(const PixelBox& a, const PixelBox& b) { return a.x < Right(b) && b.x < Right(a) && a.y < Bottom(b) && b.y < Bottom(a); }

  // True if the lines that meet the rest stand below the cell alone.
  bool IsAloneBelow(const PixelBox& rest, const PixelBox& below) const {
    return std::all_of(spots_.begin(), spots_.end(), [&](const SheetSpot& spot) {
      return spot.cell || spot.empty || !Meets(spot.ink, rest) || (spot.ink.x >= below.x && Right(spot.ink) <= Right(below));
    });
  }

  // The rule on the right of a spot, if its ink ends there.
  std::optional<Strip> StripBehind(const SheetSpot& spot, int near) const {
    const auto middle = static_cast<float>(spot.ink.y) + static_cast<float>(spot.ink.height) / 2;
    for (const LatticeWall& w : lattice_.walls) {
      if (w.across || middle < w.begin || middle > w.end) continue;
      const Strip strip = StripOf(w);
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

  // What a rule looks like at one place of its thickness where no letters cross it: the median before and behind them.
  int RuleAt(int over, const Crossing& at, int reach) const {
    std::vector<int> seen;
    for (int along = std::max(0, at.begin - reach); along < std::min(at.across ? ruled_.width : ruled_.height, at.end + reach); ++along)
      if (along < at.begin - 2 * kTouch || along >= at.end + 2 * kTouch) seen.push_back(*at.Pixel(ruled_, over, along));
    if (seen.empty()) return 0;
    std::nth_element(seen.begin(), seen.begin() + static_cast<ptrdiff_t>(seen.size() / 2), seen.end());
    return seen[seen.size() / 2];
  }

  // Gives back what letters add to the rule; under its black middle, what is between its sides.
  void Uncover(const Crossing& at, int reach) {
    const int first = std::max(at.strip.begin, 1), last = std::min(at.strip.end, (at.across ? sheet_.height : sheet_.width) - 1);
    std::vector<int> rule;
    for (int over = first; over < last; ++over) rule.push_back(RuleAt(over, at, reach));
    auto is_black = [&](int over) { return over >= first && over < last && rule[static_cast<size_t>(over - first)] < kBlack; };
    for (int along = std::max(0, at.begin); along < std::min(at.end, at.across ? sheet_.width : sheet_.height); ++along) {
      for (int over = first; over < last; ++over)
        if (!is_black(over))
          *at.Pixel(sheet_, over, along) = static_cast<uint8_t>(std::min(255, *at.Pixel(ruled_, over, along) * 255 / rule[static_cast<size_t>(over - first)]));
      for (int over = first; over < last; ++over) {
        if (!is_black(over)) continue;
        int before = over - 1, behind = over + 1;
        while (is_black(behind)) ++behind;
        *at.Pixel(sheet_, over, along) =
            static_cast<uint8_t>((*at.Pixel(sheet_, before, along) * (behind - over) + *at.Pixel(sheet_, behind, along) * (over - before)) / (behind - before));
      }
      for (int over = first; over < last; ++over)
        if (*at.Pixel(sheet_, over, along) < kDark) pixSetPixel(ink_, at.across ? along : over, at.across ? over : along, 1);
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
  for (SheetSpot& spot : *spots) spills.JoinBelow(&spot);
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
