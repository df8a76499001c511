// Who reads what, and who is believed. Tested by readings_test.cc.
#include "read/scan/readings.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kShortest = 40;  // letters: what is longer is prose
constexpr size_t kWord = 4;       // Latin letters: fewer are a unit or a currency,
constexpr size_t kAmongLatin = 8; // and one Han letter among so many is a misread one: 工. Emergency Food

// Of each kind whose reading is right most often where no two agree (measured: see the letters' part of README.md).
constexpr Recogniser kBestOfNumber[] = {Recogniser::kLatin, Recogniser::kSmallTwo, Recogniser::kSmallOne, Recogniser::kChinese};
constexpr Recogniser kBestOfLatin[] = {Recogniser::kLatin, Recogniser::kHan, Recogniser::kChinese};
constexpr Recogniser kBestOfShort[] = {Recogniser::kChinese, Recogniser::kSmallTwo, Recogniser::kSmallOne};

constexpr float kGuessed = 0.6f;  // of legibility
constexpr float kHardHan = 0.93f, kClearer = 0.05f;
constexpr char32_t kUnknown = U'〓';  // of our own models: a letter that is not in their alphabet

struct Letters {
  size_t all = 0, digits = 0, marks = 0, han = 0, punctuation = 0, latin = 0;
};

Letters Count(std::string_view text) {
  constexpr std::u32string_view kMarks = U".,-%/:", kPunctuation = U"()（）:：,，、.。;；《》〈〉[]【】\"'“”";
  Letters n;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextLetter(text, i);
    if (IsSpace(c)) continue;
    ++n.all;
    if (c >= '0' && c <= '9') ++n.digits;
    if (kMarks.find(c) != kMarks.npos) ++n.marks;
    if (kPunctuation.find(c) != kPunctuation.npos) ++n.punctuation;
    if (IsHan(c)) ++n.han;
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ++n.latin;
  }
  return n;
}

// A letter without its width: full-width signs as ASCII, every dash as one.
char32_t Narrow(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c == 0x2014 || c == 0x2013 || c == 0x2212) return '-';
  return c == 0xFFE5 ? 0xA5 : c;
}

std::u32string Narrowed(std::string_view text) {
  std::u32string narrow;
  for (size_t i = 0; i < text.size();)
    if (const char32_t c = NextLetter(text, i); !IsSpace(c)) narrow += Narrow(c);
  return narrow;
}

bool IsSame(char32_t a, char32_t b) { return a == b || (a == kUnknown && IsHan(b)) || (b == kUnknown && IsHan(a)); }

constexpr std::string_view kDegrees = "℃";  // in no alphabet of ours, which take it for %

// Digits, and the signs before and behind them.
std::u32string FiguresOf(std::string_view text) {
  constexpr std::u32string_view kSigns = U"≥≤<>=±≈%.";
  std::u32string figures = Narrowed(text);
  std::erase_if(figures, [&](char32_t c) { return !(c >= '0' && c <= '9') && kSigns.find(c) == kSigns.npos; });
  return figures;
}

// What both models of Han letters saw alike, Han letters among it; else nothing.
std::string_view HanReading(const std::vector<SeenText>& seen, const std::vector<std::string>& texts) {
  std::string_view of[2];
  for (size_t i = 0; i < seen.size(); ++i)
    if (seen[i].by == Recogniser::kChinese || seen[i].by == Recogniser::kHan) of[seen[i].by == Recogniser::kHan] = texts[i];
  const bool known = (Count(of[0]).han > 0 || of[0].ends_with(kDegrees)) && Narrowed(of[0]) == Narrowed(of[1]);
  return known ? of[0] : std::string_view();
}

std::span<const Recogniser> BestOf(SpotKind kind) {
  if (kind == SpotKind::kNumber) return kBestOfNumber;
  return kind == SpotKind::kLatin ? std::span<const Recogniser>(kBestOfLatin) : kBestOfShort;
}

// The first of `order` that saw something.
size_t FirstOf(std::span<const Recogniser> order, const std::vector<SeenText>& seen) {
  for (Recogniser by : order)
    for (size_t i = 0; i < seen.size(); ++i)
      if (seen[i].by == by && !seen[i].letters.empty()) return i;
  return 0;
}

// The general reading, unless it was guessed where the other reader of Han letters saw clearly.
size_t ClearerHan(const std::vector<SeenText>& seen) {
  if (seen.front().by != Recogniser::kChinese || std::any_of(seen.begin(), seen.end(), [](const SeenText& one) { return one.by == Recogniser::kVocabulary; })) return 0;
  const float general = LegibilityOf(seen.front());
  for (size_t i = 1; i < seen.size(); ++i)
    if (seen[i].by == Recogniser::kHan && general < kHardHan && LegibilityOf(seen[i]) > general + kClearer) return i;
  return 0;
}

}  // namespace

SpotKind KindOf(std::string_view text) {
  const Letters n = Count(text);
  if (kAmongLatin * n.han <= n.latin && n.latin >= kWord && n.latin > 2 * n.digits) return SpotKind::kLatin;
  if (n.all > kShortest) return SpotKind::kProse;
  if (n.digits > 0 && n.han == 0 && 5 * (n.digits + n.marks) >= 4 * n.all) return SpotKind::kNumber;
  if (n.digits > 0 || n.han + n.punctuation < n.all || n.han < 2) return SpotKind::kShort;
  return SpotKind::kLabel;
}

bool ReadsBeside(Recogniser by, SpotKind kind) {
  if (by == Recogniser::kHan) return kind == SpotKind::kShort || kind == SpotKind::kLabel || kind == SpotKind::kLatin;
  if (by == Recogniser::kLatin) return kind == SpotKind::kNumber || kind == SpotKind::kLatin;
  return IsSmall(by) && (kind == SpotKind::kNumber || kind == SpotKind::kShort);
}

bool Agree(std::string_view a, std::string_view b) {
  const std::u32string one = Narrowed(a), other = Narrowed(b);
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), IsSame);
}

bool FiguresAreSeen(const SeenText& text, const std::vector<SeenText>& seen) {
  const std::u32string figures = FiguresOf(TextOf(text));
  return !figures.empty() && std::any_of(seen.begin(), seen.end(), [&](const SeenText& one) { return IsSmall(one.by) && FiguresOf(TextOf(one)) == figures; });
}

void LendMark(std::vector<SeenText>* row) {
  constexpr char32_t kComma = U',', kPoint = U'.';
  auto last = [](const std::u32string& text) { return text.empty() ? 0 : text.back(); };
  for (SeenText& one : *row)  // a wide comma is seldom two
    while (one.letters.size() > 1 && last(Narrowed(one.letters.back().text)) == kComma && last(Narrowed(one.letters[one.letters.size() - 2].text)) == kComma)
      one.letters.pop_back();
  for (SeenText& small : *row)
    for (const SeenText& other : *row) {
      if (!IsSmall(small.by) || IsSmall(other.by)) continue;
      std::u32string lent = Narrowed(TextOf(other)), own = Narrowed(TextOf(small));
      const char32_t mark = last(lent);
      if (mark != kComma && mark != kPoint) continue;
      lent.pop_back();
      const bool misread = mark == kComma && !own.empty() && own.size() == lent.size() + 1 && !(own.back() >= '0' && own.back() <= '9');
      if (misread) own.pop_back();
      if (own != lent || small.letters.empty()) continue;
      if (misread) small.letters.pop_back();
      small.letters.push_back(other.letters.back());
      break;
    }
}

size_t ChooseReading(SpotKind kind, const std::vector<SeenText>& seen) {
  if (kind == SpotKind::kProse) return 0;
  if (kind == SpotKind::kLabel) return ClearerHan(seen);
  std::vector<std::string> texts;
  for (const SeenText& one : seen) texts.push_back(TextOf(one));
  size_t best = FirstOf(BestOf(kind), seen);
  if (best == 0 && kind == SpotKind::kShort && FiguresOf(texts[0]).empty()) best = ClearerHan(seen);
  auto votes = [&](size_t i) { return std::count_if(texts.begin(), texts.end(), [&](const std::string& text) { return Agree(texts[i], text); }); };
  // Where two stand against two, those that know signs: models of Han letters agree on what they take for ≥. Where the figures are
  // the same, those that know the letters.
  const std::string_view han = HanReading(seen, texts);
  auto knows_signs = [&](size_t i) {
    std::u32string figures = FiguresOf(texts[i]);
    if (han.ends_with(kDegrees) && figures.ends_with(U'%')) figures.pop_back();
    return IsSmall(seen[i].by) && (han.empty() || figures != FiguresOf(han));
  };
  auto rank = [&](size_t i) { return std::pair(votes(i), votes(i) > 1 && kind == SpotKind::kShort && knows_signs(i)); };
  for (size_t i = 0; i < seen.size(); ++i)
    if (!texts[i].empty() && texts[i].find("〓") == std::string::npos && rank(i) > rank(best)) best = i;
  if (LegibilityOf(seen[best]) >= kGuessed) return best;
  const std::u32string text = Narrowed(texts[best]);
  for (size_t i = 0; i < seen.size(); ++i)  // others may have seen the same clearly
    if (LegibilityOf(seen[i]) > LegibilityOf(seen[best]) && Narrowed(texts[i]) == text) best = i;
  return best;
}

}  // namespace tabularium
