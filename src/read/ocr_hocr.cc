// hOCR 1.2: XHTML whose classes and titles say what was recognised. Its scale: x_wconf is 0..100, 100 is sure. Tested by
// ocr_test.cc.
#include <algorithm>
#include <pugixml.hpp>

#include "read/ocr_xml.h"

namespace tabularium {
namespace {

constexpr std::string_view kLines[] = {"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"};
constexpr std::string_view kRules[] = {"ocr_separator", "ocr_linedrawing"};
constexpr std::string_view kImages[] = {"ocr_image", "ocr_photo", "ocrx_img"};

template <size_t n>
bool HasOne(pugi::xml_node node, const std::string_view (&classes)[n]) {
  return std::any_of(classes, classes + n, [&](std::string_view token) { return HasClass(node, token); });
}

// The numbers behind a property's name: "bbox 0 0 20 10; x_wconf 93" has 93 for x_wconf.
std::vector<float> Property(pugi::xml_node node, std::string_view name) {
  std::string_view title = AttributeOf(node, "title");
  auto word = [&](char ends) {
    const size_t begin = std::min(title.find_first_not_of(" \t\r\n"), title.size());
    title.remove_prefix(begin);
    const size_t end = std::min({title.find_first_of(" \t\r\n"), title.find(ends), title.size()});
    const std::string_view first = title.substr(0, end);
    title.remove_prefix(end);
    return first;
  };
  while (!title.empty()) {
    const bool found = word(';') == name;
    std::vector<float> numbers;
    while (!title.empty() && title.front() != ';') {
      const auto number = ParseNumber(word(';'));
      if (number) numbers.push_back(*number);
    }
    if (found) return numbers;
    title.remove_prefix(std::min<size_t>(1, title.size()));
  }
  return {};
}

Box BoxOf(pugi::xml_node node) {
  const std::vector<float> box = Property(node, "bbox");
  if (box.size() < 4) return {};
  return {0, box[0], box[1], box[2], box[3]};
}

OcrWord WordOf(pugi::xml_node node) {
  constexpr float kSure = 100;  // of x_wconf
  OcrWord word;
  word.box = BoxOf(node);
  word.text = TextBelow(node);
  const std::vector<float> sure = Property(node, "x_wconf");
  if (!sure.empty()) word.legibility = Confidence(sure.front(), kSure);
  return word;
}

OcrLine LineOf(pugi::xml_node node) {
  OcrLine line;
  line.box = BoxOf(node);
  Walk(node, [&](pugi::xml_node part) {
    const bool is_word = HasClass(part, "ocrx_word") || HasClass(part, "ocr_word");
    if (is_word) line.words.push_back(WordOf(part));
    return !is_word;
  });
  if (line.words.empty()) line.words.push_back(WordOf(node));
  std::erase_if(line.words, [](const OcrWord& word) { return word.text.empty(); });
  return line;
}

}  // namespace

OcrPage ReadHocrPage(pugi::xml_node page) {
  OcrPage seen;
  const Box paper = BoxOf(page);
  seen.width = paper.x1, seen.height = paper.y1;
  const std::vector<float> dots = Property(page, "scan_res");
  if (!dots.empty() && dots.front() > 0) seen.dots = dots.front();
  Walk(page, [&](pugi::xml_node node) {
    if (HasOne(node, kRules)) seen.rules.push_back(BoxOf(node));
    if (HasOne(node, kImages)) seen.images.push_back(BoxOf(node));
    const bool is_line = HasOne(node, kLines), is_word = HasClass(node, "ocrx_word");
    if (is_line || is_word) seen.lines.push_back(LineOf(node));
    return !is_line && !is_word;
  });
  return seen;
}

}  // namespace tabularium
