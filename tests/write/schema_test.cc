#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "model/flag.h"
#include "model/form.h"
#include "write/schema_check.h"

namespace tabularium {
namespace {

using Json = nlohmann::json;

const Json& TheSchema() {
  static const Json schema = [] {
    std::ifstream file(TABULARIUM_SOURCE_DIR "/src/write/tabularium.schema.json");
    return Json::parse(file);
  }();
  return schema;
}

// Visits every object within a schema.
template <class Visit>
void Walk(Json* json, Visit visit) {
  if (json->is_object()) visit(json);
  if (json->is_structured())
    for (auto& item : *json) Walk(&item, visit);
}

TEST(SchemaTest, HasNoPatternAndDescribesEveryKey) {
  Json schema = TheSchema();
  EXPECT_EQ(schema["$schema"], "http://json-schema.org/draft-07/schema#");
  Walk(&schema, [](Json* object) { EXPECT_FALSE(object->contains("pattern")); });
  Walk(&schema, [](Json* object) {
    if (!object->contains("properties") || !(*object)["properties"].is_object()) return;
    for (auto& [key, property] : (*object)["properties"].items())
      EXPECT_TRUE(property.contains("description") || property.contains("$ref") ||
                  property.contains("type") || property.contains("not"))
          << key;
  });
}

TEST(SchemaTest, ListsEveryFlagAndType) {
  std::set<std::string> flags, types;
  for (const FlagKind& kind : kFlagKinds) flags.insert(std::string(kind.code));
  for (std::string_view type : kTypeNames) types.insert(std::string(type));
  const Json& definitions = TheSchema()["definitions"];
  EXPECT_EQ(definitions["flag"]["properties"]["code"]["enum"].get<std::set<std::string>>(), flags);
  EXPECT_EQ(definitions["value"]["properties"]["type"]["enum"].get<std::set<std::string>>(), types);
}

const char kLeast[] =
    R"({"tabularium":1,"source":{"path":"a","sha256":null,"bytes":0,"media_type":null,"encoding":null,
  "pages":0},"verdict":"reject","declarations":[],"tables":[],"pairs":[],"leftovers":[],"flags":[]})";

TEST(SchemaTest, AcceptsTheLeastFinding) { EXPECT_EQ(Complaints(kLeast), ""); }

struct Case {
  const char* name;
  const char* pointer;
  Json value;
};
class RefusedTest : public testing::TestWithParam<Case> {};

TEST_P(RefusedTest, IsRefused) {
  Json json = Json::parse(kLeast);
  json[Json::json_pointer(GetParam().pointer)] = GetParam().value;
  EXPECT_NE(Complaints(json.dump()), "");
}

const Case kRefused[] = {
    {"version", "/tabularium", 2},
    {"verdict", "/verdict", "fails"},
    {"unknown_key", "/more", 1},
    {"flag_without_message", "/flags/0", Json::parse(R"({"code":"empty","severity":"wrong"})")},
    {"null_without_reason", "/pairs/0", Json::parse(R"({"label":{"raw":"a","origin":null},
                     "value":{"value":null,"type":"text","raw":"","confidence":1,"origin":null}})")},
    {"reason_without_null", "/pairs/0", Json::parse(R"({"label":{"raw":"a","origin":null},
                     "value":{"value":"b","type":"text","nothing":"blank","raw":"","confidence":1,"origin":null}})")},
    {"half_a_target", "/pairs/0", Json::parse(R"({"label":{"raw":"a","origin":null},
                     "value":{"value":{"number":"1"},"type":"target","raw":"","confidence":1,"origin":null}})")},
    {"confidence", "/pairs/0", Json::parse(R"({"label":{"raw":"a","origin":null},
                     "value":{"value":"b","type":"text","raw":"","confidence":1.5,"origin":null}})")},
};
INSTANTIATE_TEST_SUITE_P(Refused, RefusedTest, testing::ValuesIn(kRefused),
                         [](auto& i) { return i.param.name; });

}  // namespace

}  // namespace tabularium
