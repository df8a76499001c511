// Tested by tables_test.cc.
#include "tabulate/overflow.h"

#include <algorithm>
#include <cmath>

#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

// Lines of the cell and below it: whether `below` is its next one. `pitch`: of the lines before, 0 where unknown. `is_cut`: it may have lost
// its head to a rule, so that its size says little.
bool GoesOnBelow(const TextLine& last, const TextLine& below, float pitch, bool is_cut) {
  const float step = below.base - last.base;
  if (below.size - last.size > kOverflowSame * last.size) return false;
  if (last.size - below.size > (is_cut ? kOverflowCut : kOverflowSame) * last.size) return false;
  if (step > kOverflowPitch * last.size || step < kOverlapEm * last.size) return false;
  if (pitch > 0 && std::abs(step - pitch) > (is_cut ? kOverflowCutPitch : kOverflowSame) * pitch) return false;
  const float aside = kOverflowAsideEm * last.size;
  return std::abs(below.box.x0 - last.box.x0) < aside || std::abs(below.box.mid_x() - last.box.mid_x()) < aside;
}

class FrameFoot {
 public:
  FrameFoot(uint32_t index, const Frame& frame, std::span<const uint32_t> below, Sheet* sheet)
      : index_(index), frame_(frame), below_(below), sheet_(*sheet) {}

  void Place(std::span<const uint32_t> inside) {
    for (uint32_t f = 0; f < frame_.faces.size(); ++f)
      if (frame_.faces[f].row1 == frame_.rows()) Continue(f, inside);
    if (taken_.empty() || !IsClear()) return;
    for (auto [token, face] : taken_) sheet_.tokens[token].frame = index_, sheet_.tokens[token].face = face;
  }

 private:
  void Continue(uint32_t face, std::span<const uint32_t> inside) {
    const Rect box = frame_.BoxOf(frame_.faces[face]);
    std::vector<uint32_t> own, under;
    for (const uint32_t t : below_) {
      const Token& token = sheet_.tokens[t];
      if (token.box.x0 > box.x0 && token.box.x1 < box.x1) under.push_back(t);
    }
    if (under.empty()) return;
    for (const uint32_t t : inside)
      if (sheet_.tokens[t].face == face) own.push_back(t);
    const std::vector<TextLine> lines = LinesOf(sheet_, own);
    if (lines.empty()) return;
    TextLine last = lines.back();
    float pitch = lines.size() > 1 ? last.base - lines[lines.size() - 2].base : 0;
    for (const TextLine& line : LinesOf(sheet_, under)) {
      const bool is_cut = sheet_.page->dots > 0 && line.box.y0 - box.y1 < kOverflowTouchEm * last.size;
      if (!GoesOnBelow(last, line, pitch, is_cut)) break;
      const bool upright = last.box.width() < kUprightStep * last.size;  // letter below letter
      if (sheet_.page->dots == 0 && !upright && !IsFullLine(sheet_, last, line, box)) break;
      for (const uint32_t t : line.tokens) taken_.emplace_back(t, face);
      lowest_ = std::max(lowest_, line.base + kOverflowClearEm * line.size);
      pitch = line.base - last.base;
      last = line;
    }
  }

  // Nothing else stands beside or shortly below what was taken: a note or the page's next text would.
  bool IsClear() const {
    const auto near = std::count_if(below_.begin(), below_.end(), [&](uint32_t t) { return sheet_.tokens[t].base < lowest_; });
    return static_cast<size_t>(near) == taken_.size();
  }

  uint32_t index_;
  const Frame& frame_;
  std::span<const uint32_t> below_;  // free tokens, by their middles
  Sheet& sheet_;
  std::vector<std::pair<uint32_t, uint32_t>> taken_;  // token, face
  float lowest_ = 0;
};

// A cell is cut where the page ends: another frame below says that it does not end there.
bool IsLast(const Frame& frame, std::span<const Frame> frames) {
  return std::none_of(frames.begin(), frames.end(), [&](const Frame& other) {
    return other.ys.front() > frame.ys.back() && other.xs.front() < frame.xs.back() && other.xs.back() > frame.xs.front();
  });
}

}  // namespace

void PlaceOverflow(std::span<const Frame> frames, Sheet* sheet) {
  std::vector<std::vector<uint32_t>> inside(frames.size());
  std::vector<uint32_t> free;
  for (uint32_t t = 0; t < sheet->tokens.size(); ++t) {
    const Token& token = sheet->tokens[t];
    if (token.sideways) continue;
    if (token.frame == UINT32_MAX) free.push_back(t);
    else inside[token.frame].push_back(t);
  }
  auto middle = [&](uint32_t t) { return sheet->tokens[t].box.mid_y(); };
  std::sort(free.begin(), free.end(), [&](uint32_t a, uint32_t b) { return middle(a) < middle(b); });
  for (uint32_t f = 0; f < frames.size(); ++f) {
    if (inside[f].empty() || !IsLast(frames[f], frames)) continue;
    const float foot = frames[f].ys.back();
    const float reach = foot + kOverflowLines * kOverflowPitch * sheet->tokens[inside[f].back()].size;
    const auto first = std::lower_bound(free.begin(), free.end(), foot, [&](uint32_t t, float y) { return middle(t) < y; });
    const auto end = std::lower_bound(first, free.end(), reach, [&](uint32_t t, float y) { return middle(t) < y; });
    const std::span<const uint32_t> below(first, end);
    if (!below.empty() && below.size() <= kOverflowWords) FrameFoot(f, frames[f], below, sheet).Place(inside[f]);
  }
}

}  // namespace tabularium::sheet
