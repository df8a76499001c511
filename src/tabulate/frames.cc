// Rulings that cross are joined into components; the coordinates of a component are the borders of
// a grid; grid places without a wall between them are one face. Tested by frames_test.cc.
#include "tabulate/frames.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <utility>

#include "tabulate/lone_walls.h"
#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

class Sets {
 public:
  explicit Sets(size_t n) : above_(n) { std::iota(above_.begin(), above_.end(), 0u); }
  uint32_t Find(uint32_t i) {
    while (above_[i] != i) i = above_[i] = above_[above_[i]];
    return i;
  }
  void Join(uint32_t a, uint32_t b) { above_[Find(a)] = Find(b); }

 private:
  std::vector<uint32_t> above_;
};

// Joins every horizontal rule with the vertical ones it meets: a sweep from the top down.
Sets Components(const Sheet& sheet) {
  const auto& across = sheet.across;
  const auto& down = sheet.down;
  const uint32_t n = static_cast<uint32_t>(across.size());
  Sets sets(across.size() + down.size());
  std::vector<uint32_t> starts(down.size()), ends(down.size());
  std::iota(starts.begin(), starts.end(), 0u);
  ends = starts;
  std::sort(starts.begin(), starts.end(),
            [&](uint32_t a, uint32_t b) { return down[a].lo < down[b].lo; });
  std::sort(ends.begin(), ends.end(),
            [&](uint32_t a, uint32_t b) { return down[a].hi < down[b].hi; });
  std::multimap<float, uint32_t> open;
  std::vector<std::multimap<float, uint32_t>::iterator> places(down.size());
  size_t s = 0, e = 0, crossings = 0;
  for (uint32_t i = 0; i < n; ++i) {
    const Rule& rule = across[i];
    const float reach = kTouch + rule.thick / 2;
    for (; s < starts.size() && down[starts[s]].lo - reach <= rule.at; ++s)
      places[starts[s]] = open.emplace(down[starts[s]].at, starts[s]);
    for (; e < ends.size() && down[ends[e]].hi + kTouch < rule.at; ++e) open.erase(places[ends[e]]);
    const auto stop = open.upper_bound(rule.hi + kTouch);
    for (auto it = open.lower_bound(rule.lo - kTouch); it != stop && crossings < kMostCrossings;
         ++it, ++crossings)
      sets.Join(i, n + it->second);
  }
  return sets;
}

// Places of lines, doubles as one.
std::vector<float> Borders(std::vector<float> places) {
  std::sort(places.begin(), places.end());
  std::vector<float> borders;
  for (size_t i = 0; i < places.size();) {
    size_t end = i + 1;
    while (end < places.size() && places[end] - places[end - 1] <= kDouble &&
           places[end] - places[i] <= 2 * kDouble)
      ++end;
    borders.push_back((places[i] + places[end - 1]) / 2);
    i = end;
  }
  return borders;
}

size_t Nearest(const std::vector<float>& borders, float at) {
  const size_t i =
      static_cast<size_t>(std::lower_bound(borders.begin(), borders.end(), at) - borders.begin());
  if (i == borders.size()) return i - 1;
  return i > 0 && at - borders[i - 1] < borders[i] - at ? i - 1 : i;
}

// How many of the lines that cross a side may run farther than it: all but the outermost fifth, or two at least, may end
// earlier, at a merged cell.
size_t Beyond(const std::vector<float>& ends) { return std::max<size_t>(1, ends.size() / 5); }

// Closes a side that crossing lines run past: where the one ends that all but `beyond` others (or the last) don't reach.
// `ends`: where they end, outwards positive.
bool CloseSide(std::vector<float> ends, float last, size_t beyond, float* border) {
  if (ends.empty()) return false;
  std::sort(ends.begin(), ends.end());
  const float typical = ends[ends.size() - 1 - std::min(beyond, ends.size() - 1)];
  if (typical - last <= kOverhang) return false;
  *border = typical;
  return true;
}

class FrameMaker {
 public:
  FrameMaker(const Sheet& sheet, std::vector<const Rule*> across, std::vector<const Rule*> down)
      : sheet_(sheet), across_(std::move(across)), down_(std::move(down)) {}
  bool Make(Frame* frame);

 private:
  void ImplyRules();
  void FindBorders();
  void CloseSides();
  bool FindLabelsBeside();
  void DrawWalls();
  void Cover(const Rule& rule, const std::vector<float>& along, size_t stride, float* covers) const;
  bool LeftWall(size_t r, size_t c) const { return left_[r * (columns() + 1) + c] >= kWallCover; }
  bool TopWall(size_t r, size_t c) const { return top_[c * (rows() + 1) + r] >= kWallCover; }
  void FindFaces();
  Face Grow(uint32_t r, uint32_t c) const;
  size_t rows() const { return frame_.ys.size() - 1; }
  size_t columns() const { return frame_.xs.size() - 1; }

  const Sheet& sheet_;
  std::vector<const Rule*> across_, down_;
  std::vector<Rule> implied_;
  Frame frame_;
  std::vector<float> left_;  // rows × (columns + 1): part of that side of the place which is drawn
  std::vector<float> top_;   // columns × (rows + 1)
};

// Where lines down end, and others begin, with no line across there, one table without outer rules stands upon another. A line
// that goes on where it ended is no other: dots may lie a point beside those above.
void FrameMaker::ImplyRules() {
  float lo = down_.front()->at, hi = lo;
  for (const Rule* rule : down_) lo = std::min(lo, rule->at), hi = std::max(hi, rule->at);
  for (const Rule* rule : across_) lo = std::min(lo, rule->lo), hi = std::max(hi, rule->hi);
  std::vector<const Rule*> ends = down_, begins = down_;
  std::sort(ends.begin(), ends.end(), [](const Rule* a, const Rule* b) { return a->hi < b->hi; });
  std::sort(begins.begin(), begins.end(), [](const Rule* a, const Rule* b) { return a->lo < b->lo; });
  std::vector<float> ended;  // where, of all that end at one height
  for (auto end = ends.begin(); end != ends.end(); ++end) {
    const float at = (*end)->hi;
    if (end != ends.begin() && at == end[-1]->hi) continue;  // what begins there was looked at
    if (!implied_.empty() && at - implied_.back().at < kOverhang) continue;
    auto begin = std::lower_bound(begins.begin(), begins.end(), at - kTouch, [](const Rule* rule, float y) { return rule->lo < y; });
    if (begin == begins.end() || (*begin)->lo > at + kTouch) continue;
    ended.clear();
    const auto first = std::lower_bound(ends.begin(), ends.end(), at - kTouch, [](const Rule* rule, float y) { return rule->hi < y; });
    for (auto other = first; other != ends.end() && (*other)->hi <= at + kTouch; ++other) ended.push_back((*other)->at);
    std::sort(ended.begin(), ended.end());
    const auto goes_on = [&](const Rule* one) {
      const auto beside = std::upper_bound(ended.begin(), ended.end(), one->at - kDouble);
      return beside != ended.end() && *beside < one->at + kDouble;
    };
    while (begin != begins.end() && (*begin)->lo <= at + kTouch && goes_on(*begin)) ++begin;
    if (begin == begins.end() || (*begin)->lo > at + kTouch) continue;
    const bool drawn = std::any_of(across_.begin(), across_.end(), [&](const Rule* r) { return std::abs(r->at - at) < kOverhang; });
    if (!drawn) implied_.push_back({at, lo, hi, 0});
  }
  for (const Rule& rule : implied_) across_.push_back(&rule);
}

void FrameMaker::FindBorders() {
  std::vector<float> xs, ys;
  for (const Rule* rule : down_) xs.push_back(rule->at);
  for (const Rule* rule : across_) ys.push_back(rule->at);
  frame_.xs = Borders(std::move(xs));
  frame_.ys = Borders(std::move(ys));
}

// Words left of the first line down, where no line across leads to them: one cell of a table that is open at both sides.
bool FrameMaker::FindLabelsBeside() {
  const float wall = frame_.xs.front(), width = frame_.xs.back() - wall;
  float left = wall, top = frame_.ys.front(), foot = frame_.ys.back();
  for (const Rule* rule : down_)
    if (rule->at < wall + kTouch) top = std::min(top, rule->lo), foot = std::max(foot, rule->hi);
  std::vector<uint32_t> words;
  for (uint32_t t = 0; t < sheet_.tokens.size(); ++t) {
    const Rect& box = sheet_.tokens[t].box;
    if (box.x1 > wall || box.mid_y() < top || box.mid_y() > foot) continue;
    left = std::min(left, box.x0);
    words.push_back(t);
  }
  if (words.empty() || wall - left > kBesidePart * width) return false;
  const std::vector<TextLine> lines = LinesOf(sheet_, words);
  for (size_t i = 1; i < lines.size(); ++i)
    if (lines[i].base - lines[i - 1].base > kOverflowPitch * lines[i].size) return false;
  frame_.xs.insert(frame_.xs.begin(), left - 1);
  return true;
}

void FrameMaker::CloseSides() {
  std::vector<float> left, right, up, down;
  for (const Rule* rule : across_) left.push_back(-rule->lo), right.push_back(rule->hi);
  for (const Rule* rule : down_) up.push_back(-rule->lo), down.push_back(rule->hi);
  float border = 0;
  // Where one side has no rule the opposite one hardly has: a single line that runs past it tells.
  frame_.open_left = CloseSide(left, -frame_.xs.front(), Beyond(left), &border);
  frame_.open_right = CloseSide(right, frame_.xs.back(), frame_.open_left ? 0 : Beyond(right), &border);
  if (frame_.open_right) frame_.xs.push_back(border);
  frame_.open_left = CloseSide(left, -frame_.xs.front(), frame_.open_right ? 0 : Beyond(left), &border);
  if (frame_.open_left) frame_.xs.insert(frame_.xs.begin(), -border);
  else if (frame_.open_right) frame_.open_left = FindLabelsBeside();
  // Without any outer rule the first or last row may have two cells, and one line between them.
  const bool bare = frame_.open_left && frame_.open_right;
  if (CloseSide(up, -frame_.ys.front(), bare ? 0 : Beyond(up), &border)) frame_.ys.insert(frame_.ys.begin(), -border);
  if (CloseSide(down, frame_.ys.back(), bare ? 0 : Beyond(down), &border)) frame_.ys.push_back(border);
}

void FrameMaker::Cover(const Rule& rule, const std::vector<float>& along, size_t stride,
                       float* covers) const {
  const float lo = rule.lo - kTouch, hi = rule.hi + kTouch;
  size_t i = static_cast<size_t>(std::upper_bound(along.begin(), along.end(), lo) - along.begin());
  for (i = i > 0 ? i - 1 : 0; i + 1 < along.size() && along[i] < hi; ++i) {
    const float shared = std::min(hi, along[i + 1]) - std::max(lo, along[i]);
    if (shared > 0) covers[i * stride] += shared / std::max(along[i + 1] - along[i], 0.1f);
  }
}

void FrameMaker::DrawWalls() {
  left_.assign(rows() * (columns() + 1), 0);
  top_.assign(columns() * (rows() + 1), 0);
  for (const Rule* rule : down_)
    Cover(*rule, frame_.ys, columns() + 1, left_.data() + Nearest(frame_.xs, rule->at));
  for (const Rule* rule : across_)
    Cover(*rule, frame_.xs, rows() + 1, top_.data() + Nearest(frame_.ys, rule->at));
}

// The widest, then highest rectangle from that place without walls or places taken.
Face FrameMaker::Grow(uint32_t r, uint32_t c) const {
  auto taken = [&](uint32_t row, uint32_t column) {
    return frame_.face_of[row * columns() + column] != UINT32_MAX;
  };
  Face face{r, r + 1, c, c + 1};
  while (face.column1 < columns() && !LeftWall(r, face.column1) && !taken(r, face.column1))
    ++face.column1;
  for (; face.row1 < rows(); ++face.row1) {
    for (uint32_t k = c; k < face.column1; ++k) {
      if (TopWall(face.row1, k) || taken(face.row1, k)) return face;
      if (k > c && LeftWall(face.row1, k)) return face;
    }
  }
  return face;
}

void FrameMaker::FindFaces() {
  frame_.face_of.assign(rows() * columns(), UINT32_MAX);
  for (uint32_t r = 0; r < rows(); ++r)
    for (uint32_t c = 0; c < columns(); ++c) {
      if (frame_.face_of[r * columns() + c] != UINT32_MAX) continue;
      const Face face = Grow(r, c);
      for (uint32_t i = face.row0; i < face.row1; ++i)
        for (uint32_t k = face.column0; k < face.column1; ++k)
          frame_.face_of[i * columns() + k] = static_cast<uint32_t>(frame_.faces.size());
      frame_.faces.push_back(face);
    }
  float sides = 0, drawn = 0;
  for (const float part : left_) sides += 1, drawn += std::min(part, 1.0f);
  for (const float part : top_) sides += 1, drawn += std::min(part, 1.0f);
  frame_.drawn = drawn / std::max(sides, 1.0f);
}

bool FrameMaker::Make(Frame* frame) {
  ImplyRules();
  FindBorders();
  CloseSides();
  if (frame_.xs.size() < 2 || frame_.ys.size() < 2) return false;
  if (rows() * columns() > kMostFaces ||
      rows() * down_.size() + columns() * across_.size() > kMostCrossings)
    return false;
  DrawWalls();
  FindFaces();
  *frame = std::move(frame_);
  return frame->faces.size() >= 2;
}

}  // namespace

Frames FramesOf(const Sheet& sheet) {
  Sets sets = Components(sheet);
  const uint32_t n = static_cast<uint32_t>(sheet.across.size());
  std::map<uint32_t, Meeting> components;
  for (uint32_t i = 0; i < n; ++i) components[sets.Find(i)].across.push_back(&sheet.across[i]);
  for (uint32_t i = 0; i < sheet.down.size(); ++i)
    components[sets.Find(n + i)].down.push_back(&sheet.down[i]);
  Frames found;
  std::vector<const Rule*> alone;
  std::vector<Meeting> meetings;
  for (auto& [root, rules] : components) {
    if (rules.across.empty()) alone.push_back(rules.down.front());
    for (const Rule* rule : rules.across)
      if (rules.down.empty()) found.loose.push_back(*rule);
    if (!rules.across.empty() && !rules.down.empty()) meetings.push_back(std::move(rules));
  }
  AddWallsWhereOthersBegin(&alone, &meetings);
  for (Meeting& rules : meetings) {
    Frame frame;
    if (FrameMaker(sheet, std::move(rules.across), std::move(rules.down)).Make(&frame)) found.frames.push_back(std::move(frame));
  }
  AddWallsBeside(&alone, &found.frames);
  AddStrips(sheet, std::move(alone), &found.frames);
  std::stable_sort(found.frames.begin(), found.frames.end(),
                   [](const Frame& a, const Frame& b) { return a.ys.front() < b.ys.front(); });
  std::stable_sort(found.loose.begin(), found.loose.end(),
                   [](const Rule& a, const Rule& b) { return a.at < b.at; });
  return found;
}

}  // namespace tabularium::sheet
