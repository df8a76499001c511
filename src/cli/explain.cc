// Tested by explain_test.cc.
#include "cli/explain.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/load_grammar.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/reading_options.h"
#include "extract.h"
#include "read/beside.h"
#include "read/pages.h"
#include "write/explain.h"
#include "write/explain_html.h"

namespace tabularium {
namespace {

struct ExplainOptions {
  std::vector<std::string> files;  // one, or one and what another recogniser read of it
  std::string stage, html;
  ReadingOptions reading;
};

std::string Stages(const Extraction& walk, const std::string& only) {
  std::string text;
  for (size_t i = 0; i < std::size(kStageNames); ++i) {
    if (!only.empty() && only != kStageNames[i]) continue;
    if (only.empty()) text += (i == 0 ? "== " : "\n== ") + std::string(kStageNames[i]) + "\n";
    ExplainStage(walk, static_cast<Stage>(i), &text);
  }
  return text;
}

// The first pages of a document that has pages, as they look; none of another.
std::vector<PagePicture> Draw(const Document& document, const ExplainOptions& options, ScanReaders* scans) {
  constexpr int kMostPages = 50;
  constexpr double kDots = 110;  // an inch
  std::vector<PagePicture> pictures;
  if (!HasPages(document)) return pictures;
  auto source = DocumentPages::Open(document, options.reading.extract.read, scans);
  int pages = source.has_value() ? std::min(kMostPages, source.value()->pages()) : 0;
  for (int number = 1; number <= pages; ++number) {
    PagePicture& picture = pictures.emplace_back();
    picture.page = source.value()->ReadPage(number);
    picture.png = source.value()->Picture(picture.page, kDots);
  }
  if (source.has_value() && pages < source.value()->pages())
    Say(fmt::format("{}: the page shows the first {} pages of {}", document.path, pages,
                    source.value()->pages()));
  return pictures;
}

int Explain(const ExplainOptions& options) {
  const bool belong = options.files.size() == 1 || Belong(options.files[0], options.files[1]);
  if (!belong) {
    Say(fmt::format("{} is no picture that {} is the recogniser's file of: name one file", options.files[0], options.files[1]));
    return status::kUsage;
  }
  std::unique_ptr<const Loaded> loaded = LoadGrammar(options.reading.grammar);
  if (!loaded) return status::kUsage;
  auto document = ReadBeside(options.files[0], options.files.size() > 1 ? options.files[1] : "", options.reading.extract.read);
  if (!document.has_value()) {
    Say(document.error());
    return status::kUnread;
  }
  ScanReaders scans(loaded->grammar.vocabulary, options.reading.extract.read.limits);
  ExtractOptions extract = options.reading.extract;
  extract.scans = &scans;
  std::vector<PagePicture> pictures;
  if (!options.html.empty()) pictures = Draw(*document.value(), options, &scans);
  Extraction walk = Extract(std::move(document.value()), loaded->grammar, loaded->lexicon, extract);
  std::optional<Error> failure;
  if (!options.html.empty()) {
    std::string page;
    ExplainHtml(walk, pictures, &page);
    failure = WriteFile(options.html, page);
  }
  if (!failure && (options.html.empty() || !options.stage.empty())) {
    Output output;
    output.Write(Stages(walk, options.stage));
    output.Flush();
    failure = output.failure();
  }
  if (failure) Say(*failure);
  return failure ? status::kUnread : status::kDone;
}

}  // namespace

void AddExplainCommand(CLI::App& app, int* status) {
  auto options =
      std::make_shared<ExplainOptions>();  // shared: CLI11 copies the callbacks that hold it
  CLI::App* explain = app.add_subcommand(
      "explain", "Show how one file is read: its text, cells, rows against the form, and findings");
  explain->add_option("file", options->files, "A file, or - for standard input; a picture may be followed by what another "
                                              "recogniser read of it")
      ->type_name("FILE [RECOGNISED]")
      ->expected(1, 2)
      ->required();
  explain->add_option("--stage", options->stage, "Only this stage (default: all)")
      ->type_name("STAGE")
      ->check(
          CLI::IsMember(std::vector<std::string>(std::begin(kStageNames), std::end(kStageNames))));
  explain
      ->add_option("--html", options->html, "Write a page that shows the source beside the record")
      ->type_name("FILE");
  AddReadingOptions(*explain, &options->reading);
  explain->footer(
      "Example: tabularium explain a.txt --stage alignment\n         tabularium explain a.txt "
      "--html a.html");
  explain->callback([options, status] { *status = Explain(*options); });
}

}  // namespace tabularium
