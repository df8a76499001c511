// From grammar files to a grammar: each file is taken apart, each form built step by step, and what
// lies between forms (titles taken twice) tested at the end. Total on any bytes; all sizes are
// bounded by draft.h. Tested by compile_test.cc, tests/grammar/ and the compile fuzzer.

#include "compile/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "compile/build.h"
#include "compile/vocabulary.h"
#include "model/form_index.h"
#include "text/key.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

// Where a title and edition was first taken, for the message.
using Taken = std::map<std::pair<std::string, std::string>, std::string>;

bool ValidLetters(const GrammarFile& file, Complaints* complaints) {
  if (file.text.size() > kMostFileBytes) {
    complaints->Add(Code::kTooLarge, {0, 0},
                    fmt::format("a grammar file has at most {} bytes", kMostFileBytes));
    return false;
  }
  for (size_t i = 0; i < file.text.size();) {
    const size_t begin = i;
    const char32_t letter = NextLetter(file.text, i);
    const bool damaged = letter == 0xFFFD && i - begin == 1;
    if (!damaged && letter != 0) continue;
    complaints->Add(Code::kBadLetters, {static_cast<uint32_t>(begin), static_cast<uint32_t>(i)},
                    "this is no UTF-8 text", "save the file as UTF-8");
    return false;
  }
  return true;
}

void TestTitles(Build* build, Taken* taken) {
  const DraftForm& draft = *build->draft;
  const Form& form = build->form;
  if (!taken->try_emplace({"\n" + form.id, form.edition}, "").second)
    build->Complain(Code::kTitleTaken, draft.id.place,
                    fmt::format("there is a form {} {} already", form.id, form.edition),
                    "change the edition");
  for (WordId title : form.titles) {
    const std::string& key = build->vocabulary->words[static_cast<size_t>(title)].key;
    const auto [found, added] = taken->try_emplace({key, form.edition}, form.id);
    if (added || found->second == form.id) continue;
    DraftPlace place = draft.place;
    for (const Phrase& phrase : draft.titles)
      if (Key(phrase.text) == key) place = phrase.place;
    build->Complain(
        Code::kTitleTaken, place,
        fmt::format("{} {} has the same title and edition", found->second, form.edition),
        "change the edition, or give the forms different titles");
  }
}

void BuildForm(const GrammarFile& file, const DraftForm& draft, Complaints* complaints,
               Taken* taken, Grammar* grammar) {
  Build build;
  build.file = file.text;
  build.draft = &draft;
  build.complaints = complaints;
  build.vocabulary = &grammar->vocabulary;
  build.index = static_cast<int>(grammar->forms.size());
  build.form.source_path = file.name;
  DrawSlots(&build);
  ReadWords(&build);
  ReadFields(&build);
  ReadHead(&build);
  DrawSquares(&build);
  ReadClaims(&build);
  LintRows(&build);
  LintWords(&build);
  TestTitles(&build, taken);
  grammar->forms.push_back(std::move(build.form));
}

}  // namespace

Compiled Compile(std::span<const GrammarFile> files) {
  Compiled compiled;
  Grammar grammar;
  Taken taken;
  for (const GrammarFile& file : files) {
    const size_t before = compiled.complaints.size();
    Complaints complaints(file, &compiled.complaints);
    if (!ValidLetters(file, &complaints)) continue;
    for (const DraftForm& draft : ParseOutline(file.text, &complaints)) {
      if (grammar.forms.size() >= kMostForms) {
        complaints.Add(Code::kTooLarge, draft.place, "more forms than a grammar may have");
        break;
      }
      BuildForm(file, draft, &complaints, &taken, &grammar);
    }
    std::stable_sort(compiled.complaints.begin() + static_cast<ptrdiff_t>(before),
                     compiled.complaints.end(), [](const Complaint& a, const Complaint& b) {
                       return std::tie(a.line, a.column) < std::tie(b.line, b.column);
                     });
  }
  if (!compiled.complaints.empty()) return compiled;
  for (Form& form : grammar.forms) IndexForm(&form, grammar.vocabulary);
  grammar.vocabulary.chains = ChainWords(grammar.vocabulary.words);
  AddDrawn(&grammar.vocabulary);
  compiled.grammar = std::move(grammar);
  return compiled;
}

}  // namespace tabularium
