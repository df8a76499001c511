#ifndef TABULARIUM_READ_OCR_XML_H_
#define TABULARIUM_READ_OCR_XML_H_

#include <functional>
#include <optional>
#include <string_view>

#include "model/document.h"
#include "read/ocr_page.h"

namespace pugi {
class xml_node;
}

namespace tabularium {

// How the files of recognisers are walked: elements are known by their names without prefixes, numbers that are none, or
// could be no place on paper, are not there.

// An element's name without its prefix.
std::string_view NameOf(pugi::xml_node node);
std::string_view AttributeOf(pugi::xml_node node, const char* name);  // empty: not there

std::optional<float> ParseNumber(std::string_view text);
std::optional<float> NumberOf(pugi::xml_node node, const char* name);

// 0..1, whatever was written.
std::optional<float> Confidence(std::optional<float> number, float most);

// Everything below a node, in the order of the file, without recursion. Below an element for which `visit` says false it does
// not go.
void Walk(pugi::xml_node root, const std::function<bool(pugi::xml_node)>& visit);

// The letters of an element and all below it, white space around them left out.
std::string TextBelow(pugi::xml_node node);

// What each format says of a page, which is the element that its name in ocr.cc stands for.
OcrPage ReadAltoPage(pugi::xml_node page);
OcrPage ReadHocrPage(pugi::xml_node page);
OcrPage ReadPageXmlPage(pugi::xml_node page);

// True if `token` is one of the class names of an element of HTML.
bool HasClass(pugi::xml_node node, std::string_view token);

}  // namespace tabularium

#endif  // TABULARIUM_READ_OCR_XML_H_
