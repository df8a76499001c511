// The flags of wording: where they stand, what they say and suggest, and how they cluster.
#include "verify/wording.h"

#include <gtest/gtest.h>

#include "verify/made.h"
#include "verify/verify.h"

namespace tabularium {
namespace {

using namespace made;  // NOLINT: the vocabulary of these tests

const Lexicon& TestLexicon() {
  static const Lexicon lexicon = MadeLexicon("terms\n  基层治理\nmeans\n  and = 和\n");
  return lexicon;
}

// 111 letters; once with 建 and once with 群.
std::string Goal(std::string_view letter) {
  return "通过开展形式多样的活动，更好凝聚党员、凝聚群众、凝聚人心，夯实基层工作的根基，提升为民办"
         "事的水平。在全面升级基层党" +
         std::string(letter) +
         "服务站的基础上，使党群服务阵地的布局更加合理，制度更加健全，作用更加明显，真正成为党员学"
         "习的平台、居民议事的平台、"
         "志愿者服务的平台。";
}

std::string Dump(const std::vector<Flag>& flags) {
  std::string out;
  for (const Flag& flag : flags)
    out +=
        fmt::format("{}{} {}/{}/{} line {} [{}] {}", out.empty() ? "" : "\n", Kind(flag.code).code,
                    flag.field.declaration, flag.field.slot, flag.field.record, flag.place.line,
                    flag.cluster, flag.suggestion ? flag.suggestion->value : "-");
  return out;
}

std::vector<Record> Family(const Form& form, std::string main_goal, std::string part_goal) {
  std::vector<Record> records = {MadeRecord(form, 1), MadeRecord(form)};
  Put(&records[0], kRowName, Text{"甲"}, 0);
  Put(&records[1], kName, Text{"甲"});
  Put(&records[0], kGoal, Text{std::move(main_goal)});
  Put(&records[1], kGoal, Text{std::move(part_goal)});
  records[1].at(kGoal).place.line = 90;
  LinkParts(records);
  return records;
}

std::vector<Flag> Flags(std::span<const Record> records) {
  std::vector<Flag> flags;
  CheckWording(records, TestLexicon(), &flags);
  return flags;
}

TEST(WordingTest, TheSameTextIsFlaggedInBothPlaces) {
  Form form = MadeForm();
  std::string goal = "贯彻主题思想 and 会议精神，助力基层自理。";
  std::vector<Flag> flags = Flags(Family(form, goal, goal));
  EXPECT_EQ(Dump(flags),
            "foreign-token 0/6/-1 line 16 [foreign-token:and] 和\n"
            "probable-slip 0/6/-1 line 16 [probable-slip:基层自理] 基层治理\n"
            "foreign-token 1/6/-1 line 90 [foreign-token:and] 和\n"
            "probable-slip 1/6/-1 line 90 [probable-slip:基层自理] 基层治理");
  EXPECT_EQ(
      flags[0].message,
      "“and” in “彻主题思想 and 会议精神” is a foreign word inside Chinese prose; perhaps 和");
  EXPECT_EQ(flags[1].message,
            "“基层自理” in “助力基层自理” sounds like a fixed term but is written otherwise; "
            "perhaps 基层治理");
  for (const Flag& flag : flags) EXPECT_EQ(flag.severity, Severity::kSuspicious);
}

TEST(WordingTest, TheLessSupportedSideOfATwinIsFlagged) {
  Form form = MadeForm();
  std::vector<Record> records = Family(form, Goal("建"), Goal("群"));
  EXPECT_EQ(Dump(Flags(records)),
            "near-duplicate 0/6/-1 line 16 [near-duplicate:0:1:goals.whole] 基层党群服务站");
  records = Family(form, Goal("群"), Goal("建"));
  std::vector<Flag> flags = Flags(records);
  EXPECT_EQ(Dump(flags),
            "near-duplicate 1/6/-1 line 90 [near-duplicate:0:1:goals.whole] 基层党群服务站");
  EXPECT_EQ(flags[0].message,
            "the main declaration says “基层党群服务站”, its part “基层党建服务站”, in texts that "
            "are otherwise the same");
  ASSERT_TRUE(flags[0].suggestion->place);
  EXPECT_EQ(flags[0].suggestion->place->line, 16u);
}

TEST(WordingTest, TwinsWithoutSupportAreFlaggedOnBothSides) {
  Form form = MadeForm();
  EXPECT_EQ(Dump(Flags(Family(form, Goal("甲"), Goal("乙")))),
            "near-duplicate 0/6/-1 line 16 [near-duplicate:0:1:goals.whole] -\n"
            "near-duplicate 1/6/-1 line 90 [near-duplicate:0:1:goals.whole] -");
}

TEST(WordingTest, OtherFieldsSupportToo) {
  Form form = MadeForm();
  std::vector<Record> records = Family(form, Goal("甲"), Goal("乙"));
  Put(&records[0], kUnit, Text{"某镇社区党甲服务中心"});
  EXPECT_EQ(Dump(Flags(records)),
            "near-duplicate 1/6/-1 line 90 [near-duplicate:0:1:goals.whole] 基层党甲服务站");
}

TEST(WordingTest, BlanksAndDamagedLettersMakeNoTwins) {
  Form form = MadeForm();
  EXPECT_EQ(Dump(Flags(Family(form, Goal("群"), Goal("群 ")))), "");
  EXPECT_EQ(Dump(Flags(Family(form, Goal("群"), Goal("\uFFFD")))), "");
}

TEST(WordingTest, NothingOddIsNotFlagged) {
  Form form = MadeForm();
  EXPECT_EQ(Dump(Flags(Family(form, Goal("群"), Goal("群")))), "") << "the same text twice";
  EXPECT_EQ(Dump(Flags(Family(form, Goal("群"), "另外一种说法，完全不同。"))), "");
  std::vector<Record> unrelated = Family(form, Goal("建"), Goal("群"));
  unrelated[1].part_of = -1;
  EXPECT_EQ(Dump(Flags(unrelated)), "") << "not a part of the other";
  EXPECT_EQ(Dump(Flags({})), "");
}

TEST(WordingTest, TablesAreProseToo) {
  Form form = MadeForm();
  std::vector<Record> records = {MadeRecord(form, 2)};
  Put(&records[0], kRowName, Text{"加强基层自理"}, 0);
  Put(&records[0], kRowName, Text{"加强基层自理"}, 1);
  records[0].at(kRowName, 1).inherited = true;
  EXPECT_EQ(Dump(Flags(records)), "probable-slip 0/9/0 line 19 [probable-slip:基层自理] 基层治理")
      << "inherited values once";
}

TEST(WordingTest, VerifyDoesAllOfIt) {
  Form form = MadeForm();
  std::vector<Record> records = Family(form, "助力基层自理", "助力基层自理");
  Put(&records[0], kStart, Date{2023, 1, 1});
  Put(&records[1], kStart, Nothing::kBlank);
  form.checks = {Claim(Of(kStart), Relation::kEqual, Of(kStart, Expr::kMain))};
  Verification found = Verify(records, TestLexicon());
  EXPECT_EQ(found.flags.size(), 2u);
  EXPECT_EQ(found.suggestions.size(), 1u);
  EXPECT_EQ(made::Dump(found.tested), "untestable: project.start is blank");
}

}  // namespace
}  // namespace tabularium
