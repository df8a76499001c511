#include <gmock/gmock.h>

#include <algorithm>

#include "run_program.h"

namespace tabularium {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view kTwoRows = "Year\tSales\n\n2023\t7\n";

class TablesTest : public ProgramTest {
 protected:
  // A PDF of the corpus, ready to be named on a command line.
  static std::string Pdf(const std::string& name) {
    return "\"$sources\"/corpus/tables/" + name + "/source.pdf";
  }
};

TEST_F(TablesTest, PrintsATextAsOneTable) {
  Write("a.txt", kTwoRows);
  EXPECT_EQ(Run("tables a.txt").out, "Year,Sales\r\n2023,7\r\n");
  EXPECT_THAT(Run("tables a.txt --format md").out, HasSubstr("| Year | Sales |\n|------|"));
  EXPECT_THAT(Run("tables a.txt --format html").out, HasSubstr("<tr><td>2023</td><td>7</td></tr>"));
  EXPECT_THAT(Run("tables a.txt --format json").out, StartsWith("{\"tabularium\":1,\"source\":"));
  EXPECT_THAT(Run("tables a.txt --format bench").out,
              StartsWith("{\"file\":\"a.txt\",\"tables\":[{"));
}

TEST_F(TablesTest, PartsSeveralTablesByAnEmptyLine) {
  Write("a.txt", kTwoRows);
  Write("b.txt", kTwoRows);
  EXPECT_EQ(Run("tables a.txt b.txt --format csv").out,
            "Year,Sales\r\n2023,7\r\n\r\nYear,Sales\r\n2023,7\r\n");
}

TEST_F(TablesTest, WritesAFileOrAFolder) {
  Write("in/a.txt", kTwoRows);
  Write("in/b/a.txt", kTwoRows);
  EXPECT_EQ(Run("tables in --out all.csv").status, 0);
  EXPECT_THAT(Text("all.csv"), StartsWith("\xEF\xBB\xBFYear,Sales\r\n"));
  EXPECT_EQ(Run("tables in --format csv --out out/").status, 0);
  EXPECT_EQ(Text("out/a-1.csv"), "\xEF\xBB\xBFYear,Sales\r\n2023,7\r\n");
  EXPECT_EQ(Text("out/a~2-1.csv"), Text("out/a-1.csv"));
  EXPECT_EQ(Run("tables in --format html --out out").status, 0);
  EXPECT_THAT(Text("out/a.html"), testing::EndsWith("</html>\n"));
  EXPECT_EQ(Run("tables in --out all.xlsx").status, 0);
  EXPECT_THAT(Text("all.xlsx"), StartsWith("PK"));
}

TEST_F(TablesTest, ReadsOnlyThePagesAndTheAreaAskedFor) {
  std::string all = Run("tables --format csv " + Pdf("over-pages")).out,
              one = Run("tables --format csv --pages 1 " + Pdf("over-pages")).out;
  EXPECT_THAT(all, StartsWith(one.substr(0, one.size() - 2)));
  EXPECT_LT(one.size(), all.size());
  EXPECT_THAT(Run("tables --format json --pages 2 " + Pdf("over-pages")).out,
              HasSubstr("\"tables\":[{\"page\":2"));
  std::string beside = Pdf("side-by-side");
  EXPECT_THAT(Run("tables --format csv " + beside).out, HasSubstr("Ister"));
  Ran left = Run("tables --format csv --area 0,0,360,842 " + beside);
  EXPECT_THAT(left.out, HasSubstr("图书"));
  EXPECT_THAT(left.out, Not(HasSubstr("Ister")));
}

TEST_F(TablesTest, JoinsOverPagesUnlessToldNotTo) {
  auto tables = [](const std::string& json) {
    size_t n = 0;
    for (size_t at = 0; (at = json.find("\"is_table\"", at)) != std::string::npos; ++at) ++n;
    return n;
  };
  Ran joined = Run("tables --format json " + Pdf("over-pages"));
  EXPECT_EQ(tables(joined.out), 1u);
  EXPECT_THAT(joined.out, HasSubstr("\"code\":\"table-joined\",\"severity\":\"note\""));
  EXPECT_EQ(joined.err, "");
  Ran apart = Run("tables --format json --no-join " + Pdf("over-pages"));
  EXPECT_GT(tables(apart.out), 1u);
  EXPECT_THAT(apart.out, Not(HasSubstr("table-joined")));
}

TEST_F(TablesTest, GivesTheSameForEveryNumberOfJobs) {
  std::string files = Pdf("over-pages") + " " + Pdf("merged") + " gone.pdf " + Pdf("not-chart");
  Ran one = Run("tables --format json --jobs 1 " + files);
  for (const char* jobs : {"2", "7"})
    EXPECT_EQ(Run(std::string("tables --format json --jobs ") + jobs + " " + files).out, one.out);
  EXPECT_EQ(std::count(one.out.begin(), one.out.end(), '\n'), 4);
}

TEST_F(TablesTest, SaysWhatIsWrong) {
  Write("a.txt", kTwoRows);
  Ran gone = Run("tables gone.pdf a.txt --format csv");
  EXPECT_EQ(gone.status, 1);
  EXPECT_THAT(gone.err, HasSubstr("tabularium: gone.pdf: is not there"));
  EXPECT_EQ(gone.out, "Year,Sales\r\n2023,7\r\n");
  EXPECT_THAT(Run("tables gone.pdf --format json").out, HasSubstr("\"code\":\"unreadable\""));
  Write("broken.pdf", "%PDF-1.4\nnothing of it\n");
  Ran broken = Run("tables broken.pdf");
  EXPECT_EQ(broken.status, 1);
  EXPECT_THAT(broken.err, HasSubstr("tabularium: broken.pdf: is a PDF too damaged"));
  EXPECT_EQ(Run("tables a.txt --pages 2").status, 1);
}

struct UsageCase {
  const char* name;
  const char* arguments;
  const char* message;
};
class TablesUsageTest : public TablesTest, public testing::WithParamInterface<UsageCase> {};
TEST_P(TablesUsageTest, IsRefused) {
  Write("a.txt", kTwoRows);
  Ran ran = Run(std::string("tables ") + GetParam().arguments);
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr(GetParam().message));
}
const UsageCase kUsages[] = {
    {"no_file", "", "files is required"},
    {"format", "a.txt --format doc", "--format"},
    {"pages", "a.txt --pages 3-1", "is no list of pages"},
    {"area", "a.txt --area 1,2,3", "is no rectangle"},
    {"workbook_on_stdout", "a.txt --format xlsx", "name it with --out FILE"},
    {"nowhere", "a.txt --out no/such/a.csv", "cannot be written"}};
INSTANTIATE_TEST_SUITE_P(Refused, TablesUsageTest, testing::ValuesIn(kUsages),
                         [](auto& i) { return i.param.name; });

TEST_F(TablesTest, HelpHasAnExample) {
  Ran ran = Run("tables --help");
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("Example: tabularium tables report.pdf"));
}

}  // namespace
}  // namespace tabularium
