// `grammar check|fmt|show`: compiles, lays out and draws form files. Tested by grammar_test.cc.

#include "cli/grammar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "cli/grammar_files.h"
#include "compile/compile.h"
#include "compile/format.h"
#include "compile/show.h"

namespace tabularium {
namespace {

constexpr int kDone = 0, kUnreadable = 1, kComplaints = 2;

struct Asked {
  std::vector<std::string> paths;  // empty: the folder that would be used to ingest
  bool check_only = false;         // fmt --check
  bool html = false;               // show --html
};

void Say(const Error& error) { fmt::print(stderr, "{}: {}\n", error.where, error.what); }

// The files of all paths; empty after a message.
std::vector<GrammarFile> Load(const std::vector<std::string>& paths, int* status) {
  std::vector<std::filesystem::path> places(paths.begin(), paths.end());
  if (places.empty()) places.push_back(GrammarFolder({}));
  std::vector<GrammarFile> files;
  for (const auto& place : places) {
    auto found = LoadGrammarFiles(place);
    if (!found.has_value()) {
      Say(found.error());
      *status = kUnreadable;
      return {};
    }
    for (GrammarFile& file : found.value()) files.push_back(std::move(file));
  }
  return files;
}

// The grammar, or nothing after its complaints.
std::optional<Grammar> CompileOrComplain(const std::vector<GrammarFile>& files, int* status) {
  Compiled compiled = Compile(files);
  for (const Complaint& complaint : compiled.complaints) {
    const auto file = std::find_if(files.begin(), files.end(),
                                   [&](const GrammarFile& f) { return f.name == complaint.file; });
    fmt::print(stderr, "{}",
               Print(complaint, file == files.end() ? std::string_view() : file->text));
  }
  if (!compiled.complaints.empty()) *status = kComplaints;
  return std::move(compiled.grammar);
}

void CheckForms(const Asked& asked, int* status) {
  const std::vector<GrammarFile> files = Load(asked.paths, status);
  if (files.empty()) return;
  const auto grammar = CompileOrComplain(files, status);
  if (!grammar) return;
  for (const Form& form : grammar->forms)
    fmt::print("{} {}: {} ({} slots, {} checks)\n", form.id, form.edition, form.title,
               form.slots.size(), form.checks.size());
}

// Lays out one file in place, or says that it would change.
void FormatFile(const std::filesystem::path& path, const Asked& asked, int* status) {
  const auto file = LoadGrammarFile(path);
  if (!file.has_value()) {
    Say(file.error());
    *status = kUnreadable;
    return;
  }
  const std::string laid = Format(file.value().text);
  if (laid == file.value().text) return;
  if (asked.check_only) {
    fmt::print("{}\n", path.string());
    *status = kComplaints;
    return;
  }
  const std::filesystem::path fresh = path.string() + ".new";
  std::ofstream out(fresh, std::ios::binary);
  out << laid;
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(fresh, path, error);
  if (out && !error) return;
  std::filesystem::remove(fresh, error);
  Say(Error{"unreadable", "this file cannot be written", path.string()});
  *status = kUnreadable;
}

void FormatFiles(const Asked& asked, int* status) {
  if (asked.paths == std::vector<std::string>{"-"}) {
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    fmt::print("{}", Format(text));
    return;
  }
  std::vector<std::string> paths = asked.paths;
  if (paths.empty()) {
    for (const GrammarFile& file : Load({}, status)) paths.push_back(file.name);
  }
  for (const std::string& path : paths) {
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) {
      FormatFile(path, asked, status);
      continue;
    }
    for (const GrammarFile& file : Load({path}, status)) FormatFile(file.name, asked, status);
  }
}

constexpr std::string_view kPageHead =
    "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Forms</title><style>\n"
    "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse;margin:.5em 0}\n"
    "td{border:1px solid #555;padding:.3em .6em}tr[data-repeat] "
    "td{background:#eef4fb}h2{font-size:1em;color:#555}\n"
    "tr[data-repeat]::before{content:attr(data-repeat);padding-right:.4em}\n"
    "</style></head><body>\n";

// Arguments are files, folders, or the names of forms.
void DrawForms(const Asked& asked, int* status) {
  std::vector<std::string> paths, names;
  for (const std::string& each : asked.paths) {
    std::error_code error;
    (std::filesystem::exists(each, error) ? paths : names).push_back(each);
  }
  const std::vector<GrammarFile> files = Load(paths, status);
  if (files.empty()) return;
  const auto grammar = CompileOrComplain(files, status);
  if (!grammar) return;
  auto wanted = [&](const Form& form) {
    return names.empty() || std::find(names.begin(), names.end(), form.id) != names.end() ||
           std::find(names.begin(), names.end(), form.id + " " + form.edition) != names.end();
  };
  std::string out;
  for (const Form& form : grammar->forms) {
    if (!wanted(form)) continue;
    if (!asked.html && !out.empty()) out += "\n";
    out += asked.html ? ShowHtml(form) : Show(form);
  }
  if (out.empty()) {
    Say(Error{"unreadable",
              "there is no such file and no such form; `grammar check` lists the forms", names[0]});
    *status = kComplaints;
    return;
  }
  fmt::print("{}", asked.html ? std::string(kPageHead) + out + "</body></html>\n" : out);
}

}  // namespace

void AddGrammarCommand(CLI::App& app, int* status) {
  auto asked = std::make_shared<Asked>();
  CLI::App* grammar =
      app.add_subcommand("grammar", "Check, lay out and draw descriptions of forms");
  grammar->require_subcommand(1);
  grammar->footer("Example: tabularium grammar show cn-project-target");

  CLI::App* check = grammar->add_subcommand("check", "Compile form files and print all complaints");
  check->add_option("PATH", asked->paths, "Form files or folders of them; else the grammar in use");
  check->footer("Example: tabularium grammar check grammar/");
  check->callback([asked, status] { CheckForms(*asked, status); });

  CLI::App* fmt_command =
      grammar->add_subcommand("fmt", "Align the bars and columns of form files, in place");
  fmt_command->add_option("PATH", asked->paths,
                          "Form files or folders of them, or - for stdin to stdout");
  fmt_command->add_flag("--check", asked->check_only,
                        "Only name the files that would change; status 2 if there are any");
  fmt_command->footer("Example: tabularium grammar fmt grammar/my-form.form");
  fmt_command->callback([asked, status] { FormatFiles(*asked, status); });

  CLI::App* show = grammar->add_subcommand("show", "Draw forms as they are printed");
  show->add_option("FORM", asked->paths, "Names of forms, or files; else all");
  show->add_flag("--html", asked->html, "As an HTML page");
  show->footer("Example: tabularium grammar show --html cn-project-target > form.html");
  show->callback([asked, status] { DrawForms(*asked, status); });
}

}  // namespace tabularium
