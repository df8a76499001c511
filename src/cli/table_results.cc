// Text goes to one stream or to a file an input; workbooks are written whole. Tested by
// tables_test.cc.
#include "cli/table_results.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>
#include <vector>

#include "cli/output.h"
#include "cli/unique_stems.h"
#include "write/tables.h"

namespace tabularium {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kSuffixes[] = {".csv", ".json", ".html",
                                          ".md",  ".xlsx", ".json"};  // by TablesFormat

// One file's tables as text, but for the frame of a page of HTML. REQUIRES: not kXlsx.
std::string Text(TablesFormat format, const TablesFinding& finding) {
  std::string text;
  switch (format) {
    case TablesFormat::kCsv:
      for (const Table& table : finding.tables) {
        if (!text.empty()) text += "\r\n";
        WriteTableCsv(table, &text);
      }
      break;
    case TablesFormat::kHtml:
      WriteTablesHtml(finding, &text);
      break;
    case TablesFormat::kMarkdown:
      WriteTablesMarkdown(finding, &text);
      break;
    case TablesFormat::kJson:
      WriteTablesJson(finding, &text);
      break;
    case TablesFormat::kBench:
    case TablesFormat::kXlsx:
      WriteTablesBench(finding, &text);
      break;
  }
  return text;
}

class TablesStream : public TableResults {
 public:
  explicit TablesStream(TablesFormat format) : format_(format) {}
  std::optional<Error> Open(const std::string& out) {
    if (!out.empty())
      if (auto failure = output_.OpenFile(out)) return failure;
    if (format_ == TablesFormat::kCsv && !out.empty()) output_.Write(kByteOrderMark);
    if (format_ == TablesFormat::kHtml) {
      std::string head;
      BeginTablesHtml("Tables", &head);
      output_.Write(head);
    }
    return output_.failure();
  }
  bool Add(TablesFinding finding) override {
    std::string text = Text(format_, finding);
    if (format_ == TablesFormat::kCsv && any_ && !text.empty()) output_.Write("\r\n");
    any_ = any_ || !text.empty();
    bool good = output_.Write(text);
    return output_.is_terminal() ? output_.Flush() : good;
  }
  bool Finish() override {
    if (format_ == TablesFormat::kHtml) {
      std::string foot;
      EndTablesHtml(&foot);
      output_.Write(foot);
    }
    return output_.Flush();
  }
  std::optional<Error> failure() const override { return output_.failure(); }

 private:
  TablesFormat format_;
  bool any_ = false;  // some text was written
  Output output_;
};

class TablesFolder : public TableResults {
 public:
  TablesFolder(TablesFormat format, std::string folder)
      : format_(format), folder_(std::move(folder)) {}

  bool Add(TablesFinding finding) override {
    std::string stem = stems_.Of(finding.source.path);
    if (format_ == TablesFormat::kXlsx)
      return Keep(WriteTablesXlsx(std::span(&finding, 1), Path(stem)));
    if (format_ != TablesFormat::kCsv) return Keep(WriteFile(Path(stem), Whole(finding)));
    for (size_t i = 0; i < finding.tables.size() && !failure_; ++i) {
      std::string text(kByteOrderMark);
      WriteTableCsv(finding.tables[i], &text);
      Keep(WriteFile(Path(fmt::format("{}-{}", stem, i + 1)), text));
    }
    return !failure_;
  }
  bool Finish() override { return !failure_; }
  std::optional<Error> failure() const override { return failure_; }

 private:
  std::string Path(const std::string& stem) {
    return (fs::path(folder_) / (stem + std::string(kSuffixes[static_cast<size_t>(format_)])))
        .string();
  }
  std::string Whole(const TablesFinding& finding) {
    if (format_ != TablesFormat::kHtml) return Text(format_, finding);
    std::string page;
    BeginTablesHtml(finding.source.path, &page);
    page += Text(format_, finding);
    EndTablesHtml(&page);
    return page;
  }
  bool Keep(std::optional<Error> failure) {
    if (!failure_) failure_ = std::move(failure);
    return !failure_;
  }

  TablesFormat format_;
  std::string folder_;
  UniqueStems stems_;
  std::optional<Error> failure_;
};

class TablesWorkbook : public TableResults {
 public:
  explicit TablesWorkbook(std::string path) : path_(std::move(path)) {}
  bool Add(TablesFinding finding) override {
    findings_.push_back(std::move(finding));
    return true;
  }
  bool Finish() override {
    failure_ = WriteTablesXlsx(findings_, path_);
    return !failure_;
  }
  std::optional<Error> failure() const override { return failure_; }

 private:
  std::string path_;
  std::vector<TablesFinding> findings_;
  std::optional<Error> failure_;
};

}  // namespace

Result<std::unique_ptr<TableResults>> OpenTableResults(TablesFormat format,
                                                       const std::string& out) {
  std::error_code error;
  if (out.ends_with('/')) fs::create_directories(out, error);
  if (error)
    return Error{"unreadable",
                 fmt::format("cannot be made: {}; name another folder with --out", error.message()),
                 out};
  if (!out.empty() && fs::is_directory(out, error))
    return std::unique_ptr<TableResults>(std::make_unique<TablesFolder>(format, out));
  if (format == TablesFormat::kXlsx) {
    if (out.empty())
      return Error{"unreadable", "is a file of its own: name it with --out FILE", "--format xlsx"};
    return std::unique_ptr<TableResults>(std::make_unique<TablesWorkbook>(out));
  }
  auto stream = std::make_unique<TablesStream>(format);
  if (auto failure = stream->Open(out)) return *failure;
  return std::unique_ptr<TableResults>(std::move(stream));
}

}  // namespace tabularium
