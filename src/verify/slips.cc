// Slips by sound. The text is walked once, syllable by syllable; where two neighbours begin a term,
// the trie of the lexicon is followed; where they are written as a misspelling begins, it is looked up. A window that sounds like a term and is written otherwise in
// one letter is a slip, unless the letter that differs belongs to a known word as it stands, is a
// word by itself, or may stand for the other. Tested by slips_test.cc; false alarms are measured by
// prose_test.cc.
#include <algorithm>
#include <array>

#include "text/reading.h"
#include "text/utf8.h"
#include "verify/spots.h"

namespace tabularium {
namespace {

constexpr uint32_t kHanBytes = 3;    // every letter with a reading takes three bytes
constexpr size_t kLongestTerm = 16;  // letters; compile/lexicon.h refuses longer ones

inline bool BeginsHan(unsigned char byte) { return byte >= 0xE3 && byte <= 0xE9; }

inline char32_t HanAt(const unsigned char* at) {
  return static_cast<unsigned>((at[0] << 12) + (at[1] << 6) + at[2]) - 0xE2080u;  // the bits that are the same in every letter of three bytes
}

class Walk {
 public:
  Walk(std::string_view text, const Lexicon& lexicon, std::vector<Spot>* spots)
      : begin_(reinterpret_cast<const unsigned char*>(text.data())),
        end_(begin_ + text.size()),
        lexicon_(lexicon),
        spots_(*spots),
        first_(spots->size()) {}

  void Run() {
    std::array<Pair, kLettersAtOnce + 1> found;
    uint32_t before = 0;
    for (const unsigned char* at = begin_; at + kHanBytes <= end_;) Follow(found.data(), Gather(&at, &before, found.data()));
  }

 private:
  static constexpr size_t kLettersAtOnce = 128;
  struct Pair {
    const unsigned char* second;  // letter of the pair
    uint32_t sounds;  // index into pairs; those with sound 0 are none, so that both letters have a reading
  };

  // The pairs among the next letters that sound as a term or a misspelling begins, from `*from` on; `before`: the sound of the letter
  // before it, 0: none. Which letters begin a pair is found out without a branch for each: nobody could foretell it. Not inlined, so
  // that all that it needs is at hand. Returns the end of what was found.
  [[gnu::noinline]] Pair* Gather(const unsigned char** from, uint32_t* before, Pair* found) const {
    const uint64_t* pair_bits = lexicon_.pair_bits.data();
    const uint32_t sounds = lexicon_.sounds;
    const unsigned char* at = *from;
    const unsigned char* const end = at + std::min(static_cast<size_t>(end_ - at) - kHanBytes + 1, kLettersAtOnce * kHanBytes);
    uint32_t above = *before;
    while (at < end) {
      if ((*at & 0xF0) != 0xE0) {  // of other letters than those of three bytes none has a sound
        above = 0;
        ++at;  // bytes that continue a letter begin none
        continue;
      }
      const uint32_t sound = SyllableOf(HanAt(at)), pair = above * sounds + sound;
      *found = {at, pair};
      found += pair_bits[pair / 64] >> pair % 64 & 1;
      above = sound;
      at += kHanBytes;
    }
    *from = at;
    *before = above;
    return found;
  }

  // A term has three letters at least.
  void Follow(const Pair* pair, const Pair* end) {
    for (; pair != end; ++pair) {
      const unsigned char *second = pair->second, *start = second - kHanBytes, *third = second + kHanBytes;
      const bool term = third + kHanBytes <= end_ && lexicon_.BeginsTerm(pair->sounds, SyllableOf(HanAt(third)));
      if (term) FollowSounds(start, lexicon_.pairs[pair->sounds]);
      if (lexicon_.MisspeltBegin(HanAt(start), HanAt(second))) FindMisspellings(start);
    }
  }

  using Letters = std::array<char32_t, kLongestTerm>;

  void FollowSounds(const unsigned char* start, uint32_t node) {
    Letters window;
    window[0] = HanAt(start);
    window[1] = HanAt(start + kHanBytes);
    for (size_t length = 2;; ++length) {
      const Lexicon::Node& here = lexicon_.nodes[node];
      for (uint32_t i = 0; i < here.terms; ++i) Weigh(start, window, lexicon_.terms[here.first_term + i]);
      const unsigned char* next = start + length * kHanBytes;
      if (here.children == 0 || length == kLongestTerm || next + kHanBytes > end_ ||
          !BeginsHan(*next))
        return;
      window[length] = HanAt(next);
      node = Child(here, SyllableOf(window[length]));
      if (node == 0) return;
    }
  }

  uint32_t Child(const Lexicon::Node& node, SyllableId sound) const {
    const Lexicon::Node* begin = lexicon_.nodes.data() + node.first_child;
    const Lexicon::Node* end = begin + node.children;
    const Lexicon::Node* at =
        std::lower_bound(begin, end, sound, [](const Lexicon::Node& n, SyllableId s) { return n.sound < s; });
    return at != end && at->sound == sound ? static_cast<uint32_t>(at - lexicon_.nodes.data()) : 0;
  }

  void Weigh(const unsigned char* start, const Letters& window, const Lexicon::Term& term) {
    const char32_t* letters = lexicon_.letters.data() + term.begin;
    const size_t length = term.length;
    int slips = 0;
    for (size_t i = 0; i < length; ++i) slips += window[i] != letters[i];
    if (slips > 0 && slips <= term.slips) WeighSlips(start, window, {letters, length});
  }

  void WeighSlips(const unsigned char* start, const Letters& window, std::u32string_view letters) {
    for (size_t i = 0; i < letters.size(); ++i) {
      if (window[i] == letters[i]) continue;
      if (lexicon_.StandsAlone(window[i]) || lexicon_.AreVariants(window[i], letters[i])) return;
      if (IsKnown(start + i * kHanBytes)) return;
    }
    Keep(start, letters);
  }

  void FindMisspellings(const unsigned char* start) {
    std::u32string window;
    for (const unsigned char* at = start; at + kHanBytes <= end_ && BeginsHan(*at) && window.size() < kLongestTerm; at += kHanBytes)
      window.push_back(HanAt(at));
    const auto& all = lexicon_.misspellings;
    auto precedes = [&](const Lexicon::Misspelling& m, std::u32string_view w) { return lexicon_.LettersOf(m) < w; };
    const auto first = std::lower_bound(all.begin(), all.end(), std::u32string_view(window).substr(0, 2), precedes);
    for (auto at = first; at != all.end() && lexicon_.LettersOf(*at).substr(0, 2) == window.substr(0, 2); ++at)
      if (window.starts_with(lexicon_.LettersOf(*at))) KeepMisspelling(start, *at);
  }

  void KeepMisspelling(const unsigned char* start, const Lexicon::Misspelling& misspelling) {
    for (size_t i = 0; i < misspelling.length; ++i)
      if (IsKnown(start + i * kHanBytes)) return;
    Keep(start, lexicon_.letters.substr(misspelling.meant, misspelling.length));
  }

  // True if the letter belongs to a known word as it is written.
  bool IsKnown(const unsigned char* letter) const {
    std::u32string& around = around_;
    around.clear();
    const unsigned char* from = letter;
    for (uint32_t i = 1;
         i < lexicon_.longest_known && from - begin_ >= kHanBytes && BeginsHan(from[-3]); ++i)
      from -= kHanBytes;
    auto middle = static_cast<size_t>(letter - from) / kHanBytes;
    for (const unsigned char* at = from; at + kHanBytes <= end_ && BeginsHan(*at);
         at += kHanBytes) {
      around.push_back(HanAt(at));
      if (around.size() == middle + lexicon_.longest_known) break;
    }
    for (size_t begin = 0; begin <= middle && begin + 1 < around.size(); ++begin) {
      if (!lexicon_.KnowsBegin(around[begin], around[begin + 1])) continue;
      for (size_t end = std::max(middle + 1, begin + 2);
           end <= around.size() && end - begin <= lexicon_.longest_known; ++end)
        if (lexicon_.Knows(std::u32string_view(around).substr(begin, end - begin))) return true;
    }
    return false;
  }

  // Of two windows that share a letter, the longer one is kept; of two equally long ones the first.
  void Keep(const unsigned char* start, std::u32string_view letters) {
    auto begin = static_cast<uint32_t>(start - begin_);
    auto end = begin + static_cast<uint32_t>(letters.size()) * kHanBytes;
    Spot spot{Spot::kProbableSlip, begin, end, ""};
    for (char32_t letter : letters) AppendLetter(letter, &spot.instead);
    if (spots_.size() > first_ && spots_.back().end > begin) {
      if (spots_.back().end - spots_.back().begin < end - begin) spots_.back() = std::move(spot);
    } else {
      spots_.push_back(std::move(spot));
    }
  }

  const unsigned char* begin_;
  const unsigned char* end_;
  const Lexicon& lexicon_;
  std::vector<Spot>& spots_;
  size_t first_;  // of this walk's own spots
  mutable std::u32string around_;  // of IsKnown
};

}  // namespace

void FindSlips(std::string_view text, const Lexicon& lexicon, std::vector<Spot>* spots) {
  if (!lexicon.pairs.empty()) Walk(text, lexicon, spots).Run();
}

}  // namespace tabularium
