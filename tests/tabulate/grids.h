#ifndef TABULARIUM_TESTS_TABULATE_GRIDS_H_
#define TABULARIUM_TESTS_TABULATE_GRIDS_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "model/document.h"
#include "model/vocabulary.h"
#include "tabulate/dump.h"
#include "tabulate/tabulate.h"
#include "text/key.h"

namespace tabularium {

// A document of that text, as read/ would make it.
inline std::unique_ptr<Document> MakeDocument(std::string text) {
  auto document = std::make_unique<Document>();
  document->stored = std::move(text);
  document->text = document->stored;
  document->bytes = document->stored.size();
  document->marks.push_back({0, 0});
  return document;
}

inline void AddWord(std::string_view text, uint8_t role, Vocabulary* vocabulary) {
  std::string key = Key(text);
  if (vocabulary->ids.contains(key)) return;
  vocabulary->ids[key] = static_cast<WordId>(vocabulary->words.size());
  vocabulary->longest = std::max(vocabulary->longest, key.size());
  vocabulary->words.push_back({key, std::string(text), role, {0}});
}

// The wordings of a small form.
inline const Vocabulary& SomeWords() {
  static const Vocabulary* const kWords = [] {
    auto* words = new Vocabulary;
    for (const char* label : {"11.",          "项目名称",       "项目类别",     "主管部门",
                              "实施单位",       "计划开始日期", "计划完成日期",
                              "项目资金（元）", "项目资金总额", "年度资金申请总额",
                              "其他资金",       "上年结转资金", "项目绩效目标",
                              "项目总目标",     "年度总目标",   "绩效指标",
                              "一级指标",       "二级指标",     "三级指标",
                              "年度指标值",     "年度",         "子项目名称",
                              "预算金额（元）", "Applicant",    "Object Class",
                              "单位",           "10.",          "(a)",
                              "1st Quarter"})
      AddWord(label, kIsLabel, words);
    AddWord("财政项目支出绩效目标申报表", kIsTitle, words);
    for (const char* choice :
         {"经常性项目", "一次性项目", "产出指标", "效益指标", "满意度指标", "数量指标", "质量指标"})
      AddWord(choice, kIsChoice, words);
    return words;
  }();
  return *kWords;
}

// What holds of every grid, whatever the text.
inline void ExpectSound(const Grid& grid, const Document& document) {
  ASSERT_FALSE(grid.row_begins.empty());
  EXPECT_EQ(grid.row_begins.front(), 0u);
  EXPECT_EQ(grid.row_begins.back(), grid.cells.size());
  uint32_t at = 0, line = 0;
  for (uint32_t r = 0; r < grid.rows(); ++r) {
    ASSERT_LE(grid.row_begins[r], grid.row_begins[r + 1]);
    uint16_t column = 0;
    const std::span<const Cell> row = grid.row(r);
    const bool wrapped = std::any_of(row.begin(), row.end(), [](const Cell& c) { return c.lines != nullptr; });
    for (const Cell& cell : row) {
      ASSERT_EQ(cell.row, r);
      ASSERT_EQ(cell.column, column++);
      ASSERT_LE(cell.range.begin, cell.range.end);
      ASSERT_LE(cell.range.end, document.text.size());
      if (!wrapped) {  // else cells may stand anywhere in the row's height
        ASSERT_GE(cell.range.begin, at) << "cells stand in the order of the text";
        ASSERT_GE(cell.line, line);
      }
      at = std::max(at, cell.range.end);
      line = std::max(line, cell.line);
      ASSERT_LE(cell.prefix_end, cell.text.size());
      ASSERT_EQ(cell.prefix == kNoWord, cell.prefix_end == 0);
      if (!cell.verbatim) continue;
      ASSERT_EQ(cell.text,
                document.text.substr(cell.range.begin, cell.range.end - cell.range.begin));
    }
  }
}

inline std::string Cut(const std::string& text, const Vocabulary& words = SomeWords()) {
  auto document = MakeDocument(text);
  Grid grid = Tabulate(*document, words, Limits());
  ExpectSound(grid, *document);
  EXPECT_TRUE(grid.troubles.empty());
  return Dump(grid);
}

struct CutCase {
  const char* name;
  const char* in;
  const char* out;
};

}  // namespace tabularium

#endif  // TABULARIUM_TESTS_TABULATE_GRIDS_H_
