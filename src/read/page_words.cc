// Letters that follow one another in the file make runs; runs on one baseline make lines; a line's runs, from left to
// right, are parted or joined into words. Few runs are sorted instead of many letters. Tested by pdf_test.cc.
#include "read/page_words.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

#include "text/direction.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

// Gaps between letters of one word, as parts of the letters' size.
constexpr float kWordGap = 0.17f;    // a narrow blank is 0.2 wide; letters set apart by justification seldom 0.1
constexpr float kHanGap = 0.4f;      // beside Han letters: programs set 0.25 between Han and Latin, and justify by more
constexpr float kStretched = 2;      // Han letters of a justified line
constexpr float kSameStretch = 0.05f;
constexpr float kBeforeMark = 5;     // a closing mark begins no word, however far a line of two words was stretched
constexpr float kFalseBlank = 0.06f;  // a blank letter that leaves no gap
constexpr float kEven = 0.08f;       // gaps that differ by less are the same, but for kerning
constexpr float kOverlap = 0.5f;     // letters of one word may overlap by this
constexpr float kSameBase = 0.3f;    // baselines that differ by less are one line
constexpr float kRaised = 0.6f;      // a superscript's or subscript's baseline differs by less
constexpr float kSmaller = 0.85f;    // a superscript is smaller than this
constexpr float kShadow = 0.15f;     // shadows stand nearer than this to their letter

bool IsWide(char32_t c) { return c >= 0x2E80 && (c <= 0xD7FF || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60) || c >= 0x20000); }

bool IsClosing(char32_t c) {
  constexpr std::u32string_view kMarks = U"，。、；：！？）》」』】〕”’";
  return kMarks.find(c) != kMarks.npos;
}

// Letters in turned coordinates (Turn); indexes into PageInk::glyphs.
struct Letter {
  uint32_t glyph;
  float a0, a1, base, size;
  char32_t first;       // its first letter, for gaps and direction
  bool after_blank, begins;
};
struct Run {
  uint32_t begin, end;  // of letters
  float a0, a1, base, size;  // base and size of its largest letter
  uint8_t turns;
  bool right_to_left;
};

class Cuts;

struct Builder {
  const PageInk& ink;
  Page* page;
  std::vector<Letter> letters;
  std::vector<Run> runs;

  // One word of one line: a range of `line_letters`.
  struct Piece {
    uint32_t begin, end;
    float a0, a1;
    bool right_to_left;
  };

  float NextOf(uint32_t letter) const { return ink.glyphs[letters[letter].glyph].next; }
  std::string_view TextOf(uint32_t letter) const {
    Range r = ink.glyphs[letters[letter].glyph].glyph.range;
    return std::string_view(ink.letters).substr(r.begin, r.end - r.begin);
  }

  void MakeRuns(const std::vector<bool>& dropped);
  bool Extends(const Run& run, const Letter& letter, uint8_t turns) const;
  bool IsRaised(const Run& run, const Letter& letter) const;
  bool IsShadow(const Letter& a, const Letter& b, uint32_t ia, uint32_t ib) const;
  void MakeLines();
  void SetLine(std::vector<Run> line, Cuts* across);
  bool IsEven(const Piece& word, const Letter& letter) const;
  float Lost(const Piece& word) const;
  bool EndsAmount(const Piece& word) const;
  bool BeginsAmount(std::span<const uint32_t> text) const;
  bool IsStretched(uint32_t letter) const;
  void OrderWords();
  bool IsCut(size_t at) const;
  void Emit(uint8_t turns);
  std::vector<bool> bold;  // by letter: printed over itself
  static constexpr uint32_t kNone = UINT32_MAX;
  uint32_t Shadowed(uint32_t letter) const;
  void TakeOrder(const Run& run, bool overlaps);
  std::vector<uint32_t> line_letters, order, shadowed;  // of the line at hand: letters of its words; of a run of it; which they print over
  std::vector<Piece> words;
};

bool Near(float a, float b, float most) { return std::abs(a - b) < most; }

bool IsDigit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }

// True if one of two neighbours is a raised or lowered figure and both are digits: a footnote's mark behind a number,
// which must not become part of it.
bool IsMark(const Letter& left, const Letter& right) {
  return IsDigit(left.first) && IsDigit(right.first) && !Near(left.base, right.base, 0.1f * std::max(left.size, right.size)) &&
         std::min(left.size, right.size) < kSmaller * std::max(left.size, right.size);
}

// Widest gap between two letters of one word.
float WordGap(char32_t left, char32_t right, float size) {
  return (IsWide(left) || IsWide(right) ? kHanGap : kWordGap) * size;
}

// The same where a line may be stretched: before a closing mark nobody leaves a gap.
float WidestGap(const Letter& left, const Letter& right, float size) {
  return IsClosing(right.first) ? kBeforeMark * size : WordGap(left.first, right.first, size);
}

bool Builder::IsShadow(const Letter& a, const Letter& b, uint32_t ia, uint32_t ib) const {
  return a.first == b.first && Near(a.a0, b.a0, kShadow * a.size) && Near(a.base, b.base, kShadow * a.size) &&
         Near(a.size, b.size, kShadow * a.size) && TextOf(ia) == TextOf(ib);
}

// True if `letter` goes on where the run's last letter ended.
bool Builder::Extends(const Run& run, const Letter& letter, uint8_t turns) const {
  if (run.turns != turns) return false;
  const Letter& last = letters[run.end - 1];
  float size = std::max(last.size, letter.size), small = std::min(last.size, letter.size);
  float rise = std::abs(letter.base - last.base);
  bool raised = small < kSmaller * size && small > 0.3f * size && rise < kRaised * size && !IsMark(last, letter);
  if (rise > 0.1f * size && !raised) return false;
  if (IsRightToLeft(letter.first) && IsRightToLeft(last.first) && letter.a0 < last.a0)
    return std::abs(last.a0 - letter.a1) < WordGap(last.first, letter.first, size) && !letter.after_blank;
  float gap = letter.a0 - last.a1;
  if (letter.after_blank && gap > kFalseBlank * size) return false;
  // Spacing that the file sets between all letters parts no words, while it is narrow.
  float spacing = std::clamp(NextOf(run.end - 1) - last.a1, 0.0f, kWordGap * size);
  return gap - spacing < WordGap(last.first, letter.first, small) && gap > -kOverlap * size;
}

// True if `letter` begins a superscript or subscript behind the run: a smaller letter, not far behind, not on its baseline.
bool Builder::IsRaised(const Run& run, const Letter& letter) const {
  float rise = std::abs(letter.base - run.base), gap = letter.a0 - letters[run.end - 1].a1;
  return letter.size < kSmaller * run.size && rise < kRaised * run.size && gap > -kOverlap * run.size && gap < run.size;
}

void Builder::MakeRuns(const std::vector<bool>& dropped) {
  letters.reserve(ink.glyphs.size());
  for (uint32_t i = 0; i < ink.glyphs.size(); ++i) {
    if (!dropped.empty() && dropped[i]) continue;
    const Glyph& glyph = ink.glyphs[i].glyph;
    Turned box = Turn(glyph.box, glyph.turns);
    size_t at = glyph.range.begin;
    auto index = static_cast<uint32_t>(letters.size());
    letters.push_back({i, box.a0, box.a1, TurnBase(glyph.base, glyph.turns), glyph.size, NextLetter(ink.letters, at),
                       ink.glyphs[i].after_blank, ink.glyphs[i].begins});
    const Letter& letter = letters.back();
    if (!runs.empty() && runs.back().turns == glyph.turns && IsShadow(letters[runs.back().end - 1], letter, runs.back().end - 1, index)) {
      letters.pop_back();
      bold.resize(letters.size());
      bold.back() = true;
      continue;
    }
    bool follows = !runs.empty() && runs.back().turns == glyph.turns;
    if (follows && Extends(runs.back(), letter, glyph.turns)) {
      Run& run = runs.back();
      run.end = index + 1;
      run.a0 = std::min(run.a0, letter.a0), run.a1 = std::max(run.a1, letter.a1);
      if (letter.size > run.size) run.size = letter.size, run.base = letter.base;
      run.right_to_left = run.right_to_left || IsRightToLeft(letter.first);
    } else {
      Run run{index, index + 1, letter.a0, letter.a1, letter.base, letter.size, glyph.turns, IsRightToLeft(letter.first)};
      if (follows && IsRaised(runs.back(), letter)) run.base = runs.back().base, run.size = runs.back().size;
      runs.push_back(run);
    }
  }
  bold.resize(letters.size());
}

// The rulings across one direction of writing, swept from line to line.
class Cuts {
 public:
  Cuts(const Page& page, uint8_t turns) {
    for (const Ruling& ruling : page.rulings) {
      bool vertical = ruling.box.y1 - ruling.box.y0 > ruling.box.x1 - ruling.box.x0;
      if (vertical == (turns % 2 == 0)) all_.push_back(Turn(ruling.box, turns));
    }
    std::sort(all_.begin(), all_.end(), [](const Turned& a, const Turned& b) { return a.d0 < b.d0; });
  }

  // To the line whose letters' middles are from `low` to `high`. REQUIRES: baselines grow.
  void MoveTo(float low, float high, float base) {
    constexpr float kHighest = 200;  // points of letters that are still cut well
    while (next_ < all_.size() && all_[next_].d0 <= base) open_.push_back(all_[next_++]);
    std::erase_if(open_, [&](const Turned& box) { return box.d1 < base - kHighest; });
    at_.clear();
    for (const Turned& box : open_)
      if (box.d0 <= low && box.d1 >= high) at_.push_back((box.a0 + box.a1) / 2);
    std::sort(at_.begin(), at_.end());
  }

  // True if one passes from `a` to `b`.
  bool Between(float a, float b) const {
    auto it = std::upper_bound(at_.begin(), at_.end(), a);
    return it != at_.end() && *it < b;
  }

 private:
  std::vector<Turned> all_, open_;
  size_t next_ = 0;
  std::vector<float> at_;
};

void Builder::MakeLines() {
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) {
    if (a.turns != b.turns) return a.turns < b.turns;
    if (a.base != b.base) return a.base < b.base;
    return a.begin < b.begin;
  });
  std::vector<Run> line;
  std::optional<Cuts> cuts;
  auto close = [&] {
    if (line.empty()) return;
    SetLine(std::move(line), &*cuts);
    line.clear();
  };
  for (const Run& run : runs) {
    bool same = !line.empty() && run.turns == line.front().turns &&
                run.base - line.front().base <= kSameBase * std::min(run.size, line.front().size);
    if (!same) {
      bool turned = line.empty() || line.front().turns != run.turns;
      close();
      if (turned) cuts.emplace(*page, run.turns);
    }
    line.push_back(run);
  }
  close();
}

bool IsLatin(char32_t c) { return c < 0x80 && (IsDigit(c) || (c | 32) - 'a' < 26u); }

// True if the letter belongs to a text of Han letters that was stretched to the width of its line: all gaps are the same, but for those
// within figures and Latin words, which have none, and no blank was drawn in one. What is written without blanks has none where its
// line is justified. Two letters are no text, but two wide digits are of one figure.
bool Builder::IsStretched(uint32_t letter) const {
  constexpr uint32_t kMost = 100;  // letters of a line
  uint32_t begin = letter, end = letter + 1;
  while (begin > 0 && !letters[begin].begins && letter - begin < kMost) --begin;
  while (end < letters.size() && !letters[end].begins && end - letter < kMost) ++end;
  if (begin == letter || end - begin >= kMost) return false;
  if (end - begin < 3 && !(IsDigit(letters[begin].first) && IsDigit(letters[letter].first))) return false;
  const float size = letters[letter].size;
  std::optional<float> usual;
  for (uint32_t i = begin + 1; i < end; ++i) {
    const Letter &left = letters[i - 1], &right = letters[i];
    const bool latin = IsLatin(left.first) && IsLatin(right.first);
    const auto belongs = [](const Letter& l) { return IsWide(l.first) || IsLatin(l.first); };
    if (!belongs(left) || !belongs(right) || right.after_blank || !Near(right.base, left.base, kSameStretch * size)) return false;
    const float gap = right.a0 - left.a1;
    if (!latin && !usual) usual = gap;
    if (!Near(gap, latin ? 0 : *usual, (latin ? kWordGap : kSameStretch) * size)) return false;
  }
  return usual && *usual < kStretched * size;
}

// True if the letter stands as far behind the word's last one as that stands behind the one before.
bool Builder::IsEven(const Piece& word, const Letter& letter) const {
  if (letter.after_blank || letter.begins) return false;
  const Letter& last = letters[line_letters[word.end - 1]];
  const float usual = word.end - word.begin < 2 ? 0 : last.a0 - letters[line_letters[word.end - 2]].a1;
  return Near(letter.a0 - last.a1, usual, kEven * letter.size);
}

// How much further left than meant the word's end stands: some programs embed fonts that say no width of a few Han letters, which then
// overlap, and draw what follows where it would stand if they were as wide as high.
float Builder::Lost(const Piece& word) const {
  constexpr float kHollow = 0.1f;  // of the letter's size
  float lost = 0;
  for (uint32_t k = word.begin; k < word.end; ++k) {
    const Letter& letter = letters[line_letters[k]];
    if (IsWide(letter.first) && letter.a1 - letter.a0 < kHollow * letter.size) lost += letter.size;
  }
  return lost;
}

// "1,794,989.00", "12,000": no digit goes on with it.
bool Builder::EndsAmount(const Piece& word) const {
  constexpr uint32_t kLeast = 4;  // letters
  if (word.end - word.begin < kLeast) return false;
  auto letter = [&](uint32_t from_end) { return letters[line_letters[word.end - from_end]].first; };
  if (!IsDigit(letter(1)) || !IsDigit(letter(2))) return false;
  return letter(3) == '.' ? IsDigit(letter(4)) : IsDigit(letter(3)) && letter(4) == ',';
}

// An amount whose places are marked: "1,794" of "1,794,989.00", "0.63".
bool Builder::BeginsAmount(std::span<const uint32_t> text) const {
  constexpr size_t kMostDigits = 3;  // before its first mark; without groups it may have more
  size_t digits = 0;
  while (digits < text.size() && IsDigit(letters[text[digits]].first)) ++digits;
  if (digits == 0 || digits + 2 >= text.size() || !IsDigit(letters[text[digits + 1]].first)) return false;
  const char32_t mark = letters[text[digits]].first;
  return mark == '.' || (mark == ',' && digits <= kMostDigits);
}

// Index of a letter of the words before of which this is the shadow; kNone.
uint32_t Builder::Shadowed(uint32_t letter) const {
  constexpr size_t kLookBack = 16;  // words
  for (size_t w = words.size(); w-- > 0 && words.size() - w < kLookBack;) {
    if (words[w].a1 < letters[letter].a0) continue;
    for (uint32_t k = words[w].begin; k < words[w].end; ++k)
      if (const uint32_t other = line_letters[k]; other != letter && IsShadow(letters[other], letters[letter], other, letter)) return other;
  }
  return kNone;
}

// The letters of a run without those that only print others over. A text is printed over as a whole: where few letters stand on the same
// ones, two texts overlap.
void Builder::TakeOrder(const Run& run, bool overlaps) {
  order.clear();
  shadowed.assign(run.end - run.begin, kNone);
  size_t shadows = 0;
  for (uint32_t i = run.begin; overlaps && i < run.end; ++i) shadows += (shadowed[i - run.begin] = Shadowed(i)) != kNone;
  const bool over = 2 * shadows > run.end - run.begin;
  for (uint32_t i = run.begin; i < run.end; ++i) {
    const uint32_t other = shadowed[i - run.begin];
    if (over && other != kNone) bold[other] = true;
    else order.push_back(i);
  }
}

void Builder::SetLine(std::vector<Run> line, Cuts* across) {
  std::sort(line.begin(), line.end(), [](const Run& a, const Run& b) { return a.a0 != b.a0 ? a.a0 < b.a0 : a.begin < b.begin; });
  uint8_t turns = line.front().turns;
  float middle = line.front().base - 0.35f * line.front().size, part = 0.15f * line.front().size;
  across->MoveTo(middle - part, middle + part, line.front().base);
  const Cuts& cuts = *across;
  words.clear();
  line_letters.clear();
  float reach = -1e9f;  // of all words before
  for (const Run& run : line) {
    TakeOrder(run, run.a0 < reach);
    if (run.right_to_left)
      std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return letters[a].a1 < letters[b].a1; });
    bool first = true;
    for (size_t k = 0; k < order.size(); ++k) {
      const uint32_t i = order[k];
      const Letter& letter = letters[i];
      bool joins = !words.empty();
      if (joins) {
        Piece& word = words.back();
        const Letter& last = letters[line_letters.back()];
        // Letters that follow one another evenly are one text, which may overflow its cell; what else stands near is another.
        const Letter& from = letters[line_letters[word.begin]];
        float centre = (letter.a0 + letter.a1) / 2, size = std::min(last.size, letter.size), gap = letter.a0 - word.a1;
        joins = !cuts.Between((from.a0 + from.a1) / 2, centre) ||
                (!first && IsEven(word, letter) && !(EndsAmount(word) && BeginsAmount(std::span(order).subspan(k))));
        if (joins && first)
          joins = !IsMark(last, letter) && (gap < WidestGap(last, letter, size) || IsStretched(i) || gap < WidestGap(last, letter, size) + Lost(word)) && gap > -kOverlap * size && !(letter.after_blank && gap > kFalseBlank * size);
      }
      first = false;
      if (!joins) {
        auto at = static_cast<uint32_t>(line_letters.size());
        words.push_back({at, at, letter.a0, letter.a1, false});
      }
      Piece& word = words.back();
      line_letters.push_back(i);
      ++word.end;
      word.a0 = std::min(word.a0, letter.a0), word.a1 = std::max(word.a1, letter.a1);
      word.right_to_left = word.right_to_left || IsRightToLeft(letter.first);
      reach = std::max(reach, letter.a1);
    }
  }
  Emit(turns);
}

// Words and letters that run from right to left are turned round: in a line that is mostly so, the words too.
void Builder::OrderWords() {
  auto letter = [&](uint32_t i) { return line_letters.begin() + static_cast<std::ptrdiff_t>(i); };
  for (const Piece& piece : words)
    if (piece.right_to_left) std::reverse(letter(piece.begin), letter(piece.end));
  OrderAsRead(&words, [](const Piece& piece) { return piece.right_to_left; });
}

// A bracket as it is read in a word from right to left: there the one that opens is printed as the one that closes.
std::string_view Mirrored(std::string_view text) {
  constexpr std::string_view kPairs[] = {"()", "[]", "{}", "<>"};
  for (std::string_view pair : kPairs)
    for (size_t i = 0; i < 2; ++i)
      if (text == pair.substr(i, 1)) return pair.substr(1 - i, 1);
  return text;
}

// True if clipping took letters at an end of the line's piece, and nothing else stands there: texts may be drawn in parts.
bool Builder::IsCut(size_t at) const {
  constexpr float kNear = 0.6f;  // of the letters' size
  const Piece& piece = words[at];
  auto ink_of = [&](uint32_t k) -> const InkLetter& { return ink.glyphs[letters[line_letters[k]].glyph]; };
  const InkLetter &first = ink_of(piece.begin), &last = ink_of(piece.end - 1);
  const float near = kNear * first.glyph.size;
  const bool alone_before = at == 0 || piece.a0 - words[at - 1].a1 > near;
  const bool alone_behind = at + 1 == words.size() || words[at + 1].a0 - piece.a1 > near;
  return (first.cut_before && alone_before) || (last.cut_behind && alone_behind);
}

void Builder::Emit(uint8_t turns) {
  OrderWords();
  bool begun = false;
  for (const Piece& piece : words) {
    if (!page->text.empty()) page->text += begun ? ' ' : '\n';
    begun = true;
    Word word;
    word.begin = static_cast<uint32_t>(page->glyphs.size());
    word.range.begin = static_cast<uint32_t>(page->text.size());
    for (uint32_t k = piece.begin; k < piece.end; ++k) {
      const uint32_t i = line_letters[k];
      Glyph& glyph = page->glyphs.emplace_back(ink.glyphs[letters[i].glyph].glyph);
      auto at = static_cast<uint32_t>(page->text.size());
      page->text += piece.right_to_left ? Mirrored(TextOf(i)) : TextOf(i);
      glyph.range = {at, static_cast<uint32_t>(page->text.size())};
      glyph.bold = glyph.bold || bold[i];
      glyph.box.page = page->number;
      if (k == piece.begin) {
        word.box = glyph.box;
        word.bold = true;
      }
      word.box = {page->number, std::min(word.box.x0, glyph.box.x0), std::min(word.box.y0, glyph.box.y0),
                  std::max(word.box.x1, glyph.box.x1), std::max(word.box.y1, glyph.box.y1)};
      word.bold = word.bold && glyph.bold;
    }
    const Glyph& first = page->glyphs[word.begin];
    word.end = static_cast<uint32_t>(page->glyphs.size());
    word.range.end = static_cast<uint32_t>(page->text.size());
    word.size = first.size;
    word.base = first.base;
    word.turns = turns;
    word.cut = IsCut(static_cast<size_t>(&piece - words.data()));
    page->words.push_back(word);
  }
}

// Invisible letters that stand where visible ones do: a recognised layer under real text. Empty: none.
std::vector<bool> HiddenLayer(const PageInk& ink) {
  constexpr float kCell = 8;  // points; about a letter
  auto cell = [&](float x, float y) { return static_cast<int64_t>(y / kCell) << 32 | static_cast<uint32_t>(static_cast<int32_t>(x / kCell)); };
  bool any = std::any_of(ink.glyphs.begin(), ink.glyphs.end(), [](const InkLetter& l) { return l.glyph.invisible; });
  if (!any) return {};
  std::unordered_map<int64_t, uint32_t> visible;
  for (const InkLetter& l : ink.glyphs) {
    const Box& box = l.glyph.box;
    if (!l.glyph.invisible) ++visible[cell((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)];
  }
  std::vector<bool> out(ink.glyphs.size());
  for (size_t i = 0; i < ink.glyphs.size(); ++i) {
    const Box& box = ink.glyphs[i].glyph.box;
    if (!ink.glyphs[i].glyph.invisible) continue;
    float x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
    for (float dx : {-kCell / 2, kCell / 2})
      for (float dy : {-kCell / 4, kCell / 4}) out[i] = out[i] || visible.count(cell(x + dx, y + dy)) > 0;
  }
  return out;
}

}  // namespace

void SetWords(const PageInk& ink, Page* page) {
  Builder builder{ink, page, {}, {}, {}, {}, {}, {}, {}};
  page->text.reserve(ink.letters.size() + ink.letters.size() / 4);
  page->glyphs.reserve(ink.glyphs.size());
  builder.MakeRuns(HiddenLayer(ink));
  builder.MakeLines();
}

}  // namespace tabularium
