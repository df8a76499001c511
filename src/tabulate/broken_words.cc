// Tested by layout_test.cc.
#include "tabulate/broken_words.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <unordered_set>

#include "model/grid.h"

namespace tabularium {
namespace {

constexpr std::string_view kBreak = "\u200B\n";
static_assert(kBreak.starts_with(kMayGoOn));

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// The letters that begin, or end, the text.
std::string_view FirstWord(std::string_view text) {
  return text.substr(0, static_cast<size_t>(std::find_if_not(text.begin(), text.end(), IsLetter) - text.begin()));
}
std::string_view LastWord(std::string_view text) {
  return text.substr(text.size() - static_cast<size_t>(std::find_if_not(text.rbegin(), text.rend(), IsLetter) - text.rbegin()));
}

// A word over several lines of a cell: where it begins, and behind its last piece.
struct Chain {
  size_t begin = 0, end = 0;  // bytes of the cell's text
  std::vector<std::string_view> pieces;
  std::string joined() const {
    std::string out;
    for (std::string_view piece : pieces) out += piece;
    return out;
  }
};

std::vector<Chain> ChainsOf(std::string_view text) {
  std::vector<Chain> out;
  for (size_t at = text.find(kBreak); at != text.npos; at = text.find(kBreak, at + kBreak.size())) {
    if (out.empty() || out.back().end != at) {
      const std::string_view first = LastWord(text.substr(0, at));
      out.push_back({at - first.size(), at, {first}});
    }
    const std::string_view next = FirstWord(text.substr(at + kBreak.size()));
    out.back().pieces.push_back(next);
    out.back().end = at + kBreak.size() + next.size();
  }
  return out;
}

// One consonant stands alone in no language.
bool IsNoWord(std::string_view piece) { return piece.size() == 1 && std::string_view("bcdfghjklmnpqrstvwxz").find(piece[0]) != piece.npos; }

class BrokenWords {
 public:
  explicit BrokenWords(std::vector<PageContent>* pages) {
    for (PageContent& page : *pages)
      for (PageTable& t : page.tables)
        for (TableCell& cell : t.table.cells)
          if (cell.text.find(kBreak) != std::string::npos) broken_.push_back(&cell);
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
        const bool words = std::all_of(chain->pieces.begin(), chain->pieces.end(), [&](std::string_view piece) { return whole_.count(std::string(piece)) > 0; });
        std::string word;
        if (IsSurelyOne(*chain) || (breaks_words_ && IsTail(chain->pieces.back()))) word = chain->joined();
        else if (!words) continue;
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
    for (size_t i = 0; i < text.size();) {
      const std::string_view word = FirstWord(text.substr(i));
      const bool broken = text.substr(i + word.size()).starts_with(kBreak) || (i >= kBreak.size() && text.substr(i - kBreak.size()).starts_with(kBreak));
      if (word.size() > 1 && !broken) whole_.emplace(word);
      i += std::max<size_t>(word.size(), 1);
    }
  }

  // Too short for most words, and none of the pages'.
  bool IsTail(std::string_view piece) const { return piece.size() < 3 && whole_.count(std::string(piece)) == 0; }

  bool IsSurelyOne(const Chain& chain) const {
    const std::string joined = chain.joined();
    return IsNoWord(chain.pieces.back()) || whole_.count(joined) > 0 || breaks_.at(joined).size() > 1;
  }

  std::vector<TableCell*> broken_;
  std::unordered_set<std::string> whole_;
  std::map<std::string, std::set<size_t>> breaks_;  // of each word, where it was broken first
  bool breaks_words_ = false;
};

}  // namespace

void JoinBrokenWords(std::vector<PageContent>* pages) { BrokenWords(pages).Join(); }

}  // namespace tabularium
