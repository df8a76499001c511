// Leptonica's own search makes a picture of every piece, which speckle makes slow; this one only joins runs. Tested by blobs_test.cc.
#include "read/scan/blobs.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <bit>
#include <cstdint>

namespace tabularium {
namespace {

struct InkRun {
  int y = 0, begin = 0, end = 0;  // half open
  uint32_t parent = 0;
};

// Bits up to `at` (from the highest) passed, the place of the next bit that is `wanted`; `width` where there is none.
int NextBit(const l_uint32* line, int at, int width, bool wanted) {
  while (at < width) {
    l_uint32 word = wanted ? line[at / 32] : ~line[at / 32];
    word &= 0xFFFFFFFFu >> (at % 32);
    if (word != 0) return std::min(at / 32 * 32 + std::countl_zero(word), width);
    at = (at / 32 + 1) * 32;
  }
  return width;
}

uint32_t Root(std::vector<InkRun>& runs, uint32_t i) {
  while (runs[i].parent != i) i = runs[i].parent = runs[runs[i].parent].parent;
  return i;
}

// False: too many.
bool CollectRuns(Pix* ink, std::vector<InkRun>* runs) {
  const int width = pixGetWidth(ink), words = pixGetWpl(ink);
  size_t above = 0, here = 0;  // where the runs of the row above and of this one begin
  for (int y = 0; y < pixGetHeight(ink); ++y) {
    const l_uint32* line = pixGetData(ink) + static_cast<ptrdiff_t>(y) * words;
    above = here, here = runs->size();
    size_t next = above;
    for (int x = NextBit(line, 0, width, true); x < width;) {
      const int end = NextBit(line, x, width, false);
      const auto number = static_cast<uint32_t>(runs->size());
      if (number >= kMostRuns) return false;
      runs->push_back({y, x, end, number});
      while (next < here && (*runs)[next].end < x) ++next;
      for (size_t i = next; i < here && (*runs)[i].begin <= end; ++i) {
        const uint32_t a = Root(*runs, static_cast<uint32_t>(i)), b = Root(*runs, number);
        (*runs)[std::max(a, b)].parent = std::min(a, b);
      }
      x = NextBit(line, end, width, true);
    }
  }
  return true;
}

void Wipe(Pix* ink, const InkRun& run) {
  l_uint32* line = pixGetData(ink) + static_cast<ptrdiff_t>(run.y) * pixGetWpl(ink);
  for (int x = run.begin; x < run.end; ++x) line[x / 32] &= ~(0x80000000u >> (x % 32));
}

}  // namespace

std::vector<Blob> FindBlobs(Pix* ink, int least) {
  std::vector<InkRun> runs;
  if (!CollectRuns(ink, &runs)) {
    pixClearAll(ink);
    return {};
  }
  std::vector<Blob> found(runs.size());  // at the number of each blob's first run
  for (uint32_t i = 0; i < runs.size(); ++i) {
    Blob& blob = found[Root(runs, i)];
    const InkRun& run = runs[i];
    if (blob.pixels == 0) blob.box = {run.begin, run.y, run.end - run.begin, 1};
    const int right = std::max(blob.box.x + blob.box.width, run.end);
    blob.box.x = std::min(blob.box.x, run.begin);
    blob.box.width = right - blob.box.x, blob.box.height = run.y + 1 - blob.box.y;
    blob.pixels += run.end - run.begin;
  }
  for (uint32_t i = 0; i < runs.size(); ++i)
    if (found[Root(runs, i)].pixels < least) Wipe(ink, runs[i]);
  std::erase_if(found, [&](const Blob& b) { return b.pixels < std::max(least, 1); });
  return found;
}

std::vector<Blob> TakeDirt(int side, int reach, std::vector<Blob>* blobs) {
  auto small = [&](const Blob& b) { return std::max(b.box.width, b.box.height) <= side; };
  int columns = 1, rows = 1;
  for (const Blob& b : *blobs)
    columns = std::max(columns, (b.box.x + b.box.width) / reach + 1), rows = std::max(rows, (b.box.y + b.box.height) / reach + 1);
  std::vector<bool> letters(static_cast<size_t>(columns) * static_cast<size_t>(rows));  // squares with something larger
  auto square = [&](int row, int column) { return static_cast<size_t>(row) * static_cast<size_t>(columns) + static_cast<size_t>(column); };
  auto each_square = [&](const PixelBox& box, int around, auto&& visit) {
    for (int r = std::max(box.y / reach - around, 0); r <= std::min((box.y + box.height) / reach + around, rows - 1); ++r)
      for (int c = std::max(box.x / reach - around, 0); c <= std::min((box.x + box.width) / reach + around, columns - 1); ++c) visit(square(r, c));
  };
  auto is_between = [&](const PixelBox& box) {  // letters, as far apart as full-width figures stand from their point
    bool before = false, behind = false;
    each_square({std::max(box.x - 2 * reach, 0), box.y, std::min(box.x, 2 * reach), box.height}, 0, [&](size_t at) { before = before || letters[at]; });
    each_square({box.x, box.y, 3 * reach, box.height}, 0, [&](size_t at) { behind = behind || letters[at]; });
    return before && behind;
  };
  for (const Blob& b : *blobs)
    if (!small(b)) each_square(b.box, 0, [&](size_t at) { letters[at] = true; });
  const auto dirt = std::stable_partition(blobs->begin(), blobs->end(), [&](const Blob& b) {
    bool near = !small(b);
    if (!near) each_square(b.box, 1, [&](size_t at) { near = near || letters[at]; });
    return near || is_between(b.box);
  });
  std::vector<Blob> out(dirt, blobs->end());
  blobs->erase(dirt, blobs->end());
  return out;
}

}  // namespace tabularium
