// A finding without its confidences, places and messages.
#include "walk/gold.h"

#include <algorithm>
#include <vector>

namespace tabularium::walk {
namespace {

using Json = nlohmann::ordered_json;

Json Value(const Json& field) {
  Json out = field.value("value", Json());
  if (field.contains("unit") && out.is_string())
    return out.get<std::string>() + " " + field["unit"].get<std::string>();
  if (!out.is_null()) return out;
  out = {{"nothing", field.value("nothing", Json())}};
  if (field.contains("suggestion")) out["suggestion"] = field["suggestion"]["value"];
  return out;
}

Json Values(const Json& fields) {
  Json out = Json::object();
  for (const auto& [name, field] : fields.items())
    if (name[0] != '_') out[name] = Value(field);
  return out;
}

Json Outcome(const Json& check) {
  std::string out = check["outcome"].get<std::string>() + " " + check["name"].get<std::string>();
  if (check.contains("record")) out += "[" + check["record"].dump() + "]";
  return out;
}

Json Raws(const Json& leftovers) {
  Json out = Json::array();
  for (const Json& leftover : leftovers) out.push_back(leftover["raw"]);
  return out;
}

Json Declaration(const Json& declaration) {
  Json out;
  for (const char* key : {"form", "edition", "part_of", "verdict"})
    out[key] = declaration.value(key, Json());
  out["fields"] = Values(declaration["fields"]);
  for (const auto& [name, records] : declaration["tables"].items()) {
    out["tables"][name] = Json::array();
    for (const Json& record : records) out["tables"][name].push_back(Values(record));
  }
  out["checks"] = Json::array();
  for (const Json& check : declaration["checks"]) out["checks"].push_back(Outcome(check));
  out["leftovers"] = Raws(declaration["leftovers"]);
  return out;
}

std::string Flag(const Json& flag) {
  std::string out = flag["severity"].get<std::string>() + " " + flag["code"].get<std::string>();
  if (flag.contains("declaration") && !flag["declaration"].is_null())
    out += " in " + flag["declaration"].dump();
  if (flag.contains("field") && !flag["field"].is_null())
    out += " at " + flag["field"].get<std::string>();
  return out;
}

}  // namespace

Json Gold(const std::string& json) {
  Json finding = Json::parse(json), out;
  const bool printed = finding["source"]["media_type"] == "application/pdf";
  out["encoding"] = finding["source"].value("encoding", Json());
  out["verdict"] = finding["verdict"];
  out["declarations"] = Json::array();
  for (const Json& declaration : finding["declarations"])
    out["declarations"].push_back(Declaration(declaration));
  if (printed)
    for (Json& declaration : out["declarations"]) declaration.erase("leftovers");
  out["pairs"] = finding.value("pairs", Json::array()).size();
  if (finding.contains("leftovers") && !printed) out["leftovers"] = Raws(finding["leftovers"]);
  std::vector<std::string> flags;
  for (const Json& flag : finding["flags"])
    if (!printed || flag["severity"] != "note") flags.push_back(Flag(flag));
  std::sort(flags.begin(), flags.end());
  out["flags"] = flags;
  return out;
}

std::string Print(const Json& gold) { return gold.dump(1) + "\n"; }

}  // namespace tabularium::walk
