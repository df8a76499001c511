#ifndef TABULARIUM_TEXT_MARKUP_H_
#define TABULARIUM_TEXT_MARKUP_H_

#include <string>
#include <string_view>

namespace tabularium {

// The text of a cell that may hold HTML.
struct Plain {
  std::string text;  // paragraphs parted by '\n'; entities decoded; white space as browsers show it
  bool markup = false;  // tags or entities were removed
  bool script = false;  // script or style was dropped with its content
  bool styled = false;  // more than paragraphs, line breaks and entities was removed
  bool damaged =
      false;  // the markup was too large or too deep for the parser; its tags were dropped by hand
};

// True if the text may hold markup: a '<' followed by the name of an HTML element, '/' or '!', or
// an entity. `<3天`, `<90%`,
// `<A级` and `A & B` are text. Cost: a scan for '<' and '&'.
bool HasMarkup(std::string_view text);

// Removes markup. <p>, <br>, <div>, <li> part paragraphs. Escaped markup (&lt;p&gt;…) is undone
// once. White space is shown once, and not at all where a line wraps between two Han letters. Names
// that no HTML element bears are text. The plain tags are scanned by hand; anything more goes to
// gumbo, with the caps given (bytes, depth).
//   "<p>一、完成；</p><p>二、验收</p>" → "一、完成；\n二、验收"      "&ge;90%" → "≥90%"
//   "<p>响应<3天" → "响应<3天"
// Cost: O(bytes) by hand; gumbo is quadratic in depth.
Plain StripMarkup(std::string_view text, size_t max_bytes, int max_depth);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_MARKUP_H_
