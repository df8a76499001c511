#include "read/scan/readings.h"

#include <gtest/gtest.h>

namespace tabularium {
namespace {

struct KindCase {
  const char* text;
  SpotKind kind;
};

TEST(KindOf, TellsWhatASpotHolds) {
  const KindCase cases[] = {
      {"1,499.05", SpotKind::kNumber}, {"2023-01-01", SpotKind::kNumber}, {"100%", SpotKind::kNumber},
      {"20台", SpotKind::kShort},      {"<7306", SpotKind::kNumber},      {"口", SpotKind::kShort},
      {"不少于3次", SpotKind::kShort}, {"年度总体目标", SpotKind::kLabel}, {"口是 口否 V", SpotKind::kShort},
      {"", SpotKind::kShort},
      {"为改善村民出行条件，计划对全村道路进行修补，保障出行安全，提高村民生活质量，促进经济发展，共计12公里。", SpotKind::kProse},
  };
  for (const KindCase& c : cases) EXPECT_EQ(KindOf(c.text), c.kind) << c.text;
}

SeenText Seen(Recogniser by, const char* text) {
  SeenText seen{by, {}};
  if (*text) seen.letters.push_back({text, {}, 0.9f, 0, false});
  return seen;
}

TEST(ChooseReading, NumbersAreReadBestByTheLatinModel) {
  std::vector<SeenText> seen = {Seen(Recogniser::kChinese, "一33"), Seen(Recogniser::kLatin, "-33")};
  EXPECT_EQ(ChooseReading(SpotKind::kNumber, seen), 1u);
  EXPECT_EQ(ChooseReading(SpotKind::kShort, seen), 0u);
  seen[1] = Seen(Recogniser::kLatin, "");
  EXPECT_EQ(ChooseReading(SpotKind::kNumber, seen), 0u) << "one that saw nothing";
}

}  // namespace
}  // namespace tabularium
