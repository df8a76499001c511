#ifndef TABULARIUM_TESTS_WALK_H_
#define TABULARIUM_TESTS_WALK_H_

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "extract.h"
#include "model/form.h"
#include "model/lexicon.h"

// The whole walk for tests, over the grammar and the corpus of this repository.
namespace tabularium::walk {

// grammar/ of the repository, compiled at the first call. Ends the program if it has complaints.
const Grammar& TheGrammar();
const Lexicon& TheLexicon();

std::string Slurp(const std::filesystem::path& file);

// Bytes to finding. A file that cannot be read gives a finding too, and no document.
Extraction Walk(const std::string& name, std::string bytes, const ExtractOptions& options = {});

// The same as one line of JSON, as `ingest --format jsonl` prints it.
std::string WalkToJson(const std::string& name, std::string bytes);

// A case of corpus/, but for corpus/tables/: <form>/<case>/{source.*, expected.json, origin.md}.
struct Case {
  std::string name;  // "cn-project-target/clean"
  std::filesystem::path source, expected;
  friend void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }  // for GoogleTest
};
std::vector<Case> Corpus();  // in the order of their names

// `utf8` in another encoding of iconv's, e.g. "GB18030"; and back.
std::string Reencode(const std::string& text, const char* from, const char* to);

}  // namespace tabularium::walk

#endif  // TABULARIUM_TESTS_WALK_H_
