// A choice is found by its word, its key, or the suffix that all choices share (产出 for 产出指标);
// among printed options, by the marks beside them (marks.cc). Tested by choice_test.cc.
#include <algorithm>
#include <vector>

#include "normalise/marks.h"
#include "normalise/reading.h"
#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kFuzzyLetters =
    4;  // shorter choices differ by a letter as a rule: 数量指标, 质量指标 share two of four

// ── One choice ──

const Choice* FindWord(const Slot& slot, WordId word) {
  if (word == kNoWord) return nullptr;
  for (const Choice& choice : slot.choices) {
    if (choice.word == word) return &choice;
    for (const WordId also : choice.also)
      if (also == word) return &choice;
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
  bool points = bytes != 0 && bytes != kMalformed &&
                (inside.substr(bytes) == "分" || inside.substr(bytes) == "%");
  return points ? Trim(plain.substr(0, open)) : plain;
}

// What all keys end with, whole letters only; empty for a single one.
std::string_view SharedSuffix(const std::vector<std::string>& keys) {
  if (keys.size() < 2) return {};
  std::string_view shared = keys[0];
  for (const std::string& key : keys) {
    size_t n = 0;
    while (n < shared.size() && n < key.size() &&
           shared[shared.size() - 1 - n] == key[key.size() - 1 - n])
      ++n;
    shared = shared.substr(shared.size() - n);
  }
  while (!shared.empty() && (static_cast<unsigned char>(shared[0]) & 0xC0) == 0x80)
    shared.remove_prefix(1);
  return shared;
}

// "1.重大课题", "一、重大课题", "(1)重大课题" → "重大课题".
std::string_view WithoutNumber(std::string_view text) {
  constexpr std::u32string_view kNumbers = U"0123456789一二三四五六七八九十";
  const bool bracket = !text.empty() && text[0] == '(';
  const size_t begin = bracket ? 1 : 0;
  size_t i = begin;
  for (size_t next = i; next < text.size() && kNumbers.find(NextLetter(text, next)) != kNumbers.npos;) i = next;
  if (i == begin || i == text.size()) return text;
  for (std::string_view mark : {".", "、", ")"})
    if (text.substr(i, mark.size()) == mark && (!bracket || mark == ")")) return Trim(text.substr(i + mark.size()));
  return text;
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
      for (const Choice& choice : slot_.choices)
        keys_.push_back(choice.key.empty() ? Key(choice.text) : choice.key);
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
      if (match.near && match.choice->text != slot_.choices[i].text) return {};  // two are as near
      match = {&slot_.choices[i], true};
    }
    return match;
  }

  const Slot& slot_;
  std::vector<std::string> keys_;
  std::string key_;
};

// The option beside a mark: the nearest one where several stand between two marks ("□甲 乙 √丙").
std::string_view Nearest(const TickedOption& option, Chooser& chooser) {
  std::string_view text = WithoutNumber(option.text);
  if (chooser.Find(text).choice != nullptr) return text;
  size_t blank = option.behind_mark ? text.find(' ') : text.rfind(' ');
  if (blank == std::string_view::npos) return text;
  std::string_view part = Trim(option.behind_mark ? text.substr(0, blank) : text.substr(blank + 1));
  return chooser.Find(part).choice != nullptr ? part : text;
}

// ── Readings ──

// Adds a choice as written or as known; how well it fits goes into `reading`.
void AddChoice(const Slot& slot, std::string_view text, std::string_view plain, Chooser& chooser,
               Understood* reading, Ticks* ticks) {
  Match match = chooser.Find(plain);
  if (match.choice && !match.near) {
    ticks->texts.push_back(match.choice->text);
    reading->signs.Add(EvidenceCode::kDomainHeld);
    return;
  }
  ticks->texts.push_back(std::string(text));
  if (match.near) reading->signs.Add(EvidenceCode::kDomainNear);
  if (slot.open || slot.choices.empty()) return;
  if (!match.near) reading->signs.Add(EvidenceCode::kDomainMissed);
  reading->code = FlagCode::kOutOfDomain;
  reading->why = "“" + Shortened(text) + "” is no choice of the form";
  if (match.near) reading->why += "; is it " + match.choice->text + "?";
}

std::vector<std::string_view> SplitList(std::string_view s) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  for (size_t i = 0; i < s.size();) {
    size_t at = i;
    char32_t c = NextLetter(s, i);
    if (c != ',' && c != U'，' && c != U'、' && c != ';' && c != U'；' && c != '\n' && c != '/')
      continue;
    if (auto part = Trim(s.substr(begin, at - begin)); !part.empty()) parts.push_back(part);
    begin = i;
  }
  if (auto part = Trim(s.substr(begin)); !part.empty()) parts.push_back(part);
  return parts;
}

Understood ReadTicked(const Slot& slot, std::string_view plain, Chooser& chooser) {
  Marks ticked = ReadMarks(plain);
  if (ticked.unclear) return Unread("it is not clear which option is ticked");
  if (ticked.options.empty()) {
    Understood blank;
    blank.value = Nothing::kBlank;
    return blank;
  }
  if (ticked.options.size() > 1 && !slot.several)
    return Unread("several options are ticked where one is asked for");
  Understood reading;
  Ticks ticks;
  for (const TickedOption& option : ticked.options) {
    std::string_view text = Nearest(option, chooser);
    AddChoice(slot, text, text, chooser, &reading, &ticks);
  }
  reading.signs.Add(EvidenceCode::kTypeExact);
  reading.value = std::move(ticks);
  return reading;
}

[[gnu::noinline]] Understood ReadWritten(const Slot& slot, const Lettering& written) {
  Chooser chooser(slot);
  Understood reading;
  Ticks ticks;
  std::string_view plain = written.plain;
  Match whole = chooser.Find(plain);
  if (!whole.choice || whole.near) {
    const std::string_view numbered = WithoutNumber(plain);
    if (Match match = chooser.Find(numbered); match.choice && !match.near) plain = numbered, whole = match;
  }
  if (!whole.choice && HoldsMark(written.text)) return ReadTicked(slot, written.text, chooser);
  if (!whole.choice && slot.several) {
    for (std::string_view part : SplitList(written.text))
      AddChoice(slot, part, part, chooser, &reading, &ticks);
  } else {
    AddChoice(slot, written.text, plain, chooser, &reading, &ticks);
  }
  reading.value = std::move(ticks);
  return reading;
}

}  // namespace

Understood ReadChoice(const Slot& slot, const Lettering& written) {
  const Choice* known = FindWord(slot, written.word);
  if (!known) return ReadWritten(slot, written);
  Understood reading;
  reading.value.emplace<Ticks>().texts.push_back(known->text);
  reading.signs.Add(EvidenceCode::kTypeExact);
  reading.signs.Add(EvidenceCode::kDomainHeld);
  return reading;
}

}  // namespace tabularium
