// Files part into stretches of pages, which threads read side by side; what they find is gathered
// file by file, in order. Tested by tables_test.cc.
#include "cli/tables.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <new>
#include <thread>

#include "cli/attempts.h"
#include "read/in_order.h"
#include "cli/inputs.h"
#include "cli/limit_names.h"
#include "cli/messages.h"
#include "cli/page_ranges.h"
#include "cli/reading_options.h"
#include "cli/table_results.h"
#include "find_tables.h"

namespace tabularium {
namespace {

constexpr size_t kStretch =
    16;  // pages that one thread reads at a time: opening a file costs about as much as a page
constexpr size_t kMostMessages = 20;  // a file

struct TablesOptions {
  std::vector<std::string> paths;
  std::string format, out;
  PageRanges pages;
  std::optional<Joining> joining;  // default: by the format
  size_t jobs = std::max(1u, std::thread::hardware_concurrency());
  FindTablesOptions find;
};

// Some pages of a file. The last stretch of a file says so.
struct Stretch {
  std::shared_ptr<const Document> document;  // null: it could not be read
  std::vector<int> numbers;
  std::optional<Error> unread;
  bool last = true;
};

// What was found in a stretch.
struct Found {
  Stretch stretch;
  TablesOfPages tables;
};

Error OutOfMemory(const std::string& path) {
  return {"limit-reached", "needs more memory than there is; take fewer --pages or --jobs", path};
}

// The files of the command line, cut into stretches. Not thread-safe.
class Stretches {
 public:
  explicit Stretches(const TablesOptions& options)
      : options_(options), inputs_(options.paths, options.out) {}

  std::optional<Stretch> Next() {
    if (next_ >= numbers_.size()) {
      auto input = inputs_.Next();
      if (!input) return std::nullopt;
      if (auto unread = Open(std::move(*input))) return Unread(std::move(*unread));
    }
    Stretch stretch;
    stretch.document = document_;
    size_t jobs = std::max<size_t>(static_cast<size_t>(options_.jobs), 1);  // each opens the file anew
    size_t end = std::min(numbers_.size(), next_ + std::max(kStretch, numbers_.size() / jobs + 1));
    stretch.numbers.assign(numbers_.begin() + static_cast<ptrdiff_t>(next_),
                           numbers_.begin() + static_cast<ptrdiff_t>(end));
    next_ = end;
    stretch.last = next_ == numbers_.size();
    return stretch;
  }

 private:
  static Stretch Unread(Error error) {
    Stretch stretch;
    stretch.unread = std::move(error);
    return stretch;
  }
  std::optional<Error> Open(Result<Input> input) try {
    numbers_.clear();
    next_ = 0;
    document_.reset();
    if (!input.has_value()) return std::move(input.error());
    if (auto lost = LostBefore(input.value().path)) return lost;
    const BeingRead being_read(input.value().path);
    auto document = ReadBeside(input.value().path, input.value().recognised, options_.find.read);
    if (!document.has_value()) return std::move(document.error());
    document_ = std::move(document.value());
    numbers_ = PagesIn(options_.pages, document_->pages);
    if (numbers_.empty())
      return Error{"unreadable", fmt::format("has {} pages, and none of --pages", document_->pages),
                   document_->path};
    return std::nullopt;
  } catch (const std::bad_alloc&) {
    return OutOfMemory(input.value().path);
  }

  const TablesOptions& options_;
  Inputs inputs_;
  std::shared_ptr<const Document> document_;
  std::vector<int> numbers_;  // of the document's pages; those before next_ were given out
  size_t next_ = 0;
};

Found Search(Stretch stretch, const FindTablesOptions& options) {
  Found found;
  found.stretch = std::move(stretch);
  if (found.stretch.unread) return found;
  const BeingRead being_read(found.stretch.document->path);
  try {
    auto tables = FindTablesOnPages(*found.stretch.document, found.stretch.numbers, options);
    if (tables.has_value())
      found.tables = std::move(tables.value());
    else
      found.stretch.unread = std::move(tables.error());
  } catch (const std::bad_alloc&) {
    found.stretch.unread = OutOfMemory(found.stretch.document->path);
  }
  return found;
}

// An outcome for a file that could not be read.
TablesFinding Unread(const Error& error) {
  TablesFinding finding;
  finding.source.path = error.where;
  Trouble trouble;
  for (size_t i = 0; i < std::size(kFlagKinds); ++i)
    if (kFlagKinds[i].code == error.code) trouble.code = static_cast<FlagCode>(i);
  trouble.message = error.what;
  finding.troubles.push_back(std::move(trouble));
  return finding;
}

void SayTroubles(const TablesFinding& finding) {
  size_t said = 0;
  for (const Trouble& trouble : finding.troubles) {
    if (trouble.severity == Severity::kNote) continue;
    if (++said > kMostMessages) continue;
    Say(fmt::format("{}: {}", finding.source.path, trouble.message));
  }
  if (said > kMostMessages)
    Say(fmt::format("{}: and {} messages more; --format json has them all", finding.source.path,
                    said - kMostMessages));
}

TablesFormat FormatOf(const TablesOptions& options) {
  std::string name = options.format;
  size_t dot = options.out.rfind('.');
  if (name.empty() && dot != std::string::npos) name = options.out.substr(dot + 1);
  for (size_t i = 0; i < std::size(kTablesFormatNames); ++i)
    if (name == kTablesFormatNames[i]) return static_cast<TablesFormat>(i);
  bool terminal = options.out.empty() && isatty(STDOUT_FILENO) == 1;
  return terminal ? TablesFormat::kMarkdown : TablesFormat::kCsv;
}

// Gathers what was found, file by file.
class Gathering {
 public:
  Gathering(Joining joining, TableResults* results) : joining_(joining), results_(results) {}

  bool Use(Found found) {
    if (found.stretch.unread && !unread_) unread_ = std::move(found.stretch.unread);
    parts_.push_back(std::move(found.tables));
    if (!found.stretch.last) return true;
    ++files_;
    auto parts = std::exchange(parts_, {});
    if (std::optional<Error> unread = std::exchange(unread_, std::nullopt)) {
      any_unread_ = true;
      Say(*unread);
      return results_->Add(Unread(*unread));
    }
    TablesFinding finding = GatherTables(*found.stretch.document, std::move(parts), joining_);
    SayTroubles(finding);
    return results_->Add(std::move(finding));
  }
  size_t files() const { return files_; }
  bool any_unread() const { return any_unread_; }

 private:
  Joining joining_;
  TableResults* results_;
  std::vector<TablesOfPages> parts_;  // of the file that is being read
  std::optional<Error> unread_;
  size_t files_ = 0;
  bool any_unread_ = false;
};

int Tables(TablesOptions options) {
  options.find.read.stuck_signal = StuckSignal();
  TablesFormat format = FormatOf(options);
  auto results = OpenTableResults(format, options.out);
  if (!results.has_value()) {
    Say(results.error());
    return status::kUsage;
  }
  Joining usual = format == TablesFormat::kBench ? Joining::kLeaveApart : Joining::kJoin;
  Gathering gathering(options.joining.value_or(usual), results.value().get());
  Stretches stretches(options);
  const Vocabulary no_words;
  ScanReaders scans(no_words, options.find.read.limits);
  FindTablesOptions find = options.find;
  find.scans = &scans;
  InOrder(
      JobsOfThisAttempt(options.jobs), [&] { return stretches.Next(); },
      [&](Stretch stretch) { return Search(std::move(stretch), find); },
      [&](Found found) { return gathering.Use(std::move(found)); });
  results.value()->Finish();
  if (auto failure = results.value()->failure()) {
    Say(*failure);
    return status::kUnread;
  }
  if (gathering.files() == 0) Say("no file to read in the paths given (hidden files are left out)");
  return gathering.any_unread() ? status::kUnread : status::kDone;
}

void AddWhere(CLI::App& tables, TablesOptions* options) {
  auto pages = [options](const std::string& list) {
    auto ranges = ReadPageRanges(list);
    if (!ranges)
      throw CLI::ValidationError("--pages " + list,
                                 "is no list of pages from 1, such as 1-3,7 or 5-");
    options->pages = std::move(*ranges);
  };
  tables
      .add_option_function<std::string>("--pages", pages, "Only these pages, such as 1-3,7 or 5-")
      ->type_name("LIST");
  auto area = [options](const std::string& corners) {
    options->find.area = ReadArea(corners);
    if (!options->find.area)
      throw CLI::ValidationError(
          "--area " + corners,
          "is no rectangle: left, top, right, bottom in points from the top left");
  };
  tables
      .add_option_function<std::string>(
          "--area", area, "Only this part of each page, in points (72 an inch) from the top left")
      ->type_name("X0,Y0,X1,Y1");
  tables.add_flag_function(
      "--join,!--no-join",
      [options](int64_t join) {
        options->joining = join > 0 ? Joining::kJoin : Joining::kLeaveApart;
      },
      "Join tables that run over pages (default, but for bench), or leave their parts apart");
}

}  // namespace

void AddTablesCommand(CLI::App& app, int* status) {
  auto options =
      std::make_shared<TablesOptions>();  // shared: CLI11 copies the callbacks that hold it
  CLI::App* tables = app.add_subcommand("tables", "Find every table of any document, form or not");
  tables
      ->add_option("files", options->paths,
                   "PDFs and texts, folders (with all below), patterns, or - for standard input")
      ->type_name("FILE")
      ->required();
  tables
      ->add_option("--format", options->format,
                   "csv, json (one object a file), html, md, xlsx or bench (default: by the name "
                   "of --out, else md on "
                   "a terminal, else csv)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(
          std::vector<std::string>(std::begin(kTablesFormatNames), std::end(kTablesFormatNames))));
  tables
      ->add_option("--out", options->out,
                   "Write to this file; or into this folder (name it with / at its end), one file "
                   "an input, csv one a "
                   "table")
      ->type_name("FILE|DIR");
  AddWhere(*tables, options.get());
  tables->add_option("--jobs", options->jobs, "Threads that read pages at the same time")
      ->type_name("N")
      ->check(CLI::Range(1, 1024))
      ->capture_default_str();
  AddReadOptions(*tables, &options->find.read);
  tables->footer("Limits:\n" + DescribeLimits() +
                 "Example: tabularium tables report.pdf --pages 3-5 --out tables.xlsx\n"
                 "         tabularium tables *.pdf --format csv --out tables/");
  tables->callback([options, status] { *status = RunInAttempts(options->paths, [&] { return Tables(*options); }); });
}

}  // namespace tabularium
