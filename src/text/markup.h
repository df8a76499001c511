#ifndef TABULARIUM_TEXT_MARKUP_H_
#define TABULARIUM_TEXT_MARKUP_H_

#include <string>
#include <string_view>

namespace tabularium {

// The text of a cell that may hold HTML.
struct Plain {
  std::string text;       // paragraphs parted by '\n'; entities decoded; white space as browsers show it
  bool markup = false;    // tags or entities were removed
  bool script = false;    // script or style was dropped with its content
  bool damaged = false;   // the markup was cut at a limit
};

// True if the text may hold markup: a '<' followed by a letter, '/' or '!', or an entity. `<3天`, `<90%` and `A & B` are
// text. Cost: a scan for '<' and '&'.
bool HasMarkup(std::string_view text);

// Removes markup. <p>, <br>, <div>, <li> part paragraphs. Escaped markup (&lt;p&gt;…) is undone once. The plain tags are
// scanned by hand; anything more goes to gumbo, with the caps given (bytes, depth).
Plain StripMarkup(std::string_view text, size_t max_bytes, int max_depth);

}  // namespace tabularium

#endif  // TABULARIUM_TEXT_MARKUP_H_
