// Tested by page_lines_test.cc.
#include "read/inner_boxes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace tabularium {
namespace {

constexpr float kCorner = 1.2f;           // points between ends that meet in a box's corner
constexpr float kLonger = 2;              // points that a cell's walls are longer than a box in it
constexpr size_t kMostCompared = 2'000'000;  // pieces of a page, with each other

// A piece where it stands, from `lo` to `hi`.
struct Side {
  float at, lo, hi;
  size_t piece;
};
struct InnerBox {
  const Side *top, *foot, *left, *right;
};

bool Meets(float a, float b) { return std::abs(a - b) <= kCorner; }

class InnerBoxes {
 public:
  explicit InnerBoxes(const std::vector<Ruling>& pieces) {
    for (size_t i = 0; i < pieces.size(); ++i) {
      const Box& box = pieces[i].box;
      if (box.x1 - box.x0 >= box.y1 - box.y0) across_.push_back({(box.y0 + box.y1) / 2, box.x0, box.x1, i});
      else down_.push_back({(box.x0 + box.x1) / 2, box.y0, box.y1, i});
    }
    for (auto* sides : {&across_, &down_}) std::sort(sides->begin(), sides->end(), [](const Side& a, const Side& b) { return a.at < b.at; });
  }

  // The numbers of their pieces.
  std::vector<size_t> Pieces() {
    std::vector<size_t> pieces;
    for (const Side& left : down_)
      for (auto top = From(across_, left.lo - kCorner); top != across_.end() && top->at <= left.lo + kCorner && Compares(); ++top) {
        if (!Meets(top->lo, left.at)) continue;
        const InnerBox box = {&*top, Find(across_, left.hi, top->lo, top->hi), &left, Find(down_, top->hi, left.lo, left.hi)};
        if (!box.foot || !box.right || !IsInner(box)) continue;
        for (const Side* side : {box.top, box.foot, box.left, box.right}) pieces.push_back(side->piece);
      }
    if (compared_ >= kMostCompared) pieces.clear();
    std::sort(pieces.begin(), pieces.end());
    return pieces;
  }

 private:
  using Sides = std::vector<Side>;

  bool Compares() { return ++compared_ < kMostCompared; }
  static Sides::const_iterator From(const Sides& sides, float at) {
    return std::lower_bound(sides.begin(), sides.end(), at, [](const Side& side, float a) { return side.at < a; });
  }
  // The one at that place with those ends, or null.
  const Side* Find(const Sides& sides, float at, float lo, float hi) {
    for (auto side = From(sides, at - kCorner); side != sides.end() && side->at <= at + kCorner && Compares(); ++side)
      if (Meets(side->at, at) && Meets(side->lo, lo) && Meets(side->hi, hi)) return &*side;
    return nullptr;
  }
  bool IsInner(const InnerBox& box) {
    return IsEmpty(across_, *box.top, *box.foot) && IsEmpty(down_, *box.left, *box.right) && IsLonger(Before(across_, *box.top), *box.top) &&
           IsLonger(Behind(across_, *box.foot), *box.foot) && IsLonger(Before(down_, *box.left), *box.left) &&
           IsLonger(Behind(down_, *box.right), *box.right);
  }
  bool IsEmpty(const Sides& sides, const Side& first, const Side& last) {
    for (auto side = From(sides, first.at + kCorner); side != sides.end() && side->at < last.at - kCorner && Compares(); ++side)
      if (Overlaps(*side, first)) return false;
    return true;
  }
  static bool Overlaps(const Side& a, const Side& b) { return a.lo < b.hi - kCorner && a.hi > b.lo + kCorner; }
  static bool IsLonger(const Side* wall, const Side& side) {
    return wall && wall->lo <= side.lo && wall->hi >= side.hi && wall->hi - wall->lo > side.hi - side.lo + kLonger;
  }
  // What is drawn next beside it.
  const Side* Behind(const Sides& sides, const Side& side) {
    for (const Side* next = &side + 1; next != sides.data() + sides.size() && Compares(); ++next)
      if (Overlaps(*next, side)) return next;
    return nullptr;
  }
  const Side* Before(const Sides& sides, const Side& side) {
    for (const Side* next = &side; next != sides.data() && Compares();)
      if (Overlaps(*--next, side)) return next;
    return nullptr;
  }

  Sides across_, down_;
  size_t compared_ = 0;
};

}  // namespace

void DropInnerBoxes(std::vector<Ruling>* pieces) {
  constexpr size_t kLeast = 8;  // pieces of a box in another
  if (pieces->size() < kLeast) return;
  const std::vector<size_t> inner = InnerBoxes(*pieces).Pieces();
  if (inner.empty()) return;
  size_t kept = 0, i = 0;
  for (auto next = inner.begin(); i < pieces->size(); ++i) {
    while (next != inner.end() && *next < i) ++next;
    if (next == inner.end() || *next != i) (*pieces)[kept++] = (*pieces)[i];
  }
  pieces->resize(kept);
}

}  // namespace tabularium
