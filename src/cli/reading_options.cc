// Tested by program_test.cc.
#include "cli/reading_options.h"

#include <CLI/CLI.hpp>
#include <charconv>

#include "cli/limit_names.h"
#include "text/encoding.h"

namespace tabularium {

void AddReadOptions(CLI::App& app, ReadOptions* options) {
  auto encoding = [options](const std::string& name) {
    options->encoding = EncodingNamed(name);
    if (!options->encoding)
      throw CLI::ValidationError("--encoding " + name,
                                 "there is no such encoding; there are UTF-8, GB18030 (GBK, "
                                 "GB2312), Big5, UTF-16LE, UTF-16BE");
  };
  app.add_option_function<std::string>("--encoding", encoding,
                                       "Encoding of all inputs (default: found out for each)")
      ->type_name("NAME");
  auto limit = [options](const std::vector<std::string>& assignments) {
    for (const std::string& assignment : assignments)
      if (std::string wrong = SetLimit(assignment, &options->limits); !wrong.empty())
        throw CLI::ValidationError(wrong);
  };
  app.add_option_function<std::vector<std::string>>("--limit", limit,
                                                    "What one document may cost; see below")
      ->type_name("NAME=NUMBER")
      ->allow_extra_args(false);
}

void AddReadingOptions(CLI::App& app, ReadingOptions* options) {
  app.add_option("--grammar", options->grammar, "Folder of *.form and *.lexicon files")
      ->type_name("DIR");
  AddReadOptions(app, &options->extract.read);
  app.add_option("--threshold", options->extract.judge.threshold,
                 "A value of less confidence sends its declaration to review")
      ->type_name("0..1")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  app.add_option("--max-risk", options->extract.judge.max_risk,
                 "A declaration goes to review where a greater share of its values is expected to "
                 "be wrong, such as 1e-4")
      ->type_name("0..1")
      ->check(CLI::Range(0.0, 1.0));
}

void AddAuditOption(CLI::App& app, double* audit) {
  auto set = [audit](const std::string& written) {
    const bool percent = written.ends_with('%');
    const char* end = written.data() + written.size() - percent;
    auto [stop, error] = std::from_chars(written.data(), end, *audit);
    if (percent) *audit /= 100;
    if (error != std::errc() || stop != end || !(*audit >= 0 && *audit <= 1))
      throw CLI::ValidationError("--audit " + written, "is no share: write 1% or 0.01");
  };
  app.add_option_function<std::string>(
         "--audit", set, "Send this share of the accepted files to review too, drawn by content")
      ->type_name("SHARE");
}

}  // namespace tabularium
