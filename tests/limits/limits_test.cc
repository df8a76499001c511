// Inputs made to blow up: each has an outcome, in a time that grows with its size and not faster.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "walk/walk.h"

namespace tabularium::walk {
namespace {

std::string Times(size_t n, const std::string& text) {
  std::string out;
  out.reserve(n * text.size());
  for (size_t i = 0; i < n; ++i) out += text;
  return out;
}

// A clean declaration of the corpus, and one of its repeating rows.
const std::string& Clean() {
  static const std::string clean = [] {
    for (const Case& c : Corpus())
      if (c.name.starts_with("cn-project-target/") && c.source.extension() == ".txt" &&
          Walk("x", Slurp(c.source)).finding.verdict == Verdict::kAccept)
        return Slurp(c.source);
    return std::string();
  }();
  return clean;
}

std::string WithRows(size_t n, const std::string& row) {
  const size_t at = Clean().find('\n', Clean().find("数量指标")) + 1;
  return Clean().substr(0, at) + Times(n, row) + Clean().substr(at);
}

#ifdef __SANITIZE_ADDRESS__
constexpr double kPatience = 4;
#else
constexpr double kPatience = 1;
#endif

struct Input {
  const char* name;
  std::string (*make)();
  double seconds;  // ten times what it takes, for a busy machine; sanitizers get more
};

// clang-format off
const Input kInputs[] = {
  {"HundredThousandColumns", [] { return Times(100'000, "项目名称\t") + "\n"; }, 20},
  {"HundredThousandColumnsOfNothing", [] { return Times(100'000, "\t") + "\n"; }, 20},
  {"HundredThousandRowsOfJunk", [] { return Times(100'000, "甲\t乙\t丙\n"); }, 40},
  {"HundredThousandTitles", [] { return Times(100'000, "财政项目支出绩效目标申报表\n"); }, 60},
  {"HundredThousandIndicators", [] { return WithRows(100'000, "\t\t数量指标\t一项指标\t>=16次\n"); }, 90},
  {"HundredThousandRowsThatFitNowhere", [] { return WithRows(100'000, "甲\t乙\t丙\t丁\t戊\t己\t庚\n"); }, 90},
  {"HundredThousandBlankRows", [] { return WithRows(100'000, "\t\t\t\t\n"); }, 60},
  {"TenThousandDeclarations", [] { return Times(10'000, Clean()); }, 200},
  {"OneEndlessLine", [] { return Times(20'000'000, "a"); }, 40},
  {"OneEndlessLineOfHan", [] { return Times(5'000'000, "财"); }, 40},
  {"OneEndlessLineOfSpaces", [] { return Times(20'000'000, " ") + "a"; }, 40},
  {"OneEndlessLineOfWords", [] { return Times(500'000, "项目  名称  "); }, 60},
  {"OneEndlessCell", [] { return Clean() + "项目名称\t" + Times(5'000'000, "财") + "\n"; }, 40},
  {"TabsAlone", [] { return Times(64 << 20, "\t"); }, 40},
  {"LineEndsAlone", [] { return Times(8 << 20, "\n"); }, 60},
  {"AQuoteNeverClosed", [] { return "a\t\"b\n" + Times(100'000, "c\td\te\n"); }, 40},
  {"QuotesEverywhere", [] { return Times(200'000, "\t\"\n"); }, 40},
  {"DeepMarkup", [] { return Clean() + Times(20'000, "<div><p>") + "深" + "\n"; }, 40},
  {"DeepMarkupInAGoal", [] { return WithRows(1, "项目总目标\t" + Times(20'000, "<b><i>") + "深\n"); }, 40},
  {"EntitiesWithoutEnd", [] { return Clean() + Times(500'000, "&amp;lt;") + "\n"; }, 40},
  {"ReplacementLetters", [] { return Times(1'000'000, "\xEF\xBF\xBD"); }, 40},
  {"BytesOfNoEncoding", [] { return Times(1'000'000, "\xFF\x80"); }, 40},
  {"NulBytes", [] { return Times(1'000'000, std::string("a\0", 2)); }, 40},
  {"DigitsWithoutEnd", [] { return "项目资金总额\t" + Times(1'000'000, "9") + "\n"; }, 40},
};
// clang-format on

class LimitsTest : public testing::TestWithParam<Input> {};

TEST_P(LimitsTest, HasAnOutcomeInTime) {
  ASSERT_FALSE(Clean().empty()) << "corpus/cn-project-target has no clean case";
  const std::string bytes = GetParam().make();
  const auto start = std::chrono::steady_clock::now();
  std::string json = WalkToJson(GetParam().name, bytes);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_GT(json.size(), 2u);
  EXPECT_LT(took.count(), kPatience * GetParam().seconds);
  RecordProperty("seconds", std::to_string(took.count()));
}

INSTANTIATE_TEST_SUITE_P(Inputs, LimitsTest, testing::ValuesIn(kInputs),
                         [](const auto& input) { return input.param.name; });

// ── Limits of model/limits.h ──

bool Says(const Finding& finding, FlagCode code) {
  for (const Flag& flag : finding.flags)
    if (flag.code == code) return true;
  return false;
}

TEST(Limits, OfBytes) {
  ExtractOptions options;
  options.read.limits.text_bytes = 1000;
  EXPECT_TRUE(Says(Walk("x", Times(1001, "a"), options).finding, FlagCode::kLimitReached));
  EXPECT_FALSE(Says(Walk("x", Times(1000, "a"), options).finding, FlagCode::kLimitReached));
}

TEST(Limits, OfCells) {
  ExtractOptions options;
  options.read.limits.cells = 100;
  EXPECT_TRUE(Says(Walk("x", Times(60, "a\tb\n"), options).finding, FlagCode::kLimitReached));
}

TEST(Limits, OfCellsInARow) {
  EXPECT_TRUE(Says(Walk("x", Times(20'000, "a\t") + "\n").finding, FlagCode::kLimitReached));
}

}  // namespace
}  // namespace tabularium::walk
