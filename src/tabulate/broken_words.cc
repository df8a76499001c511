// Tested by layout_test.cc.
#include "tabulate/broken_words.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <unordered_set>

#include "model/grid.h"
#include "text/words.h"

namespace tabularium {
namespace {

constexpr size_t kWordLetters = 4;  // of words that are no more than an ending

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// The letters that begin, or end, the text.
std::string_view FirstWord(std::string_view text) {
  return text.substr(0, static_cast<size_t>(std::find_if_not(text.begin(), text.end(), IsLetter) - text.begin()));
}
std::string_view LastWord(std::string_view text) {
  return text.substr(text.size() - static_cast<size_t>(std::find_if_not(text.rbegin(), text.rend(), IsLetter) - text.rbegin()));
}

// Where a line ends within a word, or may: "Modernizatio␊n", "Transpor-␊tation".
struct Break {
  size_t begin = std::string_view::npos, end = std::string_view::npos;  // bytes of the cell's text
  bool hyphen = false;
};

// The first one from `at`.
Break NextBreak(std::string_view text, size_t at) {
  for (size_t feed = text.find('\n', at); feed != text.npos; feed = text.find('\n', feed + 1)) {
    std::string_view before = text.substr(at, feed - at), after = text.substr(feed + 1);
    const bool may_go_on = before.ends_with(kMayGoOn);
    if (may_go_on) before.remove_suffix(kMayGoOn.size());
    const bool small = !after.empty() && std::islower(static_cast<unsigned char>(after[0]));
    const bool hyphen = small && before.size() > 1 && before.back() == '-' && IsLetter(before[before.size() - 2]);
    if (hyphen) before.remove_suffix(1);
    if (may_go_on || hyphen) return {at + before.size(), feed + 1, hyphen};
  }
  return {};
}

// A word over several lines of a cell: where it begins, and behind its last piece.
struct Chain {
  size_t begin = 0, end = 0;  // bytes of the cell's text
  std::vector<std::string_view> pieces;
  bool hyphens = false;
  std::string joined() const {
    std::string out;
    for (std::string_view piece : pieces) out += piece;
    return out;
  }
};

std::vector<Chain> ChainsOf(std::string_view text) {
  std::vector<Chain> out;
  for (Break at = NextBreak(text, 0); at.end <= text.size(); at = NextBreak(text, at.end)) {
    if (out.empty() || out.back().end != at.begin) {
      const std::string_view first = LastWord(text.substr(0, at.begin));
      out.push_back({at.begin - first.size(), at.begin, {first}, false});
    }
    const std::string_view next = FirstWord(text.substr(at.end));
    out.back().pieces.push_back(next);
    out.back().hyphens |= at.hyphen;
    out.back().end = at.end + next.size();
  }
  return out;
}

constexpr std::string_view kConsonants = "bcdfghjklmnpqrstvwxz";
bool IsConsonant(char c) { return kConsonants.find(c) != kConsonants.npos; }

bool IsAmong(const auto& words, std::string_view word) { return std::find(std::begin(words), std::end(words), word) != std::end(words); }

// Transporta | tion: the break is in the ending, or before it.
bool PartsEnding(std::string_view first, std::string_view rest) {
  return IsAmong(kWordEndings, rest) || std::any_of(std::begin(kWordEndings), std::end(kWordEndings), [&](std::string_view ending) {
           return rest.size() < ending.size() && ending.ends_with(rest) && first.ends_with(ending.substr(0, ending.size() - rest.size()));
         });
}

// Stonebri | dge: no consonant stands alone, and two of few kinds begin a word.
bool IsNoWord(std::string_view piece) {
  if (!IsConsonant(piece[0])) return false;
  return piece.size() == 1 || (IsConsonant(piece[1]) && !IsAmong(kWordBeginnings, piece.substr(0, 2)));
}

// Outrea-␊ch: a unit (km) may have no vowel, but no hyphen before it.
bool HasNoVowel(std::string_view piece) { return piece.find_first_of("aeiouy") == piece.npos; }

// Negotiated | with: behind such an ending only another goes on.
bool IsComplete(std::string_view first, std::string_view rest) {
  if (rest.size() < kWordLetters || !IsConsonant(rest[0]) || IsAmong(kEndingsBehind, rest)) return false;
  return std::any_of(std::begin(kWordEndings), std::end(kWordEndings), [&](std::string_view e) { return first.ends_with(e) && first.size() > e.size() + 2; });
}

class BrokenWords {
 public:
  explicit BrokenWords(std::vector<PageContent>* pages) {
    for (PageContent& page : *pages)
      for (PageTable& t : page.tables)
        for (TableCell& cell : t.table.cells)
          if (NextBreak(cell.text, 0).end <= cell.text.size()) broken_.push_back(&cell);
    if (broken_.empty()) return;
    for (const PageContent& page : *pages)
      for (const PageTable& t : page.tables)
        for (const TableCell& cell : t.table.cells) TakeWords(cell.text);
    for (const TableCell* cell : broken_)
      for (const Chain& chain : ChainsOf(cell->text)) breaks_[chain.joined()].insert(chain.pieces.front().size());
    for (const TableCell* cell : broken_)
      for (const Chain& chain : ChainsOf(cell->text)) breaks_words_ |= IsSurelyOne(chain);
  }

  void Join() {
    for (TableCell* cell : broken_) {
      const std::vector<Chain> chains = ChainsOf(cell->text);
      std::string text = cell->text;
      for (auto chain = chains.rbegin(); chain != chains.rend(); ++chain) {
        std::string word;
        if (IsSurelyOne(*chain) || (breaks_words_ && !chain->hyphens && IsTail(chain->pieces.back()))) word = chain->joined();
        else if (chain->hyphens || !AreWords(*chain)) continue;
        else
          for (std::string_view piece : chain->pieces) word.append(word.empty() ? "" : "\n").append(piece);
        text.replace(chain->begin, chain->end - chain->begin, word);
      }
      cell->text = std::move(text);
    }
  }

 private:
  // The words that no break may part.
  void TakeWords(std::string_view text) {
    const std::vector<Chain> chains = ChainsOf(text);
    auto chain = chains.begin();
    for (size_t i = 0; i < text.size();) {
      if (chain != chains.end() && i == chain->begin) {
        i = std::max(chain++->end, i + 1);
        continue;
      }
      const std::string_view word = FirstWord(text.substr(i));
      if (word.size() > 1) whole_.emplace(word);
      i += std::max<size_t>(word.size(), 1);
    }
  }

  // Too short for most words, and none of the pages'.
  bool IsTail(std::string_view piece) const { return piece.size() < 3 && whole_.count(std::string(piece)) == 0; }

  bool IsWhole(std::string_view piece) const { return whole_.count(std::string(piece)) > 0; }

  // All pieces are the pages', or one of two that are long enough for most words, or the first one ends as words do.
  bool AreWords(const Chain& chain) const {
    const auto& pieces = chain.pieces;
    if (std::all_of(pieces.begin(), pieces.end(), [&](std::string_view piece) { return IsWhole(piece); })) return true;
    if (pieces.size() != 2) return false;
    return IsComplete(pieces[0], pieces[1]) || (std::min(pieces[0].size(), pieces[1].size()) >= kWordLetters && (IsWhole(pieces[0]) || IsWhole(pieces[1])));
  }

  bool IsSurelyOne(const Chain& chain) const {
    const std::string joined = chain.joined();
    const std::string_view last = chain.pieces.back();
    return IsNoWord(last) || (chain.hyphens && HasNoVowel(last)) || PartsEnding(std::string_view(joined).substr(0, joined.size() - last.size()), last) || whole_.count(joined) > 0 || breaks_.at(joined).size() > 1;
  }

  std::vector<TableCell*> broken_;
  std::unordered_set<std::string> whole_;
  std::map<std::string, std::set<size_t>> breaks_;  // of each word, where it was broken first
  bool breaks_words_ = false;
};

}  // namespace

void JoinBrokenWords(std::vector<PageContent>* pages) { BrokenWords(pages).Join(); }

}  // namespace tabularium
