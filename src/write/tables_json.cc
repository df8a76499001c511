// Tables as JSON: our own, and the benches' interchange format. Tested by tables_test.cc.
#include <algorithm>
#include <string_view>

#include "write/json_text.h"
#include "write/tables.h"

namespace tabularium {
namespace {

constexpr int kPointPlaces = 2;  // of a box
constexpr int kScorePlaces = 3;
constexpr std::string_view kWayNames[] = {"rulings", "blanks", "mixed"};  // by TableWay

void WriteTableBox(const Box& box, JsonText* json) {
  if (box.page == 0) return json->Raw("null");
  const float sides[] = {box.x0, box.y0, box.x1, box.y1};
  json->Raw("[");
  for (const float& side : sides) {
    if (&side != sides) json->Raw(",");
    json->Rounded(static_cast<double>(side), kPointPlaces);
  }
  json->Raw("]");
}

template <class Items, class WriteItem>
void List(const Items& items, JsonText* json, WriteItem write_item) {
  json->Raw("[");
  bool first = true;
  for (const auto& item : items) {
    if (!first) json->Raw(",");
    first = false;
    write_item(item);
  }
  json->Raw("]");
}

void WriteOrNull(std::string_view text, JsonText* json) {
  if (text.empty()) return json->Raw("null");
  json->Quoted(text);
}

void WriteSource(const SourceNote& source, JsonText* json) {
  json->Raw("{\"path\":");
  json->Quoted(source.path);
  json->Raw(",\"sha256\":");
  WriteOrNull(source.sha256, json);
  json->Raw(",\"bytes\":");
  json->Unsigned(source.bytes);
  json->Raw(",\"media_type\":");
  WriteOrNull(source.media_type, json);
  json->Raw(",\"encoding\":");
  WriteOrNull(source.encoding, json);
  json->Raw(",\"pages\":");
  json->Integer(source.pages);
  json->Raw("}");
}

void WriteCell(const TableCell& cell, JsonText* json) {
  json->Raw("{\"row\":");
  json->Unsigned(cell.row);
  json->Raw(",\"column\":");
  json->Unsigned(cell.column);
  json->Raw(",\"rows\":");
  json->Unsigned(cell.rows);
  json->Raw(",\"columns\":");
  json->Unsigned(cell.columns);
  json->Raw(cell.header ? ",\"header\":true" : ",\"header\":false");
  json->Raw(",\"text\":");
  json->Quoted(cell.text);
  json->Raw(",\"page\":");
  json->Integer(std::max(cell.box.page, 1));
  json->Raw(",\"box\":");
  WriteTableBox(cell.box, json);
  json->Raw("}");
}

void WriteTable(const Table& table, JsonText* json) {
  json->Raw("{\"page\":");
  json->Integer(std::max(table.box.page, 1));
  json->Raw(",\"box\":");
  WriteTableBox(table.box, json);
  json->Raw(",\"parts\":");
  List(table.parts, json, [&](const Box& part) {
    json->Raw("{\"page\":");
    json->Integer(std::max(part.page, 1));
    json->Raw(",\"box\":");
    WriteTableBox(part, json);
    json->Raw("}");
  });
  json->Raw(",\"rows\":");
  json->Unsigned(table.rows);
  json->Raw(",\"columns\":");
  json->Unsigned(table.columns);
  json->Raw(",\"way\":\"");
  json->Raw(kWayNames[static_cast<size_t>(table.way)]);
  json->Raw("\",\"is_table\":");
  json->Rounded(static_cast<double>(table.is_table), kScorePlaces);
  json->Raw(",\"is_right\":");
  json->Rounded(static_cast<double>(table.is_right), kScorePlaces);
  json->Raw(",\"cells\":");
  List(table.cells, json, [&](const TableCell& cell) { WriteCell(cell, json); });
  json->Raw("}");
}

void WriteFlag(const Trouble& trouble, JsonText* json) {
  json->Raw("{\"code\":");
  json->Quoted(Kind(trouble.code).code);
  json->Raw(",\"severity\":");
  json->Quoted(Name(trouble.severity));
  json->Raw(",\"message\":");
  json->Quoted(trouble.message);
  json->Raw("}");
}

void WriteBenchCell(const TableCell& cell, JsonText* json) {
  json->Raw("{\"row\":");
  json->Unsigned(cell.row);
  json->Raw(",\"col\":");
  json->Unsigned(cell.column);
  json->Raw(",\"rowspan\":");
  json->Unsigned(cell.rows);
  json->Raw(",\"colspan\":");
  json->Unsigned(cell.columns);
  json->Raw(",\"text\":");
  json->Quoted(cell.text);
  json->Raw(",\"bbox\":");
  WriteTableBox(cell.box, json);
  json->Raw("}");
}

}  // namespace

void WriteTablesJson(const TablesFinding& finding, std::string* out) {
  JsonText json(out);
  json.Raw("{\"tabularium\":1,\"source\":");
  WriteSource(finding.source, &json);
  json.Raw(",\"tables\":");
  List(finding.tables, &json, [&](const Table& table) { WriteTable(table, &json); });
  json.Raw(",\"flags\":");
  List(finding.troubles, &json, [&](const Trouble& trouble) { WriteFlag(trouble, &json); });
  json.Raw("}\n");
}

void WriteTablesBench(const TablesFinding& finding, std::string* out) {
  JsonText json(out);
  std::string_view path = finding.source.path;
  json.Raw("{\"file\":");
  json.Quoted(path.substr(path.rfind('/') + 1));
  json.Raw(",\"tables\":");
  List(finding.tables, &json, [&](const Table& table) {
    json.Raw("{\"page\":");
    json.Integer(std::max(table.box.page, 1));
    json.Raw(",\"bbox\":");
    WriteTableBox(table.box, &json);
    json.Raw(",\"cells\":");
    List(table.cells, &json, [&](const TableCell& cell) { WriteBenchCell(cell, &json); });
    json.Raw("}");
  });
  json.Raw("}\n");
}

}  // namespace tabularium
