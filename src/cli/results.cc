// Text of any kind goes to one stream; tables of csv go to as many files as there are kinds of
// tables. Tested by ingest_test.cc.
#include "cli/results.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <map>
#include <span>
#include <system_error>

#include "cli/output.h"
#include "write/csv.h"

namespace tabularium {
namespace {

constexpr size_t kMostAsText = 32;  // declarations of a file that is written by the thread that read it, not by the one that prints
constexpr size_t kMostLinesAsText = 2000;  // and texts that are in none
constexpr size_t kMostToSee = 10;

// Invariant: when Finish has been called, json is an array, also of no files, and a table ends with
// the sum of verdicts.
class TextResults : public Results {
 public:
  explicit TextResults(const ResultStyle& style) : style_(style) {}
  std::optional<Error> Open(const std::string& out) {
    return out.empty() ? std::nullopt : output_.OpenFile(out);
  }

  bool Add(Written written) override {
    Count(written.verdict);
    if (written.verdict == Verdict::kReview) Remember({std::move(written.path), written.expected_wrong});
    const bool array = style_.format == ResultFormat::kJson;
    if (array) output_.Write(first_ ? "[\n" : ",\n");
    first_ = false;
    bool good = true;
    auto write = [&](std::string_view text) {
      text.remove_suffix(array && text.ends_with('\n'));  // only its end is one
      good = output_.Write(text);
    };
    if (written.finding)
      WriteJson(*written.finding, write);
    else
      write(written.text);
    return output_.is_terminal() ? output_.Flush() : good;
  }
  bool Finish() override {
    if (style_.format == ResultFormat::kJson) output_.Write(first_ ? "[]\n" : "\n]\n");
    if (style_.format == ResultFormat::kTable && !first_) {
      std::string sum;
      if (first_to_see_.size() > 1) WriteReviewOrder(first_to_see_, style_.table, &sum);
      WriteTally(tally_, style_.table, &sum);
      output_.Write(sum);
    }
    return output_.Flush();
  }
  std::optional<Error> failure() const override { return output_.failure(); }

 private:
  void Count(Verdict verdict) {
    ++(verdict == Verdict::kAccept   ? tally_.accept
       : verdict == Verdict::kReview ? tally_.review
                                     : tally_.reject);
  }

  // Keeps the kMostToSee files in which most is expected to be wrong; of equals the earlier.
  void Remember(Doubtful file) {
    if (style_.format != ResultFormat::kTable) return;
    auto at = std::upper_bound(first_to_see_.begin(), first_to_see_.end(), file,
                               [](const Doubtful& a, const Doubtful& b) {
                                 return a.expected_wrong > b.expected_wrong;
                               });
    first_to_see_.insert(at, std::move(file));
    if (first_to_see_.size() > kMostToSee) first_to_see_.pop_back();
  }

  ResultStyle style_;
  Tally tally_;
  std::vector<Doubtful> first_to_see_;
  bool first_ = true;
  Output output_;
};

class CsvResults : public Results {
 public:
  explicit CsvResults(std::string folder)
      : folder_(std::move(folder)),
        writer_([this](const std::string& name) -> std::ostream& { return Open(name); }) {}

  bool Add(Written written) override {
    writer_.Write(*written.finding);
    return !Check();
  }
  bool Finish() override {
    for (auto& [name, file] : files_) file.flush();
    return !Check();
  }
  std::optional<Error> failure() const override { return failure_; }

 private:
  std::ostream& Open(const std::string& name) {
    auto [at, fresh] = files_.try_emplace(name);
    if (fresh)
      at->second.open(std::filesystem::path(folder_) / name, std::ios::binary | std::ios::trunc);
    return at->second;
  }
  bool Check() {
    for (auto& [name, file] : files_)
      if (!file && !failure_)
        failure_ =
            Error{"unreadable", "cannot be written; make room, or name another folder with --out",
                  (std::filesystem::path(folder_) / name).string()};
    return failure_.has_value();
  }

  std::string folder_;
  std::map<std::string, std::ofstream>
      files_;  // one a kind of table: a few dozen, whatever the number of inputs
  CsvWriter writer_;
  std::optional<Error> failure_;
};

}  // namespace

Written Prepare(const ResultStyle& style, Finding finding) {
  Written written;
  written.verdict = finding.verdict;
  if (style.format == ResultFormat::kTable) {
    written.path = finding.source.path;
    written.expected_wrong = finding.expected_wrong();
  }
  switch (style.format) {
    case ResultFormat::kJson:
    case ResultFormat::kJsonLines:
      if (finding.declarations.size() > kMostAsText || finding.leftovers.size() > kMostLinesAsText)
        written.finding = std::move(finding);
      else
        WriteJson(finding, &written.text);
      break;
    case ResultFormat::kTable:
      WriteTable(std::span<const Finding>(&finding, 1), style.table, &written.text);
      break;
    case ResultFormat::kCsv:
      written.finding = std::move(finding);
      break;
  }
  return written;
}

Result<std::unique_ptr<Results>> OpenResults(const ResultStyle& style, const std::string& out) {
  if (style.format != ResultFormat::kCsv) {
    auto results = std::make_unique<TextResults>(style);
    if (auto failure = results->Open(out)) return *failure;
    return std::unique_ptr<Results>(std::move(results));
  }
  std::error_code error;
  std::filesystem::create_directories(out, error);
  if (!std::filesystem::is_directory(out, error))
    return Error{"unreadable",
                 "is no folder, and csv writes one file a table: name a folder with --out", out};
  return std::unique_ptr<Results>(std::make_unique<CsvResults>(out));
}

}  // namespace tabularium
