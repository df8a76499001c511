// One grammar and one lexicon for all tests of a program; everything else is a call of the doors.
#include "walk/walk.h"

#include <iconv.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

#include "compile/compile.h"
#include "compile/lexicon.h"
#include "judge/judge.h"
#include "write/write.h"

namespace tabularium::walk {
namespace {

namespace fs = std::filesystem;

std::vector<GrammarFile> Files(const char* extension) {
  std::vector<GrammarFile> files;
  for (const auto& entry : fs::directory_iterator(TABULARIUM_SOURCE_DIR "/grammar"))
    if (entry.path().extension() == extension)
      files.push_back({entry.path().string(), Slurp(entry.path())});
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return files;
}

[[noreturn]] void Refuse(const std::vector<GrammarFile>& files,
                         const std::vector<Complaint>& complaints) {
  for (const Complaint& complaint : complaints)
    for (const GrammarFile& file : files)
      if (file.name == complaint.file) std::fputs(Print(complaint, file.text).c_str(), stderr);
  std::exit(2);
}

}  // namespace

const Grammar& TheGrammar() {
  static const Grammar grammar = [] {
    auto files = Files(".form");
    Compiled compiled = Compile(files);
    if (!compiled.grammar) Refuse(files, compiled.complaints);
    return std::move(*compiled.grammar);
  }();
  return grammar;
}

const Lexicon& TheLexicon() {
  static const Lexicon lexicon = [] {
    auto files = Files(".lexicon");
    CompiledLexicon compiled = CompileLexicon(files);
    if (!compiled.lexicon) Refuse(files, compiled.complaints);
    return std::move(*compiled.lexicon);
  }();
  return lexicon;
}

std::string Slurp(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Extraction Walk(const std::string& name, std::string bytes, const ExtractOptions& options) {
  auto document = ReadBytes(name, std::move(bytes), options.read);
  if (document.has_value())
    return Extract(std::move(document.value()), TheGrammar(), TheLexicon(), options);
  Extraction out;
  const Error& error = document.error();
  out.finding = JudgeUnread({name, std::string(error.code), error.what});
  return out;
}

std::string WalkToJson(const std::string& name, std::string bytes) {
  std::string json;
  WriteJson(Walk(name, std::move(bytes)).finding, &json);
  return json;
}

std::vector<Case> Corpus() {
  std::vector<Case> cases;
  const fs::path corpus = TABULARIUM_SOURCE_DIR "/corpus";
  for (const auto& entry : fs::recursive_directory_iterator(corpus)) {
    if (entry.is_directory() || entry.path().stem() != "source") continue;
    fs::path folder = entry.path().parent_path();
    if (folder.parent_path().filename() == "tables") continue;  // of tables_corpus_test.cc
    cases.push_back(
        {fs::relative(folder, corpus).string(), entry.path(), folder / "expected.json"});
  }
  std::sort(cases.begin(), cases.end(),
            [](const Case& a, const Case& b) { return a.name < b.name; });
  return cases;
}

std::string Reencode(const std::string& text, const char* from, const char* to) {
  iconv_t converter = iconv_open(to, from);
  std::string out(text.size() * 4 + 16, '\0'), in = text;
  char *read = in.data(), *write = out.data();
  size_t left = in.size(), room = out.size();
  if (iconv(converter, &read, &left, &write, &room) == static_cast<size_t>(-1)) out.clear();
  iconv_close(converter);
  out.resize(out.empty() ? 0 : out.size() - room);
  return out;
}

}  // namespace tabularium::walk
