#include "write/explain.h"

#include <gtest/gtest.h>

#include "judge/judge.h"
#include "judge/sample_form.h"
#include "write/explain_html.h"
#include "write/value_places.h"

namespace tabularium {
namespace {

using namespace sample;

// One row of the sample's form as read: 项目名称 | 社区 | 计划开始日期 | (empty), and the walk
// around it.
struct ExplainTest : testing::Test {
  Form form = MakeForm();
  Extraction walk;

  ExplainTest() {
    walk.document = MakeDocument("项目名称\t社区<角>\t计划开始日期\t\n— 1 —\n");
    auto grid = std::make_unique<Grid>();
    grid->row_begins = {0, 4, 5};
    std::string_view text = walk.document->text;
    size_t begin = 0;
    for (uint16_t column = 0; column < 5; ++column) {
      size_t end = text.find_first_of("\t\n", begin);
      Cell cell;
      cell.text = text.substr(begin, end - begin);
      cell.range = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
      cell.line = column < 4 ? 1 : 2;
      cell.row = column < 4 ? 0 : 1;
      cell.column = column < 4 ? column : 0;
      cell.shapes = cell.text.empty() ? kLooksBlank : 0;
      cell.word = column == 0 ? 1 : kNoWord;
      grid->cells.push_back(cell);
      begin = end + 1;
    }
    walk.grid = std::move(grid);
    Align();
    JudgeIt();
  }

  void Align() {
    Alignment alignment;
    alignment.form = &form;
    alignment.end = 2;
    alignment.cost = 500;
    alignment.records = {0, 0};
    for (int slot : form.fields)
      alignment.fillings.push_back({slot, -1, {}, 0, 0, -1, {}, false, {}});
    const Cell& name = walk.grid->cells[1];
    const Cell& start = walk.grid->cells[3];
    alignment.fillings[kName].piece = {&name, 0, static_cast<uint32_t>(name.text.size())};
    alignment.fillings[kStart].piece = {&start, 0, 0};
    alignment.matches = {{0, 1, 0, 250}, {1, 1, -1, 0}};
    Oddity oddity;
    oddity.kind = Oddity::kLabelDiffers;
    oddity.cost = 250;
    oddity.message = "said so";
    alignment.oddities = {oddity};
    alignment.repairs = {{0, 1, "shift-right-1", 250, "as-it-stands", 1000}};
    walk.alignments.push_back(std::move(alignment));
  }

  void JudgeIt() {
    Record record = MakeRecord(form);
    for (Field& field : record.fields) field.place = {};
    for (auto& table : record.tables)
      for (Field& field : table) field.place = {};
    record.at(kName).place = At(1, 0, 1, 13, 23);
    record.at(kStart) = MakeField(kStart, -1, Nothing::kBlank, "", At(1, 0, 3, 43, 43));
    record.at(kTotal).signs.Add(EvidenceCode::kRowMoved);
    walk.finding = Judge(*walk.document, {record}, {}, {}, {}, {});
  }

  std::string Explained(Stage stage) const {
    std::string out;
    ExplainStage(walk, stage, &out);
    return out;
  }
};

TEST_F(ExplainTest, DocumentShowsTheTextWithItsTabs) {
  std::string out = Explained(Stage::kDocument);
  EXPECT_NE(out.find("in/a.txt\n  sha256 aaa"), std::string::npos);
  EXPECT_NE(out.find("UTF-8 (certainty 1.00), 1 page\n"), std::string::npos);
  EXPECT_NE(out.find("     1 项目名称⇥社区<角>⇥计划开始日期⇥\n     2 — 1 —\n"), std::string::npos);
}

TEST_F(ExplainTest, GridShowsCellsAndWhatTheyLookLike) {
  EXPECT_NE(Explained(Stage::kGrid)
                .find("     1    0  │ 0 项目名称* │ 1 社区<角> │ 2 计划开始日期 │ 3  (blank) │\n"),
            std::string::npos);
}

TEST_F(ExplainTest, AlignmentShowsThePictureWithItsValues) {
  std::string out = Explained(Stage::kAlignment);
  EXPECT_NE(out.find("declaration 0: sample 2023, rows 0-2, cost 0.500\n"), std::string::npos);
  EXPECT_NE(out.find("     1  0.250  | 项目名称 | {社区<角>} | 计划开始日期 | {} |\n"
                     "                ^ label-differs (cost 0.250) said so\n"
                     "     2         in no picture: — 1 — |\n"),
            std::string::npos)
      << out;
  EXPECT_NE(
      out.find("repaired line 1: shift-right-1 at cost 0.250; runner-up as-it-stands at 1.000\n"),
      std::string::npos);
}

TEST_F(ExplainTest, FindingShowsValuesWithTheirReasons) {
  std::string out = Explained(Stage::kFinding);
  EXPECT_NE(out.find("  funds.total                    0.99992  380000.00 CNY\n"
                     "    -0.27 row-moved: the row was shifted and moved back\n"),
            std::string::npos)
      << out;
  EXPECT_NE(out.find("✗ missing-required"), std::string::npos);
}

TEST_F(ExplainTest, WithoutAFormEveryStageSaysSomething) {
  walk.alignments.clear();
  walk.finding = JudgeUnread({"a", "empty", "nothing in it"});
  EXPECT_EQ(Explained(Stage::kAlignment), "no known form fits: nothing was aligned\n");
  EXPECT_NE(Explained(Stage::kFinding).find("nothing in it"), std::string::npos);
  walk.document.reset();
  walk.grid.reset();
  EXPECT_EQ(Explained(Stage::kGrid), "");
  std::string html;
  ExplainHtml(walk, &html);
  EXPECT_NE(html.find("nothing in it"), std::string::npos);
}

TEST_F(ExplainTest, PageTiesValuesToTheirPlaces) {
  std::string html;
  ExplainHtml(walk, &html);
  EXPECT_NE(html.find("<td><span data-v=\"0\" tabindex=\"0\">社区&lt;角</span>"), std::string::npos)
      << html.substr(html.find("<section"), 900);
  EXPECT_NE(html.find(" data-v=\"2\" tabindex=\"0\"></td>"), std::string::npos)
      << "the blank cell of project.start";
  EXPECT_NE(
      html.find(
          "<li class=\"wrong\" data-v=\"2\" tabindex=\"0\"><strong>missing-required</strong>"),
      std::string::npos);
  EXPECT_EQ(html.find("http"), std::string::npos) << "no other files, no network";
  EXPECT_EQ(html.find("<角"), std::string::npos);
}

TEST_F(ExplainTest, ValuesThatShareACellPartIt) {
  Finding& finding = walk.finding;
  finding.declarations[0].record.fields[kYear].place = At(1, 0, 1, 19, 24);
  Cell cell = walk.grid->cells[1];
  auto stretches = ValuePlaces(finding).Stretches(cell);
  std::string dump;
  for (const auto& s : stretches)
    dump +=
        std::to_string(s.range.begin) + "-" + std::to_string(s.range.end) + "[" + s.values + "] ";
  EXPECT_EQ(dump, "13-19[0] 19-23[0 3] 23-24[3] ");
}

}  // namespace
}  // namespace tabularium
