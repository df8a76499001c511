// Tested by segment_test.cc.
#include "segment/titles.h"

#include <algorithm>
#include <string>

#include "text/furniture.h"
#include "text/key.h"

namespace tabularium {
namespace {

constexpr size_t kLongestTitle = 240;  // bytes of a cell
constexpr size_t kFuzzyLetters = 6;    // letters from which a title may be misspelt
constexpr int kSlips = 2;

struct Title {
  WordId word;
  size_t letters;
};

// Of all forms, ascending.
std::vector<Title> TitlesOf(const Grammar& grammar) {
  std::vector<WordId> words;
  for (const Form& form : grammar.forms) words.insert(words.end(), form.titles.begin(), form.titles.end());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<Title> out;
  for (WordId word : words) out.push_back({word, CountLetters(grammar.vocabulary.words[static_cast<size_t>(word)].key)});
  return out;
}

const Cell* OnlyText(std::span<const Cell> row) {
  const Cell* only = nullptr;
  for (const Cell& cell : row) {
    if (cell.shapes & kLooksBlank) continue;
    if (only) return nullptr;
    only = &cell;
  }
  return only;
}

WordId TitleIn(const Cell& cell, const Grammar& grammar, std::vector<Title>* titles) {
  const Vocabulary& vocabulary = grammar.vocabulary;
  if (cell.word != kNoWord) return vocabulary.words[static_cast<size_t>(cell.word)].roles & kIsTitle ? cell.word : kNoWord;
  if (cell.prefix != kNoWord || cell.text.size() > kLongestTitle) return kNoWord;
  if (LooksLikeYearLine(cell.text) || LooksLikeFurniture(cell.text)) return kNoWord;  // the title again in the margin, beside the time of printing
  if (titles->empty()) *titles = TitlesOf(grammar);
  std::string key = Key(cell.text);
  size_t letters = CountLetters(key);
  Title best{kNoWord, 0};
  int least = kSlips + 1;
  for (const Title& title : *titles) {
    std::string_view wanted = vocabulary.words[static_cast<size_t>(title.word)].key;
    if (title.letters < kFuzzyLetters) continue;
    bool inside = key.find(wanted) != std::string::npos;
    bool near = letters + kSlips >= title.letters && letters <= title.letters + kSlips;
    int slips = inside ? 0 : near ? KeyDistance(key, wanted, kSlips) : kSlips + 1;
    if (slips > kSlips) continue;
    if (slips < least || (slips == least && title.letters > best.letters)) least = slips, best = title;
  }
  return best.word;
}

// A title in the first of two cells: the year stands beside it.
WordId TitleAtHead(std::span<const Cell> row, const Vocabulary& vocabulary) {
  const Cell* first = nullptr;
  size_t texts = 0;
  for (const Cell& cell : row) {
    if (cell.shapes & kLooksBlank) continue;
    if (!first) first = &cell;
    if (++texts > 2 || first->word == kNoWord) return kNoWord;
  }
  return texts == 2 && vocabulary.words[static_cast<size_t>(first->word)].roles & kIsTitle ? first->word : kNoWord;
}

}  // namespace

std::vector<Section> CutAtTitles(const Grid& grid, const Grammar& grammar) {
  std::vector<Title> titles;  // once a cell asks for them
  std::vector<Section> sections;
  Section section;
  for (uint32_t r = 0; r < grid.rows(); ++r) {
    const Cell* only = OnlyText(grid.row(r));
    WordId title = only ? TitleIn(*only, grammar, &titles) : TitleAtHead(grid.row(r), grammar.vocabulary);
    if (title == kNoWord) continue;
    section.end = r;
    if (section.end > section.begin) sections.push_back(section);
    section = {r, r, title, {}};
  }
  section.end = grid.rows();
  if (section.end > section.begin) sections.push_back(section);
  return sections;
}

}  // namespace tabularium
