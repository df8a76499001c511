// ALTO 2 to 4 (Library of Congress). Its scales: WC and Glyph@GC are 0..1 and 1 is sure; CC is a digit a letter, and there 0
// is sure and 9 is not. Tested by ocr_test.cc.
#include <algorithm>
#include <pugixml.hpp>

#include "model/recogniser_names.h"
#include "read/ocr_xml.h"
#include "text/utf8.h"

namespace tabularium {
namespace {

// Units of an inch.
struct AltoUnit {
  std::string_view name;
  float dots;
};
constexpr AltoUnit kUnits[] = {{"mm10", 254}, {"inch1200", 1200}};  // else pixels: the file does not say how large they are

float DotsOf(pugi::xml_node page) {
  float dots = 0;
  Walk(page.root(), [&](pugi::xml_node node) {
    if (NameOf(node) == "MeasurementUnit")
      for (const AltoUnit& unit : kUnits)
        if (Trim(node.text().get()) == unit.name) dots = unit.dots;
    return NameOf(node) != "Layout";
  });
  return dots;
}

Box BoxOf(pugi::xml_node node) {
  const auto x = NumberOf(node, "HPOS"), y = NumberOf(node, "VPOS"), width = NumberOf(node, "WIDTH"), height = NumberOf(node, "HEIGHT");
  if (!x || !y || !width || !height) return {};
  return {0, *x, *y, *x + *width, *y + *height};
}

// The worst of all that the file says of a word's letters.
std::optional<float> LegibilityOf(pugi::xml_node string) {
  constexpr float kUnsurest = 9;  // of CC
  std::optional<float> worst = Confidence(NumberOf(string, "WC"), 1);
  auto take = [&](float sure) { worst = std::min(worst.value_or(1), sure); };
  for (char digit : AttributeOf(string, "CC"))
    if (digit >= '0' && digit <= '9') take(1 - static_cast<float>(digit - '0') / kUnsurest);
  for (pugi::xml_node glyph : string.children())
    if (NameOf(glyph) == "Glyph")
      if (auto sure = Confidence(NumberOf(glyph, "GC"), 1)) take(*sure);
  return worst;
}

OcrWord WordOf(pugi::xml_node string) {
  OcrWord word;
  word.box = BoxOf(string);
  word.text = AttributeOf(string, "CONTENT");
  word.legibility = LegibilityOf(string);
  word.by = RecogniserNamed(AttributeOf(string, "PROCESSINGREFS"));
  for (pugi::xml_node child : string.children())
    if (NameOf(child) == "ALTERNATIVE") word.others.push_back({child.text().get(), RecogniserNamed(AttributeOf(child, "PURPOSE"))});
  return word;
}

// Lines of a page, one after another. A word that a hyphen parts over two lines stands whole in the first, where the file
// says how it is written whole; else its hyphen stays.
class LineReader {
 public:
  OcrLine Read(pugi::xml_node text_line) {
    OcrLine line;
    line.box = BoxOf(text_line);
    for (pugi::xml_node child : text_line.children()) {
      if (NameOf(child) == "String") {
        AddString(child, &line);
      } else if (NameOf(child) == "HYP" && whole_.empty() && !line.words.empty()) {
        line.words.back().text += AttributeOf(child, "CONTENT");
      }
    }
    return line;
  }

 private:
  void AddString(pugi::xml_node string, OcrLine* line) {
    const std::string_view part = AttributeOf(string, "SUBS_TYPE"), whole = AttributeOf(string, "SUBS_CONTENT");
    if (part == "HypPart2" && !whole.empty() && whole == whole_) {
      whole_.clear();
      return;
    }
    line->words.push_back(WordOf(string));
    whole_ = part == "HypPart1" ? whole : std::string_view();
    if (!whole_.empty()) line->words.back().text = whole_;
  }

  std::string whole_;  // the word whose second part is to come
};

}  // namespace

OcrPage ReadAltoPage(pugi::xml_node page) {
  OcrPage seen;
  seen.width = NumberOf(page, "WIDTH").value_or(0);
  seen.height = NumberOf(page, "HEIGHT").value_or(0);
  seen.dots = DotsOf(page);
  seen.pixels = seen.dots == 0;
  LineReader lines;
  Walk(page, [&](pugi::xml_node node) {
    const std::string_view name = NameOf(node);
    if (name == "GraphicalElement") seen.rules.push_back(BoxOf(node));
    if (name == "Illustration") (AttributeOf(node, "TYPE") == "seal" ? seen.seals : seen.images).push_back(BoxOf(node));
    if (name != "TextLine") return true;
    seen.lines.push_back(lines.Read(node));
    return false;
  });
  return seen;
}

}  // namespace tabularium
