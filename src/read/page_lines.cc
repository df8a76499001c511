// Pieces are sorted by their distance across and swept in groups as narrow as a double rule; within a group, along. Dots are
// drawn in order, thousands to a page, so that what is in order already is only merged. Tested by page_lines_test.cc.
#include "read/page_lines.h"

#include <algorithm>
#include <cmath>

namespace tabularium {
namespace {

constexpr float kDouble = 3;     // points between parallel rules that are seen as one: no letter stands between them
constexpr float kTouch = 1;      // points between pieces of one line
constexpr float kLeast = 3;      // points of the shortest ruling
constexpr float kDash = 15;      // points of the longest dash
constexpr float kGap = 8;        // points of the widest gap between dashes
constexpr size_t kDashes = 4;    // that make a line
constexpr float kDottedLine = 8;  // points of the shortest line of dots

// A piece of a line: from `begin` to `end` along it, from `low` to `high` across.
struct Stretch {
  float low, high, begin, end;
  bool dot = false, broken = false;
};

float Length(const Stretch& s) { return s.end - s.begin; }

// Sorts runs that are in order already, of equals the first first; the fewer runs, the cheaper.
template <class Less>
void SortRuns(std::vector<Stretch>* pieces, Less less) {
  std::vector<size_t> ends;  // of runs
  for (size_t i = 1; i <= pieces->size(); ++i)
    if (i == pieces->size() || less((*pieces)[i], (*pieces)[i - 1])) ends.push_back(i);
  std::vector<Stretch> merged(ends.size() > 1 ? pieces->size() : 0);
  while (ends.size() > 1) {  // two by two
    size_t begin = 0, kept = 0;
    auto at = [](std::vector<Stretch>& all, size_t i) { return all.begin() + static_cast<ptrdiff_t>(i); };
    for (size_t i = 0; i < ends.size(); i += 2) {
      const size_t middle = ends[i], end = ends[std::min(i + 1, ends.size() - 1)];
      std::merge(at(*pieces, begin), at(*pieces, middle), at(*pieces, middle), at(*pieces, end), at(merged, begin), less);
      ends[kept++] = begin = end;
    }
    ends.resize(kept);
    pieces->swap(merged);
  }
}

// Joins what touches, in place; sorted by begin on return.
void JoinTouching(std::vector<Stretch>* group) {
  SortRuns(group, [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
  size_t kept = 0;
  for (const Stretch& s : *group) {
    if (kept == 0 || s.begin > (*group)[kept - 1].end + kTouch || (s.dot != (*group)[kept - 1].dot && s.begin > (*group)[kept - 1].end)) {
      (*group)[kept++] = s;
      continue;
    }
    Stretch& last = (*group)[kept - 1];
    bool longer = Length(s) > Length(last);
    last.broken = longer ? s.broken : last.broken;
    last.dot = last.dot && s.dot;
    last.end = std::max(last.end, s.end);
    last.low = std::min(last.low, s.low), last.high = std::max(last.high, s.high);
  }
  group->resize(kept);
}

// Closes the gaps of dashed and dotted lines: at least kDashes short pieces with gaps of about one width.
void CloseDashes(const std::vector<Stretch>& pieces, std::vector<Stretch>* out) {
  out->clear();
  for (size_t i = 0; i < pieces.size();) {
    size_t end = i + 1;
    float first = 0;
    for (; end < pieces.size(); ++end) {
      float gap = pieces[end].begin - pieces[end - 1].end;
      if (end == i + 1) first = gap;
      if (gap > kGap || gap > 2 * first + kTouch || 2 * gap + kTouch < first || Length(pieces[end]) > kDash ||
          Length(pieces[end - 1]) > kDash)
        break;
    }
    if (end - i < kDashes) {
      out->push_back(pieces[i++]);
      continue;
    }
    Stretch line = pieces[i];
    for (size_t k = i + 1; k < end; ++k) {
      line.end = pieces[k].end;
      line.low = std::min(line.low, pieces[k].low), line.high = std::max(line.high, pieces[k].high);
    }
    line.broken = true;
    line.dot = false;
    out->push_back(line);
    i = end;
  }
}

// Joins all lines of one direction. On return sorted across, then along.
std::vector<Stretch> JoinDirection(std::vector<Stretch> pieces) {
  auto middle = [](const Stretch& s) { return s.low + s.high; };
  SortRuns(&pieces, [&](const Stretch& a, const Stretch& b) {
    return middle(a) != middle(b) ? middle(a) < middle(b) : a.begin < b.begin;
  });
  std::vector<Stretch> out, group, closed;
  auto close = [&] {
    JoinTouching(&group);
    CloseDashes(group, &closed);
    for (Stretch& s : closed) {
      if (Length(s) < (s.dot ? kDottedLine : kLeast)) continue;
      s.broken = s.broken || s.dot;
      out.push_back(s);
    }
    group.clear();
  };
  for (const Stretch& piece : pieces) {
    if (!group.empty() && (middle(piece) - middle(group.front())) / 2 > kDouble) close();
    group.push_back(piece);
  }
  close();
  return out;
}

}  // namespace

std::vector<Ruling> JoinLines(const std::vector<Ruling>& pieces, const std::vector<Box>& dots) {
  auto is_level = [](const Box& box) { return box.x1 - box.x0 >= box.y1 - box.y0; };
  const auto levels = std::count_if(pieces.begin(), pieces.end(), [&](const Ruling& p) { return is_level(p.box); });
  std::vector<Stretch> level, plumb;
  level.reserve(static_cast<size_t>(levels) + dots.size());
  plumb.reserve(pieces.size() - static_cast<size_t>(levels) + dots.size());
  for (const Ruling& p : pieces) {
    const Box& box = p.box;
    if (is_level(box)) {
      level.push_back({box.y0, box.y1, box.x0, box.x1, false, p.broken});
    } else {
      plumb.push_back({box.x0, box.x1, box.y0, box.y1, false, p.broken});
    }
  }
  for (const Box& box : dots) {
    level.push_back({box.y0, box.y1, box.x0, box.x1, true, false});
    plumb.push_back({box.x0, box.x1, box.y0, box.y1, true, false});
  }
  std::vector<Ruling> out;
  for (const Stretch& s : JoinDirection(std::move(level))) out.push_back({{0, s.begin, s.low, s.end, s.high}, s.broken});
  for (const Stretch& s : JoinDirection(std::move(plumb))) out.push_back({{0, s.low, s.begin, s.high, s.end}, s.broken});
  return out;
}

}  // namespace tabularium
