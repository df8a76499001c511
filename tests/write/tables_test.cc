#include "write/tables.h"

#include <gtest/gtest.h>

#include <string>

#include "write/schema_check.h"

namespace tabularium {
namespace {

TableCell MakeCell(uint32_t row, uint32_t column, std::string text, uint16_t rows = 1,
                   uint16_t columns = 1) {
  TableCell cell;
  cell.row = row;
  cell.column = column;
  cell.rows = rows;
  cell.columns = columns;
  cell.text = std::move(text);
  return cell;
}

// ┌──────┬───────┐
// │ Year │ Sales │
// │      ├───┬───┤
// │      │ A │ B │
// ├──────┼───┼───┤
// │ 2023 │   │ 7 │
// └──────┴───┴───┘
Table Spanning() {
  Table table;
  table.rows = 3;
  table.columns = 3;
  table.cells = {MakeCell(0, 0, "Year", 2), MakeCell(0, 1, "Sales", 1, 2), MakeCell(1, 1, "A"),
                 MakeCell(1, 2, "B"),       MakeCell(2, 0, "2023"),        MakeCell(2, 2, "7")};
  for (size_t i = 0; i < 4; ++i) table.cells[i].header = true;
  return table;
}

Table OnPage(Table table, int page) {
  table.box = {page, 72, 100.125f, 300.5f, 160};
  for (TableCell& cell : table.cells) cell.box = {page, 72, 100, 90, 110};
  return table;
}

Table One(std::string text) {
  Table table;
  table.rows = table.columns = 1;
  table.cells = {MakeCell(0, 0, std::move(text))};
  return table;
}

TablesFinding Of(Table table) {
  TablesFinding finding;
  finding.source.path = "in/a.pdf";
  finding.source.pages = 4;
  finding.tables.push_back(std::move(table));
  return finding;
}

std::string Csv(const Table& table) {
  std::string out;
  WriteTableCsv(table, &out);
  return out;
}

std::string Markdown(const Table& table) {
  std::string out;
  WriteTablesMarkdown(Of(table), &out);
  return out;
}

std::string HtmlOf(const Table& table) {
  std::string out;
  WriteTablesHtml(Of(table), &out);
  return out;
}

TEST(TablesCsvTest, ASpanIsItsFirstCellAndEveryRowIsFull) {
  EXPECT_EQ(Csv(Spanning()), "Year,Sales,\r\n,A,B\r\n2023,,7\r\n");
}

TEST(TablesCsvTest, LinesAndCommasAreQuoted) {
  EXPECT_EQ(Csv(One("a\nb")), "\"a\nb\"\r\n");
  EXPECT_EQ(Csv(One("1,000")), "\"1,000\"\r\n");
  EXPECT_EQ(Csv(One("=1+1")), "=1+1\r\n");
  EXPECT_EQ(Csv(Table()), "");
}

TEST(TablesMarkdownTest, TheFirstRowIsTheHead) {
  EXPECT_EQ(Markdown(Spanning()),
            "### in/a.pdf: Table 1\n\n"
            "| Year | Sales |     |\n"
            "|------|-------|-----|\n"
            "|      | A     | B   |\n"
            "| 2023 |       | 7   |\n\n");
  EXPECT_EQ(Markdown(OnPage(One("绩效"), 3)),
            "### in/a.pdf: Table 1, page 3\n\n| 绩效 |\n|------|\n\n");
}

struct EscapeCase {
  const char* name;
  const char* in;
  const char* out;
};
class TablesMarkdownCellTest : public testing::TestWithParam<EscapeCase> {};
TEST_P(TablesMarkdownCellTest, KeepsItsLetters) {
  EXPECT_NE(Markdown(One(GetParam().in)).find(std::string("| ") + GetParam().out + " "),
            std::string::npos)
      << Markdown(One(GetParam().in));
}
const EscapeCase kEscapes[] = {{"pipe", "a|b", "a\\|b"},
                               {"lines", "a\nb", "a<br>b"},
                               {"emphasis", "*a* _b_", "\\*a\\* \\_b\\_"},
                               {"markup", "<b>&amp;", "\\<b\\>\\&amp;"},
                               {"backslash", "a\\|b", "a\\\\\\|b"},
                               {"formula", "$5 or $6", "\\$5 or \\$6"},
                               {"han", "≥90%，是", "≥90%，是"}};
INSTANTIATE_TEST_SUITE_P(Escapes, TablesMarkdownCellTest, testing::ValuesIn(kEscapes),
                         [](auto& i) { return i.param.name; });

TEST(TablesHtmlTest, SpansAreReal) {
  EXPECT_EQ(HtmlOf(OnPage(Spanning(), 2)),
            "<h1>in/a.pdf</h1>\n<h2>Table 1, page 2</h2>\n<table>\n"
            "<tr><th rowspan=\"2\">Year</th><th colspan=\"2\">Sales</th></tr>\n"
            "<tr><th>A</th><th>B</th></tr>\n"
            "<tr><td>2023</td><td></td><td>7</td></tr>\n</table>\n");
}

TEST(TablesHtmlTest, LettersAreEscaped) {
  EXPECT_NE(
      HtmlOf(One("<script>\n\"a\" & b")).find("<td>&lt;script&gt;<br>&quot;a&quot; &amp; b</td>"),
      std::string::npos);
  std::string page;
  BeginTablesHtml("a<b", &page);
  EndTablesHtml(&page);
  EXPECT_NE(page.find("<title>a&lt;b</title>"), std::string::npos);
  EXPECT_TRUE(page.ends_with("</html>\n"));
}

TEST(TablesBenchTest, IsTheInterchangeFormat) {
  Table table = OnPage(Spanning(), 2);
  table.cells.resize(2);
  std::string out;
  WriteTablesBench(Of(table), &out);
  EXPECT_EQ(out,
            "{\"file\":\"a.pdf\",\"tables\":[{\"page\":2,\"bbox\":[72,100.13,300.5,160],\"cells\":["
            "{\"row\":0,\"col\":0,\"rowspan\":2,\"colspan\":1,\"text\":\"Year\",\"bbox\":[72,100,"
            "90,110]},"
            "{\"row\":0,\"col\":1,\"rowspan\":1,\"colspan\":2,\"text\":\"Sales\",\"bbox\":[72,100,"
            "90,110]}"
            "]}]}\n");
}

TEST(TablesJsonTest, KeepsItsContract) {
  TablesFinding finding = Of(OnPage(Spanning(), 2));
  finding.tables[0].parts = {{2, 72, 100, 300, 160}, {3, 72, 50, 300, 90}};
  finding.tables.push_back(One("a\"b\xFF"));  // of a text, which has no boxes
  finding.troubles.push_back({FlagCode::kPageFailed, Severity::kWrong, "page 4 is damaged", {}});
  std::string out;
  WriteTablesJson(finding, &out);
  EXPECT_EQ(TablesComplaints(out), "");
  EXPECT_NE(out.find("\"parts\":[{\"page\":2,\"box\":[72,100,300,160]},{\"page\":3,"),
            std::string::npos);
  EXPECT_NE(out.find("\"text\":\"a\\\"b\xEF\xBF\xBD\",\"page\":1,\"box\":null}"),
            std::string::npos);
  EXPECT_NE(out.find("\"code\":\"page-failed\",\"severity\":\"wrong\""), std::string::npos);
  EXPECT_EQ(out.find('\n'), out.size() - 1);
  EXPECT_NE(TablesComplaints(out.substr(0, out.size() - 2) + ",\"more\":1}"), "");
}

TEST(TablesPagesTest, SaysFromWhereToWhere) {
  Table table = OnPage(One("a"), 3);
  EXPECT_EQ(PagesOf(One("a")), "");
  EXPECT_EQ(PagesOf(table), "page 3");
  table.parts = {{3, 0, 0, 1, 1}, {4, 0, 0, 1, 1}, {5, 0, 0, 1, 1}};
  EXPECT_EQ(PagesOf(table), "pages 3 to 5");
}

}  // namespace
}  // namespace tabularium
