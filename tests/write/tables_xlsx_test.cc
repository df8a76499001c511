#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "write/tables.h"

namespace tabularium {
namespace {

namespace fs = std::filesystem;

class TablesXlsxTest : public testing::Test {
 protected:
  TablesXlsxTest() {
    folder_ = fs::path(testing::TempDir()) /
              (std::string("tables_xlsx_") +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
  }
  ~TablesXlsxTest() override { fs::remove_all(folder_); }

  std::string Path(const std::string& name) { return (folder_ / name).string(); }
  static std::string Bytes(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  // One part of a workbook, by Python's own reader of archives.
  static std::string Part(const std::string& book, const std::string& part) {
    std::string command =
        "python3 -c \"import sys, zipfile; "
        "sys.stdout.buffer.write(zipfile.ZipFile('" +
        book + "').read('" + part + "'))\"";
    std::string out;
    FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 4096> some;
    for (size_t n; (n = fread(some.data(), 1, some.size(), pipe)) > 0;) out.append(some.data(), n);
    return pclose(pipe) == 0 ? out : "no such part";
  }

  fs::path folder_;
};

TablesFinding Merged() {
  TablesFinding finding;
  finding.source.path = "a.pdf";
  Table table;
  table.rows = table.columns = 2;
  table.box.page = 3;
  table.cells.resize(3);
  table.cells[0].columns = 2;
  table.cells[0].text = "Head & <tail>";
  table.cells[1].row = 1;
  table.cells[1].text = "007";
  table.cells[2].row = 1;
  table.cells[2].column = 1;
  table.cells[2].text = "two\nlines";
  finding.tables = {table, table};
  return finding;
}

TEST_F(TablesXlsxTest, ASheetATableWithMergedRangesAndTexts) {
  std::array findings{Merged()};
  ASSERT_FALSE(WriteTablesXlsx(findings, Path("a.xlsx")));
  std::string book = Part(Path("a.xlsx"), "xl/workbook.xml"),
              sheet = Part(Path("a.xlsx"), "xl/worksheets/sheet1.xml"),
              texts = Part(Path("a.xlsx"), "xl/sharedStrings.xml");
  EXPECT_NE(book.find("name=\"1 page 3\""), std::string::npos) << book;
  EXPECT_NE(book.find("name=\"2 page 3\""), std::string::npos) << book;
  EXPECT_NE(sheet.find("<mergeCell ref=\"A1:B1\"/>"), std::string::npos) << sheet;
  EXPECT_NE(texts.find("<t>007</t>"), std::string::npos) << texts;
  EXPECT_NE(texts.find("<t>Head &amp; &lt;tail&gt;</t>"), std::string::npos) << texts;
}

TEST_F(TablesXlsxTest, TheSameTablesGiveTheSameBytes) {
  std::array findings{Merged()};
  ASSERT_FALSE(WriteTablesXlsx(findings, Path("a.xlsx")));
  ASSERT_FALSE(WriteTablesXlsx(findings, Path("b.xlsx")));
  EXPECT_EQ(Bytes(Path("a.xlsx")), Bytes(Path("b.xlsx")));
  EXPECT_NE(Part(Path("a.xlsx"), "docProps/core.xml").find("2000-01-01"), std::string::npos);
}

TEST_F(TablesXlsxTest, NoTablesAreAnEmptySheet) {
  std::array findings{TablesFinding()};
  ASSERT_FALSE(WriteTablesXlsx(findings, Path("a.xlsx")));
  EXPECT_NE(Part(Path("a.xlsx"), "xl/workbook.xml").find("Sheet1"), std::string::npos);
}

TEST_F(TablesXlsxTest, SaysWhatItCannotHoldAndWhereItCannotWrite) {
  TablesFinding wide = Merged();
  wide.tables[1].columns = 20'000;
  auto failure = WriteTablesXlsx(std::array{wide}, Path("a.xlsx"));
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->code, "limit-reached");
  EXPECT_FALSE(fs::exists(Path("a.xlsx")));
  TablesFinding long_cell = Merged();
  long_cell.tables[0].cells[1].text.assign(40'000, 'x');
  EXPECT_TRUE(WriteTablesXlsx(std::array{long_cell}, Path("a.xlsx")));
  EXPECT_TRUE(WriteTablesXlsx(std::array{Merged()}, Path("nowhere/a.xlsx")));
}

}  // namespace
}  // namespace tabularium
