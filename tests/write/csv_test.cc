#include "write/csv.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "judge/judge.h"
#include "judge/sample_form.h"

namespace tabularium {
namespace {

using namespace sample;

struct CellCase {
  const char* name;
  const char* in;
  const char* out;
};
class CsvCellTest : public testing::TestWithParam<CellCase> {};
TEST_P(CsvCellTest, IsQuotedWhereItMustBe) {
  std::string row;
  AppendCsvCell(GetParam().in, &row);
  EXPECT_EQ(row, GetParam().out);
}
const CellCase kPlain[] = {{"empty", "", ""},
                           {"han", "绩效", "绩效"},
                           {"formula_stays", "=1+1", "=1+1"},
                           {"full_width_comma", "一，二", "一，二"}};
INSTANTIATE_TEST_SUITE_P(Plain, CsvCellTest, testing::ValuesIn(kPlain),
                         [](auto& i) { return i.param.name; });
const CellCase kQuoted[] = {{"comma", "1,000", "\"1,000\""},
                            {"quote", "a\"b", "\"a\"\"b\""},
                            {"break_within", "a\nb", "\"a\nb\""},
                            {"space_at_the_end", "a ", "\"a \""}};
INSTANTIATE_TEST_SUITE_P(Quoted, CsvCellTest, testing::ValuesIn(kQuoted),
                         [](auto& i) { return i.param.name; });

TEST(CsvTest, OneFileATableWithOneHeader) {
  Form form = MakeForm();
  auto document = MakeDocument("一\n");
  std::map<std::string, std::ostringstream> files;
  CsvWriter writer([&](const std::string& name) -> std::ostream& { return files[name]; });
  for (int i = 0; i < 2; ++i) {
    Record record = MakeRecord(form);
    record.at(kStart).value = Nothing::kBlank;
    writer.Write(Judge(*document, {record}, {}, {}, {}, {}));
  }
  writer.Write(JudgeUnread({"b.txt", "empty", "nothing in it"}));
  ASSERT_EQ(files.size(), 5u);
  EXPECT_EQ(files["sample-2023.indicators.csv"].str(),
            "\xEF\xBB\xBFpath,declaration,record,level,indicator,target\r\n"
            "in/a.txt,0,0,产出指标,开放天数,≥16次\r\n"
            "in/a.txt,0,0,产出指标,开放天数,≥16次\r\n");
  EXPECT_EQ(files["sample-2023.declarations.csv"].str().substr(0, 3), "\xEF\xBB\xBF");
  EXPECT_NE(files["sample-2023.declarations.csv"].str().find(
                ",社区图书角,新增；延续,,2023,CNY,380000.00,380000.00,12.5,-7,219001,"
                "\"第一段\n第二段\"\r\n"),
            std::string::npos);
  EXPECT_EQ(files["files.csv"].str(),
            "\xEF\xBB\xBFpath,sha256,bytes,encoding,verdict,declarations\r\n"
            "in/a.txt," +
                std::string(64, 'a') +
                ",4,UTF-8,review,1\r\n"
                "in/a.txt," +
                std::string(64, 'a') +
                ",4,UTF-8,review,1\r\n"
                "b.txt,,0,,reject,0\r\n");
  EXPECT_NE(files["flags.csv"].str().find("b.txt,,,empty,wrong,nothing in it,,,\r\n"),
            std::string::npos);
  EXPECT_NE(files["flags.csv"].str().find("in/a.txt,0,project.start,missing-required,wrong,"),
            std::string::npos);
}

}  // namespace
}  // namespace tabularium
