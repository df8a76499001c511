// Distance by furthest-reaching points (Ukkonen 1985, Myers 1986): for 0, 1 and 2 edits, how far
// along each diagonal the texts agree. With two edits there are five diagonals, so the texts are
// read at most a few times, byte by byte. Tested by duplicates_test.cc.
#include "verify/duplicates.h"

#include <algorithm>

#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kFewestLetters = 50;
constexpr size_t kMostEdits = 2;
constexpr size_t kLettersAnEdit = 100;  // 1 %

struct Reach {
  bool there = false;
  size_t a = 0, b = 0;  // bytes behind the last letter that agrees
  Differences edits;
};

size_t LetterEnd(std::string_view text, size_t at) {
  NextLetter(text, at);
  return at;
}

// Runs on while the texts agree; stops between letters.
void Slide(std::string_view a, std::string_view b, Reach* reach) {
  size_t i = reach->a, j = reach->b;
  while (i < a.size() && j < b.size() && a[i] == b[j]) ++i, ++j;
  while (i > reach->a && i < a.size() && (static_cast<unsigned char>(a[i]) & 0xC0) == 0x80)
    --i, --j;
  while (i > reach->a && j < b.size() && (static_cast<unsigned char>(b[j]) & 0xC0) == 0x80)
    --i, --j;
  reach->a = i;
  reach->b = j;
}

Reach Edited(std::string_view a, std::string_view b, const Reach& from, bool use_a, bool use_b) {
  Reach to = from;
  if (!from.there || (use_a && from.a >= a.size()) || (use_b && from.b >= b.size())) return Reach();
  if (use_a) to.a = LetterEnd(a, from.a);
  if (use_b) to.b = LetterEnd(b, from.b);
  to.edits.at[to.edits.count++] = {static_cast<uint32_t>(from.a), static_cast<uint32_t>(to.a),
                                   static_cast<uint32_t>(from.b), static_cast<uint32_t>(to.b)};
  Slide(a, b, &to);
  return to;
}

const Reach& Further(const Reach& x, const Reach& y) {
  return !x.there || (y.there && y.a > x.a) ? y : x;
}

// Two edits side by side are one place.
Differences Joined(Differences edits) {
  if (edits.count == 2 && edits.at[0].a_end == edits.at[1].a_begin &&
      edits.at[0].b_end == edits.at[1].b_begin) {
    edits.at[0].a_end = edits.at[1].a_end;
    edits.at[0].b_end = edits.at[1].b_end;
    edits.at[1] = {};
  }
  return edits;
}

}  // namespace

Differences NearlySame(std::string_view a, std::string_view b) {
  constexpr size_t kWidest = 4 * kMostEdits;  // bytes of two letters
  if (std::max(a.size(), b.size()) < kFewestLetters || a.size() > b.size() + kWidest ||
      b.size() > a.size() + kWidest)
    return {};
  // Diagonal k holds the points that have k letters more of b than of a, less kMostEdits.
  std::array<Reach, 2 * kMostEdits + 3> reaches, next;
  Reach& start = reaches[kMostEdits + 1];
  start.there = true;
  Slide(a, b, &start);
  for (size_t edits = 0;; ++edits) {
    for (const Reach& reach : reaches) {
      if (!reach.there || reach.a != a.size() || reach.b != b.size()) continue;
      size_t letters = std::max(CountLetters(a), CountLetters(b));
      bool near = edits > 0 && letters >= kFewestLetters && edits * kLettersAnEdit <= letters;
      return near ? Joined(reach.edits) : Differences();
    }
    if (edits == kMostEdits) return {};
    for (size_t k = 1; k + 1 < reaches.size(); ++k) {
      Reach replaced = Edited(a, b, reaches[k], true, true);
      Reach added = Edited(a, b, reaches[k - 1], false, true),
            dropped = Edited(a, b, reaches[k + 1], true, false);
      next[k] = Further(Further(replaced, added), dropped);
    }
    reaches = next;
  }
}

std::string_view Around(std::string_view text, uint32_t begin, uint32_t end, int letters) {
  size_t from = begin, to = end;
  auto is_word = [](char32_t c) { return IsHan(c) || IsSpace(c) || (c < 0x80 && c > ' '); };
  for (int i = 0; i < letters && from > 0; ++i) {
    size_t at = from - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    size_t next = at;
    if (!is_word(NextLetter(text, next))) break;
    from = at;
  }
  for (int i = 0; i < letters && to < text.size(); ++i) {
    size_t next = to;
    if (!is_word(NextLetter(text, next))) break;
    to = next;
  }
  return text.substr(from, to - from);
}

}  // namespace tabularium
