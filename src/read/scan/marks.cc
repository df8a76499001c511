// Brackets that lost their shape, and marks that lost their width. Tested by page_text_test.cc.
#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/scan/seen.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

// How far a full-width mark keeps its neighbour off, in letters' heights: from its own ink to the next letter's; from the letter
// before it to an opening bracket's ink. Half-width ones: 0.4 and 1.1.
constexpr float kBehind = 0.68f, kBefore = 1.35f;

struct MarkForms {
  std::string_view half, full;
};
constexpr MarkForms kForms[] = {{"(", "（"}, {")", "）"}, {":", "："}, {";", "；"}, {",", "，"}, {"!", "！"}, {"?", "？"}};

constexpr std::string_view kOpening[] = {"(", "（", "〈", "《", "【", "[", "‹"};
constexpr std::string_view kClosing[] = {")", "）", "〉", "》", "】", "]", "›"};

template <class Table>
bool In(const Table& table, std::string_view text) {
  return std::find(std::begin(table), std::end(table), text) != std::end(table);
}

bool IsFullRound(std::string_view text) { return text == "（" || text == "）"; }
bool IsRound(std::string_view text) { return text == "(" || text == ")" || IsFullRound(text); }

bool IsFigure(std::string_view text) { return text.size() == 1 && text[0] >= '0' && text[0] <= '9'; }
bool IsDigit(const SeenLetter& letter) { return IsFigure(letter.text); }

bool IsHanSide(const SeenLetter* letter, int line) {
  size_t at = 0;
  if (!letter || letter->line != line) return false;
  const char32_t c = NextLetter(letter->text, at);
  return IsHan(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF60);
}

// A pair is round if one of it is, and full-width likewise.
void MendPair(SeenLetter* open, SeenLetter* close) {
  if (!IsRound(open->text) && !IsRound(close->text)) return;
  const bool full = IsFullRound(open->text) || IsFullRound(close->text);
  open->text = full ? "（" : "(", close->text = full ? "）" : ")";
}

void MendBrackets(std::vector<SeenLetter>* letters) {
  std::vector<SeenLetter*> open;
  for (SeenLetter& letter : *letters) {
    if (In(kOpening, letter.text)) open.push_back(&letter);
    if (!In(kClosing, letter.text) || open.empty()) continue;
    MendPair(open.back(), &letter);
    open.pop_back();
  }
}

bool IsFull(const SeenLetter& mark, const SeenLetter* before, const SeenLetter* after, int height) {
  if (!IsHanSide(before, mark.line) && !IsHanSide(after, mark.line)) return false;
  const bool opens = In(kOpening, mark.text);
  const SeenLetter* side = opens ? before : after;
  if (height == 0 || !side || side->line != mark.line) return true;
  const int distance = opens ? mark.box.x - side->box.x : side->box.x - mark.box.x;
  return static_cast<float>(distance) > (opens ? kBefore : kBehind) * static_cast<float>(height);
}

// A degree sign, by what recognisers take it for.
constexpr std::string_view kRings[] = {"°", "º", "˚", "?", "'", "\"", "‘", "’", "“", "”", "。", "*"};

// A sign of currency, by what recognisers take it for before an amount.
constexpr std::string_view kYen[] = {"¥", "￥", "Y", "V", "芋", "羊", "半", "丰", "关", "至"};

// "¥1,988.00": an amount with its commas or its point.
void MendYen(std::vector<SeenLetter>* letters) {
  if (letters->size() < 4 || !In(kYen, letters->front().text) || !IsDigit((*letters)[1])) return;
  const auto amount = std::span(*letters).subspan(1);
  auto is_mark = [](const SeenLetter& letter) { return letter.text == "," || letter.text == "."; };
  if (std::all_of(amount.begin(), amount.end(), [&](const SeenLetter& letter) { return IsDigit(letter) || is_mark(letter); }) &&
      std::any_of(amount.begin(), amount.end(), is_mark))
    letters->front().text = "¥";
}

// Of two dashes or more with nothing beside them none is a 一.
void MendDashes(std::vector<SeenLetter>* letters) {
  constexpr std::string_view kDashes[] = {"一", "-", "—", "―", "–"};
  if (letters->size() < 2 || !std::all_of(letters->begin(), letters->end(), [&](const SeenLetter& letter) { return In(kDashes, letter.text); })) return;
  for (SeenLetter& letter : *letters)
    if (letter.text == "一") letter.text = "—";
}

// A hyphen at a line's end stands close to its word: "Moderniza -" above "tion".
void CloseHyphens(std::vector<SeenLetter>* letters) {
  auto is_latin = [](const std::string& text) { return text.size() == 1 && (text[0] | 0x20) >= 'a' && (text[0] | 0x20) <= 'z'; };
  for (size_t i = 1; i + 1 < letters->size(); ++i) {
    SeenLetter &before = (*letters)[i - 1], &hyphen = (*letters)[i];
    if (hyphen.text != "-" || hyphen.line != before.line || hyphen.line == (*letters)[i + 1].line || !is_latin(before.text)) continue;
    hyphen.blank_before = hyphen.parted = false;
    before.box.width = std::max(1, hyphen.box.x - before.box.x);
  }
}

// Full-width figures stand so far apart, of their height, from one beginning to the next; others half as far.
constexpr float kFullFigures = 1.1f;

// What a letter among figures is: a figure, a mark; empty: neither.
std::string_view FigureOf(std::string_view text) {
  constexpr std::string_view kZeros[] = {"O", "o", "〇", "○"}, kCommas[] = {",", "，"}, kPoints[] = {".", "。", "．"};
  constexpr std::string_view kLines[] = {"-", "—", "一", "－"};
  if (IsFigure(text) || text == "/") return text;
  return In(kZeros, text) ? "0" : In(kCommas, text) ? "," : In(kPoints, text) ? "." : In(kLines, text) ? "-" : "";
}

// True if a spot holds nothing but figures and their marks, set in full width.
bool AreFullFigures(const std::vector<SeenLetter>& letters) {
  constexpr size_t kFew = 4;
  std::vector<int> apart, heights;
  size_t figures = 0;
  for (size_t i = 0; i < letters.size(); ++i) {
    if (FigureOf(letters[i].text).empty()) return false;
    figures += IsFigure(letters[i].text);
    if (IsFigure(letters[i].text)) heights.push_back(letters[i].box.height);
    if (i > 0 && letters[i].line == letters[i - 1].line) apart.push_back(letters[i].box.x - letters[i - 1].box.x);
  }
  if (letters.size() < kFew || 2 * figures < letters.size() || apart.empty()) return false;
  auto middle = [](std::vector<int>& values) {
    std::nth_element(values.begin(), values.begin() + static_cast<ptrdiff_t>(values.size() / 2), values.end());
    return static_cast<float>(values[values.size() / 2]);
  };
  return middle(apart) >= kFullFigures * middle(heights);
}

// No blanks stand between the letters of a line.
void CloseUp(std::vector<SeenLetter>* letters) {
  for (SeenLetter& letter : *letters) letter.blank_before = letter.parted = false;
  for (size_t i = 1; i < letters->size(); ++i) {
    SeenLetter& before = (*letters)[i - 1];
    if (before.line == (*letters)[i].line) before.box.width = std::max(1, (*letters)[i].box.x - before.box.x);
  }
}

// True of thousands and hundredths, as whole as they can be: 4,725,186.10.
bool IsWholeAmount(std::span<const SeenLetter> letters) {
  std::string text;
  for (const SeenLetter& letter : letters) {
    if (!IsDigit(letter) && letter.text != "," && letter.text != ".") return false;
    text += letter.text;
  }
  const size_t point = text.find('.'), end = std::min(point, text.size());
  if (text.find(',') >= end || text[0] == ',' || (point != text.npos && text.size() - point != 3)) return false;
  for (size_t i = 0; i < end; ++i)
    if ((text[i] == ',') != ((end - i) % 4 == 0)) return false;
  return true;
}

// "4,725,186. 10": wide types keep figures off their point like a blank.
void MendAmount(std::vector<SeenLetter>* letters) {
  if (!letters->empty() && letters->front().line == letters->back().line && IsWholeAmount(*letters)) CloseUp(letters);
}

// A dollar, by what recognisers take it for: anywhere, and where it stands alone.
constexpr std::string_view kDollars[] = {"$", "§", "S"}, kLoneDollars[] = {"3", "4", "5", "6", "8", "9", "中", "□", "■"};

bool BeginsAlone(const std::vector<SeenLetter>& letters) { return letters.size() == 1 || letters[0].line != letters[1].line; }

// In lines of two letters a figure stands alone before one with its comma, which begins no line: 3 above "1,".
bool MayBeAloneAsAFigure(const std::vector<SeenLetter>& letters) {
  size_t longest = 0;
  for (size_t i = 0, j = 0; i < letters.size(); i = j) {
    while (j < letters.size() && letters[j].line == letters[i].line) ++j;
    longest = std::max(longest, j - i);
  }
  return longest == 2;
}

// "§ 1,988.00"; and a lone letter above an amount: lines are filled before they break, so that it is none of its figures.
void MendDollar(std::vector<SeenLetter>* letters) {
  if (letters->size() < 4 || !IsWholeAmount(std::span(*letters).subspan(1))) return;
  SeenLetter& first = letters->front();
  if (In(kDollars, first.text) || (In(kLoneDollars, first.text) && BeginsAlone(*letters) && !MayBeAloneAsAFigure(*letters))) first.text = "$";
}

// Figures in full width: "8， 048， 0 00。 OO" → "8,048,000.00". What stands between them is no blank.
void MendFullFigures(std::vector<SeenLetter>* letters) {
  if (!AreFullFigures(*letters)) return;
  for (SeenLetter& letter : *letters) letter.text = FigureOf(letter.text);
  auto is_again = [](const SeenLetter& a, const SeenLetter& b) { return a.text == "." && b.text == "."; };
  letters->erase(std::unique(letters->begin(), letters->end(), is_again), letters->end());
  CloseUp(letters);
}

// A text of Han letters has no point at its end.
void DropSpeck(std::vector<SeenLetter>* letters) {
  const size_t n = letters->size();
  if (n < 3 || letters->back().text != "." || letters->back().line != (*letters)[n - 2].line) return;
  if (std::all_of(letters->begin(), letters->end() - 1, [](const SeenLetter& letter) { return IsHanSide(&letter, letter.line); })) letters->pop_back();
}

// A quotation mark is higher than this part of its line; a speck that was taken for one is not.
void DropSpecksTakenForQuotes(int height, std::vector<SeenLetter>* letters) {
  constexpr std::string_view kQuotes[] = {"\"", "“", "”", "'", "‘", "’", "`", "´"};
  constexpr float kSpeck = 0.15f;
  const auto is_speck = [&](const SeenLetter& letter) {
    return In(kQuotes, letter.text) && static_cast<float>(std::max(letter.box.width, letter.box.height)) < kSpeck * static_cast<float>(height);
  };
  for (size_t i = 0; i + 1 < letters->size(); ++i)
    if (SeenLetter& next = (*letters)[i + 1]; is_speck((*letters)[i]) && next.line == (*letters)[i].line) next.blank_before |= (*letters)[i].blank_before;
  std::erase_if(*letters, is_speck);
}

}  // namespace

void MendDegrees(SeenText* seen) {
  std::vector<SeenLetter>& letters = seen->letters;
  const size_t n = letters.size();
  if (n < 3 || letters[n - 1].text != "C" || !In(kRings, letters[n - 2].text) || !IsDigit(letters[n - 3])) return;
  if (letters[n - 1].line != letters[n - 3].line) return;
  SeenLetter& ring = letters[n - 2];
  const PixelBox &c = letters[n - 1].box, from = ring.box;
  const int right = std::max(from.x + from.width, c.x + c.width), bottom = std::max(from.y + from.height, c.y + c.height);
  ring.box = {std::min(from.x, c.x), std::min(from.y, c.y), 0, 0};
  ring.box.width = right - ring.box.x, ring.box.height = bottom - ring.box.y;
  ring.text = "℃";
  ring.certainty = std::min(ring.certainty, letters[n - 1].certainty);
  letters.pop_back();
}

void MendColumn(SeenText* seen) {
  constexpr std::string_view kLying[] = {"人", "入", "八", "个", "へ", "∧", "^"};
  constexpr size_t kReach = 4;  // letters: a unit
  std::vector<SeenLetter>& letters = seen->letters;
  const size_t n = letters.size();
  if (n < 3 || !In(kClosing, letters[n - 1].text)) return;
  if (std::any_of(letters.begin(), letters.end(), [](const SeenLetter& letter) { return In(kOpening, letter.text); })) return;
  for (size_t i = n - 1; i-- > 1 && i + kReach >= n;)
    if (In(kLying, letters[i].text)) {
      letters[i].text = "（", letters[n - 1].text = "）";
      return;
    }
}

void LendDollar(std::vector<SeenText>* seen) {
  auto begins_alone = [](const SeenText& one) { return !one.letters.empty() && BeginsAlone(one.letters) && !MayBeAloneAsAFigure(one.letters); };
  if (std::none_of(seen->begin(), seen->end(), [&](const SeenText& one) { return begins_alone(one) && one.letters.front().text == "$"; })) return;
  for (SeenText& one : *seen)
    if (begins_alone(one) && (In(kDollars, one.letters.front().text) || In(kLoneDollars, one.letters.front().text))) one.letters.front().text = "$";
}

namespace {

bool IsBar(const SeenLetter& letter) { return letter.text == "|" || letter.text == "¦"; }

bool IsTooWideForABar(const SeenLetter& letter) {
  constexpr float kWide = 0.4f;  // of its height
  return static_cast<float>(letter.box.width) > kWide * static_cast<float>(letter.box.height);
}

}  // namespace

bool IsLetterTakenForABar(const SeenText& seen) {
  return seen.letters.size() == 1 && IsBar(seen.letters.front()) && IsTooWideForABar(seen.letters.front());
}

void DropEdgeBars(SeenText* seen) {
  std::vector<SeenLetter>& letters = seen->letters;
  if (std::all_of(letters.begin(), letters.end(), IsBar)) return;
  std::vector<SeenLetter> kept;
  for (size_t i = 0; i < letters.size(); ++i) {
    const bool first = i == 0 || letters[i - 1].line != letters[i].line, last = i + 1 == letters.size() || letters[i + 1].line != letters[i].line;
    const bool alone = first && last && IsTooWideForABar(letters[i]);
    if (!IsBar(letters[i]) || !(first || last) || alone) kept.push_back(std::move(letters[i]));
  }
  letters = std::move(kept);
}

void MendMarks(int height, SeenText* seen) {
  std::vector<SeenLetter>& letters = seen->letters;
  // A dash before a digit is seen as the Han letter 一.
  for (size_t i = 0; i + 1 < letters.size(); ++i)
    if (letters[i].text == "一" && letters[i + 1].line == letters[i].line && IsDigit(letters[i + 1])) letters[i].text = "-";
  // A semicolon is seen as one and then its comma again.
  auto is_again = [](const SeenLetter& a, const SeenLetter& b) {
    return (a.text == ";" || a.text == "；") && (b.text == "，" || b.text == ",");
  };
  letters.erase(std::unique(letters.begin(), letters.end(), is_again), letters.end());
  for (size_t i = 0; i < letters.size(); ++i) {
    const auto form = std::find_if(std::begin(kForms), std::end(kForms), [&](const MarkForms& f) { return f.half == letters[i].text; });
    const SeenLetter* before = i > 0 ? &letters[i - 1] : nullptr;
    const SeenLetter* after = i + 1 < letters.size() ? &letters[i + 1] : nullptr;
    if (form != std::end(kForms) && IsFull(letters[i], before, after, height)) letters[i].text = form->full;
  }
  MendBrackets(&letters);
  MendFullFigures(&letters);
  MendAmount(&letters);
  MendYen(&letters);
  MendDollar(&letters);
  MendDashes(&letters);
  CloseHyphens(&letters);
  DropSpeck(&letters);
  DropSpecksTakenForQuotes(height, &letters);
}

}  // namespace tabularium
