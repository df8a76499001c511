#include <gmock/gmock.h>

#include "run_program.h"

namespace tabularium {
namespace {

using testing::HasSubstr;

constexpr const char* kPaper = "大型仪器设备申请表\n\n申请单位\t甲中心\t合计（元）\t380,000.00\n";
constexpr const char* kForm =
    "form loan 1\n  title 大型仪器设备申请表\n\npicture a\n  | 申请单位 | {unit} | 合计（元） | "
    "{total} |\n\n"
    "fields\n  a.unit text, required\n  a.total money in 元, required\n";

class EvaluateTest : public ProgramTest {
 protected:
  EvaluateTest() {
    Write("g/loan.form", kForm);
    Write("in/a.txt", kPaper);
  }
  void Truth(const std::string& total) {
    Write(
        "in/truth.jsonl",
        R"({"file":"a.txt","kind":"text","harm":[],"must_review":false,"declarations":[{"fields":)"
        R"({"a.unit":"甲中心","a.total":")" +
            total + "\"}}]}\n");
  }
};

TEST_F(EvaluateTest, CountsWhatIsRight) {
  Truth("380000.00");
  Ran ran = Run("evaluate in --grammar g --json r.json --html r.html --counts c.tsv");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("documents   1, values 2"));
  EXPECT_THAT(ran.out, HasSubstr("wrong 0, extra 0; records missing 0, extra 0"));
  EXPECT_THAT(Text("r.html"), HasSubstr("<svg"));
  EXPECT_THAT(Text("c.tsv"), HasSubstr("text\tloan 1"));
  EXPECT_THAT(Text("c.tsv"), HasSubstr("money\tvalue\t"));
}

TEST_F(EvaluateTest, SaysWhatGotWorse) {
  Truth("380000.00");
  EXPECT_EQ(Run("evaluate in --grammar g --json before.json").status, 0);
  Truth("1.00");
  Ran ran = Run("evaluate in --grammar g --against before.json");
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("worse: a.txt: wrong values 0 → 1"));
  EXPECT_THAT(ran.out, HasSubstr("1 of 2 accepted values"));
}

TEST_F(EvaluateTest, TakesWhatPeopleFound) {
  Write("in/found.jsonl", R"({"file":"a.txt","wrong":[{"field":"a.total"}]})" "\n");
  Ran ran = Run("evaluate --audited in/found.jsonl --grammar g --svg r.svg");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("1 of 2 accepted values"));
  EXPECT_THAT(Text("r.svg"), HasSubstr("<svg"));
  Write("in/found.jsonl", R"({"file":"a.txt","wrong":[{"field":"a.none"}]})" "\n");
  EXPECT_THAT(Run("evaluate --audited in/found.jsonl --grammar g").err, HasSubstr("a.none"));
  EXPECT_EQ(Run("evaluate --grammar g").status, 2);
}

TEST_F(EvaluateTest, RefusesWhatIsNoTruth) {
  EXPECT_EQ(Run("evaluate in --grammar g").status, 1);  // no truth.jsonl
  Write("in/truth.jsonl", "{\n");
  EXPECT_THAT(Run("evaluate in --grammar g").err, HasSubstr("in/truth.jsonl:1"));
  Truth("1.00");
  EXPECT_EQ(Run("evaluate in --grammar g --against in/a.txt").status, 2);
  EXPECT_EQ(Run("evaluate in --grammar g --json no/such/r.json").status, 2);
}

TEST_F(EvaluateTest, IsTheSameWithAnyNumberOfJobs) {
  std::string truth;
  for (int i = 0; i < 20; ++i) {
    std::string name = std::to_string(i) + ".txt";
    Write("in/" + name, kPaper);
    truth += R"({"file":")" + name + R"(","declarations":[{"fields":{"a.total":")" +
             std::to_string(i) + "\"}}]}\n";
  }
  Write("in/truth.jsonl", truth);
  EXPECT_EQ(Run("evaluate in --grammar g --jobs 1 --json 1.json").status, 0);
  EXPECT_EQ(Run("evaluate in --grammar g --jobs 4 --json 4.json").status, 0);
  EXPECT_EQ(Text("1.json"), Text("4.json"));
}

}  // namespace
}  // namespace tabularium
