// The lines of `words`: other wordings of what is printed, and hints that people leave in cells.
// Tested by compile_test.cc.

#include <fmt/format.h>

#include "compile/build.h"
#include "text/key.h"

namespace tabularium {
namespace {

void ReadLine(Build* build, DraftPlace place) {
  Scanner line(build->file, place);
  std::vector<Phrase> first;
  do first.push_back(line.TakePhrase(",", {"also", "is a hint", "are hints"}));
  while (line.TakeSign(","));
  if (line.Take("is a hint") || line.Take("are hints")) {
    for (const Phrase& hint : first) {
      std::string key = Key(hint.text);
      if (!key.empty()) build->form.residues.push_back(std::move(key));
    }
    if (!line.AtEnd()) build->Complain(Code::kBadLine, line.Rest(), "the line should end here");
    return;
  }
  if (first.size() != 1 || !line.Take("also"))
    return build->Complain(Code::kBadLine, place,
                           "words are: LABEL also WORDING, WORDING; or: HINT is a hint",
                           "项目名称 also 专项名称");
  Synonyms& entry = build->synonyms[Key(first[0].text)];
  if (entry.label.text.empty()) entry.label = first[0];
  do {
    Phrase also = line.TakePhrase(",");
    if (Key(also.text).empty()) {
      build->Complain(Code::kBadLine, also.place, "a wording has letters");
    } else {
      entry.also.push_back(std::move(also));
    }
  } while (line.TakeSign(","));
  if (!line.AtEnd()) build->Complain(Code::kBadLine, line.Rest(), "the line should end here");
}

// A wording has one meaning: it is no label itself, nor a synonym of another.
void FindClashes(Build* build) {
  std::unordered_map<std::string, const Phrase*> meanings;
  for (DraftPlace place : build->draft->words) {
    Scanner line(build->file, place);
    const auto found =
        build->synonyms.find(Key(line.TakePhrase(",", {"also", "is a hint", "are hints"}).text));
    if (found == build->synonyms.end() || !line.Take("also")) continue;
    const Synonyms& entry = found->second;
    while (!line.AtEnd()) {
      const Phrase also = line.TakePhrase(",");
      line.TakeSign(",");
      const std::string key = Key(also.text);
      const auto drawn = build->drawn.find(key);
      if (drawn != build->drawn.end() && key != found->first) {
        build->Complain(
            Code::kSynonymClash, also.place,
            fmt::format("{} is printed in this form itself", also.text),
            fmt::format("take it away, or draw another edition in which it stands for {}",
                        entry.label.text));
      } else if (const auto [other, added] = meanings.try_emplace(key, &entry.label);
                 !added && other->second != &entry.label) {
        build->Complain(Code::kSynonymClash, also.place,
                        fmt::format("{} stands for {} already", also.text, other->second->text));
      }
    }
  }
}

}  // namespace

void ReadWords(Build* build) {
  for (DraftPlace place : build->draft->words) ReadLine(build, place);
}

std::vector<std::string> Wordings(Build* build, std::string_view text) {
  std::vector<std::string> out{std::string(text)};
  const std::string key = Key(text);
  if (key.empty()) return out;
  build->drawn.try_emplace(key, text);
  const auto found = build->synonyms.find(key);
  if (found == build->synonyms.end()) return out;
  found->second.used = true;
  for (const Phrase& also : found->second.also) out.push_back(also.text);
  return out;
}

void LintWords(Build* build) {
  FindClashes(build);
  std::vector<std::string_view> known;
  for (const auto& [key, text] : build->drawn) known.push_back(text);
  for (const auto& [key, entry] : build->synonyms)
    if (!entry.used)
      build->Complain(Code::kUnknownLabel, entry.label.place,
                      fmt::format("{} is neither printed in this form, nor a title or choice of it",
                                  entry.label.text),
                      DidYouMean(entry.label.text, known));
}

}  // namespace tabularium
