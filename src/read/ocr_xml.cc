// Tested by ocr_test.cc.
#include "read/ocr_xml.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <pugixml.hpp>

#include "text/utf8.h"

namespace tabularium {
namespace {

constexpr float kFarthest = 1e6f;  // units: no sheet is as large

}  // namespace

std::string_view NameOf(pugi::xml_node node) {
  const std::string_view name = node.name();
  const size_t colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

std::string_view AttributeOf(pugi::xml_node node, const char* name) { return node.attribute(name).value(); }

std::optional<float> ParseNumber(std::string_view text) {
  text = Trim(text);
  float number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (!std::isfinite(number) || std::abs(number) > kFarthest) return std::nullopt;
  return number;
}

std::optional<float> NumberOf(pugi::xml_node node, const char* name) { return ParseNumber(AttributeOf(node, name)); }

std::optional<float> Confidence(std::optional<float> number, float most) {
  if (!number) return std::nullopt;
  return std::clamp(*number / most, 0.0f, 1.0f);
}

void Walk(pugi::xml_node root, const std::function<bool(pugi::xml_node)>& visit) {
  pugi::xml_node node = root.first_child();
  while (node) {
    if (visit(node) && node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node != root && !node.next_sibling()) node = node.parent();
    if (node == root) return;
    node = node.next_sibling();
  }
}

std::string TextBelow(pugi::xml_node node) {
  std::string text;
  Walk(node, [&](pugi::xml_node part) {
    text += part.type() == pugi::node_element ? "" : part.value();
    return true;
  });
  return std::string(Trim(text));
}

bool HasClass(pugi::xml_node node, std::string_view token) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::string_view classes = AttributeOf(node, "class");
  for (size_t begin = 0; begin < classes.size();) {
    const size_t end = std::min(classes.find_first_of(kBlanks, begin), classes.size());
    if (classes.substr(begin, end - begin) == token) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace tabularium
