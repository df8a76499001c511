// Tested by frames_test.cc.
#include "tabulate/lone_walls.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

// How far above or below it stands.
float Distance(const Frame& strip, const Frame& frame) { return std::max(frame.ys.front() - strip.ys.back(), strip.ys.front() - frame.ys.back()); }

// The nearest frame that reaches farther than the strip's walls to the left and right, or null.
const Frame* FrameBeside(const Frame& strip, const std::vector<Frame>& frames) {
  const Frame* next = nullptr;
  for (const Frame& f : frames)
    if (f.xs.front() < strip.xs.front() && f.xs.back() > strip.xs.back() && (next == nullptr || Distance(strip, f) < Distance(strip, *next))) next = &f;
  return next;
}

// How far a strip reaches to the left and right: as far as the frame next to it, else as its words.
std::pair<float, float> ReachOf(const Sheet& sheet, const Frame& strip, const Frame* next) {
  if (next != nullptr) return {next->xs.front(), next->xs.back()};
  float lo = strip.xs.front(), hi = strip.xs.back();
  for (const Token& token : sheet.tokens)
    if (token.box.mid_y() > strip.ys.front() && token.box.mid_y() < strip.ys.back()) lo = std::min(lo, token.box.x0 - 1), hi = std::max(hi, token.box.x1 + 1);
  return {lo, hi};
}

// Adds a column beside the frame, over all its rows, up to x.
void Extend(float x, Frame* frame) {
  const bool left = x < frame->xs.front();
  frame->xs.insert(left ? frame->xs.begin() : frame->xs.end(), x);
  if (left)
    for (Face& face : frame->faces) ++face.column0, ++face.column1;
  const uint32_t column = left ? 0 : frame->columns() - 1;
  frame->faces.insert(left ? frame->faces.begin() : frame->faces.end(), {0, frame->rows(), column, column + 1});
  frame->face_of.assign(static_cast<size_t>(frame->rows()) * frame->columns(), 0);
  for (uint32_t f = 0; f < frame->faces.size(); ++f)
    for (uint32_t r = frame->faces[f].row0; r < frame->faces[f].row1; ++r)
      for (uint32_t c = frame->faces[f].column0; c < frame->faces[f].column1; ++c) frame->face_of[r * frame->columns() + c] = f;
}

// True if some line across of the meeting runs over this x.
bool Spans(const Meeting& meeting, float x) {
  return std::any_of(meeting.across.begin(), meeting.across.end(), [&](const Rule* rule) { return rule->lo < x && rule->hi > x; });
}

}  // namespace

void AddWallsWhereOthersBegin(std::vector<const Rule*>* walls, std::vector<Meeting>* meetings) {
  std::multimap<float, Meeting*> tops;
  for (Meeting& meeting : *meetings) {
    std::sort(meeting.down.begin(), meeting.down.end(), [](const Rule* a, const Rule* b) { return a->lo < b->lo; });
    tops.emplace(meeting.down.front()->lo, &meeting);
  }
  std::vector<std::pair<Meeting*, const Rule*>> added;
  size_t looks = 0;
  std::erase_if(*walls, [&](const Rule* wall) {
    const auto end = tops.upper_bound(wall->lo + kTouch);
    for (auto top = tops.lower_bound(wall->lo - kTouch); top != end && looks < kMostCrossings; ++top) {
      const Meeting& meeting = *top->second;
      const auto below = std::lower_bound(meeting.down.begin(), meeting.down.end(), wall->hi - kTouch, [](const Rule* rule, float y) { return rule->lo < y; });
      ++looks;
      if (below == meeting.down.end() || (*below)->lo > wall->hi + kTouch) continue;
      looks += meeting.across.size();
      if (!Spans(meeting, wall->at)) continue;
      added.emplace_back(top->second, wall);
      return true;
    }
    return false;
  });
  for (const auto& [meeting, wall] : added) meeting->down.push_back(wall);
}

void AddWallsBeside(std::vector<const Rule*>* walls, std::vector<Frame>* frames) {
  std::erase_if(*walls, [&](const Rule* wall) {
    for (Frame& frame : *frames) {
      const Rect box = frame.box();
      const float apart = std::max(box.x0 - wall->at, wall->at - box.x1);
      if (apart < kTouch || apart > box.width() || std::abs(wall->lo - box.y0) > kTouch || std::abs(wall->hi - box.y1) > kTouch) continue;
      const bool between = std::any_of(frames->begin(), frames->end(), [&](const Frame& other) {
        return &other != &frame && other.ys.front() < box.y1 && other.ys.back() > box.y0 && other.xs.front() < std::max(wall->at, box.x1) &&
               other.xs.back() > std::min(wall->at, box.x0);
      });
      if (between || frame.columns() >= kMostColumns) continue;
      Extend(wall->at, &frame);
      return true;
    }
    return false;
  });
}

void AddStrips(const Sheet& sheet, std::vector<const Rule*> walls, std::vector<Frame>* frames) {
  std::stable_sort(walls.begin(), walls.end(), [](const Rule* a, const Rule* b) { return a->lo < b->lo; });
  std::vector<Frame> strips;
  for (size_t i = 0; i < walls.size();) {
    Frame strip;
    strip.ys = {walls[i]->lo, walls[i]->hi};
    size_t end = i;
    for (; end < walls.size() && walls[end]->lo - walls[i]->lo <= kTouch && std::abs(walls[end]->hi - walls[i]->hi) <= kTouch; ++end)
      strip.xs.push_back(walls[end]->at);
    i = end;
    std::sort(strip.xs.begin(), strip.xs.end());
    const Frame* next = FrameBeside(strip, *frames);
    const bool told = next != nullptr && next->open_left && next->open_right && Distance(strip, *next) < kStripApart;
    if (strip.xs.size() < (told ? kStripWallsTold : kStripWalls) || strip.xs.size() > kMostColumns) continue;
    const auto [lo, hi] = ReachOf(sheet, strip, next);
    strip.open_left = lo < strip.xs.front(), strip.open_right = hi > strip.xs.back();
    if (strip.open_left) strip.xs.insert(strip.xs.begin(), lo);
    if (strip.open_right) strip.xs.push_back(hi);
    for (uint32_t c = 0; c < strip.columns(); ++c) {
      strip.faces.push_back({0, 1, c, c + 1});
      strip.face_of.push_back(c);
    }
    strips.push_back(std::move(strip));
  }
  std::move(strips.begin(), strips.end(), std::back_inserter(*frames));
}

}  // namespace tabularium::sheet
