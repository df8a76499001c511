// Tested by truth_test.cc.
#include "evaluate/truth.h"

#include <nlohmann/json.hpp>

namespace tabularium {
namespace {

using Json = nlohmann::ordered_json;

TrueValue ValueOf(const Json& json) {
  if (json.is_null()) return {};
  std::string text = json.is_string() ? json.get<std::string>() : json.dump();
  if (text == "*") return {TrueValue::kNobodyKnows, {}};
  return {TrueValue::kValue, std::move(text)};
}

TrueDeclaration DeclarationOf(const Json& json) {
  TrueDeclaration out;
  for (auto& [name, part] : json.items()) {
    if (name == "fields") {
      for (auto& [path, value] : part.items()) out.fields.emplace_back(path, ValueOf(value));
    } else if (part.is_array()) {
      auto& records = out.tables.emplace_back(name, std::vector<std::vector<TrueValue>>()).second;
      for (const Json& record : part) {
        records.emplace_back();
        for (const Json& value : record) records.back().push_back(ValueOf(value));
      }
    }
  }
  return out;
}

}  // namespace

Result<TrueFile> ParseTruth(std::string_view line, const std::string& where) try {
  Json json = Json::parse(line);
  TrueFile out;
  out.file = json.at("file");
  out.medium = json.value("kind", "");
  out.form = json.value("form", "");
  out.layout = json.value("layout", "");
  out.defects = json.value("harm", std::vector<std::string>());
  out.must_review = json.value("must_review", false);
  for (const Json& declaration : json.at("declarations"))
    out.declarations.push_back(DeclarationOf(declaration));
  return out;
} catch (const Json::exception& error) {
  return Error{"bad-truth", std::string("is no line of truth: ") + error.what(), where};
}

Result<AuditedFile> ParseAudited(std::string_view line, const std::string& where) try {
  Json json = Json::parse(line);
  AuditedFile out;
  out.file = json.at("file");
  out.missing = json.value("missing", uint64_t{0});
  for (const Json& wrong : json.value("wrong", Json::array()))
    out.wrong.emplace_back(wrong.value("declaration", 0), wrong.at("field"));
  return out;
} catch (const Json::exception& error) {
  return Error{"bad-truth", std::string("does not say what was found in a file: ") + error.what(),
               where};
}

}  // namespace tabularium
