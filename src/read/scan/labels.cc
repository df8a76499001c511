// An edit distance that forgives what recognisers confuse, over all wordings of all forms. Tested by labels_test.cc.
#include "read/scan/labels.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

// What differences cost; a letter quite different is 1.
constexpr float kLookAlike = 0.35f;
constexpr float kWhole = 3;           // a whole letter too few or too many: recognisers seldom do that, another wording does
constexpr float kSpot = 0.5f;         // a mark or a letter of one stroke that isn't in the wording: dirt, a rule's rest
constexpr float kMostALetter = 0.27f;  // more than this for each letter is no wording misread
constexpr float kMost = 2;             // nor is more than this, however long
constexpr float kMargin = 0.6f;       // the next wording is farther by this, or neither is meant
constexpr size_t kLongest = 24, kShortest = 2;  // letters

constexpr std::string_view kLookAlikes[] = {
#include "read/scan/look_alikes.inc"
};

char32_t First(std::string_view text) {
  size_t at = 0;
  return text.empty() ? 0 : NextLetter(text, at);
}

char32_t Fold(std::string_view letter) { return First(Key(letter)); }

bool AreAlike(char32_t a, char32_t b) {
  for (std::string_view group : kLookAlikes) {
    bool has_a = false, has_b = false;
    for (size_t i = 0; i < group.size();) {
      const char32_t c = NextLetter(group, i);
      has_a = has_a || c == a, has_b = has_b || c == b;
    }
    if (has_a && has_b) return true;
  }
  return false;
}

float Change(char32_t seen, char32_t meant) { return seen == meant ? 0 : AreAlike(seen, meant) ? kLookAlike : 1; }
float Extra(char32_t seen) { return seen < 0x2E80 || seen == U'一' || seen == U'丨' ? kSpot : kWhole; }

// costs[i * (m + 1) + j]: of the first i letters seen against the first j meant. Letters without a key (0) cost nothing.
struct Distance {
  size_t n, m;
  std::vector<float> costs;
  float at(size_t i, size_t j) const { return costs[i * (m + 1) + j]; }
};

Distance Measure(const std::u32string& seen, const std::u32string& meant) {
  Distance d{seen.size(), meant.size(), std::vector<float>((seen.size() + 1) * (meant.size() + 1), 0)};
  auto at = [&](size_t i, size_t j) -> float& { return d.costs[i * (d.m + 1) + j]; };
  auto lost = [&](size_t j) { return meant[j - 1] ? kWhole : 0; };
  for (size_t i = 1; i <= d.n; ++i) at(i, 0) = at(i - 1, 0) + Extra(seen[i - 1]);
  for (size_t j = 1; j <= d.m; ++j) at(0, j) = at(0, j - 1) + lost(j);
  for (size_t i = 1; i <= d.n; ++i)
    for (size_t j = 1; j <= d.m; ++j)
      at(i, j) = std::min({meant[j - 1] ? at(i - 1, j - 1) + Change(seen[i - 1], meant[j - 1]) : at(i, j - 1),
                           at(i - 1, j) + Extra(seen[i - 1]), at(i, j - 1) + lost(j)});
  return d;
}

// Of each letter meant, which letter seen stands for it (or stands nearest before it).
std::vector<size_t> Places(const Distance& d, const std::u32string& seen, const std::u32string& meant) {
  std::vector<size_t> places(d.m);
  size_t i = d.n, j = d.m;
  while (j > 0) {
    const bool pair = i > 0 && meant[j - 1] && d.at(i, j) == d.at(i - 1, j - 1) + Change(seen[i - 1], meant[j - 1]);
    const bool extra = !pair && i > 0 && d.at(i, j) == d.at(i - 1, j) + Extra(seen[i - 1]);
    if (extra) {
      --i;
      continue;
    }
    places[--j] = i > 0 ? i - 1 : 0;
    if (pair) --i;
  }
  return places;
}

bool HasDigit(const std::u32string& letters) {
  return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return c >= '0' && c <= '9'; });
}

// A closing bracket before any opening one, whose key is nothing: 】5. of 15.
bool HoldsStray(std::string_view text) {
  constexpr std::u32string_view kOpen = U"([{（【《〈", kClose = U")]}）】》〉";
  int open = 0;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextLetter(text, i);
    open += kOpen.find(c) != kOpen.npos;
    if (kClose.find(c) != kClose.npos && --open < 0) return true;
  }
  return false;
}

}  // namespace

LabelReader::LabelReader(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  for (const KnownWord& word : vocabulary.words) {
    Wording wording;
    for (size_t i = 0, begin = 0; i < word.text.size(); begin = i) {
      const char32_t c = NextLetter(word.text, i);
      if (IsSpace(c)) continue;
      wording.letters.push_back(word.text.substr(begin, i - begin));
      wording.folded += Fold(wording.letters.back());
    }
    const size_t n = wording.letters.size();
    if (n >= kShortest && n <= kLongest && !HasDigit(wording.folded)) wordings_.push_back(std::move(wording));
  }
}

bool LabelReader::Knows(const SeenText& seen) const {
  const std::string text = TextOf(seen), key = Key(text);
  return key.find_first_not_of("0123456789") != key.npos && vocabulary_.Find(key) != kNoWord && !HoldsStray(text);
}

bool LabelReader::KnowsSurely(const SeenText& seen) const {
  return Knows(seen) && std::none_of(seen.letters.begin(), seen.letters.end(), [](const SeenLetter& letter) { return HasDigit(std::u32string(1, First(letter.text))); });
}

std::optional<SeenText> LabelReader::Decide(const SeenText& seen) const {
  std::u32string folded;
  std::vector<size_t> index;  // of the letters that have a key
  for (size_t i = 0; i < seen.letters.size(); ++i)
    if (char32_t c = Fold(seen.letters[i].text)) folded += c, index.push_back(i);
  if (folded.size() < kShortest || folded.size() > kLongest || HasDigit(folded)) return std::nullopt;
  if (Knows(seen)) return std::nullopt;

  const Wording* best = nullptr;
  float least = 1e9f, next = 1e9f;
  for (const Wording& wording : wordings_) {
    const size_t n = folded.size(), m = wording.folded.size();
    if (m > n + n / 4 + 1 || n > m + m / 4 + 2) continue;
    const float cost = Measure(folded, wording.folded).costs.back();
    if (cost < least) best = &wording, std::swap(least, next), least = cost;
    else next = std::min(next, cost);
  }
  if (!best || least > std::min(kMost, kMostALetter * static_cast<float>(folded.size())) || next - least < kMargin) return std::nullopt;

  auto closes = [](const std::string& letter) { return letter == ")" || letter == "）"; };  // a unit, a year: no dirt
  if (closes(seen.letters.back().text) && !closes(best->letters.back())) return std::nullopt;

  const std::vector<size_t> places = Places(Measure(folded, best->folded), folded, best->folded);
  SeenText decided{Recogniser::kVocabulary, {}};
  for (size_t j = 0; j < places.size(); ++j) {
    size_t at = index[places[j]];
    if (!best->folded[j] && at + 1 < seen.letters.size() && !Fold(seen.letters[at + 1].text)) ++at;  // a mark for a mark
    SeenLetter letter = seen.letters[at];
    letter.text = best->letters[j];
    decided.letters.push_back(std::move(letter));
  }
  return decided;
}

}  // namespace tabularium
