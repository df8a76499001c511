#include <gmock/gmock.h>

#include <algorithm>

#include "read/pdf_maker.h"
#include "run_program.h"

namespace tabularium {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

// A PDF whose font has a map of codes of its own, object 10.
std::string WithMap(std::string_view more, std::string_view map) {
  const std::string font = "<< /Type /Font /Subtype /Type0 /BaseFont /Han /Encoding 10 0 R /DescendantFonts [7 0 R] >>";
  return PdfMaker()
      .XObject(fmt::format("/Type /CMap /CMapName /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> {}", more), map)
      .Page("BT /Q 12 Tf 10 10 Td (ab) Tj ET", fmt::format("/Resources << /Font << /Q {} >> >>", font))
      .Make();
}
// Poppler 22.12 follows a map that is built on itself until its stack is full, and counts to the last code of four bytes forever.
std::string Crashing() { return WithMap("/UseCMap 10 0 R", "1 begincodespacerange <0000> <FFFF> endcodespacerange endcmap"); }
std::string Endless() { return WithMap("", "1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange endcmap"); }

size_t Count(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

constexpr std::string_view kLost = "tabularium: in/b.pdf: made the program that read it crash";

class AttemptsTest : public ProgramTest {
 protected:
  AttemptsTest() {
    std::string rows;  // whose tables are more than is collected before it is written
    for (int i = 0; i < 5000; ++i) rows += fmt::format("甲{}\t乙{}\n", i, i);
    Write("in/a.txt", rows);
    Write("in/b.pdf", Crashing());
    Write("in/c.txt", "甲\t1\n乙\t2\n");
  }
  // Sanitizers leave signals alone.
  Ran RunOn(const std::string& arguments) { return Run(arguments, "ASAN_OPTIONS=handle_segv=0 UBSAN_OPTIONS=handle_segv=0"); }
};

TEST_F(AttemptsTest, AFileThatCrashesALibraryIsLeftOutAndTheOthersAreRead) {
  const std::string others = RunOn("ingest in/a.txt in/c.txt").out;
  for (const char* jobs : {"1", "4"}) {
    const Ran ran = RunOn(std::string("ingest in --jobs ") + jobs);
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 3);
    EXPECT_EQ(ran.out.substr(0, others.find('\n') + 1), others.substr(0, others.find('\n') + 1));
    EXPECT_THAT(ran.out, EndsWith(others.substr(others.find('\n') + 1)));
    EXPECT_THAT(ran.out, HasSubstr("\"path\":\"in/b.pdf\""));
    EXPECT_EQ(Count(ran.err, kLost), 1u) << ran.err;
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
  }
}

TEST_F(AttemptsTest, WhatWasSaidBeforeIsNotSaidAgain) {
  Write("in/0", "");
  Write("in/d.pdf", Crashing());
  const Ran ran = RunOn("ingest in --out all.jsonl --jobs 1");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 3) << ran.err;
  const std::string all = Text("all.jsonl");
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 5);
}

TEST_F(AttemptsTest, SoAreTables) {
  const Ran ran = RunOn("tables in --format md");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(Count(ran.out, "| 甲17 "), 1u);
  EXPECT_THAT(ran.out, HasSubstr("| 乙  | 2 "));
  EXPECT_EQ(Count(ran.err, kLost), 1u) << ran.err;
}

TEST_F(AttemptsTest, AFileThatNeverEndsIsLeftOut) {
  Write("in/b.pdf", Endless());
  for (const char* command : {"ingest", "tables --format json"}) {
    const Ran ran = RunOn(fmt::format("{} in --limit page_seconds=1", command));
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(Count(ran.err, "tabularium: in/b.pdf: needs more than --limit page_seconds allows"), 1u) << ran.err;
    EXPECT_EQ(Count(ran.out, "\"path\":\"in/c.txt\""), 1u);
  }
}

TEST_F(AttemptsTest, StandardInputIsReadOnce) {
  const Ran ran = RunOn("ingest - < in/c.txt");
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("\"path\":\"-\""));
}

}  // namespace
}  // namespace tabularium
