// A choice is found by its word, its key, or the suffix that all choices share (产出 for 产出指标); among printed options, by
// the marks beside them. Tested by choice_test.cc.
#include <algorithm>
#include <vector>

#include "normalise/reading.h"
#include "text/key.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tabularium {
namespace {

constexpr size_t kFuzzyLetters = 4;  // shorter choices differ by a letter as a rule: 数量指标, 质量指标 share two of four

// ── One choice ──

const Choice* FindWord(const Slot& slot, WordId word) {
  if (word == kNoWord) return nullptr;
  for (const Choice& choice : slot.choices) {
    if (choice.word == word) return &choice;
    if (std::find(choice.also.begin(), choice.also.end(), word) != choice.also.end()) return &choice;
  }
  return nullptr;
}

// "产出指标(50分)" → "产出指标": points that a self-evaluation prints behind its headings.
std::string_view WithoutPoints(std::string_view plain) {
  if (plain.empty() || plain.back() != ')') return plain;
  size_t open = plain.rfind('(');
  if (open == std::string_view::npos || open == 0) return plain;
  std::string_view inside = Trim(plain.substr(open + 1, plain.size() - open - 2));
  Figure figure;
  size_t bytes = ScanFigure(inside, &figure);
  bool points = bytes != 0 && bytes != kMalformed && (inside.substr(bytes) == "分" || inside.substr(bytes) == "%");
  return points ? Trim(plain.substr(0, open)) : plain;
}

// What all keys end with, whole letters only; empty for a single one.
std::string_view SharedSuffix(const std::vector<std::string>& keys) {
  if (keys.size() < 2) return {};
  std::string_view shared = keys[0];
  for (const std::string& key : keys) {
    size_t n = 0;
    while (n < shared.size() && n < key.size() && shared[shared.size() - 1 - n] == key[key.size() - 1 - n]) ++n;
    shared = shared.substr(shared.size() - n);
  }
  while (!shared.empty() && (static_cast<unsigned char>(shared[0]) & 0xC0) == 0x80) shared.remove_prefix(1);
  return shared;
}

struct Match {
  const Choice* choice = nullptr;
  bool near = false;  // one letter differs
};

class Chooser {
 public:
  explicit Chooser(const Slot& slot) : slot_(slot) {}

  Match Find(std::string_view plain) {
    if (keys_.empty())
      for (const Choice& choice : slot_.choices) keys_.push_back(Key(choice.text));
    Key(WithoutPoints(plain), &key_);
    if (key_.empty()) return {};
    for (size_t i = 0; i < keys_.size(); ++i)
      if (keys_[i] == key_) return {&slot_.choices[i], false};
    std::string_view suffix = SharedSuffix(keys_);
    for (size_t i = 0; i < keys_.size() && !suffix.empty(); ++i)
      if (keys_[i].size() == key_.size() + suffix.size() && keys_[i].substr(0, key_.size()) == key_)
        return {&slot_.choices[i], false};
    return Near();
  }

 private:
  Match Near() const {
    Match match;
    if (CountLetters(key_) < kFuzzyLetters) return match;
    for (size_t i = 0; i < keys_.size(); ++i) {
      if (KeyDistance(key_, keys_[i], 1) > 1) continue;
      if (match.near) return {};  // two are as near
      match = {&slot_.choices[i], true};
    }
    return match;
  }

  const Slot& slot_;
  std::vector<std::string> keys_;
  std::string key_;
};

// ── Marks ──

enum class MarkKind : uint8_t { kNoMark, kBox, kTick };

MarkKind MarkOf(char32_t c) {
  bool may_be = (c >= 0x2000 && c < 0x3000) || (c >= 0xF000 && c < 0xF100);
  const TickMark* mark = may_be ? FindTickMark(c) : nullptr;
  if (mark == nullptr) return MarkKind::kNoMark;
  return mark->kind == TickMark::kEmptyBox ? MarkKind::kBox : MarkKind::kTick;
}

bool IsAsciiAlnum(std::string_view s, size_t i) {
  return i < s.size() && ((s[i] >= '0' && s[i] <= '9') || ((s[i] | 32) >= 'a' && (s[i] | 32) <= 'z'));
}

struct Token {
  MarkKind mark = MarkKind::kNoMark;
  std::string_view text;           // an option, trimmed; of a mark: empty
  int gap_before = 0, gap_after = 0;  // blanks beside a mark
};

int BlanksAt(std::string_view s, size_t i) {
  int n = 0;
  while (i < s.size()) {
    char32_t c = NextLetter(s, i);
    if (!IsSpace(c)) break;
    ++n;
  }
  return n;
}

int BlanksBefore(std::string_view s, size_t i) {
  std::string_view head = s.substr(0, i), trimmed = head;
  while (!trimmed.empty()) {
    size_t at = trimmed.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(trimmed[at]) & 0xC0) == 0x80) --at;
    size_t next = at;
    if (!IsSpace(NextLetter(trimmed, next))) break;
    trimmed = trimmed.substr(0, at);
  }
  return static_cast<int>(CountLetters(head) - CountLetters(trimmed));
}

// A mark at s[i], or kNoMark; moves i behind the letter. A lone V is a tick too.
MarkKind NextMark(std::string_view s, size_t& i) {
  size_t at = i;
  char32_t c = NextLetter(s, i);
  if (MarkKind mark = MarkOf(c); mark != MarkKind::kNoMark) return mark;
  bool v = c == 'V' || c == 'v' || c == U'Ｖ';
  bool alone = !IsAsciiAlnum(s, i) && (at == 0 || !IsAsciiAlnum(s, at - 1));
  return v && alone ? MarkKind::kTick : MarkKind::kNoMark;
}

// Options and marks in turn; marks side by side are one (□√ is ticked).
std::vector<Token> Tokens(std::string_view s) {
  std::vector<Token> tokens;
  size_t begin = 0;
  auto flush = [&](size_t end) {
    std::string_view text = Trim(s.substr(begin, end - begin));
    if (!text.empty()) tokens.push_back({MarkKind::kNoMark, text, 0, 0});
  };
  for (size_t i = 0; i < s.size();) {
    size_t at = i;
    MarkKind mark = NextMark(s, i);
    if (mark == MarkKind::kNoMark) continue;
    flush(at);
    begin = i;
    if (!tokens.empty() && tokens.back().mark != MarkKind::kNoMark) {
      if (mark == MarkKind::kTick) tokens.back().mark = mark;
      tokens.back().gap_after = BlanksAt(s, i);
    } else {
      tokens.push_back({mark, {}, BlanksBefore(s, at), BlanksAt(s, i)});
    }
  }
  flush(s.size());
  return tokens;
}

bool IsMark(const Token& token) { return token.mark != MarkKind::kNoMark; }

enum class Side : uint8_t { kUnknown, kBefore, kAfter };

// On which side of their options the marks stand: as many marks as options on that side, or by the closer neighbour.
Side SideOf(const std::vector<Token>& tokens) {
  bool starts = IsMark(tokens.front()), ends = IsMark(tokens.back());
  if (starts != ends) return starts ? Side::kBefore : Side::kAfter;
  int votes = 0;  // positive: before
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!IsMark(tokens[i])) continue;
    bool left = i > 0, right = i + 1 < tokens.size();
    if (!left || !right) continue;
    if (tokens[i].gap_before != tokens[i].gap_after) votes += tokens[i].gap_after < tokens[i].gap_before ? 1 : -1;
  }
  return votes == 0 ? Side::kUnknown : votes > 0 ? Side::kBefore : Side::kAfter;
}

// The option beside a mark: the nearest one where several stand between two marks ("□甲 乙 √丙").
std::string_view OptionBeside(std::string_view text, Side side, Chooser& chooser) {
  if (chooser.Find(text).choice != nullptr) return text;
  size_t blank = side == Side::kBefore ? text.find(' ') : text.rfind(' ');
  if (blank == std::string_view::npos) return text;
  std::string_view part = Trim(side == Side::kBefore ? text.substr(0, blank) : text.substr(blank + 1));
  return chooser.Find(part).choice != nullptr ? part : text;
}

// "1.重大课题" → "重大课题".
std::string_view WithoutNumber(std::string_view text) {
  size_t i = 0;
  while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
  if (i == 0 || i == text.size()) return text;
  for (std::string_view mark : {".", "、", ")"})
    if (text.substr(i, mark.size()) == mark) return Trim(text.substr(i + mark.size()));
  return text;
}

struct Ticked {
  std::vector<std::string_view> options;
  bool unclear = false;
  size_t marks = 0;
};

Ticked ReadMarks(std::string_view plain, Chooser& chooser) {
  Ticked ticked;
  std::vector<Token> tokens = Tokens(plain);
  for (const Token& token : tokens) ticked.marks += IsMark(token);
  if (ticked.marks == 0) return ticked;
  Side side = SideOf(tokens);
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].mark != MarkKind::kTick) continue;
    size_t at = side == Side::kBefore ? i + 1 : i - 1;
    bool beside = side != Side::kUnknown && at < tokens.size() && !IsMark(tokens[at]);
    ticked.unclear |= !beside;
    if (beside) ticked.options.push_back(OptionBeside(WithoutNumber(tokens[at].text), side, chooser));
  }
  return ticked;
}

// ── Readings ──

// Adds a choice as written or as known; how well it fits goes into `reading`.
void AddChoice(const Slot& slot, std::string_view text, std::string_view plain, Chooser& chooser, Understood* reading,
               Ticks* ticks) {
  Match match = chooser.Find(plain);
  if (match.choice && !match.near) {
    ticks->texts.push_back(match.choice->text);
    reading->signs.Add(EvidenceCode::kDomainHeld);
    return;
  }
  ticks->texts.emplace_back(text);
  if (slot.open || slot.choices.empty()) return;
  reading->signs.Add(match.near ? EvidenceCode::kDomainNear : EvidenceCode::kDomainMissed);
  reading->code = FlagCode::kOutOfDomain;
  reading->why = match.near ? "“" + std::string(text) + "” is no choice of the form; is it " + match.choice->text + "?"
                            : "“" + std::string(text) + "” is no choice of the form";
}

std::vector<std::string_view> SplitList(std::string_view s) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  for (size_t i = 0; i < s.size();) {
    size_t at = i;
    char32_t c = NextLetter(s, i);
    if (c != ',' && c != U'，' && c != U'、' && c != ';' && c != U'；' && c != '\n' && c != '/') continue;
    if (auto part = Trim(s.substr(begin, at - begin)); !part.empty()) parts.push_back(part);
    begin = i;
  }
  if (auto part = Trim(s.substr(begin)); !part.empty()) parts.push_back(part);
  return parts;
}

bool HoldsMark(std::string_view s) {
  for (size_t i = 0; i < s.size();)
    if (NextMark(s, i) != MarkKind::kNoMark) return true;
  return false;
}

Understood ReadTicked(const Slot& slot, std::string_view plain, Chooser& chooser) {
  Ticked ticked = ReadMarks(plain, chooser);
  if (ticked.unclear) return Unread("it is not clear which option is ticked");
  if (ticked.options.empty()) {
    Understood blank;
    blank.value = Nothing::kBlank;
    return blank;
  }
  if (ticked.options.size() > 1 && !slot.several) return Unread("several options are ticked where one is asked for");
  Understood reading;
  Ticks ticks;
  for (std::string_view option : ticked.options) AddChoice(slot, option, option, chooser, &reading, &ticks);
  reading.signs.Add(EvidenceCode::kTypeExact);
  reading.value = std::move(ticks);
  return reading;
}

}  // namespace

Understood ReadChoice(const Slot& slot, const Lettering& written) {
  if (const Choice* known = FindWord(slot, written.word)) {
    Understood reading = Exactly(Ticks{{known->text}});
    reading.signs.Add(EvidenceCode::kDomainHeld);
    return reading;
  }
  Chooser chooser(slot);
  Understood reading;
  Ticks ticks;
  Match whole = chooser.Find(written.plain);
  if (!whole.choice && HoldsMark(written.text)) return ReadTicked(slot, written.text, chooser);
  if (!whole.choice && slot.several) {
    for (std::string_view part : SplitList(written.text)) AddChoice(slot, part, part, chooser, &reading, &ticks);
  } else {
    AddChoice(slot, written.text, written.plain, chooser, &reading, &ticks);
  }
  reading.value = std::move(ticks);
  return reading;
}

}  // namespace tabularium
