// Each line of the page is worth something as a line of a table: most where its gaps stand below
// those of its neighbours, least where it is prose. A stretch of lines with the greatest sum is a
// block, and rules of one length around it are its edges. Tested by tables_test.cc.
#include "tabulate/blocks.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

// Lines first..last of a block, half open.
struct Stretch {
  size_t first = 0, last = 0;
};

class BlockFinder {
 public:
  BlockFinder(const Sheet& sheet, std::span<const uint32_t> tokens, std::span<const Rule> rules)
      : sheet_(sheet), rules_(rules), lines_(RunLinesOf(sheet, tokens)) {}
  std::vector<Region> Find();

 private:
  void JoinMarkers(RunLine* line) const;
  bool GapsMeet(const RunLine& a, const RunLine& b) const;
  bool Aligned(size_t at) const;
  bool IsProse(const RunLine& line) const;
  bool IsJustified(size_t at) const;
  bool HasEvenBlanks(const RunLine& line) const;
  bool Continues(size_t at) const;
  const Rule* RuleBelow(size_t at) const;
  bool IsClosed(size_t at) const;
  static bool HasWideGap(const RunLine& line);
  float Worth(size_t at) const;
  std::vector<Stretch> Stretches() const;
  void Extend(Stretch* stretch, size_t floor, size_t ceiling) const;
  bool HeadsBlock(const RunLine& line, const Rect& box) const;
  Rect BoxOf(const Stretch& stretch) const;
  std::span<const Rule> RulesWithin(float y0, float y1) const;
  std::vector<float> EdgesOf(const Rect& box, float y0, float y1) const;
  void SnapUp(const std::vector<float>& edges, const Rect& box, size_t floor,
              Stretch* stretch) const;
  void SnapDown(const std::vector<float>& edges, size_t ceiling, Stretch* stretch) const;
  void CutBeyond(const std::vector<float>& edges, const Rect& box, Stretch* stretch) const;
  void SnapToRules(Stretch* stretch, size_t floor, size_t ceiling) const;
  bool HasNumbers(const RunLine& line) const;
  bool HeadsAgain(size_t at, const Stretch& stretch) const;
  bool ColumnsChange(size_t above, size_t below, const Stretch& stretch, bool apart) const;
  bool ReachesOver(size_t first, size_t last) const;
  bool RuleOpens(size_t at, const Stretch& stretch) const;
  std::vector<Stretch> CutAtNewHeads(const Stretch& stretch) const;
  Region Make(const Stretch& stretch) const;

  const Sheet& sheet_;
  std::span<const Rule> rules_;
  std::vector<RunLine> lines_;
  float text_left_ = 0, text_width_ = 0;  // of all lines
};

// A bullet or a number before a text is no column.
void BlockFinder::JoinMarkers(RunLine* line) const {
  if (line->runs.size() < 2) return;
  const Run& marker = line->runs[0];
  Run& text = line->runs[1];
  if (marker.tokens.size() > 1 || text.look != Look::kText) return;
  if (line->runs.size() > 2 && text.tokens.size() < 3) return;
  const Token& token = sheet_.tokens[marker.tokens[0]];
  const std::string_view letters = sheet_.Text(token);
  const bool is_marker =
      token.look == Look::kSign ||
      (letters.size() <= 6 && (letters.back() == '.' || letters.back() == ')' ||
                               (token.look == Look::kNumber && letters.find('.') != letters.npos)));
  if (!is_marker) return;
  text.tokens.insert(text.tokens.begin(), marker.tokens[0]);
  text.box.x0 = marker.box.x0;
  line->runs.erase(line->runs.begin());
}

bool BlockFinder::GapsMeet(const RunLine& a, const RunLine& b) const {
  const float least = kMeetEm * std::min(a.size, b.size);
  for (size_t i = 1, k = 1; i < a.runs.size() && k < b.runs.size();) {
    const float lo = std::max(a.runs[i - 1].box.x1, b.runs[k - 1].box.x1);
    const float hi = std::min(a.runs[i].box.x0, b.runs[k].box.x0);
    if (hi - lo >= least) return true;
    if (a.runs[i].box.x0 < b.runs[k].box.x0)
      ++i;
    else
      ++k;
  }
  return false;
}

bool BlockFinder::Aligned(size_t at) const {
  for (size_t d = 1; d <= kNeighbours; ++d) {
    if (at >= d && GapsMeet(lines_[at], lines_[at - d])) return true;
    if (at + d < lines_.size() && GapsMeet(lines_[at], lines_[at + d])) return true;
  }
  return false;
}

bool BlockFinder::IsProse(const RunLine& line) const {
  return std::any_of(line.runs.begin(), line.runs.end(), [&](const Run& run) {
    const bool at_margin = run.box.x0 < text_left_ + kMarginPart * text_width_;
    return run.look == Look::kText && WordsOf(sheet_, run.tokens) >= kProseWords &&
           run.box.width() > (at_margin ? kProseWidth : kProseWidthInside) * text_width_;
  });
}

// True if the line goes on with prose, from edge to edge, and only blanks as wide as each other make it several runs.
bool BlockFinder::IsJustified(size_t at) const {
  for (size_t i = at; i > 0 && i + kNeighbours > at; --i) {
    if (!HasEvenBlanks(lines_[i])) return false;
    const RunLine &line = lines_[i], &above = lines_[i - 1];
    const float apart = std::max(std::abs(line.box.x0 - above.box.x0), std::abs(line.box.x1 - above.box.x1));
    if (apart > kJustifiedEm * line.size || line.base - above.base > kHeadPitchEm * line.size) return false;
    if (above.runs.size() == 1) return line.box.width() > kFullLine * text_width_ && above.runs[0].tokens.size() >= kProseTokens;
  }
  return false;
}

// True of texts whose blanks differ little.
bool BlockFinder::HasEvenBlanks(const RunLine& line) const {
  float least = kFarthest, most = 0;
  const Token* before = nullptr;
  for (const Run& run : line.runs) {
    if (run.look != Look::kText) return false;
    for (const uint32_t t : run.tokens) {
      const Token& token = sheet_.tokens[t];
      if (before != nullptr) least = std::min(least, token.box.x0 - before->box.x1), most = std::max(most, token.box.x0 - before->box.x1);
      before = &token;
    }
  }
  return most <= kJustifiedTimes * least;
}

// True if the line is one run below or above a cell of a line near by, and not as wide as to reach
// the next one.
bool BlockFinder::Continues(size_t at) const {
  const Run& run = lines_[at].runs[0];
  auto below = [&](const RunLine& line) {
    for (size_t i = 0; i < line.runs.size() && line.runs.size() > 1; ++i)
      if (run.box.x0 - line.runs[i].box.x0 < kHangEm * run.size && line.runs[i].box.x0 - run.box.x0 < kMeetEm * run.size &&
          (i + 1 == line.runs.size() || line.runs[i + 1].box.x0 > run.box.x1))
        return true;
    return false;
  };
  for (size_t d = 1; d <= kNeighbours; ++d) {
    if (at >= d && below(lines_[at - d])) return true;
    if (at + d < lines_.size() && below(lines_[at + d])) return true;
  }
  return false;
}

// The lowest rule as wide as the line between it and the next.
const Rule* BlockFinder::RuleBelow(size_t at) const {
  const Rect &box = lines_[at].box, &next = lines_[at + 1].box;
  auto rule = std::lower_bound(rules_.begin(), rules_.end(), box.mid_y(),
                               [](const Rule& r, float y) { return r.at < y; });
  const Rule* last = nullptr;
  for (; rule != rules_.end() && rule->at < next.mid_y(); ++rule)
    if (rule->lo < box.x0 + kTouch && rule->hi > box.x1 - kTouch) last = &*rule;
  return last;
}

// True if that rule is farther from the next line than from this one: the foot of a table.
bool BlockFinder::IsClosed(size_t at) const {
  const Rule* rule = RuleBelow(at);
  if (rule == nullptr) return false;
  const float above = rule->at - lines_[at].box.y1, below = lines_[at + 1].box.y0 - rule->at;
  return below - above > kClosedEm * lines_[at].size;
}

// Prose set in columns has none.
bool BlockFinder::HasWideGap(const RunLine& line) {
  for (size_t i = 1; i < line.runs.size(); ++i)
    if (line.runs[i].box.x0 - line.runs[i - 1].box.x1 > kWideGapEm * line.size) return true;
  return false;
}

float BlockFinder::Worth(size_t at) const {
  const RunLine& line = lines_[at];
  float worth = 0;
  if (line.runs.size() < 2) {
    worth = IsProse(line) ? kWorthProse : Continues(at) ? kWorthContinues : kWorthAlone;
  } else if (IsJustified(at)) {
    worth = kWorthProse;
  } else if (!Aligned(at)) {
    worth = IsProse(line) ? kWorthProse : kWorthLoose;
  } else {
    float words = 0, numbers = 0;
    for (const Run& run : line.runs) {
      words += WordsOf(sheet_, run.tokens);
      numbers += run.look != Look::kText;
    }
    const float runs = static_cast<float>(line.runs.size());
    const bool columns = words > kCellWords * runs && !HasWideGap(line);
    worth = numbers > 0 ? kWorthNumbers
            : !columns  ? kWorthTexts
            : runs > 2  ? kWorthTextColumns
                        : kWorthColumns;
  }
  if (at == 0) return worth;
  const float pitch = line.base - lines_[at - 1].base;
  if (pitch > kGapLines * line.size) worth += kWorthGap * (pitch / line.size - kGapLines);
  if (worth <= 0 && IsClosed(at - 1)) worth += kWorthClosed;
  return worth;
}

// All maximal stretches of greatest sum (Ruzzo and Tompa 1999), in linear time.
std::vector<Stretch> BlockFinder::Stretches() const {
  struct Part {
    size_t first, last;
    float before, with;  // the sum of all worths before it and with it
  };
  std::vector<Part> parts;
  float sum = 0;
  for (size_t i = 0; i < lines_.size(); ++i) {
    const float worth = Worth(i), before = sum;
    sum += worth;
    if (worth <= 0) continue;
    Part part{i, i + 1, before, sum};
    for (;;) {
      size_t j = parts.size();
      while (j > 0 && parts[j - 1].before >= part.before) --j;
      if (j == 0 || parts[j - 1].with >= part.with) break;
      part.first = parts[j - 1].first, part.before = parts[j - 1].before;
      parts.resize(j - 1);
    }
    parts.push_back(part);
  }
  std::vector<Stretch> stretches;
  for (const Part& part : parts)
    if (part.with - part.before >= kWorthLeast) stretches.push_back({part.first, part.last});
  return stretches;
}

Rect BlockFinder::BoxOf(const Stretch& stretch) const {
  Rect box = lines_[stretch.first].box;
  for (size_t i = stretch.first; i < stretch.last; ++i) Widen(lines_[i].box, &box);
  return box;
}

// True if the line is a heading of what stands below: it leaves the first column blank.
bool BlockFinder::HeadsBlock(const RunLine& line, const Rect& box) const {
  return !IsProse(line) && line.box.x0 > box.x0 + kIndentEm * line.size &&
         line.box.x1 < box.x1 + kIndentEm * line.size &&
         line.box.x0 > box.x0 + kHeadIndent * box.width();
}

void BlockFinder::Extend(Stretch* stretch, size_t floor, size_t ceiling) const {
  const Rect box = BoxOf(*stretch);
  while (stretch->first > floor) {
    const RunLine& line = lines_[stretch->first - 1];
    const float pitch = lines_[stretch->first].base - line.base;
    if (pitch > kHeadPitchEm * line.size || !HeadsBlock(line, box)) break;
    const Rule* rule = RuleBelow(stretch->first - 1);
    if (rule != nullptr && rule->length() > kEdgePart * box.width()) break;
    --stretch->first;
  }
  for (; stretch->last < ceiling; ++stretch->last) {  // the last row's next lines
    const RunLine& line = lines_[stretch->last];
    const float pitch = line.base - lines_[stretch->last - 1].base;
    if (pitch > kNextPitchEm * line.size || IsProse(line)) break;
    if (RuleBelow(stretch->last - 1) != nullptr) break;
    if (line.runs.size() < 2 ? !Continues(stretch->last) : !Aligned(stretch->last)) break;
  }
}

std::span<const Rule> BlockFinder::RulesWithin(float y0, float y1) const {
  auto above = [](const Rule& r, float y) { return r.at < y; };
  const auto first = std::lower_bound(rules_.begin(), rules_.end(), y0, above);
  return {first, std::lower_bound(first, rules_.end(), y1, above)};
}

// Rules about as wide as the block.
std::vector<float> BlockFinder::EdgesOf(const Rect& box, float y0, float y1) const {
  std::vector<float> edges;
  for (const Rule& rule : RulesWithin(y0, y1)) {
    const float shared = std::min(rule.hi, box.x1) - std::max(rule.lo, box.x0);
    if (shared > kEdgePart * box.width() && rule.length() < box.width() / kEdgePart)
      edges.push_back(rule.at);
  }
  return edges;
}

// Lines up to a rule of the block's width above are its head, unless they are prose or a caption.
void BlockFinder::SnapUp(const std::vector<float>& edges, const Rect& box, size_t floor,
                         Stretch* stretch) const {
  const float top = lines_[stretch->first].box.mid_y();
  auto edge = std::lower_bound(edges.begin(), edges.end(), top);
  while (edge != edges.begin()) {
    --edge;
    size_t first = stretch->first;
    bool head = false;
    while (first > floor && lines_[first - 1].box.mid_y() > *edge) {
      --first;
      if (IsProse(lines_[first]) || IsJustified(first)) return;
      head |= lines_[first].runs.size() > 1 || HeadsBlock(lines_[first], box);
    }
    if (first == stretch->first) continue;
    if (!head || stretch->first - first > kMostHeadLines) return;
    stretch->first = first;
  }
}

// Lines down to a rule below are rows, if their cells stand below those above.
void BlockFinder::SnapDown(const std::vector<float>& edges, size_t ceiling,
                           Stretch* stretch) const {
  auto edge = std::lower_bound(edges.begin(), edges.end(), lines_[stretch->last - 1].box.mid_y());
  for (; edge != edges.end(); ++edge) {
    size_t last = stretch->last;
    bool row = false;
    for (; last < ceiling && lines_[last].box.mid_y() < *edge; ++last) {
      if (IsProse(lines_[last]) || (lines_[last].runs.size() < 2 && !Continues(last))) return;
      row |= lines_[last].runs.size() > 1;
    }
    if (last == stretch->last) continue;
    if (!row || last - stretch->last > kMostFootLines) return;
    stretch->last = last;
  }
}

// Lines beyond the outermost rules go: a caption above, notes below.
void BlockFinder::CutBeyond(const std::vector<float>& edges, const Rect& box,
                            Stretch* stretch) const {
  const float reach = kRuleReachEm * lines_[stretch->first].size;
  auto loose = [&](size_t i) {
    const auto& runs = lines_[i].runs;
    if (HeadsBlock(lines_[i], box) || runs.size() > 2) return false;
    return std::none_of(runs.begin() + 1, runs.end(),
                        [](const Run& run) { return run.look == Look::kNumber; });
  };
  const auto head =
      std::lower_bound(edges.begin(), edges.end() - 1, lines_[stretch->first].box.y0 - reach);
  size_t first = stretch->first;
  while (first + 1 < stretch->last && lines_[first].box.mid_y() < *head && loose(first)) ++first;
  if (lines_[first].box.mid_y() >= *head && first - stretch->first <= kMostCaptionLines)
    stretch->first = first;
  auto foot =
      std::upper_bound(edges.begin(), edges.end(), lines_[stretch->last - 1].box.y1 + reach);
  if (foot == edges.begin()) return;
  --foot;
  size_t last = stretch->last;
  bool notes = true;
  for (; last > stretch->first + 1 && lines_[last - 1].box.mid_y() > *foot; --last)
    notes &= loose(last - 1);
  if (last == stretch->last) return;
  const float pitch = lines_[last].base - lines_[last - 1].base;
  notes &= stretch->last - last <= kMostCaptionLines || pitch > kHeadPitchEm * lines_[last].size;
  notes |= IsClosed(last - 1) || lines_[last].size < kNoteSize * lines_[last - 1].size;
  if (notes) stretch->last = last;
}

void BlockFinder::SnapToRules(Stretch* stretch, size_t floor, size_t ceiling) const {
  const Rect box = BoxOf(*stretch);
  const float reach = kRuleReachEm * lines_[stretch->first].size;
  const std::vector<float> edges =
      EdgesOf(box, lines_[floor].box.y0 - reach, lines_[ceiling - 1].box.y1 + reach);
  if (edges.empty()) return;
  SnapUp(edges, box, floor, stretch);
  SnapDown(edges, ceiling, stretch);
  if (edges.size() > 1) CutBeyond(edges, box, stretch);
}

// True if half of the cells behind the first are figures.
bool BlockFinder::HasNumbers(const RunLine& line) const {
  const auto numbers = std::count_if(line.runs.begin() + 1, line.runs.end(),
                                     [](const Run& run) { return run.look != Look::kText; });
  return line.runs.size() > 1 && 2 * static_cast<size_t>(numbers) >= line.runs.size() - 1;
}

// True if the line has texts behind the first cell, and the rows above and below it have figures.
bool BlockFinder::HeadsAgain(size_t at, const Stretch& stretch) const {
  const auto& runs = lines_[at].runs;
  if (runs.size() < 2 || !std::all_of(runs.begin() + 1, runs.end(), [](const Run& r) { return r.look == Look::kText; }))
    return false;
  size_t above = at, below = at + 1;
  while (above > stretch.first && lines_[above - 1].runs.size() < 2) --above;
  while (below < stretch.last && below < at + kMostCaptionLines && !HasNumbers(lines_[below])) ++below;
  return above > stretch.first && HasNumbers(lines_[above - 1]) && below < stretch.last && HasNumbers(lines_[below]);
}

// True if few of the cells in the rows from `below` on begin, end or have their middle where cells of the rows before
// `above` do: other columns, and so another table. Rows of texts count where white or a caption sets both apart.
bool BlockFinder::ColumnsChange(size_t above, size_t below, const Stretch& stretch, bool apart) const {
  std::vector<float> places[3];
  size_t rows = 0, more = 0, cells = 0, same = 0;
  auto take = [](const RunLine& line, auto each) {
    for (size_t k = 1; k < line.runs.size(); ++k) {
      const Rect& box = line.runs[k].box;
      each(std::array<float, 3>{box.x0, box.mid_x(), box.x1});
    }
  };
  const Rect box = BoxOf(stretch);
  for (size_t i = above; i > stretch.first && i + kLinesCompared > above && rows < kRowsCompared; --i) {
    if (!(apart ? lines_[i - 1].runs.size() > 1 : HasNumbers(lines_[i - 1])) || lines_[i - 1].box.x0 > box.x0 + kHeadIndent * box.width()) continue;  // years and units are no rows
    ++rows;
    take(lines_[i - 1], [&](const auto& at) {
      for (size_t e = 0; e < 3; ++e) places[e].push_back(at[e]);
    });
  }
  for (auto& place : places) std::sort(place.begin(), place.end());
  for (size_t i = below; i < stretch.last && i < below + kLinesCompared && more < kRowsCompared; ++i) {
    if (!(apart ? lines_[i].runs.size() > 1 : HasNumbers(lines_[i]))) continue;
    ++more;
    take(lines_[i], [&](const auto& at) {
      ++cells;
      bool meets = false;
      for (size_t e = 0; e < 3; ++e) {
        const auto it = std::lower_bound(places[e].begin(), places[e].end(), at[e] - kAlignedWithin);
        meets |= it != places[e].end() && *it <= at[e] + kAlignedWithin;
      }
      same += meets;
    });
  }
  return rows >= kLeastRowsCompared && more >= kLeastRowsCompared &&
         static_cast<float>(same) < kSameColumns * static_cast<float>(cells);
}

// True if a line among these, of one run each, reaches over a gap between the cells above or below them.
bool BlockFinder::ReachesOver(size_t first, size_t last) const {
  auto reaches = [&](size_t beside) {
    const auto& runs = lines_[beside].runs;
    return runs.size() > 1 && std::any_of(lines_.begin() + static_cast<long>(first), lines_.begin() + static_cast<long>(last),
                                          [&](const RunLine& line) { return line.box.x1 > runs[1].box.x0 && line.box.x0 < runs[0].box.x1; });
  };
  return reaches(first - 1) || reaches(last);
}

// True if the first of several rules of one width, none of which stands above, is the one above this line.
bool BlockFinder::RuleOpens(size_t at, const Stretch& stretch) const {
  auto same = [](const Rule& a, const Rule& b) { return std::abs(a.lo - b.lo) < kTouch && std::abs(a.hi - b.hi) < kTouch; };
  const float top = lines_[stretch.first].box.y0 - kRuleReachEm * lines_[stretch.first].size, y = lines_[at].box.mid_y();
  for (const Rule& rule : RulesWithin(lines_[at - 1].box.mid_y(), y)) {
    const auto above = RulesWithin(top, rule.at - kSameRule), below = RulesWithin(y, lines_[stretch.last - 1].box.y1 + kRuleReachEm * lines_[at].size);
    auto is = [&](const Rule& r) { return same(r, rule); };
    if (rule.lo < lines_[at].box.x0 + kTouch && rule.hi > lines_[at].box.x1 - kTouch && std::none_of(above.begin(), above.end(), is) &&
        std::any_of(below.begin(), below.end(), is))
      return true;
  }
  return false;
}

// A second head, set off by white space, begins a second table: one underlined like the first, or one of texts above
// figures. So does a row behind a caption, or white space, where the columns change. Captions are of neither.
std::vector<Stretch> BlockFinder::CutAtNewHeads(const Stretch& stretch) const {
  const Rect box = BoxOf(stretch);
  std::vector<float> pitches;
  for (size_t i = stretch.first + 1; i < stretch.last; ++i)
    pitches.push_back(lines_[i].base - lines_[i - 1].base);
  if (pitches.empty()) return {stretch};
  std::nth_element(pitches.begin(), pitches.begin() + static_cast<long>(pitches.size() / 2),
                   pitches.end());
  const float apart = kStripPitch * pitches[pitches.size() / 2];
  std::vector<float> edges = EdgesOf(box, box.y0, box.y1);
  const auto rows = std::count_if(lines_.begin() + static_cast<long>(stretch.first), lines_.begin() + static_cast<long>(stretch.last),
                                  [](const RunLine& line) { return line.runs.size() > 1; });
  if (static_cast<float>(edges.size()) > kRuledRowsPart * static_cast<float>(rows)) edges.clear();  // they part rows, and underline no head
  std::vector<Stretch> parts;
  size_t first = stretch.first;
  for (size_t i = stretch.first + 2; i + 2 < stretch.last; ++i) {
    const bool white = lines_[i].base - lines_[i - 1].base >= apart;
    if (!white && lines_[i].runs.size() > 1) continue;
    size_t head = i;
    while (head + 2 < stretch.last && head < i + kMostCaptionLines && lines_[head].runs.size() < 2) ++head;
    size_t begin = i;
    while (begin < head && !HeadsBlock(lines_[begin], box)) ++begin;
    const bool set_apart = white || ReachesOver(i, head);
    const Stretch rest{first, stretch.last};
    size_t rows_above = 0;
    for (size_t above = i; above > first && above + kLinesCompared > i; --above) rows_above += lines_[above - 1].runs.size() > 1;
    const bool opens = (begin > i || rows_above >= kRowsAbove) && RuleOpens(begin, rest);
    if ((set_apart && (HeadsAgain(head, stretch) || opens)) || ColumnsChange(i, begin, rest, set_apart)) {
      parts.push_back({first, i});
      first = begin, i = head;
      continue;
    }
    if (!white || (lines_[i].runs.size() < 2 && !HeadsBlock(lines_[i], box))) continue;
    const float head_end = lines_[std::min(i + kHeadRuleLines, stretch.last) - 1].base;
    const float body_end = lines_[i - 1].base;
    auto any = [&](float y0, float y1) {
      const auto edge = std::upper_bound(edges.begin(), edges.end(), y0);
      return edge != edges.end() && *edge < y1;
    };
    if (!any(lines_[i].base, head_end) || !any(lines_[first].base, body_end)) continue;
    parts.push_back({first, i});
    first = i;
  }
  parts.push_back({first, stretch.last});
  return parts;
}

Region BlockFinder::Make(const Stretch& stretch) const {
  Region region;
  region.box = BoxOf(stretch);
  for (size_t i = stretch.first; i < stretch.last; ++i)
    for (const Run& run : lines_[i].runs)
      region.tokens.insert(region.tokens.end(), run.tokens.begin(), run.tokens.end());
  const float reach = kRuleReachEm * lines_[stretch.first].size;
  for (const Rule& rule : RulesWithin(region.box.y0 - reach, region.box.y1 + reach))
    if (rule.hi > region.box.x0 && rule.lo < region.box.x1) region.rules.push_back(rule);
  return region;
}

std::vector<Region> BlockFinder::Find() {
  if (lines_.empty()) return {};
  const Rect all = BoxOf({0, lines_.size()});
  text_left_ = all.x0;
  for (RunLine& line : lines_) {
    JoinMarkers(&line);
    text_width_ = std::max(text_width_, line.box.width());
  }
  std::vector<Stretch> stretches = Stretches();
  std::vector<Region> regions;
  for (size_t i = 0; i < stretches.size(); ++i) {
    const size_t floor = i > 0 ? stretches[i - 1].last : 0;
    const size_t ceiling = i + 1 < stretches.size() ? stretches[i + 1].first : lines_.size();
    Extend(&stretches[i], floor, ceiling);
    SnapToRules(&stretches[i], floor, ceiling);
    for (const Stretch& part : CutAtNewHeads(stretches[i])) regions.push_back(Make(part));
  }
  return regions;
}

}  // namespace

std::vector<Region> BlocksOf(const Sheet& sheet, std::span<const uint32_t> tokens,
                             std::span<const Rule> rules) {
  return BlockFinder(sheet, tokens, rules).Find();
}

}  // namespace tabularium::sheet
