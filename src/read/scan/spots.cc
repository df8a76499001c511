// Blobs go to the cell that they stand in, the others join to lines. Tested by spots_test.cc.
#include "read/scan/spots.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "read/scan/measures.h"

namespace tabularium {
namespace {

constexpr float kMargin = 0.012f;       // inches inside the rules of a cell
constexpr float kLeastLetter = 0.045f, kMostLetter = 0.55f;  // height of a line outside cells
constexpr float kWideGap = 2.0f;        // of a line's height: cells that only blanks part
constexpr size_t kMostLoose = 20'000;   // blobs outside cells: more are no letters
constexpr float kSameLine = 0.03f;      // bands of ink nearer to each other are of one line
constexpr float kTwoLetters = 1.9f;     // of a line's height: the width of lines, not of one letter's parts
constexpr float kThin = 0.02f;          // inches: rests of rules
constexpr int kAtEdge = 2;              // pixels from a cell's edge
constexpr int kLeastColumn = 3;         // letters below each other that make a label upright

int Right(const PixelBox& b) { return b.x + b.width; }
int Bottom(const PixelBox& b) { return b.y + b.height; }

PixelBox Around(const PixelBox& a, const PixelBox& b) {
  const int x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(Right(a), Right(b)) - x, std::max(Bottom(a), Bottom(b)) - y};
}

bool Holds(const PixelBox& box, const PixelBox& part) {
  const int x = part.x + part.width / 2, y = part.y + part.height / 2;
  return box.x <= x && x < Right(box) && box.y <= y && y < Bottom(box);
}

bool Touch(const PixelBox& a, const PixelBox& b) {
  return a.x < Right(b) && b.x < Right(a) && a.y < Bottom(b) && b.y < Bottom(a);
}

bool StandsOn(const Seal& seal, const PixelBox& letter) {
  return Touch(seal.box, letter) && std::any_of(seal.ink.begin(), seal.ink.end(), [&](const PixelBox& ink) { return Touch(ink, letter); });
}

using Bands = std::vector<std::pair<int, int>>;  // rows of pixels, half open

// The rows that blobs (by rising y) stand in; what is nearer than `join` is one band.
Bands BandsOf(const std::vector<PixelBox>& sorted, float join) {
  Bands bands;
  for (const PixelBox& b : sorted)
    if (!bands.empty() && static_cast<float>(b.y - bands.back().second) < join)
      bands.back().second = std::max(bands.back().second, Bottom(b));
    else
      bands.emplace_back(b.y, Bottom(b));
  return bands;
}

// Rows that anything parts; what together is no higher than the highest is one row (the parts of 善).
Bands StrictBandsOf(const std::vector<PixelBox>& sorted) {
  const Bands parts = BandsOf(sorted, 0);
  int most = 0;
  for (const auto& [top, bottom] : parts) most = std::max(most, bottom - top);
  Bands bands;
  for (const auto& [top, bottom] : parts)
    if (!bands.empty() && 8 * (bottom - bands.back().first) <= 9 * most) bands.back().second = bottom;
    else bands.emplace_back(top, bottom);
  return bands;
}

// True of lines set so tight that hardly anything parts them. Parts of one letter (吕, 三) are as wide as two of them are high, or too low.
bool AreTightLines(const Bands& bands, int width, float dots) {
  int most = 0, least = std::numeric_limits<int>::max(), sum = 0;
  for (const auto& [top, bottom] : bands) most = std::max(most, bottom - top), least = std::min(least, bottom - top), sum += bottom - top;
  return bands.size() > 1 && static_cast<float>(least) >= kLeastLetter * dots && 2 * least >= most &&
         static_cast<float>(width) * static_cast<float>(bands.size()) >= kTwoLetters * static_cast<float>(sum);
}

// What the blobs of a spot tell of its lines: the rows that they stand in, taken together where hardly anything parts them.
void Describe(const std::vector<PixelBox>& blobs, float dots, SheetSpot* spot) {
  spot->empty = blobs.empty();
  if (spot->empty) return;
  std::vector<PixelBox> sorted = blobs;
  std::sort(sorted.begin(), sorted.end(), [](const PixelBox& a, const PixelBox& b) { return a.y < b.y; });
  PixelBox all = sorted.front();
  for (const PixelBox& b : sorted) all = Around(all, b);
  Bands bands = BandsOf(sorted, kSameLine * dots);
  if (Bands strict = StrictBandsOf(sorted); strict.size() > bands.size() && AreTightLines(strict, all.width, dots)) bands = std::move(strict);
  spot->ink = all;
  std::vector<int> heights;
  for (const auto& [top, bottom] : bands) heights.push_back(bottom - top);
  std::sort(heights.begin(), heights.end());
  const int middle = heights[heights.size() / 2];
  const bool letters = static_cast<float>(heights.back()) >= kLeastLetter * dots;
  spot->line_height = letters ? std::max(middle, heights.back() / 3) : 0;
  spot->lines = static_cast<int>(std::count_if(heights.begin(), heights.end(), [&](int h) { return 3 * h >= 2 * spot->line_height; }));
  spot->lines = std::max(spot->lines, 1);
  spot->upright = !(letters && spot->lines >= kLeastColumn && 2 * all.width <= 3 * heights.back() && all.height >= 2 * all.width);
}

// Lines of blobs outside cells: each takes in what stands beside it within a gap of two letters.
std::vector<std::vector<PixelBox>> LinesOf(std::vector<PixelBox> blobs) {
  std::sort(blobs.begin(), blobs.end(), [](const PixelBox& a, const PixelBox& b) { return a.x < b.x; });
  struct Open {
    PixelBox box;
    std::vector<PixelBox> blobs;
  };
  std::vector<Open> lines;
  auto beside = [](const PixelBox& line, const PixelBox& b) {
    const int shared = std::min(Bottom(line), Bottom(b)) - std::max(line.y, b.y);
    const float gap = static_cast<float>(b.x - Right(line)), tall = static_cast<float>(std::max(line.height, b.height));
    return 2 * shared >= std::min(line.height, b.height) && gap <= kWideGap * tall;
  };
  for (const PixelBox& b : blobs) {
    Open* best = nullptr;
    for (Open& line : lines)
      if (beside(line.box, b) && (!best || Right(line.box) > Right(best->box))) best = &line;
    if (!best) best = &lines.emplace_back(Open{b, {}});
    best->box = Around(best->box, b);
    best->blobs.push_back(b);
  }
  for (size_t i = 0; i < lines.size(); ++i)  // what began apart and met later
    for (size_t j = 0; j < lines.size(); ++j) {
      if (i == j || lines[i].blobs.empty() || lines[j].blobs.empty()) continue;
      const PixelBox &a = lines[i].box, &b = lines[j].box;
      const int shared = std::min(Bottom(a), Bottom(b)) - std::max(a.y, b.y);
      const float gap = static_cast<float>(std::max(a.x, b.x) - std::min(Right(a), Right(b)));
      if (2 * shared < std::min(a.height, b.height) || gap > kWideGap * static_cast<float>(std::max(a.height, b.height))) continue;
      lines[i].box = Around(a, b);
      lines[i].blobs.insert(lines[i].blobs.end(), lines[j].blobs.begin(), lines[j].blobs.end());
      lines[j].blobs.clear();
      j = SIZE_MAX;  // from the first again
    }
  std::vector<std::vector<PixelBox>> out;
  for (Open& line : lines)
    if (!line.blobs.empty()) out.push_back(std::move(line.blobs));
  return out;
}

PixelBox Inside(const LatticeCell& cell, float dots) {
  const float inset = cell.wall / 2 + kMargin * dots;
  const int x = static_cast<int>(std::ceil(cell.x0 + inset)), y = static_cast<int>(std::ceil(cell.y0 + inset));
  return {x, y, static_cast<int>(cell.x1 - inset) - x, static_cast<int>(cell.y1 - inset) - y};
}

// True if ink along an edge of a cell is what erasing left of a rule that isn't quite straight.
bool IsRestOfRule(const PixelBox& ink, const PixelBox& cell, float dots) {
  const auto thin = static_cast<int>(kThin * dots);
  const bool beside = ink.x <= cell.x + kAtEdge || Right(ink) >= Right(cell) - kAtEdge, at_end = ink.y <= cell.y + kAtEdge || Bottom(ink) >= Bottom(cell) - kAtEdge;
  return (beside && ink.width <= thin && 4 * ink.height >= 3 * cell.height) || (at_end && ink.height <= thin && 4 * ink.width >= 3 * cell.width);
}

// Letters of a page are of a few sizes, and most lines have several: pieces of a photograph are and have not.
bool LookLikeLetters(const std::vector<std::vector<PixelBox>>& lines) {
  constexpr size_t kFew = 20;  // lines: too few to tell
  if (lines.size() < kFew) return true;
  std::vector<int> heights;
  std::vector<size_t> counts;
  for (const auto& line : lines) {
    int top = line.front().y, bottom = 0;
    for (const PixelBox& b : line) top = std::min(top, b.y), bottom = std::max(bottom, Bottom(b));
    heights.push_back(bottom - top), counts.push_back(line.size());
  }
  std::sort(heights.begin(), heights.end());
  std::sort(counts.begin(), counts.end());
  return counts[counts.size() / 2] >= 3 && 2 * heights[heights.size() * 3 / 4] <= 5 * heights[heights.size() / 4];
}

void AddLines(std::vector<PixelBox> blobs, float dots, std::vector<SheetSpot>* spots) {
  std::erase_if(blobs, [&](const PixelBox& b) { return static_cast<float>(b.height) > kMostLetter * dots; });
  if (blobs.size() > kMostLoose) return;
  const auto lines = LinesOf(std::move(blobs));
  if (!LookLikeLetters(lines)) return;
  for (const auto& line : lines) {
    SheetSpot spot;
    Describe(line, dots, &spot);
    if (spot.line_height == 0 || static_cast<float>(spot.line_height) > kMostLetter * dots) continue;
    spot.box = line.front();
    for (const PixelBox& b : line) spot.box = Around(spot.box, b);
    spot.lines = 1;
    spot.upright = true;
    spots->push_back(spot);
  }
}

}  // namespace

std::vector<SheetSpot> FindSpots(const std::vector<Blob>& blobs, const Lattice& lattice, const std::vector<Seal>& seals, float dots) {
  std::vector<SheetSpot> spots;
  for (const LatticeCell& cell : lattice.cells) {
    SheetSpot spot;
    spot.cell = true;
    spot.box = Inside(cell, dots);
    if (static_cast<float>(std::min(spot.box.width, spot.box.height)) >= kLeastCell * dots) spots.push_back(spot);
  }
  std::vector<std::vector<PixelBox>> of_cell(spots.size());
  std::vector<PixelBox> loose;
  for (const Blob& blob : blobs) {
    size_t i = 0;
    while (i < spots.size() && !Holds(spots[i].box, blob.box)) ++i;
    if (i < spots.size()) {
      if (!IsRestOfRule(blob.box, spots[i].box, dots)) of_cell[i].push_back(blob.box);
      continue;
    }
    const bool in_table = std::any_of(lattice.cells.begin(), lattice.cells.end(), [&](const LatticeCell& c) {
      return Holds({static_cast<int>(c.x0), static_cast<int>(c.y0), static_cast<int>(c.x1 - c.x0) + 1, static_cast<int>(c.y1 - c.y0) + 1}, blob.box);
    });
    if (!in_table) loose.push_back(blob.box);
  }
  for (size_t i = 0; i < spots.size(); ++i) Describe(of_cell[i], dots, &spots[i]);
  AddLines(std::move(loose), dots, &spots);
  for (const Blob& blob : blobs)
    if (std::any_of(seals.begin(), seals.end(), [&](const Seal& seal) { return StandsOn(seal, blob.box); }))
      for (SheetSpot& spot : spots) spot.sealed |= !spot.empty && Holds(spot.box, blob.box);
  std::stable_sort(spots.begin(), spots.end(), [](const SheetSpot& a, const SheetSpot& b) {
    return a.box.y != b.box.y ? a.box.y < b.box.y : a.box.x < b.box.x;
  });
  return spots;
}

}  // namespace tabularium
