// tools/forge: invented declarations of any form, with what is true of each. Tested by forge_test.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>

#include "compile/compile.h"
#include "defects.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUsage =
    "forge [OPTION]… SEED COUNT FOLDER\n"
    "forge --list\n"
    "  --grammar DIR|FILE     the forms (default: the grammar of the source tree)\n"
    "  --form ID              only forms whose id begins so; may be given again\n"
    "  --mix FILE             shares of layouts and defects (default: archive.mix)\n"
    "  --only DEFECT          this defect in every paper, and no other; may be given again\n"
    "  --without DEFECT       never this one; may be given again\n"
    "  --layout NAME          only papers of this layout; may be given again\n"
    "  --medium pdf|scan      writes sheets.jsonl instead of texts, for tools/forge/draw to draw\n"
    "  --clean                no defects\n";

struct Options {
  fs::path grammar = TABULARIUM_GRAMMAR_DIR, mix = fs::path(TABULARIUM_FORGE_DIR) / "archive.mix";
  std::vector<std::string> forms, only, without, layouts, plain;
  std::string medium = "text";
  bool clean = false;
};

struct Mix {
  std::map<std::string, double, std::less<>> layouts, defects;
};

std::string Slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path.string() + " cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

Mix ReadMix(const fs::path& path) {
  Mix mix;
  std::istringstream in(Slurp(path));
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    std::string kind, name;
    double share = 0;
    if (!(words >> kind)) continue;
    if (!(words >> name >> share) || (kind != "layout" && kind != "defect"))
      throw std::runtime_error(path.string() +
                               ": expected “layout NAME SHARE” or “defect NAME SHARE”: " + line);
    (kind == "layout" ? mix.layouts : mix.defects)[name] = share;
  }
  return mix;
}

Grammar ReadGrammar(const fs::path& path) {
  std::vector<fs::path> paths;
  if (fs::is_directory(path))
    for (const auto& entry : fs::directory_iterator(path)) paths.push_back(entry.path());
  else
    paths.push_back(path);
  std::sort(paths.begin(), paths.end());
  std::vector<GrammarFile> files;
  for (const fs::path& each : paths)
    if (each.extension() == ".form") files.push_back({each.string(), Slurp(each)});
  Compiled compiled = Compile(files);
  if (!compiled.grammar)
    throw std::runtime_error(path.string() + " has complaints; see tabularium grammar check");
  return std::move(*compiled.grammar);
}

bool Has(const std::vector<std::string>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

class Forge {
 public:
  explicit Forge(const Options& options)
      : options_(options), mix_(ReadMix(options.mix)), grammar_(ReadGrammar(options.grammar)) {
    for (const Form& form : grammar_.forms) {
      auto begins = [&](const std::string& id) { return form.id.starts_with(id); };
      if (options.forms.empty() || std::any_of(options.forms.begin(), options.forms.end(), begins))
        forms_.push_back(&form);
    }
    if (forms_.empty()) throw std::runtime_error("there is no such form");
    if (!options.layouts.empty())
      std::erase_if(mix_.layouts,
                    [&](auto& layout) { return !Has(options.layouts, layout.first); });
    std::string wrong;
    han_ = WordLists::Parse(Slurp(fs::path(TABULARIUM_FORGE_DIR) / "words/zh.words"), &wrong);
    latin_ = WordLists::Parse(Slurp(fs::path(TABULARIUM_FORGE_DIR) / "words/en.words"), &wrong);
    if (!wrong.empty()) throw std::runtime_error(wrong);
  }

  // Paper number `number` of a seed. Throws where a form cannot be filled in.
  Paper Make(Dice* dice) const {
    const Form& form = *dice->Pick(forms_);
    size_t i = 0;
    const WordLists& words = IsHan(NextLetter(form.title, i)) ? han_ : latin_;
    auto filled = FillForm(form, words, dice);
    if (filled.empty())
      throw std::runtime_error(form.id + ": no answers were found that keep its claims");
    Paper paper = PrintPaper(std::move(filled), Layout(dice), dice);
    for (auto defects : {ValueDefects(), LabelDefects(), RowDefects(), FileDefects()})
      for (const Defect& defect : defects) {
        bool chosen = dice->Chance(Share(defect.name));
        if (!chosen || !Happens(defect.medium) || !defect.do_it(&paper, dice)) continue;
        paper.defects.emplace_back(defect.name);
        paper.must_review = paper.must_review || defect.leaves == Defect::kQuestion;
      }
    return paper;
  }

 private:
  bool Happens(Defect::Medium where) const {
    return options_.medium == "text" || where == Defect::kAnywhere ||
           (options_.medium == "pdf" && where == Defect::kLetters);
  }

  double Share(std::string_view defect) const {
    if (options_.clean || Has(options_.without, defect)) return 0;
    if (!options_.only.empty()) return Has(options_.only, defect) ? 1 : 0;
    auto found = mix_.defects.find(defect);
    return found == mix_.defects.end() ? 0 : found->second;
  }

  // Drawn papers have all cells of their rows; how they are drawn is for tools/forge/draw to say.
  PaperLayout Layout(Dice* dice) const {
    if (options_.medium != "text") return PaperLayout::kTabs;
    double all = 0, at = 0;
    for (auto& [name, share] : mix_.layouts) all += share;
    double wanted = static_cast<double>(dice->Below(1 << 20)) / (1 << 20) * all;
    for (auto& [name, share] : mix_.layouts) {
      at += share;
      if (wanted >= at) continue;
      for (size_t i = 0; i < std::size(kPaperLayoutNames); ++i)
        if (kPaperLayoutNames[i] == name) return static_cast<PaperLayout>(i);
    }
    return PaperLayout::kTabs;
  }

  const Options& options_;
  Mix mix_;
  Grammar grammar_;
  std::vector<const Form*> forms_;
  WordLists han_, latin_;
};

void List() {
  for (auto defects : {ValueDefects(), LabelDefects(), RowDefects(), FileDefects()})
    for (const Defect& defect : defects)
      fmt::print("{:<18} {} {}\n", defect.name,
                 defect.leaves == Defect::kQuestion ? "must be seen " : "loses nothing",
                 defect.meaning);
}

Options Parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    std::string word = argv[i];
    auto value = [&]() -> std::string {
      if (++i >= argc) throw std::runtime_error(word + " needs a value");
      return argv[i];
    };
    if (word == "--grammar")
      options.grammar = value();
    else if (word == "--mix")
      options.mix = value();
    else if (word == "--form")
      options.forms.push_back(value());
    else if (word == "--only")
      options.only.push_back(value());
    else if (word == "--without")
      options.without.push_back(value());
    else if (word == "--layout")
      options.layouts.push_back(value());
    else if (word == "--medium")
      options.medium = value();
    else if (word == "--clean")
      options.clean = true;
    else if (word.starts_with("--"))
      throw std::runtime_error("there is no option " + word);
    else
      options.plain.push_back(word);
  }
  if (options.medium != "text" && options.medium != "pdf" && options.medium != "scan")
    throw std::runtime_error("--medium is text, pdf or scan");
  if (options.plain.size() != 3) throw std::runtime_error(std::string(kUsage));
  return options;
}

void Run(const Options& options) {
  Forge forge(options);
  fs::path folder = options.plain[2];
  fs::create_directories(folder);
  bool drawn = options.medium != "text";
  std::ofstream truth(folder / (drawn ? "sheets.jsonl" : "truth.jsonl"), std::ios::binary);
  uint64_t count = std::stoull(options.plain[1]);
  for (uint64_t i = 0; i < count; ++i) {
    Dice dice(options.plain[0], i);
    Paper paper = forge.Make(&dice);
    std::string name = fmt::format("{:06}", i);
    if (drawn) {
      truth << SheetLine(paper, name, options.medium, options.plain[0]);
    } else {
      std::ofstream(folder / (name + ".txt"), std::ios::binary) << Bytes(paper, &dice);
      truth << TruthLine(paper, name + ".txt", "text");
    }
  }
  if (!truth.flush()) throw std::runtime_error(folder.string() + " cannot be written");
}

}  // namespace
}  // namespace tabularium

int main(int argc, char** argv) try {
  if (argc == 2 && std::string_view(argv[1]) == "--list") return tabularium::List(), 0;
  tabularium::Run(tabularium::Parse(argc, argv));
  return 0;
} catch (const std::exception& error) {
  std::cerr << "forge: " << error.what() << "\n";
  return 2;
}
