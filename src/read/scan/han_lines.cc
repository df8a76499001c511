// The cheapest way through a line's runs of ink, each stretch of them a letter or something else. Tested by han_test.cc.
#include "read/scan/han_lines.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <limits>
#include <span>
#include <string>
#include <utility>

#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr float kSlack = 0.15f;  // of a letter's height: its line's strip reaches so far beyond its box
constexpr int kLeastHeight = 8;  // pixels
constexpr int kTallLine = 30;    // pixels; in higher lines one dark pixel is no ink
constexpr float kWidest = 1.3f, kNarrowest = 0.4f;  // of a line's height: letters
// Squared distances: what a letter costs besides its own, what a letter's width of other signs costs; what is no nearer is no letter;
// a letter seen stands if it is not farther than so many times the nearest, and gives way if it is so many times farther. Measured on
// scans at 200 and 300 dots an inch: of letters seen that were wrong, the right one lay at 37 to 115 and they at 445 and above; of those
// that were right, ill cut ones apart, the nearest lay no clearer than 1.5 times; from 1.6 times on it is doubtful.
constexpr float kEach = 60, kOther = 500, kKnown = 150, kAsLike = 1.25f, kOpposed = 1.6f, kClear = 2.5f;
constexpr float kTwice = 0.99f, kMended = 0.95f;  // certainties of letters on which both agree; that the ink tells otherwise
constexpr float kPassedOver = 0.5f;  // of a letter's certainty, which the ink opposes or beside which it shows one that was not seen

Darkness DarknessOf(Pix* picture, const PixelBox& box) {
  Darkness dark{box.width, box.height, {}};
  dark.values.reserve(static_cast<size_t>(box.width) * static_cast<size_t>(box.height));
  for (int y = box.y; y < box.y + box.height; ++y) {
    const l_uint32* line = pixGetData(picture) + static_cast<ptrdiff_t>(y) * pixGetWpl(picture);
    for (int x = box.x; x < box.x + box.width; ++x) dark.values.push_back(static_cast<uint8_t>(255 - GET_DATA_BYTE(line, x)));
  }
  return dark;
}

char32_t LetterOf(const SeenLetter& letter) {
  size_t at = 0;
  return letter.text.empty() ? 0 : NextLetter(letter.text, at);
}

// Columns between which letters may stand: the ends of runs with ink, and of runs too long for one letter the thinnest columns.
struct Run {
  int begin = 0, end = 0;
};

std::vector<Run> RunsOf(const Darkness& dark, int height) {
  const int least = dark.height >= kTallLine ? 2 : 1;
  int darkest = 0;
  for (uint8_t value : dark.values) darkest = std::max<int>(darkest, value);
  std::vector<int> ink(static_cast<size_t>(dark.width) + 1, 0);
  for (int y = 0; y < dark.height; ++y)
    for (int x = 0; x < dark.width; ++x) ink[static_cast<size_t>(x)] += dark.at(x, y) > darkest / 2;
  std::vector<Run> runs;
  int begin = -1;
  for (int x = 0; x <= dark.width; ++x) {
    const bool dark_here = ink[static_cast<size_t>(x)] >= least;
    if (dark_here && begin < 0) begin = x;
    if (dark_here || begin < 0) continue;
    // What is longer than a letter is cut where it is thinnest.
    while (static_cast<float>(x - begin) > kWidest * static_cast<float>(height)) {
      const int from = begin + height * 2 / 5, to = std::min(begin + height * 6 / 5, x - height / 4);
      const auto thinnest = std::min_element(ink.begin() + from, ink.begin() + std::max(to, from + 1));
      const int cut = static_cast<int>(thinnest - ink.begin());
      runs.push_back({begin, cut});
      begin = cut;
    }
    runs.push_back({begin, x});
    begin = -1;
  }
  return runs;
}

int Median(std::vector<int> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

// The strip of a picture in which a line stands, and the height of its letters. Single letters' boxes may be far off.
struct Strip {
  PixelBox box;
  int height = 0;
};

Strip StripOf(Pix* picture, std::span<const SeenLetter> line) {
  std::vector<int> tops, bottoms;
  int left = line.front().box.x, right = left;
  for (const SeenLetter& letter : line) {
    tops.push_back(letter.box.y), bottoms.push_back(letter.box.y + letter.box.height);
    left = std::min(left, letter.box.x), right = std::max(right, letter.box.x + letter.box.width);
  }
  int top = Median(std::move(tops)), bottom = Median(std::move(bottoms));
  const int height = std::max(kLeastHeight, bottom - top), slack = static_cast<int>(kSlack * static_cast<float>(height));
  left = std::max(0, left - 2 * slack), right = std::min(pixGetWidth(picture), right + 2 * slack);
  top = std::max(0, top - slack), bottom = std::min(pixGetHeight(picture), bottom + slack);
  return {{left, top, std::max(0, right - left), std::max(0, bottom - top)}, height};
}

// A stretch of a line, and the letter that its ink makes; none: something else.
struct Part {
  int left = 0, right = 0;
  std::string_view letter;
  float distance = 0;
};

// The way through a line's runs of ink that makes the likeliest letters.
std::vector<Part> PartsOf(const HanReader& reader, const std::vector<Run>& runs, const Darkness& dark, int height) {
  const auto tall = static_cast<float>(height);
  struct Step {
    float cost = std::numeric_limits<float>::max();
    size_t from = 0;
    Part part;
  };
  std::vector<Step> steps(runs.size() + 1);
  steps[0].cost = 0;
  for (size_t i = 0; i < runs.size(); ++i)
    for (size_t j = i; j < runs.size(); ++j) {
      const int left = runs[i].begin, right = runs[j].end;
      const float width = static_cast<float>(right - left) / tall;
      if (j > i && width > kWidest) break;
      Part part{left, right, {}, 0};
      float cost = kOther * std::max(width, kNarrowest / 2);
      if (width >= kNarrowest && width <= kWidest) {
        const HanReader::Likeness like = reader.Compare(dark, left, right);
        if (like.nearest + kEach < cost) cost = like.nearest + kEach, part.letter = like.letter, part.distance = like.nearest;
      }
      if (steps[i].cost + cost < steps[j + 1].cost) steps[j + 1] = {steps[i].cost + cost, i, part};
    }
  std::vector<Part> parts;
  for (size_t at = runs.size(); at > 0; at = steps[at].from) parts.push_back(steps[at].part);
  std::reverse(parts.begin(), parts.end());
  return parts;
}

// What the ink makes of a letter that was seen there: that letter, a clear other one, or nothing that is known (empty).
struct Told {
  std::string_view letter;
  bool opposed = false;  // it is more like another letter, though not clearly
};

Told LetterIn(const HanReader& reader, const Part& part, const Darkness& dark, const SeenLetter& seen) {
  if (part.letter == seen.text) return {seen.text};
  if (part.letter.empty()) return {};
  const HanReader::Likeness like = reader.Compare(dark, part.left, part.right, LetterOf(seen));
  if (like.other <= kAsLike * like.nearest) return {seen.text};
  if (like.nearest > kKnown) return {};
  return like.other >= kClear * like.nearest ? Told{like.letter} : Told{{}, like.other >= kOpposed * like.nearest};
}

// A dash as wide as a letter that stands before one, and behind no digit, is 一, which recognisers of lines miss.
bool IsOne(std::span<const SeenLetter> seen, size_t at, const Part& part, int height) {
  constexpr float kWide = 0.6f;
  const char32_t before = at > 0 ? LetterOf(seen[at - 1]) : 0, behind = at + 1 < seen.size() ? LetterOf(seen[at + 1]) : 0;
  return seen[at].text == "-" && part.letter == "一" && IsHan(behind) && !(before >= '0' && before <= '9') &&
         static_cast<float>(part.right - part.left) >= kWide * static_cast<float>(height);
}

// Takes the ink's account of a letter over into what was seen.
void Mend(const Told& told, SeenLetter* letter) {
  if (told.opposed) letter->certainty *= kPassedOver;
  if (told.letter.empty()) return;
  letter->certainty = std::max(letter->certainty, told.letter == letter->text ? kTwice : kMended);
  letter->text = told.letter;
}

constexpr size_t kNowhere = ~size_t{0};

// A letter for which no ink is left between two neighbours that have theirs was never there: 参 may begin as a 人, 临 as an I, 院 as a [.
// Nor was a bar behind a letter whose last stroke looks like one. `places`: of each letter its part, or kNowhere.
void DropPhantoms(const std::vector<Part>& parts, const std::vector<size_t>& places, std::span<SeenLetter> seen) {
  constexpr std::string_view kBars = "|¦", kStrokes = "|¦Il![]()（）丨";
  auto has_its_ink = [&](size_t i) { return places[i] != kNowhere && parts[places[i]].letter == seen[i].text; };
  auto is_among = [](std::string_view letters, const std::string& letter) { return letters.find(letter) != letters.npos; };
  for (size_t i = 0; i < seen.size() && seen.size() > 1; ++i) {
    if (places[i] != kNowhere) continue;
    const bool first = i == 0, last = i + 1 == seen.size();
    const bool stands_behind = !first && has_its_ink(i - 1), stands_before = !last && has_its_ink(i + 1);
    const size_t from = first ? 0 : places[i - 1] + 1, to = last ? parts.size() : places[i + 1];
    const bool no_ink = (first || stands_behind) && (last || stands_before) && from == to;
    if (no_ink ? IsHan(LetterOf(seen[i])) || is_among(kStrokes, seen[i].text) : stands_behind && is_among(kBars, seen[i].text))
      seen[i].text.clear();
  }
}

// True for signs that may stand among Han letters and say nothing by their shape.
bool IsBracket(const std::string& letter) {
  constexpr std::string_view kBrackets = "（）()《》、";
  return !letter.empty() && kBrackets.find(letter) != kBrackets.npos;
}

// True for a figure whose ink is like no Han letter.
bool IsFigure(const std::string& letter, const Part& part) {
  return letter.size() == 1 && letter[0] >= '0' && letter[0] <= '9' && (part.letter.empty() || part.distance > kKnown);
}

// A line's letters as seen beside those of its ink.
struct Laid {
  std::vector<size_t> places;                   // of each letter its part, or kNowhere
  std::vector<std::pair<size_t, size_t>> left;  // parts that no letter has, each with the number of letters before it
};

Laid LayBeside(const std::vector<Part>& parts, std::span<const SeenLetter> seen) {
  constexpr float kChange = 1, kUnread = 0.6f, kMark = 0.8f, kSkip = 1.2f;
  const size_t n = seen.size(), m = parts.size();
  auto is_han = [&](size_t i) { return IsHan(LetterOf(seen[i])); };
  auto pair = [&](size_t i, size_t j) {
    if (parts[j].letter.empty()) return is_han(i) ? kUnread : 0;
    return !is_han(i) ? kMark : parts[j].letter == seen[i].text ? 0 : kChange;
  };
  auto lone = [&](size_t i) { return is_han(i) ? kSkip : 0; };
  auto extra = [&](size_t j) { return parts[j].letter.empty() ? 0.05f : kSkip; };
  std::vector<float> costs((n + 1) * (m + 1), 0);
  auto at = [&](size_t i, size_t j) -> float& { return costs[i * (m + 1) + j]; };
  for (size_t i = 0; i <= n; ++i)
    for (size_t j = 0; j <= m; ++j) {
      if (i + j == 0) continue;
      float least = std::numeric_limits<float>::max();
      if (i > 0 && j > 0) least = at(i - 1, j - 1) + pair(i - 1, j - 1);
      if (i > 0) least = std::min(least, at(i - 1, j) + lone(i - 1));
      if (j > 0) least = std::min(least, at(i, j - 1) + extra(j - 1));
      at(i, j) = least;
    }
  Laid laid{std::vector<size_t>(n, kNowhere), {}};
  for (size_t i = n, j = m; i + j > 0;) {
    if (i > 0 && j > 0 && at(i, j) == at(i - 1, j - 1) + pair(i - 1, j - 1)) laid.places[--i] = --j;
    else if (i > 0 && at(i, j) == at(i - 1, j) + lone(i - 1)) --i;
    else laid.left.emplace_back(--j, i);
  }
  return laid;
}

// Mends a line's letters by those of its ink; whether the ink says the same.
bool Join(const HanReader& reader, const std::vector<Part>& parts, const Darkness& dark, int height, std::span<SeenLetter> seen) {
  const Laid laid = LayBeside(parts, seen);
  auto is_han = [&](size_t i) { return IsHan(LetterOf(seen[i])); };
  bool same = true;
  for (size_t i = seen.size(); i-- > 0;) {
    if (laid.places[i] == kNowhere) {
      same = same && IsBracket(seen[i].text);
      continue;
    }
    const Part& part = parts[laid.places[i]];
    same = same && (is_han(i) ? part.letter == seen[i].text && part.distance <= kKnown : IsBracket(seen[i].text) || IsFigure(seen[i].text, part));
    if (is_han(i)) Mend(LetterIn(reader, part, dark, seen[i]), &seen[i]);
    else if (IsOne(seen, i, part, height)) Mend({part.letter}, &seen[i]);
  }
  for (const auto& [j, before] : laid.left) {
    const bool among = before > 0 && before < seen.size() && is_han(before - 1) && is_han(before);  // a sign may be of several parts, an edge dirty
    if (parts[j].letter.empty() ? !among : parts[j].distance > kKnown) continue;
    seen[before > 0 ? before - 1 : 0].certainty *= kPassedOver;
    same = false;
  }
  DropPhantoms(parts, laid.places, seen);
  return same && std::any_of(laid.places.begin(), laid.places.end(), [&](size_t j) { return j != kNowhere && !parts[j].letter.empty(); });
}

// The lines of what was seen, one after the other.
std::vector<std::span<SeenLetter>> LinesOf(SeenText* seen) {
  std::vector<std::span<SeenLetter>> lines;
  for (size_t begin = 0, end = 0; begin < seen->letters.size(); begin = end) {
    while (end < seen->letters.size() && seen->letters[end].line == seen->letters[begin].line) ++end;
    lines.push_back(std::span(seen->letters).subspan(begin, end - begin));
  }
  return lines;
}

// Of two letters the one that a part's ink clearly is nearer to, and hardly less than to any letter; empty: neither.
std::string_view NearerOf(const HanReader& reader, const Part& part, const Darkness& dark, std::string_view one, std::string_view other) {
  auto letter_of = [](std::string_view text) { size_t at = 0; return NextLetter(text, at); };
  const HanReader::Likeness to_one = reader.Compare(dark, part.left, part.right, letter_of(one)), to_other = reader.Compare(dark, part.left, part.right, letter_of(other));
  if (std::min(to_one.other, to_other.other) > kAsLike * to_one.nearest) return {};
  if (to_other.other >= kOpposed * to_one.other) return one;
  return to_one.other >= kOpposed * to_other.other ? other : std::string_view();
}

}  // namespace

bool CheckShapes(const HanReader& reader, Pix* picture, SeenText* seen) {
  if (pixGetDepth(picture) != 8) return false;
  bool same = !seen->letters.empty();
  for (const std::span<SeenLetter> line : LinesOf(seen)) {
    const Strip strip = StripOf(picture, line);
    if (strip.box.width == 0 || strip.box.height == 0) {
      same = false;
      continue;
    }
    const Darkness dark = DarknessOf(picture, strip.box);
    same &= Join(reader, PartsOf(reader, RunsOf(dark, strip.height), dark, strip.height), dark, strip.height, line);
  }
  std::erase_if(seen->letters, [](const SeenLetter& letter) { return letter.text.empty(); });
  return same;
}

bool SettleByShapes(const HanReader& reader, Pix* picture, const SeenText& other, SeenText* seen) {
  if (pixGetDepth(picture) != 8 || seen->letters.size() != other.letters.size()) return false;
  bool settled = false;
  const SeenLetter* beside = other.letters.data();
  for (const std::span<SeenLetter> line : LinesOf(seen)) {
    const std::span<const SeenLetter> others(beside, line.size());
    beside += line.size();
    auto is_same = [&](size_t i) { return line[i].text == others[i].text && line[i].line == others[i].line; };
    auto are_han = [&](size_t i) { return IsHan(LetterOf(line[i])) && IsHan(LetterOf(others[i])) && line[i].line == others[i].line; };
    std::vector<size_t> differ;
    for (size_t i = 0; i < line.size(); ++i)
      if (!is_same(i)) differ.push_back(i);
    if (differ.empty()) continue;
    const Strip strip = StripOf(picture, line);
    if (strip.box.width == 0 || strip.box.height == 0 || !std::all_of(differ.begin(), differ.end(), are_han)) return false;
    const Darkness dark = DarknessOf(picture, strip.box);
    const std::vector<Part> parts = PartsOf(reader, RunsOf(dark, strip.height), dark, strip.height);
    const Laid laid = LayBeside(parts, line);
    for (const size_t i : differ) {
      const size_t place = laid.places[i];
      const std::string_view nearer = place == kNowhere ? std::string_view() : NearerOf(reader, parts[place], dark, line[i].text, others[i].text);
      if (nearer.empty()) return false;
      line[i].text = nearer;
      settled = true;
    }
  }
  return settled;
}

}  // namespace tabularium
