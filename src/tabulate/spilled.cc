// Tested by tables_test.cc.
#include "tabulate/spilled.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "tabulate/prices.h"

namespace tabularium::sheet {
namespace {

class SpilledLines {
 public:
  SpilledLines(const Frame& frame, std::vector<uint32_t> tokens, Sheet* sheet)
      : frame_(frame), by_base_(std::move(tokens)), of_face_(frame.faces.size()), sheet_(*sheet) {
    std::sort(by_base_.begin(), by_base_.end(), [&](uint32_t a, uint32_t b) { return token(a).base < token(b).base; });
    for (const uint32_t t : by_base_) of_face_[token(t).face].push_back(t);
  }

  void Place() {
    for (uint32_t f = 0; f < of_face_.size(); ++f) {
      const std::vector<TextLine> lines = LinesOf(sheet_, of_face_[f]);
      const float pitch = PitchOf(lines);
      if (pitch <= 0) continue;
      const Rect box = frame_.BoxOf(frame_.faces[f]);
      Follow(f, box, lines.front(), -pitch);
      Follow(f, box, lines.back(), pitch);
    }
  }

 private:
  const Token& token(uint32_t t) const { return sheet_.tokens[t]; }

  // How far apart the lines of a cell are; 0: they are not one text.
  static float PitchOf(const std::vector<TextLine>& lines) {
    if (lines.size() < 2) return 0;
    const float pitch = (lines.back().base - lines.front().base) / static_cast<float>(lines.size() - 1);
    for (size_t i = 1; i < lines.size(); ++i)
      if (std::abs(lines[i].base - lines[i - 1].base - pitch) > kSpilledSame * pitch) return 0;
    return pitch <= kOverflowPitch * lines.front().size ? pitch : 0;
  }

  // Takes the lines behind `line` in steps of `step`, unless some of them may be of the cell where they stand.
  void Follow(uint32_t face, const Rect& box, const TextLine& line, float step) {
    const float edge = step < 0 ? box.y0 : box.y1;
    std::vector<uint32_t> taken;
    for (float base = line.base + step;; base += step) {
      const std::vector<uint32_t> next = LineAt(face, box, line, base, std::abs(step));
      if (next.empty() || (!taken.empty() && token(next[0]).face != token(taken[0]).face)) {
        if (!taken.empty() && GoesOn(token(taken[0]).face, line, base, std::abs(step))) return;
        break;
      }
      if (!IsOutOfPlace(next, edge)) return;
      taken.insert(taken.end(), next.begin(), next.end());
    }
    for (const uint32_t t : taken) {
      std::erase(of_face_[token(t).face], t);
      sheet_.tokens[t].face = face;
      of_face_[face].push_back(t);
    }
  }

  // The tokens on that base line and within the walls, of one other cell or a line that runs over several, which begin, or have their
  // middle, where `like` has it; none: there is no such line.
  std::vector<uint32_t> LineAt(uint32_t face, const Rect& box, const TextLine& like, float base, float pitch) const {
    const float off = kSpilledSame * pitch;
    std::vector<uint32_t> found;
    for (auto at = std::lower_bound(by_base_.begin(), by_base_.end(), base - off, [&](uint32_t t, float y) { return token(t).base < y; });
         at != by_base_.end() && token(*at).base <= base + off; ++at) {
      const Token& t = token(*at);
      if (t.sideways || t.face == face || t.box.x0 < box.x0 || t.box.x1 > box.x1) continue;
      if (std::abs(t.size - like.size) > kSpilledSame * like.size) return {};
      found.push_back(*at);
    }
    if (found.empty()) return {};
    std::sort(found.begin(), found.end(), [&](uint32_t a, uint32_t b) { return token(a).box.x0 < token(b).box.x0; });
    for (size_t i = 1; i < found.size(); ++i)
      if (token(found[i]).face != token(found[i - 1]).face && token(found[i]).box.x0 - token(found[i - 1]).box.x1 > kJoinedEm * like.size) return {};
    const float x0 = token(found.front()).box.x0, x1 = token(found.back()).box.x1, aside = kOverflowAsideEm * like.size;
    const bool aligned = std::abs(x0 - like.box.x0) < aside || std::abs((x0 + x1) / 2 - like.box.mid_x()) < aside;
    return aligned ? found : std::vector<uint32_t>();
  }

  // Whether a cell has letters on that base line below or above the beginning of `like`, however long they are.
  bool GoesOn(uint32_t face, const TextLine& like, float base, float pitch) const {
    return std::any_of(of_face_[face].begin(), of_face_[face].end(), [&](uint32_t t) {
      return std::abs(token(t).base - base) <= kSpilledSame * pitch && token(t).box.x0 < like.box.x1 && token(t).box.x1 > like.box.x0;
    });
  }

  // Across the rule, or over other letters of the cell where it stands.
  bool IsOutOfPlace(const std::vector<uint32_t>& line, float edge) const {
    return std::any_of(line.begin(), line.end(), [&](uint32_t t) {
      const Token& own = token(t);
      const float depth = kSpilledEm * own.size;
      if (own.box.y0 < edge - depth && own.box.y1 > edge + depth) return true;
      const std::vector<uint32_t>& there = of_face_[own.face];
      return std::any_of(there.begin(), there.end(), [&](uint32_t o) {
        const Rect& other = token(o).box;
        if (std::find(line.begin(), line.end(), o) != line.end()) return false;
        return std::min(own.box.x1, other.x1) > std::max(own.box.x0, other.x0) && std::min(own.box.y1, other.y1) - std::max(own.box.y0, other.y0) > kSpilledOver * own.size;
      });
    });
  }

  const Frame& frame_;
  std::vector<uint32_t> by_base_;
  std::vector<std::vector<uint32_t>> of_face_;
  Sheet& sheet_;
};

// Letters that a font without heights prints over one another, in a label set upright, stand where the first of them stands, or the letter
// that they follow.
void PlaceOverprinted(std::vector<uint32_t> tokens, Sheet* sheet) {
  auto& all = sheet->tokens;
  std::sort(tokens.begin(), tokens.end(), [&](uint32_t a, uint32_t b) { return all[a].box.x0 < all[b].box.x0; });
  for (size_t i = 0; i < tokens.size();) {
    size_t end = i + 1;
    while (end < tokens.size() && all[tokens[end]].box.x0 - all[tokens[end - 1]].box.x0 < kSameSide) ++end;
    const auto column = std::span(tokens).subspan(i, end - i);
    std::sort(column.begin(), column.end(), [&](uint32_t a, uint32_t b) { return all[a].box.y0 != all[b].box.y0 ? all[a].box.y0 < all[b].box.y0 : a < b; });
    auto step = [&](size_t k) { return k < column.size() ? (all[column[k]].box.y0 - all[column[k - 1]].box.y0) / all[column[k]].size : kOverprintedStep; };
    auto is_letter = [&](size_t k) { return all[column[k]].box.width() < kOneLetterEm * all[column[k]].size; };
    for (size_t k = 1; k < column.size(); ++k) {
      const bool follows = step(k) < kOverprintedStep && step(k + 1) < kOverprintedEm && is_letter(k - 1) && is_letter(k);
      if (step(k) < kOverprintedEm || follows) all[column[k]].face = all[column[k - 1]].face;
    }
    i = end;
  }
}

}  // namespace

void PlaceSpilled(std::span<const Frame> frames, Sheet* sheet) {
  if (sheet->page->dots > 0) return;
  std::vector<std::vector<uint32_t>> inside(frames.size());
  for (uint32_t t = 0; t < sheet->tokens.size(); ++t)
    if (!sheet->tokens[t].sideways && sheet->tokens[t].frame != UINT32_MAX) inside[sheet->tokens[t].frame].push_back(t);
  for (const std::vector<uint32_t>& tokens : inside) PlaceOverprinted(tokens, sheet);
  for (size_t f = 0; f < frames.size(); ++f)
    if (frames[f].faces.size() > 1) SpilledLines(frames[f], std::move(inside[f]), sheet).Place();
}

}  // namespace tabularium::sheet
