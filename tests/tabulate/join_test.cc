#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tabulate/tables.h"

namespace tabularium {
namespace {

// A ruled table written as text: rows by '/', cells by '|'; columns of 100 points from `x`, "^" continues the cell above.
Table Written(int page, float y, float x, const std::string& text) {
  Table table;
  uint32_t row = 0, column = 0;
  std::string cell;
  auto end_cell = [&] {
    TableCell* above = nullptr;
    if (cell == "^")
      for (TableCell& c : table.cells)
        if (c.column == column) above = &c;
    if (above) {
      above->rows = static_cast<uint16_t>(row - above->row + 1);
    } else {
      TableCell c;
      c.row = row;
      c.column = column;
      c.text = cell;
      const float left = x + 100 * static_cast<float>(column);
      c.box = {page, left, y + 20 * static_cast<float>(row), left + 100, y + 20 * static_cast<float>(row + 1)};
      table.cells.push_back(c);
    }
    cell.clear();
    table.columns = std::max(table.columns, ++column);
  };
  for (char c : text) {
    if (c != '|' && c != '/') {
      cell += c;
      continue;
    }
    end_cell();
    if (c == '/') ++row, column = 0;
  }
  end_cell();
  table.rows = row + 1;
  table.box = {page, x, y, x + 100 * static_cast<float>(table.columns), y + 20 * static_cast<float>(table.rows)};
  return table;
}

// "a|b/c|d p1,2; …": places without a cell are "-", merged cells have their rows behind them.
std::string Dump(const std::vector<Table>& tables) {
  std::string out;
  for (const Table& table : tables) {
    if (!out.empty()) out += "; ";
    for (uint32_t r = 0; r < table.rows; ++r) {
      if (r > 0) out += '/';
      for (uint32_t c = 0; c < table.columns; ++c) {
        if (c > 0) out += '|';
        const TableCell* at = nullptr;
        for (const TableCell& cell : table.cells)
          if (cell.row == r && cell.column == c) at = &cell;
        if (!at) out += '-';
        if (at) out += at->text.find('\n') == std::string::npos ? at->text : std::string(at->text).replace(at->text.find('\n'), 1, "+");
        if (at && at->rows > 1) out += "*" + std::to_string(at->rows);
      }
    }
    for (const Box& box : table.parts) out += " p" + std::to_string(box.page);
  }
  return out;
}

constexpr float kFoot = 700, kTop = 50;

struct Case {
  const char* name;
  std::string first, second;
  float first_y, second_y, second_x;
  const char* out;
};

class JoinTest : public testing::TestWithParam<Case> {};

TEST_P(JoinTest, Dump) {
  const Case& c = GetParam();
  std::vector<PageTables> pages(2);
  pages[0] = {842, {Written(1, c.first_y, 50, c.first)}};
  pages[1] = {842, {Written(2, c.second_y, c.second_x, c.second)}};
  EXPECT_EQ(Dump(JoinTables(std::move(pages))), c.out);
}

const Case kJoined[] = {
    {"rows_go_on", "n|x/a|1", "b|2/c|3", kFoot, kTop, 50, "n|x/a|1/b|2/c|3 p1 p2"},
    {"heading_repeated", "n|x/a|1", "n|x/b|2", kFoot, kTop, 50, "n|x/a|1/b|2 p1 p2"},
    {"heading_of_two_rows", "n|x/^|y/a|1", "n|x/^|y/b|2", kFoot, kTop, 50, "n*2|x/-|y/a|1/b|2 p1 p2"},
    {"margins_mirrored", "n|x/a|1", "b|2", kFoot, kTop, 70, "n|x/a|1/b|2 p1 p2"},
    {"row_torn", "n|x|y/a|begins here|1", "|and ends|/b|other|2", kFoot, kTop, 50, "n|x|y/a|begins here+and ends|1/b|other|2 p1 p2"},
    {"merged_cell_goes_on", "n|x/a|1", "|2/^|3", kFoot, kTop, 50, "n|x/a*3|1/-|2/-|3 p1 p2"},
    {"first_column_not_there", "l|n|x|y/^|a|1|2", "b|3|4/c|5|6", kFoot, kTop, 150, "l*4|n|x|y/-|a|1|2/-|b|3|4/-|c|5|6 p1 p2"},
    {"sentence_ended", "n|x|y/a|It ends.|1", "|And a new row|/b|other|2", kFoot, kTop, 50,
     "n|x|y/a|It ends.|1/|And a new row|/b|other|2 p1 p2"},
};
INSTANTIATE_TEST_SUITE_P(Accepted, JoinTest, testing::ValuesIn(kJoined), [](const auto& c) { return c.param.name; });

const Case kApart[] = {
    {"other_columns", "n|x/a|1", "n|x|y/a|1|2", kFoot, kTop, 50, "n|x/a|1; n|x|y/a|1|2"},
    {"last_column_not_there", "n|x|y|l/a|1|2|^", "b|3|4/c|5|6", kFoot, kTop, 50, "n|x|y|l*2/a|1|2|-; b|3|4/c|5|6"},
    {"few_columns_at_the_same_places", "l|n|x/^|a|1", "b|3/c|5", kFoot, kTop, 150, "l*2|n|x/-|a|1; b|3/c|5"},
    {"not_at_the_foot", "n|x/a|1", "b|2", 300, kTop, 50, "n|x/a|1; b|2"},
    {"not_at_the_head", "n|x/a|1", "b|2", kFoot, 400, 50, "n|x/a|1; b|2"},
    {"far_to_the_side", "n|x/a|1", "b|2", kFoot, kTop, 150, "n|x/a|1; b|2"},
};
INSTANTIATE_TEST_SUITE_P(Refused, JoinTest, testing::ValuesIn(kApart), [](const auto& c) { return c.param.name; });

// Rows of cells that begin at these x, up to 450; columns where any of them begins.
Table WithColumns(int page, float y, const std::vector<std::vector<float>>& rows) {
  Table table;
  std::vector<float> xs = {450};
  for (const std::vector<float>& row : rows) xs.insert(xs.end(), row.begin(), row.end());
  std::sort(xs.begin(), xs.end());
  xs.erase(std::unique(xs.begin(), xs.end()), xs.end());
  auto column = [&](float x) { return static_cast<uint32_t>(std::find(xs.begin(), xs.end(), x) - xs.begin()); };
  for (const std::vector<float>& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      TableCell cell;
      const float right = i + 1 < row.size() ? row[i + 1] : 450;
      cell.row = table.rows;
      cell.column = column(row[i]);
      cell.columns = static_cast<uint16_t>(column(right) - cell.column);
      cell.text = std::to_string(static_cast<int>(row[i]));
      cell.box = {page, row[i], y, right, y + 20};
      table.cells.push_back(cell);
    }
    ++table.rows;
    y += 20;
  }
  table.columns = static_cast<uint32_t>(xs.size() - 1);
  table.box = {page, 50, y - 20 * static_cast<float>(table.rows), 450, y};
  return table;
}

TEST(Join, ColumnsOfEitherPageWhereTheRowsAtTheBreakAgree) {
  auto joined = [](const std::vector<float>& below) {
    std::vector<PageTables> pages(2);
    pages[0] = {842, {WithColumns(1, kFoot, {{50, 200, 300}, {50, 150, 300}})}};
    pages[1] = {842, {WithColumns(2, kTop, {below, {below.front(), 250, 350}})}};
    return Dump(JoinTables(std::move(pages)));
  };
  EXPECT_EQ(joined({50, 150, 300}), "50|-|200|-|300|-/50|150|-|-|300|-/50|150|-|-|300|-/50|-|-|250|-|350 p1 p2");
  EXPECT_EQ(joined({50, 350}), "50|-|200|300/50|150|-|300; 50|-|350/50|250|350");
  EXPECT_EQ(joined({58, 150, 300}), "50|-|200|-|300|-/50|150|-|-|300|-/58|150|-|-|300|-/58|-|-|250|-|350 p1 p2") << "as far as letters show";
  EXPECT_EQ(joined({50, 170, 300}), "50|-|200|300/50|150|-|300; 50|170|-|300|-/50|-|250|-|350") << "another border";
}

// … nor does a right border that is as far as letters show, of what page breaks leave of a row.
TEST(Join, ARowWithoutOuterRules) {
  auto joined = [](float left) {
    std::vector<PageTables> pages(2);
    pages[0] = {842, {Written(1, kFoot, 50, "n|x|y|z/a|1|2|3")}};
    pages[1] = {842, {Written(2, kTop, left, "4|5|6")}};
    for (TableCell& cell : pages[1].tables[0].cells) cell.box.x1 = std::min(cell.box.x1, left + 270);
    return Dump(JoinTables(std::move(pages)));
  };
  EXPECT_EQ(joined(150), "n|x|y|z/a|1|2|3/|4|5|6 p1 p2");
  EXPECT_EQ(joined(165), "n|x|y|z/a|1|2|3; 4|5|6") << "other borders";
}

// A row that had no room below the others stands on the next page, however high the table ended.
TEST(Join, ARowThatHadNoRoom) {
  auto joined = [](float height) {
    std::vector<PageTables> pages(2);
    pages[0] = {842, {Written(1, 300, 50, "n|x/a|1")}};
    pages[1] = {842, {Written(2, kTop, 50, "b|2")}};
    Table& high = pages[1].tables[0];
    high.box.y1 = kTop + height;
    for (TableCell& cell : high.cells) cell.box.y1 = kTop + height;
    return Dump(JoinTables(std::move(pages)));
  };
  EXPECT_EQ(joined(460), "n|x/a|1/b|2 p1 p2");
  EXPECT_EQ(joined(440), "n|x/a|1; b|2") << "it had room";
}

TEST(Join, OverThreePages) {
  std::vector<PageTables> pages(3);
  pages[0] = {842, {Written(1, kTop, 50, "p|q/r|s"), Written(1, kFoot, 50, "n|x/a|1")}};
  pages[1] = {842, {Written(2, kTop, 50, "n|x/b|2")}};
  pages[1].tables[0].box.y1 = 800;
  pages[2] = {842, {Written(3, kTop, 50, "n|x/c|3"), Written(3, 300, 50, "t|u")}};
  EXPECT_EQ(Dump(JoinTables(std::move(pages))), "p|q/r|s; n|x/a|1/b|2/c|3 p1 p2 p3; t|u");
}

TEST(Join, APageBetweenWithoutTables) {
  std::vector<PageTables> pages(3);
  pages[0] = {842, {Written(1, kFoot, 50, "n|x/a|1")}};
  pages[1] = {842, {}};
  pages[2] = {842, {Written(3, kTop, 50, "b|2")}};
  EXPECT_EQ(Dump(JoinTables(std::move(pages))), "n|x/a|1; b|2");
}

}  // namespace
}  // namespace tabularium
