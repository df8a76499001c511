// A rule is darker than the paper on both sides of it, over a length that no letter's stroke has. Tested by rules_test.cc.
#include "read/scan/rules.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "read/scan/measures.h"

namespace tabularium {
namespace {

constexpr int kWhiteSide = 190;         // a side as bright as this has no letters
constexpr float kWhiteShare = 0.3f;     // of a rule's length has such sides; of strokes in a line of letters less,
constexpr float kFewLetters = 1.0f;     // inches: a rule no longer than these, of which strokes of several lines make traces too,
constexpr float kShortShare = 0.6f;     // has such sides,
constexpr float kShortCover = 0.9f;     // and hardly a gap,
constexpr float kShortContrast = 2;     // or is so many times darker than it must be,
constexpr float kDarkCover = 0.8f;      // and then has few gaps: 扌 in three lines below each other, .73;
constexpr float kOneStroke = 0.23f;     // unless dark three times for as long, and for no longer than a letter is high
constexpr float kAsLong = 0.02f;        // (of the length by which they may differ): the same stroke below itself;
constexpr float kWord = 2.5f;           // one no longer than so many times that, and nowhere dark for longer than a letter or two
constexpr float kStroke = 0.4f;         // (the tops of 石溪市禾泉区, .75),
constexpr float kWordShare = 0.85f;     // has such sides

struct Run {
  int y = 0, begin = 0, end = 0;
  int sum = 0;    // of contrasts
  int white = 0;  // pixels with white sides
  int parent = 0;
};

// Means over `window` pixels along each row.
Raster SmoothedAlong(const Raster& sheet, int window) {
  Raster out(sheet.width, sheet.height);
  const int half = window / 2;
  const uint32_t share = 65536u / static_cast<uint32_t>(2 * half + 1);
  std::vector<uint32_t> sums(static_cast<size_t>(sheet.width + 2 * half + 2));
  for (int y = 0; y < sheet.height; ++y) {
    const uint8_t* row = sheet.Row(y);
    uint32_t* sum = sums.data();
    uint32_t total = 0;
    for (int i = 0; i <= half; ++i) *sum++ = total, total += kPaper;
    for (int x = 0; x < sheet.width; ++x) *sum++ = total, total += row[x];
    for (int i = 0; i <= half; ++i) *sum++ = total, total += kPaper;
    uint8_t* to = out.Row(y);
    const uint32_t *low = sums.data() + 1, *high = low + 2 * half + 1;
    for (int x = 0; x < sheet.width; ++x) to[x] = static_cast<uint8_t>(((high[x] - low[x]) * share) >> 16);
  }
  return out;
}

// How bright the darker side of each pixel of a row is.
void SidesOf(const Raster& sheet, int y, int side, std::vector<uint8_t>* sides) {
  const std::vector<uint8_t> paper(static_cast<size_t>(sheet.width), kPaper);
  auto row = [&](int at) { return 0 <= at && at < sheet.height ? sheet.Row(at) : paper.data(); };
  const uint8_t *above = row(y - side), *below = row(y + side);
  for (size_t x = 0; x < sides->size(); ++x) (*sides)[x] = std::min(above[x], below[x]);
}

void AddRuns(const uint8_t* sides, const uint8_t* here, int y, int width, int contrast, int least, std::vector<Run>* runs) {
  for (int x = 0; x < width;) {
    if (sides[x] - here[x] < contrast) {
      ++x;
      continue;
    }
    Run run{y, x, x, 0, 0, static_cast<int>(runs->size())};
    for (; x < width && sides[x] - here[x] >= contrast; ++x) {
      run.sum += sides[x] - here[x];
      run.white += sides[x] >= kWhiteSide;
    }
    run.end = x;
    if (run.end - run.begin >= least) runs->push_back(run);
  }
}

int Root(std::vector<Run>& runs, int i) {
  while (runs[static_cast<size_t>(i)].parent != i) {
    int& parent = runs[static_cast<size_t>(i)].parent;
    parent = runs[static_cast<size_t>(parent)].parent;
    i = parent;
  }
  return i;
}

// Runs that overlap, or nearly, within a few rows belong to one trace.
void Join(int step, std::vector<Run>* runs) {
  size_t first = 0;
  for (size_t i = 0; i < runs->size(); ++i) {
    while ((*runs)[first].y < (*runs)[i].y - step) ++first;
    for (size_t j = first; j < i; ++j)
      if ((*runs)[j].begin <= (*runs)[i].end + step && (*runs)[i].begin <= (*runs)[j].end + step) {
        const int a = Root(*runs, static_cast<int>(j)), b = Root(*runs, static_cast<int>(i));
        (*runs)[static_cast<size_t>(std::max(a, b))].parent = std::min(a, b);
      }
  }
}

// Which pixels of a trace are dark as they are, from its first run's begin.
std::vector<bool> Seen(const std::vector<const Run*>& runs, const Raster& near, int side, int contrast, int begin, int end) {
  std::vector<bool> seen(static_cast<size_t>(end - begin));
  auto at = [&](int y, int x) { return 0 <= y && y < near.height ? static_cast<int>(near.Row(y)[x]) : kPaper; };
  for (const Run* run : runs)
    for (int x = run->begin; x < run->end; ++x) {
      if (std::min(at(run->y - side, x), at(run->y + side, x)) - near.Row(run->y)[x] >= contrast) seen[static_cast<size_t>(x - begin)] = true;
    }
  return seen;
}

// What a trace must have, pixels.
struct Least {
  int length = 0, gap = 0;  // a wider gap parts it
  float letters = 0;        // what is shorter may be of letters,
  float contrast = 0;       // unless it is as dark as this
};

// The straight line that runs of one trace lie on best, by their contrast; the share of their length that has white sides.
double Fit(const std::vector<const Run*>& runs, RuleTrace* trace) {
  double weight = 0, x = 0, y = 0, xx = 0, xy = 0, area = 0, white = 0;
  trace->begin = 1e9f, trace->end = 0;
  for (const Run* run : runs) {
    const double w = run->sum, middle = (run->begin + run->end) / 2.0, length = run->end - run->begin;
    weight += w, x += w * middle, y += w * run->y, area += length, white += run->white;
    xx += w * (middle * middle + length * length / 12), xy += w * middle * run->y;
    trace->begin = std::min(trace->begin, static_cast<float>(run->begin));
    trace->end = std::max(trace->end, static_cast<float>(run->end));
  }
  x /= weight, y /= weight;
  const double spread = xx / weight - x * x;
  const double slope = spread > 1 ? (xy / weight - x * y) / spread : 0;
  trace->slope = static_cast<float>(slope);
  trace->at = static_cast<float>(y + slope * ((trace->begin + trace->end) / 2.0 - x) + 0.5);
  trace->thickness = static_cast<float>(area) / trace->length();
  trace->contrast = static_cast<float>(weight / area);
  return white / area;
}

// True if a trace is letters rather than a rule. `white`: the share of its length that has white sides.
bool IsLetters(const RuleTrace& trace, double white, const Least& least) {
  auto of_strokes = [&](float longest) {
    return std::all_of(trace.dark.begin(), trace.dark.end(), [&](const auto& dark) { return dark.second - dark.first < longest * least.letters; });
  };
  auto of_one_stroke = [&] {
    const auto [least_dark, most_dark] = std::minmax_element(trace.dark.begin(), trace.dark.end(), [](const auto& a, const auto& b) { return a.second - a.first < b.second - b.first; });
    return trace.dark.size() > 2 && of_strokes(kOneStroke) && (most_dark->second - most_dark->first) - (least_dark->second - least_dark->first) <= kAsLong * least.letters;
  };
  if (trace.length() >= least.letters) return white < (of_strokes(kStroke) && trace.length() < kWord * least.letters ? kWordShare : kWhiteShare);
  return white < kShortShare || trace.cover < (trace.contrast < least.contrast || of_one_stroke() ? kShortCover : kDarkCover);
}

using Stretches = std::vector<std::pair<float, float>>;

// The part of a trace between two columns, by the runs that reach into it; false: it is letters.
bool AddPart(const std::vector<const Run*>& runs, int begin, int end, const Least& least, Stretches dark, std::vector<RuleTrace>* out) {
  std::vector<Run> clipped;
  std::vector<const Run*> inside;
  for (const Run* run : runs) {
    Run part = *run;
    part.begin = std::max(part.begin, begin), part.end = std::min(part.end, end);
    if (part.end <= part.begin) continue;
    const double share = static_cast<double>(part.end - part.begin) / (run->end - run->begin);
    part.sum = static_cast<int>(run->sum * share), part.white = static_cast<int>(run->white * share);
    clipped.push_back(part);
  }
  for (const Run& run : clipped) inside.push_back(&run);
  RuleTrace trace;
  if (inside.empty()) return false;
  const double white = Fit(inside, &trace);
  for (const auto& [from, to] : dark) trace.cover += (to - from) / trace.length();
  trace.dark = std::move(dark);
  if (IsLetters(trace, white, least)) return false;
  out->push_back(std::move(trace));
  return true;
}

// Traces without ends and gaps that only smoothing made dark. A wall may have a stroke of a letter in line, and the two together look like
// letters: what is longer than a letter is high stands by itself then.
void AddParts(const std::vector<const Run*>& runs, const std::vector<bool>& seen, int begin, const Least& least, std::vector<RuleTrace>* out) {
  const int length = static_cast<int>(seen.size());
  Stretches dark;
  auto end_of = [&] { return dark.empty() ? 0 : static_cast<int>(dark.back().second) - begin; };
  auto close = [&] {
    if (dark.empty()) return;
    const int first = static_cast<int>(dark.front().first), last = static_cast<int>(dark.back().second);
    if (last - first >= least.length && !AddPart(runs, first, last, least, dark, out) && dark.size() > 1)
      for (const auto& [from, to] : dark)
        if (to - from >= kOneStroke * least.letters) AddPart(runs, static_cast<int>(from), static_cast<int>(to), least, {{from, to}}, out);
    dark.clear();
  };
  for (int x = 0; x < length; ++x) {
    if (!seen[static_cast<size_t>(x)]) continue;
    if (x - end_of() > least.gap) close();
    const int first = x;
    while (x < length && seen[static_cast<size_t>(x)]) ++x;
    dark.emplace_back(static_cast<float>(begin + first), static_cast<float>(begin + x));
  }
  close();
}

std::vector<RuleTrace> TracesAlong(const Raster& sheet, float dots, int contrast) {
  const int side = std::max(2, static_cast<int>(std::lround(kRuleSide * dots)));
  const int least = std::max(6, static_cast<int>(kLeastRun * dots)), step = std::max(2, static_cast<int>(kRuleStep * dots));
  const Raster near = SmoothedAlong(sheet, 3), far = SmoothedAlong(sheet, std::max(5, static_cast<int>(kRuleWindow * dots)));
  std::vector<uint8_t> sides(static_cast<size_t>(sheet.width));
  std::vector<Run> runs;
  for (int y = 0; y < sheet.height; ++y) {
    SidesOf(far, y, side, &sides);
    AddRuns(sides.data(), far.Row(y), y, sheet.width, contrast, least, &runs);
  }
  Join(step, &runs);
  std::vector<std::vector<const Run*>> members(runs.size());
  for (size_t i = 0; i < runs.size(); ++i) members[static_cast<size_t>(Root(runs, static_cast<int>(i)))].push_back(&runs[i]);
  const Least wanted{least, static_cast<int>(kGap * dots), kFewLetters * dots, kShortContrast * static_cast<float>(contrast)};
  std::vector<RuleTrace> out;
  for (const auto& of_one : members) {
    int begin = sheet.width, end = 0;
    for (const Run* run : of_one) begin = std::min(begin, run->begin), end = std::max(end, run->end);
    if (begin < end) AddParts(of_one, Seen(of_one, near, side, contrast, begin, end), begin, wanted, &out);
  }
  return out;
}

}  // namespace

RuleTraces FindTraces(const Raster& sheet, float dots, int contrast) {
  return {TracesAlong(sheet, dots, contrast), TracesAlong(Transposed(sheet), dots, contrast)};
}

int RuleContrast(const RuleTraces& faint, float dots) {
  constexpr float kShare = 0.4f, kUpper = 0.75f;
  std::vector<std::pair<float, float>> found;  // contrast, length
  float all = 0;
  for (const auto* traces : {&faint.across, &faint.down})
    for (const RuleTrace& t : *traces)
      if (t.length() >= kLongRule * dots && t.cover >= kLeastCover) found.emplace_back(t.contrast, t.length()), all += t.length();
  std::sort(found.begin(), found.end());
  float passed = 0, contrast = kFaintContrast;
  for (const auto& [value, length] : found) {
    if (passed > kUpper * all) break;
    passed += length, contrast = value;
  }
  return std::clamp(static_cast<int>(kShare * contrast), kFaintContrast, kSolidContrast);
}

}  // namespace tabularium
