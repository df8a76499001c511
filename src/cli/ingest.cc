// Reads, extracts and writes each file by itself in a pool of threads, and prints the results in
// the order of the files. Tested by ingest_test.cc.
#include "cli/ingest.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>
#include <new>
#include <thread>

#include "cli/alto_folder.h"
#include "cli/attempts.h"
#include "read/in_order.h"
#include "cli/inputs.h"
#include "cli/limit_names.h"
#include "cli/load_grammar.h"
#include "cli/messages.h"
#include "cli/reading_options.h"
#include "cli/results.h"
#include "extract.h"

namespace tabularium {
namespace {

struct IngestOptions {
  std::vector<std::string> paths;
  std::string format, out, fail_on, alto;
  size_t jobs = std::max(1u, std::thread::hardware_concurrency());
  ReadingOptions reading;
};

// What became of one input.
struct Done {
  Written written;
  std::optional<Error> unread;
  std::string path, alto;  // what was recognised, as a file; empty: nothing was
  uint64_t bytes = 0;
};

Done Refuse(const ResultStyle& style, Error error) {
  Done done;
  done.written = Prepare(style, JudgeUnread({error.where, std::string(error.code), error.what}));
  done.unread = std::move(error);
  return done;
}

enum class KeepsAlto : uint8_t { kNo, kYes };

Done IngestOne(const Input& input, const Loaded& loaded, const ExtractOptions& options,
               const ResultStyle& style, KeepsAlto keeps_alto) try {
  const std::string& path = input.path;
  if (auto lost = LostBefore(path)) return Refuse(style, std::move(*lost));
  const BeingRead being_read(path);
  auto document = ReadBeside(path, input.recognised, options.read);
  if (!document.has_value()) return Refuse(style, std::move(document.error()));
  Done done;
  done.bytes = document.value()->bytes;
  AltoWriter alto(path);
  ExtractOptions listening = options;
  if (keeps_alto == KeepsAlto::kYes) listening.on_page = [&](const Page& page) { alto.Add(page); };
  Extraction walk = Extract(std::move(document.value()), loaded.grammar, loaded.lexicon, listening);
  done.path = path;
  if (!alto.empty()) done.alto = alto.Finish();
  done.written = Prepare(style, std::move(walk.finding));
  return done;
} catch (const std::bad_alloc&) {
  return Refuse(
      style,
      {"limit-reached",
       "needs more memory than there is; split it, or lower --limit text_bytes or cells", input.path});
}

bool GoesToATerminal(const IngestOptions& options) {
  return options.out.empty() && isatty(STDOUT_FILENO) == 1;
}

ResultStyle StyleOf(const IngestOptions& options) {
  ResultStyle style;
  bool terminal = GoesToATerminal(options);
  style.format = terminal ? ResultFormat::kTable : ResultFormat::kJsonLines;
  for (size_t i = 0; i < std::size(kResultFormatNames); ++i)
    if (options.format == kResultFormatNames[i]) style.format = static_cast<ResultFormat>(i);
  style.table.threshold = options.reading.extract.judge.threshold;
  if (winsize window{};
      terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0)
    style.table.width = window.ws_col;
  style.table.colours = terminal && ColoursAreWelcome();
  return style;
}

// What `ingest` has seen so far.
struct Seen {
  uint64_t files = 0, unread = 0, reviews = 0, rejects = 0;
};

void Count(const Done& done, Seen* seen) {
  ++seen->files;
  seen->unread += done.unread.has_value();
  seen->reviews += done.written.verdict == Verdict::kReview;
  seen->rejects += done.written.verdict == Verdict::kReject;
}

int StatusOf(const Seen& seen, const std::string& fail_on) {
  if (seen.unread > 0) return status::kUnread;
  bool rejected = !fail_on.empty() && seen.rejects > 0,
       reviewed = fail_on == "review" && seen.reviews > 0;
  return rejected || reviewed ? status::kVerdicts : status::kDone;
}

// Threads that have no file of their own read pages of another's. All in all there are at most twice as many as were asked for.
class IdleThreads {
 public:
  explicit IdleThreads(size_t jobs) : idle_(static_cast<int64_t>(jobs)) {}

  // One for a file, and all that have nothing to do; how many these are.
  size_t Take() {
    std::lock_guard lock(mutex_);
    const int64_t taken = std::max<int64_t>(idle_, 1);
    idle_ -= taken;
    return static_cast<size_t>(taken);
  }
  void Return(size_t taken) {
    std::lock_guard lock(mutex_);
    idle_ += static_cast<int64_t>(taken);
  }

 private:
  std::mutex mutex_;
  int64_t idle_;
};

// Everything between an open grammar and the exit status. `alto`: null: nobody asked for it.
int IngestAll(const IngestOptions& options, const Loaded& loaded, const ResultStyle& style,
              Results& results, AltoFolder* alto) {
  Inputs inputs(options.paths, options.out);
  Seen seen;
  Progress progress(GoesToATerminal(options) ? Progress::Shown::kNever
                                             : Progress::Shown::kOnATerminal);
  ScanReaders scans(loaded.grammar.vocabulary, options.reading.extract.read.limits);
  ExtractOptions extract = options.reading.extract;
  extract.scans = &scans;
  extract.read.stuck_signal = StuckSignal();
  extract.keeping = Keeping::kFinding;
  const size_t jobs = JobsOfThisAttempt(options.jobs);
  IdleThreads idle(jobs);
  auto next = [&] { return inputs.Next(); };
  auto work = [&](Result<Input> input) {
    if (!input.has_value()) return Refuse(style, std::move(input.error()));
    ExtractOptions with_threads = extract;
    with_threads.jobs = idle.Take();
    Done done = IngestOne(input.value(), loaded, with_threads, style, alto ? KeepsAlto::kYes : KeepsAlto::kNo);
    idle.Return(with_threads.jobs);
    return done;
  };
  std::optional<Error> lost;
  auto use = [&](Done done) {
    Count(done, &seen);
    progress.Add(done.bytes);
    if (done.unread) {
      progress.Clear();
      Say(*done.unread);
    }
    if (!done.alto.empty()) lost = alto->Write(done.path, done.alto);
    return results.Add(std::move(done.written)) && !lost;
  };
  InOrder(jobs, next, work, use);
  progress.Clear();
  results.Finish();
  if (auto failure = results.failure() ? results.failure() : lost) {
    Say(*failure);
    return status::kUnread;
  }
  if (seen.files == 0) Say("no file to read in the paths given (hidden files are left out)");
  return StatusOf(seen, options.fail_on);
}

int Ingest(const IngestOptions& options) {
  ResultStyle style = StyleOf(options);
  if (style.format == ResultFormat::kCsv && options.out.empty()) {
    Say("--format csv writes one file a table: name a folder for them with --out DIR");
    return status::kUsage;
  }
  std::unique_ptr<const Loaded> loaded = LoadGrammar(options.reading.grammar);
  if (!loaded) return status::kUsage;
  auto results = OpenResults(style, options.out);
  if (!results.has_value()) {
    Say(results.error());
    return status::kUsage;
  }
  if (options.alto.empty()) return IngestAll(options, *loaded, style, *results.value(), nullptr);
  auto alto = AltoFolder::Open(options.alto);
  if (!alto.has_value()) {
    Say(alto.error());
    return status::kUsage;
  }
  return IngestAll(options, *loaded, style, *results.value(), &alto.value());
}

}  // namespace

void AddIngestCommand(CLI::App& app, int* status) {
  auto options =
      std::make_shared<IngestOptions>();  // shared: CLI11 copies the callbacks that hold it
  CLI::App* ingest = app.add_subcommand(
      "ingest", "Read files and folders of declarations, and print what they declare");
  ingest
      ->add_option("paths", options->paths,
                   "Files, folders (with all below), patterns, or - for standard input")
      ->type_name("PATH")
      ->required();
  ingest
      ->add_option("--format", options->format,
                   "json, jsonl, csv or table (default: table on a terminal, else jsonl)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(
          std::vector<std::string>(std::begin(kResultFormatNames), std::end(kResultFormatNames))));
  ingest->add_option("--out", options->out, "Write to this file; csv: to this folder")
      ->type_name("FILE|DIR");
  ingest->add_option("--jobs", options->jobs, "Threads: files, and the pages of a PDF or a scan, read at the same time")
      ->type_name("N")
      ->check(CLI::Range(1, 1024))
      ->capture_default_str();
  ingest->add_option("--fail-on", options->fail_on, "Exit with 3 if a verdict is this, or worse")
      ->type_name("review|reject")
      ->check(CLI::IsMember(std::vector<std::string>{"review", "reject"}));
  ingest
      ->add_option("--write-alto", options->alto,
                   "Write what was recognised on scanned pages here, as ALTO, one file an input")
      ->type_name("DIR");
  AddReadingOptions(*ingest, &options->reading);
  AddAuditOption(*ingest, &options->reading.extract.judge.audit);
  ingest->footer("Limits:\n" + DescribeLimits() +
                 "Example: tabularium ingest in/ more.txt --format jsonl --out findings.jsonl "
                 "--fail-on reject");
  ingest->callback([options, status] { *status = RunInAttempts(options->paths, [&] { return Ingest(*options); }); });
}

}  // namespace tabularium
