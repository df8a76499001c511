// Rules cut the plane into pieces as fine as they can be; pieces without a wall between them are one cell. Tested by lattice_test.cc.
#include "read/scan/lattice.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <utility>

#include "read/scan/closings.h"
#include "read/scan/measures.h"

namespace tabularium {
namespace {

constexpr float kSureWall = 0.6f;      // of a piece is seen
constexpr float kLikelyWall = 0.25f;   // where the rule goes on at both ends of it
constexpr float kOneEnd = 0.5f, kNoEnd = 1.2f;  // inches: least length of a rule that meets or crosses one other, none
constexpr float kStroke = 0.35f;       // inches: strokes of letters are no longer: 目 below a rule
constexpr float kLooseCover = 0.97f;   // of a rule that no other confirms
constexpr float kLetters = 1.2f;      // inches: smaller frames within a table,
constexpr float kLetterRow = 0.25f;   // whose rows are no higher than so, are letters
constexpr int kRounds = 3;
constexpr int kMostPieces = 250'000;   // of one table

using Traces = std::vector<RuleTrace>;
using Rules = std::vector<const RuleTrace*>;  // by rising `at`

using Stretches = std::vector<std::pair<float, float>>;

// What either covers, by rising begin.
Stretches United(Stretches some, const Stretches& others) {
  some.insert(some.end(), others.begin(), others.end());
  std::sort(some.begin(), some.end());
  Stretches out;
  for (const auto& stretch : some) {
    if (!out.empty() && stretch.first <= out.back().second) out.back().second = std::max(out.back().second, stretch.second);
    else out.push_back(stretch);
  }
  return out;
}

// Pieces of one rule become one; so do rules beside each other.
Traces Joined(Traces traces, float dots) {
  std::sort(traces.begin(), traces.end(), [](const RuleTrace& a, const RuleTrace& b) { return a.at < b.at; });
  for (bool again = true; again;) {
    again = false;
    for (size_t i = 0; i < traces.size(); ++i)
      for (size_t j = i + 1; j < traces.size() && traces[j].at - traces[i].at <= kSameRule * dots; ++j) {
        RuleTrace &a = traces[i], &b = traces[j];
        if (b.length() <= 0 || a.length() <= 0) continue;
        const float gap = std::max(a.begin, b.begin) - std::min(a.end, b.end);
        const bool in_line = std::abs(a.at - b.at) <= kSameRule * dots / 2;
        if (gap > (in_line ? kGap * dots : 0)) continue;
        const float weight = a.length() * a.contrast, other = b.length() * b.contrast;
        const float dark = a.length() * a.cover + b.length() * b.cover;
        a.at = (a.at * weight + b.at * other) / (weight + other);
        a.begin = std::min(a.begin, b.begin), a.end = std::max(a.end, b.end);
        a.cover = std::min(1.0f, dark / a.length());
        a.dark = United(std::move(a.dark), b.dark);
        a.thickness = std::max(a.thickness, b.thickness), a.contrast = std::max(a.contrast, b.contrast);
        b.end = b.begin;
        again = true;
      }
    std::erase_if(traces, [](const RuleTrace& t) { return t.length() <= 0; });
    std::sort(traces.begin(), traces.end(), [](const RuleTrace& a, const RuleTrace& b) { return a.at < b.at; });
  }
  return traces;
}

// Draws an end of a trace to the nearest crossing one; whether there is any. Of two no longer than `stroke` neither confirms the other.
bool Meets(const Traces& others, const RuleTrace& trace, float reach, float stroke, float* end) {
  float best = reach;
  const float from = *end;
  bool met = false;
  for (const RuleTrace& o : others)
    if (std::abs(o.at - from) <= best && o.begin - reach <= trace.at && trace.at <= o.end + reach && std::max(o.length(), trace.length()) > stroke)
      best = std::abs(o.at - from), *end = o.at, met = true;
  return met;
}

void DropLetters(const Traces& others, float dots, Traces* traces) {
  std::erase_if(*traces, [&](RuleTrace& t) {
    const float meet = kMeet * dots, stroke = kStroke * dots;
    int ends = Meets(others, t, meet, stroke, &t.begin) + Meets(others, t, meet, stroke, &t.end);
    for (const RuleTrace& o : others)  // crossing one is as good as meeting it; but strokes of a letter cross each other too
      ends += t.length() >= kLeastRule * dots && o.begin <= t.at && t.at <= o.end && t.begin < o.at && o.at < t.end;
    return t.cover < kLeastCover || t.length() <= kLeastCell * dots || t.length() < (ends >= 2 ? 0 : ends == 1 ? kOneEnd : kNoEnd) * dots;
  });
}

bool Cross(const RuleTrace& across, const RuleTrace& down, float reach) {
  return across.begin - reach <= down.at && down.at <= across.end + reach && down.begin - reach <= across.at && across.at <= down.end + reach;
}

// Which table each trace is of: first those across, then those down.
std::vector<int> TableOf(const RuleTraces& traces, float reach) {
  const int n = static_cast<int>(traces.across.size()), all = n + static_cast<int>(traces.down.size());
  std::vector<int> parent(static_cast<size_t>(all));
  std::iota(parent.begin(), parent.end(), 0);
  auto root = [&](int i) {
    while (parent[static_cast<size_t>(i)] != i) i = parent[static_cast<size_t>(i)] = parent[static_cast<size_t>(parent[static_cast<size_t>(i)])];
    return i;
  };
  for (int i = 0; i < n; ++i)
    for (int j = n; j < all; ++j)
      if (Cross(traces.across[static_cast<size_t>(i)], traces.down[static_cast<size_t>(j - n)], reach))
        parent[static_cast<size_t>(root(i))] = root(j);
  for (int i = 0; i < all; ++i) parent[static_cast<size_t>(i)] = root(i);
  return parent;
}

// The lines of one direction: traces nearly in line are one line.
struct Lines {
  std::vector<float> at;
  std::vector<Rules> traces;
};

Lines LinesOf(const Rules& sorted, float near) {
  Lines lines;
  for (const RuleTrace* t : sorted) {
    if (lines.at.empty() || t->at - lines.traces.back().front()->at > near) lines.at.push_back(t->at), lines.traces.emplace_back();
    lines.traces.back().push_back(t);
  }
  for (size_t i = 0; i < lines.at.size(); ++i) {
    float weight = 0, sum = 0;
    for (const RuleTrace* t : lines.traces[i]) weight += t->length(), sum += t->length() * t->at;
    lines.at[i] = sum / weight;
  }
  return lines;
}

// The walls on lines of one direction: rows are lines, columns the pieces between crossing lines.
class Walls {
 public:
  Walls(const Lines& lines, const std::vector<float>& crossings)
      : pieces_(crossings.size() - 1), seen_(lines.at.size() * pieces_), wall_(seen_.size()), thickness_(lines.at.size(), 1) {
    for (size_t line = 0; line < lines.at.size(); ++line) {
      for (const RuleTrace* t : lines.traces[line]) {
        thickness_[line] = std::max(thickness_[line], t->thickness);
        for (const auto& [begin, end] : t->dark)
          for (size_t p = 0; p < pieces_; ++p) {
            const float cover = std::min(end, crossings[p + 1]) - std::max(begin, crossings[p]);
            seen_[line * pieces_ + p] += std::max(cover, 0.0f) / (crossings[p + 1] - crossings[p]);
          }
      }
      for (size_t p = 0; p < pieces_; ++p) wall_[line * pieces_ + p] = Seen(line, p) >= kSureWall;
      for (size_t p = 1; p + 1 < pieces_; ++p)
        if (Seen(line, p) >= kLikelyWall && Is(line, p - 1) && Is(line, p + 1)) Make(line, p);
    }
  }
  bool Is(size_t line, size_t piece) const { return wall_[line * pieces_ + piece]; }
  float Seen(size_t line, size_t piece) const { return seen_[line * pieces_ + piece]; }
  void Make(size_t line, size_t piece) { wall_[line * pieces_ + piece] = true; }
  float Thickness(size_t line) const { return thickness_[line]; }
  size_t pieces() const { return pieces_; }

 private:
  size_t pieces_;
  std::vector<float> seen_;
  std::vector<bool> wall_;
  std::vector<float> thickness_;
};

// One table: rows and columns of pieces, and the walls between them.
class Table {
 public:
  Table(const Lines& across, const Lines& down)
      : ys_(across.at), xs_(down.at), across_(across, xs_), down_(down, ys_), rows_(ys_.size() - 1), columns_(xs_.size() - 1) {}

  void Add(Lattice* lattice) {
    constexpr int kMostRepairs = 40;
    for (int i = 0; i < kMostRepairs && Repair(); ++i) ++lattice->doubts;
    for (const Face& face : Faces()) {
      if (face.open || !face.whole()) continue;
      lattice->cells.push_back({xs_[face.left], ys_[face.top], xs_[face.right + 1], ys_[face.bottom + 1],
                                std::max({across_.Thickness(face.top), across_.Thickness(face.bottom + 1), down_.Thickness(face.left),
                                          down_.Thickness(face.right + 1)})});
    }
    AddWalls(across_, ys_, xs_, true, lattice);
    AddWalls(down_, xs_, ys_, false, lattice);
  }

 private:
  struct Face {
    size_t left = SIZE_MAX, top = SIZE_MAX, right = 0, bottom = 0, count = 0;
    bool open = false;  // to the paper around the table
    bool whole() const { return count == (right - left + 1) * (bottom - top + 1); }
  };

  size_t Piece(size_t row, size_t column) const { return row * columns_ + column; }

  // Numbers the faces, 0: the paper around; what face each piece is of goes to face_.
  std::vector<Face> Faces() {
    std::vector<size_t> parent(rows_ * columns_ + 1);
    std::iota(parent.begin(), parent.end(), 0);
    auto root = [&](size_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    const size_t outside = rows_ * columns_;
    auto join = [&](size_t a, size_t b) { parent[root(a)] = root(b); };
    for (size_t r = 0; r <= rows_; ++r)
      for (size_t c = 0; c < columns_; ++c)
        if (!across_.Is(r, c)) join(r > 0 ? Piece(r - 1, c) : outside, r < rows_ ? Piece(r, c) : outside);
    for (size_t c = 0; c <= columns_; ++c)
      for (size_t r = 0; r < rows_; ++r)
        if (!down_.Is(c, r)) join(c > 0 ? Piece(r, c - 1) : outside, c < columns_ ? Piece(r, c) : outside);
    std::vector<Face> faces;
    std::vector<size_t> number(parent.size(), SIZE_MAX);
    face_.assign(rows_ * columns_, 0);
    for (size_t r = 0; r < rows_; ++r)
      for (size_t c = 0; c < columns_; ++c) {
        size_t& n = number[root(Piece(r, c))];
        if (n == SIZE_MAX) n = faces.size(), faces.emplace_back();
        Face& face = faces[n];
        face_[Piece(r, c)] = n;
        face.left = std::min(face.left, c), face.top = std::min(face.top, r);
        face.right = std::max(face.right, c), face.bottom = std::max(face.bottom, r);
        ++face.count;
        face.open = root(Piece(r, c)) == root(outside);
      }
    return faces;
  }

  // Parts the first face that is no rectangle along the line whose wall is seen best within it; false: there is none.
  bool Repair() {
    const std::vector<Face> faces = Faces();
    for (size_t n = 0; n < faces.size(); ++n) {
      const Face& face = faces[n];
      if (face.open || face.whole()) continue;
      float best = -1;
      size_t line = 0;
      bool across = true;
      for (size_t r = face.top + 1; r <= face.bottom; ++r)
        if (float seen = SeenWithin(n, face, r, true); seen > best) best = seen, line = r, across = true;
      for (size_t c = face.left + 1; c <= face.right; ++c)
        if (float seen = SeenWithin(n, face, c, false); seen > best) best = seen, line = c, across = false;
      if (best < 0) continue;
      for (size_t p = across ? face.left : face.top; p <= (across ? face.right : face.bottom); ++p)
        if (Within(n, line, p, across)) (across ? across_ : down_).Make(line, p);
      return true;
    }
    return false;
  }

  // Whether both sides of a piece of a line are of the face.
  bool Within(size_t n, size_t line, size_t p, bool across) const {
    return across ? face_[Piece(line - 1, p)] == n && face_[Piece(line, p)] == n : face_[Piece(p, line - 1)] == n && face_[Piece(p, line)] == n;
  }

  // How well a line is seen within a face, mean over its pieces there; -1 where it would part nothing from its corner.
  float SeenWithin(size_t n, const Face& face, size_t line, bool across) const {
    const Walls& walls = across ? across_ : down_;
    const size_t first = across ? face.left : face.top, last = across ? face.right : face.bottom;
    float seen = 0;
    size_t count = 0, edges = 0;
    for (size_t p = first; p <= last; ++p) {
      if (Within(n, line, p, across)) seen += walls.Seen(line, p), ++count;
      else if (walls.Is(line, p)) ++edges;
    }
    return count == 0 || edges == 0 ? -1 : seen / static_cast<float>(count) + 0.001f / static_cast<float>(count);
  }

  static void AddWalls(const Walls& walls, const std::vector<float>& at, const std::vector<float>& crossings, bool across, Lattice* lattice) {
    for (size_t line = 0; line < at.size(); ++line)
      for (size_t p = 0; p < walls.pieces(); ++p) {
        if (!walls.Is(line, p)) continue;
        const size_t first = p;
        while (p + 1 < walls.pieces() && walls.Is(line, p + 1)) ++p;
        lattice->walls.push_back({at[line], crossings[first], crossings[p + 1], walls.Thickness(line), across});
      }
  }

  std::vector<float> ys_, xs_;
  Walls across_, down_;
  size_t rows_, columns_;
  std::vector<size_t> face_;  // of each piece
};

Rules OfTable(const Traces& traces, const std::vector<int>& table, size_t offset, int wanted) {
  Rules out;
  for (size_t i = 0; i < traces.size(); ++i)
    if (table[offset + i] == wanted) out.push_back(&traces[i]);
  return out;
}

// Rules that are no letters, by what they meet.
RuleTraces Sifted(RuleTraces traces, float dots) {
  for (int round = 0; round < kRounds; ++round) {
    DropLetters(traces.down, dots, &traces.across);
    DropLetters(traces.across, dots, &traces.down);
    if (round == 0) traces = {Joined(std::move(traces.across), dots), Joined(std::move(traces.down), dots)};
  }
  return traces;
}

std::vector<TableRules> TablesOf(const RuleTraces& traces) {
  const std::vector<int> table = TableOf(traces, 1);
  std::vector<int> numbers = table;
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::vector<TableRules> tables;
  for (int wanted : numbers)
    tables.push_back({OfTable(traces.across, table, 0, wanted), OfTable(traces.down, table, traces.across.size(), wanted)});
  return tables;
}

// What a table's rules enclose; nothing where it has none in one direction.
struct Extent {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  bool IsWithin(const Extent& o) const { return o.x0 <= x0 && x1 <= o.x1 && o.y0 <= y0 && y1 <= o.y1; }
};

Extent ExtentOf(const TableRules& table) {
  if (table.across.empty() || table.down.empty()) return {};
  return {table.down.front()->at, table.across.front()->at, table.down.back()->at, table.across.back()->at};
}

// Strokes of letters make small frames within the tables where they stand: 进先进.
void DropFramesOfLetters(float dots, std::vector<TableRules>* tables) {
  auto is_small = [&](const Extent& e) { return e.x1 - e.x0 < kLetters * dots && e.y1 - e.y0 < kLetters * dots; };
  std::vector<Extent> large;
  for (const TableRules& table : *tables)
    if (const Extent extent = ExtentOf(table); !is_small(extent)) large.push_back(extent);
  std::erase_if(*tables, [&](const TableRules& table) {
    const Extent extent = ExtentOf(table);
    const float rows = static_cast<float>(table.across.size()) - 1;
    return rows > 0 && extent.y1 - extent.y0 < rows * kLetterRow * dots && is_small(extent) &&
           std::any_of(large.begin(), large.end(), [&](const Extent& other) { return extent.IsWithin(other); });
  });
}

void AddTable(const TableRules& table, float dots, Lattice* lattice) {
  const Lines rows = LinesOf(table.across, kSameRule * dots), columns = LinesOf(table.down, kSameRule * dots);
  if (rows.at.size() < 2 || columns.at.size() < 2 || rows.at.size() * columns.at.size() > kMostPieces) {
    for (const RuleTrace* t : table.across)
      if (t->cover >= kLooseCover) lattice->loose.push_back({t->at, t->begin, t->end, t->thickness, true});
    for (const RuleTrace* t : table.down)
      if (t->cover >= kLooseCover) lattice->loose.push_back({t->at, t->begin, t->end, t->thickness, false});
    return;
  }
  const float width = columns.at.back() - columns.at.front(), height = rows.at.back() - rows.at.front();
  if (width >= kLeastTableWidth * dots && height >= kLeastTableHeight * dots) Table(rows, columns).Add(lattice);
}

}  // namespace

Lattice FindLattice(RuleTraces found, float dots) {
  CutStrokes(dots, &found);
  RuleTraces traces = Sifted(found, dots), closings = ClosingsOfStrips(found, dots);
  for (const TableRules& table : TablesOf(traces)) {
    RuleTraces some = ClosingsOf(table, dots);
    std::move(some.across.begin(), some.across.end(), std::back_inserter(closings.across));
    std::move(some.down.begin(), some.down.end(), std::back_inserter(closings.down));
  }
  if (closings.across.size() + closings.down.size() > 0) {  // what ends at an open side meets something now
    traces = std::move(found);
    CutBehind(closings, dots, &traces);
    traces.across.insert(traces.across.end(), closings.across.begin(), closings.across.end());
    traces.down.insert(traces.down.end(), closings.down.begin(), closings.down.end());
    traces = Sifted(std::move(traces), dots);
  }
  Lattice lattice;
  std::vector<TableRules> tables = TablesOf(traces);
  DropFramesOfLetters(dots, &tables);
  for (const TableRules& table : tables) AddTable(table, dots, &lattice);
  std::sort(lattice.cells.begin(), lattice.cells.end(),
            [](const LatticeCell& a, const LatticeCell& b) { return a.y0 != b.y0 ? a.y0 < b.y0 : a.x0 < b.x0; });
  return lattice;
}

}  // namespace tabularium
