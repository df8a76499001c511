#include <gmock/gmock.h>

#include "run_program.h"

namespace tabularium {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Case {
  const char* name;
  const char* arguments;
  const char* says;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class LoadedLibrariesTest : public ProgramTest {};
TEST_F(LoadedLibrariesTest, AreThoseThatEveryInputNeeds) {
  const Ran ran = Run("--version", "LD_TRACE_LOADED_OBJECTS=1");  // what the loader would load
  EXPECT_THAT(ran.out, HasSubstr("libpoppler"));
  for (const char* seldom : {"libxlsxwriter", "libcrypto", "libtesseract", "liblept"}) EXPECT_THAT(ran.out, Not(HasSubstr(seldom)));
}

class RefusedUsageTest : public ProgramTest, public testing::WithParamInterface<Case> {};
TEST_P(RefusedUsageTest, SaysWhyAndWhereToLook) {
  Ran ran = Run(GetParam().arguments);
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr(GetParam().says));
  EXPECT_THAT(ran.err, HasSubstr("--help"));
}
INSTANTIATE_TEST_SUITE_P(
    All, RefusedUsageTest,
    testing::Values(
        Case{"NoCommand", "", "name a command: ingest"}, Case{"UnknownCommand", "digest", "digest"},
        Case{"NoPath", "ingest", "is required"},
        Case{"UnknownOption", "ingest a --colour", "--colour"},
        Case{"UnknownFormat", "ingest a --format xml", "xml not in {json,jsonl,csv,table}"},
        Case{"NoJobs", "ingest a --jobs 0", "--jobs"},
        Case{"ThresholdOfTwo", "ingest a --threshold 2", "--threshold"},
        Case{"UnknownEncoding", "ingest a --encoding latin1", "there are UTF-8, GB18030"},
        Case{"UnknownLimit", "ingest a --limit cell=1", "there are text_bytes"},
        Case{"LimitWithoutNumber", "ingest a --limit cells", "write NAME=NUMBER"},
        Case{"UnknownVerdict", "ingest a --fail-on accept", "accept"},
        Case{"UnknownStage", "explain a --stage record", "record"}),
    [](const auto& i) { return std::string(i.param.name); });

class ProgramHelpTest : public ProgramTest, public testing::WithParamInterface<const char*> {};
TEST_P(ProgramHelpTest, HasAnExample) {
  Ran ran = Run(std::string(GetParam()) + " --help");
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("Example"));
  EXPECT_EQ(ran.err, "");
}
INSTANTIATE_TEST_SUITE_P(All, ProgramHelpTest, testing::Values("", "ingest", "explain", "evaluate", "grammar"));

class VersionTest : public ProgramTest {};
TEST_F(VersionTest, IsPrinted) {
  EXPECT_THAT(Run("--version").out, testing::StartsWith("tabularium "));
}

}  // namespace
}  // namespace tabularium
