// Text of any kind goes to one stream; tables of csv go to as many files as there are kinds of tables. Tested by ingest_test.cc.
#include "cli/results.h"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <map>
#include <span>
#include <system_error>

#include "cli/output.h"
#include "write/csv.h"
#include "write/write.h"

namespace tabularium {
namespace {

// Invariant: what was written is a JSON array when Finish has been called, also of no files.
class TextResults : public Results {
 public:
  explicit TextResults(ResultFormat format) : format_(format) {}
  std::optional<Error> Open(const std::string& out) { return out.empty() ? std::nullopt : output_.OpenFile(out); }

  bool Add(Written written) override {
    std::string_view text = written.text;
    if (format_ == ResultFormat::kJson) {
      text.remove_suffix(text.ends_with('\n'));
      output_.Write(first_ ? "[\n" : ",\n");
    }
    first_ = false;
    bool good = output_.Write(text);
    return output_.is_terminal() ? output_.Flush() : good;
  }
  bool Finish() override {
    if (format_ == ResultFormat::kJson) output_.Write(first_ ? "[]\n" : "\n]\n");
    return output_.Flush();
  }
  std::optional<Error> failure() const override { return output_.failure(); }

 private:
  ResultFormat format_;
  bool first_ = true;
  Output output_;
};

class CsvResults : public Results {
 public:
  explicit CsvResults(std::string folder)
      : folder_(std::move(folder)), writer_([this](const std::string& name) -> std::ostream& { return Open(name); }) {}

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
    if (fresh) at->second.open(std::filesystem::path(folder_) / name, std::ios::binary | std::ios::trunc);
    return at->second;
  }
  bool Check() {
    for (auto& [name, file] : files_)
      if (!file && !failure_)
        failure_ = Error{"unreadable", "cannot be written; make room, or name another folder with --out",
                         (std::filesystem::path(folder_) / name).string()};
    return failure_.has_value();
  }

  std::string folder_;
  std::map<std::string, std::ofstream> files_;  // one a kind of table: a few dozen, whatever the number of inputs
  CsvWriter writer_;
  std::optional<Error> failure_;
};

}  // namespace

Written Prepare(ResultFormat format, Finding finding) {
  Written written;
  switch (format) {
    case ResultFormat::kJson:
    case ResultFormat::kJsonLines: WriteJson(finding, &written.text); break;
    case ResultFormat::kTable: WriteTable(std::span<const Finding>(&finding, 1), &written.text); break;
    case ResultFormat::kCsv: written.finding = std::move(finding); break;
  }
  return written;
}

Result<std::unique_ptr<Results>> OpenResults(ResultFormat format, const std::string& out) {
  if (format != ResultFormat::kCsv) {
    auto results = std::make_unique<TextResults>(format);
    if (auto failure = results->Open(out)) return *failure;
    return std::unique_ptr<Results>(std::move(results));
  }
  std::error_code error;
  std::filesystem::create_directories(out, error);
  if (!std::filesystem::is_directory(out, error))
    return Error{"unreadable", "is no folder, and csv writes one file a table: name a folder with --out", out};
  return std::unique_ptr<Results>(std::make_unique<CsvResults>(out));
}

}  // namespace tabularium
