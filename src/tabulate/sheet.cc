// A page as table finding sees it: words without leaders and drawn-by-typing lines, turned upright,
// and rulings joined. Tested by sheet_test.cc.
#include "tabulate/sheet.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "tabulate/prices.h"
#include "text/direction.h"
#include "text/utf8.h"

namespace tabularium::sheet {
namespace {

bool IsDot(char32_t c) { return c == '.' || c == 0x2026 || c == 0xB7 || c == 0x2025; }
bool IsDash(char32_t c) {
  return c == '-' || c == '_' || c == '=' || c == 0xAD || (c >= 0x2010 && c <= 0x2015) ||
         (c >= 0x2500 && c <= 0x2501) || c == 0x2550 || c == 0x2212;
}
bool IsBar(char32_t c) { return c == '|' || (c >= 0x2502 && c <= 0x2503) || c == 0x2551; }

// How many letters of a word are dots, dashes or bars, and how many there are.
struct Strokes {
  int dots = 0, dashes = 0, bars = 0, all = 0;
};

Strokes StrokesOf(std::string_view text) {
  Strokes s;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextLetter(text, i);
    ++s.all;
    s.dots += IsDot(c);
    s.dashes += IsDash(c) || c == '+';
    s.bars += IsBar(c);
  }
  return s;
}

bool IsLowerLetter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}

bool IsLetter(char32_t c) {
  if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z';
  if (c < 0x2000) return c >= 0xC0 && c != 0xD7 && c != 0xF7;
  return c >= 0x3040;
}

// "n.a.", "NA": a value that is not there.
bool IsNotAvailable(std::string_view text) {
  std::string letters;
  for (const char c : text)
    if (c != '.' && c != '/') letters += static_cast<char>(c | 32);
  return letters == "na";
}

Look LookOf(std::string_view text) {
  int digits = 0, letters = 0;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextLetter(text, i);
    digits += (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
    letters += IsLetter(c);
  }
  if (digits == 0) return letters == 0 || IsNotAvailable(text) ? Look::kSign : Look::kText;
  return letters <= 2 && digits >= letters ? Look::kNumber : Look::kText;
}

bool IsCurrency(std::string_view text) {
  constexpr std::string_view kSigns[] = {"$", "€", "£", "¥", "￥", "US$"};
  return std::find(std::begin(kSigns), std::end(kSigns), text) != std::end(kSigns);
}

// True if the second is three digits, with decimals or not, and the first ends in a group of digits that they go on.
bool AreThousands(std::string_view left, std::string_view right) {
  auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto group = std::find_if_not(right.begin(), right.end(), digit) - right.begin();
  if (group != 3) return false;
  if (const size_t blank = left.rfind(' '); blank != left.npos)
    return left.size() - blank == 4 && std::all_of(left.end() - 3, left.end(), digit);
  const auto digits = std::find_if_not(left.rbegin(), left.rend(), digit) - left.rbegin();
  return digits >= 1 && digits <= 3 && left.find_first_of("0123456789.,") == left.size() - static_cast<size_t>(digits);
}

// White lines between filled areas of one height, or of one width, are borders as well as printed
// ones. The areas are given with their x and y as they are for lines across, and exchanged for
// lines down.
void AddLinesBetweenFills(std::vector<Rect> fills, std::vector<Rule>* rules) {
  auto key = [](const Rect& r) {
    return std::pair(std::round(r.x0 / kSameFill), std::round(r.x1 / kSameFill));
  };
  std::sort(fills.begin(), fills.end(), [&](const Rect& a, const Rect& b) {
    return key(a) != key(b) ? key(a) < key(b) : a.y0 < b.y0;
  });
  for (size_t i = 0; i < fills.size();) {
    float foot = fills[i].y1;  // of the lowest area so far; those inside others count for nothing
    size_t k = i + 1;
    for (; k < fills.size() && key(fills[k]) == key(fills[i]); ++k) {
      const float gap = fills[k].y0 - foot;
      if (gap > kLeastFillGap && gap <= kMostFillGap)
        rules->push_back({foot + gap / 2, fills[k].x0, fills[k].x1, gap});
      foot = std::max(foot, fills[k].y1);
    }
    i = k;
  }
}

// False for what no page holds: a damaged file may say anything.
bool IsPlace(const Box& box) {
  for (const float v : {box.x0, box.y0, box.x1, box.y1})
    if (!(std::abs(v) < kFarthest)) return false;
  return box.x0 <= box.x1 && box.y0 <= box.y1;
}

class SheetMaker {
 public:
  SheetMaker(const Page& page, std::optional<int> turns) : page_(page), turns_(turns) { sheet_.page = &page; }
  Sheet Make();

 private:
  void ChooseTurns();
  void ChooseScale();
  Rect Scaled(Rect r) const { return {r.x0 * sheet_.scale, r.y0 * sheet_.scale, r.x1 * sheet_.scale, r.y1 * sheet_.scale}; }
  Rect Turned(const Box& box) const;
  float TurnedBase(float base) const;
  bool AllInvisible(const Word& word) const;
  void AddWords();
  void AddWord(const Word& word);
  void AddPart(const Word& word, uint32_t begin, uint32_t end);
  void AddStroke(const Rect& box, const Strokes& strokes, float size);
  void AddRulings();
  bool WallBetween(const Token& a, const Token& b) const;
  bool AreOneFigure(const Token& a, const Token& b) const;
  void JoinFigures();
  void MeasureSpace();

  const Page& page_;
  std::optional<int> turns_;  // of the only words that are wanted
  Sheet sheet_;
  bool keep_invisible_ = false;
};

void SheetMaker::ChooseTurns() {
  size_t letters[4] = {};
  for (const Word& word : page_.words) letters[word.turns & 3] += word.end - word.begin;
  sheet_.turns = turns_.value_or(static_cast<int>(std::max_element(letters, letters + 4) - letters));
  const bool aside = sheet_.turns % 2 == 1;
  sheet_.width = (aside ? page_.height : page_.width) * sheet_.scale;
  sheet_.height = (aside ? page_.width : page_.height) * sheet_.scale;
}

// A page of very small or large letters is scaled: lengths in points hold for those of usual sizes.
void SheetMaker::ChooseScale() {
  std::vector<float> sizes;
  for (const Word& word : page_.words)
    if (word.size > 1 && word.size < kFarthest) sizes.push_back(word.size);
  if (sizes.empty()) return;
  const auto middle = sizes.begin() + static_cast<long>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  if (*middle < kLeastSize || *middle > kMostSize) sheet_.scale = kUsualSize / *middle;
}

Rect SheetMaker::Turned(const Box& b) const {
  switch (sheet_.turns) {
    case 1:
      return Scaled({b.y0, page_.width - b.x1, b.y1, page_.width - b.x0});
    case 2:
      return Scaled({page_.width - b.x1, page_.height - b.y1, page_.width - b.x0, page_.height - b.y0});
    case 3:
      return Scaled({page_.height - b.y1, b.x0, page_.height - b.y0, b.x1});
    default:
      return Scaled({b.x0, b.y0, b.x1, b.y1});
  }
}

float SheetMaker::TurnedBase(float base) const {
  return (sheet_.turns == 1 ? page_.width - base : sheet_.turns == 2 ? page_.height - base : base) * sheet_.scale;
}

bool SheetMaker::AllInvisible(const Word& word) const {
  for (uint32_t g = word.begin; g < word.end && g < page_.glyphs.size(); ++g)
    if (!page_.glyphs[g].invisible) return false;
  return word.begin < word.end && word.end <= page_.glyphs.size();
}

void SheetMaker::AddStroke(const Rect& box, const Strokes& strokes, float size) {
  if (strokes.bars > 0) {
    sheet_.down.push_back(
        {box.mid_x(), box.y0 - size * kBarReachEm, box.y1 + size * kBarReachEm, 1});
  } else {
    sheet_.across.push_back({box.mid_y(), box.x0, box.x1, 1});
  }
}

void SheetMaker::AddPart(const Word& word, uint32_t begin, uint32_t end) {
  Token token;
  Box box = word.box;
  if ((begin != word.range.begin || end != word.range.end) && word.end <= page_.glyphs.size()) {
    bool first = true;
    for (uint32_t g = word.begin; g < word.end; ++g) {
      const Glyph& glyph = page_.glyphs[g];
      if (glyph.range.begin < begin || glyph.range.begin >= end) continue;
      if (first) box = glyph.box;
      first = false;
      box.x0 = std::min(box.x0, glyph.box.x0), box.x1 = std::max(box.x1, glyph.box.x1);
      box.y0 = std::min(box.y0, glyph.box.y0), box.y1 = std::max(box.y1, glyph.box.y1);
    }
  }
  token.box = Turned(box);
  token.range = {begin, end};
  token.base = std::abs(word.base) < kFarthest ? TurnedBase(word.base) : token.box.y1;
  token.size = (word.size > 1 && word.size < kFarthest ? word.size : 1.0f) * sheet_.scale;
  token.bold = word.bold;
  token.sideways = (word.turns - sheet_.turns) % 2 != 0;
  const std::string_view text = sheet_.Text(token);
  token.look = LookOf(text);
  size_t i = 0;
  token.lower = !text.empty() && IsLowerLetter(NextLetter(text, i));
  sheet_.tokens.push_back(token);
}

// Cuts the word at its leaders.
void SheetMaker::AddWord(const Word& word) {
  const std::string_view text = page_.Text(word);
  size_t begin = 0;
  for (size_t dots = text.find("...."); dots != text.npos; dots = text.find("....", begin)) {
    if (dots > begin)
      AddPart(word, word.range.begin + static_cast<uint32_t>(begin),
              word.range.begin + static_cast<uint32_t>(dots));
    if (!sheet_.tokens.empty()) sheet_.tokens.back().leads = true;
    begin = std::min(text.find_first_not_of('.', dots), text.size());
  }
  if (begin < text.size())
    AddPart(word, word.range.begin + static_cast<uint32_t>(begin), word.range.end);
}

void SheetMaker::AddWords() {
  const size_t n = std::min(page_.words.size(), kMostWords);
  std::vector<Strokes> strokes(n);
  for (size_t i = 0; i < n; ++i) strokes[i] = StrokesOf(page_.Text(page_.words[i]));
  auto pure = [&](size_t i, int Strokes::*what) {
    return strokes[i].*what == strokes[i].all && strokes[i].all > 0;
  };
  auto follows = [&](size_t i) {
    const Rect a = Turned(page_.words[i - 1].box), b = Turned(page_.words[i].box);
    return std::abs(a.mid_y() - b.mid_y()) < 1 && b.x0 - a.x1 < page_.words[i].size * sheet_.scale;
  };
  for (size_t i = 0; i < n;) {
    const Word& word = page_.words[i];
    if (page_.Text(word).empty() || !IsPlace(word.box) || (turns_ && (word.turns & 3) != *turns_) ||
        (!keep_invisible_ && AllInvisible(word))) {
      ++i;
      continue;
    }
    size_t end = i;
    int letters = 0;
    int Strokes::*const kinds[] = {&Strokes::dots, &Strokes::dashes, &Strokes::bars};
    for (auto kind : kinds) {
      if (!pure(i, kind)) continue;
      for (end = i; end < n && pure(end, kind) && (end == i || follows(end)); ++end)
        letters += strokes[end].all;
      break;
    }
    const bool bar = end > i && strokes[i].bars > 0;
    if (end > i && (letters >= kStrokeLetters || bar)) {
      if (strokes[i].dots > 0 && !sheet_.tokens.empty()) sheet_.tokens.back().leads = true;
      if (strokes[i].dots == 0)
        for (; i < end; ++i) AddStroke(Turned(page_.words[i].box), strokes[i], page_.words[i].size * sheet_.scale);
      i = end;
    } else {
      AddWord(word);
      ++i;
    }
  }
}

void JoinCollinear(std::vector<Rule>* rules) {
  std::sort(rules->begin(), rules->end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
  std::vector<Rule> joined;
  for (size_t i = 0; i < rules->size();) {
    size_t end = i;
    while (end < rules->size() && (*rules)[end].at - (*rules)[i].at <= kSameRule) ++end;
    std::sort(rules->begin() + static_cast<long>(i), rules->begin() + static_cast<long>(end),
              [](const Rule& a, const Rule& b) { return a.lo < b.lo; });
    const size_t first = joined.size();
    for (; i < end; ++i) {
      const Rule& rule = (*rules)[i];
      if (joined.size() > first && rule.lo <= joined.back().hi + kRuleGap) {
        Rule& last = joined.back();
        last.hi = std::max(last.hi, rule.hi);
        last.thick = std::max(last.thick, rule.thick);
      } else {
        joined.push_back(rule);
      }
    }
  }
  std::stable_sort(joined.begin(), joined.end(),
                   [](const Rule& a, const Rule& b) { return a.at < b.at; });
  *rules = std::move(joined);
}

void SheetMaker::AddRulings() {
  for (const Box& fill : page_.fills)
    if (IsPlace(fill) && sheet_.fills.size() < kMostFills) sheet_.fills.push_back(Turned(fill));
  AddLinesBetweenFills(sheet_.fills, &sheet_.across);
  std::vector<Rect> exchanged;
  for (const Rect& r : sheet_.fills) exchanged.push_back({r.y0, r.x0, r.y1, r.x1});
  AddLinesBetweenFills(std::move(exchanged), &sheet_.down);
  for (const Ruling& ruling : page_.rulings) {
    if (!IsPlace(ruling.box)) continue;
    const Rect r = Turned(ruling.box);
    if (r.width() >= r.height())
      sheet_.across.push_back({r.mid_y(), r.x0, r.x1, r.height()});
    else
      sheet_.down.push_back({r.mid_x(), r.y0, r.y1, r.width()});
  }
  for (auto* rules : {&sheet_.across, &sheet_.down}) {
    JoinCollinear(rules);
    std::erase_if(*rules, [](const Rule& rule) { return rule.length() < kShortestRule; });
    if (rules->size() > kMostRulings) rules->resize(kMostRulings);
  }
}

bool SheetMaker::WallBetween(const Token& a, const Token& b) const {
  auto wall = std::lower_bound(sheet_.down.begin(), sheet_.down.end(), a.box.x1,
                               [](const Rule& rule, float x) { return rule.at < x; });
  for (; wall != sheet_.down.end() && wall->at < b.box.x0; ++wall)
    if (wall->lo < a.box.mid_y() && wall->hi > a.box.mid_y()) return true;
  return false;
}

// A figure printed in parts: "$  1,204" with its currency at the cell's left side, "12 %", "1 649 692".
bool SheetMaker::AreOneFigure(const Token& a, const Token& b) const {
  const float gap = (b.box.x0 - a.box.x1) / b.size;
  if (gap < 0 || gap > kCurrencyEm || std::abs(a.base - b.base) > kSameBaseEm * b.size) return false;
  if (a.sideways || b.sideways || a.range.end > b.range.begin) return false;
  const std::string_view between = std::string_view(page_.text).substr(a.range.end, b.range.begin - a.range.end);
  if (between.find_first_not_of(" \n") != between.npos) return false;
  const std::string_view left = sheet_.Text(a), right = sheet_.Text(b);
  const bool parts = b.look == Look::kNumber && IsCurrency(left)                           ? true
                     : a.look == Look::kNumber && (right == "%" || right == "‰")           ? gap < kPercentEm
                     : a.look == Look::kNumber && b.look == Look::kNumber && gap < kNumbersApartEm ? AreThousands(left, right)
                                                                                           : false;
  return parts && !WallBetween(a, b);
}

void SheetMaker::JoinFigures() {
  size_t kept = 0;
  for (const Token& token : sheet_.tokens) {
    Token* last = kept > 0 ? &sheet_.tokens[kept - 1] : nullptr;
    if (last == nullptr || !AreOneFigure(*last, token)) {
      sheet_.tokens[kept++] = token;
      continue;
    }
    Widen(token.box, &last->box);
    last->range.end = token.range.end;
    last->look = Look::kNumber;
    last->leads |= token.leads;
  }
  sheet_.tokens.resize(kept);
}

// Blanks between words of a line are of one width, wider in monospaced and in justified texts.
void SheetMaker::MeasureSpace() {
  std::vector<float> gaps;
  for (size_t i = 1; i < sheet_.tokens.size(); ++i) {
    const Token &a = sheet_.tokens[i - 1], &b = sheet_.tokens[i];
    const float gap = (b.box.x0 - a.box.x1) / b.size;
    if (std::abs(a.base - b.base) < 1 && gap > 0 && gap < kRunEm && a.look == Look::kText &&
        b.look == Look::kText)
      gaps.push_back(gap);
  }
  sheet_.space = kSpaceEm;
  if (gaps.size() < kFewGaps) return;
  const auto quartile = gaps.begin() + static_cast<long>(gaps.size() / 4);
  std::nth_element(gaps.begin(), quartile, gaps.end());
  sheet_.space = std::clamp(kSpaceTimes * *quartile, kSpaceEm, kSpaceMostEm);
}

Sheet SheetMaker::Make() {
  ChooseScale();
  ChooseTurns();
  keep_invisible_ = std::all_of(page_.words.begin(), page_.words.end(),
                                [&](const Word& w) { return AllInvisible(w); });
  AddWords();
  AddRulings();
  JoinFigures();
  MeasureSpace();
  return std::move(sheet_);
}

// The line of the last few that the token stands on, or -1.
long LineFor(const std::vector<TextLine>& lines, const Token& token) {
  const long n = static_cast<long>(lines.size());
  for (long i = n - 1; i >= 0 && i >= n - 4; --i) {
    const Rect& line = lines[static_cast<size_t>(i)].box;
    const float shared = std::min(line.y1, token.box.y1) - std::max(line.y0, token.box.y0);
    const float lower = std::min(line.height(), token.box.height());
    const float taller = std::max(line.height(), token.box.height());
    if (shared >= kSameLine * lower &&
        std::abs(line.mid_y() - token.box.mid_y()) <= kSameLine * taller)
      return i;
  }
  return -1;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// True of a raised figure behind a number, which names a note and is no part of the number.
bool IsMark(const Sheet& sheet, const Token& number, const Token& token) {
  return IsDigit(sheet.Text(number).back()) && IsDigit(sheet.Text(token).front()) && token.size < kMarkSize * number.size;
}

void AppendText(const Sheet& sheet, const Token& token, const Token* before, std::string* out) {
  const float gap = before == nullptr ? 0 : std::max(token.box.x0 - before->box.x1, before->box.x0 - token.box.x1);
  if (before != nullptr && (gap > kJoinedEm * token.size || IsMark(sheet, *before, token))) *out += ' ';
  out->append(sheet.Text(token));
}

// Sideways tokens read along y: one column of them is a line.
void AppendSideways(const Sheet& sheet, std::vector<uint32_t> tokens, std::string* out) {
  std::sort(tokens.begin(), tokens.end(), [&](uint32_t a, uint32_t b) {
    return sheet.tokens[a].range.begin < sheet.tokens[b].range.begin;
  });
  for (const uint32_t t : tokens) {
    if (!out->empty()) *out += ' ';
    out->append(sheet.Text(sheet.tokens[t]));
  }
}

}  // namespace

void Widen(const Rect& by, Rect* rect) {
  rect->x0 = std::min(rect->x0, by.x0), rect->x1 = std::max(rect->x1, by.x1);
  rect->y0 = std::min(rect->y0, by.y0), rect->y1 = std::max(rect->y1, by.y1);
}

bool Holds(const Rect& rect, float x, float y) {
  return x >= rect.x0 && x <= rect.x1 && y >= rect.y0 && y <= rect.y1;
}

Sheet MakeSheet(const Page& page) { return SheetMaker(page, std::nullopt).Make(); }

Sheet MakeSheet(const Page& page, int turns) { return SheetMaker(page, turns).Make(); }

Box OnPage(const Sheet& sheet, const Rect& rect) {
  const float k = sheet.scale;
  const Rect r{rect.x0 / k, rect.y0 / k, rect.x1 / k, rect.y1 / k};
  const int n = sheet.page->number;
  const float w = sheet.page->width, h = sheet.page->height;
  switch (sheet.turns) {
    case 1:
      return {n, w - r.y1, r.x0, w - r.y0, r.x1};
    case 2:
      return {n, w - r.x1, h - r.y1, w - r.x0, h - r.y0};
    case 3:
      return {n, r.y0, h - r.x1, r.y1, h - r.x0};
    default:
      return {n, r.x0, r.y0, r.x1, r.y1};
  }
}

std::vector<TextLine> LinesOf(const Sheet& sheet, std::span<const uint32_t> tokens) {
  std::vector<uint32_t> order;
  for (const uint32_t t : tokens)
    if (!sheet.tokens[t].sideways) order.push_back(t);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const float ya = sheet.tokens[a].box.mid_y(), yb = sheet.tokens[b].box.mid_y();
    return ya != yb ? ya < yb : a < b;
  });
  std::vector<TextLine> lines;
  std::vector<float> tallest;
  for (const uint32_t t : order) {
    const Token& token = sheet.tokens[t];
    long at = LineFor(lines, token);
    if (at < 0) {
      at = static_cast<long>(lines.size());
      lines.push_back({{}, token.box, token.base, token.size});
    }
    TextLine& line = lines[static_cast<size_t>(at)];
    line.tokens.push_back(t);
    line.box.x0 = std::min(line.box.x0, token.box.x0),
    line.box.x1 = std::max(line.box.x1, token.box.x1);
    if (token.size > line.size) {  // the largest token gives the line its height
      line.box.y0 = token.box.y0, line.box.y1 = token.box.y1;
      line.base = token.base, line.size = token.size;
    }
  }
  for (TextLine& line : lines)
    std::sort(line.tokens.begin(), line.tokens.end(), [&](uint32_t a, uint32_t b) {
      const float xa = sheet.tokens[a].box.x0, xb = sheet.tokens[b].box.x0;
      return xa != xb ? xa < xb : a < b;
    });
  std::stable_sort(lines.begin(), lines.end(),
                   [](const TextLine& a, const TextLine& b) { return a.base < b.base; });
  return lines;
}

std::string TextOf(const Sheet& sheet, std::span<const uint32_t> tokens) {
  std::string out;
  std::vector<uint32_t> aside;
  for (const uint32_t t : tokens)
    if (sheet.tokens[t].sideways) aside.push_back(t);
  if (!aside.empty()) AppendSideways(sheet, std::move(aside), &out);
  for (TextLine& line : LinesOf(sheet, tokens)) {
    OrderAsRead(&line.tokens, [&](uint32_t t) { return HasRightToLeft(sheet.Text(sheet.tokens[t])); });
    if (!out.empty()) out += '\n';
    const Token* before = nullptr;
    for (const uint32_t t : line.tokens) {
      AppendText(sheet, sheet.tokens[t], before, &out);
      before = &sheet.tokens[t];
    }
  }
  return out;
}

}  // namespace tabularium::sheet
