// Lines of truth are taken one by one; each file is read, extracted and compared in a pool of
// threads. Tested by evaluate_test.cc.
#include "cli/evaluate.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <new>
#include <thread>

#include "cli/evidence_counts.h"
#include "read/in_order.h"
#include "cli/load_grammar.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/reading_options.h"
#include "evaluate/report.h"
#include "extract.h"
#include "judge/opinion.h"

namespace tabularium {
namespace {

namespace fs = std::filesystem;

struct EvaluateOptions {
  std::vector<std::string> corpora;
  std::string json, html, svg, counts, against;
  std::vector<std::string> audited;
  size_t jobs = std::max(1u, std::thread::hardware_concurrency());
  ReadingOptions reading;
};

// The lines of the truth of several folders, and of what people found, one after another.
class TruthLines {
 public:
  enum Kind : uint8_t { kTruth, kAudited };
  explicit TruthLines(const EvaluateOptions& options) {
    for (const std::string& folder : options.corpora)
      files_.push_back({kTruth, fs::path(folder) / "truth.jsonl"});
    for (const std::string& file : options.audited) files_.push_back({kAudited, file});
  }

  struct Line {
    Kind kind;
    std::string folder, text, where;
  };
  std::optional<Line> Next() {
    for (std::string text; at_ < files_.size(); Open()) {
      const auto& [kind, path] = files_[at_];
      if (!in_.is_open()) in_.open(path);
      while (std::getline(in_, text)) {
        ++number_;
        if (!text.empty())
          return Line{kind, path.parent_path().string(), text,
                      path.string() + ":" + std::to_string(number_)};
      }
      if (number_ == 0)
        Say(Error{"unreadable", "this file is not there, or nothing is in it", path.string()});
      empty_ = empty_ || number_ == 0;
    }
    return std::nullopt;
  }
  bool found_an_empty_one() const { return empty_; }

 private:
  void Open() {
    in_.close();
    in_.clear();
    ++at_;
    number_ = 0;
  }
  std::vector<std::pair<Kind, fs::path>> files_;
  size_t at_ = 0, number_ = 0;
  bool empty_ = false;
  std::ifstream in_;
};

// What became of one line.
struct Compared {
  std::optional<Comparison> comparison;
  std::optional<Error> error;
};

void NoteAbsences(Comparison* comparison, const Finding& finding) {
  for (const DeclarationFinding& declaration : finding.declarations) {
    std::vector<Absence> absences = Absences(*declaration.record.form);
    const auto& slots = declaration.record.form->slots;
    for (Judged& value : comparison->values)
      if (value.slot >= slots.data() && value.slot < slots.data() + slots.size())
        value.may_be_absent =
            absences[static_cast<size_t>(value.slot - slots.data())] == Absence::kAllowed;
  }
}

Finding FindingOf(const std::string& path, const Loaded& loaded, const ExtractOptions& options) {
  auto document = Read(path, options.read);
  if (document.has_value())
    return Extract(std::move(document.value()), loaded.grammar, loaded.lexicon, options).finding;
  const Error& error = document.error();
  return JudgeUnread({error.where, std::string(error.code), error.what});
}

Compared CompareAuditedOne(const TruthLines::Line& line, const Loaded& loaded,
                           const ExtractOptions& options) {
  auto audited = ParseAudited(line.text, line.where);
  if (!audited.has_value()) return {std::nullopt, audited.error()};
  auto compared = CompareAudited(
      audited.value(),
      FindingOf((fs::path(line.folder) / audited.value().file).string(), loaded, options));
  if (!compared.has_value()) return {std::nullopt, compared.error()};
  return {std::move(compared.value()), {}};
}

Compared CompareOne(const TruthLines::Line& line, const Loaded& loaded,
                    const ExtractOptions& options) try {
  if (line.kind == TruthLines::kAudited) return CompareAuditedOne(line, loaded, options);
  auto truth = ParseTruth(line.text, line.where);
  if (!truth.has_value()) return {std::nullopt, truth.error()};
  Finding finding =
      FindingOf((fs::path(line.folder) / truth.value().file).string(), loaded, options);
  Compared compared{Compare(truth.value(), finding), {}};
  NoteAbsences(&*compared.comparison, finding);
  return compared;
} catch (const std::bad_alloc&) {
  return {std::nullopt, Error{"limit-reached", "needs more memory than there is", line.where}};
}

std::optional<EarlierNotes> Earlier(const std::string& path) {
  if (path.empty()) return EarlierNotes();
  std::ifstream in(path, std::ios::binary);
  auto notes = ParseEarlier(std::string(std::istreambuf_iterator<char>(in), {}));
  if (!notes) Say(Error{"unreadable", "is no report of evaluate --json", path});
  return notes;
}

// Takes the comparisons as they come, and ends with the reports.
class Reports {
 public:
  explicit Reports(const EvaluateOptions& options) : options_(options) {}

  // False: an output cannot be written, or the earlier report not be read; it has been said.
  bool Open() {
    auto earlier = Earlier(options_.against);
    if (!earlier) return false;
    earlier_ = std::move(*earlier);
    if (options_.json.empty()) return true;
    if (auto failure = json_.OpenFile(options_.json)) return Say(*failure), false;
    return json_.Write(kEvaluationOpening);
  }

  void Add(const Comparison& comparison) {
    tally_.Add(comparison);
    if (!options_.counts.empty()) counts_.Add(comparison);
    if (!options_.against.empty())
      if (std::string worse = WhatGotWorse(comparison, earlier_); !worse.empty())
        worse_ += "worse: " + worse + "\n";
    if (options_.json.empty()) return;
    std::string note = NoteOf(comparison);
    if (note.empty()) return;
    json_.Write((first_ ? "" : ",\n") + note);
    first_ = false;
  }

  bool Finish() {
    std::string text = worse_;
    WriteEvaluationText(tally_, &text);
    Output out;
    out.Write(text);
    std::vector<std::optional<Error>> failures;
    out.Flush();
    failures.push_back(out.failure());
    if (!options_.json.empty()) {
      json_.Write("\n" + EvaluationSummary(tally_));
      json_.Flush();
      failures.push_back(json_.failure());
    }
    if (!options_.html.empty())
      failures.push_back(WriteFile(options_.html, EvaluationPage(tally_)));
    if (!options_.svg.empty())
      failures.push_back(WriteFile(options_.svg, ReliabilityDiagram(tally_) + "\n"));
    if (!options_.counts.empty()) failures.push_back(WriteFile(options_.counts, counts_.Print()));
    bool good = true;
    for (auto& failure : failures) {
      if (failure) Say(*failure);
      good = good && !failure;
    }
    return good;
  }

 private:
  const EvaluateOptions& options_;
  EvaluationTally tally_;
  EvidenceCounts counts_;
  EarlierNotes earlier_;
  std::string worse_;
  Output json_;
  bool first_ = true;
};

int Evaluate(const EvaluateOptions& options) {
  std::unique_ptr<const Loaded> loaded = LoadGrammar(options.reading.grammar);
  if (!loaded) return status::kUsage;
  Reports reports(options);
  if (!reports.Open()) return status::kUsage;
  ScanReaders scans(loaded->grammar.vocabulary, options.reading.extract.read.limits);
  ExtractOptions extract = options.reading.extract;
  extract.scans = &scans;
  TruthLines lines(options);
  Progress progress(Progress::Shown::kOnATerminal);
  bool whole = true;
  auto work = [&](TruthLines::Line line) { return CompareOne(line, *loaded, extract); };
  auto use = [&](Compared compared) {
    progress.Add(0);
    if (compared.error) {
      progress.Clear();
      Say(*compared.error);
      whole = false;
    } else {
      reports.Add(*compared.comparison);
    }
    return true;
  };
  InOrder(
      options.jobs, [&] { return lines.Next(); }, work, use);
  progress.Clear();
  bool written = reports.Finish();
  return whole && written && !lines.found_an_empty_one() ? status::kDone : status::kUnread;
}

}  // namespace

void AddEvaluateCommand(CLI::App& app, int* status) {
  auto options =
      std::make_shared<EvaluateOptions>();  // shared: CLI11 copies the callbacks that hold it
  CLI::App* evaluate = app.add_subcommand(
      "evaluate", "Measure how far findings can be trusted, against files whose truth is known");
  evaluate->add_option("corpora", options->corpora, "Folders of files with a truth.jsonl")
      ->type_name("CORPUS");
  evaluate->add_option("--json", options->json, "Write the report for machines to this file")
      ->type_name("FILE");
  evaluate->add_option("--html", options->html, "Write the report for people to this file")
      ->type_name("FILE");
  evaluate->add_option("--svg", options->svg, "Write the reliability diagram alone to this file")
      ->type_name("FILE");
  evaluate
      ->add_option("--audited", options->audited,
                   "What people found in accepted files (see ingest --audit), one file a line")
      ->type_name("FILE");
  evaluate
      ->add_option("--counts", options->counts,
                   "Write what tools/calibrate learns from to this file")
      ->type_name("FILE");
  evaluate
      ->add_option("--against", options->against,
                   "An earlier --json report: say which documents got worse")
      ->type_name("FILE");
  evaluate->add_option("--jobs", options->jobs, "Files read at the same time")
      ->type_name("N")
      ->check(CLI::Range(1, 1024))
      ->capture_default_str();
  AddReadingOptions(*evaluate, &options->reading);
  evaluate->footer(
      "Example: tabularium evaluate archive/ --json report.json --html report.html --against "
      "last.json");
  evaluate->callback([options, status] {
    if (options->corpora.empty() && options->audited.empty())
      throw CLI::RequiredError("CORPUS or --audited");
    *status = Evaluate(*options);
  });
}

}  // namespace tabularium
