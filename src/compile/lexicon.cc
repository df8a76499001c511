// Two steps: the lines of all files are gathered word by word, each complaint with its place; then
// the terms are sorted by sound, so that every node of the trie is a range of them. Tested by
// lexicon_test.cc.
#include "compile/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "compile/lexicon_image.h"
#include "text/reading.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kShortestTerm = 3, kShortestWord = 2, kLongest = 16;  // letters
constexpr size_t kTwoSlips =
    6;  // letters from which two may differ and the term is still recognised

enum class Section {
  kNone,
  kTerms,
  kOrdinary,
  kAlone,
  kMisspelt,
  kSlips,
  kSame,
  kForeign,
  kMeans
};
constexpr std::pair<std::string_view, Section> kSections[] = {
    {"terms", Section::kTerms}, {"ordinary", Section::kOrdinary},
    {"alone", Section::kAlone}, {"misspelt", Section::kMisspelt},
    {"slips", Section::kSlips}, {"same", Section::kSame},
    {"foreign", Section::kForeign}, {"means", Section::kMeans}};

std::u32string Letters(std::string_view text) {
  std::u32string letters;
  for (size_t i = 0; i < text.size();) letters.push_back(NextLetter(text, i));
  return letters;
}

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::u16string Sounds(std::u32string_view word) {
  std::u16string sounds;
  for (char32_t letter : word) sounds.push_back(SyllableOf(letter));
  return sounds;
}

// One word of a line and where it stands: columns from 1, in letters.
struct Word {
  std::string_view text;
  int line = 0, column = 0, width = 0;
};

std::vector<Word> Words(std::string_view line, int number) {
  std::vector<Word> words;
  int column = 0;
  size_t begin = 0;
  bool inside = false;
  auto close = [&](size_t end, int next) {
    if (inside)
      words.back().text = line.substr(begin, end - begin),
      words.back().width = next - words.back().column;
    inside = false;
  };
  for (size_t i = 0; i < line.size();) {
    size_t at = i;
    char32_t letter = NextLetter(line, i);
    ++column;
    if (letter == '#') return close(at, column), words;
    if (IsSpace(letter)) {
      close(at, column);
    } else if (!inside) {
      words.push_back({{}, number, column, 0});
      begin = at, inside = true;
    }
  }
  close(line.size(), column + 1);
  return words;
}

// A word of the lexicon. Its letters, and those of what it is meant to be, stand in one text of all words: tens of thousands
// of strings would cost more than all else.
struct Spelling {
  uint64_t head = 0;  // its first two letters: decides most comparisons
  uint32_t begin = 0, meant = 0;
  uint8_t length = 0;
  Section section = Section::kNone;
};

// The tables of a lexicon while it is made.
struct Tables {
  std::u32string letters, alone;
  std::vector<Lexicon::Term> terms;
  std::vector<Lexicon::Node> nodes;
  std::vector<uint16_t> pairs;
  std::vector<uint64_t> pair_bits, triple_bits;
  std::vector<Lexicon::Misspelling> misspellings;
  std::vector<uint64_t> misspelt_begins, known_begins;
  std::vector<Lexicon::Part> known;
  std::vector<Lexicon::Variant> variants;
  std::vector<std::string> allowed;
  std::vector<std::pair<std::string, std::string>> meanings;
  uint32_t sounds = 0, longest_known = 0;
};

void SetBit(size_t bit, std::vector<uint64_t>* bits) { (*bits)[bit / 64] |= uint64_t{1} << bit % 64; }

class Gatherer {
 public:
  explicit Gatherer(std::vector<Complaint>* complaints) : complaints_(*complaints) {}

  void Read(const GrammarFile& file) {
    file_ = &file;
    Section section = Section::kNone;
    std::string_view rest = file.text;
    for (int number = 1; !rest.empty(); ++number) {
      size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      std::vector<Word> words = Words(line, number);
      if (words.empty()) continue;
      if (words[0].column == 1)
        section = SectionOf(words);
      else
        ReadLine(section, words);
    }
  }

  Lexicon Finish();

 private:
  void Complain(std::string_view code, const Word& word, std::string message, std::string hint) {
    complaints_.push_back({code, file_->name, std::move(message), std::move(hint), word.line,
                           word.column, word.width});
  }

  Section SectionOf(const std::vector<Word>& words) {
    if (words.size() > 1)
      Complain("bad-line", words[1], "a section's name stands alone in its line",
               "indent the words below it");
    for (const auto& [name, section] : kSections)
      if (name == words[0].text) return section;
    Complain("unknown-section", words[0], fmt::format("no section is called {}", words[0].text),
             "terms, ordinary, alone, misspelt, slips, same, foreign or means; words of a section are "
             "indented");
    return Section::kNone;
  }

  void ReadLine(Section section, const std::vector<Word>& words) {
    switch (section) {
      case Section::kNone:
        return Complain("bad-line", words[0], "this line is in no section",
                        "begin with a line `terms`");
      case Section::kMeans:
        return ReadMeaning(words);
      case Section::kMisspelt:
        return ReadMisspelling(words);
      case Section::kSlips:
        return ReadSlips(words);
      case Section::kForeign:
        for (const Word& word : words) lexicon_.allowed.push_back(LowerCase(word.text));
        return;
      case Section::kAlone:
        for (const Word& word : words) lexicon_.alone += Letters(word.text);
        return;
      case Section::kSame:
        for (const Word& word : words) ReadVariants(word);
        return;
      case Section::kTerms:
      case Section::kOrdinary:
        for (const Word& word : words) ReadTerm(section, word);
    }
  }

  void ReadMeaning(const std::vector<Word>& words) {
    if (words.size() != 3 || words[1].text != "=")
      return Complain("bad-line", words[0],
                      "a meaning is a foreign word, = and what to write instead", "and = 和");
    lexicon_.meanings.emplace_back(LowerCase(words[0].text), words[2].text);
  }

  void ReadMisspelling(const std::vector<Word>& words) {
    if (words.size() != 3 || words[1].text != "=")
      return Complain("bad-line", words[0], "a misspelling is what is written, = and what is meant",
                      "布署 = 部署");
    if (Letters(words[0].text).size() != Letters(words[2].text).size())
      return Complain("bad-length", words[2],
                      "what is meant has as many letters as what is written", "布署 = 部署");
    size_t complaints = complaints_.size();
    ReadTerm(Section::kMisspelt, words[0]);
    if (complaints_.size() == complaints) words_.back().meant = Keep(Letters(words[2].text));
  }

  // Every letter of a group, in the place of the word's letter, makes a misspelling of the word.
  void ReadSlips(const std::vector<Word>& words) {
    const std::u32string meant = Letters(words[0].text);
    if (words.size() != meant.size() + 2 || words[1].text != "=")
      return Complain("bad-line", words[0],
                      "slips are a word, = and for each of its letters those written instead",
                      "监督 = 艰鉴 都睹; - where a letter has none");
    const uint32_t kept = Keep(meant);
    Add(Section::kOrdinary, kept, meant, &slips_);
    for (size_t i = 0; i < meant.size(); ++i) {
      const Word& group = words[i + 2];
      if (group.text == "-") continue;
      for (char32_t letter : Letters(group.text)) {
        std::u32string slip = meant;
        slip[i] = letter;
        if (!IsHan(letter) || letter == meant[i] || SyllableOf(letter) == 0)
          Complain("bad-slip", group, fmt::format("a slip for {} is another Han letter", words[0].text),
                   "write the letters of a group without spaces");
        else
          Add(Section::kSlips, Keep(slip), slip, &slips_), slips_.back().meant = kept;
      }
    }
  }

  void ReadVariants(const Word& word) {
    std::u32string letters = Letters(word.text);
    if (letters.size() < 2)
      Complain("bad-length", word, "a group has at least two letters",
               "write the letters without spaces: 的地得");
    for (char32_t a : letters)
      for (char32_t b : letters)
        if (a != b) lexicon_.variants.push_back({a, b});
  }

  void ReadTerm(Section section, const Word& word) {
    std::u32string letters = Letters(word.text);
    size_t shortest = section == Section::kTerms ? kShortestTerm : kShortestWord;
    if (std::any_of(letters.begin(), letters.end(), [](char32_t c) { return !IsHan(c); }))
      return Complain("not-han", word,
                      fmt::format("{} is not written in Han letters alone", word.text),
                      "part words by spaces; foreign words stand under `foreign`");
    if (letters.size() < shortest || letters.size() > kLongest)
      return Complain("bad-length", word,
                      fmt::format("{} has {} letters; {} to {} are possible", word.text,
                                  letters.size(), shortest, kLongest),
                      "shorter words sound like too many others");
    if (section != Section::kOrdinary && Sounds(letters).find(char32_t{0}) != std::u32string::npos)
      return Complain("no-reading", word,
                      fmt::format("a letter of {} has no known reading", word.text),
                      "leave the term out; it could never be found by its sound");
    if (!seen_.insert(letters).second)
      return Complain("stands-twice", word, fmt::format("{} stands in the lexicon twice", word.text),
                      "delete one of them");
    Add(section, Keep(letters), letters, &words_);
  }

  uint32_t Keep(std::u32string_view letters) {
    auto begin = static_cast<uint32_t>(spelt_.size());
    spelt_ += letters;
    return begin;
  }

  static void Add(Section section, uint32_t begin, std::u32string_view letters, std::vector<Spelling>* to) {
    uint64_t head = uint64_t{letters[0]} << 32 | (letters.size() > 1 ? letters[1] : 0);
    to->push_back({head, begin, begin, static_cast<uint8_t>(letters.size()), section});
  }

  std::u32string_view LettersOf(const Spelling& word) const {
    return std::u32string_view(spelt_).substr(word.begin, word.length);
  }

  void TakeSlips();
  void TakeKnown(const Spelling& word);
  void TakeMisspelling(const Spelling& word);
  void TakeTerms();
  Lexicon Pack();
  void GrowTrie(const std::vector<std::u16string>& sounds);
  size_t PairOf(std::u16string_view sounds) const { return size_t{sounds[0]} * lexicon_.sounds + sounds[1]; }

  std::vector<Complaint>& complaints_;
  const GrammarFile* file_ = nullptr;
  Tables lexicon_;
  std::u32string spelt_;         // the letters of all words
  std::vector<Spelling> words_;
  std::vector<Spelling> slips_;  // of the section of that name, and what they are meant to be
  std::unordered_set<std::u32string> seen_;  // all of words_
};

// Level by level: a node is a range of the sorted terms that begin with the same `depth` sounds.
void Gatherer::GrowTrie(const std::vector<std::u16string>& sounds) {
  struct Range {
    uint32_t node, begin, end;
  };
  std::vector<Range> level, next;
  lexicon_.nodes.emplace_back();
  auto group = [&](uint32_t begin, uint32_t end, size_t depth, auto emit) {
    while (begin < end) {
      uint32_t last = begin;
      std::u16string_view head = std::u16string_view(sounds[begin]).substr(0, depth);
      while (last < end && sounds[last].compare(0, depth, head) == 0) ++last;
      next.push_back({static_cast<uint32_t>(lexicon_.nodes.size()), begin, last});
      emit(head, next.back().node);
      lexicon_.nodes.emplace_back().sound = static_cast<uint16_t>(head.back());
      begin = last;
    }
  };
  group(0, static_cast<uint32_t>(sounds.size()), 2, [&](std::u16string_view head, uint32_t node) {
    lexicon_.pairs[PairOf(head)] = static_cast<uint16_t>(node);
    SetBit(PairOf(head), &lexicon_.pair_bits);
  });
  for (size_t depth = 2; !next.empty(); ++depth) {
    level.swap(next);
    next.clear();
    for (auto [node, begin, end] : level) {
      uint32_t rest = begin;  // terms that end here sort before their continuations
      while (rest < end && sounds[rest].size() == depth) ++rest;
      auto first = static_cast<uint32_t>(lexicon_.nodes.size());
      uint16_t children = 0;
      group(rest, end, depth + 1, [&](std::u16string_view, uint32_t) { ++children; });
      lexicon_.nodes[node].first_term = begin;
      lexicon_.nodes[node].terms = rest - begin;
      lexicon_.nodes[node].first_child = first;
      lexicon_.nodes[node].children = children;
    }
  }
}

template <class T>
void SortUnique(std::vector<T>* items) {
  std::sort(items->begin(), items->end());
  items->erase(std::unique(items->begin(), items->end()), items->end());
}

void Gatherer::TakeKnown(const Spelling& word) {
  lexicon_.known.push_back({static_cast<uint32_t>(lexicon_.letters.size()), word.length});
  lexicon_.letters += LettersOf(word);
  lexicon_.known_begins.resize(Lexicon::KnownBegins::kWords);
  SetBit(Lexicon::KnownBegins::Of(LettersOf(word)[0], LettersOf(word)[1]), &lexicon_.known_begins);
  lexicon_.longest_known = std::max(lexicon_.longest_known, uint32_t{word.length});
}

void Gatherer::TakeMisspelling(const Spelling& word) {
  const auto begin = static_cast<uint32_t>(lexicon_.letters.size());
  lexicon_.misspellings.push_back({begin, word.length, begin + word.length});
  lexicon_.letters += LettersOf(word);
  lexicon_.letters += std::u32string_view(spelt_).substr(word.meant, word.length);
  lexicon_.misspelt_begins.resize(Lexicon::MisspeltBegins::kWords);
  SetBit(Lexicon::MisspeltBegins::Of(LettersOf(word)[0], LettersOf(word)[1]), &lexicon_.misspelt_begins);
  SetBit(PairOf(Sounds(LettersOf(word).substr(0, 2))), &lexicon_.pair_bits);
}

// In the order of their sounds.
void Gatherer::TakeTerms() {
  struct Term {
    std::u16string sounds;
    const Spelling* word;
  };
  std::vector<Term> terms;
  for (const Spelling& word : words_)
    if (word.section == Section::kTerms) terms.push_back({Sounds(LettersOf(word)), &word});
  std::stable_sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.sounds < b.sounds; });
  std::vector<std::u16string> sounds;
  for (Term& term : terms) {
    const Spelling& word = *term.word;
    lexicon_.terms.push_back({static_cast<uint32_t>(lexicon_.letters.size()), word.length, static_cast<uint16_t>(word.length < kTwoSlips ? 1 : 2)});
    lexicon_.letters += LettersOf(word);
    SetBit(Lexicon::TripleOf(static_cast<uint32_t>(PairOf(term.sounds)), term.sounds[2]), &lexicon_.triple_bits);
    sounds.push_back(std::move(term.sounds));
  }
  GrowTrie(sounds);
}

// What stands in any other section is a word as it is written, and no slip. All words ascending after that, each once.
void Gatherer::TakeSlips() {
  std::stable_partition(slips_.begin(), slips_.end(), [](const Spelling& s) { return s.section == Section::kOrdinary; });
  words_.insert(words_.end(), slips_.begin(), slips_.end());
  std::stable_sort(words_.begin(), words_.end(), [&](const Spelling& a, const Spelling& b) {
    return a.head != b.head ? a.head < b.head : LettersOf(a) < LettersOf(b);
  });
  auto same = [&](const Spelling& a, const Spelling& b) { return a.head == b.head && LettersOf(a) == LettersOf(b); };
  words_.erase(std::unique(words_.begin(), words_.end(), same), words_.end());
}

Lexicon Gatherer::Finish() {
  TakeSlips();
  const bool slips = std::any_of(words_.begin(), words_.end(), [](const Spelling& word) { return word.section != Section::kOrdinary; });
  if (slips) {
    lexicon_.sounds = SyllableEnd();
    lexicon_.pairs.assign(size_t{lexicon_.sounds} * lexicon_.sounds, 0);
    lexicon_.pair_bits.assign(lexicon_.pairs.size() / 64 + 1, 0);
    lexicon_.triple_bits.assign(Lexicon::kTriples / 64, 0);
  }
  for (const Spelling& word : words_) {
    const bool misspelt = word.section == Section::kMisspelt || word.section == Section::kSlips;
    misspelt ? TakeMisspelling(word) : TakeKnown(word);
  }
  if (slips) TakeTerms();
  std::sort(lexicon_.alone.begin(), lexicon_.alone.end());
  SortUnique(&lexicon_.variants);
  SortUnique(&lexicon_.allowed);
  SortUnique(&lexicon_.meanings);
  return Pack();
}

// The words that are no letters alone go into one text; then all tables into one image.
Lexicon Gatherer::Pack() {
  std::string latin;
  auto keep = [&](const std::string& word) {
    latin += word;
    return Lexicon::Part{static_cast<uint32_t>(latin.size() - word.size()), static_cast<uint32_t>(word.size())};
  };
  std::vector<Lexicon::Part> allowed;
  std::vector<Lexicon::Meaning> meanings;
  for (const std::string& word : lexicon_.allowed) allowed.push_back(keep(word));
  for (const auto& [word, instead] : lexicon_.meanings) meanings.push_back({keep(word), keep(instead)});
  Lexicon views;
  views.letters = lexicon_.letters, views.alone = lexicon_.alone, views.latin = latin;
  views.terms = lexicon_.terms, views.nodes = lexicon_.nodes;
  views.pairs = lexicon_.pairs, views.pair_bits = lexicon_.pair_bits, views.triple_bits = lexicon_.triple_bits;
  views.misspellings = lexicon_.misspellings;
  views.misspelt_begins = lexicon_.misspelt_begins, views.known_begins = lexicon_.known_begins;
  views.known = lexicon_.known, views.variants = lexicon_.variants;
  views.allowed = allowed, views.meanings = meanings;
  views.sounds = lexicon_.sounds, views.longest_known = lexicon_.longest_known;
  auto image = std::make_shared<const std::string>(PackLexicon(views));
  Lexicon lexicon = ViewLexicon(*image);
  lexicon.image = std::move(image);
  return lexicon;
}

}  // namespace

CompiledLexicon CompileLexicon(std::span<const GrammarFile> files) {
  CompiledLexicon compiled;
  Gatherer gatherer(&compiled.complaints);
  for (const GrammarFile& file : files) gatherer.Read(file);
  Lexicon lexicon = gatherer.Finish();
  if (compiled.complaints.empty()) compiled.lexicon = std::move(lexicon);
  return compiled;
}

}  // namespace tabularium
