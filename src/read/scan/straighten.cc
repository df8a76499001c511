// First the sheet's angle as a whole, then what its rules say in detail; the pixels move once. Tested by straighten_test.cc.
#include "read/scan/straighten.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "read/scan/measures.h"
#include "read/scan/rules.h"

namespace tabularium {
namespace {

constexpr int kInk = 150;             // darker pixels count
constexpr float kMostAngle = 11;      // degrees
constexpr float kLeastTrust = 2.5f;   // Leptonica's confidence in an angle
constexpr size_t kEnoughRules = 3;
constexpr double kStraight = 0.0004;  // slopes below move no pixel of a page by more than one

Raster Coarse(const Raster& sheet, float* dots) {
  Raster small = sheet;
  for (; *dots > kCoarseDots * 1.4f; *dots /= 2) small = Halved(small);
  return small;
}

// How much ink grows when gaps of the usual size between letters are filled, along rows or along columns.
int Growth(Pix* ink, int across, int down) {
  const PixPtr closed(pixCloseSafeBrick(nullptr, ink, across, down));
  int before = 0, after = 0;
  pixCountPixels(ink, &before, nullptr);
  pixCountPixels(closed.get(), &after, nullptr);
  return after - before;
}

double AngleOf(const Raster& small) {
  PixPtr ink = DarkerThan(small, kInk);
  float angle = 0, trust = 0;
  const bool found = pixFindSkewSweepAndSearch(ink.get(), &angle, &trust, 4, 2, kMostAngle, 1, 0.01f) == 0;
  return found && trust >= kLeastTrust ? angle * std::numbers::pi / 180 : 0;
}

Homography Rotation(double angle, int width, int height) {
  const double c = std::cos(angle), s = std::sin(angle), x = width / 2.0, y = height / 2.0;
  return {c, s, x - c * x - s * y, -s, c, y + s * x - c * y, 0, 0};
}

// A slope that changes evenly across the sheet: slope = level + change (at - middle).
struct Slopes {
  double level = 0, change = 0;
  double At(double at, double middle) const { return level + change * (at - middle); }
};

// What most rules agree on: a line through their slopes, twice, the second time without those far from it.
Slopes Agreed(const std::vector<RuleTrace>& traces, double middle, double least_length, float least_contrast) {
  constexpr double kFar = 0.008;
  Slopes found;
  for (int round = 0; round < 3; ++round) {
    double weight = 0, a = 0, s = 0, aa = 0, as = 0;
    size_t count = 0;
    for (const RuleTrace& t : traces) {
      if (t.length() < least_length || t.contrast < least_contrast || t.cover < kLeastCover ||
           (round > 0 && std::abs(t.slope - found.At(t.at, middle)) > kFar / round)) continue;
      const double w = t.length(), at = t.at - middle;
      weight += w, a += w * at, s += w * t.slope, aa += w * at * at, as += w * at * t.slope, ++count;
    }
    if (count < kEnoughRules) return {};
    a /= weight, s /= weight;
    const double spread = aa / weight - a * a;
    found.change = spread > middle * middle * 0.02 ? (as / weight - a * s) / spread : 0;
    found.level = s - found.change * a;
  }
  return found;
}

// The corner where the line along rows at height y and the line along columns at x meet, both tilted about the middle.
PlanePoint Corner(double x, double y, double middle_x, double middle_y, const Slopes& across, const Slopes& down) {
  const double s = across.At(y, middle_y), t = down.At(x, middle_x);
  const double v = (y + s * (x - middle_x) - s * t * middle_y) / (1 - s * t);
  return {x + t * (v - middle_y), v};
}

}  // namespace

int TurnsToUpright(const Raster& sheet, float dots) {
  const Raster small = Coarse(sheet, &dots);
  PixPtr ink = DarkerThan(small, kInk);
  const int rule = std::max(1, static_cast<int>(kLeastRule * dots)), gap = std::max(2, static_cast<int>(kLetterGap * dots));
  const int within = std::max(2, static_cast<int>(kStrokeGap * dots));
  for (bool along : {true, false}) {
    PixPtr rules(pixOpenBrick(nullptr, ink.get(), along ? rule : 1, along ? 1 : rule));
    PixPtr thicker(pixDilateBrick(nullptr, rules.get(), 3, 3));
    pixSubtract(ink.get(), ink.get(), thicker.get());
  }
  const PixPtr letters(pixCloseSafeBrick(nullptr, ink.get(), within, within));
  const int across = Growth(letters.get(), gap, 1), down = Growth(letters.get(), 1, gap);
  return down > across ? 1 : 0;
}

StraightSheet Straightened(Raster sheet, float dots) {
  float coarse_dots = dots;
  const Raster small = Coarse(sheet, &coarse_dots);
  const double scale = dots / coarse_dots;
  const double angle = AngleOf(small), middle_x = small.width / 2.0, middle_y = small.height / 2.0;
  const Homography turn = Rotation(angle, small.width, small.height);
  RuleTraces traces = FindTraces(Warped(small, turn, small.width, small.height), coarse_dots, kFaintContrast);
  const int contrast = RuleContrast(traces, coarse_dots);
  Slopes across = Agreed(traces.across, middle_y, kLongRule * coarse_dots, static_cast<float>(contrast));
  Slopes down = Agreed(traces.down, middle_x, kLongRule * coarse_dots, static_cast<float>(contrast));
  if (across.level == 0 && across.change == 0) across.level = -down.level;  // one kind of rules: a plain turn
  if (down.level == 0 && down.change == 0) down.level = -across.level;
  StraightSheet out{std::move(sheet), {1, 0, 0, 0, 1, 0, 0, 0}, contrast};
  if (std::abs(angle) < kStraight && std::abs(across.level) < kStraight && std::abs(down.level) < kStraight &&
      std::abs(across.change * middle_y) < kStraight && std::abs(down.change * middle_x) < kStraight)
    return out;
  std::array<PlanePoint, 4> to, from;
  for (size_t i = 0; i < 4; ++i) {
    const double x = middle_x * (i == 1 || i == 2 ? 1.6 : 0.4), y = middle_y * (i >= 2 ? 1.6 : 0.4);
    const PlanePoint source = Apply(turn, Corner(x, y, middle_x, middle_y, across, down));
    to[i] = {x * scale, y * scale};
    from[i] = {source.x * scale, source.y * scale};
  }
  if (Solve(to, from, &out.way)) out.sheet = Warped(out.sheet, out.way, out.sheet.width, out.sheet.height);
  return out;
}

}  // namespace tabularium
