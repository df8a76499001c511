// Pages wait until what stands on them is closed: the more of them a file has that fit no form, the more are let go.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>

#include "compile/compile.h"
#include "read/pdf_maker.h"
#include "read/read.h"
#include "walk/walk.h"
#include "write/write.h"

namespace tabularium::walk {
namespace {

constexpr size_t kMostWaiting = 96;  // pages, as README's figures of memory suppose

constexpr const char* kForm =
    "form tree 1\n  title  Tree register\npicture tree\n  | Owner of the tree | {owner} |\n  | Kind of tree | {kind} |\n"
    "  | Year of planting | {year} |\n  | Remarks of the ward | {remarks} |\n";

std::string Text(int x, int y, const std::string& text) { return fmt::format("BT /F1 8 Tf {} {} Td ({}) Tj ET\n", x, y, text); }

std::string Prose(int page) {
  std::string out;
  for (int line = 0; line < 6; ++line)
    out += Text(20, 270 - 20 * line, fmt::format("Line {} of page {} says what the river did in that year.", line, page));
  return out + Text(20, 40, fmt::format("Page name: {}", page));
}

// Rows of a ruled table, over the page's whole height if nothing else is said, and the page's number.
std::string Rows(int page, const std::vector<std::pair<std::string, std::string>>& rows, int all = 270) {
  std::string out;
  const int height = all / static_cast<int>(rows.size());
  int y = 285;
  for (const auto& [first, second] : rows) {
    y -= height;
    out += fmt::format("20 {} 120 {} re S 140 {} 200 {} re S\n", y, height, y, height);
    out += Text(24, y + height / 2, first) + Text(144, y + height / 2, second);
  }
  return out + Text(190, 6, std::to_string(page));
}

std::string Ledger(int page) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (int i = 0; i < 9; ++i) rows.emplace_back(fmt::format("item {}", page * 9 + i), fmt::format("{}.50", page * 100 + i));
  return Rows(page, rows);
}

std::string Form(int page) {
  return Rows(page, {{"Owner of the tree", "Ann Ashdown"}, {"Kind of tree", "lime"}, {"Year of planting", "1987"}, {"Remarks of the ward", "none"}});
}

struct Walked {
  std::string json;
  size_t most_pages = 0, leftovers = 0;
};

Walked WalkPages(const std::string& pdf, Keeping keeping, size_t jobs) {
  static const Compiled compiled = [] {
    const GrammarFile file{"tree.form", kForm};
    return Compile(std::span(&file, 1));
  }();
  ExtractOptions options;
  options.keeping = keeping;
  options.jobs = jobs;
  auto document = ReadBytes("a.pdf", pdf, {});
  Walked walked;
  const Extraction extraction = Extract(std::move(document.value()), *compiled.grammar, TheLexicon(), options);
  WriteJson(extraction.finding, &walked.json);
  walked.most_pages = extraction.most_pages;
  walked.leftovers = extraction.finding.leftovers.size();
  return walked;
}

std::string Pdf(int pages, std::string (*page)(int), int form_at = 0) {
  PdfMaker maker;
  for (int i = 1; i <= pages; ++i) maker.Page(i == form_at ? Form(i) : page(i));
  return maker.Make();
}

TEST(WaitingPagesTest, ProseIsLetGoAndToldAsIfItWereKept) {
  const std::string pdf = Pdf(400, Prose);
  const Walked kept = WalkPages(pdf, Keeping::kEverything, 1), let_go = WalkPages(pdf, Keeping::kFinding, 1);
  EXPECT_EQ(kept.most_pages, 400u);
  EXPECT_LT(let_go.most_pages, kMostWaiting);
  EXPECT_EQ(let_go.leftovers, 400u * 7);
  EXPECT_EQ(let_go.json, kept.json);
  EXPECT_NE(let_go.json.find("\"raw\":\"400\""), std::string::npos) << "a pair of label and value";
}

// A form on one page, or torn in the middle over two.
void AddForm(bool torn, int* page, PdfMaker* maker) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Owner of the tree", fmt::format("Ann Ashdown {}", *page)}, {"Kind of tree", "lime"}, {"Year of planting", "1987"}, {"Remarks of the ward", "none"}};
  if (torn) {
    maker->Page(Rows(*page, {rows[0], rows[1]})).Page(Rows(*page + 1, {rows[2], rows[3]}));
    *page += 2;
  } else {
    maker->Page(Rows((*page)++, rows));
  }
}

// Forms without titles among stretches of prose and of ledgers, some of which are long enough to be let go.
std::string Mixed(uint32_t seed) {
  constexpr int kPages = 220, kLongest = 70;
  std::mt19937 random(seed);
  PdfMaker maker;
  for (int page = 1; page <= kPages;) {
    const int end = page + static_cast<int>(random() % kLongest) + 1;
    const bool ledger = random() % 3 == 0 && end - page < 40;  // a longer table is cut by intent
    for (; page < end; ++page) maker.Page(ledger ? Ledger(page) : Prose(page));
    for (auto forms = random() % 3; forms > 0; --forms) {
      AddForm(random() % 2 == 0, &page, &maker);
      maker.Page(Prose(page));
      ++page;
    }
  }
  return maker.Make();
}

// Forms without a title, one after another: on pages of their own, high or low, or torn in two; here and there one has the owner of the
// one before. `one_kind`: all are high.
std::string Untitled(uint32_t seed, int pages, bool one_kind) {
  std::mt19937 random(seed);
  PdfMaker maker;
  int owner = 0;
  for (int page = 1; page <= pages;) {
    owner += random() % 8 > 0;
    const std::vector<std::pair<std::string, std::string>> rows = {{"Owner of the tree", fmt::format("Ann Ashdown {}", owner)},
                                                                   {"Kind of tree", page % 2 ? "lime" : "oak"},
                                                                   {"Year of planting", fmt::format("{}", 1900 + page % 97)},
                                                                   {"Remarks of the ward", fmt::format("none {}", page)}};
    const auto kind = one_kind ? 0 : random() % 3;
    if (kind == 2) {
      maker.Page(Rows(page, {rows[0], rows[1]})).Page(Rows(page + 1, {rows[2], rows[3]}));
      page += 2;
      continue;
    }
    maker.Page(kind == 0 ? Rows(page, rows) : Rows(page, rows, 150));
    ++page;
  }
  return maker.Make();
}

// What declarations say, each value with its place and confidence; and all that is left over, whosesoever it is: pages that are let
// go are of no declaration, where they would be of one before or behind them.
std::pair<nlohmann::json, std::multiset<std::string>> Said(const std::string& json) {
  const auto finding = nlohmann::json::parse(json);
  std::pair<nlohmann::json, std::multiset<std::string>> said;
  auto take = [&](const nlohmann::json& owner) {
    for (const auto& leftover : owner["leftovers"]) said.second.insert(leftover.dump());
  };
  take(finding);
  for (const auto& declaration : finding["declarations"]) {
    take(declaration);
    said.first.push_back({declaration["form"], declaration["fields"], declaration["tables"], declaration["checks"]});
  }
  return said;
}

TEST(WaitingPagesTest, FormsAmongPagesThatAreLetGoAreFoundAsIfTheyWereKept) {
  size_t least = SIZE_MAX;
  for (uint32_t seed = 1; seed <= 8; ++seed) {
    const std::string pdf = Mixed(seed);
    const Walked kept = WalkPages(pdf, Keeping::kEverything, 1), let_go = WalkPages(pdf, Keeping::kFinding, 1);
    const auto said = Said(let_go.json), all = Said(kept.json);
    EXPECT_EQ(said.first, all.first) << "seed " << seed;
    EXPECT_TRUE(said.second == all.second) << "seed " << seed;
    EXPECT_NE(kept.json.find("Ann Ashdown"), std::string::npos) << "seed " << seed;
    least = std::min(least, let_go.most_pages);
  }
  EXPECT_LE(least, kMostWaiting) << "some were let go";
}

TEST(WaitingPagesTest, FormsWithoutTitlesAreLetGoAndToldAsIfTheyWereKept) {
  for (uint32_t seed = 1; seed <= 8; ++seed) {
    const std::string pdf = Untitled(seed, 220, seed == 1);
    const Walked kept = WalkPages(pdf, Keeping::kEverything, 1), let_go = WalkPages(pdf, Keeping::kFinding, 1);
    const auto said = Said(let_go.json), all = Said(kept.json);
    EXPECT_EQ(said.first, all.first) << "seed " << seed;
    EXPECT_TRUE(said.second == all.second) << "seed " << seed;
    EXPECT_GT(all.first.size(), 130u) << "seed " << seed;
    EXPECT_LE(let_go.most_pages, kMostWaiting) << "seed " << seed;
  }
}

TEST(WaitingPagesTest, WhatWaitsDependsNotOnThreads) {
  const std::string pdf = Pdf(200, Prose, 90);
  const Walked one = WalkPages(pdf, Keeping::kFinding, 1), three = WalkPages(pdf, Keeping::kFinding, 3);
  EXPECT_EQ(one.json, three.json);
  EXPECT_EQ(one.most_pages, three.most_pages);
}

TEST(WaitingPagesTest, ATableThatFitsNoFormIsLetGoWithinIt) {
  const Walked few = WalkPages(Pdf(200, Ledger), Keeping::kFinding, 1), many = WalkPages(Pdf(400, Ledger), Keeping::kFinding, 1);
  EXPECT_LE(many.most_pages, kMostWaiting);
  EXPECT_EQ(many.most_pages, few.most_pages);
  EXPECT_GE(many.leftovers, 400u * 9 * 2);
}

TEST(WaitingPagesTest, AFormWithoutATitleIsFoundWhereverItStands) {
  for (int at = 1; at <= 190; at += 21) {
    const Walked walked = WalkPages(Pdf(190, Prose, at), Keeping::kFinding, 1);
    EXPECT_NE(walked.json.find("\"tree.owner\":{\"value\":\"Ann Ashdown\""), std::string::npos) << "on page " << at;
    EXPECT_LE(walked.most_pages, kMostWaiting) << "on page " << at;
  }
}

}  // namespace
}  // namespace tabularium::walk
