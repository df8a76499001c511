// The schema of the output, read strictly by valijson. Tested by schema_test.cc.
#include "write/schema_check.h"

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace tabularium {
namespace {

using Json = nlohmann::json;

// Visits every object within a schema.
template <class Visit>
void Walk(Json* json, Visit visit) {
  if (json->is_object()) visit(json);
  if (json->is_structured())
    for (auto& item : *json) Walk(&item, visit);
}

std::unique_ptr<valijson::Schema> StrictSchema(const char* path) {
  std::ifstream file(path);
  Json strict = Json::parse(file);
  Walk(&strict, [](Json* object) {
    bool describes =
        object->contains("properties") && object->contains("type") && (*object)["type"] == "object";
    if (describes && !object->contains("additionalProperties"))
      (*object)["additionalProperties"] = false;
  });
  auto parsed = std::make_unique<valijson::Schema>();
  valijson::SchemaParser parser;
  parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(strict), *parsed);
  return parsed;
}

std::string Complaints(const std::string& json, const valijson::Schema& schema) {
  Json parsed = Json::parse(json, nullptr, false);
  if (parsed.is_discarded()) return "not JSON: " + json.substr(0, 200);
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(parsed), &results))
    return "";
  std::string complaints;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& step : error.context) complaints += step;
    complaints += ": " + error.description + "\n";
  }
  return complaints;
}

}  // namespace

std::string Complaints(const std::string& json) {
  static const auto schema =
      StrictSchema(TABULARIUM_SOURCE_DIR "/src/write/tabularium.schema.json");
  return Complaints(json, *schema);
}

std::string TablesComplaints(const std::string& json) {
  static const auto schema = StrictSchema(TABULARIUM_SOURCE_DIR "/src/write/tables.schema.json");
  return Complaints(json, *schema);
}

}  // namespace tabularium
