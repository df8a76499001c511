// PAGE XML (PRImA, 2010 to 2019). Its scale: TextEquiv@conf is 0..1, 1 is sure. Tested by ocr_test.cc.
#include <algorithm>
#include <limits>
#include <pugixml.hpp>

#include "read/ocr_xml.h"

namespace tabularium {
namespace {

constexpr float kCentimetres = 2.54f;  // in an inch

pugi::xml_node Child(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_node child : node.children())
    if (NameOf(child) == name) return child;
  return {};
}

void Grow(std::optional<float> x, std::optional<float> y, bool first, Box* box) {
  if (!x || !y) return;
  *box = first ? Box{0, *x, *y, *x, *y}
               : Box{0, std::min(box->x0, *x), std::min(box->y0, *y), std::max(box->x1, *x), std::max(box->y1, *y)};
}

// What the outline of an element covers: points="1,2 3,4", or elements Point until 2010.
Box BoxOf(pugi::xml_node node) {
  const pugi::xml_node outline = Child(node, "Coords");
  Box box;
  bool first = true;
  std::string_view points = AttributeOf(outline, "points");
  while (!points.empty()) {
    const size_t end = std::min(points.find(' '), points.size());
    const std::string_view point = points.substr(0, end);
    if (const size_t comma = point.find(','); comma != point.npos) {
      Grow(ParseNumber(point.substr(0, comma)), ParseNumber(point.substr(comma + 1)), first, &box);
      first = false;
    }
    points.remove_prefix(std::min(end + 1, points.size()));
  }
  for (pugi::xml_node point : outline.children()) {
    if (NameOf(point) != "Point") continue;
    Grow(NumberOf(point, "x"), NumberOf(point, "y"), first, &box);
    first = false;
  }
  return box;
}

// The text with the lowest index is the one to believe; the others are other readings.
OcrWord WordOf(pugi::xml_node node) {
  OcrWord word;
  word.box = BoxOf(node);
  float lowest = std::numeric_limits<float>::max();
  float order = 0;
  for (pugi::xml_node said : node.children()) {
    if (NameOf(said) != "TextEquiv") continue;
    const float index = NumberOf(said, "index").value_or(order++);
    std::string text = TextBelow(Child(said, "Unicode"));
    if (text.empty()) continue;
    const bool better = index < lowest;
    if (better) {
      lowest = index;
      std::swap(word.text, text);
      word.legibility = Confidence(NumberOf(said, "conf"), 1);
    }
    if (!text.empty()) word.others.push_back({std::move(text), word.by});
  }
  return word;
}

OcrLine LineOf(pugi::xml_node node) {
  OcrLine line;
  line.box = BoxOf(node);
  for (pugi::xml_node child : node.children())
    if (NameOf(child) == "Word") line.words.push_back(WordOf(child));
  std::erase_if(line.words, [](const OcrWord& word) { return word.text.empty(); });
  if (line.words.empty()) line.words.push_back(WordOf(node));
  std::erase_if(line.words, [](const OcrWord& word) { return word.text.empty(); });
  return line;
}

float DotsOf(pugi::xml_node page) {
  const float dots = NumberOf(page, "imageXResolution").value_or(0);
  const std::string_view unit = AttributeOf(page, "imageResolutionUnit");
  if (unit == "PPCM") return dots * kCentimetres;
  return unit == "PPI" ? dots : 0;
}

bool IsCell(pugi::xml_node region) {
  return NameOf(region) == "TableCell" || Child(Child(region, "Roles"), "TableCellRole");
}

}  // namespace

OcrPage ReadPageXmlPage(pugi::xml_node page) {
  OcrPage seen;
  seen.width = NumberOf(page, "imageWidth").value_or(0);
  seen.height = NumberOf(page, "imageHeight").value_or(0);
  seen.dots = std::max(DotsOf(page), 0.0f);
  Walk(page, [&](pugi::xml_node node) {
    const std::string_view name = NameOf(node);
    if (name == "SeparatorRegion") seen.rules.push_back(BoxOf(node));
    if (name == "ImageRegion") seen.images.push_back(BoxOf(node));
    if (name == "GraphicRegion") (AttributeOf(node, "type") == "stamp" ? seen.seals : seen.images).push_back(BoxOf(node));
    if (IsCell(node)) seen.frames.push_back(BoxOf(node));
    if (name != "TextLine") return true;
    seen.lines.push_back(LineOf(node));
    return false;
  });
  return seen;
}

}  // namespace tabularium
