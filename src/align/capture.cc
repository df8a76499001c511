// Values inside labels: the printed parts of a mixed square are found in the cell's key one after another, and what
// stands between them answers the slots. Dashes, 至 and 到 count as one sign. Where the letters differ, the slots are looked
// for by their types alone behind the label's first letters. Tested by match_test.cc.
#include "align/match.h"
#include "text/furniture.h"
#include "text/key.h"
#include "text/money_units.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kFuzzyHead = 4;  // letters from which the label before a value may be misspelt
constexpr int kCaptionLetters = 2;  // of 预算年度 and the like that the square doesn't print

bool IsDash(char32_t c) {
  switch (c) {
    case '-': case '~': case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: case 0x301C: case 0x5230: case 0x81F3:
    case 0xFF0D: case 0xFF5E: return true;
    default: return false;
  }
}

// Bytes of `key` from `at` that `literal` covers, runs of dashes being equal; npos: it isn't there.
size_t CoverAt(std::string_view key, size_t at, std::string_view literal) {
  size_t k = at, l = 0;
  while (l < literal.size()) {
    if (k >= key.size()) return std::string_view::npos;
    if (key[k] != literal[l] && key[k] >= '0' && key[k] <= '9') return std::string_view::npos;
    size_t k2 = k, l2 = l;
    char32_t a = NextLetter(key, k2), b = NextLetter(literal, l2);
    if (IsDash(a) && IsDash(b)) {
      while (k2 < key.size()) {
        size_t next = k2;
        if (!IsDash(NextLetter(key, next))) break;
        k2 = next;
      }
      while (l2 < literal.size()) {
        size_t next = l2;
        if (!IsDash(NextLetter(literal, next))) break;
        l2 = next;
      }
    } else if (a != b) {
      return std::string_view::npos;
    }
    k = k2, l = l2;
  }
  return k - at;
}

// The end, in the text, of the letter before key[end]. REQUIRES: end > 0.
uint32_t EndOf(std::string_view text, std::string_view key, const std::vector<uint32_t>& places, size_t end) {
  if (end == key.size()) return places.back();
  size_t letter = end - 1;
  while (letter > 0 && (static_cast<unsigned char>(key[letter]) & 0xC0) == 0x80) --letter;
  size_t next = places[letter];
  NextLetter(text, next);
  return static_cast<uint32_t>(next);
}

bool OpensBracket(std::string_view text) {
  text = Trim(text);
  for (std::string_view bracket : {"(", "（", "[", "【", "〔"})
    if (text.ends_with(bracket)) return true;
  return false;
}

struct Try {
  const Form& form;
  const Square& square;
  const std::string& key;
  const std::vector<uint32_t>& places;
  Captured* out;
  std::string_view text;
  bool units_only;  // a unit's slot takes units and nothing else; if not, also what stands in brackets

  uint32_t Place(size_t k) const { return k < key.size() ? places[k] : places.back(); }

  bool From(size_t part, size_t at) {
    if (part == square.parts.size()) return at == key.size();
    const Part& p = square.parts[part];
    if (p.slot < 0) return Literal(p, part, at);
    const size_t mine = out->slots.size();
    out->slots.push_back({p.slot, Place(at), Place(at)});
    for (size_t end = at; end <= key.size(); ++end) {
      const bool begins = end == key.size() || (static_cast<unsigned char>(key[end]) & 0xC0) != 0x80;
      if (!begins || !MayHold(p.slot, std::string_view(key).substr(at, end - at)) || !From(part + 1, end)) continue;
      if (end != at) out->slots[mine].end = EndPlace(end);
      return true;
    }
    out->slots.pop_back();
    return false;
  }

  bool Literal(const Part& p, size_t part, size_t at) {
    if (p.keys.empty()) return From(part + 1, at);
    for (const std::string& literal : p.keys) {
      size_t n = CoverAt(key, at, literal);
      if (n != std::string_view::npos && !CutsANumber(at + n) && From(part + 1, at + n)) return true;
    }
    return p.optional && From(part + 1, at);
  }

  // A printed “1.” is no part of 16.
  bool CutsANumber(size_t at) const {
    auto digit = [&](size_t k) { return key[k] >= '0' && key[k] <= '9'; };
    if (at == 0 || at >= key.size() || !digit(at - 1) || !digit(at)) return false;
    return EndPlace(at) == Place(at);
  }

  bool MayHold(int slot, std::string_view letters) const {
    if (letters.empty() || form.slots[static_cast<size_t>(slot)].type != Type::kUnit) return true;
    return FindMoneyUnit(letters) != nullptr || (!units_only && StandsInBrackets(letters));
  }

  // REQUIRES: `letters` are of `key`.
  bool StandsInBrackets(std::string_view letters) const {
    return OpensBracket(text.substr(0, places[static_cast<size_t>(letters.data() - key.data())]));
  }

  uint32_t EndPlace(size_t end) const { return EndOf(text, key, places, end); }
};

// The place in the key, from `at`, of a unit that stands there alone, or in brackets at the end: 项目资金安排（万元）; npos: none.
size_t FindUnit(std::string_view text, std::string_view key, const std::vector<uint32_t>& places, size_t at) {
  if (FindMoneyUnit(key.substr(at))) return at;
  for (size_t k = at; k < key.size(); ++k)
    if ((static_cast<unsigned char>(key[k]) & 0xC0) != 0x80 && FindMoneyUnit(key.substr(k)) && OpensBracket(text.substr(0, places[k])))
      return k;
  return std::string_view::npos;
}

// Runs of four digits, or a money unit, in the order of the slots.
bool CaptureByType(const Form& form, const Square& square, std::string_view text, const std::string& key,
                   const std::vector<uint32_t>& places, size_t at, Captured* out) {
  for (const Part& part : square.parts) {
    if (part.slot < 0) continue;
    Type type = form.slots[static_cast<size_t>(part.slot)].type;
    if (type == Type::kYear) {
      size_t digits = 0, k = at;
      for (; k < key.size() && digits < 4; ++k) digits = key[k] >= '0' && key[k] <= '9' ? digits + 1 : 0;
      if (digits < 4) return false;
      out->slots.push_back({part.slot, places[k - 4], EndOf(text, key, places, k)});
      at = k;
    } else if (type == Type::kUnit) {
      const size_t unit = at < key.size() ? FindUnit(text, key, places, at) : std::string_view::npos;
      if (unit == std::string_view::npos) return false;
      out->slots.push_back({part.slot, places[unit], places.back()});
      at = key.size();
    } else {
      return false;
    }
  }
  return true;
}

// Bytes of the key that its first letters take.
size_t FirstLetters(std::string_view key, size_t letters) {
  size_t end = 0;
  for (; letters > 0 && end < key.size(); --letters) NextLetter(key, end);
  return end;
}

// The label's first letters misspelt by one letter, and values of the slots' types behind them.
bool CaptureMisspelt(const Form& form, const Square& square, std::string_view text, const std::string& key,
                     const std::vector<uint32_t>& places, Captured* out) {
  for (const std::string& literal : square.parts[0].keys) {
    const size_t letters = CountLetters(literal);
    if (letters < kFuzzyHead) continue;
    for (size_t n : {letters, letters - 1, letters + 1}) {
      const size_t head = FirstLetters(key, n);
      if (head == key.size() || KeyDistance(std::string_view(key).substr(0, head), literal, 1) > 1) continue;
      out->slots.clear();
      if (CaptureByType(form, square, text, key, places, head, out)) return true;
    }
  }
  return false;
}

// Every letter of the key is a digit or a letter that the square prints: 年度2026年 for ({year}年度).
bool SameLetters(const Square& square, std::string_view key) {
  for (size_t i = 0; i < key.size();) {
    size_t begin = i;
    char32_t c = NextLetter(key, i);
    if ((c >= '0' && c <= '9') || IsDash(c)) continue;
    std::string_view letter = key.substr(begin, i - begin);
    bool printed = false;
    for (const Part& part : square.parts)
      for (const std::string& literal : part.keys) printed |= literal.find(letter) != std::string::npos;
    if (!printed) return false;
  }
  return true;
}

// `most`: letters of the wording that may be others.
bool HoldsOneOf(const Part& part, LetterMask letters, int most) {
  for (LetterMask mask : part.masks)
    if (Lacking(letters, mask) <= most) return true;
  return part.masks.empty();
}

// The printed letters aside: the slots by their types, behind what is there of the label.
bool CaptureLoosely(const Form& form, const Square& square, std::string_view text, const std::string& key,
                    const std::vector<uint32_t>& places, Captured* captured) {
  size_t head = 0;
  if (!square.parts.empty() && square.parts[0].slot < 0) {
    size_t longest = std::string_view::npos;
    for (const std::string& literal : square.parts[0].keys) {
      size_t n = CoverAt(key, 0, literal);
      if (n != std::string_view::npos && (longest == std::string_view::npos || n > longest)) longest = n;
    }
    if (longest == std::string_view::npos) return CaptureMisspelt(form, square, text, key, places, captured);
    head = longest;
    if (CountLetters(std::string_view(key).substr(0, head)) < 2) return false;
    if (head == key.size()) {  // the label alone: its slots are blank
      for (const Part& part : square.parts)
        if (part.slot >= 0) captured->slots.push_back({part.slot, places.back(), places.back()});
      return true;
    }
    return CaptureByType(form, square, text, key, places, head, captured);
  }
  head = YearCaptionOf(key);
  return SameLetters(square, std::string_view(key).substr(head)) &&
         CaptureByType(form, square, text, key, places, head, captured);
}

}  // namespace

bool MayCapture(const Square& square, LetterMask letters) {
  if (letters == kAnyLetters || square.parts.empty()) return true;
  const Part& first = square.parts[0];
  if (first.slot < 0 ? HoldsOneOf(first, letters, 1) : Lacking(square.printed, letters) <= kCaptionLetters) return true;
  for (const Part& part : square.parts)
    if (part.slot < 0 && !part.optional && !HoldsOneOf(part, letters, 0)) return false;
  return true;
}

bool Capture(const Form& form, const Square& square, std::string_view text, Captured* captured) {
  std::string key;
  std::vector<uint32_t> places;
  KeyWithPlaces(text, &key, &places);
  captured->slots.clear();
  captured->loose = false;
  if (key.empty()) return false;
  Try attempt{form, square, key, places, captured, text, true};
  if (attempt.From(0, 0)) return true;
  captured->slots.clear();
  captured->loose = true;
  if (CaptureLoosely(form, square, text, key, places, captured)) return true;
  captured->slots.clear();
  captured->loose = attempt.units_only = false;
  return attempt.From(0, 0);
}

}  // namespace tabularium
