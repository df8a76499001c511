#include <gmock/gmock.h>

#include "run_program.h"

namespace tabularium {
namespace {

using testing::HasSubstr;

class ExplainTest : public ProgramTest {};

TEST_F(ExplainTest, PrintsEveryStage) {
  Write("a.txt", "甲\t1\n");
  Ran ran = Run("explain a.txt");
  EXPECT_EQ(ran.status, 0);
  for (const char* stage : {"== document", "== grid", "== alignment", "== finding"})
    EXPECT_THAT(ran.out, HasSubstr(stage));
  Ran one = Run("explain a.txt --stage document");
  EXPECT_EQ(one.status, 0);
  EXPECT_THAT(ran.out, HasSubstr(one.out));
}

TEST_F(ExplainTest, WritesAPage) {
  Write("a.txt", "甲\t1\n");
  Ran ran = Run("explain a.txt --html a.html");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(Text("a.html"), HasSubstr("<html"));
  EXPECT_EQ(Run("explain a.txt --html no/such/a.html").status, 1);
}

TEST_F(ExplainTest, DrawsThePagesOfAPdf) {
  Ran ran = Run("explain \"$sources\"/corpus/cn-project-target/pdf-page-break/source.pdf --html a.html");
  EXPECT_EQ(ran.status, 0);
  std::string page = Text("a.html");
  EXPECT_THAT(page, HasSubstr("aria-label=\"page 2\""));
  EXPECT_THAT(page, HasSubstr("href=\"data:image/png;base64,iVBOR"));
  EXPECT_THAT(page, HasSubstr("data-v=\"1\""));
}

TEST_F(ExplainTest, SaysWhatItCannotRead) {
  Ran ran = Run("explain gone.txt");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("tabularium: gone.txt: is not there"));
}

}  // namespace
}  // namespace tabularium
