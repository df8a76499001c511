// The columns that a heading may span: those about whose middle it stands, or at whose side, if each has a heading below. Tested
// by heads_test.cc.
#include <algorithm>
#include <cmath>
#include <utility>

#include "tabulate/head_reader.h"
#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

// True if the two begin, end or have their middle at one place.
bool Aligned(const Run& a, const Run& b) {
  const float apart = std::min({std::abs(a.box.x0 - b.box.x0), std::abs(a.box.x1 - b.box.x1), std::abs(a.box.mid_x() - b.box.mid_x())});
  return apart < kOwnColumnEm * b.size;
}

}  // namespace

// The columns of each heading on the last line, where these share all columns but the first among them, each about the middle
// of its own, and every column has a heading above: units of figures.
std::vector<HeadReader::Reach> HeadReader::FeetOf(size_t line) const {
  const auto& runs = lines_[line].runs;
  const auto all = static_cast<uint32_t>(columns_.size());
  if (line == 0 || line + 1 < lines_.size() || runs.size() < 2 || 2 * runs.size() > all || runs[0].column0 == 0) return {};
  std::vector<const Run*> heads(all, nullptr);  // of each column, the lowest above
  for (size_t above = 0; above < line; ++above)
    for (const Run& run : lines_[above].runs)
      if (run.column1 - run.column0 == 1) heads[run.column0] = &run;
  if (std::count(heads.begin() + 1, heads.end(), nullptr) > 0) return {};
  if (std::all_of(runs.begin(), runs.end(), [&](const Run& run) { return Aligned(*heads[run.column0], run); })) return {};
  std::vector<Reach> feet;
  uint32_t first = 1;
  for (size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].column0 < first) return {};
    const uint32_t most = i + 1 < runs.size() ? runs[i + 1].column0 : all;
    Reach best{0, 0, kCentreEm};
    for (uint32_t end = i + 1 < runs.size() ? runs[i].column1 : all; end <= most; ++end) {
      const float off = std::abs(MiddleOf(line, first, end) - runs[i].box.mid_x()) / runs[i].size;
      if (off < best.price) best = {first, end, off};
    }
    if (best.column1 == 0) return {};
    feet.push_back(best);
    first = best.column1;
  }
  return feet;
}

// The middle of the headings above the line in these columns, first and last.
float HeadReader::MiddleOf(size_t line, uint32_t column0, uint32_t column1) const {
  float lo = columns_[column0].first, hi = columns_[column1 - 1].second;
  for (size_t above = 0; above < line; ++above)
    for (const Run& run : lines_[above].runs) {
      if (run.column1 - run.column0 > 1) continue;
      if (run.column0 == column0) lo = std::min(lo, run.box.x0);
      if (run.column0 == column1 - 1) hi = std::max(hi, run.box.x1);
    }
  return (lo + hi) / 2;
}

// True if nothing stands below in the column on the next line, or a rule between.
bool HeadReader::StandsApart(size_t line, uint32_t column) const {
  const RunLine& next = lines_[line + 1];
  const float middle = (columns_[column].first + columns_[column].second) / 2;
  return std::none_of(next.runs.begin(), next.runs.end(), [&](const Run& r) { return r.column0 <= column && column < r.column1; }) ||
         std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
           return rule.at > lines_[line].base - 1 && rule.at < next.base && rule.lo < middle && rule.hi > middle;
         });
}

void HeadReader::MeasurePitch() {
  std::vector<const Run*> above(columns_.size(), nullptr);
  for (const RunLine& line : lines_)
    for (const Run& run : line.runs) {
      if (run.column1 - run.column0 > 1) continue;
      const Run* last = std::exchange(above[run.column0], &run);
      const float pitch = last != nullptr ? run.base - last->base : 0;
      if (pitch > kOverlapEm * run.size && (pitch_ == 0 || pitch < pitch_)) pitch_ = pitch;
    }
}

// The price of reading the run as the first line of what stands below it in its column.
float HeadReader::ApartFromBelow(size_t line, const Run& run) const {
  const Run* child = nullptr;
  for (size_t below = line + 1; below + !feet_.empty() < lines_.size() && child == nullptr; ++below)
    for (const Run& r : lines_[below].runs)
      if (r.column0 <= run.column0 && run.column0 < r.column1) child = &r;
  if (child == nullptr || child->lower || run.lower) return 0;
  const float middle = run.box.mid_x();
  for (const Rule& rule : rules_)
    if (rule.at > run.base - 1 && rule.at < child->base && rule.lo < middle && rule.hi > middle) return kApartRule;
  if (pitch_ > 0 && child->base - run.base > kApartPitch * pitch_) return kApartWhite;
  for (size_t below = line + 1; below < lines_.size(); ++below)
    for (const Run& r : lines_[below].runs)
      if (r.column0 != run.column0 && r.column1 - r.column0 == 1 && std::min(r.box.x1, run.box.x1) - std::max(r.box.x0, run.box.x0) > kInsetEm * run.size)
        return kApartWhite;
  return run.look == Look::kNumber && child->look == Look::kText ? kApartNumber : 0;
}

// Several columns whose first heading begins where the run does, or whose last one ends there.
void HeadReader::AddSides(size_t line, const Run& run, std::vector<Reach>* reaches) const {
  const auto all = static_cast<uint32_t>(columns_.size());
  for (uint32_t b = run.column0 + 2; b <= std::min({run.most, run.column0 + kMostSpanned, all}); ++b) {
    const float off = std::abs(ExtentOf(line, run.column0, run.column0 + 1).first - run.box.x0) / run.size;
    if (off < kOwnColumnEm && AllHaveChildren(line, run, run.column0, b)) reaches->push_back({run.column0, b, off + kSpanSide});
  }
  for (uint32_t a = run.column0; a-- > std::max(run.least, run.column0 > kMostSpanned ? run.column0 - kMostSpanned : 0);) {
    const float off = std::abs(ExtentOf(line, run.column0, run.column0 + 1).second - run.box.x1) / run.size;
    if (off < kOwnColumnEm && AllHaveChildren(line, run, a, run.column0 + 1)) reaches->push_back({a, run.column0 + 1, off + kSpanSide});
  }
}

// Every one of these columns has a heading of its own below that line, and several stand on the
// next line, or none where the run is.
bool HeadReader::AllHaveChildren(size_t line, const Run& run, uint32_t column0, uint32_t column1) const {
  std::vector<uint8_t> has(column1 - column0, 0);
  size_t next = 0, on_next = 0;  // the first line with headings below these columns, and how many
  for (size_t below = line + 1; below + !feet_.empty() < lines_.size(); ++below)
    for (const Run& child : lines_[below].runs) {
      if (child.column1 <= column0 || child.column0 >= column1) continue;
      if (child.column0 < column0 || child.column1 > column1) return false;
      if (next == 0) next = below;
      on_next += below == next;
      std::fill(has.begin() + (child.column0 - column0), has.begin() + (child.column1 - column0),
                uint8_t{1});
    }
  return next > 0 && (on_next > 1 || StandsApart(line, run.column0) || ApartFromBelow(line, run) > 0) && std::find(has.begin(), has.end(), 0) == has.end();
}

// Where the cells of these columns stand, with the headings below this line.
std::pair<float, float> HeadReader::ExtentOf(size_t line, uint32_t column0, uint32_t column1) const {
  float lo = columns_[column0].first, hi = columns_[column1 - 1].second;
  for (size_t below = line + 1; below < lines_.size(); ++below)
    for (const Run& run : lines_[below].runs)
      if (run.column0 >= column0 && run.column1 <= column1) lo = std::min(lo, run.box.x0), hi = std::max(hi, run.box.x1);
  return {lo, hi};
}

// How far the middle of the run is from that of these columns, in letters: of their cells, or of the headings below.
float HeadReader::OffMiddle(size_t line, const Run& run, uint32_t column0, uint32_t column1) const {
  auto off = [&](float lo, float hi) { return std::abs((lo + hi) / 2 - run.box.mid_x()) / run.size; };
  const auto [lo, hi] = ExtentOf(line, column0, column1);
  float least = off(lo, hi);
  // Cells that stand at their left end where the next column's begin, those at their right begin where the last one's end.
  const float last_lo = ExtentOf(line, column1 - 1, column1).first;
  const float next_lo = column1 < columns_.size() ? ExtentOf(line, column1, column1 + 1).first
                                                  : last_lo + (last_lo - lo) / static_cast<float>(column1 - column0 - 1);
  least = std::min(least, off(lo, next_lo));
  if (column0 > 0) least = std::min(least, off(ExtentOf(line, column0 - 1, column0).second, hi));
  const Run *first = nullptr, *last = nullptr;  // of the headings on the next line
  for (size_t below = line + 1; below < lines_.size() && first == nullptr; ++below)
    for (const Run& child : lines_[below].runs) {
      if (child.column0 < column0 || child.column1 > column1) continue;
      if (first == nullptr) first = &child;
      last = &child;
    }
  if (first != nullptr && first->column0 == column0 && last->column1 == column1)
    least = std::min({least, off(first->box.x0, last->box.x1), off(first->box.mid_x(), last->box.mid_x())});
  return least;
}

// How far the run is from its own column's beginning, end and middle, in letters.
float HeadReader::OffColumn(size_t line, const Run& run) const {
  const auto [lo, hi] = ExtentOf(line, run.column0, run.column1);
  return std::min({std::abs(run.box.x0 - lo), std::abs(run.box.x1 - hi), std::abs(run.box.mid_x() - (lo + hi) / 2)}) / run.size;
}

// The columns that the run may be the heading of, each with a price.
std::vector<HeadReader::Reach> HeadReader::ReachesOf(size_t line, const Run& run) const {
  const bool wide = run.column1 - run.column0 > 1;
  std::vector<Reach> reaches{{run.column0, run.column1, wide ? kCentreEm : std::min(OffColumn(line, run), kCentreEm)}};
  if (GoesOn(line, run)) reaches[0].price -= kHeadGoesOn;
  const float apart = wide ? 0 : ApartFromBelow(line, run);
  reaches[0].price += apart;
  const bool foot = IsFoot(line) && run.column0 > 0;
  for (const Heading& above : headings_)  // the next line of one column's heading
    if (!above.spans() && above.run.column0 == run.column0 && (!foot || Aligned(above.run, run))) return reaches;
  if (foot) {
    const uint32_t all = static_cast<uint32_t>(columns_.size());
    const float off = OffMiddle(line, run, 1, all);
    if (all > 2 && off < kCentreEm) reaches.push_back({1, all, off + kSpan});
    return reaches;
  }
  const uint32_t least = std::max(run.least, run.column0 > kMostSpanned ? run.column0 - kMostSpanned : 0);
  const uint32_t most = std::min({run.most, run.column1 + kMostSpanned, static_cast<uint32_t>(columns_.size())});
  for (uint32_t a = run.column0 + 1; a-- > least;)
    for (uint32_t b = run.column1; b <= most; ++b) {
      if (b - a < 2 || (a == run.column0 && b == run.column1 && !wide)) continue;
      const float off = OffMiddle(line, run, a, b);
      if (off > kCentreEm || !AllHaveChildren(line, run, a, b)) continue;
      reaches.push_back({a, b, off + (wide ? 0 : kSpan)});
    }
  if (apart > 0) AddSides(line, run, &reaches);
  return reaches;
}

// True if the run begins with a capital, and what stands below in its first column with a small letter.
bool HeadReader::GoesOn(size_t line, const Run& run) const {
  if (line + 1 >= lines_.size() || run.lower || run.look != Look::kText) return false;
  for (const Run& child : lines_[line + 1].runs)
    if (child.column0 == run.column0) return child.lower;
  return false;
}

// The price of leaving these columns without a heading above those on the next line.
float HeadReader::Uncovered(size_t line, uint32_t column0, uint32_t column1) const {
  float price = 0;
  if (line + 1 >= lines_.size()) return price;
  for (const Run& child : lines_[line + 1].runs)
    if (child.column0 >= column0 && child.column0 < column1 && depth_[child.column0] == 0) price += kUncovered;
  return price;
}

}  // namespace tabularium::sheet
