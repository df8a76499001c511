// Nothing that is dark goes unread because a recogniser did not look. Tested by missed_test.cc.
#include "read/scan/missed.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tabularium {
namespace {

constexpr int kDark = 128;
constexpr float kLowLine = 0.6f;  // of the letters' height: lower is a dash, a speck, the rest of a rule
constexpr int kGap = 2;           // rows without ink within a letter
constexpr float kOneLetter = 1.4f;  // of the letters' height: rows as high as one line
constexpr float kHard = 0.9f;     // a letter less certain may have been guessed

int MedianHeight(const SeenText& seen) {
  std::vector<int> heights;
  for (const SeenLetter& letter : seen.letters) heights.push_back(letter.box.height);
  if (heights.empty()) return 0;
  std::nth_element(heights.begin(), heights.begin() + static_cast<ptrdiff_t>(heights.size() / 2), heights.end());
  return heights[heights.size() / 2];
}

// Stretches of rows with ink; what together is hardly higher than the highest is one (the parts of 量).
std::vector<std::pair<int, int>> InkRows(Pix* ink) {
  std::vector<std::pair<int, int>> parts, rows;
  NUMA* counts = pixCountPixelsByRow(ink, nullptr);
  for (int y = 0; y < numaGetCount(counts); ++y) {
    int count = 0;
    numaGetIValue(counts, y, &count);
    if (count == 0) continue;
    if (parts.empty() || y > parts.back().second + kGap) parts.emplace_back(y, y);
    parts.back().second = y + 1;
  }
  numaDestroy(&counts);
  int most = 0;
  for (const auto& [top, bottom] : parts) most = std::max(most, bottom - top);
  for (const auto& [top, bottom] : parts)
    if (!rows.empty() && 8 * (bottom - rows.back().first) <= 9 * most && 4 * (top - rows.back().second) <= most) rows.back().second = bottom;
    else rows.emplace_back(top, bottom);
  return rows;
}

bool StandsIn(const SeenLetter& letter, const PixelBox& line) {
  const int middle = letter.box.y + letter.box.height / 2;
  return line.y <= middle && middle < line.y + line.height;
}

// Single letters' boxes may be far off, so that a line stands where most of its letters do. REQUIRES: it has one.
template <class Iterator>
int MiddleOf(Iterator begin, Iterator end) {
  std::vector<int> middles;
  for (auto letter = begin; letter != end; ++letter) middles.push_back(letter->box.y + letter->box.height / 2);
  std::nth_element(middles.begin(), middles.begin() + static_cast<ptrdiff_t>(middles.size() / 2), middles.end());
  return middles[middles.size() / 2];
}

bool Has(const std::vector<int>& lines, int line) { return std::find(lines.begin(), lines.end(), line) != lines.end(); }

int Distance(const PixelBox& row, int y) { return std::max({0, row.y - y, y - row.y - row.height + 1}); }

// By row of ink: the lines that were seen there, each where it is nearest.
std::vector<std::vector<int>> LinesIn(const std::vector<PixelBox>& rows, const SeenText& seen) {
  std::vector<std::vector<int>> in(rows.size());
  for (auto at = seen.letters.begin(); !rows.empty() && at != seen.letters.end();) {
    const auto next = std::find_if(at, seen.letters.end(), [&](const SeenLetter& letter) { return letter.line != at->line; });
    const int middle = MiddleOf(at, next);
    const auto row = std::min_element(rows.begin(), rows.end(), [&](const PixelBox& a, const PixelBox& b) { return Distance(a, middle) < Distance(b, middle); });
    in[static_cast<size_t>(row - rows.begin())].push_back(at->line);
    at = next;
  }
  return in;
}

// True if a row of ink goes on before a line's first letter or behind its last one.
bool EndsEarly(const PixelBox& row, const SeenText& line) {
  constexpr float kLetter = 0.55f;  // of the letters' height: a narrow letter with its gap
  if (line.letters.empty()) return false;
  int begin = line.letters.front().box.x, end = begin;
  for (const SeenLetter& letter : line.letters) {
    begin = std::min(begin, letter.box.x);
    end = std::max(end, letter.box.x + letter.box.width);
  }
  const float most = kLetter * static_cast<float>(MedianHeight(line));
  return static_cast<float>(begin - row.x) > most || static_cast<float>(row.x + row.width - end) > most;
}

// True if a row of ink goes on above a line's letters, or below them: a half of each was read.
bool IsHalfSeen(const PixelBox& row, const SeenText& line) {
  constexpr float kPart = 0.25f;  // of the row's height
  if (line.letters.empty()) return false;
  int top = row.y + row.height, bottom = row.y;
  for (const SeenLetter& letter : line.letters) {
    top = std::min(top, letter.box.y);
    bottom = std::max(bottom, letter.box.y + letter.box.height);
  }
  return static_cast<float>(std::max(top - row.y, row.y + row.height - bottom)) > kPart * static_cast<float>(row.height);
}

bool LeavesInk(const PixelBox& row, const SeenText& line) { return EndsEarly(row, line) || IsHalfSeen(row, line); }

// The letters' height, by their boxes or by the rows of ink: boxes may be much too high.
float HeightOf(const std::vector<PixelBox>& rows, const SeenText& seen) {
  std::vector<int> heights;
  for (const PixelBox& row : rows) heights.push_back(row.height);
  std::sort(heights.begin(), heights.end());
  const int letters = MedianHeight(seen);
  return static_cast<float>(heights.empty() ? letters : std::min(letters, heights[heights.size() / 2]));
}

// Rows of ink about as high as the letters.
std::vector<PixelBox> LetterLines(Pix* picture, const SeenText& seen) {
  constexpr float kMark = 0.3f;  // of the letters' height: lower rows say nothing of it
  if (seen.letters.empty()) return {};
  std::vector<PixelBox> rows = InkLines(picture, kMark * static_cast<float>(MedianHeight(seen)));
  const float least = kLowLine * HeightOf(rows, seen);
  std::erase_if(rows, [&](const PixelBox& row) { return static_cast<float>(row.height) < least; });
  return rows;
}

}  // namespace

std::vector<PixelBox> InkLines(Pix* picture, float least) {
  std::vector<PixelBox> lines;
  const PixPtr ink(pixThresholdToBinary(picture, kDark));
  if (!ink) return lines;
  for (const auto& [top, bottom] : InkRows(ink.get())) {
    if (static_cast<float>(bottom - top) < least) continue;
    ::Box* rows = boxCreate(0, top, pixGetWidth(ink.get()), bottom - top);
    ::Box* tight = nullptr;
    const PixPtr line(pixClipRectangle(ink.get(), rows, nullptr));
    if (line && pixClipToForeground(line.get(), nullptr, &tight) == 0 && tight) {
      int x = 0, y = 0, width = 0, height = 0;
      boxGetGeometry(tight, &x, &y, &width, &height);
      lines.push_back({x, top + y, width, height});
    }
    boxDestroy(&tight);
    boxDestroy(&rows);
  }
  return lines;
}

std::vector<PixelBox> MissedLines(Pix* picture, const SeenText& seen) {
  std::vector<PixelBox> lines = LetterLines(picture, seen);
  std::erase_if(lines, [&](const PixelBox& line) {
    return std::any_of(seen.letters.begin(), seen.letters.end(), [&](const SeenLetter& letter) { return StandsIn(letter, line); });
  });
  return lines;
}

SeenText LinesOf(const SeenText& seen, const std::vector<int>& lines) {
  SeenText of{seen.by, {}};
  std::copy_if(seen.letters.begin(), seen.letters.end(), std::back_inserter(of.letters), [&](const SeenLetter& letter) { return Has(lines, letter.line); });
  return of;
}

std::vector<HardLine> HardLines(Pix* picture, const SeenText& seen) {
  const std::vector<PixelBox> rows = LetterLines(picture, seen);
  const std::vector<std::vector<int>> lines = LinesIn(rows, seen);
  const float one_letter = kOneLetter * HeightOf(rows, seen);
  std::vector<bool> is_hard(rows.size() + 2, false);  // one more at both ends
  for (size_t i = 0; i < rows.size(); ++i)
    is_hard[i + 1] = std::any_of(lines[i].begin(), lines[i].end(), [&](int line) { return LegibilityOf(LinesOf(seen, {line})) < kHard; });
  std::vector<HardLine> hard;
  size_t seen_lines = 0;
  for (const std::vector<int>& line : lines) seen_lines += line.size();
  const bool split = seen_lines > rows.size();  // else two lines of one row are nearest to it because their letters' boxes are far off
  for (size_t i = rows.size(); i-- > 0;) {
    const bool one = static_cast<float>(rows[i].height) <= one_letter, leaves = one && LeavesInk(rows[i], LinesOf(seen, lines[i]));
    if (lines[i].size() > 1 ? one && split : leaves || is_hard[i] || is_hard[i + 1] || is_hard[i + 2]) hard.push_back({rows[i], lines[i], leaves});
  }
  return hard;
}

void ReplaceLine(const HardLine& hard, const SeenText& again, SeenText* seen) {
  std::erase_if(seen->letters, [&](const SeenLetter& letter) { return Has(hard.lines, letter.line); });
  for (SeenLetter& letter : seen->letters)
    if (!hard.lines.empty() && letter.line > hard.lines.back()) letter.line -= static_cast<int>(hard.lines.size());
  InsertLine(again, seen);
}

bool IsBetter(const HardLine& hard, const SeenText& again, const SeenText& before) {
  const bool clearer = MeanOf(again) > MeanOf(before);
  if (!hard.leaves_ink) return clearer;
  return (clearer || again.letters.size() > before.letters.size()) && !LeavesInk(hard.box, again);
}

bool MissesAnEnd(Pix* picture, const SeenText& line) {
  const PixPtr ink(pixThresholdToBinary(picture, kDark));
  ::Box* tight = nullptr;
  if (!ink || pixClipToForeground(ink.get(), nullptr, &tight) != 0 || !tight) return false;
  PixelBox row;
  boxGetGeometry(tight, &row.x, &row.y, &row.width, &row.height);
  boxDestroy(&tight);
  return EndsEarly(row, line);
}

namespace {

int InkWithin(Pix* ink, int x0, int y0, int x1, int y1) {
  int dots = 0;
  ::Box* box = boxCreate(x0, y0, x1 - x0, y1 - y0);
  if (const PixPtr clip(pixClipRectangle(ink, box, nullptr)); clip) pixCountPixels(clip.get(), &dots, nullptr);
  boxDestroy(&box);
  return dots;
}

}  // namespace

constexpr float kRoomForTwo = 1.5f;  // of the letters' height: their boxes may be a letter off

bool MissesWithin(Pix* picture, const SeenText& seen) {
  constexpr float kInk = 0.1f;    // of the square of the letters' height: two figures have more
  const PixPtr ink(pixThresholdToBinary(picture, kDark));
  const float height = static_cast<float>(MedianHeight(seen));
  if (!ink || height == 0) return false;
  for (size_t i = 1; i < seen.letters.size(); ++i) {
    const SeenLetter &before = seen.letters[i - 1], &after = seen.letters[i];
    const int begin = before.box.x + std::max(before.box.width, static_cast<int>(height)), end = after.box.x;  // boxes may be too narrow
    const int top = std::max(before.box.y, after.box.y), bottom = std::min(before.box.y + before.box.height, after.box.y + after.box.height);
    const bool beside = 2 * (bottom - top) > std::min(before.box.height, after.box.height);  // whatever lines the recogniser made of them
    if (!beside || static_cast<float>(end - begin) < kRoomForTwo * height) continue;
    if (static_cast<float>(InkWithin(ink.get(), begin + 1, top, end - 1, bottom)) > kInk * height * height) return true;
  }
  return false;
}

namespace {

// Of the columns [begin, end), the longest stretch without ink between two rows.
int WidestGap(Pix* ink, int begin, int end, int top, int bottom) {
  int widest = 0, run = 0;
  for (int x = begin; x < end; ++x) {
    run = InkWithin(ink, x, top, x + 1, bottom) > 0 ? 0 : run + 1;
    widest = std::max(widest, run);
  }
  return widest;
}

}  // namespace

void CloseGaps(Pix* picture, SeenText* seen) {
  PixPtr ink;
  for (size_t i = 1; i < seen->letters.size(); ++i) {
    SeenLetter& before = seen->letters[i - 1];
    const SeenLetter& after = seen->letters[i];
    if (before.line != after.line || after.parted || !HasBlank(before, after)) continue;
    if (!ink) ink.reset(pixThresholdToBinary(picture, kDark));
    const int begin = before.box.x + before.box.width, end = after.box.x;
    const int height = std::max(before.box.height, after.box.height);
    const auto room = static_cast<float>(end - before.box.x - std::max(before.box.width, height));
    if (!ink || begin >= end || room >= kRoomForTwo * static_cast<float>(height)) continue;  // letters may have been passed over there
    const int top = std::min(before.box.y, after.box.y), bottom = std::max(before.box.y + before.box.height, after.box.y + after.box.height);
    before.box.width = end - WidestGap(ink.get(), begin, end, top, bottom) - before.box.x;
  }
}

float UnreadInk(Pix* picture, const SeenText& seen, int line_height) {
  constexpr int kLargest = 3;  // lines' heights
  const PixPtr ink(pixThresholdToBinary(picture, kDark));
  int all = 0, left = 0;
  if (!ink || pixCountPixels(ink.get(), &all, nullptr) != 0 || all == 0) return 0;
  for (const SeenLetter& letter : seen.letters)
    if (line_height == 0 || std::max(letter.box.width, letter.box.height) <= kLargest * line_height)
      pixRasterop(ink.get(), letter.box.x, letter.box.y, letter.box.width, letter.box.height, PIX_CLR, nullptr, 0, 0);
  pixCountPixels(ink.get(), &left, nullptr);
  return static_cast<float>(left) / static_cast<float>(all);
}

void InsertLine(const SeenText& line, SeenText* seen) {
  if (line.letters.empty()) return;
  const int middle = MiddleOf(line.letters.begin(), line.letters.end());
  auto at = seen->letters.begin();
  while (at != seen->letters.end()) {
    const auto next = std::find_if(at, seen->letters.end(), [&](const SeenLetter& letter) { return letter.line != at->line; });
    if (MiddleOf(at, next) > middle) break;
    at = next;
  }
  const int number = at == seen->letters.end() ? (seen->letters.empty() ? 0 : seen->letters.back().line + 1) : at->line;
  for (auto later = at; later != seen->letters.end(); ++later) ++later->line;
  std::vector<SeenLetter> letters = line.letters;
  for (SeenLetter& letter : letters) letter.line = number;
  seen->letters.insert(at, letters.begin(), letters.end());
}

}  // namespace tabularium
