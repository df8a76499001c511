// A page as table finding sees it: words without leaders and drawn-by-typing lines, turned upright,
// and rulings joined. Tested by sheet_test.cc.
#include "tabulate/sheet.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "tabulate/looks.h"
#include "tabulate/prices.h"
#include "tabulate/rules.h"
#include "text/utf8.h"

namespace tabularium::sheet {
namespace {

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
  static bool EndsText(const Token& before, const Token& mark, const Token& next);
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

// True if the mark is the last word of a text before it ("million €"), and not the first of what follows at a distance.
bool SheetMaker::EndsText(const Token& before, const Token& mark, const Token& next) {
  const float gap = (mark.box.x0 - before.box.x1) / mark.size;
  return before.look == Look::kText && mark.look != Look::kNumber && gap >= 0 && gap < kSpaceEm &&
         std::abs(before.base - mark.base) < kSameBaseEm * mark.size && next.box.x0 - mark.box.x1 > kRunEm * mark.size;
}

void SheetMaker::JoinFigures() {
  size_t kept = 0;
  for (const Token& token : sheet_.tokens) {
    Token* last = kept > 0 ? &sheet_.tokens[kept - 1] : nullptr;
    if (last == nullptr || !AreOneFigure(*last, token) || (kept > 1 && EndsText(sheet_.tokens[kept - 2], *last, token))) {
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

}  // namespace tabularium::sheet
