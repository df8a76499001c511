// The steps from a picture to a sheet, in their order; README.md says why it is this one. Tested by sheet_test.cc.
#include "read/scan/sheet.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "read/scan/blobs.h"
#include "read/scan/lattice.h"
#include "read/scan/light.h"
#include "read/scan/measures.h"
#include "read/scan/raster.h"
#include "read/scan/rules.h"
#include "read/scan/seals.h"
#include "read/scan/spills.h"
#include "read/scan/spots.h"
#include "read/scan/straighten.h"

namespace tabularium {
namespace {

constexpr float kPoints = 72;                          // an inch
constexpr float kNarrowest = 3.2f, kWidest = 18;       // inches: the short side of a sheet
constexpr float kUsualSide = 8.27f;                    // of A4
constexpr double kMostPixels = 4e7;                    // of a sheet at work
constexpr float kLetterShare = 0.8f;                   // of an em: the usual height of a letter's ink
constexpr int kInkShare = 55;                          // per cent from the letters' darkness to paper: darker is ink
constexpr int kFaintest = 205;                         // what is brighter is paper, unless letters touch it

// 8 bits a pixel, or 32 with colours.
PixPtr Plain(Pix* picture) {
  PixPtr plain(pixGetColormap(picture) ? pixRemoveColormap(picture, REMOVE_CMAP_BASED_ON_SRC) : pixClone(picture));
  if (plain && pixGetDepth(plain.get()) == 32 && pixGetSpp(plain.get()) == 4) plain.reset(pixAlphaBlendUniform(plain.get(), 0xFFFFFF00));
  if (plain && pixGetDepth(plain.get()) != 32 && pixGetDepth(plain.get()) != 8) plain.reset(pixConvertTo8(plain.get(), 0));
  return plain;
}

float ShortSide(Pix* picture) { return static_cast<float>(std::min(pixGetWidth(picture), pixGetHeight(picture))); }

// Pixels an inch by the height of letters, where there are enough, else by the usual size of paper.
float DotsByLetters(Pix* picture) {
  constexpr size_t kEnough = 30;
  constexpr float kSide = 1400;  // pixels: enough to tell letters
  const float scale = std::min(1.0f, kSide / ShortSide(picture));
  PixPtr small(pixScale(picture, scale, scale));
  PixPtr grey(pixConvertTo8(small.get(), 0));
  Raster raster = FromPix(grey.get());
  EvenLight(&raster);
  PixPtr ink = DarkerThan(raster, 150);
  std::vector<int> heights;
  for (const Blob& b : FindBlobs(ink.get(), 6))
    if (b.box.height >= 6 && b.box.height <= 90 && b.box.width <= 2 * b.box.height && b.box.height <= 2 * b.box.width) heights.push_back(b.box.height);
  if (heights.size() < kEnough) return ShortSide(picture) / kUsualSide;
  std::sort(heights.begin(), heights.end());
  const float letter = static_cast<float>(heights[heights.size() * 2 / 3]);  // the whole ones: parts are lower
  return letter / kLetterShare / kEm / scale;
}

// No finer than is worth having; `dots` changes with it.
PixPtr Reduced(PixPtr picture, float* dots) {
  const double pixels = static_cast<double>(pixGetWidth(picture.get())) * pixGetHeight(picture.get());
  const double scale = std::min(kWorkDots / static_cast<double>(*dots), std::sqrt(kMostPixels / pixels));
  if (scale > 0.87) return picture;
  *dots *= static_cast<float>(scale);
  return PixPtr(pixScaleAreaMap(picture.get(), static_cast<float>(scale), static_cast<float>(scale)));
}

// What the sheet's ink is darker than: between the darkness of most letters and paper.
int InkLevel(const Raster& sheet) {
  constexpr int kStep = 7;
  int counts[256] = {}, dark = 0;
  for (size_t i = 0; i < sheet.pixels.size(); i += kStep) ++counts[sheet.pixels[i]];
  for (int v = 0; v < 140; ++v) dark += counts[v];
  int level = 0;
  for (int passed = 0; level < 140 && passed * 3 < dark;) passed += counts[level++];
  return level + (kPaper - level) * kInkShare / 100;
}

// Ink, and with it what is faint but hangs together with ink; what is faint alone shines through from the other side.
PixPtr InkOf(Raster* sheet) {
  PixPtr ink = DarkerThan(*sheet, InkLevel(*sheet));
  PixPtr paper = DarkerThan(*sheet, kFaintest);
  PixPtr near(pixDilateBrick(nullptr, ink.get(), 5, 5));
  pixAnd(paper.get(), paper.get(), near.get());
  pixInvert(near.get(), near.get());
  Whiten(near.get(), sheet);
  return ink;
}

void Clear(const PixelBox& box, Pix* ink, Raster* sheet) {
  constexpr int kEdge = 3;  // pixels that blurring made of it
  for (int y = std::max(box.y - kEdge, 0); y < std::min(box.y + box.height + kEdge, sheet->height); ++y)
    for (int x = std::max(box.x - kEdge, 0); x < std::min(box.x + box.width + kEdge, sheet->width); ++x) {
      sheet->Row(y)[x] = kPaper;
      pixSetPixel(ink, x, y, 0);
    }
}

// The blobs of the sheet's ink; dirt leaves both pictures.
std::vector<Blob> CleanBlobs(float dots, Pix* ink, Raster* sheet) {
  std::vector<Blob> blobs = FindBlobs(ink, static_cast<int>(kSpeck * dots * kSpeck * dots));
  for (const Blob& dirt : TakeDirt(static_cast<int>(kDirt * dots), std::max(1, static_cast<int>(kDirtReach * dots)), &blobs)) Clear(dirt.box, ink, sheet);
  return blobs;
}

Lattice Scaled(Lattice lattice, float by) {
  for (auto* walls : {&lattice.walls, &lattice.loose})
    for (LatticeWall& w : *walls) w = {w.at * by, w.begin * by, w.end * by, w.thickness * by, w.across};
  for (LatticeCell& c : lattice.cells) c = {c.x0 * by, c.y0 * by, c.x1 * by, c.y1 * by, c.wall * by};
  return lattice;
}

Lattice TablesOf(const Raster& sheet, float dots, int contrast) {
  float coarse_dots = dots;
  Raster coarse = sheet;
  for (; coarse_dots > kCoarseDots * 1.4f; coarse_dots /= 2) coarse = Halved(coarse);
  return Scaled(FindLattice(FindTraces(coarse, coarse_dots, contrast), coarse_dots), dots / coarse_dots);
}

// Rules leave the sheet, with what blurring made of their edges.
void EraseRules(const Lattice& lattice, float dots, Raster* sheet) {
  const float edge = kRuleEdge * dots;
  for (const auto* walls : {&lattice.walls, &lattice.loose})
    for (const LatticeWall& w : *walls) {
      const int low = static_cast<int>(w.at - w.thickness / 2 - edge), high = static_cast<int>(std::ceil(w.at + w.thickness / 2 + edge));
      const int begin = std::max(static_cast<int>(w.begin - edge), 0), end = static_cast<int>(w.end + edge);
      for (int a = std::max(low, 0); a < std::min(high, w.across ? sheet->height : sheet->width); ++a)
        for (int b = begin; b < std::min(end, w.across ? sheet->width : sheet->height); ++b)
          sheet->Row(w.across ? a : b)[w.across ? b : a] = kPaper;
    }
}

std::vector<Ruling> Rulings(const Lattice& lattice, float dots) {
  std::vector<Ruling> out;
  const float scale = kPoints / dots;
  for (const auto* walls : {&lattice.walls, &lattice.loose})
    for (const LatticeWall& w : *walls) {
      const float low = (w.at - w.thickness / 2) * scale, high = (w.at + w.thickness / 2) * scale, begin = w.begin * scale, end = w.end * scale;
      Ruling ruling;
      ruling.box = w.across ? Box{0, begin, low, end, high} : Box{0, low, begin, high, end};
      out.push_back(ruling);
    }
  return out;
}

PixelBox Turned(PixelBox box, int turns, int width, int height) {
  for (; turns > 0; --turns, std::swap(width, height)) box = {height - box.y - box.height, box.x, box.height, box.width};
  return box;
}

// From a point of the sheet as it was to that of the straightened one; what cannot be undone stays.
Homography Undone(const Homography& way) {
  std::array<PlanePoint, 4> corners{{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}}}, old = corners;
  for (PlanePoint& p : old) p = Apply(way, p);
  Homography back;
  return Solve(old, corners, &back) ? back : Homography{1, 0, 0, 0, 1, 0, 0, 0};
}

PixelBox Moved(const PixelBox& box, const Homography& back) {
  const PlanePoint a = Apply(back, {static_cast<double>(box.x), static_cast<double>(box.y)});
  const PlanePoint b = Apply(back, {static_cast<double>(box.x + box.width), static_cast<double>(box.y + box.height)});
  return {static_cast<int>(a.x), static_cast<int>(a.y), static_cast<int>(b.x - a.x), static_cast<int>(b.y - a.y)};
}

template <class Change>
void ForEachBox(std::vector<Seal>* seals, Change change) {
  for (Seal& seal : *seals) {
    seal.box = change(seal.box);
    for (PixelBox& ink : seal.ink) ink = change(ink);
  }
}

}  // namespace

bool IsPlausible(int short_side, float dots) {
  if (dots < kLeastDots || dots > kMostDots) return false;
  const float side = static_cast<float>(short_side) / dots;
  return kNarrowest <= side && side <= kWidest;
}

ScanSheet MakeSheet(Pix* picture, float dots, std::optional<uint8_t> turns) {
  constexpr int kLeastSide = 48;  // pixels: nothing stands on smaller pictures
  ScanSheet sheet;
  PixPtr plain = Plain(picture);
  if (!IsPlausible(static_cast<int>(ShortSide(plain.get())), dots)) dots = DotsByLetters(plain.get());
  plain = Reduced(std::move(plain), &dots);
  dots = std::max(dots, kLeastDots);
  sheet.dots = dots;
  Raster grey = GreyWithoutSeals(plain.get(), dots, &sheet.seals);
  plain.reset();
  if (std::min(grey.width, grey.height) < kLeastSide) {
    sheet.grey = ToPix(grey);
    sheet.ink.reset(pixCreate(grey.width, grey.height, 1));
    return sheet;
  }
  EvenLight(&grey);
  CutDarkAreas(dots, &grey);
  sheet.turns = turns ? *turns : static_cast<uint8_t>(TurnsToUpright(grey, dots));
  if (sheet.turns > 0) {
    ForEachBox(&sheet.seals, [&](const PixelBox& box) { return Turned(box, sheet.turns, grey.width, grey.height); });
    grey = QuarterTurned(grey, sheet.turns);
  }
  StraightSheet straight = Straightened(std::move(grey), dots);
  grey = std::move(straight.sheet);
  ForEachBox(&sheet.seals, [back = Undone(straight.way)](const PixelBox& box) { return Moved(box, back); });
  const Lattice lattice = TablesOf(grey, dots, straight.contrast);
  const Raster ruled = grey;
  EraseRules(lattice, dots, &grey);
  sheet.ink = InkOf(&grey);
  const std::vector<Blob> blobs = CleanBlobs(dots, sheet.ink.get(), &grey);
  sheet.rulings = Rulings(lattice, dots);
  sheet.spots = FindSpots(blobs, lattice, sheet.seals, dots);
  JoinSpills(ruled, lattice, blobs, dots, &sheet.spots, &grey, sheet.ink.get());
  sheet.grey = ToPix(grey);
  return sheet;
}

}  // namespace tabularium
