// What each stage takes, on one clean declaration of the corpus at a time: MB of input a second, on
// one core.
#include <benchmark/benchmark.h>

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "align/align.h"
#include "judge/judge.h"
#include "normalise/normalise.h"
#include "read/read.h"
#include "segment/segment.h"
#include "tabulate/tabulate.h"
#include "verify/verify.h"
#include "walk/walk.h"
#include "write/write.h"

namespace tabularium::walk {
namespace {

// One file with what every stage makes of it, so that each can be run by itself.
struct Walked {
  std::string bytes;
  std::unique_ptr<const Document> document;
  std::unique_ptr<Grid> grid;
  std::vector<Declaration> declarations;
  std::vector<Alignment> alignments;
  std::vector<Record> records;
  Verification verification;
  Finding finding;
};

Walked StepByStep(std::string bytes) {
  Walked w;
  w.bytes = std::move(bytes);
  w.document = std::move(ReadBytes("x", w.bytes, {}).value());
  w.grid = std::make_unique<Grid>(Tabulate(*w.document, TheGrammar().vocabulary, {}));
  w.declarations = Segment(*w.grid, TheGrammar());
  for (const Declaration& declaration : w.declarations)
    if (!declaration.candidates.empty())
      w.alignments.push_back(Align(declaration, *declaration.candidates.front().form));
  for (const Alignment& alignment : w.alignments)
    w.records.push_back(Normalise(alignment, *w.document, {}));
  LinkParts(w.records);
  w.verification = Verify(w.records, TheLexicon());
  w.finding = Walk("x", w.bytes).finding;
  return w;
}

// The clean declarations of the sample's form, stored as iconv names the encoding.
std::vector<Walked> CleanDeclarations(const char* encoding) {
  std::vector<Walked> files;
  for (const Case& c : Corpus()) {
    if (!c.name.starts_with("cn-project-target/") || c.source.extension() != ".txt") continue;
    std::string bytes = Slurp(c.source);
    const Extraction walked = Walk("x", bytes);
    if (walked.document && walked.document->encoding == Encoding::kUtf8 &&
        walked.finding.verdict == Verdict::kAccept)
      files.push_back(StepByStep(Reencode(bytes, "UTF-8", encoding)));
  }
  return files;
}

const std::vector<Walked>& Files(const char* encoding) {
  static const std::vector<Walked> utf8 = CleanDeclarations("UTF-8"),
                                   gb18030 = CleanDeclarations("GB18030");
  return encoding[0] == 'U' ? utf8 : gb18030;
}

// Runs one step over the files in turn.
template <class Step>
void Run(benchmark::State& state, const char* encoding, Step step) {
  const std::vector<Walked>& files = Files(encoding);
  if (files.empty()) {
    state.SkipWithError("corpus/cn-project-target has no clean case");
    return;
  }
  size_t i = 0;
  int64_t bytes = 0;
  for (auto _ : state) {
    const Walked& file = files[i++ % files.size()];
    step(file);
    bytes += static_cast<int64_t>(file.bytes.size());
  }
  state.SetBytesProcessed(bytes);
  state.SetItemsProcessed(static_cast<int64_t>(i));
}

void Read(const Walked& w) { benchmark::DoNotOptimize(ReadBytes("x", w.bytes, {})); }
void Tabulate(const Walked& w) {
  benchmark::DoNotOptimize(Tabulate(*w.document, TheGrammar().vocabulary, {}));
}
void Segment(const Walked& w) { benchmark::DoNotOptimize(Segment(*w.grid, TheGrammar())); }
void Align(const Walked& w) {
  for (const Declaration& d : w.declarations)
    if (!d.candidates.empty()) benchmark::DoNotOptimize(Align(d, *d.candidates.front().form));
}
void Normalise(const Walked& w) {
  for (const Alignment& a : w.alignments) benchmark::DoNotOptimize(Normalise(a, *w.document, {}));
}
void Verify(const Walked& w) { benchmark::DoNotOptimize(Verify(w.records, TheLexicon())); }
void Judge(const Walked& w) {  // with the copy of its operands, which the walk moves
  benchmark::DoNotOptimize(Judge(*w.document, w.records, w.verification, {}, {}, {}));
}
void Write(const Walked& w) {
  std::string json;
  WriteJson(w.finding, &json);
  benchmark::DoNotOptimize(json.data());
}
void Whole(const Walked& w) { benchmark::DoNotOptimize(Walk("x", w.bytes)); }

#define STAGE(name) BENCHMARK_CAPTURE(Run, name, "UTF-8", name)
STAGE(Read);
STAGE(Tabulate);
STAGE(Segment);
STAGE(Align);
STAGE(Normalise);
STAGE(Verify);
STAGE(Judge);
STAGE(Write);
BENCHMARK_CAPTURE(Run, walk_utf8, "UTF-8", Whole);
BENCHMARK_CAPTURE(Run, read_gb18030, "GB18030", Read);
BENCHMARK_CAPTURE(Run, walk_gb18030, "GB18030", Whole);
#undef STAGE

}  // namespace
}  // namespace tabularium::walk

BENCHMARK_MAIN();
