// words OUT FILE…: makes the tables of text/words.h of grammar/*.words, which grammar/README.md describes. Run by the build,
// so that a language costs the program no more than its words. Whatever is wrong with a file is told with its line and a
// remedy, all at once. Tested by word_files_test.cc.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr size_t kLongestWord = 20;  // letters, as in shape::WordTable
constexpr std::string_view kSigns[] = {"≥", "≤", "=", ">", "<", "≈", "±"};
constexpr int kMonthsOfAYear = 12;

// How the words of a section are written and kept.
enum class Kind {
  kKeys,       // folded as labels are
  kWords,      // as written
  kPlain,      // without blanks
  kRelations,  // a sign = words
  kMonths,     // a number = words
  kUnits,      // a currency, or a power of ten and a currency, = words folded as labels are
};

struct Section {
  std::string_view name, table;
  Kind kind;
};

constexpr Section kSections[] = {
    {"stamps", "kStampBeginnings", Kind::kKeys},         {"signatures", "kSignatureBeginnings", Kind::kKeys},
    {"page lines", "kWholeLines", Kind::kKeys},          {"page words", "kPageWords", Kind::kKeys},
    {"notes", "kNoteBeginnings", Kind::kKeys},           {"hints", "kHints", Kind::kKeys},
    {"hint lengths", "kHintLengths", Kind::kKeys},       {"year captions", "kYearCaptions", Kind::kKeys},
    {"year ends", "kYearEnds", Kind::kKeys},             {"unit captions", "kCaptionBeginnings", Kind::kKeys},
    {"relations", "kRelationWords", Kind::kRelations},   {"vague relations", "kVagueRelations", Kind::kWords},
    {"relations behind", "kRelationEnds", Kind::kRelations}, {"measures", "kMeasures", Kind::kWords},
    {"rates", "kRateEnds", Kind::kWords},                {"percent", "kPercentWords", Kind::kWords},
    {"amount leads", "kAmountLeads", Kind::kWords},      {"not applicable", "kNotApplicableWords", Kind::kPlain},
    {"timeless", "kTimelessWords", Kind::kWords},        {"months", "kMonths", Kind::kMonths},
    {"currencies", "kCurrencyNames", Kind::kWords},      {"amount ends", "kMoneyNames", Kind::kWords},
    {"money units", "kMoneyUnits", Kind::kUnits},        {"word beginnings", "kWordBeginnings", Kind::kWords},
    {"word endings", "kWordEndings", Kind::kWords},      {"endings behind", "kEndingsBehind", Kind::kWords},
};

bool HasMeanings(Kind kind) { return kind == Kind::kRelations || kind == Kind::kMonths || kind == Kind::kUnits; }
bool IsFolded(Kind kind) { return kind == Kind::kKeys || kind == Kind::kUnits; }

struct Word {
  std::string text, meaning;  // a relation's sign, a month's number, what a unit of money counts
  const Section* section;
  std::string_view file;
  int line;
};

std::string_view Trimmed(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

bool IsUtf8(std::string_view s) {
  for (size_t i = 0; i < s.size();) {
    const size_t at = i;
    if (NextLetter(s, i) == 0xFFFD && i == at + 1) return false;
  }
  return true;
}

// The currency and the power of ten of `CNY`, `10000 CNY` or `0.01 CNY`, as they stand in a table; empty: it is none of them.
std::string Counted(std::string_view meaning) {
  const size_t blank = meaning.find(' ');
  std::string_view number = blank == meaning.npos ? "1" : meaning.substr(0, blank);
  const std::string_view currency = meaning.substr(blank == meaning.npos ? 0 : blank + 1);
  const bool code = currency.size() == 3 && std::all_of(currency.begin(), currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool part = number.starts_with("0.");
  if (part) number.remove_prefix(2);
  const size_t one = number.find('1');
  const bool noughts = one != number.npos && number.find_first_not_of('0', one + 1) == number.npos;
  if (!code || !noughts || (part ? one + 1 != number.size() || number.find_first_not_of('0') != one : one != 0)) return "";
  const int power = part ? -static_cast<int>(number.size()) : static_cast<int>(number.size()) - 1;
  return '"' + std::string(currency) + "\", " + std::to_string(power);
}

// Words that begin or end alike are found by the first that fits: the longest stands first.
bool StandsBefore(const Word& a, const Word& b) { return a.text.size() > b.text.size(); }

class Gatherer {
 public:
  void Read(std::string_view file, std::string_view text) {
    file_ = file;
    section_ = nullptr;
    for (line_ = 1; !text.empty(); ++line_) {
      const size_t end = std::min(text.find('\n'), text.size());
      ReadLine(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  // What only all files together tell. False: there were complaints.
  bool Finish() {
    for (const Word& vague : words_) {
      if (vague.section->name != "vague relations") continue;
      const bool known = std::any_of(words_.begin(), words_.end(), [&](const Word& word) {
        return word.section->name == "relations" && Trimmed(word.text) == vague.text;
      });
      file_ = vague.file, line_ = vague.line;
      if (!known) Complain(vague.text + " is no relation", "name it under relations too");
    }
    std::stable_sort(words_.begin(), words_.end(), StandsBefore);
    return complaints_ == 0;
  }

  std::string Print() const {
    std::string out = "// Made by generate/words.cc of grammar/*.words. DO NOT EDIT.\n";
    for (const Section& section : kSections) out += PrintTable(section);
    return out;
  }

 private:
  void Complain(const std::string& what, const std::string& remedy) {
    ++complaints_;
    std::fprintf(stderr, "%.*s:%d: error: %s\n     = %s\n", static_cast<int>(file_.size()), file_.data(), line_, what.c_str(),
                 remedy.c_str());
  }

  void ReadLine(std::string_view line) {
    const std::string_view said = Trimmed(line);
    if (said.empty() || said.front() == '#') return;
    if (!IsUtf8(line)) return Complain("the line is not UTF-8", "store the file as UTF-8");
    if (line.front() != ' ' && line.front() != '\t') return ReadHeading(said);
    if (!section_) return Complain("words before the first section", "a section's name stands at the left margin, its words indented below");
    const bool meant = HasMeanings(section_->kind);
    const size_t equal = meant ? said.find(" = ") : std::string_view::npos;
    if (!meant) return ReadWords(said, "");
    const std::string meaning(equal == std::string_view::npos ? "" : Trimmed(said.substr(0, equal)));
    if (Means(meaning)) return ReadWords(said.substr(equal + 3), meaning);
    if (section_->kind == Kind::kMonths) return Complain("no month", "write its number: 1 = january, jan");
    if (section_->kind == Kind::kUnits)
      return Complain("no unit of money", "write its currency, = and its names: EUR = euro, or with a power of ten: 1000 EUR = tsd. euro");
    Complain("no relation", "write a sign, = and its words, the sign one of ≥ ≤ = > < ≈ ±: ≥ = at least");
  }

  void ReadHeading(std::string_view name) {
    section_ = nullptr;
    std::string known;
    for (const Section& section : kSections) {
      if (section.name == name) section_ = &section;
      known += (known.empty() ? "" : ", ") + std::string(section.name);
    }
    if (!section_) Complain("no section is called " + std::string(name), "the sections are " + known + "; words are indented");
  }

  bool Means(const std::string& meaning) const {
    if (section_->kind == Kind::kRelations) return std::find(std::begin(kSigns), std::end(kSigns), meaning) != std::end(kSigns);
    if (section_->kind == Kind::kUnits) return !Counted(meaning).empty();
    for (int month = 1; month <= kMonthsOfAYear; ++month)
      if (meaning == std::to_string(month)) return true;
    return false;
  }

  void ReadWords(std::string_view rest, const std::string& meaning) {
    for (bool more = true; more;) {
      const size_t comma = std::min(rest.find(','), rest.size());
      more = comma < rest.size();
      ReadWord(Trimmed(rest.substr(0, comma)), meaning);
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  }

  void ReadWord(std::string_view written, const std::string& meaning) {
    Word word{AsKept(written), meaning, section_, file_, line_};
    if (word.text.empty()) return Complain("a word without letters", "commas stand between words only");
    if (written.find_first_of("\"\\=") != std::string_view::npos)
      return Complain("a word with \" \\ or = in it: " + std::string(written), "only relations, months and units of money have a meaning before =");
    if (!IsFolded(section_->kind) && CountLetters(word.text) > kLongestWord)
      return Complain(std::string(written) + " has more than " + std::to_string(kLongestWord) + " letters", "a beginning of it is enough");
    for (const Word& other : words_)
      if (other.section == word.section && other.text == word.text)
        return Complain(std::string(written) + " stands twice under " + std::string(section_->name),
                        "strike it here or in " + std::string(other.file) + ":" + std::to_string(other.line));
    words_.push_back(std::move(word));
  }

  std::string AsKept(std::string_view written) const {
    constexpr char32_t kFirstOfHan = 0x2E80;  // below it, languages whose words are parted by blanks
    if (IsFolded(section_->kind)) return Key(written);
    std::string kept;
    char32_t last = 0;
    for (size_t i = 0; i < written.size();) {
      last = NextLetter(written, i);
      if (last != ' ' || section_->kind != Kind::kPlain) AppendLetter(last >= 'A' && last <= 'Z' ? last + 32 : last, &kept);
    }
    if (section_->name == "relations" && last < kFirstOfHan && !kept.empty()) kept.push_back(' ');
    return kept;
  }

  std::string PrintTable(const Section& section) const {
    std::string out;
    size_t size = 0;
    for (const Word& word : words_) {
      if (word.section != &section) continue;
      ++size;
      const std::string text = '"' + word.text + '"';
      if (section.kind == Kind::kRelations) out += "    RelationWord{" + text + ", \"" + word.meaning + "\"},\n";
      else if (section.kind == Kind::kMonths) out += "    MonthWord{" + text + ", " + word.meaning + "},\n";
      else if (section.kind == Kind::kUnits) out += "    MoneyUnit{" + text + ", " + Counted(word.meaning) + "},\n";
      else out += "    " + text + ",\n";
    }
    const char* type = section.kind == Kind::kRelations ? "RelationWord"
                       : section.kind == Kind::kMonths  ? "MonthWord"
                       : section.kind == Kind::kUnits   ? "MoneyUnit"
                                                        : "std::string_view";
    return "inline constexpr std::array<" + std::string(type) + ", " + std::to_string(size) + "> " + std::string(section.table) +
           " = {\n" + out + "};\n";
  }

  std::vector<Word> words_;
  std::string_view file_;
  const Section* section_ = nullptr;
  int line_ = 0, complaints_ = 0;
};

}  // namespace
}  // namespace tabularium

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  tabularium::Gatherer gatherer;
  for (int i = 2; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    if (!in) return std::fprintf(stderr, "%s cannot be read\n", argv[i]), 1;
    gatherer.Read(argv[i], text);
  }
  if (!gatherer.Finish()) return 1;
  std::ofstream out(argv[1], std::ios::binary);
  out << gatherer.Print();
  return out.flush() ? 0 : 1;
}
