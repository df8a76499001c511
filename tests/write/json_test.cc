#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>

#include "judge/judge.h"
#include "judge/loose.h"
#include "judge/sample_form.h"
#include "write/schema_check.h"
#include "write/write.h"

namespace tabularium {
namespace {

using namespace sample;
using Json = nlohmann::json;

struct Walk {
  Form form = MakeForm();
  std::unique_ptr<Document> document = MakeDocument("一\n二\n三\n");
  std::vector<Record> records{MakeRecord(form)};
  Verification verification;
  std::vector<Leftover> between;

  Finding Judged() {
    auto pairs = FindPairs(*document, 0, between);
    return Judge(*document, std::move(records), std::move(verification), {std::move(between), std::move(pairs)}, {},
                 {});
  }
};

Json Written(const Finding& finding) {
  std::string out;
  WriteJson(finding, &out);
  EXPECT_EQ(out.find('\n'), out.size() - 1) << "one line";
  EXPECT_EQ(Complaints(out), "");
  return Json::parse(out, nullptr, false);
}

struct ValueCase {
  const char* name;
  int slot;
  Value value;
  const char* json;  // of value, and of unit or nothing where there is one
};
class ValueTest : public testing::TestWithParam<ValueCase> {};

TEST_P(ValueTest, IsWrittenAsTheContractSays) {
  Walk walk;
  bool of_table = walk.form.slots[static_cast<size_t>(GetParam().slot)].table >= 0;
  walk.records[0].at(GetParam().slot, of_table ? 0 : -1).value = GetParam().value;
  Json json = Written(walk.Judged());
  const Slot& slot = walk.form.slots[static_cast<size_t>(GetParam().slot)];
  const Json& declaration = json["declarations"][0];
  const Json& value = of_table ? declaration["tables"]["indicators"][0][slot.name]
                               : declaration["fields"][slot.path];
  std::string shown = value["value"].dump();
  for (const char* key : {"unit", "nothing"})
    if (value.contains(key)) shown += " " + value[key].get<std::string>();
  EXPECT_EQ(shown, GetParam().json);
}

Target Range(const char* low, const char* high, const char* unit) {
  Target target;
  target.low = low;
  target.high = high;
  target.unit = unit;
  return target;
}
Target Wording(const char* text) {
  Target target;
  target.text = text;
  return target;
}

const ValueCase kValues[] = {
    {"text", kName, Text{"甲\"乙"}, R"("甲\"乙")"},
    {"rich_text", kGoal, Text{"一\n二"}, R"("一\n二")"},
    {"year", kYear, Year{2023}, "2023"},
    {"day", kStart, Date{2023, 1, 5}, R"("2023-01-05")"},
    {"month", kStart, Date{2023, 11, 0}, R"("2023-11")"},
    {"year_of_a_date", kStart, Date{2023, 0, 0}, R"("2023")"},
    {"money", kTotal, Money{{38, 4}, "CNY"}, R"("380000.00" CNY)"},
    {"money_in_cents", kTotal, Money{{-12345, -2}, "USD"}, R"("-123.45" USD)"},
    {"percent", kRate, Percent{{125, -1}}, R"("12.5" %)"},
    {"number", kCount, Number{{1200, -2}}, R"("12.00")"},
    {"code", kCode, Text{"0012"}, R"("0012")"},
    {"unit", kCurrency, Text{"CNY"}, R"("CNY")"},
    {"one_tick", kKind, Ticks{{"新增"}}, R"(["新增"])"},
    {"two_ticks", kKind, Ticks{{"新增", "延续"}}, R"(["新增","延续"])"},
    {"one_choice", kLevel, Ticks{{"产出指标"}}, R"("产出指标")"},
    {"target", kTarget, MakeTarget("≥", "1.35", "万亩"),
     R"({"number":"1.35","relation":"≥","unit":"万亩"})"},
    {"bare_target", kTarget, MakeTarget("", "3", ""), R"({"number":"3","relation":"","unit":""})"},
    {"range", kTarget, Range("3", "5", "天"), R"({"high":"5","low":"3","unit":"天"})"},
    {"wording", kTarget, Wording("每月一次"), R"({"text":"每月一次"})"},
    {"blank", kTotal, Nothing::kBlank, "null blank"},
    {"not_applicable", kName, Nothing::kNotApplicable, "null not-applicable"},
    {"missing", kStart, Nothing::kMissing, "null missing"},
    {"unread", kTarget, Nothing::kUnread, "null unread"},
};
INSTANTIATE_TEST_SUITE_P(Values, ValueTest, testing::ValuesIn(kValues),
                         [](auto& i) { return i.param.name; });

TEST(JsonTest, CleanFindingAsTheContractSays) {
  Json json = Written(Walk().Judged());
  EXPECT_EQ(json["tabularium"], 1);
  EXPECT_EQ(json["source"]["encoding"], "UTF-8");
  EXPECT_EQ(json["verdict"], "accept");
  const Json& declaration = json["declarations"][0];
  EXPECT_EQ(declaration["form"], "sample");
  EXPECT_EQ(declaration["part_of"], nullptr);
  EXPECT_EQ(
      declaration["fields"]["project.name"].dump(),
      R"({"confidence":0.99997,"origin":{"box":null,"bytes":[20,35],"column":1,"line":3,"page":1,"row":2},)"
      R"("raw":"社区图书角","type":"text","value":"社区图书角"})");
  EXPECT_EQ(declaration["fields"]["funds.currency"]["origin"], nullptr);
  EXPECT_EQ(declaration["tables"]["parts"][0]["budget"]["value"], "380000.00");
}

TEST(JsonTest, TellsRepairsOnceForARecord) {
  Walk walk;
  Record& record = walk.records[0];
  record.repairs = {
      {{"产出指标", "开放天数", ">=16次", ""}, "shift-right-1", "as-it-stands", 1250, 3000, 9}};
  for (Field& field : record.tables[0]) field.repair = 0, field.signs.Add(EvidenceCode::kRowMoved);
  record.fields[kTotal].repair = 0;
  Json declaration = Written(walk.Judged())["declarations"][0];
  const Json& indicator = declaration["tables"]["indicators"][0];
  EXPECT_EQ(
      indicator["_repair"].dump(),
      R"({"cost":1.25,"kind":"shift-right-1","line":9,"raw_row":["产出指标","开放天数",">=16次",""],)"
      R"("runner_up":"as-it-stands","runner_up_cost":3})");
  EXPECT_FALSE(indicator["target"].contains("repair"));
  EXPECT_EQ(indicator["target"]["evidence"].dump(), R"([{"code":"row-moved","weight":-0.27}])");
  EXPECT_EQ(declaration["fields"]["funds.total"]["repair"]["kind"], "shift-right-1");
}

TEST(JsonTest, TellsPlacesInheritanceAndSuggestions) {
  Walk walk;
  walk.records.push_back(MakeRecord(walk.form));
  walk.records[1].part_of = 0;
  walk.records[1].fields[kName].more = {At(4, 3, 1, 70, 76)};
  walk.records[1].fields[kName].place.box = {1, 10.5f, 20.25f, 30, 40};
  walk.records[1].tables[0][0].inherited = true;
  walk.records[1].fields[kStart].value = Nothing::kBlank;
  walk.verification.suggestions = {
      {{1, kStart, -1}, {"2023-01-05", "the main one", At(4, 3, 1, 60, 76)}}};
  walk.verification.tested = {TestOf(walk.form, 1, Outcome::kFails),
                              TestOf(walk.form, 1, Outcome::kUntestable)};
  walk.verification.tested[0].fields.push_back({0, kTotal, -1});
  walk.verification.tested[1].because = "a date is blank";
  walk.verification.tested[1].left.clear();
  Json json = Written(walk.Judged());
  const Json& declaration = json["declarations"][1];
  EXPECT_EQ(declaration["part_of"], 0);
  EXPECT_EQ(declaration["fields"]["project.name"]["origin"]["more"][0]["bytes"].dump(), "[70,76]");
  EXPECT_EQ(declaration["fields"]["project.name"]["origin"]["box"].dump(), "[10.5,20.25,30,40]");
  EXPECT_EQ(declaration["tables"]["indicators"][0]["level"]["inherited"], true);
  EXPECT_EQ(declaration["fields"]["project.start"]["suggestion"]["origin"]["line"], 4);
  EXPECT_EQ(declaration["checks"][0]["fields"].dump(),
            R"(["funds.total","funds.fiscal","declarations[0].funds.total"])");
  EXPECT_EQ(declaration["checks"][1]["because"], "a date is blank");
  EXPECT_EQ(declaration["checks"][1]["left"], nullptr);
  auto missing = std::find_if(json["flags"].begin(), json["flags"].end(),
                              [](const Json& flag) { return flag["code"] == "missing-required"; });
  ASSERT_NE(missing, json["flags"].end());
  EXPECT_EQ((*missing)["declaration"], 1);
  EXPECT_EQ((*missing)["field"], "project.start");
  EXPECT_EQ((*missing)["suggestion"]["value"], "2023-01-05");
}

TEST(JsonTest, CellsAreNamedByTheirRecord) {
  Walk walk;
  Remark remark;
  remark.code = FlagCode::kTypeMismatch;
  remark.field = {-1, kTarget, 0};
  remark.message = "a wording";
  walk.records[0].remarks = {remark};
  EXPECT_EQ(Written(walk.Judged())["flags"][0]["field"], "indicators[0].target");
}

TEST(JsonTest, FilesWithoutFormAndUnreadFilesFitTheSchema) {
  Walk walk;
  walk.records.clear();
  walk.between = {{"项目", At(1, 0, 0, 0, 3)},
                  {"甲", At(1, 0, 1, 4, 7)},
                  {"合计", At(2, 1, 0, 8, 11)},
                  {"乙", At(2, 1, 1, 12, 13)}};
  Json json = Written(walk.Judged());
  EXPECT_EQ(json["pairs"].size(), 2u);
  EXPECT_EQ(json["tables"][0]["rows"].size(), 2u);
  EXPECT_EQ(json["leftovers"].size(), 4u);
  Json unread = Written(JudgeUnread({"no such\xFF file", "unreadable", "gone"}));
  EXPECT_EQ(unread["verdict"], "reject");
  EXPECT_EQ(unread["source"]["path"], "no such\xEF\xBF\xBD file");
}

TEST(JsonTest, AppendsAndIsTheSameEachTime) {
  Walk walk;  // owns the form
  Finding finding = walk.Judged();
  std::string out;
  WriteJson(finding, &out);
  size_t once = out.size();
  WriteJson(finding, &out);
  EXPECT_EQ(out.substr(0, once), out.substr(once));
}

}  // namespace
}  // namespace tabularium
