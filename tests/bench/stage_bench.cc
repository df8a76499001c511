// What each stage takes on files of the corpus that pass, one at a time on one core: MB of input a second. Two kinds apart:
// small ones of about 1.7 KB, many of them harmed and repaired, with few letters and many cells (the hard case); and one of
// the size and kind of filings as they come: two declarations with goals in prose.
#include <benchmark/benchmark.h>

#include <algorithm>
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

enum Size { kSmall, kWhole };
constexpr size_t kWholeBytes = 5000;  // of a filing with its part

// The declarations of the sample's form that pass, with tabs and of this size, stored as iconv names the encoding.
std::vector<Walked> Declarations(const char* encoding, Size size) {
  std::vector<Walked> files;
  for (const Case& c : Corpus()) {
    if (!c.name.starts_with("cn-project-target/") || c.source.extension() != ".txt") continue;
    std::string bytes = Slurp(c.source);
    if ((bytes.size() >= kWholeBytes) != (size == kWhole) || bytes.find('\t') == bytes.npos) continue;
    const Extraction walked = Walk("x", bytes);
    if (walked.document && walked.document->encoding == Encoding::kUtf8 &&
        walked.finding.verdict == Verdict::kAccept)
      files.push_back(StepByStep(Reencode(bytes, "UTF-8", encoding)));
  }
  return files;
}

const std::vector<Walked>& Files(const char* encoding, Size size) {
  static const std::vector<Walked> utf8[] = {Declarations("UTF-8", kSmall), Declarations("UTF-8", kWhole)},
                                   gb18030[] = {Declarations("GB18030", kSmall), Declarations("GB18030", kWhole)};
  return (encoding[0] == 'U' ? utf8 : gb18030)[size];
}

// Runs one step over the files in turn.
void Run(benchmark::State& state, const char* encoding, Size size, void (*step)(const Walked&)) {
  const std::vector<Walked>& files = Files(encoding, size);
  if (files.empty()) {
    state.SkipWithError("corpus/cn-project-target has no such case");
    return;
  }
  size_t i = 0;
  int64_t bytes = 0;
  for (auto _ : state) {
    const Walked& file = files[i++ % files.size()];
    step(file);
    bytes += static_cast<int64_t>(file.bytes.size());
  }
  state.counters["MB/s"] = benchmark::Counter(static_cast<double>(bytes) / 1e6, benchmark::Counter::kIsRate);
  state.counters["B/file"] = static_cast<double>(bytes) / static_cast<double>(i);
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

struct Stage {
  const char* name;
  const char* encoding;
  void (*step)(const Walked&);
};
constexpr Stage kStages[] = {
    {"read", "UTF-8", Read},           {"tabulate", "UTF-8", Tabulate}, {"segment", "UTF-8", Segment},
    {"align", "UTF-8", Align},         {"normalise", "UTF-8", Normalise}, {"verify", "UTF-8", Verify},
    {"judge", "UTF-8", Judge},         {"write", "UTF-8", Write},       {"walk", "UTF-8", Whole},
    {"read_gb18030", "GB18030", Read}, {"walk_gb18030", "GB18030", Whole},
};

void RegisterAll() {
  for (Size size : {kSmall, kWhole})
    for (const Stage& stage : kStages)
      benchmark::RegisterBenchmark(((size == kSmall ? "small/" : "whole/") + std::string(stage.name)).c_str(),
                                   [size, stage](benchmark::State& state) { Run(state, stage.encoding, size, stage.step); })
          ->ComputeStatistics("max", [](const std::vector<double>& all) { return *std::max_element(all.begin(), all.end()); });
}

}  // namespace

void Register() { RegisterAll(); }

}  // namespace tabularium::walk

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  tabularium::walk::Register();
  benchmark::RunSpecifiedBenchmarks();
}
