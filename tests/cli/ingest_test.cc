#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "run_program.h"

namespace tabularium {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// An invented text that is no form, and quickly read.
constexpr std::string_view kText = "甲\t1\n乙\t2\n";

// "path verdict [flag …]" of each line.
std::string Dump(const std::string& lines) {
  std::string out;
  for (size_t at = 0; at < lines.size();) {
    size_t end = lines.find('\n', at);
    json finding = json::parse(lines.substr(at, end - at));
    out += (out.empty() ? "" : "; ") + finding["source"]["path"].get<std::string>() + " " +
           finding["verdict"].get<std::string>();
    if (finding["verdict"] == "reject")
      for (const json& flag : finding["flags"]) out += " " + flag["code"].get<std::string>();
    at = end + 1;
  }
  return out;
}

class IngestTest : public ProgramTest {};

TEST_F(IngestTest, PrintsJsonLinesWhereNobodyWatches) {
  Write("in/a.txt", kText);
  Ran ran = Run("ingest in/a.txt");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(Dump(ran.out), "in/a.txt review");
  EXPECT_EQ(ran.err, "");
}

TEST_F(IngestTest, ReadsACleanDeclaration) {
  Ran ran = Run("ingest \"$sources\"/corpus/cn-project-target/clean/source.* --fail-on review");
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("\"verdict\":\"accept\""));
}

TEST_F(IngestTest, KeepsTheOrderOfInputsWithAnyNumberOfJobs) {
  for (int i = 0; i < 60; ++i)
    Write("in/" + std::to_string(100 + i) + ".txt", i % 9 == 0 ? "" : kText);
  Ran one = Run("ingest in --jobs 1");
  EXPECT_EQ(one.status, 1);
  EXPECT_THAT(Dump(one.out),
              StartsWith("in/100.txt reject empty; in/101.txt review; in/102.txt review"));
  for (const char* jobs : {"2", "3", "16"}) {
    Ran many = Run(std::string("ingest in --jobs ") + jobs);
    EXPECT_EQ(many.status, 1);
    EXPECT_EQ(many.out, one.out);
    EXPECT_EQ(many.err, one.err);
  }
}

TEST_F(IngestTest, NamesWhatItCannotReadAndDoesTheRest) {
  Write("in/a.txt", kText);
  Write("in/b.txt", "");
  Write("in/c.pdf", "%PDF-1.7\n");
  Write("in/d.txt", " \n\t\n");
  Write("in/e.txt", kText);
  Write("in/f.txt", std::string(300, '\t'));
  std::filesystem::create_symlink("nowhere", folder_ / "in/g.txt");
  Ran ran = Run("ingest in gone.txt '*.none' --limit text_bytes=200");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(Dump(ran.out),
            "in/a.txt review; in/b.txt reject empty; in/c.pdf reject unreadable; in/d.txt reject "
            "empty; in/e.txt review; "
            "in/f.txt reject limit-reached; in/g.txt reject unreadable; gone.txt reject "
            "unreadable; *.none reject unreadable");
  for (const char* says :
       {"tabularium: in/b.txt: holds nothing: 0 bytes", "in/c.pdf: is a PDF too damaged to be read",
        "in/d.txt: holds nothing but white space",
        "in/f.txt: is longer than 200 bytes; split it, or raise --limit text_bytes",
        "in/g.txt: is not there", "gone.txt: is not there: check the name",
        "*.none: matches no file"})
    EXPECT_THAT(ran.err, HasSubstr(says));
}

TEST_F(IngestTest, RefusesAGibibyteOfTabsAtOnce) {
  Write("in/tabs.tsv", "\t");
  std::filesystem::resize_file(folder_ / "in/tabs.tsv", 1ull << 30);  // a hole: no disk is used
  Ran ran = Run("ingest in");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(Dump(ran.out), "in/tabs.tsv reject limit-reached");
}

TEST_F(IngestTest, StopsAtTheLimitOfStandardInput) {
  Ran ran = Run("ingest - --limit text_bytes=1M < /dev/zero");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(Dump(ran.out), "- reject limit-reached");
}

TEST_F(IngestTest, ATabFileWithinTheLimitHasAnOutcome) {
  Write("in/tabs.tsv", std::string(2 << 20, '\t') + "x\n");
  Ran ran = Run("ingest in");
  EXPECT_THAT(ran.status, testing::AnyOf(0, 1));
  EXPECT_THAT(ran.out, HasSubstr("limit-reached"));
}

TEST_F(IngestTest, NamesAFolderWithoutPermission) {
  Write("in/a/secret.txt", kText);
  Write("in/b.txt", kText);
  chmod((folder_ / "in/a").c_str(), 0);
  // root reads everything: be somebody else where that is possible
  std::string before =
      geteuid() == 0 ? "chmod a+rx . in && setpriv --reuid=65534 --regid=65534 --clear-groups" : "";
  Ran probe = Run("--version", before);
  if (probe.status != 0) GTEST_SKIP() << "cannot give up being root here: " << probe.err;
  Ran ran = Run("ingest in", before);
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(Dump(ran.out), "in/a/ reject unreadable; in/b.txt review");
  EXPECT_THAT(
      ran.err,
      HasSubstr(
          "in/a/: this folder cannot be listed: Permission denied; give yourself permission"));
}

TEST_F(IngestTest, ReadsStandardInput) {
  Write("a.txt", kText);
  Ran ran = Run("ingest - < a.txt");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(Dump(ran.out), "- review");
}

TEST_F(IngestTest, ReadsAPipeByName) {
  Write("a.txt", kText);
  Ran ran = Run("ingest pipe", "{ mkfifo pipe && cat a.txt > pipe & } && sleep 0.2 &&");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(Dump(ran.out), "pipe review");
}

TEST_F(IngestTest, JsonIsAnArrayOfTheSameObjects) {
  Write("in/a.txt", kText);
  Write("in/b.txt", "");
  Ran lines = Run("ingest in --format jsonl"), array = Run("ingest in --format json");
  json parsed = json::parse(array.out);
  ASSERT_EQ(parsed.size(), 2u);
  EXPECT_EQ(parsed[0], json::parse(lines.out.substr(0, lines.out.find('\n'))));
  Write("none/.hidden", "");
  EXPECT_EQ(json::parse(Run("ingest none --format json").out), json::array());
}

TEST_F(IngestTest, CsvWritesOneFileATable) {
  Write("in/a.txt", kText);
  EXPECT_EQ(Run("ingest in --format csv --out tables").status, 0);
  EXPECT_THAT(Text("tables/files.csv"), HasSubstr("in/a.txt"));
  Ran nowhere = Run("ingest in --format csv");
  EXPECT_EQ(nowhere.status, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("--out DIR"));
}

TEST_F(IngestTest, TablesEndWithTheSumOfVerdicts) {
  Write("in/a.txt", kText);
  Ran ran = Run("ingest in --format table");
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("1 review"));
  EXPECT_THAT(ran.out, Not(HasSubstr("\x1B[")));
}

TEST_F(IngestTest, WritesToAFileAndDoesNotReadItAgain) {
  Write("in/a.txt", kText);
  for (int i = 0; i < 2; ++i) {
    Ran ran = Run("ingest in --out in/findings.jsonl");
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(Dump(Text("in/findings.jsonl")), "in/a.txt review");
  }
}

TEST_F(IngestTest, DrawsForAnAuditAndKeepsRisksLow) {
  const std::string clean = "ingest \"$sources\"/corpus/cn-project-target/clean/source.txt ";
  std::string sound = Run(clean).out;
  EXPECT_THAT(sound, HasSubstr("\"expected_wrong\":0.0"));
  EXPECT_EQ(Run(clean + "--audit 0%").out, sound);
  EXPECT_THAT(Run(clean + "--audit 100%").out, HasSubstr("\"code\":\"audit\""));
  EXPECT_EQ(Run(clean + "--max-risk 0.5").out, sound);
  EXPECT_THAT(Run(clean + "--max-risk 1e-9").out, HasSubstr("a greater share than asked for"));
  for (const char* wrong : {"--audit 2", "--audit x%", "--audit 1%%", "--max-risk 2"})
    EXPECT_EQ(Run(clean + wrong).status, 2) << wrong;
}

TEST_F(IngestTest, TellsWhereToLookFirst) {
  Write("in/a.txt", kText);
  Write("in/b.txt", kText);
  EXPECT_THAT(Run("ingest in --format table").out, HasSubstr("To look at first"));
  EXPECT_THAT(Run("ingest in/a.txt --format table").out, Not(HasSubstr("To look at first")));
}

TEST_F(IngestTest, FailsOnVerdicts) {
  Write("in/a.txt", kText);
  EXPECT_EQ(Run("ingest in --fail-on review").status, 3);
  EXPECT_EQ(Run("ingest in --fail-on reject").status, 0);
  Write("in/b.txt", "");
  EXPECT_EQ(Run("ingest in --fail-on review").status, 1);  // first of all, it could not be read
}

TEST_F(IngestTest, SaysThatNothingCanBeWritten) {
  Write("in/a.txt", kText);
  for (const char* where : {"> /dev/full", ">&-"}) {
    Ran ran = Run(std::string("ingest in ") + where);
    EXPECT_EQ(ran.status, 1) << where;
    EXPECT_THAT(ran.err, HasSubstr("standard output: cannot be written")) << where;
  }
  EXPECT_EQ(Run("ingest in --out no/such/folder/x").status, 2);
}

TEST_F(IngestTest, SurvivesAReaderThatStops) {
  for (int i = 0; i < 300; ++i) Write("in/" + std::to_string(1000 + i), kText);
  Ran ran = Run("ingest in 2>err | head -c 1 >/dev/null; cat err >&2");
  EXPECT_THAT(ran.err, testing::AnyOf(
                           "", HasSubstr("Broken pipe")));  // empty: all of it fitted into the pipe
}

TEST_F(IngestTest, AGrammarWithComplaintsEndsTheRunBeforeAnyDocument) {
  Write("in/a.txt", kText);
  Write("bad/x.form", "form x 1\n  title 甲\npicture p\n  | {a | {b} |\n");
  Ran ran = Run("ingest in --grammar bad");
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("bad/x.form:4:"));
  EXPECT_THAT(ran.err, HasSubstr("nothing was read"));
  Ran none = Run("ingest in --grammar nowhere");
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.err, HasSubstr("nowhere"));
}

TEST_F(IngestTest, TheUsersEncodingWins) {
  Write("in/a.txt", "\xB9\x77\xBA\xE2\t1\n");
  EXPECT_EQ(json::parse(Run("ingest in --encoding big5").out)["source"]["encoding"], "Big5");
  EXPECT_EQ(json::parse(Run("ingest in --encoding gbk").out)["source"]["encoding"], "GB18030");
}

}  // namespace
}  // namespace tabularium
