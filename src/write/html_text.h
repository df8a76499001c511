#ifndef TABULARIUM_WRITE_HTML_TEXT_H_
#define TABULARIUM_WRITE_HTML_TEXT_H_

#include <string>
#include <string_view>

namespace tabularium {

// Appends text as HTML shows it verbatim, in content and in quoted attributes. Controls that HTML
// forbids become U+FFFD.
inline void AppendHtml(std::string_view text, std::string* out) {
  for (char c : text) {
    switch (c) {
      case '&':
        out->append("&amp;");
        break;
      case '<':
        out->append("&lt;");
        break;
      case '>':
        out->append("&gt;");
        break;
      case '"':
        out->append("&quot;");
        break;
      default: {
        bool forbidden =
            (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') ||
            c == 0x7F;
        forbidden ? out->append("\xEF\xBF\xBD") : out->append(1, c);
      }
    }
  }
}

inline std::string Html(std::string_view text) {
  std::string html;
  AppendHtml(text, &html);
  return html;
}

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_HTML_TEXT_H_
