// Widths are of lines, from their first letter to their last: where within it a letter stands no recogniser knows well. Tested by
// crowded_test.cc.
#include "read/scan/crowded.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "read/scan/readings.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr float kHan = 0.72f, kOther = 0.25f;  // of the letters' height: the least width of a Han letter in any font, and of other signs
constexpr float kSameWidth = 0.3f;  // of a letter, by which lines of the same width differ

struct LineWidth {
  int left = 0, right = 0;
  size_t han = 0, others = 0;
  int width() const { return right - left; }
};

std::vector<LineWidth> LinesOf(const SeenText& seen) {
  std::vector<LineWidth> lines;
  int number = -1;
  for (const SeenLetter& letter : seen.letters) {
    if (lines.empty() || letter.line != number) lines.push_back({letter.box.x, letter.box.x + letter.box.width}), number = letter.line;
    LineWidth& line = lines.back();
    line.left = std::min(line.left, letter.box.x), line.right = std::max(line.right, letter.box.x + letter.box.width);
    size_t at = 0;
    ++(!letter.text.empty() && IsHan(NextLetter(letter.text, at)) ? line.han : line.others);
  }
  return lines;
}

bool ReadsHan(const SeenText& seen) { return seen.by == Recogniser::kChinese || seen.by == Recogniser::kHan; }

bool IsRoomy(const SeenText& seen, int height) { return !seen.letters.empty() && !IsCrowded(seen, height); }

}  // namespace

bool IsCrowded(const SeenText& seen, int height) {
  const std::vector<LineWidth> lines = LinesOf(seen);
  return std::any_of(lines.begin(), lines.end(), [&](const LineWidth& line) {
    const auto width = static_cast<float>(line.width()), room = kHan * static_cast<float>(line.han) + kOther * static_cast<float>(line.others);
    if (line.han > 0 && line.han + line.others > 1 && width < room * static_cast<float>(height)) return true;
    return line.others == 0 && std::any_of(lines.begin(), lines.end(), [&](const LineWidth& other) {
             const float letter = static_cast<float>(other.width()) / static_cast<float>(std::max<size_t>(other.han, 1));
             return other.others == 0 && other.han > 1 && other.han < line.han && static_cast<float>(other.width()) >= width - kSameWidth * letter;
           });
  });
}

void DropCrowded(int height, std::vector<SeenText>* seen) {
  if (std::none_of(seen->begin(), seen->end(), [&](const SeenText& one) { return (ReadsHan(one) || IsSmall(one.by)) && IsRoomy(one, height); })) return;
  std::erase_if(*seen, [&](const SeenText& one) { return IsSmall(one.by) && IsCrowded(one, height); });
}

void PutRoomyFirst(int height, std::vector<SeenText>* seen) {
  if (seen->empty() || !ReadsHan(seen->front()) || !IsCrowded(seen->front(), height)) return;
  const auto roomy = std::find_if(seen->begin(), seen->end(), [&](const SeenText& one) { return ReadsHan(one) && IsRoomy(one, height); });
  if (roomy != seen->end()) std::swap(seen->front(), *roomy);
}

}  // namespace tabularium
