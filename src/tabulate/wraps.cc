// Tested by spaced_test.cc.
#include "tabulate/wraps.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "text/furniture.h"
#include "text/shape.h"
#include "text/utf8.h"
#include "text/width.h"

namespace tabularium {
namespace {

constexpr uint32_t kSlack = 2;       // columns: a sign that must not begin a line takes the letter before it along
constexpr uint32_t kWide = 20;       // columns of a run that is prose by its width: ten Han letters
constexpr uint32_t kLessWide = 16;   // … where another run of the column is as long
constexpr uint32_t kNoName = 28;     // columns: names in tables are hardly longer than fourteen Han letters
constexpr size_t kMostLines = 200;   // of one row; bounds time
constexpr uint16_t kValues =
    kLooksNumber | kLooksAmount | kLooksYear | kLooksDate | kLooksTarget | kLooksMarked | kLooksNotApplicable;

std::string_view TextOf(std::string_view text, const Run& run) {
  return text.substr(run.begin, run.end - run.begin);
}

// Signs that stand in sentences and lists, not in names.
bool HasStops(std::string_view text) {
  for (std::string_view stop : {"，", "。", "；", "、", "：", ", ", "; "})
    if (text.find(stop) != text.npos) return true;
  return false;
}

// The room that a line lacked which the text was broken off from: for its first letter, or for as much as a sign takes along
// that must not begin a line.
uint32_t Lacking(std::string_view text) {
  size_t i = 0;
  const auto first = static_cast<uint32_t>(DisplayWidth(NextLetter(text, i)));
  if (i == text.size()) return first;
  if (first < 2) return first + kSlack;  // letters and figures break in words
  const char32_t second = NextLetter(text, i);
  const bool sign = !IsHan(second) && !(second < 0x80 && std::isalnum(static_cast<unsigned char>(second)));
  return first + (sign ? kSlack : 0);
}

}  // namespace

Wraps::Wraps(std::string_view text, std::span<const SpacedLine> block, Wordings* wordings)
    : text_(text), block_(block), wordings_(wordings) {
  for (const SpacedLine& line : block)
    for (const Run& run : line.runs) {
      Side& side = sides_[run.left];
      side.right = std::max(side.right, run.right);
    }
  for (const SpacedLine& line : block)
    for (const Run& run : line.runs) {
      Side& side = sides_[run.left];
      side.full += run.right + 1 >= side.right;
    }
}

const Run* Wraps::RunAt(uint32_t left, size_t line) const {
  const std::vector<Run>& runs = block_[line].runs;
  auto run = std::lower_bound(runs.begin(), runs.end(), left,
                              [](const Run& r, uint32_t at) { return r.left < at; });
  return run != runs.end() && run->left == left ? &*run : nullptr;
}

// Of the runs that begin there, in lines one below another from `line` on, one has the signs of prose.
bool Wraps::IsProse(uint32_t left, size_t line) const {
  const size_t end = std::min(block_.size(), line + kMostLines);
  for (; line < end; ++line) {
    const Run* run = RunAt(left, line);
    if (!run) return false;
    if (HasStops(TextOf(text_, *run))) return true;
  }
  return false;
}

bool Wraps::RunGoesOn(const Run& above, const Run& run, size_t first, size_t line) {
  const Side& side = sides_[run.left];
  std::string_view below = TextOf(text_, run);
  if (above.right + Lacking(below) <= side.right) return false;
  std::string joined;
  for (size_t i = first; i < line; ++i)
    if (const Run* piece = RunAt(run.left, i)) joined += TextOf(text_, *piece);
  joined += below;
  if (wordings_->Whole(joined) != kNoWord) return true;
  if (run.word != kNoWord || above.word != kNoWord) return false;
  const uint16_t values = ShapesOf(below) & kValues;
  if (values && (ShapesOf(TextOf(text_, above)) & kValues)) return false;
  const uint32_t width = above.right - above.left;
  if (width < kNoName && run.right >= side.right && !IsProse(run.left, first)) return false;  // as wide as the one above: another name
  if (width >= kWide) return true;
  return width >= kLessWide && side.full > 1 && values == 0;
}

bool Wraps::GoesOn(size_t first, size_t line) {
  if (line >= block_.size() || line - first >= kMostLines) return false;
  const std::vector<Run>& runs = block_[line].runs;
  if (runs.empty() || block_[line].line.number != block_[line - 1].line.number + 1) return false;
  if (runs.size() == 1 && LooksLikeFurniture(TextOf(text_, runs[0]))) return false;
  return std::all_of(runs.begin(), runs.end(), [&](const Run& run) {
    const Run* above = RunAt(run.left, line - 1);
    return above && RunGoesOn(*above, run, first, line);
  });
}

size_t Wraps::LinesFrom(size_t first) {
  if (block_[first].runs.size() < 2) return 1;
  size_t end = first + 1;
  while (GoesOn(first, end)) ++end;
  return end - first;
}

std::vector<Line> Wraps::PiecesOf(const Run& run, size_t first, size_t lines) const {
  std::vector<Line> pieces = {{run.begin, run.end, block_[first].line.number}};
  for (size_t i = first + 1; i < first + lines; ++i)
    if (const Run* piece = RunAt(run.left, i)) pieces.push_back({piece->begin, piece->end, block_[i].line.number});
  return pieces;
}

}  // namespace tabularium
