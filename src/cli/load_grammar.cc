// Tested by ingest_test.cc.
#include "cli/load_grammar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/built_lexicon.h"
#include "cli/grammar_files.h"
#include "cli/messages.h"
#include "compile/compile.h"
#include "compile/lexicon.h"

namespace tabularium {
namespace {

namespace fs = std::filesystem;

void PrintAll(std::span<const Complaint> complaints, std::span<const GrammarFile> files) {
  for (const Complaint& complaint : complaints) {
    auto file = std::find_if(files.begin(), files.end(),
                             [&](const GrammarFile& f) { return f.name == complaint.file; });
    std::string text = Print(complaint, file == files.end() ? std::string_view() : file->text);
    std::fwrite(text.data(), 1, text.size(), stderr);
    if (!text.ends_with('\n')) std::fputc('\n', stderr);
  }
}

Result<std::vector<GrammarFile>> LexiconFiles(const fs::path& grammar) {
  std::error_code error;
  fs::path folder = fs::is_directory(grammar, error) ? grammar : grammar.parent_path();
  std::vector<fs::path> paths;
  for (auto at = fs::directory_iterator(folder, error); !error && at != fs::directory_iterator();
       at.increment(error))
    if (at->path().extension() == ".lexicon") paths.push_back(at->path());
  std::sort(paths.begin(), paths.end());
  std::vector<GrammarFile> files;
  for (const fs::path& path : paths) {
    auto file = LoadGrammarFile(path);
    if (!file.has_value()) return file.error();
    files.push_back(std::move(file.value()));
  }
  return files;
}

}  // namespace

std::unique_ptr<const Loaded> LoadGrammar(const std::string& asked) {
  fs::path folder = GrammarFolder(asked);
  auto forms = LoadGrammarFiles(folder);
  auto lexicons = LexiconFiles(folder);
  if (!forms.has_value() || !lexicons.has_value()) {
    Say(forms.has_value() ? lexicons.error() : forms.error());
    return nullptr;
  }
  Compiled compiled = Compile(forms.value());
  CompiledLexicon lexicon{BuiltLexicon(lexicons.value()), {}};
  if (!lexicon.lexicon) lexicon = CompileLexicon(lexicons.value());
  PrintAll(compiled.complaints, forms.value());
  PrintAll(lexicon.complaints, lexicons.value());
  if (!compiled.grammar || !lexicon.lexicon) {
    size_t complaints = compiled.complaints.size() + lexicon.complaints.size();
    Say(fmt::format("{} in the grammar of {}; nothing was read",
                    complaints == 1 ? "one complaint" : fmt::format("{} complaints", complaints),
                    folder.string()));
    return nullptr;
  }
  return std::make_unique<const Loaded>(
      Loaded{std::move(*compiled.grammar), std::move(*lexicon.lexicon)});
}

}  // namespace tabularium
