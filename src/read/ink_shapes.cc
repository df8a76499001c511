// Tested by pdf_test.cc.
#include "read/ink_shapes.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace tabularium {
namespace {

constexpr float kThin = 3;       // points; areas thinner than this are rules (Chromium and Word draw them so)
constexpr float kThickRule = 6;  // points; strokes and frames wider than this are areas
constexpr float kRuleAspect = 3;  // areas between the two are rules where they are so many times longer than thick
constexpr float kLevel = 0.3f;   // points that a horizontal line's ends may differ in height

Box Meet(const Box& a, const Box& b) {
  return {0, std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}
bool IsEmpty(const Box& box) { return !(box.x0 <= box.x1 && box.y0 <= box.y1); }

// True if `inner` leaves a frame as thin as a rule within `outer`.
bool IsFrame(const Box& outer, const Box& inner) {
  float gaps[] = {inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1};
  float most = *std::max_element(std::begin(gaps), std::end(gaps));
  return *std::min_element(std::begin(gaps), std::end(gaps)) > -kLevel && most > 0.05f && most <= kThickRule;
}

}  // namespace

bool InkShapes::Count(size_t have) {
  if (have < limits_.page_rulings) return true;
  guard_->Stop("page_rulings");
  return false;
}

void InkShapes::AddLine(Box box, const Box& clip, bool broken) {
  box = Meet(box, clip);
  if (!IsEmpty(box) && Count(ink_->lines.size())) ink_->lines.push_back({box, broken});
}

void InkShapes::AddArea(const Box& box) {
  if (IsEmpty(box)) return;
  float width = box.x1 - box.x0, height = box.y1 - box.y0, thin = std::min(width, height);
  bool thick_rule = thin < kThickRule && std::max(width, height) >= kRuleAspect * thin;
  if (thin >= kThin && !thick_rule) {
    if (Count(ink_->fills.size())) ink_->fills.push_back(box);
  } else if (std::max(width, height) < std::max(2 * thin, kThin)) {
    if (Count(ink_->dots.size())) ink_->dots.push_back(box);
  } else if (Count(ink_->lines.size())) {
    ink_->lines.push_back({box, false});
  }
}

void InkShapes::AddStroke(OutlinePoint from, OutlinePoint to, float half, const Box& clip, bool broken) {
  float w = std::abs(to.x - from.x), h = std::abs(to.y - from.y);
  bool level = h <= kLevel || h < 0.01f * w, plumb = w <= kLevel || w < 0.01f * h;
  float gx = level && w >= h ? 0 : half, gy = level && w >= h ? half : 0;
  Box box{0, std::min(from.x, to.x) - gx, std::min(from.y, to.y) - gy, std::max(from.x, to.x) + gx,
          std::max(from.y, to.y) + gy};
  if (std::max(w, h) <= 2 * half && 2 * half <= kThickRule) {  // a dot
    float cx = (from.x + to.x) / 2, cy = (from.y + to.y) / 2;
    AddArea(Meet({0, cx - half, cy - half, cx + half, cy + half}, clip));
  } else if ((level || plumb) && 2 * half <= kThickRule) {
    AddLine(box, clip, broken);
  } else if (level || plumb) {
    AddArea(Meet(box, clip));
  }
}

bool InkShapes::AddFrame(Box outer, Box inner, const Box& clip) {
  if (IsFrame(inner, outer)) std::swap(inner, outer);
  if (!IsFrame(outer, inner)) return false;
  AddLine({0, outer.x0, outer.y0, outer.x1, inner.y0}, clip, false);
  AddLine({0, outer.x0, inner.y1, outer.x1, outer.y1}, clip, false);
  AddLine({0, outer.x0, outer.y0, inner.x0, outer.y1}, clip, false);
  AddLine({0, inner.x1, outer.y0, outer.x1, outer.y1}, clip, false);
  return true;
}

// White on white is not seen.
bool InkShapes::IsOnPaper(const Box& box) const {
  constexpr size_t kLooked = 63;  // the last areas
  for (size_t i = ink_->fills.size(); i-- > 0 && ink_->fills.size() - i <= kLooked;) {
    const Box& under = ink_->fills[i];
    if (under.x0 <= box.x1 && box.x0 <= under.x1 && under.y0 <= box.y1 && box.y0 <= under.y1) return false;
  }
  return true;
}

const Box* InkShapes::DarkUnder(const Box& box) const {
  const auto it = std::find_if(dark_.rbegin(), dark_.rend(), [&](const Box& dark) {
    const bool within = dark.x0 <= box.x0 + kLevel && dark.y0 <= box.y0 + kLevel && dark.x1 >= box.x1 - kLevel && dark.y1 >= box.y1 - kLevel;
    return within && (dark.x1 - dark.x0 > box.x1 - box.x0 + kLevel || dark.y1 - dark.y0 > box.y1 - box.y0 + kLevel);
  });
  return it == dark_.rend() ? nullptr : &*it;
}

void InkShapes::AddFilled(Box box, const Box& clip, Tone tone) {
  constexpr size_t kMostDark = 64, kMostCells = 2000;  // areas that are remembered
  box = Meet(box, clip);
  const bool thick = std::min(box.x1 - box.x0, box.y1 - box.y0) >= kThin;
  if (thick && tone == Tone::kDark && dark_.size() < kMostDark) dark_.push_back(box);
  if (thick && tone != Tone::kDark && cells_.size() < kMostCells)
    if (const Box* dark = DarkUnder(box)) cells_.push_back({box, *dark});
  if (tone != Tone::kWhite || (!thick && !IsOnPaper(box))) AddArea(box);
}

void InkShapes::AddRulesOfBackgrounds() {
  for (const Cell& cell : cells_) {
    const Box &box = cell.box, &dark = cell.background;
    Box outer = dark;  // up to what is next
    for (const Cell& other : cells_) {
      const Box& next = other.box;
      const bool beside = next.y0 < box.y1 && next.y1 > box.y0, stacked = next.x0 < box.x1 && next.x1 > box.x0;
      if (beside && next.x0 >= box.x1) outer.x1 = std::min(outer.x1, next.x0);
      if (beside && next.x1 <= box.x0) outer.x0 = std::max(outer.x0, next.x1);
      if (stacked && next.y0 >= box.y1) outer.y1 = std::min(outer.y1, next.y0);
      if (stacked && next.y1 <= box.y0) outer.y0 = std::max(outer.y0, next.y1);
    }
    int wide = 0;
    bool has_neighbour = false;
    auto close = [&](float edge, float at, float end) {  // a page break may leave a wide strip
      const bool thin = std::abs(at - edge) <= kThickRule;
      wide += !thin;
      has_neighbour |= thin && at != end;
      return thin ? at : edge;
    };
    outer = {0, close(box.x0, outer.x0, dark.x0), close(box.y0, outer.y0, dark.y0), close(box.x1, outer.x1, dark.x1), close(box.y1, outer.y1, dark.y1)};
    if (wide == 0 || has_neighbour) AddFrame(outer, box, dark);
  }
}

void InkShapes::AddImage(Box box, const Box& clip) {
  box = Meet(box, clip);
  if (IsEmpty(box)) return;
  if (std::min(box.x1 - box.x0, box.y1 - box.y0) < kThin) {
    AddArea(box);
  } else if (Count(ink_->images.size())) {
    ink_->images.push_back(box);
  }
}

std::optional<Box> BoxOf(std::span<const OutlinePoint> outline) {
  if (outline.size() < 2) return std::nullopt;
  OutlinePoint last = outline[0];
  Box box{0, last.x, last.y, last.x, last.y};
  bool straight = outline.size() >= 4;
  for (const OutlinePoint& p : outline.subspan(1)) {
    straight = straight && !p.curved && (std::abs(p.x - last.x) <= kLevel || std::abs(p.y - last.y) <= kLevel);
    box.x0 = std::min(box.x0, p.x), box.x1 = std::max(box.x1, p.x);
    box.y0 = std::min(box.y0, p.y), box.y1 = std::max(box.y1, p.y);
    last = p;
  }
  float width = box.x1 - box.x0, height = box.y1 - box.y0;
  if (straight && outline.size() <= 6) return box;
  const bool thin = std::min(width, height) < kThin && std::max(width, height) > 2 * std::min(width, height);
  return thin ? std::optional(box) : std::nullopt;
}

}  // namespace tabularium
